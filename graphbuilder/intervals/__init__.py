"""Partial and uncertain dates: a pair of bounds, each as precise as the text and no more.

``datetime`` cannot hold "2008" without inventing a day, nor the year 44 BC; an `Interval` can. Its text form is EDTF
(ISO 8601-2:2019), checked against the packages edtf and edtf-validate in the tests. Pure functions of their arguments:
no clock, no locale, no time zone.

    >>> Interval.parse("2022-11-29/2022-11-30").contains(Interval.parse("2022-11-30"))
    True
    >>> Interval.parse("2008").before(Interval.parse("2008-04"))   # they may overlap, so neither is before the other
    False
"""

from __future__ import annotations

from graphbuilder.intervals.bounds import Bound, days_in_month
from graphbuilder.intervals.interval import PRECISIONS, Interval, window

__all__ = ["PRECISIONS", "Bound", "Interval", "days_in_month", "window"]
