"""How many: the numbers in the phrases of an event. Dates do not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: Types of which one report gives several numbers: the dead and the hurt, the places.
_OF_MANY_NUMBERS = frozenset({"attack", "compete", "die", "disaster", "elect", "injure", "meet", "protest"})
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
           "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}  # fmt: skip
_NUMBER = re.compile(rf"(?<![\w.,])(?:\d+(?:[.,]\d+)*|{'|'.join(_DIGITS)})(?![\w])")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    "|sept?|oct|nov|dec"
)
#: Years, days of a month, clock times; and "one of", which counts nothing.
_NO_NUMBERS = re.compile(
    rf"\b(?:1\d{{3}}|20\d\d)s?\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b|\b(?:{_MONTHS})\.? \d{{1,2}}\b"
    r"|\b(?:one|this|that) of\b|\b\d{1,2}[.:]\d\d\b"
)


def numbers(cluster: EventCluster) -> frozenset[str]:
    """The numbers in the phrases of a cluster, in digits."""
    return frozenset[str]().union(*(_numbers(mention.phrase) for mention in cluster.mentions))


@lru_cache(maxsize=4096)
def _numbers(phrase: str) -> frozenset[str]:
    found = _NUMBER.findall(_NO_NUMBERS.sub(" ", fold(phrase)))
    return frozenset(_DIGITS.get(number, number.replace(",", "")) for number in found)


def same_number(left: EventCluster, right: EventCluster) -> bool:
    """Whether both have a number in common: "four vessels had docked", twice."""
    return bool(numbers(left) & numbers(right))


def large_numbers_in_common(left: EventCluster, right: EventCluster) -> frozenset[str]:
    """The numbers above twelve that both have: "$53 million"."""
    return (numbers(left) & numbers(right)) - frozenset(_DIGITS.values())


def numbers_conflict(left: Sequence[EventCluster], right: Sequence[EventCluster]) -> bool:
    """Whether both groups have numbers, and none in common.

    Yes: "raised the level to four", "raised it to 5"; "from three to four", "from 3 to 5", of which one is common.
    No: of harm and gatherings, which have several numbers: the dead, the places, the days.
    """
    type_ = left[0].type
    if type_ in _OF_MANY_NUMBERS:
        return False
    ours, theirs = (frozenset[str]().union(*map(numbers, group)) for group in (left, right))
    if not ours or not theirs:
        return False
    if type_ == "change":
        return not (ours <= theirs or theirs <= ours)
    return ours.isdisjoint(theirs)
