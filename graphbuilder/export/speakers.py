"""The words for who says so."""

from __future__ import annotations

#: Of so many who say so all are named; of more, one less, and how many others.
_SPEAKERS = 3


def said(attribution: str) -> str:
    """Who says so, of many the first.

    >>> said("NATO"), said("Jane Roe, police"), said("Jane Roe, NATO, police, prosecutors")
    ('NATO says', 'Jane Roe, police say', 'Jane Roe, NATO and 2 others say')
    """
    first, *others = attribution.split(", ")
    if len(others) < _SPEAKERS:
        return f"{attribution} {'say' if others else 'says'}"
    shown = [first, *others[: _SPEAKERS - 2]]
    return f"{', '.join(shown)} and {len(others) + 1 - len(shown)} others say"
