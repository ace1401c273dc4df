"""Nouns that are said of what is named, or stand in its name: "the ship Freewinds", "Gdynia, a port", "High Court"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.parse_labels import SUBJECTS

#: Small words inside a name: what stands before the first of them is what is named.
SMALL = frozenset({"of", "for", "in", "on", "at", "and", "to"})
#: Words that end names and mean something else in running text.
_OTHERWISE = frozenset({"day", "house", "park", "post", "press", "state", "states", "street", "times", "world", "year"})


def said_of(doc: Doc, name: Candidate) -> set[str]:
    """The nouns by which a name may be pointed back to."""
    found = {noun.lower_ for noun in _beside(doc, name) if noun.pos_ == "NOUN" and noun.tag_ == "NN"}
    if name.end - name.start > 1:
        end = next((at for at in range(name.start + 1, name.end) if doc[at].lower_ in SMALL), name.end)
        found.add(doc[end - 1].lower_)
    return {word for word in found if word.isalpha() and word not in _OTHERWISE}


def nouns_said(doc: Doc, names: Iterable[Candidate]) -> dict[str, str]:
    """Noun → the type of what it was said of, for the names of things of a document."""
    return {
        noun: name.label
        for name in names
        if name.label in ("organization", "place", "product")
        for noun in sorted(said_of(doc, name))
    }


def _beside(doc: Doc, name: Candidate) -> Iterator[Token]:
    head = doc[name.head]
    if name.start and doc[name.start - 1].pos_ == "NOUN" and not _is_object(doc[name.start - 1], head):
        yield doc[name.start - 1]
    yield from (child for child in head.children if child.dep_ == "appos" and child.i >= name.end)
    if head.dep_ == "appos":
        yield head.head
    elif head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (child for child in head.head.children if child.dep_ == "attr")
    elif head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in ("city", "town", "island"):
        yield head.head.head


def _is_object(noun: Token, head: Token) -> bool:
    """Whether a noun is the object of a clause and not said of the name in it: "the money Orvane lost"."""
    owner = head.head if head.dep_ == "poss" else head
    return owner.dep_ in SUBJECTS and owner.head.dep_ == "relcl" and owner.head.head == noun
