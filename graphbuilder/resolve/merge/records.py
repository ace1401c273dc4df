"""Merge: groups of clusters → Entity and Event records. Commutative, associative, idempotent: order never shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from graphbuilder.entities.linking.toponyms import bearers
from graphbuilder.events.dating.context import SCORES
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import country_name, shares_name
from graphbuilder.knowledge.names import fold, slug
from graphbuilder.knowledge.places import Place
from graphbuilder.records import PUBLICATION, Entity, Event, EventMention, Provenance, Span
from graphbuilder.resolve.cluster.clusters import MODALITIES, EntityCluster, EventCluster
from graphbuilder.resolve.compare.organization_names import body_name, is_shared
from graphbuilder.resolve.match.cancelled_plans import is_off
from graphbuilder.resolve.match.verbatim import Verbatim
from graphbuilder.resolve.merge.dates import without_clock
from graphbuilder.resolve.merge.labels import POINTING, best_told
from graphbuilder.resolve.merge.role_conflicts import one_side_each
from graphbuilder.resolve.merge.speakers import attributions, plain_speakers

Quote = Callable[[Span, str, float], Provenance]
_YEAR = PRECISIONS.index("year")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date that one mention of an event gives it: interval, rule, TimeExpression (id), and how sure it is."""

    interval: Interval
    rule: str
    time: str
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """What the merging of events looks up."""

    quote: Quote
    date: Callable[[EventMention], Dated | None]
    names: Mapping[str, str]
    """Entity id → name."""
    speakers: Mapping[str, str]
    """Mention id → entity id."""
    voices: Mapping[str, str]
    """Mention id → the words for a speaker without a name."""
    outlets: Mapping[str, str]
    """Document → outlet."""
    verbatim: Verbatim
    """Who printed a sentence first."""


# --- entities -----------------------------------------------------------------------------------------------------


def merge_entity(clusters: Sequence[EntityCluster], quote: Quote) -> Entity:
    """The entity of a group; `id` is a wish that `graphbuilder.resolve.merge.ids` makes unique."""
    name = _name(clusters)
    mentions = sorted((one for cluster in clusters for one in cluster.mentions), key=lambda one: _place(one.span))
    return Entity(
        id=_entity_id(name, clusters),
        type=_majority(cluster.type for cluster in clusters for _ in cluster.mentions),
        name=name,
        aliases=_aliases(name, clusters),
        mentions=tuple(one.id for one in mentions),
        external_ids=_external_ids(clusters),
        provenance=tuple(quote(one.span, one.method, one.score) for one in mentions),
        corrections=tuple(f"name: {own}" for own in sorted({cluster.own for cluster in clusters if cluster.own})),
    )


def _name(clusters: Sequence[EntityCluster]) -> str:
    """The name it is known by; else the fullest form of a person's, the most frequent of anything else's."""
    own = sorted({cluster.own for cluster in clusters if cluster.own})
    known = own or sorted({cluster.name for cluster in clusters if cluster.known is not None or cluster.government_of})
    if known:
        return known[0]
    counts = Counter(name for cluster in clusters for name in cluster.names)
    person = _majority(cluster.type for cluster in clusters) == "person"
    return min(counts, key=lambda name: (-name.count(" ") if person else 0, -counts[name], -len(name), name))


def _aliases(name: str, clusters: Sequence[EntityCluster]) -> tuple[str, ...]:
    """All other forms, each once whatever its letter case; that of the government's city is the city's own."""
    forms = {one for cluster in clusters if not cluster.government_of for one in (*cluster.names, *cluster.nicknames)}
    forms |= {cluster.name for cluster in clusters}
    distinct = {fold(form): form for form in sorted(forms, reverse=True) if fold(form) != fold(name)}
    return tuple(sorted(distinct.values()))


def _external_ids(clusters: Sequence[EntityCluster]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({pair for place in _places(clusters) for pair in place.ids}))


def _places(clusters: Sequence[EntityCluster]) -> list[Place]:
    """The places that were decided on, and the country that the name is known to mean."""
    decided = {cluster.where.place for cluster in clusters if cluster.where is not None and cluster.where.place}
    entries = {cluster.known for cluster in clusters if cluster.known is not None}
    named = {places.country(one.country) for one in entries if one.kind in ("country", "adjective")}
    return sorted(decided | named, key=lambda place: place.ids)


def _entity_id(name: str, clusters: Sequence[EntityCluster]) -> str:
    """The name; of places that share it only the first has it alone: "georgia-country", "paris", "paris-texas".

    A body that every country has is told by its country too, where that is known: "supreme-court-poland".
    """
    for place in _places(clusters):
        if place.kind == "country" and shares_name(place.country):
            return f"{slug(name)}-country"
        if place.kind == "region" and len(bearers(name)) > 1:
            return f"{slug(name)}-region"
        if place.kind in ("capital", "city") and place not in bearers(name)[:1]:
            return slug(f"{name} {place.region_name or country_name(place.country)}")
    owners = {cluster.traits.owner for cluster in clusters} - {""}
    if len(owners) == 1 and is_shared(body_name(name)):
        return slug(f"{name} {country_name(owners.pop())}")
    return slug(name)


