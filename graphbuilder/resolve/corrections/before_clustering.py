"""What is corrected before clusters are judged: chains that hold two things, and the types of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from graphbuilder.corrections import Correction
from graphbuilder.knowledge.names import fold
from graphbuilder.records import EventMention, Extraction, Mention
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster

Chained = TypeVar("Chained", Mention, EventMention)


def with_types(clusters: Sequence[EntityCluster], rows: Iterable[Correction]) -> list[EntityCluster]:
    """The clusters with the types that the user gives their names."""
    types = {fold(row.things[0]): row.value for row in rows if row.verb == "type"}
    return [replace(cluster, type=types.get(fold(cluster.name), cluster.type)) for cluster in clusters]


def with_cut_chains(extraction: Extraction, rows: Iterable[Correction]) -> Extraction:
    """The extraction with chains cut where they hold two things that the user tells apart."""
    for row in rows:
        if row.verb == "different":
            mentions, events = _cut(extraction.mentions, row.things), _cut(extraction.events, row.things)
            extraction = replace(extraction, mentions=mentions, events=events)
    return extraction


def _cut(mentions: tuple[Chained, ...], things: Sequence[str]) -> tuple[Chained, ...]:
    """The mentions, those of the second thing as a chain of their own where one chain has both.

    A mention told apart from its own name ("John Smith" in b.txt from John Smith) takes the whole chain with it.
    """
    first, second = ([mention for mention in mentions if _is(mention, words)] for words in things)
    chains = {mention.chain for mention in first} & {mention.chain for mention in second}
    if not chains or set(first) & set(second):
        return mentions
    names = {fold(mention.text) for mention in second} - {fold(mention.text) for mention in first}
    gone = {mention.id for mention in second}
    gone |= {mention.id for mention in mentions if _form(mention) == "name" and fold(mention.text) in names}
    cut = [
        replace(mention, chain=f"{mention.chain}/") if mention.chain in chains and mention.id in gone else mention
        for mention in mentions
    ]
    leader: dict[str, str] = {}
    for mention in cut:
        leader.setdefault(mention.chain, mention.id)
    return tuple(replace(mention, chain=leader[mention.chain]) for mention in cut)


def _is(mention: Mention | EventMention, words: str) -> bool:
    """Whether the words of a line are the id of a mention, or a name that it is."""
    return mention.id == words or (_form(mention) == "name" and fold(mention.text) == fold(words))


def _form(mention: Mention | EventMention) -> str:
    return mention.form if isinstance(mention, Mention) else "event"
