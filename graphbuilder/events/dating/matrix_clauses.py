"""Dates that an event takes from a clause around it: "When she came in May 1973, he gave her a post"."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.events.dating.context import Case, Dating, clause_of, fits, tokens
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.tense import COMING, later, pluperfect, simple_past
from graphbuilder.syntax.tree import dependents

#: Where what is done at a meeting is said to be done, and the tokens of "a meeting in New York on".
_AT, _NEAR = frozenset({"at", "during"}), 8
_WHERE = frozenset({"at", "in", "on", "the", "'s", "’s"})


def from_around(case: Case, trigger: Trigger) -> Dating | None:
    """The dating of an event by the clause around it; cheap looks first."""
    verb = case.anchor(trigger)
    if verb.dep_ == "conj":
        return None if verb.head.i in case.by_anchor else _beside_silent(case, trigger)
    if trigger.type == "meet" and verb.pos_ != "VERB":
        return _at_meeting(case, trigger)
    sentence = case.parse.sentences[case.parse.sentence_of[trigger.head]]
    if case.parse.document.text.find("hen ", sentence.start, verb.idx) >= 0:
        return _when_before(case, trigger)
    return _comes_for(case, trigger) if verb.lemma_ in COMING else None


def _when_before(case: Case, trigger: Trigger) -> Dating | None:
    """ "When the party entered a coalition in March 1973, he gave her the post": he did so in March 1973."""
    verb = case.anchor(trigger)
    if verb.tag_ not in ("VBD", "VBN") or not simple_past(verb):
        return None
    for clause in verb.lefts:
        told = case.by_anchor.get(clause.i) if clause.dep_ == "advcl" else None
        dating = None if told is None else case.dated[told]
        if dating is not None and dating.rule == "syntax" and clause.tag_ == "VBD":
            when = any(child.lower_ == "when" for child in dependents(clause))
            return Dating("shared", dating.times) if when and fits(case, trigger, case.times[dating.times[0]]) else None
    return None


def _comes_for(case: Case, trigger: Trigger) -> Dating | None:
    """ "Returns to be sentenced on 8 April", "flew to Oslo to sign it on Monday": she comes on the day of what for."""
    for clause in case.anchor(trigger).rights:
        told = case.by_anchor.get(clause.i) if clause.dep_ in ("xcomp", "advcl") and clause.tag_ != "VBG" else None
        dating = None if told is None or clause.tag_ == "VBD" else case.dated[told]
        if dating is not None and dating.rule == "syntax" and any(child.tag_ == "TO" for child in clause.lefts):
            return Dating("shared", dating.times) if fits(case, trigger, case.times[dating.times[0]]) else None
    return None


def _at_meeting(case: Case, trigger: Trigger) -> Dating | None:
    """ "It was revived at a meeting in Oslo on 9 April": the meeting was on 9 April."""
    noun = case.parse.doc[trigger.head]
    if trigger.type != "meet" or noun.dep_ != "pobj" or noun.head.lower_ not in _AT:
        return None
    for word in case.parse.doc[noun.i + 1 : noun.i + _NEAR]:
        if word.i in case.time_at:
            dating = Dating("shared", (case.time_at[word.i],))
            return dating if fits(case, trigger, case.times[dating.times[0]]) else None
        if word.lower_ not in _WHERE and word.pos_ != "PROPN":
            return None
    return None


def _beside_silent(case: Case, trigger: Trigger) -> Dating | None:
    """ "She stood for mayor in 1965 and lost": in 1965, the date of a clause that tells no event."""
    verb = case.anchor(trigger)
    first = verb.head
    if first.tag_ != "VBD" or first.pos_ != "VERB":
        return None
    if verb.tag_ not in ("VBD", "VBN") or later(verb) or any(child.dep_ == "aux" for child in dependents(verb)):
        return None
    times = case.by_sentence.get(case.parse.sentence_of[verb.i], [])
    between = [time for time in times if first.i < tokens(case.parse, time).start < verb.i]
    if len(between) != 1 or len(between) < len([one for one in times if tokens(case.parse, one).start > first.i]):
        return None
    time = between[0]
    own = time.id not in case.used and clause_of(case.parse, time) == first
    return Dating("shared", (time.id,)) if own and fits(case, trigger, time) else None


def is_cleft(verb: Token) -> bool:
    """ "It was in 2009 that he met her"; but "it was clear in 2009 that he would"."""
    below = {child.dep_: child for child in dependents(verb)}
    it = below.get("nsubj")
    return verb.pos_ == "AUX" and it is not None and it.lower_ == "it" and not below.keys() & {"acomp", "attr"}


def in_cleft(case: Case, trigger: Trigger) -> Dating | None:
    """ "It was at a reunion held in 2011 that he met her": of the date that stands before "that", if it is one."""
    verb = case.anchor(trigger)
    if verb.dep_ != "ccomp" or verb.head.pos_ != "AUX" or not is_cleft(verb.head):
        return None
    first, last = verb.head.idx, verb.left_edge.idx
    here = [time for time in case.by_sentence[case.parse.sentence_of[verb.i]] if first < time.span.start < last]
    told = len(here) == 1 and simple_past(verb) and fits(case, trigger, here[0])
    return Dating("shared", (here[0].id,)) if told else None


def is_so_now(case: Case, trigger: Trigger, time: TimeExpression) -> bool:
    """ "Was dismissed on 26 August and faces a trial": not on that day.

    "It has been shut since 2017, and they had sold it": not since then.
    """
    verb = case.anchor(trigger)
    if time.interval is not None and time.interval.end is None:
        return pluperfect(verb)
    return verb.tag_ in ("VBP", "VBZ") and verb.head.tag_ in ("VBD", "VBN") and case.is_over(time)
