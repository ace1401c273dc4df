"""What a noun beside a name tells of its type against the reader: "the ferry Joola", "the Assad regime".

Vessels are called after places and people, and surnames that are known to everybody stand without a given name: the
reader takes both for other things. Of all that stands beside names only these two were right wherever they held.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.type_words import listed

#: More than what the reader says of the full name of somebody (`vote`).
_WEIGHT = 45


def told_beside(doc: Doc, name: Candidate) -> Iterator[tuple[str, int]]:
    """The types that the nouns beside a name tell, with their weights."""
    if is_craft(doc, name):
        yield "product", _WEIGHT
    if name.end - name.start == 1 and name.end < len(doc) and doc[name.end].lower_ in listed("reigns"):
        yield "person", _WEIGHT


def is_craft(doc: Doc, name: Candidate) -> bool:
    """Whether a noun for craft stands before a name, which is not whoever used it: "a missile Iran fired"."""
    if doc[name.start].text.isupper() and doc[name.start].lower_ in listed("ship_prefixes"):
        return name.end - name.start > 1
    at, head = name.start - 1, doc[name.head]
    if at < 0 or not _is_noun(doc, at):
        return False
    relative = head.dep_ == "nsubj" and head.head.dep_ == "relcl" and head.head.head.i == at
    return not (relative and head.sent.root.pos_ in ("AUX", "VERB"))


def _is_noun(doc: Doc, at: int) -> bool:
    carrier = doc[at].lower_ == "carrier" and at > 0 and doc[at - 1].lower_ == "aircraft"  # others are mostly airlines
    return carrier or doc[at].lower_ in listed("craft")
