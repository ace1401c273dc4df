"""Which words of a phrase say something, beside names and function words: by these two tellings are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphbuilder.knowledge.names import fold

_WORD = re.compile(r"\w{3,}")
#: A number that few things share: "38,000", "1.25", but no year and no round ten.
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d+\.\d+(?![\d.])|(?<![\d.,])\d{3}(?![\d.,])")
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
