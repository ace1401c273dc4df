"""EventGraph → a slice of it: the events in which somebody takes part, or of a period, and what these are tied to.

In: a graph. Out: a graph like any other, which says what the whole says of these events and no more: its entities are
told by the articles that tell the events, and its timeline is that of the whole with the same question. Its attributes
`about` and `chosen` are the ids of who is asked about, and of the events that the whole chooses. The steps:

1. the lines of the timeline that are asked for; with `top` the weightiest of those that are chosen;
2. with each line what it subsumes, so that it has the same participants;
3. the entities that take part in these events, and the articles that tell them;
4. of their mentions, ties and judgements those that stand in these articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import Any

from graphbuilder.graph import choice
from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.elements import document_node
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.subsumption import entities_of, subsumers_of
from graphbuilder.graph.timeline import denoted, events_of_lines
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity


def sliced(
    graph: EventGraph,
    about: str | Entity | None = None,
    *,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    top: int | None = None,
) -> EventGraph:
    """The part of a graph that `timeline` with these arguments is of: its events, who takes part in them, the articles
    that tell them.

    Args:
        graph: the graph; it is only read.
        about: as of `timeline`.
        start: as of `timeline`.
        end: as of `timeline`.
        top: only so many lines, of those that a reader would want; see `timeline`.

    Raises:
        UnknownName: no entity bears the name `about`; the message lists the nearest.
        InputError: as of `timeline`.
    """
    with collection_paused():
        period: dict[str, Any] = {"start": start, "end": end}
        events = graph.events()
        subsumers = subsumers_of(events)
        lines = events_of_lines(graph, events, subsumers, about, **period, chosen=top is not None, top=top)
        if top is None:
            lines += events_of_lines(graph, events, None, about, **period)
        kept = {line.id for line in lines}
        chosen = choice.chosen(graph) & kept
        kept |= {event for event, outer in subsumers.items() if not kept.isdisjoint(outer)}
        asked = (
            {one for one in graph.graph.get("about", ()) if one in graph} if about is None else denoted(graph, about)
        )
        tied = {one for event in events if event.id in kept for one in entities_of(event)}
        entities = {one for one in tied if one in graph} | asked
        documents = _told_by(graph, kept) | _told_by(graph, asked, most=1)
        part = EventGraph(
            **graph.graph | {
                "documents": {one: facts for one, facts in graph.graph["documents"].items() if one in documents},
                "about": sorted(asked),
                "chosen": sorted(chosen),
            }
        )  # fmt: skip
        wanted = kept | entities | set(map(document_node, documents))
        part.add_nodes_from((node, _told(data, documents)) for node, data in graph.nodes(data=True) if node in wanted)
        _add_edges(part, graph, documents)
        part.graph["judgements"] = _judged(part, graph)
        return part


def _told_by(graph: EventGraph, nodes: Iterable[str], most: int | None = None) -> set[str]:
    """The articles that tell these nodes; of each node the first ones."""
    return {one["document"] for node in nodes for one in graph.nodes[node]["provenance"][:most]}


def _told(data: Plain, documents: Set[str]) -> Plain:
    """The attributes of a node or edge, with what these articles tell of it."""
    provenance = data.get("provenance", ())
    here = [number for number, one in enumerate(provenance) if one["document"] in documents]
    if len(here) == len(provenance):
        return dict(data)
    told = data | {"provenance": [provenance[number] for number in here]}
    if len(data.get("mentions", ())) == len(provenance):
        told["mentions"] = [data["mentions"][number] for number in here]
    return told


def _add_edges(part: EventGraph, graph: EventGraph, documents: Set[str]) -> None:
    """Add the edges between the nodes of a part that its articles tell."""
    for source, target, key, data in graph.edges(part, keys=True, data=True):
        told = _told(data, documents)
        if target in part and told.get("provenance", True):
            part.add_edge(source, target, key=key, **told)


def _judged(part: EventGraph, graph: EventGraph) -> list[Plain]:
    """The judgements on mentions that are all in a part."""
    here, whole = _mentions(part), _mentions(graph)
    absent = whole - here
    judged: Iterable[Mapping[str, str]] = graph.graph.get("judgements", ())
    return [dict(one) for one in judged if one["left"] in here and one["right"] not in absent]


def _mentions(graph: EventGraph) -> set[str]:
    return {mention for _, data in graph.nodes(data=True) for mention in data.get("mentions", ())}
