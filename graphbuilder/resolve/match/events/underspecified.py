"""Underspecified event clusters, such as "the fire" and "the board rejected it", tied to their only antecedent.

Three kinds of cluster are anaphors here:

- a definite noun that says neither who, where nor when: "the fire"
- an act of a type that rarely happens twice in a day, without participants and place, or vaguely dated
- a deed of known place and day without participants: "a barrage of missiles cut the power in Lund on Monday"

The antecedent is an event of the same trigger, in a document that names some of the same entities, and dated (the
anaphor's date if it has one, the months before publication if not, the year if its clause has one). If several groups
are candidates, one must have far more clusters than all others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from graphbuilder.events.coreference.content_words import alike
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events import scores
from graphbuilder.resolve.match.events.evidence import Evidence, Groups
from graphbuilder.resolve.match.events.features.dates import dates_agree, is_precise, is_surely_dated
from graphbuilder.resolve.match.events.features.types import is_all_lasting
from graphbuilder.resolve.verdicts import SAME

#: Types to which a follow-up refers by a definite noun: "the fire", "the attack", "the recall".
_BY_NOUN = frozenset({"attack", "disaster", "recall"})
#: Types of which two hardly happen to the same on one day.
_RARE = frozenset(
    {
        "agree",
        "appoint",
        "buy",
        "dismiss",
        "end",
        "promise",
        "protest",
        "recall",
        "reject",
        "resign",
        "seize",
        "sue",
        "try",
    }
)
#: Those of which one word may refer to several events of a day: "the talks ended", "the strike ended".
_LOOSE = frozenset({"end", "protest"})
#: Entities, places left out, that two documents about the same have in common; and where nobody takes part in both.
_COMMON, _MANY = 2, 4
#: A follow-up comes within so many days.
_DAYS = 400
#: How many times as many clusters as any other candidate group the antecedent has, where there are others.
_OFTEN = 5
#: An entity that more documents name does not say what a document is about.
_MOST = 200
#: A year in a phrase: "who fought the fire back in 2009".
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")


def judge_underspecified(
    underspecified: Iterable[EventCluster], specified: Sequence[EventCluster], groups: Groups, evidence: Evidence
) -> list[Judgement]:
    """The judgements that tie underspecified clusters to their antecedents.

    Args:
        underspecified: the event clusters that say neither who, where nor when.
        specified: all others; some of them are anaphors, too.
        groups: the groups that the judgements so far make; asked only if there are anaphors.
        evidence: what else is looked up.
    """
    anaphors = [each for each in underspecified if _is_definite(each, evidence)]
    anaphors += [each for each in specified if each.type in _RARE and (_lacks_who_and_where(each) or _is_vague(each))]
    anaphors += [each for each in specified if each.type in _BY_NOUN and _lacks_who(each)]
    if not anaphors:
        return []
    near = _Near([each for each in specified if each.modality == "ACTUAL"], evidence.actors)
    group_of = {cluster.id: at for at, group in enumerate(groups()) for cluster in group}
    judgements = []
    for anaphor in sorted(anaphors, key=lambda each: each.id):
        candidates = [other for other in near.of(anaphor) if _may_be(anaphor, other, evidence)]
        antecedents = _antecedents(anaphor, candidates, group_of)
        if antecedents:
            first, second = sorted((anaphor.id, min(each.id for each in antecedents)))
            reason = "the only one told in articles about the same"
            judgements.append(Judgement(first, second, SAME, scores.ONLY_ANTECEDENT, reason))
    return judgements


def _antecedents(
    anaphor: EventCluster, candidates: Sequence[EventCluster], group_of: dict[str, int]
) -> Sequence[EventCluster]:
    """The clusters of the antecedent: the dated ones of the only or main group.

    Where no candidate has participants or a place, and each is of another document, they are one event.
    """
    specified = [each for each in candidates if not _lacks_who_and_where(each)]
    nearest = [each for each in specified if each.document == anaphor.document] or specified
    group = _main_group(Counter(group_of[each.id] for each in nearest))
    dated = [each for each in specified if _is_dated(each) and group_of[each.id] == group]
    if dated:
        return dated
    is_one_a_document = len({each.document for each in candidates}) == len(candidates)
    return candidates if not specified and is_one_a_document else ()


def _main_group(counts: Counter[int]) -> int | None:
    """The only group, or the one with so many clusters that all others are slips."""
    (main, most), *others = counts.most_common(2) or [(-1, 0)]
    second = others[0][1] if others else 0
    return main if most and most >= _OFTEN * second else None


class _Near:
    """The clusters of one type and polarity in documents that name the same entities, if not too many name them."""

    def __init__(self, clusters: Sequence[EventCluster], actors: Callable[[str], frozenset[str]]) -> None:
        self._actors = actors
        self._clusters: dict[tuple[str, str, str], list[EventCluster]] = defaultdict(list)
        for cluster in sorted(clusters, key=lambda each: each.id):
            self._clusters[cluster.document, cluster.type, cluster.polarity].append(cluster)
        self._naming: dict[str, list[str]] = defaultdict(list)
        for document in sorted({cluster.document for cluster in clusters}):
            for entity in actors(document):
                self._naming[entity].append(document)
        self._documents: dict[str, list[str]] = {}

    def of(self, anaphor: EventCluster) -> Iterator[EventCluster]:
        """The clusters of its type near an anaphor, by document."""
        for document in self._near(anaphor.document):
            yield from self._clusters.get((document, anaphor.type, anaphor.polarity), ())

    def _near(self, document: str) -> list[str]:
        if document not in self._documents:
            naming = (self._naming[entity] for entity in self._actors(document) if entity in self._naming)
            few = (documents for documents in naming if len(documents) <= _MOST)
            self._documents[document] = sorted({document, *chain.from_iterable(few)})
        return self._documents[document]


# --- anaphors -----------------------------------------------------------------------------------------------------


def _is_definite(cluster: EventCluster, evidence: Evidence) -> bool:
    """Whether a definite noun mentions a deed that readers know: "the fire"; not what lasts, "the war"."""
    if cluster.type not in _BY_NOUN or cluster.modality != "ACTUAL" or is_all_lasting(cluster):
        return False
    return any(map(evidence.is_definite, cluster.mentions))


def _lacks_who_and_where(cluster: EventCluster) -> bool:
    """Whether a deed of a known day or month has neither participants nor a place."""
    is_deed = cluster.modality == "ACTUAL" and not cluster.participants and cluster.place is None
    return is_deed and not cluster.assumed and _is_of_days(cluster.interval)


def _lacks_who(cluster: EventCluster) -> bool:
    """Whether a deed of a known place and day, mentioned by nouns only, has no participants."""
    is_deed = cluster.modality == "ACTUAL" and not cluster.participants and cluster.place is not None
    is_dated = cluster.interval is not None and is_precise(cluster.interval) and not cluster.assumed
    return is_deed and is_dated and all(mention.method.startswith("noun") for mention in cluster.mentions)


def _is_vague(cluster: EventCluster) -> bool:
    """Whether an act of somebody is only dated to a month or longer: "Roe went to court in June"."""
    return bool(cluster.participants) and cluster.interval is not None and not is_precise(cluster.interval)


# --- antecedents --------------------------------------------------------------------------------------------------


def _is_dated(cluster: EventCluster) -> bool:
    """Whether a text says on which day or in which month it was, so that others may refer to it."""
    return is_surely_dated(cluster) and _is_of_days(cluster.interval)


def _is_of_days(interval: Interval | None) -> bool:
    return interval is not None and (is_precise(interval) or interval.precision == "month")


def _may_be(anaphor: EventCluster, other: EventCluster, evidence: Evidence) -> bool:
    """Whether a cluster may be the antecedent: of the same trigger and time, and in a document about the same."""
    if anaphor is other or not _is_of_its_time(anaphor, other) or not _is_of_its_year(anaphor, other):
        return False
    if not one_act(anaphor.type, anaphor.lemmas, other.lemmas) or not _has_its_parts(anaphor, other):
        return False
    common = len(evidence.actors(anaphor.document) & evidence.actors(other.document))
    shares_words = bool(anaphor.words & other.words) and alike(anaphor.words, other.words)
    if _lacks_who_and_where(other):
        is_elsewhere = anaphor.document != other.document
        return _lacks_who_and_where(anaphor) and is_elsewhere and common >= _MANY and shares_words
    is_silent = anaphor.type == "protest" or not anaphor.words
    if anaphor.type in _LOOSE and not shares_words and not (is_silent and common >= _MANY):
        return False
    if anaphor.document == other.document or common >= _COMMON:
        return True
    return common >= 1 and other.type in _BY_NOUN and other.place in evidence.named(anaphor.document)


def _has_its_parts(anaphor: EventCluster, other: EventCluster) -> bool:
    """Whether a candidate has all participants of the anaphor, and its place is not said where that has one."""
    is_placed = anaphor.place is not None and anaphor.type in _BY_NOUN
    if is_placed and (other.place is not None or not anaphor.lemmas & other.lemmas):
        return False
    return anaphor.participants <= other.participants and not (anaphor.participants and _is_vague(other))


def _is_of_its_time(anaphor: EventCluster, other: EventCluster) -> bool:
    """Whether the dates agree; of an undated anaphor, whether a candidate was in the time before it was published, or
    was published in that time if it has no date either.
    """
    if anaphor.interval is not None:
        return other.interval is not None and dates_agree(anaphor, other)
    if anaphor.published is None:
        return False
    if other.interval is None:
        return other.published is None or abs(anaphor.published - other.published) <= _DAYS
    half = _DAYS // 2
    return Interval.around(date.fromordinal(anaphor.published - half), half).overlaps(other.interval)


def _is_of_its_year(anaphor: EventCluster, other: EventCluster) -> bool:
    """Whether a candidate is of a year that the phrases of an undated anaphor have.

    A dated anaphor may have the year of something else: "reaffirmed on Tuesday what was agreed at the 2008 summit".
    """
    if anaphor.interval is not None or other.interval is None:
        return True
    years = {int(year) for mention in anaphor.mentions for year in _YEAR.findall(mention.phrase)}
    return not years or any(Interval.at(year).overlaps(other.interval) for year in years)
