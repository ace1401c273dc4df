"""Why JSON is no such record: an error that names the place, the value, or the version that wrote it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from msgspec.json import decode

from graphbuilder.errors import InputError
from graphbuilder.records.schema import SCHEMA

#: What reading JSON that is no such record may raise.
MISREAD = (ValueError, LookupError, TypeError, AttributeError, RecursionError, InputError)
#: A step of the path by which msgspec tells a place: "mentions[0].label".
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
#: Characters of a wrong value that a message quotes.
_SHOWN = 60


def parsed(line: str | bytes) -> Any:
    """The data of a line of JSON.

    Raises:
        InputError: it is not JSON.
    """
    try:
        return decode(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error


def refusal(kind: type, data: Any, error: Exception) -> InputError:
    """The error for parsed JSON that is no such record, from the one that was met (one of `MISREAD`)."""
    return InputError(other_schema(kind, data) or f"no {kind.__name__} record: {_explained(error, data)}")


def other_schema(kind: type, data: Any) -> str:
    """That parsed JSON is of another version; empty if it is not."""
    if not isinstance(data, dict) or data.get("schema", SCHEMA) == SCHEMA:
        return ""
    return f"{kind.__name__} of schema {data['schema']!r}: this version reads {SCHEMA}; build it anew"


def _explained(error: Exception, data: Any) -> str:
    """What is wrong in parsed JSON, after its document and place and with its value, where they are known."""
    document = f"document {data['document']!r}, " if isinstance(data, dict) and "document" in data else ""
    reason, at, path = str(error).partition(" - at `$")
    with suppress(LookupError, TypeError):
        for name, number in _STEP.findall(path):
            data = data[name or int(number)]
    shown = f" ({str(data)[:_SHOWN]!r})" if at and not isinstance(data, (dict, list)) else ""
    place = f"{path.strip('.`')}: " if at else ""
    return f"{document}{place}{reason.removeprefix('.')}{shown}"
