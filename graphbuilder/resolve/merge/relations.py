"""Relations of entities and of events, from those between their mentions, and of places, which tables know.

One record for each way in which a relation is stated: "is president", "was president" and "may be president" are three
records of one pair; so are the two offices that one person holds in one body (`compare.offices`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import NamedTuple

from graphbuilder.events.factuality import FACT
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import capital_name, country_name, governed_by
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.records import (
    Entity,
    Event,
    Extraction,
    Judgement,
    Provenance,
    Relation,
    RelationMention,
    told_plainly,
)
from graphbuilder.resolve.compare.offices import by_office
from graphbuilder.resolve.index.entity_index import EntityIndex, contained, kind_of, ties
from graphbuilder.resolve.index.speakers import Speakers
from graphbuilder.resolve.merge.entities import Quote
from graphbuilder.resolve.merge.ordering import in_order
from graphbuilder.resolve.verdicts import DIFFERENT, TIED

#: Source, type and target.
Key = tuple[str, str, str]
#: How a relation is stated: polarity, modality, whether it is over, and whether it is reported speech.
Standing = tuple[str, str, bool, bool]

_PLAIN: Standing = (*FACT, False, False)
#: Types of what happened once: a date is theirs, not their beginning or their end.
_AT_ONCE = frozenset({"born_in", "died_in", "founded_by"})


class _Statement(NamedTuple):
    """What one sentence says of a relation."""

    evidence: Provenance
    interval: Interval | None = None
    tense: str = "NONE"
    title: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class RelationMerger:
    """Makes the relations between entities; its fields are what it looks up."""

    quote: Quote
    entities: EntityIndex
    speakers: Speakers

    def merge(self, extractions: Sequence[Extraction]) -> list[Relation]:
        """The relations that texts state, and those of governments, with all their evidence."""
        found: dict[tuple[Key, Standing], list[_Statement]] = defaultdict(list)
        by_name = {fold(name): id_ for id_, name in self.entities.names.items()}
        for extraction in extractions:
            for key, standing, statement in self._stated(extraction):
                found[key, standing].append(statement)
            for key, evidence in self._of_governments(extraction, by_name):
                found[key, _PLAIN].append(_Statement(evidence))
        return [
            _relation(key, standing, of_office)
            for (key, standing), statements in sorted(found.items(), key=itemgetter(0))
            for of_office in by_office(statements, attrgetter("title"))
        ]

    def _stated(self, extraction: Extraction) -> Iterator[tuple[Key, Standing, _Statement]]:
        """The relations between entities of one document."""
        intervals = {time.id: time.interval for time in extraction.times}
        for source, relation, target in ties([extraction], self.entities.of_mention):
            evidence = self.quote(relation.span, relation.method, relation.score)
            speaker = "" if relation.attribution is None else self.speakers.name(relation.attribution)
            interval = held(relation, intervals.get(relation.time or ""))
            statement = _Statement(evidence, interval, relation.tense, relation.title, speaker)
            standing = relation.polarity, relation.modality, relation.former, relation.attribution is not None
            yield (source, relation.type, target), standing, statement

    def _of_governments(self, extraction: Extraction, by_name: Mapping[str, str]) -> Iterator[tuple[Key, Provenance]]:
        """The relations of a government named by its capital to the country and the city, where these are entities."""
        for mention in extraction.mentions:
            code = governed_by(mention.text) if mention.method == "metonymy" else ""
            source = self.entities.of_mention.get(mention.id)
            if not code or source is None:
                continue
            evidence = self.quote(mention.span, mention.method, mention.score)
            for relation, name in (("government_of", country_name(code)), ("seated_in", capital_name(code))):
                target = by_name.get(fold(name))
                if target is not None and target != source:
                    yield (source, relation, target), evidence


def held(relation: RelationMention, told: Interval | None) -> Interval | None:
    """When a relation held, by the one date that is told with it: from "president since 2014", "became president in
    2014" onwards, until "resigned as president in 2014"; a range is both, and what is not so has the date that is told.
    """
    is_so = (relation.polarity, relation.modality) == FACT
    if told is None or "/" in told.edtf or relation.type in _AT_ONCE or not is_so:
        return told
    return Interval(None, told.end) if relation.former else Interval(told.start, None)


def _relation(key: Key, standing: Standing, statements: Sequence[_Statement]) -> Relation:
    """One relation as it is stated in one way; with an interval only if the texts give one alone."""
    polarity, modality, former, _ = standing
    intervals = {statement.interval for statement in statements if statement.interval is not None}
    return Relation(
        *key,
        next(iter(intervals)) if len(intervals) == 1 else None,
        in_order(statement.evidence for statement in statements),
        polarity=polarity,
        modality=modality,
        tense=_most_frequent([statement.tense for statement in statements]),
        attribution=tuple(sorted({statement.speaker for statement in statements if statement.speaker})),
        title=_most_frequent([statement.title for statement in statements if statement.title]),
        former=former,
    )


def _most_frequent(words: Sequence[str]) -> str:
    """The most frequent word; of words as frequent the longest."""
    counts = Counter(words)
    return max(counts, key=lambda word: (counts[word], len(word), word), default="")


# --- events ---------------------------------------------------------------------------------------------------------


#: Types of relation between events, but for `part_of`, which events have themselves, and `fulfils`, which is judged.
_TYPES = frozenset({"refers_to", "causes"})


def stated_wholes(extractions: Sequence[Extraction], events: Mapping[str, Event]) -> dict[str, tuple[str, ...]]:
    """Event → the events that a text says it is part of."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for part, relation, whole in ties(extractions, _by_mention(events)):
        if relation.type == "part_of":
            wholes[part].add(whole)
    return {part: tuple(sorted(found)) for part, found in wholes.items()}


