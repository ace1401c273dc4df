"""What a comparison of two names says, and how sure each way of being one thing is: the scores that are set by hand.

They order the links of `cluster.constrained`: a surer rule comes first. The more ways there are in which two things may
come to such a pair, the lower; the order matters, and the distances do not. A score of 1 is equality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# of two names that are the same
EQUAL: Final = 1.0
#: Middle names and their initials; left out, or in another spelling.
MIDDLE_INITIALS: Final = 0.99
MIDDLE_NAMES: Final = 0.97
#: Two spellings of one word, by sound or table.
SPELLINGS: Final = 0.97
#: Letters that not every keyboard has, in the name of a body.
KEYBOARD: Final = 0.9
#: A short form of a given name, or the first of several left out.
SHORT_GIVEN: Final = 0.85
#: An initial, one of two surnames, a slip of one letter in a person's name.
INITIAL: Final = 0.8
ONE_SURNAME: Final = 0.8
SLIP: Final = 0.8
#: The same words in another order.
TURNED: Final = 0.75
#: A slip of one letter in the name of a body: its words are often words of the language.
BODY_SLIP: Final = 0.72
#: Two names of people that are not equal are at most so sure.
AT_MOST: Final = 0.92

# of two names that are different
NUMBERS: Final = 0.9
SURNAMES: Final = 0.85
MIDDLE_APART: Final = 0.85

# of two clusters, by names and by what stands beside them
#: Equal names, and nothing that tells their bearers apart.
SAME_NAME: Final = 0.98
#: Equal names, and types, places or traits that do.
NAMESAKES: Final = 0.9
#: A short name, and a document that has both it and the only full name.
SHORT_FOR: Final = 0.85
#: A short name without full name, in the same context.
SHORT_IN_CONTEXT: Final = 0.8
#: A surname or possible short form, in the same context as its only candidate, and as one of several.
ONLY_CANDIDATE: Final = 0.7
ONE_CANDIDATE: Final = 0.65
#: The same short name, with nobody in common.
UNSURE_SAME: Final = 0.4
#: A candidate for which nothing speaks.
UNSURE: Final = 0.35
#: What is left of the score of two like names for which nothing else speaks.
UNSUPPORTED: Final = 0.5


@dataclass(frozen=True, slots=True)
class NamePair:
    """What two names say of those who bear them."""

    verdict: str
    score: float
    reason: str
    needs_support: bool = False
    """Whether the documents must also have another name in common."""
