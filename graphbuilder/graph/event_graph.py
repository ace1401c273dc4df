"""Resolution → EventGraph: a networkx graph whose every node and edge can show its source.

Node, edge and graph attributes are plain JSON values, so any writer can store them. Sentences stand once, in
``graph.graph["documents"]``; provenance refers to them by document and sentence number.

| node kind | attributes beside kind, label, aliases, provenance, score |
|---|---|
| entity | type, mentions, corrections, external_ids; of a place on the map: place_of (country, region, capital, city), iso (of its country), region, latitude, longitude, place_rule, place_score |
| event | type, edtf, start, end, precision, polarity, modality, place, participants, attributions, speakers, sources, independent_sources, part_of, mentions, corrections, dated_by, alternatives |
| document | document (its id), title, published, source, language, group, url, corrections |

Edges have the attribute `relation`, with provenance, score and, where known, `edtf` and `precision`: event → entity by
role, `place`, `attributed_to`; entity → entity by relation; event → event by `part_of`, `refers_to`, `causes`, `fulfils`
(what took place → the plan for it); entity or event → document by `mentioned_in`. Beside each role there is an edge
back, entity → event by `involved_in`, so that paths lead through events: ``nx.shortest_path(graph, "nato", "georgia-country")``.

The key of an edge is its relation. Edges from entity to entity also say how the texts tell them, by polarity, modality,
tense, former (true of what was so and is over), attribution (who says so), title (the words for a post) and, where a
time is known, start and end. Only those that a text tells as a fact that is so have the relation alone as key; of others
it says more: "member_of:not", "member_of:planned", "holds_position:former", "owned_by:said". Told in two ways, a tie has
two edges, as have two offices of one person in one place ("holds_position", "holds_position:prime minister"): look for
ties by the attribute, not by the key.
"""  # noqa: E501 - a table row

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, wraps
from os import PathLike
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import networkx as nx

from graphbuilder.errors import AmbiguousName, InputError, UnknownName
from graphbuilder.graph.attributes import (
    Plain,
    best_score,
    document_data,
    entity_data,
    entity_record,
    event_data,
    event_record,
    interval_data,
    judgement_data,
    provenance_data,
    relation_data,
    source_data,
)
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import PLACE, SPEAKER, tie_key
from graphbuilder.lexicons import lexicon
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity, Event, Provenance, Resolution

if TYPE_CHECKING:
    from graphbuilder.frames import Frames
    from graphbuilder.graph.timeline import Timeline
    from graphbuilder.page.jupyter import Page

#: The edge back from an entity to the events that it has a role in; it says nothing that the role does not.
BACK = "involved_in"
#: Version of the attributes described above.
SCHEMA = 1
#: How many names are listed where one is not known.
_SHOWN = 8
_YEAR = re.compile(r"-?\d+")

Options = ParamSpec("Options")
Answer = TypeVar("Answer")
Part = TypeVar("Part", bound=tuple[Any, ...])


