"""Which of the model's labels are names, trimmed, each with what is known beforehand of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.demonyms import is_national, is_people
from graphbuilder.entities.mentions.spans import (
    event_heads,
    hyphened,
    is_currency,
    is_name,
    parts,
    titles,
    trim,
    whole_end,
)
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import Known, known
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.type_words import words as kinds
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import head_of, text_of

#: OntoNotes label → our type. EVENT is left to the events stage, dates and numbers to their own.
TYPES = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group", "PRODUCT": "product", "LAW": "law", "WORK_OF_ART": "work",
}  # fmt: skip

#: What stands between the parties of a court case.
_AGAINST = frozenset({"v.", "v", "vs.", "vs"})


def labelled_names(doc: Doc) -> Iterator[Candidate]:
    """The names among what the model labels, in text order."""
    for ent in doc.ents:
        kind = None if len(ent) == 1 and is_national(ent.root) else _type(ent)
        for first, last, label in parts(doc, ent.start, ent.end, kind) if kind is not None else ():
            start, end = trim(doc, first, last, label)
            start, label = _house(doc, _whole(doc, start, end, label), end, label)
            start, end = hyphened(doc, start, end)
            end = whole_end(doc, start, end) if start < end and label != "person" else end
            if end - start > 1 and (doc[end - 1].lower_ in event_heads() or is_storm(doc, start)):
                continue  # the places and people in it are found by the gazetteer
            if start < end and is_name(doc, start, end) and not is_currency(doc, end):
                yield name_of(doc, start, end, label)


def _house(doc: Doc, start: int, end: int, label: str) -> tuple[int, str]:
    """Start and type of a name that begins with the foreign word for what it is, or is behind it: "Musée Grévin"."""
    if end - start > 1 and (house := kinds("houses").get(doc[start].lower_)):
        return start, house
    before = doc[start - 1] if start else None
    house = kinds("houses").get(before.lower_) if before is not None and before.text[0].isupper() else None
    return (start, label) if house is None else (start - 1, house)


def is_storm(doc: Doc, start: int) -> bool:
    """Whether a name begins as those of storms do: "Hurricane Katrina"."""
    return doc[start].lower_ in lexicon("nominals")["storms"]


def _whole(doc: Doc, start: int, end: int, label: str) -> int:
    """Where a name begins: with the proper nouns that the model left out ("iPod Classic", "Antony Blinken")."""
    while 0 < start < end and _belongs(doc[start - 1], start, end):
        before = doc[start - 1]
        if label != "product" and not (end - start == 1 and _is_first_name(before, doc[start], label)):
            break
        start -= 1
    return start


def _belongs(before: Token, start: int, end: int) -> bool:
    """Whether an unlabelled proper noun is tied to a word of the name that follows."""
    return (
        before.pos_ == "PROPN" and before.dep_ == "compound" and not before.ent_type_ and start <= before.head.i < end
    )


def _is_first_name(word: Token, last: Token, label: str) -> bool:
    """Whether a word before a single one is a first name that the model overlooked."""
    if word.text in titles() or word.lower_ in kinds("beside") or not word.is_title:
        return False
    return is_given(word.text) or (label == "person" and not places.cities(last.text))


def _type(ent: Span) -> str | None:
    """The type of what the model labels. "ISIL" is no people: its name would take an article or an s."""
    label = TYPES.get(ent.label_)
    if label in ("person", "organization") and len(ent) > 2 and any(word.text in _AGAINST for word in ent[1:-1]):
        return "law"  # "Roe v. Wade"
    if label == "group" and places.regions(ent.text):
        return "place"
    if label != "group" or len(ent) > 1 or is_people(ent.text):
        return label
    argument = ent.root.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    bare = argument and ent.root.tag_ == "NNP" and not any(ent.root.lefts)
    acronym = ent.text.isupper() and len(ent.text) > 2
    return "organization" if (bare or acronym) and known(ent.text) is None else label


def name_of(doc: Doc, start: int, end: int, label: str) -> Candidate:
    """The name of these tokens; one that is known beforehand is what it is known to be."""
    text = text_of(doc, start, end)
    entry = known(text)
    if entry is not None and _bears(entry, label, doc[end - 1]):
        return known_name(doc, start, end, entry)
    return Candidate(start, end, head_of(doc, start, end), label, "name", "ner", 0.8, key=name_key(text))


def _bears(entry: Known, label: str, last: Token) -> bool:
    """Whether a known name may be meant. A person called Chad, or a people ("the Georgians"), is not the country."""
    if entry.kind == "adjective":
        return modifies(last)
    return label not in ("person", "product", "work", "law")


def known_name(doc: Doc, start: int, end: int, entry: Known) -> Candidate:
    """A name that is known beforehand."""
    method, score = ("demonym", 0.7) if entry.kind == "adjective" else ("gazetteer", 0.95)
    return Candidate(start, end, head_of(doc, start, end), entry.type, "name", method, score, key=name_key(entry.name))


def modifies(token: Token) -> bool:
    """Whether an adjective of nationality stands before a noun: "Georgian troops", not "the Georgians"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    beside = after.text == "-" or (token.pos_ == "ADJ" and after.pos_ == "PROPN")  # "the Liberian-flagged ship"
    return beside or (token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i)
