"""Which words count from publication, the story or another time: "two weeks ago", "three days later"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import PUBLICATION, STORY, Offset, Partial, Step, Value
from graphbuilder.times.calendar.words import SP, WEEKDAY_WORD, unit_name, weekday_number
from graphbuilder.times.finders.durations import QUANTITY, START, amount_of, countable, number_agrees
from graphbuilder.times.finding import rule

_SIDES = {
    **dict.fromkeys(("ago", "back"), (-1, PUBLICATION)),
    **dict.fromkeys(("hence", "from now", "from today"), (1, PUBLICATION)),
    **dict.fromkeys(("earlier", "before", "previously", "prior", "beforehand"), (-1, STORY)),
    **dict.fromkeys(("later", "after", "afterwards", "afterward", "thereafter", "on"), (1, STORY)),
}
_END = (
    rf"(?={SP}?[,.;:)—–\"”’]|{SP}(?:and|but|when|as|at|in|on|by|to|with|for|is"
    rf"|was|were|the{SP}same)\b|{SP}?$)"
)
_SIDE_WORD = (
    rf"(?P<side>ago|from{SP}now|from{SP}today|hence|earlier|later|previously|beforehand"
    rf"|afterwards?|thereafter|(?:before|after|prior|on|back){_END})"
)


#: Before "a year earlier" where it is said of figures: "up from $3 million", and how long the figure may be.
_COMPARED = re.compile(
    r"\b(?:from|than|compared\s(?:with|to)|against|versus|vs\.?)\s(?:[^\s;:]{1,12}\s){0,4}$", re.IGNORECASE
)
_FIGURE = 48


@rule(rf"{START}(?:just{SP})?{QUANTITY}(?:{SP}or{SP}(?:so|two|three|more))?(?:{SP}|-){_SIDE_WORD}", needs="unit")
def away(match: re.Match[str]) -> Value | None:
    """An offset: two weeks ago, three days later, a year or so ago."""
    return _offset(match, amount_of(match)) if number_agrees(match) else None


@rule(
    rf"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries){SP}(?P<side>ago|later"
    rf"|earlier|afterwards?|from{SP}now)",
    needs="unit",
)
def away_plural(match: re.Match[str]) -> Value:
    """An offset of a vague amount: years later."""
    return _offset(match, None)


@rule(
    rf"{START}(?:exactly{SP})?{QUANTITY}{SP}ago{SP}(?P<then>today|yesterday|tomorrow|this{SP}(?P<cell>week|month)"
    rf"|(?:on|last|this|next){SP}(?P<day>{WEEKDAY_WORD}))\b",
    needs="unit",
)
def ago_today(match: re.Match[str]) -> Value | None:
    """An offset as precise as the words name: a year ago today, two years ago this month, a year ago on Friday."""
    amount = amount_of(match)
    if amount is None or not number_agrees(match):
        return None
    if match["day"]:
        step = {"last": -1, "next": 1}.get(match["then"].lower().split()[0])
        friday = Partial("weekday", weekday_number(match["day"]), step=step)
        return Offset(amount, unit_name(match["unit"]), -1, of=friday, kept=True)
    then = Step((match["cell"] or "day").lower(), {"yesterday": -1, "tomorrow": 1}.get(match["then"].lower(), 0))
    return Offset(amount, unit_name(match["unit"]), -1, of=then, kept=True)


def _offset(match: re.Match[str], amount: float | None) -> Offset:
    """The offset that a match names; "one year on" is doubtful, for without a story it is the year that has passed."""
    side, unit = " ".join(match["side"].lower().split()), unit_name(match["unit"])
    direction, anchor = _SIDES[side]
    compared = (
        amount == 1 and direction < 0 and _COMPARED.search(match.string, max(0, match.start() - _FIGURE), match.start())
    )
    # "one year on": where no story has been told yet, the year that has passed
    return Offset(amount, unit, direction, anchor, doubtful=side == "on", compared=bool(compared))


#: A superlative or ordinal before "in", of the time up to now: "the worst flood in a decade".
_SO_FAR = re.compile(
    r"\b(?:first|second|third|fourth|fifth|[0-9]{1,3}(?:st|nd|rd|th)|only|best|worst|least|most|times?|once|twice"
    r"|(?!(?:for|inter|requ|prot|arr|harv|inv|cont|sugg|dig|man|n|ch|t|w|gu|cr|qu|b|l|r)est)[a-z]{3,12}est)\s"
    r"(?:[^\s.,;:]{1,20}\s){0,5}in\s$",
    re.IGNORECASE,
)
_CLAUSE = 90


@rule(rf"(?<=in ){QUANTITY}(?P<time>['’]s?{SP}time)?(?!{SP}(?:of|ago|later|earlier)\b|-)", needs="unit", score=0.86)
def ahead(match: re.Match[str]) -> Value | None:
    """An offset into the future in the future tense, else a length: (will open in) two weeks."""
    amount = amount_of(match)
    if not countable(match, amount) or unit_name(match["unit"]) in ("second", "quarter", "season"):
        return None
    if _SO_FAR.search(match.string, max(0, match.start() - _CLAUSE), match.start()):
        return None
    return Offset(amount, unit_name(match["unit"]), 1, PUBLICATION, doubtful=not match["time"])


@rule(
    rf"{START}{QUANTITY}{SP}(?P<side>before|after|prior{SP}to|following|from(?={SP}(?:today|tomorrow)))(?={SP}\w)",
    needs="unit",
    score=0.9,
)
def away_from(match: re.Match[str]) -> Value | None:
    """An offset from a time that may follow, which a refiner looks for: two weeks before (Christmas)."""
    side = match["side"].lower()
    return Offset(
        amount_of(match), unit_name(match["unit"]), -1 if side.startswith(("before", "prior")) else 1, anchor=""
    )


@rule(rf"the{SP}(?P<unit>day|week|weekend|month|year){SP}(?P<side>before|after)(?={SP}\w)", needs="unit", score=0.9)
def aside_from(match: re.Match[str]) -> Value | None:
    """An offset of one unit from a time that may follow: the day after (Christmas)."""
    return Offset(1, match["unit"].lower(), -1 if match["side"].lower() == "before" else 1, anchor="")
