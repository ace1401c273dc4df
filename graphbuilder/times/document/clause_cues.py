"""Cue words before or behind a time: who speaks, which day an hour belongs to, whether a ballot is held."""

from __future__ import annotations

import re

#: A relative clause about what belongs to somebody: "Roe, whose inquiry reported in June, …".
WHOSE = re.compile(r",\swhose\s[^,.;]*+$", re.IGNORECASE)
#: Pronouns of the writer.
_I = re.compile(r"\b(?:I|we|me|us)\b")
#: Verbs of saying that may introduce reported speech.
_REPORTS = re.compile(
    r"\b(?:said|says|told|tells|testif(?:y|ies|ied|ying)|recall(?:s|ed)?|stat(?:es|ed)|claim(?:s|ed)|alleg(?:es|ed)"
    r"|admit(?:s|ted)|report(?:s|ed)|heard|insist(?:s|ed)|confirm(?:s|ed))\b",
    re.IGNORECASE,
)
#: A day that is named by an event: "on the day of the voyage", "on the night it sank".
_NAMES_DAY = re.compile(
    r",?\son\sthe\s(?:same\s)?(?:day|date|morning|afternoon|evening|night|eve)\s(?:of|that|when|before|after|she|he|it|they)\b"
)
_BALLOT = r"(?:ballot|election|vote|poll|polls|referendum|run-?off)"
_OF_BALLOT = re.compile(rf"(?:['’]s)?\s(?:[a-z-]{{3,14}}\s){{0,2}}{_BALLOT}\b", re.IGNORECASE)
_POLLING = re.compile(
    r"\b(?:voting|polls|polling(?:\s(?:stations|places))?)\s(?:had\s|have\s)?(?:open|clos|end|began|begun|start)[a-z]*(?:\s[a-z]+){0,3}\s$",
    re.IGNORECASE,
)


def is_of_another_story(text: str, start: int, end: int) -> bool:
    """Whether words before a time leave the story, for the writer or for what belongs to somebody by the way.

    Yes: "when I met her in May", "Roe, whose report came out in May".
    No: "They met in May".
    """
    return _I.search(text, start, end) is not None or WHOSE.search(text, start, end) is not None


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether words before a time may introduce reported speech: "told the board that he had left at nine"."""
    return _REPORTS.search(text, start, end) is not None


def names_event_day(text: str, end: int) -> bool:
    """Whether words behind an hour name its day by an event: "at 5 p.m. on the day of the voyage"."""
    return _NAMES_DAY.match(text, end) is not None


def is_of_ballot(text: str, end: int) -> bool:
    """Whether a ballot follows a day as its noun: "Saturday's election", "Saturday's run-off"."""
    return _OF_BALLOT.match(text, end) is not None


def tells_polling(text: str, start: int, end: int) -> bool:
    """Whether words before an hour say that polling stations open or close then."""
    return _POLLING.search(text, start, end) is not None
