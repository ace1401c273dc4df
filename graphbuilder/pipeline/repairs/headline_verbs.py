"""What the parser often loses in news: the verb of a headline, and who says so at the end of a sentence.

"EU fines Meta" is to spaCy at times a Meta of EU fines, and "The refusal to pay angered Jordan" a refusal to pay an
angered Jordan. Only sentences whose root is a noun are looked at, and only a word that could not stand where it does
is taken for the verb. In "It will return to Lomé, the mediator said" the mediator is at times a Lomé. A part of the
pipeline, between tags and lemmas.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.symbols import NOUN, PROPN, VERB
from spacy.tokens import Doc, Span, Token

from graphbuilder.lexicons import lexicon
from graphbuilder.pipeline.repairs.month_compounds import mend_periods
from graphbuilder.pipeline.repairs.name_particles import mend_particles
from graphbuilder.pipeline.repairs.reduced_passives import mend_passives

FACTORY = "graphbuilder_mender"

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NAMES = frozenset({"NNP", "NNPS"})
_SUBJECTS = ("expl", "nsubj", "nsubjpass")
_SINGULAR = frozenset({"NN", "NNP"})
_FEATURES = {
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
}
#: Participles that go with a noun before them as one adjective: "the US led coalition".
_COMPOUNDING = frozenset(
    {"affiliated", "based", "backed", "born", "brokered", "built", "controlled", "dominated", "funded", "held", "led",
     "linked", "made", "mediated", "occupied", "owned", "run", "sponsored", "supported", "trained"}
)  # fmt: skip
#: What somebody makes, and what does not itself do so in the plural.
_MADE = frozenset({"bid", "demand", "offer", "pledge", "promise"})
#: A longer sentence without a verb is a list.
_LONGEST = 40


@Language.component(FACTORY, assigns=["token.head", "token.dep", "token.tag"], requires=["token.head", "token.tag"])
def mend(doc: Doc) -> Doc:
    """Give each sentence that has lost it its verb back."""
    if doc.has_annotation("DEP") and doc.has_annotation("TAG"):
        heads, parts = doc.to_array("HEAD"), doc.to_array("POS")
        for at in np.flatnonzero((heads == 0) & ((parts == NOUN) | (parts == PROPN))).tolist():
            sentence = doc[at].sent
            if len(sentence) == 1:
                _join_name(doc[at])
                continue
            found = _lost_verb(sentence) if 2 < len(sentence) <= _LONGEST else None
            if found is not None:
                _make_verb(*found, sentence)
        for at in np.flatnonzero((heads == 0) & (parts == VERB)).tolist():
            subject = _lost_subject(doc[at])
            if subject is not None:
                passive = any(child.dep_ == "auxpass" for child in doc[at].children)
                subject.head, subject.dep_ = doc[at], "nsubjpass" if passive else "nsubj"
            elif doc[at].lower_ in _MADE and (verb := _before_object(doc[at])) is not None:
                for name in verb.lefts:
                    name.tag_, name.pos_ = "NNP", "PROPN"
                _make_verb(verb, "VBZ", doc[at].sent)
                doc[at].tag_, doc[at].pos_ = "NN", "NOUN"
                cast(Any, doc[at]).set_morph("Number=Sing")
        for at in np.flatnonzero(np.isin(doc.to_array("LOWER"), _saying())).tolist():
            speaker = _lost_speaker(doc[at])
            if speaker is not None:
                _make_speaker(speaker, doc[at])
        mend_particles(doc)
        mend_periods(doc)
        mend_passives(doc)
    return doc


def add_mender(nlp: Language) -> None:
    """Put the mender into a pipeline that tags and parses."""
    if {"tagger", "parser"} <= set(nlp.pipe_names):
        nlp.add_pipe(FACTORY, after="attribute_ruler" if "attribute_ruler" in nlp.pipe_names else "parser")


def _join_name(first: Token) -> None:
    """ "Jane | Roe answered first": a sentence of one name, without an end, is the start of the name after it."""
    after = first.nbor() if first.i + 1 < len(first.doc) else first
    if {first.tag_, after.tag_} <= _NAMES and first != after and first.whitespace_ == " ":
        first.head, first.dep_ = after, "compound"


# --- who says so ----------------------------------------------------------------------------------------------------


@cache
def _saying() -> list[int]:
    return [get_string_id(word) for word in ("added", "reported", "said", "says", "told")]


def _lost_speaker(verb: Token) -> Token | None:
    """ "It will return to Lomé, the mediator said": a noun right before a verb of saying without a subject, behind a
    comma, that the parser hangs on another noun.
    """
    free = verb.dep_ in ("ROOT", "advcl") and verb.tag_ in ("VBD", "VBZ") and verb.i > verb.sent.start
    if not free or any(child.dep_ in _SUBJECTS or child.dep_ == "mark" for child in verb.children):
        return None
    if verb.dep_ == "ROOT" and all(child.dep_ != "ccomp" or child.i > verb.i for child in verb.children):
        return None
    word, found = verb.nbor(-1), None
    while word.right_edge.i == verb.i - 1 and word.head != word:
        if (
            word.dep_ in ("appos", "conj")
            and word.left_edge.i > verb.sent.start
            and word.left_edge.nbor(-1).text == ","
        ):
            found = word
        word = word.head
    return found if found is not None and found.pos_ in ("NOUN", "PROPN") else None


def _make_speaker(speaker: Token, verb: Token) -> None:
    """Make a noun the subject of a verb of saying, and what stands before both what is said."""
    old = verb.sent.root
    speaker.head, speaker.dep_ = verb, "nsubj"
    if old != verb:
        verb.head, verb.dep_ = verb, "ROOT"
        old.head, old.dep_ = verb, "ccomp"


# --- who does it --------------------------------------------------------------------------------------------------


def _lost_subject(verb: Token) -> Token | None:
    """ "In August 2012 a footbridge fell": the noun right behind a date, to the parser a second noun of its "in"; and
    "Chad votes in May", to the parser a vote of Chad.
    """
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    before = verb.nbor(-1) if verb.i else verb
    if before.head == verb and before.dep_ == "compound" and before.tag_ == "NNP" and verb.tag_ in ("VBD", "VBZ"):
        return before
    for preposition in (child for child in verb.lefts if child.dep_ == "prep"):
        objects = [child for child in preposition.rights if child.dep_ == "pobj"]
        if len(objects) == 1 and _part_from_date(objects[0], preposition):
            return objects[0]
        beside = len(objects) == 2 and objects[1].left_edge.i == objects[0].right_edge.i + 1
        if beside and objects[0].pos_ in ("NUM", "PROPN"):
            return objects[1]
    return None


def _part_from_date(noun: Token, preposition: Token) -> bool:
    """ "On 14 March 2022 a fire destroyed it": to the parser a fire of 14 March; but nothing stands before "a"."""
    article = next((child for child in noun.lefts if child.dep_ == "det"), None)
    date = article.nbor(-1) if article is not None else noun
    while date.head not in (noun, preposition, date):
        date = date.head
    if article is None or date.head != noun or date.dep_ != "nummod" or preposition.i + 1 != date.left_edge.i:
        return False
    date.head, date.dep_ = preposition, "pobj"
    return True


# --- which word -----------------------------------------------------------------------------------------------------


def _lost_verb(sentence: Span) -> tuple[Token, str] | None:
    """The word that is the verb of a sentence, and its tag."""
    finite = [token for token in sentence if token.tag_ in _FINITE and token.dep_ not in _MODIFIERS]
    if finite:
        return next(((verb, verb.tag_) for verb in finite if _behind_aside(verb)), None)
    for token in list(sentence)[1:]:
        tag = _tagged_finite(token) or _participle(token, sentence) or _of_one(token) or _of_many(token)
        if tag:
            return token, tag
    return None


def _behind_aside(verb: Token) -> bool:
    """ "Forty people, none of them armed, marched": joined to the aside, with no subject of its own and no "and"."""
    alone = verb.dep_ == "conj" and all(child.dep_ not in ("nsubj", "nsubjpass", "expl") for child in verb.children)
    aside = verb.head.dep_ in ("amod", "acl", "appos") and verb.head.tag_ not in _FINITE
    comma = verb.i > 0 and verb.nbor(-1).text == "," and all(child.dep_ != "cc" for child in verb.head.children)
    return alone and aside and comma and verb.head.head.dep_ == "ROOT"


def _tagged_finite(token: Token) -> str:
    """ "Egypt jails activist": to the tagger a verb, to the parser the modifier of a noun."""
    return token.tag_ if token.tag_ in ("VBZ", "VBP") and token.dep_ in _MODIFIERS else ""


def _before_object(noun: Token) -> Token | None:
    """ "Alba sweetens bid for Corin": what is bid, offered or pledged stands behind no sweetens of Alba."""
    verb = noun.nbor(-1) if noun.i > noun.sent.start + 1 and noun.tag_ in ("VB", "VBP", "VBD") else noun
    plural = verb.dep_ == "nsubj" and verb.head == noun and verb.tag_ in ("NNS", "NNPS") and verb.lower_ in _forms()
    who = verb.nbor(-1) if plural else verb
    named = who.head == verb and who.dep_ in _MODIFIERS and who.text[0].isupper()
    objects = any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in noun.rights)
    return verb if named and not objects and list(verb.lefts) == [who] else None


def _participle(token: Token, sentence: Span) -> str:
    """ "The council updated Chad members", "the refusal to pay angered Jordan": after a noun none modifies the next."""
    if token.tag_ not in ("VBN", "VBD") and not token.lower_.endswith("ed"):
        return ""
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < sentence.end else token
    if sentence[-1].text not in (".", "”", '"') or token.lower_ in _COMPOUNDING or after.lower_ == "by":
        return ""
    modifies = token.dep_ == "amod" and before.dep_ in ("compound", "nmod") and before.head == token.head
    named = after.tag_ in _NAMES or after.dep_ in ("det", "poss")
    return "VBD" if modifies or (named and _after_infinitive(token, sentence.root)) else ""


def _after_infinitive(token: Token, noun: Token) -> bool:
    """Whether a word stands behind "to pay", said of the noun that begins a sentence."""
    ahead = (child for child in noun.rights if child.dep_ in ("acl", "relcl") and child.tag_ == "VB")
    verb = next(ahead, None)
    return verb is not None and verb.i < token.i and (verb.is_ancestor(token) or token.head == noun)


def _of_one(token: Token) -> str:
    """ "EU fines Meta": a plural that is a form of a verb does not modify a noun."""
    plural = token.tag_ in ("NNS", "NNPS") and token.dep_ in _MODIFIERS and token.lower_ in _forms()
    before = token.nbor(-1)
    subject = before.tag_ in _SINGULAR and before.dep_ in _MODIFIERS and before.head in (token, token.head)
    return "VBZ" if plural and subject else ""


def _of_many(token: Token) -> str:
    """ "Nurses march in London", "Chad and Mali press allies": after people in the plural."""
    if token.tag_ not in _SINGULAR or token.lower_ not in _verbs():
        return ""
    before = token.nbor(-1)
    first = before.head if before.dep_ == "conj" and before.head.tag_ in _NAMES else None
    people = before.lower_ in _people() or (first is not None and before.tag_ in _NAMES)
    top = first or before
    return "VBP" if people and top.dep_ in _MODIFIERS | {"nsubj"} and top.head in (token, token.head) else ""


@cache
def _verbs() -> frozenset[str]:
    types, words, kinds = lexicon("event_types"), lexicon("factuality"), lexicon("event_verbs")
    typed = {verb for type_ in types.values() for verb in type_.get("verbs", ())}
    objects = {verb for type_ in types.values() for verbs in type_.get("of", {}).values() for verb in verbs}
    return frozenset({*typed, *objects, *words["demanding"], *words["planning"], *kinds["acts"], *kinds["reporting"]})


@cache
def _forms() -> frozenset[str]:
    """Of the third person: "fines", "searches", "denies"."""
    return frozenset(_third(verb) for verb in _verbs())


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"


@cache
def _people() -> frozenset[str]:
    """Plurals for people, and what is one in form only."""
    nominals = lexicon("nominals")
    one = {*nominals["kinds"]["person"], *lexicon("event_verbs")["people"]}
    several = {word for word in nominals["representatives"] if word.endswith("s")}
    return frozenset({*map(_third, one), *several} - one | {"men", "people", "police", "women"})


# --- the new tree ---------------------------------------------------------------------------------------------------


def _make_verb(verb: Token, tag: str, sentence: Span) -> None:
    """Make a word the root: what stands before it is its subject, the noun that was the root at last its object."""
    old, doc = sentence.root, verb.doc
    before = [token for token in doc[sentence.start : verb.i] if token.head.i >= verb.i or token == old]
    after = [token for token in doc[verb.i + 1 : sentence.end] if token.head.i <= verb.i or token == old]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_, verb.pos_ = tag, "VERB"
    cast(Any, verb).set_morph(_FEATURES[tag])
    nouns = [token for token in before if token.pos_ in ("NOUN", "PROPN", "NUM")]
    subject = old if old in nouns else next(reversed(nouns), None)
    for token in before:
        if token == subject or subject is None or token.is_punct:
            token.head, token.dep_ = verb, "nsubj" if token == subject else token.dep_
        else:
            token.head = subject
    for token in after:
        token.head = verb
        if token == old or (token.pos_ in ("NOUN", "PROPN") and token.dep_ in _MODIFIERS | {"npadvmod"}):
            token.dep_ = "dobj"
    if old.i > verb.i:
        for child in list(_outside(old)):
            child.head = verb


def _outside(noun: Token) -> Iterator[Token]:
    """What was said of the noun and is of the clause: "fines Meta over leaks"."""
    places = ("advcl", "npadvmod", "prep", "punct")
    yield from (child for child in noun.rights if child.dep_ in places and child.lower_ != "of")
