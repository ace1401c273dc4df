"""The events with their wholes and the user's facts, and retellings with a lower score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.corrections import Correction
from graphbuilder.records import Event, Extraction
from graphbuilder.resolve.corrections.facts import Facts, TextDates
from graphbuilder.resolve.corrections.links import DeniedLinks
from graphbuilder.resolve.merge.event_relations import stated_wholes
from graphbuilder.resolve.merge.retellings import with_retellings
from graphbuilder.resolve.merge.subevents import Within, wholes_of, with_place


@dataclass(frozen=True, slots=True)
class FactCorrections:
    """The corrections of the facts and links of events."""

    facts: Facts
    denied: DeniedLinks
    rows_of: Mapping[str, Sequence[Correction]]
    """Event (id) → the lines on its facts."""
    dates: TextDates

    def apply(self, event: Event) -> Event:
        """The event as the user wants it.

        Raises:
            InputError: two lines contradict each other.
        """
        rows = self.rows_of[event.id]
        self.denied.check(self.facts.links(event, rows))
        return self.facts.corrected(self.denied.without_denied(event), rows, self.dates)


def final_events(
    extractions: Sequence[Extraction], built: Mapping[str, Event], corrections: FactCorrections, is_within: Within
) -> dict[str, Event]:
    """The events as the user wants them, with their wholes, and retellings with a lower score.

    Args:
        extractions: all documents.
        built: the events by id, as rules and corrections of identity make them.
        corrections: those of facts and links.
        is_within: whether a place is another, or lies in it.

    Raises:
        InputError: two lines contradict each other.
    """
    wholes, denied = wholes_of(built, stated_wholes(extractions, built), is_within), corrections.denied
    parts = {id_: replace(event, part_of=wholes[id_]) for id_, event in built.items()}
    for event in parts.values():
        denied.without_denied(with_place(event, parts))  # a place that a denied whole gives is a link that was there
    parts = {id_: denied.without_denied(event) for id_, event in parts.items()}
    corrected = {id_: corrections.apply(with_place(event, parts)) for id_, event in parts.items()}
    return with_retellings(corrected, corrections.dates.mentions)
