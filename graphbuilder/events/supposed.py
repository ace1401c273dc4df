"""What is only supposed: "if fuel rises", "had it rained", "would have sunk", "should have been shut"."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.events.words import factuality_words
from graphbuilder.tree import dependents

#: What is left of the score of what is only supposed: no reader wants a line of it on a timeline.
SUPPOSED = 0.6
#: Places of words that tie a clause to another.
_MARKS = ("mark", "advmod")
#: Places of a clause that may stand before what it is a condition of; the parser takes some for what is said.
_BEFORE = frozenset({"advcl", "ccomp"})
_SUBJECTS = ("nsubj", "nsubjpass")
_UNREAL = frozenset({"'d", "ought", "should", "would", "’d"})
#: What runs its course by itself, and deals that are closed.
_COURSE = frozenset({"arrive", "begin", "end", "finish", "open", "reopen", "resume", "start"})
_DEALS = frozenset({"acquisition", "deal", "merger", "offer", "purchase", "sale", "takeover", "transaction"})
_SETTLED = frozenset({"close", "complete", "finalise", "finalize"})


def is_supposed(verb: Token) -> bool:
    """Whether a clause is itself the condition, or tells what did not come about."""
    return has_condition(verb) or (verb.tag_ == "VBN" and is_unreal(verb))


def has_condition(verb: Token) -> bool:
    """ "If it rained", "whether it had rained", "had it rained"."""
    conditions = factuality_words().conditions
    for child in dependents(verb):
        if child.dep_ in _MARKS and child.lower_ in conditions:
            return True
    return verb.dep_ in _BEFORE and _inverted(verb)


def _inverted(verb: Token) -> bool:
    """ "Had the dam burst, the town would have flooded", "should it rain"."""
    first = next(iter(dependents(verb)), verb)
    ahead = first.dep_ in ("aux", "auxpass") and first.lower_ in ("had", "should", "were")
    return ahead and any(child.dep_ in _SUBJECTS for child in dependents(verb))


def is_unreal(verb: Token) -> bool:
    """ "Would have been shut", "should have been shut": it was not; but "would have been shut by May"."""
    words = {child.lower_ for child in dependents(verb) if child.dep_ == "aux"}
    if "have" not in words or words.isdisjoint(_UNREAL):
        return False
    dates = (noun for child in verb.rights if child.lower_ == "by" for noun in dependents(child))
    return all(noun.ent_type_ != "DATE" for noun in dates)


def should_come(verb: Token) -> bool:
    """ "Work should begin in May", "the sale should close": so it is planned; but "the mill should be shut"."""
    lemma = verb.lemma_
    if lemma not in _COURSE and lemma not in _SETTLED:
        return False
    subjects = [child for child in dependents(verb) if child.dep_ in _SUBJECTS]
    if lemma in _SETTLED:
        return any(child.lemma_.lower() in _DEALS for child in subjects)
    things = all(child.pos_ not in ("PRON", "PROPN") for child in subjects)
    return things and all(child.dep_ != "dobj" for child in dependents(verb))
