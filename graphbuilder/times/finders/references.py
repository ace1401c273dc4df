"""Which words mean past, present or future as such (PAST_REF and the like): "now", "recently", "soon"."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import Reference, Value
from graphbuilder.times.calendar.words import SP
from graphbuilder.times.finding import rule

#: Roles that "the future" modifies: "the future king".
_FUTURE_ROLES = (
    r"(?:kings?|queens?|presidents?|leaders?|ministers?|premiers?|chancellors?|emperors?|empress|popes?|princes?|princess|senators?"
    r"|governors?|stars?|champions?|wife|wives|husbands?|boss|owners?|generals?|bishops?|saints?)"
)


@rule(
    rf"now(?!{SP}that\b|-(?![a-z]{{4}}))|right{SP}now|currently|presently|nowadays|at{SP}present|these{SP}days|present[-\s]day"
    rf"|the{SP}present{SP}(?:day|time|moment)|(?:(?<=\bto )|(?<=\bof )|(?<=\bin )|(?<=\buntil ))the{SP}present"
    rf"|(?:(?<=\bat )|(?<=\bfor ))the{SP}(?:present|moment|current{SP}time)|(?<=\bat )this{SP}(?:moment|stage)",
    needs="reference",
    score=0.8,
)
def present(match: re.Match[str]) -> Value | None:
    """The present: now, currently."""
    return Reference("PRESENT_REF")


@rule(
    rf"(?:more{SP}|most{SP}|very{SP})?(?<!\bas )recently|lately|the{SP}(?:recent{SP}|distant{SP}"
    rf")?past(?={SP}?[,.;:)]|{SP}(?:and|but|for|with|as)\b|$)|(?<!\bas )long{SP}ago|in{SP}recent{SP}times?",
    needs="reference",
    score=0.8,
)
def past(match: re.Match[str]) -> Value | None:
    """The past: recently, the past."""
    return Reference("PAST_REF")


@rule(
    rf"(?:the{SP})?(?:near|foreseeable|immediate|not[- ]too[- ]distant|distant){SP}future|the{SP}"
    rf"future(?!{SP}(?:of|tense|{_FUTURE_ROLES}))|some{SP}?day|(?:very{SP}|as{SP})?soon(?!{SP}(?:after|as|enough|thereafter"
    rf"|afterwards?|became|began|found|followed|realis|realiz))",
    needs="reference",
    score=0.75,
)
def future(match: re.Match[str]) -> Value | None:
    """The future: the near future, soon."""
    if match[0].lower().startswith("as") or re.match(r"\sas\b", match.string[match.end() : match.end() + 4]):
        return None
    return Reference("FUTURE_REF", tensed="future" not in match[0].lower())
