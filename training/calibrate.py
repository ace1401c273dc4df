"""Learns how likely an event is a line that is wanted and right: python -m training.calibrate WEIGHTS LINES.json

On the choosing part, from which nothing else is learned: of each event that is read, whether the key wants it and it is
right in date, who, place and status, by what the reader holds of it (`graphbuilder.reader.line.facts`). A logistic
regression with a penalty; each fifth of the articles is judged by weights that never saw it, which gives the figures
that are printed. `training.export --lines LINES.json` puts them into the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from keying.event_scores import date_right, place_right, status_right, who_right
from keying.pairing import Pairing, told_by
from keying.sides import side
from keying.splits import SPLITS

from graphbuilder.reader import Reader
from graphbuilder.reader.line import facts
from graphbuilder.reader.pairs import KINDS
from graphbuilder.reader.weights import Floats
from training.measure import articles_of, as_key, parsed

_RIDGE, _STEPS, _FOLDS, _BINS = 1.0, 30, 5, 10
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
            yield Line(name, (*known, 1.0), right)


def learned(given: Sequence[Line]) -> Floats:
    """The weights of the facts, by Newton's method."""
    x, y = np.array([line.facts for line in given]), np.array([line.right for line in given], dtype=float)
    penalty = _RIDGE * np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty @ weights
        weights = weights - np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + penalty, slope)
    return weights


def judged_unseen(given: Sequence[Line]) -> Floats:
    """The probability of each line by weights that were learned from the other articles."""
    names = sorted({line.article for line in given})
    fold = np.array([names.index(line.article) % _FOLDS for line in given])
    x = np.array([line.facts for line in given])
    found = np.zeros(len(given))
    for at in range(_FOLDS):
        weights = learned([line for line, own in zip(given, fold, strict=True) if own != at])
        found[fold == at] = 1 / (1 + np.exp(-x[fold == at] @ weights))
    return found


def ranking(chances: Floats, right: Floats) -> float:
    """The share of pairs of a right and a wrong line that are in the right order (AUC)."""
    ranks = np.argsort(np.argsort(chances))
    count = int(right.sum())
    return float((ranks[right].sum() - count * (count - 1) / 2) / (count * (len(right) - count)))


def calibration_error(chances: Floats, right: Floats) -> float:
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
    right, chances = np.array([line.right for line in given]), judged_unseen(given)
    print(f"{len(given)} events, {right.sum()} wanted and right")
    print(
        f"ranking {ranking(chances, right):.3f}, calibration error {100 * calibration_error(chances, right):.1f} points"
    )
    options.lines.write_text(json.dumps(learned(given).round(4).tolist()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
