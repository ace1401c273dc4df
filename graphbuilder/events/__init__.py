"""Doc + mentions + time expressions → event mentions.

Find what tells an event (`triggers`, `likely`), who takes part (`roles`), whether it happened (`factuality`), who says
so (`attribution`), when (`dating`), and which mentions tell the same one (`coreference`). The knowledge stands in
``lexicons/event_types.yaml``, ``event_verbs.yaml``, ``roles.yaml`` and ``factuality.yaml``.

Events that a list names, or in which somebody with a name takes part, are for a timeline. What else happens in the text
is kept beside them with a score below `CEILING`: neither dated nor chained, and no node of a graph.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.entities.gazetteer import known
from graphbuilder.events.attribution import find_speaker
from graphbuilder.events.bridging import bridge
from graphbuilder.events.causes import find_causes
from graphbuilder.events.chronology import date_by_entry
from graphbuilder.events.coreference import BACK, CHANGED, CONTENT, TAKEN, Top, chain_events
from graphbuilder.events.counting import count_back, count_from_events
from graphbuilder.events.course import date_by_course
from graphbuilder.events.dates import PUBLICATION, SCORES, Dating
from graphbuilder.events.dating import date_by_syntax, date_events
from graphbuilder.events.factuality import Factuality, judge
from graphbuilder.events.harm import Sources, dated_by_harm, find_sources, is_death, placed_by_harm
from graphbuilder.events.lasting import count_days, date_by_ends
from graphbuilder.events.likely import CEILING, find_likely
from graphbuilder.events.meant import SIDES, Meaning, Telling
from graphbuilder.events.narration import lead_verb, simple_past
from graphbuilder.events.phrases import phrase
from graphbuilder.events.purchases import find_subsidiaries
from graphbuilder.events.roles import find_participants
from graphbuilder.events.story import date_by_story
from graphbuilder.events.syntax import subjects
from graphbuilder.events.things import ARGUMENT, with_things
from graphbuilder.events.ties import find_references, find_wholes
from graphbuilder.events.triggers import OTHER, OTHER_SCORE, Trigger, find_carriers, find_triggers, words_of_story
from graphbuilder.events.words import event_words
from graphbuilder.language import Parse, covers
from graphbuilder.records import EventMention, Mention, Participant, RelationMention, TimeExpression
from graphbuilder.tree import dependents

__all__ = ["ARGUMENT", "CEILING", "PUBLICATION", "SIDES", "Told", "event_id", "find_events"]


Roles = Mapping[Trigger, Sequence[Participant]]

#: What one does with a decision: that which was just told.
_TAKING = frozenset({"make", "reach", "take"})
#: What is said of something that was told to be changed: "the improved offer".
_AFTER_CHANGE = frozenset(
    {"higher", "improved", "increased", "lower", "new", "raised", "reduced", "revised", "sweetened"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """The event mentions of a document in text order, the ties between them (`part_of`, `refers_to`, `causes`), the
    mentions of things that take part, and the times, of which some are counted from the events.
    """

    events: tuple[EventMention, ...]
    relations: tuple[RelationMention, ...]
    things: tuple[Mention, ...]
    times: tuple[TimeExpression, ...] = ()


def event_id(document: str, start: int, end: int) -> str:
    """The id of the event mention whose trigger stands at these characters of a document.

    >>> event_id("a.txt", 5, 8)
    'a.txt@e5-8'
    """
    return f"{document}@e{start}-{end}"


def find_events(parse: Parse, found: Found, times: Sequence[TimeExpression]) -> Told:
    """The events that a parsed document tells."""
    words = words_of_story(parse)
    listed = find_triggers(words, found)
    likely, doubtful = find_likely(words, found, {trigger.head for trigger in listed if trigger.type != OTHER})
    known = with_things(parse, words, found, doubtful | {trigger.head for trigger in (*listed, *likely)})
    possible = _apart(listed, likely)
    placed = {mention.span.sentence for mention in found.mentions if mention.label == "place"}
    roles = {trigger: find_participants(parse, known, trigger, placed) for trigger in possible}
    names = {mention.id for mention in found.mentions if mention.form == "name"}
    of_known_kind = {one for one in listed if one.type != OTHER or _named(names, roles[one])}
    judged = {trigger: judge(parse, trigger) for trigger in possible}
    of_no_kind = [one for one in possible if one not in of_known_kind and roles[one]]
    by_entry = date_by_entry(parse, possible, times, judged)
    kept = of_known_kind | _with_own_date(parse, of_no_kind, judged, times) | {*of_no_kind} & by_entry.keys()
    passing = _passing(parse, found, (one for one in possible if one not in kept), roles)
    triggers = [one for one in possible if one in kept or one in passing]
    factuality = {trigger: judged[trigger] for trigger in triggers}
    wholes = find_wholes(parse, triggers)
    times, back = count_back(parse, triggers, times)
    entered = {one: replace(factuality[one], tense="PAST") for one in triggers if one in by_entry}
    told = back | date_events(parse, triggers, times, factuality | entered, wholes)
    counted = count_from_events(parse, triggers, times, factuality, told)
    if counted != tuple(times):
        times, told = counted, back | date_events(parse, triggers, counted, factuality | entered, wholes)
    told = {one: dating for one, dating in by_entry.items() if one in factuality} | told
    times, days = count_days(parse, triggers, times, told)
    told = told | days | date_by_ends(parse, triggers, times, told)
    sources = find_sources(parse, triggers, times, factuality)
    told |= dated_by_harm(sources, told)
    placed_by_harm(sources, roles)
    dating = date_by_story(parse, triggers, times, factuality, _Company(parse, known, roles), told, wholes)
    dating |= dated_by_harm(sources, dating)
    triggers = [one for one in triggers if one not in passing or one in dating]
    dating |= date_by_course(parse, triggers, times, factuality, dating)
    teller = _Teller(parse, found, known)
    events = [
        teller.event(_told_as(parse, one, sources), roles[one], factuality[one], dating.get(one)) for one in triggers
    ]
    heads = {trigger.head for trigger in triggers}
    by_head = {trigger.head: trigger for trigger in possible}
    others = [
        teller.event(one, roles[by_head[one.head]], judged[by_head[one.head]])
        for one in likely
        if one.head not in heads
    ]
    others += [
        teller.event(one, find_participants(parse, known, one, placed), judge(parse, one))
        for one in find_carriers(words)
        if one.head not in by_head
    ]
    pointers = _pointers(parse, triggers)
    things = {mention.id for mention in known.mentions if mention.method == ARGUMENT}
    typed = [event for event in events if event.type != OTHER]
    chained_to = chain_events(typed, times, found.mentions, pointers, parse.document.published, _top(parse, events))
    chains = [chained_to.get(one.id, one.id) for one in events]
    linked = [
        one if chain == one.chain else replace(one, chain=chain) for one, chain in zip(events, chains, strict=True)
    ]
    meaning = Meaning(parse, list(map(Telling, triggers, linked)), known.mentions)
    chained = bridge(linked, pointers)
    parts = [_tie(parse, part, "part_of", whole) for part, whole in wholes.items()]
    sides = dict.fromkeys(meaning.sides(), SIDES)
    about = dict.fromkeys([*find_references(parse, triggers), *meaning.references()], "syntax") | sides
    about |= {pair: "harm" for pair in sources.items() if pair not in about}
    topics = [_tie(parse, one, "refers_to", other, method) for (one, other), method in about.items()]
    causes = [_tie(parse, one, "causes", other) for one, other in find_causes(parse, triggers, factuality)]
    everything = tuple(sorted([*chained, *others], key=lambda one: one.span.start))
    ties = (*parts, *topics, *causes, *find_subsidiaries(chained, known.mentions))
    return Told(everything, ties, _taking_part(known, things, everything), times=tuple(times))


def _taking_part(known: Found, things: Container[str], events: Sequence[EventMention]) -> tuple[Mention, ...]:
    """The mentions of things that take part in events or tell of them, and of what these stand for ("who")."""
    told = {one.mention for event in events for one in event.participants}
    told |= {event.attribution for event in events if event.attribution is not None}
    chains = {one.chain for one in known.mentions if one.id in told}
    return tuple(one for one in known.mentions if one.id in things and (one.id in told or one.id in chains))


def _apart(listed: Sequence[Trigger], likely: Sequence[Trigger]) -> list[Trigger]:
    """All that may tell an event, one a token."""
    heads = {trigger.head for trigger in listed}
    return sorted([*listed, *(one for one in likely if one.head not in heads)], key=lambda one: one.start)


def _told_as(parse: Parse, trigger: Trigger, sources: Sources) -> Trigger:
    """An event that only the model finds counts as much, once it is dated, as a verb of no known type; whom a disaster
    killed has died.
    """
    if is_death(parse, trigger, sources):
        return replace(trigger, type="die")
    return trigger if trigger.score >= OTHER_SCORE else replace(trigger, score=OTHER_SCORE)


def _with_own_date(
    parse: Parse, asked: Iterable[Trigger], judged: Mapping[Trigger, Factuality], times: Sequence[TimeExpression]
) -> set[Trigger]:
    """Those of which the clause tells the date: what events of no known type are kept for."""
    asked = set(asked)
    sentences = {time.span.sentence for time in times} & {parse.sentence_of[one.head] for one in asked}
    near = {one: how for one, how in judged.items() if parse.sentence_of[one.head] in sentences}
    beside = [time for time in times if time.span.sentence in sentences]
    return asked & date_by_syntax(parse, list(near), beside, near).keys()


def _passing(parse: Parse, found: Found, triggers: Iterable[Trigger], roles: Roles) -> set[Trigger]:
    """What somebody who is named elsewhere did ("He talked", "she painted it"): kept if the story tells its day."""
    chains = {mention.chain for mention in found.mentions if mention.form == "name"}
    called = {mention.id for mention in found.mentions if mention.chain in chains}
    return {one for one in triggers if simple_past(parse.doc[one.head]) and _named(called, roles[one])}


def _named(names: Container[str], participants: Sequence[Participant]) -> bool:
    """Whether somebody or something with a name takes part: what an event of no known type is kept for."""
    return any(one.mention in names and one.role in ("agent", "patient", "recipient") for one in participants)


class _Company:
    """Who takes part in an event or is the subject of a verb, as chains of mentions."""

    def __init__(self, parse: Parse, found: Found, roles: Roles) -> None:
        self._parse, self._found, self._roles = parse, found, roles
        self._chain = {mention.id: mention.chain for mention in found.mentions}
        self._known: dict[int, frozenset[str]] = {}

    def of_event(self, trigger: Trigger) -> frozenset[str]:
        """Those who take part, and whom the subject is named with ("Apple's Tim Cook")."""
        if trigger.head not in self._known:
            told = {self._chain[one.mention] for one in self._roles[trigger] if one.role != "place"}
            self._known[trigger.head] = self.of_subject(self._parse.doc[trigger.anchor]) | told
        return self._known[trigger.head]

    def of_subject(self, verb: Token) -> frozenset[str]:
        """Those whom the subject of a verb names."""
        words = (range(subject.left_edge.i, subject.i + 1) for subject, _ in subjects(verb))
        named = (self._found.by_token.get(at) for at in chain.from_iterable(words))
        return frozenset(mention.chain for mention in named if mention is not None)


class _Teller:
    """Makes the records of one document."""

    def __init__(self, parse: Parse, found: Found, things: Found) -> None:
        self._parse = parse
        self._found = found
        self._things = things
        self._names = _names(found)

    def event(
        self, trigger: Trigger, roles: Sequence[Participant], factuality: Factuality, dating: Dating | None = None
    ) -> EventMention:
        span = self._parse.span(trigger.start, trigger.end)
        speaker = find_speaker(self._parse, self._found, self._things, trigger)
        places = [one.mention for one in roles if one.role == "place"]
        id_ = event_id(span.document, span.start, span.end)
        told = self._parse.document.text[span.start : span.end]
        return EventMention(
            id=id_,
            span=span,
            text=told,
            type=trigger.type,
            lemma=trigger.lemma,
            participants=tuple(one for one in roles if one.role != "place"),
            times=() if dating is None else dating.times,
            place=places[0] if places else None,
            polarity=factuality.polarity,
            modality=factuality.modality,
            tense=factuality.tense,
            attribution=None if speaker is None else speaker.id,
            chain=id_,
            method=trigger.method if dating is None else f"{trigger.method}/{dating.rule}",
            score=trigger.score if dating is None else round(trigger.score * (0.5 + SCORES[dating.rule] / 2), 3),
            phrase=phrase(self._parse, self._found, trigger, self._names)
            if _labelled(trigger, roles, dating)
            else told,
        )


def _labelled(trigger: Trigger, roles: Sequence[Participant], dating: Dating | None) -> bool:
    """Whether somebody reads the label: no verb told with neither who nor when, nothing kept beside."""
    bare = trigger.method == "verb" and not roles and dating is None
    return trigger.score >= CEILING and not bare


def _names(found: Found) -> dict[str, str]:
    """Chain → what to call it: its first name that is no adjective, what that is known to mean, or a description."""
    names: dict[str, str] = {}
    for mention in found.mentions:
        if mention.form == "name" and mention.method != "demonym":
            names.setdefault(mention.chain, mention.text)
    for mention in found.mentions:
        entry = known(mention.text) if mention.method == "demonym" else None
        if entry is not None:
            names.setdefault(mention.chain, entry.name)
    for mention in found.mentions:
        if mention.form == "nominal":
            names.setdefault(mention.chain, mention.text)
    return names


def _pointers(parse: Parse, triggers: Sequence[Trigger]) -> dict[str, str]:
    """The events told by a noun that points back, and the word that does: "the meeting", "that summit"."""
    pointers = {}
    for trigger in triggers:
        word = _pointer(parse, trigger)
        if word is not None:
            span = parse.span(trigger.start, trigger.end)
            pointers[event_id(span.document, span.start, span.end)] = word
    return pointers


def _top(parse: Parse, events: Sequence[EventMention]) -> Top:
    """The events told in the headline and in the lead."""
    inside, verb = covers(parse.document.zones, {"headline"}), lead_verb(parse)
    lead = -1 if verb is None else parse.sentence_of[verb.i]
    return Top(
        frozenset(event.id for event in events if inside(event.span.start)),
        frozenset(event.id for event in events if event.span.sentence == lead),
    )


def _pointer(parse: Parse, trigger: Trigger) -> str | None:
    noun = parse.doc[trigger.head]
    if noun.pos_ == "VERB" and noun.dep_ == "ROOT" and any(child.lower_ in ("had", "'d") for child in dependents(noun)):
        return BACK
    if trigger.method == "phrase":  # "filed the suit", told before by "sued"
        noun = next((child for child in noun.rights if child.dep_ == "dobj" and _told_by(child, trigger)), noun)
    if noun.pos_ != "NOUN":
        return CONTENT if _is_content(noun, trigger) else None
    before = [child.lower_ for child in noun.lefts]
    pointer = next((word for word in before if word in ("the", "this", "that")), None)
    if pointer is not None and trigger.lemma == "decision" and parse.doc[trigger.anchor].lemma_ in _TAKING:
        return TAKEN if all(child.dep_ not in ("acl", "ccomp", "prep") for child in noun.rights) else pointer
    return CHANGED if pointer == "the" and not _AFTER_CHANGE.isdisjoint(before) else pointer


def _told_by(noun: Token, trigger: Trigger) -> bool:
    return event_words().nouns.get(noun.lemma_.lower()) == trigger.type


def _is_content(verb: Token, trigger: Trigger) -> bool:
    """ "The decision to recognise them", "the vow to help": what the noun and the verb tell is of one type."""
    noun = verb.head
    return verb.dep_ == "acl" and verb.tag_ == "VB" and event_words().nouns.get(noun.lemma_.lower()) == trigger.type


def _tie(parse: Parse, one: Trigger, type_: str, other: Trigger, method: str = "syntax") -> RelationMention:
    spans = [parse.span(trigger.start, trigger.end) for trigger in (one, other)]
    source, target = (event_id(span.document, span.start, span.end) for span in spans)
    around = parse.span(min(one.start, other.start), max(one.end, other.end))
    return RelationMention(source, type_, target, None, around, method, 0.7)
