"""Which event clusters of different documents are the same event.

In: the event clusters of all documents and the `Evidence` beside them. Out: the judgements. The rules, in this order:

1. `reprints.distinct`: clusters that say exactly the same are judged against the first of them: a thousand reports of
   one event cost a thousand judgements, and not half a million.
2. `likely`: pairs of two articles of one affair that are of one time or one name, and one event by their
   `likeness`: how alike the reader holds them, their words, who takes part, when; many `pairs` at a time.
3. `reprints`: the same sentence or phrase in two documents, dated or not.

What was planned and what took place are tied ("plan and fulfilment") and stay two events. What is only possible or
demanded stays apart from both, and what did not happen from what did. `cannot_link` keeps groups apart whose members
contradict each other, `likeness.cohere` those that are not alike as wholes.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.evidence import Evidence, link
from graphbuilder.resolve.match.events.likely import judge_likely
from graphbuilder.resolve.match.events.reprints import distinct, judge_reprints, judge_verbatim

#: How surely clusters that say exactly the same are one event.
_SAME_STATEMENT = 0.9


def judge_events(clusters: Sequence[EventCluster], evidence: Evidence) -> list[Judgement]:
    """The judgements on pairs of clusters, in a fixed order."""
    firsts, copies = distinct(clusters)
    judgements = {link(*pair, _SAME_STATEMENT, "told with the same day, place and participants") for pair in copies}
    judgements.update(judge_likely(firsts, evidence))
    judgements.update(judge_reprints(clusters, evidence))
    judgements.update(judge_verbatim(clusters, evidence))
    return sorted(judgements, key=lambda judgement: (judgement.left, judgement.right, judgement.reason))
