"""Teach the reader: python -m training.teach FOLDER [--rounds N] [--part learn] [--names FILE]

Reads the keyed articles, goes over them a number of times, and keeps the state after each round in FOLDER, from where an
interrupted run goes on. Seeded: the same data and number of threads give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from graphbuilder.reader.pairs import paths
from graphbuilder.reader.windows import WINDOW, best_window, windows
from graphbuilder.reader.pieces import WordPieces
from training.examples import Example, examples, of_gum
from training.losses import WEIGHTS, Targets, losses
from training.network import MODEL, Reader

#: Articles read before the weights change.
BATCH = 3
#: A path of the parse has a number of its own where it is seen so often.
OFTEN = 12
CLS, SEP = 101, 102


def known_paths(given: Sequence[Example]) -> dict[str, int]:
    """The paths from events to mentions and times that are seen often, numbered from 1."""
    seen: Counter[str] = Counter()
    for one in given:
        tellings = sorted({at for event in one.events for at in event.tellings})
        for row in paths(one.words, tellings, [spot.last for spot in (*one.spots, *one.times)], None):
            seen.update(row)
    kept = sorted(path for path, count in seen.items() if count >= OFTEN)
    return {path: at for at, path in enumerate(kept, 1)}


class Input:
    """An article as windows of word pieces."""

    def __init__(self, example: Example) -> None:
        words = example.words
        self.windows = windows(words)
        pieces = torch.from_numpy(words.pieces).long()
        of_piece = torch.zeros(len(pieces), dtype=torch.long)
        of_piece[torch.from_numpy(words.first).long()] = 1
        of_piece = of_piece.cumsum(0) - 1
        facts = torch.from_numpy(words.facts).long()[of_piece]
        self.ids = [torch.cat([torch.tensor([CLS]), pieces[a:b], torch.tensor([SEP])]) for a, b in self.windows]
        none = torch.zeros(1, facts.shape[1], dtype=torch.long)
        self.facts = [torch.cat([none, facts[a:b], none]) for a, b in self.windows]
        window = torch.from_numpy(best_window(words, self.windows)).long()
        low = torch.tensor([a for a, _ in self.windows])[window]
        self.window, self.at = window, torch.from_numpy(words.first).long() - low + 1


def encode(model: Reader, inputs: Sequence[Input], drop: float = 0.0) -> list[Tensor]:
    """The vectors of the words of some articles."""
    ids = nn.utils.rnn.pad_sequence([w for one in inputs for w in one.ids], batch_first=True)
    facts = nn.utils.rnn.pad_sequence([w for one in inputs for w in one.facts], batch_first=True)
    if model.training:  # one shape for all batches: torch prepares its kernels anew for each other one
        more = WINDOW + 2 - ids.shape[1]
        ids, facts = nn.functional.pad(ids, (0, more)), nn.functional.pad(facts, (0, 0, 0, more))
    lengths = torch.tensor([len(w) for one in inputs for w in one.ids])
    mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.training):
        h = model.encoder(ids, mask, facts, drop)
    h, low, found = h.float(), 0, []
    for one in inputs:
        found.append(h[low + one.window, one.at])
        low += len(one.ids)
    return found


def teach(
    given: Sequence[Example], folder: Path, rounds: int, extra: Sequence[Example] = (), seed: int = 0
) -> Reader:
    """Teach on the given examples; of the `extra` ones only chains."""
    torch.manual_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    known = known_paths(given)
    (folder / "paths.json").write_text(json.dumps(known, indent=0), encoding="utf-8")
    model = Reader(MODEL / "model.safetensors", len(known) + 1)
    rows = [(Input(one), Targets(one, known)) for one in given]
    rows += [(Input(one), Targets(one, known, chains_only=True)) for one in extra]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.p.")]
    table = model.encoder.w("embeddings.word_embeddings.weight").requires_grad_(False)  # few of its words are seen
    layers = [p for p in model.encoder.p.parameters() if p is not table]
    groups = [{"params": layers, "lr": 8e-5}, {"params": heads, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = rounds * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / 40) * max(0.03, 1 - k / steps)
    )
    state, first = folder / "state.pt", 0
    if state.exists():
        kept = torch.load(state, weights_only=True)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        first = kept["round"]
    for at in range(first, rounds):
        torch.manual_seed(seed + 1000 + at)
        start, sums = time.time(), Counter[str]()
        order = list(rows)
        random.Random(seed + at).shuffle(order)
        model.train()
        for step, low in enumerate(range(0, len(order), BATCH)):
            if step == 20:
                print(f"20 steps {time.time() - start:.0f} s", file=sys.stderr, flush=True)
            batch = order[low : low + BATCH]
            total = torch.zeros(())
            for h, (_, target) in zip(encode(model, [one for one, _ in batch], 0.1), batch, strict=True):
                for name, loss in losses(model, h, target).items():
                    total = total + WEIGHTS[name] * loss / len(batch)
                    sums[name] += loss.item()
            optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        told = " ".join(f"{name} {sums[name] / len(order):.3f}" for name in WEIGHTS)
        print(f"round {at + 1} {time.time() - start:.0f} s: {told}", file=sys.stderr, flush=True)
        torch.save(
            {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "round": at + 1},
            state,
        )
    torch.save(model.state_dict(), folder / "weights.pt")
    return model.eval()


def main() -> None:
    from keying.files import names
    from keying.splits import part_of, stories

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the weights go")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--part", default="learn", help="the part of the corpus to learn from")
    parser.add_argument("--names", type=Path, help="learn only from the articles named in this file")
    parser.add_argument("--chains", action="store_true", help="learn chains from GUM's other documents too")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    of_story = stories()
    chosen = [name for name in names([], "keys") if part_of(name, of_story) == options.part]
    if options.names:
        kept = set(options.names.read_text(encoding="utf-8").split())
        chosen = [name for name in chosen if name in kept]
    start = time.time()
    pieces = WordPieces((MODEL / "vocab.txt").read_text(encoding="utf-8").splitlines())
    given = list(examples(chosen, pieces))
    extra = list(of_gum(names([], "keys"), pieces)) if options.chains else []
    print(f"{len(given)} and {len(extra)} articles in {time.time() - start:.0f} s", file=sys.stderr, flush=True)
    teach(given, options.folder, options.rounds, extra)


if __name__ == "__main__":
    main()
