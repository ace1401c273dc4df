"""The events of a collection: clustered in each document, judged across documents, grouped and merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from graphbuilder.corrections import Correction
from graphbuilder.ids.given import Given
from graphbuilder.records import Entity, Event, EventMention, Extraction, Judgement
from graphbuilder.resolve.cluster.constrained import constrained_clusters
from graphbuilder.resolve.cluster.event_building import EventBuilder, of_one_chain
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.corrections.facts import Facts
from graphbuilder.resolve.corrections.identity import Identity, with_identity
from graphbuilder.resolve.dates import MentionDates
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.printed_again import RepeatedSentences
from graphbuilder.resolve.index.sentences import Sentences
from graphbuilder.resolve.index.speakers import Speakers
from graphbuilder.resolve.match.events import judge_events
from graphbuilder.resolve.match.events.cannot_link import linkable
from graphbuilder.resolve.match.events.evidence import Evidence
from graphbuilder.resolve.match.events.likeness import cohere
from graphbuilder.resolve.merge.events import EventMerger
from graphbuilder.resolve.merge.ordering import unique_ids


@dataclass(frozen=True, slots=True)
class Indexes:
    """All look-ups that events need."""

    sentences: Sentences
    repeated: RepeatedSentences
    entities: EntityIndex
    speakers: Speakers
    dates: MentionDates
    articles: Articles

    @classmethod
    def of(
        cls,
        extractions: Sequence[Extraction],
        sentences: Sentences,
        repeated: RepeatedSentences,
        entities: Mapping[str, Entity],
    ) -> Indexes:
        """The indexes of a collection whose entities are resolved."""
        index = EntityIndex(extractions, entities)
        return cls(
            sentences,
            repeated,
            index,
            Speakers(extractions, index),
            MentionDates(extractions, sentences, repeated),
            Articles({each.document: (sentence.text for sentence in each.sentences) for each in extractions}),
        )

    @property
    def builder(self) -> EventBuilder:
        """What makes event clusters."""
        return EventBuilder(self.entities, self.dates, self.repeated)

    @property
    def evidence(self) -> Evidence:
        """What the rules of matching ask."""
        return Evidence(self.articles, self.entities.is_within, self.repeated.first)

    def merger(self, extractions: Sequence[Extraction]) -> EventMerger:
        """What makes events."""
        outlets = {each.document: each.source or each.document for each in extractions}
        return EventMerger(self.sentences.quote, self.dates.of, self.entities, self.speakers, outlets, self.repeated)


@dataclass(frozen=True, slots=True)
class ResolvedEvents:
    """The events by id, before the user's facts and their wholes."""

    events: Mapping[str, Event]
    rows_of: Mapping[str, Sequence[Correction]]
    """Event (id) → the lines on its facts."""
    mentions: Mapping[str, EventMention]
    """The mentions of all events, by id."""
    judgements: Sequence[Judgement]
    unknown: Mapping[Correction, str]
    """The lines that refer to no event → why."""


def resolve_events(
    extractions: Sequence[Extraction], indexes: Indexes, rows: Mapping[Correction, str], facts: Facts, given: Given
) -> ResolvedEvents:
    """The events that the documents mention.

    Args:
        extractions: all documents.
        indexes: what is looked up.
        rows: the user's lines that refer to no entity → why; they may refer to an event.
        facts: the user's lines on facts of events.
        given: the ids that the user has seen before.

    Raises:
        InputError: two lines contradict each other.
    """
    builder = indexes.builder
    clusters = [cluster for extraction in extractions for cluster in builder.clusters(extraction)]
    judgements, within = judge_events(clusters, indexes.evidence), list(of_one_chain(clusters))
    may_be_one, merger = linkable(indexes.entities.is_within), indexes.merger(extractions)

    def can_link(left: list[EventCluster], right: list[EventCluster]) -> bool:
        return may_be_one(left, right) and (_are_of_one_article(left, right) or cohere(left, right, indexes.articles))

    def build(identity: Identity) -> dict[str, Event]:
        known = [*judgements, *identity.judgements, *within]
        groups = constrained_clusters(clusters, attrgetter("id"), known, can_link, identity.cannot_link)
        kept = [group for group in groups if not identity.is_ignored(group)]
        merged = [identity.corrected(merger.merge(builder.wholes(group)), group) for group in kept]
        return unique_ids(merged, frozenset(indexes.entities.names))

    events, identity = with_identity(build, (*rows, *facts.entity_of), clusters, given)
    on_facts = {
        id_: [row for row in identity.rows(event.mentions) if row in facts.entity_of] for id_, event in events.items()
    }
    return ResolvedEvents(
        events,
        on_facts,
        {mention.id: mention for cluster in clusters for mention in cluster.mentions},
        [*judgements, *identity.judgements],
        {row: rows.get(row, reason) for row, reason in identity.unknown.items()},
    )


def _are_of_one_article(left: Sequence[EventCluster], right: Sequence[EventCluster]) -> bool:
    """Whether only one article tells two groups, so that they are parts of a chain of its own."""
    return len({cluster.document for cluster in (*left, *right)}) == 1
