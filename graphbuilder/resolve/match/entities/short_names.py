"""Short names, judged with the full names that they may stand for: acronyms, surnames alone, a company's first word.

A surname needs a name that both documents have; so does a short name that may stand for several full names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.match.entities import scores
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.entities.full_names import Expansions, ShortName, expansions, short_name_of
from graphbuilder.resolve.match.entities.same_name import judgement
from graphbuilder.resolve.verdicts import SAME, UNSURE

#: How many candidates are written down as unsure.
_SHOWN = 2


def judge_short_names(clusters: Sequence[EntityCluster], context: Context) -> tuple[list[Judgement], set[str]]:
    """The judgements on clusters that have a short name only, and the ids of those that it alone does not tie."""
    table = expansions(clusters)
    blocks: dict[ShortName, list[EntityCluster]] = defaultdict(list)
    for cluster in clusters:
        short = short_name_of(cluster, table)
        if short is not None:
            blocks[short].append(cluster)
    judgements: list[Judgement] = []
    not_by_name: set[str] = set()
    for short in sorted(blocks):
        block, full, (is_person, name) = blocks[short], table.get(short, Expansions()), short
        found = list(_with_full_names(block, full, context, is_person=is_person))
        judgements += found
        if is_person or len(full.stated) > 1:
            not_by_name |= {cluster.id for cluster in block}
            tied = {id_ for each in found if each.verdict == SAME for id_ in (each.left, each.right)}
            judgements += _with_each_other([cluster for cluster in block if cluster.id not in tied], name, context)
    return judgements, not_by_name


def _with_full_names(
    short: Sequence[EntityCluster], full: Expansions, context: Context, *, is_person: bool
) -> Iterator[Judgement]:
    """Each cluster judged with its full name: the only one that there is, or the only one of the same context."""
    bearers = full.stated or full.possible
    near = {name: _first_with(bearers[name], context) for name in sorted(bearers)}
    for cluster in short:
        others = context.of(cluster)
        common = {name: others & near[name].keys() - {name} for name in near}
        supported = [name for name in near if common[name]]
        if len(bearers) == 1 and full.stated and not is_person:
            [(name, named)] = bearers.items()
            reason = f"short for {name!r}, as {named[0].document} has it"
            yield judgement(named[0], cluster, SAME, scores.SHORT_FOR, reason)
        elif len(supported) == 1:
            [name] = supported
            evidence = context.rarest(common[name])
            relation = "the surname of" if is_person and full.stated else "short for"
            score = scores.ONLY_CANDIDATE if len(bearers) == 1 else scores.ONE_CANDIDATE
            reason = f"{relation} {name!r}; both told with {evidence!r}"
            yield judgement(near[name][evidence], cluster, SAME, score, reason)
        else:
            doubt = "told with others too" if supported else "with nobody in common"
            for name in (supported or list(near))[:_SHOWN]:
                reason = f"perhaps {name!r}, but {doubt}"
                yield judgement(bearers[name][0], cluster, UNSURE, scores.UNSURE, reason)


def _first_with(clusters: Sequence[EntityCluster], context: Context) -> dict[str, EntityCluster]:
    """Name → the first cluster whose document has it too."""
    found: dict[str, EntityCluster] = {}
    for cluster in clusters:
        for name in context.of(cluster):
            found.setdefault(name, cluster)
    return found


def _with_each_other(clusters: Sequence[EntityCluster], name: str, context: Context) -> Iterator[Judgement]:
    """Clusters of a short name without full name, judged with the first one of the same context."""
    first: dict[str, EntityCluster] = {}
    for cluster in clusters:
        others = sorted(context.of(cluster))
        links = {first[other].id: (first[other], other) for other in reversed(others) if other in first}
        for earlier, evidence in links.values():
            reason = f"the same name, {name!r}; both told with {evidence!r}"
            yield judgement(earlier, cluster, SAME, scores.SHORT_IN_CONTEXT, reason)
        if not links and clusters[0] is not cluster:
            reason = f"the same name, {name!r}, but with nobody in common"
            yield judgement(clusters[0], cluster, UNSURE, scores.UNSURE_SAME, reason)
        for other in others:
            first.setdefault(other, cluster)
