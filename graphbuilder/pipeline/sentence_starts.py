"""Where a sentence must begin, whatever the parser thinks: paragraphs, headings, the parts that a reader marked.

No sentence of the parser crosses such a place. Text that goes on without the end of a sentence is cut, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuilder.records import Document

#: No sentence is longer, in characters: rules that look through a sentence then stay linear in the text.
SENTENCE = 2_000
#: A line that ends a sentence, before a line that starts one; and any empty line.
_PARAGRAPH = re.compile(r"\n[^\S\n]*+\n\s*+|[.!?:;…][\"'”’)\]]?[^\S\n]*+\n\s*+(?=[^a-z\s])")
_LINE = re.compile(r"[^\n]+")
#: What begins a line after one that may have been ended on purpose: no word in lower case.
_BEGINNING = re.compile(r"\s*+(?P<next>[^a-z\s]\S*+)")
#: Text is wrapped at some width; if a line is longer than this, it was not.
WRAPPED = 140
#: A line after which the next word had found room within this share of the width was ended on purpose.
ROOM = 0.75
#: What stands before the colon of a headline, if at least three words follow.
_TOPIC = re.compile(r"(?:[\w’'-]+ ){0,3}[a-z][\w’'-]*: (?=\S+ \S+ \S)")
#: An hour at the end of a sentence, where the next begins with a word that has a capital there alone.
_HOUR = re.compile(
    r"\d ?[ap]\.m\. (?=(?:A|About|All|An|And|At|But|By|For|He|Her|His|However|In|It|Its|Many|Nobody|No|On|Our|She|"
    r"Some|That|The|Their|There|They|This|Three|Two|We|When|While|With) )"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s|\n")


def sentence_starts(document: Document) -> list[int]:
    """Where a sentence must begin: paragraphs, and the parts that the reader marked."""
    paragraphs = {*(match.end() for match in _PARAGRAPH.finditer(document.text)), *_short_lines(document.text)}
    zones = {edge for zone in document.zones for edge in (zone.start, zone.end)}
    hours = (match.end() for match in _HOUR.finditer(document.text))
    inner = {*_cuts(document.text), *_behind_topics(document), *hours}
    starts = {_next_word(document.text, start) for start in paragraphs | zones | inner}
    return sorted(start for start in starts if start < len(document.text))


def _short_lines(text: str) -> Iterator[int]:
    """Where lines were ended on purpose, as after a heading: the next word had found room."""
    lines = [match for match in _LINE.finditer(text) if not match[0].isspace()]
    width = max((len(line[0]) for line in lines), default=0)
    for line, following in pairwise(lines):
        begun = _BEGINNING.match(following[0])
        if begun and (width > WRAPPED or len(line[0].lstrip()) + 1 + len(begun["next"]) < ROOM * width):
            yield following.start() + begun.start("next")


def _behind_topics(document: Document) -> Iterator[int]:
    """Where a headline has named what it is about: "Mill fire: Police arrest owner"; but "Jane Roe: Lund must pay"."""
    for zone in document.zones:
        topic = _TOPIC.match(document.text, zone.start, zone.end) if zone.kind == "headline" else None
        if topic:
            yield topic.end()


def _cuts(text: str, size: int = SENTENCE) -> Iterator[int]:
    """Where text that goes on and on without the end of a sentence is cut: at white space, if there is any."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(text, start, match.end(), size)
        start = match.end()
    yield from _cut(text, start, len(text), size)


def _cut(text: str, start: int, end: int, size: int) -> Iterator[int]:
    while end - start > size:
        space = text.rfind(" ", start, start + size)
        start = start + size if space <= start else space + 1
        yield start


def _next_word(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
