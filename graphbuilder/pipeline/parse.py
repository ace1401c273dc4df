"""Documents → parses: which sentences a whole document has, and which of them tell its story, however it was parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from graphbuilder.documents.zones import covers
from graphbuilder.invisible import readable
from graphbuilder.parallel.batches import batches
from graphbuilder.pipeline.load import load
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.pipeline.parts import parts
from graphbuilder.records import MUTED_ZONES, Document, Sentence, Span
from graphbuilder.syntax.parse import Parse

_SILENT_ZONES = MUTED_ZONES | {"byline"}


def parse(documents: Iterable[Document], model: str = DEFAULT_MODEL, batch_size: int = 32) -> Iterator[Parse]:
    """Parse documents, in their order, at most `batch_size` parts of them at once.

    Raises:
        ModelNotFound: `model` is not installed.
    """
    nlp = load(model)
    pairs = ((given, readable(given)) for given in documents)
    made = ((part, (given, document, last)) for given, document in pairs for part, last in parts(nlp, document))
    read: list[Doc] = []
    for batch in batches(made, _length, batch_size):
        for doc, (given, document, last) in nlp.pipe(batch, as_tuples=True, batch_size=batch_size):
            read.append(doc)
            if last:
                whole = read[0] if len(read) == 1 else Doc.from_docs(read, ensure_whitespace=False)
                yield _read(given, document, whole)
                read = []


def _length(made: tuple[Doc, object]) -> int:
    """Characters of a part, of the last token with what goes before it."""
    doc = made[0]
    return doc[-1].idx + len(doc[-1]) if len(doc) else 0


def _read(given: Document, document: Document, doc: Doc) -> Parse:
    sentences: list[Sentence] = []
    sentence_of: list[int] = []
    live: list[TokenSpan] = []
    silent = covers(document.zones, _SILENT_ZONES)
    for span in doc.sents:
        raw = document.text[span.start_char : span.end_char]
        text = raw.strip()
        if text:
            start = span.start_char + raw.index(text[0])
            sentences.append(Sentence(len(sentences), start, start + len(text), text))
            if not silent(start):
                live.append(span)
        sentence_of.extend([max(len(sentences) - 1, 0)] * len(span))
    contexts = tuple(Span(document.id, one.start, one.end, one.index) for one in sentences)
    return Parse(document, doc, tuple(sentences), tuple(sentence_of), contexts, tuple(live), given)
