"""Ties between mentions that the text states: capital of, located in, position held, member of, part of …

Each finder is a function over what was read; it yields (source, type, target, method, score, word), the last being the
index of the word that says the tie, such as "president", or `UNSAID`. How the sentence tells it (denied, planned, as
over) is judged later, by that word (`graphbuilder.events.factuality.entity_relations`). To add a finder, write it and
put it in `FINDERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product

from spacy.tokens import Doc, Token

from graphbuilder.entities.coreference.aliases import alias_of
from graphbuilder.entities.linking.regions import is_shared, within
from graphbuilder.entities.mentions.candidates import Candidate, candidate_id
from graphbuilder.entities.mentions.posts import (
    SPEAKERS,
    before_person,
    is_post,
    office_before,
    post_nouns,
    title_words,
)
from graphbuilder.entities.relations.index import (
    Reading,
    after,
    is_country,
    meant,
    named_as,
    named_with,
    subject_of,
    with_conjuncts,
)
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.knowledge.type_words import listed
from graphbuilder.lexicons import lexicon
from graphbuilder.records import RelationMention, Span
from graphbuilder.syntax.token_index import text_of, tokens_of

#: Verbs by which somebody is, becomes or is made something.
SERVING = frozenset(
    {"appoint", "be", "become", "crown", "elect", "install", "name", "re-elect", "reelect", "remain", "serve", "swear"}
)
#: Those of them by which others make somebody it.
_MAKING = frozenset({"appoint", "crown", "elect", "install", "name", "re-elect", "reelect"})
#: Verbs by which, with "as", one becomes what another was.
FOLLOWING = frozenset({"replace", "succeed"})
#: Verbs by which, with "as" and such a particle, somebody ceases to be something; what others do to him is passive.
LEAVING = {
    "oust": "",
    "quit": "",
    "remove": "",
    "resign": "",
    "retire": "",
    "sack": "",
    "stand": "down",
    "step": "down",
}
#: Participle → the tie, and the preposition of its other end.
_PARTICIPLES = {"based": ("located_in", "in"), "headquartered": ("located_in", "in"), "owned": ("owned_by", "by")}

#: What may stand at the other end: "a Dutch unit of Arcon" is one of Arcon only.
_ENDS = {"subsidiary_of": ("organization",), "member_of": ("organization",), "located_in": ("place",)}
#: Whose title before a name tells of the state or town behind it: "President Jane Roe of Norway".
_RULERS = frozenset(
    {"chancellor", "chief", "emperor", "empress", "governor", "king", "mayor", "minister", "premier", "president",
     "queen", "senator", "sultan"}
)  # fmt: skip
#: The same of a body: "Chairman Jane Roe of Toyota"; "Senator Jane Roe of the Labour Party" is one of its members.
_HEADS = frozenset(lexicon("nominals")["of_firms"]) | {"chief", "leader", "president"}
#: Forms of the verb by which somebody becomes a member.
JOINING = frozenset({"joined"})

#: In place of a word, where the names alone say the tie: "Vilnius, Lithuania".
UNSAID = -1
#: The method of a tie that is told by its end: "resigned as president of Norway".
LEFT = "left"

Tie = tuple[Candidate, str, Candidate, str, float, int]

#: Noun between two names → relation from the first to the second: "X, a subsidiary of Y".
_OF_NOUNS = {
    "subsidiary": "subsidiary_of", "unit": "subsidiary_of", "arm": "subsidiary_of", "division": "part_of",
    "part": "part_of", "suburb": "located_in", "district": "located_in", "city": "located_in", "town": "located_in",
    "village": "located_in", "port": "located_in", "region": "located_in", "province": "located_in",
    "member": "member_of", "members": "member_of", "spokesman": "spokesperson_of", "spokeswoman": "spokesperson_of",
    "spokesperson": "spokesperson_of", "body": "part_of", "branch": "part_of", "agency": "part_of",
}  # fmt: skip
_OFFICES = frozenset({"holds_position", "spokesperson_of"})


Finder = Callable[[Reading], Iterator[Tie]]


def find_relations(reading: Reading) -> dict[RelationMention, int]:
    """All ties that the text states, in text order, each once, with the word (index) that says it."""
    ties = (tie for finder in FINDERS for tie in finder(reading) if tie[0] != tie[2])
    found: dict[RelationMention, int] = {}
    for tie in ties:
        found.setdefault(_relation(reading, tie), tie[-1])
    return {relation: found[relation] for relation in sorted(found, key=_order)}


def _relation(reading: Reading, tie: Tie) -> RelationMention:
    source, type_, target, method, score, word = tie
    parse, titled = reading.parse, type_ in _OFFICES and word != UNSAID
    told = [(source.start, source.end), (target.start, target.end)]
    if word != UNSAID and parse.sentence_of[source.head] != parse.sentence_of[target.head]:
        # "NATO met. Finland joined": it is said where the word stands
        here = parse.sentence_of[word]
        told = [(one.start, one.end) for one in (source, target) if parse.sentence_of[one.head] == here]
        told.append((word, word + 1))
    span = parse.span(min(start for start, _ in told), max(end for _, end in told))
    return RelationMention(
        source=candidate_id(parse, source),
        type=type_,
        target=candidate_id(parse, target),
        time=None,
        span=Span(span.document, span.start, span.end, span.sentence),
        method=method,
        score=score,
        title=title_words(parse, parse.doc[word], source, target) if titled else "",
    )


def _order(relation: RelationMention) -> tuple[int, int, str, str, str]:
    return relation.span.start, relation.span.end, relation.type, relation.source, relation.target


# --- places -------------------------------------------------------------------------------------------------------


def _capital_of(reading: Reading) -> Iterator[Tie]:
    """ "Bucharest, the Romanian capital", "Kyiv is the capital of Ukraine", "Georgia's capital Tbilisi"."""
    for noun in tokens_of(reading.parse, frozenset({"capital"})):
        named = list(named_with(reading, noun))
        country = next((name for name in named if is_country(reading, name)), None)
        country = country or next((name for name in named if reading.label(name) == "place"), None)
        city = named_as(reading, noun)
        if country is not None and city is not None:
            yield city, "capital_of", country, "capital", 0.9, noun.i
            yield city, "located_in", country, "capital", 0.9, noun.i


def _located_in(reading: Reading) -> Iterator[Tie]:
    """ "Vilnius, Lithuania", "Dayton, Ohio": a place, a comma, and the country or state that it lies in."""
    doc = reading.parse.doc
    names = reading.story.names
    for place, country in pairwise(names):
        adjacent = country.start == place.end + 1 and doc[place.end].text == ","
        if adjacent and doc[country.head].dep_ != "conj" and place.label == "place":
            entry = known(text_of(doc, place.start, place.end))
            outer = is_country(reading, country) or _is_region(reading, country, place)
            begins = doc[place.head].dep_ == "pobj" and doc[country.head].dep_ in SUBJECTS
            if begins:  # "After Vilnius, Georgia counts"
                continue
            if outer and (entry is None or entry.kind != "country"):
                yield place, "located_in", country, "comma", 0.8, UNSAID


def _is_region(reading: Reading, name: Candidate, place: Candidate) -> bool:
    """A state or province; one whose name is that of a city too ("Boston, Washington") only after a city in it."""
    regions = places.regions(reading.story.text(name))
    return any(not is_shared(one) or within(reading.story.text(place), one) for one in regions)


# --- people and organisations ---------------------------------------------------------------------------------------


def _holds_position(reading: Reading) -> Iterator[Tie]:
    """ "NATO Secretary General Jens Stoltenberg", "Jane Roe, chief executive of Nordhavn"."""
    for person in reading.story.names:
        for noun, body in _posts(reading, person) if person.label == "person" else ():
            if is_post(noun, body, reading.label(body)):
                yield person, _post(noun), body, "title", 0.8, noun.i


def _post(noun: Token) -> str:
    return "spokesperson_of" if noun.lower_ in SPEAKERS else "holds_position"


def _posts(reading: Reading, person: Candidate) -> Iterator[tuple[Token, Candidate]]:
    """The nouns of office said beside a person's name, each with the names that are said with it."""
    doc, head = reading.parse.doc, reading.parse.doc[person.head]
    before = [doc[at] for at in before_person(reading.parse, person)]
    office = office_before(reading.parse, person)
    for token in before if office is not None else ():
        name = reading.name(token)
        if name is None or office is None or office.i in range(name.start, name.end) or _is_prefixed(name, doc):
            continue
        if name.form == "name" or doc[name.end].lower_ != "of":  # not "the group of President Jane Roe"
            yield office, name
    for noun in (*(child for child in head.rights if child.dep_ == "appos"), *_beside(head)):
        yield from ((noun, name) for name in named_with(reading, noun, ("of",)))


