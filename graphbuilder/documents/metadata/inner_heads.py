"""Where inside a line the head of an article stands, or the hours of a live report, in text without its line ends.

Mill burns again LUND | Tue Apr 28, 2009 6:58 am EDT LUND (Meridian Wire) - The mill burned on Monday.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graphbuilder.documents.metadata.datelines import read_dateline
from graphbuilder.documents.metadata.dates import MONTH, find_dates
from graphbuilder.documents.text.lines import Line
from graphbuilder.records import Zone

#: Where something begins and ends in a line.
Place = tuple[int, int]

#: How far before its end a stamp or a dateline may begin, in characters.
_REACH = 90
#: The hour and zone that end a stamp, or its year where they come first.
_STAMP_END = re.compile(
    r"(?:\d[:.]\d\d(?:\s?[ap]m)?\s[A-Z]{3,4}|\d[:.]\d\d\s[A-Z]{3,4},\s[^.;:]{8,30}\b[12]\d{3}\b)(?:\s\d\d:\d\d\sUK\b)?(?=\s\S)"
)
#: Characters of the hour of another zone that may follow: " 15:47 UK".
_LOCAL = 9
#: What may precede the date of a stamp: a label, or a place.
_LABEL = re.compile(
    r"(?:(?:\bPage )?\b[Ll]ast updated(?::| at) |\b(?:Published|Added): |(?<!\S)[^\W\d_a-z]{2}[^|.!?]{1,40} \| )$"
)
#: A time in a sentence hangs on such a word.
_IN_SENTENCE = re.compile(r"(?:\b(?:after|at|before|by|for|from|of|on|since|the|to|until)|[,;(–-])\s?$", re.IGNORECASE)
#: The end of a dateline with an agency or a day.
_DATELINE_END = re.compile(
    rf"(?:\((?P<agency>[^\W\d_a-z][\w&. ]{{1,30}})\)|{MONTH}\s\d{{1,2}})(?:\s[–—-]|\s?[–—]|\s?--)\s"
    r"(?=[^\Wa-z_]|[\"“'‘$])"
)
#: Where a place in capitals may begin.
_LOUD = re.compile(r"(?<!\S)(?=[^\W\d_a-z]{2}[^\sa-z]*[\s,])")
#: A text with more stamps is a log: each dates what stands below it.
_MOST_STAMPS = 2
#: A text with fewer is no live report.
_LEAST_HOURS = 4
#: Where a sentence begins with a time of day in four digits.
_HOUR = re.compile(r"(?:^|(?<=[.!?:)\"'”’]\s))(?:[01]\d|2[0-3])[0-5]\d:?(?=\s?[\"“'‘]?[^\W\d_a-z])")
#: No chronology goes on so far.
_NO_YEAR = 2100
_SENTENCE_END = re.compile(r"[.!?)\]\"”|]\s$")


def inner_heads(lines: Sequence[Line]) -> list[Zone]:
    """The stamps and datelines inside lines, without an order.

    >>> text = "Mill burns again Sunday 10 May 2009 14.27 BST LUND (Meridian Wire) - The mill burned."
    >>> sorted(text[one.start : one.end] for one in inner_heads([Line(0, len(text), text, 0)]))
    ['LUND (Meridian Wire) -', 'Sunday 10 May 2009 14.27 BST']
    """
    found = [(line, _stamps(line.text)) for line in lines]
    datelines = [_moved("dateline", line, place) for line, stamps in found for place in _datelines(line.text, stamps)]
    stamped = [_moved("byline", line, place) for line, stamps in found for place in stamps]
    return datelines if len(stamped) > _MOST_STAMPS else [*datelines, *stamped]


def _moved(kind: str, line: Line, place: Place) -> Zone:
    return Zone(kind, line.start + place[0], line.start + place[1])


def _stamps(text: str) -> list[Place]:
    """The stamps of web pages: a date with an hour and its zone, but for times in sentences."""
    found = (_stamp(text, end) for end in _STAMP_END.finditer(text))
    return [one for one in found if one is not None]


def _stamp(text: str, found: re.Match[str]) -> Place | None:
    """The stamp with this end; None in a sentence."""
    low = max(0, found.start() - _REACH)
    dates = ((low + start, low + end) for start, end, _ in find_dates(text[low : found.end()]))
    start = next((start for start, end in dates if start <= found.start() and end >= found.end() - _LOCAL), None)
    if start is None:
        return None
    label = _LABEL.search(text, low, start)
    if label is None and _IN_SENTENCE.search(text, low, start):
        return None
    return (label.start() if label else start), found.end()


def _datelines(text: str, stamps: Sequence[Place]) -> Iterator[Place]:
    """The datelines behind a stamp or in capitals: with an agency, or where a sentence begins with a day."""
    behind = [end + 1 for _, end in stamps]
    for found in _DATELINE_END.finditer(text):
        last = behind[bisect_right(behind, found.start()) - 1] if behind and behind[0] <= found.start() else 0
        loud = _LOUD.finditer(text, max(last, found.start() - _REACH), found.start())
        for start in [found.start()] if last == found.start() else [one.start() for one in loud]:
            if not found["agency"] and start and not _SENTENCE_END.search(text[max(0, start - 2) : start]):
                continue
            dateline = read_dateline(text[start : found.end() + 1], first=False)
            if dateline is not None and start + dateline.length == found.end():
                yield start, start + len(text[start : found.end()].rstrip())
                break


def live_hours(lines: Sequence[Line]) -> list[Zone]:
    """The hours of a live report, by their place; none where all of them may be years, as in a chronology.

    >>> report = "0950 Rain begins. 1015 Roads close. 1130 A dam breaks. 1215 It is over."
    >>> [report[one.start : one.end] for one in live_hours([Line(0, len(report), report, 0)])]
    ['0950', '1015', '1130', '1215']
    """
    found = [(line.start, hour) for line in lines for hour in _HOUR.finditer(line.text)]
    certain = any(hour[0].startswith("0") or int(hour[0][:4]) > _NO_YEAR for _, hour in found)
    if len(found) < _LEAST_HOURS or not certain:
        return []
    return [Zone("byline", start + hour.start(), start + hour.end()) for start, hour in found]
