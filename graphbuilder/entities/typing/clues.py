"""What the words in and beside a name tell of its type: "Lake Geneva", "the browser Safari", "shares of Fenwick".

Each clue is a function that takes the Doc and a name and returns a type, or "" where it tells nothing. To add one,
write it and put it in `CLUES` with its weight; the words it looks for stand in ``lexicons/names/evidence.yaml``. A
label of spaCy's model weighs 20 (see `typing.vote`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.cities import is_city, is_city_of_words
from graphbuilder.entities.names.clubs import is_club
from graphbuilder.entities.typing.context_clues import (
    adjective_before,
    country_after,
    craft_before,
    firm_beside,
    kind_before,
    kind_beside,
    kind_of_several,
    noun_after,
    site_after,
    thing_after,
)
from graphbuilder.entities.typing.name_clues import (
    brand,
    capitals,
    first_name,
    first_word,
    joined_with_article,
    joined_words,
    last_word,
    of_a_year,
    plural,
    titled,
    version,
    with_article,
    with_article_and_face,
)
from graphbuilder.entities.typing.noun_types import kind_of
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import text_of

Clue = Callable[[Doc, Candidate], str]
#: What clues told of one mention: the number of the clue, and the type.
Evidence = tuple[tuple[int, str], ...]


class Row(NamedTuple):
    """A clue and its weight."""

    clue: Clue
    weight: int
    label: str = ""
    """The only type of name that it tells something of."""
    dep: str = ""
    """The only place in a sentence, as the parser calls it, where it tells something."""


_OBJECTS = frozenset({"dobj", "nsubjpass"})
_POSSESSORS = frozenset({"its", "their"})


def evidence(doc: Doc, name: Candidate) -> Evidence:
    """Which clues tell something of a name, and what."""
    asked = _asked(name.label, doc[name.head].dep_)
    return tuple((number, label) for number, clue in asked if (label := clue(doc, name)))


@cache
def _asked(label: str, dep: str) -> tuple[tuple[int, Clue], ...]:
    """The clues that may tell something of a name of this type in this place, with their numbers."""
    fit = ((number, row) for number, row in enumerate(CLUES) if row.label in ("", label) and row.dep in ("", dep))
    return tuple((number, row.clue) for number, row in fit)


def votes(told: Iterable[Evidence]) -> Counter[str]:
    """The weight of each type in what was told of mentions of one name. The same clue counts twice at most."""
    times = Counter(one for clues in told for one in clues)
    count: Counter[str] = Counter()
    for (number, label), often in times.items():
        count[label] += CLUES[number].weight * min(often, 2)
    return count


# --- grammar ------------------------------------------------------------------------------------------------------


def _after_noun_of(doc: Doc, name: Candidate) -> str:
    """ "Shares of Fenwick", "the outskirts of Idlib", "the new version of Darwin"."""
    head = doc[name.head]
    if head.head.lower_ not in ("of", "in", "for", "at"):
        return ""
    label = words("of").get(head.head.head.lower_, "")
    return label if label == "organization" or head.head.lower_ == "of" else ""


def _called(doc: Doc, name: Candidate) -> str:
    """ "The town of Tel Tamer": what it is called."""
    head = doc[name.head]
    if head.head.lower_ != "of":
        return ""
    return "place" if kind_of(head.head.head) == "place" else ""


def _inside(doc: Doc, name: Candidate) -> str:
    """ "In Lund", "near Lund"; but not "a stake in Fenwick"."""
    head = doc[name.head]
    if head.head.lower_ not in ("in", "near", "outside", "throughout") or _one_of_many(head):
        return ""
    return "" if head.head.head.lemma_.lower() in listed("no_place") else "place"


def _one_of_many(head: Token) -> bool:
    return any(child.lower_ in ("a", "an", "another", "other") for child in head.lefts)


def _journey(doc: Doc, name: Candidate) -> str:
    """A name is a place where a journey leads to or from it: "flew to Vestmar", "airlifted patients from Vestmar"."""
    head = doc[name.head]
    if name.label not in ("person", "organization") or head.head.lower_ not in ("from", "to"):
        return ""
    verb = head.head.head
    if verb.dep_ in _OBJECTS:
        verb, away = verb.head, listed("removals")
    else:
        away = listed("journeys") | listed("removals")
    goes = verb.lemma_.lower() in away
    return "place" if goes and (name.label != "person" or name.end - name.start == 1) else ""


def _hails_from(doc: Doc, name: Candidate) -> str:
    """ "A nurse from Lund": a city of the table."""
    head = doc[name.head]
    if head.head.lower_ != "from" or kind_of(head.head.head) != "person":
        return ""
    return "place" if is_city(text_of(doc, name.start, name.end)) else ""


def _beside_others(doc: Doc, name: Candidate) -> str:
    """ "Luhansk and Kherson", "Ann Lee and Petro Selwick": what is told in one list is mostly of one type."""
    head = doc[name.head]
    if head.dep_ != "conj" and not head.n_rights:
        return ""
    others = [child for child in head.rights if child.dep_ == "conj"] if head.dep_ != "conj" else [head.head]
    labels = {other.ent_type_ for other in others}
    if labels and labels <= {"GPE", "LOC"}:
        return "place"
    return "person" if labels == {"PERSON"} and name.end - name.start > 1 else ""


def _city_of_the_table(doc: Doc, name: Candidate) -> str:
    """ "Shelled Kherson", "Luhansk and Kherson", which the model takes for a person."""
    head = doc[name.head]
    if name.end - name.start > 1 or not is_city(head.text):
        return ""
    taken = head.dep_ == "dobj" and head.head.lemma_.lower() in listed("taken")
    return "place" if taken or _beside_others(doc, name) == "place" else ""


def _object(doc: Doc, name: Candidate) -> str:
    """ "Unveiled the Corsa", "the Corsa was discontinued", "visited Lund"."""
    head = doc[name.head]
    if head.dep_ not in _OBJECTS or name.label in ("person", "place"):
        return ""
    return words("objects").get(head.head.lemma_.lower(), "")


def _subject(doc: Doc, name: Candidate) -> str:
    """ "Kuleba smiled"."""
    head = doc[name.head]
    return words("subjects").get(head.head.lemma_.lower(), "")


def _speaker(doc: Doc, name: Candidate) -> str:
    """Neither things nor places say anything: "Ebay said"."""
    head = doc[name.head]
    if head.head.lemma_.lower() not in listed("speaking"):
        return ""
    return "person" if name.label == "person" else "organization"


def _speaks_of_itself(doc: Doc, name: Candidate) -> str:
    """ "Orvane said it would appeal": people are no "it", and places say nothing."""
    head = doc[name.head]
    if head.head.lemma_.lower() not in listed("speaking") or is_given(doc[name.start].text):
        return ""
    for clause in head.head.rights:
        if clause.dep_ == "ccomp" and clause.lemma_.lower() not in listed("idle_verbs"):
            return "organization" if any(who.lower_ == "it" and who.dep_ == "nsubj" for who in clause.lefts) else ""
    return ""


def _possessed(doc: Doc, name: Candidate) -> str:
    """ "Its Corsa", "the company's Corsa": what a body has; people are left out."""
    if name.start == 0 or name.label in ("person", "place"):
        return ""
    before = doc[name.start - 1]
    if before.lower_ in _POSSESSORS:
        return "product"
    if before.text not in ("'s", "’s") or name.start < 2:
        return ""
    owner = doc[name.start - 2]
    return "product" if owner.ent_type_ == "ORG" or kind_of(owner) == "organization" else ""


def _who(doc: Doc, name: Candidate) -> str:
    """ "Kuleba, who"."""
    at = name.end + 1 if name.end < len(doc) and doc[name.end].text == "," else name.end
    return "person" if at < len(doc) and doc[at].lower_ == "who" else ""


def _kin(doc: Doc, name: Candidate) -> str:
    """ "Hill's wife"."""
    head = doc[name.head]
    return "person" if head.head.lower_ in listed("kin") else ""


CLUES: tuple[Row, ...] = (
    Row(last_word, 30),
    Row(first_word, 25),
    Row(brand, 25),
    Row(version, 10),
    Row(plural, 25, label="person"),
    Row(capitals, 25, label="person"),
    Row(titled, 30),
    Row(of_a_year, 25),
    Row(with_article, 6, label="organization"),
    Row(joined_with_article, 16, label="organization"),
    Row(kind_before, 30),
    Row(kind_of_several, 25),
    Row(craft_before, 45),
    Row(firm_beside, 45, label="person"),
    Row(kind_beside, 25),
    Row(noun_after, 15),
    Row(thing_after, 10),
    Row(adjective_before, 15),
    Row(country_after, 15),
    Row(_after_noun_of, 22, dep="pobj"),
    Row(_called, 45, dep="pobj"),
    Row(_inside, 22, dep="pobj"),
    Row(_object, 14),
    Row(_subject, 8, dep="nsubj"),
    Row(_speaker, 6, dep="nsubj"),
    Row(_possessed, 10),
    Row(_who, 15),
    Row(_kin, 15, dep="poss"),
    Row(is_club, 55),
    Row(with_article_and_face, 25, label="person"),
    Row(first_name, 21, label="organization"),
    Row(site_after, 45),
    Row(_hails_from, 22, dep="pobj"),
    Row(_beside_others, 12),
    Row(_city_of_the_table, 22, label="person"),
    Row(is_city_of_words, 45, label="person"),
    Row(_speaks_of_itself, 25, dep="nsubj"),
    Row(_journey, 22, dep="pobj"),
    Row(joined_words, 25, label="person"),
)
