"""What fills a role: the mentions at a noun, at what is joined to it, and those that it is said with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.symbols import PROPN
from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.appositions import BESIDE, name_before, name_beside, named_with, whose
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.knowledge.event_words import RoleTable, event_words
from graphbuilder.records import Mention
from graphbuilder.syntax.subjects import SUBJECTS, antecedent
from graphbuilder.syntax.tree import conjuncts, dependents

#: A filler: the role, its mention, the rule that found it, and how sure the rule is.
Filler = tuple[str, Mention, str, float]

#: The role of who is named with a thing that takes part: "Alba's shares fell".
WHOSE = "whose"
#: What is no topic after "on": "released on bail".
_MANNERS = frozenset({"appeal", "average", "bail", "behalf", "board", "condition", "foot", "loan", "parole", "time"})
_PARTS = frozenset(
    {"most", "much", "all", "some", "part", "parts", "half", "north", "south", "east", "west", "centre", "center",
     "outskirts", "suburb", "suburbs", "streets", "port", "city", "town", "village", "region", "coast", "one", "many",
     "thousands", "hundreds", "dozens", "scores", "tens", "millions", "number", "majority", "couple", "handful",
     "third", "quarter", "whom"}
)  # fmt: skip

#: Parts of a place that stand somewhere and do nothing: "the port of Lagos resumed work".
_STANDING = frozenset({"coast", "outskirts", "port", "streets", "suburb", "suburbs"})


def of_preposition(preposition: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    """What a preposition takes, in the roles that the table of the event gives it."""
    word = preposition.lower_
    if word == "of" and preposition.head.lower_ == "out":
        word = "from"  # "pulled out of Kabul"
    if word == "according":
        return  # who says so takes no part
    for child in dependents(preposition):
        if child.dep_ == "pobj" and not (word == "on" and child.lower_ in _MANNERS):
            for mention, score in mentions_at(whole_of(child), found):
                role = table.preposition(word, mention.label)
                thing = mention.method == ARGUMENT and not is_human(child)
                if thing and word == "for" and role == "recipient":
                    role = "topic"  # "voted for the law", "an order for ten planes"
                if thing and word == "to" and role == "recipient" and preposition.is_sent_start:
                    continue  # "to the surprise of analysts, it rose"
                if role is not None:
                    yield role, mention, f"prep:{word}", score
        elif child.dep_ == "prep":  # "from within Georgia"
            yield from of_preposition(child, found, table)


def whole_of(part: Token) -> Token:
    """The whole of a noun of part: "in most of Kyiv", "on the outskirts of Lyon"; of "whom" its antecedent."""
    if part.lower_ not in _PARTS or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in part.rights):
        return part  # "one of them, Jane Roe"
    if part.lower_ == "whom":
        return antecedent(part, part.head.head)
    wholes = (inner for of in part.rights if of.lower_ == "of" for inner in dependents(of) if inner.dep_ == "pobj")
    return next(wholes, part)


def fill_objects(preposition: Token, role: str, found: Found) -> Iterator[Filler]:
    """What a preposition takes, in one role."""
    for child in dependents(preposition):
        if child.dep_ == "pobj":
            yield from fill(child, role, f"prep:{preposition.lower_}", found)


def fill(token: Token, role: str, method: str, found: Found, place_role: str | None = None) -> Iterator[Filler]:
    """What a noun names, in one role (a place in that of places), and whose the things are that it names."""
    whole = whole_of(token)
    if whole is not token and method == "nsubj" and token.lower_ in _STANDING:
        place_role = "place"
    for mention, score in mentions_at(whole, found):
        yield place_role if place_role and mention.label == "place" else role, mention, method, score
        for owner in whose(whole, found) if mention.form == "nominal" else ():
            yield WHOSE, owner, method, 0.4


def mentions_at(token: Token, found: Found) -> Iterator[tuple[Mention, float]]:
    """The mentions at a token and at what is joined to it by "and"; else those that the noun is said with."""
    listed = _listed(token, found) if token.pos == PROPN else ()
    for one in (token, *conjuncts(token), *listed):
        mention = found.by_token.get(one.i)
        named = mention is not None and mention.form == "name"
        beside = None if named else name_beside(one, found) or name_before(one, found)
        if beside is not None:
            yield beside, 0.7  # "Ukraine's foreign minister, Dmytro Kuleba"
            yield from ((other, 0.7) for other in named_with(one, beside, found))
            continue
        if mention is not None and (mention.form != "name" or one.pos_ != "VERB"):
            yield mention, 0.3 if mention.method == ARGUMENT else 0.8 if mention.form == "name" else 0.6
            continue
        done = one.dep_ in SUBJECTS or (one.dep_ == "pobj" and one.head.lower_ == "of")
        if done and one.lemma_.lower() in event_words().nouns:
            continue  # "Merkel's visit ended": she did not; "the decision of the Paris summit": it was not Paris's
        for child in one.lefts:
            inner = found.by_token.get(child.i)
            named = inner is not None and (inner.form == "name" or (inner.form == "pronoun" and one.dep_ in SUBJECTS))
            if inner is not None and named and inner.method != "demonym" and child.dep_ in BESIDE:
                yield inner, 0.4  # "Ukraine's power stations", "her trial"; but a British company is not Britain


def _listed(name: Token, found: Found) -> Iterator[Token]:
    """The others of "Ann Lee, Max Roe and a guard", where the parser takes the second for another name of the first.

    And of "Ann Lee, a nurse, or Max Roe", whom it joins to the nurse.
    """
    for child in name.rights:
        if child.dep_ == "appos" and any(one.dep_ == "cc" for one in child.rights):
            named = child.pos_ == "PROPN"
            others = [one for one in (child, *conjuncts(child)) if named or one.pos_ == "PROPN"]
            first, second = found.by_token.get(name.i), found.by_token.get(others[0].i) if others else None
            alike = first is not None and second is not None and first.label == second.label and first.label != "place"
            yield from others if alike else ()


def is_human(noun: Token) -> bool:
    """Whether a noun or pronoun is for people."""
    return noun.pos_ == "PRON" or noun.lemma_.lower() in event_words().people
