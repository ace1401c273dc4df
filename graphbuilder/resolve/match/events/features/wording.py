"""What else is said: the content words of two event clusters, beside triggers and names."""

from __future__ import annotations

from graphbuilder.events.coreference.content_words import SINGULAR, alike, singular
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.numbers import numbers, numbers_conflict
from graphbuilder.resolve.match.events.features.participants import objects
from graphbuilder.resolve.match.events.features.triggers import shares_synonym
from graphbuilder.resolve.match.events.features.types import is_gathering, is_harm

#: Words in common that make two reports of harm one event, where not both give a toll.
MANY_WORDS = 3


def words_in_common(left: EventCluster, right: EventCluster) -> frozenset[str]:
    """The content words that both have, whether of one or of many: "member", "members"."""
    return singular(left.words) & singular(right.words)


def tells_other_things(left: EventCluster, right: EventCluster) -> bool:
    """Whether numbers or content words show two events of one type.

    Yes: "announced a car", "announced a merger".
    No: where one has neither content words nor objects, where both have an object in common, or where the same two
    entities are in one act.
    """
    if numbers_conflict([left], [right]):
        return True
    if left.type in SINGULAR or objects(left) & objects(right) or _is_between_same_two(left, right):
        return False
    if alike(left.words, right.words):
        return False
    return all(cluster.words or objects(cluster) for cluster in (left, right))


def _is_between_same_two(left: EventCluster, right: EventCluster) -> bool:
    """Whether two entities have parts in both, and synonyms express them: "went to war with Georgia", "invaded
    Georgia".
    """
    return len(left.entities & right.entities) >= 2 and shares_synonym(left, right)


def same_harm(left: EventCluster, right: EventCluster) -> bool:
    """Whether two reports of harm give the same toll, or have many words in common where one gives none."""
    tolls = numbers(left), numbers(right)
    return not tolls[0].isdisjoint(tolls[1]) if all(tolls) else len(words_in_common(left, right)) >= MANY_WORDS


def is_same_at_place(left: EventCluster, right: EventCluster) -> bool:
    """Whether two clusters of one place report the same; that people died there may be said of many deaths."""
    if is_harm(left) and not left.participants & right.participants:
        return same_harm(left, right)
    if is_gathering(left) or min(len(left.words), len(right.words)) <= 1:
        return True
    return not tells_other_things(left, right)
