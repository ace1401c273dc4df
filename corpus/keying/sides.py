"""Two keys of one article, set beside each other: a reader's and a program's, or two readers'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keying.coreference import Score, counted
from keying.schema import Event, Key, Mention, Span


@dataclass(frozen=True, slots=True)
class Side:
    """One key of an article with its text: its lines are its events of worth 1; `ranked` are all, the best first."""

    key: Key
    text: str
    ranked: tuple[Event, ...]

    @property
    def lines(self) -> tuple[Event, ...]:
        """The lines that it prints."""
        return tuple(event for event in self.ranked if event.worth == 1)


def side(key: Key, text: str, best_first: bool = False) -> Side:
    """A key as one side: a program's has its events in order, the best first; a reader's go as they are told."""
    events = [event for event in key.events if event.worth]
    if not best_first:
        events.sort(key=lambda event: (event.worth, min(event.triggers, default=(0, 0))))
    return Side(key, text, tuple(events))


def bare(text: str, start: int, end: int) -> Span:
    """A place without a determiner before it and without a possessive ending."""
    match = re.match(r"(?:the|a|an)\s+(?=\S)", text[start:end], re.IGNORECASE)
    tail = re.search(r"['’]s?$", text[start:end])
    start += match.end() if match else 0
    return start, end - (len(tail[0]) if tail and end - len(tail[0]) > start else 0)


def place_of(mention: Mention, side_: Side) -> Span:
    """The place of a mention, as mentions are compared."""
    return bare(side_.text, mention.start, mention.end)


def equal(gold: set[object], system: set[object]) -> Score:
    """The score of one set of answers against another."""
    return counted(len(gold & system), len(system), len(gold))
