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
    Stretch,
    Value,
    Within,
)
from graphbuilder.times.finding import Candidate
from graphbuilder.times.refiners.kinds import (
    is_clock,
    is_day,
    is_daypart,
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

_POSSESSIVE = re.compile(r"['’]s\s+|\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)


def _of_whole(whole: Value, part: Value) -> Value:
    """The part in the whole that precedes it."""
    return Within(part, whole)


def _second(_first: Value, second: Value) -> Value:
    """The second value alone."""
    return second


def _hour_in_part(hour: Value, timed: Value) -> Value:
    """The hour, on the day and in the half of it whose part is named: "3:15" + "the afternoon of 4 May"."""
    assert isinstance(hour, Clock)
    assert isinstance(timed, Within)
    assert isinstance(timed.part, Clock)
    part = timed.part.part
    late = (
        part in ("AF", "EV", "NI") and hour.hour is not None and hour.hour < 12 and not (part == "NI" and hour.hour < 5)
    )
    found = replace(hour, hour=(hour.hour or 0) + 12 if late else hour.hour, of_either_half=False)
    return replace(timed, part=found)


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
    (is_part_of_year, _OF, is_year, Within),
    (is_half_or_quarter, re.compile(r"\s+of\s+", re.IGNORECASE), is_decade_or_longer, Within),
    (is_clock, re.compile(r"\s+(?:of|on)\s+(?:the\s+)?|\s+|,\s+(?:on\s+)?", re.IGNORECASE), is_day, Within),
    (is_day, _AT, is_hour, _of_whole),
    (
        is_day,
        re.compile(r"\s+(?:in\s+(?:the\s+)?|at\s+)?|,\s+in\s+(?:the\s+)?", re.IGNORECASE),
        is_daypart,
        lambda whole, part: Within(part, whole),
    ),
    (is_ordinal, re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE), is_longer_than_day, Within),
    (lambda value: isinstance(value, Every), _AT, is_hour, _every_at),
    (is_open_offset, re.compile(r"\s+"), is_timed, _offset_from),
    (is_hour, re.compile(r"\s+(?:(?:in|on|at)\s+)?(?:the\s+)?", re.IGNORECASE), is_part_of_day, _hour_in_part),
    (is_year, _POSSESSIVE, is_part_of_year, _of_whole),
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
    # an n-th part without its whole is no time
    return [_as_length_alone(text, one) for one in result if not isinstance(one.value, Ordinal)]


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
