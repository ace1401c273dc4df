"""Which articles of a store have some words: SQLite's full-text index, asked without its own language of queries."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from graphbuilder.errors import InputError

#: A phrase in quotes, or a word.
_TERM = re.compile(r'"([^"]*)"?|[^\s"]+')
_CURLY = str.maketrans("“”„", '"""')
_QUERY = """
SELECT id, published, document.title, source, snippet(words, -1, '[', ']', ' … ', 24) AS snippet
FROM words JOIN document ON document.number = words.rowid
WHERE words MATCH ? ORDER BY rank, id LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has the words; `snippet` has some of its text, with the words in brackets."""

    id: str
    published: str | None
    title: str | None
    source: str | None
    snippet: str


def search(database: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """The articles that have all words and phrases, the best first.

    Raises:
        InputError: there is no word to look for.
    """
    rows = database.execute(_QUERY, [query(words), limit])
    return [Hit(**row) for row in map(dict, rows)]


def query(words: str) -> str:
    """Words and phrases in quotes as a query of FTS5, in which every sign stands for itself.

    >>> query('"Black Sea" grain OR')
    '"Black Sea" "grain" "OR"'

    Raises:
        InputError: there is no word to look for.
    """
    clean = words.encode(errors="replace").decode().replace("\0", " ").translate(_CURLY)
    terms = [one[0].strip('"') for one in _TERM.finditer(clean)]
    found = [term for term in terms if any(map(str.isalnum, term))]
    if not found:
        raise InputError(f'there is no word to look for in {words!r}; give words, or a phrase in quotes: "Black Sea"')
    return " ".join(f'"{term}"' for term in found)
