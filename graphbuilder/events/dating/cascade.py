"""Which date an event has: that of the words that the reader ties to it, else a day by rules.

The rule becomes `dated_by`. Where no words say when, in this order: the entry of a chronology it stands in, the
day of the story; then what lasted is given its start and end. Across
articles `resolve.dates` and `resolve.merge.dates` choose among the dates that each article gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.events.dating.chronologies import date_by_entry
from graphbuilder.events.dating.context import Dating
from graphbuilder.events.dating.durations import date_by_onset, date_by_owned_time, date_by_turn
from graphbuilder.events.dating.news import date_by_story
from graphbuilder.events.dating.news_context import Company
from graphbuilder.events.reading import Scene
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import TimeExpression


def date_scene(scene: Scene, times: Sequence[TimeExpression]) -> dict[Trigger, Dating]:
    """The dating of those events of a scene that have one."""
    parse, triggers, judged = scene.parse, scene.triggers, scene.judged
    told = _read(scene, times)
    told |= {one: day for one, day in date_by_entry(parse, triggers, times, judged).items() if one not in told}
    company = Company(parse, scene.found, scene.roles)
    dating = date_by_story(parse, triggers, times, judged, company, told)
    for rule in (date_by_onset, date_by_turn, date_by_owned_time):
        dating |= rule(parse, times, dating)
    return dating


def _read(scene: Scene, times: Sequence[TimeExpression]) -> dict[Trigger, Dating]:
    """The dates that the reader ties to events, of those that denote an interval."""
    known = {time.id for time in times if time.interval is not None}
    return {one: dating for one, dating in scene.told.items() if dating.times[0] in known}
