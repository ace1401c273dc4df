"""Which events happened at the date of the entry of a chronology: "15 July. Strikers block the road".

Their present tense tells what is past.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from spacy.tokens import Token

from graphbuilder.events.dating.context import Dating, dates
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import is_perfect, looks_back
from graphbuilder.syntax.tree import dependents
from graphbuilder.times.document.chronology_entries import entries_of, entry_at

RULE = "entry"
#: What a log of hours says of them.
_ZONE = re.compile(r"\b(?:BST|CET|EDT|EST|GMT|UTC|local time)\b")

#: Words of what is so when the chronology is written, or at all times.
_NOW = frozenset({"always", "never", "now", "nowadays", "often", "rarely", "still", "today", "usually"})
_TOLD = ("nsubj", "nsubjpass", "ROOT")


def date_by_entry(
    parse: Parse, triggers: Iterable[Trigger], times: Sequence[TimeExpression], factuality: Mapping[Trigger, Factuality]
) -> dict[Trigger, Dating]:
    """The dating of the events that the clauses of an entry tell, but for those that look back or ahead."""
    heads = {time.span.start: time for time in times if dates(time) and _is_closed(time)}
    if _ZONE.search(parse.document.text):  # a log by the clock: "1609 The navy sends a ship. All times GMT"
        heads = {start: time for start, time in heads.items() if not time.text.isdigit()}
    entries = entries_of(parse.document.text, ((time.span.start, time.span.end) for time in heads.values()))
    if not entries:
        return {}
    begun = {entry.start for entry in entries}
    dated = {time.span.sentence for time in times if dates(time) and time.span.start not in begun}
    found = {}
    for trigger in triggers:
        entry = entry_at(entries, parse.doc[trigger.head].idx)
        if entry is not None and _happens(parse, trigger, factuality[trigger], dated):
            found[trigger] = Dating(RULE, (heads[entry.start].id,))
    return found


def _is_closed(time: TimeExpression) -> bool:
    """ "Since 2014" begins no entry."""
    return time.interval is not None and time.interval.start is not None and time.interval.end is not None


def _happens(parse: Parse, trigger: Trigger, told: Factuality, dated: Container[int]) -> bool:
    """Whether it is what an entry tells; `dated` are the sentences with a date beside that of the entry, which may be
    that of a noun ("negotiations begin in May") or of what somebody says to be ("Roe said today that she agrees").
    """
    verb = parse.doc[trigger.head]
    by_another = parse.sentence_of[trigger.head] in dated
    if told.modality != "ACTUAL" or told.tense == "FUTURE":
        return False
    if verb.pos_ in ("VERB", "AUX"):
        if by_another and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in event_words().reporting:
            return False
        if verb.tag_ == "VBD" and any(one.head.tag_ == "VBD" for one in (verb, *verb.ancestors) if one.dep_ == "ccomp"):
            return False  # "12 October. A witness said (it was likely) that Roe gave it to him": before
        return not is_perfect(verb) and not looks_back(verb) and _of_entry(verb)
    if by_another or verb.dep_ not in _TOLD:
        return False
    return verb.dep_ == "ROOT" or not (is_perfect(verb.head) or any(one.tag_ == "MD" for one in dependents(verb.head)))


def _of_entry(verb: Token) -> bool:
    """Whether a clause tells the course of things, and not what is said of somebody: "Roe, who led the strike"."""
    if any(child.lower_ in _NOW for child in dependents(verb)):
        return False
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in ("ROOT", "ccomp", "advcl", "parataxis") and not (verb.dep_ == "ccomp" and verb.tag_ == "VB")
