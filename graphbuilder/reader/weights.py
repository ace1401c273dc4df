"""Whether a file of weights can be used, and what numbers it holds.

The file is laid out like a safetensors file, so that other tools can open it: eight bytes with the length of a header,
the header as JSON (for each tensor its type, shape and place), the numbers. A matrix is stored in eight bits: `NAME` as
whole numbers, `NAME.scale` as what each part of a row is multiplied by. All else is stored in 16 or 32 bits, and the
vocabulary of word pieces as UTF-8, one a line. The header also gives the version of the layout and a SHA-256 of all the
rest. `training/export.py` writes such files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graphbuilder.errors import ModelNotFound

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]
#: Which row of a table is meant, by pair of words and table; few bits, because there are many pairs.
Facts = NDArray[np.int16]

#: The layout that this version of graphbuilder reads; another one is refused.
VERSION = 1
METADATA, SCALE, VOCABULARY = "__metadata__", ".scale", "vocabulary"
TYPES: dict[str, np.dtype[Any]] = {"I8": np.dtype("<i1"), "F16": np.dtype("<f2"), "F32": np.dtype("<f4")}
REMEDY = "install graphbuilder again (pip install --force-reinstall graphbuilder)"


@dataclass(frozen=True, slots=True)
class Weights:
    """The tensors of a file by name, as they are stored, and what the file says of itself."""

    tensors: Mapping[str, NDArray[Any]]
    about: Mapping[str, str]

    @property
    def vocabulary(self) -> list[str]:
        """The word pieces by their numbers."""
        return self.tensors[VOCABULARY].tobytes().decode().split("\n")

    def full(self, name: str) -> Floats:
        """A tensor in 32 bits."""
        return self.rows(name, slice(None))

    def rows(self, name: str, which: Numbers | slice) -> Floats:
        """Some rows of a tensor in 32 bits, so that a large table need not be kept so as a whole."""
        kept: NDArray[Any] = self.tensors[name][which]
        if kept.dtype != np.int8:
            return kept.astype(np.float32)
        scale: NDArray[Any] = self.tensors[name + SCALE][which]
        parts = kept.reshape(*scale.shape, -1)
        full: Floats = np.multiply(parts, scale[..., None], dtype=np.float32)
        return full.reshape(kept.shape)


def read_weights(path: Path) -> Weights:
    """The weights of a file.

    Raises:
        ModelNotFound: it is missing, cut, changed, or of another version; the message names the remedy.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelNotFound(f"the reader's weights {str(path)!r} cannot be read ({error}); {REMEDY}") from error
    header, start = _header(content, path)
    about = header[METADATA]
    if about.get("version") != str(VERSION):
        found = about.get("version", "none")
        raise ModelNotFound(f"the reader's weights {str(path)!r} are of version {found}, not {VERSION}; {REMEDY}")
    if about.pop("sha256", None) != digest(header, memoryview(content)[start:]):
        raise ModelNotFound(f"the reader's weights {str(path)!r} are cut or were changed; {REMEDY}")
    entries = {name: entry for name, entry in header.items() if name != METADATA}
    return Weights({name: _tensor(content, start, entry) for name, entry in entries.items()}, about)


def fingerprint(path: Path) -> str:
    """The SHA-256 that a file of weights gives itself; its numbers are not read.

    Raises:
        ModelNotFound: it is missing, cut within its header, or no such file.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
            content = start + stream.read(int.from_bytes(start, "little"))
    except (OSError, OverflowError) as error:
        raise ModelNotFound(f"the reader's weights {str(path)!r} cannot be read ({error}); {REMEDY}") from error
    return str(_header(content, path)[0][METADATA].get("sha256"))


def _header(content: bytes, path: Path) -> tuple[dict[str, Any], int]:
    """The header, and where the numbers begin."""
    start = 8 + int.from_bytes(content[:8], "little")
    try:
        header = json.loads(content[8:start])
    except ValueError:
        header = None
    if not isinstance(header, dict) or not isinstance(header.get(METADATA), dict):
        raise ModelNotFound(f"{str(path)!r} is cut, or no file of the reader's weights; {REMEDY}")
    return header, start


def _tensor(content: bytes, start: int, entry: Mapping[str, Any]) -> NDArray[Any]:
    low, high = entry["data_offsets"]
    kind = TYPES[entry["dtype"]]
    flat: NDArray[Any] = np.frombuffer(content, kind, (high - low) // kind.itemsize, start + low)
    return flat.reshape(entry["shape"])


def digest(header: Mapping[str, Any], numbers: bytes | memoryview) -> str:
    """The SHA-256 of a file: of its header, but for this sum itself, and of its numbers."""
    found = hashlib.sha256(json.dumps(header, sort_keys=True).encode())
    found.update(numbers)
    return found.hexdigest()
