"""Which names go on to the whole of a country's with an "and" in it: "Trinidad and Tobago"; the model parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.model_names import known_name
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.syntax.token_index import text_of

#: Words of such a name behind its "and", at most: "the Grenadines".
_MOST = 2


def with_countries(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names, in text order, those of countries whole."""
    end = 0
    for one in found:
        if one.start >= end:
            whole = _whole(doc, one)
            yield whole
            end = whole.end


def _whole(doc: Doc, name: Candidate) -> Candidate:
    if name.end + 1 < len(doc) and doc[name.end].lower_ == "and":
        for end in range(min(name.end + 1 + _MOST, len(doc)), name.end + 1, -1):
            entry = known(text_of(doc, name.start, end))
            if entry is not None:
                return known_name(doc, name.start, end, entry)
    return name
