"""Which words point from publication or from the story: "yesterday", "last week", "the following day"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.timex import CLOCK
from graphbuilder.times.calendar.values import SCENE, STORY, Clock, Duration, Partial, Step, Value, Within
from graphbuilder.times.calendar.words import DAYPARTS, MONTH_WORD, SP, WEEKDAY_WORD, month_number, unit_name
from graphbuilder.times.finders.weekdays import POINTER, pointed
from graphbuilder.times.finding import rule

_UNIT = r"(?P<unit>second|minute|hour|day|weekend|week|fortnight|month|quarter|season|year|decade|century|millennium)"
_PART = r"(?P<part>morning|afternoon|evening|night)"
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_PASSING = ("last", "next", "past")
#: Words before "the last year" that compare cells of the calendar: "the same quarter of the last year".
_SAME = re.compile(r"\bsame\s(?:period|quarter|month|week|time)\s(?:of|in)\s$", re.IGNORECASE)
_OF = re.compile(r"\sof\b", re.IGNORECASE)
#: Words behind a unit that make it a length up to a date: "the year to March", "the week ended Nov. 18".
_ENDING = re.compile(
    rf"\s(?:to|through|ended|ending)\s(?:on\s)?(?:the\s)?(?:end\s(?:of\s)?|late\s|early\s|mid-)?(?:{MONTH_WORD}|{WEEKDAY_WORD}|[0-9]{{1,2}}(?:st|nd|rd|th)?\s)",
    re.IGNORECASE,
)


@rule(
    rf"(?P<day>today|yesterday|tomorrow)(?!['’]s{SP}(?:world|society|children|standards?|youth)"
    rf")(?:['’]s(?={SP}(?:meeting|vote|election)\b))?",
    needs="deictic",
)
def day(match: re.Match[str]) -> Value:
    """A day beside today: today, yesterday."""
    return Step("day", _DAYS[match["day"].lower()])


@rule(
    rf"the{SP}(?:day{SP}(?:before{SP}yesterday|after{SP}tomorrow)"
    rf"|(?P<unit>week|weekend|month|quarter|year|decade|century){SP}(?:before{SP}last|after{SP}next))\b",
    needs="unit",
)
def second_unit(match: re.Match[str]) -> Value:
    """The day or unit two of them away: the day before yesterday, the year before last, the week after next."""
    return Step((match["unit"] or "day").lower(), -2 if "before" in match[0].lower() else 2)


@rule("tonight", needs="deictic", score=0.85)
def tonight(_match: re.Match[str]) -> Value:
    """The night of today: tonight."""
    return Within(Clock(part="NI"), Step("day", 0))


@rule(
    rf"overnight(?={SP}?[,.;:)—–]|{SP}(?:on|in|at|from|to|into|and|but|as|with|by|after|before|for|when|while|between|despite|near"
    rf"|across|over|that|because|amid|the|it|he|she|they|we|{WEEKDAY_WORD})\b|{SP}?$)",
    needs="deictic",
    score=0.85,
)
def overnight(match: re.Match[str]) -> Value | None:
    """The night that has just passed: Overnight (the city was shelled).

    No: "an overnight train", which runs on any night.
    """
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    return None if before.endswith((" a ", " an ", " the ")) else Clock(part="NI", overnight=True)


@rule(
    rf"{POINTER}{SP}{_PART}|(?P<day>yesterday|today|tomorrow){SP}(?P<part2>morning|afternoon"
    rf"|evening|night)|(?P<the>the){SP}(?:next|following|previous|same|very{SP}next){SP}"
    rf"(?P<part3>morning|afternoon|evening|night)",
    needs="daypart",
)
def pointed_part(match: re.Match[str]) -> Value:
    """A part of a day that a word points to: this morning, last night, yesterday evening, the next morning."""
    part = Clock(part=DAYPARTS[(match["part"] or match["part2"] or match["part3"]).lower()])
    if match["day"]:
        return Within(part, Step("day", _DAYS[match["day"].lower()]))
    if match["the"]:
        step = {"next": 1, "following": 1, "previous": -1}.get(match[0].lower().split()[-2], 0)
        return Within(part, Step("day", step, STORY))
    step, anchor = pointed(match)
    return Within(part, Step("day", step, anchor))


@rule(
    rf"(?P<the>the{SP}(?:very{SP})?)?{POINTER}{SP}(?:calendar{SP}|whole{SP}|entire{SP})?{_UNIT}"
    rf"(?!-(?:old|long)|{SP}(?:half|old|or{SP}two|and{SP}a{SP}half|[0-9]{{1,2}}\b(?!{SP}[a-z])))",
    needs="deictic",
    score=0.9,
)
def pointed_unit(match: re.Match[str]) -> Value | None:
    """A unit that a word points to: last week, the following day, that month; not "the last week of the campaign"."""
    step, anchor = pointed(match)
    unit, word = unit_name(match["unit"]), match["pointer"].lower()
    if word in _PASSING and _OF.match(match.string, match.end()):
        return None  # "the last week of the campaign" is part of a whole that no calendar knows
    if unit in CLOCK or (unit == "season" and word not in ("last", "next", "this")):
        return None
    if match["the"] and word in ("past", "last", "coming", "upcoming", "current"):
        compared = word == "last" and _SAME.search(match.string, max(0, match.start() - 16), match.start())
        return Step(unit, step) if compared else _bounded(unit, word, step)
    if unit == "day" and word == "this":
        anchor = STORY
    return Step("year" if unit == "season" else unit, step, anchor)


def _bounded(unit: str, word: str, step: int) -> Value | None:
    """The cell that "the last quarter" and "the current" name; not "the past year", a length up to now."""
    if word == "current" or (word == "last" and unit in ("quarter", "month", "week", "weekend")):
        return Step(unit, step)
    return None


@rule(rf"(?P<the>the{SP})?{POINTER}{SP}(?P<month>{MONTH_WORD})(?!\.?{SP}[0-9])", needs="month")
def pointed_month(match: re.Match[str]) -> Value:
    """A month that a word points to: last June."""
    step, anchor = pointed(match)
    return Partial("month", month_number(match["month"]), step=step, anchor=anchor)


@rule(
    rf"(?:the{SP}(?:very{SP})?)(?P<unit>day|week|month|year|decade|night|morning|evening){SP}"
    rf"(?P<side>before|after|earlier|later)(?={SP}?[,.;:)—–]|{SP}(?:and|when|at|in|as|but|with"
    rf"|that)\b|{SP}?$)",
    needs="unit",
)
def step_aside(match: re.Match[str]) -> Value:
    """The unit beside that of the story, where no event follows: the day before, the year after."""
    step = -1 if match["side"].lower() in ("before", "earlier") else 1
    word = match["unit"].lower()
    if word in DAYPARTS:
        return Within(Clock(part=DAYPARTS[word]), Step("day", step, STORY))
    return Step(word, step, STORY)


@rule(
    rf"(?:(?<=\bend of )|(?<=\bbeginning of )|(?<=\bstart of )|(?<=\bpart of )|(?<=\bmiddle of )|(?<=\bclose of )"
    rf"|(?<=\brest of )|(?<=\bturn of )|(?<=\blate in )"
    rf"|(?<=\blater in )|(?<=\bearly in )|(?<=\bearlier in )|(?<=\bhalf of )|(?<=\bmonths of )"
    rf"|(?<=\bcourse of )|(?<=\bmuch of )|(?<=\bmost of ))"
    rf"the{SP}(?P<unit>day|weekend|week|month|quarter|year|decade|century)",
    needs="unit",
    score=0.8,
)
def unit_of_story(match: re.Match[str]) -> Value | None:
    """The unit in which the story is: (the end of) the year, (later in) the day."""
    unit = match["unit"].lower()
    return Step(unit, 0, SCENE if unit == "day" else STORY)


@rule(
    rf"the{SP}(?P<unit>year|month|week|quarter|decade|weekend)(?=['’]s\b|{SP}?[,.;:)]|{SP}(?:and"
    rf"|when|as|but|to|was|is|has|had|will|through|ended|ending|before|after)\b|{SP}?$)",
    needs="unit",
    score=0.7,
)
def the_unit(match: re.Match[str]) -> Value:
    """The unit in which the story is: the year; in "the year to March" a length."""
    if _ENDING.match(match.string, match.end()):
        return Duration(((1, match["unit"].lower()),))
    return Step(match["unit"].lower(), 0, STORY)


@rule(
    rf"(?:(?<=\bover )|(?<=\bat )|(?<=\bduring )|(?<=\bthroughout )|(?<=\bon )|(?<=\bby )|(?<=\buntil )|(?<=\bbefore ))"
    rf"the{SP}(?P<long>long{SP})?weekend",
    needs="unit",
    score=0.8,
)
def the_weekend(match: re.Match[str]) -> Value:
    """The last weekend before publication or the coming one, by tense: (over) the weekend."""
    return Step("weekend", 0)
