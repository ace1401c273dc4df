"""How alike two tellings are to the reader: the cosine of their sketches (`EventMention.sketch`)."""

from __future__ import annotations

import base64
from collections.abc import Sequence
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


def most_alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The greatest cosine of some sketches with some others; 0 where there is none to compare."""
    one, other = _known(left), _known(right)
    return float((one @ other.T).max()) if len(one) and len(other) else 0.0


@lru_cache(maxsize=1 << 14)
def _known(sketches: tuple[str, ...]) -> NDArray[np.float32]:
    """The sketches that there are, one a row."""
    return np.array([_vector(sketch) for sketch in sketches if sketch], np.float32).reshape(-1, SKETCH)


def matrix(mentions: Sequence[EventMention]) -> NDArray[np.float32]:
    """The sketches of some mentions, one a row; nothing but zeros of those that have none."""
    nothing = np.zeros(SKETCH, np.float32)
    return np.array([_vector(one.sketch) if one.sketch else nothing for one in mentions], np.float32)


def cosines(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cosine of each row of one matrix with each of another; 1 where one has no sketch, and may be like any."""
    found = left @ right.T
    found[~left.any(1)] = 1.0
    found[:, ~right.any(1)] = 1.0
    return found
