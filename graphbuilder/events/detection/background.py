"""What sets the scene of a story and is no event of it: "sat at her table", "watched the rain"; "The woman who warned
Lima" as a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

#: How somebody is there, looks and looks on.
_SCENERY = frozenset(
    {"doze", "frown", "gaze", "glance", "grin", "lean", "look", "nod", "shrug", "sigh", "sip", "sit", "sleep", "smile",
     "stare", "watch", "yawn"}
)  # fmt: skip
_ONE = frozenset({"NN", "NNP", "PRP", "WP"})
_MANY = frozenset({"they", "we", "you"})
#: Words behind "sit" and "look" that make more of it: "sat down", "looked into the case".
_MORE = frozenset({"after", "down", "for", "into", "out", "up"})


def sets_scene(parse: Parse, trigger: Trigger) -> bool:
    """ "Jane Roe sat at her table", "was driving home"; "miners sat on the track", "she sat down" may be more."""
    verb = parse.doc[trigger.head]
    return (trigger.lemma in _SCENERY and _is_there(verb)) or (verb.tag_ == "VBG" and _was_going_on(verb))


def only_named(parse: Parse, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Those of a headline that only says who somebody is; `triggers` are in text order."""
    end = max((zone.end for zone in parse.document.zones if zone.kind == "headline"), default=0)
    for one in triggers:
        word = parse.doc[one.head]
        if word.idx >= end:
            break
        if word.dep_ == "relcl" and word.head.dep_ == "ROOT" and word.head.pos_ in ("NOUN", "PROPN"):
            yield one


def _was_going_on(verb: Token) -> bool:
    """ "Was driving home when it began to snow"; but "had been driving since dawn", "was driving, police said"."""
    auxiliaries = [child for child in dependents(verb) if child.dep_ == "aux"]
    return len(auxiliaries) == 1 and auxiliaries[0].tag_ == "VBD" and auxiliaries[0].lemma_ == "be"


def _is_there(verb: Token) -> bool:
    children = dependents(verb)
    if any(child.dep_ in ("auxpass", "neg") or child.lower_ in _MORE for child in children):
        return False
    subjects = [child for child in children if child.dep_ == "nsubj"] or [verb.head]
    return all(one.pos_ == "VERB" or (one.tag_ in _ONE and one.lower_ not in _MANY) for one in subjects)
