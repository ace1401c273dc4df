"""Document → parsed text: the only place that loads a spaCy pipeline.

Pipelines are named, never passed: a name is plain text, so it can be sent to a worker, which loads the pipeline there.
`graphbuilder.pipeline.models` knows the names.
"""

from __future__ import annotations

import logging
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from graphbuilder.documents.zones import covers
from graphbuilder.errors import ModelNotFound
from graphbuilder.invisible import readable
from graphbuilder.parallel.batches import batches
from graphbuilder.pipeline.attribute_ruler import quicken
from graphbuilder.pipeline.lemmatizer import mend_lemmas
from graphbuilder.pipeline.models import DEFAULT_MODEL, INSTALL, MODULES
from graphbuilder.pipeline.repairs.headline_verbs import add_mender
from graphbuilder.pipeline.tokenizer import keep_whole
from graphbuilder.records import MUTED_ZONES, Document, Sentence, Span
from graphbuilder.syntax.parse import Parse

logger = logging.getLogger(__name__)

#: Longer documents are parsed in parts of so many characters: spaCy needs some 4 kB of memory for each character of a
#: batch (18 GB for 5 MB at once), and refuses texts above a million.
PART = 10_000
#: What the tokenizer is given at once, in characters.
PIECE = 100_000
#: The tokenizer is quadratic in the length of a run without spaces (20,000 brackets: 37 s), so such runs are cut.
RUN = 200
#: No sentence is longer, in characters: rules that look through a sentence then stay linear in the text.
SENTENCE = 2_000
_LONG_RUN = re.compile(rf"\S{{{RUN}}}")

#: A line that ends a sentence, before a line that starts one; and any empty line.
_PARAGRAPH = re.compile(r"\n[^\S\n]*+\n\s*+|[.!?:;…][\"'”’)\]]?[^\S\n]*+\n\s*+(?=[^a-z\s])")
_LINE = re.compile(r"[^\n]+")
#: What begins a line after one that may have been ended on purpose: no word in lower case.
_BEGINNING = re.compile(r"\s*+(?P<next>[^a-z\s]\S*+)")
#: Text is wrapped at some width; if a line is longer than this, it was not.
WRAPPED = 140
#: A line after which the next word had found room within this share of the width was ended on purpose.
ROOM = 0.75
#: The end of a sentence after a word that is no abbreviation, before one that begins the next.
_STOP = re.compile(r"\b[a-z]{2,}+[.!?][\"'”’)\]]?\s++(?=[^a-z\s])")
#: What stands before the colon of a headline, if at least three words follow.
_TOPIC = re.compile(r"(?:[\w’'-]+ ){0,3}[a-z][\w’'-]*: (?=\S+ \S+ \S)")
#: An hour at the end of a sentence, where the next begins with a word that has a capital there alone.
_HOUR = re.compile(
    r"\d ?[ap]\.m\. (?=(?:A|About|All|An|And|At|But|By|For|He|Her|His|However|In|It|Its|Many|Nobody|No|On|Our|She|"
    r"Some|That|The|Their|There|They|This|Three|Two|We|When|While|With) )"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s|\n")


def parse(documents: Iterable[Document], model: str = DEFAULT_MODEL, batch_size: int = 32) -> Iterator[Parse]:
    """Parse documents, in their order, at most `batch_size` parts of them at once.

    Raises:
        ModelNotFound: `model` is not installed.
    """
    nlp = load(model)
    pairs = ((given, readable(given)) for given in documents)
    made = ((part, (given, document, last)) for given, document in pairs for part, last in _parts(nlp, document))
    parts: list[Doc] = []
    for batch in batches(made, _length, batch_size):
        for doc, (given, document, last) in nlp.pipe(batch, as_tuples=True, batch_size=batch_size):
            parts.append(doc)
            if last:
                yield _read(given, document, _joined(parts))
                parts = []


def _length(made: tuple[Doc, object]) -> int:
    """Characters of a part, of the last token with what goes before it."""
    doc = made[0]
    return doc[-1].idx + len(doc[-1]) if len(doc) else 0


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name (or in this folder), made ready for us, loaded once per process.

    Raises:
        ModelNotFound: it is not installed; the message lists those that are, and how to get others.
    """
    nlp = load_plain(model)
    keep_whole(nlp)
    quicken(nlp)
    add_mender(nlp)
    mend_lemmas(nlp)
    if not {"parser", "senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer", first=True)
    missing = [part for part in ("tagger", "parser", "ner") if part not in nlp.pipe_names]
    if missing:
        logger.warning("model %r has no %s: less will be found", model, ", ".join(missing))
    return nlp


def load_plain(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name (or in this folder) as it comes.

    Raises:
        ModelNotFound: it is not installed.
    """
    with warnings.catch_warnings():
        if spacy_version.startswith("3.8."):
            # measured with this very pair: the pipeline of 3.7.1 works under 3.8
            warnings.filterwarnings("ignore", r"\[W095\] Model 'en_core_web_md' \(3\.7\.1\)", UserWarning)
        return _load(model)


def installed_models() -> list[str]:
    """The pipelines that can be named, under their public names."""
    known = {name for name, modules in MODULES.items() if any(find_spec(module) for module in modules)}
    return sorted(known | set(spacy.util.get_installed_models()))


def _load(model: str) -> Language:
    for module in MODULES.get(model, ()):
        if find_spec(module):
            nlp: Language = import_module(module).load()
            return nlp
    installed = model in spacy.util.get_installed_models()
    if installed or (model and Path(model).is_dir()):
        try:
            return spacy.load(model if installed else Path(model))
        except (OSError, ValueError) as error:
            raise ModelNotFound(f"model {model!r} cannot be loaded: {error}") from error
    raise ModelNotFound(
        f"no spaCy pipeline is named {model!r}; installed: {', '.join(installed_models()) or 'none'}. "
        f"To get one: {INSTALL.get(model, INSTALL[DEFAULT_MODEL])}"
    )


# --- text → Doc ---------------------------------------------------------------------------------------------------


def _parts(nlp: Language, document: Document) -> Iterator[tuple[Doc, bool]]:
    """The document in parts that are parsed one by one, cut where a sentence begins, and whether a part is the last."""
    breaks = _breaks(document)
    for start, end in _blocks(document.text, breaks):
        inner = breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]
        yield _make_doc(nlp, document.text[start:end], [at - start for at in inner]), end == len(document.text)


