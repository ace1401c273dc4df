"""Which date stands with the event that an offset is counted from: "two weeks after the summit of 4 April 2008"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.times.calendar.values import Duration, EventOffset, Every, Reference
from graphbuilder.times.document.event_phrases import own_date
from graphbuilder.times.finding import Candidate


def date_phrases(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, where each event phrase has its own date, if one of the next two times is it; that stays, too."""
    return [_with_date(text, one, candidates[place + 1 : place + 3]) for place, one in enumerate(candidates)]


def _with_date(text: str, one: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate with the date that belongs to its event, if one of the others is it."""
    if not isinstance(one.value, EventOffset):
        return one
    for other in others:
        dates = not isinstance(other.value, EventOffset | Duration | Every | Reference)
        if dates and own_date(text, one.value.phrase, other.start, other.end):
            return one.moved(value=replace(one.value, own=other.value, at=(other.start, other.end)))
    return one
