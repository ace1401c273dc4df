"""How far the scores of an article are from its key, layer by layer."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as everybody calls it

from graphbuilder.reader.reading import PLACE, SOURCE
from training.network import NEVER, Reader, spans
from training.targets import Targets

#: How much each layer counts.
WEIGHTS = {
    "worth": 2.0, "status": 0.3, "kind": 2.0, "start": 0.5, "type": 0.3, "same": 0.7, "again": 0.4, "role": 0.7,
    "place": 0.4, "source": 0.4, "when": 0.4, "tie": 2.0, "standing": 0.2, "end": 0.4, "held": 0.2, "link": 0.3,
}  # fmt: skip
#: The score of an entity without a mention, which can take no part.
_ABSENT = -20.0


def losses(model: Reader, h: Tensor, target: Targets) -> dict[str, Tensor]:
    """The loss of each layer for one article, of the vectors of its words; layers with nothing to learn apart."""
    m = spans(h, target.mentions.firsts, target.mentions.lasts)
    found = _of_mentions(model, h, m, target)
    if target.chains_only:
        return found
    found["worth"] = F.cross_entropy(model.worth(h), target.labels)
    found["kind"] = F.cross_entropy(model.kind(h), target.kind)
    found["tie"] = F.cross_entropy(model.tie(h), target.ties)
    if target.tied:
        found |= _of_ties(model, h, m, target)
    if target.tellings:
        t = h[target.tellings]
        found |= _of_tellings(model, t, target)
        found |= _of_parts(model, t, m, target)
        found |= _of_times(model, t, h, target)
        found |= _of_links(model, t, target)
    return found


def _of_mentions(model: Reader, h: Tensor, m: Tensor, target: Targets) -> dict[str, Tensor]:
    """Which mention before it each one goes with, its type, where it begins."""
    if not len(target.mentions):
        return {}
    lasts = target.mentions.lasts
    scores = model.same(m, m, target.mention_facts)[..., 0]
    found = {
        "same": of_antecedents(scores, model.alone(h[lasts])[:, 0], target.same),
        "type": F.cross_entropy(model.entity(h[lasts]), target.types),
    }
    if (target.lengths >= 0).any():
        found["start"] = F.cross_entropy(model.starts(h, lasts), target.lengths)
    return found


def _of_tellings(model: Reader, t: Tensor, target: Targets) -> dict[str, Tensor]:
    """Whether it happened, and which telling before it tells the same."""
    status = F.cross_entropy(model.status(t), target.status[target.tellings])
    scores = model.again(t, t, target.telling_facts)[..., 0]
    return {"status": status, "again": of_antecedents(scores, model.new(t)[:, 0], target.again)}


def _of_parts(model: Reader, t: Tensor, m: Tensor, target: Targets) -> dict[str, Tensor]:
    """Who takes part in which role, where it happens, who says so: each event is judged by its best telling."""
    if not len(target.mentions):
        return {}
    scores = of_entities(model.part(t, m, target.part_facts), target.members)
    events = _best_tellings(scores, target)
    roles = torch.cat([events.new_zeros(*events.shape[:2], 1), events[..., :PLACE]], -1)
    loss = F.cross_entropy(roles.flatten(0, 1), target.roles.flatten(), reduction="sum")
    return {
        "role": loss / len(events),
        "place": _yes_or_no(events[..., PLACE], target.sides[0]),
        "source": _yes_or_no(events[..., SOURCE], target.sides[1]),
    }


def _of_times(model: Reader, t: Tensor, h: Tensor, target: Targets) -> dict[str, Tensor]:
    """Which time expressions say when."""
    if not len(target.times):
        return {}
    times = spans(h, target.times.firsts, target.times.lasts)
    scores = model.when(t, times, target.time_facts)[..., 0]
    return {"when": _yes_or_no(_best_tellings(scores, target), target.when)}


def _of_ties(model: Reader, h: Tensor, m: Tensor, target: Targets) -> dict[str, Tensor]:
    """Between whom each tie is, whether and when it holds."""
    t = h[target.tied]
    found = {"standing": F.cross_entropy(model.standing(t), target.standing)}
    if len(target.mentions):
        ends = of_entities(model.ends(t, m, target.end_facts), target.members)
        scores = torch.cat([ends.new_zeros(*ends.shape[:2], 1), ends], -1)
        loss = F.cross_entropy(scores.flatten(0, 1), target.ends.flatten(), reduction="sum")
        found["end"] = loss / len(target.tied)
    if len(target.times):
        times = spans(h, target.times.firsts, target.times.lasts)
        found["held"] = _yes_or_no(model.when(t, times, target.tie_facts)[..., 0], target.held)
    return found


def _of_links(model: Reader, t: Tensor, target: Targets) -> dict[str, Tensor]:
    """Which event is part of which, and which was brought about by which: by their best tellings."""
    scores = model.link(t, torch.cat([t, t], -1), target.link_facts)
    events = torch.stack([_best_tellings(scores, target)[:, of].amax(1) for of in target.of], 1)
    return {"link": sum(_yes_or_no(events[..., at], target.links[at]) for at in range(2))}


def of_antecedents(scores: Tensor, alone: Tensor, gold: Tensor) -> Tensor:
    """How far the scores of what went before are from the key, over all that have an answer there."""
    n = len(alone)
    earlier = torch.ones(n, n, dtype=torch.bool).tril(-1)
    scores = torch.cat([scores.masked_fill(~earlier, NEVER), alone[:, None]], 1)
    right = torch.logsumexp(scores.masked_fill(~gold, NEVER), 1)
    kept = gold.any(1)
    return (torch.logsumexp(scores, 1) - right)[kept].mean() if kept.any() else scores.sum() * 0


def of_entities(scores: Tensor, members: Tensor) -> Tensor:
    """The best score of the mentions of each entity: [tellings, entities, parts] of [tellings, mentions, parts]."""
    absent = scores.new_full((scores.shape[0], scores.shape[2]), _ABSENT)
    return torch.stack([scores[:, of].amax(1) if of.any() else absent for of in members], 1)


def _best_tellings(scores: Tensor, target: Targets) -> Tensor:
    """The best scores of the tellings of each event: [events, …] of [tellings, …]."""
    return torch.stack([scores[of].amax(0) for of in target.of])


def _yes_or_no(scores: Tensor, wanted: Tensor) -> Tensor:
    """The loss of each event, where the key accepts not both."""
    loss = F.binary_cross_entropy_with_logits(scores, wanted.clamp(min=0), reduction="none")
    return (loss * (wanted >= 0)).sum() / len(scores)
