"""Who speaks in quotation marks: "We will appeal," said Fenwick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.clue_words import listed
from graphbuilder.entities.lookup import positions

_OPEN, _CLOSE, _EITHER = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), frozenset({'"'})
#: Words that mean the speaker, in quotation marks only.
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
#: No quotation is longer, in tokens: what seems so lacks a mark.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """The tokens from one quotation mark to the other."""

    start: int
    end: int


def spoken(doc: Doc, at: Mapping[int, Candidate]) -> list[tuple[Quote, Candidate]]:
    """The quotations and who says them; one without a speaker of its own goes on with the last.

    Args:
        at: mentions by the token of their head.
    """
    found: list[tuple[Quote, Candidate]] = []
    for quote in quotes(doc):
        who = _speaker(doc, quote, at) or (found[-1][1] if found else None)
        if who is not None:
            found.append((quote, who))
    return found


def quotes(doc: Doc) -> list[Quote]:
    """The quotations of a Doc. What is not closed in time was none."""
    found: list[Quote] = []
    start = -1
    for at in positions(doc, _OPEN | _CLOSE | _EITHER):
        text = doc[at].text
        if start >= 0 and at - start <= _LONGEST and text not in _OPEN:
            found.append(Quote(start, at))
            start = -1
        elif text not in _CLOSE:
            start = at
    return found


def _speaker(doc: Doc, quote: Quote, at: Mapping[int, Candidate]) -> Candidate | None:
    """The subject of the verb of speaking in the sentences where the quotation begins and ends."""
    first, last = doc[quote.start].sent, doc[min(quote.end, len(doc) - 1)].sent
    outside = [token for token in doc[first.start : last.end] if not quote.start <= token.i <= quote.end]
    verbs = [token for token in outside if token.lemma_.lower() in listed("speaking") and token.pos_ == "VERB"]
    near = sorted(verbs, key=lambda verb: min(abs(verb.i - quote.start), abs(verb.i - quote.end)))
    return next((at[who.i] for verb in near for who in _subjects(verb) if who.i in at), None)


def _subjects(verb: Token) -> list[Token]:
    """The subject, and for a verb without one that of the verb it is joined to: "arrived and said"."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    return own or (_subjects(verb.head) if verb.dep_ in ("conj", "advcl") and verb.head != verb else [])
