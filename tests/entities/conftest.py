"""What the tests of this folder share: short texts read in one batch, and views of what was found in them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graphbuilder.entities import find_entities
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import reader
from graphbuilder.records import Document, Mention
from graphbuilder.times import time_expressions

TIES = ("includes", "represents")


class EntityView:
    """The mentions of one text, looked up by their words; where some stand twice, the last is meant."""

    def __init__(self, found):
        self.mentions = found.mentions
        self.relations = found.relations
        self._by_id = {one.id: one for one in found.mentions}

    def names(self) -> list[str]:
        return [f"{one.text} {one.label}" for one in self.mentions if one.form == "name"]

    def last(self, text: str) -> Mention | None:
        return next((one for one in reversed(self.mentions) if one.text == text), None)

    def refers(self, text: str) -> str:
        """What a mention points back to: the first name of its chain, or the members of a group; else nothing."""
        mention = self.last(text)
        if mention is None:
            return ""
        first = self._by_id[mention.chain]
        tied = [one for one in self.relations if one.type in TIES and self._by_id[one.source].chain == first.id]
        if tied:
            return ", ".join(dict.fromkeys(sorted(self._by_id[one.target].text for one in tied)))
        chain = [one for one in self.mentions if one.chain == first.id and one.form == "name" and one is not mention]
        return chain[0].text if chain else ""

    def ties(self) -> set[str]:
        return {
            f"{self._called(one.source)} {one.type} {self._called(one.target)}"
            for one in self.relations
            if one.type not in TIES
        }

    def _called(self, mention: str) -> str:
        chain = [one for one in self.mentions if one.chain == self._by_id[mention].chain]
        one = next((one for one in chain if one.form == "name"), chain[0])
        entry = known(one.text)
        return entry.name if entry is not None and one.method != "metonymy" else one.text


def _found(one):
    times = time_expressions(one.document, one.sentences, one.doc)
    return find_entities(one, reader().read(one, times))


@pytest.fixture(scope="session")
def read_entities():
    """Reads the texts of a table (its first column) in one batch; returns their views by text."""

    def read(table: Iterable) -> dict[str, EntityView]:
        texts = dict.fromkeys(getattr(row, "values", row)[0] for row in table)
        documents = [Document(text=text, id=f"d{at}") for at, text in enumerate(texts)]
        return {one.document.text: EntityView(_found(one)) for one in parse(documents, batch_size=128)}

    return read
