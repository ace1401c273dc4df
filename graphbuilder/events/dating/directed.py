"""Which dates without a year are to come though they were counted back: those that are dates of plans.

“The first doses could be given in October”, of June 2009, is not of October 2008. The words around a date do not always
tell its side; whether what is told of it is planned, the reader has learned. A day that an article names twice is one
day: of “the concert takes place on 8 October” and “the 8 October gig was announced” both are to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date

from spacy.tokens import Token

from graphbuilder.events.dating.context import words_of
from graphbuilder.intervals import Interval
from graphbuilder.reader import STATUSES, Event, Reading
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.times.document.parsed_tense import tense_in_parse

_PLANNED = STATUSES.index("planned")


def planned_times(parse: Parse, times: Sequence[TimeExpression], reading: Reading) -> Set[str]:
    """The ids of times that were counted back from publication and are of plans."""
    published = parse.document.published
    if published is None:
        return frozenset()
    plans = ((times[event.time.time], event) for event in reading.events if event.time and event.status == _PLANNED)
    back = [time for time in times if _side(time, published) < 0]
    found = {time.id for time, event in plans if time in back and _is_of(parse, time, event, reading)}
    ahead = {_day(time) for time in times if time.id in found or _side(time, published) > 0} - {None}
    return found.union(time.id for time in back if _day(time) in ahead)


def _day(time: TimeExpression) -> tuple[int, int] | None:
    """Month and day of a time that tells only these: of "8 October"."""
    start = None if time.interval is None or "day" in time.implied else time.interval.start
    if start is None or start.month is None or start.day is None or time.interval != Interval(start, start):
        return None
    return start.month, start.day


def _side(time: TimeExpression, published: date) -> int:
    """-1 for a time that lies before publication in a year that no words tell, 1 for one after it, 0 for any other."""
    if time.interval is None or time.anchor != PUBLICATION or "year" not in time.implied:
        return 0
    first, last, day = time.interval.earliest, time.interval.latest, (published.year, published.month, published.day)
    if last is not None and last.parts[:3] < day:
        return -1
    return int(first is not None and first.parts[:3] > day)


def _is_of(parse: Parse, time: TimeExpression, event: Event, reading: Reading) -> bool:
    """Whether a time belongs to the very words of an event, or at least to no verb in the past.

    A day of the week, which is often just over, belongs to a verb in another tense.

    Yes: "backed plans for a concert in October", of the concert. No: "they came home on Saturday to be honoured".
    """
    words = {int(reading.words.tokens[at]) for at in event.tellings}
    if any(above.i in words for above in _up_to_verb(parse, time)):
        return True
    tense = tense_in_parse(parse.doc, time.span.start, time.span.end)
    return "day" not in time.implied if tense is None else tense >= 0


def _up_to_verb(parse: Parse, time: TimeExpression) -> Iterator[Token]:
    """The words that a time depends on, up to its verb."""
    span = words_of(parse, time)
    for above in () if span is None else span.root.ancestors:
        yield above
        if above.pos_ in ("VERB", "AUX"):
            return
