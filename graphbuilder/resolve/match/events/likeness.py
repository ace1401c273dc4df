"""How probable it is that two event clusters are one event: what speaks for it and against it, weighed.

The weights (``lexicons/events/likeness.yaml``) were learned on the running stories of the corpus (`training.likeness`):
a logistic regression of whether two clusters are one event in the key. What is known of two clusters is known of these
two alone, so that no third article changes how they are judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp

from graphbuilder.lexicons import lexicon
from graphbuilder.records import EventMention
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.compare import common_words, sketches
from graphbuilder.resolve.match.events.affairs import ONE_AFFAIR
from graphbuilder.resolve.match.events.dates import dates_agree, is_news_of_days_before

#: How surely two events of one name are one, in articles of one affair and where nothing contradicts that.
_OF_ONE_NAME = 0.95
#: Mentions of a cluster that are compared, the surest ones.
_MENTIONS = 6
#: Beyond so many, more in common says no more.
_MOST = 3


def likeness(left: EventCluster, right: EventCluster) -> float:
    """The probability that two clusters are one event; what has a name ("the Bucharest Summit") is known by it."""
    if of_one_name(left, right):
        return _OF_ONE_NAME
    weights = _weights()
    total = weights["always"] + sum(weights[name] * value for name, value in facts(left, right).items())
    return 1 / (1 + exp(-total))


def of_one_name(left: EventCluster, right: EventCluster) -> bool:
    """Whether both have a name, and the same one."""
    return bool(left.named) and left.named == right.named


def facts(left: EventCluster, right: EventCluster) -> Mapping[str, float]:
    """What is known of two clusters, each between 0 and 1 or a small number."""
    roles = {entity for _, entity in left.participants & right.participants}
    return {
        "alike": sketches.most_alike(_sketches(left), _sketches(right)),
        "trigger": common_words.most_in_common(_triggers(left), _triggers(right)),
        "words": common_words.alike(_phrases(left), _phrases(right)),
        "articles": of_one_affair(left, right),
        "in the same role": min(len(roles & left.named_entities), _MOST),
        "described alike": float(bool(left.descriptions & right.descriptions)),
        "dates meet": float(dates_meet(left, right)),
    }


def of_one_affair(left: EventCluster, right: EventCluster) -> float:
    """How surely the articles of two clusters are of one affair, from 0 to 1, by their words."""
    return _affair(left.article, right.article)


@lru_cache(maxsize=1 << 14)
def _affair(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    return min(common_words.alike(left, right) / ONE_AFFAIR, 1.0)


def dates_meet(left: EventCluster, right: EventCluster) -> bool:
    """Whether both are dated, and their dates agree."""
    if left.day is None or right.day is None:
        return False
    return dates_agree(left, right) or is_news_of_days_before(left, right)


def _sketches(cluster: EventCluster) -> tuple[str, ...]:
    return tuple(mention.sketch for mention in surest(cluster))


def surest(cluster: EventCluster) -> Sequence[EventMention]:
    """The mentions by which a cluster is compared."""
    return sorted(cluster.mentions, key=lambda one: (-one.score, one.id))[:_MENTIONS]


def _triggers(cluster: EventCluster) -> tuple[str, ...]:
    return tuple(mention.text for mention in cluster.mentions)


def _phrases(cluster: EventCluster) -> tuple[str, ...]:
    return tuple(mention.phrase or mention.text for mention in cluster.mentions)


def _weights() -> Mapping[str, float]:
    found: Mapping[str, float] = lexicon("likeness")["weights"]
    return found
