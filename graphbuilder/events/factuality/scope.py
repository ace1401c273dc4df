"""Which verb tells how a word under it, or joined to it, is told: "will" of "the talks will begin" is said of them."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from graphbuilder.events.factuality.conditions import is_unreal
from graphbuilder.events.factuality.negation import CARRIERS
from graphbuilder.knowledge.event_words import event_words, factuality_words
from graphbuilder.knowledge.parse_labels import FINITE, FINITE_OR_MODAL, SUBJECTS
from graphbuilder.syntax.tree import dependents

#: What says of a noun that it takes place; light verbs do too.
_OCCUR = frozenset({"occur", "happen", "begin", "start", "commence", "resume", "open", "arrange"})
#: Verbs that hand on how they are told themselves: "will allow them to sell".
_HANDING_ON = frozenset(
    {"allow", "begin", "cause", "cease", "come", "continue", "enable", "force", "get", "go", "have", "help", "keep",
     "let", "make", "return", "start", "stop"}
)  # fmt: skip
#: Writings that tell what is to be done: "a law banning it".
_RULINGS = frozenset(
    {"act", "agreement", "amendment", "bill", "decree", "directive", "injunction", "law", "legislation", "measure",
     "motion", "order", "pact", "plan", "proposal", "resolution", "rule", "ruling", "treaty", "warrant"}
)  # fmt: skip
#: What is done at the time of something else, behind which it stands: "will open, followed by a parade".
_BESIDE = frozenset({"accompany", "attend", "chair", "follow", "head", "join", "lead", "oversee", "run", "watch"})
#: Verbs whose past is also their participle; so have all in "-ed".
_SAME = frozenset(
    {"bring", "build", "buy", "hold", "keep", "lead", "leave", "lose", "make", "pay", "put", "sell", "send", "set"}
)


def teller(anchor: Token) -> Token | None:
    """The word that tells how one under it, or joined to it, is told; None where it tells that itself."""
    place = anchor.dep_
    if anchor.pos_ != "VERB":
        return anchor.head if place == "conj" and anchor.head.pos_ == "NOUN" else _occurrence(anchor)
    if place == "ROOT":
        return None
    governor, tag = anchor.head, anchor.tag_
    if place == "conj":
        return governor if governor.pos_ == "VERB" and (tag == "VB" or _shares(anchor)) else None
    if place == "advcl" and tag in ("VBG", "VBN"):
        return _beside(anchor)
    if place == "acl" and tag == "VBG":
        return _ordering(governor) if governor.lemma_ in _RULINGS else None
    if place in ("relcl", "ccomp", "csubj") and tag in FINITE:
        return _about_anybody(anchor)
    having = causing(anchor) if tag == "VBN" else None
    if having is not None:
        return having
    handed = place in ("xcomp", "ccomp") and tag in ("VB", "VBG", "VBN") and governor.lemma_ in _HANDING_ON
    return governor if handed else None


def causing(participle: Token) -> Token | None:
    """The verb of who has something done by others: "had it torn down", "plans to have the rule written into law"."""
    if participle.dep_ == "acl" and participle.head.dep_ == "dobj":
        above = participle.head.head
    elif participle.dep_ in ("ccomp", "xcomp") and any(one.dep_ in SUBJECTS for one in dependents(participle)):
        above = participle.head
    else:
        return None
    return above if above.lemma_ == "have" and above.dep_ not in ("aux", "auxpass") else None


def _ordering(ruling: Token) -> Token:
    """ "Is to issue an order banning it": the issuing, unless the verb tells of the order itself: "seeks an order"."""
    verb = ruling.head
    issued = ruling.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ not in factuality_words().governors
    return verb if issued else ruling


def _shares(verb: Token) -> bool:
    """ "Will be sold and closed", "would have sold it and left": what stands before the first is said of both."""
    children = dependents(verb)
    if any(child.dep_ in SUBJECTS or (child.tag_ in FINITE_OR_MODAL and child.i < verb.i) for child in children):
        return False
    if verb.tag_ == "VBN":
        return verb.head.tag_ in ("VB", "VBN")
    same = verb.tag_ == "VBD" and (verb.lower_.endswith("ed") or verb.lemma_ in _SAME)
    return same and verb.head.tag_ == "VBN" and (is_unreal(verb.head) or _is_to_be(verb.head))


def _is_to_be(participle: Token) -> bool:
    """ "Is to be sold", "will be sold"; not "was sold"."""
    return any(child.lower_ == "be" and child.dep_ == "auxpass" for child in dependents(participle))


def _beside(participle: Token) -> Token | None:
    """ "Will close the mill, cutting 40 jobs", "is due to open, headed by Roe": the verb before it."""
    governor = participle.head
    if governor.i > participle.i:
        once = participle.tag_ == "VBN" and participle.left_edge.lower_ == "once"
        return governor if once and _is_ahead(governor) else None  # "once approved, it will take effect"
    if not (participle.tag_ == "VBG" or participle.lemma_ in _BESIDE):
        return None
    if any(child.dep_ in ("aux", "auxpass", "mark") or child.dep_ in SUBJECTS for child in dependents(participle)):
        return None
    if governor.lemma_ != "be":
        return governor if _is_ahead(governor) else None
    said = (governor, *_adjectives(governor))
    return next((one for word in said for one in dependents(word) if one.dep_ == "xcomp"), governor)


def _is_ahead(verb: Token) -> bool:
    """ "Will close", "is expected to close"; but "voted to close it, rejecting the offer" tells of a rejection."""
    above = verb.head
    passive = verb.dep_ == "xcomp" and (above.lemma_ == "be" or above.pos_ == "ADJ" or above.tag_ == "VBN")
    if not passive:
        return any(child.tag_ == "MD" for child in dependents(verb))
    return above.tag_ != "VBN" or any(child.dep_ == "auxpass" for child in dependents(above))


def _about_anybody(verb: Token) -> Token | None:
    """The verb that tells what is done to whoever a clause picks out: "would arrest any man who marched"."""
    noun = verb.head
    if verb.dep_ != "relcl" or all(child.lower_ != "any" for child in noun.lefts):
        return None
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above if above.pos_ == "VERB" else None


def _occurrence(noun: Token) -> Token | None:
    """The verb that tells of a noun that it takes place: "the talks will begin", "is set to begin", "to be held"."""
    governor = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass"):
        complements = [child for one in (governor, *_adjectives(governor)) for child in dependents(one)]
        verbs = [governor, *(child for child in complements if child.dep_ == "xcomp")]
    elif noun.dep_ == "dobj":
        verbs = [governor]
    else:
        verbs = []
    for child in noun.rights:
        if child.dep_ in ("relcl", "acl"):
            if child.tag_ == "VBN":
                verbs.append(child)
            elif child.lemma_ == "be":
                verbs += (one for one in dependents(child) if one.dep_ == "xcomp")  # "a trip that was to begin"
    occurring = (verb for verb in verbs if verb.lemma_ in _telling() or _goes_ahead(verb))
    return next((verb for verb in occurring if verb.pos_ == "VERB"), None)


def _goes_ahead(verb: Token) -> bool:
    """Whether a verb says that a plan takes place: "will go ahead"."""
    return verb.lemma_ == "go" and any(child.lower_ == "ahead" for child in dependents(verb))


@cache
def _telling() -> frozenset[str]:
    return _OCCUR | CARRIERS | event_words().light


def _adjectives(verb: Token) -> list[Token]:
    return [child for child in dependents(verb) if child.dep_ == "acomp"]
