"""Times that are so far away: "two weeks ago", "three days later", "two days before Christmas"."""

from __future__ import annotations

import re

from graphbuilder.times.finders.durations import QUANTITY, START, amount_of, countable, number_agrees
from graphbuilder.times.finding import rule
from graphbuilder.times.values import PUBLICATION, STORY, Away, Step, Value
from graphbuilder.times.words import SP, unit_name

_AGO = {
    "ago": (-1, PUBLICATION),
    "back": (-1, PUBLICATION),
    "hence": (1, PUBLICATION),
    "from now": (1, PUBLICATION),
    "from today": (1, PUBLICATION),
    "earlier": (-1, STORY),
    "before": (-1, STORY),
    "previously": (-1, STORY),
    "prior": (-1, STORY),
    "beforehand": (-1, STORY),
    "later": (1, STORY),
    "after": (1, STORY),
    "afterwards": (1, STORY),
    "afterward": (1, STORY),
    "thereafter": (1, STORY),
    "on": (1, STORY),
}
_END = (
    rf"(?={SP}?[,.;:)—–\"”’]|{SP}(?:and|but|when|as|at|in|on|by|to|he|she|it|they|she|with|for|is"
    rf"|was|were|the{SP}same)\b|{SP}?$)"
)
_SIDE_WORD = (
    rf"(?P<side>ago|from{SP}now|from{SP}today|hence|earlier|later|previously|beforehand"
    rf"|afterwards?|thereafter|(?:before|after|prior|on|back){_END})"
)


@rule(rf"{START}(?:just{SP})?{QUANTITY}(?:{SP}|-){_SIDE_WORD}", needs="unit")
def away(match: re.Match[str]) -> Value | None:
    """two weeks ago, three days later."""
    return _away(match, amount_of(match)) if number_agrees(match) else None


@rule(
    rf"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries){SP}(?P<side>ago|later"
    rf"|earlier|afterwards?|from{SP}now)",
    needs="unit",
)
def away_plural(match: re.Match[str]) -> Value:
    """years later."""
    return _away(match, None)


@rule(
    rf"{START}(?:exactly{SP})?{QUANTITY}{SP}ago{SP}(?P<then>today|yesterday|this{SP}(?P<cell>week|month))\b",
    needs="unit",
)
def ago_today(match: re.Match[str]) -> Value | None:
    """a year ago today, two years ago this month."""
    amount = amount_of(match)
    if amount is None or not number_agrees(match):
        return None
    then = Step((match["cell"] or "day").lower(), -1 if match["then"].lower() == "yesterday" else 0)
    return Away(amount, unit_name(match["unit"]), -1, of=then, kept=True)


@rule(rf"(?:the{SP}|a{SP})?(?P<unit>year|week|month|day|quarter)-(?P<side>ago|earlier)", needs="unit")
def year_ago(match: re.Match[str]) -> Value:
    """(the) year-ago (quarter)."""
    return Away(1, match["unit"].lower(), -1, PUBLICATION)


def _away(match: re.Match[str], amount: float | None) -> Away:
    direction, anchor = _AGO[" ".join(match["side"].lower().split())]
    unit = unit_name(match["unit"])
    return Away(amount, unit, direction, anchor)


@rule(rf"(?<=in ){QUANTITY}(?:['’]{SP}time)?(?!{SP}(?:of|ago|later|earlier)\b|-)", needs="unit", score=0.86)
def ahead(match: re.Match[str]) -> Value | None:
    """(will open in) two weeks: in the future tense a time, else a length."""
    amount = amount_of(match)
    if not countable(match, amount) or unit_name(match["unit"]) in ("second", "quarter", "season"):
        return None
    return Away(amount, unit_name(match["unit"]), 1, PUBLICATION, doubtful=True)


@rule(
    rf"{START}{QUANTITY}{SP}(?P<side>before|after|prior{SP}to|following|from(?={SP}(?:today|tomorrow)))(?={SP}\w)",
    needs="unit",
    score=0.9,
)
def away_from(match: re.Match[str]) -> Value | None:
    """two weeks before (Christmas): a refiner looks whether a time follows."""
    side = match["side"].lower()
    return Away(
        amount_of(match), unit_name(match["unit"]), -1 if side.startswith(("before", "prior")) else 1, anchor=""
    )


@rule(rf"the{SP}(?P<unit>day|week|weekend|month|year){SP}(?P<side>before|after)(?={SP}\w)", needs="unit", score=0.9)
def aside_from(match: re.Match[str]) -> Value | None:
    """the day after (Christmas)."""
    return Away(1, match["unit"].lower(), -1 if match["side"].lower() == "before" else 1, anchor="")


RULES = (away, away_plural, ago_today, year_ago, ahead, away_from, aside_from)
