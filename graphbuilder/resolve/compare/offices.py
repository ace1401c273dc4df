"""Which titles of one person name the same office: "President" and "French president"; not "prime minister"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from graphbuilder.entities.mentions.posts import post_nouns
from graphbuilder.entities.mentions.titles import RANKS, posts
from graphbuilder.resolve.compare.words import singular

Titled = TypeVar("Titled")

#: Nouns that may name any office: "NATO chief" is its secretary general.
_ANY_OFFICE = frozenset({"chief", "executive", "general", "head", "leader", "officer", "official"})
_WORD = re.compile(r"[^\W\d_]+")


def by_office(titled: Sequence[Titled], title: Callable[[Titled], str]) -> list[list[Titled]]:
    """The items of one relation by office, the office that is named most often first.

    A short title goes with a longer one: "minister" with "foreign minister". A title that names no office goes with the
    first.
    """
    counts = Counter(office_words(title(item)) for item in titled)
    offices = [
        words for words in counts if words and not any(words != other and _within(words, other) for other in counts)
    ]
    weight = {office: sum(counts[words] for words in counts if _within(words, office)) for office in offices}
    order = sorted(offices, key=lambda office: (-weight[office], sorted(office)))
    office_of = {words: next((office for office in order if _within(words, office)), words) for words in counts}
    groups: dict[frozenset[str], list[Titled]] = {office: [] for office in order or [frozenset[str]()]}
    for item in titled:
        groups[office_of[office_words(title(item))]].append(item)
    return list(groups.values())


def _within(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether one title may be short for another one.

    Yes: "minister" for "foreign minister".
    No: "minister" for "prime minister", since a rank makes another office of it.
    """
    return short <= long and not (bool(short) and (long - short) & RANKS)


def office_words(title: str) -> frozenset[str]:
    """The words of a title that tell its office apart: "foreign" and "minister" of "Polish foreign minister"."""
    return singular(frozenset(_WORD.findall(title.casefold()))) & _telling()


@cache
def _telling() -> frozenset[str]:
    return (post_nouns() | posts()) - _ANY_OFFICE
