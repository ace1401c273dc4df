"""What a verb tells before courts and to the police: "lodged a claim", "gave evidence", "was stopped at the border".

These are kinds of clause of ``lexicons/events/event_types.yaml``, as those of `clauses` are.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: The type of mention that a noun is, "event" where it tells one, "" for a thing.
Label = Callable[[Token], str]

COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prt", "oprd", "acomp"})
PERSONS = frozenset({"it", "they", "he", "she", "we", "you"})
ACTORS = frozenset({"person", "organization", "group", "place"})
#: What one brings before a court.
_SUITS = frozenset({"action", "appeal", "case", "claim", "proceedings", "writ"})
_COURTS = frozenset({"court", "tribunal"})
_JAILS = frozenset({"cell", "custody", "jail", "prison"})
#: Who stops people to see who they are, and where.
_CHECKING = frozenset(
    {"airport", "border", "checkpoint", "guard", "officer", "police", "policeman", "roadblock", "soldier"}
)


def _side(verb: Token, label: Label) -> bool:
    """ "The court found for Roe", "ruled against Roe"; but "found a house for Roe"."""
    sides = [child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ in ("for", "against")]
    named = any(label(noun) in ACTORS for child in sides for noun in dependents(child) if noun.dep_ == "pobj")
    return named and all(child.dep_ not in COMPLEMENTS for child in dependents(verb))


def _court(verb: Token, label: Label) -> bool:
    """ "Jane Roe gave evidence"; but "the study gave evidence of it"."""
    told = any(child.dep_ == "dobj" and child.lower_ == "evidence" for child in dependents(verb))
    who = [subject for subject, _ in subjects(verb)] if told else []
    return any(one.lower_ in PERSONS or label(one) in ("group", "person") for one in who)


def _checked(verb: Token, label: Label) -> bool:
    """ "Roe was stopped at the border", "police stopped him"; but "rain stopped the players"."""
    children = dependents(verb)
    if not any(label(one) == "person" or one.lower_ in PERSONS for one, _ in _done_to(verb)):
        return False
    doers = [child for child in children if child.dep_ == "nsubj"]
    doers += [noun for child in children if child.dep_ in ("agent", "prep") for noun in dependents(child)]
    return any(noun.lemma_.lower() in _CHECKING for noun in doers)


def _done_to(verb: Token) -> list[tuple[Token, str]]:
    """Whom it is done to."""
    told = [(child, child.dep_) for child in dependents(verb) if child.dep_ == "dobj"]
    return told or [(one, place) for one, place in subjects(verb) if place == "nsubjpass"]


def _suit(verb: Token, label: Label) -> bool:
    """ "Lodged a claim against the bank", "brought a case at the High Court"; but "filed a claim with his insurer"."""
    claims = [child for child in dependents(verb) if child.dep_ == "dobj" and child.lemma_.lower() in _SUITS]
    ways = [one for word in (verb, *claims) for one in word.rights if one.dep_ == "prep"] if claims else []
    if any(way.lower_ == "against" for way in ways):
        return True
    behind = (noun for way in ways if way.lower_ in ("at", "in", "to", "with") for noun in dependents(way))
    return any(noun.lemma_.lower() in _COURTS for noun in behind)


def _higher(verb: Token, label: Label) -> bool:
    """ "Jane Roe appealed", "appealed to the tribunal": against a ruling; but "appealed for help", "to the public"."""
    for child in dependents(verb):
        if child.lower_ == "for" or child.dep_ in ("dobj", "xcomp"):
            return False
        if child.lower_ == "to" and all(noun.lemma_.lower() not in _COURTS for noun in dependents(child)):
            return False
    return True


def _jail(verb: Token, label: Label) -> bool:
    """ "Walked out of prison"; but "walked out of the talks"."""
    ways = [child for child in dependents(verb) if child.lower_ in ("from", "out")]
    ways += [inner for way in ways for inner in dependents(way) if inner.lower_ == "of"]
    return any(noun.lemma_.lower() in _JAILS for way in ways for noun in dependents(way))


KINDS: dict[str, Callable[[Token, Label], bool]] = {
    "checked": _checked,
    "court": _court,
    "higher": _higher,
    "jail": _jail,
    "side": _side,
    "suit": _suit,
}