def event_relations(extractions: Sequence[Extraction], events: Mapping[str, Event], quote: Quote) -> list[Relation]:
    """The relations of reference and of cause that texts state."""
    found: dict[Key, list[Provenance]] = defaultdict(list)
    for source, relation, target in ties(extractions, _by_mention(events)):
        if relation.type in _TYPES:
            evidence = quote(relation.span, relation.method, relation.score)
            found[source, relation.type, target].append(evidence)
    return [Relation(*key, None, in_order(evidence)) for key, evidence in sorted(found.items())]


def fulfilments(
    extractions: Sequence[Extraction], events: Mapping[str, Event], judgements: Iterable[Judgement], quote: Quote
) -> list[Relation]:
    """Deeds and the plans that they fulfil, as one text says or as was judged, with a mention of each as evidence.

    A pair that the user tells apart is none.
    """
    event_of = _by_mention(events)
    mentions = {event.id: event for extraction in extractions for event in extraction.events}
    pairs = [
        (relation.source, relation.target)
        for extraction in extractions
        for relation in extraction.relations
        if relation.type == FULFILS
    ]
    judgements = list(judgements)
    pairs += [(each.left, each.right) for each in judgements if each.verdict == TIED]
    apart = {
        frozenset((event_of.get(each.left), event_of.get(each.right)))
        for each in judgements
        if each.verdict == DIFFERENT and each.by == "user"
    }
    found: dict[Key, dict[Provenance, None]] = defaultdict(dict)
    for pair in pairs:
        sides = {_status(events[event_of[one]]): (event_of[one], mentions[one]) for one in pair if one in event_of}
        if sides.keys() != {"ACTUAL", "PLANNED"}:
            continue
        (deed, done), (plan, planned) = sides["ACTUAL"], sides["PLANNED"]
        if frozenset((deed, plan)) not in apart:
            evidence = (quote(mention.span, mention.method, mention.score) for mention in (done, planned))
            found[deed, FULFILS, plan] |= dict.fromkeys(evidence)
    return [Relation(*key, None, in_order(evidence)) for key, evidence in sorted(found.items())]


def _by_mention(events: Mapping[str, Event]) -> dict[str, str]:
    """Mention → its event (id)."""
    return {mention: id_ for id_, event in events.items() for mention in event.mentions}


def _status(event: Event) -> str:
    """The modality; empty of what did not happen."""
    return event.modality if event.polarity == "POS" else ""


# --- places ---------------------------------------------------------------------------------------------------------


#: The method of relations that no text states.
TABLE = "geonames"
#: The tables are right about places; which place a name means is less sure.
_SCORE = 0.9


def place_relations(entities: Mapping[str, Entity], stated: Sequence[Relation]) -> list[Relation]:
    """The relations of cities and regions to what they lie in, but for those that a text states plainly.

    Their method is `TABLE`, and their evidence a mention of the inner place, not a sentence that says so.
    """
    known = {(relation.source, relation.type, relation.target) for relation in stated if told_plainly(relation)}
    by_table = [(inner, "located_in", outer) for inner, outer in contained(entities)]
    by_table += [
        (inner, "capital_of", outer)
        for inner, _, outer in by_table
        if kind_of(entities[inner]) == "capital" and kind_of(entities[outer]) == "country"
    ]
    return [Relation(*tie, None, (_evidence(entities[tie[0]].provenance[0]),)) for tie in by_table if tie not in known]


def _evidence(mention: Provenance) -> Provenance:
    return Provenance(mention.span, mention.context, mention.quote, TABLE, _SCORE)
