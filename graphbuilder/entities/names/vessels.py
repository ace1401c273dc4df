"""Craft that bear names: "the ferry Estonia", and "the Estonia" from then on; "the MV Halda"; "the Halda capsized";
"the Queen of the Fens ran aground".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.missed_names import name_key
from graphbuilder.entities.typing.noun_types import is_craft
from graphbuilder.syntax.token_index import head_of, positions, text_of

#: What stands before the names of ships.
_PREFIXES = frozenset({"FV", "HMAS", "HMCS", "HMS", "MS", "MT", "MV", "RMS", "RRS", "SS", "USCGC", "USNS", "USS"})
#: What befalls craft alone; and what they do with each other.
_BEFALLING = frozenset({"aground", "capsize", "capsized", "capsizes", "capsizing"})
_TOGETHER = frozenset({"collide", "collided", "collides"})
_TABLES = ("gazetteer", "city")
#: Types of names that are rather those of craft, if such a thing befalls them.
_DOUBTFUL = frozenset({"organization", "person", "place", "work"})


def with_craft(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, those of craft that were known as something else as things."""
    craft = {_words(doc, one) for one in found if _is_called(doc, one)}
    names = {name.i: name for name in _befallen(doc)}
    if not craft and not names and not positions(doc, _PREFIXES):
        return list(found)
    found = _with_whole_names(doc, found, names)
    craft |= {_words(doc, one) for one in found if _is_known(doc, one, names)}
    return [_as_craft(doc, one) if craft and _is_meant(doc, one, craft) else one for one in found]


def _words(doc: Doc, name: Candidate) -> str:
    return text_of(doc, name.start, name.end)


def _is_called(doc: Doc, name: Candidate) -> bool:
    """Whether it stands right after a noun for craft: "the ferry Estonia", not "the ferry Estonia bought"."""
    if name.method not in _TABLES or not name.start or doc[name.start - 1].tag_ != "NN":
        return False
    noun, head = doc[name.start - 1], doc[name.head]
    owner = head.dep_ == "nsubj" and head.head.dep_ == "relcl" and noun.dep_ != "ROOT"
    return is_craft(noun) and head.dep_ not in ("compound", "nmod", "poss") and not owner


def _is_known(doc: Doc, name: Candidate, befallen: dict[int, Token]) -> bool:
    """Whether it stands after "MV", or "the Halda" capsized; no country is meant."""
    if name.method in _TABLES or name.label not in _DOUBTFUL or not name.start:
        return False
    before = doc[name.start - 1]
    return before.text in _PREFIXES or (name.head in befallen and before.lower_ == "the")


def _is_meant(doc: Doc, name: Candidate, craft: set[str]) -> bool:
    if _words(doc, name) not in craft or name.form != "name":
        return False
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.text in _PREFIXES:
        return True
    with_article = before is not None and before.lower_ == "the" and before.head == doc[name.head]
    return with_article or _is_called(doc, name)


def _as_craft(doc: Doc, name: Candidate) -> Candidate:
    """The country keeps a key of its own."""
    key = name_key(_words(doc, name))
    return replace(
        name, label="product", method="ner", score=0.8, key=f"{key} (craft)" if name.method in _TABLES else key
    )


def _befallen(doc: Doc) -> Iterator[Token]:
    """The proper nouns that capsize, run aground or collide with craft."""
    for at in positions(doc, _BEFALLING | _TOGETHER):
        verb = doc[at].head if doc[at].lower_ == "aground" else doc[at]
        if doc[at].lower_ in _TOGETHER and not any(is_craft(word) for word in verb.subtree if word.i > at):
            continue
        who = [child for child in verb.lefts if child.dep_ == "nsubj"]
        if not who and verb.dep_ == "conj":
            who = [child for child in verb.head.lefts if child.dep_ == "nsubj"]
        yield from (one for one in who if one.pos_ == "PROPN")


def _with_whole_names(doc: Doc, found: Sequence[Candidate], befallen: dict[int, Token]) -> Sequence[Candidate]:
    """The names, with those that the model cut or overlooked: "the Queen of the Fens", "the MV Halda II"."""
    heads = {one.head for one in found}
    ends = {at: end for at in befallen if at not in heads and (end := _end_of_title(befallen[at]))}
    starts = {one.start for one in found}
    for at in positions(doc, _PREFIXES):
        if at + 1 < len(doc) and starts.isdisjoint((at, at + 1)) and doc[at + 1].pos_ == "PROPN":
            ends[at + 1] = _end_of_run(doc, at + 1)
    if not ends:
        return found
    inside = {token for start, end in ends.items() for token in range(start, end)}
    kept = [one for one in found if inside.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *(_whole(doc, start, end) for start, end in ends.items())], key=lambda one: one.start)


def _whole(doc: Doc, start: int, end: int) -> Candidate:
    key = name_key(text_of(doc, start, end))
    return Candidate(start, end, head_of(doc, start, end), "work", "name", "ner", 0.8, key=key)


def _end_of_title(head: Token) -> int:
    """Where "the Queen of the Fens" ends; 0 if it is none."""
    of = next((child for child in head.rights if child.lower_ == "of" and child.i == head.i + 1), None)
    if of is None or not head.i or head.nbor(-1).lower_ != "the":
        return 0
    return next((child.i + 1 for child in of.rights if child.dep_ == "pobj" and child.pos_ == "PROPN"), 0)


def _end_of_run(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return end
