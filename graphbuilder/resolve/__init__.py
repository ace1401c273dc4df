"""The reduce: extractions of all documents → one Resolution.

Cluster inside each document (`clusters`), judge pairs inside blocks (`entities`, `events`), connect what was judged the
same (`connect`), merge (`merge`), name (`ids`). The user's corrections come before all rules (`user`, `facts`). Every
judgement is kept. Any order of the documents gives an equal result.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import attrgetter

from graphbuilder.corrections import OF_EVENTS, Correction, Corrections
from graphbuilder.documents import Problem
from graphbuilder.documents.metadata.corrected import AboutDocuments
from graphbuilder.errors import InputError
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity, Event, Extraction, Judgement, Resolution, Source
from graphbuilder.resolve.cluster.clusters import TIED, entity_clusters
from graphbuilder.resolve.cluster.connect import connect
from graphbuilder.resolve.cluster.near_duplicates import group_sources
from graphbuilder.resolve.corrections.facts import Facts, Telling, Untied, lent_by
from graphbuilder.resolve.corrections.things import Bearers, Thing, Told, UserWord, parted, read_word, typed
from graphbuilder.resolve.match.awaited_decisions import judge_fulfilled
from graphbuilder.resolve.match.cancelled_plans import judge_fallen
from graphbuilder.resolve.match.entities import judge_entities
from graphbuilder.resolve.match.events import compatible, judge_events
from graphbuilder.resolve.match.places import place_judgements, place_relations
from graphbuilder.resolve.match.underspecified import judge_mere
from graphbuilder.resolve.match.verbatim import MANY, Verbatim
from graphbuilder.resolve.merge.ids import unique_ids
from graphbuilder.resolve.merge.index import Lookup
from graphbuilder.resolve.merge.records import Known, merge_entity, merge_event, scored
from graphbuilder.resolve.merge.relations import entity_relations, event_relations, part_of, plan_relations
from graphbuilder.resolve.merge.retellings import with_retold
from graphbuilder.resolve.merge.subevents import with_wholes
from graphbuilder.resolve.validation.parsing import Handed, extraction_of

__all__ = ["resolve"]

logger = logging.getLogger(__name__)


def resolve(
    extractions: Iterable[Handed],
    *,
    corrections: Corrections | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Resolution:
    """What all documents say together.

    Args:
        extractions: what was read in each document, in any order: records (`graphbuilder.extract`), or their JSON as
            lines or parsed, whatever made it; all are checked before any work.
        corrections: of `graphbuilder.read_corrections`; they come before every rule.
        on_problem: is told of each line of the corrections that means nothing here, and how much is left out since it
            stands in many articles; otherwise the log is.

    Raises:
        InputError: an extraction is not a valid one, two have the same document id, or two lines of the corrections
            contradict each other.
    """
    checked = [extraction_of(one, number) for number, one in enumerate(extractions, start=1)]
    return resolve_read(checked, corrections=corrections, on_problem=on_problem)


def resolve_read(
    extractions: Iterable[Extraction],
    *,
    corrections: Corrections | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Resolution:
    """As `resolve`, of what `graphbuilder.extract` itself has just made, which needs no check.

    Raises:
        InputError: two extractions have the same document id, or two lines of the corrections contradict each other.
    """
    corrections = corrections or Corrections()
    read = sorted((parted(one, corrections.rows) for one in extractions), key=attrgetter("document"))
    _check_ids(read)
    return _resolved(read, corrections, on_problem or _log)


@collection_paused()
def _resolved(read: Sequence[Extraction], corrections: Corrections, report: Callable[[Problem], None]) -> Resolution:
    groups = group_sources(read)
    verbatim = Verbatim(read, groups)
    look, rows = Lookup(read, verbatim), corrections.rows
    on_names = [row for row in rows if row.verb not in OF_EVENTS and row.verb != "not"]
    entities, entity_judgements, unknown = _entities(read, look, on_names)
    look.add_entities(entities)
    bearers = Bearers(entities.values(), rows)
    facts = Facts((row for row in rows if row.verb in OF_EVENTS), bearers)
    told = _events(read, look, verbatim, unknown, facts)
    if look.left_out:
        report(_furniture(look.left_out, read, verbatim))
    untied = Untied((row for row in rows if row.verb == "not"), bearers, Bearers(told.events.values(), rows))
    events = _final(read, look, told, facts, untied)
    stated = entity_relations(read, look)
    of_events = *event_relations(read, look, events), *plan_relations(read, look, events, told.judgements)
    relations = untied.relations((*stated, *place_relations(entities, stated), *of_events))
    documents = AboutDocuments(corrections)
    notes = {
        (row.line, row.where, row.verb): reason
        for row, reason in (told.unknown | facts.unknown | untied.unused()).items()
    }
    notes |= {(line.line, line.where, "document"): reason for line, reason in documents.unused(read)}
    for (_, where, verb), reason in sorted(notes.items()):
        report(Problem(where, f"{verb!r} changes nothing: {reason}", "note"))
    return Resolution(
        documents=tuple(_source(one, groups[one.document], documents.of(one.document)) for one in read),
        entities=untied.noted(entities.values()),
        events=untied.noted(events.values()),
        relations=tuple(sorted(relations, key=attrgetter("source", "type", "target"))),
        judgements=(*entity_judgements, *told.judgements),
    )


def _check_ids(read: Sequence[Extraction]) -> None:
    for one, following in pairwise(read):
        if one.document == following.document:
            raise InputError(f"two extractions are of document {one.document!r}; give each document its own id")


def _entities(
    read: Sequence[Extraction], look: Lookup, rows: Sequence[Correction]
) -> tuple[dict[str, Entity], list[Judgement], dict[Correction, str]]:
    clusters = typed([cluster for one in read for cluster in entity_clusters(one)], rows)
    judgements = judge_entities(clusters)

    def put_together(word: UserWord) -> dict[str, Entity]:
        groups = connect(clusters, attrgetter("id"), [*judgements, *word.judgements], apart=word.sides)
        kept = [group for group in groups if not word.ignores(group)]
        return unique_ids([word.corrected(merge_entity(group, look.quote), group) for group in kept])

    found, word = _corrected(put_together, rows, clusters)
    return found, [*judgements, *place_judgements(clusters), *word.judgements], word.unknown


@dataclass(frozen=True, slots=True)
class _Events:
    """Events as rules and user put them together, before what the user says of their facts."""

    events: dict[str, Event]
    rows: dict[str, list[Correction]]
    """Event → the lines on its facts."""
    telling: Telling
    judgements: list[Judgement]
    unknown: dict[Correction, str]
    """The lines that mean no event → why."""


def _events(
    read: Sequence[Extraction], look: Lookup, verbatim: Verbatim, rows: Mapping[Correction, str], facts: Facts
) -> _Events:
    """The events; `rows` are lines that mean no entity, each with the reason that is told if it means no event."""
    told = [look.event_clusters(one) for one in read]
    clusters, mere = ([cluster for pair in told for cluster in pair[at]] for at in (0, 1))
    judgements = judge_events(clusters, look.within, verbatim.first, look.company)
    groups = cache(lambda: connect(clusters, attrgetter("id"), judgements, compatible(look.within)))
    follow_ups = judge_mere(mere, clusters, groups, look.company, look.pointing, look.named)
    carried_out = {side for one in judgements if one.verdict == TIED for side in (one.left, one.right)}
    follow_ups += judge_fallen(clusters, mere, groups, look.within, look.pointing, carried_out)
    follow_ups += judge_fulfilled(clusters, groups, look.within, look.company)
    tied = {side for one in follow_ups for side in (one.left, one.right)}
    clusters += [one for one in mere if one.id in tied]
    judgements += follow_ups
    known = Known(look.quote, look.date, look.names, look.speakers, look.voices, look.outlets, verbatim)

    def put_together(word: UserWord) -> dict[str, Event]:
        told = [*judgements, *word.judgements]
        groups = connect(clusters, attrgetter("id"), told, compatible(look.within), word.sides)
        kept = [group for group in groups if not word.ignores(group)]
        return unique_ids([word.corrected(merge_event(group, known), group) for group in kept], look.taken)

    events, word = _corrected(put_together, (*rows, *facts.names), clusters)
    on_facts = {id_: [row for row in word.rows(event.mentions) if row in facts.names] for id_, event in events.items()}
    telling = Telling(look.quote, look.date, {one.id: one for cluster in clusters for one in cluster.mentions})
    unknown = {row: rows.get(row, reason) for row, reason in word.unknown.items()}
    return _Events(events, on_facts, telling, [*judgements, *word.judgements], unknown)


def _final(read: Sequence[Extraction], look: Lookup, told: _Events, facts: Facts, untied: Untied) -> dict[str, Event]:
    """The events with what the user says of them and what follows from it, and with their wholes."""

    def by_user(event: Event) -> Event:
        return untied.event(facts.corrected(event, told.rows[event.id], told.telling))

    mentions = told.telling.mentions
    if not facts and not untied:
        return with_retold(with_wholes(told.events, part_of(read, told.events), look.within), mentions)
    for event in told.events.values():
        untied.check(facts.links(event, told.rows[event.id]))
    events = {}
    for id_, event in told.events.items():
        corrected = by_user(event)
        events[id_] = event if corrected == event else scored(corrected, [mentions[one] for one in event.mentions])
    said, within = part_of(read, events), look.within
    before = with_wholes(told.events, said, within)
    untied.look_at(before.values())
    lent = lent_by(before, events, untied.wholes)
    events |= {id_: replace(events[id_], interval=None, dated_by=None) for id_ in lent}
    complete = with_wholes(events, said | lent, within, untied.wholes)
    return with_retold({id_: by_user(event) for id_, event in complete.items()}, mentions)


def _corrected(
    put_together: Callable[[UserWord], dict[str, Thing]], rows: Sequence[Correction], clusters: Sequence[Told]
) -> tuple[dict[str, Thing], UserWord]:
    """The things as the rules have them; where there are corrections, these are then read and applied."""
    word = UserWord()
    found = put_together(word)
    if rows:
        word = read_word(rows, found.values(), clusters)
        found = put_together(word)
    return found, word


def _furniture(events: int, read: Sequence[Extraction], verbatim: Verbatim) -> Problem:
    """How much was left out because many articles print it."""
    lines = {one.sentences[at].text for one in read for at in _numbers(one, verbatim)}
    reason = f"{events} events of {len(lines)} short lines are left out, such as {min(lines)!r}"
    return Problem("repeated lines", f"{reason}: {MANY} or more different articles print them word for word", "note")


def _numbers(one: Extraction, verbatim: Verbatim) -> list[int]:
    return [at for at in range(len(one.sentences)) if (one.document, at) in verbatim.furniture]


def _log(problem: Problem) -> None:
    logger.warning("%s: %s", problem.kind, problem)


def _source(one: Extraction, group: str, corrections: tuple[str, ...]) -> Source:
    facts = one.title, one.published, one.source, one.language, one.sentences
    return Source(one.document, *facts, group, one.url, corrections)
