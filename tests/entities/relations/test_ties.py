"""What is lastingly between two names, over the table ties.yaml: shares, and the floors of these.

    python tests/entities/relations/test_ties.py

prints the shares as they are now, and the rows that are read otherwise; the floors in the table are 3 points lower.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import graphbuilder as gb
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import Extraction, RelationMention

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("ties.yaml").read_text("utf-8"))
FLOORS: dict[str, float] = TABLE["floors"]
#: Polarity, modality and whether it is over → how the table calls it.
STANDINGS = {
    ("POS", "ACTUAL", False): "true",
    ("POS", "ACTUAL", True): "ended",
    ("POS", "PLANNED", False): "planned",
    ("NEG", "ACTUAL", False): "denied",
    ("POS", "POSSIBLE", False): "possible",
}
#: Ties between events, and those that names alone tell.
OTHERS = ("refers_to", "causes", "alias")


class Read:
    """The ties that were read in one sentence."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        mentions = {one.id for one in extraction.mentions}
        self.ties = [one for one in extraction.relations if one.type not in OTHERS and one.source in mentions]

    def told(self) -> set[str]:
        return {f"{self._called(one.source)} {one.type} {self._called(one.target)}" for one in self.ties}

    def named(self) -> set[str]:
        """Those between two that have names."""
        return {f"{self._called(one.source)} {one.type}" for one in self.ties if self._has_names(one)}

    def held(self) -> set[str | None]:
        times = {one.id: one.interval.edtf for one in self._extraction.times if one.interval}
        return {times.get(one.time or "") for one in self.ties}

    def standing(self) -> str | None:
        first = self.ties[0] if self.ties else None
        return STANDINGS[first.polarity, first.modality, first.former] if first else None

    def _has_names(self, tie: RelationMention) -> bool:
        return all(any(one.form == "name" for one in self._chain(end)) for end in (tie.source, tie.target))

    def _chain(self, mention: str) -> list[Any]:
        chain = next(one.chain for one in self._extraction.mentions if one.id == mention)
        return [one for one in self._extraction.mentions if one.chain == chain]

    def _called(self, mention: str) -> str:
        chain = self._chain(mention)
        one = next((one for one in chain if one.form == "name"), chain[0])
        entry = known(one.text)
        return entry.name if entry is not None and one.method != "metonymy" else one.text


def rows() -> Iterator[tuple[str, str, Any]]:
    """Layer, sentence, and what is asked of it."""
    yield from (("stated", text, set(ties)) for text, ties in TABLE["stated"].items())
    yield from (("nothing", text, set()) for text in TABLE["nothing"])
    yield from (("held", text, edtf) for text, edtf in TABLE["held"].items())
    yield from (("not held", text, None) for text in TABLE["not held"])
    yield from (("standing", text, standing) for standing, texts in TABLE["standing"].items() for text in texts)


def right(layer: str, found: Read, asked: Any) -> bool:
    if layer == "stated":
        return bool(asked <= found.told())
    if layer == "nothing":
        return not found.named()
    if layer in ("held", "not held"):
        return asked in found.held() if layer == "held" else found.held() <= {None}
    return found.standing() == asked


def answers() -> dict[str, list[tuple[bool, str]]]:
    """For each layer whether each sentence is read as asked."""
    texts = list(dict.fromkeys(text for _, text, _ in rows()))
    documents = [gb.Document(text=text, id=f"d{at}", published=date(2022, 11, 29)) for at, text in enumerate(texts)]
    read = dict(zip(texts, map(Read, gb.extract(documents)), strict=True))
    found: dict[str, list[tuple[bool, str]]] = {}
    for layer, text, asked in rows():
        shown = f"{text} {sorted(read[text].told())}"
        found.setdefault(layer, []).append((right(layer, read[text], asked), shown))
    return found


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return shares(answers())


def shares(of: dict[str, list[tuple[bool, str]]]) -> dict[str, float]:
    return {layer: round(100 * sum(ok for ok, _ in given) / len(given), 1) for layer, given in of.items()}


@pytest.mark.parametrize("layer", FLOORS)
def test_shares(measured: dict[str, float], layer: str) -> None:
    assert measured[layer] >= FLOORS[layer]


def test_every_floor_is_of_a_layer_with_rows() -> None:
    assert {layer for layer, _, _ in rows()} == set(FLOORS)
    assert min(FLOORS.values()) > 0


if __name__ == "__main__":
    for layer, given in answers().items():
        print(layer, shares({layer: given})[layer])
        print(*(f"    {shown}" for ok, shown in given if not ok), sep="\n")
