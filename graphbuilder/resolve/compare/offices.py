"""Which of the words for a post tell the same office: "President", "French president"; but not "prime minister"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from graphbuilder.entities.mentions.posts import post_nouns
from graphbuilder.entities.mentions.titles import RANKS, posts

Said = TypeVar("Said")

#: Nouns that may tell any office: "NATO chief" is its secretary general.
_ANY = frozenset({"chief", "executive", "general", "head", "leader", "officer", "official"})
_WORD = re.compile(r"[^\W\d_]+")


def by_office(said: Sequence[Said], title: Callable[[Said], str]) -> list[list[Said]]:
    """What is said of one tie in one way, parted by the offices that the titles tell, the one told most often first.

    "Minister" goes with "foreign minister", and what tells no office with the one told most often.
    """
    told = Counter(office_words(title(one)) for one in said)
    whole = [one for one in told if one and not any(one != other and _within(one, other) for other in told)]
    weight = {one: sum(told[other] for other in told if _within(other, one)) for one in whole}
    order = sorted(whole, key=lambda one: (-weight[one], sorted(one)))
    home = {one: next((other for other in order if _within(one, other)), one) for one in told}
    groups: dict[frozenset[str], list[Said]] = {one: [] for one in order or [frozenset[str]()]}
    for one in said:
        groups[home[office_words(title(one))]].append(one)
    return list(groups.values())


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one may stand for the other in short: "minister" for "foreign minister", not for "prime minister"."""
    return one <= other and not (bool(one) and (other - one) & RANKS)


def office_words(title: str) -> frozenset[str]:
    """The words of a title that tell its office apart: "foreign", "minister" of "Polish foreign minister"."""
    return frozenset(map(_singular, _WORD.findall(title.casefold()))) & _telling()


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _telling() -> frozenset[str]:
    return (post_nouns() | posts()) - _ANY
