"""What plain nouns mean of the events told before: the only lawsuit of a text is the one that a hearing or a settlement
is of. Where two are told, nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.records import EventMention, Mention
from graphbuilder.syntax.parse import Parse

#: The method of a tie between an event and the one whose sides it has.
SIDES = "sides"
_OF_SUIT = frozenset({"hearing", "ruling", "settle", "settlement", "trial", "verdict"})


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
        """Pairs of what is told and the only suit, of which it is: "the case was settled"."""
        meant = ((one, self._of_suit(one)) for one in self._told)
        return [(one.trigger, suit.trigger) for one, suit in meant if suit and suit.event.chain != one.event.chain]

    def sides(self) -> list[tuple[Trigger, Trigger]]:
        """Nouns with which nobody is told and those who take part in them: "the hearing" and the only suit."""
        found = []
        for one in self._told:
            chain, noun = self._chains[one.event.chain], self._parse.doc[one.trigger.head]
            if one.event.lemma not in _OF_SUIT or noun.pos_ != "NOUN" or _is_new(noun):
                continue
            nobody = not any(self._sides(each.event) for each in chain)
            if nobody and self._suit is not None and self._suit.trigger.head < one.trigger.head:
                found.append((one.trigger, self._suit.trigger))
        return found

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
        return self._only(
            [one for one in self._told if one.event.type == "sue" and one_act("sue", ["suit"], [one.event.lemma])]
        )

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
