"""Names made of what a place has: "the Government of Kenya", "the Port of Gdynia", "the Town of Corby"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.evidence import listed, words
from graphbuilder.entities.gazetteer import known
from graphbuilder.entities.metonymy import METHOD
from graphbuilder.entities.overlooked import name_key


def with_of_names(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those of places with the capitalised word whose "of" they are."""
    whole = {one: start for one in found if (start := _start(doc, one)) < one.start}
    inside = {token for one, start in whole.items() for token in range(start, one.start)}
    kept = [one for one in found if inside.isdisjoint(range(one.start, one.end))]
    return [_whole(doc, one, whole[one]) if one in whole else one for one in kept] if whole else list(found)


def _start(doc: Doc, name: Candidate) -> int:
    """Where the name begins: with the capitalised word before its "of"."""
    of = name.start - (2 if name.start > 1 and doc[name.start - 1].lower_ == "the" else 1)
    if of < 1 or doc[of].lower_ != "of" or name.label not in ("place", "person", "organization"):
        return name.start
    word = doc[of - 1]
    return word.i if word.text[0].isupper() and word.lower_ in listed("of_names") else name.start


def _whole(doc: Doc, name: Candidate, start: int) -> Candidate:
    entry = known(doc[name.start : name.end].text)
    governs = doc[start].lower_ == "government" and entry is not None and entry.kind == "country"
    text = doc[start : name.end].text
    return replace(
        name,
        start=start,
        head=start,
        label=words("last").get(doc[start].lower_, "organization"),
        method=METHOD if governs else "ner",
        score=0.8,
        key=name_key(f"government of {entry.name}" if governs and entry is not None else text),
    )
