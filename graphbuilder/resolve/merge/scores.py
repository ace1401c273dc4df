"""The score of an event: the probability that a reader wants it on a timeline, that of its surest mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.records import Event, EventMention


def scored(event: Event, mentions: Sequence[EventMention]) -> Event:
    """The event with its score; `mentions` are its own."""
    return replace(event, score=round(max(mention.score for mention in mentions), 3))