def _is_prefixed(name: Candidate, doc: Doc) -> bool:
    """Whether a place is only part of a compound modifier: "pro-Beijing councillors" sit elsewhere."""
    before = doc[max(0, name.start - 2) : name.end]
    return any(one.lower_ in ("anti", "pro") and one.nbor().text == "-" for one in before[:-1])


def _beside(head: Token) -> Iterable[Token]:
    return (head.head,) if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN") else ()


def _serves(reading: Reading) -> Iterator[Tie]:
    """Ties to a post by a verb: "Jane Roe was president of Norway", "served as minister"; "resigned as".

    Whether she was, will be or never became it is for the clause to say.
    """
    for noun in tokens_of(reading.parse, post_nouns()):
        verb = _serving(noun) if noun.tag_ == "NN" else None
        person = _served(reading, verb, noun) if verb is not None else None
        if verb is None or person is None or reading.label(person) != "person":
            continue
        left = _leaves(verb)
        for body in named_with(reading, noun, ("of",)):
            if is_post(noun, body, reading.label(body)):
                yield person, _post(noun), body, LEFT if left else "office", 0.7, noun.i


def _served(reading: Reading, verb: Token, noun: Token) -> Candidate | None:
    """Who is what the noun says: "Jane Roe was named president"; "the board named Jane Roe president"."""
    if verb.lemma_.lower() in _MAKING and all(child.dep_ != "auxpass" for child in verb.lefts):
        made = next((child for child in verb.children if child.dep_ == "dobj" and child != noun), None)
        return reading.name(made) if made is not None else None
    return _who(reading, verb)


