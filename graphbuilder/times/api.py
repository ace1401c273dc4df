"""The two ways in: `find_times` for plain text, `time_expressions` for a Document of the pipeline."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

from graphbuilder.documents.metadata.headers import read_head
from graphbuilder.documents.text.lines import split_lines
from graphbuilder.documents.zones import covers
from graphbuilder.invisible import as_it_stands, readable
from graphbuilder.records import MUTED_ZONES, Document, Sentence, TimeExpression
from graphbuilder.times.document.initial_context import initial_context
from graphbuilder.times.document.sentences import sentences_of
from graphbuilder.times.finders import find_candidates
from graphbuilder.times.options import TimeOptions
from graphbuilder.times.reader import Reader
from graphbuilder.times.refiners import refine
from graphbuilder.times.refiners.vetoes import is_vetoed_by_parse

if TYPE_CHECKING:
    import spacy.tokens

_DEFAULT = TimeOptions()
#: Zones that date the text and are no part of its story.
_HEADERS = frozenset({"dateline", "byline"})


def find_times(
    text: str, published: date | str | None = None, *, model: str | None = None, options: TimeOptions = _DEFAULT
) -> list[TimeExpression]:
    """The time expressions of a text, without any model.

    Args:
        text: plain text, in English.
        published: when it was published, as a date or ISO text; "last week" is counted from it. Left out, a date line
            at the top of the text serves; without one, what hangs on it stays without an interval.
        model: name of a spaCy pipeline whose names and tenses are heeded as well ("May" the person).
        options: day or month first, hemisphere, fiscal year, news or history.

    Raises:
        InputError: `published` is no date.
        ModelNotFound: `model` is not installed.

    >>> [(one.text, one.value) for one in find_times("Talks ended last week.", "2022-11-29")]
    [('last week', '2022-W47')]
    """
    day = published or read_head(list(split_lines(text))).published
    given = Document(text=text, id="text", published=day)
    document = readable(given)
    doc = None
    if model is not None:
        from graphbuilder.pipeline.parse import parse  # spaCy takes a second to load, and only a model needs it

        doc = next(iter(parse([document], model))).doc
    return as_it_stands(list(time_expressions(document, sentences_of(document.text), doc, options)), given)


def time_expressions(
    document: Document,
    sentences: Sequence[Sentence],
    doc: spacy.tokens.Doc | None = None,
    options: TimeOptions = _DEFAULT,
    planned: Set[str] = frozenset(),
) -> tuple[TimeExpression, ...]:
    """The time expressions of a document, in text order.

    Args:
        document: its `published` anchors what hangs on it; zones that are muted are skipped.
        sentences: they number the spans.
        doc: the parsed text, character for character, if there is one: its names veto, its tenses anchor.
        options: choices where the text does not decide.
        planned: ids of those of which only plans are told: no verb in the past says otherwise, they are to come.
    """
    is_muted, is_header = covers(document.zones, MUTED_ZONES), covers(document.zones, _HEADERS)
    found = [
        (one, sentence)
        for sentence in sentences_of(document.text)
        for one in refine(document.text, find_candidates(document.text, sentence.start, sentence.end))
        if not is_muted(one.start)
    ]
    if doc is not None:
        found = [(one, sentence) for one, sentence in found if not is_vetoed_by_parse(doc, one)]
    context = initial_context(document, [one for one, _ in found], options)
    found = [(one, sentence) for one, sentence in found if not is_header(one.start)]
    return Reader(document, sentences, doc, context, planned).read(found)
