"""Which nouns are of the name of an event, and of which type: "World War I", "Hurricane Katrina", "COP27"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

#: Tokens from start to end (excluded), and the type.
Name = tuple[int, int, str]

#: Conferences whose name is a number.
_NUMBERED = re.compile(r"COP-?\d{1,2}")
#: Events named after a place, also where the model takes the name for something else.
_OF = frozenset(
    {"accord", "accords", "battle", "congress", "edict", "massacre", "peace", "siege", "treaty", "truce", "war"}
)
#: Names of what armies do.
_CODES = frozenset({"Operation", "Unternehmen"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


def event_name(token: Token) -> Name | None:
    """The name of an event whose head a noun is."""
    if token.ent_type_ != "EVENT" and not _may_be_named(token):
        return None
    for rule in (_numbered, _coded, _of_place, _labelled):
        name = rule(token)
        if name is not None:
            return name
    return None


def _may_be_named(token: Token) -> bool:
    """Finds out quickly that a noun is none of a name that the model does not know: most are not."""
    after_code = token.i > 0 and token.doc[token.i - 1].text in _CODES
    return after_code or token.lower_ in _OF or token.text.startswith("COP")


def _numbered(token: Token) -> Name | None:
    numbered = token.text.startswith("COP") and _NUMBERED.fullmatch(token.text)
    return (token.i, token.i + 1, "meet") if numbered else None


def _coded(token: Token) -> Name | None:
    if not token.i or token.doc[token.i - 1].text not in _CODES or not token.text[0].isupper():
        return None
    article = token.i > 1 and token.doc[token.i - 2].lower_ in _ARTICLES  # "the Operation Room"
    return None if article else (token.i - 1, token.i + 1, "attack")


def _of_place(token: Token) -> Name | None:
    """ "The Treaty of Versailles": with a capital, and of a name."""
    if token.lower_ not in _OF or not token.text[0].isupper():
        return None
    for of in token.rights:
        places = [child for child in dependents(of) if child.dep_ == "pobj" and child.text[0].isupper()]
        if of.lower_ == "of" and of.i == token.i + 1 and places:
            return token.i, places[0].i + 1, _type_of(token) or "agree"
    return None


def _labelled(token: Token) -> Name | None:
    """What the model knows to be an event, if a word in it says of what kind: "Hurricane Katrina"."""
    if token.ent_type_ != "EVENT" or (token.head.ent_type_ == "EVENT" and token.head != token):
        return None
    start, end = token.i, token.i + 1
    while start > token.sent.start and token.doc[start - 1].ent_type_ == "EVENT" and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end < token.sent.end and token.doc[end].ent_iob_ == "I":
        end += 1
    while start < token.i and token.doc[start].lower_ in _ARTICLES:
        start += 1
    types = (_type_of(one) for one in token.doc[start:end])
    type_ = next((one for one in types if one is not None), None)
    return None if type_ is None or not token.text[0].isupper() else (start, end, type_)


def _type_of(token: Token) -> str | None:
    return event_words().nouns.get(token.lemma_.lower()) or event_words().nouns.get(token.lower_)
