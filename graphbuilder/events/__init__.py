"""Doc + mentions + time expressions → event mentions.

Find what tells an event, who takes part and whether it happened (`selection`, of `detection`, `arguments` and
`factuality`), when (`dating`), who says so in which words (`records`, of `attribution` and `labels`), which mentions
tell the same one (`coreference`), and their ties (`relations`). The knowledge stands in
``lexicons/events/event_types.yaml``, ``event_verbs.yaml``, ``roles.yaml`` and ``factuality.yaml``.

Events that a list names, or in which somebody with a name takes part, are for a timeline. What else happens in the text
is kept beside them with a score below `CEILING`: neither dated nor chained, and no node of a graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuilder.entities import Found
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.events.coreference.anaphora import SIDES, Meaning, Telling
from graphbuilder.events.coreference.chains import chain_events, leaves_open
from graphbuilder.events.coreference.definites import find_pointers, find_top
from graphbuilder.events.dating.cascade import When, date_scene
from graphbuilder.events.dating.context import is_life, is_stamp
from graphbuilder.events.detection.classifier import CEILING
from graphbuilder.events.detection.triggers import HARM, OTHER, OTHER_SCORE, Trigger
from graphbuilder.events.factuality.conditions import SUPPOSED, is_supposed
from graphbuilder.events.factuality.entity_relations import with_standing
from graphbuilder.events.records import Teller, event_id
from graphbuilder.events.relations.casualties import disaster_behind, is_death
from graphbuilder.events.relations.causes import find_causes
from graphbuilder.events.relations.subevents import find_references, find_wholes
from graphbuilder.events.relations.subsidiaries import find_subsidiaries
from graphbuilder.events.selection import Scene, read_scene
from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.records import PUBLICATION, EventMention, Mention, RelationMention, TimeExpression
from graphbuilder.syntax.light_verbs import EARNINGS
from graphbuilder.syntax.parse import Parse

__all__ = ["ARGUMENT", "CEILING", "PUBLICATION", "SIDES", "Told", "event_id", "find_events"]


@dataclass(frozen=True, slots=True)
class Told:
    """The event mentions of a document in text order, the ties between mentions, with how they are told, and between
    events (`part_of`, `refers_to`, `causes`, `fulfils`), the mentions of things that take part, and the times, of which
    some are counted from the events.
    """

    events: tuple[EventMention, ...]
    relations: tuple[RelationMention, ...]
    things: tuple[Mention, ...]
    times: tuple[TimeExpression, ...] = ()


def find_events(parse: Parse, found: Found, times: Sequence[TimeExpression]) -> Told:
    """The events that a parsed document tells."""
    document, all_times = parse.document, times
    people = {one.span.end for one in found.mentions if one.form == "name" and one.label == "person"}
    stamps = [
        time
        for time in times
        if is_stamp(time, document.text, document.published) or is_life(time, document.text, people)
    ]
    times = [time for time in times if time not in stamps] if stamps else times
    scene = read_scene(parse, found, times)
    wholes = find_wholes(parse, scene.triggers)
    when = date_scene(scene, times, wholes)
    scene = replace(scene, roles=when.roles)
    teller = Teller(parse, found, scene.known)
    behind = _disasters(scene, when)
    events, beside = _kept(scene, when, teller, behind), _beside(scene, when, teller)
    pointers = find_pointers(parse, when.triggers)
    linked, plans = _linked(scene, when, events, pointers, behind)
    everything = tuple(_each_once(sorted([*linked, *beside], key=lambda one: one.span.start)))
    stated = with_standing(parse, scene.known, all_times, teller.voices)
    ties = (*stated, *_ties(scene, when, wholes, linked), *_fulfilled(linked, plans))
    ties = (*ties, *find_subsidiaries(linked, scene.known.mentions))
    told = sorted([*when.times, *stamps], key=lambda one: one.span.start) if stamps else when.times
    return Told(everything, ties, _taking_part(scene.known, everything, teller.voices), times=tuple(told))


def _each_once(events: Sequence[EventMention]) -> Iterable[EventMention]:
    """Words tell one event, though two rules may read them: "Game of Thrones" as a game, and by its name."""
    return reversed({event.id: event for event in reversed(events)}.values())


def _disasters(scene: Scene, when: When) -> dict[Trigger, Trigger]:
    """What a disaster did ("the quake struck") → the disaster; whom it killed has died, which is told as such."""
    harm = (one for one in when.triggers if one.type in HARM and one.lemma != "kill")
    pairs = ((one, disaster_behind(scene.parse, one, when.triggers)) for one in harm)
    return {one: disaster for one, disaster in pairs if disaster is not None}


def _kept(scene: Scene, when: When, teller: Teller, behind: Mapping[Trigger, Trigger]) -> list[EventMention]:
    """What is for a timeline, in text order."""
    return [
        teller.event(_told_as(scene, one, when, behind), scene.roles[one], scene.judged[one], when.dating.get(one))
        for one in when.triggers
    ]


def _beside(scene: Scene, when: When, teller: Teller) -> list[EventMention]:
    """What else happens in the text."""
    heads, by_head = {trigger.head for trigger in when.triggers}, {trigger.head: trigger for trigger in scene.roles}
    likely = [(one, by_head[one.head]) for one in scene.likely if one.head not in heads]
    beside = [teller.event(one, scene.roles[possible], scene.judged[possible]) for one, possible in likely]
    return beside + [teller.event(*carrier) for carrier in scene.carriers()]


def _told_as(scene: Scene, trigger: Trigger, when: When, behind: Mapping[Trigger, Trigger]) -> Trigger:
    """An event that only the model finds counts as much, once it is dated, as a verb of no known type; what a disaster
    did is no attack; and what is only supposed counts less.
    """
    if trigger in behind:
        return replace(trigger, type="disaster")
    if trigger.type in HARM and trigger.lemma == "kill":
        of_disaster = disaster_behind(scene.parse, trigger, when.triggers) is not None
        if of_disaster or is_death(scene.parse, trigger, when.sources):
            return replace(trigger, type="die")
    if scene.judged[trigger].modality == "CONDITIONAL" and is_supposed(scene.parse.doc[trigger.anchor]):
        return replace(trigger, score=max(trigger.score, OTHER_SCORE) * SUPPOSED)
    return trigger if trigger.score >= OTHER_SCORE else replace(trigger, score=OTHER_SCORE)


def _linked(
    scene: Scene,
    when: When,
    events: Sequence[EventMention],
    pointers: dict[str, str],
    behind: Mapping[Trigger, Trigger],
) -> tuple[list[EventMention], list[tuple[str, str]]]:
    """The events, each with the first mention of the same one as its chain ("the quake struck" tells of one); and the
    pairs of deed and plan.
    """
    parse, typed = scene.parse, [one for one in events if one.type != OTHER or one.lemma in EARNINGS]
    top = find_top(parse, events)
    chain, plans = chain_events(typed, when.times, scene.found.mentions, pointers, parse.document.published, top)
    chains = [chain.get(one.id, one.id) for one in events]
    at = {trigger: number for number, trigger in enumerate(when.triggers)} if behind else {}
    for verb, noun in behind.items():
        one, other = events[at[verb]], events[at[noun]]
        if one.polarity == other.polarity and (one.modality == other.modality or leaves_open(other, again=False)):
            first, second = sorted((chains[at[verb]], chains[at[noun]]), key=chains.index)
            chains = [first if chain == second else chain for chain in chains]
    told = zip(events, chains, strict=True)
    return [one if first == one.chain else replace(one, chain=first) for one, first in told], plans


def _ties(
    scene: Scene, when: When, wholes: dict[Trigger, Trigger], linked: Sequence[EventMention]
) -> list[RelationMention]:
    """What is part of what, what an event is about, and what it is the cause of."""
    parse, triggers = scene.parse, when.triggers
    told = [Telling(*one) for one in zip(triggers, linked, strict=True) if one[1].type != OTHER]
    meaning = Meaning(parse, told, scene.known.mentions)
    about = dict.fromkeys([*find_references(parse, triggers), *meaning.references()], "syntax")
    about |= dict.fromkeys(meaning.sides(), SIDES)
    about |= {pair: "harm" for pair in when.sources.items() if pair not in about}
    causes = find_causes(parse, triggers, {trigger: scene.judged[trigger] for trigger in scene.triggers})
    return [
        *(_tie(parse, part, "part_of", whole) for part, whole in wholes.items()),
        *(_tie(parse, one, "refers_to", other, method) for (one, other), method in about.items()),
        *(_tie(parse, one, "causes", other) for one, other in causes),
    ]


def _fulfilled(events: Sequence[EventMention], plans: Iterable[tuple[str, str]]) -> Iterator[RelationMention]:
    """What was done, tied to the plan for it."""
    by_id = {one.id: one for one in events}
    for deed, plan in plans:
        yield RelationMention(deed, FULFILS, plan, None, by_id[deed].span, "plan", 0.7)


def _taking_part(known: Found, events: Sequence[EventMention], voices: Mapping[str, Mention]) -> tuple[Mention, ...]:
    """The mentions of things that take part in events or tell of them, and of what these stand for ("who")."""
    things = {mention.id for mention in known.mentions if mention.method == ARGUMENT}
    told = {one.mention for event in events for one in event.participants}
    told |= {event.attribution for event in events if event.attribution is not None} | voices.keys()
    chains = {one.chain for one in known.mentions if one.id in told}
    parts = [one for one in known.mentions if one.id in things and (one.id in told or one.id in chains)]
    return (*parts, *(one for id_, one in voices.items() if id_ not in things))


def _tie(parse: Parse, one: Trigger, type_: str, other: Trigger, method: str = "syntax") -> RelationMention:
    spans = [parse.span(trigger.start, trigger.end) for trigger in (one, other)]
    source, target = (event_id(span.document, span.start, span.end) for span in spans)
    around = parse.span(min(one.start, other.start), max(one.end, other.end))
    return RelationMention(source, type_, target, None, around, method, 0.7)
