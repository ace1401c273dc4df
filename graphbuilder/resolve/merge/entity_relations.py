"""Relations between entities, from those between their mentions: one record for each way in which it is stated.

"Is president", "was president" and "may be president" are three records of one pair; so are the two offices that one
person holds in one body (`compare.offices`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import NamedTuple

from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import capital_name, country_name, governed_by
from graphbuilder.knowledge.names import fold
from graphbuilder.records import Extraction, Provenance, Relation, RelationMention
from graphbuilder.resolve.compare.offices import by_office
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.speakers import Speakers
from graphbuilder.resolve.merge.entities import Quote
from graphbuilder.resolve.merge.ordering import in_order

#: Source, type and target.
Key = tuple[str, str, str]
#: How a relation is stated: polarity, modality, whether it is over, and whether it is reported speech.
Standing = tuple[str, str, bool, bool]

_PLAIN: Standing = ("POS", "ACTUAL", False, False)
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
        entity_of = self.entities.of_mention
        intervals = {time.id: time.interval for time in extraction.times}
        for relation in extraction.relations:
            source, target = entity_of.get(relation.source), entity_of.get(relation.target)
            if source is not None and target is not None and source != target:
                statement = self._statement(relation, held(relation, intervals.get(relation.time or "")))
                yield (source, relation.type, target), _standing(relation), statement

    def _statement(self, relation: RelationMention, interval: Interval | None) -> _Statement:
        evidence = self.quote(relation.span, relation.method, relation.score)
        speaker = "" if relation.attribution is None else self.speakers.name(relation.attribution)
        return _Statement(evidence, interval, relation.tense, relation.title, speaker)

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
    is_so = (relation.polarity, relation.modality) == ("POS", "ACTUAL")
    if told is None or "/" in told.edtf or relation.type in _AT_ONCE or not is_so:
        return told
    return Interval(None, told.end) if relation.former else Interval(told.start, None)


def _standing(relation: RelationMention) -> Standing:
    return relation.polarity, relation.modality, relation.former, relation.attribution is not None


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
