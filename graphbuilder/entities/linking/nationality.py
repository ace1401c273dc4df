"""Whose somebody or something is said to be: "the Dutch firm Rademo", "the American president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.demonyms import is_national, nation_of, nation_of_people
from graphbuilder.entities.mentions.nominals import NATIONAL
from graphbuilder.entities.mentions.state import OFFICE_REACH, Story
from graphbuilder.entities.mentions.titles import before_name
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.lexicons import lexicon

#: Where a word stands for who does or undergoes something.
_ACTING = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})
_POINTING = frozenset({"that", "the", "this"})


def of_nation(story: Story, nominal: Candidate, told: Iterable[Candidate]) -> list[Candidate]:
    """Those names that a description may mean by the nation that it tells, in their order.

    Where it tells one, they are those of whom the text tells the same; else those of whom it tells none.
    """
    nations = _codes(story.parse.doc[nominal.start : nominal.head])
    if not nations:
        return list(told)
    said = [(name, _nations(story, story.chain[name])) for name in told]
    same = [name for name, codes in said if _agree(codes, nations)]
    return same or [name for name, codes in said if not codes]


def compatriot(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The Latvian": who was last named of those that the text tells to be of that nation."""
    noun = story.parse.doc[nominal.head]
    if nominal.method != NATIONAL or all(child.lower_ not in _POINTING for child in noun.lefts):
        return None
    told = story.recent(("person",), OFFICE_REACH, nominal)
    return next((one for one in told if nation_of(noun.text) in _nations(story, story.chain[one])), None)


def is_guessed(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether a description tells a nation, and the text none of a name: "the American president" may be another."""
    told = _codes(story.parse.doc[nominal.start : nominal.head])
    return bool(told) and not _agree(told, _nations(story, story.chain[name]))


def is_of_another_nation(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether a description tells a nation, and the text another one of a name."""
    told = _codes(story.parse.doc[nominal.start : nominal.head + 1])
    own = _nations(story, story.chain[name]) if told else set()
    return bool(own) and not _agree(told, own)


def firm_of(story: Story, people: Candidate) -> Candidate | None:
    """ "The Austrians" in a text of Austria's Halden, and of nothing else that Austria does: the firm."""
    token, doc = story.parse.doc[people.head], story.parse.doc
    nation = nation_of_people(token.text)
    if not nation or token.dep_ not in _ACTING or all(child.lower_ != "the" for child in token.lefts):
        return None
    bodies = dict.fromkeys(first for name in story.names if (first := story.chain[name]).label == "organization")
    firms = [first for first in bodies if nation in _nations(story, first)]
    if len(firms) != 1 or story.known(firms[0]) is not None:
        return None
    told = ((name, story.known(name)) for name in story.names if name.label == "place")
    country = (name for name, entry in told if entry is not None and entry.country == nation)
    return None if any(doc[name.head].dep_ in _ACTING for name in country) else firms[0]


def of_another_country(story: Story, told: Candidate, nominal: Candidate) -> bool:
    """ "Parliament" in a sentence about Finland, where the one told of before was Sweden's."""
    nations = _codes(story.parse.doc[told.start : told.head])
    if not nations:
        return False
    here = (story.known(name) for name in story.recent(("place",), 0, nominal))
    countries = {entry.country for entry in here if entry is not None and entry.country}
    return bool(countries) and countries.isdisjoint(nations)


def _nations(story: Story, first: Candidate) -> set[str]:
    """The countries that are told beside the names of one thing, and that of a known city."""
    names = [name for name in story.names if story.chain[name] is first]
    words = (known(word) for name in names if name.label != "person" for word in story.text(name).split())
    entries = (*(story.known(name) for name in names), *words)
    own = {entry.country for entry in entries if entry is not None and entry.kind == "capital"}
    own |= {nation_of(story.text(one).split()[-1]) for one in story.nominals if _is_told_as(story, one, first)}
    own |= {country for name in names if name.label == "person" and (country := _of_country(story, name))}
    return own.union(*(_codes(_words_beside(story, name)) for name in names))


def _is_told_as(story: Story, one: Candidate, first: Candidate) -> bool:
    """ "The 31-year-old Belgian", which means somebody who was named."""
    return one.method == NATIONAL and story.chain[one] is first


def _of_country(story: Story, name: Candidate) -> str:
    """ "Ann Lee of the United States"."""
    of = next((child for child in story.parse.doc[name.head].rights if child.lower_ == "of"), None)
    place = next((story.named[word.i] for word in of.rights if word.i in story.named), None) if of is not None else None
    entry = story.known(place) if place is not None else None
    return entry.country if entry is not None and entry.kind == "country" else ""


def _words_beside(story: Story, name: Candidate) -> Iterator[Token]:
    doc = story.parse.doc
    yield from (doc[at] for at in before_name(story.parse, name.start))
    for noun in doc[name.head].rights:
        if noun.dep_ == "appos":
            yield from noun.lefts
            if is_national(noun):
                yield noun


def _agree(codes: set[str], others: set[str]) -> bool:
    """Whether some country is among both, and some region of it where both tell one: "Scottish", "Leeds-based"."""
    common = codes & others
    regions, other_regions = ({code for code in row if "." in code} for row in (codes, others))
    return bool(common) and (not regions or not other_regions or not regions.isdisjoint(other_regions))


def _codes(words: Iterable[Token]) -> set[str]:
    """The countries that words tell, and with adjectives of regions, and with cities, the regions in them."""
    codes = set[str]()
    for word in words:
        if word.ent_type_ in ("NORP", "GPE"):
            entry = known(word.text)
            codes |= {entry.country} if entry is not None else _regional(word.text)
        codes.add(nation_of(word.text))
    return codes - {""}


@lru_cache(maxsize=4096)
def _regional(word: str) -> frozenset[str]:
    """ "Scottish", "Dundee": the country and the region of all that bear the name."""
    regions = [places.region(code) for code, row in lexicon("nominals")["regionals"].items() if word in row]
    found = (*regions, *places.regions(word), *places.cities(word))
    return frozenset(code for place in found for code in (place.country, place.region))
