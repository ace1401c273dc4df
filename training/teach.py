"""Teaches the reader: python -m training.teach FOLDER [--rounds N] [--part learn] [--names FILE] [--chains]

Goes over the keyed articles a number of times, and keeps the state after each round in FOLDER, from where a run that
was interrupted goes on when the same command is given again. The same articles, packages and number of threads give the
same weights, interrupted or not. FOLDER also gets paths.json, the paths of the parse that have a number, and
manifest.json, what was read by SHA-256.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import torch
from keying.files import names
from keying.splits import SPLITS, part_of, stories
from torch import nn

from graphbuilder.reader.pairs import paths
from graphbuilder.reader.pieces import WordPieces
from training import manifest
from training.examples import Example, chains_alone, examples, keyed
from training.inputs import Input, encode, input_of
from training.losses import WEIGHTS, losses
from training.network import Reader, model_folder, untaught
from training.targets import Targets, targets

#: Articles read before the weights change.
BATCH = 3
#: A path of the parse has a number of its own where it is seen so often.
OFTEN = 16
#: How fast the encoder learns, and the heads.
_SLOW, _FAST = 8e-5, 1e-3
#: How much of the encoder's vectors is left out at random.
_DROP = 0.1
#: Steps until the full speed is reached, and the part of it that is left at the end.
_WARM, _LEFT = 40, 0.03

Row = tuple[Input, Targets]


def known_paths(given: Iterable[Example]) -> dict[str, int]:
    """The paths from events to mentions and times that are seen often, numbered from 1."""
    seen: Counter[str] = Counter()
    for one in given:
        tellings = sorted({at for event in one.events for at in event.tellings})
        for row in paths(one.words, tellings, [spot.last for spot in (*one.spots, *one.times)]):
            seen.update(row)
    kept = sorted(path for path, count in seen.items() if count >= OFTEN)
    return {path: at for at, path in enumerate(kept, 1)}


def rows_of(
    given: Iterable[Example], known: Mapping[str, int], pieces: WordPieces, chains_only: bool = False
) -> list[Row]:
    """What is learned from some examples: all that their keys say, or their chains alone."""
    return [(input_of(one.words, pieces), targets(one, known, chains_only)) for one in given]


class Teaching:
    """A reader that is being taught: what changes it, and how far it has come.

    Args:
        model: the reader as it begins.
        rows: what it learns from.
        rounds: how often it goes over all of it.
        seed: from which chance follows; each round has its own.
    """

    def __init__(self, model: Reader, rows: Sequence[Row], rounds: int, seed: int = 0) -> None:
        self.model, self.rows, self.rounds, self.seed = model, rows, rounds, seed
        self.done = 0
        self.optimizer = _optimizer(model)
        steps = rounds * -(-len(rows) // BATCH)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: speed(step, steps))

    def round(self) -> dict[str, float]:
        """Goes over everything once; gives the sums of the losses."""
        torch.manual_seed(self.seed + 1000 + self.done)
        order = list(self.rows)
        random.Random(self.seed + self.done).shuffle(order)
        self.model.train()
        sums = dict.fromkeys(WEIGHTS, 0.0)
        for low in range(0, len(order), BATCH):
            for name, loss in self._step(order[low : low + BATCH]):
                sums[name] += loss
        self.done += 1
        return sums

    def _step(self, batch: Sequence[Row]) -> list[tuple[str, float]]:
        """Learns from some articles; gives the loss of each layer of each."""
        total, found = torch.zeros(()), []
        for h, (_, target) in zip(encode(self.model, [one for one, _ in batch], _DROP), batch, strict=True):
            for name, loss in losses(self.model, h, target).items():
                total = total + WEIGHTS[name] * loss / len(batch)
                found.append((name, loss.item()))
        self.optimizer.zero_grad()
        torch.autograd.backward(total)
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return found

    def save(self, path: Path, about: str) -> None:
        """Keeps the state, so that the file is always whole; `about` names what is taught."""
        parts = {name: getattr(self, name).state_dict() for name in ("model", "optimizer", "schedule")}
        fresh = path.with_suffix(".new")
        torch.save({**parts, "done": self.done, "about": about}, fresh)
        fresh.replace(path)

    def load(self, path: Path, about: str) -> None:
        """Goes on from a state.

        Raises:
            SystemExit: it is that of another teaching.
        """
        kept = torch.load(path, weights_only=True)
        if kept.get("about") != about:
            raise SystemExit(
                f"{path} is the state of a run with other articles, packages or settings: "
                "delete it, or teach in another folder"
            )
        for name in ("model", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(kept[name])
        self.done = kept["done"]


def _optimizer(model: Reader) -> torch.optim.Optimizer:
    """What changes the weights; the table of word pieces stays, as few of its words are seen."""
    table = model.encoder.tensor("embeddings.word_embeddings.weight").requires_grad_(False)
    layers = [parameter for parameter in model.encoder.p.parameters() if parameter is not table]
    heads = [parameter for name, parameter in model.named_parameters() if not name.startswith("encoder.p.")]
    groups = [{"params": layers, "lr": _SLOW}, {"params": heads, "lr": _FAST}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def speed(step: int, steps: int) -> float:
    """How fast is learned at a step: ever faster at first, then ever slower."""
    return min(1, (step + 1) / _WARM) * max(_LEFT, 1 - step / steps)


def teach(teaching: Teaching, folder: Path, about: str, beside: Mapping[str, str]) -> None:
    """Goes on until all rounds are done.

    Args:
        teaching: what is taught.
        folder: gets state.pt after each round, and weights.pt at the end.
        about: names the teaching; a state that bears another name is refused.
        beside: other files for the folder, by name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / "state.pt"
    if state.exists():
        teaching.load(state, about)
    for name, text in beside.items():
        (folder / name).write_text(text, encoding="utf-8")
    while teaching.done < teaching.rounds:
        start = time.perf_counter()
        sums = teaching.round()
        means = " ".join(f"{name} {sums[name] / len(teaching.rows):.3f}" for name in WEIGHTS)
        _say(f"round {teaching.done} {time.perf_counter() - start:.0f} s: {means}")
        teaching.save(state, about)
    torch.save(teaching.model.state_dict(), folder / "weights.pt")
    teaching.model.eval()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def chosen(part: str, only: Path | None) -> list[str]:
    """The names of the keyed articles of a part of the corpus, or of those of them that a file names."""
    of_story = stories()
    found = [name for name in names([], "keys") if part_of(name, of_story) == part]
    if only is None:
        return found
    kept = set(only.read_text(encoding="utf-8").split())
    return [name for name in found if name in kept]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the weights go")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--part", choices=SPLITS, default="learn", help="the part of the corpus to learn from")
    parser.add_argument("--names", type=Path, help="learn only from the articles named in this file")
    parser.add_argument("--chains", action="store_true", help="learn chains from GUM's other documents too")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    articles = keyed(chosen(options.part, options.names))
    others = chains_alone(names([], "keys")) if options.chains else []
    settings = {"rounds": options.rounds, "seed": options.seed, "threads": options.threads}
    made = manifest.manifest(articles, others, **settings)
    _say(manifest.told(made))
    pieces = WordPieces((model_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines())
    given, extra = list(examples(articles, pieces)), list(examples(others, pieces))
    _say(f"{len(given)} articles by their keys, {len(extra)} by their chains alone")
    known = known_paths(given)
    torch.manual_seed(options.seed)
    model = untaught(len(known) + 1)
    rows = [*rows_of(given, known, pieces), *rows_of(extra, known, pieces, chains_only=True)]
    beside = {manifest.NAME: manifest.written(made), "paths.json": json.dumps(known, indent=0)}
    teach(Teaching(model, rows, options.rounds, options.seed), options.folder, manifest.digest(made), beside)


if __name__ == "__main__":
    main()
