"""Resolution, the reduce: the extractions of all documents → one Resolution.

In: extractions, in any order, and the user's corrections. Out: entities, events and relations across documents, and
every judgement by which they were put together or kept apart. Equal input gives equal output, whatever its order.

The steps, each with the reason for its place (`resolve` does the first, `_resolved` all others):

1. `validation`: a wrong extraction is refused before any work.
2. `corrections.before_clustering`: chains that hold two things are cut, since all that follows takes a chain for one.
3. `index`: near-duplicates and repeated sentences, before events: boilerplate mentions none, and sources are counted.
4. `entities`: clustered in each document (`cluster`), judged (`match`, by `compare`), grouped (`cluster.constrained`)
   and merged (`merge`). Before events, whose participants and places are entities.
5. `index`, `dates`: look-ups that need the entities.
6. `events`: as step 4. An event is compared by its entities and by the date that its mentions give it.
7. `corrections.facts`: the user's facts, then wholes and retellings, which depend on dates.
8. `merge`: relations, once entities and events have their final ids.
9. `corrections.links`: what the user denies is taken out last, and lines without effect are
   reported, once everything has had its chance to use them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from graphbuilder.corrections import OF_EVENTS, Correction, Corrections
from graphbuilder.documents import Problem
from graphbuilder.documents.given.corrected import AboutDocuments
from graphbuilder.errors import InputError
from graphbuilder.ids.given import NOTHING_GIVEN, Given
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Entity, Event, Extraction, Judgement, Relation, Resolution, Source
from graphbuilder.resolve.corrections.before_clustering import with_cut_chains
from graphbuilder.resolve.corrections.facts import FactCorrections, Facts, TextDates, final_events
from graphbuilder.resolve.corrections.links import DeniedLinks
from graphbuilder.resolve.corrections.lookup import Bearers
from graphbuilder.resolve.entities import resolve_entities
from graphbuilder.resolve.events import Indexes, resolve_events
from graphbuilder.resolve.index.printed_again import RepeatedSentences, near_duplicate_groups
from graphbuilder.resolve.index.sentences import Sentences
from graphbuilder.resolve.merge.relations import RelationMerger, event_relations, fulfilments, place_relations
from graphbuilder.resolve.validation import Handed, extraction_of

__all__ = ["resolve"]

logger = logging.getLogger(__name__)

#: Gets a note on each line of the corrections that has no effect, and of what is left out as boilerplate.
Report = Callable[[Problem], None]


def resolve(
    extractions: Iterable[Handed],
    *,
    corrections: Corrections | None = None,
    on_problem: Report | None = None,
) -> Resolution:
    """What all documents say together.

    Args:
        extractions: what was read in each document, in any order: records (`graphbuilder.extract`), or their JSON as
            lines or parsed, whatever made it; all are checked before any work.
        corrections: of `graphbuilder.read_corrections`; they come before every rule.
        on_problem: gets a note on each line of the corrections that has no effect here, and on what is left out since
            many articles print it; otherwise the log does.

    Raises:
        InputError: an extraction is not a valid one, two have the same document id, or two lines of the corrections
            contradict each other.
    """
    checked = [extraction_of(given, number) for number, given in enumerate(extractions, start=1)]
    return resolve_read(checked, corrections=corrections, on_problem=on_problem)


def resolve_read(
    extractions: Iterable[Extraction],
    *,
    corrections: Corrections | None = None,
    on_problem: Report | None = None,
    given: Given = NOTHING_GIVEN,
) -> Resolution:
    """As `resolve`, of what `graphbuilder.extract` itself has just made, which needs no check.

    The lines of the corrections may also name things by the ids that were `given` to them before.

    Raises:
        InputError: two extractions have the same document id, or two lines of the corrections contradict each other.
    """
    corrections = corrections or Corrections()
    cut = (with_cut_chains(extraction, corrections.rows) for extraction in extractions)
    ordered = sorted(cut, key=attrgetter("document"))
    for one, following in pairwise(ordered):
        if one.document == following.document:
            raise InputError(f"two extractions are of document {one.document!r}; give each document its own id")
    return _resolved(ordered, corrections, on_problem or _log, given)


@collection_paused()
def _resolved(extractions: Sequence[Extraction], corrections: Corrections, report: Report, given: Given) -> Resolution:
    """Steps 3 to 9."""
    on_names, on_facts, on_links = _by_step(corrections.rows)
    groups = near_duplicate_groups(extractions)
    sentences, repeated = Sentences(extractions), RepeatedSentences(extractions, groups)
    named = resolve_entities(extractions, sentences.quote, on_names, given)
    bearers = Bearers(named.entities.values(), corrections.rows, given)
    facts = Facts(on_facts, bearers)
    indexes = Indexes.of(extractions, sentences, repeated, named.entities)
    resolved = resolve_events(extractions, indexes, named.unknown, facts, given)
    denied = DeniedLinks(on_links, bearers, Bearers(resolved.events.values(), corrections.rows, given))
    dates = TextDates(sentences.quote, indexes.dates.of, resolved.mentions)
    of_user = FactCorrections(facts, denied, resolved.rows_of, dates)
    events = final_events(extractions, resolved.events, of_user, indexes.entities.is_within)
    relations = denied.relations(_relations(extractions, indexes, named.entities, events, resolved.judgements))
    documents = AboutDocuments(corrections)
    if (left_out := repeated.left_out(extractions)) is not None:
        report(left_out)
    for note in _unused_lines({**resolved.unknown, **facts.unknown, **denied.unused()}, documents, extractions):
        report(note)
    return Resolution(
        documents=tuple(_source(each, groups[each.document], documents.of(each.document)) for each in extractions),
        entities=denied.with_lines(named.entities.values()),
        events=denied.with_lines(events.values()),
        relations=tuple(sorted(relations, key=attrgetter("source", "type", "target"))),
        judgements=(*named.judgements, *resolved.judgements),
    )


def _by_step(rows: Iterable[Correction]) -> tuple[list[Correction], list[Correction], list[Correction]]:
    """The lines on the identity of things, on facts of events, and on links that are not so."""
    rows = list(rows)
    on_facts = [row for row in rows if row.verb in OF_EVENTS]
    on_links = [row for row in rows if row.verb == "not"]
    return [row for row in rows if row not in on_facts and row not in on_links], on_facts, on_links


def _unused_lines(
    unused: Mapping[Correction, str], documents: AboutDocuments, extractions: Sequence[Extraction]
) -> Iterator[Problem]:
    """The notes on lines that changed nothing, on things and on documents, in the order of the file."""
    notes = {(row.line, row.where, row.verb): reason for row, reason in unused.items()}
    notes |= {(line.line, line.where, "document"): reason for line, reason in documents.unused(extractions)}
    for (_, where, verb), reason in sorted(notes.items()):
        yield Problem(where, f"{verb!r} changes nothing: {reason}", "note")


def _relations(
    extractions: Sequence[Extraction],
    indexes: Indexes,
    entities: Mapping[str, Entity],
    events: Mapping[str, Event],
    judgements: Iterable[Judgement],
) -> list[Relation]:
    """The relations between entities and between events; those of places after the stated ones, which they complete."""
    quote = indexes.sentences.quote
    stated = RelationMerger(quote, indexes.entities, indexes.speakers).merge(extractions)
    return [
        *stated,
        *place_relations(entities, stated),
        *event_relations(extractions, events, quote),
        *fulfilments(extractions, events, judgements, quote),
    ]


def _source(extraction: Extraction, group: str, corrections: tuple[str, ...]) -> Source:
    facts = extraction.title, extraction.published, extraction.source, extraction.language, extraction.sentences
    return Source(extraction.document, *facts, group, extraction.url, corrections)


def _log(problem: Problem) -> None:
    logger.warning("%s: %s", problem.kind, problem)
