"""Which event clusters are the same event: block by type and year, judge in the block by date, place and participants.

| rule | score |
|---|---|
| the same name and a date that does not contradict: editions of a named event | 0.95 |
| the same words in two documents | 0.9 |
| the same word, days that overlap, and the same place, or a common participant and nothing of two things | 0.85 |
| the same word, months or years that overlap, and the same place or two common participants | 0.7 |
| another word for the same act, dates that overlap, done by the same to the same ("seized", "annexation") | 0.7 |
| the same word and days that overlap, told in two more of the same words | 0.65 |
| the same word and months or years that overlap, by or to the same, told in two more of the same words | 0.65 |
| the same word and months or years that overlap, told with a number that few things share ("38,000") | 0.65 |
| the same word of a type that rarely happens twice, dates that agree, and nobody who stands against it; they agree
  also where one is only the day of a news story, and the other one of the three days before | 0.65 |
| a noun with "the" that tells neither who nor where, and the only event of its kind and days that others tell | 0.55 |
| the same word, one of them without a date, two equal roles, and no other event of that kind to choose from; of types
  that happen again and again only where the date is near the other's publication | 0.6 |
| a plan, and later the word that it is off, of the same people or place (`fallen`) | 0.5 |
| what somebody was to decide, and the only decision of his after that in articles about the same (`fulfilled`) | 0.55 |

What was planned and what took place are tied under these rules ("plan and fulfilment") and stay two events; what is
only possible, conditional or demanded stays apart from both, and what did not happen from what did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.clusters import TIED, EventCluster
from graphbuilder.resolve.match.bare_nouns import is_bare, lasts
from graphbuilder.resolve.match.cancelled_plans import may_be_one
from graphbuilder.resolve.match.event_pairs import (
    NEARLY_ALL,
    STORY_DAYS,
    Within,
    alike_there,
    apart,
    as_planned,
    at_odds,
    comparable,
    contradict,
    counted_apart,
    dates_agree,
    day_of,
    enough_in_common,
    figures,
    gathered,
    gives,
    happens_once,
    in_words,
    named_apart,
    near,
    one_war,
    others_hit,
    precise,
    roles_agree,
    said_anew,
    same_act,
    same_noun,
    same_number,
    same_word,
    surely_dated,
    to_the_same,
    told_before,
    told_differently,
    who,
)
from graphbuilder.resolve.merge.records import LASTING

#: Days within which reports of the same words, or without dates, are of the same event.
NEWS_DAYS = 14
#: Days that a story may be behind what it tells, with those that months are short of 31.
MARGIN = STORY_DAYS + 3
#: The same for words that are told again and again: "Kyiv asked for help".
REPRINT_DAYS = 2
#: Dated tellings of which one may be a slip.
_MANY = 5
_VAGUE = frozenset({"week", "month", "season", "quarter", "half", "year", "decade"})
#: How many tellings of a kind are compared with one that has no date.
TWINS = 200
_MONTH = PRECISIONS.index("month")
#: Words in common that tell one event of a day where neither place nor people do.
_WORDS = 3
#: Characters of a phrase that is more than a common turn of words.
PHRASE = 20


def judge_events(
    clusters: Sequence[EventCluster],
    within: Within,
    first: Callable[[EventMention], EventMention],
    company: Callable[[str], frozenset[str]],
) -> list[Judgement]:
    """The judgements that tie event clusters, in a fixed order.

    Clusters that say exactly the same are judged once, against the first of them: a thousand reports of one event then
    cost a thousand judgements, and not half a million. `first` finds the same words where they were printed first,
    `company` the people and bodies that a document names.
    """
    firsts, copies = _distinct(clusters)
    judgements: set[Judgement] = set()
    for one, copy in copies:
        judgements.update(_dated(one, copy, within))
    pairs = [pair for block in _blocks(firsts).values() for pair in _near_in_time(block)]
    judgements.update(_of_one_date(firsts, {one for pair in pairs for one in _dated(*pair, within)}))
    judgements.update(_reprinted(clusters, within))
    judgements.update(_verbatim(clusters, within, first))
    judgements.update(_undated(clusters, within))
    for block in _blocks(firsts).values():
        judgements.update(_definite(block, within, company))
    return sorted(judgements, key=lambda one: (one.left, one.right, one.reason))


def _of_one_date(clusters: Iterable[EventCluster], judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements without those that tie what is told of a month or year to the days of several events.

    "Raised it last month" is no more of the 27th than of the 29th, if it was raised on both.
    """
    by_id = {one.id: one for one in clusters}
    told = list(judgements)
    days: dict[str, dict[str, EventCluster]] = defaultdict(dict)
    for one in told:
        for vague, other in ((one.left, one.right), (one.right, one.left)):
            if _is_vaguer(by_id[vague], by_id[other]):
                days[vague][other] = by_id[other]
    kept = {vague: {one.id for one in _one_time(list(others.values()))} for vague, others in days.items()}
    for one in told:
        sides = (one.left, one.right), (one.right, one.left)
        if not any(other in days.get(vague, ()) and other not in kept[vague] for vague, other in sides):
            yield one


