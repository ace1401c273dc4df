"""The same words in two documents: reprints, reports that go back to one agency, and statements of the same facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.status import is_comparable
from graphbuilder.resolve.match.events.when_and_where import NEWS_DAYS, contradicts, days_between_publications

Pair = tuple[EventCluster, EventCluster]


def distinct(clusters: Sequence[EventCluster]) -> tuple[list[EventCluster], list[Pair]]:
    """The first cluster (by id) of each that say exactly the same, and each other one paired with it.

    The same is the same trigger and status with the same date, place and participants, of whom somebody has a name.
    """
    firsts: dict[tuple[object, ...], EventCluster] = {}
    copies = []
    for cluster in sorted(clusters, key=lambda each: each.id):
        says_enough = bool(cluster.named_entities) and cluster.interval is not None and not cluster.assumed
        first = firsts.setdefault(_statement(cluster) if says_enough else (cluster.id,), cluster)
        if first is not cluster:
            copies.append((first, cluster))
    return list(firsts.values()), copies


def _statement(cluster: EventCluster) -> tuple[object, ...]:
    what = cluster.type, cluster.polarity, cluster.modality, cluster.lemmas, cluster.named, cluster.words
    return (*what, cluster.interval, cluster.place, cluster.participants)


#: How surely one sentence, printed word for word, tells one event; and one phrase in documents of the same days.
_VERBATIM, _REPRINT = 0.95, 0.9
#: Days within which reports in the same words are of the same event where the words are few, and may be used again and
#: again: "Kyiv asked for help".
REPRINT_DAYS = 2
#: Characters of a phrase that is more than a common turn of words.
LONG_PHRASE = 20


def judge_reprints(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on clusters with the same phrase, in documents of the same days."""
    blocks: dict[tuple[object, ...], list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for mention in cluster.mentions:
            if (key := _blocking_key(cluster, mention)) is not None:
                blocks[key].append(cluster)
    for block in blocks.values():
        first, *others = sorted(block, key=lambda cluster: cluster.id)
        days = NEWS_DAYS if len(first.words) > 1 else REPRINT_DAYS
        for other in others:
            if other.document == first.document or days_between_publications(first, other) > days:
                continue
            if not contradicts(first, other, evidence.is_within):
                yield link(first, other, _REPRINT, "told in the same words")


def _blocking_key(cluster: EventCluster, mention: EventMention) -> tuple[object, ...] | None:
    """The phrase with the status of the event, and of a short one the participants; None where it may be of any event:
    a short phrase without participants.
    """
    if not mention.phrase:
        return None
    is_long = len(mention.phrase) >= LONG_PHRASE and len(cluster.words) > 1
    if not is_long and not cluster.participants:
        return None
    participants = None if is_long else cluster.participants
    return cluster.type, cluster.polarity, cluster.modality, mention.phrase, participants


def judge_verbatim(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on one sentence that several documents print word for word: one report, at whatever time."""
    cluster_of = {mention.id: cluster for cluster in clusters for mention in cluster.mentions}
    for cluster in clusters:
        for mention in cluster.mentions:
            original = cluster_of.get(evidence.first(mention).id)
            if original is None or original.document == cluster.document or not is_comparable(original, cluster):
                continue
            if original.modality == cluster.modality and not contradicts(original, cluster, evidence.is_within):
                yield link(original, cluster, _VERBATIM, "one sentence, printed word for word")
