"""Neighbours that tell one time together: a table of what may follow what, over which words between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graphbuilder.times.cells import AGES
from graphbuilder.times.finding import Candidate
from graphbuilder.times.values import (
    AncientYear,
    Away,
    Clock,
    Duration,
    Every,
    FiscalYear,
    Fixed,
    Named,
    Numeric,
    Ordinal,
    OrdinalWeekday,
    Partial,
    Several,
    ShortYear,
    Step,
    Stretch,
    Value,
    Within,
)  # fmt: skip

_AT = re.compile(r"\s*,?\s*(?:(?:at|around|about|by)\s+(?:about\s+|around\s+|exactly\s+)?)?\s*", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|['’]s\s+|\s+|,\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"['’]s\s+|\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)

_DAY_UNITS = ("day", "weekday")


def is_day(value: Value) -> bool:
    """Whether the value tells one day."""
    match value:
        case Fixed(cell=cell):
            return cell.unit == "day"
        case Partial(unit=unit) | Step(unit=unit):
            return unit in _DAY_UNITS
        case Within(part=part):
            return is_day(part)
        case Away(unit=unit):
            return unit == "day"
        case Numeric() | Named():
            return True
    return False


def is_year(value: Value) -> bool:
    """Whether the value tells one year."""
    match value:
        case Fixed(cell=cell):
            return cell.unit == "year"
        case Step(unit=unit):
            return unit == "year"
        case ShortYear(unit=unit):
            return unit == "year"
    return isinstance(value, FiscalYear | AncientYear)


def _weekday(value: Value) -> bool:
    return isinstance(value, Partial) and value.unit == "weekday" and value.step is None


def _plain_day(value: Value) -> bool:
    return isinstance(value, Fixed | Partial | Numeric) and is_day(value) and not _weekday(value)


def _part_of_year(value: Value) -> bool:
    units = ("month", "season", "quarter", "half", "day")
    return isinstance(value, Named) or (isinstance(value, Partial) and value.unit in units and value.step is None)


def _timed_part_of_year(value: Value) -> bool:
    return isinstance(value, Within) and isinstance(value.part, Clock) and _part_of_year(value.whole)


def _clock(value: Value) -> bool:
    return isinstance(value, Clock)


def _hour(value: Value) -> bool:
    return isinstance(value, Clock) and value.hour is not None


def _daypart(value: Value) -> bool:
    return isinstance(value, Clock) and bool(value.part)


def _open_away(value: Value) -> bool:
    return isinstance(value, Away) and value.anchor == ""


def _timed(value: Value) -> bool:
    return not isinstance(value, Clock | Every | Ordinal | OrdinalWeekday | Stretch | Duration) and not _open_away(
        value
    )


def _ordinal(value: Value) -> bool:
    return isinstance(value, Ordinal | OrdinalWeekday | Stretch)


def _share(value: Value) -> bool:
    return isinstance(value, Partial) and value.unit in ("half", "quarter") and value.step is None


def _age(value: Value) -> bool:
    if isinstance(value, ShortYear):
        return value.unit == "decade"
    return isinstance(value, Fixed) and value.cell.unit in AGES


def _longer(value: Value) -> bool:
    return (isinstance(value, Within) and not is_day(value)) or _plain_longer(value)


def _plain_longer(value: Value) -> bool:
    return is_year(value) or (isinstance(value, Step | Fixed | Partial) and not is_day(value))


def _hours(value: Value) -> bool:
    return isinstance(value, Several) and all(_hour(part) for _start, _end, part in value.parts)


def _hours_of_day(hours: Value, day: Value) -> Value:
    """ "9-11 a.m. on Friday": both hours are of that day."""
    assert isinstance(hours, Several)
    return replace(hours, parts=tuple((start, end, Within(part, day)) for start, end, part in hours.parts))


def _days(value: Value) -> bool:
    return isinstance(value, Several) and all(is_day(part) for _start, _end, part in value.parts)


def _part_of_first_day(part: Value, days: Value) -> Value:
    """ "The night of 3-4 May": that of the third, and the day after it."""
    assert isinstance(days, Several)
    (start, end, first), *rest = days.parts
    return replace(days, parts=((start, end, Within(part, first)), *rest))


def _within(part: Value, whole: Value) -> Value:
    return Within(part, whole)


def _inner_within(timed: Value, year: Value) -> Value:
    """ "The early hours of 3 January" + "last year"."""
    assert isinstance(timed, Within)
    return replace(timed, whole=Within(timed.whole, year))


def _swap(whole: Value, part: Value) -> Value:
    return Within(part, whole)


def _second(_first: Value, second: Value) -> Value:
    return second


def _merge_clock(part: Value, hour: Value) -> Value:
    """ "The evening, at 9:30": the part of the day says which half."""
    assert isinstance(part, Clock)
    assert isinstance(hour, Clock)
    return _shifted(hour, part.part)


def _merge_clock_back(hour: Value, part: Value) -> Value:
    return _merge_clock(part, hour)


def _shifted(hour: Clock, part: str) -> Clock:
    late = (
        part in ("AF", "EV", "NI") and hour.hour is not None and hour.hour < 12 and not (part == "NI" and hour.hour < 5)
    )
    return replace(hour, hour=(hour.hour or 0) + 12) if late else hour


def _every_at(every: Value, clock: Value) -> Value:
    assert isinstance(every, Every)
    assert isinstance(clock, Clock)
    return replace(every, clock=clock)


def _away_from(away: Value, of: Value) -> Value:
    assert isinstance(away, Away)
    return replace(away, of=of)


Test = Callable[[Value], bool]
#: First value, words between, second value, what they make.
JOINS: tuple[tuple[Test, re.Pattern[str], Test, Callable[[Value, Value], Value]], ...] = (
    (_weekday, re.compile(r"\s*,?\s*\(?(?:the\s+)?", re.IGNORECASE), _plain_day, _second),
    (_open_away, _SPACE, _timed, _away_from),
    (_daypart, re.compile(r"\s*,?\s*at\s+(?:about\s+|around\s+)?", re.IGNORECASE), _hour, _merge_clock),
    (_hour, re.compile(r"\s+(?:in|at)\s+(?:the\s+)?|\s+", re.IGNORECASE), _daypart, _merge_clock_back),
    (_part_of_year, _OF, is_year, _within),
    (_timed_part_of_year, re.compile(r",?\s+(?:of\s+)?", re.IGNORECASE), is_year, _inner_within),
    (_share, re.compile(r"\s+of\s+", re.IGNORECASE), _age, _within),
    (_clock, re.compile(r"\s+(?:of|on)\s+(?:the\s+)?|\s+|,\s+(?:on\s+)?", re.IGNORECASE), is_day, _within),
    (_hours, re.compile(r"\s+(?:of|on)\s+(?:the\s+)?|\s+|,\s+(?:on\s+)?", re.IGNORECASE), is_day, _hours_of_day),
    (is_day, _AT, _hour, _swap),
    (is_day, re.compile(r"\s+(?:in\s+(?:the\s+)?|at\s+)?|,\s+in\s+(?:the\s+)?", re.IGNORECASE), _daypart, _swap),
    (lambda value: isinstance(value, Every), _AT, _hour, _every_at),
    (
        lambda value: value == Ordinal(1, "week"),
        re.compile(r"\s+(?:of|beginning|starting|commencing)\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE),
        lambda value: is_day(value) and not _weekday(value),
        _within,
    ),
    (_daypart, re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE), _days, _part_of_first_day),
    (_ordinal, re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE), _longer, _within),
    (is_year, _POSSESSIVE, _part_of_year, _swap),
)


def compose(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Join neighbours as long as the table allows: "9 a.m." + "Tuesday," + "29 November"."""
    result: list[Candidate] = []
    for one in candidates:
        result.append(one)
        while len(result) > 1:
            joined = _join(text, result[-2], result[-1])
            if joined is None:
                break
            result[-2:] = [joined]
    return [_closed(text, one) for one in _hours_in_brackets(text, result) if not _part_alone(one.value)]


