"""The words of the calendar and the patterns made of them; every finder builds on these.

Patterns match whole words and ignore case, but for the names that are common words in lower case (May, March, Sat …).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graphbuilder.lexicons import lexicon

_LEXICON = lexicon("calendar_words")
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
#: First month of each season in the northern hemisphere.
SEASONS: dict[str, int] = _LEXICON["seasons"]
UNITS: dict[str, str] = _LEXICON["units"]
#: TIMEX3 codes of the parts of a day.
DAYPARTS: dict[str, str] = _LEXICON["dayparts"]
_SMALL: list[str] = _LEXICON["small"]
_TENS = {word: number for number, word in zip(range(20, 100, 10), _LEXICON["tens"], strict=True)}
CARDINALS = {word: number for number, word in enumerate(_SMALL)} | _TENS
_ORDINALS: list[str] = _LEXICON["ordinals"]
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | dict(
    zip(_LEXICON["tenths"], _TENS.values(), strict=True)
)
#: Amounts that name no number; TIMEX3 writes X.
VAGUE: list[str] = _LEXICON["vague"]


def either(words: Iterable[str]) -> str:
    """A group that matches any of the words, longer ones first; shared beginnings are written once, which is faster.

    >>> either(["day", "days", "decade"])
    '(?:d(?:a(?:y(?:s|))|ecade))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        head = word[:1] if word[:1].isalnum() else word
        rests.setdefault(head, []).append(word[len(head) :])
    heads = sorted(rests, key=lambda head: (not head, head))
    return f"(?:{'|'.join(head + _rest(rests[head]) for head in heads)})"


def _rest(words: list[str]) -> str:
    return either(words) if len(words) > 1 else words[0]


#: Between two words: blanks, and one line break where lines are wrapped.
SP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,3})"
HYPHEN = "[-\u2010\u2011]"
DASH = "[-\u2010-\u2015]"
MONTH_WORD = (
    r"(?:january|february|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|\b)|(?-i:March|MARCH|May|MAY|Mar\.?(?!\w)))"
)
WEEKDAY_WORD = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?-i:Mon|Tues?|Wed|Weds|Thur?s?|Fri|Sat|Sun)(?:\.|\b)(?!\w))"
)
ORDINAL_WORD = either([*ORDINALS, *(f"{ten}[- ]{one}" for ten in _TENS for one in _ORDINALS[:9])])
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
DAY_ORDINAL = rf"(?:{DAY}|{ORDINAL_WORD})"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])"
CARDINAL_WORD = either([*_SMALL, *_TENS, *(f"{ten}[- ]{one}" for ten in _TENS for one in _SMALL[1:10])])
NUMBER = (
    rf"(?:(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,9}}(?:\.[0-9]{{1,2}}|{SP}?½|{SP}1/2)?)(?:{SP}(?:million|billion))?|(?:a|{CARDINAL_WORD}"
    rf"){SP}(?:hundred|thousand|dozen|million|billion)"
    rf"|{CARDINAL_WORD})"
)
UNIT_WORD = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?"
    r"|yrs?|decades?|centur(?:y|ies)|millenni(?:um|ums|a))"
)
SEASON_WORD = either(SEASONS)


def month_number(word: str) -> int:
    """The number of a month, 1 to 12.

    >>> month_number("Sept."), month_number("MARCH")
    (9, 3)
    """
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """The number of a weekday: 0 for Monday … 6 for Sunday."""
    return WEEKDAYS[word[:3].lower()]


def unit_name(word: str) -> str:
    """The name of a unit in the singular: "hrs" is "hour", "centuries" "century"."""
    lower = word.lower()
    return UNITS.get(lower) or UNITS[lower.rstrip("s")]


def number(text: str) -> float:
    """The number that words or digits name.

    >>> number("twenty-five"), number("1,200"), number("a hundred"), number("2.5"), number("5 1/2")
    (25, 1200, 100, 2.5, 5.5)
    """
    plain = text.lower().replace(",", "").replace("½", " 1/2")
    words = [word for word in re.split(r"[-\s\u2010\u2011]+", plain) if word]
    total = 0.0
    for word in words:
        if word in _MULTIPLES:
            total = (total or 1) * _MULTIPLES[word]
        else:
            total += _one_number(word)
    return int(total) if total == int(total) else total


_MULTIPLES = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000, "billion": 1_000_000_000}


def _one_number(word: str) -> float:
    if word == "1/2":
        return 0.5
    if word[0].isdigit():
        return float(word.rstrip("stndrh"))
    return CARDINALS.get(word) or ORDINALS.get(word) or (1 if word in ("a", "an") else 0)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The pattern, compiled between word boundaries and ignoring case."""
    return re.compile(rf"(?<![\w])(?:{text})(?![\w])", re.IGNORECASE)
