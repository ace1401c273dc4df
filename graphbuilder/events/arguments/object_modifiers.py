"""Who is told with the object of a verb: "filed a lawsuit against Apple", "accepted an offer from Alba"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.fillers import Filler, fill_objects, of_preposition
from graphbuilder.events.detection.classifier import meaning
from graphbuilder.knowledge.event_words import RoleTable, event_words
from graphbuilder.syntax.tree import dependents

#: Verbs whose object comes from where is told right after it: "evacuated tourists from Rhodes".
AWAY = frozenset(
    {"airlift", "banish", "deport", "evacuate", "evict", "expel", "extradite", "pull", "recall", "remove", "repatriate",
     "rescue", "smuggle", "steal", "withdraw"}
)  # fmt: skip
#: What is held against somebody.
_CLAIMS = frozenset(
    {"action", "appeal", "case", "challenge", "charge", "claim", "complaint", "injunction", "lawsuit", "petition",
     "proceedings", "suit"}
)  # fmt: skip
#: Types of what comes from somebody: "turned down a bid from Alba", "won approval from NATO".
_OFFERED = frozenset({"aid", "announce", "decide", "demand", "grant", "invite", "promise", "threaten", "warn"})
#: What one has over others: "took control of Alba".
_POWER = frozenset({"charge", "command", "control", "custody", "delivery", "leadership", "ownership", "possession"})


def beside_object(noun: Token, verb: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    """The other side, said with the object: "filed a lawsuit against Apple", "was promised membership by Germany"."""
    behind = [child for child in dependents(noun) if child.dep_ in ("prep", "agent") and child.i > noun.i]
    if not behind:
        return
    passive = any(child.dep_ == "auxpass" for child in dependents(verb))
    told = noun.lemma_.lower() in event_words().nouns or noun.lemma_ in _CLAIMS or bool(meaning(noun))
    away = verb.lemma_.lower() in AWAY
    for preposition in behind:
        word = preposition.lower_
        if passive and word == "by":
            yield from fill_objects(preposition, table.verb["agent"], found)
        elif (told and word in ("against", "with")) or (away and word == "from"):
            yield from of_preposition(preposition, found, table)
        elif word == "from" and told and event_words().nouns.get(noun.lemma_.lower()) in _OFFERED:
            yield from (one for one in of_preposition(preposition, found, table) if one[1].label != "thing")
        elif word == "of" and noun.lemma_ in _POWER:
            yield from fill_objects(preposition, table.verb["dobj"], found)
        elif word == "to" and table.gives:
            yield from of_preposition(preposition, found, table)  # "promised help to Kyiv"
