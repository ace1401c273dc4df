"""The times as a spaCy component: ``nlp.add_pipe("graphbuilder_times")`` in a user's own pipeline.

Found through the entry point ``spacy_factories``; importing this module registers it as well. After it has run,
``doc._.times`` holds the time expressions of the Doc, and ``doc.spans["times"]`` their spans, labelled with the type.
The publication date is read from ``doc._.published``, which the user sets (``nlp.pipe(…, as_tuples=True)``, or before
the component runs); it may be None.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("graphbuilder_times", config={"published": "2022-11-29"})
    >>> [one.value for one in nlp("Talks ended on Monday.")._.times]
    ['2022-11-28']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from graphbuilder.documents.given.defaults import day_of
from graphbuilder.records import Document, Sentence
from graphbuilder.times.api import time_expressions
from graphbuilder.times.document.sentences import sentences_of
from graphbuilder.times.options import TimeOptions

for _name in ("times", "published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)

_DEFAULTS: dict[str, Any] = {"published": None} | asdict(TimeOptions())


class TimesComponent:
    """A component that sets ``doc._.times`` and ``doc.spans["times"]``."""

    def __init__(self, published: str | None, options: TimeOptions) -> None:
        self.published = day_of(published)
        self.options = options

    def __call__(self, doc: Doc) -> Doc:
        """Find the times of one Doc."""
        document = Document(text=doc.text, id="text", published=doc._.published or self.published)
        found = time_expressions(document, list(_sentences(doc)), doc, self.options)
        doc._.times = found
        spans = (doc.char_span(one.span.start, one.span.end, label=one.type, alignment_mode="expand") for one in found)
        doc.spans["times"] = [span for span in spans if isinstance(span, Span)]
        return doc


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a Doc: spaCy's where they are set, else those of the light splitter."""
    if not doc.has_annotation("SENT_START"):
        yield from sentences_of(doc.text)
        return
    for index, sent in enumerate(doc.sents):
        yield Sentence(index, sent.start_char, sent.end_char, sent.text)


@Language.factory("graphbuilder_times", assigns=["doc._.times"], default_config=_DEFAULTS)
def make_times(
    nlp: Language,
    name: str,
    published: str | None,
    day_first: bool | None,
    southern: bool,
    fiscal_start: int,
    narrative: bool | None,
    zones: dict[str, str],
) -> TimesComponent:
    """Make the component; `published` is used for Docs without a date of their own."""
    options = TimeOptions(
        day_first=day_first, southern=southern, fiscal_start=fiscal_start, narrative=narrative, zones=zones
    )
    return TimesComponent(published, options)
