"""The number that belongs to the name of a thing: "Falcon 9", "iPhone 4", "Windows 3.1", "Boeing 737-800"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.type_words import words

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]{0,2}")
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Z]?")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})
#: Whoever may have made the thing that the model sees after a name.
_MAKERS = frozenset({"organization", "person"})


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
    if name.end < len(doc) and _CODE.fullmatch(doc[name.end].text) and doc[name.head].head == doc[name.end]:
        return _until(doc, name, name.end + 1)
    if not version_after(doc, name.end) or doc[name.end - 1].text[-1].isdigit():
        return name
    return _until(doc, name, _glued(doc, name.end + 1))


def _with_number(doc: Doc, name: Candidate) -> Candidate:
    if name.end == len(doc) or name.label not in _MAKERS:
        return _with_version(doc, name) if name.label == "product" else name
    number = name.end + (doc[name.end].tag_ == "POS")
    if doc[number - 1].tag_ == "POS":
        return _until(doc, replace(name, label="product"), number + 1) if _is_had(doc, name, number) else name
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
    """Whether a number belongs to what is told of: "the Saab 340 crashed", "the Nikkei 225", "its Falcon 1"; not "the
    Saab 340 million loss", nor "the Vikings 866 years ago".
    """
    number, head = doc[name.end], doc[name.head]
    body = words("last").get(head.lower_) == "organization"  # "Public School 4"
    if not number.text.isdigit() or len(number) > 3 or head.tag_ != "NNP" or body:
        return False
    told = number if head.head == number and len(number) == 3 else head
    if told.dep_ not in _ARGUMENTS or not (number == told or number.head == head):
        return False
    return any(child.lower_ in ("the", "a", "an") or child.dep_ == "poss" for child in told.lefts)


def _is_had(doc: Doc, name: Candidate, number: int) -> bool:
    """Whether a number is what a name has, and is told of: "the Standard & Poor's 500 fell"."""
    if number >= len(doc) or not doc[number].text.isdigit() or len(doc[number]) != 3:
        return False
    return doc[number].dep_ in _ARGUMENTS and doc[name.head].head.i == number and not any(doc[number].rights)


def _glued(doc: Doc, end: int) -> int:
    """The end of a code that the tokenizer cut: "3G", "737-800"."""
    while end < len(doc) and not doc[end - 1].whitespace_:
        if doc[end].text.isalnum() and (doc[end - 1].text.isalnum()):
            end += 1
        elif (
            doc[end].text == "-" and end + 1 < len(doc) and not doc[end].whitespace_ and doc[end + 1].text[0].isdigit()
        ):
            end += 2
        else:
            break
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
