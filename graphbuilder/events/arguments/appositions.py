"""Who is named with a noun: beside it ("the minister, Jane Roe"), or as the owner of a thing ("Alba's shares")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import Mention
from graphbuilder.syntax.tree import conjuncts, dependents

#: Where a name stands before its noun.
BESIDE = ("poss", "compound", "nmod")
#: What leads from a noun to whose it is: what is held in a company, who wrote it, whom it is to honour.
_LINKS = {
    **dict.fromkeys(("share", "stake", "stock"), ("of", "in")),
    **dict.fromkeys(("article", "book", "letter", "memo", "novel", "paper", "report", "study", "survey"), ("by",)),
    **dict.fromkeys(("memorial", "monument", "plaque"), ("to",)),
}
_MADE = frozenset({"by", "to", "under"})
#: What leads to whoever leads: "the commission under Jane Roe", "led by Jane Roe".
_OF = ("of", "under")
_LEADING = frozenset({"chair", "head", "lead"})


def whose(noun: Token, found: Found) -> Iterator[Mention]:
    """ "Alba's shares", "the home of Jane Roe", "shares in Alba", "Chad's bridges": what happens to them; and who leads
    those who act: "the commission under Jane Roe".
    """
    lemma, at = noun.lemma_.lower(), noun.i
    linked = _LINKS.get(lemma, _OF)
    for child in dependents(noun):
        place = child.dep_
        if child.i < at:
            if place in BESIDE:
                yield from _owner(child, noun, lemma, found)
        elif place == "prep" and child.lower_ in linked:
            for inner in dependents(child):
                if inner.dep_ == "pobj":
                    yield from _owner(inner, noun, lemma, found)
        elif place == "acl" and child.lemma_ in _LEADING:
            for inner in (one for by in dependents(child) if by.dep_ == "agent" for one in dependents(by)):
                yield from _owner(inner, noun, lemma, found)


def _owner(word: Token, noun: Token, lemma: str, found: Found) -> Iterator[Mention]:
    owner, made = found.by_token.get(word.i), word.head.lower_ in _MADE
    if owner is None or owner.method in (ARGUMENT, "demonym"):
        return
    if made and owner.label != "place":
        yield owner
        return
    thing = found.by_token.get(noun.i)
    national = owner.label == "place" and word.dep_ == "poss"
    if (national or lemma in event_words().belongings) and (thing is None or thing.method == ARGUMENT):
        yield owner


def name_beside(noun: Token, found: Found) -> Mention | None:
    """ "The minister, Jane Roe"; and "the owner of the ship, Jane Roe", whom the parser takes for the ship."""
    prepositions = []
    for child in dependents(noun):
        place = child.dep_
        if place == "appos" and child.i > noun.i and not _has_subject(child) and not _is_astray(child, noun):
            mention = found.by_token.get(child.i)
            if mention is not None and mention.form == "name":
                return mention
        elif place == "prep" and child.i > noun.i:
            prepositions.append(child)
    return next(_people_behind(prepositions, found), None) if prepositions else None


def named_with(noun: Token, name: Mention, found: Found) -> Iterator[Mention]:
    """Max Roe in "the ministers, Jane Roe and Max Roe", beside whom Jane Roe is named."""
    for child in noun.rights:
        if child.dep_ == "appos" and found.by_token.get(child.i) is name:
            others = (found.by_token.get(other.i) for other in conjuncts(child))
            yield from (other for other in others if other is not None and other.form == "name")


def _has_subject(aside: Token) -> bool:
    """ "Nine ships, all of them Greek": an aside that says something of them."""
    return any(child.dep_ == "nsubj" for child in aside.lefts)


def _is_astray(aside: Token, noun: Token) -> bool:
    """ "Talks were begun by a charity, the Roe Trust", which the parser gives to the talks; but "six were hurt, among
    them Jane Roe".
    """
    return noun.i < noun.head.i < aside.i and all(child.lower_ != "among" for child in aside.lefts)


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
