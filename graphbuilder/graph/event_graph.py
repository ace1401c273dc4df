"""Resolution → EventGraph: a networkx graph whose every node and edge can show its source.

Node, edge and graph attributes are plain JSON values, so any writer can store them. Sentences are stored once, in
``graph.graph["documents"]``; provenance refers to them by document and sentence number.

| node kind | attributes beside kind, label, aliases, provenance, score |
|---|---|
| entity | type, named (false of whoever is only described: "police", "two men"), mentions, corrections, external_ids; of a place on the map: place_of (country, region, capital, city), iso (of its country), region, latitude, longitude, place_rule, place_score |
| event | type, edtf, start, end, precision, polarity, modality, place, participants, attributions, speakers, aside, sources, independent_sources, part_of, mentions, corrections, dated_by, alternatives, choices |
| document | document (its id), title, published, source, language, group, url, corrections |

Edges have the attribute `relation`, with provenance, score and, where known, `edtf` and `precision`: event → entity by
role, `place`, `attributed_to`; entity → entity by relation; event → event by `part_of`, `refers_to`, `causes`, `fulfils`
(what took place → the plan for it); entity or event → document by `mentioned_in`. Beside each role there is an edge
back, entity → event by `involved_in`, so that paths lead through events: ``nx.shortest_path(graph, "nato", "georgia-country")``.

The key of an edge is its relation. Edges from entity to entity also have the status of the relation: polarity, modality,
tense, former (it was so and is over), attribution (who says so), title (the words for a post) and, where known, start
and end. A plain fact has the relation alone as key; others add their status: "member_of:not", "member_of:planned",
"holds_position:former", "owned_by:said". A relation with two statuses has two edges, as have two offices of one person
in one place ("holds_position", "holds_position:prime minister"): look for relations by the attribute, not by the key.
"""  # noqa: E501 - a table row

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict
from typing import Any

import networkx as nx

from graphbuilder.errors import AmbiguousName
from graphbuilder.graph import views
from graphbuilder.graph.attributes import is_named, source_data
from graphbuilder.graph.elements import edges, in_order, nodes
from graphbuilder.graph.lookup import bearers, current_id, event_node
from graphbuilder.graph.restored import entity_record, event_record
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity, Event, Resolution

#: Version of the attributes described above.
SCHEMA = 1
_YEAR = re.compile(r"-?\d+")


class EventGraph(nx.MultiDiGraph):  # type: ignore[type-arg]
    """A `networkx.MultiDiGraph` of entities, events and documents; to networkx it is one like any other.

    Make one with `graphbuilder.build`, or with `from_resolution`. All methods read node, edge and graph attributes
    only, so they also work on copies and subgraphs. `save` stores a graph, and `graphbuilder.open` gives it back.
    """

    @classmethod
    @collection_paused()
    def from_resolution(cls, resolution: Resolution) -> EventGraph:
        """The graph of a resolution; equal resolutions give equal graphs, in the same order."""
        graph = cls()
        graph.graph.update(
            schema=SCHEMA,
            documents={source.document: source_data(source) for source in resolution.documents},
            judgements=[asdict(judgement) for judgement in resolution.judgements],
        )
        if resolution.former_ids:
            graph.graph["former_ids"] = dict(resolution.former_ids)
        graph.add_nodes_from(nodes(resolution))
        for source, target, key, data in edges(resolution):
            graph.add_edge(source, target, key=key, **data)
        return graph

    def __getitem__(self, node: str) -> Any:
        """The edges of a node, which may be named by a former id."""
        return super().__getitem__(node if node in self else current_id(self, node))

    def entities(self, *, unnamed: bool = False) -> list[Entity]:
        """The entities as records, by their ids.

        Args:
            unnamed: also who has no name and is only described ("police", "two men"), each in its own article.
        """
        return [
            entity_record(self.graph["documents"], node, data)
            for node, data in in_order(self.nodes(data=True))
            if data.get("kind") == "entity" and (unnamed or is_named(data))
        ]

    def events(self) -> list[Event]:
        """The events as records, by their ids."""
        return [
            event_record(self.graph["documents"], node, data)
            for node, data in in_order(self.nodes(data=True))
            if data.get("kind") == "event"
        ]

    def entity(self, name: str, type: str | None = None) -> Entity:
        """The entity with this id, name or alias (letter case and accents do not matter); of who has no name, the id.

        An id is preferred to a name, a name to an alias. `type` ("person", "place" …) narrows the choice.

        Raises:
            UnknownName: no entity bears the name; the message lists the nearest ones.
            AmbiguousName: several do; the message lists them.
            InputError: the name is no string.
        """
        bearers = self.bearers(name, type=type)
        if len(bearers) > 1:
            listed = "; ".join(f"{one.id} ({one.name}, {one.type})" for one in bearers)
            raise AmbiguousName(f"{name!r} may be any of: {listed}. Name one by its id, or give its type.")
        return bearers[0]

    def bearers(self, name: str, type: str | None = None) -> list[Entity]:
        """All entities with this id, else this name, else this alias, else people of this surname, or of this name
        without its title ("Dame Jane Roe"); at least one.

        Raises:
            UnknownName: no entity bears the name.
            InputError: the name is no string.
        """
        found = bearers(self, name, type)
        return [entity_record(self.graph["documents"], node, self.nodes[node]) for node in found]

    def event(self, id: str) -> Event:
        """The event with this id, such as an entry of a timeline or a row of a table has.

        Raises:
            UnknownName: no event has the id; the message lists the nearest, or those with this label.
            InputError: the id is no string.
        """
        node = event_node(self, id)
        return event_record(self.graph["documents"], node, self.nodes[node])

    # What later stages make of it; `views` is the one door to them.
    timeline = views.timeline
    slice = views.sliced
    frames = views.frames
    explain = views.explain
    to_html = views.to_html
    show = views.show
    save = views.save
    flat = views.flat
    _repr_mimebundle_ = views.mimebundle

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]

    def __repr__(self) -> str:
        """What the graph holds, in a line: "EventGraph: 13 documents, 189 events, 105 entities, 2008–2022".

        Entities are those with a name, as `entities` lists them.
        """
        kinds = Counter(data.get("kind") for _, data in self.nodes(data=True) if is_named(data))
        nouns = (("document", "documents"), ("event", "events"), ("entity", "entities"))
        counts = [f"{kinds[one]:,} {one if kinds[one] == 1 else many}" for one, many in nouns]
        return ", ".join([f"EventGraph: {counts[0]}", *counts[1:], *_years(self)])


def _years(graph: EventGraph) -> list[str]:
    """The years from the first to the last date of an event, in a list that is empty where no event has one."""
    ends = [data.get(end) for _, data in graph.nodes(data=True) for end in ("start", "end")]
    found = [match[0] for end in ends if isinstance(end, str) and (match := _YEAR.match(end))]
    years = sorted(set(map(int, found)))
    named = [str(year) if year > 0 else f"{1 - year} BC" for year in dict.fromkeys(years[:1] + years[-1:])]
    return ["–".join(named)] if named else []
