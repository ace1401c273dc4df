"""Offices said beside a person's name: "NATO Secretary General Jens Stoltenberg", "Jane Roe, the prime minister"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.nominals import nouns
from graphbuilder.entities.mentions.state import Story
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse

#: Without these an office is another one: "the president" is no vice president.
RANKS = frozenset({"assistant", "deputy", "prime", "vice"})


def titles_of(parse: Parse, person: Candidate) -> set[str]:
    """Nouns of office beside a name: before it ("Foreign Minister X"), or in apposition ("X, the prime minister")."""
    words = {parse.doc[at].lower_ for at in before_name(parse, person.start)}
    head = parse.doc[person.head]
    words.update(child.lower_ for child in head.children if child.dep_ == "appos")
    if head.dep_ == "appos":
        words.add(head.head.lower_)
    return words & offices()


def posts_of(parse: Parse, person: Candidate) -> set[str]:
    """What tells an office beside a name apart: "finance" of "Finance Minister X", "deputy" of "X, deputy mayor"."""
    words = {parse.doc[at].lower_ for at in before_name(parse, person.start)}
    head = parse.doc[person.head]
    if head.dep_ == "appos":
        words.update(child.lower_ for child in _ahead(head.head))
    for noun in head.rights:
        if noun.dep_ == "appos":
            words.update(child.lower_ for child in _ahead(noun))
    return words & posts()


def _ahead(noun: Token) -> Iterable[Token]:
    """What stands before a noun: "deputy" of "the deputy mayor", "vice" of "the vice-president"."""
    hyphened = noun.i > 1 and noun.nbor(-1).text == "-"
    return (*noun.lefts, noun.nbor(-2)) if hyphened else noun.lefts


def is_another_post(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether a description is of another post than what is told of a name: "the foreign minister" is no "Finance
    Minister", "the president" no "Vice President". Whoever is told to be "Minister" alone may be any.
    """
    told = {token.lower_ for token in story.parse.doc[nominal.start : nominal.head]} & posts()
    own = story.posts.get(story.chain[name], set())
    return bool(own) and not (told <= own and own & RANKS <= told)


def before_name(parse: Parse, name: int) -> range:
    """The tokens before the first of a name that may be its title: "NATO Secretary General", "Secretary of State"."""
    start = name
    while start > max(name - 8, 0) and _of_title(parse.doc[start - 1]):
        start -= 1
    return range(start, name)


def words_before(parse: Parse, person: Candidate) -> list[str]:
    """The words right before a name, in lower case, nearest first: titles, and what somebody is."""
    return [parse.doc[at].lower_ for at in reversed(range(max(person.start - 3, 0), person.start))]


def _of_title(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("of", "for", "'s", "’s")


@cache
def posts() -> frozenset[str]:
    """Words that tell one office from others of its name: "foreign", "deputy"."""
    return frozenset(lexicon("nominals")["portfolios"]) | RANKS


@cache
def offices() -> frozenset[str]:
    """Nouns of office, in the singular and plural."""
    people = {word for word, label in nouns().kinds.items() if label == "person"}
    return frozenset(people | nouns().representatives)
