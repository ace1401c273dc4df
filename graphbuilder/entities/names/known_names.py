"""Where a name stands that is known beforehand: a country, its people, capital or government, a well-known body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import is_currency
from graphbuilder.knowledge.gazetteer import Known, known, longest_name, names
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import head_of, positions


def known_names(parse: Parse, live: Sequence[bool], covered: Set[int]) -> Iterator[Candidate]:
    """Known names where none was found: the longest that begins at each capitalised token."""
    doc, longest = parse.doc, longest_name()
    end = 0
    for token in positions(doc, _first_words()):
        if token < end or not live[token] or token in covered:
            continue
        found = _longest(doc, token, longest, covered)
        if found is not None:
            end, entry = found
            yield known_name(doc, token, end, entry)


def known_name(doc: Doc, start: int, end: int, entry: Known) -> Candidate:
    """A name that is known beforehand."""
    method, score = ("demonym", 0.7) if entry.kind == "adjective" else ("gazetteer", 0.95)
    return Candidate(start, end, head_of(doc, start, end), entry.type, "name", method, score, key=name_key(entry.name))


def may_bear(entry: Known, label: str, last: Token) -> bool:
    """Whether a known name may be meant; people and things bear those of places: somebody called Chad."""
    if entry.kind == "adjective":
        return _modifies(last)
    return entry.kind == "organization" or label not in ("person", "product", "work", "law")


def _modifies(token: Token) -> bool:
    """Whether an adjective of nationality stands before a noun: "Georgian troops", not "the Georgians"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    beside = after.text == "-" or (token.pos_ == "ADJ" and after.pos_ == "PROPN")  # "the Liberian-flagged ship"
    return beside or (token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i)


def _longest(doc: Doc, start: int, longest: int, covered: Set[int]) -> tuple[int, Known] | None:
    """The end of the longest known name from `start`, and what is known of it, if it can be meant there."""
    pieces = [token.text_with_ws for token in doc[start : start + longest + 2]]
    for end in range(start + len(pieces), start, -1):
        entry = known("".join(pieces[: end - start]).rstrip(" "))
        if entry is None or not covered.isdisjoint(range(start, end)):
            continue
        if entry.kind == "adjective" and not _modifies(doc[end - 1]):
            continue
        if is_currency(doc, end):
            continue
        # a city of that name, unlike a country, may be anything that the reader did not take for a place
        if entry.kind == "capital" and doc[end - 1].pos_ != "PROPN":
            continue
        return end, entry
    return None


@cache
def _first_words() -> frozenset[str]:
    """As they are written in running text, and in headlines all in capitals."""
    words = {name.split()[0].rstrip(",") for name in names()}
    return frozenset(words | {word.upper() for word in words if len(word) > 3})
