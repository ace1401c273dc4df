"""What is reported about an input that could not be read, or only in part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that was left out, or a note on one that was kept.

    Args:
        name: which one: the id that its document would have, or the name of its file or folder; empty for all of them.
        reason: what is wrong, and what to do about it.
        kind: "left out" (the input is not in the results) or "note" (it is, or nobody asked for it); only what is left
            out is an error where `strict` is set.
    """

    name: str
    reason: str
    kind: Literal["left out", "note"] = "left out"

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}" if self.name else self.reason


def killing(name: str) -> Problem:
    """The Problem with an article of which the processes die that are given it."""
    reason = "the process that analyses it dies, perhaps for lack of memory; give it in parts, or report it"
    return Problem(name, reason)
