"""How likely an event is a line that a reader wants and that is right in every way, by all that was read of it.

A logistic regression; its weights stand in the file of weights and were learned on articles that taught nothing else
(`training.calibrate`). Without them the probability that the event belongs on a timeline is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from graphbuilder.reader.pairs import KINDS, Spot
from graphbuilder.reader.reading import STATUSES, Event
from graphbuilder.reader.words import FIRST_TENTH, PLACE, Words

#: A probability is not taken for nearer to 0 or 1 than this.
_SURE = 1e-4
#: How many facts of an event are weighed.
FACTS = 12 + FIRST_TENTH
#: More participants than this say no more.
_MANY = 5
_NAME, _HAPPENED = KINDS.index("name"), STATUSES.index("happened")


def with_lines(
    events: Sequence[Event],
    words: Words,
    spots: Sequence[Spot],
    chains: Sequence[Sequence[int]],
    weights: Sequence[float],
) -> list[Event]:
    """The events of a document, each with the probability that it is a line.

    The weights are those of the facts, that of a constant last.
    """
    if not weights:
        return [replace(event, line=event.wanted) for event in events]
    ranked = sorted(events, key=Event.rank)
    place = {event.tellings: at / len(ranked) for at, event in enumerate(ranked)}
    named = {at for at, chain in enumerate(chains) if any(spots[spot].kind == _NAME for spot in chain)}
    return [
        replace(event, line=_chance([*facts(event, words, place[event.tellings], named), 1.0], weights))
        for event in events
    ]


def facts(event: Event, words: Words, place: float, named: set[int]) -> list[float]:
    """What is known of an event.

    Args:
        event: as it was read, with participants and time.
        words: those of its document.
        place: what share of the events of the document belong on a timeline more than it.
        named: the chains that have a name.
    """
    stands = [int(words.facts[at, PLACE]) for at in event.tellings]
    chances = [part.chance for part in event.parts]
    return [
        _log_odds(event.wanted),
        _log_odds(event.event),
        log(len(event.tellings)),
        *(float(min(stands) == at) for at in range(FIRST_TENTH)),
        float(event.time is not None),
        event.time.chance if event.time else 0.0,
        max(chances, default=0.0),
        sum(chances) / len(chances) if chances else 0.0,
        min(len(chances), _MANY) / _MANY,
        float(event.status != _HAPPENED),
        -sum(chance * log(chance + _SURE) for chance in event.statuses),
        place,
        float(any(part.chain in named for part in event.parts)),
    ]


def _chance(given: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weight * fact for weight, fact in zip(weights, given, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _SURE), 1 - _SURE)
    return log(chance / (1 - chance))
