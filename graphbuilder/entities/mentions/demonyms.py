"""Whether a word for a people means one person: "the Latvian", "a Dane". A Latvian who is arrested is not Latvia.

"The Latvians" and "the Irish" are many, and stand for their country as before.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.parse_labels import SINGULAR
from graphbuilder.lexicons import lexicon

_ONE = frozenset({"a", "an", "another", "one", "that", "the", "this"})
_PLACES = frozenset({"appos", "attr", "conj", "dative", "dobj", "nsubj", "nsubjpass", "pobj"})
#: Adjectives with these endings are for all of a people: "the Dutch", "the Chinese".
_ALL = ("ese", "sh", "ch", "ss", ".", "US")


def is_national(token: Token) -> bool:
    """Whether a word tells one person by a nation.

    >>> from graphbuilder.pipeline.load import load
    >>> [is_national(load()(text)[1]) for text in ("A Latvian won.", "The Latvians won.", "The Latvian team won.")]
    [True, False, False]
    """
    return token.tag_ in SINGULAR and token.dep_ in _PLACES and bool(nation_of(token.text)) and _is_one(token)


@cache
def nation_of(word: str) -> str:
    """The ISO code of the country that a word tells one person to be of; empty for other words.

    >>> nation_of("Dane"), nation_of("Latvian"), nation_of("Danish")
    ('DK', 'LV', '')
    """
    if word in _nouns():
        return _nouns()[word]
    entry = None if word.endswith(_ALL) else known(word)
    return entry.country if entry is not None and entry.kind == "adjective" else ""


def is_people(word: str) -> bool:
    """Whether a word is for several of a people that a noun of its own tells: "Danes", "Frenchmen"."""
    singular = word.removesuffix("s") if word.endswith("s") else word.replace("men", "man")
    return singular != word and singular in _nouns()


@cache
def _nouns() -> dict[str, str]:
    """Noun → the country of whose people it is for one."""
    return {noun: code for code, row in lexicon("nominals")["nationals"].items() for noun in row}


def _is_one(token: Token) -> bool:
    """Whether a demonym denotes one person: "the Latvian", "a 34-year-old Latvian"."""
    return any(child.lower_ in _ONE and child.dep_ == "det" for child in token.lefts)
