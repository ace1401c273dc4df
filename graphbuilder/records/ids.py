"""Ids from content: equal content has equal ids, on every machine and in every run."""

from __future__ import annotations

import json
from hashlib import sha256


def content_hash(*facts: object, digits: int = 12) -> str:
    """A short hash of strings, numbers and None, the same on every machine and in every run."""
    text = json.dumps(facts, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:digits]
