"""Lengths of time: "three years", "the past decade", "two-hour", "within 30 days"."""

from __future__ import annotations

import re

from graphbuilder.times.finding import rule
from graphbuilder.times.values import PUBLICATION, STORY, Duration, Value
from graphbuilder.times.words import (
    CARDINAL_WORD,
    HYPHEN,
    NUMBER,
    ORDINAL_WORD,
    SP,
    UNIT_WORD,
    VAGUE,
    either,
    number,
    unit_name,
)

_VAGUE = either([word.replace(" ", r"\s") for word in VAGUE])
#: One word may stand between the number and the unit: "two bloody weeks".
_ADJECTIVE = (
    rf"(?:(?!(?:of|and|or|to|in|on|per|for|at|by|from|with|the|as|is|was|were|had|times|a|an|ago"
    rf"|than|{CARDINAL_WORD}|{ORDINAL_WORD}|hundred|thousand|dozen|light|few|couple|other|this|last|next|that|each"
    rf"|every|past|these|those|his|her|their|its|our|early|late|mid|days|weeks|months|years){SP}"
    rf")[a-z]{{3,12}}{SP})?"
)
_AMOUNT = (
    rf"(?:(?P<half>half{SP}an?|half)|(?P<couple>(?:a{SP})?couple(?:{SP}of)?)|(?P<vague>{_VAGUE})"
    rf"|(?P<dozens>dozens{SP}of|hundreds{SP}of|thousands{SP}of|tens{SP}of{SP}thousands{SP}of)"
    rf"|(?P<number>{NUMBER})(?P<plus>[-\s]and[-\s]a[-\s](?:half|quarter))?(?:{SP}(?:or|to){SP}"
    rf"(?P<upper>{NUMBER})|{HYPHEN}(?:to{HYPHEN})?(?P<upper2>[0-9]{{1,3}}))?|(?P<one>an?))"
)
#: A larger number before a singular is no amount.
_YEAR_LIKE = 1000
_HALVES = rf"(?P<tail>{SP}and{SP}a{SP}half)?"
#: What must not stand before a number that counts units.
START = r"(?<![-$£€#.,/0-9])"
QUANTITY = rf"{_AMOUNT}{SP}{_ADJECTIVE}(?P<unit>{UNIT_WORD}){_HALVES}"
_NOT_AGE = (
    rf"(?!{HYPHEN}old|{SP}old\b|{SP}of{SP}age|{SP}(?:older|younger)\b"
    rf"|{SP}(?:his|her|their|your|my){SP}(?:junior|senior))"
)
#: "Forty hours of music" is how much there is, no time of the story.
_NOT_CONTENT = (
    rf"(?!{SP}of{SP}(?:[a-z]{{2,12}}{SP})?(?:video|videos|footage|film|audio|music|recordings?|tapes?|programming|content"
    rf"|airtime|playback|battery|talk{SP}time)\b)"
)


_OF_COUNT = re.compile(r"\b(?:as|how)\s$", re.IGNORECASE)


def amount_of(match: re.Match[str]) -> float | None:
    """The number that the words tell, None where it is vague. Of "two to three" the first."""
    if match["half"]:
        return 0.5
    if match["couple"]:
        return 2
    if match["number"]:
        plus = (match["plus"] or "").lower()
        extra = 0.25 if plus.endswith("quarter") else 0.5 if plus or match["tail"] else 0
        return number(match["number"]) + extra
    if match["one"]:
        return 1.5 if match["tail"] else 1
    return None


#: "A minute amount".
_TINY = re.compile(
    r"\s(?:amounts?|quantity|fraction|traces?|details?|difference|particles?|changes?|portion|dose)\b", re.IGNORECASE
)


def countable(match: re.Match[str], amount: float | None) -> bool:
    """ "A second", "a quarter" and "a season" are rarely times; "10 seasons" may be."""
    unit = unit_name(match["unit"])
    if not number_agrees(match):
        return False
    if match["one"] and re.match(r"\s(?:when|where|on\swhich)\b", match.string[match.end() :]):
        return False  # "a day when …" is a day, no length
    if match["one"] and unit in ("second", "quarter", "season"):
        return False
    if match["one"] and unit == "minute" and _TINY.match(match.string, match.end()):
        return False
    if (
        match["couple"] is None
        and match["half"]
        and match["half"].lower() == "half"
        and unit not in ("century", "hour")
    ):
        return False
    return not (unit == "season" and amount is None) and not (
        unit == "quarter" and re.match(r"\s(?:of|full)\b", match.string[match.end() :])
    )


def number_agrees(match: re.Match[str]) -> bool:
    """Of a number that may be a year, the unit needs its plural: "2018 day five" tells no length."""
    words = match["number"]
    plain = not match["unit"].lower().endswith(("s", "a"))
    if match["vague"]:
        # "some day", "many a day"; "the second time in as many days"
        return not plain and not _OF_COUNT.search(match.string, max(0, match.start() - 5), match.start())
    return words is None or not plain or number(words) < _YEAR_LIKE


@rule(rf"{START}(?:the{SP})?{QUANTITY}{_NOT_AGE}{_NOT_CONTENT}", needs="unit", score=0.85)
def duration(match: re.Match[str]) -> Value | None:
    """three years, half an hour, several months, a year and a half, the nine months."""
    amount = amount_of(match)
    if not countable(match, amount):
        return None
    return Duration(((amount, unit_name(match["unit"])),))


@rule(
    rf"{START}(?P<number>{NUMBER}){SP}(?P<unit>years?|days?|hours?|months?|weeks?"
    rf"),?(?:{SP}and)?{SP}(?P<number2>{NUMBER}){SP}(?P<unit2>months?|weeks?|days?|hours?|minutes?"
    rf"|seconds?){_NOT_AGE}",
    needs="unit",
)
def compound(match: re.Match[str]) -> Value:
    """two years and three months."""
    return Duration(
        tuple((number(match[a]), unit_name(match[b])) for a, b in (("number", "unit"), ("number2", "unit2")))
    )


