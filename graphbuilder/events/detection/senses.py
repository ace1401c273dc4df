"""What a verb tells by the clause after it: "voted to ban it", "voted for the ban", "was relieved of his command"; and
a noun with the verb that leads to it: "took them to court", "put down their tools".

The words stand under ``clause`` and ``idioms`` in ``lexicons/events/event_types.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: The type of mention that a noun is, "event" where it tells one, "" for a thing.
Label = Callable[[Token], str]

_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prt", "oprd", "acomp"})
_PERSONS = frozenset({"it", "they", "he", "she", "we", "you"})
_ACTORS = frozenset({"person", "organization", "group", "place"})
#: What one brings before a court.
_SUITS = frozenset({"action", "appeal", "case", "claim", "proceedings", "writ"})
#: Who stops people to see who they are, and where.
_CHECKING = frozenset(
    {"airport", "border", "checkpoint", "guard", "officer", "police", "policeman", "roadblock", "soldier"}
)
#: What somebody is relieved of or removed from.
_DUTIES = frozenset({"command", "duty", "job", "leadership", "office", "position", "post", "power", "role"})
#: What somebody becomes by being appointed, elected or crowned.
_POSTS = frozenset(
    {"abbot", "admiral", "ambassador", "archbishop", "attorney", "bishop", "captain", "cardinal", "chair", "chairman",
     "chairwoman", "chancellor", "chief", "coach", "commander", "commissioner", "congressman", "congresswoman",
     "consul", "curator", "dean", "deputy", "director", "editor", "emperor", "empress", "envoy", "executive", "general",
     "governor", "head", "headmaster", "headmistress", "headteacher", "judge", "justice", "king", "leader", "lecturer",
     "magistrate", "manager", "mayor", "minister", "officer", "pope", "premier", "president", "priest", "principal",
     "professor", "prosecutor", "queen", "rector", "secretary", "senator", "sheriff", "speaker", "treasurer", "tsar",
     "undersecretary", "vice-president"}
)  # fmt: skip
#: What parties and ministers share, and verbs of those who have had enough of it.
_POWERS = frozenset({"cabinet", "coalition", "government"})
_LEAVING = frozenset({"exit", "leave"})


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
    return told.get((noun.head.head.lemma_.lower(), between))


def type_by_clause(verb: Token, lemma: str, label: Label) -> str | None:
    """The type that a verb tells by its clause, if it has a part of its own there."""
    kinds = event_words().of_clause[lemma]
    return next((type_ for kind, type_ in kinds.items() if _CLAUSES[kind](verb, label)), None)


def _to(verb: Token, label: Label) -> bool:
    """ "Voted to ban it"."""
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and child.i > verb.i
        for child in dependents(verb)
    )


def _for(verb: Token, label: Label) -> bool:
    """Whether a vote is for a measure: "voted for the ban". No: "voted for Roe", which elects."""
    return any(noun.pos_ == "NOUN" and label(noun) not in _ACTORS for noun in _behind(verb, "for"))


def _motion(verb: Token, label: Label) -> bool:
    """Whether a vote is on a motion: "will vote on the bill". No: "vote on Monday"."""
    return any(noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME") for noun in _behind(verb, "on"))


def _there(verb: Token, label: Label) -> bool:
    """ "Roe settled in Lund"; but "settled with the bank", "settled the row in Lund"."""
    if any(child.dep_ in _COMPLEMENTS or child.lower_ in ("for", "with") for child in dependents(verb)):
        return False
    where = any(label(noun) == "place" for noun in _behind(verb, "at", "in", "near"))
    return where and all(label(one) != "organization" for one, _ in subjects(verb))


def _power(verb: Token, label: Label) -> bool:
    """ "Left the government", "pulled out of the coalition"; but "left the government building"."""
    children = dependents(verb)
    if any(child.dep_ == "dobj" for child in children) and verb.lemma_.lower() not in _LEAVING:
        return False
    left = [child for child in children if child.dep_ == "dobj"]
    ways = [child for child in children if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in ("from", "out")]
    ways += [inner for way in ways for inner in dependents(way) if inner.lower_ == "of"]
    left += [noun for way in ways for noun in dependents(way) if noun.dep_ == "pobj"]
    return any(noun.lemma_.lower() in _POWERS for noun in left)


def _office(verb: Token, label: Label) -> bool:
    """ "Was made chief executive", "she became a professor"; but "was made aware", "became a widow"."""
    if verb.lemma_ == "become":
        held = any(child.dep_ == "attr" and child.lemma_.lower() in _POSTS for child in dependents(verb))
        return held and any(one.lower_ in _PERSONS or label(one) == "person" for one, _ in subjects(verb))
    people = event_words().people
    return any(child.dep_ == "oprd" and child.lemma_.lower() in people for child in dependents(verb))


def _will(verb: Token, label: Label) -> bool:
    """Whether a noun denotes a promise: "repeated its promise"."""
    nouns = (child.lemma_.lower() for child in dependents(verb) if child.dep_ == "dobj")
    return any(event_words().nouns.get(noun) == "promise" for noun in nouns)


def _court(verb: Token, label: Label) -> bool:
    """ "Jane Roe gave evidence"; but "the study gave evidence of it"."""
    told = any(child.dep_ == "dobj" and child.lower_ == "evidence" for child in dependents(verb))
    return told and any(one.lower_ in _PERSONS or label(one) in ("group", "person") for one, _ in subjects(verb))


def _checked(verb: Token, label: Label) -> bool:
    """ "Roe was stopped at the border", "police stopped him"; but "rain stopped the players"."""
    children = dependents(verb)
    stopped = [child for child in children if child.dep_ == "dobj"]
    stopped = stopped or [one for one, place in subjects(verb) if place == "nsubjpass"]
    if not any(label(one) == "person" or one.lower_ in _PERSONS for one in stopped):
        return False
    doers = [child for child in children if child.dep_ == "nsubj"]
    doers += [noun for child in children if child.dep_ in ("agent", "prep") for noun in dependents(child)]
    return any(noun.lemma_.lower() in _CHECKING for noun in doers)


def _suit(verb: Token, label: Label) -> bool:
    """Whether a claim is a lawsuit: "lodged a claim against the bank". No: "filed a claim with his insurer"."""
    claims = [child for child in dependents(verb) if child.dep_ == "dobj" and child.lemma_.lower() in _SUITS]
    return any(way.lower_ == "against" for word in (verb, *claims) for way in word.rights) if claims else False


def _higher(verb: Token, label: Label) -> bool:
    """Whether somebody appeals against a ruling: "Jane Roe appealed". No: "appealed for help", "to the public"."""
    return all(child.lower_ not in ("for", "to") and child.dep_ not in ("dobj", "xcomp") for child in dependents(verb))


def _duty(verb: Token, label: Label) -> bool:
    """ "Was relieved of his command", "removed from office"; but "relieved of pain", "removed from the wall"."""
    return any(noun.lemma_.lower() in _DUTIES for noun in _behind(verb, "from", "of"))


def _sent(verb: Token, label: Label) -> bool:
    """ "Max Lund was sent to Lima", "to the orphanage"; but "was sent a letter", "a letter was sent to him"."""
    children = dependents(verb)
    if all(child.dep_ != "auxpass" for child in children) or any(child.dep_ == "dobj" for child in children):
        return False
    to = any(child.dep_ == "prep" and child.lower_ == "to" for child in children)
    return to and any(label(one) == "person" for one, _ in subjects(verb))


def _behind(verb: Token, *words: str) -> list[Token]:
    """The objects of such prepositions."""
    ways = (child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ in words)
    return [noun for way in ways for noun in dependents(way) if noun.dep_ == "pobj"]


_CLAUSES: dict[str, Callable[[Token, Label], bool]] = {
    "to": _to,
    "for": _for,
    "motion": _motion,
    "there": _there,
    "will": _will,
    "office": _office,
    "power": _power,
    "checked": _checked,
    "court": _court,
    "higher": _higher,
    "suit": _suit,
    "duty": _duty,
    "sent": _sent,
}
