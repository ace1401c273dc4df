"""Writes what the sample collections give now: `floors.yaml` (shares of facts) and `gaps.yaml` (facts still missing).

    python tests/expected/pin.py

`tests/test_expected.py` holds the results to these files. Run this when a change finds more than before; when it finds
less, mend the change instead, or say in the commit why the loss is right.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COLLECTIONS = ("nato", "batteries")
#: Points of a percentage left free below what is measured, so that small changes elsewhere do not stop anyone.
ROOM = 0.2


def checker() -> ModuleType:
    """`benchmarks/expected.py`, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("benchmark_expected", ROOT / "benchmarks" / "expected.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def named(facts: list[Any]) -> dict[str, Any]:
    """Facts by a name that says what is expected, not what was found; the same one twice gets a number."""
    counts: Counter[str] = Counter()
    names = {}
    for fact in facts:
        expected = fact.text if fact.kind in _WHOLE else fact.text.split(": ")[0]
        name = f"{fact.kind}: {expected}"
        counts[name] += 1
        names[name if counts[name] == 1 else f"{name} ({counts[name]})"] = fact
    return names


#: Kinds of fact whose text holds nothing that was found.
_WHOLE = frozenset(
    {"entity", "alias", "different", "relation", "event mention", "participant", "role", "place", "attribution"}
    | {"event tie"}
)


def share(facts: list[Any]) -> float:
    """Per cent of the facts that are found."""
    return 100 * sum(fact.found for fact in facts) / len(facts)


def main() -> None:
    """Read the collections and write both files."""
    module = checker()
    floors, gaps = {}, {}
    for name in COLLECTIONS:
        found = module.facts(module.read(ROOT / "data" / name, HERE / f"{name}.yaml"))
        floors[name] = round(share(found) - ROOM, 1)
        gaps[name] = sorted(key for key, fact in named(found).items() if fact.must and not fact.found)
        print(f"{name}: {share(found):.1f} % of {len(found)} facts, {len(gaps[name])} that must hold are missing")
    comment = "# Written by tests/expected/pin.py. "
    _write("floors.yaml", f"{comment}Least share of all expected facts, in per cent, by collection.\n", floors)
    _write("gaps.yaml", f"{comment}Facts that must hold and do not yet; each is an expected failure.\n", gaps)


def _write(name: str, comment: str, data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
    (HERE / name).write_text(comment + text, encoding="utf-8")


if __name__ == "__main__":
    main()