def _by_name(method: Callable[Options, Answer]) -> Callable[Options, Answer]:
    """A method whose options are given by name, which says so to those who do not: timeline("NATO")."""

    @wraps(method)
    def checked(*given: Options.args, **options: Options.kwargs) -> Answer:
        if len(given) > 1:
            raise TypeError(f"{method.__name__}() takes its options by name: timeline(about={given[1]!r})")
        return method(*given, **options)

    return checked


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
            judgements=[judgement_data(judgement) for judgement in resolution.judgements],
        )
        graph.add_nodes_from(sorted(_nodes(resolution), key=lambda node: node[0]))
        for source, target, key, data in sorted(_edges(resolution), key=lambda edge: edge[:3]):
            graph.add_edge(source, target, key=key, **data)
        return graph

    def entities(self) -> list[Entity]:
        """The entities as records, by their ids."""
        return [
            entity_record(self.graph["documents"], node, data)
            for node, data in in_order(self.nodes(data=True))
            if data.get("kind") == "entity"
        ]

    def events(self) -> list[Event]:
        """The events as records, by their ids."""
        return [
            event_record(self.graph["documents"], node, data)
            for node, data in in_order(self.nodes(data=True))
            if data.get("kind") == "event"
        ]

    def entity(self, name: str, type: str | None = None) -> Entity:
        """The entity with this id, name or alias (letter case and accents do not matter).

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
        if not isinstance(name, str):
            raise InputError(
                f"an entity is looked up by its name, alias or id as a string, such as 'NATO', not {name!r}"
            )
        candidates = [
            (node, data)
            for node, data in self.nodes(data=True)
            if data.get("kind") == "entity" and type in (None, data["type"])
        ]
        wanted = fold(name)
        for bears in (_has_id, _has_name, _has_alias, _has_surname, _has_title):
            found = [node for node, data in candidates if bears(node, data, name, wanted)]
            if found:
                return [entity_record(self.graph["documents"], node, self.nodes[node]) for node in found]
        raise UnknownName(_unknown(name, type, [data for _, data in candidates]))

    def event(self, id: str) -> Event:
        """The event with this id, such as an entry of a timeline or a row of a table has.

        Raises:
            UnknownName: no event has the id; the message lists the nearest, or those with this label.
            InputError: the id is no string.
        """
        if not isinstance(id, str):
            raise InputError(f"an event is looked up by its id as a string, as graph.timeline() has it, not {id!r}")
        data = self.nodes[id] if id in self else {}
        if data.get("kind") != "event":
            raise UnknownName(_no_event(self, id))
        return event_record(self.graph["documents"], id, data)

    @_by_name
    def timeline(
        self,
        *,
        about: str | Entity | None = None,
        start: str | int | date | None = None,
        end: str | int | date | None = None,
        type: str | None = None,
        min_score: float = 0.0,
        retold: bool = False,
    ) -> Timeline:
        """The events in order, undated ones last, as a list. See `graphbuilder.graph.timeline.timeline`.

        Args:
            about: a name, alias or id, or an Entity.
            start: EDTF date ("2008-04"), year (2008) or date.
            end: as `start`.
            type: only events of this type.
            min_score: only events of at least this score, 0 to 1.
            retold: also events that the line of another one tells.
        """
        from graphbuilder.graph.timeline import timeline  # a door to a later stage

        return timeline(self, about=about, start=start, end=end, type=type, min_score=min_score, retold=retold)

    def frames(self) -> Frames:
        """The events, participants, entities, mentions, links, sentences, documents and judgements as DataFrames of
        pandas: ``graph.frames().events``. See `graphbuilder.frames.Frames`.
        """
        from graphbuilder.frames import Frames  # a door to a later stage

        return Frames(self)

    def explain(self, name: str, other: str | None = None) -> str:
        """Why mentions were put together or kept apart, in words. See `graphbuilder.graph.explain.explain`."""
        from graphbuilder.graph.explain import explain  # a door to a later stage

        return explain(self, name, other)

    def to_html(
        self,
        path: str | PathLike[str] | None = None,
        *,
        title: str | None = None,
        max_nodes: int = 100,
        layout: str = "force",
        theme: str = "auto",
        compress: bool = True,
        seed: int = 0,
    ) -> str:
        """Write the graph as one interactive page that works offline. See `graphbuilder.page.to_html`."""
        from graphbuilder.page import to_html  # a door to a later stage

        return to_html(
            self, path, title=title, max_nodes=max_nodes, layout=layout, theme=theme, compress=compress, seed=seed
        )

    def show(
        self,
        *,
        height: int = 720,
        title: str | None = None,
        max_nodes: int = 100,
        layout: str = "force",
        theme: str = "auto",
        compress: bool = True,
        seed: int = 0,
    ) -> Page:
        """Show the whole page in a notebook cell, `height` pixels high. See `graphbuilder.page.show`."""
        from graphbuilder.page import show  # a door to a later stage

        return show(
            self,
            height=height,
            title=title,
            max_nodes=max_nodes,
            layout=layout,
            theme=theme,
            compress=compress,
            seed=seed,
        )

    def __repr__(self) -> str:
        """What is in it, in a line: "EventGraph: 13 documents, 189 events, 105 entities, 2008–2022"."""
        kinds = Counter(data.get("kind") for _, data in self.nodes(data=True))
        nouns = (("document", "documents"), ("event", "events"), ("entity", "entities"))
        counts = [f"{kinds[one]:,} {one if kinds[one] == 1 else many}" for one, many in nouns]
        return ", ".join([f"EventGraph: {counts[0]}", *counts[1:], *_years(self)])

    def save(
        self, path: str | PathLike[str], format: str | None = None, on_note: Callable[[str], None] | None = None
    ) -> None:
        """Write the graph to a file or folder, which other programs read. See `graphbuilder.export.saving.save`."""
        from graphbuilder.export.saving import save  # a door to a later stage

        save(self, path, format, on_note)

    def flat(self) -> nx.MultiDiGraph[str]:
        """A plain networkx graph with flat attributes, for networkx's writers. See `graphbuilder.export.flat.flat`."""
        from graphbuilder.export.flat import flat  # a door to a later stage

        return flat(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from graphbuilder.page import mimebundle  # a door to a later stage

        return mimebundle(self)

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]


