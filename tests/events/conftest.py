"""What the tests of this folder share: documents whose events stand in the row, and views of what was made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

import numpy as np
import pytest

from graphbuilder.documents import read_documents
from graphbuilder.entities import find_entities
from graphbuilder.events import find_events
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import KINDS, PLACE, ROLES, STATUSES, TYPES, Event, Link, Part, Reading, Spot, When, reader
from graphbuilder.reader.words import Words
from graphbuilder.records import Document, EventMention, Extraction, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.times import time_expressions

#: "[met]", "[meet: planned]", "[sold: agent=Alba; patient=a van (product)]" tell an event, "[met@Monday]" also the
#: words of time that the reader ties to it, "[She=Jane Roe]" who it is.
MARK = re.compile(r"\[([^\]:=@]+)(?:@((?:[^\]:=]|:(?! ))+))?(?:=([^\]]+)|: ([^\]]+))?\]")
_EMPTY = np.zeros(0, dtype=np.int32)
#: Which of the tellings, or of the words of time, of one text, these and a number: "vote#2".
_NUMBER = "#"


class Mark(NamedTuple):
    """A mark of a row: its first character, its words, and for an event when it was and what else is told of it, for
    anybody who it is.
    """

    at: int
    words: str
    when: str
    meant: str
    told: str


@dataclass(frozen=True)
class Marked:
    """A text with its marks."""

    text: str
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, row: str) -> Marked:
        """The text of a row without its brackets."""
        text, end, marks = "", 0, []
        for mark in MARK.finditer(row):
            text += row[end : mark.start()]
            marks.append(Mark(len(text), *mark.groups(default="")))
            text, end = text + marks[-1].words, mark.end()
        return cls(text + row[end:], tuple(marks))


class ByHand:
    """A reading of a document that holds what a row marks, and beside it only the names that the reader finds."""

    def __init__(self, one: Parse, marked: Marked, times: Sequence[TimeExpression]) -> None:
        self._parse, self._text, self._times = one, marked.text, times
        self._spots: list[Spot] = []
        self._chains: list[list[int]] = []
        self._by_name: dict[str, int] = {}
        read = reader().read(one, ())
        names = [spot for spot in read.spots if KINDS[spot.kind] == "name"]
        ends = [(int(read.words.tokens[spot.first]), int(read.words.tokens[spot.last])) for spot in names]
        both = zip(names, ends, strict=True)
        self._names = {last: Spot(first, last, spot.kind, spot.type) for spot, (first, last) in both}
        for mark in marked.marks:
            if mark.meant:
                self._chains[self._chain(mark.meant)].append(self._spot(mark.at, mark.words, "pronoun"))
        self._told = [mark for mark in marked.marks if not mark.meant]
        self._events = [self._event(mark) for mark in self._told]
        known = {spot.last for spot in self._spots}
        for spot in (spot for last, spot in self._names.items() if last not in known):
            self._chains.append([len(self._spots)])
            self._spots.append(spot)

    def reading(self) -> Reading:
        """The reading; of its words only the tokens are known, as nothing else is asked of them."""
        every = np.arange(len(self._parse.doc), dtype=np.int32)
        words = Words(**({field.name: _EMPTY for field in fields(Words)} | {"tokens": every}))  # type: ignore[arg-type]
        chains = tuple(tuple(sorted(chain, key=lambda at: self._spots[at].last)) for chain in self._chains)
        return Reading(
            words=words,
            spots=tuple(self._spots),
            chains=chains,
            sure=(1.0,) * len(self._spots),
            events=tuple(self._events),
            wholes=tuple(self._links("whole")),
            causes=tuple(self._links("because")),
        )

    def _links(self, kind: str) -> Iterator[Link]:
        """The events that marks tie to another by its words: "[signed: whole=talks]", "[fled: because=war]"."""
        words = [mark.words for mark in self._told]
        for at, mark in enumerate(self._told):
            yield from (Link(at, words.index(other), 1.0) for name, other in _facts(mark) if name == kind)

    def _chain(self, name: str, type_: str = "person") -> int:
        """The chain of what is called so, where it stands first."""
        if name not in self._by_name:
            self._by_name[name] = len(self._chains)
            kind = "name" if name[0].isupper() else "description"
            self._chains.append([self._spot(self._text.index(name), name, kind, type_)])
        return self._by_name[name]

    def _spot(self, at: int, words: str, kind: str, type_: str = "person") -> int:
        span = self._parse.doc.char_span(at, at + len(words), alignment_mode="expand")
        spot = Spot(span.start, span.end - 1, KINDS.index(kind), TYPES.index(type_))
        told = kind != "name" or type_ != "person"  # what the row tells comes first
        self._spots.append(spot if told else self._names.get(spot.last, spot))
        return len(self._spots) - 1

    def _event(self, mark: Mark) -> Event:
        (token,) = self._parse.doc.char_span(mark.at, mark.at + len(mark.words), alignment_mode="expand")
        facts = _facts(mark)
        status = next((STATUSES.index(fact) for fact, name in facts if not name), 0)
        parts = {role: self._part(role, name) for role, name in facts if role in (*ROLES, "place")}
        place = parts.pop("place", None)
        return Event(
            tellings=(token.i,),
            sketches=(bytes(32),),
            wanted=1.0,
            event=1.0,
            status=status,
            statuses=tuple(float(one == status) for one in range(len(STATUSES))),
            parts=tuple(parts.values()),
            place=place,
            time=self._time(mark.when) if mark.when else None,
            line=1.0,
        )

    def _time(self, words: str) -> When:
        """The tie to words of time; "Monday#2" are those that stand second."""
        text, _, number = words.partition(_NUMBER)
        found = [at for at, time in enumerate(self._times) if time.text == text]
        assert found, f"no words of time are {text!r}, but {[time.text for time in self._times]}"
        return When(found[int(number or 1) - 1], 1.0)

    def _part(self, role: str, told: str) -> Part:
        name, _, type_ = told.rstrip(")").partition(" (")
        chain = self._chain(name, type_ or "person")
        return Part(chain, PLACE if role == "place" else ROLES.index(role), 1.0, self._chains[chain][0])


def _facts(mark: Mark) -> list[tuple[str, str]]:
    """What is told of an event: a role and who has it, a link and to what; a status and ""."""
    told = [fact.partition("=") for fact in mark.told.split("; ") if mark.told]
    return [(name, value) for name, _, value in told]


class View:
    """What was made of a text with marks, looked up by the words of triggers; "talks#2" is the second "talks"."""

    def __init__(self, one: Parse, marked: Marked) -> None:
        times = time_expressions(one.document, one.sentences, one.doc)
        reading = ByHand(one, marked, times).reading()
        found = find_entities(one, reading, times)
        told = find_events(one, found, times, reading)
        self.extraction = Extraction(
            document=one.document.id,
            title=None,
            published=one.document.published,
            source=None,
            language="en",
            sentences=one.sentences,
            zones=(),
            mentions=told.mentions,
            times=times,
            events=told.events,
            relations=(*found.relations, *told.relations),
        )
        self.events = told.events
        self.times = {time.id: time for time in times}

    def event(self, trigger: str) -> EventMention:
        text, _, number = trigger.partition(_NUMBER)
        told = [one for one in self.events if one.text == text]
        assert told, f"no event is marked at {text!r}, but at {[one.text for one in self.events]}"
        return told[int(number or 1) - 1]

    def when(self, trigger: str) -> str:
        """The dates and the rule that gave them, as "2022-11-29 reader"; "" without a date."""
        event = self.event(trigger)
        rule = event.method.partition("/")[2]
        assert bool(rule) == bool(event.times)
        return " ".join([*(self._date(time) for time in event.times[:1]), rule]).strip()

    def _date(self, time: str) -> str:
        if time in self.times:
            return self.times[time].interval.edtf
        assert (time, self.extraction.published is None) == ("publication", False)
        return self.extraction.published.isoformat()

    def ties(self, kind: str, sign: str) -> str:
        """The ties of one kind, as "raid > protests"."""
        text = {one.id: one.text for one in (*self.extraction.mentions, *self.events)}
        told = [one for one in self.extraction.relations if one.type == kind]
        return " ".join(f"{text[one.source]} {sign} {text[one.target]}" for one in told)


def views(rows: Iterable[str], published: date | None = None, as_files: bool = False) -> Iterator[tuple[str, View]]:
    """Each marked text with its view; with `as_files` headlines and bylines are looked for first."""
    marked = {f"d{at}": (row, Marked.of(row)) for at, row in enumerate(dict.fromkeys(rows))}
    documents = [Document(text=one.text, id=id_, published=published) for id_, (_, one) in marked.items()]
    for one in parse(read_documents(documents) if as_files else documents, batch_size=128):
        row, text = marked[one.document.id]
        yield row, View(one, text)


@pytest.fixture(scope="session")
def read_by_hand():
    """Gives the parse of a marked text, its times, and the reading that the marks tell."""

    def read_one(row: str, published: date | None) -> tuple[Parse, Sequence[TimeExpression], Reading]:
        marked = Marked.of(row)
        one = next(iter(parse([Document(text=marked.text, id="a", published=published)])))
        times = time_expressions(one.document, one.sentences, one.doc)
        return one, times, ByHand(one, marked, times).reading()

    return read_one


@pytest.fixture(scope="session")
def read_marked():
    """Reads the marked texts of a table (its first column) in one batch; returns their views by these."""

    def read_all(table: Iterable[tuple], published: date | None = None, as_files: bool = False) -> dict[str, View]:
        return dict(views((row[0] for row in table), published, as_files))

    return read_all
