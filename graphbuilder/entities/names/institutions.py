"""Which words and names make one longer name: "the Government of Kenya", "Trinidad and Tobago", "Vila do Conde"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.metonymy import METHOD
from graphbuilder.entities.names.model_names import known_name
from graphbuilder.knowledge.gazetteer import known, names
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import text_of

_PARTICLES = frozenset({"da", "das", "do", "dos"})


def with_of_names(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those of places with the capitalised word whose "of" they are."""
    found = _joined(doc, found)
    bodies = {one.end: one for one in found if one.label == "organization"}
    whole = {one: start for one in found if (start := _start(doc, one, bodies)) < one.start}
    inside = {token for one, start in whole.items() for token in range(start, one.start)}
    kept = [one for one in found if inside.isdisjoint(range(one.start, one.end))]
    return [_whole(doc, one, whole[one]) if one in whole else one for one in kept] if whole else list(found)


def _joined(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, those that are parts of a country's, a body's or a Portuguese name put together."""
    kept: list[Candidate] = []
    ends = _country_ends()
    for one in found:
        if one.key in ends and kept and one.start == kept[-1].end + 1:
            one = _country(doc, kept, one)
        if kept and one.label != "person" and (end := _body_end(doc, kept[-1], one)):
            first = kept.pop().start
            key = name_key(text_of(doc, first, end))
            one = replace(
                one, start=first, end=end, head=end - 1, label="organization", method="ner", score=0.8, key=key
            )
        if kept and _is_other_part(doc, kept[-1], one):
            one = _as_one(doc, kept.pop(), one)
        kept.append(one)
    return kept


def _country(doc: Doc, kept: list[Candidate], name: Candidate) -> Candidate:
    """A name, with the one before it if a country bears both: "Trinidad and Tobago"."""
    entry = known(text_of(doc, kept[-1].start, name.end))
    return name if entry is None else known_name(doc, kept.pop().start, name.end, entry)


@cache
def _country_ends() -> frozenset[str]:
    """What follows "and" in the names of countries: "tobago"."""
    return frozenset(name.rpartition(" and ")[2].casefold() for name in names() if " and " in name)


def _body_end(doc: Doc, name: Candidate, other: Candidate) -> int:
    """Where the name of a body ends that two names begin: "NATO-Georgia Commission"; 0 where they begin none."""
    end = other.end
    if other.start != name.end + 1 or doc[name.end].text != "-" or name.label == "person":
        return 0
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return end if words("last").get(doc[end - 1].lower_) == "organization" else 0


def _is_other_part(doc: Doc, name: Candidate, other: Candidate) -> bool:
    """Whether two names are parts of a Portuguese one, whose "do" the model may take for a verb: "Vila do Conde"."""
    return other.start == name.end + 1 and doc[name.end].text in _PARTICLES


def _as_one(doc: Doc, name: Candidate, other: Candidate) -> Candidate:
    key = name_key(text_of(doc, name.start, other.end))
    return replace(name, end=other.end, method="ner", score=0.8, key=key)


def _is_known_body(doc: Doc, name: Candidate) -> bool:
    return words("last").get(doc[name.end - 1].lower_) == "organization"


def _start(doc: Doc, name: Candidate, bodies: Mapping[int, Candidate]) -> int:
    """Where the name begins: with the capitalised word before its "of", or the name of a body there."""
    of = name.start - (2 if name.start > 1 and doc[name.start - 1].lower_ == "the" else 1)
    if of < 1 or doc[of].lower_ != "of" or name.label not in ("place", "person", "organization"):
        return name.start
    word = doc[of - 1]
    body = bodies.get(of)
    if body is not None and name.label == "place" and of == name.start - 1 and _is_known_body(doc, body):
        return body.start
    return word.i if word.text[0].isupper() and word.lower_ in listed("of_names") else name.start


def _whole(doc: Doc, name: Candidate, start: int) -> Candidate:
    entry = known(text_of(doc, name.start, name.end))
    governs = doc[start].lower_ == "government" and entry is not None and entry.kind == "country"
    text = text_of(doc, start, name.end)
    return replace(
        name,
        start=start,
        head=start,
        label=words("last").get(doc[start].lower_, "organization"),
        method=METHOD if governs else "ner",
        score=0.8,
        key=name_key(f"government of {entry.name}" if governs and entry is not None else text),
    )
