"""Events told of nobody in particular, "the fire", "the board rejected it": those of articles about the same.

An event told with neither date nor place nor people is no event of its own. It is that of another article if the two
name the same people or bodies, and these articles tell of only one such event; if its clause has a year ("who fought
the fire back in 2009"), of that year. With a date, it is the only one of then;
where none is told of somebody, it is the one of that day that many of the same names are told with, in the same words.
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
from graphbuilder.records import EventMention, Judgement
from graphbuilder.resolve.cluster.clusters import EventCluster
from graphbuilder.resolve.match.bare_nouns import lasts
from graphbuilder.resolve.match.event_pairs import dates_agree, precise, surely_dated

#: Types of which a follow-up says "the fire", "the attack", "the recall".
_POINTED_AT = frozenset({"attack", "disaster", "recall"})
#: Types of which two hardly happen on one day to the same.
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
#: Types of which several things of one day may be told in one word: "the talks ended", "the strike ended".
_LOOSE = frozenset({"end", "protest"})
#: How many names two articles must have in common, places left out; and where both tell of nobody.
_COMMON, _MANY = 2, 4
#: A follow-up comes within so many days.
_DAYS = 400
#: How many times as often as any other the one that is meant is told, where others are.
_OFTEN = 5
#: A name that more articles bear does not tell what an article is about.
_MOST = 200
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")
#: The people and bodies that a document names.
Company = Callable[[str], frozenset[str]]
#: Whether a mention points to something that readers know: "the fire".
Pointing = Callable[[EventMention], bool]


def judge_mere(
    mere: Iterable[EventCluster],
    clusters: Sequence[EventCluster],
    groups: Callable[[], Iterable[Sequence[EventCluster]]],
    company: Company,
    pointing: Pointing,
    named: Company,
) -> list[Judgement]:
    """The judgements that tie mere mentions to the events that they point to.

    Args:
        mere: what is told with neither date nor place nor people.
        clusters: all others.
        groups: puts these together as far as they are judged; asked only where it matters.
        company: the people and bodies that a document names.
        pointing: whether a mention points to something that readers know.
        named: all that a document names, places too.
    """
    pointed_at = (one for one in mere if one.type in _POINTED_AT and one.modality == "ACTUAL" and not lasts(one))
    follow_ups = [one for one in pointed_at if any(map(pointing, one.mentions))]
    follow_ups += [one for one in clusters if one.type in _RARE and (_of_nobody(one) or _vague(one))]
    follow_ups += [one for one in clusters if one.type in _POINTED_AT and _by_nobody(one)]
    if not follow_ups:
        return []
    near = _Near([one for one in clusters if one.modality == "ACTUAL"], company)
    group_of = {cluster.id: at for at, group in enumerate(groups()) for cluster in group}
    judgements = []
    for one in sorted(follow_ups, key=lambda each: each.id):
        known = [other for other in near.of(one) if one.interval is None or other.interval is not None]
        meant = [other for other in known if _may_be(one, other, company, named)]
        told = [other for other in meant if not _of_nobody(other)]
        dated = [other for other in told if _of_days(other)]
        told = [other for other in told if other.document == one.document] or told
        main = _main(Counter(group_of[other.id] for other in told))
        dated = [other for other in dated if group_of[other.id] == main]
        if dated or (meant and not told and len({other.document for other in meant}) == len(meant)):
            first, second = sorted((one.id, min(other.id for other in dated or meant)))
            judgements.append(Judgement(first, second, "same", 0.55, "the only one told in articles about the same"))
    return judgements


def _main(told: Counter[int]) -> int | None:
    """The group that they are of: the only one, or one that is told so often that the others are slips."""
    (main, most), *others = told.most_common(2) or [(-1, 0)]
    second = others[0][1] if others else 0
    return main if most and most >= _OFTEN * second else None


class _Near:
    """The events of a kind that articles about the same tell: those that share a name with few others."""

    def __init__(self, clusters: Sequence[EventCluster], company: Company) -> None:
        self._company = company
        self._told: dict[tuple[str, str, str], list[EventCluster]] = defaultdict(list)
        for one in sorted(clusters, key=lambda each: each.id):
            self._told[one.document, one.type, one.polarity].append(one)
        self._bearing: dict[str, list[str]] = defaultdict(list)
        for document in sorted({one.document for one in clusters}):
            for name in company(document):
                self._bearing[name].append(document)
        self._about: dict[str, list[str]] = {}

    def of(self, one: EventCluster) -> Iterator[EventCluster]:
        """The events of the kind of this one in the articles about the same, by id of the article."""
        for document in self._articles(one.document):
            yield from self._told.get((document, one.type, one.polarity), ())

    def _articles(self, document: str) -> list[str]:
        if document not in self._about:
            told = (self._bearing[name] for name in self._company(document) if name in self._bearing)
            self._about[document] = sorted({document, *chain.from_iterable(one for one in told if len(one) <= _MOST)})
        return self._about[document]


def _of_nobody(cluster: EventCluster) -> bool:
    """Whether an event of a known day or month is told of nobody and nowhere."""
    interval = cluster.interval
    dated = interval is not None and (precise(interval) or interval.precision == "month") and not cluster.assumed
    return dated and cluster.modality == "ACTUAL" and not cluster.participants and cluster.place is None


def _by_nobody(cluster: EventCluster) -> bool:
    """ "A barrage of missiles cut the power in Lund on Monday": told of a place and a day, and of nobody."""
    dated = cluster.interval is not None and precise(cluster.interval) and not cluster.assumed
    nouns = all(one.method.startswith("noun") for one in cluster.mentions)
    return dated and nouns and cluster.modality == "ACTUAL" and not cluster.participants and cluster.place is not None


def _of_days(cluster: EventCluster) -> bool:
    """Whether a text says on which day or in which month it was: what others may point to."""
    interval = cluster.interval
    return interval is not None and surely_dated(cluster) and (precise(interval) or interval.precision == "month")


def _vague(cluster: EventCluster) -> bool:
    """Whether somebody's act is only told to be of a month or longer: "Roe went to court in June"."""
    return bool(cluster.participants) and cluster.interval is not None and not precise(cluster.interval)


