"""Choices of the caller where a text does not decide: the order of day and month, seasons, fiscal years, zones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graphbuilder.errors import InputError

_ZONE = re.compile(r"[+-](?:0[0-9]|1[0-4]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class TimeOptions:
    """Choices where a text does not decide.

    Args:
        day_first: whether 03/04/2008 is 3 April; None looks for a date in the same text that decides (29/11/2022), and
            takes the month first where there is none, marked as uncertain.
        southern: whether seasons are those of the southern hemisphere; "the austral summer" is so anyhow.
        fiscal_start: first month of the fiscal year, which is named after the year it ends in (October: the United
            States' government; April: the United Kingdom, India, Japan); 1 is the calendar year.
        narrative: whether dates without a year follow the story (histories) or the publication date (news); None
            decides by the years that the text itself names.
        zones: what abbreviations of zones mean: ``{"IST": "+02:00"}``. Left out, one with several meanings (IST, BST,
            CST) is taken for the commonest, marked as uncertain.

    Raises:
        InputError: `fiscal_start` is not a month, or a zone is not written as +02:00.
    """

    day_first: bool | None = None
    southern: bool = False
    fiscal_start: int = 10
    narrative: bool | None = None
    zones: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, zone in self.zones.items():
            if not _ZONE.fullmatch(zone):
                raise InputError(f"the zone of {name} must be written as +02:00 or -05:30, not {zone!r}")
        if self.fiscal_start not in range(1, 13):
            raise InputError(f"fiscal_start must be a month from 1 to 12, not {self.fiscal_start!r}")
