"""What a store costs beside the reading of its articles: milliseconds to add one, bytes a character, time to open.

    python benchmarks/store.py [FOLDER] [--articles 160] [--write]

The longest articles of the folder (left out: `corpus/articles`) are read first; then what was read is put into a store
in the usual batches (synchronous=FULL), and taken from it. `--write` puts the figures into docs/store.md.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import graphbuilder as gb
from graphbuilder.store import adding

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "store.md"


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """How long something takes."""
    start = clock()
    work()
    return (clock() - start) * 1000


def figures(documents: list[gb.Document], path: Path) -> dict[str, float]:
    """The figures of a store of these documents."""
    read = {one.document: one for one in gb.extract(documents)}

    def extracted(given: Any, made: Any, **_: Any) -> Iterator[adding.Kept]:
        return (made(read[one.id], one) for one in given)

    adding.extracted = extracted  # type: ignore[attr-defined, assignment]
    number, characters = len(documents), sum(len(one.text) for one in documents)
    gb.Store(path.with_suffix(".warm")).add(documents[:1])
    store = gb.Store(path)
    wall = time.perf_counter()
    add = milliseconds(lambda: store.add(documents))
    wall = (time.perf_counter() - wall) * 1000
    store.close()
    opened = []
    for _ in range(9):
        opened.append(milliseconds(lambda: len(store), time.perf_counter))
        store.close()
    return {
        "articles": number,
        "characters an article": characters / number,
        "to add an article, beside its reading": add / number,
        "the same with the disk's": wall / number,
        "to add an article that is there": milliseconds(lambda: store.add(documents)) / number,
        "to take what was read of an article": milliseconds(lambda: list(store.extractions())) / number,
        "to search": statistics.median(milliseconds(lambda: store.search('"of the" minister')) for _ in range(9)),
        "to open": statistics.median(opened),
        "bytes a character": path.stat().st_size / characters,
    }


def table(found: dict[str, float]) -> str:
    """The figures, as the page shows them."""
    rows = [f"| {name} | {found[name]:.1f} ms |" for name in found if name.startswith("to ")]
    return "\n".join(
        ["| what | |", "|---|---|", *rows, f"| a character of text | {found['bytes a character']:.1f} bytes |", ""]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "corpus" / "articles")
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents = sorted(gb.read_documents(options.folder), key=lambda one: (-len(one.text), one.id))[: options.articles]
    with tempfile.TemporaryDirectory() as folder:
        found = figures(documents, Path(folder) / "news.store")
    for name, value in found.items():
        print(f"{name:40} {value:10.2f}")
    if options.write:
        text = PAGE.read_text("utf-8")
        new = re.sub(r"(<!-- store -->\n).*?(?=<!-- end -->)", lambda one: one[1] + table(found), text, flags=re.S)
        PAGE.write_text(new, "utf-8")


if __name__ == "__main__":
    main()
