"""Learn the weights of `graphbuilder.events.detection.classifier`: writes its lexicon, event_weights.yaml.

    python benchmarks/train_events.py --gold FOLDER

Learned from the annotated part of MEANTIME's Apple topic (meantime_apple.jsonl in the gold folder, or in that of the
variable GRAPHBUILDER_GOLD) and from marked_events.txt, sentences of our own from other fields: a logistic regression,
small weights preferred. Verbs and nouns of the neutral classes teach nothing. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from meantime import Counts, Span, gold_folder, overlap, read_gold
from numpy.typing import NDArray

from graphbuilder.entities import find_entities
from graphbuilder.events.detection.classifier import Model, candidates, features
from graphbuilder.events.detection.triggers import words_of_story
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document
from graphbuilder.syntax.parse import Parse

FOLDER = Path(__file__).parents[1] / "graphbuilder" / "lexicons" / "events"
MARKED = Path(__file__).parent / "marked_events.txt"
NOTICE = """\
# How much each feature of a word speaks for its telling an event; events/likely.py says what the features are.
# least: the least chance that makes a word an event. Learned by benchmarks/train_events.py from sentences of our own
# and from NewsReader MEANTIME (Minard et al., 2016), Fondazione Bruno Kessler, licensed under Creative Commons
# Attribution 4.0, https://creativecommons.org/licenses/by/4.0/; texts by Wikinews.
"""
FOLDS = 10
LEAST = 0.5
PENALTY = 1.5
STEPS = 30

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A word as the model sees it, and whether it tells an event."""

    seen: dict[str, float]
    event: bool


def examples(one: Parse, end: int, events: Sequence[Span], neutral: Sequence[Span]) -> Iterator[Example]:
    """The candidates of a text before `end`, but for those of neutral classes."""
    found = candidates(words_of_story(one), find_entities(one))
    for token in sorted(found, key=lambda word: word.i):
        span = token.idx, token.idx + len(token)
        event = any(overlap(span, other) for other in events)
        if span[0] < end and (event or not any(overlap(span, other) for other in neutral)):
            yield Example(dict(features(token)), event)


def of_gold(folder: Path) -> list[list[Example]]:
    """The examples of each document of MEANTIME."""
    gold = read_gold(folder)
    read = parse([one.document for one in gold])
    return [
        list(examples(text, one.end, [(event["b"], event["e"]) for event in one.events], one.neutral))
        for one, text in zip(gold, read, strict=True)
    ]


def of_our_own() -> list[list[Example]]:
    """The examples of each sentence of ours."""
    marked = [unmark(line) for line in MARKED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    read = parse([Document(text=text, id=str(at)) for at, (text, _, _) in enumerate(marked)])
    return [
        list(examples(one, len(text), events, neutral))
        for one, (text, events, neutral) in zip(read, marked, strict=True)
    ]


def unmark(line: str) -> tuple[str, list[Span], list[Span]]:
    """The text of a marked line, its [events] and {neutral} words.

    >>> unmark("Rebels [fled] and {are} away.")
    ('Rebels fled and are away.', [(7, 11)], [(16, 19)])
    """
    text, start = "", 0
    spans: dict[str, list[Span]] = {"]": [], "}": []}
    for mark in line:
        if mark in "[{":
            start = len(text)
        elif mark in "]}":
            spans[mark].append((start, len(text)))
        else:
            text += mark
    return text, spans["]"], spans["}"]


def learn(groups: Sequence[Sequence[Example]]) -> Model:
    """Logistic regression with a penalty on large weights, by Newton's method."""
    rows = [example for group in groups for example in group]
    names = sorted({name for row in rows for name in row.seen})
    column = {name: at for at, name in enumerate(names)}
    seen, told = np.zeros((len(rows), len(names))), np.array([float(row.event) for row in rows])
    for at, row in enumerate(rows):
        for name, value in row.seen.items():
            seen[at, column[name]] = value
    weights = _newton(seen, told)
    kept = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return Model({name: weight for name, weight in kept.items() if abs(weight) >= 0.02}, LEAST)


def _newton(seen: Array, told: Array) -> Array:
    weights = np.zeros(seen.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (told - chance) - PENALTY * weights
        curve = (seen * (chance * (1 - chance))[:, None]).T @ seen + PENALTY * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def folds(folder: Path) -> list[Model]:
    """For each document of MEANTIME in turn, a model that was not trained on it (nor on others of its fold)."""
    gold, own = of_gold(folder), of_our_own()
    models = [learn([*(one for at, one in enumerate(gold) if at % FOLDS != fold), *own]) for fold in range(FOLDS)]
    return [models[at % FOLDS] for at in range(len(gold))]


def accuracy(model: Model, groups: Sequence[Sequence[Example]]) -> dict[str, float]:
    """Precision, recall and F1 of a model alone over examples."""
    counts = Counts()
    for row in (example for group in groups for example in group):
        weight = sum(model.weights.get(name, 0.0) * value for name, value in row.seen.items())
        told = bool(1 / (1 + np.exp(-weight)) >= model.least)
        counts.right, counts.told = counts.right + (told and row.event), counts.told + told
        counts.expected += row.event
    return {"P": counts.precision, "R": counts.recall, "F1": counts.f1}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data (default: $GRAPHBUILDER_GOLD)")
    folder = gold_folder(parser.parse_args().gold)
    if folder is None:
        print("skipped: no gold data; name its folder with --gold or GRAPHBUILDER_GOLD")
        return 0
    gold, own = of_gold(folder), of_our_own()
    model = learn([*gold, *own])
    data = yaml.safe_dump({"least": model.least, "weights": model.weights}, allow_unicode=True, sort_keys=False)
    (FOLDER / "event_weights.yaml").write_text(NOTICE + data, encoding="utf-8")
    print(
        f"{len(model.weights)} weights; learned from MEANTIME alone, on our own sentences: {accuracy(learn(gold), own)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
