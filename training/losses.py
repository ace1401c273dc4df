"""What the reader is told after each article: how far its scores are from the key, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from graphbuilder.reader.pairs import mention_to_mention, path_numbers, telling_to_telling, word_to_mention
from training.examples import EITHER, PLACE, SOURCE, YES, Example
from training.network import LONGEST, Reader

#: How much each layer counts.
WEIGHTS = {
    "worth": 2.0, "status": 0.3, "kind": 2.0, "start": 0.5, "type": 0.3, "same": 0.7, "again": 0.4, "role": 0.7,
    "place": 0.4, "source": 0.4, "when": 0.4,
}  # fmt: skip


class Targets:
    """The key of an example as tensors, made once."""

    def __init__(self, example: Example, paths: Mapping[str, int], chains_only: bool = False) -> None:
        words, n = example.words, len(example.words)
        self.chains_only = chains_only
        self.labels = torch.tensor([label if label != EITHER else -100 for label in example.labels])
        status = [-100] * n
        for event in example.events:
            for at in event.tellings:
                status[at] = event.status
        self.status = torch.tensor(status)
        kind = [0] * n
        for spot in example.spots:
            kind[spot.last] = spot.kind + 1
        self.kind = torch.tensor(kind)
        self.firsts = torch.tensor([spot.first for spot in example.spots], dtype=torch.long)
        self.lasts = torch.tensor([spot.last for spot in example.spots], dtype=torch.long)
        self.types = torch.tensor([spot.type for spot in example.spots], dtype=torch.long)
        self.lengths = torch.tensor(
            [s.last - s.first if s.last - s.first < LONGEST else -100 for s in example.spots], dtype=torch.long
        )
        self.mention_facts = torch.from_numpy(mention_to_mention(words, example.spots)).long()
        self.same = _same(example)
        self.tellings = sorted({at for event in example.events for at in event.tellings})
        place = {at: k for k, at in enumerate(self.tellings)}
        self.of = [[place[at] for at in event.tellings] for event in example.events]
        self.again = _again(example, self.tellings)
        self.telling_facts = torch.from_numpy(telling_to_telling(words, self.tellings)).long()
        self.pair_facts = _facts(example, self.tellings, example.spots, paths)
        self.time_facts = _facts(example, self.tellings, example.times, paths)
        self.times = (
            torch.tensor([spot.first for spot in example.times], dtype=torch.long),
            torch.tensor([spot.last for spot in example.times], dtype=torch.long),
        )
        many = len(example.key.entities)
        self.members = torch.zeros(many, len(example.spots), dtype=torch.bool)
        for at, of in enumerate(example.entities):
            for entity in of:
                self.members[entity, at] = True
        roles = torch.zeros(len(example.events), many, dtype=torch.long)
        sides = torch.zeros(2, len(example.events), many)
        for at, event in enumerate(example.events):
            for entity, parts in event.parts.items():
                sure = [part for part, value in parts.items() if part < PLACE and value == YES]
                unsure = any(part < PLACE and value == EITHER for part, value in parts.items())
                roles[at, entity] = sure[0] + 1 if sure else -100 if unsure else 0
                for side, part in enumerate((PLACE, SOURCE)):
                    sides[side, at, entity] = parts.get(part, 0)
        self.roles, self.sides = roles, sides
        self.when = torch.zeros(len(example.events), len(example.times))
        for at, event in enumerate(example.events):
            for time in event.times:
                self.when[at, time] = 1
            if not event.timed:
                self.when[at] = -1


def _facts(example: Example, tellings: list[int], spots: tuple, paths: Mapping[str, int]) -> Tensor:  # type: ignore[type-arg]
    near = word_to_mention(example.words, tellings, spots)
    path = path_numbers(example.words, tellings, [spot.last for spot in spots], paths)
    return torch.cat([torch.from_numpy(near), torch.from_numpy(path)[..., None]], -1).long()


def _same(example: Example) -> Tensor:
    """[mentions, mentions + 1]: whether a mention before it is of the same entity; the last column: none is.

    All zero for a mention of several entities, of which nothing is learned.
    """
    n = len(example.spots)
    found = torch.zeros(n, n + 1, dtype=torch.bool)
    last: dict[tuple[int, ...], list[int]] = {}
    for at, of in enumerate(example.entities):
        if len(of) == 1:
            before = last.setdefault(of, [])
            found[at, before or [n]] = True
            before.append(at)
    return found


def _again(example: Example, tellings: list[int]) -> Tensor:
    place = {at: k for k, at in enumerate(tellings)}
    found = torch.zeros(len(tellings), len(tellings) + 1, dtype=torch.bool)
    for event in example.events:
        before: list[int] = []
        for k in sorted(place[at] for at in event.tellings):
            found[k, before or [len(tellings)]] = True
            before.append(k)
    return found


def antecedents(scores: Tensor, alone: Tensor, gold: Tensor) -> Tensor:
    """How far the scores of what went before are from the key, over all that have an answer there."""
    n = len(alone)
    allowed = torch.ones(n, n, dtype=torch.bool).tril(-1)
    scores = torch.cat([scores.masked_fill(~allowed, -1e4), alone[:, None]], 1)
    right = torch.logsumexp(scores.masked_fill(~gold, -1e4), 1)
    kept = gold.any(1)
    return (torch.logsumexp(scores, 1) - right)[kept].mean() if kept.any() else scores.sum() * 0


def spans(h: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
    """A vector for each span: its first and its last word."""
    return torch.cat([h[firsts], h[lasts]], -1)


def best(scores: Tensor, members: Tensor) -> Tensor:
    """The best score of the mentions of each entity: [tellings, entities, parts] of [tellings, mentions, parts]."""
    rows = [scores[:, of].amax(1) if of.any() else scores.new_full((scores.shape[0], scores.shape[2]), -20.0) for of in members]
    return torch.stack(rows, 1)


def losses(model: Reader, h: Tensor, target: Targets) -> dict[str, Tensor]:
    """The loss of each layer for one article, of the vectors of its words."""
    found: dict[str, Tensor] = {}
    if len(target.firsts):
        m = spans(h, target.firsts, target.lasts)
        scores = model.same(m, m, target.mention_facts)[..., 0]
        found["same"] = antecedents(scores, model.alone.second(F.gelu(model.alone.first(h[target.lasts]), approximate="tanh"))[:, 0], target.same)
        found["type"] = F.cross_entropy(model.entity(h[target.lasts]), target.types)
        if (target.lengths >= 0).any():
            found["start"] = F.cross_entropy(model.starts(h, target.lasts), target.lengths)
    if target.chains_only:
        return found
    found["worth"] = F.cross_entropy(model.worth(h), target.labels)
    found["kind"] = F.cross_entropy(model.kind(h), target.kind)
    if not target.tellings:
        return found
    t = h[target.tellings]
    found["status"] = F.cross_entropy(model.status(t), target.status[target.tellings])
    found["again"] = antecedents(model.again(t, t, target.telling_facts)[..., 0], model.new(t)[:, 0], target.again)
    if len(target.firsts):
        scores = best(model.part(t, m, target.pair_facts), target.members)
        events = torch.stack([scores[of].amax(0) for of in target.of])
        count = len(events)
        roles = torch.cat([events.new_zeros(*events.shape[:2], 1), events[..., :PLACE]], -1)
        found["role"] = F.cross_entropy(roles.flatten(0, 1), target.roles.flatten(), reduction="sum") / count
        for side, (name, part) in enumerate((("place", PLACE), ("source", SOURCE))):
            wanted = target.sides[side]
            loss = F.binary_cross_entropy_with_logits(events[..., part], wanted.clamp(min=0), reduction="none")
            found[name] = (loss * (wanted >= 0)).sum() / count
    if len(target.times[0]):
        scores = model.when(t, spans(h, *target.times), target.time_facts)[..., 0]
        events = torch.stack([scores[of].amax(0) for of in target.of])
        loss = F.binary_cross_entropy_with_logits(events, target.when.clamp(min=0), reduction="none")
        found["when"] = (loss * (target.when >= 0)).sum() / len(events)
    return found
