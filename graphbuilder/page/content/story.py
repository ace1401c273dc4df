"""The documents, nodes and edges of the page, numbered so that they can refer to each other.

In: a graph, which is only read. Out: `Story`, whose parts `graphbuilder.page.payload` puts together. Who has no name
("police") is no node of the page: the events in which it has a part have its role and words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graphbuilder.addresses import shown_address
from graphbuilder.errors import GraphBuilderError
from graphbuilder.graph.attributes import Plain, is_named, point
from graphbuilder.graph.choice import chosen
from graphbuilder.graph.elements import BACK, in_order
from graphbuilder.graph.entries import status
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.restored import words_at
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import SPEAKER
from graphbuilder.page.content.days import day_number, span
from graphbuilder.page.content.look import LESS_LIKELY, factuality_of, is_shown, kind_of, standing_of
from graphbuilder.page.content.ranking import by_thing, importance, mixed, ranking, shown
from graphbuilder.records import PUBLICATION, UNTIL

#: Nodes beyond this number are left out of the page; the graph and its exports have them.
MAX_LISTED = 10_000

#: How a link was found that no text states, but a table of places.
_BY_TABLE = "geonames"


class Story:
    """Documents, nodes and edges of the page, which refer to each other by number."""

    def __init__(self, graph: EventGraph) -> None:
        self.graph = graph
        data = {
            str(node): dict(data)
            for node, data in graph.nodes(data=True)
            if data.get("kind") != "document" and is_named(data)
        }
        ties = [
            (str(a), str(b))
            for a, b, key in graph.edges(keys=True)
            if key != BACK and str(a) in data and str(b) in data
        ]
        self.chosen = chosen(graph)
        self.number = {node: number for number, node in enumerate(self._ranked(data, ties))}
        self.left_out = len(data) - len(self.number)
        self.source: Plain = graph.graph.get("documents", {})
        self.document = {document: number for number, document in enumerate(self._documents_used(data))}
        self.documents = [self._document(document) for document in self.document]
        self.judged = by_thing(graph.graph.get("judgements", ()))
        self.nodes = [self._node(node, data[node]) for node in self.number]
        self.edges = self._edges()

    def _ranked(self, data: dict[str, Plain], ties: Iterable[tuple[str, str]]) -> list[str]:
        """The nodes that are listed, most important first: of a slice, who is asked about.

        Less likely events take no place of the others.
        """
        events = {node for node, one in data.items() if one.get("kind") == "event"}
        less = {node: one["score"] for node, one in data.items() if node in events - self.chosen}
        weights = {node: _weight(one) for node, one in data.items() if node not in less}
        asked = weights.keys() & self.graph.graph.get("about", ())
        weights |= dict.fromkeys(asked, max(weights.values(), default=0) + 1)
        first = ranking(weights, [tie for tie in ties if not less.keys() & tie], events)[:MAX_LISTED]
        return mixed(first, ranking(less, ())[: MAX_LISTED - len(first)])

    def _documents_used(self, data: dict[str, Plain]) -> list[str]:
        """Documents that have a node, or are the source of one, by date of publication."""
        used = {one["document"] for one in self.graph.nodes.values() if one.get("kind") == "document"}
        used |= {one["document"] for node in self.number for one in data[node].get("provenance", ())}
        known = [document for document in self.source if document in used]
        return sorted(known, key=lambda one: (self.source[one]["published"] or "~", one))

    def _document(self, document: str) -> Plain:
        facts = self.source[document]
        published = facts["published"]
        return {
            "id": document,
            "title": facts["title"] or document,
            "published": published,
            "day": published and day_number(_bound(published)),
            "when": published and Interval.parse(published[:10]).readable,
            "source": facts["source"],
            "language": facts["language"],
            "url": shown_address(facts.get("url")),
            "corrections": [str(one) for one in facts.get("corrections", ())],
            "sentences": facts["sentences"],
        }

    def _node(self, node: str, data: Plain) -> Plain:
        sources = self._sources(data.get("provenance", ()))
        return {
            "id": node,
            "kind": kind_of(data),
            "type": str(data.get("type", "")),
            "label": _line(node, data),
            "aliases": [alias for alias in data.get("aliases", ()) if alias != data.get("label")],
            "score": data.get("score"),
            "mentions": len(data.get("mentions", ())) or len(sources),
            "sources": sources,
            "judgements": shown(
                (node, *data.get("mentions", ())), self.judged, lambda id: str(self._words(id)["words"])
            ),
            "corrections": [str(one) for one in data.get("corrections", ())],
            **(self._event(node, data) if data.get("kind") == "event" else self._entity(data)),
        }

    def _entity(self, data: Plain) -> Plain:
        where = point(data)
        at = None if where is None else [round(float(degrees), 2) for degrees in where]
        facts: Plain = {name: str(data[name]) for name in ("place_of", "place_rule", "iso") if at and name in data}
        return {"external_ids": data.get("external_ids", []), "at": at, **facts}

    def _event(self, node: str, data: Plain) -> Plain:
        described = self._described(node)
        return {
            **span(_interval(data)),
            **_date_of_duration(data),
            "factuality": factuality_of(data),
            "likelihood": "likely" if node in self.chosen else LESS_LIKELY,
            "aside": data.get("aside", ""),
            "polarity": data.get("polarity"),
            "modality": data.get("modality"),
            "said_by": [self.number[one] for one in data.get("attributions", ()) if one in self.number],
            "speakers": [*data.get("speakers", ()), *(words for role, words in described if role == SPEAKER)],
            "described": described,
            "outlets": data.get("sources", []),
            "independent_sources": data.get("independent_sources"),
            "dated_by": self._dated_by(data.get("dated_by")),
            "alternatives": [
                {**span(_interval(one)), "source": self._source(one["provenance"])}
                for one in data.get("alternatives", ())
            ],
        }

    def _described(self, event: str) -> list[list[str]]:
        """Role and words of those who have a part in an event and no name, each once."""
        found = {
            (str(data.get("relation", key)), str(self.graph.nodes[one].get("label", one)))
            for _, one, key, data in self.graph.out_edges(event, keys=True, data=True)
            if not is_named(self.graph.nodes[one])
        }
        return [list(one) for one in sorted(found)]

    def _edges(self) -> list[Plain]:
        return [
            {
                "source": self.number[str(source)],
                "target": self.number[str(target)],
                "relation": str(data.get("relation", key)),
                "when": _date_in_words(data),
                "sources": self._sources(data.get("provenance", ())),
                "by_table": {one.get("method") for one in data.get("provenance", ())} == {_BY_TABLE},
                **_standing(data, key),
            }
            for source, target, key, data in in_order(self.graph.edges(keys=True, data=True))
            if key != BACK and str(source) in self.number and str(target) in self.number
        ]

    def _sources(self, provenance: Iterable[Plain]) -> list[list[Any]]:
        found = (self._source(one) for one in provenance)
        return sorted(one for one in found if one is not None)

    def _source(self, one: Plain) -> list[Any] | None:
        number = self.document.get(one["document"])
        return number if number is None else [number, one["sentence"], one["start"], one["end"], one["score"]]

    def _dated_by(self, dated_by: Sequence[str] | None) -> Plain | None:
        if dated_by is None:
            return None
        rule, time = dated_by
        return {"rule": rule, **self._words(time)}

    def _words(self, id: str) -> Plain:
        """The words of an id, the number of their document and their place in it; of a node only its name."""
        found = words_at(self.source, id)
        if found is None or found.document not in self.document:
            name = self.graph.nodes[id].get("label", id) if id in self.graph else id
            return {"words": "" if id == PUBLICATION else name, "document": None}
        number = self.document[found.document]
        place = [number, found.sentence, found.start, found.end, None]
        return {"words": found.text, "document": number, "source": place}

    def title(self) -> str:
        """The names of the three most important entities."""
        names = [node["label"] for node in self.nodes if node["kind"] != "event"][:3]
        names = names or [node["label"] for node in self.nodes][:3]
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "Empty graph"

    def summary(self) -> Plain:
        """The numbers of the line under the title."""
        years = [
            bound.year
            for node in self.nodes
            if is_shown(node) and node.get("edtf") and (interval := Interval.parse(node["edtf"], node["precision"]))
            for bound in (interval.start, interval.end)
            if bound is not None
        ]
        events = [is_shown(node) for node in self.nodes if node["kind"] == "event"]
        return {
            "documents": len(self.documents),
            "outlets": len({one["source"] for one in self.documents if one["source"]}),
            "events": events.count(True),
            "less_likely": events.count(False),
            "entities": len(self.nodes) - len(events),
            "years": [min(years), max(years)] if years else None,
        }


def _date_in_words(data: Plain) -> str | None:
    """When a relation held, in words: "until 2014" of one that ended then, "by 2014" of one that is planned."""
    interval = _interval(data)
    if interval is None:
        return None
    held = "polarity" in data and standing_of(data) in ("fact", "former", "reported")
    return interval.lasting if held else interval.readable


def _date_of_duration(data: Plain) -> Plain:
    """The words of a date that ends a duration: "until 2014" in place of "by 2014"."""
    interval, rule = _interval(data), (data.get("dated_by") or ("",))[0]
    return {"when": interval.lasting} if interval is not None and rule == UNTIL else {}


def _standing(data: Plain, key: object) -> Plain:
    """Key, status, title and attribution of a link between names, where it is no plain fact."""
    relation = str(data.get("relation", key))
    told = {"key": key} if isinstance(key, str) and key.startswith(f"{relation}:") else {}
    facts = {"standing": standing_of(data), "title": data.get("title"), "said_by": data.get("attribution")}
    return told | {name: str(value) for name, value in facts.items() if value and value != "fact"}


def _weight(data: Plain) -> int:
    provenance = data.get("provenance", ())
    return importance(len(provenance), len({one["document"] for one in provenance}))


def _interval(data: Plain) -> Interval | None:
    """The interval of a node or edge; None also where its user wrote none that can be read, so that it is shown as
    undated.
    """
    try:
        return Interval.parse(data["edtf"], data.get("precision") or "") if data.get("edtf") else None
    except GraphBuilderError:  # written into the graph by its user: shown as undated rather than not at all
        return None


def _line(node: str, data: Plain) -> str:
    """The label of a node, of an event that is told in passing behind its word."""
    label = str(data.get("label") or node)
    word = status("happened", data.get("aside", ""))
    return f"[{word}] {label}" if word else label


def _bound(published: str) -> Any:
    return Interval.parse(published[:10]).start
