"""A light sentence splitter, for use without spaCy and to keep rules within sentences: offsets only, linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphbuilder.lexicons import lexicon
from graphbuilder.records import Sentence

_BREAK = re.compile(r"[.!?…]['\"”’)\]]{0,3}(?=\s+['\"“‘(\[]{0,2}[A-Z0-9])|\n")
#: Abbreviations that a capital or a number may follow.
_ABBREVIATION = re.compile(rf"(?:\b(?:{'|'.join(lexicon('abbreviations')['words'])})\.)$", re.IGNORECASE)
_END_OF_LINE = re.compile(r"[.!?:;…]['\"”’)\]]{0,3}\s*$")
#: A line this long that ends without a stop was wrapped, not ended.
_WRAPPED = 50
#: How far before a time the quotation mark that opens its quote is looked for, in characters.
_QUOTE = 2000


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text; white space between them belongs to none.

    >>> [one.text for one in sentences_of("It was Nov. 29. They met.")]
    ['It was Nov. 29.', 'They met.']
    """
    return [Sentence(index, start, end, text[start:end]) for index, (start, end) in enumerate(_spans(text))]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        if _is_break(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_break(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop or line end ends a sentence: no abbreviation's stop, and no line end where lines are wrapped."""
    if match[0] != "\n":
        return match[0][0] != "." or not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1)
    line = max(start, text.rfind("\n", start, match.start()) + 1)
    blank = match.end() < len(text) and text[match.end()] == "\n"
    wrapped = match.start() - line >= _WRAPPED and not _END_OF_LINE.search(
        text, max(line, match.start() - 6), match.start()
    )
    return blank or not wrapped


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end without the white space at both ends; nothing, if there is no more."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def quoted(text: str, start: int) -> bool:
    """Whether a character is inside quotation marks of its paragraph."""
    line = text.rfind("\n", max(0, start - _QUOTE), start) + 1 or max(0, start - _QUOTE)
    curly = text.rfind("“", line, start) > text.rfind("”", line, start)
    return curly or text.count('"', line, start) % 2 == 1