def _one_time(dated: Sequence[EventCluster]) -> Sequence[EventCluster]:
    """Those of one day, or of the days that one of them tells: "November 29-30"."""
    spans = {one.day: one.day for one in dated if one.day is not None and one.type in LASTING}
    if any(all(one.day is not None and span.contains(one.day) for one in dated) for span in spans.values()):
        return dated
    return _most_told(dated)


def _is_vaguer(one: EventCluster, other: EventCluster) -> bool:
    """Whether one is told of a week, month or year, and the other of a day."""
    if one.day is None or other.day is None or not precise(other.day) or other.day.precision == "week":
        return False
    return one.day.precision in _VAGUE or _is_week(one.day)


def compatible(within: Within) -> Callable[[list[EventCluster], list[EventCluster]], bool]:
    """Whether two groups can be one event: no pair of them contradicts each other in date or place."""

    def check(left: list[EventCluster], right: list[EventCluster]) -> bool:
        if not may_be_one([*left, *right]):
            return False
        if _told_too_soon(left, right) or _told_too_soon(right, left) or counted_apart(left, right):
            return False
        if left[0].type == "disaster":  # one that many tell of is not two because few have another day
            slips = {one.id for one in (*left, *right)} - {one.id for one in _without_slips([*left, *right])}
            left, right = ([one for one in group if one.id not in slips] for group in (left, right))
            if not left or not right:
                return True
        dates_and_places = [
            {(one.interval, one.place, one.assumed): one for one in _widest(_without_slips(group), within)}.values()
            for group in (left, right)
        ]
        spans = list({one.day: None for one in (*left, *right) if one.day is not None})
        return all(
            not contradict(one, other, within) or _days_of_one(one, other, spans, within)
            for one in dates_and_places[0]
            for other in dates_and_places[1]
        )

    return check


def _told_too_soon(left: Sequence[EventCluster], right: Sequence[EventCluster]) -> bool:
    """Whether one group tells as done, in an article that came out before it, what the other has a date of."""
    undated = [one for one in left if one.interval is None and one.published is not None]
    dated = [one for one in right if one.interval is not None]
    if not undated or not dated:
        return False
    earliest = min(undated, key=lambda one: one.published or 0)
    return any(told_before(earliest, one) for one in {one.interval: one for one in _without_slips(dated)}.values())


def _without_slips(group: Sequence[EventCluster]) -> Sequence[EventCluster]:
    """The group without the few dates that nearly all others contradict."""
    dated = [one for one in group if one.interval is not None and not one.bound]
    if len(dated) < _MANY:
        return group
    most = {one.id for one in _most_told(dated)}
    slips = {one.id for one in dated if one.id not in most} if most else ()
    return [one for one in group if one.id not in slips]


