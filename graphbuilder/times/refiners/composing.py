"""Neighbours that denote one time together: a table of what may follow what, over which words between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graphbuilder.times.calendar.values import (
    Clock,
    Duration,
    Every,
    Offset,
    Ordinal,
    Several,
    Stretch,
    Value,
    Within,
)
from graphbuilder.times.finding import Candidate
from graphbuilder.times.refiners.kinds import (
    is_clock,
    is_day,
    is_daypart,
    is_days,
    is_decade_or_longer,
    is_half_or_quarter,
    is_hour,
    is_longer_than_day,
    is_open_offset,
    is_ordinal,
    is_part_of_day,
    is_part_of_year,
    is_plain_day,
    is_timed,
    is_weekday,
    is_year,
)

_AT = re.compile(r"\s*,?\s*(?:(?:at|around|about|by)\s+(?:about\s+|around\s+|exactly\s+)?)?\s*", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|['’]s\s+|\s+|,\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"['’]s\s+|\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)


def _part_of_first_day(part: Value, days: Value) -> Value:
    """The part of the first day, and the days after it: "the night of 3-4 May"."""
    assert isinstance(days, Several)
    (start, end, first), *rest = days.parts
    return replace(days, parts=((start, end, Within(part, first)), *rest))


def _within(part: Value, whole: Value) -> Value:
    """The part in the whole."""
    return Within(part, whole)


def _swap(whole: Value, part: Value) -> Value:
    """The part in the whole that precedes it."""
    return Within(part, whole)


def _second(_first: Value, second: Value) -> Value:
    """The second value alone."""
    return second


def _merge_clock(part: Value, hour: Value) -> Value:
    """The hour, in the half of the day that its part names: "the evening, at 9:30"."""
    assert isinstance(part, Clock)
    assert isinstance(hour, Clock)
    return _shifted(hour, part.part)


def _hour_in_part(hour: Value, timed: Value) -> Value:
    """The hour, on the day whose part is named: "3:15" + "the afternoon of 4 May"."""
    assert isinstance(timed, Within)
    return replace(timed, part=_merge_clock(timed.part, hour))


def _shifted(hour: Clock, part: str) -> Clock:
    """The hour, twelve hours later where the part of the day asks for that."""
    late = (
        part in ("AF", "EV", "NI") and hour.hour is not None and hour.hour < 12 and not (part == "NI" and hour.hour < 5)
    )
    return replace(hour, hour=(hour.hour or 0) + 12 if late else hour.hour, of_either_half=False)


def _every_at(every: Value, clock: Value) -> Value:
    """The set, at this time of day."""
    assert isinstance(every, Every)
    assert isinstance(clock, Clock)
    return replace(every, clock=clock)


def _offset_from(away: Value, of: Value) -> Value:
    """The offset, from this time."""
    assert isinstance(away, Offset)
    return replace(away, of=of)


Test = Callable[[Value], bool]
#: First value, words between, second value, what they make.
JOINS: tuple[tuple[Test, re.Pattern[str], Test, Callable[[Value, Value], Value]], ...] = (
    (is_weekday, re.compile(r"\s*,?\s*\(?(?:the\s+)?", re.IGNORECASE), is_plain_day, _second),
    (is_open_offset, _SPACE, is_timed, _offset_from),
    (is_daypart, re.compile(r"\s*,?\s*at\s+(?:about\s+|around\s+)?", re.IGNORECASE), is_hour, _merge_clock),
    (is_part_of_year, _OF, is_year, _within),
    (is_half_or_quarter, re.compile(r"\s+of\s+", re.IGNORECASE), is_decade_or_longer, _within),
    (is_clock, re.compile(r"\s+(?:of|on)\s+(?:the\s+)?|\s+|,\s+(?:on\s+)?", re.IGNORECASE), is_day, _within),
    (is_day, _AT, is_hour, _swap),
    (is_hour, re.compile(r"\s+(?:(?:in|on|at)\s+)?(?:the\s+)?", re.IGNORECASE), is_part_of_day, _hour_in_part),
    (is_day, re.compile(r"\s+(?:in\s+(?:the\s+)?|at\s+)?|,\s+in\s+(?:the\s+)?", re.IGNORECASE), is_daypart, _swap),
    (lambda value: isinstance(value, Every), _AT, is_hour, _every_at),
    (is_daypart, re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE), is_days, _part_of_first_day),
    (is_ordinal, re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE), is_longer_than_day, _within),
    (is_year, _POSSESSIVE, is_part_of_year, _swap),
)


def compose(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, with neighbours joined as long as the table allows: "9 a.m." + "Tuesday," + "29 November"."""
    result: list[Candidate] = []
    for one in candidates:
        result.append(one)
        while len(result) > 1:
            joined = _join(text, result[-2], result[-1])
            if joined is None:
                break
            result[-2:] = [joined]
    return [_as_length_alone(text, one) for one in _hours_in_brackets(text, result) if not _is_part_alone(one.value)]


def _is_part_alone(value: Value) -> bool:
    """Whether a value is an n-th part that found no whole, and so no time."""
    return isinstance(value, Ordinal)


_OPEN, _SHUT = re.compile(r"\s?\("), re.compile(r"\),?\s(?:on\s)?(?:the\s)?", re.IGNORECASE)


_OPEN, _SHUT = re.compile(r"\s?\("), re.compile(r"\),?\s(?:on\s)?(?:the\s)?", re.IGNORECASE)


def _hours_in_brackets(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, where an hour and the one in brackets behind it are both of the day that follows.

    Yes: "at 1653 local time (2153 GMT) on Tuesday".
    """
    result = list(candidates)
    for place, (first, second, day) in enumerate(zip(candidates, candidates[1:], candidates[2:], strict=False)):
        hours = is_hour(first.value) and is_hour(second.value) and is_day(day.value)
        if hours and _OPEN.fullmatch(text, first.end, second.start) and _SHUT.fullmatch(text, second.end, day.start):
            result[place : place + 2] = (one.moved(value=Within(one.value, day.value)) for one in (first, second))
    return result


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    """The candidate that two neighbours make, if the table has them."""
    if second.start - first.end > 16:
        return None
    for is_first, gap, is_second, make in JOINS:
        if is_first(first.value) and is_second(second.value) and gap.fullmatch(text, first.end, second.start):
            value = make(first.value, second.value)
            return Candidate(first.start, second.end, value, second.rule, min(max(first.score, second.score), 0.95))
    return None


_SIDE = re.compile(r"\s(?:before|after|following|prior\sto)$", re.IGNORECASE)


def _as_length_alone(text: str, one: Candidate) -> Candidate:
    """The candidate, as a length where the time that it is counted from is missing: "two days before the vote"."""
    value = one.value
    if isinstance(value, Stretch):
        return one.moved(value=Duration(((abs(value.count), value.unit),)), rule="duration")
    if not isinstance(value, Offset) or value.anchor or value.of is not None or one.rule == "aside_from":
        return one
    side = _SIDE.search(text, one.start, one.end)
    length = Duration(((value.amount, value.unit),))
    return one.moved(value=length, end=side.start() if side else one.end, rule="duration")
