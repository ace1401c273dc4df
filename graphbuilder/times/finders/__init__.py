"""The rules that find time expressions, one kind of expression a file.

In: one sentence. Out: every reading that any rule makes of its words, as a `Candidate` with an underspecified value;
they may overlap.

To add a rule, write a function below a `rule` pattern in the file of its kind, and add rows that it finds and rows that
it must leave alone to `tests/times/cases.yaml`. A package of yours adds one by an entry point in the group
`graphbuilder.finders`, which names a rule, or several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from graphbuilder.added import added, load, remedy, told_of
from graphbuilder.errors import InputError
from graphbuilder.times.calendar import words
from graphbuilder.times.finders import (
    anchored_durations,
    clock_times,
    dates,
    deictic,
    durations,
    named_days,
    nth_parts,
    numeric_dates,
    offsets,
    parts_of_year,
    references,
    sets,
    weekdays,
    years,
)
from graphbuilder.times.finding import CLASSES, Candidate, Rule, classes_of

#: The files of the rules. Refiners keep the longest of overlapping readings and then the surest; the order of files and
#: of rules in one, decides only where two are as long and as sure, and then the more exact kind comes first.
_KINDS = (
    numeric_dates, dates, weekdays, years,  # what names a day or year outright
    parts_of_year, clock_times,  # parts of years and days, which need a whole
    # what points from an anchor, before lengths, which are the same words without one
    deictic, durations, anchored_durations, offsets,
    sets, references,  # what belongs to no single moment
    named_days, nth_parts,  # what lexicons name, and parts of any of these
)  # fmt: skip
RULES = tuple(one for kind in _KINDS for one in vars(kind).values() if isinstance(one, Rule))
#: The group of entry points in which other packages add rules.
GROUP = "graphbuilder.finders"


def find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """All readings of the words of one sentence, in the order of the rules."""
    classes = classes_of(text[start:end], named_days.TRIGGERS)
    return [one for rule in _rules_for(classes) for one in rule.find(text, start, end)]


@lru_cache(maxsize=4096)
def _rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in (*RULES, *_added()) if rule.may_be_in(classes))


@cache
def _added() -> tuple[Rule, ...]:
    """The rules of other packages, in the order of their names; InputError where one cannot be used."""
    rules: list[Rule] = []
    for point in added(GROUP).values():
        found, name = load(point, "finder"), told_of(point, "finder")
        for one in found if isinstance(found, Iterable) else (found,):
            if not isinstance(one, Rule):
                raise InputError(f"{name} is no Rule but {one!r}; {remedy(point)}")
            if unknown := sorted(set().union(*one.needs) - CLASSES):
                raise InputError(
                    f"{name} needs words of the classes {', '.join(unknown)}, which are none of "
                    f"{', '.join(sorted(CLASSES))}; {remedy(point)}"
                )
            try:
                words.pattern(one.text)
            except re.error as error:
                raise InputError(f"{name} has a pattern that is none: {error}; {remedy(point)}") from error
            rules.append(one)
    return tuple(rules)
