"""What a zone behind a clock time denotes: "GMT", "EST", "ET", "UTC+2", "Moscow time"; the list is a lexicon.

>>> zone_of("EST", Bound(2022, 7, 1)), zone_of("ET", Bound(2022, 7, 1)), zone_of("UTC+5:30", Bound(2022))
(Zone(minutes=-300, uncertain=False), Zone(minutes=-240, uncertain=False), Zone(minutes=330, uncertain=False))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from graphbuilder.intervals import Bound
from graphbuilder.intervals.edtf import zone_minutes
from graphbuilder.lexicons import lexicon_as_written
from graphbuilder.times.calendar.cells import number_of
from graphbuilder.times.calendar.named_days import nth_weekday
from graphbuilder.times.calendar.words import SP, either

_LEXICON = lexicon_as_written("time_zones")
_FIXED, _AMBIGUOUS, _CHANGING, _PLACES = (_LEXICON[name] for name in ("fixed", "ambiguous", "changing", "places"))
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+\u2212-])\s?(\d{1,2})(?::?(\d\d))?|([+-]\d\d):?(\d\d)?", re.IGNORECASE)
_ABBREVIATIONS = either([*_FIXED, *_AMBIGUOUS, *(name for name in _CHANGING if name.isupper())])
#: The pattern of a zone behind a clock time.
ZONE = (
    rf"(?:(?-i:(?:UTC|GMT){SP}?[+\u2212-]{SP}?[0-9]{{1,2}}(?::?[0-5][0-9])?|{_ABBREVIATIONS})(?!\w)|local{SP}time"
    rf"|(?-i:{either(place.replace(' ', SP) for place in _PLACES)})(?:{SP}(?:Standard|Daylight|Summer))?{SP}Time"
    rf"|(?-i:Eastern|Central|Mountain|Pacific)(?:{SP}(?:Standard|Daylight))?\b(?!{SP}(?-i:[A-Z])))"
)


class Zone(NamedTuple):
    """Minutes ahead of UTC, None where nobody knows; whether the words may denote another zone as well."""

    minutes: int | None
    uncertain: bool = False


def zone_of(words: str, day: Bound, chosen: Mapping[str, str] | None = None) -> Zone:
    """The zone that words denote on a day.

    Args:
        words: as in the text; "" and "local time" denote none.
        day: zones that change in summer depend on it.
        chosen: what the user takes abbreviations for: ``{"IST": "+02:00"}``.
    """
    name = " ".join(words.split())
    offset = _OFFSET.fullmatch(name)
    if offset:
        return Zone(_minutes(offset))
    if chosen and name in chosen:
        return Zone(zone_minutes(chosen[name]))
    if name in _AMBIGUOUS:
        return Zone(zone_minutes(_AMBIGUOUS[name]), uncertain=True)
    return Zone(_named(name, day))


def _minutes(offset: re.Match[str]) -> int | None:
    """The minutes of an offset from UTC; None where no zone lies so far away."""
    sign, hours, minutes, iso, rest = offset.groups()
    total = zone_minutes(
        f"{iso}{rest or ''}" if iso else f"{'+' if sign == '+' else '-'}{int(hours):02}{minutes or ''}"
    )
    return total if total is not None and -720 <= total <= 840 else None


_KIND = re.compile(r"\s(?:(Standard|Daylight|Summer)\s?)?(?:time)?$|\s(Standard|Daylight)$", re.IGNORECASE)


def _named(name: str, day: Bound) -> int | None:
    """The minutes of a zone by its name; of one that changes in summer by the day, or by its own word ("Daylight")."""
    if name in _FIXED:
        return zone_minutes(_FIXED[name])
    kind = _KIND.search(name)
    place = name[: kind.start()] if kind else name
    zone = _PLACES.get(place, place)
    if zone not in _CHANGING:
        return zone_minutes(zone) if zone[:1] in ("+", "-") else None
    rule, standard = _CHANGING[zone]
    word = ((kind and (kind[1] or kind[2])) or "").lower()
    summer = word in ("daylight", "summer") if word else _is_summer(rule, day)
    minutes = zone_minutes(standard)
    return None if minutes is None else minutes + 60 * summer


def _is_summer(rule: str, day: Bound) -> bool:
    """Whether clocks are put forward: in the United States by the rules of 1987 and 2007, in Europe by that of 1996."""
    if rule == "eu":
        first, last = (3, 6, -1), (10, 6, -1)
    elif day.year >= 2007:
        first, last = (3, 6, 2), (11, 6, 1)
    else:
        first, last = (4, 6, 1), (10, 6, -1)
    return nth_weekday(day.year, *first) <= number_of(day) < nth_weekday(day.year, *last)
