"""Finds the directions in which tellings of one event are alike: python -m training.sketch WEIGHTS SKETCH.json

From the vectors of all tellings of the learning part: those directions in which different events are furthest apart for
how far apart tellings of one event are (linear discriminant analysis, Fisher 1936, between the events of the key).
`training.export --sketch SKETCH.json` puts them into the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from keying.splits import SPLITS, stories

from graphbuilder.reader import Reader
from graphbuilder.reader.weights import Floats
from graphbuilder.records import SKETCH
from training.measure import articles_of, parsed

#: Of the mean spread within an event, what is added to that of each direction: few tellings are no sure measure.
_SMOOTHED = 0.3
#: Digits that are kept.
_DIGITS = 4


def told_by(by: Reader, part: str = SPLITS[0]) -> tuple[Floats, list[str]]:
    """The vectors of all tellings of a part of the corpus, and the event that each tells, over all articles."""
    story = stories()
    vectors, events = [], []
    for (name, _, key), one, times in parsed(articles_of(part)):
        encoded = by.encode(one, times)
        for event in key.events:
            spans = [encoded.words.span(*span) for span in event.triggers if event.worth]
            for span in filter(None, spans):
                vectors.append(encoded.vectors[span[1]])
                events.append(f"{story[name]} {event.story}" if event.story else f"{name} {event.id}")
    return np.array(vectors), events


def directions(vectors: Floats, events: Sequence[str]) -> tuple[Floats, Floats]:
    """The mean of the vectors, and the directions that tell events apart best, [SKETCH, width]."""
    mean = vectors.mean(0)
    centred = (vectors - mean).astype(np.float64)
    number = np.unique(np.array(events), return_inverse=True)[1]
    counts = np.bincount(number)
    means = np.zeros((len(counts), centred.shape[1]))
    np.add.at(means, number, centred)
    means /= counts[:, None]
    apart = centred - means[number]
    within = apart.T @ apart / max(1, len(centred) - len(counts))
    within += _SMOOTHED * np.trace(within) / len(within) * np.eye(len(within))
    spread, axes = np.linalg.eigh(within)
    whitened = axes / np.sqrt(spread)
    total = centred @ whitened
    _, best = np.linalg.eigh(total.T @ total)
    found = (whitened @ best[:, ::-1][:, :SKETCH]).T
    return mean.astype(np.float32), found.astype(np.float32)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="the file of weights")
    parser.add_argument("sketch", type=Path, help="the file for the directions")
    options = parser.parse_args()
    mean, weight = directions(*told_by(Reader(options.weights)))
    found = {"mean": mean.astype(float).round(_DIGITS).tolist(), "weight": weight.astype(float).round(_DIGITS).tolist()}
    options.sketch.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
