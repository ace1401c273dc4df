"""Which of the facts that a collection is expected to tell does the graph hold?

    python benchmarks/expected.py data/nato tests/expected/nato.yaml

The answer key lists documents, entities (and pairs that must stay two), relations, events with all their mentions, and
dates. Each is a fact, found or not; the shares are printed by kind, and the missing ones with --missing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import graphbuilder as gb

Key = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One expectation: what kind, which, whether the graph must hold it, and whether it does."""

    kind: str
    text: str
    must: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a collection gave, and its answer key."""

    key: Key
    graph: gb.EventGraph
    extractions: tuple[gb.Extraction, ...]


def read(collection: Path, key: Path) -> Reading:
    """Read a collection the way `graphbuilder.build` does, keeping the extractions."""
    extractions = tuple(gb.extract(gb.read_documents(collection)))
    graph = gb.EventGraph.from_resolution(gb.resolve(extractions))
    return Reading(yaml.safe_load(key.read_text(encoding="utf-8")), graph, extractions)


def facts(reading: Reading) -> list[Fact]:
    """Every expectation of the key, checked."""
    return [fact for check in CHECKS for fact in check(reading)]


# --- entities -----------------------------------------------------------------------------------------------------


def _bearers(reading: Reading, name: str) -> set[str]:
    try:
        return {entity.id for entity in reading.graph.bearers(name)}
    except gb.UnknownName:
        return set()


def _same_or_government(reading: Reading, name: str) -> set[str]:
    """The bearers of a name, and the governments of those that are countries: "Kyiv asked" is told of Ukraine."""
    bearers = _bearers(reading, name)
    edges = reading.graph.in_edges(bearers, keys=True)
    return bearers | {source for source, _, relation in edges if relation == "government_of"}


def _entities(reading: Reading) -> Iterator[Fact]:
    for row in reading.key["entities"]:
        must = row.get("must", False)
        bearers = _bearers(reading, row["name"])
        types = {reading.graph.nodes[one]["type"] for one in bearers}
        yield Fact("entity", row["name"], must, bool(bearers))
        if bearers:
            yield Fact(
                "entity type", f"{row['name']} is {row['type']}, not {sorted(types)}", must, row["type"] in types
            )
        for alias in row.get("aliases", ()):
            yield Fact("alias", f"{alias} is {row['name']}", must, bool(bearers & _bearers(reading, alias)))


def _different(reading: Reading) -> Iterator[Fact]:
    for left, right in reading.key.get("different", ()):
        both = _bearers(reading, left), _bearers(reading, right)
        yield Fact("different", f"{left} is not {right}", False, all(both) and not both[0] & both[1])


def _relations(reading: Reading) -> Iterator[Fact]:
    edges = {(source, relation, target) for source, target, relation in reading.graph.edges(keys=True)}
    for row in reading.key.get("relations", ()):
        pairs = [
            (source, row["type"], target)
            for source in _bearers(reading, row["source"])
            for target in _bearers(reading, row["target"])
        ]
        text = f"{row['source']} {row['type']} {row['target']}"
        yield Fact("relation", text, row.get("must", False), any(pair in edges for pair in pairs))


# --- events -------------------------------------------------------------------------------------------------------


def _events(reading: Reading) -> Iterator[Fact]:
    nodes = {row["id"]: _event_nodes(reading, row) for row in reading.key["events"]}
    for row in reading.key["events"]:
        yield from _event(reading, row, nodes)


def _event_nodes(reading: Reading, row: Key) -> list[gb.Event | None]:
    """For each expected mention of an event, the event whose trigger stands there."""
    return [_event_at(reading, mention) for mention in row["mentions"]]


def _event_at(reading: Reading, mention: Key) -> gb.Event | None:
    text = _texts(reading).get(mention["document"], "")
    at = _place(text, mention["quote"], mention["trigger"])
    for event in reading.graph.events():
        for one in event.provenance:
            if one.span.document == mention["document"] and one.span.start < at[1] and at[0] < one.span.end:
                return event
    return None


def _place(text: str, quote: str, words: str) -> tuple[int, int]:
    at = text.find(quote)
    start = at + quote.find(words) if at >= 0 else -1
    return (start, start + len(words)) if at >= 0 else (-1, -1)


_TEXTS: dict[int, dict[str, str]] = {}


def _texts(reading: Reading) -> dict[str, str]:
    """The documents' texts, put together again from their sentences."""
    if id(reading) not in _TEXTS:
        _TEXTS[id(reading)] = {one.document: _text(one) for one in reading.extractions}
    return _TEXTS[id(reading)]


