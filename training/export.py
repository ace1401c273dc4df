"""Writes what was taught as the file that graphbuilder reads: matrices in eight bits, all else in 16 or 32.

    python -m training.export FOLDER FILE [--state weights.pt] [--cuts CUTS.json] [--sketch SKETCH.json]
                           [--lines LINES.json]

FOLDER is where `training.teach` left weights.pt (with --state: state.pt after any round), paths.json and manifest.json,
whose SHA-256 goes into the header as "manifest". The encoder's tensors bear the names of BERT; a "|" in a name, which
torch wants in place of a dot, is written as a dot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graphbuilder.reader.weights import METADATA, SCALE, TYPES, VERSION, VOCABULARY, Floats, digest
from graphbuilder.reader.windows import WINDOW
from graphbuilder.records import SKETCH

#: Numbers of a row that share a scale: a whole row loses half as much again where a few of its numbers are far larger.
GROUP = 128
#: Tables in which each row has its own few large numbers.
_HALF = ("position_embeddings.weight", "token_type_embeddings.weight")
#: The table of positions, of which no window reaches the last rows.
_POSITIONS = "position_embeddings.weight"
#: The table of word pieces, and how BERT names its places for more of them.
_PIECES = "word_embeddings.weight"
_UNUSED = re.compile(r"\[unused\d+\]")
_NAMES = {kind: name for name, kind in TYPES.items()}


def quantised(matrix: Floats) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A matrix as whole numbers from -127 to 127, and what each part of each row is multiplied by to get it back."""
    rows, columns = matrix.shape
    parts = matrix.reshape(rows, -1, GROUP if columns % GROUP == 0 else columns)
    scale = (np.abs(parts).max(axis=2) / 127).astype(np.float16)
    scale = np.nextafter(scale, np.float16(np.inf))  # never too small for its largest number, nor zero
    whole = np.rint(parts / scale[..., None].astype(np.float32))
    return whole.astype(np.int8).reshape(rows, columns), scale


def stored(tensors: Mapping[str, Floats]) -> dict[str, NDArray[Any]]:
    """The tensors as they are stored."""
    found: dict[str, NDArray[Any]] = {}
    for name, given in tensors.items():
        tensor = np.asarray(given, dtype=np.float32)
        if name.endswith(_POSITIONS):
            tensor = tensor[: WINDOW + 2]  # with the opening and the closing piece
        if name.endswith(_HALF):
            found[name] = tensor.astype(np.float16)
        elif tensor.ndim == 2:
            found[name], found[name + SCALE] = quantised(tensor)
        else:
            found[name] = tensor
    return found


def write_weights(
    path: Path,
    tensors: Mapping[str, Floats],
    vocabulary: Sequence[str],
    heads: int,
    more: Mapping[str, str] | None = None,
) -> None:
    """Writes a file of weights; the same tensors always give the same bytes. Its header tells `more` too."""
    words = np.frombuffer("\n".join(vocabulary).encode(), dtype=np.int8)
    # numbers of 32 bits first: each then begins at a multiple of its size
    kept = sorted({**stored(tensors), VOCABULARY: words}.items(), key=lambda pair: (-pair[1].itemsize, pair[0]))
    header: dict[str, Any] = {}
    end = 0
    for name, tensor in kept:
        start, end = end, end + tensor.nbytes
        header[name] = {
            "dtype": _NAMES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [start, end],
        }
    numbers = b"".join(np.ascontiguousarray(tensor).tobytes() for _, tensor in kept)
    header[METADATA] = about = {"heads": str(heads), "version": str(VERSION), **(more or {})}
    about["sha256"] = digest(header, numbers)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + numbers)


def without_unused(tensors: Mapping[str, Floats], vocabulary: Sequence[str]) -> tuple[dict[str, Floats], list[str]]:
    """The table of word pieces and the vocabulary without BERT's places for pieces that nobody ever added."""
    kept = [at for at, piece in enumerate(vocabulary) if not _UNUSED.fullmatch(piece)]
    table = {name: tensor[kept] for name, tensor in tensors.items() if name.endswith(_PIECES)}
    return {**tensors, **table}, [vocabulary[at] for at in kept]


def sketch_of(path: Path | None, width: int) -> dict[str, Floats]:
    """The directions that `training.sketch` found; without them no two events are alike."""
    if path is None:
        return {"sketch.mean": np.zeros(width, np.float32), "sketch.weight": np.zeros((SKETCH, width), np.float32)}
    found = json.loads(path.read_text(encoding="utf-8"))
    return {f"sketch.{name}": np.array(found[name], np.float32) for name in ("mean", "weight")}


def header_of(folder: Path, cuts: Path | None = None, lines: Path | None = None) -> dict[str, str]:
    """What the header tells beside the layout: paths of the parse, what was chosen, and from what it was taught."""
    found = {"paths": _compact(folder / "paths.json")}
    found |= {name: _compact(path) for name, path in (("cuts", cuts), ("lines", lines)) if path}
    if (folder / "manifest.json").exists():
        found["manifest"] = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    return found


def _compact(path: Path) -> str:
    return json.dumps(json.loads(path.read_text(encoding="utf-8")))


def main() -> None:
    """The command line."""
    import torch  # not needed by those who only call `write_weights`

    from training.network import HEADS, WIDE, model_folder

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where training.teach left its weights")
    parser.add_argument("out", type=Path, help="the file of weights")
    parser.add_argument("--state", default="weights.pt")
    parser.add_argument("--cuts", type=Path, help="from which probability something counts (training.choose)")
    parser.add_argument("--sketch", type=Path, help="in which directions events are told apart (training.sketch)")
    parser.add_argument("--lines", type=Path, help="how likely an event is a line (training.calibrate)")
    options = parser.parse_args()
    state = torch.load(options.folder / options.state, map_location="cpu", weights_only=True)
    state = state.get("model", state)
    tensors = {name.replace("|", "."): tensor.float().numpy() for name, tensor in state.items()}
    tensors |= sketch_of(options.sketch, WIDE)
    vocabulary = (model_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    tensors, vocabulary = without_unused(tensors, vocabulary)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    write_weights(options.out, tensors, vocabulary, HEADS, header_of(options.folder, options.cuts, options.lines))


if __name__ == "__main__":
    main()
