"""People told of without a name, whom a pronoun means rather than somebody named before them: "a man was held. He …".

Pure functions of tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.nominals import callings, nouns
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.knowledge.type_words import listed
from graphbuilder.lexicons import lexicon

_GENDERS: dict[str, str] = {word: gender for gender, row in lexicon("nominals")["genders"].items() for word in row}
_PLACES = frozenset({"dobj", "nsubj", "nsubjpass"})


def gender_of_noun(word: str) -> str:
    """The gender that a noun tells of a person: "he", "she" or "".

    >>> gender_of_noun("widow"), gender_of_noun("driver")
    ('she', '')
    """
    return _GENDERS.get(word, "")


def is_person(noun: Token) -> bool:
    """Whether a common noun is for one person."""
    word, known = noun.lower_, nouns()
    if word in _people():
        return True
    return known.kinds.get(word) == "person" or (word in known.representatives and word not in known.kinds)


@cache
def _people() -> frozenset[str]:
    """Nouns for anybody, who need not hold an office."""
    return listed("people") | (frozenset(lexicon("event_verbs")["people"]) | callings()) - nouns().kinds.keys()


def strangers(doc: Doc, start: int, end: int, gender: str) -> Iterator[Token]:
    """Nouns for one person of that gender, or of none known, that say nothing of somebody named beside them."""
    for token in doc[start:end]:
        if token.dep_ in _PLACES and token.tag_ == "NN" and is_person(token) and _agrees(token, gender):
            named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.rights)
            if not named and not _is_office(token):
                yield token


def comes_first(stranger: Token) -> bool:
    """Whether a sentence is about somebody."""
    return stranger.dep_ in SUBJECTS and stranger.head.dep_ == "ROOT"


def _agrees(noun: Token, gender: str) -> bool:
    """Whether somebody may be the "he" or "she"; "his secretary" is told of beside him, unless a pronoun fits her."""
    own = gender_of_noun(noun.lower_)
    if not own and any(child.dep_ == "poss" for child in noun.lefts):
        return False
    return not own or not gender or own == gender


def _is_office(noun: Token) -> bool:
    """ "The minister left": mostly somebody named before; but "a minister", "the driver", "her lawyer"."""
    office = noun.lower_ not in _people()
    return office and any(child.lower_ == "the" for child in noun.lefts)
