"""The benchmark's scoring on hand-made cases, and its floors where the gold data is (variable GRAPHBUILDER_GOLD)."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def timelines_module() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("benchmark_of_timelines", FOLDER / "timelines.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    sys.path.insert(0, str(FOLDER))
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(FOLDER))


def test_scores_of_a_hand_made_timeline(timelines_module: ModuleType) -> None:
    told, counts = timelines_module.Told, timelines_module.Counts()
    gold = [told(1, "2008", (("a", 0, 3),)), told(2, "2009-03", (("a", 10, 13),)), told(0, "", (("a", 20, 23),))]
    system = [
        told(0, "2008", (("a", 1, 2),)),  # right
        told(0, "2009", (("a", 10, 13),)),  # right place in the order, wrong date
        told(0, "2010", (("a", 20, 23),)),  # nobody can date it: not scored
        told(0, "", (("b", 0, 3),)),  # not expected, and claims nothing of the order
    ]
    timelines_module.add(counts, "A", gold, system)
    # the system claims two dates and one order, of which one date and the order are right; the gold the same
    assert counts.scores() == {
        "awareness": 66.7, "precision": 66.7, "recall": 66.7, "events found": 100.0, "of events told": 66.7,
        "dates right": 50.0,
    }  # fmt: skip


def test_links_that_follow_are_not_told(timelines_module: ModuleType) -> None:
    groups = [[("a", "2008"), ("b", "2008")], [("c", "")]]
    told, implied = timelines_module.links(groups)
    assert told == {("a", "at", "2008"), ("b", "at", "2008"), ("a", "with", "b"), ("b", "before", "c")}
    assert implied - told == {("b", "with", "a"), ("a", "before", "c")}


def test_floors(timelines_module: ModuleType) -> None:
    gold = timelines_module.gold_folder(None)
    if gold is None:
        pytest.skip("no gold data: set GRAPHBUILDER_GOLD")
    result, _ = timelines_module.measure(gold, "en_core_web_md")
    for name, floor in timelines_module.FLOORS.items():
        assert result["graphbuilder"][name] >= floor, name
