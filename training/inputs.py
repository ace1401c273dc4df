"""Articles as the encoder takes them while it is taught: several at once, as windows of word pieces of one length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import pad
from torch.nn.utils.rnn import pad_sequence

from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.windows import WINDOW, best_window, windows
from graphbuilder.reader.words import Words
from training.network import Reader


@dataclass(frozen=True, slots=True)
class Input:
    """An article as windows of word pieces."""

    ids: Sequence[Tensor]
    """For each window, the numbers of its pieces."""
    facts: Sequence[Tensor]
    """For each window, what is known of the word of each piece."""
    window: Tensor
    """For each word, the window in which it is read."""
    at: Tensor
    """For each word, where its first piece stands there."""


def input_of(words: Words, pieces: WordPieces) -> Input:
    """The words of an article for the encoder."""
    of = windows(words)
    first, numbers = torch.from_numpy(words.first).long(), torch.from_numpy(words.pieces).long()
    facts = torch.from_numpy(words.facts[words.word_of]).long()
    none = torch.zeros(1, facts.shape[1], dtype=torch.long)
    opening, closing = torch.tensor([pieces.opening]), torch.tensor([pieces.closing])
    window = torch.from_numpy(best_window(words, of)).long()
    low = torch.tensor([a for a, _ in of])[window]
    return Input(
        ids=[torch.cat([opening, numbers[a:b], closing]) for a, b in of],
        facts=[torch.cat([none, facts[a:b], none]) for a, b in of],
        window=window,
        at=first - low + 1,
    )


def encode(model: Reader, inputs: Sequence[Input], drop: float = 0.0) -> list[Tensor]:
    """The vectors of the words of some articles; while the model is taught, in 16 bits where torch holds that safe."""
    ids = pad_sequence([window for one in inputs for window in one.ids], batch_first=True)
    facts = pad_sequence([window for one in inputs for window in one.facts], batch_first=True)
    if model.training:  # one length for all batches: torch prepares its kernels anew for each other one
        more = WINDOW + 2 - ids.shape[1]
        ids, facts = pad(ids, (0, more)), pad(facts, (0, 0, 0, more))
    lengths = torch.tensor([len(window) for one in inputs for window in one.ids])
    mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.training):
        h = model.encoder(ids, mask, facts, drop)
    vectors = h.float().split([len(one.ids) for one in inputs])
    return [of[one.window, one.at] for of, one in zip(vectors, inputs, strict=True)]
