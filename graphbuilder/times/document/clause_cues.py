"""Cue words before or behind a time: who speaks, and which day an hour belongs to."""

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
