"""The two ways in: `find_times` for plain text, `time_expressions` for a Document of the pipeline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from graphbuilder.intervals import Bound, Interval
from graphbuilder.invisible import as_it_stands, readable
from graphbuilder.records import Document, Sentence, Span, TimeExpression
from graphbuilder.times.anchoring import anchor, hull
from graphbuilder.times.calendar.cells import Cell, containing, number_of
from graphbuilder.times.calendar.values import PUBLICATION, Away, FromEvent, Partial, Several
from graphbuilder.times.context import Context, TimeOptions
from graphbuilder.times.document.asides import (
    aside,
    counted_in_aside,
    goes_back,
    in_passing,
    leaves_story,
    names_day,
    of_ballot,
    reports,
    tells_polling,
)
from graphbuilder.times.document.chronology import Chronology
from graphbuilder.times.document.genre import SAID, flat, points_back, tells_end
from graphbuilder.times.document.happenings import Happening, Phrase, happenings_at, told_before
from graphbuilder.times.document.parsed import tense_in, vetoed
from graphbuilder.times.document.sentences import quoted, sentences_of
from graphbuilder.times.document.tense import BEFORE, FORESEEN, is_chosen, tense_at
from graphbuilder.times.document.traits import context_of, muted
from graphbuilder.times.finders import find_candidates
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading, narrowed, opened
from graphbuilder.times.refiners import refine

if TYPE_CHECKING:
    import spacy.tokens

_DEFAULT = TimeOptions()


def find_times(
    text: str,
    published: date | str | None = None,
    *,
    model: str | None = None,
    options: TimeOptions = _DEFAULT,
) -> list[TimeExpression]:
    """The time expressions of a text, without any model.

    Args:
        text: plain text, in English.
        published: when it was published, as a date or ISO text; "last week" is counted from it. Left out, a date line
            at the top of the text serves; without one, what hangs on it stays without an interval.
        model: name of a spaCy pipeline whose names and tenses are heeded as well ("May" the person).
        options: day or month first, hemisphere, fiscal year, news or history.

    Raises:
        InputError: `published` is no date.
        ModelNotFound: `model` is not installed.

    >>> [(one.text, one.value) for one in find_times("Talks ended last week.", "2022-11-29")]
    [('last week', '2022-W47')]
    """
    given = Document(text=text, id="text", published=published)
    document = readable(given)
    doc = None if model is None else _parsed(document, model)
    return as_it_stands(list(time_expressions(document, sentences_of(document.text), doc, options)), given)


def _parsed(document: Document, model: str) -> spacy.tokens.Doc:
    from graphbuilder.pipeline.parse import parse  # spaCy takes a second to load, and only a model needs it

    return next(iter(parse([document], model))).doc


def time_expressions(
    document: Document,
    sentences: Sequence[Sentence],
    doc: spacy.tokens.Doc | None = None,
    options: TimeOptions = _DEFAULT,
) -> tuple[TimeExpression, ...]:
    """The time expressions of a document, in text order.

    Args:
        document: its `published` anchors what hangs on it; zones that are muted are skipped.
        sentences: they number the spans.
        doc: the parsed text, character for character, if there is one: its names veto, its tenses anchor.
        options: choices where the text does not decide.
    """
    found = [
        (one, sentence)
        for sentence in sentences_of(document.text)
        for one in refine(document.text, find_candidates(document.text, sentence.start, sentence.end))
        if not muted(document.zones, one.start, headers=False)
    ]
    if doc is not None:
        found = [(one, sentence) for one, sentence in found if not vetoed(doc, one)]
    context = context_of(document, [one for one, _ in found], options)
    starts = [sentence.start for sentence in sentences]
    found = [(one, sentence) for one, sentence in found if not muted(document.zones, one.start, headers=True)]
    reader = _Reader(document, starts, doc, context)
    reader.counting = any(isinstance(one.value, FromEvent) for one, _ in found)
    reader.chronology = Chronology(document.text, [one for one, _ in found])
    told = [reader.read(one, sentence) for one, sentence in found]
    return tuple(one for one in told if one is not None)


class _Reader:
    """Reads the candidates of one document in text order, and keeps the thread of its story."""

    def __init__(self, document: Document, starts: list[int], doc: spacy.tokens.Doc | None, context: Context) -> None:
        self.document = document
        self.starts = starts
        self.doc = doc
        self.context = context
        self.position = 0
        #: whether any time is counted from something that happened; else what happened when is not looked for
        self.counting = False
        self.happenings: list[Happening] = []
        self.chronology = Chronology("", ())
        context.name_of = self._name

    def read(self, one: Candidate, sentence: Sentence) -> TimeExpression | None:
        text, context = self.document.text, self.context
        context.paragraph += text.count("\n", self.position, one.start)
        context.clause = cache(partial(self._tense, one, sentence))
        context.said = partial(_said, text, one.start)
        context.by_then = one.bound == "by"
        context.reported = partial(reports, text, sentence.start, one.start)
        context.of_unnamed_day = partial(names_day, text, one.end)
        context.polling = partial(tells_polling, text, sentence.start, one.start)
        context.happened = partial(self._happening, one, sentence)
        context.quoted = quoted(text, one.start)
        context.apart = partial(leaves_story, text, one.start if context.quoted else sentence.start, one.start)
        context.opening = sentence.index == 0
        context.fronted = one.start - sentence.start <= _FRONT or _joins(text, one.start)
        context.sentence = sentence.index
        context.narrative = one.start >= context.story_from
        self.position = one.start
        around = self.chronology.around(one, context)
        if context.of_life and self._of_late(one, sentence):
            around = replace(around, narrative=False, told=[])
        reading = anchor(one.value, _timeless(around) if self._habitual(one, sentence) else around)
        if reading is None:
            return None
        record = self._record(one, reading)
        self.chronology.read(one, reading, record.id, context)
        self._remember(one, reading, record.id)
        if self.counting and not one.bound and record.type != "DURATION":
            self._keep(record, sentence)
        return record

    def _of_late(self, one: Candidate, sentence: Sentence) -> bool:
        """Whether a date of an obituary may be of the death, of what is said on it, or to come."""
        if self.context.tense <= 0 and points_back(one.value):
            return False
        weekday = any(isinstance(part, Partial) and part.unit == "weekday" for part in flat(one.value))
        return weekday or tells_end(self.document.text, sentence.start, sentence.end) or self.context.tense > 0

    def _habitual(self, one: Candidate, sentence: Sentence) -> bool:
        """Whether the clause tells what is so every year: "it usually starts in October"."""
        low = max(sentence.start, one.start - _CLAUSE)
        return (
            isinstance(one.value, Partial | Several) and _HABIT.search(self.document.text, low, one.start) is not None
        )

    def _happening(self, one: Candidate, sentence: Sentence, phrase: Phrase) -> Happening | None:
        edge = "start" if isinstance(one.value, FromEvent) and one.value.direction < 0 else "end"
        phrase = phrase if phrase.edge else phrase._replace(edge=edge)
        return told_before(self.document.text, phrase, one.start, sentence.index, self.happenings)

    def _keep(self, time: TimeExpression, sentence: Sentence) -> None:
        """What happened at this time, for what is counted from it."""
        text, span = self.document.text, time.span
        low, high = max(sentence.start, span.start - _BESIDE), min(sentence.end, span.end + _BESIDE)
        if time.interval is not None:
            self.happenings += (
                Happening(noun, edge, time.interval, time.id, sentence.index, (low, high))
                for noun, edge in happenings_at(text, span.start, span.end, low, high)
            )
            del self.happenings[:-_MEMORY]

    def _name(self, start: int, end: int) -> str:
        return f"{self.document.id}@t{start}-{end}"

    def _tense(self, one: Candidate, sentence: Sentence) -> int:
        if is_chosen(self.document.text, one.end):
            return 1
        parsed = None if self.doc is None else tense_in(self.doc, one.start, one.end)
        if one.bound == "until" and parsed is not None and parsed < 0:
            parsed = None  # "was put off until Monday" has its verb in the past, and Monday is to come
        if parsed == 0 and any(isinstance(part, Partial) and part.unit == "weekday" for part in flat(one.value)):
            # of days of the week the next: "was expected on Friday"; not "was to have sailed on Friday"
            parsed = -1 if " to have " in self.document.text[sentence.start : one.start] else 1
        tense = parsed
        if tense is None:
            tense = tense_at(self.document.text, one.start, one.end, sentence.start, sentence.end)
        if tense == 0 and " have been " in self.document.text[sentence.start : one.start]:
            return tense  # "would have been ready by Easter" may be of either side
        return 1 if tense == 0 and one.bound in ("until", "by", "not before") else tense

    def _remember(self, one: Candidate, reading: Reading, name: str) -> None:
        """Let the story go on to this time."""
        read = reading.parts[0] if reading.parts else reading
        told = _in_a_year(one, read)
        if told.cell is None or told.cell.unit == "fiscal year" or (isinstance(one.value, Away) and one.value.compared):
            return
        if told.anchor not in (None, PUBLICATION) and self.context.tense == FORESEEN:
            return  # "on 3 May they said that it would open by June": the story has not come to June
        jubilee = isinstance(one.value, Away) and one.value.kept
        if (self.context.narrative or self.context.of_life) and told.anchor == PUBLICATION and not jubilee:
            return
        if self.context.narrative:
            passing = in_passing(self.document.text, one, told, told.cell, self.context)
        else:
            passing = goes_back(self.document.text, one, self.context)
        own = told is not read or (told.anchor != PUBLICATION and not aside(self.document.text, one, told, told.cell))
        own = own and not counted_in_aside(self.document.text, one, told, self.context)
        if told.cell.unit == "day" and of_ballot(self.document.text, one.end):
            self.context.ballot = told.cell.start, name
        last = _last_year(reading)
        self.context.remember(told.cell, name, in_passing=passing, own=own, last=last, anchor=told.anchor)

    def _record(self, one: Candidate, reading: Reading) -> TimeExpression:
        parts: tuple[TimeExpression, ...] = ()
        if isinstance(one.value, Several):
            mods = one.value.mods or (None,) * len(reading.parts)
            spans = one.value.parts
            parts = tuple(
                self._one(Candidate(start, end, value, one.rule, one.score, mod), part)
                for (start, end, value), part, mod in zip(spans, reading.parts, mods, strict=True)
            )
        whole = replace(self._one(one, reading), parts=parts)
        if any(part.mod for part in parts) and whole.interval is not None:
            return replace(whole, interval=hull([part.interval for part in parts]) or whole.interval)
        return whole

    def _one(self, one: Candidate, reading: Reading) -> TimeExpression:
        text = self.document.text
        span = Span(self.document.id, one.start, one.end, max(0, bisect_right(self.starts, one.start) - 1))
        return TimeExpression(
            id=self._name(one.start, one.end),
            span=span,
            text=text[one.start : one.end],
            type=reading.type,
            value=reading.value,
            mod=one.mod,
            interval=_writable(_interval(text, one, reading, self.context)),
            parts=(),
            # a part that was filled in without the story's help came from publication
            anchor=reading.anchor or (PUBLICATION if reading.implied and self.context.publication else None),
            implied=reading.implied,
            method=f"times.{one.rule}",
            score=one.score,
        )


#: How many happenings are remembered, and how much of the sentence around a date may tell of one, in characters.
_MEMORY, _BESIDE = 40, 300
#: Characters before what opens its sentence: "In late ".
_FRONT = 8
#: What opens a clause that is joined to another: "…, and in March he left".
_JOINED = re.compile(r"[,;]\s(?:and|but)\s(?:(?:in|on|by|at)\s(?:the\s)?)?$")
#: How far the beginning of a relative clause may stand before a time in it, in characters.
_CLAUSE = 120
_OUT = re.compile(r"\s(?:is|was)\s(?:out|over)\b")
#: "Before the summer holidays" may be in June.
_SUMMER, _HOLIDAYS = 6, re.compile(r"\s(?:holidays?|break|recess|vacation)\b", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:usually|typically|normally|traditionally)\s(?!was|were|had|held)[a-z]+(?<!ed)\b[^,.;:]*+$", re.IGNORECASE
)
#: "The end of" is a smaller part than "late".
_EDGE = re.compile(r"\b(?:beginning|start|onset|opening|outset|end|close|turn)\s+of\b", re.IGNORECASE)
#: Mods that leave a date only approximately known.
_DEGREES = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"})
#: "Less than two weeks ago": on any day since then.
_LESS = re.compile(r"(?:less|fewer) than\b|under\b", re.IGNORECASE)
_REST = re.compile(r"(?:(?P<earlier>earlier)|later)\b", re.IGNORECASE)


#: Characters before a time in which the verb that it belongs to may stand.
_VERB = 60


#: Characters of what opens a joined clause.
_OPENS = 16


def _joins(text: str, start: int) -> bool:
    return _JOINED.search(text, max(0, start - _OPENS), start) is not None


def _said(text: str, start: int) -> bool:
    return SAID.search(text, max(0, start - _VERB), start) is not None


def _in_a_year(one: Candidate, told: Reading) -> Reading:
    """ "Four months later", counted from no more than a month: the story has come to some time of that year."""
    start, end = (None, None) if told.interval is None else (told.interval.start, told.interval.end)
    if told.cell is not None or not isinstance(one.value, Away) or not (start and end and start.year == end.year):
        return told
    return replace(told, cell=containing("year", start), anchor=None)


def _timeless(context: Context) -> Context:
    """As if nothing were known to count from."""
    return replace(context, publication=None, told=[])


def _last_year(reading: Reading) -> int | None:
    """That of a range of months or days from one year to the next, if it names both: "September 1814 to June 1815".

    Of a winter too, if it hangs on what was told before.
    """
    winter = reading.cell
    if winter is not None and winter.unit == "season" and reading.anchor and winter.end.year > winter.start.year:
        return winter.end.year  # "that winter"
    first, last = (reading.parts[place].cell if reading.parts else None for place in (0, -1))
    if first is None or last is None or first.unit == "year" or any(part.implied for part in reading.parts):
        return None
    return last.start.year if last.start.year == first.start.year + 1 else None


#: The last year of four digits.
_FOUR_DIGITS = 9999


def _writable(interval: Interval | None) -> Interval | None:
    """EDTF writes longer years alone and without a doubt: "20,000 years ago" has a value, and no interval."""
    if interval is None or all(
        bound is None or abs(bound.year) <= _FOUR_DIGITS for bound in (interval.start, interval.end)
    ):
        return interval
    return None if interval.approximate or interval.uncertain or interval.start != interval.end else interval


def _interval(text: str, one: Candidate, reading: Reading, context: Context) -> Interval | None:
    interval = reading.interval
    if interval is None:
        return None
    if one.mod == "END" and one.bound in ("before", "by") and reading.type == "DATE":
        return opened(interval, "until")  # "by", "before the end of the year": on any day of it
    if one.mod in ("START", "MID", "END") and reading.cell is not None:
        interval = _part(text[one.start : one.end], one.mod, reading.cell, interval, context)
    elif one.mod in _DEGREES and interval.start is not None and interval.end is not None:
        start, end = (replace(bound, approximate=True) for bound in (interval.start, interval.end))
        today = context.publication if one.mod == "AFTER" and _LESS.match(text, one.start) else None
        interval = (
            Interval(start, end, interval.precision) if today is None else Interval(start, today, interval.precision)
        )
    if not one.bound or reading.type == "DURATION":
        return interval
    if one.bound == "before" and _OUT.match(text, one.end):
        return interval  # "before the month was out" is in that month
    if one.bound in ("before", "after") and reading.cell is not None and reading.cell.unit == "daypart":
        return interval  # "before dawn on Thursday" is on Thursday
    if one.bound == "before" and _is_summer(reading.cell) and _HOLIDAYS.match(text, one.end):
        return Interval(None, interval.start, "month")
    day = reading.type == "DATE"
    if one.bound == "by" and interval.start is not None and interval.start.hour is not None:
        return interval  # "by 14:40 the index had lost 3%"
    return opened(interval, _as_of(interval, context, day=day) if one.bound == "from_then" else one.bound)


def _is_summer(cell: Cell | None) -> bool:
    return cell is not None and cell.unit == "season" and cell.start.month == _SUMMER


def _as_of(interval: Interval, context: Context, *, day: bool) -> str:
    """ "As of" a day to come it is so from then on; as of one that has passed it was so then, and what had been done by
    then, or was by today, was done up to then.
    """
    today, start = context.publication, interval.start
    if not (today and start) or number_of(start) > number_of(today):
        return "since"
    if (day and context.tense == BEFORE) or (context.tense < 0 and number_of(start) == number_of(today)):
        return "until"
    return "at" if number_of(start) < number_of(today) else "since"


def _part(words: str, mod: str, cell: Cell, whole: Interval, context: Context) -> Interval:
    """ "Early", "the end of" … a cell; "earlier this year" is the year up to publication, "later" the rest of it."""
    rest = _REST.match(words)
    today = context.publication and Bound(*(part for part in context.publication.parts[:3] if part is not None))
    if rest and today and cell.unit != "day" and whole.contains(Interval(today, today)) and whole.start and whole.end:
        first, last = containing("day", whole.start.first).start, containing("day", whole.end.last).start
        return Interval(first, today, whole.precision) if rest["earlier"] else Interval(today, last, whole.precision)
    return narrowed(cell, mod, edge=_EDGE.search(words) is not None)
