"""The version of the records, and the one-line repr of those that hold a whole document or collection."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

#: Version of the records of this package; a stored Extraction of another one must be made anew.
SCHEMA = 2


def counted(record: Any) -> str:
    """An Extraction or Resolution in one line: how many it has of each kind, and its other facts."""
    values = ((one.name, getattr(record, one.name)) for one in fields(record))
    facts = (f"{len(value)} {name}" if isinstance(value, tuple) else f"{name}={value!r}" for name, value in values)
    return f"{type(record).__name__}({', '.join(facts)})"
