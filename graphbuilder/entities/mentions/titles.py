"""Which words before a person's name may be a title: "NATO Secretary General Jens Stoltenberg"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse

#: Without these an office is another one: "the president" is no vice president.
RANKS = frozenset({"assistant", "deputy", "prime", "vice"})


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
