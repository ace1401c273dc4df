"""How likely two event clusters of different articles are one event: what speaks for it and against it, weighed.

The weights (``lexicons/events/likeness.yaml``) were learned on the running stories of the corpus (`training.likeness`):
a logistic regression of whether two clusters are one event in the key. The reader's sketches weigh most: of what it
holds for two tellings of one act, whatever words they use.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import exp

import numpy as np

from graphbuilder.events.triggers import OTHER
from graphbuilder.lexicons import lexicon
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.compare.content_words import singular

#: Mentions of a cluster that are compared, the surest ones.
_MENTIONS = 6
#: Beyond so many, more in common says no more.
_MOST = 3
_DAYS = frozenset({"second", "minute", "hour", "day"})


def likeness(left: EventCluster, right: EventCluster) -> float:
    """The probability that two clusters are one event."""
    weights = _weights()
    total = weights["always"] + sum(weights[name] * value for name, value in facts(left, right).items())
    return 1 / (1 + exp(-total))


def facts(left: EventCluster, right: EventCluster) -> Mapping[str, float]:
    """What is known of two clusters, each between 0 and 1 or a small count."""
    alike = sketches_alike(left, right)
    named = left.named_entities & right.named_entities
    dated = left.day is not None and right.day is not None
    meet = left.day is not None and right.day is not None and left.day.agrees(right.day)
    return {
        "alike": max(alike, default=0.0),
        "alike on average": sum(alike) / len(alike) if alike else 0.0,
        "trigger": float(bool(left.lemmas & right.lemmas)),
        "type": float(left.type == right.type != OTHER),
        "named in common": min(len(named), _MOST),
        "in the same role": min(
            len({part for part in left.participants & right.participants if part[1] in named}), _MOST
        ),
        "described alike": float(bool(left.descriptions & right.descriptions)),
        "dates meet": float(meet),
        "same date": float(meet and left.day == right.day),
        "same day": float(meet and left.day == right.day and left.day is not None and left.day.precision in _DAYS),
        "dates apart": float(dated and not meet),
        "same status": float((left.polarity, left.modality) == (right.polarity, right.modality)),
        "same place": float(left.place is not None and left.place == right.place),
        "words in common": min(len(singular(left.words) & singular(right.words)), _MOST + 1),
        "wanted": max(one.score for one in left.mentions) + max(one.score for one in right.mentions),
    }


def sketches_alike(left: EventCluster, right: EventCluster) -> Sequence[float]:
    """The cosines of the sketches of the mentions of two clusters."""
    ours, theirs = (list(_sketches(cluster)) for cluster in (left, right))
    return [float(one @ other) for one, other in product(ours, theirs)]


def _sketches(cluster: EventCluster) -> Iterator[np.ndarray]:
    best = sorted(cluster.mentions, key=lambda one: (-one.score, one.id))[:_MENTIONS]
    return (_vector(one.sketch) for one in best if one.sketch)


@lru_cache(maxsize=1 << 14)
def _vector(sketch: str) -> np.ndarray:
    """A sketch as a vector of length one."""
    whole = np.frombuffer(base64.b64decode(sketch), dtype=np.int8).astype(np.float32)
    found: np.ndarray = whole / max(1.0, float(np.sqrt(whole @ whole)))
    return found


def _weights() -> Mapping[str, float]:
    found: Mapping[str, float] = lexicon("likeness")["weights"]
    return found
