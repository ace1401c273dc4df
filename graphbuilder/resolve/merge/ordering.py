"""What makes the order of mentions and clusters invisible: sorting by place, and votes with a total order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphbuilder.records import Provenance, Span


def majority(values: Iterable[str]) -> str:
    """The most frequent value; of values as frequent, the first of the alphabet.

    >>> majority(["die", "attack", "die"]), majority(["die", "attack"])
    ('die', 'attack')
    """
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def position(span: Span) -> tuple[str, int, int]:
    """Where a span is, in the order in which mentions are listed."""
    return span.document, span.start, span.end


def in_order(evidence: Iterable[Provenance]) -> tuple[Provenance, ...]:
    """The provenance of a record, in the order of the texts."""
    return tuple(sorted(evidence, key=lambda each: position(each.span)))
