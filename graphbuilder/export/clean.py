"""Which characters of an article's text each target may receive: terminal, table cell, XML, Markdown."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

#: What XML 1.0 cannot hold, not even written as a number; a carriage return comes back as a line feed.
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x84\x86-\x9f]")
#: What means something within a line of Markdown, or makes a link of a bare address.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~^&$=@:]|(?<=www)\.|^[-+])", re.IGNORECASE)
#: A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def for_terminal(text: str) -> str:
    """Text without control, escape and text-direction characters; white space folded.

    >>> for_terminal("a\\x1b[31mred\\nline")
    'a[31mred line'
    """
    spaced = " ".join(text.split())
    return "".join(mark for mark in spaced if unicodedata.category(mark) not in ("Cc", "Cf", "Cs", "Co"))


def for_cell(text: str) -> str:
    """Text of a table cell that no spreadsheet runs: an apostrophe precedes what resembles a formula.

    >>> for_cell("=HYPERLINK(1)"), for_cell("NATO")
    ("'=HYPERLINK(1)", 'NATO')
    """
    clean = "".join(mark for mark in text if mark in "\n\t" or unicodedata.category(mark) not in ("Cc", "Cs"))
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A table as CSV with a head, numbers as they are: "-12.5" is a place in the south and no formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(for_cell, columns))
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else for_cell(str(value or ""))


def numbered(name: str, mark: str) -> Iterator[str]:
    """This name, then with a mark and a number behind it, for as long as the name before is taken.

    >>> next(one for one in numbered("a", "~") if one not in {"a", "a~2"})
    'a~3'
    """
    yield name
    yield from (f"{name}{mark}{number}" for number in count(2))


def for_xml(text: str) -> str:
    """Text without the characters that an XML file cannot hold.

    >>> for_xml("a\\x00b\\ud800c – é")
    'abc – é'
    """
    return _NOT_XML.sub("", text)


def for_markdown(text: str) -> str:
    """A part of a line of Markdown that is shown as it is: no link, picture, HTML, heading, footnote or formula.

    >>> for_markdown("[a](http://b) *c* <d>")
    '\\\\[a\\\\](http\\\\://b) \\\\*c\\\\* \\\\<d\\\\>'
    """
    return _MARKDOWN.sub(r"\\\1", for_terminal(text))
