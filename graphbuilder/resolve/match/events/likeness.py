"""How probable it is that two event clusters are one event: what speaks for it and against it, weighed.

The weights (``lexicons/events/likeness.yaml``) were learned on the running stories of the corpus (`training.likeness`):
a logistic regression of whether two clusters are one event in the key. What is known of two clusters is known of these
two alone, so that no third article changes how they are judged.

Groups are one event by the mean of their pairs (average linkage, Sokal and Michener 1958): judged by the two that are
most alike, a telling that is a little like many would draw all of them into one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graphbuilder.lexicons import lexicon
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.compare import words
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events.pairs import Floats, Pairs, Tellings
from graphbuilder.resolve.match.events.when_and_where import dates_meet

#: From which cosine articles are surely of one affair.
ONE_AFFAIR = 0.2
#: How surely two events of one name are one, in articles of one affair and where nothing contradicts that.
_OF_ONE_NAME = 0.95
#: Beyond so many, more in common says no more.
_MOST = 3


def likeness(pairs: Pairs, articles: Articles) -> Floats:
    """The probability that two clusters are one event; what has a name ("the Bucharest Summit") is known by it."""
    weights = lexicon("likeness")["weights"]
    total = weights["always"] + sum(weights[name] * values for name, values in facts(pairs, articles).items())
    return np.where(pairs.of_one_name, _OF_ONE_NAME, 1 / (1 + np.exp(-total)))


def facts(pairs: Pairs, articles: Articles) -> Mapping[str, Floats]:
    """What is known of pairs of clusters, each between 0 and 1 or a small number."""
    both = list(pairs)
    roles, somebody = np.zeros(len(pairs)), pairs.of_somebody
    roles[somebody] = [_in_the_same_role(left, right) for left, right in pairs.where(somebody)]
    affair = np.array([articles.alike(left.document, right.document) for left, right in both]) / ONE_AFFAIR
    return {
        "alike": pairs.alike,
        "trigger": np.array([words.most_in_common(left.triggers, right.triggers) for left, right in both]),
        "words": np.array([words.alike(left.phrases, right.phrases) for left, right in both]),
        "articles": np.minimum(affair, 1.0),
        "in the same role": roles,
        "described alike": np.array(
            [not left.descriptions.isdisjoint(right.descriptions) for left, right in both], float
        ),
        "dates meet": dates_meet(*pairs.when).astype(float),
    }


def _in_the_same_role(left: EventCluster, right: EventCluster) -> int:
    """How many who have a name take part in the same role in both."""
    roles = {entity for _, entity in left.participants & right.participants}
    return min(len(roles & left.named_entities), _MOST)


#: From which mean probability that two of their clusters are one event two groups are one. Of pairs of newswire in one
#: event 55 of 100 were right without it, and 64 with it.
_MEAN = 0.5
#: Of each group so many clusters are compared, those with most mentions.
_COMPARED = 8


def cohere(left: Sequence[EventCluster], right: Sequence[EventCluster], articles: Articles) -> bool:
    """Whether the clusters of two groups are likely one event on average; two single ones have been judged."""
    if len(left) == len(right) == 1:
        return True
    pairs = Pairs.of(Tellings.of(_most_told(left)), Tellings.of(_most_told(right)))
    return bool(likeness(pairs, articles).sum() >= _MEAN * len(pairs))


def _most_told(group: Sequence[EventCluster]) -> Sequence[EventCluster]:
    return sorted(group, key=lambda cluster: (-len(cluster.mentions), cluster.id))[:_COMPARED]
