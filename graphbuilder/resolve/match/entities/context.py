"""The context of a name: which other names its document has. Evidence that two clusters of like names are one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster

#: In collections of more documents, a name that more than half of them have is evidence of nothing.
FEW = 10


class Context:
    """For each document the names in it, and how many documents have each."""

    def __init__(self, clusters: Sequence[EntityCluster]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for cluster in clusters:
            self._names[cluster.document].add(fold(cluster.name))
        self._documents = Counter(name for names in self._names.values() for name in names)
        most = len(self._names) / 2 if len(self._names) > FEW else len(self._names)
        self._telling = {name for name, count in self._documents.items() if count <= most}
        people = (fold(cluster.name) for cluster in clusters if cluster.type == "person")
        self._telling_of_people = self._telling.union(people)

    def of(self, cluster: EntityCluster) -> set[str]:
        """The other names in its document that are evidence."""
        return self._others(cluster) & self._telling

    def affair(self, cluster: EntityCluster) -> set[str]:
        """The same, and the people whom most documents name, since all are about them then.

        That is evidence enough for two of the very same name only.
        """
        return self._others(cluster) & self._telling_of_people

    def _others(self, cluster: EntityCluster) -> set[str]:
        return self._names[cluster.document].difference(map(fold, (cluster.name, *cluster.names)))

    def of_all(self, clusters: Iterable[EntityCluster]) -> set[str]:
        """The same for the documents of all of them."""
        return {name for cluster in clusters for name in self.of(cluster)}

    def rarest(self, names: Iterable[str]) -> str:
        """The name that fewest documents have, which is the strongest evidence."""
        return min(names, key=lambda name: (self._documents[name], name))
