"""The events with the user's facts, their wholes, and retellings with a lower score.

The facts are applied first, so that a part takes the date of a corrected whole, and again at the end, so that nothing
overrides them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.corrections import Correction
from graphbuilder.records import Event, Extraction
from graphbuilder.resolve.corrections.facts import Facts, TextDates
from graphbuilder.resolve.corrections.links import DeniedLinks
from graphbuilder.resolve.merge.relations import stated_wholes
from graphbuilder.resolve.merge.wholes import Within, wholes_of, with_retellings, with_whole


@dataclass(frozen=True, slots=True)
class FactCorrections:
    """The corrections of the facts and links of events."""

    facts: Facts
    denied: DeniedLinks
    rows_of: Mapping[str, Sequence[Correction]]
    """Event (id) → the lines on its facts."""
    dates: TextDates

    def apply(self, event: Event) -> Event:
        """The event as the user wants it; applied twice it is the same.

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
    wholes = wholes_of(built, stated_wholes(extractions, built), is_within)
    parts = {id_: replace(event, part_of=wholes[id_]) for id_, event in built.items()}
    for event in parts.values():
        corrections.denied.without_denied(with_whole(event, parts))  # all links that are there, for the unused lines
    given = {id_: corrections.apply(event) for id_, event in parts.items()}
    complete = {id_: corrections.apply(with_whole(event, given)) for id_, event in given.items()}
    return with_retellings(complete, corrections.dates.mentions)
