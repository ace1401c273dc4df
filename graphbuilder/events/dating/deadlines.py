"""Dates that do not tell when something happened, but until when it is put off, or of when a thing of the clause is."""

from __future__ import annotations

from collections.abc import Container, Mapping

from spacy.tokens import Span, Token

from graphbuilder.events.dating.context import Case
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

#: Verbs that move a date: those told with them are of what is moved.
_MOVING = frozenset({"adjourn", "defer", "delay", "extend", "postpone", "prolong", "remand", "reschedule"})
#: "Put off", "pushed back", "brought forward".
_MOVING_WITH = {
    "put": frozenset({"back", "off"}),
    "push": frozenset({"back"}),
    "bring": frozenset({"forward"}),
    "move": frozenset({"back", "forward"}),
}
#: Verbs by which something gets another date, right before "to" and that date: "was moved to September 2024".
_MOVING_TO = frozenset({"change", "move", "shift", "switch"})
#: What a date itself does: "the deadline slid from March to May".
_SLIDING = frozenset({"creep", "drift", "move", "shift", "slide", "slip"})
_SLIDES = frozenset(
    {"completion", "date", "deadline", "delivery", "launch", "opening", "schedule", "start", "timetable"}
)
#: The last letters of "for", "from", "till", "to" and "until" before a date.
_BEFORE = frozenset({"for ", "rom ", "ill ", " to ", "til "})
_WIDTH = 4
#: Characters of "by the " before a date.
_DUE = 7
#: Verbs by which nothing is arranged yet.
_WISHES = frozenset({"hope", "like", "want", "wish"})
#: Types that are over at once, so that what lasts until a date is their result.
_AT_ONCE = frozenset({"end", "move", "sanction"})


def behind_limit(parse: Parse, time: TimeExpression) -> bool:
    """Whether a date stands behind "for", "from", "till", "to" or "until"."""
    at = time.span.start
    return parse.document.text[at - _WIDTH : at] in _BEFORE


def is_only_wished(parse: Parse, time: TimeExpression) -> bool:
    """Whether a bound is only wished for: "wants to meet her before Easter"; not "plans to", nor "by Easter"."""
    if time.interval is None or time.interval.start is not None or _is_due(parse, time):
        return False
    span = parse.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    token = None if span is None else span.root
    if token is not None and token.dep_ == "pobj":
        token = token.head
    verb = None if token is None else token.head
    return verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _WISHES


def _is_due(parse: Parse, time: TimeExpression) -> bool:
    """Whether a date is a deadline: "by Friday", "by the end of May"."""
    before = parse.document.text[max(time.span.start - _DUE, 0) : time.span.start]
    return before.removesuffix("the ").endswith(("by ", "By "))


def whose_limit(case: Case, trigger: Trigger, time: TimeExpression, told_at: Mapping[int, Trigger]) -> Trigger | None:
    """The event that a date behind such a word is of, where it seems to be of `trigger`.

    "Called a strike for Friday", "put the vote off to Friday": that of what is called and put off; "was put off until
    Friday", "was postponed from May to June", "was shut until Friday": nobody's.
    """
    verb, told = case.parse.doc[trigger.head], case.factuality[trigger]
    before = case.parse.document.text[time.span.start - _WIDTH : time.span.start]
    if verb.dep_ in ("nsubj", "nsubjpass") and (_moves_a_date(verb.head) or _moves_to(verb.head, before)):
        verb = verb.head  # "delays pushed it back to May"
    if verb.pos_ != "VERB" or told.modality != "ACTUAL" or told.tense == "FUTURE":
        return trigger
    moved, until = _moves_a_date(verb), time.interval is not None and time.interval.start is None
    if before == "for " or (moved and before == " to " and not until):
        things = (told_at.get(child.i) for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass"))
        return next((one for one in things if one is not None), None)
    if moved or _moves_to(verb, before):
        return None
    return None if until and told.polarity == "POS" and trigger.type in _AT_ONCE else trigger


def _moves_to(verb: Token, before: str) -> bool:
    """ "Was moved to September 2024", where that stands right before the date."""
    return before == " to " and verb.lemma_.lower() in _MOVING_TO


def _moves_a_date(verb: Token) -> bool:
    """ "Postponed", "put it off"; "the deadline slid"."""
    lemma = verb.lemma_.lower()
    if lemma in _MOVING:
        return True
    if lemma in _SLIDING and any(child.lemma_.lower() in _SLIDES for child in verb.lefts if child.dep_ == "nsubj"):
        return True
    words = _MOVING_WITH.get(lemma)
    return words is not None and any(child.lower_ in words for child in dependents(verb))


def is_of_thing(word: Token, date: Span, told: Container[int]) -> bool:
    """ "Put the repair in its plan for 2016", "Ada Holm, the mayor since May, wept": of a thing.

    `told` are the words of events.
    """
    if word.dep_ == "prep" and word.lower_ == "for":
        return word.head.pos_ == "NOUN" and word.head.i not in told
    if word.dep_ == "prep" and word.lower_ == "from":  # "rose from 5 million in 2005"
        return any(noun.like_num or noun.ent_type_ == "MONEY" for noun in word.rights if noun.i < date.start)
    if word.dep_ != "appos" or word.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    doc = word.doc
    return word.i < date.start and date.end < len(doc) and doc[date.end].text == ","
