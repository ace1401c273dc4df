"""The terms of RDF that our files use: ids, values, and which property has which field of a record.

A value is a Python value: a text, number, truth value or day is a literal of its type, an `Iri` or `Name` an address, a
tuple its texts in their order; a list is several values. Ids are percent-encoded in `urn:graphbuilder:…`, so that no
text can end an address or begin another.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
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

#: Field of a record → the property that has it, of the fields that need nothing more.
DOCUMENT = {
    "title": "dcterms:title",
    "published": "dcterms:issued",
    "source": "dcterms:publisher",
    "language": "dcterms:language",
    "url": "gb:url",
    "group": "gb:group",
    "corrections": "gb:corrections",
}
SENTENCE = {"text": "prov:value", "start": "gb:start", "end": "gb:end", "index": "gb:order"}
ENTITY = {
    "name": "rdfs:label",
    "type": "gb:type",
    "named": "gb:named",
    "aliases": "gb:aliases",
    "mentions": "gb:mentions",
    "corrections": "gb:corrections",
}
EVENT = {
    "type": "gb:type",
    "polarity": "gb:polarity",
    "modality": "gb:modality",
    "attributions": "gb:attributions",
    "speakers": "gb:speakers",
    "aside": "gb:aside",
    "sources": "gb:sources",
    "independent_sources": "gb:independentSources",
    "part_of": "gb:partOf",
    "mentions": "gb:mentions",
    "dated_by": "gb:datedBy",
    "corrections": "gb:corrections",
    "score": "gb:score",
}
TIE = {
    "polarity": "gb:polarity",
    "modality": "gb:modality",
    "tense": "gb:tense",
    "former": "gb:former",
    "attribution": "gb:attributions",
}
JUDGEMENT = {name: f"gb:{name}" for name in ("left", "right", "verdict", "reason", "by", "score")}
#: The properties whose value is a list of texts.
ORDERED = frozenset(
    f"gb:{name}"
    for name in (
        "aliases", "attributions", "corrections", "datedBy", "externalIds", "formerIds", "mentions", "partOf",
        "sources", "speakers",
    )
)  # fmt: skip

#: The properties that a subject may lack.
OPTIONAL = frozenset({"dcterms:issued", "dcterms:language", "dcterms:publisher", "dcterms:title", "gb:title", "gb:url"})
#: The properties whose value stays text when it is read.
TEXTS = frozenset({"dcterms:issued", "gb:edtf"})


class Iri(str):
    """The address of a thing."""

    __slots__ = ()


class Name(str):
    """A class or property of a vocabulary: "sem:Event"."""

    __slots__ = ()


class Edtf(str):
    """A date in EDTF."""

    __slots__ = ()


#: A subject: its address, and property → value.
Subject = tuple[Iri, dict[str, Any]]

_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "xsd:boolean"),
    (int, "xsd:integer"),
    (float, "xsd:double"),
    (datetime, "xsd:dateTime"),
    (date, "xsd:date"),
    (Edtf, "edtf:EDTF"),
)


def iri(kind: str, *parts: object) -> Iri:
    """The address of a thing of this kind.

    >>> iri("entity", "a b>")
    'urn:graphbuilder:entity:a%20b%3E'
    """
    return Iri(BASE + ":".join([kind, *(quote(str(part), safe="", errors="surrogatepass") for part in parts)]))


def known(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that are known and no empty list."""
    return {name: value for name, value in facts.items() if value not in (None, (), [])}


def fields_of(record: object, properties: Mapping[str, str]) -> dict[str, Any]:
    """The facts of a record, by the table of its kind."""
    return {name: getattr(record, field) for field, name in properties.items()}


def literal(value: Any) -> tuple[str, str]:
    """The text of a literal and its type, empty for plain text.

    >>> literal(True), literal(0.5), literal(date(2022, 11, 29)), literal("NATO")
    (('true', 'xsd:boolean'), ('0.5', 'xsd:double'), ('2022-11-29', 'xsd:date'), ('NATO', ''))
    """
    type_ = next((name for kind, name in _TYPES if isinstance(value, kind)), "")
    if isinstance(value, bool):
        return str(value).lower(), type_
    return value.isoformat() if isinstance(value, date) else str(value), type_
