"""Corrections of facts: when, where and with whom an event happened, and whether it did.

They are applied to what the rules have built, so that a part takes the date of a corrected whole, and once more to what
follows from that, so that they are final. The date that the texts give becomes one of `Event.alternatives`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.corrections import NONE, STATUSES, Correction, value_of
from graphbuilder.errors import InputError
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.events.factuality import FACT
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import PLACE, SPEAKER
from graphbuilder.records import Entity, Event, EventMention, Extraction, Provenance
from graphbuilder.resolve.corrections.links import DeniedLinks, Link
from graphbuilder.resolve.corrections.lookup import Bearers, UnclearError
from graphbuilder.resolve.dates import Dated
from graphbuilder.resolve.merge.entities import Quote
from graphbuilder.resolve.merge.relations import stated_wholes
from graphbuilder.resolve.merge.wholes import Within, wholes_of, with_retellings, with_whole

#: The rule of `Event.dated_by` for a date that the user gives.
USER = "user"


@dataclass(frozen=True, slots=True)
class TextDates:
    """The dates that the texts give events, which become alternatives to the user's."""

    quote: Quote
    date_of: Callable[[EventMention], Dated | None]
    mentions: Mapping[str, EventMention]
    """The mentions of all events, by id."""

    def of(self, event: Event) -> tuple[Interval, Provenance] | None:
        """The date of an event that a text gives, with the first mention that it was read from."""
        if event.interval is None or event.dated_by is None or event.dated_by[0] in ASSUMED:
            return None
        for mention in (self.mentions[id_] for id_ in event.mentions):
            date = self.date_of(mention)
            if date is not None and (date.rule, date.time) == event.dated_by:
                return event.interval, self.quote(mention.span, mention.method, mention.score)
        return None


class Facts:
    """The lines on events, each with the entity (id) that it names; empty where it names none."""

    def __init__(self, rows: Iterable[Correction], entities: Bearers[Entity]) -> None:
        self.entity_of: dict[Correction, str] = {}
        self.unknown: dict[Correction, str] = {}
        for row in rows:
            try:
                self.entity_of[row] = entities.one(row.things[1]).id if len(row.things) > 1 else ""
            except UnclearError as error:
                self.unknown[row] = str(error)

    def corrected(self, event: Event, rows: Sequence[Correction], dates: TextDates) -> Event:
        """The event as these lines want it; applied twice it is the same.

        Raises:
            InputError: two of them contradict each other.
        """
        self._check(event, rows)
        for row in sorted(rows, key=lambda row: row.line):
            if row.verb == "date":
                event = _dated(event, row, dates)
            elif row.verb == "happened":
                event = _with_status(event, row.value)
            elif row.verb == "place":
                event = replace(event, place=self.entity_of[row] or None)
            else:
                event = _with_role(event, row.value, self.entity_of[row])
        return event

    def _check(self, event: Event, rows: Iterable[Correction]) -> None:
        """Refuse two lines that give one fact of an event two values."""
        values: dict[tuple[str, str], tuple[str, Correction]] = {}
        for row in rows:
            entity = self.entity_of[row]
            value, key = (entity, "") if row.verb == "place" else (row.value, entity)
            known, other = values.setdefault((row.verb, key), (value, row))
            if known != value:
                raise InputError(
                    f"{row.where} says {row.verb} {value_of(row)!r} of {event.name!r}, but {other.where} says "
                    f"{value_of(other)!r}; remove one of them"
                )

    def links(self, event: Event, rows: Iterable[Correction]) -> Iterator[tuple[Link, Correction]]:
        """The links that the lines on an event say are so."""
        for row in rows:
            key = PLACE if row.verb == "place" else row.value
            if row.verb in ("who", "place") and self.entity_of[row] and key != NONE:
                yield (event.id, key, self.entity_of[row]), row


def _dated(event: Event, row: Correction, dates: TextDates) -> Event:
    """The event with the user's date, and the date of the texts among its alternatives."""
    interval = None if row.value == NONE else Interval.parse(row.value)
    by_text = dates.of(event)
    others = {
        other.edtf: (other, evidence) for other, evidence in (*event.alternatives, *([by_text] if by_text else []))
    }
    if interval is not None:
        others.pop(interval.edtf, None)
    alternatives = tuple(others[edtf] for edtf in sorted(others))
    return replace(event, interval=interval, dated_by=(USER, row.where), alternatives=alternatives)


def _with_status(event: Event, status: str) -> Event:
    """The event with the user's status; what happened by the user's word is not reported speech any more."""
    polarity, modality = STATUSES[status]
    event = replace(event, polarity=polarity, modality=modality)
    return replace(event, attributions=(), speakers=()) if (polarity, modality) == FACT else event


def _with_role(event: Event, role: str, entity: str) -> Event:
    """The event with an entity in this role and no other; without it, if it has no role."""
    if role in (NONE, SPEAKER):
        speakers = {speaker for speaker in event.attributions if speaker != entity}
        speakers |= {entity} if role == SPEAKER else set()
        event = replace(event, attributions=tuple(sorted(speakers)))
    if role == SPEAKER:
        return event
    parts = {part for part in event.participants if part[1] != entity}
    parts |= {(role, entity)} if role != NONE else set()
    return replace(event, participants=tuple(sorted(parts)))


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
