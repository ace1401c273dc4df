"""Participants without a name that are no entities: "sold two million cars".

They fill the roles of an event mention and go no further: a thing is no entity, and no node of a graph.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from spacy.symbols import PRON
from spacy.tokens import Token

from graphbuilder.entities import Found, mention_id
from graphbuilder.events.detection.triggers import Words
from graphbuilder.records import EventMention, Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import RELATIVES
from graphbuilder.syntax.tree import conjuncts

#: The method of such a mention.
ARGUMENT = "argument"
SCORE = 0.3

_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "oprd", "conj", "appos", "ROOT"})
_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
_PRONOUNS = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "i", "many", "me", "nobody", "none", "one", "others", "some",
     "somebody", "someone", "us", "we", "you"}
)  # fmt: skip
#: Nouns that name nothing by themselves: "for the first time", "as a result".
_EMPTY = frozenset(
    {"addition", "case", "course", "example", "fact", "instance", "kind", "lot", "number", "order", "part", "place",
     "rest", "result", "spite", "time", "way"}
)  # fmt: skip
_PLACE = attrgetter("i")
#: A longer run of words before a noun is no description of it.
_WORDS = 12


def with_things(parse: Parse, words: Words, found: Found, triggers: Container[int]) -> Found:
    """The mentions of a document and those of things among its words; triggers (by head) tell events and are none."""
    named = sorted((*words.nouns, *words.names, *words.pronouns), key=_PLACE)
    things = {token.i: _mention(parse, found, token) for token in _things(named, found, triggers)}
    things |= {token.i: _relative(parse, token, things) for token in words.pronouns if _stands_for(token, things)}
    return Found((*found.mentions, *things.values()), found.relations, things | found.by_token, found.said)


def without_things(event: EventMention, things: Container[str]) -> EventMention:
    """An event without the participants whose mentions (ids) are of things."""
    participants = tuple(one for one in event.participants if one.mention not in things)
    return event if len(participants) == len(event.participants) else replace(event, participants=participants)


def _things(words: Iterable[Token], found: Found, triggers: Container[int]) -> Iterator[Token]:
    def unknown(token: Token) -> bool:
        return token.i not in triggers and token.i not in found.by_token and _nominal(token)

    for word in words:
        if word.dep_ in _PLACES and unknown(word) and not (word.dep_ == "conj" and unknown(word.head)):
            yield word


def _nominal(token: Token) -> bool:
    """Whether a word names something: no measure or date; of pronouns those that nothing else resolves."""
    if token.pos_ in ("NOUN", "PROPN"):
        plain = token.ent_type_ not in _MEASURES and token.text[0].isalnum()
        return plain and token.lemma_.lower() not in _EMPTY
    return token.lower_ in _PRONOUNS and token.pos_ in ("PRON", "DET", "ADJ")


def _mention(parse: Parse, found: Found, token: Token) -> Mention:
    """The noun with what stands before it; a list is one thing."""
    at, first, joined = token.i, token.left_edge.i, conjuncts(token)
    start = first if at - first <= _WORDS else at
    while start < at and (parse.doc[start].is_punct or parse.doc[start].is_space):
        start += 1
    last = joined[-1].i if joined and _plain_list(token, joined, found) else at
    span = parse.span(start, max(at, last) + 1)
    id_ = mention_id(span.document, span.start, span.end)
    text = parse.document.text[span.start : span.end]
    form = "pronoun" if token.pos == PRON else "nominal"
    return Mention(id_, span, text, "thing", form, token.text, id_, ARGUMENT, SCORE)


def _stands_for(token: Token, things: Container[int]) -> bool:
    """Whether a word is a relative pronoun whose clause tells of a thing."""
    return token.lower_ in RELATIVES and token.head.dep_ == "relcl" and token.head.head.i in things


def _relative(parse: Parse, pronoun: Token, things: Mapping[int, Mention]) -> Mention:
    span, chain = parse.span(pronoun.i, pronoun.i + 1), things[pronoun.head.head.i].chain
    id_ = mention_id(span.document, span.start, span.end)
    return Mention(id_, span, pronoun.text, "thing", "pronoun", pronoun.text, chain, ARGUMENT, SCORE)


def _plain_list(token: Token, joined: Iterable[Token], found: Found) -> bool:
    return all(one.i not in found.by_token and 0 < one.i - token.i <= 2 * _WORDS for one in joined)
