"""The date that stands with what a time is counted from: "two weeks after the summit of 4 April 2008".

So with a length that a date ends: "the nine months ended Sept. 30".
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.times.calendar.values import Duration, EventOffset, Every, Fixed, Partial, Reference, Step, Within
from graphbuilder.times.document.dated_events import own_date
from graphbuilder.times.finding import Candidate


def date_phrases(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Give each phrase its own date, if one of the next two times is it; that stays a time of its own."""
    return [_with_date(text, one, candidates[place + 1 : place + 3]) for place, one in enumerate(candidates)]


def _with_date(text: str, one: Candidate, others: list[Candidate]) -> Candidate:
    if isinstance(one.value, EventOffset):
        return _dated(text, one, others)
    if isinstance(one.value, Duration) and others and _ENDING.fullmatch(text, one.end, others[0].start):
        other = others[0]
        ends = isinstance(other.value, Fixed | Partial | Within | Step) and other.bound in ("", "until")
        return one.moved(value=replace(one.value, until=other.value, at=(other.start, other.end))) if ends else one
    return one


#: Between a length and the date that ends it.
_ENDING = re.compile(r"\s(?:which\s|that\s)?(?:ended|ending|to|through)\s(?:on\s|in\s)?(?:the\s)?", re.IGNORECASE)


def _dated(text: str, one: Candidate, others: list[Candidate]) -> Candidate:
    assert isinstance(one.value, EventOffset)
    for other in others:
        dates = not isinstance(other.value, EventOffset | Duration | Every | Reference)
        if dates and own_date(text, one.value.phrase, other.start, other.end):
            return one.moved(value=replace(one.value, own=other.value, at=(other.start, other.end)))
    return one
