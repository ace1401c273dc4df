"""Which word is the verb of a sentence that the parser took for a part of a noun, in headlines above all.

"Egypt jails activist" is to spaCy at times an activist of Egypt jails. Only sentences whose root is a noun are looked
at, and only a word that could not stand where it does is taken for the verb. A sentence of one name alone, without an
end, is the beginning of the name that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Span, Token

from graphbuilder.knowledge.parse_labels import FINITE_OR_MODAL, MODIFIERS

NAME = "graphbuilder_headline_verbs"

_NAMES = frozenset({"NNP", "NNPS"})
_FEATURES = {
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
}
#: Participles that go with a noun before them as one adjective: "the US led coalition".
_COMPOUNDING = frozenset(
    {"affiliated", "based", "backed", "born", "brokered", "built", "controlled", "dominated", "funded", "held", "led",
     "linked", "made", "mediated", "occupied", "owned", "run", "sponsored", "supported", "trained"}
)  # fmt: skip
#: A longer sentence without a verb is a list.
_LONGEST = 40


@Language.component(NAME, assigns=["token.head", "token.dep", "token.tag"], requires=["token.head", "token.tag"])
def mend_headlines(doc: Doc) -> Doc:
    """Give its verb back to each sentence that has lost it."""
    if doc.has_annotation("DEP") and doc.has_annotation("TAG"):
        heads, parts = doc.to_array("HEAD"), doc.to_array("POS")
        for at in np.flatnonzero((heads == 0) & ((parts == NOUN) | (parts == PROPN))).tolist():
            sentence = doc[at].sent
            if len(sentence) == 1:
                _join_name(doc[at])
                continue
            found = _lost_verb(sentence) if 2 < len(sentence) <= _LONGEST else None
            if found is not None:
                _make_verb(*found, sentence)
    return doc


def _join_name(first: Token) -> None:
    """Join a sentence of one name, without an end, to the name that follows it: "Jane | Roe answered first"."""
    after = first.nbor() if first.i + 1 < len(first.doc) else first
    if {first.tag_, after.tag_} <= _NAMES and first != after and first.whitespace_ == " ":
        first.head, first.dep_ = after, "compound"


def _lost_verb(sentence: Span) -> tuple[Token, str] | None:
    """The word that is the verb of a sentence without one, and its tag."""
    if any(token.tag_ in FINITE_OR_MODAL and token.dep_ not in MODIFIERS for token in sentence):
        return None
    for token in list(sentence)[1:]:
        tag = _tagged_finite(token) or _participle(token, sentence)
        if tag:
            return token, tag
    return None


def _tagged_finite(token: Token) -> str:
    """The tag of a finite verb that the parser takes for the modifier of a noun: "Egypt jails activist"."""
    return token.tag_ if token.tag_ in ("VBZ", "VBP") and token.dep_ in MODIFIERS else ""


def _participle(token: Token, sentence: Span) -> str:
    """The tag of a past that the parser takes for a modifier of the next noun: "The council updated Chad members."."""
    if token.tag_ not in ("VBN", "VBD") and not token.lower_.endswith("ed"):
        return ""
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < sentence.end else token
    if sentence[-1].text not in (".", "”", '"') or token.lower_ in _COMPOUNDING or after.lower_ == "by":
        return ""
    modifies = token.dep_ == "amod" and before.dep_ in ("compound", "nmod") and before.head == token.head
    return "VBD" if modifies else ""


def _make_verb(verb: Token, tag: str, sentence: Span) -> None:
    """Make a word the root: what stands before it is its subject, the noun that was the root its last object."""
    old, doc = sentence.root, verb.doc
    before = [token for token in doc[sentence.start : verb.i] if token.head.i >= verb.i or token == old]
    after = [token for token in doc[verb.i + 1 : sentence.end] if token.head.i <= verb.i or token == old]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_, verb.pos_ = tag, "VERB"
    cast(Any, verb).set_morph(_FEATURES[tag])
    nouns = [token for token in before if token.pos_ in ("NOUN", "PROPN", "NUM")]
    subject = old if old in nouns else next(reversed(nouns), None)
    for token in before:
        if token == subject or subject is None or token.is_punct:
            token.head, token.dep_ = verb, "nsubj" if token == subject else token.dep_
        else:
            token.head = subject
    for token in after:
        token.head = verb
        if token == old or (token.pos_ in ("NOUN", "PROPN") and token.dep_ in MODIFIERS | {"npadvmod"}):
            token.dep_ = "dobj"
    if old.i > verb.i:
        for child in list(_outside(old)):
            child.head = verb


def _outside(noun: Token) -> Iterator[Token]:
    """The dependents of the former root that belong to the clause: "over leaks" of "fines Meta over leaks"."""
    places = ("advcl", "npadvmod", "prep", "punct")
    yield from (child for child in noun.rights if child.dep_ in places and child.lower_ != "of")
