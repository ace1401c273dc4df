"""Bare nouns, which mention an event without identifying it: "the war", "talks". Words: ``bare_nouns.yaml``."""

from __future__ import annotations

from functools import cache

from graphbuilder.lexicons import lexicon
from graphbuilder.records import EventMention


def is_bare(mention: EventMention) -> bool:
    """Whether a noun alone mentions the event, and may refer to many.

    Yes: "the trial".
    No: "was tried", "the Iraq War".
    """
    return mention.form == "noun" and mention.lemma.casefold() in _bare()


@cache
def _bare() -> frozenset[str]:
    return frozenset(lexicon("bare_nouns")["nouns"]) | _lasting()


@cache
def _lasting() -> frozenset[str]:
    return frozenset(lexicon("bare_nouns")["lasting"])
