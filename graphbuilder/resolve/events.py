"""Which event clusters are the same event: block by type and year, judge in the block by date, place and participants.

| rule | score |
|---|---|
| the same name and a date that does not contradict: editions of a named event | 0.95 |
| the same word, days that overlap, and the same place or a common participant | 0.85 |
| the same word, months or years that overlap, and the same place or two common participants | 0.7 |
| the same words in two documents | 0.9 |
| the same word of a type that rarely happens twice, dates that agree, and nobody who stands against it | 0.65 |
| the same word, one of them without a date, two equal roles, and no other event of that kind to choose from; of types
  that happen again and again only where the date is near the other's publication | 0.6 |

An event that was planned and one that took place are the same under these rules ("plan and fulfilment"); what is only
possible, conditional or demanded stays apart from both, and what did not happen from what did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Judgement
from graphbuilder.resolve.clusters import EventCluster

#: Days within which reports of the same words, or without dates, are of the same event.
NEWS_DAYS = 14
#: How many tellings of a kind are compared with one that has no date.
TWINS = 200
#: Characters of a phrase that is more than a common turn of words.
PHRASE = 20
#: Letters that a verb and its noun have in common: annex–annexation, invade–invasion.
STEM = 4
_DAY = PRECISIONS.index("week")
_YEAR = PRECISIONS.index("year")

#: Whether a place lies in another, or is it.
Within = Callable[[str, str], bool]


def judge_events(clusters: Sequence[EventCluster], within: Within) -> list[Judgement]:
    """The judgements that tie event clusters, in a fixed order.

    Clusters that say exactly the same are judged once, against the first of them: a thousand reports of one event then
    cost a thousand judgements, and not half a million.
    """
    firsts, copies = _distinct(clusters)
    judgements: set[Judgement] = set()
    for first, copy in copies:
        judgements.update(_dated(first, copy, within))
    for block in _blocks(firsts).values():
        for left, right in combinations(block, 2):
            judgements.update(_dated(left, right, within))
    judgements.update(_reprinted(clusters, within))
    judgements.update(_undated(clusters, within))
    return sorted(judgements, key=lambda one: (one.left, one.right, one.reason))


def compatible(within: Within) -> Callable[[list[EventCluster], list[EventCluster]], bool]:
    """Whether two groups can be one event: no pair of them contradicts each other in date or place."""

    def check(left: list[EventCluster], right: list[EventCluster]) -> bool:
        dates_and_places = [{(one.interval, one.place): one for one in group}.values() for group in (left, right)]
        spans = list({one.interval: None for one in (*left, *right) if one.interval is not None})
        return all(
            not _contradict(one, other, within) or _days_of_one(one, other, spans, within)
            for one in dates_and_places[0]
            for other in dates_and_places[1]
        )

    return check


def _days_of_one(one: EventCluster, other: EventCluster, spans: list[Interval], within: Within) -> bool:
    """ "On Tuesday" and "on Wednesday" do not contradict each other where the same event is told of both days."""
    if one.interval is None or other.interval is None or _apart(one, other, within):
        return False
    both = one.interval, other.interval
    return any(PRECISIONS.index(span.precision) <= _DAY and all(span.contains(day) for day in both) for span in spans)


def _distinct(
    clusters: Sequence[EventCluster],
) -> tuple[list[EventCluster], list[tuple[EventCluster, EventCluster]]]:
    """The first cluster (by id) of each that say the same, and the others paired with it."""
    first: dict[tuple[object, ...], EventCluster] = {}
    copies = []
    for cluster in sorted(clusters, key=lambda one: one.id):
        known = first.setdefault(_saying(cluster), cluster)
        if known is not cluster:
            copies.append((known, cluster))
    return list(first.values()), copies


def _saying(one: EventCluster) -> tuple[object, ...]:
    return one.type, one.polarity, one.modality, one.interval, one.place, one.participants, one.lemmas, one.named


def _blocks(clusters: Iterable[EventCluster]) -> dict[tuple[str, str, int], list[EventCluster]]:
    """Dated clusters by type, polarity and each year that they touch; longer spans than a few years are no events."""
    blocks: dict[tuple[str, str, int], list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for year in _years(cluster.interval):
            blocks[cluster.type, cluster.polarity, year].append(cluster)
    return {key: sorted(blocks[key], key=lambda one: one.id) for key in sorted(blocks)}


def _years(interval: Interval | None) -> range:
    if interval is None or interval.start is None or interval.end is None:
        return range(0)
    years = range(interval.start.year, interval.end.year + 1)
    return years if len(years) <= 3 else range(0)


# --- rules --------------------------------------------------------------------------------------------------------


def _dated(left: EventCluster, right: EventCluster, within: Within) -> Iterator[Judgement]:
    if left.interval is None or right.interval is None or _contradict(left, right, within):
        return
    if _others_hit(left, right):
        return
    if left.named and left.named == right.named:
        yield _same(left, right, 0.95, f"editions of {left.named!r} with the same date")
        return
    if not _same_word(left, right) or not _comparable(left, right):
        return
    common = _who(left) & _who(right)
    place = left.place is not None and right.place is not None
    precise = all(PRECISIONS.index(one.precision) <= _DAY for one in (left.interval, right.interval))
    if precise and (place or common):
        yield _same(left, right, 0.85, f"{_kind(left, right)}: {_why(left, place, common)} on the same day")
    elif _near(left.interval, right.interval) and (place or len(common) >= 2):
        yield _same(left, right, 0.7, f"{_kind(left, right)}: {_why(left, place, common)}, dates that agree")
    elif _near(left.interval, right.interval) and _once(left) and _roles_agree(left, right):
        yield _same(left, right, 0.65, f"{_kind(left, right)}: {_why(left, place, common)}, and it happens once")


def _reprinted(clusters: Sequence[EventCluster], within: Within) -> Iterator[Judgement]:
    """The same words tell the same event: reprints, and reports that go back to one agency."""
    blocks: dict[tuple[str, str, str, str], list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for mention in cluster.mentions:
            if len(mention.phrase) >= PHRASE:
                blocks[cluster.type, cluster.polarity, cluster.modality, mention.phrase].append(cluster)
    for key in sorted(blocks):
        first, *others = sorted(blocks[key], key=lambda one: one.id)
        for other in others:
            near = _days_apart(first, other) <= NEWS_DAYS
            if other.document != first.document and near and not _contradict(first, other, within):
                yield _same(first, other, 0.9, "told in the same words")


def _days_apart(left: EventCluster, right: EventCluster) -> float:
    """Between the publication of two documents; where one is unknown, they may be of one day."""
    known = left.published is not None and right.published is not None
    return abs(left.published - right.published) if known else 0  # type: ignore[operator]


def _undated(clusters: Sequence[EventCluster], within: Within) -> Iterator[Judgement]:
    """A cluster without a date goes to the one that tells the same of the same, if there is only one."""
    blocks: dict[tuple[str, str, tuple[str, str]], list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: one.id):
        for role in cluster.participants:
            blocks[cluster.type, cluster.polarity, role].append(cluster)
    for cluster in clusters:
        if cluster.interval is not None or cluster.type == "other":
            continue
        twins = list(_twins(cluster, blocks, within))
        dates = [other.interval for other in twins if other.interval is not None]
        if dates and _agree(dates):
            target = min((other for other in twins if other.interval is not None), key=lambda one: one.id)
            yield _same(cluster, target, 0.6, "the same told of the same, once with a date and once without")
        elif twins and not dates:
            yield _same(cluster, min(twins, key=lambda one: one.id), 0.55, "the same told of the same")


def _twins(
    cluster: EventCluster, blocks: dict[tuple[str, str, tuple[str, str]], list[EventCluster]], within: Within
) -> Iterator[EventCluster]:
    """Clusters that tell the same; at most `TWINS` are looked at for each role, so that the cost stays linear."""
    seen: set[str] = set()
    for role in sorted(cluster.participants):
        for other in blocks[cluster.type, cluster.polarity, role][:TWINS]:
            if other.id not in seen:
                seen.add(other.id)
                if _tells_the_same(cluster, other, within) and _timely(cluster, other):
                    yield other


def _agree(dates: Sequence[Interval]) -> bool:
    """Whether all intervals overlap pairwise: the last to begin begins before the first to end ends."""
    last, first = max(dates, key=lambda one: one.moments[0]), min(dates, key=lambda one: one.moments[1])
    return last.overlaps(first)


def _timely(cluster: EventCluster, other: EventCluster) -> bool:
    """What happens again and again is the same only when it is told at the time; what happens once, or not, always."""
    if other.polarity == "NEG" or _once(cluster):
        return True
    if other.interval is None:
        return _days_apart(cluster, other) <= NEWS_DAYS
    if cluster.published is None or other.interval.start is None:
        return False
    return Interval.around(date.fromordinal(cluster.published), NEWS_DAYS).overlaps(other.interval)


def _tells_the_same(cluster: EventCluster, other: EventCluster, within: Within) -> bool:
    return (
        other.document != cluster.document
        and _same_word(cluster, other)
        and _comparable(cluster, other)
        and _enough_in_common(cluster, other)
        and not _contradict(cluster, other, within)
    )


def _enough_in_common(left: EventCluster, right: EventCluster) -> bool:
    """Two equal roles; or one, and two of the words that tell it beside the names ("membership action plan")."""
    roles = len(left.participants & right.participants)
    return roles >= 2 or (roles == 1 and len(left.words & right.words) >= 2)


# --- comparing ----------------------------------------------------------------------------------------------------


def _contradict(left: EventCluster, right: EventCluster, within: Within) -> bool:
    if left.interval is not None and right.interval is not None and not left.interval.overlaps(right.interval):
        return True
    return _apart(left, right, within)


def _apart(left: EventCluster, right: EventCluster, within: Within) -> bool:
    """Whether both places are known, and neither lies in the other."""
    if left.place is None or right.place is None:
        return False
    return not (within(left.place, right.place) or within(right.place, left.place))


def _others_hit(left: EventCluster, right: EventCluster) -> bool:
    """Whether both name a patient, and not the same: Kharkiv and Odesa were bombed on one day, but not in one event."""
    patients = [{entity for role, entity in one.participants if role == "patient"} for one in (left, right)]
    return all(patients) and not patients[0] & patients[1]


def _same_word(left: EventCluster, right: EventCluster) -> bool:
    if left.type == "meet":
        return True
    return bool({lemma[:STEM] for lemma in left.lemmas} & {lemma[:STEM] for lemma in right.lemmas})


def _comparable(left: EventCluster, right: EventCluster) -> bool:
    happen = {"ACTUAL", "PLANNED"}
    return left.modality == right.modality or {left.modality, right.modality} <= happen


def _near(left: Interval, right: Interval) -> bool:
    """Neither is vaguer than a year."""
    return all(PRECISIONS.index(one.precision) <= _YEAR for one in (left, right))


def _once(cluster: EventCluster) -> bool:
    return bool(lexicon("event_types").get(cluster.type, {}).get("once"))


def _roles_agree(left: EventCluster, right: EventCluster) -> bool:
    """Each role that both name has a filler in common, and there is at least one."""
    roles = {role for role, _ in left.participants} & {role for role, _ in right.participants}
    common = {role for role, _ in left.participants & right.participants}
    return bool(roles) and roles == common


def _who(cluster: EventCluster) -> frozenset[str]:
    return frozenset(entity for _, entity in cluster.participants)


def _kind(left: EventCluster, right: EventCluster) -> str:
    return "the same event" if left.modality == right.modality else "plan and fulfilment"


def _why(cluster: EventCluster, place: bool, common: frozenset[str]) -> str:
    facts = [*([cluster.place] if place and cluster.place is not None else []), *sorted(common)]
    return ", ".join(facts)


def _same(left: EventCluster, right: EventCluster, score: float, reason: str) -> Judgement:
    first, second = sorted((left.id, right.id))
    return Judgement(first, second, "same", score, reason)
