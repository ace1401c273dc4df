"""On which day something was announced that is told as of a month or year: when who announced it said the same.

"In October 2021 Elvaron announced its first profit and a plant in Poland", and in news of that month: "Elvaron said on
Friday that it had made a profit … and would build a plant in Poland." To say so is no event, but tells the day of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuilder.events.coreference.content_words import content_words
from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention, Extraction, Mention, TimeExpression

#: The type of event that is dated so.
ANNOUNCING = "announce"
#: How many words beside the names both tell.
_COMMON = 2


@dataclass(frozen=True, slots=True)
class Saying:
    """A day on which somebody (entity id) said something, and the words of what is said."""

    speaker: str
    day: Interval
    time: str
    words: frozenset[str]


def sayings(extractions: Iterable[Extraction], speakers: Mapping[str, str]) -> dict[str, list[Saying]]:
    """What those who have a name said on a day that is told, by speaker (entity id).

    Args:
        extractions: what was read.
        speakers: mention id → entity id.
    """
    found: dict[str, list[Saying]] = defaultdict(list)
    for extraction in extractions:
        for saying in _of(extraction, speakers):
            found[saying.speaker].append(saying)
    return found


def said_on(event: EventMention, told: Interval, said: Sequence[Saying], names: Iterable[str]) -> Saying | None:
    """The saying that tells the day of an announcement dated more vaguely; None where there is none, or several days.

    Args:
        event: the announcement.
        told: its date.
        said: what who announced it said.
        names: who takes part in it; their names are not counted as words that both tell.
    """
    words = content_words(event.phrase, (*names, event.text))
    same = [one for one in said if told.contains(one.day) and len(words & one.words) >= _COMMON]
    days = {one.day for one in same}
    return min(same, key=lambda one: one.time) if len(days) == 1 else None


def is_vague(told: Interval) -> bool:
    """Whether a date is of a month, a year or longer."""
    return told.precision in ("month", "season", "quarter", "half", "year")


def _of(extraction: Extraction, speakers: Mapping[str, str]) -> Iterator[Saying]:
    mentions = {one.id: one for one in extraction.mentions}
    days = _own_days(extraction)
    words: dict[tuple[str, TimeExpression], set[str]] = defaultdict(set)
    for event in extraction.events:
        source = mentions.get(event.attribution or "")
        if source is not None and source.id in speakers:
            for time in days[event.span.sentence]:
                if _between(source, time, event):
                    words[speakers[source.id], time] |= content_words(event.phrase, ())
    for (speaker, time), told in words.items():
        if time.interval is not None:
            yield Saying(speaker, time.interval, time.id, frozenset(told))


def _own_days(extraction: Extraction) -> dict[int, list[TimeExpression]]:
    """Sentence → the days told in it that date no event."""
    taken = {time for event in extraction.events for time in event.times}
    days: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in extraction.times:
        if time.id not in taken and time.interval is not None and time.interval.precision == "day":
            days[time.span.sentence].append(time)
    return days


def _between(speaker: Mention, time: TimeExpression, event: EventMention) -> bool:
    """Whether a time is told between who says something and what is said: "Alba said on Friday that it had sold it"."""
    return speaker.span.sentence == event.span.sentence and speaker.span.end <= time.span.start < event.span.start