def _part_alone(value: Value) -> bool:
    return isinstance(value, Ordinal | OrdinalWeekday)


_OPEN, _SHUT = re.compile(r"\s?\("), re.compile(r"\),?\s(?:on\s)?(?:the\s)?", re.IGNORECASE)
#: Two clocks never differ by more.
_ZONES_APART = 14


def _hours_in_brackets(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """ "At 11:00 (10:00 GMT) on Sunday": the day is that of both hours."""
    result = list(candidates)
    for place, (first, second, day) in enumerate(zip(candidates, candidates[1:], candidates[2:], strict=False)):
        here, there, whole = first.value, second.value, day.value
        if not (isinstance(here, Clock) and isinstance(there, Clock) and is_day(whole)):
            continue
        if _OPEN.fullmatch(text, first.end, second.start) and _SHUT.fullmatch(text, second.end, day.start):
            apart = (here.hour or 0) - (there.hour or 0)
            beside = (
                whole if abs(apart) <= _ZONES_APART else Away(1, "day", 1 if apart > 0 else -1, of=whole, kept=True)
            )
            result[place : place + 2] = (
                first.moved(value=Within(here, whole)),
                second.moved(value=Within(there, beside)),
            )
    return result


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    if second.start - first.end > 16:
        return None
    for is_first, gap, is_second, make in JOINS:
        if is_first(first.value) and is_second(second.value) and gap.fullmatch(text, first.end, second.start):
            value = make(first.value, second.value)
            return Candidate(first.start, second.end, value, second.rule, min(max(first.score, second.score), 0.95))
    return None


_SIDE = re.compile(r"\s(?:before|after|following|prior\sto)$", re.IGNORECASE)


def _closed(text: str, one: Candidate) -> Candidate:
    """ "Two days before the vote": where no time follows, two days are only a length."""
    value = one.value
    if isinstance(value, Stretch):
        return one.moved(value=Duration(((abs(value.count), value.unit),)), rule="duration")
    if not isinstance(value, Away) or value.anchor or value.of is not None or one.rule == "aside_from":
        return one
    side = _SIDE.search(text, one.start, one.end)
    length = Duration(((value.amount, value.unit),))
    return one.moved(value=length, end=side.start() if side else one.end, rule="duration")
