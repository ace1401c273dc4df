"""What it costs to share the reading out among processes: processor time of all of them, and of this one alone.

    python benchmarks/workers.py [FOLDER] [--articles 400] [--workers 2]

The articles of the folder (left out: `corpus/articles`) are put into a store by this process, then by workers, then by
this process again; the workers have read some before, so that their start and the loading of the model do not count.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

import graphbuilder as gb
from graphbuilder.documents import origins

ROOT = Path(__file__).parents[1]


def seconds() -> tuple[float, float]:
    """The processor time that this process has taken, and that all of its workers have."""
    this = psutil.Process()
    taken = [sum(one.cpu_times()[:2]) for one in (this, *this.children(recursive=True))]
    return taken[0], sum(taken[1:])


def milliseconds(work: Callable[[], object], articles: int) -> tuple[float, float]:
    """What an article costs this process, and its workers."""
    before = seconds()
    work()
    here, there = (1000 * (now - then) / articles for now, then in zip(seconds(), before, strict=True))
    return here, there


def add(paths: list[Path], workers: int) -> None:
    """Put articles into a store that is thrown away."""
    with tempfile.TemporaryDirectory() as folder, gb.Store(Path(folder) / "news.store") as store:
        store.add(paths, workers=workers, on_problem=lambda _: None)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "corpus" / "articles")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    paths = [options.folder / name for name in list(origins(options.folder))[: options.articles]]
    print(f"{len(paths)} articles; milliseconds of processor time an article\n")
    print("| workers | this process | the workers | together |\n|---|---|---|---|")
    for workers in (1, options.workers, 1, options.workers):
        add(paths[:40], workers)
        here, there = milliseconds(partial(add, paths, workers), len(paths))
        print(f"| {workers} | {here:.2f} | {there:.2f} | {here + there:.2f} |", flush=True)


if __name__ == "__main__":
    main()
