"""What reporters say of their own work: "did not return calls", "declined to comment", "Jane Roe recalls the night".

It is no event of the story.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

#: What somebody has for long.
_HELD = frozenset({"degree", "licence", "license", "majority", "passport", "record", "seat", "share", "stake"})
#: What those who made an article did.
_CREDITS = frozenset({"compiled", "editing", "reporting", "translated", "writing"})
_PRESS = frozenset({"broadcaster", "journalist", "newspaper", "press", "reporter"})
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
        withheld = any(child.dep_ == "xcomp" and _withheld(child) for child in dependents(verb))
        return withheld or _declined_interview(verb)
    told = _TOLD.get(lemma)
    return told is not None and told(verb)


def _remembers(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and _is_person(child) for child in dependents(verb))


def _not_reached(verb: Token) -> bool:
    return _negated(verb) and any(noun.lower_ == "comment" for noun in _objects(verb))


def _was_asked(verb: Token) -> bool:
    """ "Jane Roe, asked whether she would stay, smiled", "asked about it, she said"; but "he paused, asked if"."""
    apart = bool(verb.is_sent_start) or verb.nbor(-1).lower_ in (",", "when")
    joined = verb.dep_ == "conj" or any(child.dep_ in ("aux", "auxpass", "dobj") for child in dependents(verb))
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.tag_ in ("VBN", "VBD") and apart and not joined and after in _QUESTIONS


def asks_question(verb: Token) -> bool:
    """ "She asked whether it was late": no demand; but "asked if he could go", "the committee asked whether it was"."""
    for child in dependents(verb) if _remembers(verb) else ():
        if child.dep_ == "ccomp" and child.i > verb.i:
            words = [one for one in dependents(child) if one.i < child.i]
            polite = any(one.dep_ == "aux" and one.lower_ in ("can", "could", "may", "might", "would") for one in words)
            return not polite and child.left_edge.lower_ in _QUESTIONS
    return False


def _not_accused(verb: Token) -> bool:
    """ "He is not accused of any crime": nobody did anything."""
    children = dependents(verb)
    passive = any(child.dep_ == "auxpass" for child in children)
    return passive and _negated(verb) and any(child.lower_ == "of" for child in children)


def _abstained(verb: Token) -> bool:
    """ "Voted neither for nor against it"."""
    sides = (child for child in verb.rights if child.dep_ in ("preconj", "prep"))
    return any(one.lower_ == "neither" for side in sides for one in (side, *dependents(side)))


def _asserts(verb: Token) -> bool:
    """ "Insisted that it was safe"; but "insisted that it be shut", "insisted on it"."""
    said = (child for child in dependents(verb) if child.dep_ == "ccomp")
    return any(_is_finite(child) for child in said)


def _is_finite(clause: Token) -> bool:
    first = (clause, *(child for child in dependents(clause) if child.dep_ in ("aux", "auxpass")))
    return any(word.tag_ in ("MD", "VBD", "VBP", "VBZ") for word in first)


def _is_said(verb: Token) -> bool:
    """ "Several were reported killed", "is reported to have left": somebody says so; but "reported a loss"."""
    below = {child.dep_ for child in dependents(verb)}
    return "auxpass" in below and not below.isdisjoint(("acomp", "oprd", "xcomp"))


def _on_condition(verb: Token) -> bool:
    """ "It will fly in May, provided the regulator agrees"; but "provided a boat", "was provided by Norway"."""
    below = {child.dep_ for child in dependents(verb)}
    return verb.lower_ == "provided" and "ccomp" in below and below.isdisjoint(("auxpass", "dobj", "nsubj"))


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


def _is_survived(verb: Token) -> bool:
    """ "Is survived by two sons": who is left; but "survived the fall"."""
    return any(child.dep_ == "auxpass" for child in dependents(verb))


def is_imperative(verb: Token) -> bool:
    """ "Ask him", "'Go home,' she said": nobody has done it; but "cut prices" of a headline may be the past."""
    start = bool(verb.is_sent_start) or verb.nbor(-1).is_quote
    return start and verb.tag_ == "VB" and all(child.dep_ not in ("aux", "nsubj") for child in dependents(verb))


def _has_part(verb: Token) -> bool:
    """ "The Greens hold six seats": how things are; but "the Greens hold a rally"."""
    present = verb.tag_ in ("VBP", "VBZ")
    had = (child for child in dependents(verb) if child.dep_ == "dobj") if present else ()
    return any(noun.pos_ == "NUM" or noun.lemma_.lower() in _HELD for noun in had)


def _discovers_nothing(verb: Token) -> bool:
    """ "Where, she discovered, it was dry": told by the way; but "discovered a star", "the star discovered in May"."""
    below = {child.dep_ for child in dependents(verb)}
    return verb.tag_ != "VBN" and verb.dep_ != "relcl" and below.isdisjoint(("auxpass", "ccomp", "dobj", "xcomp"))


def _to_press(verb: Token) -> bool:
    """ "Speaking to reporters, she said"; but "spoke to reporters on Monday"."""
    hearers = (one for to in dependents(verb) if to.lower_ == "to" for one in dependents(to))
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and any(one.lemma_ in _PRESS for one in hearers)


_TOLD: dict[str, Callable[[Token], bool]] = {
    "accuse": _not_accused,
    "ask": _was_asked,
    "chair": _holds_office,
    "compile": _is_credit,
    "discover": _discovers_nothing,
    "do": _does_so,
    "edit": _is_credit,
    "happen": _points_back,
    "head": _holds_office,
    "hold": _has_part,
    "insist": _asserts,
    "reach": _not_reached,
    "provide": _on_condition,
    "recall": _remembers,
    "report": _reports,
    "speak": _to_press,
    "survive": _is_survived,
    "talk": _to_press,
    "translate": _is_credit,
    "vote": _abstained,
    "write": _is_credit,
}


def is_inquiry(noun: Token) -> bool:
    """ "A request for comment", "for an interview"."""
    asked = noun.lemma_.lower() in event_words().inquiries
    return asked and any(one.lower_ == "for" and _names_comment(one) for one in dependents(noun))


def _is_person(subject: Token) -> bool:
    """Whether somebody remembers; makers and states, which the model may take for people, recall cars and envoys."""
    full = any(child.dep_ == "compound" and child.ent_type_ == "PERSON" for child in subject.lefts)
    return (full and subject.ent_type_ == "PERSON") or subject.lower_ in ("he", "i", "she")


def _withheld(verb: Token) -> bool:
    """ "To comment", "to be interviewed"; but "to interview her"."""
    lemma, words = verb.lemma_.lower(), event_words()
    passive = lemma in words.evaded and any(child.dep_ == "auxpass" for child in dependents(verb))
    return passive or lemma in words.withheld


def _declined_interview(verb: Token) -> bool:
    """ "Declined an interview", "declined requests for comment"."""
    nouns = (child for child in dependents(verb) if child.dep_ == "dobj")
    return any(noun.lemma_.lower() == "interview" or is_inquiry(noun) for noun in nouns)


def _names_comment(preposition: Token) -> bool:
    return any(child.lemma_.lower() in ("comment", "interview") for child in dependents(preposition))


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in dependents(verb))


def _objects(verb: Token) -> list[Token]:
    """What it is done to, and for: "respond to requests", "be reached for comment"."""
    below = dependents(verb)
    behind = (inner for child in below if child.dep_ == "prep" for inner in dependents(child) if inner.dep_ == "pobj")
    return [*(child for child in below if child.dep_ == "dobj"), *behind]
