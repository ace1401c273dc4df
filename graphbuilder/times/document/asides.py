"""Which times are background, which do not move the reference time: asides, plans, brackets, past perfects."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.context import Context
from graphbuilder.times.finding import Candidate
from graphbuilder.times.reading import Reading

#: How far a bracket may open before a time, in characters.
_BRACKET = 80
#: How far the beginning of a relative clause may stand before a time in it, in characters.
_CLAUSE = 120
#: A relative clause or participle behind a comma: "…, who left in May", "…, built in 1912".
_RELATIVE = re.compile(
    r",\s(?:who|which|whose|whom|where|(?:first\s|last\s|re-)?[a-z]{2,14}ed|born|built|sold|held|set|made)\b[^,.;]*+$",
    re.IGNORECASE,
)
#: A plan before a year: "He promised a bridge by 2035".
_PLAN = re.compile(
    r"\b(?:promis|pledg|vow|plan|aim|target|goal|propos|commit|forecast|project|predict|envisag|hop|schedul)[a-z]{0,6}\b"
    r"(?:(?!\bin\b)[^,.;:\n]){0,60}\b(?:by|for|until)\s(?:the\s(?:year|end\sof)\s)?$",
    re.IGNORECASE,
)
#: A year so far ahead of the story's, in the middle of a sentence, is background.
_FAR = 10
#: What precedes a time that opens its sentence.
_OPENING = re.compile(
    r"(?:^|[.!?\n:]['\"”]?\s*)(?:(?:in|by|during|since|from|throughout|around|until|on|after|before)\s(?:the\s)?)?$",
    re.IGNORECASE,
)


def is_aside(text: str, one: Candidate, reading: Reading, cell: Cell) -> bool:
    """Whether dates without a year do not take its year: a bound, a relative clause, a year in mid-sentence."""
    before = text[max(0, one.start - _CLAUSE) : one.start]
    if cell.unit == "year" and reading.anchor is None and not _OPENING.search(before):
        return True
    return one.bound in ("since", "until") or _RELATIVE.search(before) is not None


def is_in_passing(text: str, one: Candidate, reading: Reading, cell: Cell, context: Context) -> bool:
    """Whether a time of a history is background: in the future, in brackets, a year in mid-sentence that is gone by or
    far ahead of the story.
    """
    if reading.anchor is None and context.tense > 0:
        return True
    before = text[max(0, one.start - _BRACKET) : one.start]
    if cell.unit == "year" and reading.anchor is None and _PLAN.search(before):
        return True
    bracket = before.rfind("(")
    if bracket > before.rfind(")") and before[bracket - 1 : bracket] not in ("", "\n"):
        return True
    reached = context.narrative_time
    if reached is None or cell.unit != "year" or _OPENING.search(before):
        return False
    ahead = cell.start.year - reached.cell.start.year
    return ahead < 0 or ahead > _FAR
