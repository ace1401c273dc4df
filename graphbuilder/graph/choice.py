"""Which lines a timeline has where nobody asks for more: those of likely events, and of each article the surest.

In: a graph, or a part of it. Out: the ids of the chosen events. The command line, the page and notebooks all ask here.
A slice (`graphbuilder.graph.slices`) keeps what was chosen of its whole, in ``graph.graph["chosen"]``.
"""

from __future__ import annotations

import re
from collections import Counter

from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.event_graph import EventGraph

#: From this score on an event has a line. The score asks for much (wanted, and right in date, who, place and status at
#: once), so it is low: by this one the lines of the choosing part of the corpus are best (F1).
LIKELY = 0.05
#: Of each article so many events are chosen, whatever their score; and one of its first sentences.
_BEST, _LEAD = 3, 2
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
    """The score of an event; what the user added to the graph without one is sure, and what is only spoken is not."""
    score: float | None = event.get("score")
    if score is None:
        return 1.0
    return 0.0 if _is_spoken(event["label"], event.get("attributions")) else score


def _is_spoken(label: str, speakers: object) -> bool:
    """Whether a line tells nothing alone: it asks, or says "I", "we" or "you" and nobody is known to say so."""
    asks = label.rstrip("”\"'’").endswith("?")
    return asks or (not speakers and _SPOKEN.search(_QUOTED.sub("", label)) is not None)
