"""The rules that find time expressions, one kind a file.

To add one, write a function below a `rule` pattern in the file of its kind, put it into that file's `RULES`, and add
rows that it finds and rows that it must leave alone to `tests/times/cases.yaml`.
"""

from __future__ import annotations

from functools import lru_cache

from graphbuilder.times.finders import (
    away,
    clock,
    dates,
    deictic,
    durations,
    figures,
    holidays,
    ordinals,
    reaching,
    recurring,
    references,
    seasons,
    weekdays,
    years,
)  # fmt: skip
from graphbuilder.times.finding import Candidate, Rule, classes_of

RULES = (
    *figures.RULES, *dates.RULES, *weekdays.RULES, *years.RULES, *seasons.RULES, *clock.RULES, *deictic.RULES,
    *durations.RULES, *reaching.RULES, *away.RULES, *recurring.RULES, *references.RULES, *holidays.RULES,
    *ordinals.RULES,
)  # fmt: skip


def find_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """Everything that any rule reads in one sentence; candidates may overlap."""
    classes = classes_of(text[start:end], holidays.TRIGGERS)
    return [one for rule in _rules_for(classes) for one in rule.find(text, start, end)]


@lru_cache(maxsize=4096)
def _rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.may_be_in(classes))
