"""Doc + mentions + time expressions + what the reader found → event mentions.

What tells an event, who takes part, whether it happened and who says so is the reader's (`reading`); its day, where no
words say it, is `dating`'s; the line of an event is made by `labels`; ties between events by `relations`. The knowledge
stands in ``lexicons/events``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuilder.entities import Found
from graphbuilder.entities.mentions.read import ARGUMENT
from graphbuilder.entities.names.read_names import READER
from graphbuilder.events.dating.ahead import with_days_to_come
from graphbuilder.events.dating.cascade import date_scene
from graphbuilder.events.dating.stamps import is_life, is_stamp
from graphbuilder.events.reading import Scene, read_scene
from graphbuilder.events.records import Teller, event_id
from graphbuilder.events.relations.references import find_references
from graphbuilder.events.relations.subsidiaries import find_subsidiaries
from graphbuilder.events.triggers import Trigger
from graphbuilder.reader import Reading
from graphbuilder.records import PUBLICATION, EventMention, Mention, RelationMention, TimeExpression
from graphbuilder.syntax.parse import Parse

__all__ = ["ARGUMENT", "CEILING", "PUBLICATION", "Told", "event_id", "find_events"]


#: An event of a lower score is in the records of its document, and no node of a graph.
CEILING = 0.01


@dataclass(frozen=True, slots=True)
class Told:
    """The event mentions of a document in text order, the ties between mentions, with how they are told, and between
    events (`part_of`, `refers_to`, `causes`), and the mentions of the story.
    """

    events: tuple[EventMention, ...]
    relations: tuple[RelationMention, ...]
    mentions: tuple[Mention, ...]


def find_events(parse: Parse, found: Found, times: Sequence[TimeExpression], reading: Reading) -> Told:
    """The events that a parsed document tells; `reading` counts times as they are given here."""
    document = parse.document
    people = {one.span.end for one in found.mentions if one.form == "name" and one.label == "person"}
    stamps = {
        time.id
        for time in times
        if is_stamp(time, document.text, document.published) or is_life(time, document.text, people)
    }
    scene = with_days_to_come(read_scene(parse, found, times, reading), times)
    dating = date_scene(scene, [time for time in times if time.id not in stamps])
    teller = Teller(scene, dating, times)
    by_trigger = {one: teller.event(one) for one in scene.triggers}
    linked = [replace(by_trigger[one], chain=by_trigger[scene.first[one]].id) for one in scene.triggers]
    linked = sorted(_each_once(linked), key=lambda one: one.span.start)
    ties = (*found.relations, *_ties(scene), *find_subsidiaries(linked, found.mentions))
    return Told(tuple(linked), ties, tuple(_kept(found, linked, ties)))


def _kept(found: Found, events: Sequence[EventMention], ties: Iterable[RelationMention]) -> Iterator[Mention]:
    """The mentions of the story in text order; of what has no name those that take part in an event or say so."""
    told = {one.mention for event in events for one in event.participants}
    told |= {event.attribution for event in events if event.attribution is not None}
    told |= {event.place for event in events if event.place is not None}
    told |= {end for tie in ties for end in (tie.source, tie.target, tie.attribution) if end is not None}
    chains = {one.chain for one in found.mentions if one.id in told}
    for one in sorted(found.mentions, key=lambda one: (one.span.start, one.span.end)):
        if one.method != ARGUMENT or one.id in told or one.id in chains:
            yield one


def _each_once(events: Sequence[EventMention]) -> Iterable[EventMention]:
    """Words tell one event, though two rules may read them: "Game of Thrones" as a game, and by its name."""
    return reversed({event.id: event for event in reversed(events)}.values())


def _ties(scene: Scene) -> Iterator[RelationMention]:
    """What is part of what, what an event is about, and what it is the cause of."""
    parse = scene.parse
    for part, whole in scene.wholes:
        yield _tie(parse, part, "part_of", whole, READER)
    for one, other in find_references(parse, scene.triggers):
        yield _tie(parse, one, "refers_to", other)
    for one, other in scene.causes:
        yield _tie(parse, one, "causes", other, READER)


def _tie(parse: Parse, one: Trigger, type_: str, other: Trigger, method: str = "syntax") -> RelationMention:
    spans = [parse.span(trigger.start, trigger.end) for trigger in (one, other)]
    source, target = (event_id(span.document, span.start, span.end) for span in spans)
    around = parse.span(min(one.start, other.start), max(one.end, other.end))
    return RelationMention(source, type_, target, None, around, method, 0.7)
