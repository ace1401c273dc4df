"""Which words of a text say something, and how alike two texts are by them.

A word counts the more the fewer articles have it. How many have it was counted once, in the articles that the reader
learned from (``common_words.tsv``, which `training.words` writes), so that what two texts have in common does not
depend on what else is read with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import fsum, log, sqrt

from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon_text

_WORD = re.compile(r"\w{3,}")
#: A number that few things share: "38,000", "1.25", but no year and no round ten.
_NUMBER = re.compile(r"(?=\d)(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+\.\d+(?![\d.])|\d{3}(?![\d.,]))")
#: Words of three letters and more that say nothing of what an event is about; dates are compared elsewhere.
FUNCTION_WORDS = frozenset(
    {"about", "after", "against", "all", "also", "and", "any", "april", "are", "around", "august", "because", "been",
     "before", "being", "but", "can", "could", "december", "did", "does", "during", "each", "expected", "february",
     "first", "for", "friday", "from", "had", "has", "have", "her", "him", "his", "how", "into", "its", "january",
     "july", "june", "last", "latest", "made", "make", "march", "may", "might", "monday", "more", "most", "much",
     "new", "next", "not", "november", "now", "october", "off", "old", "one", "only", "other", "our", "out", "over",
     "own", "planned", "said", "same", "saturday", "scheduled", "second", "september", "several", "she", "should",
     "since", "some", "statement", "sunday", "than", "that", "the", "their", "them", "then", "there", "these", "they",
     "this", "those", "through", "thursday", "today", "took", "tuesday", "two", "under", "until", "upon", "very",
     "was", "wednesday", "week", "were", "what", "when", "where", "which", "while", "who", "will", "with", "within",
     "without", "would", "year", "years", "yesterday", "you"}
)  # fmt: skip


def singular(words: frozenset[str]) -> frozenset[str]:
    """The words without the "s" of many."""
    return frozenset(word[:-1] if word[-1] == "s" and word[-2:] != "ss" else word for word in words)


def content_words(phrase: str, names: Iterable[str]) -> frozenset[str]:
    """The words of a phrase that say something, without those of `names`.

    >>> sorted(content_words("Alba announced a new car on Monday", ["Alba", "announced"]))
    ['car']
    >>> sorted(content_words("Alba is recalling 38,000 cars built in 2019", ["Alba", "recalling"]))
    ['38,000', 'built', 'cars']
    """
    named = _WORD.findall(fold("\n".join(names)))
    told = fold(phrase)
    words = {word for word in _WORD.findall(told) if not word[0].isdigit()}
    numbers = {number for number in _NUMBER.findall(told) if len(number.strip("0,.")) > 1}
    return frozenset(words | numbers).difference(named, FUNCTION_WORDS)


#: Words, and numbers with their points and commas.
_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
#: Endings of which one is taken off, where a stem of `_STEM` letters is left: "annulment", "annuls".
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ies", "ied", "es",
    "ed", "s", "e", "ly",
)  # fmt: skip
_STEM = 4


def stems(text: str) -> list[str]:
    """The words of a text without their endings, in their order; a single letter is no word.

    >>> stems("The annulment of results")
    ['annul', 'of', 'result']
    """
    return [_stem(word) for word in _TOKEN.findall(fold(text)) if len(word) > 1]


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def weight(stem: str) -> float:
    """How much a stem says: 0 for what every article has, most for what few have."""
    share = _shares().get(stem)
    return _most() if share is None else -log(share)


def weighted(texts: Iterable[str]) -> Mapping[str, float]:
    """The stems of some texts with their weights, as a vector of length one, in the order of the stems."""
    counts = Counter(stem for text in texts for stem in stems(text))
    weights = {stem: (1 + log(count)) * weight(stem) for stem, count in sorted(counts.items())}
    length = sqrt(sum(value * value for value in weights.values()))
    return {stem: value / length for stem, value in weights.items() if value}


def alike(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two `weighted` vectors: 0 without a stem in common, 1 of equal ones."""
    return fsum([left[stem] * right[stem] for stem in left.keys() & right.keys()])


def most_in_common(left: frozenset[str], right: frozenset[str]) -> float:
    """The greatest weight of a stem that two sets have in common; 0 where there is none."""
    return max(map(weight, left & right), default=0.0)


@cache
def _shares() -> Mapping[str, float]:
    rows = (line.split("\t") for line in lexicon_text("common_words.tsv").splitlines() if not line.startswith("#"))
    return {stem: int(many) / 1000 for stem, many in rows}


@cache
def _most() -> float:
    """The weight of a stem that is in no table: one that fewer articles have than any that is."""
    return -log(min(_shares().values()))
