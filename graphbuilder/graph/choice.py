"""Which lines a timeline has where nobody asks for more: those of likely events, and of each article the surest.

In: a graph, or a part of it. Out: the ids of the chosen events. The command line, the page and notebooks all ask here.
A slice (`graphbuilder.graph.slices`) keeps what was chosen of its whole, in ``graph.graph["chosen"]``.
"""

from __future__ import annotations

import re
from collections import Counter

from graphbuilder.graph.attributes import Plain, is_named
from graphbuilder.graph.event_graph import EventGraph

#: From this score on an event has a line. The score asks for much (wanted, and right in date, who, place and status at
#: once), so it is low: by this one the lines of the choosing part of the corpus are best (F1).
LIKELY = 0.04
#: Of each article so many events are chosen, whatever their score; and one of its first sentences.
_BEST, _LEAD = 3, 2
#: What the score of a line counts that begins with a pronoun that no name stands for. By this share the lines of the
#: choosing part are best (F1), and a third of those that begin so stay out.
_UNNAMED = 0.5
_POINTS = re.compile(r"^[“\"‘(]?(?:He|She|It|They|This|These|Those)\b")
#: Roles of those who do something.
_ACTIVE = frozenset({"agent", "attendee", "host"})
#: What a line quotes, also where its beginning is cut off: "We lost it all," she said.
_QUOTED = re.compile(r'“[^”]*”|"[^"]*"|^[^“"]*,["”] ')
#: Who speaks or is spoken to; no "World War I", and no "asked all of us", which can be told of a nation.
_SPOKEN = re.compile(r"\b(?:[Ww]e|[Mm]y|me|[Yy]ou)\b|^Our\b|(?:^|\b[a-z]+,? )I(?=[ '’])")


def chosen(graph: EventGraph) -> set[str]:
    """The likely events, and of each article the three of the best score and that of its headline or lead.

    >>> chosen(EventGraph())
    set()
    """
    events = {str(node): data for node, data in graph.nodes(data=True) if data.get("kind") == "event"}
    if "chosen" in graph.graph:
        return {event for event in graph.graph["chosen"] if event in events}
    score = {event: _score(graph, event) for event in events}
    ranked = sorted(events, key=lambda event: (-score[event], event))
    found = {event for event in ranked if score[event] >= LIKELY}
    best, led = Counter[str](), set[str]()
    for event in ranked:
        provenance = events[event].get("provenance", ())
        for document in {one["document"] for one in provenance}:
            if best[document] < _BEST:
                best[document] += 1
                found.add(event)
        for document in {one["document"] for one in provenance if one["sentence"] < _LEAD} - led:
            led.add(document)
            found.add(event)
    return found


def _score(graph: EventGraph, event: str) -> float:
    """The score of an event: what the user added to the graph without one is sure, what is only spoken is not, and less
    sure what cannot be understood alone: "They were taken down".
    """
    data: Plain = graph.nodes[event]
    score: float | None = data.get("score")
    if score is None:
        return 1.0
    if _asks(data["label"]) or _speaks_of_nobody_known(graph, event, data):
        return 0.0
    return score * _UNNAMED if _POINTS.match(data["label"]) else score


def _asks(label: str) -> bool:
    return label.rstrip("”\"'’").endswith("?")


def _speaks_of_nobody_known(graph: EventGraph, event: str, data: Plain) -> bool:
    """Whether a line says "I", "we" or "you", and the graph knows neither who says so nor anybody by name who acts."""
    if data.get("attributions") or _SPOKEN.search(_QUOTED.sub("", data["label"])) is None:
        return False
    return not any(
        edge["relation"] in _ACTIVE and is_named(graph.nodes[entity])
        for _, entity, edge in graph.out_edges(event, data=True)
    )
