"""Who is named with a noun: beside it ("the minister, Jane Roe"), or as the owner of a thing ("Alba's shares")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.things import ARGUMENT
from graphbuilder.events.words import event_words
from graphbuilder.records import Mention
from graphbuilder.tree import dependents

#: Where a name stands before its noun.
BESIDE = ("poss", "compound", "nmod")
#: What leads from a noun to whose it is: what is held in a company, who wrote it, whom it is to honour.
_LINKS = {
    **dict.fromkeys(("share", "stake", "stock"), ("of", "in")),
    **dict.fromkeys(("article", "book", "letter", "memo", "novel", "paper", "report", "study", "survey"), ("by",)),
    **dict.fromkeys(("memorial", "monument", "plaque"), ("to",)),
}
_MADE = frozenset({"by", "to"})


def whose(noun: Token, found: Found) -> Iterator[Mention]:
    """ "Alba's shares", "the home of Jane Roe", "shares in Alba", "Chad's bridges": what happens to them."""
    children, lemma = dependents(noun), noun.lemma_.lower()
    belongs = lemma in event_words().belongings
    beside = [child for child in children if child.dep_ in BESIDE and child.i < noun.i]
    linked = _LINKS.get(lemma, ("of",))
    joined = [child for child in children if child.lower_ in linked and child.dep_ == "prep" and child.i > noun.i]
    beside += [inner for preposition in joined for inner in dependents(preposition) if inner.dep_ == "pobj"]
    for child in beside:
        owner = found.by_token.get(child.i)
        national = owner is not None and owner.label == "place" and child.dep_ == "poss"
        made = owner is not None and owner.label != "place" and child.head.lower_ in _MADE
        if owner is not None and (belongs or national or made) and owner.method not in (ARGUMENT, "demonym"):
            yield owner


def name_beside(noun: Token, found: Found) -> Mention | None:
    """ "The minister, Jane Roe"; and "the owner of the ship, Jane Roe", whom the parser takes for the ship."""
    prepositions = []
    for child in dependents(noun):
        place = child.dep_
        if place == "appos" and child.i > noun.i and not _has_subject(child):
            mention = found.by_token.get(child.i)
            if mention is not None and mention.form == "name":
                return mention
        elif place == "prep" and child.i > noun.i:
            prepositions.append(child)
    return next(_people_behind(prepositions, found), None) if prepositions else None


def _has_subject(aside: Token) -> bool:
    """ "Nine ships, all of them Greek": an aside that says something of them."""
    return any(child.dep_ == "nsubj" for child in aside.lefts)


def _people_behind(prepositions: Iterable[Token], found: Found) -> Iterator[Mention]:
    of = (preposition for preposition in prepositions if preposition.lower_ == "of")
    for thing in (one for preposition in of for one in dependents(preposition) if one.dep_ == "pobj"):
        owned = found.by_token.get(thing.i)
        for child in thing.rights if owned is not None and owned.label != "person" else ():
            mention = found.by_token.get(child.i) if child.dep_ == "appos" else None
            if mention is not None and mention.form == "name" and mention.label == "person":
                yield mention


def name_before(noun: Token, found: Found) -> Mention | None:
    """ "Jane Roe, an executive overseeing sales": who is described."""
    mention = found.by_token.get(noun.head.i) if noun.dep_ == "appos" else None
    return mention if mention is not None and mention.form == "name" else None
