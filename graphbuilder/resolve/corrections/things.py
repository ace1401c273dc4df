"""The user's corrections in this collection: which things their words mean, and what they make of these.

The things are first put together without them, so that names, aliases and ids can be looked up; then again with the
user's judgements, which come before all others.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from graphbuilder.corrections import OF_EVENTS, Correction, check_apart
from graphbuilder.knowledge.names import fold, slug
from graphbuilder.records import Entity, Event, EventMention, Extraction, Judgement, Mention
from graphbuilder.resolve.cluster.clusters import EntityCluster
from graphbuilder.resolve.cluster.connect import Side

Thing = TypeVar("Thing", Entity, Event)
Borne = TypeVar("Borne", bound=Entity | Event)
Chained = TypeVar("Chained", Mention, EventMention)

#: Verbs that may mean several things of one name at once.
_OF_ALL = frozenset({"ignore", "type"})


class Told(Protocol):
    """What clusters of entities and of events have in common."""

    @property
    def id(self) -> str:
        """That of its first mention."""

    @property
    def mentions(self) -> Sequence[Mention | EventMention]:
        """Where it is told."""


@dataclass(slots=True)
class UserWord:
    """What the lines of a file mean for some things."""

    judgements: list[Judgement] = field(default_factory=list)
    sides: dict[str, set[Side]] = field(default_factory=lambda: defaultdict(set))
    values: dict[str, list[Correction]] = field(default_factory=lambda: defaultdict(list))
    """Cluster → the lines on what it belongs to."""
    unknown: dict[Correction, str] = field(default_factory=dict)
    """The lines that mean none of them → why."""

    def ignores(self, group: Iterable[Told]) -> bool:
        """Whether a line leaves out what these clusters are."""
        return any(row.verb == "ignore" for row in self.rows(cluster.id for cluster in group))

    def rows(self, names: Iterable[str]) -> list[Correction]:
        """The lines on what these clusters, and mentions, belong to."""
        return list(dict.fromkeys(row for name in names for row in self.values.get(name, ())))

    def corrected(self, thing: Thing, group: Iterable[Told]) -> Thing:
        """The thing as the user wants it to be called and typed, with the lines that say so."""
        for row in sorted(self.rows(cluster.id for cluster in group), key=lambda one: one.line):
            if row.verb == "rename":
                thing = _renamed(thing, row.value)
            if row.verb == "type":
                thing = replace(thing, type=row.value)
            thing = replace(thing, corrections=(*thing.corrections, str(row)))
        return thing


def read_word(rows: Sequence[Correction], things: Iterable[Entity | Event], clusters: Iterable[Told]) -> UserWord:
    """What the lines mean for these things, which were put together from these clusters without them.

    Raises:
        InputError: two lines contradict each other.
    """
    word, known = UserWord(), _Known(things, clusters, rows)
    meant: list[tuple[Correction, list[list[str]]]] = []
    for row in rows:
        try:
            meant.append((row, [known.clusters(thing, row.verb) for thing in _subjects(row)]))
        except UnclearError as error:
            word.unknown[row] = str(error)
    parts: list[list[str]] = []
    for at, (row, found) in enumerate(meant):
        if row.verb == "different":
            meant[at] = row, known.sides(row, found)
            parts += meant[at][1] if set(found[0]) & set(found[1]) else []
    taken_out = {one for row, found in meant if row.verb == "different" for one in min(found, key=len)}
    word.judgements += _still_one(parts, taken_out)
    for at, (row, found) in enumerate(meant):
        if row.verb in ("same", "rename"):
            meant[at] = row, [[min(one, key=lambda name: (name in taken_out, name))] for one in found]
    check_apart((row, [set(one) for one in found]) for row, found in meant)
    for row, found in meant:
        _tell(word, row, found)
    return word


def _subjects(row: Correction) -> tuple[str, ...]:
    """What a line is about: of what is told of an event the event alone."""
    return row.things[:1] if row.verb in OF_EVENTS else row.things


def _still_one(parts: Iterable[Sequence[str]], taken_out: set[str]) -> Iterator[Judgement]:
    """What is left of a thing stays one, also where it was tied together by what the user has taken out."""
    reason = "one thing before another was told apart from it"
    for part in parts:
        first, *others = sorted(set(part) - taken_out) or [""]
        yield from (Judgement(first, other, "same", 1.0, reason) for other in others)


def _tell(word: UserWord, row: Correction, found: list[list[str]]) -> None:
    for side, names in enumerate(found):
        word.values[min(names)].append(row)
        for name in names if row.verb == "different" else ():
            word.sides[name].add((row, side))
    if row.verb in ("same", "different"):
        first, *others = (min(names) for names in found)
        for other in others:
            left, right = sorted((first, other))
            if left != right:
                word.judgements.append(Judgement(left, right, row.verb, 1.0, str(row), "user"))
    if row.verb in _OF_ALL:
        for name in found[0]:
            if row not in word.values[name]:
                word.values[name].append(row)


def _renamed(thing: Thing, name: str) -> Thing:
    if isinstance(thing, Event):
        return replace(thing, name=name)
    aliases = sorted({one for one in (thing.name, *thing.aliases) if fold(one) != fold(name)})
    return replace(thing, id=slug(name) or thing.id, name=name, aliases=tuple(aliases))


class UnclearError(Exception):
    """Words that mean nothing here, or one of several things."""


class Bearers(Generic[Borne]):
    """Bornes to be looked up by the words of a line: a mention (id), an id, a name, an alias or a surname."""

    def __init__(self, things: Iterable[Borne], rows: Iterable[Correction]) -> None:
        self._mentions: dict[str, list[Borne]] = {}
        self._ids: dict[str, list[Borne]] = defaultdict(list)
        self._names: dict[str, list[Borne]] = defaultdict(list)
        self._aliases: dict[str, list[Borne]] = defaultdict(list)
        self._surnames: dict[str, list[Borne]] = defaultdict(list)
        self._new = {fold(row.value): row.things[0] for row in rows if row.verb == "rename"}
        for thing in things:
            self._mentions |= {mention: [thing] for mention in thing.mentions}
            self._ids[thing.id].append(thing)
            self._names[fold(thing.name)].append(thing)
            for alias in getattr(thing, "aliases", ()):
                self._aliases[fold(alias)].append(thing)
            if thing.type == "person" and " " in thing.name:
                self._surnames[fold(thing.name).split()[-1]].append(thing)

    def __contains__(self, words: str) -> bool:
        return bool(self._things(words) or self._things(self._new.get(fold(words), "")))

    def all(self, words: str) -> list[Borne]:
        """The things that are meant; at least one.

        Raises:
            UnclearError: there is none.
        """
        found = self._things(words) or self._things(self._new.get(fold(words), ""))
        if not found:
            near = difflib.get_close_matches(fold(words), sorted({*self._names, *self._aliases}), n=3)
            raise UnclearError(f"nothing here is named {words!r}" + (f"; nearest: {', '.join(near)}" if near else ""))
        return found

    def one(self, words: str) -> Borne:
        """The thing that is meant.

        Raises:
            UnclearError: there is none, or several.
        """
        found = self.all(words)
        if len(found) > 1:
            listed = "; ".join(f"{one.id} ({one.name}, {one.type})" for one in found)
            raise UnclearError(f"{words!r} may be any of: {listed}; name one by its id, or by that of a mention")
        return found[0]

    def _things(self, words: str) -> list[Borne]:
        """As `EventGraph.bearers` finds them: by id, else by name, alias, or surname."""
        if words in self._mentions or words in self._ids:
            return self._mentions.get(words) or self._ids[words]
        tables = (self._names, self._aliases, self._surnames)
        return next((table[fold(words)] for table in tables if fold(words) in table), [])


class _Known:
    """The clusters of a collection, to be looked up by the words of a line."""

    def __init__(self, things: Iterable[Entity | Event], clusters: Iterable[Told], rows: Iterable[Correction]) -> None:
        self._bearers: Bearers[Entity | Event] = Bearers(things, rows)
        self._cluster_of = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
        self._bearing: dict[str, set[str]] = defaultdict(set)
        for cluster in clusters:
            for name in getattr(cluster, "names", ()):
                self._bearing[cluster.id].add(fold(name))

    def clusters(self, words: str, verb: str) -> list[str]:
        """The clusters of the thing that is meant."""
        if words in self._cluster_of:
            return [self._cluster_of[words]]
        found = self._bearers.all(words) if verb in _OF_ALL else [self._bearers.one(words)]
        return sorted({self._cluster_of[mention] for thing in found for mention in thing.mentions})

    def sides(self, row: Correction, found: list[list[str]]) -> list[list[str]]:
        """What two things that were taken for one are each: the rest of it, or the clusters that bear each name."""
        left, right = (set(one) for one in found)
        if not left & right:
            return found
        if left == right:
            left, right = ({one for one in left if fold(name) in self._bearing[one]} or left for name in row.things)
        if left < right or (left != right and len(left) < len(right)):
            right -= left
        else:
            left -= right
        return [sorted(left), sorted(right)]


# --- what is corrected before things are put together -----------------------------------------------------------------


def typed(clusters: Sequence[EntityCluster], rows: Iterable[Correction]) -> list[EntityCluster]:
    """The clusters with the types that the user gives their names."""
    types = {fold(row.things[0]): row.value for row in rows if row.verb == "type"}
    return [replace(one, type=types.get(fold(one.name), one.type)) for one in clusters]


def parted(extraction: Extraction, rows: Iterable[Correction]) -> Extraction:
    """The extraction with chains cut where they hold two things that the user tells apart."""
    for row in rows:
        if row.verb == "different":
            mentions, events = _cut(extraction.mentions, row.things), _cut(extraction.events, row.things)
            extraction = replace(extraction, mentions=mentions, events=events)
    return extraction


def _cut(mentions: tuple[Chained, ...], things: Sequence[str]) -> tuple[Chained, ...]:
    """The mentions of the second thing as a chain of their own, where one chain has both.

    A mention told apart from its own name ("John Smith" in b.txt from John Smith) takes the whole chain with it.
    """
    first, second = ([one for one in mentions if _is(one, words)] for words in things)
    chains = {one.chain for one in first} & {one.chain for one in second}
    if not chains or set(first) & set(second):
        return mentions
    names = {fold(one.text) for one in second} - {fold(one.text) for one in first}
    gone = {one.id for one in second} | {one.id for one in mentions if _form(one) == "name" and fold(one.text) in names}
    cut = [replace(one, chain=f"{one.chain}/") if one.chain in chains and one.id in gone else one for one in mentions]
    leader: dict[str, str] = {}
    for one in cut:
        leader.setdefault(one.chain, one.id)
    return tuple(replace(one, chain=leader[one.chain]) for one in cut)


def _is(mention: Mention | EventMention, words: str) -> bool:
    return mention.id == words or (_form(mention) == "name" and fold(mention.text) == fold(words))


def _form(mention: Mention | EventMention) -> str:
    return mention.form if isinstance(mention, Mention) else "event"
