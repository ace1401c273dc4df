"""Who speaks in quotation marks: "We will appeal," said Fenwick."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.type_words import listed
from graphbuilder.syntax.token_index import positions

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
    """The quotations and who says them: one speaker for a run of them, unless one has a speaker of its own.

    A run ends where a paragraph tells something else. Its speaker may be told in its midst, or right before it.

    Args:
        at: mentions by the token of their head.
    """
    found: list[tuple[Quote, Candidate]] = []
    all_of_them = quotes(doc)
    inside = {token for quote in all_of_them for token in range(quote.start, quote.end + 1)}
    for run in _runs(doc, all_of_them):
        own = [_speaker(doc, quote, at, inside) for quote in run]
        told = next((one for one in own if one is not None), None)
        who = _told_before(doc, run[0], at, inside) if told is None or own[0] is None else None
        who = who or told
        for quote, speaker in zip(run, own, strict=True):
            who = speaker or who
            if who is not None:
                found.append((quote, who))
    return found


def quotes(doc: Doc) -> list[Quote]:
    """The quotations of a Doc. What is not closed in time was none, unless the next paragraph goes on with it."""
    found: list[Quote] = []
    start = -1
    for at in positions(doc, _OPEN | _CLOSE | _EITHER):
        text = doc[at].text
        if start >= 0 and text not in _CLOSE and _goes_on(doc, start, at):
            found.append(Quote(start, at - 1))
            start = at
        elif start >= 0 and at - start <= _LONGEST and text not in _OPEN:
            found.append(Quote(start, at))
            start = -1
        elif text not in _CLOSE:
            start = at
    return found


def _goes_on(doc: Doc, start: int, at: int) -> bool:
    """Whether a mark begins the paragraph after one that a mark begins too, and that none closes."""
    breaks = (one for one in range(start, at) if _is_break(doc[one]))
    return (start == 0 or _is_break(doc[start - 1])) and next(breaks, -1) == at - 1


def _is_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _runs(doc: Doc, found: list[Quote]) -> list[list[Quote]]:
    """The quotations in groups between which no paragraph tells something else."""
    runs: list[list[Quote]] = []
    for quote in found:
        if runs and not told_between(doc, runs[-1][-1], quote):
            runs[-1].append(quote)
        else:
            runs.append([quote])
    return runs


def told_between(doc: Doc, one: Quote, other: Quote) -> bool:
    """Whether a whole sentence stands between two quotations, in another paragraph than the first."""
    breaks = [at for at in range(one.end, other.start) if _is_break(doc[at])]
    behind = (token for token in doc[breaks[0] : other.start] if not token.is_space) if breaks else iter(())
    first = next(behind, None)
    return first is not None and first.sent.end <= other.start


def _speaker(doc: Doc, quote: Quote, at: Mapping[int, Candidate], inside: Container[int]) -> Candidate | None:
    """The subject of the verb of speaking in the sentences where the quotation begins and ends."""
    first, last = doc[quote.start].sent, doc[min(quote.end, len(doc) - 1)].sent
    verbs = _speaking(doc[first.start : last.end], inside)
    near = sorted(verbs, key=lambda verb: min(abs(verb.i - quote.start), abs(verb.i - quote.end)))
    return next((at[who.i] for verb in near for who in _subjects(verb) if who.i in at), None)


def _told_before(doc: Doc, quote: Quote, at: Mapping[int, Candidate], inside: Container[int]) -> Candidate | None:
    """Who speaks in a quotation that begins a paragraph: "The mill would close, Roe said", "Roe was proud of it"."""
    before = next((one for one in range(quote.start - 1, -1, -1) if not doc[one].is_space), -1)
    if before < 0 or not any(_is_break(doc[one]) for one in range(before + 1, quote.start)):
        return None
    sentence = doc[before].sent
    said = [who for verb in _speaking(sentence, inside) for who in _subjects(verb) if who.i in at]
    if said:
        return at[said[-1].i]
    main = (at[who.i] for who in _subjects(sentence.root) if who.i in at and who.i not in inside)
    return next((one for one in main if one.label == "person"), None)


def _speaking(tokens: Iterable[Token], inside: Container[int]) -> list[Token]:
    """The verbs of speaking outside quotation marks."""
    return [
        token
        for token in tokens
        if token.pos_ == "VERB" and token.i not in inside and token.lemma_.lower() in listed("speaking")
    ]


def _subjects(verb: Token) -> list[Token]:
    """The subject, and for a verb without one that of the verb it is joined to: "arrived and said"."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    return own or (_subjects(verb.head) if verb.dep_ in ("conj", "advcl") and verb.head != verb else [])
