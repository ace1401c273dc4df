"""What a word tells by a word beside it: "a strike by nurses", "called it absurd", "sent tents".

The words stand under ``beside`` in ``lexicons/events/event_types.yaml``.
"""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.tree import dependents

_RELATIVES = frozenset({"that", "which", "who"})
#: Places of words that only lead to others.
_LINKS = frozenset({"det", "prep"})
#: Places of words by which a verb tells something else.
_EXCEPTED = frozenset({"acomp", "advmod", "dobj", "nsubjpass", "prt"})
#: Participles by which a thing is only called by its name; others only tell which is meant ("the one given in March").
_NAMING = frozenset({"call", "dub", "entitle", "know", "name", "nickname", "title"})
_NOBODY = frozenset({"nobody", "whoever"})


def type_by_word(token: Token, lemma: str) -> str | None:
    """ "The union struck", "a strike by nurses", "on strike"; but "a strike on Kyiv". Of an object all words are beside
    it: "sent a shipment of tents", "called the lack of a plan absurd".
    """
    types = event_words().beside.get(lemma)
    if types is None:
        return None
    children = dependents(token)
    objects = []
    for child in children:
        place = child.dep_
        if place in _LINKS:
            continue
        word = (token.head if place in SUBJECTS and child.lower_ in _RELATIVES else child).lemma_.lower()
        if word in types:
            return types[word]
        if place == "dobj" and not sums_up(child, token):
            objects.append(child)
    beside = [noun for child in children if child.dep_ in ("agent", "prep") for noun in dependents(child)]
    beside += [token.head] if token.dep_ == "pobj" and token.i == token.head.i + 1 else []
    beside += [
        word for one in objects if next(one.rights, None) is not None for word in one.subtree if _measured(word, one)
    ]
    return next((types[word] for one in beside if (word := one.lemma_.lower()) in types), None)


def sums_up(noun: Token, verb: Token) -> bool:
    """ "Called on them to pay, a demand that he rejected": what the parser takes for an object is none."""
    start = noun.left_edge
    apart = start.i > verb.i + 1 and start.nbor(-1).text == "," and start.lower_ in ("a", "an")
    return apart and any(child.dep_ in ("acl", "relcl") for child in noun.rights)


def _measured(word: Token, noun: Token) -> bool:
    """What there is a lot of, and an adjective that ends a long object, where the parser gives it to its last noun."""
    of = word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head == noun
    return of or (word.dep_ == "amod" and word.i > word.head.i and word.head != noun)


def is_excepted(verb: Token, lemma: str) -> bool:
    """ "Received a letter", "fell ill", "left out a line", "left six dead": something else by the same word."""
    things = event_words().excepted[lemma]
    if lemma == "hit" and verb.tag_ != "VBN" and all(child.dep_ != "dobj" for child in dependents(verb)):
        return True  # "hit with a junior", "hit out at it"
    for child in dependents(verb):
        place = child.dep_
        if place in _EXCEPTED and child.lemma_.lower() in things:
            return True
        if lemma == "leave" and place in ("acomp", "oprd") and child.pos_ == "ADJ":
            return True
    return False


def tells_which(verb: Token, lemma: str) -> bool:
    """ "The one given in March", "a man called Roe"; "nobody who voted for it knew", "no one who signed": not that
    somebody did.
    """
    noun = verb.head
    if verb.dep_ == "acl":
        return lemma in _NAMING or noun.lower_ in ("one", "ones")
    return noun.lower_ in _NOBODY or (noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.lefts))
