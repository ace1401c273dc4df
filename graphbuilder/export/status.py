"""Whether an event or relation is a plain fact, and the words for its status if not: no format may say less than the
texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphbuilder.export.marks import marks
from graphbuilder.graph.entries import TimelineEntry, happened
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.timeline import attribution_of
from graphbuilder.knowledge.relations import IN_KEY, MANNERS


def event_marks(graph: EventGraph, data: Mapping[str, Any]) -> str:
    """The marks before an event that is not simply a fact: "[did not happen, NATO says] "."""
    speakers = attribution_of(graph, data.get("attributions", ()), data.get("speakers", ()))
    return marks(happened(data["polarity"], data["modality"]), speakers, data.get("aside", ""))


def entry_marks(entry: TimelineEntry) -> str:
    """The marks before an entry of the timeline; see `event_marks`."""
    return marks(entry.happened, entry.attribution or "", entry.aside)


def edge_status(graph: EventGraph, source: str, target: str, key: object, data: Mapping[str, Any]) -> str:
    """The status of an edge that is no plain fact, joined by ", ": "not", "planned, said"; else empty.

    Of an edge from or to an event it is the status of the event: "did not happen", "said".
    """
    ends = [graph.nodes[one] for one in (source, target)]
    events = [one for one in ends if one.get("kind") == "event"]
    between_entities = all(one.get("kind") == "entity" for one in ends)
    if between_entities or len(events) == 2:
        return ", ".join(dict.fromkeys(_tie_words(key, data)))
    if len(events) == 1 and not any(one.get("kind") == "document" for one in ends):
        return ", ".join(_event_words(events[0]))
    return ""


def _tie_words(key: object, data: Mapping[str, Any]) -> Iterator[str]:
    """The words of a status by the attributes of an edge and by its key, where edges between events have them."""
    keyed = str(key).removeprefix(str(data.get("relation", ""))).split(":")
    told = {IN_KEY.get(str(data.get(name))) for name in ("polarity", "modality")}
    told |= {"former"} if data.get("former") else set()
    told |= {"said"} if data.get("attribution") else set()
    yield from (word for word in MANNERS if word in told or word in keyed)


def _event_words(data: Mapping[str, Any]) -> Iterator[str]:
    how = happened(data["polarity"], data["modality"])
    if how != "happened":
        yield how
    if data.get("attributions") or data.get("speakers"):
        yield "said"
