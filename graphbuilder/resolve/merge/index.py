"""What the stages of resolution look up across documents: sentences, dates, entities by mention, places in places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress

from graphbuilder.events import ARGUMENT, CEILING, SIDES
from graphbuilder.events.arguments.fillers import WHOSE
from graphbuilder.events.arguments.unnamed import without_things
from graphbuilder.events.coreference.chains import leaves_open
from graphbuilder.events.coreference.content_words import content_words
from graphbuilder.events.dating.context import ONSET, SAID, SCORES, SINCE, TURN
from graphbuilder.events.dating.news import ASSUMED
from graphbuilder.events.detection.triggers import OTHER
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon
from graphbuilder.records import (
    PUBLICATION,
    UNTIL,
    Entity,
    EventMention,
    Extraction,
    Participant,
    Provenance,
    Span,
    TimeExpression,
    told_plainly,
)
from graphbuilder.resolve.cluster.clusters import MODALITIES, EventCluster, links
from graphbuilder.resolve.match.bare_nouns import is_bare
from graphbuilder.resolve.match.places import contained
from graphbuilder.resolve.match.verbatim import Verbatim
from graphbuilder.resolve.merge.announcements import ANNOUNCING, Saying, is_vague, said_on, sayings
from graphbuilder.resolve.merge.dates import exact, without_clock
from graphbuilder.resolve.merge.records import Dated, reconcile
from graphbuilder.resolve.merge.speakers import voices

#: Rules that give an event the day of another one, and not its hour.
_OF_DAY = frozenset({"story", "course", "bridge"})
#: Types of what befalls people, and not the bodies and countries that they are of.
_OWN_DEEDS = frozenset({"birth", "die", "dismiss", "injure", "marry", "resign"})
_UNTIL = re.compile(r"\b(?:until|till|through|up to) (?:about |at least |the )*$", re.IGNORECASE)
#: Types of which a toll is told, and how: "has killed 60 people", "20 have died".
_TOLL = frozenset({"attack", "die", "disaster", "injure"})
_HAS = re.compile(r"\b(?:has|have) (?:\w+ )?(?:killed|died|claimed)\b", re.IGNORECASE)
_LAST = re.compile(r"last (?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
#: "The fire", "that deadly fire"; but "on the march".
_DEFINITE = re.compile(r"(?<!\bon )\b(?:the|that|this) (?:[\w-]{1,20} )?$", re.IGNORECASE)


class Lookup:
    """Look-ups over all extractions; those of entities work after `add_entities`."""

    def __init__(self, extractions: Sequence[Extraction], verbatim: Verbatim) -> None:
        self._extractions = extractions
        self._verbatim = verbatim
        self._sayings: dict[str, list[Saying]] = {}
        self._sentences = {one.document: one.sentences for one in extractions}
        self._published = {one.document: one.published for one in extractions}
        self._times = {time.id: time for one in extractions for time in one.times}
        self._chain_of = {mention.id: mention.chain for one in extractions for mention in one.mentions}
        self._pronouns = {one.id for each in extractions for one in each.mentions if one.form == "pronoun"}
        self._texts = {mention.id: mention.text for one in extractions for mention in one.mentions}
        self._things = {one.id for each in extractions for one in each.mentions if one.method == ARGUMENT}
        self._links = {chain: targets for one in extractions for chain, targets in links(one).items()}
        self._located = _located(extractions)
        self._entity_of: dict[str, str] = {}
        self._inside: dict[str, set[str]] = defaultdict(set)
        self._company: dict[str, set[str]] = defaultdict(set)
        self._named: dict[str, set[str]] = defaultdict(set)
        self._places: frozenset[str] = frozenset()
        self.outlets = {one.document: one.source or one.document for one in extractions}
        self.names: dict[str, str] = {}
        self.speakers: dict[str, str] = {}
        self.voices = voices(extractions)
        self.taken: frozenset[str] = frozenset()
        self.left_out = 0
        """How many events stand in sentences that are furniture."""

    def quote(self, span: Span, method: str, score: float) -> Provenance:
        """The provenance of a span."""
        sentence = self._sentences[span.document][span.sentence]
        return Provenance(
            span, Span(span.document, sentence.start, sentence.end, sentence.index), sentence.text, method, score
        )

    def date(self, mention: EventMention) -> Dated | None:
        """The date that a mention of an event gives it; of what is printed again, where it was printed first."""
        mention = self._verbatim.first(mention)
        if not mention.times:
            return None
        rule, time, bare = mention.method.rpartition("/")[2], mention.times[0], is_bare(mention)
        if time == PUBLICATION and bare and mention.tense != "PAST":
            return None  # "the crisis" is no more of the day on which it is written of than of others
        if time == PUBLICATION:  # what an article tells had happened by then: that day is no day of its own
            published = self._interval(mention, time)
            assert published is not None
            return Dated(Interval(None, published.end), PUBLICATION, time, _sureness(rule))
        read = exact([self._times[one] for one in mention.times if one != PUBLICATION])
        time, interval = read.id, read.interval
        if (bare or rule in _OF_DAY) and interval is not None:
            interval = without_clock(interval)
        if rule == SINCE and interval is not None:
            last = self._interval(mention, mention.times[-1])
            interval = interval if last is None else Interval(interval.start, last.end)
        if rule == ONSET and interval is not None:
            interval = Interval(interval.start, interval.start)
        if rule == TURN and interval is not None:
            interval = Interval(interval.end, interval.end)
        if interval is not None and ((rule == "story" and _is_toll(mention)) or _of_some_week(mention, read)):
            interval = Interval(None, interval.end)
        if interval is None:
            return None
        said = self._said_on(mention, interval) if mention.type == ANNOUNCING and is_vague(interval) else None
        if said is not None:
            return Dated(said.day, SAID, said.time, SCORES[SAID] * read.score)
        score = _sureness(rule) * read.score
        return Dated(interval, UNTIL if interval.is_bound and self._says_until(read) else rule, time, score)

    def _says_until(self, time: TimeExpression) -> bool:
        """Whether a date ends a duration: "until Friday", "up to the end of May", not "by Friday"."""
        sentence = self._sentences[time.span.document][time.span.sentence]
        return _UNTIL.search(sentence.text[: time.span.start - sentence.start]) is not None

    def _said_on(self, mention: EventMention, interval: Interval) -> Saying | None:
        """When who announces something said so, in another article."""
        doers = [one.mention for one in mention.participants if one.role == "agent"]
        speakers = {entity for doer in doers for entity in self.entities_of(doer)}
        said = [one for speaker in sorted(speakers) for one in self._sayings.get(speaker, ())]
        return said_on(mention, interval, said, (self._texts[doer] for doer in doers)) if said else None

    def _interval(self, mention: EventMention, time: str) -> Interval | None:
        """That of one of the times of a mention, which may be the day of publication."""
        if time != PUBLICATION:
            return self._times[time].interval
        published = self._published[mention.span.document]
        return None if published is None else Interval.of_day(published)

    # --- entities ---------------------------------------------------------------------------------------------

    def add_entities(self, entities: dict[str, Entity]) -> None:
        """Make the entities known, by mention and by name, and which place lies in which."""
        self.names = {id_: entity.name for id_, entity in entities.items()}
        self.taken = frozenset(entities)
        self._people = frozenset(id_ for id_, entity in entities.items() if entity.type == "person")
        self._places = frozenset(id_ for id_, entity in entities.items() if entity.type == "place")
        for id_, entity in entities.items():
            for mention in entity.mentions:
                self._entity_of[self._chain_of[mention]] = id_
        self.speakers = {mention: targets[0] for mention in self._chain_of if (targets := self.entities_of(mention))}
        self._sayings = sayings(self._extractions, self.speakers)
        for inner, outer in self._located:
            pair = self._entity_of.get(inner), self._entity_of.get(outer)
            if pair[0] is not None and pair[1] is not None and pair[0] != pair[1]:
                self._inside[pair[0]].add(pair[1])
        for place, area in contained(entities):
            self._inside[place].add(area)

    def speaker(self, mention: str) -> str:
        """The entity (id) that a mention of somebody who says something means, or the words for who has no name."""
        named = self.speakers.get(mention) or self.voices.get(mention)
        return named or ("someone" if mention in self._pronouns else self._texts[mention])

    def entities_of(self, mention: str) -> tuple[str, ...]:
        """The entities that a mention means: its own, or those that it stands for, two steps far at most."""
        chain = self._chain_of[mention]
        found = self._targets([chain]) or self._targets(self._links.get(chain, ()))
        if not found:
            further = [two for one in self._links.get(chain, ()) for two in self._links.get(one, ())]
            found = self._targets(further)
        return found

    def _taking_part(self, event: EventMention, one: Participant) -> Iterator[tuple[str, str]]:
        """Role and entity of a participant. "Chief executive of Alba" is a position, and not Alba; where "Chad's
        minister" resigns, Chad does not, nor does Africa do what "African leaders" do.
        """
        own = self._targets([self._chain_of[one.mention]])
        if own or one.role == "position":
            yield from ((one.role, entity) for entity in own)
            return
        wide = frozenset(lexicon("nominals")["wide"])
        own_deed = event.type in _OWN_DEEDS and one.role in ("agent", "patient")
        for entity in self.entities_of(one.mention):
            others = own_deed and entity not in self._people  # "they married": the two do themselves
            yield WHOSE if others or self.names[entity].casefold() in wide else one.role, entity

    def _targets(self, chains: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._entity_of[chain] for chain in chains if chain in self._entity_of))

    def within(self, inner: str, outer: str) -> bool:
        """Whether a place is another, or lies in it, directly or through one more."""
        if inner == outer or outer in self._inside[inner]:
            return True
        return any(outer in self._inside[between] for between in sorted(self._inside[inner]))

    # --- events -----------------------------------------------------------------------------------------------

    def event_clusters(self, extraction: Extraction) -> tuple[list[EventCluster], list[EventCluster]]:
        """The events that a document tells of somebody, somewhere or some day, its participants as entities; and those
        that it only mentions.
        """
        chains: dict[str, list[EventMention]] = defaultdict(list)
        for event in extraction.events:
            furniture = (event.span.document, event.span.sentence) in self._verbatim.furniture
            if event.score >= CEILING and not furniture:
                chains[event.chain].append(without_things(event, self._things))
            self.left_out += event.score >= CEILING and furniture
        clusters = [self._event_cluster(extraction.document, chain, told) for chain, told in chains.items()]
        clusters = _with_sides(clusters, extraction)
        peopled = {event.chain for event in extraction.events if event.participants}
        telling = [one.participants or _tells(one, peopled=one.id in peopled, said=self._said(one)) for one in clusters]
        return list(compress(clusters, telling)), [
            one for one, tells in zip(clusters, telling, strict=True) if not tells
        ]

    def _said(self, cluster: EventCluster) -> bool:
        """Whether all tell, by a verb, as what somebody says who has a name or is called by a noun, that an event did
        not happen, or that it may or would.
        """
        if cluster.polarity == "POS" and cluster.modality not in ("CONDITIONAL", "POSSIBLE"):
            return False
        told = ((one.method, one.attribution) for one in cluster.mentions)
        return all(
            method.startswith(("verb", "phrase")) and (said in self.speakers or said in self.voices)
            for method, said in told
        )

    def company(self, document: str) -> frozenset[str]:
        """The people and bodies that a document names, by entity id."""
        if not self._company and self._entity_of:
            for chain, entity in self._entity_of.items():
                if entity not in self._places:
                    self._company[chain.rpartition("@")[0]].add(entity)
        return frozenset(self._company.get(document, ()))

    def named(self, document: str) -> frozenset[str]:
        """All that a document names, by entity id."""
        if not self._named and self._entity_of:
            for chain, entity in self._entity_of.items():
                self._named[chain.rpartition("@")[0]].add(entity)
        return frozenset(self._named.get(document, ()))

    def pointing(self, mention: EventMention) -> bool:
        """Whether a noun tells an event as one that readers know: "the fire", "that deadly fire"."""
        if not mention.method.startswith("noun"):
            return False  # "the wall collapsed": that points to the wall
        sentence = self._sentences[mention.span.document][mention.span.sentence]
        return _DEFINITE.search(sentence.text[: mention.span.start - sentence.start]) is not None

    def _event_cluster(self, document: str, chain: str, told: list[EventMention]) -> EventCluster:
        dates = [date for one in told if (date := self.date(one)) is not None]
        interval: Interval | None = None
        said = [date for date in dates if date.rule != PUBLICATION]
        for date in sorted(said or dates, key=lambda one: (-one.score, one.time)):
            interval = (
                date.interval if interval is None else reconcile(interval, date.interval, told[0].type) or interval
            )
        participants = frozenset(
            part for one in told for role in one.participants for part in self._taking_part(one, role)
        )
        named = sorted(fold(one.text) for one in told if one.method.startswith("name"))
        shown = [one for one in told if not leaves_open(one, again=one.id != chain)] or told
        modalities = {self._modality(one, interval) for one in shown}
        return EventCluster(
            id=chain if any(one.id == chain for one in told) else told[0].id,
            document=document,
            type=_type(told),
            polarity=told[0].polarity,
            modality=next(one for one in MODALITIES if one in modalities),
            interval=interval,
            place=self._place(told, participants),
            participants=participants,
            lemmas=frozenset(one.lemma for one in told),
            named=named[0] if named else "",
            mentions=tuple(told),
            published=self._day(document),
            words=self._words(told),
            assumed=bool(dates) and all(date.rule in ASSUMED for date in dates),
        )

    def _place(self, told: Sequence[EventMention], participants: Iterable[tuple[str, str]]) -> str | None:
        """Where it happens: as the text says, else the place that it is done to ("Russia invaded Georgia")."""
        said = [target for one in told if one.place for target in self.entities_of(one.place)[:1]]
        if said:  # "gather in Romania", "its summit in Bucharest": in the city
            return next((one for one in said if all(self.within(one, other) for other in said)), said[0])
        where = lexicon("event_types").get(told[0].type, {}).get("where", ())
        told_of = [[entity for one, entity in participants if one == role and entity in self._places] for role in where]
        implied = next(filter(None, told_of), ())
        return implied[0] if len(implied) == 1 else None

    def _words(self, told: Sequence[EventMention]) -> frozenset[str]:
        """The words that tell an event beside its triggers and those who take part."""
        who = (one.mention for event in told for one in event.participants)
        names = {self._texts[mention] for mention in who if self.entities_of(mention)}
        names |= {event.text for event in told} | {self._texts[event.place] for event in told if event.place}
        return content_words("\n".join(event.phrase for event in told), names)

    def _modality(self, event: EventMention, interval: Interval | None) -> str:
        """ "Talks in Geneva", "they meet on Friday": what is dated after publication is ahead, if not told as past."""
        published = self._published[event.span.document]
        given_up = event.polarity == "NEG" and event.tense == "NONE"  # "had planned to close it, but did not"
        if (
            given_up
            or event.modality != "ACTUAL"
            or event.tense not in ("NONE", "PRESENT")
            or interval is None
            or published is None
        ):
            return event.modality
        return "PLANNED" if interval.mark.after(Interval.of_day(published)) else "ACTUAL"

    def _day(self, document: str) -> int | None:
        published = self._published[document]
        return None if published is None else published.toordinal()


def _of_some_week(mention: EventMention, time: TimeExpression) -> bool:
    """Whether "last Tuesday" may be of this week or the one before: of a quake that is long in the news."""
    return mention.type in ("die", "disaster") and _LAST.fullmatch(time.text) is not None


def _is_toll(mention: EventMention) -> bool:
    """Whether a telling gives a toll so far, known by the day of the news: "a flu has killed up to 60 people"."""
    return mention.type in _TOLL and _HAS.search(mention.phrase) is not None


def _type(told: Sequence[EventMention]) -> str:
    """The type of most of the mentions; of the first of these where there are as many of another."""
    types = [one.type for one in told]
    return max(dict.fromkeys(types), key=types.count)


def _with_sides(clusters: Sequence[EventCluster], extraction: Extraction) -> list[EventCluster]:
    """The clusters, those that have the sides of another event ("the takeover" of a bid) with its participants."""
    chain_of = {event.id: event.chain for event in extraction.events}
    said = (relation for relation in extraction.relations if relation.method == SIDES)
    donor_of = {chain_of[relation.source]: chain_of[relation.target] for relation in said}
    who = {cluster.id: cluster.participants for cluster in clusters} if donor_of else {}
    return [
        replace(one, participants=who.get(donor_of[one.id], one.participants)) if one.id in donor_of else one
        for one in clusters
    ]


def _tells(cluster: EventCluster, *, peopled: bool, said: bool) -> bool:
    """Whether an event in which nobody with a name takes part still tells something: "workers were hurt on Monday",
    "a fire in Lund"; but not "a decision", and nothing that is told neither when nor where, unless somebody says that
    it may or will not be: "its drivers would not strike, the union said".
    """
    bare = lexicon("event_types").get(cluster.type, {}).get("bare", False)
    if cluster.place is None and cluster.interval is None:
        return bool(bare or cluster.type == OTHER) and peopled and said
    return bool(bare) or peopled


def _sureness(rule: str) -> float:
    """How sure a rule of dating is; that of another tool has only the scores that it gives."""
    return SCORES.get(rule, 1.0)


def _located(extractions: Sequence[Extraction]) -> list[tuple[str, str]]:
    """Pairs of chains of which the first was said to lie in the second."""
    chain_of = {mention.id: mention.chain for one in extractions for mention in one.mentions}
    return [
        (chain_of[relation.source], chain_of[relation.target])
        for one in extractions
        for relation in one.relations
        if relation.type in ("located_in", "capital_of", "part_of") and relation.source in chain_of
        if told_plainly(relation)
    ]
