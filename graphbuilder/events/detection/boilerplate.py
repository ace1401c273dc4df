"""Which verbs are no events, since they tell of the reporting itself: "did not return calls", "declined to comment"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

#: What those who made an article did.
_CREDITS = frozenset({"compiled", "editing", "reporting", "translated", "writing"})
#: Words that open a question as it is told.
_QUESTIONS = frozenset({"about", "how", "if", "what", "when", "where", "whether", "who", "why"})


def is_formula(verb: Token) -> bool:
    """Whether a verb only tells that somebody gave the reporter no answer, or what somebody remembers.

    >>> from graphbuilder.pipeline.load import load
    >>> [is_formula(load()(words)[3]) for words in ("She did not return calls.", "They did not return it.")]
    [True, False]
    """
    lemma, words = verb.lemma_.lower(), event_words()
    if lemma in words.unanswered:
        return _negated(verb) and any(noun.lemma_.lower() in words.inquiries for noun in _objects(verb))
    if lemma in words.withholding:
        return any(child.dep_ == "xcomp" and child.lemma_.lower() in words.withheld for child in dependents(verb))
    told = _TOLD.get(lemma)
    return told is not None and told(verb)


def _remembers(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and _is_person(child) for child in dependents(verb))


def _was_asked(verb: Token) -> bool:
    """ "Jane Roe, asked whether she would stay, smiled", "asked about it, she said"; but "he paused, asked if"."""
    apart = bool(verb.is_sent_start) or verb.nbor(-1).lower_ in (",", "when")
    joined = verb.dep_ == "conj" or any(child.dep_ in ("aux", "auxpass", "dobj") for child in dependents(verb))
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.tag_ in ("VBN", "VBD") and apart and not joined and after in _QUESTIONS


def _asserts(verb: Token) -> bool:
    """Whether a verb only asserts: "insisted that it was safe". No: "insisted on it"."""
    return any(child.dep_ == "ccomp" for child in dependents(verb))


def _is_said(verb: Token) -> bool:
    """ "Several were reported killed", "is reported to have left": somebody says so; but "reported a loss"."""
    below = {child.dep_ for child in dependents(verb)}
    return "auxpass" in below and not below.isdisjoint(("acomp", "oprd", "xcomp"))


def _is_credit(verb: Token) -> bool:
    """ "(Reporting by Jane Roe in Oslo; editing by Max Lund)": who made the article."""
    made = verb.lower_ in _CREDITS and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "by"
    if not made:
        return False
    return bool(verb.is_sent_start) or verb.nbor(-1).is_punct or verb.nbor(-1).lower_ == "additional"


def _reports(verb: Token) -> bool:
    return _is_credit(verb) or _is_said(verb) or _reports_nothing(verb)


def _reports_nothing(verb: Token) -> bool:
    """ "In Oslo, where, the weekly Insight reported on Monday, he met her": who says so; but "reported on the fire"."""
    if verb.tag_ not in ("VBD", "VBP", "VBZ"):
        return False
    for child in dependents(verb):
        if child.dep_ == "prep" and all(one.ent_type_ in ("DATE", "TIME") for one in dependents(child)):
            continue
        if child.dep_ not in ("advmod", "aux", "npadvmod", "nsubj", "punct"):
            return False
    return True


def _points_back(verb: Token) -> bool:
    """ "Which is expected to happen in May", "what happened": what was told before; but "a strike will happen"."""
    return all(child.pos_ not in ("NOUN", "PROPN") for child in dependents(verb) if child.dep_ == "nsubj")


def _does_so(verb: Token) -> bool:
    """ "As it did in May", "as Roe did"; but "did it in May"."""
    below = {child.lower_: child.dep_ for child in dependents(verb)}
    return bool(below.keys() & {"as", "than"}) and verb.dep_ == "advcl" and "dobj" not in below.values()


def _holds_office(verb: Token) -> bool:
    """ "Roe, who chairs the board", "a panel chaired by Roe": who somebody is; but "chairs the summit on Friday"."""
    if verb.tag_ not in ("VBZ", "VBP") and not (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return False
    return all(child.dep_ not in ("npadvmod", "prep", "aux") for child in dependents(verb))


def is_imperative(verb: Token) -> bool:
    """ "Ask him", "'Go home,' she said": nobody has done it; but "cut prices" of a headline may be the past."""
    start = bool(verb.is_sent_start) or verb.nbor(-1).is_quote
    return start and verb.tag_ == "VB" and all(child.dep_ not in ("aux", "nsubj") for child in dependents(verb))


_TOLD: dict[str, Callable[[Token], bool]] = {
    "ask": _was_asked,
    "chair": _holds_office,
    "compile": _is_credit,
    "do": _does_so,
    "edit": _is_credit,
    "happen": _points_back,
    "head": _holds_office,
    "insist": _asserts,
    "recall": _remembers,
    "report": _reports,
    "translate": _is_credit,
    "write": _is_credit,
}


def _is_person(subject: Token) -> bool:
    """Whether somebody remembers; makers and states, which the model may take for people, recall cars and envoys."""
    full = any(child.dep_ == "compound" and child.ent_type_ == "PERSON" for child in subject.lefts)
    return (full and subject.ent_type_ == "PERSON") or subject.lower_ in ("he", "i", "she")


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in dependents(verb))


def _objects(verb: Token) -> list[Token]:
    """What it is done to, and for: "respond to requests", "be reached for comment"."""
    below = dependents(verb)
    behind = (inner for child in below if child.dep_ == "prep" for inner in dependents(child))
    return [*(child for child in below if child.dep_ == "dobj"), *behind]
