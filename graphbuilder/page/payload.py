"""EventGraph → one plain JSON value with everything that the page shows; every sentence once.

| part | what it holds |
|---|---|
| documents | id, title, published, source, language, url, corrections, sentences as [start, end, text] |
| nodes | names and events, most important first; what they show, and sources as [document, sentence, start, end, score]; of an event `described`, role and words of who has no name |
| edges | source and target (numbers of nodes), relation, date, sources; between names, where it is not plain: key, standing, title, said_by |
| stages | sizes of the picture, from the first view up, each with the positions of both layouts; `all`: with less likely events |
| looks, factuality, likelihoods, standings, relations, roles, inverses, datings | words, shapes and colours |
| likely_from | the score from which an event is a likely one |

Documents, nodes and edges refer to each other by number. Nothing here knows HTML; the graph is only read.
"""  # noqa: E501 - a table row

from __future__ import annotations

from dataclasses import asdict

from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.choice import LIKELY
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.knowledge.relations import LINKS, ROLES
from graphbuilder.page.content.look import DATINGS, FACTUALITY, INVERSES, LIKELIHOODS, LOOKS, STANDINGS
from graphbuilder.page.content.story import Story
from graphbuilder.page.layout.stages import stages


def payload(
    graph: EventGraph, *, title: str | None = None, max_nodes: int = 100, seed: int = 0, grows: bool = True
) -> Plain:
    """Everything that the page shows; without `grows` only the first picture is laid out."""
    story = Story(graph)
    return {
        "schema": 1,
        "title": title or story.title(),
        "summary": story.summary(),
        "left_out": story.left_out,
        "documents": story.documents,
        "nodes": story.nodes,
        "edges": story.edges,
        "stages": stages(story.nodes, story.edges, max_nodes=max_nodes, seed=seed, grows=grows),
        "looks": {key: asdict(look) for key, look in LOOKS.items()},
        "factuality": FACTUALITY,
        "likelihoods": LIKELIHOODS,
        "likely_from": LIKELY,
        "standings": STANDINGS,
        "relations": LINKS,
        "roles": list(ROLES),
        "inverses": INVERSES,
        "datings": DATINGS,
    }