def _may_be(one: EventCluster, other: EventCluster, company: Company, named: Company) -> bool:
    """Whether it may be what a follow-up points to: of the same kind, before it, in an article about the same."""
    then = dates_agree(one, other) if one.interval is not None else _before(other, one.published)
    if one is other or not then or not _of_its_years(one, other) or not one_act(one.type, one.lemmas, other.lemmas):
        return False
    if one.place is not None and one.type in _POINTED_AT and not (other.place is None and one.lemmas & other.lemmas):
        return False
    if not one.participants <= other.participants or (one.participants and _vague(other)):
        return False
    common = len(company(one.document) & company(other.document))
    in_words = bool(one.words & other.words) and alike(one.words, other.words)
    if _of_nobody(other):
        return _of_nobody(one) and one.document != other.document and common >= _MANY and in_words
    silent = one.type == "protest" or not one.words
    if one.type in _LOOSE and not in_words and not (silent and common >= _MANY):
        return False
    there = other.type in _POINTED_AT and other.place is not None and other.place in named(one.document)
    return one.document == other.document or common >= _COMMON or (there and common >= 1)


def _of_its_years(one: EventCluster, other: EventCluster) -> bool:
    """Whether the years in the words of one without a date, if there are any, are those of the other."""
    if one.interval is not None:
        return True  # "reaffirmed on Tuesday what was agreed at the 2008 summit"
    told = {int(year) for mention in one.mentions for year in _YEAR.findall(mention.phrase)}
    if not told or other.interval is None:
        return True
    return any(Interval.at(year).overlaps(other.interval) for year in told)


def _before(other: EventCluster, published: int | None) -> bool:
    """Whether it was in the time before, or, if it has no date, is told in an article of then."""
    if published is None:
        return False
    if other.interval is None:
        return other.published is None or abs(published - other.published) <= _DAYS
    half = _DAYS // 2
    return Interval.around(date.fromordinal(published - half), half).overlaps(other.interval)