# --- events -------------------------------------------------------------------------------------------------------


def merge_event(clusters: Sequence[EventCluster], look: Known) -> Event:
    """The event of a group; `id` is a wish that `graphbuilder.resolve.merge.ids` makes unique."""
    mentions = sorted((one for cluster in clusters for one in cluster.mentions), key=lambda one: _place(one.span))
    interval, dated_by, others = _when(mentions, look)
    place = _finest_place(clusters)
    documents = sorted({cluster.document for cluster in clusters})
    named = "" if place is None else look.names[place]
    off = is_off(clusters)
    modality = "ACTUAL" if off else _modality(clusters)
    parts = {pair for cluster in clusters for pair in cluster.participants}
    participants = one_side_each(parts, mentions, look.speakers)
    final = [one for one in mentions if one.polarity == "NEG"] if off else mentions
    who = {word for _, one in participants for word in fold(look.names[one]).split()}
    told = best_told(mentions, "PLANNED" if off else modality, who, look.verbatim.first)
    event = Event(
        id=_event_id(told, mentions, interval, named, clusters),
        type=_majority(cluster.type for cluster in clusters),
        name=_label(told),
        interval=interval,
        dated_by=dated_by,
        alternatives=others,
        place=place,
        participants=participants,
        polarity="NEG" if off else clusters[0].polarity,
        modality=modality,
        attributions=attributions(final, look.speakers),
        sources=tuple(sorted({look.outlets[document] for document in documents})),
        part_of=(),
        mentions=tuple(one.id for one in mentions),
        independent_sources=len({look.verbatim.printer(one.span) for one in mentions}),
        score=0.0,
        provenance=tuple(look.quote(one.span, one.method, one.score) for one in mentions),
        speakers=plain_speakers(final, look.speakers, look.voices),
    )
    return scored(event, mentions)


def scored(event: Event, mentions: Sequence[EventMention]) -> Event:
    """The event with the score that what is known of it gives it; `mentions` are its own."""
    return replace(event, score=_score(event, mentions))


def _when(
    mentions: Sequence[EventMention], look: Known
) -> tuple[Interval | None, tuple[str, str] | None, tuple[tuple[Interval, Provenance], ...]]:
    """What the dates of all mentions say together; those that contradict it stand beside.

    The day that most articles tell comes first, each counted as sure as it is told; then the surest. The day of
    publication counts only where no mention tells a date.
    """
    dated = [(one, date) for one in mentions if (date := look.date(one)) is not None]
    dated = [(one, date) for one, date in dated if date.rule != PUBLICATION] or dated
    told: dict[Interval, dict[str, float]] = defaultdict(dict)
    for one, date in dated:
        surest, group = told[without_clock(date.interval)], look.verbatim.printer(one.span)
        surest[group] = max(surest.get(group, 0.0), date.score)
    support = {interval: round(sum(by_group.values()), 6) for interval, by_group in told.items()}
    interval: Interval | None = None
    dated_by: tuple[str, str] | None = None
    others: dict[str, tuple[Interval, Provenance]] = {}
    for mention, date in sorted(dated, key=lambda pair: (-support[without_clock(pair[1].interval)], *_surest(*pair))):
        merged = date.interval if interval is None else reconcile(interval, date.interval, mention.type)
        if merged is None and date.rule in ASSUMED:
            continue  # the day of a story that tells it later contradicts nobody
        if merged is None:
            found = look.quote(mention.span, mention.method, mention.score)
            others.setdefault(date.interval.edtf, (date.interval, found))
        elif merged != interval:
            interval, dated_by = merged, (date.rule, date.time)
    return interval, dated_by, tuple(others[edtf] for edtf in sorted(others))


#: Types of event that go on for days: a day of them does not say that they lasted no longer.
LASTING = frozenset({"attack", "compete", "disaster", "elect", "meet", "protest", "sue", "try"})


def reconcile(one: Interval, other: Interval, type_: str = "meet") -> Interval | None:
    """What two dates of an event say together; None where they contradict each other.

    The finer one, "April 2–4" of "April"; the one told, "Sept. 12" of "a week later"; and of two equally fine ones of
    what goes on for days the range that holds the other: a meeting "on Tuesday" also told of "Nov. 29–30" lasted two
    days. A promise of Tuesday did not.
    """
    if one.precision == other.precision:
        told = [each for each in (one, other) if not each.approximate]
        if len(told) == 1 and one.agrees(other):
            return told[0]
        for wide, narrow in ((one, other), (other, one)):
            if wide.contains(narrow) and wide.start is not None and wide.end is not None:
                same = narrow.contains(wide)
                return narrow if same or type_ not in LASTING else wide
    return one.merge(other)


