"""What a noun tells with the verb that leads to it: "took them to court", "put down their tools", "go to the polls".

The phrases stand in ``lexicons/events/event_types.yaml``.
"""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: Who and what comes under fire from guns; others from critics.
_TARGETS = frozenset(
    {"airport", "army", "base", "battalion", "border", "boat", "camp", "checkpoint", "city", "convoy", "district",
     "force", "guard", "helicopter", "hospital", "navy", "patrol", "peacekeeper", "platoon", "police", "policeman",
     "port", "position", "rebel", "ship", "soldier", "suburb", "town", "troop", "unit", "village"}
)  # fmt: skip


def idiom_of(noun: Token) -> str | None:
    """What a noun tells with the verb and preposition before it: "took them to court", but "went to the court"; with
    the verb and its particle: "put down their tools".
    """
    told = event_words().idioms.get(noun.lower_)
    if told is None:
        return None
    if noun.dep_ == "dobj":
        particles = [child.lower_ for child in noun.head.rights if child.dep_ == "prt" and child.i < noun.i]
        return next((told.get((noun.head.lemma_.lower(), one)) for one in particles), None)
    if noun.dep_ != "pobj":
        return None
    between = " ".join(word.lower_ for word in noun.doc[noun.head.i : noun.i])
    type_ = told.get((noun.head.head.lemma_.lower(), between))
    return "attack" if type_ == "condemn" and noun.lower_ == "fire" and _is_shot_at(noun.head.head) else type_


def _is_shot_at(verb: Token) -> bool:
    """ "Troops came under fire", "the village", "Kyiv"; but "the ministry", "police came under fire for the delay"."""
    blamed = any(child.dep_ == "prep" and child.lower_ in ("for", "over") for child in dependents(verb))
    return not blamed and any(
        who.lemma_.lower() in _TARGETS or who.ent_type_ in ("FAC", "GPE", "LOC") for who, _ in subjects(verb)
    )