def _widest(group: Sequence[EventCluster], within: Within) -> Sequence[EventCluster]:
    """The group; of a disaster that struck a country, the places in it tell nothing of where else it struck."""
    if group[0].type != "disaster":
        return group
    places = {one.place for one in group if one.place is not None}
    inner = {
        one for one in places for other in places if one != other and within(one, other) and not within(other, one)
    }
    return [replace(one, place=None) if one.place in inner else one for one in group]


def _days_of_one(one: EventCluster, other: EventCluster, spans: list[Interval], within: Within) -> bool:
    """ "On Tuesday" and "on Wednesday" do not contradict each other where the same event is told of both days."""
    if one.day is None or other.day is None or apart(one, other, within):
        return False
    both = one.day, other.day
    days = (span for span in spans if precise(span) and not _is_week(span)) if one.type in LASTING else ()
    return any(all(span.contains(day) for day in both) for span in days)


def _is_week(span: Interval) -> bool:
    """Whether it is a week from Monday to Sunday, as "last week" is: no event is said to have taken that long."""
    first, last = day_of(span), None if span.end is None else day_of(Interval(span.end, span.end))
    return span.precision == "week" or (first is not None and last is not None and last - first == 6 and first % 7 == 1)


def _distinct(
    clusters: Sequence[EventCluster],
) -> tuple[list[EventCluster], list[tuple[EventCluster, EventCluster]]]:
    """The first cluster (by id) of each that say the same, and the others paired with it."""
    firsts: dict[tuple[object, ...], list[EventCluster]] = defaultdict(list)
    copies = []
    for cluster in sorted(clusters, key=lambda one: one.id):
        known = firsts[_saying(cluster)]
        first = next((one for one in known[:TWINS] if not told_differently(one, cluster)), None)
        if first is None:
            known.append(cluster)
        else:
            copies.append((first, cluster))
    return [one for known in firsts.values() for one in known], copies


def _saying(one: EventCluster) -> tuple[object, ...]:
    what = one.type, one.polarity, one.modality, one.lemmas, one.named
    return (*what, one.interval, one.assumed, one.place, one.participants)