def _surest(mention: EventMention, date: Dated) -> tuple[float, int, str]:
    return -date.score, PRECISIONS.index(date.interval.precision), mention.id


def _finest_place(clusters: Sequence[EventCluster]) -> str | None:
    """The place most often told; a country only where nothing in it is."""
    counts = Counter(cluster.place for cluster in clusters if cluster.place is not None)
    return min(counts, key=lambda place: (-counts[place], place), default=None)


def _modality(clusters: Sequence[EventCluster]) -> str:
    told = {one.modality for one in clusters}
    return next(one for one in MODALITIES if one in told)


def _label(told: EventMention) -> str:
    phrase = told.phrase or told.text
    return phrase[0].upper() + phrase[1:]


def _event_id(
    told: EventMention,
    mentions: Sequence[EventMention],
    interval: Interval | None,
    place: str,
    clusters: Sequence[EventCluster],
) -> str:
    """Date, then name or what makes it: "2008-bucharest-summit", "2022-11-29-nato-condemn-russia"; a plan is told apart
    from its deed: "2008-bucharest-summit-planned".
    """
    plan = "-planned" if all(cluster.modality == "PLANNED" for cluster in clusters) else ""
    year = "" if interval is None or interval.start is None else interval.start.iso_day
    if told.method.startswith("name"):
        return slug(f"{year[:4]} {told.text}") + plan
    nouns = [one.lemma for one in mentions if one.method.startswith("noun")]
    if nouns and place:
        return slug(f"{year[:4]} {place} {_majority(nouns)}", words=8) + plan
    who = sorted({entity for cluster in clusters for role, entity in cluster.participants if role in _ACTING})
    whom = sorted({entity for cluster in clusters for role, entity in cluster.participants if role not in _ACTING})
    words = " ".join([*who[:1], told.lemma, *whom[:1], *([place] if not whom else [])])
    return slug(f"{year} {words}", words=12) + plan


_ACTING = frozenset({"agent", "attendee", "host"})


#: What counts for an event beside how surely it was read.
_BASE, _DATED, _ASSUMED, _WHO = 0.35, 0.38, 0.3, 0.1
_WHERE = _SOURCE = _OFTEN = _FIRST = 0.05
#: What counts against it.
_UNREAL = _UNCLEAR = _ONLY_MEANT = 0.1
#: Rules that only lend the date of the clause beside: "took it over on Monday, ending the quarrel" is one line.
_LENT = frozenset({"aside"})
#: Sentences of a headline and lead, with the lines of date and author between them.
_TOP = 4


def _score(event: Event, mentions: Sequence[EventMention]) -> float:
    """How much a reader would want it on a timeline, 0 to 1.

    What was surely read and dated, of people and places that are named, told by several independent sources or at the
    top of an article; less what is only possible, demanded or a condition, what is only meant ("to end the war"), and
    what cannot be understood alone.
    """
    dated = 0.0
    if event.interval is not None and not (event.dated_by is not None and event.dated_by[0] in _LENT):
        sure = event.dated_by is not None and event.dated_by[0] not in ASSUMED
        dated = _DATED if sure and PRECISIONS.index(event.interval.precision) <= _YEAR else _ASSUMED
    who = len({entity for _, entity in event.participants})
    completeness = (
        _BASE
        + dated
        + _WHO * min(who, 2)
        + _WHERE * (event.place is not None)
        + _SOURCE * min(event.independent_sources - 1, 3)
        + _OFTEN * (len(mentions) > 2)
        + _FIRST * any(one.span.sentence < _TOP for one in mentions)
        - _UNREAL * (event.modality not in ("ACTUAL", "PLANNED"))
        - _UNREAL * (bool(event.attributions) and event.interval is None)
        - _ONLY_MEANT * (event.interval is None and all(_not_finite(one) for one in mentions))
        - _UNCLEAR * bool(POINTING.intersection(fold(event.name).split()[:1]))
    )
    return round(min(max(_surely_read(one) for one in mentions) * completeness, 1.0), 3)


def _not_finite(mention: EventMention) -> bool:
    """ "To end the war", "supporting Ukraine": told by a verb that says neither that it was nor that it will be."""
    return mention.tense == "NONE" and not mention.method.startswith(("noun", "name"))


def _surely_read(mention: EventMention) -> float:
    """How surely the event was read; half of what its date takes from that is given back, since to be dated counts."""
    rule = mention.method.rpartition("/")[2] if mention.times else ""
    return mention.score / sqrt(0.5 + SCORES[rule] / 2) if rule in SCORES else mention.score


# --- shared -------------------------------------------------------------------------------------------------------


def _majority(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end
