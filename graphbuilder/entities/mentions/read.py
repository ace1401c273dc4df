"""Which descriptions and pronouns mention somebody or something, and what each stands for, as the reader says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graphbuilder.entities.finder import live_tokens
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.read_names import LABELS, READER
from graphbuilder.reader import Reading
from graphbuilder.syntax.parse import Parse

#: The method of whoever has no name anywhere in the document: kept where they take part in an event.
ARGUMENT = "argument"
_FORMS = ("name", "nominal", "pronoun")
#: What hangs on a noun, or on nothing, and is a clause of its own.
_CLAUSES = frozenset({"ROOT", "acl", "advcl", "ccomp", "relcl", "xcomp"})


def read_mentions(
    parse: Parse, names: Sequence[Candidate], reading: Reading
) -> tuple[list[Candidate], dict[Candidate, Candidate]]:
    """The mentions that are no names, and for each of them the mention that it goes with, if there is another."""
    named = {token: one for one in names for token in range(one.start, one.end)}
    live = live_tokens(parse)
    found: list[Candidate] = []
    antecedents: dict[Candidate, Candidate] = {}
    taken: dict[int, Candidate] = {}
    for chain in reading.chains:
        together = _together(parse, chain, reading, named, live, taken)
        first = next((one for one in together if one.form == "name"), together[0] if together else None)
        for one in together:
            if one.form == "name" or first is None:
                continue
            one = replace(one, method=READER if first.form == "name" else ARGUMENT)
            taken[one.head] = one
            found.append(one)
            if one.head != first.head:
                antecedents[one] = first
    heads = {one.head: one for one in found}
    return found, {one: heads.get(first.head, first) for one, first in antecedents.items()}


def _together(
    parse: Parse,
    chain: Sequence[int],
    reading: Reading,
    named: Mapping[int, Candidate],
    live: Sequence[bool],
    taken: Mapping[int, Candidate],
) -> list[Candidate]:
    """The mentions of a chain of the reader, each once."""
    together: dict[int, Candidate] = {}
    for at in chain:
        spot = reading.spots[at]
        start, last = int(reading.words.tokens[spot.first]), int(reading.words.tokens[spot.last])
        if not live[last] or last in taken:
            continue
        if last in named:
            if spot.kind == 0:
                together.setdefault(named[last].head, named[last])
        elif spot.kind or parse.doc[start : last + 1].text.islower():  # "the national federation"
            start = _within_clause(parse.doc[last], start)
            form, label, score = _FORMS[spot.kind or 1], LABELS[spot.type], round(reading.sure[at], 3)
            together.setdefault(last, Candidate(start, last + 1, last, label, form, READER, score))
    return list(together.values())


def _within_clause(last: Token, start: int) -> int:
    """The first token of a mention that ends at a word: the phrase of that word where a clause began after the first.

    "teachers abducted by gunmen" ends with the gunmen, who are a mention of their own.
    """
    start = max(start, last.sent.start)
    clause = any(token.dep_ in _CLAUSES for token in last.ancestors if start <= token.i < last.i)
    return max(start, last.left_edge.i) if clause else start
