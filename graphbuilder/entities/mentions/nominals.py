"""Nominal mentions and pronouns: "the alliance", "both countries", "NATO foreign ministers", "she".

The nouns stand in ``lexicons/names/nominals.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.demonyms import is_national, national_words
from graphbuilder.entities.mentions.head_nouns import nouns_said
from graphbuilder.entities.mentions.quotations import FIRST_PERSON, quotes
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import tokens_of

#: The method of one person told by a nation.
NATIONAL = "national"
#: The method of one person told by what they are, who must have been told of before.
CALLING = "calling"

_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})
_GROUP_WORDS = frozenset({"both", "two", "neither", "either", "these", "those"})
_LANDS = frozenset({"countries", "nations"})
#: How many tokens "the 54-year-old" has before "old".
_AGED = 5
_MANY = frozenset({"we", "us", "our", "ourselves"})
PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "herself": "person",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "group", "them": "group", "their": "group", "themselves": "group",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nouns:
    """The lexicon, turned for look-up: noun → types that it may point to."""

    kinds: dict[str, str]
    groups: dict[str, str]
    representatives: frozenset[str]
    generic: frozenset[str]
    """Nouns that any organisation of the story may be called by."""


@cache
def nouns() -> Nouns:
    """The nouns of ``lexicons/names/nominals.yaml``."""
    data = lexicon("nominals")
    return Nouns(
        kinds={noun: label for label, row in data["kinds"].items() for noun in row},
        groups={noun: label for label, row in data["groups"].items() for noun in row},
        representatives=frozenset(data["representatives"]),
        generic=frozenset(data["generic"]),
    )


@cache
def callings() -> frozenset[str]:
    """Nouns that tell what somebody is who was told of before: "singer"."""
    return frozenset(lexicon("nominals")["callings"])


def find_nominals(parse: Parse, names: Sequence[Candidate]) -> list[Candidate]:
    """Definite descriptions, groups, people named by their office, and pronouns, in text order."""
    named = {token for name in names for token in range(name.start, name.end)}
    said = nouns_said(parse.doc, names)
    found = [_nominal(parse, token, said) for token in _nouns_of_story(parse, named, said)]
    return [*(one for one in found if one is not None), *_quoted(parse, named)]


def _quoted(parse: Parse, named: set[int]) -> Iterator[Candidate]:
    """ "I" and "we" inside quotation marks; "US" is no pronoun."""
    for quote in quotes(parse.doc):
        for token in parse.doc[quote.start : quote.end]:
            if token.lower_ in FIRST_PERSON and token.text != "US" and token.i not in named:
                label = "group" if token.lower_ in _MANY else "person"
                yield Candidate(token.i, token.i + 1, token.i, label, "pronoun", "quoted", 0.5)


def _nouns_of_story(parse: Parse, named: set[int], said: dict[str, str]) -> Iterator[Token]:
    words = _words() if said.keys() <= _words() else frozenset(_words() | said.keys())
    for token in tokens_of(parse, words):
        if token.i not in named:
            yield token


@cache
def _words() -> frozenset[str]:
    known = nouns()
    nouns_ = known.kinds.keys() | known.groups.keys() | known.representatives
    return frozenset(nouns_ | PRONOUNS.keys() | _GROUP_WORDS | national_words() | callings() | {"old"})


def _nominal(parse: Parse, token: Token, said: dict[str, str]) -> Candidate | None:
    if token.lower_ in PRONOUNS:
        label = PRONOUNS[token.lower_]
        return Candidate(token.i, token.i + 1, token.i, label, "pronoun", "pronoun", 0.5)
    if token.lower_ in _GROUP_WORDS:
        return _bare_group(token)
    if token.text[0].isupper() and is_national(token):
        return Candidate(_left_edge(token), token.i + 1, token.i, "person", "nominal", NATIONAL, 0.5)
    if token.dep_ in ("compound", "amod", "nmod") or (token.pos_ not in ("NOUN", "PROPN") and not age_of(token)):
        return None
    start = _left_edge(token) if token.lower_ != "old" else token.i - _AGED
    words = {child.lower_ for child in token.lefts}
    known = nouns()
    group = known.groups.get(token.lower_) or known.kinds.get(token.lower_)
    if group is not None and (words & _GROUP_WORDS or ("their" in words and token.lower_ in _LANDS)):
        return Candidate(start, token.i + 1, token.i, group, "nominal", "group", 0.6)
    if token.lower_ in known.representatives:
        return Candidate(start, token.i + 1, token.i, "group", "nominal", "representative", 0.6)
    kind = known.kinds.get(token.lower_) or said.get(token.lower_)
    if kind is not None and words & _DEFINITE:
        return Candidate(start, token.i + 1, token.i, kind, "nominal", "definite", 0.5)
    if "the" in words and (token.lower_ in callings() or age_of(token)):
        return Candidate(start, token.i + 1, token.i, "person", "nominal", CALLING, 0.5)
    return None


def age_of(noun: Token) -> str:
    """ "54" of "the 54-year-old" and "the 54-year-old leader"; else empty."""
    old = noun if noun.lower_ == "old" else next((child for child in noun.lefts if child.lower_ == "old"), None)
    year = old.doc[old.i - 2] if old is not None and old.i + 1 >= _AGED else noun
    return noun.doc[old.i - _AGED + 1].text if old is not None and year.lower_ == "year" else ""


def _bare_group(token: Token) -> Candidate | None:
    """ "Neither was invited", "both agreed"."""
    if token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return Candidate(token.i, token.i + 1, token.i, "any", "nominal", "group", 0.5)
    return None


def _left_edge(token: Token) -> int:
    """The first token of the noun's own left modifiers, without what precedes a comma."""
    start = token.i
    for child in reversed(list(token.lefts)):
        edge = child.left_edge.i
        if child.is_punct or child.dep_ in ("cc", "conj", "punct", "relcl", "appos", "preconj", "case"):
            break
        start = edge
    return start
