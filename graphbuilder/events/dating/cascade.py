"""Which date an event has: by its own words, else a day by rules; the rule becomes `dated_by`.

Where no words say when, in this order: the entry of a chronology it stands in, the day of the story, the course of the
narrative. Across articles `resolve.dates` and `resolve.merge.dates` choose among the dates that each article gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuilder.events.dating.chronologies import date_by_entry
from graphbuilder.events.dating.context import READ, SENTENCE, Dating
from graphbuilder.events.dating.durations import bound_open, date_by_turn
from graphbuilder.events.dating.explicit import date_events
from graphbuilder.events.dating.histories import date_by_course
from graphbuilder.events.dating.news import date_by_story
from graphbuilder.events.dating.news_context import Company
from graphbuilder.events.dating.offsets import count_back, count_from_events
from graphbuilder.events.reading import Scene
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import TimeExpression


@dataclass(frozen=True, slots=True)
class When:
    """The dating of those events that have one."""

    times: tuple[TimeExpression, ...]
    dating: dict[Trigger, Dating]


def date_scene(scene: Scene, times: Sequence[TimeExpression], wholes: dict[Trigger, Trigger]) -> When:
    """Date the events of a scene. `wholes` gives for an event that of which it is part."""
    parse, triggers, judged = scene.parse, scene.triggers, scene.judged
    times, by_words = _by_clause(scene, times, wholes)
    known = {time.id for time in times if time.interval is not None}
    import os

    cut = float(os.environ.get("TCUT", "0.8"))
    rcut = float(os.environ.get("RCUT", "2"))
    read = {one: Dating(READ, (time,)) for one, (time, chance) in scene.told.items() if time in known and chance >= cut}
    sure = {
        one: Dating(READ, (time,)) for one, (time, chance) in scene.told.items() if time in known and chance >= rcut
    }
    told = read | by_words | sure
    by_entry = date_by_entry(parse, triggers, times, judged)
    told = {one: dating for one, dating in by_entry.items() if one not in told} | told
    company = Company(parse, scene.found, scene.roles)
    dating = date_by_story(parse, triggers, times, judged, company, told, wholes)
    dating |= date_by_course(parse, triggers, times, judged, dating)
    dating |= bound_open(parse, times, dating) | date_by_turn(parse, times, dating)
    return When(tuple(times), dating)


def _by_clause(
    scene: Scene, times: Sequence[TimeExpression], wholes: dict[Trigger, Trigger]
) -> tuple[Sequence[TimeExpression], dict[Trigger, Dating]]:
    """What clause and sentence tell of their event, and the times, of which some are counted from events."""
    parse, triggers, judged = scene.parse, scene.triggers, scene.judged
    times, back = count_back(parse, triggers, times)
    told = _joined(back, date_events(parse, triggers, times, judged, wholes))
    counted = count_from_events(parse, triggers, times, judged, told)
    if counted != tuple(times):
        times, told = counted, _joined(back, date_events(parse, triggers, counted, judged, wholes))
    return times, told


def _joined(back: dict[Trigger, Dating], told: dict[Trigger, Dating]) -> dict[Trigger, Dating]:
    """What was counted is surer than a date that only stands in the sentence."""
    return told | {one: dating for one, dating in back.items() if one not in told or told[one].rule == SENTENCE}
