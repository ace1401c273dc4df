"""iCalendar (RFC 5545): the dated events, as entries of whole days that take no time.

A date of a day is an entry of that day. A less precise one ("April 2008", "since 2014") is an entry of all the days
that it denotes, and precedes the words of the event. What is only known to have happened by some day has no first day,
so that it has no entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from graphbuilder.export.clean import for_terminal
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import quotes
from graphbuilder.export.status import entry_marks
from graphbuilder.export.timelines.text import details
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Bound, Interval
from graphbuilder.records import content_hash

#: When the file was made must be said; the same graph gives the same bytes.
_STAMP = "19700101T000000Z"
_ESCAPED = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"}
#: Bytes of a line, its break not counted.
_LONGEST = 75
_UNSURE = frozenset({"planned", "possible", "conditional", "demanded"})


def ics(graph: EventGraph, note: Note) -> str:
    """The calendar; a note says how many events have no entry."""
    entries = graph.timeline()
    note("ICS: only the lines of the timeline; ties between names are left out")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//graphbuilder//timeline//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _entry(graph, entry)
    for told, count in _left_out(entries):
        note(f"ICS: {count} events {told} are left out")
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _left_out(entries: list[TimelineEntry]) -> Iterator[tuple[str, int]]:
    undated = sum(entry.interval is None or entry.interval.mark.start is None for entry in entries)
    by = sum(entry.interval is not None and entry.interval.is_bound for entry in entries)
    far = sum(_days(entry.interval) is None for entry in entries if entry.interval is not None) - by
    told = (("without a date", undated), ("of which only the last possible day is known", by), ("of far years", far))
    yield from ((words, count) for words, count in told if count)


def _days(interval: Interval) -> tuple[date, date] | None:
    """The first and the last day of an entry; for what has lasted since some time, the days of that time."""
    if interval.start is None:
        return None
    last = interval.end or interval.start
    if interval.start.year < 1 or last.year >= MAXYEAR:
        return None
    return _date(interval.start.first_parts), _date(last.last_parts)


def _date(parts: tuple[int, ...]) -> date:
    return date(*parts[:3])


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _is_told_day(bound: Bound | None) -> bool:
    return bound is not None and bound.day is not None and not (bound.approximate or bound.uncertain)


def _entry(graph: EventGraph, entry: TimelineEntry) -> Iterator[str]:
    days = None if entry.interval is None else _days(entry.interval)
    if entry.interval is None or days is None:
        return
    told = _is_told_day(entry.interval.start) and _is_told_day(entry.interval.end)
    summary = f"{entry_marks(entry)}{entry.label}"
    yield "BEGIN:VEVENT"
    yield f"UID:{content_hash(entry.id)}@graphbuilder"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{_digits(days[0])}"
    yield f"DTEND;VALUE=DATE:{_digits(days[1] + timedelta(days=1))}"
    yield f"SUMMARY:{text(summary if told else f'{entry.readable}: {summary}')}"
    yield f"DESCRIPTION:{_description(graph, entry)}"
    if entry.place:
        yield f"LOCATION:{text(entry.place)}"
    if entry.addresses:
        yield f"URL:{entry.addresses[0][1]}"
    if entry.happened in _UNSURE:
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(graph: EventGraph, entry: TimelineEntry) -> str:
    lines = [f"{entry.readable} ({entry.when}), {entry.happened}", " · ".join(details(entry))]
    lines += [f"“{one.text}” – {one.origin}{f' {one.url}' if one.url else ''}" for one in quotes(graph, entry.mentions)]
    return "\\n".join(text(line) for line in lines)


def text(words: str) -> str:
    """A value of text on one line.

    >>> text("a; b,\\nc")
    'a\\\\; b\\\\, c'
    """
    return for_terminal(words).translate(_ESCAPED)


def folded(line: str) -> str:
    """A line in pieces that are no longer than allowed, never within a character."""
    pieces, length = [""], 0
    for mark in line:
        size = len(mark.encode("utf-8"))
        if length + size > _LONGEST:
            pieces.append(" ")
            length = 1
        pieces[-1] += mark
        length += size
    return "\r\n".join(pieces)
