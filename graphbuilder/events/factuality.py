"""Whether it is said to have happened: polarity, modality, tense. The words stand in ``lexicons/factuality.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.events.triggers import Trigger
from graphbuilder.events.words import event_words, factuality_words
from graphbuilder.language import Parse

#: Verbs whose negation means that of what stands under them: "is not expected to come".
_RAISING = frozenset(
    {"expect", "believe", "think", "bring", "lead", "result", "suppose", "appear", "seem", "reach", "sign", "strike"}
)
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Factuality:
    """POS or NEG; ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED; PAST, PRESENT, FUTURE or NONE."""

    polarity: str
    modality: str
    tense: str


def judge(parse: Parse, trigger: Trigger) -> Factuality:
    """How the event of a trigger is told."""
    token, anchor = parse.doc[trigger.head], parse.doc[trigger.anchor]
    negated = _negated(anchor) or (token != anchor and _negated(token)) or _negated_above(anchor) or _denied(anchor)
    tense = _tense(anchor)
    return Factuality("NEG" if negated else "POS", _modality(token, anchor), tense)


# --- polarity -----------------------------------------------------------------------------------------------------


def _negated(token: Token) -> bool:
    if token.pos_ == "NOUN" and any(child.lower_ in factuality_words().noun_negated for child in token.lefts):
        return True
    places = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    words = [*token.children, *places, *(child for place in places for child in place.lefts)]
    return any(_negator(word) for word in words)


def _negated_above(token: Token) -> bool:
    """ "Is not expected to bring an invitation": verbs that only carry another one negate it."""
    words = event_words()
    for _ in range(_STEPS):
        governor = token.head
        if token.dep_ not in ("xcomp", "dobj", "attr", "ccomp") or governor == token:
            return False
        if governor.lemma_.lower() not in words.states | words.weak | words.light | _RAISING:
            return False
        if any(child.dep_ == "neg" and _negator(child) for child in governor.children):
            return True
        token = governor
    return False


def _negator(token: Token) -> bool:
    """A word of negation that does negate: not that of "not only" or "no doubt"."""
    words = factuality_words()
    if token.lower_ not in words.negators:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return following.lower_ not in words.not_negation


def _denied(token: Token) -> bool:
    """Under "denied that", "refused to", "without …" – unless that is negated itself ("did not deny")."""
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return True
    noun = _evidence(token)
    if noun is not None:
        return any(_negator(child) for child in noun.children) or _negated(noun.head)
    for governor in _governors(token):
        # "they called for it; the government refused" denies nothing that stands before
        before = token.dep_ == "ccomp" and token.i < governor.i
        if governor.lemma_.lower() in factuality_words().denying and not before:
            return not any(_negator(child) for child in governor.children)
    return False


def _evidence(token: Token) -> Token | None:
    """The noun that a clause is said of, if that makes it doubtful: "proof that it caused deaths"."""
    noun = token.head
    told_of = token.dep_ in ("acl", "ccomp", "relcl") and noun.pos_ == "NOUN"
    return noun if told_of and noun.lemma_.lower() in factuality_words().evidential else None


def _governors(token: Token) -> Iterator[Token]:
    """The word that a clause or object depends on: one step up through complements, and through "for", "to", "of"."""
    governor = token.head
    if token.dep_ == "pobj":
        if governor.lower_ in ("for", "to", "of", "about"):
            yield governor.head
    elif token.dep_ in ("xcomp", "ccomp", "dobj", "pcomp") and governor != token:
        yield governor.head if governor.pos_ == "ADP" else governor
    elif token.dep_ == "nsubjpass":
        yield governor


# --- modality -----------------------------------------------------------------------------------------------------


def _modality(token: Token, anchor: Token) -> str:
    for rule in (_adjective, _condition, _doubtful, _modal, _infinitive, _governed):
        modality = rule(token, anchor)
        if modality is not None:
            return modality
    return "ACTUAL"


def _adjective(token: Token, anchor: Token) -> str | None:
    """ "A planned summit", "the alleged attack"."""
    words = factuality_words().adjectives
    if token.pos_ == "VERB":
        return None
    return next((words[child.lower_] for child in token.lefts if child.lower_ in words), None)


def _condition(token: Token, anchor: Token) -> str | None:
    marks = (child.lower_ for child in anchor.children if child.dep_ in ("mark", "advmod"))
    return "CONDITIONAL" if any(mark in factuality_words().conditions for mark in marks) else None


def _doubtful(token: Token, anchor: Token) -> str | None:
    return "POSSIBLE" if _evidence(anchor) is not None else None


def _modal(token: Token, anchor: Token) -> str | None:
    modals = factuality_words().modals
    for child in _auxiliaries(anchor):
        modality = modals.get(child.lower_)
        if modality == "CONDITIONAL" and _reported(anchor):
            return "PLANNED"  # "said it would send": the future, seen from the past
        if modality is not None:
            return modality
    return None


def _auxiliaries(verb: Token) -> list[Token]:
    """Of the verb, or of the one that it is joined to by "and"."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not own and verb.dep_ == "conj" and verb.tag_ == "VB":
        return [child for child in verb.head.children if child.dep_ == "aux"]
    return own


def _reported(verb: Token) -> bool:
    words = event_words()
    governor = verb.head.lemma_.lower()
    return verb.dep_ == "ccomp" and (governor in words.reporting or governor in words.acts)


def _infinitive(token: Token, anchor: Token) -> str | None:
    """ "To" before the verb: as its governor says, else ahead ("NATO to meet", "met to discuss")."""
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in anchor.children):
        return None
    governor = anchor.head
    if _is_going_to(anchor):
        return "PLANNED"
    if anchor.dep_ in ("xcomp", "ccomp", "acl", "advcl", "relcl") and governor != anchor:
        return factuality_words().governors.get(governor.lemma_.lower()) or _light_governor(anchor)
    return "PLANNED"


def _is_going_to(verb: Token) -> bool:
    """ "Are going to meet"; but "went to war" is no plan."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"


def _light_governor(verb: Token) -> str | None:
    """ "Began to", "managed to", "was confirmed to" keep what they govern actual; purposes are ahead."""
    return "PLANNED" if verb.dep_ in ("acl", "advcl", "relcl") else None


def _governed(token: Token, anchor: Token) -> str | None:
    """ "Called for talks", "plans a summit", "asked that it pay"."""
    words = factuality_words().governors
    for governor in _governors(anchor):
        modality = words.get(governor.lemma_.lower())
        if anchor.pos_ != "VERB" and governor.lemma_.lower() in factuality_words().verbs_only:
            continue
        if modality is not None and (anchor.pos_ != "VERB" or anchor.dep_ == "pcomp" or anchor.tag_ == "VB"):
            return modality
    return None


# --- tense --------------------------------------------------------------------------------------------------------


def _tense(token: Token) -> str:
    verb = _clause_verb(token)
    if verb is None:
        return "NONE"
    words = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    if _is_going_to(verb) or any(word.lower_ in ("will", "'ll", "shall", "wo") for word in words):
        return "FUTURE"
    tenses = [word.morph.get("Tense", []) for word in words if word.morph.get("VerbForm", []) == ["Fin"]]
    if any(tense == ["Past"] for tense in tenses) or _perfect(verb):
        return "PAST"
    return "PRESENT" if tenses else "NONE"


def _perfect(verb: Token) -> bool:
    """ "Has promised" tells what is over, though its auxiliary is in the present."""
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _clause_verb(token: Token) -> Token | None:
    return token if token.pos_ in ("VERB", "AUX") else None
