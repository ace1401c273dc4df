"""Who says so: the speaker that an event is attributed to, by direct or indirect speech or "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.syntax import subjects
from graphbuilder.events.triggers import Trigger
from graphbuilder.events.words import event_words
from graphbuilder.language import Parse
from graphbuilder.records import Mention

#: Steps up the sentence that are looked at; deeper nesting is rare and may be made on purpose.
DEPTH = 12
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp", "dep"})


def find_speaker(parse: Parse, found: Found, trigger: Trigger) -> Mention | None:
    """The mention of who says that the event happened, or None where the text itself says so."""
    for verb in _speech_above(parse.doc[trigger.anchor]):
        for subject, _ in subjects(verb):
            mention = found.by_token.get(subject.i) or _named_with(subject, found)
            if mention is not None:
                return mention
    told = "ccording to" in parse.quote(parse.doc[trigger.anchor])
    return _according_to(parse.doc[trigger.anchor], found) if told else None


def _speech_above(token: Token) -> Iterator[Token]:
    """The verbs of saying that a clause stands under, the nearest first."""
    words = event_words()
    for _ in range(DEPTH):
        governor = token.head
        if governor == token:
            return
        saying = governor.lemma_.lower() in words.reporting or governor.lemma_.lower() in words.acts
        if saying and token.dep_ in _CLAUSES:
            yield governor
        token = governor


def _named_with(subject: Token, found: Found) -> Mention | None:
    """ "A Russian statement said": the name that the noun is said with."""
    inner = (found.by_token.get(child.i) for child in subject.lefts if child.dep_ in ("poss", "amod", "compound"))
    return next((mention for mention in inner if mention is not None), None)


def _according_to(token: Token, found: Found) -> Mention | None:
    """ "According to the ministry", anywhere in the clause."""
    for _ in range(DEPTH):
        for child in token.children:
            if child.lower_ == "according":
                objects = (inner for to in child.children for inner in to.children if inner.dep_ == "pobj")
                mentions = (found.by_token.get(one.i) for one in objects)
                return next((mention for mention in mentions if mention is not None), None)
        if token.head == token:
            return None
        token = token.head
    return None
