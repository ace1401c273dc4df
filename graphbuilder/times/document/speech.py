"""Which other time says when the words of a quotation were said: "We met yesterday," she told reporters on Friday."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphbuilder.times.finding import Candidate

#: How far from a time its quotation may end or open, in characters, and how long the clause of saying may be.
_QUOTE, _CLAUSE = 400, 120
_MARKS = '"“”'
_SAID = r"\b(?:said|says|told|tells|wrote|tweeted|added|warned|announced|declared|posted)"
_SAYING = (
    rf"{_SAID}"
    r"(?:\s(?!(?:of|about|for|before|until|by|that|if|when|as|and|but|how|why|what)\b)[\w’'-]+){0,7}\s$"
)
#: Behind the closing mark: "," he told reporters (on Friday).
_SAID_AFTER = re.compile(rf"[^\n{_MARKS};:]{{0,90}}?{_SAYING}")
#: Before the time that dates the saying, and between that and the opening mark: He said on Friday. "Tomorrow …
_SAID_BEFORE = re.compile(_SAYING)
_TO_QUOTE = re.compile(rf"[.,:]\s+[{_MARKS[:2]}]")
#: Between a time that opens a sentence and the opening mark: In 2015 he said: "Next year …
_SAID_BETWEEN = re.compile(rf"[^\n{_MARKS}.;:]{{1,60}}{_SAID}(?:\s\w+){{0,3}}[,:]\s+[{_MARKS[:2]}]")


def saying_time(text: str, found: Sequence[Candidate], place: int) -> int | None:
    """The place of the time that a clause of saying names right behind the quotation or right before it; the time at
    `place` stands in that quotation.
    """
    return _behind(text, found, place) or _before(text, found, place)


def _behind(text: str, found: Sequence[Candidate], place: int) -> int | None:
    end = _next_mark(text, found[place].end)
    if end is None or not (text[end - 1] in ",.!?…" or text.startswith(",", end + 1)):
        return None
    for other in range(place + 1, len(found)):
        start = found[other].start
        if start > end:
            near = start - end <= _CLAUSE
            return other if near and _SAID_AFTER.fullmatch(text, end + 1, start) else None
    return None


def _before(text: str, found: Sequence[Candidate], place: int) -> int | None:
    begin = max(text.rfind(mark, max(0, found[place].start - _QUOTE), found[place].start) for mark in _MARKS)
    other = next((at for at in range(place - 1, -1, -1) if found[at].end <= begin), None)
    if begin < 0 or other is None:
        return None
    start, end = found[other].start, found[other].end
    said = _TO_QUOTE.fullmatch(text, end, begin + 1) and _SAID_BEFORE.search(text, max(0, start - _CLAUSE), start)
    return other if said or _SAID_BETWEEN.fullmatch(text, end, begin + 1) else None


def _next_mark(text: str, end: int) -> int | None:
    """Where the quotation around a time ends, in its paragraph."""
    stop = text.find("\n", end, end + _QUOTE)
    marks = (text.find(mark, end, stop if stop >= 0 else end + _QUOTE) for mark in _MARKS)
    return min((at for at in marks if at >= 0), default=None)
