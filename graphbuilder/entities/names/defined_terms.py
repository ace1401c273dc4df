"""Which short names a text defines in brackets: 'Solmar Energia S.A. (B3: SLM3) ("Solmar" or the "Company")'.

From then on they mean the same in this document. "The Company" is no name of its own: elsewhere it is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.nominals import nouns
from graphbuilder.knowledge.type_words import words
from graphbuilder.syntax.token_index import head_of, positions

_BRACKET = re.compile(r"(?:'s|’s)?\s?\(([^()]{2,90})\)")
_QUOTED = re.compile(r"[“\"]([A-Z][^“”\"]{0,40})[”\"]")
_TICKER = re.compile(r"\b[A-Z][A-Za-z0-9]{0,15}(?: [A-Z][a-z]{1,15})?: ?[A-Z0-9.]{1,8}\b")
#: What stands beside the names in such a bracket.
_JOINING = frozenset(
    {"the", "or", "and", "our", "hereafter", "hereinafter", "collectively", "together", "also", "known", "as"}
)
#: No name is followed by more brackets of this kind.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Short:
    """A short name, and the name it stands for."""

    text: str
    name: Candidate
    since: int
    """The first of its tokens where it is defined."""
    length: int
    """In tokens."""


def with_short_names(doc: Doc, text: str, live: Sequence[bool], found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, with the short names that the text defines in brackets; stock tickers are none."""
    before = [one for one in found if _follows_bracket(doc, one.end)]
    if not before:
        return list(found)
    brackets = [(one, bracket) for one in before for bracket in _brackets(doc, one, text)]
    shorts = {short.text: short for one, bracket in reversed(brackets) for short in _defined(doc, one, bracket)}
    defined = [one for short in shorts.values() for one in _mentions(doc, short) if live[one.start]]
    tickers = {token for _, bracket in brackets for token in _tickers(doc, bracket)}
    taken = tickers | {token for one in defined for token in range(one.start, one.end)}
    kept = [one for one in found if taken.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *defined], key=lambda one: (one.start, one.end)) if taken else list(found)


def _follows_bracket(doc: Doc, end: int) -> bool:
    return any(doc[at].text == "(" for at in range(end, min(end + 2, len(doc))))


def _brackets(doc: Doc, name: Candidate, text: str) -> Iterator[re.Match[str]]:
    """The brackets right after a name."""
    at = doc[name.end - 1].idx + len(doc[name.end - 1])
    for _ in range(_MOST):
        found = _BRACKET.match(text, at)
        if found is None:
            return
        yield found
        at = found.end()


def _defined(doc: Doc, name: Candidate, bracket: re.Match[str]) -> Iterator[Short]:
    if name.form != "name" or not set(_QUOTED.sub(" ", bracket[1]).lower().replace(",", " ").split()) <= _JOINING:
        return
    for quoted in _QUOTED.finditer(bracket.string, bracket.start(1), bracket.end(1)):
        span = doc.char_span(*quoted.span(1))
        common = quoted[1].lower()
        if span is not None and not any(common in one for one in (words("last"), words("beside"), nouns().kinds)):
            yield Short(span.text, name, span.start, len(span))  # no "Company" is a name of its own


def _tickers(doc: Doc, bracket: re.Match[str]) -> Iterator[int]:
    if not _QUOTED.search(bracket[1]) and _TICKER.match(bracket[1]):
        span = doc.char_span(*bracket.span(1), alignment_mode="contract")
        yield from (token.i for token in span or ())


def _mentions(doc: Doc, short: Short) -> Iterator[Candidate]:
    """Where a short name stands since it was defined."""
    for at in positions(doc, frozenset({doc[short.since].text})):
        end = at + short.length
        if at >= short.since and doc[at:end].text == short.text:
            head = head_of(doc, at, end)
            yield replace(short.name, start=at, end=end, head=head, method="defined", score=0.9)
