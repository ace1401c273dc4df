"""The number that belongs to the name of a thing: "Falcon 9", "iPhone 4", "Windows 3.1"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.candidates import Candidate

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]{0,2}")


def version_after(doc: Doc, end: int) -> bool:
    """Whether a number follows that counts nothing: "Falcon 9 rockets", but not "Apple 3 days later"."""
    if end >= len(doc) or not _NUMBER.fullmatch(doc[end].text):
        return False
    number = doc[end]
    counts = number.dep_ == "nummod" and number.head.i > end and number.head.tag_ in ("NNS", "NNPS")
    named = doc[end - 1].head.i > end and doc[end - 1].dep_ in ("compound", "nmod", "nummod")  # "iPhone 4 owners"
    return (not counts or named) and number.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")


def with_versions(doc: Doc, names: Iterable[Candidate]) -> list[Candidate]:
    """The names, those of things with their number."""
    return [_with_version(doc, one) if one.label == "product" else one for one in names]


def _with_version(doc: Doc, name: Candidate) -> Candidate:
    if not version_after(doc, name.end) or doc[name.end - 1].text[-1].isdigit():
        return name
    return replace(name, end=name.end + 1, key=f"{name.key} {doc[name.end].lower_}")
