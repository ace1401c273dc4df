"""The entities that a document names: two articles that have some in common may be about the same."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.records import Extraction
from graphbuilder.resolve.index.entity_index import EntityIndex

_NONE: frozenset[str] = frozenset()


class DocumentEntities:
    """Document → the entities (ids) that it names."""

    def __init__(self, extractions: Sequence[Extraction], entities: EntityIndex) -> None:
        of_chain = entities.of_chain
        self._all = {
            extraction.document: frozenset(
                of_chain[mention.chain] for mention in extraction.mentions if mention.chain in of_chain
            )
            for extraction in extractions
        }
        self._actors = {document: named - entities.places for document, named in self._all.items()}

    def all(self, document: str) -> frozenset[str]:
        """All entities that a document names."""
        return self._all.get(document, _NONE)

    def actors(self, document: str) -> frozenset[str]:
        """Those that are no places, people and bodies above all: they say most of what a document is about."""
        return self._actors.get(document, _NONE)
