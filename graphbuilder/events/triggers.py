"""Of which type an event is, by the tables of words, and which words are its trigger.

That a word tells an event is the reader's to say; the type is a name for readers, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.events.named_events import event_name
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import Participant
from graphbuilder.syntax.tree import dependents

#: The type of what no table knows.
OTHER = "other"
_FORMS = {"VERB": "verb", "AUX": "verb"}
#: How a particle or noun hangs on a verb whose meaning it changes: "step down", "become members".
_BESIDE = frozenset({"acomp", "advmod", "attr", "dobj", "oprd", "prep", "prt"})


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Tokens `start` to `end` (excluded) that tell an event; `head` is their head.

    `form` is verb, noun or name; `score` how likely the event is a line; `sketch` what is told, as the reader sees it.
    Each is equal to itself alone, since triggers are looked up often.
    """

    start: int
    end: int
    head: int
    type: str
    lemma: str
    form: str
    score: float
    sketch: str = ""


#: Who takes part in the events of a document.
Roles = Mapping[Trigger, Sequence[Participant]]


def trigger_at(token: Token, patient: str, score: float, sketch: str = "") -> Trigger:
    """The trigger at a word; `patient` is the type of what the event was done to, "" where there is none."""
    lemma, form = token.lemma_.lower(), _FORMS.get(token.pos_, "noun")
    name = event_name(token) if form == "noun" else None
    if name is not None:
        start, end, type_ = name
        return Trigger(start, end, token.i, type_, lemma, "name", score, sketch)
    return Trigger(token.i, token.i + 1, token.i, _type(token, lemma, patient), lemma, form, score, sketch)


def _type(token: Token, lemma: str, patient: str) -> str:
    """By a word beside it ("a strike by nurses"), by verb and particle, by what it is done to ("fired" a minister, a
    missile), or by the word alone.
    """
    words = event_words()
    beside = words.beside.get(lemma, {})
    found = (beside.get(word.lemma_.lower()) for word in _near(token)) if beside else ()
    told = next(filter(None, found), None)
    if told is not None:
        return told
    for child in dependents(token) if lemma in words.phrases else ():
        if child.dep_ in _BESIDE and child.lemma_.lower() in words.phrases[lemma]:
            return words.phrases[lemma][child.lemma_.lower()]
    by_object = words.of_object.get(lemma, {})
    table = words.verbs if token.pos_ in _FORMS else words.nouns
    return by_object.get(patient or "none") or table.get(lemma) or table.get(token.lower_) or OTHER


def _near(token: Token) -> Iterator[Token]:
    """The words that a word hangs on or that hang on it, through one preposition or noun."""
    yield token.head
    yield token.head.head
    for child in dependents(token):
        if child.pos_ != "ADP":  # "a strike on Kyiv" is none of those that people go on
            yield child
        yield from dependents(child)
    if token.dep_ in ("dobj", "pobj", "attr"):
        yield from dependents(token.head)
