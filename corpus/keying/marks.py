"""Inline marks: a text with [e1 words], <v2 words> and {t3=2022 words} taken apart and put together.

A bracket opens a mark only where a head such as ``e1``, ``v2``, ``0``, ``t3``, ``r4`` or ``#5:dead`` follows; any other
bracket is a part of the article, and so is one after a backslash.

    >>> plain, marks = take_apart("[e1 Maria] <v1 left> [sic].")
    >>> plain, [(mark.head, mark.start, mark.end) for mark in marks]
    ('Maria left [sic].', [('e1', 0, 5), ('v1', 6, 10)])
    >>> put_together(plain, marks)
    '[e1 Maria] <v1 left> \\\\[sic\\\\].'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_HEADS = {
    "[": re.compile(r"(e\d+(?:\+e\d+)*(?:\.[ndp])?) "),
    "<": re.compile(r"(v\d+\*?(?:\+v\d+\*?)*|0(?::e\d+(?:\+e\d+)*)?) "),
    "{": re.compile(r"(t\d+(?:=[^\s{}]*)?|r\d+|#[^\s{}]+) "),
}
_CLOSES = {"[": "]", "<": ">", "{": "}"}
_OPENS = {close: bracket for bracket, close in _CLOSES.items()}


class MarkError(ValueError):
    """A mark that cannot be read; `line` counts from 1 within the marked text."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its bracket, what stands after it, and its words as offsets of the text without marks."""

    bracket: str
    head: str
    start: int
    end: int


def take_apart(marked: str) -> tuple[str, list[Mark]]:
    """The text without marks, and the marks in the order in which they open; raises MarkError."""
    plain: list[str] = []
    found: list[Mark] = []
    stack: list[tuple[str, int, int]] = []  # bracket, its place in `found` or -1 for one of the article, line
    at, line = 0, 1
    while at < len(marked):
        char = marked[at]
        head = _HEADS[char].match(marked, at + 1) if char in _HEADS else None
        if char == "\\" and at + 1 < len(marked) and marked[at + 1] in "[]<>{}\\":
            plain.append(marked[at + 1])
            at += 2
            continue
        if head:
            stack.append((char, len(found), line))
            found.append(Mark(char, head[1], len(plain), len(plain)))
            at = head.end()
            continue
        if char in "[{":
            stack.append((char, -1, line))
        elif char in _OPENS and stack and _closed(stack, found, char, len(plain), line):
            at += 1
            continue
        plain.append(char)
        line += char == "\n"
        at += 1
    for _, which, opened in stack:
        if which >= 0:
            mark = found[which]
            raise MarkError(f"{mark.bracket}{mark.head} … is never closed: add {_CLOSES[mark.bracket]}", opened)
    return "".join(plain), found


def _closed(stack: list[tuple[str, int, int]], found: list[Mark], char: str, end: int, line: int) -> bool:
    """Whether a closing bracket ends a mark (and not a bracket of the article)."""
    bracket, which, _ = stack[-1]
    if bracket == _OPENS[char]:
        stack.pop()
        if which >= 0:
            found[which] = replace(found[which], end=end)
        return which >= 0
    if char == ">" and all(bracket != "<" for bracket, _, _ in stack):
        return False
    if which >= 0 and any(bracket == _OPENS[char] and other >= 0 for bracket, other, _ in stack):
        mark = found[which]
        raise MarkError(f"{char} closes before {mark.bracket}{mark.head} …: close the inner mark first", line)
    return False


def put_together(plain: str, marks: Iterable[Mark]) -> str:
    """The text with its marks, outer ones first; raises ValueError where two cross."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[str]] = {}
    stack: list[Mark] = []
    for mark in ordered:
        while stack and stack[-1].end <= mark.start:
            stack.pop()
        if stack and mark.end > stack[-1].end:
            raise ValueError(f"{stack[-1].head} and {mark.head} cross at {mark.start}: shorten one of them")
        stack.append(mark)
        opens.setdefault(mark.start, []).append(mark)
        closes.setdefault(mark.end, []).insert(0, _CLOSES[mark.bracket])
    pieces: list[str] = []
    for at in range(len(plain) + 1):
        pieces.extend(closes.get(at, ()))
        pieces.extend(f"{mark.bracket}{mark.head} " for mark in opens.get(at, ()))
        if at < len(plain):
            pieces.append("\\" + plain[at] if plain[at] in "[]<>{}\\" else plain[at])
    return "".join(pieces)


# --- a text that differs from its article only in spaces and quotes ---------------------------------------------------

_SINGLE, _DOUBLE = "\u2018\u2019\u201a\u201b`\u00b4\u2032", "\u201c\u201d\u201e\u201f\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ALIKE = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})


def _solid(text: str) -> list[tuple[str, int]]:
    return [(char, at) for at, char in enumerate(text.translate(_ALIKE)) if not char.isspace()]


def moved(plain: str, article: str, marks: Sequence[Mark]) -> list[Mark] | None:
    """The marks on the article itself, where the texts differ only in spaces, quotes and dashes; else None."""
    ours, theirs = _solid(plain), _solid(article)
    if [char for char, _ in ours] != [char for char, _ in theirs]:
        return None
    place = {at: theirs[number][1] for number, (_, at) in enumerate(ours)}
    found = []
    for mark in marks:
        inside = [place[at] for at in range(mark.start, mark.end) if at in place]
        if inside:
            found.append(replace(mark, start=inside[0], end=inside[-1] + 1))
    return found


def first_difference(plain: str, article: str) -> int:
    """The first offset at which two texts differ; the length of the shorter where one begins the other."""
    pairs = zip(plain, article, strict=False)
    return next((at for at, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(plain), len(article)))
