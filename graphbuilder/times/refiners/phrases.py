"""The date that stands with what a time is counted from: "two weeks after the summit of 4 April 2008"."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.times.finding import Candidate
from graphbuilder.times.happenings import own_date
from graphbuilder.times.values import Duration, Every, FromEvent, Reference


def date_phrases(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Give each phrase its own date, if one of the next two times is it; that stays a time of its own."""
    return [
        _dated(text, one, candidates[place + 1 : place + 3]) if isinstance(one.value, FromEvent) else one
        for place, one in enumerate(candidates)
    ]


def _dated(text: str, one: Candidate, others: list[Candidate]) -> Candidate:
    assert isinstance(one.value, FromEvent)
    for other in others:
        dates = not isinstance(other.value, FromEvent | Duration | Every | Reference)
        if dates and own_date(text, one.value.phrase, other.start, other.end):
            return one.moved(value=replace(one.value, own=other.value, at=(other.start, other.end)))
    return one
