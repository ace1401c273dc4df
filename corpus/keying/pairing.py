"""Which entity and which event of one key are those of the other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from keying.schema import Event, Key, Mention, Span
from keying.sides import Side, place_of
from keying.validate import named


def same_entities(gold: Side, system: Side) -> dict[str, str]:
    """Which entity of the gold each of the system's is: by the mentions that both have, names first, else by name."""
    ours: dict[Span, Mention] = {place_of(mention, gold): mention for mention in gold.key.mentions}
    shared: Counter[tuple[str, str]] = Counter()
    for mention in system.key.mentions:
        same = ours.get(place_of(mention, system))
        if same and len(mention.of) == 1 and len(same.of) == 1:
            weight = 1000 if mention.kind == "name" == same.kind else 10 if mention.kind == "description" else 1
            shared[mention.of[0], same.of[0]] += weight
    found: dict[str, str] = {}
    for (theirs, our), _ in shared.most_common():
        found.setdefault(theirs, our)
    our_names = _names(gold)
    for theirs, said in _names(system).items():
        if theirs not in found:
            alike = (our for our, names in our_names.items() if any(_alike(one, two) for one in said for two in names))
            first = next(alike, None)
            if first:
                found[theirs] = first
    return found


def _names(side_: Side) -> dict[str, set[tuple[str, ...]]]:
    """The names of each entity as words in small letters."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for mention in side_.key.mentions:
        if mention.kind == "name" and len(mention.of) == 1:
            found.setdefault(mention.of[0], set()).add(_words(side_.text[mention.start : mention.end]))
    for entity in side_.key.entities:
        found.setdefault(entity.id, set()).update(map(_words, entity.aliases))
    return {item: {name for name in names if name} for item, names in found.items()}


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    found = re.findall(r"\w+", re.sub(r"['’]s\b", "", plain.lower()))
    return tuple(word for word in found if word not in ("the", "of", "and", "a", "an", "for", "in", "de"))


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names have the same words, or the longer one begins with the shorter."""
    short, long = sorted((one, two), key=len)
    return set(one) == set(two) or (max(map(len, short)) > 2 and long[: len(short)] == short)


def tells(said: Span, wanted: Span) -> bool:
    """Whether the words of a system's trigger are the gold's; a whole clause is no trigger."""
    overlap = said[0] < wanted[1] and wanted[0] < said[1]
    return overlap and said[1] - said[0] <= max(30, wanted[1] - wanted[0] + 15)


def told_by(event: Event, events: Iterable[Event]) -> list[Event]:
    """The events that a system's event tells."""
    return [other for other in events if any(tells(said, span) for said in event.triggers for span in other.triggers)]


@dataclass(slots=True)
class Pairing:
    """Which event of the gold each event of the system tells, and which entities are the same."""

    gold: Side
    system: Side
    entity: dict[str, str] = field(init=False)
    pairs: list[tuple[Event, Event]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.entity = same_entities(self.gold, self.system)
        used: set[str] = set()
        ordered = sorted((e for e in self.system.key.events if e.worth), key=lambda event: event.worth)
        for event in ordered:
            hits = [hit for hit in told_by(event, self.gold.key.events) if hit.worth]
            hits.sort(key=lambda hit: (hit.id in used, -_shared(event, hit), hit.worth))
            if hits and hits[0].id not in used:
                used.add(hits[0].id)
                self.pairs.append((hits[0], event))

    def means(self, item: str | None) -> str | None:
        """The gold's entity for one of the system's; a name of its own where the gold has none."""
        return None if item is None else self.entity.get(item, f"? {item}")


def _shared(event: Event, other: Event) -> int:
    return sum(any(tells(said, span) for said in event.triggers) for span in other.triggers)


def real(key: Key) -> list[Event]:
    """The events of worth 1 and 2."""
    return [event for event in key.events if event.worth]


def asked(key: Key) -> set[str]:
    """Who is asked for: whoever has a name, or is one definite office or body."""
    return named(key) | {entity.id for entity in key.entities if entity.unique}


def loose(item: str, pairing: Pairing) -> bool:
    """Whether a participant has no name: by the gold, or by the system where the gold does not have it."""
    if item.startswith("? "):
        return item[2:] not in asked(pairing.system.key)
    return item not in asked(pairing.gold.key)
