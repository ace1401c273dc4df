"""The marks before a line: its status, of which word that is, and who says so."""

from __future__ import annotations

import re

from graphbuilder.graph.entries import status

#: Of so many who say so all are named; of more, one less, and how many others.
_SPEAKERS = 3
#: Several at once, by the last word: "police", "health officials"; no name ("Reuters") and no "one of the officials".
_SEVERAL = re.compile(r"(?!(?:every |any )?one\b).*\b(?:police|people|(?:wo)?men|[a-z-]+(?<![sui])s)", re.DOTALL)


def marks(how: str, attribution: str, aside: str = "") -> str:
    """The marks of a status, of the word that it is of, and of an attribution; empty for a plain fact.

    >>> marks("planned", "NATO"), marks("happened", ""), marks("planned", "NATO", "launch")
    ('[planned, NATO says] ', '', '[planned: “launch”, NATO says] ')
    """
    words = ", ".join(filter(None, [status(how, aside), said(attribution) if attribution else ""]))
    return f"[{words}] " if words else ""


def said(attribution: str) -> str:
    """Who says so, of many the first.

    >>> said("NATO"), said("two officials"), said("Jane Roe, NATO, police, prosecutors")
    ('NATO says', 'two officials say', 'Jane Roe, NATO and 2 others say')
    """
    first, *others = attribution.split(", ")
    if len(others) < _SPEAKERS:
        return f"{attribution} {'say' if others or _SEVERAL.fullmatch(first) else 'says'}"
    shown = [first, *others[: _SPEAKERS - 2]]
    return f"{', '.join(shown)} and {len(others) + 1 - len(shown)} others say"
