"""Ties between mentions that the text states: capital of, located in, position held, member of, part of …

Each finder is a function over what was read; it yields (source, type, target, method, score). To add one, write it and
put it in `FINDERS`. Two types tie a mention to what it stands for, and are followed when participants are resolved:
`includes` ("both countries" → each) and `represents` ("NATO foreign ministers" → NATO).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from graphbuilder.entities.areas import is_shared, within
from graphbuilder.entities.candidates import Candidate, candidate_id
from graphbuilder.entities.gazetteer import known
from graphbuilder.entities.lookup import tokens_of
from graphbuilder.entities.same_names import also_known_as
from graphbuilder.entities.story import Story
from graphbuilder.entities.titles import before_name, offices, titles_of
from graphbuilder.language import Parse
from graphbuilder.lexicons import places
from graphbuilder.records import RelationMention, Span

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Verbs by which somebody is, becomes or is made something.
SERVING = frozenset({"appoint", "be", "become", "elect", "name", "remain", "serve"})
_DOUBT = frozenset({"could", "if", "may", "might", "would"})
#: Participle → the tie, and the preposition of its other end.
_PARTICIPLES = {"based": ("located_in", "in"), "headquartered": ("located_in", "in"), "owned": ("owned_by", "by")}

Tie = tuple[Candidate, str, Candidate, str, float]

#: Noun between two names → relation from the first to the second: "X, a subsidiary of Y".
_OF_NOUNS = {
    "subsidiary": "subsidiary_of", "unit": "subsidiary_of", "arm": "subsidiary_of", "division": "part_of",
    "part": "part_of", "suburb": "located_in", "district": "located_in", "city": "located_in", "town": "located_in",
    "village": "located_in", "port": "located_in", "region": "located_in", "province": "located_in",
    "member": "member_of", "spokesman": "spokesperson_of", "spokeswoman": "spokesperson_of",
    "spokesperson": "spokesperson_of",
}  # fmt: skip


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


Finder = Callable[[Reading], Iterator[Tie]]


def find_relations(reading: Reading) -> list[RelationMention]:
    """All ties that the text states, in text order, each once."""
    ties = dict.fromkeys(tie for finder in FINDERS for tie in finder(reading) if tie[0] != tie[2])
    return sorted((_relation(reading.parse, tie) for tie in ties), key=_order)


def _relation(parse: Parse, tie: Tie) -> RelationMention:
    source, type_, target, method, score = tie
    span = parse.span(min(source.start, target.start), max(source.end, target.end))
    return RelationMention(
        source=candidate_id(parse, source),
        type=type_,
        target=candidate_id(parse, target),
        time=None,
        span=Span(span.document, span.start, span.end, span.sentence),
        method=method,
        score=score,
    )


def _order(relation: RelationMention) -> tuple[int, int, str, str, str]:
    return relation.span.start, relation.span.end, relation.type, relation.source, relation.target


# --- groups and representatives -------------------------------------------------------------------------------------


def _includes(reading: Reading) -> Iterator[Tie]:
    for group, members in reading.story.groups.items():
        for member in members:
            yield group, "includes", member, "group", 0.6


def _represents(reading: Reading) -> Iterator[Tie]:
    for nominal in reading.story.nominals:
        if nominal.method != "representative":
            continue
        for name in _named_with(reading, reading.parse.doc[nominal.head]):
            if reading.label(name) in ("organization", "place", "group"):
                yield nominal, "represents", name, "representative", 0.7


def _named_with(reading: Reading, noun: Token) -> Iterator[Candidate]:
    """The names that a noun of office is said with: "NATO ministers", "Russia's army", "leaders of Ukraine"."""
    for child in noun.lefts:
        if child.dep_ in ("compound", "poss", "amod", "nmod"):
            yield from _with_conjuncts(reading, child)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _with_conjuncts(reading, inner)


def _with_conjuncts(reading: Reading, token: Token) -> Iterator[Candidate]:
    for one in (token, *token.conjuncts):
        name = reading.name(one)
        if name is not None:
            yield name


# --- places -------------------------------------------------------------------------------------------------------


def _capital_of(reading: Reading) -> Iterator[Tie]:
    """ "Bucharest, the Romanian capital", "Kyiv is the capital of Ukraine", "Georgia's capital Tbilisi"."""
    for noun in tokens_of(reading.parse, frozenset({"capital"})):
        country = next((name for name in _named_with(reading, noun) if _is_country(reading, name)), None)
        city = _named_as(reading, noun)
        if country is not None and city is not None:
            yield city, "capital_of", country, "capital", 0.9
            yield city, "located_in", country, "capital", 0.9


def _named_as(reading: Reading, noun: Token) -> Candidate | None:
    """The name that a noun is put beside, or said to be."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    if noun.dep_ in ("appos", "compound", "nmod"):
        beside.append(noun.head)
    if noun.dep_ == "attr":
        beside.extend(child for child in noun.head.children if child.dep_ == "nsubj")
    if noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN" and noun.nbor().head == noun.head:
        beside.append(noun.nbor())  # "Arcon's subsidiary Voltis": the parser gives both to the verb
    names = (reading.name(token) for token in beside)
    return next((name for name in names if name is not None), None)


