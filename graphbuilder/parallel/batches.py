"""Which texts are put into one batch: bounded by their characters, not only by their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

#: Characters of a batch. spaCy needs some 4 kB for each while it parses them, and that memory is kept for good.
CHARACTERS = 100_000
#: Short documents sent to a worker at once. Few, so that progress is seen; enough that sending costs little.
CHUNK = 32


def batches(
    items: Iterable[Item], length: Callable[[Item], int], most: int, characters: int = CHARACTERS
) -> Iterator[list[Item]]:
    """Items in their order, at most so many together and of so many characters, unless one alone has more.

    >>> list(batches(["one", "two", "three", "four"], len, most=2, characters=7))
    [['one', 'two'], ['three'], ['four']]
    """
    batch: list[Item] = []
    size = 0
    for item in items:
        longer = length(item)
        if batch and size + longer > characters:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += longer
        if len(batch) >= most:  # now, for the next item may be long in coming
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
