"""Where a name begins and ends that the reader took with words beside it, or with another name.

A name is what the keys of `corpus` call one: without common nouns and adjectives around it, without whoever has it
("Canada's Competition Bureau" are two names), apart from others of a list, and with the number of its model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc

from graphbuilder.entities.mentions.spans import trim
from graphbuilder.entities.names.people import person_in
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.type_words import words
from graphbuilder.syntax.token_index import head_of, text_of

#: What may stand before a name as a common word, and between that and the name: "president of the Federation".
_COMMON, _BETWEEN = frozenset({"ADJ", "ADV", "NOUN"}), frozenset({"ADP", "DET", "PRON"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
#: Tags of the common nouns that names do not end with; models of products do with one in the singular: "Corsa mini".
_NOUNS = {"product": ("NNS",)} | dict.fromkeys(("group", "organization", "person", "place"), ("NN", "NNS"))
#: Small words of English names; with others in it, a name is of a language in which more of its words are small.
_SMALL = frozenset({"and", "for", "of", "on", "the", "'s", "’s"})
#: Tokens, at most, of whoever has it: a run of a thousand possessives is no name.
_OWNER = 12
_SAINTS = frozenset({"saint", "st", "st."})
#: The number of a model: "9", "3.1", "4S".
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}[A-Z]{0,2}")
#: What may be something that is made, and whoever made it.
_MADE = frozenset({"organization", "person", "product"})
_COUNTS = frozenset({"DATE", "MONEY", "PERCENT", "QUANTITY", "TIME"})


@dataclass(frozen=True, slots=True)
class Others:
    """The names that the reader finds in a document."""

    starts: dict[int, int]
    """The token after the last of a name → its first."""
    owners: Set[str]
    """The names that may have something, as they are written."""


def bounded(doc: Doc, start: int, end: int, label: str, others: Others) -> tuple[int, int, str]:
    """The first token of a name, the one after its last (both the same where nothing is left of it), and its type."""
    if label == "person":
        start, end = person_in(doc, start, end)
    first, last = trim(doc, start, end, label)
    first, last = trim(doc, _after_others(doc, first, last, others), last, label)
    start = _first_capital(doc, first, last)
    end = _last_capital(doc, start, last, _NOUNS.get(label, ()))
    if label == "organization" and first < start < end and doc[start - 1].lower_ == "of":
        label = "place" if places.cities(text_of(doc, start, end)) else label  # "the council of Toowoomba"
    if (start, end) != (first, last):
        start, end = trim(doc, start, end, label)
    elif start < end < len(doc) and _is_model(doc, start, end, label):
        end, label = end + 1, "product"
    return start, end, label


def _after_others(doc: Doc, start: int, end: int, others: Others) -> int:
    """Where a name begins behind one that is taken together with it."""
    for at in range(end - 2, start, -1):
        if doc[at].tag_ == "POS" and _is_owner(doc, start, at, end, others):
            return at + 1
        if doc[at].lower_ in ("and", ",") and _is_list(doc, start, at, end, others):
            return at + 1
    return start


def _is_owner(doc: Doc, start: int, end: int, stop: int, others: Others) -> bool:
    """Whether what stands before a possessive ending is a name of its own, unlike those in "St Peter's Square" and
    "Public Defender's Office".
    """
    part = stop - end == 2 and words("last").get(doc[end + 1].lower_) == "organization"
    if part or end - start > _OWNER or doc[start].lower_ in _SAINTS:
        return False
    text = text_of(doc, start, end)
    return text in others.owners or known(text) is not None


def _is_list(doc: Doc, start: int, end: int, stop: int, others: Others) -> bool:
    """Whether a name ends here that is joined to the next one: "Ukraine and Uzbekistan", not "Ministry of Science and
    Education", nor "Trinidad and Tobago".
    """
    if others.starts.get(end) != start or known(text_of(doc, start, stop)) is not None:
        return False
    joined = any(child.dep_ == "conj" and child.i < stop for child in doc[head_of(doc, start, end)].rights)
    return joined and all(word.lower_ != "of" for word in doc[start:end])


def _first_capital(doc: Doc, start: int, end: int) -> int:
    """Where a name begins behind common words: "opposition Party of Regions", "new iPhone"."""
    at = start
    while at < end and _is_common(doc, at, at > start):
        at += 1
    rest = text_of(doc, at, end)
    return at if rest != rest.lower() and len(rest) > 1 else start


def _is_common(doc: Doc, at: int, inside: bool) -> bool:
    word, after = doc[at].text, doc[min(at + 1, len(doc) - 1)].text
    if not word.islower() or (word[0].isdigit() and not after.islower()):  # "3rd Battalion", "5th generation iPod"
        return inside and word == "-"
    return doc[at].pos_ in _COMMON or doc[at].tag_ in _PARTICIPLES or (inside and doc[at].pos_ in _BETWEEN)


def _last_capital(doc: Doc, start: int, end: int, nouns: Sequence[str]) -> int:
    """Where a name ends before common nouns: "Loreto province", not "Médecins sans frontières"."""
    at = end
    while at > start + 1 and doc[at - 1].text.islower() and doc[at - 1].tag_ in nouns:
        at -= 1
    rest = doc[start:at]
    return at if all(word.text != word.text.lower() or word.lower_ in _SMALL for word in rest) else end


def _is_model(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a number behind a name tells the model and counts nothing: "Falcon 9", not "Corsa 9 months ago"."""
    number = doc[end]
    if not _NUMBER.fullmatch(number.text) or label not in _MADE:
        return False
    of_name = number.dep_ in ("appos", "nummod") and start <= number.head.i < end
    return number.ent_type_ == "PRODUCT" or (label == "product" and of_name and number.ent_type_ not in _COUNTS)