def _text(extraction: gb.Extraction) -> str:
    text = [" "] * max((sentence.end for sentence in extraction.sentences), default=0)
    for sentence in extraction.sentences:
        text[sentence.start : sentence.end] = sentence.text
    return "".join(text)


def _event(reading: Reading, row: Key, nodes: dict[str, list[gb.Event | None]]) -> Iterator[Fact]:
    must, name = row.get("must", False), row["id"]
    found = [event for event in nodes[name] if event is not None]
    for mention, event in zip(row["mentions"], nodes[name], strict=True):
        yield Fact("event mention", f"{name}: {mention['trigger']} in {mention['document']}", must, event is not None)
    if not found:
        return
    main = max(sorted({event.id for event in found}), key=lambda one: sum(event.id == one for event in found))
    event = next(one for one in found if one.id == main)
    split = sum(one.id != main for one in found)
    yield Fact("one node", f"{name}: {split} of {len(found)} mentions apart", must, split == 0)
    when = None if row["when"] is None else str(row["when"])
    edtf = event.interval.edtf if event.interval is not None else None
    yield Fact("event date", f"{name}: {edtf}, not {when}", must, edtf == when)
    yield Fact("event type", f"{name}: {event.type}, not {row['type']}", False, event.type == row["type"])
    yield Fact("polarity", f"{name}: {event.polarity}, not {row['polarity']}", must, event.polarity == row["polarity"])
    yield Fact("modality", f"{name}: {event.modality}, not {row['modality']}", must, event.modality == row["modality"])
    yield from _who(reading, row, event)
    for other in row.get("refers_to", ()):
        tied = {one.id for one in nodes[other] if one is not None}
        yield Fact("event tie", f"{name} is tied to {other}", must, bool(tied & _neighbours(reading, event.id)))


def _who(reading: Reading, row: Key, event: gb.Event) -> Iterator[Fact]:
    must = row.get("must", False)
    taking_part = {entity for _, entity in event.participants} | {event.place}
    for name in row.get("participants", ()):
        bearers = _same_or_government(reading, name)
        yield Fact("participant", f"{row['id']}: {name}", must, bool(bearers & taking_part))
    for role, name in row.get("roles", {}).items():
        pairs = {(role, bearer) for bearer in _same_or_government(reading, name)}
        roles = {*event.participants, ("place", event.place)}
        yield Fact("role", f"{row['id']}: {role} {name}", must, bool(pairs & roles))
    if row.get("place"):
        yield Fact("place", f"{row['id']}: {row['place']}", must, event.place in _bearers(reading, row["place"]))
    if row.get("attribution"):
        bearers = _same_or_government(reading, row["attribution"])
        yield Fact("attribution", f"{row['id']}: {row['attribution']}", must, bool(bearers & set(event.attributions)))


def _neighbours(reading: Reading, event: str) -> set[str]:
    return {*reading.graph.successors(event), *reading.graph.predecessors(event)}


# --- dates --------------------------------------------------------------------------------------------------------


def _dates(reading: Reading) -> Iterator[Fact]:
    times = {one.document: one.times for one in reading.extractions}
    for row in reading.key.get("dates", ()):
        start, end = _place(_texts(reading).get(row["document"], ""), row["quote"], row["text"])
        here = [one for one in times.get(row["document"], ()) if one.span.start < end and start < one.span.end]
        read = [one.interval.edtf for one in here if one.interval is not None]
        text = f"{row['document']}: {row['text']!r} is {row['edtf']}, not {read}"
        yield Fact("date", text, False, str(row["edtf"]) in read)


CHECKS: tuple[Callable[[Reading], Iterator[Fact]], ...] = (_entities, _different, _relations, _events, _dates)


def shares(found: list[Fact]) -> dict[str, tuple[int, int]]:
    """Kind → (found, expected), and all together."""
    kinds = dict.fromkeys(fact.kind for fact in found)
    table = {kind: [fact for fact in found if fact.kind == kind] for kind in kinds}
    table["all"] = found
    table["must"] = [fact for fact in found if fact.must]
    return {kind: (sum(fact.found for fact in rows), len(rows)) for kind, rows in table.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("key", type=Path)
    parser.add_argument("--missing", action="store_true", help="list the facts that were not found")
    arguments = parser.parse_args()
    found = facts(read(arguments.collection, arguments.key))
    for kind, (count, total) in shares(found).items():
        print(f"{kind:16} {count:4} of {total:4}  {100 * count / max(total, 1):5.1f} %")
    for fact in found:
        if arguments.missing and not fact.found:
            print(f"{'MUST ' if fact.must else ''}{fact.kind}: {fact.text}")


if __name__ == "__main__":
    main()
