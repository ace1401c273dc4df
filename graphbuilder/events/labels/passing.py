"""Whether a line tells its event only in passing, and first something else: what it was for, or what came before it.

Then date and status of the event are not those of what the line says first, and readers are told of which word they
are.

Yes: "launch" in "He appeared in Lund to launch the tour", "left" in "He taught in Lund and left in 1921".
No: "launch" in "NASA plans to launch a probe".
What is said or announced is told in passing where it is no plain fact: "send" in "He said that they will send tents".
"""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.events.labels.host import is_verb

#: Ties of the parse by which words hang on others that are so without them, or are joined to them.
_ADJUNCTS = frozenset(
    {"acl", "advcl", "amod", "appos", "compound", "conj", "nmod", "npadvmod", "pcomp", "poss", "prep", "relcl"}
)
#: That of a clause that says what is said.
_REPORTED = frozenset({"ccomp"})


def verb_above(word: Token, line: range, *, is_fact: bool) -> Token | None:
    """The verb of a line that tells a word in passing; None where the word itself, or a noun, is what it tells."""
    ties = _ADJUNCTS if is_fact else _ADJUNCTS | _REPORTED
    in_passing = False
    while word.head != word and word.head.i in line:
        in_passing = in_passing or word.dep_ in ties
        word = word.head
    return word if in_passing and is_verb(word) else None
