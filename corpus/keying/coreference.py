"""Measures of coreference: MUC, B3, CEAF over entities, and their mean, as the CoNLL-2012 scorer defines them.

>>> gold = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
>>> system = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]
>>> [round(100 * measure(gold, system).f1, 1) for measure in (muc, b_cubed, ceaf_e)]
[40.0, 45.5, 52.0]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Chain = AbstractSet[Hashable]


@dataclass(frozen=True, slots=True)
class Score:
    """What was right, of how much that was said and how much that was wanted; adds up over articles."""

    right_said: float = 0.0
    said: float = 0.0
    right_wanted: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right_said + other.right_said,
            self.said + other.said,
            self.right_wanted + other.right_wanted,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right_said / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def counted(right: float, said: float, wanted: float) -> Score:
    """A score where one right answer is one wanted thing found."""
    return Score(right, said, right, wanted)


def muc(gold: Sequence[Chain], system: Sequence[Chain]) -> Score:
    """Links: how many of the links that hold each chain together the other side has."""
    right_wanted, wanted = _links(gold, system)
    right_said, said = _links(system, gold)
    return Score(right_said, said, right_wanted, wanted)


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[int, int]:
    """Links of the chains that the others keep, and all."""
    other = _index(others)
    kept = total = 0
    for chain in chains:
        inside = {other[item] for item in chain if item in other}
        parts = len(inside) + sum(item not in other for item in chain)
        kept += len(chain) - parts
        total += len(chain) - 1
    return kept, total


def b_cubed(gold: Sequence[Chain], system: Sequence[Chain]) -> Score:
    """Mentions: of the chain of each mention, the share that the other side puts together with it."""
    return Score(_overlaps(system, gold), sum(map(len, system)), _overlaps(gold, system), sum(map(len, gold)))


def _overlaps(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    other = _index(others)
    return sum(
        number * number / len(chain)
        for chain in chains
        for number in Counter(other[item] for item in chain if item in other).values()
    )


def ceaf_e(gold: Sequence[Chain], system: Sequence[Chain]) -> Score:
    """Entities: the best pairing of chains, each pair worth what it shares."""
    best = _best_pairing([[_similar(one, two) for two in system] for one in gold])
    return counted(best, len(system), len(gold))


def _similar(one: Chain, two: Chain) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


def _best_pairing(worths: Sequence[Sequence[float]]) -> float:
    """The greatest total of a pairing of rows and columns (Kuhn's algorithm with potentials)."""
    if not worths or not worths[0]:
        return 0.0
    if len(worths) > len(worths[0]):
        worths = [list(column) for column in zip(*worths, strict=True)]
    rows, columns = len(worths), len(worths[0])
    above, beside = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _place(row, worths, above, beside, row_of)
    return sum(worths[row_of[column] - 1][column - 1] for column in range(1, columns + 1) if row_of[column])


def _place(
    row: int, worths: Sequence[Sequence[float]], above: list[float], beside: list[float], row_of: list[int]
) -> None:
    """Gives one more row its column, moving others where that is better."""
    columns = len(beside) - 1
    least, came_from, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    row_of[0], at = row, 0
    while row_of[at]:
        done[at] = True
        current, step, next_column = row_of[at], float("inf"), 0
        for column in range(1, columns + 1):
            if done[column]:
                continue
            cost = -worths[current - 1][column - 1] - above[current] - beside[column]
            if cost < least[column]:
                least[column], came_from[column] = cost, at
            if least[column] < step:
                step, next_column = least[column], column
        for column in range(columns + 1):
            if done[column]:
                above[row_of[column]] += step
                beside[column] -= step
            else:
                least[column] -= step
        at = next_column
    while at:
        row_of[at] = row_of[came_from[at]]
        at = came_from[at]


def _index(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {item: number for number, chain in enumerate(chains) for item in chain}


def without_single(chains: Collection[Chain]) -> list[Chain]:
    """Chains of two mentions and more, the only ones that the CoNLL measure counts."""
    return [chain for chain in chains if len(chain) > 1]
