"""Text of articles made fit for a line of a picture: which characters it keeps, and where it is cut."""

from __future__ import annotations

import math
import re
import unicodedata

#: Marks that turn the direction of the text around them, and other invisible ones.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
#: Joiners, which scripts and emoji need.
_JOINERS = "\u200c\u200d"
#: A line is cut between words if so much of it stays, and then without these marks at its end.
_LEAST_KEPT = 0.6
_CUT_OFF = " ,;:–-"
_SPACES = re.compile(r"\s+")


def one_line(text: str, most: int) -> str:
    """The text in one line of at most `most` characters, without control and direction marks.

    It is cut between words if most of it stays.

    >>> one_line("Bucharest\\u202e\\n summit of 2008", 20), one_line("Membership", 8)
    ('Bucharest summit of…', 'Members…')
    """
    line = _SPACES.sub(" ", "".join(filter(_visible, text[: 8 * most]))).strip()
    if len(line) <= most:
        return line
    cut = line[: most - 1] if line[most - 1] != " " else line[:most]
    space = cut.rfind(" ")
    return (cut[:space] if space >= _LEAST_KEPT * most else line[: most - 1]).rstrip(_CUT_OFF) + "…"


def in_lines(text: str, width: int, most: int) -> list[str]:
    """The text in at most so many lines of about `width` characters, broken between words.

    >>> in_lines("North Atlantic Treaty Organization", 17, 2)
    ['North Atlantic', 'Treaty Organization']
    """
    rest = one_line(text, width * most)
    lines = []
    for left in range(min(most, math.ceil((len(rest) - 3) / width)), 1, -1):
        wanted = len(rest) / left
        breaks = [at for at, mark in enumerate(rest) if mark == " "]
        at = min(breaks, key=lambda one: abs(one - wanted), default=None)
        if at is None or at > 1.5 * width:
            break
        lines.append(rest[:at])
        rest = rest[at + 1 :]
    return [*lines, one_line(rest, round(1.4 * width))]


def _visible(mark: str) -> bool:
    return mark.isspace() or mark in _JOINERS or unicodedata.category(mark) not in _INVISIBLE
