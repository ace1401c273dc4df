"""Which words the reader takes for names, where each begins and ends, and what is known beforehand of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import event_heads, trim
from graphbuilder.entities.names.known_names import known_name, may_bear
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.reader import KINDS, Reading
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import head_of, text_of

#: The method of what the reader found.
READER = "reader"
#: Our types by the reader's.
LABELS = ("person", "organization", "place", "group", "product", "work", "law", "other")
_NAME = KINDS.index("name")


def read_names(parse: Parse, reading: Reading, live: Sequence[bool], taken: Set[int]) -> Iterator[Candidate]:
    """The names of the reader in text order, none inside another; `taken` are the tokens of names found before."""
    end = 0
    for start, stop, label in sorted(_spans(parse, reading, live, taken), key=lambda one: (one[0], -one[1])):
        if start >= end:
            end = stop
            yield _name(parse.doc, start, stop, label)


def _spans(parse: Parse, reading: Reading, live: Sequence[bool], taken: Set[int]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of what the reader takes for a name, without article, title and what hangs on it."""
    for spot in reading.spots:
        if spot.kind != _NAME:
            continue
        first, last = (int(reading.words.tokens[at]) for at in (spot.first, spot.last))
        label = LABELS[spot.type]
        start, end = trim(parse.doc, max(first, parse.doc[last].sent.start), last + 1, label)
        start = _first_capital(parse.doc, start, end)
        if start < end and live[last] and not _is_event(parse.doc, start, end) and taken.isdisjoint(range(start, end)):
            yield start, end, label


def _is_event(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is that of an event, which is no entity: "the 2008 Bucharest Summit"."""
    return end - start > 1 and doc[end - 1].lower_ in event_heads()


def _first_capital(doc: Doc, start: int, end: int) -> int:
    """Where a name begins that the reader took with the common nouns before it: "opposition Party of Regions"."""
    at = start
    while at < end and doc[at].text.islower() and doc[at].pos_ in ("NOUN", "ADJ"):
        at += 1
    return at if at < end and doc[at].text[0].isupper() else start


def _name(doc: Doc, start: int, end: int, label: str) -> Candidate:
    """The name of these tokens; one that is known beforehand is what it is known to be."""
    text = text_of(doc, start, end)
    entry = known(text)
    if entry is not None and may_bear(entry, label, doc[end - 1]):
        return known_name(doc, start, end, entry)
    return Candidate(start, end, head_of(doc, start, end), label, "name", READER, 0.8, key=name_key(text))
