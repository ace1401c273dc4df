"""The things that the words of a line refer to: by mention, id, name, alias, surname, or what describes them."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from graphbuilder.corrections import Correction
from graphbuilder.ids.given import Given, kept_ids
from graphbuilder.knowledge.names import fold
from graphbuilder.records import Entity, Event

Borne = TypeVar("Borne", bound=Entity | Event)
#: How many similar names a message lists.
_NEAREST = 3


class UnclearError(Exception):
    """Words that refer to nothing here, or to one of several things."""


class Bearers(Generic[Borne]):
    """Entities or events by the words that a line may name them with.

    Args:
        things: the entities or events.
        rows: lines; a name that one of them gives refers to what it is given to.
        given: the ids that the user has seen before.
    """

    def __init__(self, things: Collection[Borne], rows: Iterable[Correction], given: Given) -> None:
        kept, ever = kept_ids(things, given), frozenset(given.ids)
        self.ids: dict[str, str] = {}
        """Id by content → the id that the user knows, or that of a mention."""
        self.shared = {id_ for ids in kept.values() if len(ids) > 1 for id_ in ids}
        """The ids of things that have several."""
        self._mentions: dict[str, list[Borne]] = {}
        self._ids: dict[str, list[Borne]] = defaultdict(list)
        self._names: dict[str, list[Borne]] = defaultdict(list)
        self._aliases: dict[str, list[Borne]] = defaultdict(list)
        self._surnames: dict[str, list[Borne]] = defaultdict(list)
        self._described: dict[str, list[Borne]] = defaultdict(list)
        self._renamed = {fold(row.value): row.things[0] for row in rows if row.verb == "rename"}
        for thing in things:
            self._mentions |= {mention: [thing] for mention in thing.mentions}
            known = kept.get(thing.id) or [thing.id if thing.id not in ever else thing.mentions[0]]
            self.ids[thing.id] = known[0]
            for id_ in known:
                self._ids[id_].append(thing)
            if not getattr(thing, "named", True):
                self._described[fold(thing.name)].append(thing)
                continue
            self._names[fold(thing.name)].append(thing)
            for alias in getattr(thing, "aliases", ()):
                self._aliases[fold(alias)].append(thing)
            if thing.type == "person" and " " in thing.name:
                self._surnames[fold(thing.name).split()[-1]].append(thing)

    def __contains__(self, words: str) -> bool:
        return bool(self._found(words))

    def all(self, words: str) -> list[Borne]:
        """The things that words refer to; at least one.

        Raises:
            UnclearError: there is none.
        """
        found = self._found(words)
        if not found:
            near = difflib.get_close_matches(fold(words), sorted({*self._names, *self._aliases}), n=_NEAREST)
            raise UnclearError(f"nothing here is named {words!r}" + (f"; nearest: {', '.join(near)}" if near else ""))
        return found

    def one(self, words: str) -> Borne:
        """The only thing that words refer to.

        Raises:
            UnclearError: there is none, or several.
        """
        found = self.all(words)
        if len(found) > 1:
            listed = "; ".join(f"{self.ids[thing.id]} ({thing.name}, {thing.type})" for thing in found)
            raise UnclearError(f"{words!r} may be any of: {listed}; name one by its id, or by that of a mention")
        return found[0]

    def _found(self, words: str) -> list[Borne]:
        """The things of this name, or of the one that a line replaces by it."""
        return self._things(words) or self._things(self._renamed.get(fold(words), ""))

    def _things(self, words: str) -> list[Borne]:
        """As `EventGraph.bearers` finds them: by id, else by name, alias, or surname; then those only described so."""
        if words in self._mentions or words in self._ids:
            return self._mentions.get(words) or self._ids[words]
        tables = (self._names, self._aliases, self._surnames, self._described)
        return next((table[fold(words)] for table in tables if fold(words) in table), [])
