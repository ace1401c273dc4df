"""Turtle and JSON-LD → the graph that `graphbuilder.export.linked_data.rdf` wrote. Needs rdflib, an extra."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import rdflib
from rdflib.collection import Collection
from rdflib.term import Node

from graphbuilder.errors import GraphBuilderError, InputError
from graphbuilder.export.linked_data.terms import BASE, PREFIXES
from graphbuilder.export.status import marks
from graphbuilder.graph.entries import happened
from graphbuilder.graph.event_graph import SCHEMA, EventGraph
from graphbuilder.graph.restored import moment
from graphbuilder.intervals import Interval
from graphbuilder.records import (
    Entity,
    Event,
    Judgement,
    Provenance,
    Relation,
    Resolution,
    Sentence,
    Source,
    Span,
)


def graph_of_rdf(content: bytes, format: str, name: str) -> EventGraph:
    """The graph of a file of ours.

    Raises:
        InputError: it is none of ours, of another version, or damaged.
    """
    store = rdflib.Graph()
    try:
        if format == "json-ld":
            _check_contexts(json.loads(content), name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib of itself
            store.parse(data=content, format=format)
    except InputError:
        raise
    except Exception as error:  # the parsers of rdflib raise errors of many kinds
        raise InputError(f"{name!r} is no {format} file, or a part of one ({type(error).__name__})") from error
    schema = store.value(rdflib.URIRef(f"{BASE}graph"), _term("gb:schema"))
    if schema is None:
        raise InputError(f"{name!r} was not written by graphbuilder")
    if str(schema) != str(SCHEMA):
        raise InputError(f"{name!r} is of schema {schema}, this version reads {SCHEMA}; build and save it anew")
    try:
        graph = EventGraph.from_resolution(_Reader(store).resolution())
    except (GraphBuilderError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{name!r} is damaged ({type(error).__name__}: {error}); save the graph anew") from error
    graph.remove_nodes_from([node for node, data in graph.nodes(data=True) if "kind" not in data])  # left out before
    return graph


def _check_contexts(data: Any, name: str) -> None:
    """Refuse a context that is not ours, or another one within: rdflib would fetch it.

    Raises:
        InputError: there is another one.
    """
    inner = [data.get("@graph")] if isinstance(data, dict) and data.get("@context") == PREFIXES else [data]
    while inner:
        one = inner.pop()
        if isinstance(one, dict) and not one.keys().isdisjoint({"@context", "@import"}):
            raise InputError(f"{name!r} was not written by graphbuilder: its context is another one")
        inner += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()


def _term(curie: str) -> rdflib.URIRef:
    prefix, _, name = curie.partition(":")
    return rdflib.URIRef(PREFIXES[prefix] + name)


def _id(node: Node | None, kind: str) -> str:
    text = str(node)
    if not text.startswith(f"{BASE}{kind}:"):
        raise InputError(f"{text} is no {kind}")
    return unquote(text.removeprefix(f"{BASE}{kind}:"), errors="surrogatepass")


class _Reader:
    """The records in a store of triples."""

    def __init__(self, store: rdflib.Graph) -> None:
        self.store = store
        self.sentences: dict[str, tuple[str, Sentence]] = {}

    def resolution(self) -> Resolution:
        documents = tuple(self._source(node) for node in self._all("gb:Document"))
        entities = [self._entity(node) for kind in ("sem:Actor", "sem:Place") for node in self._all(kind)]
        names = {one.id: one.name for one in entities}
        return Resolution(
            documents=documents,
            entities=tuple(entities),
            events=tuple(self._event(node, names) for kind in _EVENTS for node in self._all(kind)),
            relations=tuple(self._tie(node) for node in self._in_order(self._all("rdf:Statement"))),
            judgements=tuple(self._judgement(node) for node in self._in_order(self._all("gb:Judgement"))),
        )

    def _all(self, kind: str) -> list[Node]:
        return sorted(self.store.subjects(_term("rdf:type"), _term(kind)), key=str)

    def _in_order(self, nodes: list[Node]) -> list[Node]:
        return sorted(nodes, key=lambda node: int(self._text(node, "gb:order")))

    def _node(self, node: Node, name: str) -> Node | None:
        return self.store.value(node, _term(name))

    def _nodes(self, node: Node, name: str) -> list[Node]:
        return self._in_order([*self.store.objects(node, _term(name))])

    def _maybe(self, node: Node, name: str) -> str | None:
        value = self._node(node, name)
        return None if value is None else str(value)

    def _text(self, node: Node, name: str) -> str:
        value = self._node(node, name)
        if value is None:
            raise InputError(f"{node} has no {name}")
        return str(value)

    def _texts(self, node: Node, name: str) -> tuple[str, ...]:
        head = self._node(node, name)
        return () if head is None else tuple(str(one) for one in Collection(self.store, head))

    def _source(self, node: Node) -> Source:
        name = _id(node, "document")
        found = []
        for one in self._in_order([*self.store.subjects(_term("prov:wasQuotedFrom"), node)]):
            start, end = self._characters(one)
            found.append(Sentence(int(self._text(one, "gb:order")), start, end, self._text(one, "prov:value")))
            self.sentences[str(one)] = name, found[-1]
        return Source(
            document=name,
            title=self._maybe(node, "dcterms:title"),
            published=moment(self._maybe(node, "dcterms:issued")),
            source=self._maybe(node, "dcterms:publisher"),
            language=self._maybe(node, "dcterms:language"),
            sentences=tuple(found),
            group=self._text(node, "gb:group"),
            url=self._maybe(node, "gb:url"),
            corrections=self._texts(node, "gb:corrections"),
        )

    def _characters(self, node: Node) -> tuple[int, int]:
        return int(self._text(node, "gb:start")), int(self._text(node, "gb:end"))

    def _entity(self, node: Node) -> Entity:
        flat = self._texts(node, "gb:externalIds")
        return Entity(
            id=_id(node, "entity"),
            type=self._text(node, "gb:type"),
            name=self._text(node, "rdfs:label"),
            aliases=self._texts(node, "gb:aliases"),
            mentions=self._texts(node, "gb:mentions"),
            external_ids=tuple(zip(flat[::2], flat[1::2], strict=True)),
            provenance=tuple(self._provenance(node)),
            corrections=self._texts(node, "gb:corrections"),
            named=self._maybe(node, "gb:named") != "false",
        )

    def _provenance(self, node: Node) -> Iterator[Provenance]:
        for one in self._nodes(node, "prov:qualifiedDerivation"):
            document, sentence = self.sentences[str(self._node(one, "prov:entity"))]
            yield Provenance(
                span=Span(document, *self._characters(one), sentence.index),
                context=Span(document, sentence.start, sentence.end, sentence.index),
                quote=sentence.text,
                method=self._text(one, "gb:method"),
                score=float(self._text(one, "gb:score")),
            )

    def _event(self, node: Node, names: dict[str, str]) -> Event:
        words = "sem" if (node, _term("rdf:type"), _term("sem:Event")) in self.store else "gb"
        place, rule = self._node(node, f"{words}:hasPlace"), self._texts(node, "gb:datedBy")
        event: dict[str, Any] = {
            "polarity": self._text(node, "gb:polarity"),
            "modality": self._text(node, "gb:modality"),
            "attributions": self._texts(node, "gb:attributions"),
            "speakers": self._texts(node, "gb:speakers"),
        }
        return Event(
            id=_id(node, "event"),
            type=self._text(node, "gb:type"),
            name=self._text(node, "rdfs:label").removeprefix(_marks(event, names)),
            interval=self._interval(self._node(node, f"{words}:hasTime")),
            dated_by=(rule[0], rule[1]) if rule else None,
            alternatives=tuple(self._alternatives(node)),
            place=None if place is None else _id(place, "entity"),
            participants=tuple(
                (self._text(one, "sem:roleType"), _id(self._node(one, "rdf:value"), "entity"))
                for one in self._nodes(node, f"{words}:hasActor")
            ),
            sources=self._texts(node, "gb:sources"),
            part_of=self._texts(node, "gb:partOf"),
            mentions=self._texts(node, "gb:mentions"),
            independent_sources=int(self._text(node, "gb:independentSources")),
            score=float(self._text(node, "gb:score")),
            provenance=tuple(self._provenance(node)),
            corrections=self._texts(node, "gb:corrections"),
            **event,
        )

    def _alternatives(self, node: Node) -> Iterator[tuple[Interval, Provenance]]:
        for one in self._nodes(node, "gb:alternative"):
            interval = self._interval(one)
            assert interval is not None
            yield interval, next(self._provenance(one))

    def _interval(self, node: Node | None) -> Interval | None:
        if node is None:
            return None
        return Interval.parse(self._text(node, "gb:edtf"), self._text(node, "gb:precision"))

    def _tie(self, node: Node) -> Relation:
        source, target = self._node(node, "rdf:subject"), self._node(node, "rdf:object")
        kind = "event" if str(source).startswith(f"{BASE}event:") else "entity"
        return Relation(
            source=_id(source, kind),
            type=_id(self._node(node, "rdf:predicate"), "vocabulary:relation"),
            target=_id(target, kind),
            interval=self._interval(self._node(node, "gb:hasTime")),
            provenance=tuple(self._provenance(node)),
            polarity=self._text(node, "gb:polarity"),
            modality=self._text(node, "gb:modality"),
            tense=self._text(node, "gb:tense"),
            attribution=self._texts(node, "gb:attributions"),
            title=self._maybe(node, "gb:title") or "",
            former=self._text(node, "gb:former") == "true",
        )

    def _judgement(self, node: Node) -> Judgement:
        words = {name: self._text(node, f"gb:{name}") for name in ("left", "right", "verdict", "reason", "by")}
        return Judgement(**words, score=float(self._text(node, "gb:score")))


#: The kinds of events.
_EVENTS = ("sem:Event", "gb:ToldEvent")


def _marks(event: dict[str, Any], names: dict[str, str]) -> str:
    told = ", ".join([*(names.get(one, one) for one in event["attributions"]), *event["speakers"]])
    return marks(happened(event["polarity"], event["modality"]), told)
