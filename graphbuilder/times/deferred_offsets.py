"""The arithmetic of offsets from events: given the date of an event, the date "two days after" it.

It serves `graphbuilder.events.dating.offsets`, which finds the event by the parse and knows its date. Where the date
stands with the event itself, `anchors.event_offsets` has done it before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.intervals import Interval
from graphbuilder.records import TimeExpression
from graphbuilder.times.anchors.event_offsets import offset_from_interval
from graphbuilder.times.anchors.offsets import shifted
from graphbuilder.times.calendar.values import Duration, EventOffset, Offset
from graphbuilder.times.finders import find_candidates

_CLAUSE = re.compile(r"\s(?P<side>after|before)\s", re.IGNORECASE)
#: Words before a length that make it none but a length: "for two days after they met".
_FOR = re.compile(r"\b(?:for|over|within|in|during|lasted|took)\s(?:the\s(?:first|next)\s)?\Z", re.IGNORECASE)
#: TIMEX3 value of a length in one unit, and what stands between a date and it: "on 18 March, just two days after".
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_APPOSED = re.compile(r",\s(?:(?:about|almost|exactly|just|nearly|only|roughly|some)\s)?")
_JOINED = re.compile(r"[^.;]{1,80}\sand\s")
_SIDE = re.compile(r"\s(after|before)\s")


def event_offset_of_clause(text: str, time: TimeExpression, end: int) -> EventOffset | None:
    """The offset of a length from the event of the clause behind it: "three days" after they met.

    Args:
        text: that of the document.
        time: as `time_expressions` read it.
        end: of its sentence.
    """
    span, match = time.span, _CLAUSE.match(text, time.span.end, end)
    if match is None or time.interval is not None or time.mod or time.type != "DURATION":
        return None
    if not time.method.endswith((".duration", ".from_event")):
        return None
    if _FOR.search(text[max(0, span.start - 20) : span.start]):
        return None
    found = find_candidates(text, span.start, span.end)
    lengths = (one.value for one in found if (one.start, one.end) == (span.start, span.end))
    for value in lengths:
        if isinstance(value, Duration) and len(value.amounts) == 1 and value.side == 0:
            amount, unit = value.amounts[0]
            return EventOffset(amount, unit, 1 if match["side"].lower() == "after" else -1, (0, 0), length=True)
    return None


def dated_from_event(time: TimeExpression, value: EventOffset, when: Interval, name: str) -> TimeExpression:
    """The time, counted from an event that happened `when`, as the time called `name` says.

    If that is too vague, the time as it was.
    """
    reading = offset_from_interval(value, when, name)
    if reading is None:
        return time
    return replace(
        time, type=reading.type, value=reading.value, interval=reading.interval, anchor=name, implied=reading.implied
    )


def event_date_by_offset(
    text: str, time: TimeExpression, day: TimeExpression, before: TimeExpression | None = None
) -> TimeExpression | None:
    """The date of an event that an offset tells from a day beside it; None, where the words are no such offset.

    Yes: "On 18 March, two days after a referendum": the two days, with the date of the referendum, 16 March.

    `before` is another such offset from the same day: "on Monday, a year after the fire and a week after the vote".
    """
    length, side, when = _LENGTH.fullmatch(time.value), _SIDE.match(text, time.span.end), day.interval
    pattern, told = (_APPOSED, day) if before is None else (_JOINED, before)
    told_of = pattern.fullmatch(text, told.span.end, time.span.start)
    if not (length and side and told_of) or time.interval is not None or when is None:
        return None
    if when.start is None or when.start != when.end or when.precision != "day":
        return None
    away = Offset(int(length[1]), _UNITS[length[2]], -1 if side[1] == "after" else 1, anchor="")
    found = shifted(away, when.start, day.id).interval
    return None if found is None else replace(time, interval=found, anchor=day.id)
