"""In which form names are compared, and in which they are ids. Pure functions."""

from __future__ import annotations

import re
import unicodedata

#: Letters that are no plain letter with a mark on it.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "\u0131": "i", "þ": "th",
     "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss"}
)  # fmt: skip
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(name: str) -> str:
    """A name without accents, letter case, leading article and outer spaces, for comparing.

    >>> fold("the  Chișinău Summit")
    'chisinau summit'
    """
    plain = without_accents(name).casefold() if not name.isascii() else name.casefold()
    words = plain.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def slug(text: str, words: int = 6) -> str:
    """The first words of a text as an id that can be read and typed; empty where it has no Latin letters or digits.

    >>> slug("2008 Bucharest Summit"), slug("U.S. State Department"), slug("Київ")
    ('2008-bucharest-summit', 'us-state-department', '')
    """
    plain = without_accents(text).casefold().replace(".", "").replace("'", "").replace("’", "")
    parts = [part for part in _NOT_WORD.split(plain) if part]
    return "-".join(parts[:words])[:80].rstrip("-")


def without_accents(text: str) -> str:
    """The text with plain letters for those with accents.

    >>> without_accents("Málaga"), without_accents("Wrocław")
    ('Malaga', 'Wroclaw')
    """
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return plain if plain.isascii() else plain.translate(_LETTERS)
