"""The event of a group of clusters: date, place, participants, status, attribution, label and id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from graphbuilder.events.factuality import FACT
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold, slug
from graphbuilder.records import DATE, Choice, Event, EventMention
from graphbuilder.resolve.cluster.event_clusters import MODALITIES, EventCluster
from graphbuilder.resolve.dates import Dated
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.printed_again import RepeatedSentences
from graphbuilder.resolve.index.speakers import Speakers
from graphbuilder.resolve.match.events.status import is_cancelled
from graphbuilder.resolve.merge.dates import Saying, event_date, saying_when
from graphbuilder.resolve.merge.entities import Quote
from graphbuilder.resolve.merge.labels import best_mention
from graphbuilder.resolve.merge.ordering import majority, position
from graphbuilder.resolve.merge.participants import Part, of_line, one_side_each, shown_once, supported

#: Roles of those who do something: the first of them begins an id.
_ACTIVE = frozenset({"agent", "attendee", "host"})
#: Words of an id of place and noun, and of one of participants and verb.
_SHORT_ID, _LONG_ID = 8, 12


@dataclass(frozen=True, slots=True)
class EventMerger:
    """Makes the events of groups; its fields are what it looks up."""

    quote: Quote
    date_of: Callable[[EventMention], Dated | None]
    entities: EntityIndex
    speakers: Speakers
    outlets: Mapping[str, str]
    """Document → its outlet, or its id where that is unknown."""
    repeated: RepeatedSentences

    def merge(self, clusters: Sequence[EventCluster]) -> Event:
        """The event of a group; its `id` is a wish that `ids` makes unique.

        A plan and its denial are one event that did not happen, labelled as the plan and attributed as the denial is.
        """
        mentions = sorted(
            (mention for cluster in clusters for mention in cluster.mentions),
            key=lambda mention: position(mention.span),
        )
        is_off = is_cancelled(clusters)
        final = [mention for mention in mentions if mention.polarity == "NEG"] if is_off else mentions
        modality = "ACTUAL" if is_off else min((each.modality for each in clusters), key=MODALITIES.index)
        articles = _articles(clusters)
        parts = supported(articles, self.entities.named, len({cluster.document for cluster in clusters}))
        date = event_date(mentions, self.date_of, self.repeated.source, self.quote)
        saying = saying_when(mentions, self.date_of, date)
        label = self._label(mentions, "PLANNED" if is_off else modality, parts, saying)
        participants = self._participants(parts, articles, mentions, label)
        places = [cluster.place for cluster in clusters if cluster.place is not None]
        place = majority(places) if places else None
        place_name = "" if place is None else self.entities.names[place]
        event = Event(
            id=self._id(label, mentions, date.interval, place_name, clusters),
            type=majority(cluster.type for cluster in clusters),
            name=_capitalized(label),
            interval=date.interval,
            dated_by=date.dated_by,
            alternatives=date.alternatives,
            place=place,
            participants=participants,
            polarity="NEG" if is_off else clusters[0].polarity,
            modality=modality,
            attributions=self.speakers.attributions(final),
            sources=tuple(sorted({self.outlets[cluster.document] for cluster in clusters})),
            part_of=(),
            mentions=tuple(mention.id for mention in mentions),
            independent_sources=len({self.repeated.source(mention.span) for mention in mentions}),
            score=round(max(mention.score for mention in mentions), 3),
            provenance=tuple(self.quote(mention.span, mention.method, mention.score) for mention in mentions),
            speakers=self.speakers.unnamed(final),
        )
        is_told = event.interval is not None or (event.polarity, event.modality) != FACT
        aside = " ".join(label.text.split()) if label.aside and is_told else ""
        return replace(event, choices=_choices(event, mentions, self.entities.of_mention), aside=aside)

    def _participants(
        self, parts: Set[Part], articles: Mapping[Part, Set[str]], mentions: Sequence[EventMention], label: EventMention
    ) -> tuple[Part, ...]:
        """Of those that are supported, whom several articles name, or that of the line; each once, on one side."""
        count = len({mention.span.document for mention in mentions})
        parts = of_line(parts, articles, self.entities.named, label.span.document, count)
        told: dict[str, set[str]] = defaultdict(set)
        for (_, entity), some in articles.items():
            told[entity] |= some
        described = {entity: self.entities.names[entity] for entity in told.keys() - self.entities.named}
        return shown_once(one_side_each(parts, mentions, self.entities.of_mention), told, described)

    def _label(
        self, mentions: Sequence[EventMention], modality: str, participants: Iterable[Part], saying: Saying
    ) -> EventMention:
        """The mention whose phrase is the label."""
        names: dict[str, bool] = {}
        for _, entity in participants:
            for word in fold(self.entities.names[entity]).split():
                names[word] = names.get(word, False) or entity in self.entities.named
        return best_mention(mentions, modality, names, saying, self.repeated.first)

    def _id(
        self,
        label: EventMention,
        mentions: Sequence[EventMention],
        interval: Interval | None,
        place: str,
        clusters: Sequence[EventCluster],
    ) -> str:
        """The date, then the name, or place and noun, or participants and verb; a plan is told apart from its deed.

        Yes: "2008-bucharest-summit", "2022-11-29-nato-condemn-russia", "2008-bucharest-summit-planned".
        """
        plan = "-planned" if all(cluster.modality == "PLANNED" for cluster in clusters) else ""
        day = "" if interval is None or interval.start is None else interval.start.iso_day
        year = day[:4]
        if label.form == "name":
            return slug(f"{year} {label.text}") + plan
        nouns = [mention.lemma for mention in mentions if mention.form == "noun"]
        if nouns and place:
            return slug(f"{year} {place} {majority(nouns)}", words=_SHORT_ID) + plan
        parts = {part for cluster in clusters for part in cluster.participants}
        actors = self._told({entity for role, entity in parts if role in _ACTIVE})
        others = self._told({entity for role, entity in parts if role not in _ACTIVE})
        words = [*actors[:1], label.lemma, *(others[:1] or [place])]
        return slug(" ".join([day, *words]), words=_LONG_ID) + plan

    def _told(self, entities: Set[str]) -> list[str]:
        """The ids of those that have a name, else what the others are called."""
        return sorted(entities & self.entities.named) or sorted(self.entities.names[one] for one in entities)


def _choices(event: Event, mentions: Sequence[EventMention], entities: Mapping[str, str]) -> tuple[Choice, ...]:
    """How likely it is that each takes part in an event, and that its date is right: as in its surest mention."""
    chosen = set(event.participants) | ({(DATE, event.dated_by[1])} if event.dated_by else set())
    surest: dict[tuple[str, str], Choice] = {}
    for mention in mentions:
        for one in _choices_of(mention, entities):
            key = one.role, one.chosen
            if key in chosen and (key not in surest or one.score > surest[key].score):
                surest[key] = one
    return tuple(surest[key] for key in sorted(surest))


def _choices_of(mention: EventMention, entities: Mapping[str, str]) -> Iterator[Choice]:
    for one in mention.participants:
        if one.mention in entities:
            yield Choice(one.role, entities[one.mention], one.provenance.score, one.runner_up)
    if mention.time_score is not None:
        yield Choice(DATE, mention.times[0], mention.time_score, mention.time_runner_up)


def _articles(clusters: Sequence[EventCluster]) -> dict[Part, set[str]]:
    """Participant, with the role → the articles that name it in this role."""
    found: dict[Part, set[str]] = defaultdict(set)
    for cluster in clusters:
        for part in cluster.participants:
            found[part].add(cluster.document)
    return found


def _capitalized(label: EventMention) -> str:
    phrase = label.phrase or label.text
    return phrase[0].upper() + phrase[1:]
