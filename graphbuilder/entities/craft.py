"""Craft that bear the name of a country or its capital: "the ferry Estonia", and "the Estonia" from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.clue_words import is_craft
from graphbuilder.entities.lookup import text_of
from graphbuilder.entities.overlooked import name_key


def with_craft(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, those of craft that were known as something else as things."""
    craft = {_words(doc, one) for one in found if _is_called(doc, one)}
    return [_as_craft(doc, one) if craft and _is_meant(doc, one, craft) else one for one in found]


def _words(doc: Doc, name: Candidate) -> str:
    return text_of(doc, name.start, name.end)


def _is_called(doc: Doc, name: Candidate) -> bool:
    """Whether it stands right after a noun for craft: "the ferry Estonia", not "the ferry Estonia bought"."""
    if name.method not in ("gazetteer", "city") or not name.start or doc[name.start - 1].tag_ != "NN":
        return False
    noun, head = doc[name.start - 1], doc[name.head]
    owner = head.dep_ == "nsubj" and head.head.dep_ == "relcl" and noun.dep_ != "ROOT"
    return is_craft(noun) and head.dep_ not in ("compound", "nmod", "poss") and not owner


def _is_meant(doc: Doc, name: Candidate, craft: set[str]) -> bool:
    if name.method not in ("gazetteer", "city") or _words(doc, name) not in craft:
        return False
    before = doc[name.start - 1] if name.start else None
    with_article = before is not None and before.lower_ == "the" and before.head == doc[name.head]
    return with_article or _is_called(doc, name)


def _as_craft(doc: Doc, name: Candidate) -> Candidate:
    """The country keeps a key of its own."""
    return replace(name, label="product", method="ner", score=0.8, key=f"{name_key(_words(doc, name))} (craft)")
