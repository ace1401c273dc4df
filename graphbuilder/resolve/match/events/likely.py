"""Which pairs of event clusters of two articles are judged one event: of one time, likely enough, likelier than others.

Only articles of one affair, whose words are alike, tell events together. An article tells an event once, with all its
tellings in one cluster. So a cluster is one event with one cluster of another article at most: the one of the greatest
`likeness`, to which in its turn it must be the likeliest. Two articles are judged by themselves, whatever other
articles tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.likeness import ONE_AFFAIR, likeness
from graphbuilder.resolve.match.events.pairs import Numbers, Pairs, Tellings
from graphbuilder.resolve.match.events.status import is_comparable
from graphbuilder.resolve.match.events.when_and_where import are_near, dates_meet, may_be_of_one_time, places_conflict

#: Below this share of the cosine of one affair (`ONE_AFFAIR`) most articles are of two.
_AT_LEAST = 0.4
#: So many others an article looks at; it is compared with these, and with those that look at it.
NEAREST = 40
_DIGITS = 6


def affairs_of(documents: Iterable[str], articles: Articles) -> Mapping[str, Sequence[str]]:
    """Document → the others of its affair that it is compared with, both ways round."""
    found: dict[str, set[str]] = {document: set() for document in sorted(documents)}
    others = np.array([document in found for document in articles.documents])
    for document, compared in found.items():
        cosines = articles.cosines(document).round(_DIGITS)
        near = np.flatnonzero((cosines >= _AT_LEAST * ONE_AFFAIR) & others)
        if len(near) > NEAREST + 1:  # one of them is the document itself
            near = near[cosines[near] >= np.partition(cosines[near], -NEAREST - 1)[-NEAREST - 1]]
        nearest = [articles.documents[at] for at in near[np.argsort(-cosines[near], kind="stable")].tolist()]
        for other in [each for each in nearest if each != document][:NEAREST]:
            compared.add(other)
            found[other].add(document)
    return {document: sorted(compared) for document, compared in found.items()}


#: From which probability two clusters are one event: where nothing else ties them, where who takes part or when it was
#: does, and where both do. Of the pairs of newswire that are only told alike, half are one event, and four of five of
#: those that have somebody named in common.
_SAME = np.array((0.8, 0.6, 0.5))
#: Tellings that are less alike to the reader are not compared, again by what else ties them: hardly any is one event.
_UNLIKE = np.array((0.65, 0.5, 0.5))


def judge_likely(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Judgement]:
    """The judgements on pairs of which each is to the other the likeliest one of its article."""
    for pairs in comparable_pairs(clusters, evidence):
        chances = np.array([round(chance, 3) for chance in likeness(pairs, evidence.articles).tolist()])
        likely = chances >= _SAME[_ties(pairs)]
        yield from _likeliest(pairs.where(likely), chances[likely].tolist())


def _likeliest(pairs: Pairs, chances: Sequence[float]) -> Iterator[Judgement]:
    """The judgements on those pairs of two articles neither of which is likelier one event with another one."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for (left, right), chance in zip(pairs, chances, strict=True):
        for one, other in ((left, right), (right, left)):
            of_article = one.id, other.document
            best[of_article] = max(best.get(of_article, (0.0, "")), (chance, other.id))
    meet = dates_meet(*pairs.when).tolist()
    for (left, right), chance, alike, dates in zip(pairs, chances, pairs.alike.tolist(), meet, strict=True):
        if best[left.id, right.document] == (chance, right.id) and best[right.id, left.document] == (chance, left.id):
            yield link(left, right, chance, _why(left, right, alike, dates=dates), prefix="the same event: ")


def comparable_pairs(clusters: Sequence[EventCluster], evidence: Evidence) -> Iterator[Pairs]:
    """The pairs of two articles of one affair that are of one name or one time, are not unlike to the
    reader, and that neither status, date nor place keeps apart; of each article those with the articles after it.
    """
    by_article: dict[str, list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: one.id):
        by_article[cluster.document].append(cluster)
    told = {document: Tellings.of(few) for document, few in by_article.items()}
    for document, others in affairs_of(told, evidence.articles).items():
        if later := [told[other] for other in others if document < other]:
            yield _comparable(told[document], Tellings.joined(later), evidence)


def _comparable(article: Tellings, others: Tellings, evidence: Evidence) -> Pairs:
    pairs = Pairs.of(article, others, alike=_UNLIKE.min())
    pairs = pairs.where(may_be_of_one_time(*pairs.when))
    pairs = pairs.where(are_near(*pairs.when) | pairs.of_one_name)
    pairs = pairs.where((pairs.alike >= _UNLIKE[_ties(pairs)]) | pairs.unknown)
    return pairs.where(
        np.array([is_comparable(*pair) and not places_conflict(*pair, evidence.is_within) for pair in pairs], bool)
    )


def _ties(pairs: Pairs) -> Numbers:
    """How many of two questions have one answer for both: who takes part, and when it was; a name answers both."""
    return np.where(pairs.of_one_name, 2, pairs.of_somebody + dates_meet(*pairs.when).astype(int))


def _why(left: EventCluster, right: EventCluster, alike: float, *, dates: bool) -> str:
    """What two clusters have in common, for a reader."""
    parts = [f"{max(0.0, alike):.2f} alike"]
    if common := sorted(left.named_entities & right.named_entities):
        parts.append(f"with {', '.join(common)}")
    if dates:
        parts.append("dates that agree")
    return ", ".join(parts)
