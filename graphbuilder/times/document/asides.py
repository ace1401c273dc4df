"""Which times a story is not led by: those of asides, plans and brackets."""

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
_RELATIVE = re.compile(
    r",\s(?:who|which|whose|whom|where|(?:first\s|last\s|re-)?[a-z]{2,14}ed|born|built|sold|held|set|made)\b[^,.;]*+$",
    re.IGNORECASE,
)
#: "He promised a bridge by 2035": the year is that of a plan.
_PLAN = re.compile(
    r"\b(?:promis|pledg|vow|plan|aim|target|goal|propos|commit|forecast|project|predict|envisag|hop|schedul)[a-z]{0,6}\b"
    r"(?:(?!\bin\b)[^,.;:\n]){0,60}\b(?:by|for|until)\s(?:the\s(?:year|end\sof)\s)?$",
    re.IGNORECASE,
)
#: A year this far ahead of that of the story, in the middle of a sentence, is an aside.
_FAR = 10
#: What stands before a time that opens its sentence.
_OPENING = re.compile(
    r"(?:^|[.!?\n:]['\"”]?\s*)(?:(?:in|by|during|since|from|throughout|around|until|on|after|before)\s(?:the\s)?)?$",
    re.IGNORECASE,
)


#: "The pump had been taken out in 2021": a clause that goes back before what is told.
_BACK = re.compile(r"\b(?:had|having)\s(?!to\b|a\b|an\b|the\b|no\b)[^,.;:\n]*+$", re.IGNORECASE)


#: "Roe, whose inquiry reported in June, …": by the way.
_WHOSE = re.compile(r",\swhose\s[^,.;]*+$", re.IGNORECASE)
#: "Struck on 8 July after talks broke down on the Friday before": what led to it.
_AFTER = re.compile(r"\b(?:after|because)\s[^,.;:\n]*+$", re.IGNORECASE)


#: Words of the writer.
_I = re.compile(r"\b(?:I|we|me|us)\b")


def leaves_story(text: str, start: int, end: int) -> bool:
    """Whether words before a time tell of the writer, or of somebody by the way, and so of another time."""
    return _I.search(text, start, end) is not None or _WHOSE.search(text, start, end) is not None


#: Verbs of those who tell what had been.
_REPORTS = re.compile(
    r"\b(?:said|says|told|tells|testif(?:y|ies|ied|ying)|recall(?:s|ed)?|stat(?:es|ed)|claim(?:s|ed)|alleg(?:es|ed)"
    r"|admit(?:s|ted)|report(?:s|ed)|heard|insist(?:s|ed)|confirm(?:s|ed))\b",
    re.IGNORECASE,
)
#: What names a day by what happened on it: "on the day of the voyage", "on the night it sank".
_NAMES_DAY = re.compile(
    r",?\son\sthe\s(?:same\s)?(?:day|date|morning|afternoon|evening|night|eve)\s(?:of|that|when|before|after|she|he|it|they)\b"
)
_BALLOT = r"(?:ballot|election|vote|poll|polls|referendum|run-?off)"
_OF_BALLOT = re.compile(rf"(?:['’]s)?\s(?:[a-z-]{{3,14}}\s){{0,2}}{_BALLOT}\b", re.IGNORECASE)
_POLLING = re.compile(
    r"\b(?:voting|polls|polling(?:\s(?:stations|places))?)\s(?:had\s|have\s)?(?:open|clos|end|began|begun|start)[a-z]*(?:\s[a-z]+){0,3}\s$",
    re.IGNORECASE,
)


def reports(text: str, start: int, end: int) -> bool:
    """Whether words before a time tell what somebody said: "told the board on Monday that he had left at nine"."""
    return _REPORTS.search(text, start, end) is not None


def names_day(text: str, end: int) -> bool:
    """Whether a day follows an hour that only says what happened on it: "at 5 p.m. on the day of the voyage"."""
    return _NAMES_DAY.match(text, end) is not None


def of_ballot(text: str, end: int) -> bool:
    """Whether what follows a day is a ballot: "Saturday's election", "Saturday's run-off"."""
    return _OF_BALLOT.match(text, end) is not None


def tells_polling(text: str, start: int, end: int) -> bool:
    """Whether words before an hour tell that polling stations open or close then."""
    return _POLLING.search(text, start, end) is not None


def goes_back(text: str, one: Candidate, context: Context) -> bool:
    """Whether the clause of a time goes back before what the story has come to; that is not where the story is."""
    start = max(0, one.start - _CLAUSE)
    if _BACK.search(text, start, one.start) is not None or _WHOSE.search(text, start, one.start) is not None:
        return True
    before = context.told[-1] if context.told else None
    dated = before is not None and before.sentence == context.sentence and not before.in_passing
    return dated and _AFTER.search(text, start, one.start) is not None


def aside(text: str, one: Candidate, told: Reading, cell: Cell) -> bool:
    """Since when it is so, what a relative clause tells, a year that neither opens nor is "that year"."""
    before = text[max(0, one.start - _CLAUSE) : one.start]
    if cell.unit == "year" and told.anchor is None and not _OPENING.search(before):
        return True
    return one.bound in ("since", "until") or _RELATIVE.search(before) is not None


#: "A baker who came in 2011 and …".
_WHO = re.compile(r"\b(?:who|which|whose)\s[^,.;:]*+$", re.IGNORECASE)


def counted_in_aside(text: str, one: Candidate, told: Reading, context: Context) -> bool:
    """ "Roe, a baker who came in 2011 and married five years later, fled in June": of an aside, as the other."""
    before = context.told[-1] if context.told else None
    if before is None or before.own or before.name != told.anchor or told.cell is None:
        return False
    years = told.cell.unit == "year" == before.cell.unit and before.sentence == context.sentence
    return years and _WHO.search(text, max(0, one.start - _CLAUSE), one.start) is not None


def in_passing(text: str, one: Candidate, told: Reading, cell: Cell, context: Context) -> bool:
    """Still to come, in brackets, or in mid-sentence a year that is past or far ahead."""
    if told.anchor is None and context.tense > 0:
        return True
    before = text[max(0, one.start - _BRACKET) : one.start]
    if cell.unit == "year" and told.anchor is None and _PLAN.search(before):
        return True
    bracket = before.rfind("(")
    if bracket > before.rfind(")") and before[bracket - 1 : bracket] not in ("", "\n"):
        return True
    reached = context.reached
    if reached is None or cell.unit != "year" or _OPENING.search(before):
        return False
    ahead = cell.start.year - reached.cell.start.year
    return ahead < 0 or ahead > _FAR
