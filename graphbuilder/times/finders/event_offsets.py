"""Which words count from an event that a noun denotes: "two weeks after the summit", "the day before the vote".

What stands behind "after" and the like must be such a noun (`lexicons/times/happenings.yaml`); else other rules read
the words.
"""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import EventOffset, Value
from graphbuilder.times.calendar.words import DAYPARTS, SP, unit_name
from graphbuilder.times.document.event_phrases import phrase_after
from graphbuilder.times.finders.durations import QUANTITY, START, amount_of, number_agrees
from graphbuilder.times.finding import rule


@rule(
    rf"(?P<unit>minutes|hours|days|weeks|months|years|decades)(?={SP}(?P<side>before|after|prior{SP}to|following){SP}\w)",
    needs="unit",
    score=0.88,
)
def plural_from_event(match: re.Match[str]) -> Value | None:
    """An offset of a vague amount from an event, which is no date: months (before the invasion)."""
    return _from_event(match, None, length=True)


@rule(rf"{START}{QUANTITY}(?={SP}(?P<side>before|after|prior{SP}to|following){SP}\w)", needs="unit", score=0.96)
def from_event(match: re.Match[str]) -> Value | None:
    """An offset from an event: two weeks (after the summit)."""
    return _from_event(match, amount_of(match), length=True) if number_agrees(match) else None


@rule(
    rf"the{SP}(?P<unit>day|week|weekend|month|year|decade|morning|afternoon|evening|night)"
    rf"(?={SP}(?P<side>before|after|following|of){SP}\w)",
    needs="unit daypart",
    score=0.96,
)
def beside_event(match: re.Match[str]) -> Value | None:
    """The unit or part of a day beside an event, or its own: the day (before the vote), the night (of the crash)."""
    return _from_event(match, 1)


@rule(rf"the{SP}(?P<unit>eve)(?={SP}(?P<side>of){SP}\w)", needs="eve", score=0.9)
def eve(match: re.Match[str]) -> Value | None:
    """The day before an event: (on) the eve (of the election)."""
    return _from_event(match, 1)


#: Words before a length that make it none but a length: "for two weeks after the vote".
_LASTING = re.compile(r"\b(?:for|over|during|throughout|within|lasted|the)\s$", re.IGNORECASE)
_DIRECTIONS = {"before": -1, "prior": -1, "after": 1, "following": 1, "of": 0}


def _from_event(match: re.Match[str], amount: float | None, *, length: bool = False) -> Value | None:
    """The offset from the event that the words behind the match denote; None where they denote none.

    Nor where a word before makes it a length: "for two weeks after the vote".
    """
    phrase = phrase_after(match.string, match.end("side"), match.endpos)
    if phrase is None or (length and _LASTING.search(match.string, max(0, match.start() - 12), match.start())):
        return None
    unit, direction = match["unit"].lower(), _DIRECTIONS[match["side"].lower().split()[0]]
    if unit == "eve":
        return EventOffset(1, "day", -1, phrase)
    if unit in DAYPARTS:
        # the night after begins on the same day
        days = 0 if direction > 0 and unit in ("evening", "night") else 1
        return EventOffset(days, "day", direction, phrase, DAYPARTS[unit])
    return EventOffset(amount, unit_name(unit), direction, phrase, length=length)


RULES = (plural_from_event, from_event, beside_event, eve)
