"""Characters a second of the whole extraction beside the bare spaCy pipeline, in one run.

    python benchmarks/speed.py FOLDER_OR_FILE... [--rounds 3]

Both read the same documents, with all components of the same model and the same batch size, in turn; the median round
of each is printed, and their ratio. The bar is 80 %.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from graphbuilder.documents import read_documents
from graphbuilder.extract import Pipeline
from graphbuilder.language import DEFAULT_MODEL, load_plain
from graphbuilder.records import Document

BATCH = 32


def documents(paths: list[Path]) -> list[Document]:
    """The documents of the paths; gold files with a "text" in each line are read as they are."""
    found: list[Document] = []
    for path in paths:
        if path.suffix == ".jsonl":
            rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
            found += [Document(text=row["text"], id=f"{path.name}#{at}") for at, row in enumerate(rows)]
        else:
            found += read_documents(path)
    return found


def seconds(work: Callable[[], Iterable[object]]) -> float:
    start = time.perf_counter()
    for _ in work():
        pass
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    read = documents(arguments.paths)
    texts = [document.text for document in read]
    nlp, pipeline = load_plain(arguments.model), Pipeline(arguments.model, BATCH)
    works = {"spaCy": lambda: nlp.pipe(texts, batch_size=BATCH), "graphbuilder": lambda: pipeline(read)}
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        seconds(work)  # caches and tables are filled before anything is measured
    for _ in range(arguments.rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    size = sum(map(len, texts))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{len(texts)} documents, {size} characters, {arguments.rounds} rounds")
    for name, taken in medians.items():
        print(f"{name:14} {size / taken:10.0f} characters a second")
    print(f"graphbuilder runs at {100 * medians['spaCy'] / medians['graphbuilder']:.1f} % of the bare pipeline")


if __name__ == "__main__":
    main()
