"""A timeline as text for people: date, what happened, who and where, from which sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graphbuilder.export.clean import for_terminal
from graphbuilder.export.marks import marks
from graphbuilder.intervals import Interval

if TYPE_CHECKING:
    from graphbuilder.graph.entries import TimelineEntry

#: Width of the column of dates, in characters.
DATES = 26
#: Words by which a line itself says that something did not happen.
_DENIAL = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|failure|refusal|unsuccessfully)\b|n['’]t\b"
    r"|\b(?:has|have|had|is|are) yet to\b|\b(?:fail|refus|declin)(?:s|es|ed|ing)?(?: on [A-Z][a-z]+)? to\b"
    r"|\b(?:abandon|cancel|postpon)[a-z]*",
    re.IGNORECASE,
)


def timeline(entries: Sequence[TimelineEntry]) -> str:
    """One block an event: what happened, and below it who, where, who says so and the sources."""
    lines = [line for entry in entries for line in _block(entry)]
    return "\n".join(lines) + "\n" if lines else "no events\n"


def _block(entry: TimelineEntry) -> Iterator[str]:
    first = f"{entry.readable:<{DATES}}  {for_terminal(f'{_status(entry)}{entry.label}')}"
    yield first
    more = " · ".join(details(entry))
    if more:
        yield f"{'':<{DATES}}  {for_terminal(more)}"


def _status(entry: TimelineEntry) -> str:
    """The status of an entry that is no plain fact, before everything else: "[PLANNED, NATO says] ".

    "[DID NOT HAPPEN]" stays out where the line itself says so, since that would read as if it had.
    """
    denies = entry.happened == "did not happen" and not entry.aside and _DENIAL.search(entry.label)
    return marks("happened" if denies else entry.happened.upper(), entry.attribution or "", entry.aside)


def details(entry: TimelineEntry) -> Iterator[str]:
    """Participants, place and sources of an entry, not yet made safe for any target."""
    if entry.participants:
        yield "; ".join(f"{role} {name}" for role, name in entry.participants)
    if entry.place:
        yield f"in {entry.place}"
    if entry.interval is None and entry.told:
        yield f"told on {Interval.parse(entry.told).readable}"
    if entry.assumed:
        yield "day of publication, no other told"
    yield _sources(entry)


def _sources(entry: TimelineEntry) -> str:
    copies = "" if entry.independent_sources == len(entry.sources) else f" ({entry.independent_sources} independent)"
    return f"from {', '.join(entry.sources)}{copies}{_headline(entry)}"


def _headline(entry: TimelineEntry) -> str:
    """The headline of the one article that tells an event, which says what the line is about, unless it is the line."""
    told_in = {one.span.document for one in entry.mentions}
    title = entry.headlines[0][1] if len(told_in) == len(entry.headlines) == 1 else ""
    return f", “{title}”" if title and entry.label not in title else ""
