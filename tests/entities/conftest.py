"""What the tests of this folder share: short texts read in one batch, readings made by hand, views of what was found.

What is read by rules alone is tested with names that the reader finds (`read_entities`) or that a test gives
(`read_by_hand`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest

from graphbuilder.entities import Found, find_entities
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import KINDS, TYPES, Reading, Spot, reader
from graphbuilder.reader.words import Words, words_of
from graphbuilder.records import Document, Extraction, Mention
from graphbuilder.syntax.parse import Parse

TIES = ("includes", "represents")
#: Words of a text that mention something, what they are (of KINDS, TYPES) and, if not 1, the how-manieth place.
Row = Sequence


class EntityView:
    """The mentions of one text, looked up by their words; where some stand twice, the last is meant."""

    def __init__(self, found: Found) -> None:
        self.mentions = found.mentions
        self.relations = found.relations
        self.by_token = found.by_token
        self._by_id = {one.id: one for one in found.mentions}

    def names(self) -> list[str]:
        return [f"{one.text} {one.label}" for one in self.mentions if one.form == "name"]

    def last(self, text: str) -> Mention | None:
        return next((one for one in reversed(self.mentions) if one.text == text), None)

    def refers(self, text: str) -> str:
        """What a mention points back to: the first name of its chain; else nothing."""
        mention = self.last(text)
        if mention is None:
            return ""
        chain = [one for one in self.chain(mention) if one.form == "name" and one is not mention]
        return chain[0].text if chain else ""

    def chain(self, mention: Mention) -> list[Mention]:
        """All mentions of the same thing."""
        return [one for one in self.mentions if one.chain == mention.chain]

    def ties(self) -> set[str]:
        return {
            f"{self._called(one.source)} {one.type} {self._called(one.target)}"
            for one in self.relations
            if one.type not in TIES
        }

    def ties_of_names(self) -> set[str]:
        """The ties between two names."""
        names = {one.id for one in self.mentions if one.form == "name"}
        return {
            f"{self._called(one.source)} {one.type} {self._called(one.target)}"
            for one in self.relations
            if one.type not in TIES and {one.source, one.target} <= names
        }

    def _called(self, mention: str) -> str:
        chain = self.chain(self._by_id[mention])
        one = next((one for one in chain if one.form == "name"), chain[0])
        entry = known(one.text)
        return entry.name if entry is not None and one.method != "metonymy" else one.text


class _NoPieces:
    """Word pieces where no encoder will ask for them."""

    unknown = 0

    def __call__(self, word: str) -> tuple[int, ...]:
        return ()


def reading_of(one: Parse, chains: Iterable[Sequence[Row]]) -> Reading:
    """What the reader might have read: chains of mentions, each told by its words."""
    words = words_of(one, _NoPieces())  # type: ignore[arg-type]
    told = [[_spot(one.document.text, words, *row) for row in chain] for chain in chains]
    spots = sorted({spot for chain in told for spot in chain}, key=lambda spot: (spot.last, spot.first))
    ordered = (tuple(sorted(spots.index(spot) for spot in chain)) for chain in told)
    return Reading(words, tuple(spots), tuple(sorted(ordered)), (0.75,) * len(spots), ())


def _spot(text: str, words: Words, told: str, kind: str, type_: str, number: int = 1) -> Spot:
    places = list(re.finditer(rf"(?<!\w){re.escape(told)}(?!\w)", text))
    found = words.span(*places[number - 1].span())
    assert found is not None
    return Spot(*found, KINDS.index(kind), TYPES.index(type_))


def parsed(texts: Iterable[str], model: str = DEFAULT_MODEL) -> list[Parse]:
    """Texts, parsed."""
    return list(parse([Document(text=text, id=f"d{at}") for at, text in enumerate(texts)], model, 128))


@pytest.fixture(scope="session")
def read_entities():
    """Reads the texts of a table (its first column) in one batch; returns their views by text."""

    def read(table: Iterable) -> dict[str, EntityView]:
        texts = dict.fromkeys(getattr(row, "values", row)[0] for row in table)
        return {one.document.text: EntityView(find_entities(one, reader().read(one, ()), ())) for one in parsed(texts)}

    return read


@pytest.fixture(scope="session")
def read_by_hand():
    """Reads a text of which the reader says no more than some chains."""

    def read(text: str, *chains: Sequence[Row], model: str = DEFAULT_MODEL) -> EntityView:
        (one,) = parsed([text], model)
        return EntityView(find_entities(one, reading_of(one, chains), ()))

    return read


@pytest.fixture(scope="session")
def names_alone():
    """The Extraction of a parsed document of which nothing is read but names and their ties."""

    def read(one: Parse, reading: Reading | None = None) -> Extraction:
        found = find_entities(one, reading or reader().read(one, ()), ())
        about = one.given
        return Extraction(
            document=about.id,
            title=about.title,
            published=about.published,
            source=about.source,
            language=about.language,
            sentences=one.sentences,
            zones=about.zones,
            mentions=found.mentions,
            times=(),
            events=(),
            relations=found.relations,
        )

    return read


@pytest.fixture(scope="session")
def hand_reading():
    """Makes the reading of a parsed document from chains that are told by their words."""
    return lambda one, *chains: reading_of(one, chains)
