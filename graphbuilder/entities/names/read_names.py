"""Which words the reader takes for names, where each begins and ends, and what is known beforehand of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import event_heads, trim
from graphbuilder.entities.names.bounds import Others, bounded
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
#: Types of which a name of one word may have something; of people only full names, for many things bear a surname.
_OWNING = frozenset({"organization", "place"})


def read_names(parse: Parse, reading: Reading, live: Sequence[bool], taken: Set[int]) -> Iterator[Candidate]:
    """The names of the reader in text order, none inside another; `taken` are the tokens of names found before."""
    end = 0
    for start, stop, label in sorted(_spans(parse, reading, live, taken), key=lambda one: (one[0], -one[1])):
        if start >= end:
            end = _joined_end(parse.doc, start, stop)
            yield _name(parse.doc, start, end, label)


def _joined_end(doc: Doc, start: int, end: int) -> int:
    """Where a known name ends that the reader takes for two: "Bosnia and Herzegovina"."""
    longer = range(end + 2, min(end + 4, len(doc) + 1)) if end < len(doc) and doc[end].lower_ == "and" else ()
    return next((stop for stop in longer if known(text_of(doc, start, stop)) is not None), end)


def _spans(parse: Parse, reading: Reading, live: Sequence[bool], taken: Set[int]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of what the reader takes for a name, without what only stands beside it."""
    doc, tokens = parse.doc, reading.words.tokens
    spots = [spot for spot in reading.spots if spot.kind == _NAME]
    found = [(int(tokens[one.first]), int(tokens[one.last]) + 1, LABELS[one.type]) for one in spots]
    others = _others(doc, found)
    for first, last, label in found:
        start, end, label = bounded(doc, max(first, doc[last - 1].sent.start), last, label, others)
        if start < end and live[end - 1] and is_name(doc, start, end) and taken.isdisjoint(range(start, end)):
            yield start, end, label


def _others(doc: Doc, found: Iterable[tuple[int, int, str]]) -> Others:
    bare = [(*trim(doc, start, end, label), label) for start, end, label in found]
    owners = {text_of(doc, start, end) for start, end, label in bare if label in _OWNING or end - start > 1}
    surnames = {doc[end - 1].text for start, end, label in bare if label == "person" and end - start > 1}
    return Others({end: start for start, end, _ in bare}, owners - surnames)


def is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether words are written like a name, unlike "the oil board", and not like that of an event: "Oslo Summit"."""
    several = end - start > 1
    return not several or not (doc[end - 1].lower_ in event_heads() or text_of(doc, start, end).islower())


def _name(doc: Doc, start: int, end: int, label: str) -> Candidate:
    """The name of these tokens; one that is known beforehand is what it is known to be."""
    text = text_of(doc, start, end)
    entry = known(text)
    if entry is not None and may_bear(entry, label, doc[end - 1]):
        return known_name(doc, start, end, entry)
    return Candidate(start, end, head_of(doc, start, end), label, "name", READER, 0.8, key=name_key(text))
