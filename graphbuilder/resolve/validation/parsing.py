"""JSON to an Extraction record, with an InputError that names document, place, value and remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.json import encode

from graphbuilder.errors import InputError
from graphbuilder.records import Extraction, read_extraction
from graphbuilder.resolve.validation.faults import Faults

#: What may be handed in as one document.
Handed = Extraction | Mapping[str, Any] | str | bytes

_REMEDY = "docs/records.md shows the JSON of an Extraction, and its JSON Schema lies in graphbuilder/export"


def extraction_of(given: Handed, number: int) -> Extraction:
    """The checked record of the `number`th document that was handed in.

    Raises:
        InputError: it is not a valid extraction; the message names the document, the place in the record, the value and
            the remedy.
    """
    if isinstance(given, Extraction):
        extraction = given
    elif isinstance(given, (str, bytes, Mapping)):
        extraction = _parsed(given, number)
    else:
        raise InputError(
            f"extraction {number} is {type(given).__name__}; give Extraction records, or their JSON as dict or line"
        )
    for place, reason in Faults(extraction).all():
        raise InputError(f"extraction {number}, document {extraction.document!r}, {place}: {reason}")
    return extraction


def _parsed(given: Mapping[str, Any] | str | bytes, number: int) -> Extraction:
    try:
        return read_extraction(encode(given) if isinstance(given, Mapping) else given)
    except (InputError, TypeError, ValueError) as error:
        raise InputError(f"extraction {number}: {error}; {_REMEDY}") from error
