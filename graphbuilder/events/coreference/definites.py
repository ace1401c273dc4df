"""Events that point back to what was told before: "the meeting", "that summit", "the new bid", "had met"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.documents.zones import covers
from graphbuilder.events.coreference.chains import BACK, BEGUN, CHANGED, Top
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.records import event_id
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import EventMention
from graphbuilder.syntax.light_verbs import starts_inquiry
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import lead_verb
from graphbuilder.syntax.tree import dependents

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
        return None
    if trigger.type == "investigate" and noun.dep_ == "dobj" and starts_inquiry(noun.head, noun):
        return BEGUN
    before = [child.lower_ for child in noun.lefts]
    pointer = next((word for word in before if word in ("the", "this", "that")), None)
    return CHANGED if pointer == "the" and not _AFTER_CHANGE.isdisjoint(before) else pointer


def _told_by(noun: Token, trigger: Trigger) -> bool:
    return event_words().nouns.get(noun.lemma_.lower()) == trigger.type
