"""Relations between events: part of, refers to, causes, and the plan that a deed fulfils."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphbuilder.knowledge.relations import FULFILS
from graphbuilder.records import Event, EventMention, Extraction, Judgement, Provenance, Relation, RelationMention
from graphbuilder.resolve.merge.entities import Quote
from graphbuilder.resolve.merge.entity_relations import Key
from graphbuilder.resolve.merge.ordering import in_order
from graphbuilder.resolve.verdicts import DIFFERENT, TIED

#: Types of relation between events, but for `part_of`, which events have themselves, and `fulfils`, which is judged.
_TYPES = frozenset({"refers_to", "causes"})


def stated_wholes(extractions: Sequence[Extraction], events: Mapping[str, Event]) -> dict[str, tuple[str, ...]]:
    """Event → the events that a text says it is part of."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for part, relation, whole in _between_events(extractions, events):
        if relation.type == "part_of":
            wholes[part].add(whole)
    return {part: tuple(sorted(found)) for part, found in wholes.items()}


def event_relations(extractions: Sequence[Extraction], events: Mapping[str, Event], quote: Quote) -> list[Relation]:
    """The relations of reference and of cause that texts state."""
    found: dict[Key, list[Provenance]] = defaultdict(list)
    for source, relation, target in _between_events(extractions, events):
        if relation.type in _TYPES:
            evidence = quote(relation.span, relation.method, relation.score)
            found[source, relation.type, target].append(evidence)
    return [Relation(*key, None, in_order(evidence)) for key, evidence in sorted(found.items())]


def fulfilments(
    extractions: Sequence[Extraction], events: Mapping[str, Event], judgements: Iterable[Judgement], quote: Quote
) -> list[Relation]:
    """Deeds and the plans that they fulfil, as one text says or as was judged, with a mention of each as evidence.

    A pair that the user tells apart is none.
    """
    event_of = {mention: id_ for id_, event in events.items() for mention in event.mentions}
    mentions = {event.id: event for extraction in extractions for event in extraction.events}
    pairs = [
        (relation.source, relation.target)
        for extraction in extractions
        for relation in extraction.relations
        if relation.type == FULFILS
    ]
    judgements = list(judgements)
    pairs += [(each.left, each.right) for each in judgements if each.verdict == TIED]
    apart = {
        frozenset((event_of.get(each.left), event_of.get(each.right)))
        for each in judgements
        if each.verdict == DIFFERENT and each.by == "user"
    }
    found: dict[Key, dict[Provenance, None]] = defaultdict(dict)
    for pair in pairs:
        sides = {_status(events[event_of[one]]): (event_of[one], mentions[one]) for one in pair if one in event_of}
        if sides.keys() != {"ACTUAL", "PLANNED"}:
            continue
        (deed, done), (plan, planned) = sides["ACTUAL"], sides["PLANNED"]
        if frozenset((deed, plan)) not in apart:
            evidence = (_quoted(mention, quote) for mention in (done, planned))
            found[deed, FULFILS, plan] |= dict.fromkeys(evidence)
    return [Relation(*key, None, in_order(evidence)) for key, evidence in sorted(found.items())]


def _status(event: Event) -> str:
    """The modality; empty of what did not happen."""
    return event.modality if event.polarity == "POS" else ""


def _quoted(mention: EventMention, quote: Quote) -> Provenance:
    return quote(mention.span, mention.method, mention.score)


def _between_events(
    extractions: Sequence[Extraction], events: Mapping[str, Event]
) -> Iterator[tuple[str, RelationMention, str]]:
    """The relations between mentions of two events, with the events (ids)."""
    event_of = {mention: id_ for id_, event in events.items() for mention in event.mentions}
    for extraction in extractions:
        for relation in extraction.relations:
            source, target = event_of.get(relation.source), event_of.get(relation.target)
            if source is not None and target is not None and source != target:
                yield source, relation, target
