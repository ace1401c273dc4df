"""Where an event happens, by a place said elsewhere in its clause: "tore through a hall of the factory in Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.appositions import whose
from graphbuilder.events.arguments.fillers import Filler, mentions_at, whole_of
from graphbuilder.events.detection.triggers import HARM, Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.type_words import listed
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import verbs_with_agent
from graphbuilder.syntax.tense import fronted_participles
from graphbuilder.syntax.tree import conjuncts, dependents

_LOCATING = frozenset({"in", "at", "near", "outside"})


def nearby_place(parse: Parse, found: Found, trigger: Trigger) -> list[Filler]:
    """A place said with something in the clause: "tore through a hall of the factory in Lund", "in the Polish city"."""
    clause = parse.doc[trigger.anchor]
    told = [verb for verb in verbs_with_agent(clause) if verb.dep_ == "relcl"] if clause.pos_ == "NOUN" else []
    light = event_words().light
    below = [child for child in parse.doc[trigger.head].rights if child.dep_ == "acl" and child.lemma_.lower() in light]
    for verb in (*told, *below, _clause_of(clause)):  # below: "a summit hosted by Japan in Kobe"
        start = min(clause.left_edge.i, verb.i)
        for token in sorted(_prepositions(verb), key=lambda one: one.i):
            for child in dependents(token) if token.i >= start else ():
                for mention, score in _at_site(whole_of(child), found) if child.dep_ == "pobj" else ():
                    if mention.label == "place":
                        return [("place", mention, "clause", score / 2)]
    verb = _clause_of(clause)
    relative = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in dependents(verb))
    told_of = [
        found.by_token.get(verb.head.i) if relative else None,
        _there(verb, found),
        *_where_they_met(verb, found),
    ]
    said = [place for place in told_of if place is not None and place.label == "place"]
    if not said and trigger.type in HARM:
        said = list(_struck(parse, found, trigger))[:1]
    return [("place", place, "where", 0.5) for place in said[:1]]


def _at_site(noun: Token, found: Found) -> Iterator[tuple[Mention, float]]:
    """ "In Lund", "at Lund airport": the mentions at a noun, and the place before that of a site."""
    yield from mentions_at(noun, found)
    if noun.lemma_ in listed("premises") or noun.lemma_ in listed("sites"):
        before = (found.by_token.get(child.i) for child in noun.lefts if child.dep_ in ("compound", "nmod"))
        yield from ((place, 0.7) for place in before if place is not None and place.form == "name")


def _where_they_met(verb: Token, found: Found) -> Iterator[Mention]:
    """ "They met in Lund and signed it", "the leaders who met in Lund signed it", "meeting in Lund, they signed it"."""
    first = verb
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    when = (one for one in dependents(verb) if one.dep_ == "advcl" and any(at.lower_ == "when" for at in one.lefts))
    who = (one for subject in dependents(first) if subject.dep_ == "nsubj" for one in subject.rights)
    met = (one for one in who if one.dep_ == "relcl" and one.tag_ == "VBD")
    for other in (*([first] if first != verb else ()), *when, *met, *fronted_participles(first)):
        if event_words().verbs.get(other.lemma_.lower()) == "meet":
            for preposition in (child for child in other.rights if child.lower_ in _LOCATING):
                nouns = (noun for noun in dependents(preposition) if noun.dep_ == "pobj")
                yield from (mention for noun in nouns for mention, _ in mentions_at(whole_of(noun), found))


def _there(verb: Token, found: Found) -> Mention | None:
    """ "Hurt two people in Lyon and cut the power there": the last place told before in the sentence."""
    if all(child.lower_ != "there" or child.dep_ != "advmod" for child in verb.rights):
        return None
    before = (found.by_token.get(at) for at in range(verb.i - 1, verb.sent.start - 1, -1))
    return next((one for one in before if one is not None and one.label == "place" and one.form == "name"), None)


def _clause_of(token: Token, depth: int = 6) -> Token:
    """The verb of a clause; for a noun what it hangs on, past "the last day of a meeting"."""
    if token.pos_ == "VERB":
        return token
    of_day = token.head.lower_ == "of" and token.head.head.lemma_ == "day"
    while of_day and depth and token.pos_ != "VERB" and token.head != token:
        token, depth = token.head, depth - 1
    return token if token.pos_ == "VERB" else token.head


def _prepositions(word: Token, depth: int = 8) -> Iterator[Token]:
    """Those of place in a clause: between them and its verb stand only nouns and prepositions."""
    for child in dependents(word) if depth else ():
        if child.dep_ == "prep" and child.lower_ in _LOCATING:
            yield child
        if child.pos_ in ("NOUN", "PROPN", "ADP"):
            yield from _prepositions(child, depth - 1)


def _struck(parse: Parse, found: Found, trigger: Trigger) -> Iterator[Mention]:
    """ "Raids destroyed Chad's bridges": where what is destroyed stands."""
    token = parse.doc[trigger.head]
    verbs = [token] if token.pos_ == "VERB" else [one for one in verbs_with_agent(token) if _harms(one)]
    verbs += [joined for verb in verbs for joined in conjuncts(verb) if _harms(joined)]
    for verb in verbs:
        things = (child for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass"))
        yield from (owner for thing in things for owner in whose(whole_of(thing), found) if owner.label == "place")


def _harms(verb: Token) -> bool:
    return event_words().verbs.get(verb.lemma_.lower()) in HARM
