"""Pairs of event clusters, many at a time: what is asked of all of them is asked of arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.cluster.when import When, side_by_side
from graphbuilder.resolve.compare import sketches

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tellings:
    """Some event clusters side by side."""

    clusters: Sequence[EventCluster]
    when: When
    names: NDArray[np.str_]
    somebody: Truths
    """Whether somebody who has a name takes part."""
    mentions: Numbers
    """How many mentions of each are compared."""
    sketches: NDArray[np.float32]
    """Those of these mentions, one a row."""
    unknown: Truths
    """Whether a mention of a cluster has no sketch, and may be like any."""

    @classmethod
    def of(cls, clusters: Sequence[EventCluster]) -> Tellings:
        """Clusters, of which there is at least one."""
        rows = sketches.matrix(mention for cluster in clusters for mention in cluster.surest)
        mentions = np.array([len(cluster.surest) for cluster in clusters])
        return cls(
            clusters,
            side_by_side(cluster.when for cluster in clusters),
            np.array([cluster.named for cluster in clusters]),
            np.array([bool(cluster.named_entities) for cluster in clusters]),
            mentions,
            rows,
            np.logical_or.reduceat(~rows.any(1), np.cumsum(mentions) - mentions),
        )

    @classmethod
    def joined(cls, several: Sequence[Tellings]) -> Tellings:
        """Those of several one after the other."""
        return cls(
            [cluster for each in several for cluster in each.clusters],
            When(*map(np.concatenate, zip(*(each.when for each in several), strict=True))),
            np.concatenate([each.names for each in several]),
            np.concatenate([each.somebody for each in several]),
            np.concatenate([each.mentions for each in several]),
            np.concatenate([each.sketches for each in several]),
            np.concatenate([each.unknown for each in several]),
        )

    @property
    def starts(self) -> Numbers:
        """For each cluster the row of its first sketch."""
        return np.cumsum(self.mentions) - self.mentions


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of clusters, each one of the left and one of the right, by their numbers there."""

    left: Tellings
    right: Tellings
    lefts: Numbers
    rights: Numbers
    alike: Floats
    """The greatest cosine of the sketches of two."""

    @classmethod
    def of(cls, left: Tellings, right: Tellings, *, alike: float = -inf) -> Pairs:
        """Each of the left with each of the right that is so alike to the reader, or may be for want of a sketch."""
        cosines = left.sketches @ right.sketches.T
        found = np.maximum.reduceat(np.maximum.reduceat(cosines, left.starts, 0), right.starts, 1)
        lefts, rights = np.nonzero((found >= alike) | left.unknown[:, None] | right.unknown)
        return cls(left, right, lefts, rights, found[lefts, rights].astype(np.float64))

    @property
    def unknown(self) -> Truths:
        """Whether a sketch is missing, so that nobody knows how alike two are."""
        return self.left.unknown[self.lefts] | self.right.unknown[self.rights]

    def where(self, kept: Truths) -> Pairs:
        """Those pairs of which something is so."""
        return Pairs(self.left, self.right, self.lefts[kept], self.rights[kept], self.alike[kept])

    @property
    def when(self) -> tuple[When, When]:
        """When the left and when the right ones were."""
        return self.left.when.at(self.lefts), self.right.when.at(self.rights)

    @property
    def of_one_name(self) -> Truths:
        """Whether both have a name, and the same one."""
        names = self.left.names[self.lefts]
        found: Truths = (names == self.right.names[self.rights]) & (names != "")
        return found

    @property
    def of_somebody(self) -> Truths:
        """Whether somebody who has a name takes part in both."""
        found: Truths = self.left.somebody[self.lefts] & self.right.somebody[self.rights]
        pairs = self.where(found)
        found[found] = [not left.named_entities.isdisjoint(right.named_entities) for left, right in pairs]
        return found

    def __len__(self) -> int:
        return len(self.lefts)

    def __iter__(self) -> Iterator[tuple[EventCluster, EventCluster]]:
        left, right = self.left.clusters, self.right.clusters
        return ((left[one], right[other]) for one, other in zip(self.lefts.tolist(), self.rights.tolist(), strict=True))
