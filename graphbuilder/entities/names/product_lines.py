"""Names that go on with a word in lower case: "the Corsa mini", "the Sable gallery" beside "the Sable Gallery".

Mostly such a word is a noun that the name modifies ("Corsa owners"). It belongs to the name where the text writes it
with a capital elsewhere, or where makers call their models so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.spans import titles
from graphbuilder.entities.mentions.titles import offices
from graphbuilder.entities.names.missed_names import name_key
from graphbuilder.knowledge.type_words import listed
from graphbuilder.syntax.token_index import text_of

#: What has models; the names of countries and peoples modify nouns of every kind.
_MAKERS = frozenset({"product", "organization", "person"})
_SINGULAR = frozenset({"NN", "NNP", "JJ"})


def with_models(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those that go on with a word in lower case as a whole."""
    maybe = {one: key for one in found if (key := _longer_key(doc, one))}
    if not maybe:
        return list(found)
    told = dict(_models(doc, maybe))
    written = {one.key: one.label for one in found} | told
    whole = {key: written[key] for key in maybe.values() if key in written}
    return [_whole(one, maybe.get(one, ""), whole) for one in found]


def _longer_key(doc: Doc, name: Candidate) -> str:
    """The key of a name together with the word in lower case that it stands before; "" where none may belong to it."""
    if name.end == len(doc) or name.method in ("gazetteer", "demonym", "city"):
        return ""
    word = doc[name.end]
    if not word.is_lower or not word.is_alpha or word.tag_ not in _SINGULAR:
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
        if one.label in _MAKERS and alone and word.lower_ in listed("models"):
            yield key, "product"


def _whole(name: Candidate, longer: str, whole: Mapping[str, str]) -> Candidate:
    if longer in whole:
        return replace(name, end=name.end + 1, head=name.end, label=whole[longer], key=longer)
    return replace(name, label=whole[name.key]) if whole.get(name.key) == "product" else name
