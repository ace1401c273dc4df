"""Short names, judged with the full names that they may stand for: acronyms, surnames alone, a company's first word.

A surname needs a name that both documents have; so does a short name that may stand for several full names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from graphbuilder.records import Judgement
from graphbuilder.resolve import scores
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.compare import organization_names, person_names
from graphbuilder.resolve.compare.organization_names import shortens
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.entities.full_names import Bearers, Expansions, ShortName, expansions, short_name_of
from graphbuilder.resolve.match.entities.same_name import judgement
from graphbuilder.resolve.verdicts import DIFFERENT, SAME, UNSURE

#: The verdict on two names; empty where nothing is known.
Compare = Callable[[str, str], str]
#: How many candidates are written down as unsure.
_SHOWN = 2
#: Somebody of whom so many documents have the full name, and so many times as many as of all others of the surname, is
#: whom the surname alone means where the documents have another name in common: Obama, of 66 and of 5.
_MANY, _TIMES = 10, 5
#: Full names that are compared with each other.
_MOST = 12


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
        judgements += [*found, *(() if is_person else _of_one_acronym(full.stated, name))]
        if is_person or len(full.stated) > 1:
            not_by_name |= {cluster.id for cluster in block}
            tied = {id_ for each in found if each.verdict == SAME for id_ in (each.left, each.right)}
            judgements += _with_each_other([cluster for cluster in block if cluster.id not in tied], name, context)
    return judgements, not_by_name


def _with_full_names(
    short: Sequence[EntityCluster], full: Expansions, context: Context, *, is_person: bool
) -> Iterator[Judgement]:
    """Each cluster judged with its full name: the only one that there is, or the only one of the same context."""
    bearers = _by_thing(full.stated or full.possible, _of_people if is_person else _of_bodies)
    famous = _outstanding(bearers)
    near = {name: _first_with(bearers[name], context) for name in sorted(bearers)}
    told_with = _told_with(near)
    for cluster in short:
        common: dict[str, set[str]] = defaultdict(set)
        for other in context.of(cluster):
            for name in told_with.get(other, ()):
                common[name].add(other)
        supported = [name for name in sorted(common) if not _is_of_other_sex(cluster, bearers[name])]
        if famous in supported:
            supported = [famous]
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


def _told_with(near: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[str]]:
    """Other name → the full names whose documents have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, others in near.items():
        for other in others:
            if other != name:
                found[other].append(name)
    return found


def _of_one_acronym(bearers: Bearers, acronym: str) -> Iterator[Judgement]:
    """Full names that texts shorten to one acronym as one thing, where one of them only goes on.

    Yes: "US Office for Mine Safety", "US Office for Mine Safety and Health".
    No: "Office for Mine Safety", "Polish Office for Mine Safety".
    """
    for name in sorted(bearers):
        longer = (other for other in sorted(bearers) if " " in name and other.startswith(f"{name} "))
        for other in longer:
            reason = f"{name!r} and {other!r} are both {acronym!r} for short"
            yield judgement(bearers[name][0], bearers[other][0], SAME, scores.ONLY_CANDIDATE, reason)


def _by_thing(bearers: Bearers, compare: Compare) -> Bearers:
    """The bearers of full names that are likely one thing's together, under the name that most documents have.

    So are names that one document uses for it, and like ones: "George W. Bush" and "George Bush", but not "George H. W.
    Bush" with these. A surname that very many bear is nobody's alone.
    """
    if len(bearers) > _MOST:
        return bearers
    ids = {name: {cluster.id for cluster in bearers[name]} for name in bearers}
    found: list[list[str]] = []
    for name in sorted(bearers, key=lambda name: (-len(bearers[name]), name)):
        joined = [group for group in found if _is_one(name, group, ids, compare)]
        found = [
            *(group for group in found if group not in joined),
            [one for group in joined for one in group] + [name],
        ]
    return {
        group[0]: list({cluster.id: cluster for name in group for cluster in bearers[name]}.values()) for group in found
    }


def _is_one(name: str, group: Sequence[str], ids: Mapping[str, Set[str]], compare: Compare) -> bool:
    """Whether a name is that of a thing with some others: one of these says so, and none speaks against it."""
    compared = {compare(name, one) for one in group}
    is_told = any(not ids[name].isdisjoint(ids[one]) for one in group)
    return DIFFERENT not in compared and (is_told or SAME in compared)


def _of_people(left: str, right: str) -> str:
    compared = person_names.compare(person_names.person_name(left), person_names.person_name(right))
    return "" if compared is None else compared.verdict


def _of_bodies(left: str, right: str) -> str:
    """As `compare` has it; of two names with one acronym, of which one has all words of the other, it is one body's."""
    compared = organization_names.compare(left, right)
    if compared is None:
        return SAME if shortens(left, right) or shortens(right, left) else ""
    return compared.verdict


def _outstanding(bearers: Bearers) -> str | None:
    """The full name that far more documents have than all others that are shortened alike; None if there is none."""
    counts = {name: len(clusters) for name, clusters in bearers.items()}
    most = max(counts, key=lambda name: (counts[name], name), default=None)
    is_famous = most is not None and counts[most] >= max(_MANY, _TIMES * (sum(counts.values()) - counts[most]))
    return most if is_famous else None


def _is_of_other_sex(cluster: EntityCluster, bearers: Sequence[EntityCluster]) -> bool:
    """Whether one is told to be a man, and the other a woman."""
    sexes = {bearer.traits.sex for bearer in bearers} - {""}
    return bool(cluster.traits.sex and sexes) and cluster.traits.sex not in sexes


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
