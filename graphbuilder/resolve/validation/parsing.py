"""JSON to an Extraction record, with an InputError that names document, place, value and remedy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import fields
from typing import Any

from pydantic import ValidationError

from graphbuilder.errors import InputError
from graphbuilder.intervals import Interval
from graphbuilder.records import Extraction, from_data
from graphbuilder.resolve.validation.faults import Faults

#: What may be handed in as one document.
Handed = Extraction | Mapping[str, Any] | str | bytes

_REMEDY = "docs/extend.md shows an extraction made by hand, and its JSON Schema lies in graphbuilder/export"
#: Characters of a wrong value that a message quotes.
_SHOWN = 60


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
    data: Any = None
    try:
        # a copy, since `from_data` fills the quotes in
        data = deepcopy(dict(given)) if isinstance(given, Mapping) else _from_text(given)
        extraction = from_data(Extraction, data)
    except InputError as error:
        name = f", document {data['document']!r}" if isinstance(data, dict) and "document" in data else ""
        place = next(_invalid_intervals(data, ""), "")
        raise InputError(f"extraction {number}{name}: {place}{_first_error(error)}; {_REMEDY}") from error
    for place in _unknown_fields(data, extraction, ""):
        raise InputError(f"extraction {number}, document {extraction.document!r}: {place} is no field; {_REMEDY}")
    return extraction


def _from_text(line: str | bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error


def _invalid_intervals(data: Any, path: str) -> Iterator[str]:
    """The paths of invalid intervals: their error does not know its own place."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        place = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}".removeprefix(".")
        if key != "interval" or not isinstance(value, dict):
            yield from _invalid_intervals(value, place)
        elif not _is_interval(value):
            yield f"{place}: "


def _is_interval(value: Mapping[str, Any]) -> bool:
    """Whether parsed JSON is an interval, or fails with an error that names its own place."""
    try:
        from_data(Interval, value)
    except InputError as error:
        return error.__cause__ is not None
    return True


def _first_error(error: InputError) -> str:
    """The first fault of an error in one line, with the number of the others."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return str(error)
    first, *others = cause.errors(include_url=False)
    more = f" (and {len(others)} more)" if others else ""
    given = "" if first["type"] == "missing" else f", not {str(first['input'])[:_SHOWN]!r}"
    return f"{_path(first['loc'])}: {first['msg']}{given}{more}"


def _path(parts: Iterable[int | str]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".") or "the whole"


def _unknown_fields(data: Any, record: Any, path: str) -> Iterator[str]:
    """The keys of parsed JSON that no field of the record has; a misspelt key would lose its value silently."""
    if isinstance(data, Mapping) and hasattr(record, "__dataclass_fields__"):
        known = {field.name for field in fields(record)}
        yield from (f"{path}{key}" for key in data if key not in known)
        for key in known & data.keys():
            yield from _unknown_fields(data[key], getattr(record, key), f"{path}{key}.")
    elif isinstance(data, (list, tuple)) and isinstance(record, tuple):
        for at, (item, made) in enumerate(zip(data, record, strict=False)):
            yield from _unknown_fields(item, made, f"{path.removesuffix('.')}[{at}].")
