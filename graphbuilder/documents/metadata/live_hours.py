"""Which numbers are the hours that head the entries of a live report: "1630 The minister arrives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphbuilder.documents.text.lines import Line
from graphbuilder.records import Zone

#: A text with fewer is no live report.
_LEAST = 4
#: Where a sentence begins with a time of day in four digits.
_HOUR = re.compile(r"(?:^|(?<=[.!?:)\"'”’]\s))(?:[01]\d|2[0-3])[0-5]\d:?(?=\s?[\"“'‘]?[^\W\d_a-z])")
#: No chronology goes on so far.
_NO_YEAR = 2100


def live_hours(lines: Sequence[Line]) -> list[Zone]:
    """The hours of a live report, by their place; none where all of them may be years, as in a chronology.

    >>> report = "0950 Rain begins. 1015 Roads close. 1130 A dam breaks. 1215 It is over."
    >>> [report[one.start : one.end] for one in live_hours([Line(0, len(report), report, 0)])]
    ['0950', '1015', '1130', '1215']
    """
    found = [(line.start, hour) for line in lines for hour in _HOUR.finditer(line.text)]
    certain = any(hour[0].startswith("0") or int(hour[0][:4]) > _NO_YEAR for _, hour in found)
    if len(found) < _LEAST or not certain:
        return []
    return [Zone("byline", start + hour.start(), start + hour.end()) for start, hour in found]
