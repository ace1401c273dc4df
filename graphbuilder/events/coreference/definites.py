"""Events that point back to what was told before: "the meeting", "that summit", "the new bid", "had met"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.documents.zones import covers
from graphbuilder.events.coreference.chains import BACK, BEGUN, CHANGED, CONTENT, MOTION, TAKEN, THING, Top
from graphbuilder.events.dating.headlines import MOTIONS, is_definite
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.records import event_id
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import EventMention
from graphbuilder.syntax.light_verbs import opens_inquiry
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import lead_verb
from graphbuilder.syntax.tree import dependents

#: What one does with a decision: that which was just told.
_TAKING = frozenset({"make", "reach", "take"})
#: What anything of its kind may be called that was told before.
_THINGS = frozenset({"aircraft", "craft", "ship", "vehicle", "vessel"})
#: What is said of something that was told to be changed: "the improved offer".
_AFTER_CHANGE = frozenset(
    {"higher", "improved", "increased", "lower", "new", "raised", "reduced", "revised", "sweetened"}
)


def find_pointers(parse: Parse, triggers: Sequence[Trigger]) -> dict[str, str]:
    """The events told by a noun that points back, and the word that does: "the meeting", "that summit"."""
    pointers = {}
    for trigger in triggers:
        word = _pointer(parse, trigger)
        if word is not None:
            span = parse.span(trigger.start, trigger.end)
            pointers[event_id(span.document, span.start, span.end)] = word
    return pointers


def find_top(parse: Parse, events: Sequence[EventMention]) -> Top:
    """The events told in the headline and in the lead."""
    inside, verb = covers(parse.document.zones, {"headline"}), lead_verb(parse)
    lead = -1 if verb is None else parse.sentence_of[verb.i]
    return Top(
        frozenset(event.id for event in events if inside(event.span.start)),
        frozenset(event.id for event in events if event.span.sentence == lead),
    )


def _pointer(parse: Parse, trigger: Trigger) -> str | None:
    noun = parse.doc[trigger.head]
    if noun.pos_ == "VERB" and noun.dep_ == "ROOT" and any(child.lower_ in ("had", "'d") for child in dependents(noun)):
        return BACK
    if trigger.method == "phrase":  # "filed the suit", told before by "sued"
        noun = next((child for child in noun.rights if child.dep_ == "dobj" and _told_by(child, trigger)), noun)
    if noun.pos_ != "NOUN":
        return CONTENT if _is_content(noun, trigger) else _of_subject(noun, trigger)
    if trigger.type == "investigate" and noun.dep_ == "dobj" and opens_inquiry(noun.head, noun):
        return BEGUN
    before = [child.lower_ for child in noun.lefts]
    pointer = next((word for word in before if word in ("the", "this", "that")), None)
    if pointer is not None and trigger.lemma == "decision" and parse.doc[trigger.anchor].lemma_ in _TAKING:
        return TAKEN if all(child.dep_ not in ("acl", "ccomp", "prep") for child in noun.rights) else pointer
    return CHANGED if pointer == "the" and not _AFTER_CHANGE.isdisjoint(before) else pointer


def _of_subject(verb: Token, trigger: Trigger) -> str | None:
    """ "The motion was defeated", "the vessel struck a reef": of what was told before."""
    if trigger.type not in ("disaster", "reject", "start"):
        return None
    if trigger.type == "start":
        inquiries = (child for child in verb.lefts if child.dep_ == "nsubjpass" and opens_inquiry(verb, child))
        return BEGUN if any(inquiries) else None
    told = [child.lemma_.lower() for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass") and is_definite(child)]
    if trigger.type == "reject":
        return None if MOTIONS.isdisjoint(told) else MOTION
    return None if _THINGS.isdisjoint(told) else THING


def _told_by(noun: Token, trigger: Trigger) -> bool:
    return event_words().nouns.get(noun.lemma_.lower()) == trigger.type


def _is_content(verb: Token, trigger: Trigger) -> bool:
    """ "The decision to recognise them", "the vow to help": what the noun and the verb tell is of one type."""
    noun = verb.head
    return verb.dep_ == "acl" and verb.tag_ == "VB" and event_words().nouns.get(noun.lemma_.lower()) == trigger.type
