"""The date that stands with the event that an offset is counted from: "two weeks after the summit of 4 April 2008".

And the date that a length ends with: "the nine months ended Sept. 30".
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuilder.times.calendar.values import Duration, EventOffset, Every, Fixed, Partial, Reference, Step, Within
from graphbuilder.times.document.dated_events import own_date
from graphbuilder.times.finding import Candidate


def date_phrases(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, where each event phrase has its own date, if one of the next two times is it; that stays, too."""
    return [_with_date(text, one, candidates[place + 1 : place + 3]) for place, one in enumerate(candidates)]


def _with_date(text: str, one: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate with the date that belongs to its event or ends its length, if there is one."""
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
    """The offset with the date of its event, if one of the others is it."""
    assert isinstance(one.value, EventOffset)
    for other in others:
        dates = not isinstance(other.value, EventOffset | Duration | Every | Reference)
        if dates and own_date(text, one.value.phrase, other.start, other.end):
            return one.moved(value=replace(one.value, own=other.value, at=(other.start, other.end)))
    return one
