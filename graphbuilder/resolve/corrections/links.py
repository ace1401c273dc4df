"""Corrections of links: participants, places, speakers, wholes and relations that the user says are not so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graphbuilder.corrections import Correction
from graphbuilder.errors import InputError
from graphbuilder.knowledge.relations import PLACE, SPEAKER, tie_key
from graphbuilder.records import Entity, Event, Relation
from graphbuilder.resolve.corrections.identity import Thing
from graphbuilder.resolve.corrections.lookup import Bearers, UnclearError

#: An event or a name, the key of a link, and another.
Link = tuple[str, str, str]
#: The key of the link from an event to its whole.
_WHOLE = "part_of"


class DeniedLinks:
    """The links that lines say are not so. It remembers which of them it has met, for the report of unused lines."""

    def __init__(self, rows: Iterable[Correction], entities: Bearers[Entity], events: Bearers[Event]) -> None:
        self.unknown: dict[Correction, str] = {}
        self._rows: dict[Link, list[Correction]] = defaultdict(list)
        self._used: set[Link] = set()
        self._ids = {**entities.ids, **events.ids}
        self._keys_between: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in rows:
            try:
                source, target = (_referent(words, entities, events) for words in row.things)
            except UnclearError as error:
                self.unknown[row] = str(error)
            else:
                self._rows[source, row.value, target].append(row)

    def check(self, stated: Iterable[tuple[Link, Correction]]) -> None:
        """Refuse lines on links that other lines say are so.

        Raises:
            InputError: there are such lines.
        """
        for link, row in stated:
            for other in self._rows.get(link, ()):
                raise InputError(f"{other.where} says that what {row.where} says is not so; remove one of them")

    def without_denied(self, event: Event) -> Event:
        """The event without what is not so of it."""
        if not self._rows:
            return event
        parts = tuple(part for part in event.participants if not self._is_denied(event.id, *part))
        speakers = tuple(each for each in event.attributions if not self._is_denied(event.id, SPEAKER, each))
        place = event.place if event.place and not self._is_denied(event.id, PLACE, event.place) else None
        wholes = tuple(whole for whole in event.part_of if not self._is_denied(event.id, _WHOLE, whole))
        return replace(event, participants=parts, attributions=speakers, place=place, part_of=wholes)

    def relations(self, relations: Iterable[Relation]) -> list[Relation]:
        """The relations that are so."""
        return [each for each in relations if not self._is_denied(each.source, tie_key(each), each.target)]

    def _is_denied(self, source: str, key: str, target: str) -> bool:
        """Whether a link is not so; the link and its denial are noted."""
        if not self._rows:
            return False
        self._keys_between[source, target].add(key)
        if (source, key, target) not in self._rows:
            return False
        self._used.add((source, key, target))
        return True

    def with_lines(self, things: Iterable[Thing]) -> tuple[Thing, ...]:
        """The things, each with the lines that took a link from it."""
        lines: dict[str, list[str]] = defaultdict(list)
        for link in self._used:
            for row in sorted(self._rows[link], key=lambda row: row.line):
                lines[link[0]].append(str(row))
                lines[link[2]].append(str(row))

        def with_its_lines(thing: Thing) -> Thing:
            return replace(thing, corrections=(*thing.corrections, *sorted(lines[thing.id])))

        return tuple(with_its_lines(thing) if thing.id in lines else thing for thing in things)

    def unused(self) -> dict[Correction, str]:
        """The lines that changed nothing → why: there is no such link, but maybe another one."""
        found = dict(self.unknown)
        for link, rows in self._rows.items():
            if link not in self._used:
                between, back = self._keys_between[link[0], link[2]], self._keys_between[link[2], link[0]]
                source, key, target = self._ids[link[0]], link[1], self._ids[link[2]]
                there = [f"{other} from {source} to {target}" for other in sorted(between)]
                there += [f"{other} from {target} to {source}" for other in sorted(back)]
                hint = f"; there is {', '.join(there)}" if there else ""
                found |= dict.fromkeys(rows, f"there is no {key} from {source} to {target}{hint}")
        return found


def _referent(words: str, entities: Bearers[Entity], events: Bearers[Event]) -> str:
    """The id of what words refer to: an entity before an event."""
    is_event = words not in entities and words in events
    return events.one(words).id if is_event else entities.one(words).id