def _has_id(node: str, data: Plain, name: str, folded: str) -> bool:
    return node == name


def _has_name(node: str, data: Plain, name: str, folded: str) -> bool:
    return fold(data["label"]) == folded


def _has_alias(node: str, data: Plain, name: str, folded: str) -> bool:
    return folded in map(fold, data["aliases"])


def _has_surname(node: str, data: Plain, name: str, folded: str) -> bool:
    return data["type"] == "person" and fold(data["label"]).split()[-1:] == [folded]


def _has_title(node: str, data: Plain, name: str, folded: str) -> bool:
    """ "Dame Jane Roe", "President Roe": by the name without the title."""
    bare = _without_title(folded)
    if data["type"] != "person" or bare == folded:
        return False
    names = [fold(one).split() for one in (data["label"], *data["aliases"])]
    return any(bare == " ".join(words) or words[-1:] == [bare] for words in names)


def _without_title(folded: str) -> str:
    words = folded.split()
    while len(words) > 1 and (known := [count for count in (2, 1) if " ".join(words[:count]) in _titles()]):
        words = words[known[0] :] if len(words) > known[0] else words[1:]
    return " ".join(words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold, lexicon("nominals")["titles"]))


def _unknown(name: str, type: str | None, candidates: Sequence[Plain]) -> str:
    known = {fold(one): one for data in candidates for one in (data["label"], *data["aliases"])}
    near = [known[key] for key in difflib.get_close_matches(fold(name), sorted(known), n=5, cutoff=0.6)]
    kind = "" if type is None else f" of type {type!r}"
    hint = f"nearest: {', '.join(near)}" if near else _best_known(candidates)
    return f"no entity{kind} is named {name!r}; {hint}"


def _best_known(candidates: Sequence[Plain]) -> str:
    """The names that are told of most, for a name that is like none of them."""
    labels = [data["label"] for data in sorted(candidates, key=lambda data: (-len(data["mentions"]), data["label"]))]
    more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
    return f"there are {', '.join(labels[:_SHOWN])}{more}" if labels else "there are none in the graph"


def _no_event(graph: EventGraph, id: str) -> str:
    """What to say of an id that no event has."""
    if id in graph and graph.nodes[id].get("kind") == "entity":
        return f"{id!r} is the id of an entity, not of an event; graph.entity({id!r}) gives it"
    labels = {node: data["label"] for node, data in graph.nodes(data=True) if data.get("kind") == "event"}
    named = [node for node, label in labels.items() if fold(label) == fold(id)]
    near = named or difflib.get_close_matches(id, sorted(labels), n=3, cutoff=0.6)
    hint = f"those of that label: {', '.join(named)}" if named else f"nearest: {', '.join(near)}"
    return f"no event has the id {id!r}; {hint if near else 'graph.timeline() lists the events with their ids'}"


