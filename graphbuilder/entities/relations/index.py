"""The chained mentions of a document for those who look for ties: what is named with, beside and after a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Story
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """The chained mentions of a document, for look-up by token."""

    parse: Parse
    story: Story
    at: dict[int, Candidate]
    """Token → the name that covers it, or the description or pronoun whose head it is."""

    def name(self, token: Token) -> Candidate | None:
        """The name, description or pronoun at a token, if it is its head."""
        name = self.at.get(token.i)
        return name if name is not None and name.head == token.i else None

    def label(self, mention: Candidate) -> str:
        """The type of what a mention means: "its president" is that of the bank."""
        return self.story.chain[mention].label


def named_with(reading: Reading, noun: Token, after: Sequence[str] = ("of", "from")) -> Iterator[Candidate]:
    """The names that a noun of office is said with: "NATO ministers", "Russia's army", "leaders of Ukraine"."""
    for child in noun.lefts:
        if child.dep_ in ("compound", "poss", "amod", "nmod"):
            yield from with_conjuncts(reading, child)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in after:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from with_conjuncts(reading, inner)


def with_conjuncts(reading: Reading, token: Token) -> Iterator[Candidate]:
    """The mentions at a token and at those joined to it: "leaders of Poland and Estonia"."""
    for one in (token, *token.conjuncts):
        name = reading.name(one)
        if name is not None:
            yield name


def after(reading: Reading, verb: Token, preposition: str) -> Iterator[Candidate]:
    """The mentions after a preposition of a word: "based in Lund"."""
    for child in verb.rights:
        if child.lower_ == preposition:
            for inner in child.children:
                name = reading.name(inner) if inner.dep_ == "pobj" else None
                if name is not None:
                    yield name


def is_country(reading: Reading, name: Candidate) -> bool:
    """Whether a name is that of a country, or its adjective."""
    entry = known(text_of(reading.parse.doc, name.start, name.end))
    return entry is not None and entry.kind in ("country", "adjective")


def named_as(reading: Reading, noun: Token) -> Candidate | None:
    """The name that a noun is put beside, or said to be."""
    names = (reading.name(token) for token in _beside(noun))
    return next((name for name in names if name is not None), None)


def _beside(noun: Token) -> Iterator[Token]:
    """What may be said to be what a noun tells, the surest first."""
    doc, start = noun.doc, noun.left_edge.i
    before = doc[start - 2] if start > 1 and doc[start - 1].text == "," else None
    yield from (child for child in noun.children if child.dep_ == "appos")
    if before is not None and (before.head in (noun.head, noun) or noun.head in before.conjuncts):
        yield before  # "Oslo and Lund, a port": the parser gives the port to the first, or to the verb
    if noun.dep_ in ("appos", "compound", "nmod"):
        yield noun.head
    if noun.dep_ in ("attr", "acomp"):
        yield from subject_of(noun.head)
    if noun.i + 1 < len(doc) and noun.nbor().pos_ == "PROPN" and noun.nbor().head == noun.head:
        yield noun.nbor()  # "Arcon's subsidiary Voltis": the parser gives both to the verb
    if before is not None and noun.dep_ == "appos":
        yield before  # "on 7 May, when they took Lund, a port": the parser gives the port to the day


def subject_of(verb: Token, steps: int = 3) -> Iterator[Token]:
    """Who is or becomes what a verb says: its own subject, or that of the verb that governs it: "wants to be
    president", "has yet to become a member", "denied being the owner"; "asked Jane Roe to be president".
    """
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if own or not steps or above == verb or verb.dep_ not in ("conj", "pcomp", "xcomp"):
        yield from map(meant, own)
    elif verb.dep_ != "conj" and (asked := [child for child in above.children if child.dep_ == "dobj"]):
        yield from map(meant, asked)
    else:
        yield from subject_of(above, steps - 1)


def meant(token: Token) -> Token:
    """What a relative pronoun stands for: "the hospital, which is part of"."""
    return token.head.head if token.lower_ in ("which", "that", "who") and token.head.dep_ == "relcl" else token
