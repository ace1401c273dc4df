"""What a verb tells of posts and places: "was relieved of his command", "was sent to Lima", "merged with the North".

These are kinds of clause of ``lexicons/events/event_types.yaml``, as those of `clauses` are.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.events.detection.court_senses import PERSONS, Label
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: What somebody is relieved of or removed from.
_DUTIES = frozenset({"command", "duty", "job", "leadership", "office", "position", "post", "power", "role"})
_POSTS = frozenset({"job", "position", "post"})


def _duty(verb: Token, label: Label) -> bool:
    """ "Was relieved of his command", "removed from office"; but "relieved of pain", "removed from the wall"."""
    from_ = (child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ in ("from", "of"))
    return any(noun.lemma_.lower() in _DUTIES for child in from_ for noun in dependents(child) if noun.dep_ == "pobj")


def _post(verb: Token, label: Label) -> bool:
    """ "Jane Roe lost her job"; but "the town lost a post office", "lost the lead"."""
    if all(child.lemma_ not in _POSTS for child in dependents(verb) if child.dep_ == "dobj"):
        return False
    who = [one for one, _ in subjects(verb)]
    return any(one.lower_ in PERSONS or label(one) in ("group", "person") for one in who)


def _lands(verb: Token, label: Label) -> bool:
    """ "South Yemen merged with the north"; but "the bank merged with a rival"."""
    return any(label(one) == "place" for one, _ in subjects(verb))


def _sent(verb: Token, label: Label) -> bool:
    """ "Max Lund was sent to Lima", "to the orphanage"; but "was sent a letter", "a letter was sent to him"."""
    children = dependents(verb)
    if all(child.dep_ != "auxpass" for child in children) or any(child.dep_ == "dobj" for child in children):
        return False
    to = any(child.dep_ == "prep" and child.lower_ == "to" for child in children)
    return to and any(place == "nsubjpass" and label(one) == "person" for one, place in subjects(verb))


KINDS: dict[str, Callable[[Token, Label], bool]] = {"duty": _duty, "lands": _lands, "post": _post, "sent": _sent}
