"""Who takes part though no word of the event says so: who blocks a road "in protest", who "has" a law changed, who is
attacked in "Chad refused, and Sudan attacked", who speaks "during a visit to Chad", who must give in
before there is a deal, who decides something "at a meeting".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: What somebody does something in.
_IN_ANSWER = ("protest", "retaliation")
#: What somebody speaks or acts on.
_JOURNEYS = ("journey", "tour", "trip", "visit")
#: Where those who meet decide, and what they do with a decision.
_MEETINGS = ("assembly", "conference", "congress", "gathering", "meeting", "session", "summit")
_DECIDING = frozenset({"agree", "condemn", "decide", "demand", "invite", "promise", "sanction", "support"})
#: Verbs of those who want to meet somebody, or will not.
_SEEKING = frozenset({"arrange", "ask", "beg", "decline", "demand", "propose", "refuse", "request", "seek", "want"})
_TAKING = frozenset({"make", "reach", "take"})
#: What is done to somebody, who goes without saying where he was just told of.
_ATTACKS = ("attack", "invade")
#: What becomes of a suit, which is of those who brought it.
_COURSE = ("adjourn", "begin", "end", "open", "resume", "start")
#: What befalls events, or is said of them, and those who are told with them.
_SAID_OF = (
    "accept", "approve", "authorise", "authorize", "cancel", "celebrate", "condemn", "criticise", "criticize", "delay",
    "demand", "denounce", "halt", "investigate", "mark", "mourn", "order", "overturn", "postpone", "probe", "quash",
    "reject", "reopen", "suspend", "uphold", "welcome",
)  # fmt: skip
_SOMEBODY = frozenset({"ORG", "PERSON"})
_SUITS = frozenset({"action", "case", "claim", "complaint", "lawsuit", "suit"})
#: What two sides come to, and conjunctions of what one of them must do before.
_DEALS = ("accord", "agreement", "armistice", "ceasefire", "compromise", "deal", "settlement", "treaty", "truce")
_BEFORE = frozenset({"before", "if", "once", "unless", "until"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"agent", "ccomp", "dobj", "nsubjpass", "prep", "xcomp"})


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


def _who_brought(verb: Token) -> Iterator[tuple[Token, str]]:
    """ "The case brought by Jane Roe began": hers."""
    for suit, _ in subjects(verb) if verb.pos_ == "VERB" else ():
        brought = (child for child in suit.rights if child.dep_ == "acl" and child.lemma_ in ("bring", "file"))
        by = (one for participle in brought if suit.lemma_ in _SUITS for one in dependents(participle))
        yield from ((noun, "agent") for one in by if one.dep_ == "agent" for noun in dependents(one))


def _who_travels(journey: Token) -> Iterator[tuple[Token, str]]:
    """ "Spoke during a visit to Chad": the speaker; but not the roof that fell, nor where the visit is "by" another."""
    if journey.dep_ != "pobj" or journey.head.lower_ not in ("during", "on"):
        return
    verb = journey.head.head
    owned = any(child.dep_ == "poss" or child.lower_ in ("by", "of") for child in dependents(journey))
    for subject, _ in () if owned or verb.pos_ != "VERB" else subjects(verb):
        if subject.ent_type_ == "PERSON" or subject.pos_ == "PRON" or subject.lemma_.lower() in event_words().people:
            yield subject, "nsubj"


def _who_decides(meeting: Token) -> Iterator[tuple[Token, str]]:
    """ "Ministers agreed at a summit", "told staff at a meeting", "took the decision on the first day of a meeting":
    they met. So will who asks "for a meeting with Jane Roe".
    """
    if meeting.dep_ == "dobj" and meeting.head.lemma_ in _SEEKING:
        yield from _who_seeks(meeting, meeting.head)
    if meeting.dep_ != "pobj" or meeting.head.lower_ not in ("at", "during", "for", "of"):
        return
    verb = meeting.head.head
    if meeting.head.lower_ == "of":
        if verb.lemma_ != "day":
            return
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    at = (
        meeting.head.lower_ == "at"
        and all(child.dep_ != "poss" for child in meeting.lefts)
        and verb.lemma_.lower() in event_words().reporting
    )
    if verb.pos_ == "VERB" and (at or _decides(verb)):
        yield from _who_acts(verb)
    elif verb.lemma_ in _SEEKING:
        yield from _who_seeks(meeting, verb)


def _who_seeks(meeting: Token, verb: Token) -> Iterator[tuple[Token, str]]:
    """ "Asked for a meeting with Jane Roe": who asked; nobody says who would be there else."""
    if any(child.lower_ == "with" for child in meeting.rights):
        yield from _who_acts(verb)


def _decides(verb: Token) -> bool:
    types, lemma = event_words(), verb.lemma_.lower()
    if lemma in _TAKING:
        nouns = (child.lemma_.lower() for child in dependents(verb) if child.dep_ == "dobj")
        return any(types.nouns.get(noun) in _DECIDING for noun in nouns)
    return types.verbs.get(lemma) in _DECIDING


def _who_must(deal: Token) -> Iterator[tuple[Token, str]]:
    """ "A deal is possible only if Chad accepts": one of its sides."""
    clauses = dependents(deal.head) if deal.dep_ == "nsubj" and deal.head.lemma_ == "be" else ()
    for clause in (child for child in clauses if child.dep_ == "advcl"):
        below = dependents(clause)
        if any(child.dep_ == "mark" and child.lower_ in _BEFORE for child in below):
            yield from ((child, "nsubj") for child in below if child.dep_ == "nsubj" and child.pos_ == "PROPN")


def _who_acts(verb: Token) -> Iterator[tuple[Token, str]]:
    yield from ((subject, "agent") for subject, place in subjects(verb) if place == "nsubj")


def _attacked(verb: Token) -> Iterator[tuple[Token, str]]:
    """ "Chad was given no help, and Sudan attacked": Chad; the subject told before, where the verb has no object."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBD"
    own = [child for child in dependents(verb) if joined and child.dep_ == "nsubj"]
    if not own or any(child.dep_ in _OBJECTS and not _of_time(child) for child in dependents(verb)):
        return
    for subject, _ in subjects(verb.head):
        if subject.pos_ == "PROPN" and own[0].pos_ == "PROPN" and subject.text != own[0].text:
            yield subject, "dobj"


def _of_time(child: Token) -> bool:
    return child.dep_ == "prep" and any(inner.ent_type_ in ("DATE", "TIME") for inner in dependents(child))


def causing(participle: Token) -> Token | None:
    """ "Plans to have the rule written into law", "had the house torn down": the verb of who has it done."""
    if participle.dep_ == "acl" and participle.head.dep_ == "dobj":
        above = participle.head.head
    elif participle.dep_ in ("ccomp", "xcomp") and any(one.dep_ in _SUBJECTS for one in dependents(participle)):
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


def _who_brought_it_or_whose(verb: Token) -> Iterator[tuple[Token, str]]:
    yield from _who_brought(verb)
    yield from _whose(verb)


_RULES = {
    **dict.fromkeys(_IN_ANSWER, _who_answers),
    **dict.fromkeys(_JOURNEYS, _who_travels),
    **dict.fromkeys(_ATTACKS, _attacked),
    **dict.fromkeys(_SAID_OF, _whose),
    **dict.fromkeys(_COURSE, _who_brought_it_or_whose),
    **dict.fromkeys(_DEALS, _who_must),
    **dict.fromkeys(_MEETINGS, _who_decides),
}
