"""The score of an event: how much a reader would want it on a timeline, 0 to 1.

It is how surely the event was read, times the sum of what counts for it and against it. The weights are set by hand, so
that an event of two named participants with a date, mentioned in a lead, has about 1; they were tried on public
timelines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from graphbuilder.events.dating.context import SCORES
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import PRECISIONS
from graphbuilder.knowledge.names import fold
from graphbuilder.records import Event, EventMention
from graphbuilder.resolve.merge.labels import POINTING

_YEAR = PRECISIONS.index("year")

# for it
#: Every event.
_BASE = 0.35
#: A date not vaguer than a year; a vaguer one, or the day of a news story or of publication.
_DATED, _ASSUMED = 0.38, 0.3
#: Each named participant, up to two.
_PARTICIPANT, _PARTICIPANTS = 0.1, 2
#: A place.
_PLACE = 0.05
#: Each further independent source, up to three.
_SOURCE, _SOURCES = 0.05, 3
#: More than two mentions.
_OFTEN, _TWICE = 0.05, 2
#: A mention in a headline or lead: the first sentences, with the lines of date and author between them.
_IN_LEAD, _LEAD_SENTENCES = 0.05, 4

# against it
#: Possible, demanded or conditional.
_UNREAL = 0.1
#: Reported speech without a date.
_REPORTED = 0.1
#: A purpose, and not dated: "to end the war".
_PURPOSE = 0.1
#: A label that cannot be understood alone.
_UNCLEAR = 0.1

#: Rules that only lend the date of the neighbouring clause: "took it over on Monday, ending the quarrel" is one line.
_LENT = frozenset({"aside"})


def scored(event: Event, mentions: Sequence[EventMention]) -> Event:
    """The event with its score; `mentions` are its own."""
    completeness = _for(event, mentions)
    for weight in _against(event, mentions):
        completeness -= weight
    return replace(event, score=round(min(max(map(_certainty, mentions)) * completeness, 1.0), 3))


def _for(event: Event, mentions: Sequence[EventMention]) -> float:
    participants = len({entity for _, entity in event.participants})
    return (
        _BASE
        + _date_weight(event)
        + _PARTICIPANT * min(participants, _PARTICIPANTS)
        + _PLACE * (event.place is not None)
        + _SOURCE * min(event.independent_sources - 1, _SOURCES)
        + _OFTEN * (len(mentions) > _TWICE)
        + _IN_LEAD * any(mention.span.sentence < _LEAD_SENTENCES for mention in mentions)
    )


def _date_weight(event: Event) -> float:
    """What the date counts: fully if a text states it, less if it is assumed or vague, not if it is lent."""
    rule = event.dated_by[0] if event.dated_by is not None else None
    if event.interval is None or rule in _LENT:
        return 0.0
    is_told = rule is not None and rule not in ASSUMED
    return _DATED if is_told and PRECISIONS.index(event.interval.precision) <= _YEAR else _ASSUMED


def _against(event: Event, mentions: Sequence[EventMention]) -> tuple[float, ...]:
    is_undated = event.interval is None
    return (
        _UNREAL * (event.modality not in ("ACTUAL", "PLANNED")),
        _REPORTED * (bool(event.attributions) and is_undated),
        _PURPOSE * (is_undated and all(map(_is_non_finite, mentions))),
        _UNCLEAR * bool(POINTING.intersection(fold(event.name).split()[:1])),
    )


def _is_non_finite(mention: EventMention) -> bool:
    """Whether a verb form says neither that it was nor that it will be: "to end the war", "supporting Ukraine"."""
    return mention.tense == "NONE" and not mention.method.startswith(("noun", "name"))


def _certainty(mention: EventMention) -> float:
    """How surely the event was read; half of what its date takes from that is given back, since to be dated counts."""
    rule = mention.method.rpartition("/")[2] if mention.times else ""
    return mention.score / sqrt(0.5 + SCORES[rule] / 2) if rule in SCORES else mention.score
