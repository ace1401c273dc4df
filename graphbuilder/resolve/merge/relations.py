"""Ties between entities, and between events, from those between their mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter, itemgetter
from typing import NamedTuple

from graphbuilder.entities.relations.rules import LEFT
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import capital_name, country_name, governed_by
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.records import (
    Event,
    EventMention,
    Extraction,
    Judgement,
    Provenance,
    Relation,
    RelationMention,
    Span,
)
from graphbuilder.resolve.cluster.clusters import TIED
from graphbuilder.resolve.compare.offices import by_office
from graphbuilder.resolve.merge.index import Lookup

#: Ties that were followed when participants were resolved, or that tie events.
_NOT_OF_ENTITIES = frozenset({"includes", "represents"})
_OF_EVENTS = frozenset({"refers_to", "causes"})

Key = tuple[str, str, str]
#: How a tie is told: polarity, modality, whether it is over, and whether it is only somebody's word.
Standing = tuple[str, str, bool, bool]


_PLAIN: Standing = ("POS", "ACTUAL", False, False)


class _Said(NamedTuple):
    """What one sentence says of a tie."""

    evidence: Provenance
    interval: Interval | None = None
    tense: str = "NONE"
    title: str = ""
    speaker: str = ""


def entity_relations(read: Sequence[Extraction], look: Lookup) -> list[Relation]:
    """The ties between entities that the texts state, each once for each office and each way in which it is told, with
    all its evidence; and those of governments.
    """
    found: dict[tuple[Key, Standing], list[_Said]] = defaultdict(list)
    for one in read:
        known = {mention.id for mention in one.mentions}
        when = {time.id: time.interval for time in one.times}
        for relation in one.relations:
            if relation.type in _NOT_OF_ENTITIES or relation.source not in known:
                continue
            most = None if relation.type == "member_of" else 1  # "the two countries will become members"
            for source in look.entities_of(relation.source)[:most]:
                for target in look.entities_of(relation.target)[:1]:
                    if source != target:
                        said = _said(relation, when.get(relation.time or ""), look)
                        found[(source, relation.type, target), _standing(relation)].append(said)
    for key, provenance in _governments(read, look):
        found[key, _PLAIN].append(_Said(provenance))
    return [
        _relation(key, standing, said)
        for (key, standing), told in sorted(found.items(), key=itemgetter(0))
        for said in by_office(told, attrgetter("title"))
    ]


def _standing(relation: RelationMention) -> Standing:
    return relation.polarity, relation.modality, relation.former, relation.attribution is not None


def _said(relation: RelationMention, interval: Interval | None, look: Lookup) -> _Said:
    evidence = look.quote(relation.span, relation.method, relation.score)
    if relation.method == LEFT and interval is not None and interval.end is not None:
        interval = Interval(None, interval.end)  # "resigned as president in 2014": she was until then
    speaker = "" if relation.attribution is None else look.speaker(relation.attribution)
    return _Said(evidence, interval, relation.tense, relation.title, speaker)


def _relation(key: Key, standing: Standing, said: Sequence[_Said]) -> Relation:
    """One tie as it is told in one way; when it was so only where the texts give one interval."""
    polarity, modality, former, _ = standing
    held = {one.interval for one in said if one.interval is not None}
    return Relation(
        *key,
        next(iter(held)) if len(held) == 1 else None,
        tuple(sorted((one.evidence for one in said), key=_order)),
        polarity=polarity,
        modality=modality,
        tense=_most([one.tense for one in said]),
        attribution=tuple(sorted({one.speaker for one in said if one.speaker})),
        title=_most([one.title for one in said if one.title]),
        former=former,
    )


def _most(words: Sequence[str]) -> str:
    """What is said most often; of two said as often the longer."""
    counts = Counter(words)
    return max(counts, key=lambda one: (counts[one], len(one), one), default="")


def _governments(read: Sequence[Extraction], look: Lookup) -> Iterable[tuple[Key, Provenance]]:
    """A government named by its capital is tied to the country and the city, where these are in the graph."""
    by_name = {fold(name): id_ for id_, name in look.names.items()}
    for one in read:
        for mention in one.mentions:
            code = governed_by(mention.text) if mention.method == "metonymy" else ""
            if not code:
                continue
            evidence = look.quote(mention.span, mention.method, mention.score)
            for source in look.entities_of(mention.id)[:1]:
                for relation, name in (("government_of", country_name(code)), ("seated_in", capital_name(code))):
                    target = by_name.get(fold(name))
                    if target is not None and target != source:
                        yield (source, relation, target), evidence


def part_of(read: Sequence[Extraction], events: Mapping[str, Event]) -> dict[str, tuple[str, ...]]:
    """Event → the events that it is part of."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for source, type_, target, _ in _event_pairs(read, events):
        if type_ == "part_of":
            wholes[source].add(target)
    return {source: tuple(sorted(targets)) for source, targets in wholes.items()}


def event_relations(read: Sequence[Extraction], look: Lookup, events: Mapping[str, Event]) -> list[Relation]:
    """The ties between events other than `part_of`, which events carry themselves."""
    found: dict[Key, list[Provenance]] = defaultdict(list)
    for source, type_, target, (span, method, score) in _event_pairs(read, events):
        if type_ in _OF_EVENTS:
            found[source, type_, target].append(look.quote(span, method, score))
    return [Relation(*key, None, tuple(sorted(evidence, key=_order))) for key, evidence in sorted(found.items())]


def plan_relations(
    read: Sequence[Extraction], look: Lookup, events: Mapping[str, Event], judgements: Iterable[Judgement]
) -> list[Relation]:
    """What took place, tied to the plan for it, with a telling of each: as one text tells both, and as was judged."""
    event_of = {mention: id_ for id_, event in events.items() for mention in event.mentions}
    told = {one.id: one for each in read for one in each.events}
    pairs = [(one.source, one.target) for each in read for one in each.relations if one.type == FULFILS]
    apart = set()
    for one in judgements:
        if one.verdict == TIED:
            pairs.append((one.left, one.right))
        elif one.verdict == "different" and one.by == "user":
            apart.add(frozenset((event_of.get(one.left), event_of.get(one.right))))
    found: dict[Key, dict[Provenance, None]] = defaultdict(dict)
    for pair in pairs:
        sides = {_status(events[event_of[one]]): (event_of[one], told[one]) for one in pair if one in event_of}
        if sides.keys() != {"ACTUAL", "PLANNED"}:
            continue
        (deed, done), (plan, planned) = sides["ACTUAL"], sides["PLANNED"]
        if frozenset((deed, plan)) not in apart:
            found[deed, FULFILS, plan] |= dict.fromkeys(map(partial(_quoted, look), (done, planned)))
    return [Relation(*key, None, tuple(sorted(evidence, key=_order))) for key, evidence in sorted(found.items())]


def _status(event: Event) -> str:
    return event.modality if event.polarity == "POS" else ""


def _quoted(look: Lookup, mention: EventMention) -> Provenance:
    return look.quote(mention.span, mention.method, mention.score)


def _event_pairs(
    read: Sequence[Extraction], events: Mapping[str, Event]
) -> Iterator[tuple[str, str, str, tuple[Span, str, float]]]:
    event_of = {mention: id_ for id_, event in events.items() for mention in event.mentions}
    for one in read:
        for relation in one.relations:
            source, target = event_of.get(relation.source), event_of.get(relation.target)
            if source is not None and target is not None and source != target:
                yield source, relation.type, target, (relation.span, relation.method, relation.score)


def _order(provenance: Provenance) -> tuple[str, int, int]:
    return provenance.span.document, provenance.span.start, provenance.span.end
