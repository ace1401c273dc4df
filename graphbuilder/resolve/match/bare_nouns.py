"""Bare nouns, which tell an event and not which one: "the war", "talks", "a crisis". Words: ``bare_nouns.yaml``."""

from __future__ import annotations

from functools import cache

from graphbuilder.lexicons import lexicon
from graphbuilder.records import EventMention
from graphbuilder.resolve.cluster.clusters import EventCluster


def is_bare(mention: EventMention) -> bool:
    """Whether a noun alone tells the event, and may tell many: "the trial"; not "was tried", "the Iraq War"."""
    return mention.method.startswith("noun") and mention.lemma.casefold() in _nouns()


def all_bare(cluster: EventCluster) -> bool:
    """Whether an event is told by such nouns only."""
    return all(map(is_bare, cluster.mentions))


def lasts(cluster: EventCluster) -> bool:
    """Whether it is told by nouns only of what goes on for weeks or years: a day of it is not when it was."""
    return all(one.method.startswith("noun") and one.lemma.casefold() in _lasting() for one in cluster.mentions)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("bare_nouns")["nouns"]) | _lasting()


@cache
def _lasting() -> frozenset[str]:
    return frozenset(lexicon("bare_nouns")["lasting"])
