"""What a phrase tells beside its names and function words: by that two tellings are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphbuilder.names import fold

#: Types that people do not take part in twice on one day: other words for them are no sign of two events.
SINGULAR = frozenset({"die", "meet", "resign"})
_WORD = re.compile(r"\w{3,}")
#: Words of three letters and more that say nothing of what an event is about; dates are compared elsewhere.
_FUNCTION_WORDS = frozenset(
    {"about", "after", "against", "all", "also", "and", "any", "april", "are", "around", "august", "because", "been",
     "before", "being", "but", "can", "could", "december", "did", "does", "during", "each", "february", "first",
     "for", "friday", "from", "had", "has", "have", "her", "him", "his", "how", "into", "its", "january", "july",
     "june", "last", "latest", "made", "make", "march", "may", "might", "monday", "more", "most", "much", "new",
     "next", "not", "november", "now", "october", "off", "old", "one", "only", "other", "our", "out", "over", "own",
     "said", "same", "saturday", "second", "september", "several", "she", "should", "since", "some", "sunday",
     "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
     "thursday", "today", "took", "tuesday", "two", "under", "until", "upon", "very", "was", "wednesday", "week",
     "were", "what", "when", "where", "which", "while", "who", "will", "with", "within", "without", "would", "year",
     "years", "yesterday", "you"}
)  # fmt: skip


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two tellings have so many words in common that they tell one thing: two, or half of the shorter.

    >>> alike(frozenset({"car", "new"}), frozenset({"car", "electric", "norway"}))
    True
    >>> alike(frozenset({"copies", "million", "available"}), frozenset({"player", "soon", "available"}))
    False
    """
    common = len(left & right)
    return common >= 2 or 2 * common >= max(min(len(left), len(right)), 1)


def content_words(phrase: str, names: Iterable[str]) -> frozenset[str]:
    """The words of a phrase that say something, without those of `names`.

    >>> sorted(content_words("Alba announced a new car on Monday", ["Alba", "announced"]))
    ['car']
    """
    named = {word for text in names for word in _WORD.findall(fold(text))}
    return frozenset(word for word in _WORD.findall(fold(phrase)) if not word.isdigit()) - named - _FUNCTION_WORDS
