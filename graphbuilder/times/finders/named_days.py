"""Which words name a day of the calendar: "Christmas 2014", "last Easter", "9/11"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.named_days import named_days
from graphbuilder.times.calendar.values import Named, Value, Within
from graphbuilder.times.calendar.words import SP, YEAR, either
from graphbuilder.times.finders.weekdays import POINTER, pointed
from graphbuilder.times.finders.years import year_cell
from graphbuilder.times.finding import rule

_KEYS = {name.lower(): key for key, day in named_days().items() for name in day.names}
_FORMS = {form for day in named_days().values() for name in day.names for form in (name, name.upper())}
_NAMES = f"(?-i:{either(map(re.escape, _FORMS))})"
#: Words that a sentence must hold for the rule to be tried.
TRIGGERS = frozenset(re.findall(r"[a-z]+|[0-9]+", " ".join(_KEYS))) - {"s", "of", "the", "day", "11", "a", "new", "st"}


@rule(
    rf"(?:(?P<the>the{SP})?{POINTER}{SP})?(?P<name>{_NAMES})(?:,?{SP}(?:of{SP}|in{SP})?(?P<year>{YEAR}))?"
    rf"(?!/[0-9]|{SP}(?:Island|Carol|tree|card|Story))",
    needs="name",
)
def holiday(match: re.Match[str]) -> Value | None:
    """A named day, with its year or a pointer if there is one: Christmas 2014, last Easter."""
    key = _KEYS[match["name"].lower()]
    if match["year"]:
        whole = year_cell(int(match["year"]))
        return whole and Within(Named(key), whole)
    return Named(key, pointed(match)[0] if match["pointer"] else None)


@rule(
    rf"(?-i:(?:September|Sept?\.?){SP}11(?:th)?|11(?:th)?{SP}(?:of{SP})?(?:September|Sept?\.?))"
    rf"(?={SP}(?:(?:terror|terrorist|suicide){SP})?(?:attacks|hijackings|hijackers|bombings)\b)",
    needs="month",
    score=0.96,
)
def september_11(_match: re.Match[str]) -> Value:
    """The day of the attacks, as well known as 9/11: the September 11 (attacks)."""
    return Named("nine-eleven")


@rule(
    rf"(?-i:(?:January|Jan\.?){SP}6(?:th)?)(?={SP}(?:insurrection|Capitol{SP}(?:attack|riots?)"
    rf"|(?:attack|assault|riots?|siege){SP}(?:at|of|on){SP}the{SP}(?:U\.?S\.?{SP})?Capitol)\b)",
    needs="month",
    score=0.96,
)
def january_6(_match: re.Match[str]) -> Value:
    """The day of the attack on the Capitol, as well known: the January 6 (insurrection)."""
    return Named("capitol-attack")
