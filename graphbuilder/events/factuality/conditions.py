"""What is only supposed: "if fuel rises", "had it rained", "would have sunk", "should have been shut"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.knowledge.event_words import factuality_words
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.token_index import positions
from graphbuilder.syntax.tree import dependents, once_a_doc, sentence_start

#: Places of words that tie a clause to another.
MARKS = ("mark", "advmod")
#: Places of a clause that may stand before what it is a condition of; the parser takes some for what is said.
_BEFORE = frozenset({"advcl", "ccomp", "pcomp"})
#: Conjunctions on which it hangs whether a thing is done, and words that take this back: "even if".
CONDITIONS = frozenset({"if", "unless"})
_CONCEDING = frozenset({"as", "even"})
_INVERTED = frozenset({"had", "should", "were"})
_SUPPOSING = frozenset({"case", "if", "lest", "unless", "whether"}) | _INVERTED
_COMING = frozenset({"next", "tomorrow"})
_UNREAL = frozenset({"'d", "ought", "should", "would", "’d"})
#: What runs its course by itself.
_COURSE = frozenset({"arrive", "begin", "end", "finish", "open", "reopen", "resume", "start"})
#: Verbs that tell whether what stands under them is done.
_IMPLYING = frozenset({"begin", "fail", "happen", "manage", "neglect", "refuse", "start"})


def may_suppose(verb: Token) -> bool:
    """Finds out quickly that a sentence has no word of a condition or a reservation."""
    return sentence_start(verb) in _supposing(verb.doc)


def has_condition(verb: Token) -> bool:
    """ "If it rained", "whether it had rained", "had it rained", "if it fails to open"."""
    if not may_suppose(verb):
        return False
    conditions = factuality_words().conditions
    for child in dependents(verb):
        if child.dep_ in MARKS and child.lower_ in conditions:
            return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _IMPLYING:
        return has_condition(verb.head)
    return verb.dep_ in _BEFORE and _inverted(verb)


def on_condition(verb: Token) -> bool:
    """Whether a verb depends on a condition: "would sue if they refused". No: "even if", "asked whether"."""
    if not may_suppose(verb):
        return False
    clauses = (child for child in dependents(verb) if child.dep_ == "advcl")
    marks = (mark for child in clauses for mark in dependents(child) if mark.dep_ == "mark")
    return any(one.lower_ in CONDITIONS and not (one.i and one.nbor(-1).lower_ in _CONCEDING) for one in marks)


def is_alleged(clause: Token) -> bool:
    """Whether a clause is alleged by nobody named: "they allege that he lied", "it is said that he lied"."""
    above, words = clause.head, factuality_words()
    if clause.dep_ != "ccomp" or clause.i < above.i:
        return False
    if above.lemma_ in words.alleging:
        return True
    if above.tag_ != "VBN" or above.lemma_ not in words.hearsay:
        return False
    children = dependents(above)
    nobody = any(child.lower_ == "it" and child.dep_ == "nsubjpass" for child in children)
    return nobody and all(child.dep_ != "agent" for child in children)


@once_a_doc
def _supposing(doc: Doc) -> frozenset[int]:
    """The sentences (their first words) that may suppose something: most do not."""
    found = positions(doc, _supposing_words(), "LOWER")
    words = (doc[at] for at in found)
    return frozenset(sentence_start(word) for word in words if word.lower_ not in _INVERTED or _before_noun(word))


def _before_noun(auxiliary: Token) -> bool:
    """ "Had the dam burst", "should it rain"; not "had burst"."""
    at = auxiliary.i + 1
    return at < len(auxiliary.doc) and auxiliary.doc[at].pos_ in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN")


@once_a_doc
def hedges(doc: Doc) -> Mapping[int, Token]:
    """Verbs (indices) → the adverb just before them that says they may not be so: "apparently", "nearly"."""
    found = (doc[at] for at in positions(doc, _hedging(), "LOWER"))
    return {adverb.head.i: adverb for adverb in found if adverb.dep_ == "advmod" and adverb.i < adverb.head.i}


@cache
def _supposing_words() -> frozenset[str]:
    return _SUPPOSING | _hedging()


@cache
def _hedging() -> frozenset[str]:
    return factuality_words().hedges | factuality_words().nearly


@once_a_doc
def awaited(doc: Doc) -> frozenset[int]:
    """The words (indices) that have "tomorrow" or "next week" beside them, to tell when."""
    return frozenset(
        doc[at].head.i if doc[at].lower_ == "tomorrow" else doc[at].head.head.i
        for at in positions(doc, _COMING, "LOWER")
        if _is_day_to_come(doc[at])
    )


def _is_day_to_come(word: Token) -> bool:
    """ "Tomorrow", "next week", where they tell when."""
    day = word if word.lower_ == "tomorrow" else word.head
    return day.dep_ == "npadvmod" and day.i - word.i in (0, 1)


def _inverted(verb: Token) -> bool:
    """ "Had the dam burst, the town would have flooded", "should it rain"."""
    first = next(iter(dependents(verb)), verb)
    ahead = first.dep_ in ("aux", "auxpass") and first.lower_ in _INVERTED
    return ahead and any(child.dep_ in SUBJECTS for child in dependents(verb))


def is_unreal(verb: Token) -> bool:
    """Whether a verb is counterfactual: "would have been shut", "should have been shut"."""
    words = {child.lower_ for child in dependents(verb) if child.dep_ == "aux"}
    return "have" in words and not words.isdisjoint(_UNREAL)


def should_come(verb: Token) -> bool:
    """Whether "should" announces a plan: "work should begin in May". No: "the mill should be shut"."""
    if verb.lemma_ not in _COURSE:
        return False
    subjects = [child for child in dependents(verb) if child.dep_ in SUBJECTS]
    things = all(child.pos_ not in ("PRON", "PROPN") for child in subjects)
    return things and all(child.dep_ != "dobj" for child in dependents(verb))


def is_hearsay(told: Token) -> bool:
    """ "Is said to have lied", "were reported to be leaving": the verb under "said"; nobody stands up for it."""
    above = told.head
    if told.dep_ != "xcomp" or above.tag_ != "VBN" or above.lemma_ not in factuality_words().hearsay:
        return False
    return any(child.dep_ == "auxpass" for child in dependents(above))
