"""The stores among what the user names in place of articles: what was read in them, beside other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from graphbuilder.corrections import Corrections
from graphbuilder.documents import Problem
from graphbuilder.errors import OutputError
from graphbuilder.extract import Report
from graphbuilder.ids.given import NOTHING_GIVEN, Given
from graphbuilder.ids.lasting import lasting_ids
from graphbuilder.ids.renamed import with_lasting_ids
from graphbuilder.records import Document, Entity, Event, Extraction, Resolution
from graphbuilder.store.database import is_store
from graphbuilder.store.rows import columns
from graphbuilder.store.slices import Question, articles_of, files_of, unknown
from graphbuilder.store.store import Store
from graphbuilder.store.together import Together


def parted(sources: Any) -> tuple[list[Store], Any]:
    """The stores among the sources, by path or open, and the other sources; None where there is none."""
    if _is_one(sources):
        return [sources if isinstance(sources, Store) else Store(sources)], None
    if isinstance(sources, str) or not isinstance(sources, Sequence) or not any(map(_is_one, sources)):
        return [], sources
    stores = dict.fromkeys(one for one in sources if _is_one(one))
    others = [one for one in sources if not _is_one(one)]
    return [one if isinstance(one, Store) else Store(one) for one in stores], others or None


def _is_one(source: Any) -> bool:
    return isinstance(source, Store) or is_store(source)


#: No question: all articles are taken.
_EVERYTHING = Question()


class Kept:
    """What is in stores, for a build; of two articles with one id the first is taken.

    Args:
        stores: in their order.
        corrections: of the user; left out, those that the stores keep.
        report: is told of each document that is left out.
        note: is told of what the user should know.
        question: only the articles that bear on it are taken.
    """

    def __init__(
        self,
        stores: Sequence[Store],
        corrections: Corrections | None,
        report: Report,
        note: Report,
        question: Question = _EVERYTHING,
    ) -> None:
        self._stores, self._report, self._note, self._question = stores, report, note, question
        self._hashes: dict[str, str] = {}
        self._state: str | None = None
        self.corrections = corrections if corrections is not None else _joined([one.corrections() for one in stores])

    def extractions(self) -> Iterator[Extraction]:
        """What was read in the articles of all stores that bear on the question."""
        if self._question and (bearing := self.count()):
            told = f"{bearing} of {sum(map(len, self._stores))} articles bear on what is asked and are put together"
            self._note(Problem(files_of(self._stores), told, "note"))
        for store, numbers in zip(self._stores, self._numbers, strict=True):
            self._note_stale(store)
            first = {id for id, hash in store.hashes().items() if self._is_first(id, hash)}
            yield from (one for one in store.extractions(numbers) if one.document in first)
            store.close()

    def resolution(self) -> Resolution | None:
        """What all articles of the only store say together, where they, and the corrections, are those of last time."""
        if len(self._stores) != 1 or self._question:
            return None
        [store] = self._stores
        self._state = store.state(self.corrections)
        found = store.together(self._state)
        if found is not None:
            self._note_stale(store)
            self._hashes = store.hashes()
            for note in found.notes:
                self._note(note)
        return None if found is None else found.resolution

    def keep(self, resolution: Resolution, notes: Sequence[Problem]) -> None:
        """Keep what `resolution` asked for in vain, and was put together instead."""
        if self._state is not None:
            with suppress(OutputError):  # of a store that may only be read it is put together each time
                self._stores[0].keep_together(Together(resolution, notes), self._state, self.corrections)

    def count(self) -> int:
        """How many articles of the stores bear on the question."""
        pairs = zip(self._stores, self._numbers, strict=True)
        return sum(len(store) if numbers is None else len(numbers) for store, numbers in pairs)

    def check(self) -> None:
        """See that an article of the stores has the name that is asked about.

        Raises:
            UnknownName: none has; the message has words that are nearly those of the name.
        """
        if self._stores and self._question.about is not None and not self.count():
            raise unknown(self._stores, self._question.about)

    @cached_property
    def _numbers(self) -> Sequence[set[int] | None]:
        """Of each store the numbers of the articles that bear on the question; None is all."""
        if not self._question:
            return [None] * len(self._stores)
        return articles_of(self._stores, self._question, self.corrections)

    def others(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents that no store has."""
        return (one for one in documents if not self._stores or self._is_first(one.id, columns(one, "")["hash"]))

    def given(self, documents: Iterable[str]) -> Given:
        """The ids that lines of the corrections may mean in these articles: those of the first store."""
        return self._stores[0].given_ids(documents) if self._stores and self.corrections.rows else NOTHING_GIVEN

    def with_lasting_ids(self, resolution: Resolution) -> Resolution:
        """What was put together, under the ids of the first store, which keeps new ones where nothing else was read."""
        if not self._stores:
            return resolution
        store = self._stores[0]
        things: list[Entity | Event] = [*resolution.entities, *resolution.events]
        read = {one.document: self._hashes.get(one.document, "") for one in resolution.documents}
        try:
            found = store.give_ids(things, read)
        except OutputError as error:
            self._note(Problem(store.path.name, f"new ids of entities and events are not kept: {error}", "note"))
            found = lasting_ids(things, store.given_ids(read))
        store.close()
        return with_lasting_ids(resolution, found)

    def _note_stale(self, store: Store) -> None:
        """Say how many articles of a store are to be read anew."""
        if count := len(store.stale(self.corrections)):
            given = " --corrections FILE" if self.corrections != store.corrections() else ""
            told = f"{count} of {len(store)} articles were read by another version or model, or with other corrections"
            remedy = f"graphbuilder add --store {store.path}{given} reads them anew"
            self._note(Problem(store.path.name, f"{told}; {remedy}", "note"))

    def _is_first(self, id: str, hash: str) -> bool:
        """Whether no article before has this id; one with another content is reported."""
        if id not in self._hashes:
            self._hashes[id] = hash
            return True
        if self._hashes[id] != hash:
            self._report(Problem(id, "another article, of a store, has this id; add this one to it with --prefix NAME"))
        return False


def _joined(kept: Sequence[Corrections]) -> Corrections:
    """The lines of several stores, each once."""
    parts = ([line for one in kept for line in getattr(one, part)] for part in ("rows", "names", "documents"))
    return Corrections(*(tuple(dict.fromkeys(part)) for part in parts))
