"""Who was hurt in what: casualties have the day and the place of what did the harm, where they are told without.

| told as | what did it |
|---|---|
| "a fire hurt seven", "hurt by a blast", "killed in the crash" | what is told with it |
| "seven hurt as a fire …", "were injured when a fire …" | what its clause tells |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from spacy.tokens import Token

from graphbuilder.events.dating.context import OWN, Dating
from graphbuilder.events.detection.triggers import HARM, Trigger
from graphbuilder.events.factuality.judge import Factuality
from graphbuilder.records import Participant
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

_CASUALTIES = frozenset({"die", "injure"})
_IN = frozenset({"as", "by", "during", "from", "in"})
_WHEN = frozenset({"after", "as", "when", "while"})


_T = TypeVar("_T")

#: Casualty → what did the harm.
Sources = Mapping[Trigger, Trigger]


def find_sources(
    parse: Parse, triggers: Sequence[Trigger], factuality: Mapping[Trigger, Factuality]
) -> dict[Trigger, Trigger]:
    """For each event in which people die or are hurt: the one that did it, if the text tells it."""
    hurt = [one for one in triggers if one.type in _CASUALTIES or one.lemma == "kill"]
    harm = [one for one in triggers if _does_harm(one) and factuality[one].modality == "ACTUAL"] if hurt else []
    if not harm:
        return {}
    at = {one.head: one for one in harm if factuality[one].polarity == "POS"}
    found = {}
    for one in hurt:
        source = next((at[token.i] for token in _beside(parse.doc[one.anchor]) if token.i in at), None)
        if source is not None and source is not one:
            found[one] = source
    return found


def _does_harm(trigger: Trigger) -> bool:
    return trigger.type in HARM and trigger.lemma != "kill"


def _beside(verb: Token) -> Iterator[Token]:
    """What may be told with a casualty as what did it."""
    yield from (subject for subject, place in subjects(verb) if place == "nsubj")
    for child in dependents(verb):
        if child.dep_ in ("agent", "prep") and child.lower_ in _IN:
            yield from (noun for noun in dependents(child) if noun.dep_ == "pobj")
            yield from child.subtree if child.lower_ == "as" else ()  # a headline's clause, to the parser a noun
    clauses = [child for child in dependents(verb) if child.dep_ == "advcl"]
    for clause in clauses:
        if not _WHEN.isdisjoint(child.lower_ for child in dependents(clause)):
            yield clause
            yield from (child for child in dependents(clause) if child.dep_ in ("nsubj", "nsubjpass"))


def dated_by_harm(parse: Parse, sources: Sources, dated: Mapping[Trigger, Dating]) -> dict[Trigger, Dating]:
    """The dating of casualties that have none of their own: that of what did the harm, or of the same told again."""
    found = {}
    for casualty, source in sources.items():
        dating = _told(parse, source, dated) if casualty not in dated else None
        if dating is not None:
            found[casualty] = Dating("shared" if dating.rule in OWN else "story", dating.times)
    return found


def placed_by_harm(
    parse: Parse, sources: Sources, roles: Mapping[Trigger, list[Participant]]
) -> dict[Trigger, list[Participant]]:
    """The roles, in which casualties without a place have that of what did the harm."""
    places = {one: [part for part in parts if part.role == "place"] for one, parts in roles.items()} if sources else {}
    there = {one: parts for one, parts in places.items() if parts}
    placed = {one: [*roles[one], *(_told(parse, source, there) or ())] for one, source in sources.items()}
    return {one: parts if one in there else placed.get(one, parts) for one, parts in roles.items()}


def _told(parse: Parse, source: Trigger, told: Mapping[Trigger, _T]) -> _T | None:
    """What is known of an event, or of the first that is told by the same word."""
    if source in told:
        return told[source]
    same = (one for one in told if one.lemma == source.lemma and one.type == source.type)
    return next((told[one] for one in same), None)


def disaster_behind(parse: Parse, attack: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The disaster that did what is told as an attack: "a flood killed six", "was hit by a storm"."""
    verb = parse.doc[attack.head]
    if verb.pos_ != "VERB":
        return None
    doers = {noun.i for noun, place in subjects(verb) if place == "nsubj"}
    doers |= {noun.i for child in dependents(verb) if child.dep_ == "agent" for noun in dependents(child)}
    return next((one for one in triggers if one.type == "disaster" and one.head in doers), None)


def is_death(parse: Parse, casualty: Trigger, sources: Sources) -> bool:
    """Whether a killing is a death in a disaster and no attack: "nobody was killed" in a fire."""
    passive = any(child.dep_ == "nsubjpass" for child in dependents(parse.doc[casualty.head]))
    return passive and casualty in sources and sources[casualty].type == "disaster"
