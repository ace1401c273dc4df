"""What the comparison of two names says, and how sure each way of being one name is.

Scores are set by hand: the more ways there are in which two people may come to such a pair, the lower. A score of 1 is
equality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# the same
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

# different
NUMBERS: Final = 0.9
SURNAMES: Final = 0.85
MIDDLE_APART: Final = 0.85


@dataclass(frozen=True, slots=True)
class NamePair:
    """What two names say of those who bear them."""

    verdict: str
    score: float
    reason: str
    needs_support: bool = False
    """Whether the documents must also have another name in common."""
