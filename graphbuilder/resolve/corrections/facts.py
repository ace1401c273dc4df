"""What the user says of events and links: when, whether, who, where, and which link is not so.

It is said of what the rules have put together, and said again of what they make of it then (`wholes`), so that it is
final. What the texts say stays beside it: their date is one of `Event.alternatives`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.corrections import NONE, STATUSES, Correction, value_of
from graphbuilder.errors import InputError
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.relations import PLACE, SPEAKER, tie_key
from graphbuilder.records import Entity, Event, EventMention, Provenance, Relation
from graphbuilder.resolve.corrections.things import Bearers, Thing, UnclearError
from graphbuilder.resolve.merge.records import Dated, Quote

#: The rule of `Event.dated_by` for a date that the user gives.
USER = "user"
#: The rule that gives an event the date of the one that it is part of.
_OF_WHOLE = "event"
#: Rules that give an event no date that a text tells of it.
_LENT = ASSUMED | {_OF_WHOLE, USER}

#: An event or a name, the key of a link, and another.
Link = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What the texts say of an event, to be shown beside the user's word."""

    quote: Quote
    date: Callable[[EventMention], Dated | None]
    mentions: Mapping[str, EventMention]

    def other(self, event: Event) -> tuple[Interval, Provenance] | None:
        """The date that the texts give it, with the first mention that it was read from."""
        if event.interval is None or event.dated_by is None or event.dated_by[0] in _LENT:
            return None
        rule_and_time = event.dated_by
        for mention in (self.mentions[one] for one in event.mentions):
            date = self.date(mention)
            if date is not None and (date.rule, date.time) == rule_and_time:
                return event.interval, self.quote(mention.span, mention.method, mention.score)
        return None


class Facts:
    """The lines on events, each with the name that it tells (an entity's id, or nothing)."""

    def __init__(self, rows: Iterable[Correction], entities: Bearers[Entity]) -> None:
        self.names: dict[Correction, str] = {}
        self.unknown: dict[Correction, str] = {}
        for row in rows:
            try:
                self.names[row] = entities.one(row.things[1]).id if len(row.things) > 1 else ""
            except UnclearError as error:
                self.unknown[row] = str(error)

    def __bool__(self) -> bool:
        return bool(self.names)

    def corrected(self, event: Event, rows: Sequence[Correction], telling: Telling) -> Event:
        """The event as these lines want it; once more changes nothing.

        Raises:
            InputError: two of them contradict each other.
        """
        self._check(event, rows)
        for row in sorted(rows, key=lambda one: one.line):
            if row.verb == "date":
                event = _dated(event, row, telling)
            elif row.verb == "happened":
                event = _with_status(event, row.value)
            elif row.verb == "place":
                event = replace(event, place=self.names[row] or None)
            else:
                event = _with_part(event, row.value, self.names[row])
        return event

    def _check(self, event: Event, rows: Iterable[Correction]) -> None:
        told: dict[tuple[str, str], tuple[str, Correction]] = {}
        for row in rows:
            named = self.names[row]
            value, key = (named, "") if row.verb == "place" else (row.value, named)
            known, other = told.setdefault((row.verb, key), (value, row))
            if known != value:
                raise InputError(
                    f"{row.where} says {row.verb} {value_of(row)!r} of {event.name!r}, but {other.where} says "
                    f"{value_of(other)!r}; remove one of them"
                )

    def links(self, event: Event, rows: Iterable[Correction]) -> Iterator[tuple[Link, Correction]]:
        """The links that the lines on an event say are so."""
        for row in rows:
            link = PLACE if row.verb == "place" else row.value
            if row.verb in ("who", "place") and self.names[row] and link != NONE:
                yield (event.id, link, self.names[row]), row


def _dated(event: Event, row: Correction, telling: Telling) -> Event:
    interval = None if row.value == NONE else Interval.parse(row.value)
    told = telling.other(event)
    others = {one.edtf: (one, source) for one, source in (*event.alternatives, *([told] if told else []))}
    if interval is not None:
        others.pop(interval.edtf, None)
    alternatives = tuple(others[edtf] for edtf in sorted(others))
    return replace(event, interval=interval, dated_by=(USER, row.where), alternatives=alternatives)


def _with_status(event: Event, status: str) -> Event:
    """What happened by the user's word is nobody else's word any more."""
    polarity, modality = STATUSES[status]
    event = replace(event, polarity=polarity, modality=modality)
    return replace(event, attributions=(), speakers=()) if (polarity, modality) == ("POS", "ACTUAL") else event


