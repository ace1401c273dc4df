"""What is told about an input that could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that could not be read; the others were.

    Args:
        name: which one: the id that its document would have, or the name of its file.
        reason: what is wrong, and what to do about it.
    """

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"
