"""An entry of a timeline, and the list of them: what users, pages and exports read of an event.

In: nothing but an event's record and the names of the graph (`graphbuilder.graph.timeline` makes the entries). An entry
has names in place of ids, so that it can be shown without the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import SupportsIndex, overload

from graphbuilder.graph import views
from graphbuilder.intervals import Interval
from graphbuilder.records import PUBLICATION, UNTIL, Provenance

#: How many lines of a timeline its repr shows, and of how many characters each.
_SHOWN, _WIDE = 10, 88


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of the timeline, with names in place of ids.

    `participants` are pairs of role and name; `attribution` is who says so, or None where a text says so itself;
    `sources` are outlets; `mentions` the very words, with their sentences. `dated_by` is the rule that dated it (see
    `Event.dated_by`): "publication" where no words of a text do, so that it is only known to have happened by then.
    `aside` is the word that date and status are of, where the line tells that only in passing: "launch" in "He appeared
    in Lund to launch the tour"; else it is empty. `addresses` are pairs of a document and its web address, `headlines`
    of a document and its title, for those of the mentions' documents that have one; `told` is the day on which the
    first of them came out.
    """

    id: str
    label: str
    type: str
    interval: Interval | None
    place: str | None
    participants: tuple[tuple[str, str], ...]
    polarity: str
    modality: str
    attribution: str | None
    sources: tuple[str, ...]
    independent_sources: int
    score: float
    mentions: tuple[Provenance, ...] = field(repr=False)
    dated_by: str | None = None
    addresses: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    headlines: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    aside: str = ""
    told: str | None = None

    @property
    def when(self) -> str | None:
        """The date as EDTF text, None if it is not known."""
        return None if self.interval is None else self.interval.edtf

    @property
    def readable(self) -> str:
        """The date as a newspaper prints it: "by 18 July 2022", "until 2014", "no date"."""
        if self.interval is None:
            return "no date"
        return self.interval.lasting if self.dated_by == UNTIL else self.interval.readable

    @property
    def assumed(self) -> bool:
        """Whether no text gives its day, so that it is only known to have happened by the day of publication."""
        return self.dated_by == PUBLICATION

    @property
    def happened(self) -> str:
        """Whether it did, in a word: "happened", "did not happen", "planned", "possible", "demanded", "conditional".

        What is planned, demanded or a condition is called so also where it is denied: nobody knows yet.
        """
        return happened(self.polarity, self.modality)


def happened(polarity: str, modality: str) -> str:
    """Whether an event of this polarity and modality took place, in a word; see `TimelineEntry.happened`.

    >>> happened("NEG", "ACTUAL"), happened("NEG", "PLANNED")
    ('did not happen', 'planned')
    """
    if polarity == "NEG" and modality in ("ACTUAL", "POSSIBLE"):
        return "did not happen"
    return "happened" if modality == "ACTUAL" else modality.casefold()


def status(how: str, aside: str) -> str:
    """The status of what is no plain fact, and of which word of the line it is; empty of a plain fact.

    >>> status("planned", ""), status("planned", "launch"), status("happened", "launch"), status("happened", "")
    ('planned', 'planned: “launch”', '“launch”', '')
    """
    return ": ".join(filter(None, [how if how.casefold() != "happened" else "", aside and f"“{aside}”"]))


class Timeline(list[TimelineEntry]):
    """A list of entries in order of date, which has a repr and is a table on request; a slice of it is one too."""

    to_frame = views.to_frame

    @overload
    def __getitem__(self, at: SupportsIndex) -> TimelineEntry: ...

    @overload
    def __getitem__(self, at: slice) -> Timeline: ...

    def __getitem__(self, at: SupportsIndex | slice) -> TimelineEntry | Timeline:
        return Timeline(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def __repr__(self) -> str:
        count = "1 entry" if len(self) == 1 else f"{len(self):,} entries"
        more = [f"  … and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        return "\n".join([f"Timeline: {count}", *map(_shown, self[:_SHOWN]), *more])


def _shown(entry: TimelineEntry) -> str:
    """A line of the repr, without characters that would break the layout."""
    how = status(entry.happened, entry.aside)
    line = f"[{how}] {entry.label}" if how else entry.label
    text = "".join(mark for mark in " ".join(line.split()) if mark.isprintable())
    return f"  {entry.when or 'no date':<22} {text if len(text) <= _WIDE else text[: _WIDE - 1].rstrip() + '…'}"
