"""The lines of a text that are not empty, with their places and their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not empty, without the blanks around it; `paragraph` counts the blank lines before it."""

    start: int
    end: int
    text: str
    paragraph: int


def split_lines(text: str) -> Iterator[Line]:
    r"""The lines of a text that are not empty.

    >>> [(line.text, line.paragraph) for line in split_lines("One \n\n two\nthree")]
    [('One', 0), ('two', 1), ('three', 1)]
    """
    at = paragraph = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = at + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(bare), bare, paragraph)
        else:
            paragraph += 1
        at += len(raw) + 1