def _leaves(verb: Token) -> bool:
    """Whether a verb tells that somebody left a post: "resigned as", "was replaced as"."""
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    lemma = verb.lemma_.lower()
    return lemma in LEAVING or (lemma in FOLLOWING and passive)


def _of_body(reading: Reading) -> Iterator[Tie]:
    """ "Jane Roe of Fenwick Holdings": whom she belongs to."""
    doc = reading.parse.doc
    for person, body in pairwise(reading.story.names):
        near = person.label == "person" and 0 < body.start - person.end <= len(("of", "the"))
        if not near or doc[person.end].lower_ != "of" or doc[body.start - 1].lower_ not in ("of", "the"):
            continue
        label = reading.label(body)
        office = office_before(reading.parse, person)
        if office is not None and office.lower_ in (_HEADS if label == "organization" else _RULERS):
            if label in ("organization", "place") and doc[body.head].head.lower_ == "of":
                yield person, "holds_position", body, "of", 0.7, office.i
        elif label == "organization":
            yield person, "member_of", body, "of", 0.6, UNSAID if office is None else office.i


def _serving(noun: Token) -> Token | None:
    """The verb by which somebody is, becomes, is made, or ceases to be what the noun says."""
    verb = noun.head
    as_ = noun.dep_ == "pobj" and verb.lower_ == "as"
    verb = verb.head if as_ else verb
    lemma = verb.lemma_.lower()
    if as_ and lemma in LEAVING:
        particles = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "prep")}
        return verb if LEAVING[lemma] in ("", *particles) else None
    if as_ and lemma in FOLLOWING:
        return verb
    if lemma not in SERVING or noun.dep_ not in ("attr", "oprd", "pobj", "dobj", "xcomp") or _first_to(noun):
        return None
    return verb


def _first_to(noun: Token) -> bool:
    """Whether an infinitive behind a post says what its holder is the first to do: "first president to visit Peru"."""
    clauses = (child for child in noun.rights if child.dep_ in ("acl", "relcl") and child.tag_ == "VB")
    return any(child.lower_ == "to" for clause in clauses for child in clause.lefts)


def _who(reading: Reading, verb: Token) -> Candidate | None:
    return next((reading.name(one) for one in subject_of(verb)), None)


def _noun_of(reading: Reading) -> Iterator[Tie]:
    """Ties by a noun between two names: "Voltis, a subsidiary of Arcon", "Poland and Turkey are members of NATO"."""
    for noun in tokens_of(reading.parse, frozenset(_OF_NOUNS)):
        first, type_ = named_as(reading, noun), _OF_NOUNS[noun.lower_]
        if first is None:
            continue
        sources = with_conjuncts(reading, noun.doc[first.head]) if noun.tag_ == "NNS" else (first,)
        targets = (*named_with(reading, noun), *after(reading, noun, "in"), *after(reading, noun, "for"))
        for source, target in product(sources, targets):
            if reading.label(target) in _ENDS.get(type_, ("organization", "place")):
                yield source, type_, target, "apposition", 0.8, noun.i


