"""Choose from which probability something counts, on the choosing part: python -m training.choose WEIGHTS CUTS.json

Each is set where the layer that it decides is best; the cut of lines where whole lines are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from keying.scores import compare, total
from keying.sides import side

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import Reader
from graphbuilder.reader.decode import Cuts, decode
from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.threads import one_thread
from graphbuilder.reader.words import words_of
from graphbuilder.records import Document
from graphbuilder.times import time_expressions
from training.measure import articles_of, as_key

#: Each cut with the layers by which it is set.
LAYERS = {
    "mention": ("mentions",),
    "event": ("events",),
    "time": ("date right", "date of its own right"),
    "part": ("participants with role", "who all right"),
    "place": ("place right",),
    "source": ("attribution",),
}
STEPS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("cuts", type=Path)
    parser.add_argument("--part", default="choose")
    options = parser.parse_args()
    by, articles = Reader(options.weights), articles_of(options.part)
    documents = [Document(id=n, text=t, published=date.fromisoformat(k.published)) for n, t, k in articles]
    read = []
    for one, (name, text, key) in zip(parse(documents), articles, strict=True):
        times = time_expressions(one.document, one.sentences, one.doc)
        words = words_of(one, by._pieces)
        with one_thread():
            h = by._vectors(words)
        spots = [Spot(*(words.span(t.span.start, t.span.end) or (0, 0)), 0, 0) for t in times]
        read.append((name, text, key, times, words, spots, h))

    def scores(cuts: Cuts, line: float = 0.4) -> dict[str, float]:
        rows = []
        for name, text, key, times, words, spots, h in read:
            with one_thread():
                found = as_key(name, text, key, times, decode(words, spots, h, by._heads, cuts), line)
            rows.append(compare(side(key, text), side(found, text, best_first=True)))
        return {layer: 100 * score.f1 for layer, score in total(rows).items()}

    cuts = Cuts()
    for cut, layers in LAYERS.items():
        cuts = replace(cuts, **{cut: _best(cut, layers, lambda value, cut=cut: scores(replace(cuts, **{cut: value})))})
    line = _best("line", ("whole lines", "lines: event, date, who"), lambda value: scores(cuts, value))
    options.cuts.write_text(json.dumps(asdict(cuts)), encoding="utf-8")
    print(cuts, "line", line)
    final = scores(cuts, line)
    print({layer: round(value, 1) for layer, value in final.items()})


def _best(name: str, layers: Sequence[str], ask) -> float:  # type: ignore[no-untyped-def]
    found = {}
    for value in STEPS:
        result = ask(value)
        found[value] = sum(result[layer] for layer in layers)
        print(name, value, {layer: round(result[layer], 1) for layer in layers}, flush=True)
    return max(STEPS, key=lambda value: (found[value], -value))


if __name__ == "__main__":
    main()
