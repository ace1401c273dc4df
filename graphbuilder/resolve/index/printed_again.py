"""What is printed again: near-duplicates of a document, and sentences that several articles print word for word.

Near-duplicates share most runs of words, and count as one independent source. A long sentence that is printed again is
the same report, by whoever printed it first, whenever it is printed. A short one is so only within a few days, and is
boilerplate if many different articles print it.

Yes: "Follow us for more" in three articles is boilerplate, and mentions no events.
No: "Kyiv asked for help", printed in March and in May, is two reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from graphbuilder.documents import Problem
from graphbuilder.documents.zones import covers
from graphbuilder.events import CEILING
from graphbuilder.invisible import without_invisible
from graphbuilder.knowledge.names import fold
from graphbuilder.records import MUTED_ZONES, EventMention, Extraction, Span

#: Words of a shingle; two articles on one event share few runs of eight words, unless one was copied.
SHINGLE = 8
#: The share of the shorter document's shingles that two near-duplicates have in common.
SHARE = 0.5
#: One of so many shingles is kept, the same ones everywhere, so that long documents stay cheap.
SAMPLE = 4


def near_duplicate_groups(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Document → the first document (by id) of its group of near-duplicates, itself if it has none."""
    shingles = {extraction.document: _shingles(extraction) for extraction in extractions}
    group = {document: document for document in shingles}
    for (first, second), count in sorted(_shared(shingles).items()):
        if count >= SHARE * min(len(shingles[first]), len(shingles[second])):
            group[second] = min(group[first], group[second])
    return group


def _shared(shingles: Mapping[str, frozenset[bytes]]) -> Mapping[tuple[str, str], int]:
    """How many shingles the first holder of each has in common with the others: linear in the number of copies."""
    holders: dict[bytes, list[str]] = defaultdict(list)
    for document in sorted(shingles):
        for shingle in shingles[document]:
            holders[shingle].append(document)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for documents in holders.values():
        for document in documents[1:]:
            shared[documents[0], document] += 1
    return shared


def _shingles(extraction: Extraction) -> frozenset[bytes]:
    """The sampled hashes of all runs of words outside muted zones."""
    muted = covers(extraction.zones, MUTED_ZONES)
    words = [
        word
        for sentence in extraction.sentences
        if not muted(sentence.start)
        for word in without_invisible(sentence.text).casefold().split()
    ]
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 0)))
    hashes = (blake2b(run.encode(), digest_size=8).digest() for run in runs)
    return frozenset(value for value in hashes if value[-1] % SAMPLE == 0)


#: A sentence of at least so many words is hardly written twice by chance.
LONG = 12
#: A shorter one is boilerplate if so many articles that are no near-duplicates print it.
MANY = 3
#: Days within which a short sentence that is printed again is the same report.
DAYS = 2
_WORD = re.compile(r"\w+")

#: Document and number of a sentence.
Place = tuple[str, int]


class RepeatedSentences:
    """For each sentence, where it was printed first; `groups` are the groups of near-duplicates by document."""

    def __init__(self, extractions: Sequence[Extraction], groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._printed_first: dict[Place, Place] = {}
        """Sentence → the printing as which it is counted."""
        self._first: dict[Place, Place] = {}
        """The same for long sentences: only these lend the first printing's reading of their events."""
        boilerplate: set[Place] = set()
        published = {extraction.document: _ordinal(extraction.published) for extraction in extractions}
        single = {extraction.document for extraction in extractions if len(extraction.sentences) == 1}
        for words, places in _printings(extractions).items():
            long = words.count(" ") + 1 >= LONG
            articles = {groups[document] for document, _ in places if document not in single}
            if len(articles) >= MANY and not long:
                boilerplate.update(places)
            elif len(places) > 1:
                printings = _first_printings(places, published, days=None if long else DAYS)
                self._printed_first |= printings
                self._first |= printings if long else {}
        self.boilerplate: frozenset[Place] = frozenset(boilerplate)
        """The boilerplate: short sentences that many articles print."""
        firsts = set(self._first.values())
        self._events = {
            (*_place(event.span), event.span.start - start, event.type): event
            for extraction in extractions
            for event, start in _in_sentences(extraction)
            if _place(event.span) in firsts
        }
        self._starts = {
            (extraction.document, sentence.index): sentence.start
            for extraction in extractions
            for sentence in extraction.sentences
            if (extraction.document, sentence.index) in self._first
        }

    def source(self, span: Span) -> str:
        """The group of near-duplicates that printed the sentence of a span first: an independent source."""
        document, _ = self._printed_first.get(_place(span), (span.document, 0))
        return self._groups[document]

    def first(self, mention: EventMention) -> EventMention:
        """The same event mention where its sentence was printed first; the mention itself if that is there."""
        place = _place(mention.span)
        first = self._first.get(place)
        if first is None or first == place:
            return mention
        return self._events.get((*first, mention.span.start - self._starts[place], mention.type), mention)

    def is_boilerplate(self, mention: EventMention) -> bool:
        """Whether a mention stands in a sentence that many articles print."""
        return _place(mention.span) in self.boilerplate

    def left_out(self, extractions: Sequence[Extraction]) -> Problem | None:
        """The note on the events that are left out since they stand in boilerplate; None where there are none."""
        count = sum(
            event.score >= CEILING and self.is_boilerplate(event)
            for extraction in extractions
            for event in extraction.events
        )
        if not count:
            return None
        lines = {
            sentence.text
            for extraction in extractions
            for at, sentence in enumerate(extraction.sentences)
            if (extraction.document, at) in self.boilerplate
        }
        reason = f"{count} events of {len(lines)} short lines are left out, such as {min(lines)!r}"
        return Problem(
            "repeated lines", f"{reason}: {MANY} or more different articles print them word for word", "note"
        )


def _printings(extractions: Sequence[Extraction]) -> Mapping[str, list[Place]]:
    """The words of a sentence → all places where it stands."""
    printings: dict[str, list[Place]] = defaultdict(list)
    for extraction in extractions:
        for sentence in extraction.sentences:
            if words := " ".join(_WORD.findall(fold(sentence.text))):
                printings[words].append((extraction.document, sentence.index))
    return printings


def _first_printings(places: Sequence[Place], published: Mapping[str, int], *, days: int | None) -> dict[Place, Place]:
    """Each printing of a sentence → the oldest one; where `days` are given, the oldest one of these days."""
    ordered = sorted(places, key=lambda place: (published[place[0]], place))
    first = ordered[0]
    found = {}
    for place in ordered:
        if days is not None and published[place[0]] - published[first[0]] > days:
            first = place
        found[place] = first
    return found


def _place(span: Span) -> Place:
    return span.document, span.sentence


def _in_sentences(extraction: Extraction) -> Iterator[tuple[EventMention, int]]:
    """The events of a document, each with the offset of its sentence."""
    starts = {sentence.index: sentence.start for sentence in extraction.sentences}
    return ((event, starts[event.span.sentence]) for event in extraction.events)


def _ordinal(published: date | None) -> int:
    """The day of publication as a number; a document without one comes last."""
    return date.max.toordinal() if published is None else published.toordinal()
