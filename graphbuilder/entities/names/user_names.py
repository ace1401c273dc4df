"""Where the names stand that the user adds: by their exact words or a token pattern, before any other is looked for.

They stand in ``doc.spans["own_names"]``, each with its type as label and its full name as ``kb_id_``; a component of
the user's own spaCy pipeline may put spans there too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from graphbuilder.corrections import OwnName
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.errors import InputError
from graphbuilder.pipeline.load import load

#: Where the spans stand in a Doc.
KEY = "own_names"
#: How the method of such a mention begins; the full name follows.
METHOD = "own/"


class OwnNames:
    """The user's names, ready to be looked for.

    Raises:
        InputError: a pattern is none that spaCy's Matcher knows; the message names its line.
    """

    def __init__(self, nlp: Language, names: Sequence[OwnName]) -> None:
        self._names = names
        self._phrases = PhraseMatcher(nlp.vocab)
        self._patterns = Matcher(nlp.vocab, validate=True)
        for number, own in enumerate(names):
            self._phrases.add(str(number), [nlp.make_doc(one) for one in (own.name, *own.aliases) if one])
            if own.pattern:
                self._patterns.add(str(number), [_pattern(nlp, own)])

    def mark(self, doc: Doc) -> None:
        """Put the names that stand in a Doc into its spans; the longest wins where two overlap."""
        if self._names:
            found = [match for matcher in (self._phrases, self._patterns) if len(matcher) for match in matcher(doc)]
            spans = [self._span(doc, int(doc.vocab.strings[key]), start, end) for key, start, end in found]
            doc.spans[KEY] = filter_spans([*doc.spans.get(KEY, ()), *spans])

    def _span(self, doc: Doc, number: int, start: int, end: int) -> Span:
        own = self._names[number]
        return Span(doc, start, end, label=own.type, kb_id=own.name)


@lru_cache(maxsize=4)
def looking_for(model: str, names: tuple[OwnName, ...]) -> OwnNames:
    """The user's names for the vocabulary of a model, made once per process."""
    return OwnNames(load(model), names)


def _pattern(nlp: Language, own: OwnName) -> list[dict[str, Any]]:
    """The token pattern, tried once: some mistakes show only then."""
    pattern: list[dict[str, Any]] = json.loads(own.pattern)
    trial = Matcher(nlp.vocab, validate=True)
    try:
        trial.add("trial", [pattern])
        trial(nlp.make_doc("a b"))
    except (ValueError, TypeError, AttributeError, re.error) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{own.where}: this is no token pattern of spaCy's Matcher ({reason})") from error
    return pattern


def own_names(doc: Doc) -> Iterator[Candidate]:
    """The user's names in a Doc, in text order."""
    for span in sorted(doc.spans.get(KEY, ()), key=lambda one: one.start):
        name = " ".join((span.kb_id_ or span.text).split())
        method = METHOD + name
        yield Candidate(span.start, span.end, span.root.i, span.label_, "name", method, 1.0, key=name.casefold())


def own_name(method: str) -> str:
    """The full name of a mention that was found by a name of the user; empty for any other.

    >>> own_name("own/Northern Grain Council"), own_name("ner")
    ('Northern Grain Council', '')
    """
    return method.removeprefix(METHOD) if method.startswith(METHOD) else ""
