"""Dates that an event has in common with what is told beside it: a verb joined to it, its effect, its whole."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.events.dating.context import SENTENCE, Case, Dating, fits, is_before_owner
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import subjects, verbs_with_agent
from graphbuilder.syntax.tense import (
    UTTERANCES,
    fronted_participles,
    is_at_other_time,
    is_later,
    is_perfect,
    is_simple_past,
)
from graphbuilder.syntax.tree import dependents
from graphbuilder.times.document.sentences import quoted

#: Types that do harm, and those that tell it with them as subject.
_HARM = {
    "attack": frozenset({"attack", "die", "disaster", "injure", "start"}),
    "disaster": frozenset({"attack", "die", "disaster", "injure", "other", "start"}),
}
#: What harm does at once.
_HARMS = frozenset({"attack", "die", "disaster", "end", "injure"})
#: Types of event that are so as soon as somebody says so.
_PROCLAIMED = frozenset({"agree", "appoint", "decide", "dismiss", "resign", "sanction", "seize"})
#: Characters that may stand before a date at the head of a sentence ("On ", "In ").
_PREPOSITION = 6
_DEPTH = 12


def _shared(case: Case, trigger: Trigger) -> Dating | None:
    anchor = case.anchor(trigger)
    if is_later(anchor) or _own_time(case, anchor) or (is_perfect(anchor) and not is_perfect(anchor.head)):
        return None  # "returned in 1996 and soon after became its head", "agreed in March but has refused to pay"
    for _ in range(_DEPTH):
        if anchor.dep_ != "conj" or anchor.head == anchor:
            return None
        anchor = anchor.head
        first = case.by_anchor.get(anchor.i)
        dating = case.dated[first] if first is not None else None
        if first is not None and dating is not None and dating.rule == "syntax":
            time = case.times[dating.times[0]]
            if not fits(case, trigger, time) or _only_planned(case, trigger, first):
                return None
            return Dating("shared", dating.times) if time.span.start < case.parse.doc[trigger.head].idx else None
    return None


def _only_planned(case: Case, trigger: Trigger, first: Trigger) -> bool:
    """ "Had made a profit in 2021, and would build a plant": what is ahead of what was done is not of its day."""
    return case.factuality[first].modality == "ACTUAL" != case.factuality[trigger].modality


def _own_time(case: Case, verb: Token) -> bool:
    """ "Rejected it on Monday, and accepted a higher one before the month was out"; "and began paying in May"."""
    below = dependents(verb)
    for child in below:
        if child.dep_ == "advcl" and any(one.lower_ in ("after", "before", "until") for one in dependents(child)):
            return True
        if child.dep_ in ("dobj", "xcomp") and child.i > verb.i and child.i in case.by_anchor:
            return case.dated[case.by_anchor[child.i]].rule == "syntax"
    return False


def _when_before(case: Case, trigger: Trigger) -> Dating | None:
    """ "When the party entered a coalition in March 1973, he gave her the post": he did so in March 1973."""
    verb = case.anchor(trigger)
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "conj" or not is_simple_past(verb):
        return None
    for clause in verb.lefts:
        told = case.by_anchor.get(clause.i) if clause.dep_ == "advcl" and clause.tag_ == "VBD" else None
        if told is not None and case.dated[told].rule == "syntax":
            times = case.dated[told].times
            when = any(child.lower_ == "when" for child in dependents(clause))
            return Dating("shared", times) if when and fits(case, trigger, case.times[times[0]]) else None
    return None


def _uttered(case: Case, trigger: Trigger) -> Dating | None:
    """The date of the utterance that an act stands in: "in a declaration issued on Thursday they promised"; but what
    somebody demands in a speech is not done on its day.
    """
    if case.factuality[trigger].modality == "DEMANDED":
        return None
    for preposition in dependents(case.anchor(trigger)):
        if preposition.dep_ == "prep" and preposition.lower_ == "in":
            for noun in dependents(preposition):
                issued = (noun, *(child for child in noun.rights if child.dep_ == "acl"))
                told = [case.by_anchor[one.i] for one in issued if one.i in case.by_anchor]
                if told and noun.lemma_.lower() in UTTERANCES and case.dated[told[0]].rule == "syntax":
                    return Dating("shared", case.dated[told[0]].times)
    return None


def _by_effect(case: Case, trigger: Trigger) -> Dating | None:
    """ "A fire destroyed the hall on Monday": what does harm does it when it happens."""
    noun = case.parse.doc[trigger.head]
    effect = next((case.by_anchor[verb.i] for verb in verbs_with_agent(noun) if verb.i in case.by_anchor), None)
    if effect is None:
        return None
    dating = case.dated[effect]
    if effect.type not in _HARM.get(trigger.type, ()):
        return None
    interval = case.times[dating.times[0]].interval
    hour = interval is not None and interval.precision in ("hour", "minute", "second")  # that is of the verb alone
    return Dating("shared", dating.times) if dating.rule == "syntax" and not hour else None


def _by_cause(case: Case, trigger: Trigger) -> Dating | None:
    """ "A storm in May cut the power and halted trains": what does harm in a month halts and cuts in that month."""
    verb = case.anchor(trigger)
    if trigger.type not in _HARMS or not is_simple_past(verb):
        return None
    told = (case.by_anchor.get(noun.i) for noun, place in subjects(verb) if place == "nsubj")
    cause = next((one for one in told if one is not None and one.type in _HARM), None)
    return Dating("shared", case.dated[cause].times) if cause and case.dated[cause].rule == "syntax" else None


def _brought(case: Case, trigger: Trigger) -> Dating | None:
    """ "Brokered a truce on Monday", "announced her resignation on Monday": what a verb brings about is of its day."""
    noun = case.parse.doc[trigger.head]
    if noun.pos_ == "VERB" or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    told = case.by_anchor.get(noun.head.i) if _brings(noun.head.lemma_.lower(), trigger) else None
    if told is None or told is trigger or case.dated[told].rule not in ("syntax", "shared"):
        return None
    return Dating("shared", case.dated[told].times)


def _brings(verb: str, noun: Trigger) -> bool:
    """Whether what a noun tells is so by what a verb (lemma) tells."""
    words = event_words()
    return verb in words.bringing or (verb in words.proclaiming and noun.type in _PROCLAIMED)


def _bringing(case: Case, trigger: Trigger) -> Dating | None:
    """The day of a light verb whose date the parser gives to its object: "announced the decision on Monday"."""
    verb = case.parse.doc[trigger.head]
    for noun in dependents(verb) if verb.pos_ == "VERB" else ():
        told = case.by_anchor.get(noun.i) if noun.dep_ in ("dobj", "xcomp") else None
        doing = noun.dep_ == "xcomp"  # "began building a dock in May"
        if told is not None and case.dated[told].rule == "syntax" and (doing or case.precise(case.dated[told])):
            lemma, time = trigger.lemma, case.times[case.dated[told].times[0]]
            after = time.span.start > noun.idx and fits(case, trigger, time)
            if after and _brings(lemma, told):
                return Dating("shared", case.dated[told].times)
    return None


def _meanwhile(case: Case, trigger: Trigger) -> Dating | None:
    """ "Workers were hurt when a fire broke out on Monday": what is dated in one clause is dated in the other.

    And "in 2008, when Russia invaded Georgia": the clause tells what the date is that of.
    """
    anchor = case.anchor(trigger)
    told_by = _date_of_clause(case, anchor)
    if told_by is not None:
        return Dating("shared", (told_by,))
    if anchor.dep_ == "advcl" and anchor.i > anchor.head.i and is_simple_past(anchor) and _at_once(anchor):
        above = case.by_anchor.get(anchor.head.i)  # "fled on Monday as a fire reached the town"
        if above is not None and case.dated[above].rule == "syntax" and case.precise(case.dated[above]):
            return Dating("shared", case.dated[above].times)
    for clause in dependents(case.anchor(trigger)):
        if clause.dep_ == "advcl" and _at_once(clause):
            for inner in (clause, *(child for child in dependents(clause) if child.dep_ in ("nsubj", "nsubjpass"))):
                other = case.by_anchor.get(inner.i)
                if other is not None and case.precise(case.dated[other]):
                    return Dating("shared", case.dated[other].times)
    return None


def _at_once(clause: Token) -> bool:
    return any(
        child.lower_ in ("when", "as", "while") and child.dep_ in ("advmod", "mark") for child in dependents(clause)
    )


def _date_of_clause(case: Case, verb: Token) -> str | None:
    """The date right before "when", wherever the parser hangs the clause: "last November, when they met"."""
    when = next((child for child in dependents(verb) if child.lower_ == "when"), None)
    if when is None or when.i < 2:
        return None
    before = when.i - 2 if verb.doc[when.i - 1].text == "," else when.i - 1
    return case.time_at.get(before)


def _beside_participle(case: Case, trigger: Trigger) -> Dating | None:
    """ "Speaking in Oslo on Monday, she warned them": what is done while something else is, of a day."""
    verb = case.anchor(trigger)
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    told = (case.by_anchor[clause.i] for clause in fronted_participles(verb) if clause.i in case.by_anchor)
    dating = next((case.dated[one] for one in told if case.dated[one].rule == "syntax"), None)
    if dating is None or not case.precise(dating) or is_later(case.anchor(trigger)):
        return None
    return Dating("shared", dating.times) if fits(case, trigger, case.times[dating.times[0]]) else None


def _of_whole(case: Case, trigger: Trigger) -> Dating | None:
    whole = case.wholes.get(trigger)
    dating = case.dated.get(whole) if whole is not None else None
    return dating and Dating("event", dating.times)


def _of_part(case: Case, trigger: Trigger) -> Dating | None:
    """ "Back in 2008, at the summit, they promised": the summit was in 2008 too."""
    for part in case.parts.get(trigger, ()):
        dating = case.dated.get(part)
        happens = case.factuality[part].modality in ("ACTUAL", "PLANNED")
        if dating is not None and dating.rule == "syntax" and happens:
            return Dating("event", dating.times)
    return None


def _in_sentence(case: Case, trigger: Trigger) -> Dating | None:
    """A clause without a date of its own, under "On Tuesday …" at the head of the sentence."""
    sentence = case.parse.sentence_of[trigger.head]
    here = case.by_sentence.get(sentence, [])
    if len(here) != 1 or here[0].id in case.used or case.factuality[trigger].modality != "ACTUAL":
        return None
    if case.anchor(trigger).dep_ == "advcl" and is_at_other_time(case.anchor(trigger)):
        return None  # "In May they asked that it be closed until they left"
    if _is_so_always(case.anchor(trigger)) or _stands_behind(case.parse.doc[trigger.head]):
        return None
    if is_before_owner(case, trigger, here[0]):
        return None
    if here[0].interval is not None and here[0].interval.is_bound:
        return None  # "By Monday 40 had left, and the shops closed"
    at_head = here[0].span.start - case.parse.sentences[sentence].start <= _PREPOSITION
    if not at_head or quoted(case.parse.document.text, case.parse.doc[trigger.head].idx):
        return None  # nor what somebody says on that day
    return Dating(SENTENCE, (here[0].id,))


def _stands_behind(noun: Token) -> bool:
    """Whether a noun stands behind "since", "after" …: "on Tuesday Roe said that 90 had been found since the quake"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("after", "before", "following", "since", "until")


def _is_so_always(verb: Token) -> bool:
    """Whether a clause tells a habit, in the present: "that week Alba, which runs camps that teach sailing, met"."""
    while verb.tag_ in ("VB", "VBG", "VBN") and verb.dep_ in ("acl", "advcl", "conj", "xcomp"):
        verb = verb.head
    return verb.dep_ == "relcl" and verb.tag_ in ("VBP", "VBZ")


#: In the order in which they are asked.
RULES = (
    _shared,
    _when_before,
    _uttered,
    _by_effect,
    _by_cause,
    _brought,
    _bringing,
    _meanwhile,
    _beside_participle,
    _of_whole,
    _of_part,
    _in_sentence,
)
#: Those that do not look for a date in the sentence of the event.
ACROSS = (_of_whole, _of_part)
