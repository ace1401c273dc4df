"""Capitals and buildings that stand for a government: "Kyiv asked", "the Kremlin said".

The city stays the city elsewhere: only the mention that acts is a mention of the government, and the graph ties the
government to its country and its seat.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.gazetteer import government_name, known
from graphbuilder.language import Parse
from graphbuilder.lexicons import lexicon

METHOD = "metonymy"


def mark_governments(parse: Parse, names: Iterable[Candidate]) -> list[Candidate]:
    """The names, with those that stand for a government told apart."""
    return [_government(parse, name) if _governs(parse, name) else name for name in names]


def _government(parse: Parse, name: Candidate) -> Candidate:
    entry = known(parse.doc[name.start : name.end].text)
    assert entry is not None
    key = government_name(entry.country).casefold()
    return replace(name, label="organization", method=METHOD, score=0.7, key=key)


def _governs(parse: Parse, name: Candidate) -> bool:
    entry = known(parse.doc[name.start : name.end].text)
    if entry is None or entry.kind not in ("capital", "seat") or name.label == "person":
        return False
    head = parse.doc[name.head]
    return _acts(head) or (head.dep_ == "conj" and _acts(head.head))


def _acts(token: Token) -> bool:
    """Whether the name is the one that asks, pledges, refuses … (or by whom that is done)."""
    if token.dep_ == "nsubj":
        verb = token.head
    elif token.dep_ == "pobj" and token.head.dep_ == "agent":
        verb = token.head.head
    else:
        return False
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _governing()


@cache
def _governing() -> frozenset[str]:
    return frozenset(lexicon("nominals")["governing"])
