"""Which words are a length of time: "three years", "two-hour", "several months"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import Duration, Value
from graphbuilder.times.calendar.words import (
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
from graphbuilder.times.finding import rule

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
    rf"|(?P<edited>\[(?=[a-z]))?(?P<number>(?!(?:1[5-9]|20)[0-9]{{2}}{SP}to{SP}){NUMBER})(?(edited)\])(?P<plus>[-\s]and[-\s]a[-\s](?:half|quarter))?(?:{SP}(?:or|to){SP}"
    rf"(?P<upper>{NUMBER})|{HYPHEN}(?:to{HYPHEN})?(?P<upper2>[0-9]{{1,3}}))?|(?P<one>an?))"
)
#: A larger number before a singular is no amount.
_YEAR_LIKE = 1000
_HALVES = rf"(?P<tail>{SP}and{SP}a{SP}half)?"
#: What must not precede a number that counts units.
START = r"(?<![-$£€#.,/0-9])"
QUANTITY = rf"{_AMOUNT}{SP}{_ADJECTIVE}(?P<unit>{UNIT_WORD}){_HALVES}"
_NOT_AGE = (
    rf"(?!{HYPHEN}old|{SP}old\b|{SP}of{SP}age|{SP}(?:older|younger)\b"
    rf"|{SP}(?:his|her|their|your|my){SP}(?:junior|senior))"
)
#: Not behind a length: what is measured in it ("forty hours of music"), which is no time of the story.
_NOT_CONTENT = (
    rf"(?!{SP}of{SP}(?:[a-z]{{2,12}}{SP})?(?:video|videos|footage|film|audio|music|recordings?|tapes?|programming|content"
    rf"|airtime|playback|battery|talk{SP}time)\b|{SP}can{SP}be{SP}(?:stored|recorded|saved|held)\b)"
)


_OF_COUNT = re.compile(r"\b(?:as|how)\s$", re.IGNORECASE)


def amount_of(match: re.Match[str]) -> float | None:
    """The number that the words name, None where it is vague; of "two to three" the first."""
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


#: Nouns behind the adjective "minute": "a minute amount".
_TINY = re.compile(
    r"\s(?:amounts?|quantity|fraction|traces?|details?|difference|particles?|changes?|portion|dose)\b", re.IGNORECASE
)


def countable(match: re.Match[str], amount: float | None) -> bool:
    """Whether words that look like a length are one: "three years"; not "a second", "a minute amount", "a day when"."""
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
    """Whether number and unit agree; not in "2018 day five", "some day", "in as many days"."""
    words = match["number"]
    plain = not match["unit"].lower().endswith(("s", "a"))
    if match["vague"]:
        # "some day", "many a day"; "the second time in as many days"
        return not plain and not _OF_COUNT.search(match.string, max(0, match.start() - 5), match.start())
    return words is None or not plain or number(words) < _YEAR_LIKE


@rule(rf"{START}(?:the{SP})?{QUANTITY}{_NOT_AGE}{_NOT_CONTENT}", needs="unit", score=0.85)
def duration(match: re.Match[str]) -> Value | None:
    """A length: three years, half an hour, several months, a year and a half, the nine months."""
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
    """A length in two units: two years and three months."""
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
    """A length as an adjective: two-hour, 28-day, year-long."""
    unit = unit_name(match["unit"])
    if unit == "quarter" and match["unit"].lower() != unit:
        return None  # "three-quarters"
    if (unit in ("quarter", "season") and match["number"] is None) or (unit == "second" and match["half"]):
        return None
    amount = number(match["number"]) if match["number"] else 0.5 if match["half"] else None
    return Duration(((amount, unit),))


@rule(rf"(?P<unit>year|month|week|day|decade|hour|century)(?P<plural>s)?{HYPHEN}?long", needs="unit", score=0.85)
def long(match: re.Match[str]) -> Value:
    """A length of one unit as an adjective: year-long, decades-long."""
    return Duration(((None if match["plural"] else 1, unit_name(match["unit"])),))


@rule(
    rf"(?<![-\w])(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries"
    rf"|millennia)(?!{SP}old\b|-old|{SP}(?:ago|later|earlier)\b)",
    needs="unit",
    score=0.6,
)
def plural(match: re.Match[str]) -> Value | None:
    """A length of a vague amount: for years, months of talks."""
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
    rf"(?:another|an{SP}(?:extra|additional)){SP}(?P<unit>hour|day|week|fortnight|month|year|decade|century)(?!['’]s|-)"
    rf"|all(?:{SP}|-)(?P<all>day|week|month|year)(?!-|{SP}(?:round|of|the)\b)",
    needs="unit",
)
def whole(match: re.Match[str]) -> Value:
    """A length of one whole unit: another week, all day."""
    return Duration(((1, (match["unit"] or match["all"]).lower()),))