def _with_part(event: Event, role: str, entity: str) -> Event:
    """The event with an entity in this role and no other; without it, if it has no part."""
    if role in (NONE, SPEAKER):
        others = {one for one in event.attributions if one != entity}
        event = replace(event, attributions=tuple(sorted(others | ({entity} if role == SPEAKER else set()))))
    if role == SPEAKER:
        return event
    parts = {part for part in event.participants if part[1] != entity}
    return replace(event, participants=tuple(sorted(parts | ({(role, entity)} if role != NONE else set()))))


def lent_by(
    before: Mapping[str, Event], events: Mapping[str, Event], never: Collection[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Events with dates that were those of their wholes, which the user has corrected or taken from them → the wholes.

    Args:
        before: the events by id, with their wholes, without what the user says of them.
        events: the same with it.
        never: pairs of a part and a whole that are none.
    """

    def lends(whole: str, part: Event) -> bool:
        gone = events[whole].interval != before[whole].interval or (part.id, whole) in never
        return gone and before[whole].interval == part.interval

    dated = (one for one in before.values() if one.dated_by is not None and one.dated_by[0] == _OF_WHOLE)
    wholes = {one.id: before[one.id].part_of for one in dated}
    return {id_: told for id_, told in wholes.items() if any(lends(whole, events[id_]) for whole in told)}


# --- links that are not so ----------------------------------------------------------------------------------------


class Untied:
    """The links that the user says are not so."""

    def __init__(self, rows: Iterable[Correction], entities: Bearers[Entity], events: Bearers[Event]) -> None:
        self.unknown: dict[Correction, str] = {}
        self._rows: dict[Link, list[Correction]] = defaultdict(list)
        self._used: set[Link] = set()
        self._near: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in rows:
            try:
                source, target = (_either(words, entities, events) for words in row.things)
            except UnclearError as error:
                self.unknown[row] = str(error)
            else:
                self._rows[source, row.value, target].append(row)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def check(self, so: Iterable[tuple[Link, Correction]]) -> None:
        """Refuse lines on links that other lines say are so.

        Raises:
            InputError: there are such lines.
        """
        for link, row in so:
            for other in self._rows.get(link, ()):
                raise InputError(f"{other.where} says that what {row.where} says is not so; remove one of them")

    @property
    def wholes(self) -> frozenset[tuple[str, str]]:
        """Pairs of an event and one that it is not part of."""
        return frozenset((source, target) for source, key, target in self._rows if key == "part_of")

    def event(self, event: Event) -> Event:
        """The event without what is not so of it."""
        parts = tuple(part for part in event.participants if not self._isnt(event.id, *part))
        said = tuple(one for one in event.attributions if not self._isnt(event.id, SPEAKER, one))
        place = event.place if event.place and not self._isnt(event.id, PLACE, event.place) else None
        return replace(event, participants=parts, attributions=said, place=place)

    def look_at(self, events: Iterable[Event]) -> None:
        """Know the links of events as they are without these lines, which may not last: a place that a whole lends."""
        for event in events:
            self.event(event)
            for whole in event.part_of:
                self._isnt(event.id, "part_of", whole)

    def relations(self, relations: Iterable[Relation]) -> list[Relation]:
        """Those that are so."""
        return [one for one in relations if not self._isnt(one.source, tie_key(one), one.target)]

    def _isnt(self, source: str, key: str, target: str) -> bool:
        if not self:
            return False
        self._near[source, target].add(key)
        if (source, key, target) not in self._rows:
            return False
        self._used.add((source, key, target))
        return True

    def noted(self, things: Iterable[Thing]) -> tuple[Thing, ...]:
        """The things, each with the lines that took a link from it."""
        lines: dict[str, list[str]] = defaultdict(list)
        for link in self._used:
            for row in sorted(self._rows[link], key=lambda one: one.line):
                lines[link[0]].append(str(row))
                lines[link[2]].append(str(row))

        def with_lines(thing: Thing) -> Thing:
            return replace(thing, corrections=(*thing.corrections, *sorted(lines.get(thing.id, ()))))

        return tuple(map(with_lines, things))

    def unused(self) -> dict[Correction, str]:
        """The lines that changed nothing, and why: there is no such link, but maybe another one."""
        found = dict(self.unknown)
        for link, rows in self._rows.items():
            source, key, target = link
            if link not in self._used:
                there = [f"{one} from {source} to {target}" for one in sorted(self._near[source, target])]
                there += [f"{one} from {target} to {source}" for one in sorted(self._near[target, source])]
                hint = f"; there is {', '.join(there)}" if there else ""
                found |= dict.fromkeys(rows, f"there is no {key} from {source} to {target}{hint}")
        return found


def _either(words: str, entities: Bearers[Entity], events: Bearers[Event]) -> str:
    """The id of what is meant: a name before an event."""
    of_event = words not in entities and words in events
    return events.one(words).id if of_event else entities.one(words).id
