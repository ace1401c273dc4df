"""Who was hurt in what: casualties have the day and the place of what did the harm, where they are told without.

| told as | what did it |
|---|---|
| "a fire hurt seven", "hurt by a blast", "killed in the crash" | what is told with it |
| "seven hurt as a fire …", "were injured when a fire …, rescuers said" | what its clause tells |
| "A fire broke out in Lund on Monday. … Nobody was killed." | what the story is about |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from spacy.tokens import Token

from graphbuilder.events.dating.context import Dating
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.factuality.judge import Factuality
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Participant, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tense import in_zone, lead_verb, looks_away, main_clause, simple_past
from graphbuilder.syntax.tree import dependents

_CASUALTIES = frozenset({"die", "injure"})
_HARM = frozenset({"attack", "disaster"})
#: Rules that take the day of the story for that of an event.
_OWN = frozenset({"syntax", "shared", "tense"})
_IN = frozenset({"as", "by", "during", "from", "in"})
_WHEN = frozenset({"after", "as", "when", "while"})
#: What befalls vehicles, walls and climbers, and what is fired at them.
_MISHAPS = frozenset(
    {"capsize", "collide", "crumble", "derail", "fall", "flip", "overturn", "plunge", "skid", "slip", "swerve",
     "topple", "tumble", "veer"}
)  # fmt: skip
_WEAPONS = frozenset({"bomb", "drone", "grenade", "missile", "mine", "mortar", "rocket", "shell", "torpedo"})
#: What storms do, and armies as well.
_STORMING = frozenset({"batter", "damage", "destroy", "hit", "pound", "strike"})
#: Sentences behind the lead in which a story still tells who was hurt.
_REACH = 8

_NEW = frozenset({"a", "an", "another"})

_T = TypeVar("_T")

#: Casualty → what did the harm.
Sources = Mapping[Trigger, Trigger]


def find_sources(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression], factuality: Mapping[Trigger, Factuality]
) -> dict[Trigger, Trigger]:
    """For each event in which people die or are hurt: the one that did it, if the text tells it."""
    hurt = [one for one in triggers if one.type in _CASUALTIES or one.lemma == "kill"]
    harm = [one for one in triggers if _does_harm(one) and factuality[one].modality == "ACTUAL"] if hurt else []
    if not harm:
        return {}
    at = {one.head: one for one in harm if factuality[one].polarity == "POS"}
    told = [one for one in at.values() if _at_top(parse, one)]
    top = [one for one in told if one.type == "disaster"] or told  # "a flood destroyed the mill": the flood
    dated = {time.span.sentence for time in times}
    found = {}
    for one in hurt:
        beside = next((at[token.i] for token in _beside(parse.doc[one.anchor]) if token.i in at), None)
        source = beside or (_of_story(parse, one, top) if parse.sentence_of[one.head] not in dated else None)
        if source is not None and source is not one:
            found[one] = source
    return found


def _does_harm(trigger: Trigger) -> bool:
    return trigger.type in _HARM and trigger.lemma != "kill"


def _at_top(parse: Parse, trigger: Trigger) -> bool:
    """Whether an event is told in the headline or in the lead."""
    lead = lead_verb(parse)
    first = lead is not None and parse.sentence_of[lead.i] == parse.sentence_of[trigger.head]
    return first or in_zone(parse, parse.doc[trigger.head].idx, ("headline",))


def _beside(verb: Token) -> Iterator[Token]:
    """What may be told with a casualty as what did it."""
    yield from (subject for subject, place in subjects(verb) if place == "nsubj")
    for child in dependents(verb):
        if child.dep_ in ("agent", "prep") and child.lower_ in _IN:
            yield from (noun for noun in dependents(child) if noun.dep_ == "pobj")
            yield from child.subtree if child.lower_ == "as" else ()  # a headline's clause, to the parser a noun
    clauses = [child for child in dependents(verb) if child.dep_ == "advcl"]
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in event_words().reporting:
        clauses += [one for one in dependents(verb.head) if one.dep_ == "advcl" and verb.i < one.i < verb.head.i]
    for clause in clauses:
        if not _WHEN.isdisjoint(child.lower_ for child in dependents(clause)):
            yield clause
            yield from (child for child in dependents(clause) if child.dep_ in ("nsubj", "nsubjpass"))


def _of_story(parse: Parse, casualty: Trigger, top: Sequence[Trigger]) -> Trigger | None:
    """What the story is about, for whom it tells to have been hurt: "Nobody was killed"."""
    verb, at = parse.doc[casualty.anchor], parse.sentence_of[casualty.head]
    if not top or not at - _REACH <= parse.sentence_of[top[-1].head] < at:
        return None
    people = any(place == "nsubjpass" or casualty.type == "die" for _, place in subjects(verb))
    told = people and main_clause(verb) and simple_past(verb) and not looks_away(verb)
    return top[-1] if told else None


def dated_by_harm(parse: Parse, sources: Sources, dated: Mapping[Trigger, Dating]) -> dict[Trigger, Dating]:
    """The dating of casualties that have none of their own: that of what did the harm, or of the same told again."""
    found = {}
    for casualty, source in sources.items():
        dating = _told(parse, source, dated) if casualty not in dated else None
        if dating is not None:
            found[casualty] = Dating("shared" if dating.rule in _OWN else "story", dating.times)
    return found


def placed_by_harm(parse: Parse, sources: Sources, roles: dict[Trigger, list[Participant]]) -> None:
    """Give casualties the place of what did the harm, where they are told without."""
    places = {one: [part for part in parts if part.role == "place"] for one, parts in roles.items()} if sources else {}
    there = {one: parts for one, parts in places.items() if parts}
    for casualty, source in sources.items():
        if casualty not in there:
            roles[casualty] = [*roles[casualty], *(_told(parse, source, there) or ())]


def _told(parse: Parse, source: Trigger, told: Mapping[Trigger, _T]) -> _T | None:
    """What is known of an event, or of the first that is told by the same word, but for "another flood" after it."""
    if source in told:
        return told[source]
    same = (one for one in told if one.lemma == source.lemma and one.type == source.type)
    again = (one for one in same if one.head < source.head or not _is_another(parse.doc[one.head]))
    return next((told[one] for one in again), None)


def _is_another(noun: Token) -> bool:
    return any(child.lower_ in _NEW for child in noun.lefts)


def disaster_behind(parse: Parse, attack: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The disaster that did what is told as an attack: "a flood killed six", "was hit by a storm"."""
    verb = parse.doc[attack.head]
    if verb.pos_ != "VERB":
        return None
    doers = {noun.i for noun, place in subjects(verb) if place == "nsubj"}
    if attack.lemma == "kill" and verb.dep_ in ("advcl", "relcl"):
        doers |= _compared(verb)
    doers |= {noun.i for child in dependents(verb) if child.dep_ == "agent" for noun in dependents(child)}
    return next((one for one in triggers if one.type == "disaster" and one.head in doers), None)


