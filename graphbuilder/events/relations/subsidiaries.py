"""Which companies are subsidiaries, and whose: those that were bought, from then on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import EventMention, Mention, Participant, RelationMention

#: How surely somebody must be read as buyer or bought: "bought Corin", not "bought Corin's mines".
_SURE = 0.6


def find_subsidiaries(events: Iterable[EventMention], mentions: Sequence[Mention]) -> Iterator[RelationMention]:
    """ "Alba bought Corin": Corin is a subsidiary of Alba; not where it wants to buy it, nor buys shares of it."""
    bought = event_words().acts_of["buy"]
    done = [one for one in events if one.type == "buy" and one.lemma in bought]
    labels = {mention.id: mention.label for mention in mentions} if done else {}
    for event in done:
        sides = [[one for one in event.participants if one.role == role] for role in ("patient", "agent")]
        told = event.modality == "ACTUAL" and event.polarity == "POS" and event.tense == "PAST"
        if told and all(len(side) == 1 and _is_firm(side[0], labels) for side in sides):
            firm, owner = (side[0].mention for side in sides)
            yield RelationMention(
                firm, "subsidiary_of", owner, None, event.span, "purchase", 0.6, tense=event.tense,
                attribution=event.attribution,
            )  # fmt: skip


def _is_firm(one: Participant, labels: dict[str, str]) -> bool:
    return labels.get(one.mention) == "organization" and one.provenance.score >= _SURE
