"""When the name of a city is that of its club: "Leeds beat Norwich 2-1", "Burnley were relegated"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.cities import is_city
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import positions

_SCORE = re.compile(r"\b\d{1,3}[-\u2013]\d{1,3}\b")
_PLURAL = frozenset({"are", "were", "have", "'ve", "’ve", "do"})
_AGAINST = frozenset({"to", "with", "against", "by", "past", "over"})


def is_club(doc: Doc, name: Candidate) -> str:
    """A clue: where sport is told of, who beats and is beaten is no place; nor who takes a plural verb."""
    head = doc[name.head]
    if name.label not in ("place", "product") and not (name.label == "person" and is_city(head.text)):
        return ""
    many = name.label == "place" and _is_many(head)
    return "organization" if many or (_plays(head) and _tells_sport(doc, head)) else ""


def _plays(head: Token) -> bool:
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ in _AGAINST:
        verb = verb.head
    elif head.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return verb.pos_ == "VERB" and verb.lemma_.lower() in lexicon("evidence")["playing"]


def _is_many(head: Token) -> bool:
    """ "Burnley have signed a striker": one name with a plural verb."""
    if head.dep_ not in SUBJECTS or head.tag_ != "NNP" or head.lower_.endswith("s"):
        return False
    verb = head.head
    if any(child.dep_ in ("conj", "appos", "cc") for child in head.children) or verb.i < head.i:
        return False
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.i > head.i]
    return (helpers[0] if helpers else verb).lower_ in _PLURAL


def _tells_sport(doc: Doc, head: Token) -> bool:
    sent = head.sent
    return _SCORE.search(sent.text) is not None or bool(positions(doc, _sport(), "LOWER"))


@cache
def _sport() -> frozenset[str]:
    return frozenset(lexicon("evidence")["sport"])
