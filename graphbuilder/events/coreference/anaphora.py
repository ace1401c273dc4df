"""What pronouns and plain nouns mean of the events told before: "rejected it", "denied that", "the claim", "the bid".

The only bid of a text is the one that is accepted, and "the takeover" is by its bidder and of its target; the only
lawsuit is the one that a hearing or a settlement is of. Where two are told, nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from graphbuilder.events.dating.shared import clause_voted_on
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.records import EventMention, Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

#: The method of a tie between an event and the one whose sides it has.
SIDES = "sides"
#: Types by which somebody answers, and those that can be answered.
_ANSWERS = frozenset({"agree", "condemn", "decide", "deny", "reject", "support"})
_ANSWERED = frozenset({"accuse", "agree", "announce", "demand", "grant", "invite", "promise", "seize"})
#: How many sentences back "it" may point.
_NEAR = 2
#: Nouns for what is sued for, and words for what comes of a suit.
_SUITS = frozenset({"action", "case", "claim", "suit"})
_OF_SUIT = frozenset({"hearing", "ruling", "settle", "settlement", "trial", "verdict"})
#: Adjectives of another thing than the one told before: "a higher one".
_OTHERS = frozenset({"another", "better", "different", "higher", "lower", "new", "other", "second"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger and the event mention that it tells."""

    trigger: Trigger
    event: EventMention


