"""The zone of each line by its role, and datelines and stamps. They are marked; nothing is taken out of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from graphbuilder.documents.metadata.address import read_address
from graphbuilder.documents.metadata.datelines import read_dateline
from graphbuilder.documents.metadata.inner_heads import inner_heads, live_hours
from graphbuilder.documents.text.furniture import LONGEST_LINE, is_furniture, opens_list, picture_kind
from graphbuilder.documents.text.lines import Line
from graphbuilder.records import Zone

#: A shorter line may well be said twice.
_LEAST_REPEATED_WORDS = 5
#: Who wrote and edited a report of an agency, at its end.
_DESK = re.compile(r"[(\[]?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Written) by\s[^\W\d_a-z]")
_MOST_LINK_WORDS = 15
_BULLETS = ("-", "*", "•", "·", "▪", "–", "►", ">", "»")


def find_zones(lines: Sequence[Line], head: Mapping[int, str]) -> tuple[Zone, ...]:
    """The zones of a text, sorted and apart; `head` has the kinds of the lines that are known already, by number."""
    zones: list[Zone] = []
    body_begun = False
    for number, (line, kind) in enumerate(zip(lines, _kinds(lines, head), strict=True)):
        if kind is not None:
            zones.append(Zone(kind, line.start, line.end))
            if number in head:
                body_begun = False  # what stood above its author's name was a summary
        elif not body_begun or _begins_paragraph(lines, number):
            if dateline := read_dateline(line.text, first=not body_begun):
                zones.append(Zone("dateline", line.start, line.start + len(line.text[: dateline.length].rstrip())))
            body_begun = True
    return tuple(_apart([*zones, *inner_heads(lines), *live_hours(lines)]))


def _apart(zones: Iterable[Zone]) -> Iterator[Zone]:
    """The zones in their order, without those that an earlier or longer one covers."""
    end = 0
    for zone in sorted(zones, key=lambda one: (one.start, -one.end)):
        if zone.start >= end:
            yield zone
            end = zone.end


def _kinds(lines: Sequence[Line], head: Mapping[int, str]) -> Iterator[str | None]:
    """The kind of each line as a whole; None is the text of the article."""
    earlier: set[str] = set()
    listing: int | None = None  # the paragraph that a list of other stories may still go on in
    for number, line in enumerate(lines):
        kind = head.get(number) or _kind(line.text, earlier)
        if kind is None and listing is not None and _is_link(line, listing):
            kind = "furniture"
        elif kind != "furniture":
            listing = None
        if kind == "furniture" and opens_list(line.text):
            listing = line.paragraph
        earlier.add(line.text)
        yield kind


def _kind(text: str, earlier: set[str]) -> str | None:
    """The kind of a line by itself and those before it: credits, furniture, duplicate, caption; None is the text."""
    if _DESK.match(text) and len(text) <= LONGEST_LINE:
        return "byline"
    if is_furniture(text) or read_address(text) is not None:
        return "furniture"
    picture = picture_kind(text)
    if text in earlier and (picture == "caption" or len(text.split()) >= _LEAST_REPEATED_WORDS):
        return "duplicate"
    return picture


def _is_link(line: Line, listing: int) -> bool:
    """Whether a line below "Related stories" is one of them: right below or a list item, short, and no sentence."""
    short = len(line.text) <= LONGEST_LINE and len(line.text.split()) <= _MOST_LINK_WORDS
    near = line.paragraph == listing or line.text.startswith(_BULLETS)
    return short and near and not line.text.rstrip("\"'”’").endswith(".")


def _begins_paragraph(lines: Sequence[Line], number: int) -> bool:
    """Whether a line begins a paragraph: after an empty line, or after the end of a sentence."""
    return (
        number == 0
        or lines[number].paragraph != lines[number - 1].paragraph
        or lines[number - 1].text.endswith((".", '"', "”"))
    )


def covers(zones: Iterable[Zone], kinds: Container[str]) -> Callable[[int], bool]:
    """A function that says whether a character lies in a zone of these kinds. Zones do not overlap, so one look is
    enough.

    >>> muted = covers([Zone("furniture", 5, 9)], {"furniture"})
    >>> muted(5), muted(9)
    (True, False)
    """
    chosen = sorted((zone.start, zone.end) for zone in zones if zone.kind in kinds)
    starts = [start for start, _ in chosen]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < chosen[at][1]

    return inside