def _years(graph: EventGraph) -> list[str]:
    """The years from the first to the last date of an event, in a list that is empty where no event has one."""
    ends = [data.get(end) for _, data in graph.nodes(data=True) for end in ("start", "end")]
    found = [match[0] for end in ends if isinstance(end, str) and (match := _YEAR.match(end))]
    years = sorted(set(map(int, found)))
    named = [str(year) if year > 0 else f"{1 - year} BC" for year in dict.fromkeys(years[:1] + years[-1:])]
    return ["–".join(named)] if named else []


# --- nodes and edges ----------------------------------------------------------------------------------------------


def _nodes(resolution: Resolution) -> Iterator[tuple[str, Plain]]:
    placed = {one.left: one for one in resolution.judgements if one.verdict == "same" and ":" in one.right}
    for entity in resolution.entities:
        yield entity.id, entity_data(entity, placed)
    for event in resolution.events:
        yield event.id, event_data(event)
    for source in resolution.documents:
        yield document_node(source.document), document_data(source)


def in_order(parts: Iterable[Part]) -> list[Part]:
    """Nodes or edges by their ids and keys: a part of a graph, as networkx makes it, has them in no certain order."""
    return sorted(parts, key=lambda one: [str(value) for value in one if not isinstance(value, dict)])


def document_node(document: str) -> str:
    """The node id of a document; prefixed, so that a document named "nato" is not NATO."""
    return f"document:{document}"


def _edges(resolution: Resolution) -> Iterator[tuple[str, str, str, Plain]]:
    sources: dict[str, tuple[Provenance, ...]] = {entity.id: entity.provenance for entity in resolution.entities}
    for event in resolution.events:
        for role, entity in _event_ties(event):
            yield _edge(event.id, entity, role, _shared(event.provenance, sources.get(entity, ())), event.interval)
        for entity in sorted({entity for _, entity in _event_ties(event)}):
            yield _edge(entity, event.id, BACK, _shared(event.provenance, sources.get(entity, ())), event.interval)
        for whole in event.part_of:
            yield _edge(event.id, whole, "part_of", event.provenance, None)
    names, taken = {entity.id: entity.name for entity in resolution.entities}, set[tuple[str, str, str]]()
    for tie in resolution.relations:
        source, target, _, data = _edge(tie.source, tie.target, tie.type, tie.provenance, tie.interval)
        key = tie_key(tie)
        key = key if (source, target, key) not in taken else f"{key}:{tie.title}"  # another office
        taken.add((source, target, key))
        yield source, target, key, data | (relation_data(tie, names) if source in names else {})
    things: tuple[Entity | Event, ...] = (*resolution.entities, *resolution.events)
    for thing in things:
        yield from _mentioned_in(thing)


def _event_ties(event: Event) -> Iterator[tuple[str, str]]:
    yield from event.participants
    if event.place is not None:
        yield PLACE, event.place
    for speaker in event.attributions:
        yield SPEAKER, speaker


def _mentioned_in(thing: Entity | Event) -> Iterator[tuple[str, str, str, Plain]]:
    for document in sorted({one.span.document for one in thing.provenance}):
        here = [one for one in thing.provenance if one.span.document == document]
        yield _edge(thing.id, document_node(document), "mentioned_in", here, None)


def _shared(event: Sequence[Provenance], entity: Sequence[Provenance]) -> Sequence[Provenance]:
    """The mentions of the entity in the sentences that tell the event; where there are none, those sentences."""
    contexts = {one.context for one in event}
    return [one for one in entity if one.context in contexts] or event


def _edge(
    source: str, target: str, relation: str, provenance: Sequence[Provenance], interval: Interval | None
) -> tuple[str, str, str, Plain]:
    data = {"relation": relation, "provenance": provenance_data(provenance), "score": best_score(provenance)}
    return source, target, relation, data | (interval_data(interval) if interval is not None else {})