class Meaning:
    """What is meant in one document. `told` are its events of known types in text order; others are never meant."""

    def __init__(self, parse: Parse, told: Sequence[Telling], mentions: Sequence[Mention]) -> None:
        self._parse = parse
        self._told = told
        self._mentions = {mention.id: mention for mention in mentions}
        self._chains: dict[str, list[Telling]] = {}
        for one in self._told:
            self._chains.setdefault(one.event.chain, []).append(one)

    def references(self) -> list[tuple[Trigger, Trigger]]:
        """Pairs of what is told and the event that it is about: "The board rejected it", "The company denied that"."""
        found = []
        for one in self._told:
            meant = self._answered(one) or self._of_suit(one)
            if meant is not None and meant.event.chain != one.event.chain:
                found.append((one.trigger, meant.trigger))
                found += [(vote.trigger, meant.trigger) for vote in self._votes_on(one)]
        return found

    def _votes_on(self, one: Telling) -> list[Telling]:
        """ "Voted for the resolution that rejected it": who does so answers it too."""
        verb = self._parse.doc[one.trigger.head]
        votes = (other for other in self._told if other.event.lemma == "vote" and verb.dep_ == "relcl")
        return [vote for vote in votes if clause_voted_on(self._parse.doc[vote.trigger.head]) == verb]

    def sides(self) -> list[tuple[Trigger, Trigger]]:
        """Nouns with which nobody is told and those who take part in them: "the takeover" and the only bid, "the
        hearing" and the only suit.
        """
        found = []
        for one in self._told:
            chain = self._chains[one.event.chain]
            noun = self._noun(one)
            if noun is not None and not (_is_new(noun) or any(self._sides(each.event) for each in chain)):
                bought = one.event.type == "buy" and _one_of(one, "takeover")
                donor = self._bid if bought else self._suit if one.event.lemma in _OF_SUIT else None
                if donor is not None and donor.trigger.head < one.trigger.head:
                    found.append((one.trigger, donor.trigger))
        return found

    # --- answers ----------------------------------------------------------------------------------------------

    def _answered(self, one: Telling) -> Telling | None:
        """What somebody accepts, rejects or denies: told by a pronoun, or by "the claim" of a suit."""
        verb = self._parse.doc[one.trigger.head]
        anew = one.event.type == "promise" and event_words().acts_of["promise"].get(one.event.lemma) == "anew"
        if not (one.event.type in _ANSWERS or anew) or verb.pos_ != "VERB":
            return None
        for noun in dependents(verb):
            if noun.dep_ not in ("dobj", "nsubjpass"):
                continue
            word = noun.lower_
            if noun.lemma_.lower() in _SUITS and any(child.lower_ == "the" for child in dependents(noun)):
                return self._suit
            if word == "it" or (word == "one" and self._same_kind(noun)):
                return self._last_noun(one)
            if word in ("that", "this") and noun.pos_ == "PRON" and verb.dep_ == "ROOT":
                return self._main_before(one)
        return None

    def _same_kind(self, one: Token) -> bool:
        """ "The first one"; but not "a higher one"."""
        words = {child.lower_ for child in dependents(one)}
        return "the" in words and words.isdisjoint(_OTHERS)

    def _last_noun(self, one: Telling) -> Telling | None:
        """The last noun before for what can be answered, in this sentence or the two before it."""
        first = one.event.span.sentence - _NEAR
        before = (
            other
            for other in reversed(self._told)
            if other.trigger.head < one.trigger.head and other.event.span.sentence >= first
        )
        return next((other for other in before if other.event.type in _ANSWERED and self._noun(other)), None)

    def _main_before(self, one: Telling) -> Telling | None:
        """What the sentence before tells first, or says: "It said that Alba had lied. Alba denied that"."""
        before = (other for other in self._told if other.event.span.sentence == one.event.span.sentence - 1)
        told = (other for other in before if self._clause(other).dep_ in ("ROOT", "ccomp"))
        return next(told, None)

    def _clause(self, one: Telling) -> Token:
        return self._parse.doc[one.trigger.anchor]

    def _noun(self, one: Telling) -> Token | None:
        noun = self._parse.doc[one.trigger.head]
        return noun if noun.pos_ == "NOUN" else None

    # --- the only one -----------------------------------------------------------------------------------------

    def _of_suit(self, one: Telling) -> Telling | None:
        tells = one.event.lemma in _OF_SUIT and one.event.type in ("agree", "decide", "start", "sue", "try")
        suit = self._suit if tells and not _is_new(self._parse.doc[one.trigger.head]) else None
        own, theirs = self._sides(one.event), self._sides(suit.event) if suit is not None else set()
        return None if own and theirs and not own & theirs else suit

    def _sides(self, event: EventMention) -> set[str]:
        return {self._mentions[one.mention].chain for one in event.participants if one.mention in self._named}

    @cached_property
    def _named(self) -> frozenset[str]:
        """The mentions (ids) of those who have a name somewhere in the text."""
        chains = {mention.chain for mention in self._mentions.values() if mention.form == "name"}
        return frozenset(id_ for id_, mention in self._mentions.items() if mention.chain in chains)

    @cached_property
    def _suit(self) -> Telling | None:
        """The lawsuit, if the text tells of one only, and of whom."""
        return self._only([one for one in self._told if one.event.type == "sue" and _one_of(one, "suit")])

    @cached_property
    def _bid(self) -> Telling | None:
        """The bid for a company or its purchase, if the text tells of one target only."""
        bids = [one for one in self._told if one.event.type == "announce" and _one_of(one, "bid")]
        bids += [one for one in self._told if one.event.type == "buy" and _one_of(one, "takeover")]
        return self._only([one for one in bids if self._company(one.event)])

    def _company(self, event: EventMention) -> bool:
        bought = (self._mentions[one.mention] for one in event.participants if one.role == "patient")
        return any(mention.label == "organization" for mention in bought)

    def _only(self, tellings: Sequence[Telling]) -> Telling | None:
        """The fullest of the tellings, if no two of them are of different sides."""
        fullest = max(tellings, key=lambda one: len(self._sides(one.event)), default=None)
        if fullest is None:
            return None
        roles = self._by_role(fullest.event)
        others = (self._by_role(one.event) for one in tellings)
        apart = any(chains.isdisjoint(roles.get(role, chains)) for told in others for role, chains in told.items())
        return None if apart else fullest

    def _by_role(self, event: EventMention) -> Mapping[str, set[str]]:
        roles: dict[str, set[str]] = {}
        for one in event.participants:
            if one.mention in self._named:
                roles.setdefault(one.role, set()).add(self._mentions[one.mention].chain)
        return roles


def _is_new(noun: Token) -> bool:
    """ "After a long trial, Max Lund was freed": of him, and not told of before; but "a trial is planned"."""
    return noun.dep_ == "pobj" and any(child.lower_ in ("a", "an", "another") for child in noun.lefts)


def _one_of(one: Telling, word: str) -> bool:
    return one_act(one.event.type, [word], [one.event.lemma])
