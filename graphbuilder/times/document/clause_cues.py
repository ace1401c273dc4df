"""X"""

from __future__ import annotations

import re

#: A relative clause about what belongs to somebody: "Roe, whose inquiry reported in June, …".
WHOSE = re.compile(r",\swhose\s[^,.;]*+$", re.IGNORECASE)
#: Words of the writer.
_I = re.compile(r"\b(?:I|we|me|us)\b")


def is_of_another_story(text: str, start: int, end: int) -> bool:
    """Whether words before a time tell of the writer, or of somebody by the way, and so of another time."""
    return _I.search(text, start, end) is not None or WHOSE.search(text, start, end) is not None


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


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether words before a time tell what somebody said: "told the board on Monday that he had left at nine"."""
    return _REPORTS.search(text, start, end) is not None


def names_event_day(text: str, end: int) -> bool:
    """Whether a day follows an hour that only says what happened on it: "at 5 p.m. on the day of the voyage"."""
    return _NAMES_DAY.match(text, end) is not None


def is_of_ballot(text: str, end: int) -> bool:
    """Whether what follows a day is a ballot: "Saturday's election", "Saturday's run-off"."""
    return _OF_BALLOT.match(text, end) is not None


def tells_polling(text: str, start: int, end: int) -> bool:
    """Whether words before an hour tell that polling stations open or close then."""
    return _POLLING.search(text, start, end) is not None
