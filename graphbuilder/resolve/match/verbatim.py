"""Sentences that several articles print word for word: one telling, of whoever printed it first.

A short one is furniture where many print it; where few do, and not at the same time, it may well tell two events.
Near-duplicates are one article here, as they are one source elsewhere (`sources`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graphbuilder.knowledge.names import fold
from graphbuilder.records import EventMention, Extraction, Span

#: A sentence of fewer words is furniture where so many otherwise different articles print it: "Follow us for more".
SHORT, MANY = 12, 3
#: Days within which a short sentence that is printed again tells the same.
DAYS = 2
_WORD = re.compile(r"\w+")

#: Document and number of a sentence.
Place = tuple[str, int]


class Verbatim:
    """Which sentences are told elsewhere, word for word.

    Args:
        read: what was read.
        groups: document → group of near-duplicates.
    """

    def __init__(self, read: Sequence[Extraction], groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._first: dict[Place, Place] = {}
        self._printed: dict[Place, Place] = {}
        self.furniture: frozenset[Place] = frozenset()
        """The sentences that tell nothing, since they stand in many articles."""
        self._read_all(read)
        firsts = set(self._first.values())
        self._told = {
            (event.span.document, event.span.sentence, event.span.start - start, event.type): event
            for one in read
            for event, start in _in_sentences(one)
            if (event.span.document, event.span.sentence) in firsts
        }
        self._starts = {
            (one.document, sentence.index): sentence.start
            for one in read
            for sentence in one.sentences
            if (one.document, sentence.index) in self._first
        }

    def _read_all(self, read: Sequence[Extraction]) -> None:
        printed: dict[str, list[Place]] = defaultdict(list)
        for one in read:
            for sentence in one.sentences:
                told = " ".join(_WORD.findall(fold(sentence.text)))
                if told:
                    printed[told].append((one.document, sentence.index))
        when = {one.document: _day(one.published) for one in read}
        alone = {one.document for one in read if len(one.sentences) == 1}
        furniture: set[Place] = set()
        for words, places in printed.items():
            different = {self._groups[document] for document, _ in places if document not in alone}
            count = words.count(" ") + 1
            if len(different) >= MANY and count < SHORT:
                furniture.update(places)
            elif len(places) > 1:
                self._one_telling(sorted(places, key=lambda one: (when[one[0]], one)), when, long=count >= SHORT)
        self.furniture = frozenset(furniture)

    def _one_telling(self, places: Sequence[Place], when: Mapping[str, int], *, long: bool) -> None:
        """Lead all printings of a sentence, the oldest first, to the first one; of a short one those of its days, and
        each to its own date.
        """
        first = places[0]
        for place in places:
            if not long and when[place[0]] - when[first[0]] > DAYS:
                first = place
            self._printed[place] = first
            if long:
                self._first[place] = first

    def printer(self, span: Span) -> str:
        """The group of whoever printed the sentence of a span first."""
        document, _ = self._printed.get((span.document, span.sentence), (span.document, 0))
        return self._groups[document]

    def first(self, mention: EventMention) -> EventMention:
        """The same words where they were printed first; the mention itself if that is there."""
        place = (mention.span.document, mention.span.sentence)
        first = self._first.get(place)
        if first is None or first == place:
            return mention
        return self._told.get((*first, mention.span.start - self._starts[place], mention.type), mention)


def _in_sentences(one: Extraction) -> Iterator[tuple[EventMention, int]]:
    """The events of a document, each with where its sentence begins."""
    starts = {sentence.index: sentence.start for sentence in one.sentences}
    return ((event, starts[event.span.sentence]) for event in one.events)


def _day(published: date | None) -> int:
    """The day of publication; what has none comes last."""
    return date.max.toordinal() if published is None else published.toordinal()
