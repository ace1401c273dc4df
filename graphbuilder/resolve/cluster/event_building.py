"""The event clusters of a document: its chains of event mentions, with date, participants and place as entities.

A chain in which nobody with a name takes part is an event of its own only if it says enough. The others are
underspecified mentions; they may still refer to an event of another article (`match/events/underspecified`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graphbuilder.events import ARGUMENT, CEILING, SIDES
from graphbuilder.events.arguments.unnamed import without_things
from graphbuilder.events.coreference.chains import leaves_open
from graphbuilder.events.coreference.content_words import content_words
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.events.detection.triggers import OTHER
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon
from graphbuilder.records import PUBLICATION, EventMention, Extraction
from graphbuilder.resolve.cluster.event_clusters import MODALITIES, EventCluster
from graphbuilder.resolve.dates.mention_dates import Dated, MentionDates
from graphbuilder.resolve.dates.reconciliation import reconcile
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.repeated_sentences import RepeatedSentences
from graphbuilder.resolve.index.speakers import Speakers

#: Modalities of what somebody says that may or would happen.
_OPEN = frozenset({"CONDITIONAL", "POSSIBLE"})


@dataclass(frozen=True, slots=True)
class EventBuilder:
    """Makes the event clusters of documents."""

    entities: EntityIndex
    dates: MentionDates
    speakers: Speakers
    repeated: RepeatedSentences

    def clusters(self, extraction: Extraction) -> tuple[list[EventCluster], list[EventCluster]]:
        """The event clusters of a document, and its underspecified ones.

        Mentions in boilerplate and those of a low score (found by the classifier alone) make none.
        """
        things = frozenset(mention.id for mention in extraction.mentions if mention.method == ARGUMENT)
        chains: dict[str, list[EventMention]] = defaultdict(list)
        for event in extraction.events:
            if event.score >= CEILING and not self.repeated.is_boilerplate(event):
                chains[event.chain].append(without_things(event, things))
        built = [self._cluster(extraction.document, chain, mentions) for chain, mentions in chains.items()]
        built = _with_sides(built, extraction)
        peopled = {event.chain for event in extraction.events if event.participants}
        specified: list[EventCluster] = []
        underspecified: list[EventCluster] = []
        for cluster in built:
            is_specified = cluster.participants or self._is_specified(cluster, is_peopled=cluster.id in peopled)
            (specified if is_specified else underspecified).append(cluster)
        return specified, underspecified

    def _is_specified(self, cluster: EventCluster, *, is_peopled: bool) -> bool:
        """Whether an event in which nobody with a name takes part is an event of its own.

        Yes: "workers were hurt on Monday", "a fire in Lund"; "its drivers would not strike, the union said".
        No: "a decision"; any that says neither when nor where, unless somebody says that it will or may not be.
        """
        stands_alone = bool(lexicon("event_types").get(cluster.type, {}).get("bare", False))
        if cluster.place is None and cluster.interval is None:
            return (stands_alone or cluster.type == OTHER) and is_peopled and self._is_reported_unreal(cluster)
        return stands_alone or is_peopled

    def _is_reported_unreal(self, cluster: EventCluster) -> bool:
        """Whether it is only mentioned, by verbs, in reported speech of a known speaker, as denied, possible or
        conditional.
        """
        if cluster.polarity == "POS" and cluster.modality not in _OPEN:
            return False
        return all(
            mention.method.startswith(("verb", "phrase")) and self.speakers.is_known(mention.attribution)
            for mention in cluster.mentions
        )

    def _cluster(self, document: str, chain: str, mentions: list[EventMention]) -> EventCluster:
        dates = [date for mention in mentions if (date := self.dates.of(mention)) is not None]
        interval = _interval(dates, mentions[0].type)
        participants = frozenset(part for mention in mentions for part in self.entities.participants(mention))
        names = sorted(fold(mention.text) for mention in mentions if mention.method.startswith("name"))
        return EventCluster(
            id=chain if any(mention.id == chain for mention in mentions) else mentions[0].id,
            document=document,
            type=_type(mentions),
            polarity=mentions[0].polarity,
            modality=self._modality(chain, mentions, interval),
            interval=interval,
            place=self._place(mentions, participants),
            participants=participants,
            lemmas=frozenset(mention.lemma for mention in mentions),
            named=names[0] if names else "",
            mentions=tuple(mentions),
            published=self.dates.ordinal(document),
            words=self._words(mentions),
            assumed=bool(dates) and all(date.rule in ASSUMED for date in dates),
        )

    def _place(self, mentions: Sequence[EventMention], participants: Iterable[tuple[str, str]]) -> str | None:
        """Where it happens: the innermost place that the text says, else the one that it is done to.

        Yes: Bucharest, of "gather in Romania" and "its summit in Bucharest"; Georgia, of "Russia invaded Georgia".
        """
        said = [place for each in mentions if each.place for place in self.entities.referents(each.place)[:1]]
        if said:
            within = self.entities.is_within
            return next((place for place in said if all(within(place, other) for other in said)), said[0])
        roles = lexicon("event_types").get(mentions[0].type, {}).get("where", ())
        places = self.entities.places
        by_role = [[entity for role, entity in participants if role == wanted and entity in places] for wanted in roles]
        implied = next(filter(None, by_role), ())
        return implied[0] if len(implied) == 1 else None

    def _words(self, mentions: Sequence[EventMention]) -> frozenset[str]:
        """The content words beside its triggers, its place and the participants that are entities."""
        participants = (participant.mention for mention in mentions for participant in mention.participants)
        names = {self.entities.text(each) for each in participants if self.entities.referents(each)}
        names |= {mention.text for mention in mentions}
        names |= {self.entities.text(mention.place) for mention in mentions if mention.place}
        return content_words("\n".join(mention.phrase for mention in mentions), names)

    def _modality(self, chain: str, mentions: Sequence[EventMention], interval: Interval | None) -> str:
        """The strongest modality of the mentions that say of themselves whether it happened, if there are any."""
        telling = [each for each in mentions if not leaves_open(each, again=each.id != chain)] or mentions
        found = {self._mention_modality(mention, interval) for mention in telling}
        return next(modality for modality in MODALITIES if modality in found)

    def _mention_modality(self, mention: EventMention, interval: Interval | None) -> str:
        """The modality of a mention; what is dated after publication, and not in the past tense, is planned.

        Yes: "talks in Geneva next week", "they meet on Friday".
        No: "had planned to close it, but did not", a plan that was given up.
        """
        published = self.dates.publication(mention.span.document)
        is_given_up = mention.polarity == "NEG" and mention.tense == "NONE"
        may_be_ahead = mention.modality == "ACTUAL" and mention.tense in ("NONE", "PRESENT") and not is_given_up
        if not may_be_ahead or interval is None or published is None:
            return mention.modality
        return "PLANNED" if interval.mark.after(published) else "ACTUAL"


def _interval(dates: Sequence[Dated], type_: str) -> Interval | None:
    """What the dates of the mentions say together, the surest first; publication counts only without any other."""
    told = [date for date in dates if date.rule != PUBLICATION]
    interval: Interval | None = None
    for date in sorted(told or dates, key=lambda each: (-each.score, each.time)):
        interval = date.interval if interval is None else reconcile(interval, date.interval, type_) or interval
    return interval


def _type(mentions: Sequence[EventMention]) -> str:
    """The type of most mentions; of types as frequent, the first one."""
    types = [mention.type for mention in mentions]
    return max(dict.fromkeys(types), key=types.count)


def _with_sides(clusters: Sequence[EventCluster], extraction: Extraction) -> list[EventCluster]:
    """The clusters; an event that has the same sides as another one ("the takeover", of a bid) has its participants."""
    chain_of = {event.id: event.chain for event in extraction.events}
    ties = (relation for relation in extraction.relations if relation.method == SIDES)
    donor_of = {chain_of[relation.source]: chain_of[relation.target] for relation in ties}
    participants = {cluster.id: cluster.participants for cluster in clusters} if donor_of else {}
    return [
        replace(cluster, participants=participants.get(donor_of[cluster.id], cluster.participants))
        if cluster.id in donor_of
        else cluster
        for cluster in clusters
    ]