def _based_in(reading: Reading) -> Iterator[Tie]:
    """ "Fenwick, based in Lund", "Fenwick, a Lund-based maker", "Lund-based Fenwick"; "owned by Arcon"."""
    for verb in tokens_of(reading.parse, frozenset(_PARTICIPLES)):
        relation, preposition = _PARTICIPLES[verb.lower_]
        source = _subject(reading, verb)
        if source is None:
            continue
        before = [
            name for child in verb.lefts if child.dep_ == "npadvmod" and (name := reading.name(child)) is not None
        ]
        for name in (*after(reading, verb, preposition), *before):
            fits = ("place",) if preposition == "in" else ("organization", "person")
            if reading.label(name) in fits:
                yield source, relation, name, "participle", 0.8, verb.i


def _subject(reading: Reading, verb: Token) -> Candidate | None:
    """What a participle is said of: "Fenwick, based in", "Fenwick is based in", "Fenwick, a firm owned by"."""
    if verb.dep_ in ("acl", "amod"):
        return reading.name(verb.head) or named_as(reading, verb.head)
    return _who(reading, verb)


# --- unions ---------------------------------------------------------------------------------------------------------


def _joined(reading: Reading) -> Iterator[Tie]:
    """ "Romania, which joined the alliance in 2004": those who did join a union of states or the like."""
    for verb in tokens_of(reading.parse, JOINING):
        if verb.pos_ != "VERB" or not _happened(verb):
            continue
        who = _joining(reading, verb)
        unions = [name for child in verb.rights for name in _unions(reading, child)]
        if who is not None and is_country(reading, who) and _joins_alone(verb):
            unions = _only_union(reading)
        if who is not None and reading.label(who) in ("place", "organization"):
            yield from ((who, "member_of", union, "joined", 0.8, verb.i) for union in unions)


def _joining(reading: Reading, verb: Token) -> Candidate | None:
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    return None if own is None else reading.name(meant(own))


def _joins_alone(verb: Token) -> bool:
    """ "Finland joined on 4 April": the verb tells when, and not what."""
    return all(child.dep_ in ("advmod", "npadvmod", "prep", "punct") for child in verb.rights) and all(
        child.lower_ in ("in", "on", "without") for child in verb.rights if child.dep_ == "prep"
    )


def _only_union(reading: Reading) -> list[Candidate]:
    """The union that a text tells of, if it names no other: what is joined there goes without saying."""
    bodies = (name for name in reading.story.names if reading.label(name) == "organization")
    unions = {reading.story.chain[name]: name for name in bodies if _is_union(reading, name)}
    return list(unions.values()) if len(unions) == 1 else []


def _happened(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "neg", "mark")}
    return helpers <= {"has", "have", "had", "when", "after", "since", "before"} and verb.tag_ in ("VBD", "VBN")


def _unions(reading: Reading, token: Token) -> Iterator[Candidate]:
    """What is joined, if it is a union: a known organisation, or one called so."""
    for one in (token, *token.conjuncts) if token.dep_ == "dobj" else (token,) if token.dep_ == "conj" else ():
        name = reading.name(one)
        if name is not None and reading.label(name) == "organization" and _is_union(reading, name):
            yield name


def _is_union(reading: Reading, name: Candidate) -> bool:
    first = reading.story.chain[name]
    entry = reading.story.known(first)
    if entry is not None and entry.kind == "organization":
        return True
    return not listed("unions").isdisjoint(first.key.split())


def _alias(reading: Reading) -> Iterator[Tie]:
    """ "Da'esh, also known as ISIL"."""
    names = reading.story.names
    for at, other in enumerate(names):
        name = alias_of(reading.story, names[max(at - 2, 0) : at], other)
        if name is not None:
            yield name, "alias", other, "also known as", 0.9, UNSAID


FINDERS: tuple[Finder, ...] = (
    _capital_of, _located_in, _holds_position, _serves, _of_body, _noun_of,
    _based_in, _joined, _alias,
)  # fmt: skip
