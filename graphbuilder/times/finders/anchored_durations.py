"""Which lengths end or begin at their anchor: "the past decade", "recent weeks", "within 30 days"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import PUBLICATION, SCENE, STORY, Duration, Value
from graphbuilder.times.calendar.words import SP, either, unit_name
from graphbuilder.times.finders.durations import QUANTITY, amount_of, number_agrees
from graphbuilder.times.finding import rule


@rule(
    rf"(?:(?<=\bfor )|(?<=\bover )|(?<=\bduring )|(?<=\bwithin ))the{SP}next{SP}"
    rf"(?P<unit>hour|day|week|month|year|decade|century)(?!['’]s|-)",
    needs="unit",
)
def coming_one(match: re.Match[str]) -> Value:
    """A length of one unit that begins now: (for) the next year; not "(in) the next year", which is a year."""
    return Duration(((1, match["unit"].lower()),), 1)


_SIDES = {
    **dict.fromkeys(("last", "past", "previous", "preceding", "recent", "latest"), -1),
    **dict.fromkeys(("first", "final", "early", "opening", "closing", "intervening", "remaining", "same"), 0),
    **dict.fromkeys(("next", "coming", "following", "upcoming", "subsequent", "succeeding", "ensuing"), 1),
}
_SIDE = either(_SIDES)


@rule(
    rf"(?:(?P<the>the|these|those|this|his|her|their|its){SP})?(?:very{SP})?(?P<side>{_SIDE}){SP}{QUANTITY}",
    needs="unit",
    score=0.9,
)
def bounded(match: re.Match[str]) -> Value | None:
    """A length that ends or begins at its anchor: the past two years, the next six months."""
    if match["one"] is not None or not number_agrees(match) or _is_verb(match):
        return None
    return _bounded(match, amount_of(match))


#: Before "last" where it is a verb: "designed to last two years", "the games last nine days".
_HELPER = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|not|n['’]t|['’]ll|did|does|do|they|it|that|and|which"
    r"|(?!(?:this|across|plus|versus|previous)\b)[a-z]{3,20}(?<!wa)(?<!hi)(?<!it)(?<!ha)s)\s$"
)


def _is_verb(match: re.Match[str]) -> bool:
    """Whether "last" is a verb: "designed to last two years", "the games last nine days"."""
    return (
        match["side"].lower() == "last"
        and not match["the"]
        and _HELPER.search(match.string, max(0, match.start() - 24), match.start()) is not None
    )


_DURING = re.compile(r"\b(?:in|over|during|within|for|throughout)\s\Z", re.IGNORECASE)


@rule(
    rf"(?P<the>the|this|that){SP}(?P<side>past|last|coming){SP}(?P<unit>year|decade|century"
    rf"|half{SP}century|hour|day|month|week|fortnight|millennium)(?!['’]s|-|{SP}of\b)",
    needs="unit",
    score=0.85,
)
def bounded_one(match: re.Match[str]) -> Value | None:
    """A length of one unit up to now: the past year, the last decade; not "the last year of the war"."""
    unit = match["unit"].lower()
    final = match["side"].lower() == "last" and unit in ("hour", "day")
    if match["the"].lower() != "the" or (
        final and not _DURING.search(match.string, max(0, match.start() - 12), match.start())
    ):
        return None  # "the last day was calm": the final one of something
    if unit.startswith("half"):
        return Duration(((50, "year"),), _SIDES[match["side"].lower()])
    return Duration(((1, unit_name(unit)),), _SIDES[match["side"].lower()])


@rule(
    rf"(?:(?P<the>the){SP})?(?P<side>{_SIDE}|past{SP}few|last{SP}few){SP}(?P<unit>minutes"
    rf"|hours|days|weeks|weekends|months|quarters|years|decades|centuries)",
    needs="unit",
    score=0.85,
)
def bounded_plural(match: re.Match[str]) -> Value | None:
    """A length of a vague amount up to or from now: recent weeks, the coming months; not "the early hours"."""
    if match["side"].lower() == "early" and match["unit"].lower() == "hours":
        return None
    return _bounded(match, None)


def _bounded(match: re.Match[str], amount: float | None) -> Value:
    """The length that a match names, with the side and anchor of its adjective."""
    side = match["side"].lower().split()[0]
    anchor = (
        STORY if side in ("previous", "preceding", "following", "subsequent", "succeeding", "ensuing") else PUBLICATION
    )
    return Duration(((amount, unit_name(match["unit"])),), _SIDES[side], anchor)


@rule(rf"(?<=within ){QUANTITY}", needs="unit", score=0.9)
def within(match: re.Match[str]) -> Value | None:
    """A length that begins now: (within) 30 days; in the past tense with what was told just before."""
    return Duration(((amount_of(match), unit_name(match["unit"])),), 1, SCENE)
