"""The terms of RDF that our files use: ids, names of vocabularies, values, and a subject with its facts.

Ids are percent-encoded in `urn:graphbuilder:…`, so that no text can end an address or begin another.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gb": "urn:graphbuilder:vocabulary:",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Where the ids of things begin.
BASE = "urn:graphbuilder:"


class Iri(NamedTuple):
    """The address of a thing."""

    text: str


class Name(NamedTuple):
    """A class or property of a vocabulary: "sem:Event"."""

    text: str


class Literal(NamedTuple):
    """A text, or a value of a type such as "xsd:date"."""

    text: str
    type: str = ""


class Ordered(NamedTuple):
    """Texts in their order."""

    texts: tuple[str, ...]


Value = Iri | Name | Literal | Ordered


class Subject(NamedTuple):
    """A subject and all facts about it."""

    iri: Iri
    facts: list[tuple[str, list[Value]]]


def iri(kind: str, *parts: object) -> Iri:
    """The address of a thing of this kind.

    >>> iri("entity", "a b>").text
    'urn:graphbuilder:entity:a%20b%3E'
    """
    return Iri(BASE + ":".join([kind, *(quote(str(part), safe="", errors="surrogatepass") for part in parts)]))


def subject(at: Iri, *facts: tuple[str, Value | Iterable[Value] | None]) -> Subject:
    """A subject with those of the facts that are known and not empty."""
    found = []
    for name, value in facts:
        values = [] if value is None else [value] if isinstance(value, Value) else [*value]
        values = [one for one in values if not (isinstance(one, Ordered) and not one.texts)]
        if values:
            found.append((name, values))
    return Subject(at, found)


def text_of(text: str | None) -> Literal | None:
    """A text as a literal; None where it is unknown."""
    return None if text is None else Literal(text)


def whole(number: int) -> Literal:
    """A whole number as a literal."""
    return Literal(str(number), "xsd:integer")


def score(number: float) -> Literal:
    """A score, or another number with a fraction, as a literal."""
    return Literal(repr(float(number)), "xsd:double")
