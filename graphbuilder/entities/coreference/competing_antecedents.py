"""What a pronoun may mean instead of something named: "the deal … it", "called it a triumph", "the commander … his".

Where a common noun is as likely to be meant as any name, no name is: a tie that is not there does less harm than a
wrong one. Pure functions of tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities.coreference.unnamed_people import is_person
from graphbuilder.entities.mentions.nominals import PRONOUNS, nouns
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.knowledge.type_words import listed

#: Clauses without a subject of their own, whose subject is told above: "wants to buy it", "ready to reopen it".
_CONTROLLED = frozenset({"xcomp", "advcl", "conj"})


def verb_above(token: Token) -> Token | None:
    """The verb that a word depends on, directly or through phrases."""
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, before it."""
    return [child for child in verb.lefts if child.dep_ in SUBJECTS]


def clause_subjects(token: Token) -> Iterator[Token]:
    """Who acts in the clause of a word, and in those that this depends on: "forced Apple to lower its prices".

    In "a former nurse, she was elected" the nurse is no other than she.
    """
    verb = verb_above(token)
    if token.dep_ in SUBJECTS and verb is not None and PRONOUNS.get(token.lower_) == "person":
        verb = verb_above(verb) if verb.dep_ != "ROOT" else None
    while verb is not None:
        own = subjects(verb)
        if not own and verb.dep_ == "xcomp":
            own = [child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i]
        yield from (one for one in own if one.i < token.i)
        verb = verb_above(verb) if verb.dep_ != "ROOT" else None


def acting_on(token: Token) -> list[Token]:
    """Who does what is done to an object pronoun, and so is not meant by it: "Merkel met her", "ready to reopen it"."""
    verb = verb_above(token)
    if verb is not None and token.dep_ in SUBJECTS:
        verb = verb_above(verb)  # "had him beheaded"
    while verb is not None:
        own = subjects(verb)
        if own or verb.dep_ not in _CONTROLLED:
            return [meant(one) for one in own]
        verb = verb_above(verb)
    return []


def meant(token: Token) -> Token:
    """What a relative pronoun stands for: "the hospital, which is part of"."""
    return token.head.head if token.lower_ in ("which", "that", "who") and token.head.dep_ == "relcl" else token


def of_whom(subject: Token) -> Token:
    """Of whom a clause with "who" tells: "the man who lost his job".

    Not in "Holm, who is his niece", nor in a title: "A minister who swore he had not written it".
    """
    noun = meant(subject)
    return subject if subject.head.lemma_ == "be" or noun.dep_ == "ROOT" else noun


def beside_noun(noun: Token) -> list[Token]:
    """Who a noun tells of: "its commander, Colonel Roe"."""
    return [child for child in noun.rights if child.dep_ == "appos"]


def within(noun: Token) -> list[Token]:
    """Whose the several are who are told of: "Lee's lawyers said he was ill", "the parents of Lee … his mother"."""
    if noun.lower_ not in listed("close_ones"):
        return []
    of = (child for child in noun.rights if child.lower_ in ("of", "for"))
    behind = [word for child in of for word in child.rights if word.dep_ == "pobj"]
    return [child for child in noun.lefts if child.dep_ == "poss"] + behind


def may_be_meant(pronoun: Token, noun: Token) -> bool:
    """Whether a pronoun may mean a common noun, by number and by what it is."""
    kind = PRONOUNS[pronoun.lower_]
    if kind == "group":
        return noun.tag_ == "NNS" or noun.lower_ in listed("many")
    if noun.tag_ != "NN":
        return False
    return is_person(noun) == (kind == "person")


def is_body(noun: Token) -> bool:
    """Whether a common noun is for a body, which acts: "the court"."""
    return nouns().kinds.get(noun.lower_) == "organization"


def is_object(token: Token) -> bool:
    """Whether something is done to it, or it stands after a preposition."""
    return token.dep_ in ("dobj", "iobj", "dative", "pobj")


def is_idle(pronoun: Token) -> bool:
    """Whether "it" is an event, or nothing: "it ended in May", "called it a triumph"."""
    if pronoun.lower_ != "it":
        return False
    verb = pronoun.head
    if pronoun.dep_ == "nsubj":
        return verb.lemma_.lower() in listed("befalling") or _takes_effect(verb)
    judged = pronoun.dep_ == "dobj" and verb.lemma_.lower() in listed("judging")
    return judged and any(child.dep_ in ("oprd", "ccomp", "xcomp") for child in verb.rights)


def _takes_effect(verb: Token) -> bool:
    """ "It enters into force in May", "it took effect": a rule."""
    into = (child for child in verb.rights if child.lower_ == "into" or child.dep_ == "dobj")
    return any(word.lower_ in ("effect", "force") for child in into for word in (child, *child.rights))


def is_no_body(pronoun: Token) -> bool:
    """ "It was announced in May", "it was signed": what that is done to is no body."""
    return (
        pronoun.lower_ == "it"
        and pronoun.dep_ == "nsubjpass"
        and pronoun.head.lemma_.lower() in listed("done_to_things")
    )


def is_done_to_bodies(pronoun: Token) -> bool:
    """Whether what is done to an object pronoun is done to bodies and countries: "sued it", "a lawsuit against it"."""
    above = pronoun.head if pronoun.dep_ != "pobj" else pronoun.head.head
    return above.lemma_.lower() in listed("done_to")


def main_subject(token: Token) -> Token | None:
    """The subject of the sentence of a word."""
    return next(iter(subjects(token.sent.root)), None)


def _compares(clause: Token) -> bool:
    """ "It would be a member, as they had told it"."""
    return clause.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "as" for child in clause.lefts)


def is_empty(token: Token) -> bool:
    """ "It rained", "it is clear that"."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    if verb.lemma_.lower() in ("rain", "snow", "seem", "appear", "emerge", "happen", "turn"):
        return True
    clause = any(
        child.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl") and not _compares(child) for child in verb.rights
    )
    return verb.lemma_ == "be" and clause and any(child.dep_ in ("acomp", "attr") for child in verb.rights)
