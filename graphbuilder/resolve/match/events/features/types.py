"""What is known of a type of event: how often it happens, to whom, and what distinguishes two of it."""

from __future__ import annotations

from typing import Any

from graphbuilder.lexicons import lexicon
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.index.bare_nouns import is_bare, is_lasting

#: Types of which a place sees one at a time, so that place and day identify it.
_OF_A_PLACE = frozenset({"compete", "disaster", "elect", "meet", "protest"})
#: Types of what befalls many people in a place, so that a place sees many.
_HARM = frozenset({"attack", "die", "injure"})


def happens_once(cluster: EventCluster) -> bool:
    """Whether an event rarely happens twice to the same participants: a birth, a resignation."""
    return bool(cluster.participants) and bool(_entry(cluster).get("once"))


def is_giving(cluster: EventCluster) -> bool:
    """Whether something is handed or promised to somebody."""
    return bool(_entry(cluster).get("gives"))


def is_gathering(cluster: EventCluster) -> bool:
    """Whether place and day identify the event: a summit, a quake, an election."""
    return cluster.type in _OF_A_PLACE


def is_harm(cluster: EventCluster) -> bool:
    """Whether it befalls people, of whom many may be harmed in one place."""
    return cluster.type in _HARM


def is_all_bare(cluster: EventCluster) -> bool:
    """Whether only bare nouns mention it: "the trial"."""
    return all(map(is_bare, cluster.mentions))


def is_all_lasting(cluster: EventCluster) -> bool:
    """Whether only nouns for what goes on for weeks or years mention it: "the war"."""
    return all(map(is_lasting, cluster.mentions))


def _entry(cluster: EventCluster) -> dict[str, Any]:
    entry: dict[str, Any] = lexicon("event_types").get(cluster.type, {})
    return entry
