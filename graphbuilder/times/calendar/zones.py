"""What a zone behind a clock time denotes: "GMT", "EST", "ET", "UTC+2"; the list is a lexicon.

>>> zone_of("EST"), zone_of("ET"), zone_of("UTC+5:30")
(Zone(minutes=-300, uncertain=False), Zone(minutes=None, uncertain=False), Zone(minutes=330, uncertain=False))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from graphbuilder.intervals.edtf import zone_minutes
from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar.words import SP, either

_LEXICON = lexicon("time_zones")
_FIXED, _AMBIGUOUS = _LEXICON["fixed"], _LEXICON["ambiguous"]
_ABBREVIATIONS = either([*_FIXED, *_AMBIGUOUS, *_LEXICON["changing"]])
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+\u2212-])\s?(\d{1,2})(?::?(\d\d))?|([+-]\d\d):?(\d\d)?", re.IGNORECASE)
#: The pattern of a zone behind a clock time.
ZONE = (
    rf"(?:(?-i:(?:UTC|GMT){SP}?[+\u2212-]{SP}?[0-9]{{1,2}}(?::?[0-5][0-9])?|{_ABBREVIATIONS})(?!\w)"
    rf"|local{SP}time)"
)


class Zone(NamedTuple):
    """Minutes ahead of UTC, None where nobody knows; whether the words may denote another zone as well."""

    minutes: int | None
    uncertain: bool = False


def zone_of(words: str, chosen: Mapping[str, str] | None = None) -> Zone:
    """The zone that words denote; "", "local time" and what changes in summer ("ET") denote none.

    `chosen` is what the user takes abbreviations for: ``{"IST": "+02:00"}``.
    """
    name = " ".join(words.split())
    if offset := _OFFSET.fullmatch(name):
        return Zone(_minutes(offset))
    if chosen and name in chosen:
        return Zone(zone_minutes(chosen[name]))
    if name in _AMBIGUOUS:
        return Zone(zone_minutes(_AMBIGUOUS[name]), uncertain=True)
    return Zone(zone_minutes(_FIXED[name]) if name in _FIXED else None)


def _minutes(offset: re.Match[str]) -> int | None:
    """The minutes of an offset from UTC; None where no zone lies so far away."""
    sign, hours, minutes, iso, rest = offset.groups()
    total = zone_minutes(
        f"{iso}{rest or ''}" if iso else f"{'+' if sign == '+' else '-'}{int(hours):02}{minutes or ''}"
    )
    return total if total is not None and -720 <= total <= 840 else None
