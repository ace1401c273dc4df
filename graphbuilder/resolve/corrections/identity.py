"""Corrections of identity: which things are one or two, left out, renamed or of another type.

The things are first built without them, so that a line can name them by name, alias and id; then again with the user's
judgements, which come before all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graphbuilder.corrections import OF_EVENTS, Correction, check_apart
from graphbuilder.ids.given import Given
from graphbuilder.knowledge.names import fold, slug
from graphbuilder.records import Entity, Event, Judgement
from graphbuilder.resolve.cluster.constrained import Side
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.corrections.lookup import Bearers, UnclearError
from graphbuilder.resolve.verdicts import DIFFERENT, SAME

Thing = TypeVar("Thing", Entity, Event)
Cluster = EntityCluster | EventCluster

#: Verbs that may refer to several things of one name at once.
_OF_ALL = frozenset({"ignore", "type"})
#: The user's judgements are certain, and so is what follows from them.
_CERTAIN = 1.0


@dataclass(slots=True)
class Identity:
    """What the lines say of the identity of some things."""

    judgements: list[Judgement] = field(default_factory=list)
    cannot_link: dict[str, set[Side]] = field(default_factory=lambda: defaultdict(set))
    """Cluster → the ends of cannot-links that it is at."""
    rows_of: dict[str, list[Correction]] = field(default_factory=lambda: defaultdict(list))
    """Cluster → the lines on what it belongs to."""
    unknown: dict[Correction, str] = field(default_factory=dict)
    """The lines that refer to none of the things → why."""

    def is_ignored(self, group: Iterable[Cluster]) -> bool:
        """Whether a line leaves out what these clusters are."""
        return any(row.verb == "ignore" for row in self.rows(cluster.id for cluster in group))

    def rows(self, ids: Iterable[str]) -> list[Correction]:
        """The lines on what these clusters, or mentions, belong to."""
        return list(dict.fromkeys(row for id_ in ids for row in self.rows_of.get(id_, ())))

    def corrected(self, thing: Thing, group: Iterable[Cluster]) -> Thing:
        """The thing with the name and type that the user gives it, and the lines that say so."""
        for row in sorted(self.rows(cluster.id for cluster in group), key=lambda row: row.line):
            if row.verb == "rename":
                thing = _renamed(thing, row.value)
            if row.verb == "type":
                thing = replace(thing, type=row.value)
            thing = replace(thing, corrections=(*thing.corrections, str(row)))
        return thing


def with_identity(
    build: Callable[[Identity], dict[str, Thing]], rows: Sequence[Correction], clusters: Sequence[Cluster], given: Given
) -> tuple[dict[str, Thing], Identity]:
    """The things as the user wants them, and what the lines say of their identity.

    Args:
        build: makes the things, by id, from clusters and what the user says.
        rows: the lines.
        clusters: what the things are made of.
        given: the ids that the user has seen before.

    Raises:
        InputError: two lines contradict each other.
    """
    identity = Identity()
    things = build(identity)
    if rows:
        identity = _read(rows, things.values(), clusters, given)
        things = build(identity)
    return things, identity


def _read(
    rows: Sequence[Correction], things: Collection[Entity | Event], clusters: Sequence[Cluster], given: Given
) -> Identity:
    """What the lines say of things that were built without them."""
    identity, found = Identity(), _Clusters(things, clusters, rows, given)
    subjects: list[tuple[Correction, list[list[str]]]] = []
    for row in rows:
        try:
            subjects.append((row, [found.of(words, row.verb) for words in _subjects(row)]))
        except UnclearError as error:
            identity.unknown[row] = str(error)
    divided: list[list[str]] = []
    for at, (row, ids) in enumerate(subjects):
        if row.verb == DIFFERENT:
            subjects[at] = row, found.sides(row, ids)
            divided += subjects[at][1] if set(ids[0]) & set(ids[1]) else []
    taken_out = {id_ for row, ids in subjects if row.verb == DIFFERENT for id_ in min(ids, key=len)}
    identity.judgements += _rest_stays_one(divided, taken_out)
    for at, (row, ids) in enumerate(subjects):
        if row.verb in (SAME, "rename"):  # one cluster stands for the thing, none that was taken out of it
            subjects[at] = row, [[min(one, key=lambda id_: (id_ in taken_out, id_))] for one in ids]
    check_apart((row, [set(one) for one in ids]) for row, ids in subjects)
    for row, ids in subjects:
        _apply(identity, row, ids)
    return identity


def _subjects(row: Correction) -> tuple[str, ...]:
    """The things that a line is about; of a fact of an event, the event alone."""
    return row.things[:1] if row.verb in OF_EVENTS else row.things


def _rest_stays_one(divided: Iterable[Sequence[str]], taken_out: set[str]) -> Iterator[Judgement]:
    """The judgements by which the rest of a divided thing stays one, although what linked it may be taken out."""
    reason = "one thing before another was told apart from it"
    for part in divided:
        first, *others = sorted(set(part) - taken_out) or [""]
        yield from (Judgement(first, other, SAME, _CERTAIN, reason) for other in others)


def _apply(identity: Identity, row: Correction, subjects: Sequence[Sequence[str]]) -> None:
    """Add a line to what is said of the clusters of its subjects."""
    for end, ids in enumerate(subjects):
        identity.rows_of[min(ids)].append(row)
        for id_ in ids if row.verb == DIFFERENT else ():
            identity.cannot_link[id_].add((row, end))
    if row.verb in (SAME, DIFFERENT):
        first, *others = (min(ids) for ids in subjects)
        for other in others:
            left, right = sorted((first, other))
            if left != right:
                identity.judgements.append(Judgement(left, right, row.verb, _CERTAIN, str(row), "user"))
    if row.verb in _OF_ALL:
        for id_ in subjects[0]:
            if row not in identity.rows_of[id_]:
                identity.rows_of[id_].append(row)


def _renamed(thing: Thing, name: str) -> Thing:
    if isinstance(thing, Event):
        return replace(thing, name=name, aside="")
    others = (thing.name, *thing.aliases) if thing.named else thing.aliases
    aliases = sorted({alias for alias in others if fold(alias) != fold(name)})
    return replace(thing, id=slug(name) or thing.id, name=name, aliases=tuple(aliases), named=True)


class _Clusters:
    """The clusters of a collection by the words of a line."""

    def __init__(
        self,
        things: Collection[Entity | Event],
        clusters: Sequence[Cluster],
        rows: Iterable[Correction],
        given: Given,
    ) -> None:
        self._bearers: Bearers[Entity | Event] = Bearers(things, rows, given)
        self._cluster_of = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
        for mention, id_ in given.anchors.items():  # what the user has seen as two may be one without the lines
            if id_ in self._bearers.shared and mention in self._cluster_of:
                self._cluster_of.setdefault(id_, self._cluster_of[mention])
        self._names = {cluster.id: {fold(name) for name in getattr(cluster, "names", ())} for cluster in clusters}

    def of(self, words: str, verb: str) -> list[str]:
        """The clusters (ids) of the thing that words refer to."""
        if words in self._cluster_of:
            return [self._cluster_of[words]]
        found = self._bearers.all(words) if verb in _OF_ALL else [self._bearers.one(words)]
        return sorted({self._cluster_of[mention] for thing in found for mention in thing.mentions})

    def sides(self, row: Correction, subjects: list[list[str]]) -> list[list[str]]:
        """The clusters of two things that were taken for one: those that have each name, or one and the rest."""
        left, right = (set(ids) for ids in subjects)
        if not left & right:
            return subjects
        if left == right:
            left, right = ({id_ for id_ in left if fold(name) in self._names[id_]} or left for name in row.things)
        if left < right or (left != right and len(left) < len(right)):
            right -= left
        else:
            left -= right
        return [sorted(left), sorted(right)]
