"""Which names the model parts that are one: "Trinidad and Tobago", known beforehand, and "NATO-Georgia Commission"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.names.model_names import known_name
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.type_words import words
from graphbuilder.syntax.token_index import text_of

#: Words of such a name behind its "and", at most: "the Grenadines".
_MOST = 2


def with_joined(doc: Doc, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names, in text order, those of countries and bodies whole."""
    end = 0
    for one in found:
        if one.start >= end:
            whole = _body(doc, _country(doc, one))
            yield whole
            end = whole.end


def _country(doc: Doc, name: Candidate) -> Candidate:
    """A name, with what an "and" joins to it if a country bears both."""
    if name.end + 1 < len(doc) and doc[name.end].lower_ == "and":
        for end in range(min(name.end + 1 + _MOST, len(doc)), name.end + 1, -1):
            entry = known(text_of(doc, name.start, end))
            if entry is not None:
                return known_name(doc, name.start, end, entry)
    return name


def _body(doc: Doc, name: Candidate) -> Candidate:
    """A name, with what a hyphen joins to it if a body bears both."""
    end = name.end + 1
    if name.label == "person" or end >= len(doc) or doc[name.end].text != "-":
        return name
    while end < len(doc) and (doc[end].pos_ == "PROPN" or end == name.end + 1):
        end += 1
    if words("last").get(doc[end - 1].lower_) != "organization":
        return name
    key = name_key(text_of(doc, name.start, end))
    return Candidate(name.start, end, end - 1, "organization", "name", "ner", 0.8, key)
