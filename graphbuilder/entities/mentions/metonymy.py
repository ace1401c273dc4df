"""When a capital or a building stands for a government: "Kyiv asked", "the Kremlin said".

The city stays the city elsewhere: only the mention that acts is a mention of the government, and the graph ties the
government to its country and its seat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.gazetteer import government_name, known
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import text_of

METHOD = "metonymy"


def mark_governments(parse: Parse, names: Iterable[Candidate]) -> list[Candidate]:
    """The names, with those that stand for a government told apart."""
    return [_government(parse, name) if _governs(parse, name) else name for name in names]


def _government(parse: Parse, name: Candidate) -> Candidate:
    entry = known(text_of(parse.doc, name.start, name.end))
    assert entry is not None
    key = government_name(entry.country).casefold()
    return replace(name, label="organization", method=METHOD, score=0.7, key=key)


def _governs(parse: Parse, name: Candidate) -> bool:
    entry = known(text_of(parse.doc, name.start, name.end)) if name.label in ("place", "organization") else None
    if entry is None or entry.kind not in ("capital", "seat"):
        return False
    head = parse.doc[name.head]
    return any(sign(head) or (head.dep_ == "conj" and sign(head.head)) for sign in SIGNS)


def _acts(token: Token) -> bool:
    """ "Kyiv asked", "rejected by Kyiv"."""
    if token.dep_ == "nsubj":
        verb = token.head
    elif token.dep_ == "pobj" and token.head.dep_ == "agent":
        verb = token.head.head
    else:
        return False
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _words("governing")


def _addressed(token: Token) -> bool:
    """ "Asked Berlin to send tanks", "Moscow was accused": what is done to governments only."""
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in _words("addressing")


def _dealt_with(token: Token) -> bool:
    """ "Ties between Moscow and Washington", "talks with Tehran", "pressure on Beijing"."""
    if token.dep_ != "pobj" or token.head.lower_ not in _DEALINGS:
        return False
    noun = token.head.head
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _words("dealings")


def _decides(token: Token) -> bool:
    """ "Moscow's refusal", but not "Moscow's streets"."""
    return token.dep_ == "poss" and token.head.lemma_.lower() in _words("decisions")


#: What shows that a capital or a building stands for a government, each asked of the head of its name.
SIGNS: tuple[Callable[[Token], bool], ...] = (_acts, _addressed, _dealt_with, _decides)

_DEALINGS = frozenset({"against", "between", "on", "to", "with"})


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon("nominals")[section])
