"""Which numbers and words belong to the name of a product: "Falcon 9", "iPhone 4", "Windows 3.1", "the Corsa mini".

A word in lower case is mostly a noun that the name modifies ("Corsa owners"). It belongs to the name where the text
writes it with a capital elsewhere, or where makers call their models so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import titles
from graphbuilder.entities.mentions.titles import offices
from graphbuilder.knowledge.parse_labels import SINGULAR
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import text_of

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]{0,2}")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})
#: Whoever may have made the thing that the model sees after a name.
_MAKERS = frozenset({"organization", "person"})
#: What has models; the names of countries and peoples modify nouns of every kind.
_HAVING_MODELS = frozenset({"product", "organization", "person"})


def version_after(doc: Doc, end: int) -> bool:
    """Whether a number follows that counts nothing: "Falcon 9 rockets", but not "Apple 3 days later"."""
    if end >= len(doc) or not _NUMBER.fullmatch(doc[end].text):
        return False
    number = doc[end]
    counts = number.dep_ == "nummod" and number.head.i > end and number.head.tag_ in ("NNS", "NNPS")
    named = doc[end - 1].head.i > end and doc[end - 1].dep_ in ("compound", "nmod", "nummod")  # "iPhone 4 owners"
    return (not counts or named) and number.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")


def with_numbers(doc: Doc, names: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those of makers with the number or code of what they make: "Airbus A380", "Saab 340".

    They are things of their own before types are elected: "Airbus" alone may be the firm.
    """
    return list(_apart(_with_number(doc, one) for one in names))


def with_versions(doc: Doc, names: Iterable[Candidate]) -> list[Candidate]:
    """The names, those of things with their number."""
    return list(_apart(_with_version(doc, one) if one.label == "product" else one for one in names))


def _with_version(doc: Doc, name: Candidate) -> Candidate:
    return _until(doc, name, _glued(doc, name.end + 1)) if version_after(doc, name.end) else name


def _with_number(doc: Doc, name: Candidate) -> Candidate:
    if name.end == len(doc) or name.label not in _MAKERS:
        return _with_version(doc, name) if name.label == "product" else name
    if not doc[name.end].text[-1:].isalnum():
        return name
    end = max(_thing_end(doc, name.end), name.end + _is_model(doc, name))
    return _until(doc, replace(name, label="product"), _glued(doc, end)) if end > name.end else name


def _thing_end(doc: Doc, start: int) -> int:
    """Where what the model sees as a thing ends, if it begins here with a code such as "787", "A380" or "N97"."""
    code = any(mark.isdigit() for mark in doc[start].text) and not doc[start].is_lower
    end = start
    while code and end < len(doc) and doc[end].ent_type_ == "PRODUCT":
        end += 1
    return end


def _is_model(doc: Doc, name: Candidate) -> bool:
    """Whether a number belongs to what is told of: "the Saab 340 crashed", "its Falcon 1"; not "the Saab 340 million
    loss", nor "the Vikings 866 years ago".
    """
    number, head = doc[name.end], doc[name.head]
    body = words("last").get(head.lower_) == "organization"  # "Public School 4"
    if not number.text.isdigit() or len(number) > 3 or head.tag_ != "NNP" or number.head != head or body:
        return False
    owned = any(child.lower_ in ("the", "a", "an") or child.dep_ == "poss" for child in head.lefts)
    return owned and head.dep_ in _ARGUMENTS


def _glued(doc: Doc, end: int) -> int:
    """The end of a code that the tokenizer cut: "3G"."""
    while end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text.isalnum():
        end += 1
    return end


def _until(doc: Doc, name: Candidate, end: int) -> Candidate:
    return replace(name, end=end, key=" ".join([name.key, doc[name.end : end].text.lower()]))


def _apart(names: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names without those that others have taken in."""
    end = 0
    for one in names:
        if one.start >= end:
            yield one
            end = one.end


# --- words in lower case ------------------------------------------------------------------------------------------


def with_models(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those that go on with a word in lower case as a whole."""
    maybe = {one: key for one in found if (key := _longer_key(doc, one))}
    if not maybe:
        return list(found)
    told = dict(_models(doc, maybe))
    written = {one.key: one.label for one in found} | told
    whole = {key: written[key] for key in maybe.values() if key in written}
    return [_as_model(one, maybe.get(one, ""), whole) for one in found]


def _longer_key(doc: Doc, name: Candidate) -> str:
    """The key of a name together with the word in lower case that it stands before; "" where none may belong to it."""
    if name.end == len(doc) or name.method in ("gazetteer", "demonym", "city"):
        return ""
    word = doc[name.end]
    if not word.is_lower or not word.is_alpha or word.tag_ not in SINGULAR:
        return ""
    if word.lower_ in offices() or word.text.title() in titles():
        return ""  # "the Essex sheriff"
    tied = doc[name.head].dep_ in ("compound", "nmod")
    return name_key(text_of(doc, name.start, name.end + 1)) if tied else ""


def _models(doc: Doc, maybe: Mapping[Candidate, str]) -> Iterator[tuple[str, str]]:
    """The keys of those that are models of something."""
    for one, key in maybe.items():
        word = doc[one.end]
        alone = doc[one.head].head == word and not (word.i + 1 < len(doc) and doc[word.i + 1].tag_.startswith("NN"))
        if one.label in _HAVING_MODELS and alone and word.lower_ in listed("models"):
            yield key, "product"


def _as_model(name: Candidate, longer: str, whole: Mapping[str, str]) -> Candidate:
    if longer in whole:
        return replace(name, end=name.end + 1, head=name.end, label=whole[longer], key=longer)
    return replace(name, label=whole[name.key]) if whole.get(name.key) == "product" else name
