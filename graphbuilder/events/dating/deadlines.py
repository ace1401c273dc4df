"""Dates in the clause of an event that are not its own: "put off until May" and "signed the budget for 2016".

They are the day to which something is put off, or the period of a thing that the clause names.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from spacy.tokens import Span, Token

from graphbuilder.events.dating.context import Case
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

#: Verbs that move a date: those told with them are of what is moved.
_MOVING = frozenset({"adjourn", "defer", "delay", "extend", "postpone", "prolong", "remand", "reschedule"})
#: The last letters of "for", "from", "till", "to" and "until" before a date.
_BEFORE = frozenset({"for ", "rom ", "ill ", " to ", "til "})
_WIDTH = 4
#: Types that are over at once, so that what lasts until a date is their result.
_AT_ONCE = frozenset({"end", "move", "sanction"})


def behind_limit(parse: Parse, time: TimeExpression) -> bool:
    """Whether a date stands behind "for", "from", "till", "to" or "until"."""
    at = time.span.start
    return parse.document.text[at - _WIDTH : at] in _BEFORE


def whose_limit(case: Case, trigger: Trigger, time: TimeExpression, told_at: Mapping[int, Trigger]) -> Trigger | None:
    """The event that a date behind such a word is of, where it seems to be of `trigger`.

    "Called a strike for Friday", "postponed the vote to Friday": that of what is called and postponed; "was shut until
    Friday": nobody's.
    """
    verb, told = case.parse.doc[trigger.head], case.factuality[trigger]
    before = case.parse.document.text[time.span.start - _WIDTH : time.span.start]
    if verb.pos_ != "VERB" or told.modality != "ACTUAL" or told.tense == "FUTURE":
        return trigger
    moved, until = verb.lemma_.lower() in _MOVING, time.interval is not None and time.interval.start is None
    if before == "for " or (moved and before == " to " and not until):
        things = (told_at.get(child.i) for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass"))
        return next((one for one in things if one is not None), None)
    return None if until and told.polarity == "POS" and trigger.type in _AT_ONCE else trigger


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