def is_by_storm(parse: Parse, attack: Trigger) -> bool:
    """ "Storm Ciara hit Leeds", "was hit by Hurricane Ida": no attack."""
    verb = parse.doc[attack.head]
    if verb.lemma_ not in _STORMING or verb.pos_ != "VERB":
        return False
    doers = [noun for noun, place in subjects(verb) if place == "nsubj"]
    doers += [noun for child in dependents(verb) if child.dep_ == "agent" for noun in dependents(child)]
    named = (word.lower_ for noun in doers if noun.pos_ == "PROPN" for word in noun.lefts)
    return any(word in lexicon("nominals")["storms"] for word in named)


def _compared(verb: Token) -> set[int]:
    """ "The quake was the worst since 2007, when 500 were killed": in another quake."""
    if all(child.lower_ != "when" for child in dependents(verb)) or verb.sent.root.lemma_ != "be":
        return set()
    return {child.i for child in dependents(verb.sent.root) if child.dep_ == "nsubj"}


def is_death(parse: Parse, casualty: Trigger, sources: Sources) -> bool:
    """ "Nobody was killed" in a fire, "was killed when her car overturned": that is no attack."""
    if casualty.lemma != "kill":
        return False
    children, source = dependents(parse.doc[casualty.head]), sources.get(casualty)
    passive = any(child.dep_ == "nsubjpass" for child in children)
    return passive and (source.type == "disaster" if source is not None else any(map(_is_mishap, children)))


def _is_mishap(clause: Token) -> bool:
    """ "When her car overturned"; but "when a shell fell on her car"."""
    if clause.dep_ != "advcl" or clause.lemma_ not in _MISHAPS:
        return False
    words = {child.lemma_.lower() for child in dependents(clause)}
    return bool(words & _WHEN) and words.isdisjoint(_WEAPONS)
