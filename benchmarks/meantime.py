"""MEANTIME's gold data for the benchmark and the training of `graphbuilder.events`."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from graphbuilder.records import Document

NEUTRAL = ("SPEECH_COGNITIVE", "GRAMMATICAL")

Span = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """The annotated part of a document."""

    document: Document
    end: int
    events: list[dict[str, Any]]
    neutral: list[Span]
    entities: list[dict[str, Any]]
    roles: set[tuple[str, str]]


@dataclass
class Counts:
    """Right, told, expected."""

    right: int = 0
    told: int = 0
    expected: int = 0
    listed: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        total = self.told + self.expected
        return round(200 * self.right / total, 1) if total else 0.0

    @property
    def precision(self) -> float:
        return round(100 * self.right / self.told, 1) if self.told else 0.0

    @property
    def recall(self) -> float:
        return round(100 * self.right / self.expected, 1) if self.expected else 0.0


def gold_folder(named: str | None) -> Path | None:
    """The folder that was named, or that of the environment; None where there is none."""
    name = named or os.environ.get("GRAPHBUILDER_GOLD")
    return Path(name) if name and Path(name).is_dir() else None


def read_gold(folder: Path) -> list[Gold]:
    with (folder / "meantime_apple.jsonl").open(encoding="utf-8") as lines:
        return [_gold(json.loads(line)) for line in lines]


def _gold(row: dict[str, Any]) -> Gold:
    end = row.get("gold_end") or len(row["text"])
    published = date.fromisoformat(row["dct"]) if row.get("dct") else None
    told = sorted((one for one in row["events"] if one["b"] < end), key=lambda one: (one["b"], one["e"]))
    asked = [one for one in told if one.get("cls") not in NEUTRAL]
    roles = {(one["src"], one["dst"]) for one in row["relations"] if one["kind"] == "HAS_PARTICIPANT"}
    return Gold(
        document=Document(text=row["text"], id=row["id"], published=published),
        end=end,
        events=asked,
        neutral=[(one["b"], one["e"]) for one in told if one not in asked],
        entities=[one for one in row["entities"] if one["b"] < end],
        roles=roles,
    )


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
