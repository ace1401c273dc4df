"""The benchmark's scoring on hand-made cases, and its floors where the gold data is (variable GRAPHBUILDER_GOLD)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from graphbuilder.records import Document

PATH = Path(__file__).parents[2] / "benchmarks" / "entities.py"
#: Figures that must stay below their floor; all others must stay above.
CEILINGS = ("wrong merges", "wrong merges, names on their own")


@pytest.fixture(scope="module")
def benchmark_of_entities() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_of_entities", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def name(module: ModuleType, start: int, end: int, label: str, instance: str | None = None):
    return module.Name(start, end, frozenset({label}), instance)


def test_scores_of_a_hand_made_case(benchmark_of_entities: ModuleType) -> None:
    text = "The Hague sued Fenwick Ltd. in May; Fenwick shares fell."
    gold = (name(benchmark_of_entities, 0, 9, "LOC"), name(benchmark_of_entities, 15, 27, "ORG"))
    shares = name(benchmark_of_entities, 36, 43, "ORG")
    asked = benchmark_of_entities.Text(Document(text=text, id="a"), len(text), gold, modifiers=(shares,))
    found = [
        name(benchmark_of_entities, 4, 9, "ORG"),
        name(benchmark_of_entities, 15, 22, "ORG"),
        name(benchmark_of_entities, 31, 34, ""),
        shares,
    ]
    scores = benchmark_of_entities.score([asked], {"a": found})
    # of three names that are claimed two are found, one of them exactly but for its article, and one with its type
    assert scores == {"strict": 40.0, "found": 80.0, "type": 50.0}


def test_instances_of_a_hand_made_case(benchmark_of_entities: ModuleType) -> None:
    gold = {("a", 0): "x", ("a", 1): "x", ("b", 0): "y"}
    apart = benchmark_of_entities.instances(gold, {("a", 0): "1", ("a", 1): "2", ("b", 0): "3"})
    merged = benchmark_of_entities.instances(gold, {("a", 0): "1", ("a", 1): "1", ("b", 0): "1"})
    assert apart == {"instances": 80.0, "wrong merges": 0.0}
    assert merged == {"instances": 71.4, "wrong merges": 66.7}


@pytest.mark.parametrize(
    ("words", "written"),
    [("Bank of England", True), ("St. John's", True), ("3rd Battalion", False), ("the bank", False), ("We", False),
     ("Assad's brutal regime", False), ("UK-France Summit", True)],
)  # fmt: skip
def test_what_is_written_like_a_name(benchmark_of_entities: ModuleType, words: str, written: bool) -> None:
    assert benchmark_of_entities.is_name(words) is written


def test_floors(benchmark_of_entities: ModuleType) -> None:
    gold = benchmark_of_entities.gold_folder(None)
    if gold is None:
        pytest.skip("no gold data: set GRAPHBUILDER_GOLD")
    result = benchmark_of_entities.measure(gold)
    for corpus, floors in benchmark_of_entities.FLOORS.items():
        for figure, floor in floors.items():
            reached = result["graphbuilder"][corpus][figure]
            assert reached <= floor if figure in CEILINGS else reached >= floor, (corpus, figure)
            if figure in result["spaCy"][corpus]:
                plain = result["spaCy"][corpus][figure]
                assert reached < plain if figure in CEILINGS else reached > plain, (corpus, figure, "plain spaCy")
