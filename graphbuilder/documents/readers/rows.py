"""A row of a table, or an object of JSON, → a Document: which column holds which field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from graphbuilder.addresses import web_address
from graphbuilder.documents.description import describe
from graphbuilder.documents.metadata.dates import parse_date, stated_year
from graphbuilder.documents.metadata.languages import language_code
from graphbuilder.documents.text.characters import clean, one_line
from graphbuilder.errors import InputError
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Document, from_data

#: Names (in any case) that columns and keys have in practice; the first that has a value is taken.
SYNONYMS: dict[str, list[str]] = lexicon("columns")
_RECORD_KEYS = frozenset(field.name for field in fields(Document))
#: Fields that records of an earlier version have not.
_LATER_KEYS = frozenset({"url"})
#: Keys that the JSON of every Extraction has.
_EXTRACTION_KEYS = frozenset({"document", "sentences"})

Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The value of each field of Document as it is in the row, and the rest as pairs of strings."""

    values: Mapping[str, Any]
    meta: tuple[tuple[str, str], ...]


def check_columns(columns: Columns | None) -> None:
    """InputError where a name is no field of Document."""
    for name in columns or ():
        if name not in SYNONYMS:
            raise InputError(
                f"{name!r} is no field of a document that a column can be for; the fields are {', '.join(SYNONYMS)}"
            )


def document_of_row(
    row: Mapping[str, Any], columns: Columns | None, default_id: str = "", *, keep_id: bool = False
) -> Document:
    """The document of a row; InputError where it has no text.

    Args:
        row: its values by name. A list of strings as text is its paragraphs.
        columns: names of columns by field of Document; where a row has no such column, the usual names count.
        default_id: for a row without an id; empty is a hash of its content.
        keep_id: the default id is the only one, and what the row calls its id is one of its further facts.
    """
    if _RECORD_KEYS - _LATER_KEYS <= set(row) <= _RECORD_KEYS:
        return from_data(Document, dict(row))
    facts = _facts(row, columns or {}, without={"id"} if keep_id else set())
    text = _text(facts.values.get("text"), row)
    published, meta = _published(facts)
    url, meta = _url(facts, meta)
    document = Document(
        text=text,
        id=_short(facts.values.get("id")) or default_id,
        title=_short(facts.values.get("title")),
        published=published,
        source=_short(facts.values.get("source")),
        language=language_code(_short(facts.values.get("language")) or ""),
        meta=meta,
        url=url,
    )
    return describe(document, year=stated_year(str(facts.values.get("published", ""))))


def _facts(row: Mapping[str, Any], columns: Columns, without: set[str]) -> Facts:
    """Which column of a row gives which field: the one that the user names, else the usual names, in their order."""
    names = {name.strip().lower(): name for name in reversed(list(row))}
    chosen: dict[str, str] = {}
    for field, synonyms in SYNONYMS.items():
        if field in without:
            continue
        candidates = [names[name] for name in synonyms if name in names]
        candidates = [columns[field], *candidates] if field in columns else candidates
        # an address may be the id as well
        taken = {column for other, column in columns.items() if other != field}
        taken |= {column for other, column in chosen.items() if (other, field) != ("id", "url")}
        found = (name for name in candidates if name in row and name not in taken and not is_missing(row[name]))
        if (name := next(found, None)) is not None:
            chosen[field] = name
    others = (
        (one_line(name), _plain(value))
        for name, value in row.items()
        if name not in chosen.values() and not is_missing(value)
    )
    return Facts({field: row[name] for field, name in chosen.items()}, tuple(others))


def _text(value: Any, row: Mapping[str, Any]) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if value is not None and not isinstance(value, str):
        raise InputError(f"its text is not a string but {type(value).__name__}")
    if value is None and is_extraction(row):
        raise InputError(
            "it is what was read of an article, without its text; a build takes such lines from a file that is named "
            "itself, not its folder, and a store takes the article"
        )
    if value is None or not clean(value).strip():
        names = ", ".join(map(repr, list(row)[:12]))
        raise InputError(
            f"it has no text; there is {names or 'nothing'}; name the column of the text: "
            "--column text=NAME on the command line, columns={'text': 'NAME'} in Python"
        )
    return clean(value)


def _published(facts: Facts) -> tuple[date | None, tuple[tuple[str, str], ...]]:
    """The date of a row; where it is not certain it stays among the metadata, and `remarks` reports it."""
    value = facts.values.get("published")
    published = value if isinstance(value, date) else parse_date(str(value)) if value is not None else None
    if value is None or published is not None:
        return _whole_day(published), facts.meta
    return None, (*facts.meta, ("published", _plain(value)))


def _url(facts: Facts, meta: tuple[tuple[str, str], ...]) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The address of the article; where it cannot be followed it stays among the metadata."""
    written = _short(facts.values.get("url"))
    url = None if written is None else web_address(written)
    return url, meta if written is None or url is not None else (*meta, ("url", written))


def _whole_day(value: date | None) -> date | None:
    """The day of a moment of pandas that is midnight: its tables have no days, only their first moments."""
    if value is None or type(value).__module__.partition(".")[0] != "pandas":
        return value
    moment: datetime = value.to_pydatetime(warn=False)  # type: ignore[attr-defined]
    return (
        moment.date() if moment.tzinfo is None and moment == datetime.combine(moment, datetime.min.time()) else moment
    )


def _short(value: Any) -> str | None:
    """A name on one line; of an object ({"name": "Harbour Courier"}) its name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("id")
    return None if is_missing(value) else one_line(_plain(value)) or None


def _plain(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (Mapping, list, tuple)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return clean(str(value))


def is_extraction(row: Mapping[str, Any]) -> bool:
    """Whether a row is the JSON of what was read of an article, rather than an article."""
    return row.keys() >= _EXTRACTION_KEYS and row.keys().isdisjoint(SYNONYMS["text"])


def is_missing(value: Any) -> bool:
    """Whether a cell is empty: None, blanks, and the several kinds of "not a number" and "not a time" of tables."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # pandas.NA has no truth value; an array has several
        return not hasattr(value, "__len__")
