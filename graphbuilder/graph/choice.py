"""Which lines a timeline has where nobody asks for more: those of likely events, and of each article the surest.

In: a graph, or a part of it. Out: the ids of the chosen events. The command line, the page and notebooks all ask here.
A slice (`graphbuilder.graph.slices`) keeps what was chosen of its whole, in ``graph.graph["chosen"]``.
"""

from __future__ import annotations

from collections import Counter

from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.event_graph import EventGraph

#: From this score on an event has a line. The score asks for much (wanted, and right in date, who, place and status at
#: once), so it is low: by this one the lines of the choosing part of the corpus are best (F1).
LIKELY = 0.05
#: Of each article so many events are chosen, whatever their score; and one of its first sentences.
_BEST, _LEAD = 3, 2


def chosen(graph: EventGraph) -> set[str]:
    """The likely events, and of each article the three of the best score and that of its headline or lead.

    >>> chosen(EventGraph())
    set()
    """
    events = {str(node): data for node, data in graph.nodes(data=True) if data.get("kind") == "event"}
    if "chosen" in graph.graph:
        return {event for event in graph.graph["chosen"] if event in events}
    ranked = sorted(events, key=lambda event: (-_score(events[event]), event))
    found = {event for event in ranked if _score(events[event]) >= LIKELY}
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


def _score(event: Plain) -> float:
    """The score of an event; what the user added to the graph without one is sure."""
    score: float | None = event.get("score")
    return 1.0 if score is None else score
