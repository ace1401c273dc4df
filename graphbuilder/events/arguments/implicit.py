"""Who takes part though no word of the event says so: who blocks a road "in protest", who "has" a law changed, who
speaks "during a visit to Chad", who decides something "at a meeting".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: What somebody does something in.
_IN_ANSWER = ("protest", "retaliation")
#: What somebody speaks or acts on.
_JOURNEYS = ("journey", "tour", "trip", "visit")
#: Where those who meet decide, and what they do with a decision.
_MEETINGS = ("assembly", "conference", "congress", "gathering", "meeting", "session", "summit")
_DECIDING = frozenset({"agree", "condemn", "decide", "demand", "invite", "promise", "sanction", "support"})
#: What befalls events, or is said of them, and those who are told with them.
_SAID_OF = (
    "accept", "adjourn", "approve", "authorise", "authorize", "begin", "cancel", "celebrate", "condemn", "criticise",
    "criticize", "delay", "demand", "denounce", "end", "halt", "investigate", "mark", "mourn", "open", "order",
    "overturn", "postpone", "probe", "quash", "reject", "reopen", "resume", "start", "suspend", "uphold", "welcome",
)  # fmt: skip
_SOMEBODY = frozenset({"ORG", "PERSON"})


def implied(token: Token) -> Iterator[tuple[Token, str]]:
    """Who takes part in what a word tells, and in which grammatical place."""
    rule = _RULES.get(token.lemma_.lower())
    if rule is not None:
        yield from rule(token)
    if token.tag_ == "VBN":
        having = causing(token)
        if having is not None:
            yield from _who_acts(having)


def _who_answers(noun: Token) -> Iterator[tuple[Token, str]]:
    """ "Blocked the road in protest": who blocked it."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB":
        yield from _who_acts(noun.head.head)


def _who_travels(journey: Token) -> Iterator[tuple[Token, str]]:
    """The subject who travels: "spoke during a visit to Chad"; but not the roof that fell."""
    if journey.dep_ != "pobj" or journey.head.lower_ not in ("during", "on"):
        return
    verb = journey.head.head
    owned = any(child.dep_ == "poss" for child in dependents(journey))
    for subject, _ in () if owned or verb.pos_ != "VERB" else subjects(verb):
        if subject.ent_type_ == "PERSON" or subject.pos_ == "PRON" or subject.lemma_.lower() in event_words().people:
            yield subject, "nsubj"


def _who_decides(meeting: Token) -> Iterator[tuple[Token, str]]:
    """The subject who attends where something is decided: "ministers agreed at a summit"."""
    if meeting.dep_ != "pobj" or meeting.head.lower_ not in ("at", "during", "for"):
        return
    verb = meeting.head.head
    at = (
        meeting.head.lower_ == "at"
        and all(child.dep_ != "poss" for child in meeting.lefts)
        and verb.lemma_.lower() in event_words().reporting
    )
    if verb.pos_ == "VERB" and (at or event_words().verbs.get(verb.lemma_.lower()) in _DECIDING):
        yield from _who_acts(verb)


def _who_acts(verb: Token) -> Iterator[tuple[Token, str]]:
    yield from ((subject, "agent") for subject, place in subjects(verb) if place == "nsubj")


def causing(participle: Token) -> Token | None:
    """ "Plans to have the rule written into law", "had the house torn down": the verb of who has it done."""
    if participle.dep_ == "acl" and participle.head.dep_ == "dobj":
        above = participle.head.head
    elif participle.dep_ in ("ccomp", "xcomp") and any(one.dep_ in SUBJECTS for one in dependents(participle)):
        above = participle.head
    else:
        return None
    return above if above.lemma_ == "have" and above.dep_ not in ("aux", "auxpass") else None


def _whose(verb: Token) -> Iterator[tuple[Token, str]]:
    """ "Her trial was put off", "accepted the resignation of Jane Roe": who is told with the event; no country."""
    for noun in dependents(verb) if verb.pos_ == "VERB" else ():
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass") and noun.lemma_.lower() in event_words().nouns:
            beside = [child for child in dependents(noun) if child.dep_ == "poss" or child.lower_ == "of"]
            owners = (one for child in beside for one in ((child,) if child.dep_ == "poss" else dependents(child)))
            yield from ((one, "poss") for one in owners if one.ent_type_ in _SOMEBODY or one.lower_ in ("her", "his"))


_RULES = {
    **dict.fromkeys(_IN_ANSWER, _who_answers),
    **dict.fromkeys(_JOURNEYS, _who_travels),
    **dict.fromkeys(_SAID_OF, _whose),
    **dict.fromkeys(_MEETINGS, _who_decides),
}
