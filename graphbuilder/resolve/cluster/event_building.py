"""The event clusters of a document: parts of its chains of mentions, with date, participants and place as entities.

The reader's chains hold what is more likely one event than not, which is enough within an article. Across articles one
doubtful mention would draw two events into one. So a chain is compared by its parts: what is told by one word, or alike
to the reader. The parts stay together, unless one of them is found to be an event of another article.

Yes: "the wildfire broke out" and "the blaze" are one part.
No: "he kept his seat after stepping down" is two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graphbuilder.events import CEILING
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon
from graphbuilder.records import PUBLICATION, EventMention, Extraction, Judgement
from graphbuilder.resolve.cluster.event_clusters import MODALITIES, EventCluster
from graphbuilder.resolve.compare import sketches
from graphbuilder.resolve.compare.words import content_words
from graphbuilder.resolve.dates import Dated, MentionDates, reconcile
from graphbuilder.resolve.index.entity_index import EntityIndex
from graphbuilder.resolve.index.printed_again import RepeatedSentences
from graphbuilder.resolve.verdicts import SAME


@dataclass(frozen=True, slots=True)
class EventBuilder:
    """Makes the event clusters of documents."""

    entities: EntityIndex
    dates: MentionDates
    repeated: RepeatedSentences

    def clusters(self, extraction: Extraction) -> list[EventCluster]:
        """The event clusters of a document, one for each part of a chain.

        Mentions in boilerplate and those that are hardly events make none.
        """
        chains: dict[str, list[EventMention]] = defaultdict(list)
        for event in extraction.events:
            if event.score >= CEILING and not self.repeated.is_boilerplate(event):
                chains[event.chain].append(event)
        return [self._cluster(chain, part) for chain, mentions in chains.items() for part in parts(mentions)]

    def wholes(self, group: Iterable[EventCluster]) -> list[EventCluster]:
        """The clusters of a group, those of one chain as one."""
        chains: dict[str, list[EventCluster]] = defaultdict(list)
        for cluster in group:
            chains[cluster.mentions[0].chain].append(cluster)
        return [few[0] if len(few) == 1 else self._whole(chain, few) for chain, few in chains.items()]

    def _whole(self, chain: str, clusters: Sequence[EventCluster]) -> EventCluster:
        mentions = sorted((each for one in clusters for each in one.mentions), key=lambda each: each.span.start)
        return self._cluster(chain, mentions)

    def _cluster(self, chain: str, mentions: list[EventMention]) -> EventCluster:
        document = mentions[0].span.document
        dates = [date for mention in mentions if (date := self.dates.of(mention)) is not None]
        interval = _interval(dates, mentions[0].type)
        participants = frozenset(part for mention in mentions for part in self.entities.participants(mention))
        names = sorted(fold(mention.text) for mention in mentions if mention.form == "name")
        entities = frozenset(entity for _, entity in participants)
        unnamed, place = entities - self.entities.named, self._place(mentions, participants)
        return EventCluster(
            id=chain if any(mention.id == chain for mention in mentions) else mentions[0].id,
            document=document,
            type=_type(mentions),
            polarity=mentions[0].polarity,
            modality=min((mention.modality for mention in mentions), key=MODALITIES.index),
            interval=interval,
            place=place,
            participants=participants,
            lemmas=frozenset(mention.lemma for mention in mentions),
            named=names[0] if names else "",
            mentions=tuple(mentions),
            published=self.dates.ordinal(document),
            words=self._words(mentions),
            assumed=bool(dates) and all(date.rule in ASSUMED for date in dates),
            named_entities=entities & self.entities.named,
            descriptions=frozenset(fold(self.entities.names[entity]).split()[-1] for entity in unnamed),
            nameless=place is not None and place not in self.entities.named,
        )

    def _place(self, mentions: Sequence[EventMention], participants: Iterable[tuple[str, str]]) -> str | None:
        """Where it happens: the innermost place that the text says, else the one that it is done to.

        Yes: Bucharest, of "gather in Romania" and "its summit in Bucharest"; Georgia, of "Russia invaded Georgia".
        """
        referents = (self.entities.of_mention.get(each.place) for each in mentions if each.place)
        said = [place for place in referents if place is not None]
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
        names = {self.entities.text(each) for each in participants if each in self.entities.of_mention}
        names |= {mention.text for mention in mentions}
        names |= {self.entities.text(mention.place) for mention in mentions if mention.place}
        return content_words("\n".join(mention.phrase for mention in mentions), names)


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


#: From which cosine of their sketches two mentions of a chain tell alike. In articles that nothing was learned from,
#: four of five pairs above are one event, and two of five below.
_ALIKE = 0.6
#: Less than any judgement on two articles, so that these come first.
_LAST = 0.0


def parts(chain: Iterable[EventMention]) -> list[list[EventMention]]:
    """The mentions of a chain, in their order, each beside the one before that it is most like."""
    found: list[list[EventMention]] = []
    for mention in chain:
        nearest = max(found, key=lambda part: _most_alike(mention, part), default=[])
        if nearest and _most_alike(mention, nearest) >= _ALIKE:
            nearest.append(mention)
        else:
            found.append([mention])
    return found


def of_one_chain(clusters: Iterable[EventCluster]) -> Iterator[Judgement]:
    """The judgements that parts of a chain are one event, which count only where no part is one of another article."""
    chains: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        chains[cluster.mentions[0].chain].append(cluster.id)
    for ids in chains.values():
        for left, right in combinations(sorted(ids), 2):
            yield Judgement(left, right, SAME, _LAST, "one chain of their article")


def _most_alike(mention: EventMention, part: Sequence[EventMention]) -> float:
    return max(_alike(mention, other) for other in part)


def _alike(left: EventMention, right: EventMention) -> float:
    """How alike two mentions are; 1 where their acts are one, or nothing is known that tells them apart."""
    cosine = sketches.alike(left, right)
    return 1.0 if cosine is None or left.lemma == right.lemma else cosine
