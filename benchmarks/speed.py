"""Characters a second of the whole extraction beside the bare spaCy pipeline, in one run.

    python benchmarks/speed.py FOLDER_OR_FILE... [--rounds 3] [--write DAY]

For each folder or file both read the same documents, with all components of the same model and the same batch size, in
turn; the median round of each is printed, and their ratio: the bar is 40 %. The last column is the share of the whole
that the reader takes alone. Measured is the processor's time, so that what else runs on the machine counts less. Most
of the reader's time is matrix products, so the library that computes them is named with the kind of processor that it
takes this one for (OPENBLAS_CORETYPE may name an older kind, and then they are slow).
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from threadpoolctl import threadpool_info

from graphbuilder.documents import read_documents
from graphbuilder.extract import Pipeline
from graphbuilder.pipeline.load import load_plain
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import reader
from graphbuilder.records import Document
from graphbuilder.times import time_expressions

BATCH = 32


RESULTS = Path(__file__).parent / "results"


def documents(path: Path) -> list[Document]:
    """The documents of a path; gold files with a "text" in each line are read as they are."""
    if path.suffix != ".jsonl":
        return list(read_documents(path))
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Document(text=row["text"], id=f"{path.name}#{at}") for at, row in enumerate(rows)]


def seconds(work: Callable[[], Iterable[object]]) -> float:
    start = time.process_time()
    for _ in work():
        pass
    return time.process_time() - start


def measure(model: str, read: list[Document], rounds: int) -> dict[str, float]:
    """Characters a second of both, the median of some rounds."""
    texts = [document.text for document in read]
    nlp, pipeline = load_plain(model), Pipeline(model, BATCH)
    parsed = [(one, time_expressions(one.document, one.sentences, one.doc)) for one in parse(read, model)]
    works: dict[str, Callable[[], Iterable[object]]] = {
        "spaCy": lambda: nlp.pipe(texts, batch_size=BATCH),
        "graphbuilder": lambda: pipeline(read),
        "reader": lambda: (reader().read(*one) for one in parsed),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        seconds(work)  # caches and tables are filled before anything is measured
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    return {name: sum(map(len, texts)) / statistics.median(taken) for name, taken in times.items()}


def products() -> str:
    """What multiplies matrices for numpy, and for which kind of processor; spaCy brings a library of its own."""
    found = [one for one in threadpool_info() if one["user_api"] == "blas"]
    named = [f"{one['internal_api']} {one['version']} for {one.get('architecture', 'any processor')}" for one in found]
    return "; ".join(named) or "an unknown library"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    arguments = parser.parse_args()
    lines = [
        "| read | documents | characters | spaCy, characters a second | graphbuilder | share | reader alone |",
        "|---|---|---|---|---|---|---|",
    ]
    for path in arguments.paths:
        read = documents(path)
        speed = measure(arguments.model, read, arguments.rounds)
        size, bare, whole = sum(len(one.text) for one in read), speed["spaCy"], speed["graphbuilder"]
        shares = f"{100 * whole / bare:.1f} % | {100 * whole / speed['reader']:.1f} %"
        lines.append(f"| {path.name} | {len(read)} | {size} | {bare:.0f} | {whole:.0f} | {shares} |")
    table = "\n".join([*lines, "", f"Matrix products: {products()}."]) + "\n"
    print(table)
    if arguments.write:
        (RESULTS / "speed.md").write_text(f"As of {arguments.write}.\n\n{table}", encoding="utf-8")


if __name__ == "__main__":
    main()
