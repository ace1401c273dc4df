"""Which date an event has: each source of dates in its turn, the surest first. The name of the rule becomes `dated_by`.

What is counted back from events, the dates of their own clauses, the entries of a chronology, what harm is done by, the
day of the story, and the course of the narrative. Dates counted from events join the times. Across articles
`graphbuilder.resolve.dates` and `merge.dates` choose among the dates that each article gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuilder.events.dating.context import SENTENCE, Dating
from graphbuilder.events.dating.durations import bound_open, date_by_turn
from graphbuilder.events.dating.explicit import date_events
from graphbuilder.events.dating.histories import date_by_course
from graphbuilder.events.dating.news import date_by_story
from graphbuilder.events.dating.news_context import Company
from graphbuilder.events.dating.offsets import count_back, count_from_events
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.relations.casualties import Sources, dated_by_harm, find_sources, placed_by_harm
from graphbuilder.events.selection import Scene
from graphbuilder.records import Participant, TimeExpression


@dataclass(frozen=True, slots=True)
class When:
    """The dating of those events that have one."""

    times: tuple[TimeExpression, ...]
    """Those counted from events too."""
    triggers: tuple[Trigger, ...]
    """Without what is passing and has no date."""
    dating: dict[Trigger, Dating]
    sources: Sources
    """What hurt whom."""
    roles: dict[Trigger, list[Participant]]
    """Those of the scene, with the places of what hurt whom."""


def date_scene(scene: Scene, times: Sequence[TimeExpression], wholes: dict[Trigger, Trigger]) -> When:
    """Date the events of a scene. `wholes` gives for an event that of which it is part."""
    parse, triggers = scene.parse, scene.triggers
    factuality = {trigger: scene.judged[trigger] for trigger in triggers}
    times, told = _told_of_themselves(scene, times, wholes)
    sources = find_sources(parse, triggers, factuality)
    told |= dated_by_harm(parse, sources, told)
    roles = placed_by_harm(parse, sources, scene.roles)
    company = Company(parse, scene.known, roles)
    dating = date_by_story(parse, triggers, times, factuality, company, told, wholes)
    dating |= dated_by_harm(parse, sources, dating)
    kept = tuple(one for one in triggers if one not in scene.passing or one in dating)
    dating |= date_by_course(parse, kept, times, factuality, dating)
    dating |= bound_open(parse, times, dating) | date_by_turn(parse, times, dating)
    return When(tuple(times), kept, dating, sources, roles)


def _told_of_themselves(
    scene: Scene, times: Sequence[TimeExpression], wholes: dict[Trigger, Trigger]
) -> tuple[Sequence[TimeExpression], dict[Trigger, Dating]]:
    """What clause, sentence and entry tell of their event; the present tense of an entry tells what is past."""
    parse, triggers = scene.parse, scene.triggers
    factuality = {trigger: scene.judged[trigger] for trigger in triggers}
    entered = {one: replace(factuality[one], tense="PAST") for one in triggers if one in scene.by_entry}
    times, back = count_back(parse, triggers, times)
    told = _joined(back, date_events(parse, triggers, times, factuality | entered, wholes))
    counted = count_from_events(parse, triggers, times, factuality, told)
    if counted != tuple(times):
        times, told = counted, _joined(back, date_events(parse, triggers, counted, factuality | entered, wholes))
    return times, {one: dating for one, dating in scene.by_entry.items() if one in factuality} | told


def _joined(back: dict[Trigger, Dating], told: dict[Trigger, Dating]) -> dict[Trigger, Dating]:
    """What was counted is surer than a date that only stands in the sentence."""
    return told | {one: dating for one, dating in back.items() if one not in told or told[one].rule == SENTENCE}
