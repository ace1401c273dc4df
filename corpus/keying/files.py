"""Where articles, marked texts and keys stand; GUM's texts and their marked texts stand outside of the repository."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1]
#: Names of GUM's documents begin so; where they are is in these variables of the environment.
GUM = "GUM_"
GUM_FILE = "GRAPHBUILDER_GUM"
GUM_MARKED = "GRAPHBUILDER_GUM_MARKED"


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one article."""

    name: str
    root: Path = CORPUS

    @property
    def source(self) -> str:
        """ "own" or "gum"."""
        return "gum" if self.name.startswith(GUM) else "own"

    @property
    def key(self) -> Path:
        """Where its key is."""
        return self.root / "keys" / f"{self.name}.json"

    @property
    def marked(self) -> Path:
        """Where its marked text is."""
        if self.source == "own":
            return self.root / "marked" / f"{self.name}.txt"
        return Path(_variable(GUM_MARKED, "the folder, outside of the repository, of GUM's marked texts")) / (
            f"{self.name}.txt"
        )

    def text(self) -> str:
        """The article."""
        if self.source == "gum":
            if self.name not in gum_documents():
                raise SystemExit(f"GUM has no document {self.name}")
            return str(gum_documents()[self.name]["text"])
        return _read(self.root / "articles" / f"{self.name}.txt")

    def marked_text(self) -> str:
        """What a reader wrote."""
        return _read(self.marked)


def _read(path: Path) -> str:
    if not path.exists():
        raise SystemExit(f"there is no file {path}")
    return path.read_text(encoding="utf-8")


def _variable(name: str, what: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise SystemExit(f"set {name} to {what}")
    return value


@cache
def gum_documents() -> dict[str, dict[str, Any]]:
    """GUM's documents by name, from gum_coref.jsonl.gz."""
    path = Path(_variable(GUM_FILE, "the file gum_coref.jsonl.gz"))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def names(given: list[str], folder: str, root: Path = CORPUS) -> list[str]:
    """The names given, or those of all files in a folder; a path is as good as a name."""
    if given:
        return [Path(name).stem if "/" in name or name.endswith((".txt", ".json")) else name for name in given]
    return sorted(path.stem for path in (root / folder).glob("*.*"))
