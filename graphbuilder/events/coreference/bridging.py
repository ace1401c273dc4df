"""Events that are meant though no word told them before: "promised membership in 2008 … at that summit"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuilder.events.dating.context import SCORES
from graphbuilder.records import EventMention


def bridge(events: Sequence[EventMention], pointers: Mapping[str, str]) -> list[EventMention]:
    """The events (in text order, chained), with "that summit" given the date and place of what was told just before.

    Only gatherings pointed at by "that" and told nowhere else, and only if the event before is past and dated.
    """
    chained = {event.chain for event in events if event.chain != event.id}
    bridged: list[EventMention] = []
    for event in events:
        alone = event.chain == event.id and event.id not in chained
        anchor = None
        if alone and event.type == "meet" and not event.times and pointers.get(event.id) == "that":
            anchor = next((one for one in reversed(bridged) if _near(one, event)), None)
        bridged.append(event if anchor is None else _dated(event, anchor))
    return bridged


def _near(before: EventMention, event: EventMention) -> bool:
    near = event.span.sentence - before.span.sentence <= 1
    return near and bool(before.times) and before.tense == "PAST" and "/publication" not in before.method


def _dated(event: EventMention, anchor: EventMention) -> EventMention:
    score = round(event.score * (0.5 + SCORES["bridge"] / 2), 3)
    place = event.place or anchor.place
    return replace(event, times=anchor.times, place=place, method=f"{event.method}/bridge", score=score)
