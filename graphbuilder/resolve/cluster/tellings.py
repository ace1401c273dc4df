"""Which mentions of a chain surely tell one event, and what links the parts of a chain.

The reader's chains hold what is more likely one event than not, which is enough within an article. Across articles one
doubtful mention would draw two events into one. So a chain is compared by its parts: what is told by one word, or alike
to the reader. The parts stay together, unless one of them is found to be an event of another article.

Yes: "the wildfire broke out" and "the blaze" are one part.
No: "he kept his seat after stepping down" is two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.compare import sketches
from graphbuilder.resolve.verdicts import SAME

#: From which cosine of their sketches two mentions of a chain tell alike. In articles that nothing was learned from,
#: four of five pairs above are one event, and two of five below.
_ALIKE = 0.6
#: Less than any judgement on two articles, so that these come first.
_LAST = 0.0


def parts(chain: Iterable[EventMention]) -> list[list[EventMention]]:
    """The mentions of a chain, in their order, each beside the one before that it is most like."""
    found: list[list[EventMention]] = []
    for mention in chain:
        nearest = max(found, key=lambda part: _most_alike(mention, part), default=[])
        if nearest and _most_alike(mention, nearest) >= _ALIKE:
            nearest.append(mention)
        else:
            found.append([mention])
    return found


def of_one_chain(clusters: Iterable[EventCluster]) -> Iterator[Judgement]:
    """The judgements that parts of a chain are one event, which count only where no part is one of another article."""
    chains: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        chains[cluster.mentions[0].chain].append(cluster.id)
    for ids in chains.values():
        for left, right in combinations(sorted(ids), 2):
            yield Judgement(left, right, SAME, _LAST, "one chain of their article")


def _most_alike(mention: EventMention, part: Sequence[EventMention]) -> float:
    return max(_alike(mention, other) for other in part)


def _alike(left: EventMention, right: EventMention) -> float:
    """How alike two mentions are; 1 where their acts are one, or nothing is known that tells them apart."""
    cosine = sketches.alike(left, right)
    return 1.0 if cosine is None or left.lemma == right.lemma else cosine
