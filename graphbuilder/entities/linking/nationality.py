"""Whose somebody or something is said to be: "the Dutch firm Rademo", "the American president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.demonyms import nation_of
from graphbuilder.entities.mentions.state import Story
from graphbuilder.entities.mentions.titles import before_name
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known


def of_nation(story: Story, nominal: Candidate, told: Iterable[Candidate]) -> list[Candidate]:
    """Those names that a description may mean by the nation that it tells, in their order.

    Where it tells one, they are those of whom the text tells the same; else those of whom it tells none.
    """
    nations = _codes(story.parse.doc[nominal.start : nominal.head])
    if not nations:
        return list(told)
    said = [(name, _nations(story, story.chain[name])) for name in told]
    same = [name for name, codes in said if codes & nations]
    return same or [name for name, codes in said if not codes]


def is_guessed(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether a description tells a nation, and the text none of a name: "the American president" may be another."""
    told = _codes(story.parse.doc[nominal.start : nominal.head])
    return bool(told) and told.isdisjoint(_nations(story, story.chain[name]))


def is_of_another_nation(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether a description tells a nation, and the text another one of a name."""
    told = _codes(story.parse.doc[nominal.start : nominal.head + 1])
    own = _nations(story, story.chain[name]) if told else set()
    return bool(own) and told.isdisjoint(own)


def of_another_country(story: Story, told: Candidate, nominal: Candidate) -> bool:
    """ "Parliament" in a sentence about Finland, where the one told of before was Sweden's."""
    nations = _codes(story.parse.doc[told.start : told.head])
    if not nations:
        return False
    here = (story.known(name) for name in story.recent(("place",), 0, nominal))
    countries = {entry.country for entry in here if entry is not None and entry.country}
    return bool(countries) and countries.isdisjoint(nations)


def _nations(story: Story, first: Candidate) -> set[str]:
    """The countries that are told beside the names of one thing, and that of a known capital."""
    names = [name for name in story.names if story.chain[name] is first]
    entries = (story.known(name) for name in names)
    own = {entry.country for entry in entries if entry is not None and entry.kind == "capital"}
    return own.union(*(_codes(_words_beside(story, name)) for name in names))


def _words_beside(story: Story, name: Candidate) -> Iterator[Token]:
    doc = story.parse.doc
    yield from (doc[at] for at in before_name(story.parse, name.start))
    for noun in doc[name.head].rights:
        if noun.dep_ == "appos":
            yield from noun.lefts


def _codes(words: Iterable[Token]) -> set[str]:
    """The countries that words tell, also by adjectives of regions, and by cities."""
    codes = set[str]()
    for word in words:
        if word.ent_type_ in ("NORP", "GPE"):
            entry = known(word.text)
            told = (*places.regions(word.text), *places.cities(word.text)) if entry is None else ()
            codes |= {entry.country} if entry is not None else {place.country for place in told}
        codes.add(nation_of(word.text))
    return codes - {""}
