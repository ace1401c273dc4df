"""What the finders of this package pass on: a run of tokens that may be a mention."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuilder.knowledge.parse_labels import MODIFIERS
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Tokens `start` to `end` (excluded) with what they may name. `head` is the index of the head token.

    Each is equal to itself only: as keys of tables they are looked up without comparing their fields.
    """

    start: int
    end: int
    head: int
    label: str
    form: str
    method: str
    score: float
    key: str = ""
    """For names: equal keys name the same thing in this document."""


def name_key(text: str) -> str:
    """What equal names have in common.

    >>> name_key("Lloyd’s  of London")
    "lloyd's of london"
    """
    return " ".join(text.replace("’", "'").split()).casefold()


def mention_id(document: str, start: int, end: int) -> str:
    """The id of the mention at these characters of a document.

    >>> mention_id("a.txt", 3, 7)
    'a.txt@m3-7'
    """
    return f"{document}@m{start}-{end}"


def candidate_id(parse: Parse, candidate: Candidate) -> str:
    """The id that the candidate's Mention has."""
    span = parse.span(candidate.start, candidate.end)
    return mention_id(parse.document.id, span.start, span.end)


def to_mention(parse: Parse, candidate: Candidate, first: Mention | None) -> Mention:
    """The candidate as a record; `first` is the first mention of the same thing, None if that is this one."""
    span = parse.span(candidate.start, candidate.end)
    id_ = mention_id(parse.document.id, span.start, span.end)
    return Mention(
        id=id_,
        span=span,
        text=parse.document.text[span.start : span.end],
        label=candidate.label,
        form=candidate.form,
        head=parse.doc[candidate.head].text,
        chain=id_ if first is None else first.id,
        method=candidate.method,
        score=candidate.score,
        modifies=_modified(parse, candidate) if candidate.form == "name" else "",
    )


def _modified(parse: Parse, name: Candidate) -> str:
    """The noun that a name only stands before: "Apple shares", "Apple chief Tim Cook"; else empty."""
    head = parse.doc[name.head]
    beside = head.dep_ in MODIFIERS and not name.start <= head.head.i < name.end
    return head.head.text if beside else ""
