"""How alike two tellings are to the reader: the cosine of their sketches (`EventMention.sketch`)."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graphbuilder.records import SKETCH, EventMention


def alike(left: EventMention, right: EventMention) -> float | None:
    """The cosine, from -1 to 1; None where one of the two has no sketch."""
    if not (left.sketch and right.sketch):
        return None
    return float(_vector(left.sketch) @ _vector(right.sketch))


@lru_cache(maxsize=1 << 14)
def _vector(sketch: str) -> NDArray[np.float32]:
    """A sketch as a vector of length one."""
    whole = np.frombuffer(base64.b64decode(sketch), dtype=np.int8).astype(np.float32)
    found: NDArray[np.float32] = whole / max(1.0, float(np.sqrt(whole @ whole)))
    return found


def matrix(mentions: Iterable[EventMention]) -> NDArray[np.float32]:
    """The sketches of some mentions as vectors of length one, one a row; nothing but zeros of those that have none."""
    nothing = bytes(SKETCH)
    told = b"".join(base64.b64decode(one.sketch) or nothing for one in mentions)
    rows = np.frombuffer(told, np.int8).reshape(-1, SKETCH).astype(np.float32)
    vectors: NDArray[np.float32] = rows / np.maximum(1.0, np.sqrt((rows * rows).sum(1, keepdims=True)))
    return vectors
