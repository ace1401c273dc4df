"""How likely it is that each takes part in an event, and that its date is right: as in its surest mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphbuilder.records import DATE, Choice, Event, EventMention


def choices_of(event: Event, mentions: Sequence[EventMention], entities: Mapping[str, str]) -> tuple[Choice, ...]:
    """The choices behind the participants and the date that an event has in the end.

    Args:
        event: the event.
        mentions: its own.
        entities: mention id → entity id.
    """
    chosen = set(event.participants) | ({(DATE, event.dated_by[1])} if event.dated_by else set())
    surest: dict[tuple[str, str], Choice] = {}
    for mention in mentions:
        for one in _of_mention(mention, entities):
            key = one.role, one.chosen
            if key in chosen and (key not in surest or one.score > surest[key].score):
                surest[key] = one
    return tuple(surest[key] for key in sorted(surest))


def _of_mention(mention: EventMention, entities: Mapping[str, str]) -> Iterator[Choice]:
    for one in mention.participants:
        if one.mention in entities:
            yield Choice(one.role, entities[one.mention], one.provenance.score, one.runner_up)
    if mention.time_score is not None:
        yield Choice(DATE, mention.times[0], mention.time_score, mention.time_runner_up)
