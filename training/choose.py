"""Chooses from which probability something counts, on the choosing part: python -m training.choose WEIGHTS CUTS.json

Each cut is set where the layer that it decides is best. From which probability an event is a line is chosen last and
only printed: `training.measure --printed` takes it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from keying.scores import compare, total
from keying.sides import side
from keying.splits import SPLITS

from graphbuilder.reader import Cuts, Encoded, Reader
from graphbuilder.records import TimeExpression
from training.examples import Article
from training.measure import PRINTED, articles_of, as_key, parsed

#: Each cut with the layers by which it is set.
LAYERS = {
    "mention": ("mentions",),
    "event": ("events",),
    "time": ("date right", "date of its own right"),
    "part": ("participants with role", "who all right"),
    "place": ("place right",),
    "source": ("attribution",),
    "tie": ("ties",),
    "end": ("ties",),
    "link": ("part of", "brought about by"),
}
LINES = ("whole lines", "lines: event, date, who")
STEPS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)

#: F1 by layer, in per cent.
Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """An article after the slow step, so that it is encoded once and decoded often."""

    article: Article
    times: Sequence[TimeExpression]
    encoded: Encoded


def figures(by: Reader, articles: Sequence[Seen], cuts: Cuts, printed: float = PRINTED) -> Figures:
    """The figures of all layers with these cuts."""
    rows = []
    for seen in articles:
        name, text, key = seen.article
        found = as_key(name, text, key, seen.times, by.decode(seen.encoded, cuts), printed)
        rows.append(compare(side(key, text), side(found, text, best_first=True)))
    return {layer: 100 * score.f1 for layer, score in total(rows).items()}


def choose(measure: Callable[[Cuts], Figures]) -> Cuts:
    """The cuts that are best, set one after the other."""
    cuts = Cuts()
    for name, layers in LAYERS.items():
        tried = {value: measure(replace(cuts, **{name: value})) for value in STEPS}
        cuts = replace(cuts, **{name: best(name, layers, tried)})
    return cuts


def best(name: str, layers: Sequence[str], tried: Mapping[float, Figures]) -> float:
    """The value with the best sum of some layers, of equal ones the lowest; prints them all."""
    for value, found in tried.items():
        print(name, value, {layer: round(found[layer], 1) for layer in layers}, flush=True)
    return max(tried, key=lambda value: (sum(tried[value][layer] for layer in layers), -value))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="the file of weights")
    parser.add_argument("cuts", type=Path, help="the file for the cuts")
    parser.add_argument("--part", choices=SPLITS[:2], default="choose", help="never the part that tests")
    options = parser.parse_args()
    by = Reader(options.weights)
    given = parsed(articles_of(options.part))
    articles = [Seen(article, times, by.encode(one, times)) for article, one, times in given]
    cuts = choose(lambda cuts: figures(by, articles, cuts))
    options.cuts.write_text(json.dumps(asdict(cuts)) + "\n", encoding="utf-8")
    printed = best("printed", LINES, {value: figures(by, articles, cuts, value) for value in STEPS})
    print(cuts, "printed", printed)
    print({layer: round(value, 1) for layer, value in figures(by, articles, cuts, printed).items()})


if __name__ == "__main__":
    main()
