"""The benchmark's scoring on hand-made cases, and its floors where the gold data is (variable GRAPHBUILDER_GOLD)."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from graphbuilder.records import Document

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def benchmark_module() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        return importlib.import_module("events")


@pytest.fixture
def case(benchmark_module: ModuleType):
    """ "Apple sued Samsung and said it will appeal": sued is asked for, said is neutral, appeal is ahead."""
    text = "Apple sued Samsung and said it will appeal."

    def event(name: str, word: str, **facts: str) -> dict[str, object]:
        return {"id": name, "b": text.index(word), "e": text.index(word) + len(word), "polarity": "POS", **facts}

    gold = benchmark_module.Gold(
        document=Document(text=text),
        end=len(text),
        events=[event("1", "sued", time="NON_FUTURE"), event("2", "appeal", time="FUTURE")],
        neutral=[(text.index("said"), text.index("said") + 4)],
        entities=[event("a", "Apple"), event("s", "Samsung")],
        roles={("1", "a"), ("1", "s")},
    )
    return benchmark_module, gold, text


def told(module: ModuleType, text: str, word: str, *fillers: str, future: bool = False):
    spans = frozenset((text.index(one), text.index(one) + len(one)) for one in fillers)
    return module.Told((text.index(word), text.index(word) + len(word)), future=future, fillers=spans)


def test_everything_right(case) -> None:
    module, gold, text = case
    system = [told(module, text, "sued", "Apple", "Samsung"), told(module, text, "appeal", future=True)]
    found = module.score([(gold, system)])
    assert found["events"]["F1"] == found["roles"]["F1"] == found["future"]["right"] == 100
    assert not found["errors"]


def test_a_neutral_event_costs_nothing_and_a_wrong_one_does(case) -> None:
    module, gold, text = case
    system = [told(module, text, "sued"), told(module, text, "said"), told(module, text, "Samsung")]
    found = module.score([(gold, system)])
    assert (found["events"]["P"], found["events"]["R"]) == (50, 50)


def test_a_filler_counts_once_and_the_future_is_asked(case) -> None:
    module, gold, text = case
    system = [told(module, text, "sued", "Apple", "it"), told(module, text, "appeal")]
    found = module.score([(gold, system)])
    assert (found["roles"]["P"], found["roles"]["R"]) == (50, 50)
    assert found["future"]["right"] == 50


def test_floors(benchmark_module: ModuleType) -> None:
    gold = benchmark_module.gold_folder(None)
    if gold is None:
        pytest.skip("no gold data: set GRAPHBUILDER_GOLD")
    result = benchmark_module.measure(gold)["graphbuilder"]
    for measured, floors in benchmark_module.FLOORS.items():
        for name, floor in floors.items():
            assert result[measured][name] >= floor, (measured, name)
