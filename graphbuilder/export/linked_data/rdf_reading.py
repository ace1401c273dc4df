"""Turtle and JSON-LD → the graph that `graphbuilder.export.linked_data.rdf` wrote. Needs rdflib, an extra."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import rdflib
from rdflib.collection import Collection
from rdflib.term import Node

from graphbuilder.errors import GraphBuilderError, InputError
from graphbuilder.export.linked_data import terms
from graphbuilder.export.linked_data.terms import BASE, PREFIXES
from graphbuilder.export.marks import marks
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
        former_ids = self._value(rdflib.URIRef(f"{BASE}graph"), "gb:formerIds")
        return Resolution(
            documents=documents,
            entities=tuple(entities),
            events=tuple(self._event(node, names) for kind in _EVENTS for node in self._all(kind)),
            relations=tuple(self._tie(node) for node in self._in_order(self._all("rdf:Statement"))),
            judgements=tuple(
                Judgement(**self._facts(node, terms.JUDGEMENT)) for node in self._in_order(self._all("gb:Judgement"))
            ),
            former_ids=tuple(zip(former_ids[::2], former_ids[1::2], strict=True)),
        )

    def _all(self, kind: str) -> list[Node]:
        return sorted(self.store.subjects(_term("rdf:type"), _term(kind)), key=str)

    def _in_order(self, nodes: list[Node]) -> list[Node]:
        return sorted(nodes, key=lambda node: self._value(node, "gb:order"))

    def _node(self, node: Node, name: str) -> Node | None:
        return self.store.value(node, _term(name))

    def _nodes(self, node: Node, name: str) -> list[Node]:
        return self._in_order([*self.store.objects(node, _term(name))])

    def _value(self, node: Node, name: str) -> Any:
        """The value of a property, or its texts in their order; None where it may lack and does.

        Raises:
            InputError: it lacks, or is not of its type.
        """
        found = self._node(node, name)
        if name in terms.ORDERED:
            return () if found is None else tuple(str(one) for one in Collection(self.store, found))
        if found is None and name in terms.OPTIONAL:
            return None
        if found is None or (isinstance(found, rdflib.Literal) and found.ill_typed):
            raise InputError(f"{node} has no {name}, or one that is none")
        value = found.toPython() if name not in terms.TEXTS and isinstance(found, rdflib.Literal) else str(found)
        return str(value) if isinstance(value, rdflib.Literal) else value

    def _facts(self, node: Node, properties: Mapping[str, str]) -> dict[str, Any]:
        """Field of a record → its value."""
        return {field: self._value(node, name) for field, name in properties.items()}

    def _source(self, node: Node) -> Source:
        name = _id(node, "document")
        found = []
        for one in self._in_order([*self.store.subjects(_term("prov:wasQuotedFrom"), node)]):
            found.append(Sentence(**self._facts(one, terms.SENTENCE)))
            self.sentences[str(one)] = name, found[-1]
        facts = self._facts(node, terms.DOCUMENT)
        return Source(document=name, sentences=tuple(found), **facts | {"published": moment(facts["published"])})

    def _entity(self, node: Node) -> Entity:
        pairs = self._value(node, "gb:externalIds")
        return Entity(
            id=_id(node, "entity"),
            external_ids=tuple(zip(pairs[::2], pairs[1::2], strict=True)),
            provenance=tuple(self._provenance(node)),
            **self._facts(node, terms.ENTITY),
        )

    def _provenance(self, node: Node) -> Iterator[Provenance]:
        for one in self._nodes(node, "prov:qualifiedDerivation"):
            document, sentence = self.sentences[str(self._node(one, "prov:entity"))]
            start, end, score = (self._value(one, f"gb:{name}") for name in ("start", "end", "score"))
            yield Provenance(
                span=Span(document, start, end, sentence.index),
                context=Span(document, sentence.start, sentence.end, sentence.index),
                quote=sentence.text,
                method=self._value(one, "gb:method"),
                score=score,
            )

    def _event(self, node: Node, names: dict[str, str]) -> Event:
        words = "sem" if (node, _term("rdf:type"), _term("sem:Event")) in self.store else "gb"
        place, facts = self._node(node, f"{words}:hasPlace"), self._facts(node, terms.EVENT)
        parts = self._nodes(node, f"{words}:hasActor")
        return Event(
            id=_id(node, "event"),
            name=self._value(node, "rdfs:label").removeprefix(_marks(facts, names)),
            interval=self._interval(self._node(node, f"{words}:hasTime")),
            alternatives=tuple(self._alternatives(node)),
            place=None if place is None else _id(place, "entity"),
            participants=tuple(
                (self._value(one, "sem:roleType"), _id(self._node(one, "rdf:value"), "entity")) for one in parts
            ),
            provenance=tuple(self._provenance(node)),
            **facts | {"dated_by": facts["dated_by"] or None},
        )

    def _alternatives(self, node: Node) -> Iterator[tuple[Interval, Provenance]]:
        for one in self._nodes(node, "gb:alternative"):
            interval = self._interval(one)
            assert interval is not None
            yield interval, next(self._provenance(one))

    def _interval(self, node: Node | None) -> Interval | None:
        return None if node is None else Interval.parse(self._value(node, "gb:edtf"), self._value(node, "gb:precision"))

    def _tie(self, node: Node) -> Relation:
        source, target = self._node(node, "rdf:subject"), self._node(node, "rdf:object")
        kind = "event" if str(source).startswith(f"{BASE}event:") else "entity"
        return Relation(
            source=_id(source, kind),
            type=_id(self._node(node, "rdf:predicate"), "vocabulary:relation"),
            target=_id(target, kind),
            interval=self._interval(self._node(node, "gb:hasTime")),
            provenance=tuple(self._provenance(node)),
            title=self._value(node, "gb:title") or "",
            **self._facts(node, terms.TIE),
        )


#: The kinds of events.
_EVENTS = ("sem:Event", "gb:ToldEvent")


def _marks(event: dict[str, Any], names: dict[str, str]) -> str:
    told = ", ".join([*(names.get(one, one) for one in event["attributions"]), *event["speakers"]])
    return marks(happened(event["polarity"], event["modality"]), told, event["aside"])