def _located_in(reading: Reading) -> Iterator[Tie]:
    """ "Vilnius, Lithuania", "Dayton, Ohio": a place, a comma, and the country or state that it lies in."""
    doc = reading.parse.doc
    names = reading.story.names
    for place, country in pairwise(names):
        adjacent = country.start == place.end + 1 and doc[place.end].text == ","
        if adjacent and doc[country.head].dep_ != "conj" and place.label == "place":
            entry = known(doc[place.start : place.end].text)
            outer = _is_country(reading, country) or _is_region(reading, country, place)
            if outer and (entry is None or entry.kind != "country"):
                yield place, "located_in", country, "comma", 0.8


def _is_region(reading: Reading, name: Candidate, place: Candidate) -> bool:
    """A state or province; one whose name is that of a city too ("Boston, Washington") only after a city in it."""
    regions = places.regions(reading.story.text(name))
    return any(not is_shared(one) or within(reading.story.text(place), one) for one in regions)


def _is_country(reading: Reading, name: Candidate) -> bool:
    entry = known(reading.parse.doc[name.start : name.end].text)
    return entry is not None and entry.kind in ("country", "adjective")


# --- people and organisations ---------------------------------------------------------------------------------------


def _holds_position(reading: Reading) -> Iterator[Tie]:
    """ "NATO Secretary General Jens Stoltenberg", "Jane Roe, chief executive of Nordhavn"."""
    for person in reading.story.names:
        if person.label != "person" or not titles_of(reading.parse, person):
            continue
        for body in _bodies(reading, person):
            if reading.label(body) in ("organization", "place"):
                speaks = titles_of(reading.parse, person) & _SPEAKERS
                yield person, "spokesperson_of" if speaks else "holds_position", body, "title", 0.8


def _bodies(reading: Reading, person: Candidate) -> Iterator[Candidate]:
    """The names said with a person's office."""
    head = reading.parse.doc[person.head]
    for token in before_name(reading.parse, person):
        name = reading.name(reading.parse.doc[token])
        if name is not None:
            yield name
    for noun in (*(child for child in head.rights if child.dep_ == "appos"), *_beside(head)):
        yield from _named_with(reading, noun)


def _beside(head: Token) -> Iterable[Token]:
    return (head.head,) if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN") else ()


def _serves(reading: Reading) -> Iterator[Tie]:
    """ "Jane Roe was president of Norway", "served as minister", "who became chief executive of Fenwick"."""
    for noun in tokens_of(reading.parse, offices()):
        verb = _serving(noun) if noun.tag_ == "NN" else None
        person = _who(reading, verb) if verb is not None else None
        if person is None or reading.label(person) != "person":
            continue
        for body in _named_with(reading, noun):
            if reading.label(body) in ("organization", "place"):
                type_ = "spokesperson_of" if noun.lower_ in _SPEAKERS else "holds_position"
                yield person, type_, body, "office", 0.7


def _serving(noun: Token) -> Token | None:
    """The verb by which somebody is, becomes, or is made what the noun says; none if it is denied or only may be."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    if verb.lemma_.lower() not in SERVING or noun.dep_ not in ("attr", "oprd", "pobj", "dobj", "xcomp"):
        return None
    doubtful = any(child.dep_ == "neg" or child.lower_ in _DOUBT for child in verb.children)
    return None if doubtful else verb


def _who(reading: Reading, verb: Token) -> Candidate | None:
    for child in verb.lefts:
        if child.dep_ in ("nsubj", "nsubjpass"):
            relative = child.lower_ in ("who", "whom") and verb.dep_ == "relcl"
            return reading.name(verb.head if relative else child)
    return None


def _noun_of(reading: Reading) -> Iterator[Tie]:
    """ "Voltis, a subsidiary of Arcon", "Gdynia, a port in Poland", "NATO member Turkey"."""
    for noun in tokens_of(reading.parse, frozenset(_OF_NOUNS)):
        source = _named_as(reading, noun)
        if source is not None:
            for target in (*_named_with(reading, noun), *_after(reading, noun, "in"), *_after(reading, noun, "for")):
                yield source, _OF_NOUNS[noun.lower_], target, "apposition", 0.8


def _based_in(reading: Reading) -> Iterator[Tie]:
    """ "Fenwick, based in Lund", "Fenwick is headquartered in Lund"; "owned by Arcon"."""
    for verb in tokens_of(reading.parse, frozenset(_PARTICIPLES)):
        relation, preposition = _PARTICIPLES[verb.lower_]
        source = _subject(reading, verb)
        if source is not None:
            for name in _after(reading, verb, preposition):
                if reading.label(name) == ("place" if preposition == "in" else "organization"):
                    yield source, relation, name, "participle", 0.8


def _subject(reading: Reading, verb: Token) -> Candidate | None:
    """What a participle is said of: "Fenwick, based in", "Fenwick is based in"."""
    if verb.dep_ == "acl":
        return reading.name(verb.head)
    return next((reading.name(child) for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)


def _after(reading: Reading, verb: Token, preposition: str) -> Iterator[Candidate]:
    for child in verb.rights:
        if child.lower_ == preposition:
            for inner in child.children:
                name = reading.name(inner) if inner.dep_ == "pobj" else None
                if name is not None:
                    yield name


def _alias(reading: Reading) -> Iterator[Tie]:
    """ "Da'esh, also known as ISIL"."""
    for name, other in pairwise(reading.story.names):
        if also_known_as(reading.story, name, other):
            yield name, "alias", other, "also known as", 0.9


FINDERS: tuple[Finder, ...] = (
    _includes, _represents, _capital_of, _located_in, _holds_position, _serves, _noun_of, _based_in, _alias,
)  # fmt: skip
