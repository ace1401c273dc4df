"""Learns how likely an event is a line that is wanted and right: python -m training.calibrate WEIGHTS LINES.json

On the choosing part, from which nothing else is learned: of each event that is read, whether the key wants it and it is
right in date, who, place and status, by what the reader holds of it (`graphbuilder.reader.decoding.line.facts`). A
logistic regression with a penalty; each fifth of the articles is judged by weights that never saw it, which gives the
figures that are printed. `training.export --lines LINES.json` puts them into the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from keying.event_scores import date_right, place_right, status_right, who_right
from keying.pairing import Pairing, told_by
from keying.sides import side
from keying.splits import SPLITS
from numpy.typing import NDArray

from graphbuilder.reader import Reader
from graphbuilder.reader.decoding.line import facts
from graphbuilder.reader.pairs import KINDS
from training.logistic import Numbers, judged_unseen, learned
from training.measure import articles_of, as_key, parsed

_RIDGE, _FOLDS, _BINS = 1.0, 5, 10
_NAME = KINDS.index("name")


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it was read: its article, what is known of it, and whether it is wanted and right."""

    article: str
    facts: tuple[float, ...]
    right: bool


def lines_of(by: Reader, part: str) -> Iterator[Line]:
    """All events that are read in a part of the corpus."""
    for (name, text, key), one, times in parsed(articles_of(part)):
        reading = by.read(one, times)
        found = as_key(name, text, key, times, reading, 0.0)
        sides = side(key, text), side(found, text, best_first=True)
        pairing = Pairing(*sides)
        named = {at for at, of in enumerate(reading.chains) if any(reading.spots[spot].kind == _NAME for spot in of)}
        told: set[str] = set()
        for at, (event, ours) in enumerate(zip(reading.events, found.events, strict=True)):
            theirs = min(
                (each for each in told_by(ours, key.events) if each.worth),
                key=lambda each: (each.id in told, each.worth),
                default=None,
            )
            right = theirs is not None and theirs.id not in told and theirs.worth == 1
            if theirs is not None:
                right = right and date_right(theirs, ours, key.published) and who_right(theirs, ours, pairing)
                right = right and place_right(theirs, ours, pairing) and status_right(theirs, ours)
                told.add(theirs.id)
            known = facts(event, reading.words, at / len(reading.events), named)
            yield Line(name, tuple(known), right)


def ranking(chances: Numbers, right: NDArray[np.bool_]) -> float:
    """The share of pairs of a right and a wrong line that are in the right order (AUC)."""
    ranks = np.argsort(np.argsort(chances))
    count = int(right.sum())
    return float((ranks[right].sum() - count * (count - 1) / 2) / (count * (len(right) - count)))


def calibration_error(chances: Numbers, right: NDArray[np.bool_]) -> float:
    """How far the mean probability is from the share that is right, on average over bins of equal size."""
    bins = np.array_split(np.argsort(chances), _BINS)
    return float(np.mean([abs(chances[one].mean() - right[one].mean()) for one in bins]))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="the file of weights")
    parser.add_argument("lines", type=Path, help="the file for what was learned")
    options = parser.parse_args()
    given = list(lines_of(Reader(options.weights), SPLITS[1]))
    known, right = np.array([line.facts for line in given]), np.array([line.right for line in given])
    names = sorted({line.article for line in given})
    folds = [str(names.index(line.article) % _FOLDS) for line in given]
    chances = judged_unseen(known, right.astype(float), _RIDGE, folds)
    print(f"{len(given)} events, {right.sum()} wanted and right")
    print(f"ranking {ranking(chances, right):.3f}, calibration error {100 * calibration_error(chances, right):.1f}")
    weights = learned(known, right.astype(float), _RIDGE)
    options.lines.write_text(json.dumps(weights.round(4).tolist()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
