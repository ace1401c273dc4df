"""What a given name says: that a person is denoted, and whether a man or a woman."""

from __future__ import annotations

from functools import cache

from graphbuilder.knowledge.names import without_accents
from graphbuilder.lexicons import lexicon

#: Words inside a full name that tell it where the given name does not: "Siti binti Amran", "Le Thi Hoa".
_KIN = {"bin": "he", "ibn": "he", "bint": "she", "binti": "she", "thi": "she"}


def is_given(word: str) -> bool:
    """Whether a word, written as in running text, is a given name.

    >>> is_given("Lisa"), is_given("Tomás"), is_given("lisa"), is_given("Harbour")
    (True, True, False, False)
    """
    return word[:1].isupper() and _plain(word) in _genders()


def given_gender(name: str) -> str:
    """The pronoun for the bearer of a full name: "he", "she", or "" where its first word does not tell.

    >>> given_gender("Grace May"), given_gender("João-Luís Paz"), given_gender("Lisa"), given_gender("Robin May")
    ('she', 'he', '', '')
    """
    first, *rest = _plain(name).split() or [""]
    if not rest:
        return ""
    genders = _before_surnames()
    known = genders.get(first) or genders.get(first.partition("-")[0])  # "Anne-Marie"
    return known or next((_KIN[word] for word in rest[:-1] if word in _KIN), "")


def is_bare(key: str) -> bool:
    """Whether the name of a person is a surname or a given name alone: "merkel", "de backer".

    >>> is_bare("merkel"), is_bare("de backer"), is_bare("von der leyen"), is_bare("ann lee")
    (True, True, True, False)
    """
    first, space, _ = key.partition(" ")
    return not space or (first in particles() and all(word in particles() for word in key.split()[:-1]))


def with_particles(key: str) -> str:
    """The surname that ends a full name, with the small words before it; "" where there are none.

    >>> with_particles("ursula von der leyen"), with_particles("ann lee"), with_particles("de backer")
    ('von der leyen', '', '')
    """
    words = key.split()
    start = len(words) - 1
    if start < 2 or words[-2] not in particles():
        return ""
    while start > 1 and words[start - 1] in particles():
        start -= 1
    return " ".join(words[start:])


@cache
def forms(section: str) -> dict[str, frozenset[str]]:
    """A table of ``personal_names.yaml``: form → numbers of the rows that it stands in."""
    found: dict[str, set[str]] = {}
    for number, row in enumerate(lexicon("personal_names")[section]):
        for form in row:
            found.setdefault(form, set()).add(str(number))
    return {form: frozenset(numbers) for form, numbers in found.items()}


def same_form(section: str, one: str, other: str) -> bool:
    """Whether a table has two forms in one row.

    >>> same_form("short", "walt", "walter"), same_form("short", "walt", "wade")
    (True, False)
    """
    table = forms(section)
    return not table.get(one, frozenset()).isdisjoint(table.get(other, frozenset()))


@cache
def particles() -> frozenset[str]:
    """The particles of surnames: "von", "de", "der"."""
    return frozenset(lexicon("personal_names")["particles"])


def _plain(word: str) -> str:
    return word.casefold() if word.isascii() else without_accents(word).casefold()


@cache
def _genders() -> dict[str, str]:
    return {name: gender for gender, row in lexicon("given_names").items() for name in row}


@cache
def _before_surnames() -> dict[str, str]:
    """Given name → pronoun, with those that are common words otherwise, and so names only before a surname."""
    words = lexicon("personal_names")["given_words"]
    return _genders() | {name: gender for gender, row in words.items() for name in row}
