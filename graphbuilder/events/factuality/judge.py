"""Whether it is said to have happened: polarity, modality, tense."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graphbuilder.events.factuality.modality import is_going_to, modality
from graphbuilder.events.factuality.negation import denied, negated, no_plan, not_ready, tried_in_vain
from graphbuilder.events.triggers import Trigger
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

#: Finite forms (Penn tags) and their tense, "" where they have none ("must").
_FINITE = {"MD": "", "VBD": "Past", "VBP": "Pres", "VBZ": "Pres"}
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """POS or NEG; ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED; PAST, PRESENT, FUTURE or NONE."""

    polarity: str
    modality: str
    tense: str


def judge(parse: Parse, trigger: Trigger) -> Factuality:
    """How the event of a trigger is told."""
    token, anchor = parse.doc[trigger.head], parse.doc[trigger.anchor]
    if negated(token, anchor):
        return _factuality("NEG", _modality_of_denied(token, anchor), tense(anchor))
    return _factuality("POS", modality(token, anchor), tense(anchor))


@cache
def _factuality(polarity: str, modality: str, tense: str) -> Factuality:
    """The same record for all that is told in the same way: there are few ways, and many events."""
    return Factuality(polarity, modality, tense)


def _modality_of_denied(token: Token, anchor: Token) -> str:
    """The modality of a denied plan: none after "tried to, but failed"; kept in "would bar her from leaving"."""
    told = modality(token, anchor)
    if told == "ACTUAL" and anchor.dep_ == "pcomp" and anchor.head.lower_ == "from":
        above = anchor.head.head
        barred = modality(above, above) if above.pos_ == "VERB" else told
        return "PLANNED" if barred == "POSSIBLE" else barred
    if told in ("PLANNED", "POSSIBLE") and (tried_in_vain(anchor) or not_ready(anchor)):
        return "ACTUAL"
    if told == "PLANNED" and (denied(anchor) or no_plan(anchor)):
        return "ACTUAL"
    return told


def tense(verb: Token) -> str:
    """PAST, PRESENT or FUTURE by the forms of a verb and its auxiliaries; NONE where these tell no tense."""
    if verb.pos_ not in ("VERB", "AUX"):
        return "NONE"
    words = [verb, *(child for child in dependents(verb) if child.dep_ in ("aux", "auxpass"))]
    if is_going_to(verb) or not _FUTURE.isdisjoint([word.lower_ for word in words]):
        return "FUTURE"
    tenses = [tense for word in words if (tense := _FINITE.get(word.tag_)) is not None]
    if "Past" in tenses or _perfect(verb):
        return "PAST"
    if not tenses and _under_future(verb):
        return "FUTURE"
    return "PRESENT" if tenses else "NONE"


def _under_future(verb: Token, depth: int = 3) -> bool:
    """ "Will be able to sell": an infinitive, or what is joined to it, under a verb in the future."""
    governor = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "conj") or verb.tag_ != "VB" or not depth:
        return False
    governor = governor.head if governor.pos_ == "ADJ" else governor
    own = any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in dependents(governor))
    return own or _under_future(governor, depth - 1)


def _perfect(verb: Token) -> bool:
    """ "Has promised" tells what is over, though its auxiliary is in the present."""
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == "have" for child in dependents(verb))
