"""What the reader takes for done on a day after publication: a plan, or no event of that day.

A day that the text gives with its month is to come, and so is what is told of it, unless with a verb in the past: “the
concert on 8 October” in an article of 28 September is planned. “Tickets were sold for the concert on 8 October” tells
of another day. Articles that were changed later tell the past of days after their publication with the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graphbuilder.events.factuality import FACT, Factuality
from graphbuilder.events.reading import Scene
from graphbuilder.records import TimeExpression


def with_days_to_come(scene: Scene, times: Sequence[TimeExpression]) -> Scene:
    """The scene, where what is to come is planned, and what is past was not on a day to come."""
    published = scene.parse.document.published
    if published is None:
        return scene
    ahead = {time.id: time for time in times if _is_after(time, published)}
    told = {one: ahead[dating.times[0]] for one, dating in scene.told.items() if dating.times[0] in ahead}
    to_come = {scene.first[one] for one in told if scene.judged[one].tense != "PAST"}
    planned = {one for one, time in told.items() if scene.first[one] in to_come and _is_sure(time)}
    past = {one for one, time in told.items() if scene.first[one] not in to_come and "year" in time.implied}
    return replace(
        scene,
        judged={one: _planned(judged) if one in planned else judged for one, judged in scene.judged.items()},
        told={one: day for one, day in scene.told.items() if one not in past},
    )


def _is_after(time: TimeExpression, published: date) -> bool:
    """Whether a time begins after the day of publication."""
    first = None if time.interval is None else time.interval.earliest
    return first is not None and first.parts[:3] > (published.year, published.month, published.day)


def _is_sure(time: TimeExpression) -> bool:
    """Whether a time is a day with its month, so that it can be no other: not "Tuesday", not "July"."""
    return time.interval is not None and time.interval.precision == "day" and "month" not in time.implied


def _planned(judged: Factuality) -> Factuality:
    """As planned, if nothing else than that it happened is said of it."""
    return replace(judged, modality="PLANNED") if judged.way == FACT else judged
