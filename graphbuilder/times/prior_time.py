"""A time that was read before, as what later ones may be counted from."""

from __future__ import annotations

from typing import NamedTuple

from graphbuilder.times.calendar.cells import Cell


class PriorTime(NamedTuple):
    """A time that was read before, which later ones may be counted from.

    Args:
        paragraph: its paragraph, counted by line ends.
        cell: what it is in the calendar.
        name: id of its record.
        in_passing: whether it is background (a plan, a bracket), at which the story has not arrived.
        sentence: its sentence.
        own: whether a date without a year may take its year: it is no aside and not counted from publication.
        quoted: whether it is inside quotation marks.
    """

    paragraph: int
    cell: Cell
    name: str
    in_passing: bool = False
    sentence: int = 0
    own: bool = False
    quoted: bool = False