def _blocks(clusters: Iterable[EventCluster]) -> dict[tuple[str, str, int], list[EventCluster]]:
    """Dated clusters by type, polarity and each year that they touch; longer spans than a few years are no events."""
    blocks: dict[tuple[str, str, int], list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for year in _years(cluster.day):
            blocks[cluster.type, cluster.polarity, year].append(cluster)
    return {key: sorted(blocks[key], key=lambda one: one.id) for key in sorted(blocks)}


def _years(interval: Interval | None) -> range:
    if interval is None or interval.start is None or interval.end is None:
        return range(0)
    years = range(interval.start.year, interval.end.year + 1)
    return years if len(years) <= 3 else range(0)


def _near_in_time(block: Iterable[EventCluster]) -> Iterator[tuple[EventCluster, EventCluster]]:
    """The pairs of a block whose days meet, or nearly where one is only that of its story; by a sweep over the days."""
    spans = sorted(((*_day_numbers(one), one) for one in block), key=lambda span: (span[0], span[2].id))
    recent: list[tuple[int, EventCluster]] = []
    for start, end, one in spans:
        recent = [(last, other) for last, other in recent if last + MARGIN >= start]
        for last, other in recent:
            if last >= start or _loose(one) or _loose(other):
                yield (other, one) if other.id < one.id else (one, other)
        recent.append((end, one))


def _loose(cluster: EventCluster) -> bool:
    """Whether its day is that of its story, or only told roughly."""
    return cluster.assumed or (cluster.day is not None and cluster.day.approximate)


def _day_numbers(cluster: EventCluster) -> tuple[int, int]:
    """The first and the last day of a dated cluster, counted as if all months had 31 days."""
    assert cluster.day is not None
    first, last = (int(372 * year + 31 * month + day) for year, month, day, *_ in cluster.day.moments)
    return first, last


# --- rules --------------------------------------------------------------------------------------------------------


def _dated(left: EventCluster, right: EventCluster, within: Within) -> Iterator[Judgement]:
    if left.day is None or right.day is None or contradict(left, right, within) or others_hit(left, right):
        return
    if at_odds(left, right) or counted_apart([left], [right]) or not comparable(left, right):
        return
    if left.bound and right.bound:  # that two happened by some day is no time that they share
        if same_word(left, right) and happens_once(left) and _alike_once(left, right) and to_the_same(left, right):
            yield _same(left, right, 0.6, "news of the same days, and it happens once", "the same event: ")
    elif left.named and left.named == right.named:
        yield _same(left, right, 0.95, f"editions of {left.named!r} with the same date")
    else:
        judged = _by_word(left, right) if same_word(left, right) else _by_act(left, right)
        if judged is None and one_war(left, right) and dates_agree(left, right) and near(left.day, right.day):
            judged = 0.6, f"the war of {', '.join(sorted(who(left) & who(right)))}"
        if judged is not None:
            score, reason = judged
            yield _same(left, right, score, reason, "the same event: ")


def _by_word(left: EventCluster, right: EventCluster) -> tuple[float, str] | None:
    """How sure it is that reports in the same word are of one event, and why."""
    assert left.day is not None
    assert right.day is not None
    common, overlap = who(left) & who(right), dates_agree(left, right)
    place = left.place is not None and right.place is not None
    why = ", ".join([*([left.place] if place and left.place is not None else []), *sorted(common)])
    days = overlap and precise(left.day) and precise(right.day)
    alike = not told_differently(left, right) or as_planned(left, right)
    told = in_words(left, right) | figures(left, right)
    if days and ((place and alike_there(left, right)) or (common and alike)):
        return 0.85, f"{why} on the same day"
    months = all(PRECISIONS.index(one.precision) <= _MONTH for one in (left.day, right.day))
    there = place and alike_there(left, right) and (months or left.day == right.day)
    there = there or (place and (bool(common and alike) or len(told) >= 2 or same_noun(left, right)))
    if overlap and near(left.day, right.day) and (there or (len(common) >= 2 and alike)):
        return 0.7, f"{why}, dates that agree"
    if not common and (who(left) or who(right)) and not place:
        enough = _WORDS + (not (who(left) and who(right)))
    else:
        enough = 2 if place or common or left.day.precision == right.day.precision == "day" else _WORDS
        if left.type == "other" and not (place or common or same_number(left, right)):
            enough = _WORDS  # "pulled alive from rubble" is told of many
    if days and len(told) + max(len(left.lemmas & right.lemmas) - 1, 0) >= enough:  # "a fire destroyed": two words
        return 0.65, f"on the same day, with {', '.join(sorted(told | left.lemmas & right.lemmas))}"
    number = min((word for word in left.words & right.words if word[0].isdigit()), default="")
    if number and overlap and near(left.day, right.day) and (common or not (who(left) and who(right))):
        return 0.65, f"dates that agree, with {number}"
    told_alike = len(left.words & right.words) >= 2 and alike and roles_agree(left, right)
    if told_alike and overlap and near(left.day, right.day):
        return 0.65, f"{why}, dates that agree, with {', '.join(sorted(left.words & right.words))}"
    if happens_once(left) and roles_agree(left, right) and alike:
        if overlap and near(left.day, right.day):
            return 0.65, f"{why}, and it happens once"
        if not overlap:
            return 0.6, f"{why}, one as news of the days before, and it happens once"
    return None


def _alike_once(left: EventCluster, right: EventCluster) -> bool:
    """Whether both tell the same of the same; of what is given again and again, in the same words, too."""
    alike = roles_agree(left, right) and not told_differently(left, right)
    return alike and (enough_in_common(left, right) or not gives(left))


def _by_act(left: EventCluster, right: EventCluster) -> tuple[float, str] | None:
    assert left.day is not None
    assert right.day is not None
    if same_act(left, right) and dates_agree(left, right) and near(left.day, right.day):
        return 0.7, f"the same act of {', '.join(sorted(who(left) & who(right)))} in other words"
    return None


def _reprinted(clusters: Sequence[EventCluster], within: Within) -> Iterator[Judgement]:
    """The same words tell the same event: reprints, and reports that go back to one agency."""
    blocks: dict[tuple[object, ...], list[EventCluster]] = defaultdict(list)
    for cluster in clusters:
        for mention in cluster.mentions:
            if is_bare(mention):
                continue  # "the quake in Lima" is told of any
            many = len(mention.phrase) >= PHRASE and len(cluster.words) > 1
            who = None if many else cluster.participants  # few words, of the same people
            if mention.phrase and who != frozenset():
                blocks[cluster.type, cluster.polarity, cluster.modality, mention.phrase, who].append(cluster)
    for block in blocks.values():
        first, *others = sorted(block, key=lambda one: one.id)
        for other in (one for one in others if not named_apart(first, one)):
            near = _days_apart(first, other) <= (NEWS_DAYS if len(first.words) > 1 else REPRINT_DAYS)
            if other.document != first.document and near and not contradict(first, other, within):
                yield _same(first, other, 0.9, "told in the same words")


def _verbatim(
    clusters: Sequence[EventCluster], within: Within, first: Callable[[EventMention], EventMention]
) -> Iterator[Judgement]:
    """The same sentence, word for word, is one telling however many print it, and whenever."""
    cluster_of = {one.id: cluster for cluster in clusters for one in cluster.mentions}
    for cluster in clusters:
        for mention in cluster.mentions:
            original = cluster_of.get(first(mention).id)
            if original is None or original.document == cluster.document or not comparable(original, cluster):
                continue
            if original.modality == cluster.modality and not contradict(original, cluster, within):
                yield _same(original, cluster, 0.95, "one sentence, printed word for word")


def _days_apart(left: EventCluster, right: EventCluster) -> float:
    """Between the publication of two documents; where one is unknown, they may be of one day."""
    known = left.published is not None and right.published is not None
    return abs(left.published - right.published) if known else 0  # type: ignore[operator]


def _undated(clusters: Sequence[EventCluster], within: Within) -> Iterator[Judgement]:
    """A cluster without a date, or only with a latest day, goes to the one that tells the same of the same, if there is
    only one.
    """
    blocks: dict[tuple[str, str, tuple[str, str]], list[EventCluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: one.id):
        for role in _keys(cluster):
            blocks[cluster.type, cluster.polarity, role].append(cluster)
    for cluster in clusters:
        if (cluster.interval is not None and not cluster.bound) or cluster.type == "other":
            continue
        twins = list(_twins(cluster, blocks, within))
        for status in ("same", "other"):
            told = [one for one in twins if (one.modality == cluster.modality) == (status == "same")]
            told = [one for one in told if one.document == cluster.document] or told
            dates = [one for one in told if one.interval is not None and not one.bound]
            dated = [one for one in _most_told(dates) if surely_dated(one)]
            if dated:
                target = min(dated, key=lambda one: one.id)
                yield _same(cluster, target, 0.6, "the same told of the same, once with a date and once without")
            elif told and not dates:
                yield _same(cluster, min(told, key=lambda one: one.id), 0.55, "the same told of the same")


def _keys(cluster: EventCluster) -> list[tuple[str, str]]:
    """Who takes part; of what is told of nobody with a name, and of what a place sees one of at a time, where."""
    alone = cluster.place is not None and (not cluster.participants or gathered(cluster))
    where = [("place", cluster.place)] if cluster.place is not None and alone else []
    return [*sorted(cluster.participants), *where]


def _definite(
    block: Sequence[EventCluster], within: Within, company: Callable[[str], frozenset[str]]
) -> Iterator[Judgement]:
    """Judgements on definite nouns without who or where, "the fire": the only one of those days that articles about the
    same tell of.
    """
    for cluster in block[:TWINS]:
        if cluster.participants or cluster.place is not None or not _pointed_at(cluster) or lasts(cluster):
            continue
        others = [one for one in block[:TWINS] if one.document != cluster.document and same_word(cluster, one)]
        twins = [one for one in others if comparable(cluster, one) and not contradict(cluster, one, within)]
        told = [one for one in twins if one.place is not None or one.participants]
        told = [one for one in told if company(one.document) & company(cluster.document)]
        alone = all(one.place == told[0].place and not contradict(one, told[0], within) for one in told)
        if told and alone:
            yield _same(cluster, told[0], 0.55, "the only one of its kind of those days")


def _pointed_at(cluster: EventCluster) -> bool:
    nouns = all(one.method.startswith("noun") for one in cluster.mentions)
    alone = all(one.text.casefold() == one.lemma for one in cluster.mentions)  # "the bailouts" are several
    return nouns and alone and any(f"the {one.text}" in one.phrase for one in cluster.mentions)


def _twins(
    cluster: EventCluster, blocks: dict[tuple[str, str, tuple[str, str]], list[EventCluster]], within: Within
) -> Iterator[EventCluster]:
    """Clusters that tell the same; at most `TWINS` are looked at for each role, so that the cost stays linear."""
    seen: set[str] = set()
    for role in _keys(cluster):
        for other in blocks[cluster.type, cluster.polarity, role][:TWINS]:
            if other.id not in seen:
                seen.add(other.id)
                if _tells_the_same(cluster, other, within) and _timely(cluster, other):
                    yield other


def _most_told(dated: Sequence[EventCluster]) -> list[EventCluster]:
    """Those of one date, if all are or nearly all: then the others are slips."""
    spans = {one.interval: one.interval for one in dated if one.interval is not None}
    for span in sorted(spans.values(), key=lambda one: (PRECISIONS.index(one.precision), one.sort_key)):
        agreeing = [one for one in dated if one.interval is not None and one.interval.overlaps(span)]
        if len(agreeing) >= NEARLY_ALL * len(dated) and _agree([one.interval for one in agreeing if one.interval]):
            return agreeing
    return []


def _agree(dates: Sequence[Interval]) -> bool:
    """Whether all intervals overlap pairwise: the last to begin begins before the first to end ends."""
    last, first = max(dates, key=lambda one: one.moments[0]), min(dates, key=lambda one: one.moments[1])
    return last.overlaps(first)


def _timely(cluster: EventCluster, other: EventCluster) -> bool:
    """What happens again and again is the same only when it is told at the time; what happens once, or not, always."""
    if other.polarity == "NEG" or (happens_once(cluster) and to_the_same(cluster, other)):
        return True
    if other.interval is None or other.bound:
        return _days_apart(cluster, other) <= NEWS_DAYS
    if cluster.published is None or other.interval.start is None:
        return False
    return Interval.around(date.fromordinal(cluster.published), NEWS_DAYS).overlaps(other.interval)


def _tells_the_same(cluster: EventCluster, other: EventCluster, within: Within) -> bool:
    other_words = same_act(cluster, other) and said_anew(cluster) == said_anew(other)
    # in one document the same word would have been tied there
    return (
        cluster != other
        and (other_words or (other.document != cluster.document and same_word(cluster, other)))
        and comparable(cluster, other)
        and enough_in_common(cluster, other)
        and not at_odds(cluster, other)
        and not counted_apart([cluster], [other])
        and not named_apart(cluster, other)
        and not contradict(cluster, other, within)
    )


def _same(left: EventCluster, right: EventCluster, score: float, reason: str, same: str = "") -> Judgement:
    """That both are one event; of a plan and a deed, that the one is the plan for the other."""
    first, second = sorted((left.id, right.id))
    if left.modality != right.modality:
        return Judgement(first, second, TIED, score, f"plan and fulfilment: {reason}")
    return Judgement(first, second, "same", score, f"{same}{reason}")
