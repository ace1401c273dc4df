"""Which articles of a store have some words, or a name: its full-text index, asked without SQLite's own language."""

from __future__ import annotations

import difflib
import re
import sqlite3
from dataclasses import dataclass
from itertools import chain

from graphbuilder.errors import InputError
from graphbuilder.knowledge.names import fold

#: A phrase in quotes, or a word.
_TERM = re.compile(r'"([^"]*)"?|[^\s"]+')
_CURLY = str.maketrans("“”„", '"""')
_QUERY = """
SELECT id, published, document.title, source, snippet(words, -1, '[', ']', ' … ', 24) AS snippet
FROM words JOIN document ON document.number = words.rowid
WHERE words MATCH ? ORDER BY rank, id LIMIT ?"""

_NAMING = """
SELECT number FROM words JOIN document ON number = words.rowid
WHERE words MATCH :phrase AND (:exact = '' OR instr(document.text, :exact) OR instr(document.title, :exact))"""
#: Letters of an acronym that may be a common word in small letters: WHO, US.
_SHORT = 3
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab ('main', 'words', 'row')"
#: Words of about the same length and the same beginning.
_BESIDE = "SELECT term FROM temp.vocabulary WHERE substr(term, 1, 1) = ? AND abs(length(term) - ?) <= 2 ORDER BY term"
_FIRST = "SELECT title, text FROM words WHERE words MATCH ? ORDER BY rowid LIMIT 1"


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


def naming(database: sqlite3.Connection, name: str) -> set[int]:
    """The numbers of the articles that have a name in their title or text; letter case and accents do not matter.

    But for short acronyms: "who" is no name of the WHO.
    """
    bare = " ".join(_clean(name).replace('"', " ").split())
    exact = bare if bare.isalpha() and bare.isupper() and len(bare) <= _SHORT else ""
    forms = {fold(bare), bare} if not bare.isascii() else {fold(bare)}
    forms = {form for form in forms if any(map(str.isalnum, form))}
    rows = (database.execute(_NAMING, {"phrase": f'"{form}"', "exact": exact}) for form in forms)
    return {row[0] for row in chain.from_iterable(rows)}


def near(database: sqlite3.Connection, name: str) -> list[str]:
    """Words of the articles, as they are written, that are nearly those words of a name which no article has."""
    database.execute(_VOCABULARY)
    found = []
    for word in fold(_clean(name)).split():
        beside = [row[0] for row in database.execute(_BESIDE, [word[0], len(word)])]
        if word not in beside:
            found += difflib.get_close_matches(word, beside, n=3, cutoff=0.75)
    return [_written(database, word) for word in found]


def _written(database: sqlite3.Connection, word: str) -> str:
    """A word of the index as the first article that has it writes it."""
    parts = database.execute(_FIRST, [f'"{word}"']).fetchone()
    words = (one[0] for part in parts if part for one in re.finditer(r"\w+", part))
    return next((one for one in words if fold(one) == word), word)


def query(words: str) -> str:
    """Words and phrases in quotes as a query of FTS5, in which every sign stands for itself.

    >>> query('"Black Sea" grain OR')
    '"Black Sea" "grain" "OR"'

    Raises:
        InputError: there is no word to look for.
    """
    terms = [one[0].strip('"') for one in _TERM.finditer(_clean(words))]
    found = [term for term in terms if any(map(str.isalnum, term))]
    if not found:
        raise InputError(f'there is no word to look for in {words!r}; give words, or a phrase in quotes: "Black Sea"')
    return " ".join(f'"{term}"' for term in found)


def _clean(words: str) -> str:
    """The words as SQLite takes them, with plain quotes."""
    return words.encode(errors="replace").decode().replace("\0", " ").translate(_CURLY)
