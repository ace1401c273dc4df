"""The benchmark's scoring on hand-made cases, and its floors where the gold data is (variable GRAPHBUILDER_GOLD)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[2] / "benchmarks" / "times.py"


@pytest.fixture(scope="module")
def benchmark_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_of_times", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_scores_of_a_hand_made_case(benchmark_module: ModuleType) -> None:
    mark = benchmark_module.Mark
    text = "They met on 2 May 2008 and last week and now."
    gold = [mark(12, 22, "DATE", "2008-05-02"), mark(27, 36, "DATE", "2008-W17")]
    system = [mark(12, 22, "DATE", "2008-05-02"), mark(32, 36, "DATE", "2008-W18"), mark(41, 44, "DATE", "PRESENT_REF")]
    scores = benchmark_module.score_timex([(text, gold, system)])
    assert scores == {"strict": 40.0, "relaxed": 80.0, "type": 80.0, "value": 40.0}


@pytest.mark.parametrize(
    ("value", "days"),
    [("2008", ("2008-01-01", "2008-12-31")), ("199", ("1990-01-01", "1999-12-31")), ("2008-02", ("2008-02-01",
    "2008-02-29")),
     ("2022-W47-WE", ("2022-11-26", "2022-11-27")), ("2022-SU", ("2022-06-01", "2022-08-31")), ("P3Y", None)],
)  # fmt: skip
def test_days_of_a_value(benchmark_module: ModuleType, value: str, days: tuple[str, str] | None) -> None:
    assert benchmark_module.timex_days(value) == days


def test_floors(benchmark_module: ModuleType) -> None:
    gold = benchmark_module.gold_folder(None)
    if gold is None:
        pytest.skip("no gold data: set GRAPHBUILDER_GOLD")
    result = benchmark_module.measure(gold)
    for corpus, floors in benchmark_module.FLOORS.items():
        for name, floor in floors.items():
            assert result[corpus][name] >= floor, (corpus, name)