@rule(
    rf"{START}(?:(?P<number>{NUMBER})(?:(?:{HYPHEN}|{SP})(?:to|or)(?:{HYPHEN}|{SP}"
    rf")(?:{NUMBER}))?|(?P<half>half)(?:{HYPHEN}an?)?|(?P<vague>multi|several)){HYPHEN}{SP}"
    rf"?(?P<unit>{UNIT_WORD})(?:{HYPHEN}long)?(?!{HYPHEN}(?:old|olds)\b|{SP}olds?\b)",
    needs="unit",
    score=0.85,
)
def hyphened(match: re.Match[str]) -> Value | None:
    """two-hour, 28-day, year-long."""
    unit = unit_name(match["unit"])
    if unit == "quarter" and match["unit"].lower() != unit:
        return None  # "three-quarters"
    if (unit in ("quarter", "season") and match["number"] is None) or (unit == "second" and match["half"]):
        return None
    amount = number(match["number"]) if match["number"] else 0.5 if match["half"] else None
    return Duration(((amount, unit),))


@rule(rf"(?P<unit>year|month|week|day|decade|hour|century)(?P<plural>s)?{HYPHEN}?long", needs="unit", score=0.85)
def long(match: re.Match[str]) -> Value:
    """year-long, decades-long."""
    return Duration(((None if match["plural"] else 1, unit_name(match["unit"])),))


@rule(
    rf"(?<![-\w])(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries"
    rf"|millennia)(?!{SP}old\b|-old|{SP}(?:ago|later|earlier)\b)",
    needs="unit",
    score=0.6,
)
def plural(match: re.Match[str]) -> Value | None:
    """for years, months of talks."""
    before = match.string[max(0, match.start() - 14) : match.start()].lower()
    if re.search(
        rf"(?:[0-9]|\b(?:{CARDINAL_WORD}|these|those|the|his|her|their|its|our|my|whose|which|other|early|final"
        r"|opening|light|(?:as|how)\smany|odd-numbered|even-numbered|old|own|office|working|business|visiting|[a-z]+th|s))\s$"
        r"|['’]s?\s$",
        before,
    ):
        return None
    return Duration(((None, unit_name(match["unit"])),))


@rule(
    rf"(?:(?<=\bfor )|(?<=\bover )|(?<=\bduring )|(?<=\bwithin ))the{SP}next{SP}"
    rf"(?P<unit>hour|day|week|month|year|decade|century)(?!['’]s|-)",
    needs="unit",
)
def coming_one(match: re.Match[str]) -> Value:
    """(for) the next year: a length, where (in) the next year is a year."""
    return Duration(((1, match["unit"].lower()),), 1)


_SIDES = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "recent": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "subsequent": 1,
    "succeeding": 1,
    "ensuing": 1,
    "first": 0,
    "final": 0,
    "early": 0,
    "opening": 0,
    "closing": 0,
    "intervening": 0,
    "remaining": 0,
    "latest": -1,
    "same": 0,
}
_SIDE = either(_SIDES)


@rule(
    rf"(?:(?P<the>the|these|those|this|his|her|their|its){SP})?(?:very{SP})?(?P<side>{_SIDE}){SP}{QUANTITY}",
    needs="unit",
    score=0.9,
)
def bounded(match: re.Match[str]) -> Value | None:
    """the past two years, the next six months."""
    if match["one"] is not None or not number_agrees(match) or _is_verb(match):
        return None
    return _bounded(match, amount_of(match))


#: Before "last" where it is a verb: "designed to last two years", "the games last nine days".
_HELPER = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|not|n['’]t|['’]ll|did|does|do|they|it|that|and|which"
    r"|(?!(?:this|across|plus|versus|previous)\b)[a-z]{3,20}(?<!wa)(?<!hi)(?<!it)(?<!ha)s)\s$"
)


def _is_verb(match: re.Match[str]) -> bool:
    return (
        match["side"].lower() == "last"
        and not match["the"]
        and _HELPER.search(match.string, max(0, match.start() - 24), match.start()) is not None
    )


_DURING = re.compile(r"\b(?:in|over|during|within|for|throughout)\s\Z", re.IGNORECASE)


@rule(
    rf"(?P<the>the|this|that){SP}(?P<side>past|last|coming){SP}(?P<unit>year|decade|century"
    rf"|half{SP}century|hour|day|month|week|millennium)(?!['’]s|-|{SP}of\b)",
    needs="unit",
    score=0.85,
)
def bounded_one(match: re.Match[str]) -> Value | None:
    """the past year, the last decade; not "the last year of the war"."""
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
    """recent weeks, the coming months; "the early hours" are those of a morning."""
    if match["side"].lower() == "early" and match["unit"].lower() == "hours":
        return None
    return _bounded(match, None)


def _bounded(match: re.Match[str], amount: float | None) -> Value:
    side = match["side"].lower().split()[0]
    anchor = (
        STORY if side in ("previous", "preceding", "following", "subsequent", "succeeding", "ensuing") else PUBLICATION
    )
    return Duration(((amount, unit_name(match["unit"])),), _SIDES[side], anchor)


@rule(rf"(?<=within ){QUANTITY}", needs="unit", score=0.9)
def within(match: re.Match[str]) -> Value | None:
    """(within) 30 days."""
    return Duration(((amount_of(match), unit_name(match["unit"])),), 1)


RULES = (duration, compound, hyphened, long, plural, coming_one, bounded, bounded_one, bounded_plural, within)
