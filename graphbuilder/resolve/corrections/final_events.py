"""The events with the user's facts, and what follows from these: a part takes the new date of a corrected whole.

Without corrections the events are given their wholes, and retellings a lower score. With them the facts are applied
first, so that wholes are right, and again at the end, so that nothing overrides them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.corrections import Correction
from graphbuilder.records import Event, Extraction
from graphbuilder.resolve.corrections.facts import Facts, TextDates
from graphbuilder.resolve.corrections.links import DeniedLinks
from graphbuilder.resolve.merge.event_relations import stated_wholes
from graphbuilder.resolve.merge.retellings import with_retellings
from graphbuilder.resolve.merge.scores import scored
from graphbuilder.resolve.merge.subevents import BY_WHOLE, Within, with_wholes


@dataclass(frozen=True, slots=True)
class FactCorrections:
    """The corrections of the facts and links of events."""

    facts: Facts
    denied: DeniedLinks
    rows_of: Mapping[str, Sequence[Correction]]
    """Event (id) → the lines on its facts."""
    dates: TextDates

    def apply(self, event: Event) -> Event:
        """The event as the user wants it; applied twice it is the same."""
        return self.denied.without_denied(self.facts.corrected(event, self.rows_of[event.id], self.dates))

    def check(self, events: Mapping[str, Event]) -> None:
        """Refuse lines that say of one link that it is so, and that it is not.

        Raises:
            InputError: there are such lines.
        """
        for event in events.values():
            self.denied.check(self.facts.links(event, self.rows_of[event.id]))


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
    mentions, denied = corrections.dates.mentions, corrections.denied
    if not corrections.facts and not denied:
        return with_retellings(with_wholes(built, stated_wholes(extractions, built), is_within), mentions)
    corrections.check(built)
    events = {}
    for id_, event in built.items():
        corrected = corrections.apply(event)
        own = [mentions[mention] for mention in event.mentions]
        events[id_] = event if corrected == event else scored(corrected, own)
    stated = stated_wholes(extractions, events)
    before = with_wholes(built, stated, is_within)
    denied.note_links(before.values())
    outdated = outdated_parts(before, events, denied.wholes)
    events |= {id_: replace(events[id_], interval=None, dated_by=None) for id_ in outdated}
    complete = with_wholes(events, stated | outdated, is_within, denied.wholes)
    return with_retellings({id_: corrections.apply(event) for id_, event in complete.items()}, mentions)


def outdated_parts(
    before: Mapping[str, Event], events: Mapping[str, Event], never: Collection[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Events whose date was that of a whole which the user has corrected, or taken from them → their wholes.

    Args:
        before: the events by id, with their wholes, without the user's facts.
        events: the same with the user's facts.
        never: pairs of a part and a whole that are none.
    """

    def is_outdated(part: Event, whole: str) -> bool:
        is_changed = events[whole].interval != before[whole].interval or (part.id, whole) in never
        return is_changed and before[whole].interval == part.interval

    dated_by_whole = (
        event for event in before.values() if event.dated_by is not None and event.dated_by[0] == BY_WHOLE
    )
    return {
        event.id: event.part_of
        for event in dated_by_whole
        if any(is_outdated(events[event.id], whole) for whole in event.part_of)
    }
