"""What the nouns beside a name tell of its type: "the browser Safari", "Gdynia, a port", "the Karun region".

Each clue takes the Doc and a name and returns a type, or "" where it tells nothing; `typing.clues` weighs them.
"""

from __future__ import annotations

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.typing.noun_types import is_craft, kind_of
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.type_words import listed, words

_CALLED = frozenset({"called", "dubbed", "named", "nicknamed"})


def kind_before(doc: Doc, name: Candidate) -> str:
    """ "The browser Safari", "software maker Adobe", "cities such as Lyon", "towns including Lyon"."""
    at = name.start - 1
    if at > 0 and doc[at].text == "The" and not doc[at].is_sent_start:
        at -= 1  # "the newspaper The Orvane Call"
    if at < 0:
        return ""
    if doc[at].pos_ == "NOUN":
        return "" if doc[at].tag_ == "NNS" else kind_of(doc[at])
    if doc[at].lower_ == "including" and at > 0:
        return kind_of(doc[at - 1] if doc[at - 1].text != "," else doc[at - 2])
    if at > 1 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "such":
        return kind_of(doc[at - 2])
    return ""


def kind_of_several(doc: Doc, name: Candidate) -> str:
    """ "Drugmakers Orvane and Pell": of both."""
    head = doc[name.head]
    joined = head.dep_ == "conj"
    if not joined and not (head.n_rights and any(child.dep_ == "conj" for child in head.rights)):
        return ""
    at = (head.head.i if joined else name.start) - 1
    while joined and at >= 0 and doc[at].pos_ == "PROPN" and not kind_of(doc[at]):
        at -= 1
    return kind_of(doc[at]) if at >= 0 and doc[at].lower_.endswith("s") and doc[at].pos_ in ("NOUN", "PROPN") else ""


def craft_before(doc: Doc, name: Candidate) -> str:
    """ "The tanker Mare Doricum"."""
    return "product" if name.start and is_craft(doc[name.start - 1]) else ""


def firm_beside(doc: Doc, name: Candidate) -> str:
    """ "The law firm Pike Roe", "the insurer, Ostara Rhodienne", which the model takes for people."""
    if is_given(doc[name.start].text):
        return ""
    head, before = doc[name.head], doc[name.start - 1] if name.start else None
    noun = head.head if head.dep_ == "appos" else before
    if noun is None or noun.tag_ != "NN" or noun.lower_ in listed("either_or"):
        return ""
    return "organization" if kind_of(noun) == "organization" else ""


def kind_beside(doc: Doc, name: Candidate) -> str:
    """ "Gdynia, a port", "the operating system, Darwin", "Gdynia is a port", "a sect called Lumen"."""
    head = doc[name.head]
    beside = [child for child in head.rights if child.dep_ == "appos" and child.i >= name.end] if head.n_rights else []
    if head.dep_ == "appos":
        beside.append(head.head)
    elif head.dep_ == "nsubj" and head.head.lemma_ == "be":
        beside += [child for child in head.head.children if child.dep_ == "attr"]
    elif head.dep_ in ("oprd", "attr", "dobj") and head.head.lower_ in _CALLED:
        beside.append(head.head.head)
    return next((label for noun in beside if noun.pos_ == "NOUN" and (label := kind_of(noun))), "")


def noun_after(doc: Doc, name: Candidate) -> str:
    """ "The Karun region", "Fenwick shares"."""
    if name.end == len(doc) or doc[name.head].dep_ not in ("compound", "nmod", "amod"):
        return ""
    return words("after").get(doc[name.end].lower_, "")


def thing_after(doc: Doc, name: Candidate) -> str:
    """ "Corsa hatchback cars", "Orvix software": weak, for makers stand there too ("Toyota cars")."""
    head = doc[name.head]
    compound = head.dep_ in ("compound", "nmod") and head.head.i >= name.end and head.head.pos_ == "NOUN"
    return "product" if compound and name.label != "person" and kind_of(head.head) == "product" else ""


def site_after(doc: Doc, name: Candidate) -> str:
    """ "The Gladak Perak bridge", "the Chisola border post"."""
    site, head = name.end < len(doc) and doc[name.end].lower_ in listed("sites"), doc[name.head]
    return "place" if site and head.head.i in (name.end, name.end + 1) and head.dep_ != "poss" else ""


def adjective_before(doc: Doc, name: Candidate) -> str:
    """ "Northern Idlib", "downtown Tulsa"."""
    return words("before").get(doc[name.start - 1].lower_, "") if name.start else ""


def country_after(doc: Doc, name: Candidate) -> str:
    """ "Gdynia, Poland"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != "," or doc[name.end + 1].dep_ == "conj":
        return ""
    entry = known(doc[name.end + 1].text) or known(doc[name.end + 1 : name.end + 3].text)
    return "place" if entry is not None and entry.kind == "country" else ""