def _blocks(text: str, breaks: list[int], size: int = PART) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > size:
        at = bisect_right(breaks, start + size) - 1
        end = breaks[at] if at >= 0 and breaks[at] > start else _last_stop(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _last_stop(text: str, start: int, end: int) -> int:
    """Where to cut a long paragraph: after its last sentence, or its last word."""
    last = max((match.end() for match in _STOP.finditer(text, start, end)), default=start)
    last = last if last > start else text.rfind(" ", start, end) + 1
    return last if last > start else end


def _make_doc(nlp: Language, text: str, breaks: list[int]) -> Doc:
    """Tokens with the paragraphs' starts already marked: no sentence of the parser then crosses one."""
    if _LONG_RUN.search(text):
        doc = Doc.from_docs([nlp.make_doc(piece) for piece in pieces(text)], ensure_whitespace=False)
    else:
        doc = nlp.make_doc(text)
    # all at once: spaCy looks through the whole Doc each time that one token's sentence start is set; and that a piece
    # begins somewhere does not begin a sentence there
    starts = np.searchsorted(doc.to_array("IDX"), breaks, side="right") - 1
    marks = np.zeros(len(doc), dtype="int64")
    marks[1:][_goes_on(doc)] = -1
    marks[starts] = 1
    return doc.from_array(["SENT_START"], cast(Any, marks.astype("uint64")[:, None])) if len(doc) else doc


def _goes_on(doc: Doc) -> Any:
    """For each token but the first whether no sentence can begin there: in lower case, right behind a word."""
    lower, words = doc.to_array("IS_LOWER") != 0, doc.to_array("IS_ALPHA") != 0
    return lower[1:] & words[:-1]


def pieces(text: str, size: int = PIECE, run: int = RUN) -> Iterator[str]:
    """Cut a text into pieces of at most `size` characters, at white space if possible, and within runs of `run`.

    >>> list(pieces("one two three", size=8))
    ['one two ', 'three']
    """
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        long_run = re.compile(rf"\S{{{run}}}").search(text, start, end)
        if long_run:
            end = long_run.end()
        elif end < len(text):
            end = next((at for at in range(end, start, -1) if text[at - 1].isspace()), end)
        yield text[start:end]
        start = end


def _breaks(document: Document) -> list[int]:
    """Where a sentence must begin: paragraphs, and the parts that the reader marked."""
    paragraphs = {*(match.end() for match in _PARAGRAPH.finditer(document.text)), *_short_lines(document.text)}
    zones = {edge for zone in document.zones for edge in (zone.start, zone.end)}
    hours = (match.end() for match in _HOUR.finditer(document.text))
    inner = {*_cuts(document.text), *_behind_topics(document), *hours}
    starts = {_next_word(document.text, start) for start in paragraphs | zones | inner}
    return sorted(start for start in starts if start < len(document.text))


def _short_lines(text: str) -> Iterator[int]:
    """Where lines were ended on purpose, as after a heading: the next word had found room."""
    lines = [match for match in _LINE.finditer(text) if not match[0].isspace()]
    width = max((len(line[0]) for line in lines), default=0)
    for line, following in pairwise(lines):
        begun = _BEGINNING.match(following[0])
        if begun and (width > WRAPPED or len(line[0].lstrip()) + 1 + len(begun["next"]) < ROOM * width):
            yield following.start() + begun.start("next")


def _behind_topics(document: Document) -> Iterator[int]:
    """Where a headline has named what it is about: "Mill fire: Police arrest owner"; but "Jane Roe: Lund must pay"."""
    for zone in document.zones:
        topic = _TOPIC.match(document.text, zone.start, zone.end) if zone.kind == "headline" else None
        if topic:
            yield topic.end()


def _cuts(text: str, size: int = SENTENCE) -> Iterator[int]:
    """Where text that goes on and on without the end of a sentence is cut: at white space, if there is any."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(text, start, match.end(), size)
        start = match.end()
    yield from _cut(text, start, len(text), size)


def _cut(text: str, start: int, end: int, size: int) -> Iterator[int]:
    while end - start > size:
        space = text.rfind(" ", start, start + size)
        start = start + size if space <= start else space + 1
        yield start


def _next_word(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


# --- chains of the user's pipeline --------------------------------------------------------------------------------

#: How the names of span groups begin in which a component for coreference puts the spans that mean one thing.
CHAINS = "coref_clusters_"
#: The extension attribute in which other such components put chains of mentions, which are lists of tokens.
_CHAIN_ATTRIBUTE = "coref_chains"


def _joined(parts: list[Doc]) -> Doc:
    """The parts as one Doc. Each numbers its chains from the start, so they are told apart before."""
    for part in parts:
        _group_chains(part)
    if len(parts) == 1:
        return parts[0]
    for number, part in enumerate(parts):
        for key in [key for key in part.spans if key.startswith(CHAINS)]:
            part.spans[f"{CHAINS}part_{number}_{key.removeprefix(CHAINS)}"] = list(part.spans[key])
            del part.spans[key]
        cast(dict[Any, Any], part.user_data).pop(("._.", _CHAIN_ATTRIBUTE, None, None), None)
    return Doc.from_docs(parts, ensure_whitespace=False)


def _group_chains(doc: Doc) -> None:
    """Chains in the extension attribute as span groups; a mention of several things at once is left out."""
    if not Doc.has_extension(_CHAIN_ATTRIBUTE):
        return
    for number, chain in enumerate(doc._.get(_CHAIN_ATTRIBUTE) or ()):
        heads = [list(getattr(mention, "token_indexes", mention)) for mention in chain]
        doc.spans[f"{CHAINS}chain_{number}"] = [doc[at : at + 1] for at, *more in heads if not more]


# --- Doc → Parse --------------------------------------------------------------------------------------------------

_SILENT_ZONES = MUTED_ZONES | {"byline"}


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
