"""Which triggers of a document tell the same event: "met … the two-day meeting … the gathering"."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention, Mention, TimeExpression

#: Letters that a verb and its noun have in common: annex–annexation, invade–invasion, explode–explosion.
STEM = 4
#: How many sentences back a description without a date may point.
REACH = 12


def chain_events(
    events: Sequence[EventMention], times: Sequence[TimeExpression], mentions: Sequence[Mention], definite: set[str]
) -> dict[str, str]:
    """Event mention id → id of the first mention of the same event. `definite` are nouns with "the", "this", "that"."""
    reader = _Reader(times, mentions)
    chain: dict[str, str] = {}
    recent: deque[EventMention] = deque()
    for event in events:
        while recent and event.span.sentence - recent[-1].span.sentence > REACH:
            recent.pop()
        antecedent = next((one for one in recent if reader.same(event, one, event.id in definite)), None)
        recent.appendleft(event)
        chain[event.id] = event.id if antecedent is None else chain[antecedent.id]
    return chain


class _Reader:
    """Judges pairs of event mentions of one document."""

    def __init__(self, times: Sequence[TimeExpression], mentions: Sequence[Mention]) -> None:
        self._intervals = {time.id: time.interval for time in times}
        self._chains = {mention.id: mention.chain for mention in mentions}

    def same(self, event: EventMention, earlier: EventMention, definite: bool) -> bool:
        """A later mention of an event agrees in type and polarity, and contradicts neither date nor place."""
        if event.type != earlier.type or event.type == "other" or event.polarity != earlier.polarity:
            return False
        when, before = self._interval(event), self._interval(earlier)
        if when is not None and before is not None and not when.overlaps(before):
            return False
        if self._differ(event.place, earlier.place):
            return False
        if not _same_word(event, earlier):
            return False
        if definite and when is None:
            return True
        dated = when is not None and before is not None
        return dated and (self._shares(event, earlier) or event.type == "meet")

    def _interval(self, event: EventMention) -> Interval | None:
        return self._intervals.get(event.times[0]) if event.times else None

    def _differ(self, one: str | None, other: str | None) -> bool:
        return one is not None and other is not None and self._chains[one] != self._chains[other]

    def _shares(self, event: EventMention, earlier: EventMention) -> bool:
        places = [{self._chains[one.place]} if one.place else set() for one in (event, earlier)]
        who = [{self._chains[role.mention] for role in one.participants} for one in (event, earlier)]
        return bool((who[0] | places[0]) & (who[1] | places[1]))


def _same_word(event: EventMention, earlier: EventMention) -> bool:
    """The same word, as verb or noun ("invaded … the invasion"); for meetings any word that tells one."""
    return event.type == "meet" or event.lemma[:STEM] == earlier.lemma[:STEM]
