"""What a given name tells: that somebody is meant, and whether a man or a woman."""

from __future__ import annotations

from functools import cache

from graphbuilder.lexicons import lexicon


def is_given(word: str) -> bool:
    """Whether a word, written as in running text, is a given name.

    >>> is_given("Lisa"), is_given("lisa"), is_given("Harbour")
    (True, False, False)
    """
    return word[:1].isupper() and word.casefold() in _genders()


def given_gender(name: str) -> str:
    """The pronoun for the bearer of a full name: "he", "she", or "" where its first word does not tell.

    >>> given_gender("Lisa May"), given_gender("Lisa"), given_gender("Robin May")
    ('she', '', '')
    """
    first, *rest = name.casefold().split() or [""]
    return _genders().get(first, "") if rest else ""


@cache
def _genders() -> dict[str, str]:
    return {name: gender for gender, row in lexicon("given_names").items() for name in row}
