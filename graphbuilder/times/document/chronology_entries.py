"""The entries of a chronology: paragraphs under a date, which is the date of their events.

    July 5, 2019                          5 July 2019. Talks collapse.        2019-07-05 – Talks collapse.
    Talks collapse.                       15 July. Strikers block the road.   July 15: Strikers block the road.

Where the date was set in bold, nothing else may stand between: "5 July 2019 Talks collapse." A text has entries if it
has `LEAST` of them, so that the date line of a letter or of a news story makes none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

LEAST = 3

#: What may precede the date in its line.
_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•●·▪►–—>#]+[ \t]*|\d{1,3}[.)][ \t]+)?[*_(\[]{0,3}\Z")
#: What ends the date where the entry goes on in its line: "15 July. S", "July 15: S", "1914 – S".
_AFTER = re.compile(r"[*_)\]]{0,3}(?:[.:]|[ \t][-–—]|[–—])[*_]{0,3}[ \t]+(?=\S)")
#: Where it was set in bold: "15 July Strikers".
_BOLD = re.compile(r"[ \t]+(?=[\"“'‘]?[A-Z])")
#: What may follow a date alone in its line.
_ALONE = re.compile(r"[*_)\]]{0,3}[.:]?[*_]{0,3}[ \t]*(?=\n|\Z)")
_BLANK = re.compile(r"\n[ \t]*\n")
#: Characters of a line before a date that are looked at.
_NEAR = 12


class Entry(NamedTuple):
    """Where an entry begins, and where its text begins and ends."""

    start: int
    told: int
    end: int


def entries_of(text: str, dates: Iterable[tuple[int, int]]) -> list[Entry]:
    """The entries of a text, by the characters of its dates (start and end, in text order); none if there are few.

    >>> text = "5 July 2019. Talks collapse.\\n\\n15 July. Strikers block it.\\n\\n2 August. The talks begin."
    >>> entries = entries_of(text, [(0, 11), (30, 37), (59, 67)])
    >>> [text[one.told : one.end] for one in entries]
    ['Talks collapse.', 'Strikers block it.', 'The talks begin.']
    """
    heads = _heads(text, dates)
    if len(heads) < LEAST:
        return []
    following = [*(start for start, _ in heads[1:]), len(text)]
    return [_entry(text, head, next_) for head, next_ in zip(heads, following, strict=True)]


def entry_at(entries: list[Entry], offset: int) -> Entry | None:
    """The entry whose date or telling holds a character."""
    at = bisect_right(entries, offset, key=lambda one: one.start) - 1
    return entries[at] if at >= 0 and offset < entries[at].end else None


def _heads(text: str, dates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The dates that entries begin with, and where their text begins; bold dates too, if there are enough of them."""
    heads, bold = [], []
    for start, end in dates:
        if _BEFORE.search(text, max(0, start - _NEAR), start) is None:
            continue
        after = _AFTER.match(text, end) or _ALONE.match(text, end)
        if after is not None:
            heads.append((start, after.end()))
        elif (after := _BOLD.match(text, end)) is not None:
            bold.append((start, after.end()))
    return sorted(heads + bold) if len(bold) >= LEAST else heads


def _entry(text: str, head: tuple[int, int], following: int) -> Entry:
    """The entry under a head: it ends with its paragraph, the first one below the date."""
    start, told = head
    while told < following and text[told].isspace():
        told += 1
    blank = _BLANK.search(text, told, following)
    return Entry(start, told, following if blank is None else blank.start())
