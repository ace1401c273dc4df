"""How a rule is written: a pattern, a function that reads its match, and the classes of words it cannot do without.

    @rule(r"(?P<month>...) (?P<day>...)", needs="month")
    def month_day(match): return Partial("day", month_number(match["month"]), int(match["day"]))

A rule is tried only on sentences that hold a word of a class it needs (`classes_of`, one dictionary look-up a word):
most sentences of an article never meet a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar import words
from graphbuilder.times.calendar.values import Value

Read = Callable[[re.Match[str]], Value | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters of a text that may denote a time, and what they were read as.

    `mod` is the TIMEX3 mod; `bound` is "since", "until", "by", "before" or "after" where such a word stands in front,
    "not before" for that or "not until", "at" for "did not … until", "from_then" for "as of", "ending" in
    "the year ended 31 March".
    """

    start: int
    end: int
    value: Value
    rule: str
    score: float = 0.95
    mod: str | None = None
    bound: str = ""

    def moved(self, **changes: object) -> Candidate:
        """A copy with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: its pattern, compiled when first tried, what it denotes, the word classes it needs."""

    name: str
    needs: tuple[frozenset[str], ...]
    text: str
    read: Read
    score: float

    def may_be_in(self, classes: frozenset[str]) -> bool:
        """Whether a sentence with words of these classes can hold such an expression at all."""
        return any(group <= classes for group in self.needs)

    def find(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        """The candidates between two offsets; a match that the reader refuses (None) is none."""
        for match in words.pattern(self.text).finditer(text, start, end):
            value = self.read(match)
            if value is not None:
                yield Candidate(match.start(), match.end(), value, self.name, self.score)


def rule(text: str, *, needs: str, score: float = 0.95) -> Callable[[Read], Rule]:
    """Make a rule of the function below it, which reads a match. `needs` lists word classes, one of which must be in
    the sentence; "month+digit" stands for both. With "" the rule is tried on every sentence, which costs time.
    """
    groups = tuple(frozenset(group.split("+")) for group in needs.split()) or (frozenset(),)

    def make(read: Read) -> Rule:
        return Rule(read.__name__, groups, text, read, score)

    return make


_WORD = re.compile(r"[^\W\d_]+|[0-9]+", re.UNICODE)
#: Word classes, and the words that belong to each.
_WORDS: dict[str, list[str]] = lexicon("word_classes") | {"season": list(words.SEASONS)}
_WORDS["daypart"] = [*_WORDS["daypart"], *words.DAYPARTS]
_CLASSES = {
    word: frozenset(name for name, others in _WORDS.items() if word in others)
    for row in _WORDS.values()
    for word in row
}
#: Classes of numbers by their count of digits; all are "digit" too.
_LENGTHS = {2: "pair", 3: "triple", 4: "year"}
#: All classes of words.
CLASSES = frozenset({*_WORDS, *_LENGTHS.values(), "digit", "name"})


def classes_of(sentence: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """The word classes of a sentence; digits are "digit", four of them "year" too; `names` are of class "name".

    >>> sorted(classes_of("On 2 May 2008"))
    ['digit', 'month', 'year']
    """
    found: set[str] = set()
    for word in set(_WORD.findall(sentence.lower())):
        if word in names:
            found.add("name")
        if word in _CLASSES:
            found |= _CLASSES[word]
        elif word[0] <= "9":
            found.update(("digit", _LENGTHS.get(len(word), "digit")))
    return frozenset(found)
