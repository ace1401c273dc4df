"""The day of an announcement that is dated to a month or longer: that on which the announcer said the same.

Reported speech is no event, but its day may date one: "In October 2021 Elvaron announced its first profit and a plant
in Poland", and in news of that month "Elvaron said on Friday that it had made a profit and would build a plant in
Poland".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention, Extraction, Mention, TimeExpression
from graphbuilder.resolve.compare.content_words import content_words

#: The type of event that is dated so.
ANNOUNCING = "announce"
#: Precisions that leave the day open.
_VAGUE = frozenset({"month", "season", "quarter", "half", "year"})
#: Content words, names left out, that an announcement and the reported speech of one day have in common.
_COMMON_WORDS = 2


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """What somebody (entity id) said on a day, by its content words."""

    speaker: str
    day: Interval
    time: str
    words: frozenset[str]


def reported_speeches(
    extractions: Iterable[Extraction], speakers: Mapping[str, str]
) -> dict[str, list[ReportedSpeech]]:
    """Speaker (entity id) → what they said on a day that a text states.

    Args:
        extractions: all documents.
        speakers: mention id → entity id.
    """
    found: dict[str, list[ReportedSpeech]] = defaultdict(list)
    for extraction in extractions:
        for speech in _speeches(extraction, speakers):
            found[speech.speaker].append(speech)
    return found


def same_announcement(
    event: EventMention, interval: Interval, speeches: Sequence[ReportedSpeech], names: Iterable[str]
) -> ReportedSpeech | None:
    """The reported speech that gives an announcement its day; None where there is none, or on several days.

    Args:
        event: the announcement.
        interval: its date.
        speeches: what the announcer said.
        names: the participants; the words of their names do not count as common.
    """
    words = content_words(event.phrase, (*names, event.text))
    same = [each for each in speeches if interval.contains(each.day) and len(words & each.words) >= _COMMON_WORDS]
    days = {each.day for each in same}
    return min(same, key=lambda each: each.time) if len(days) == 1 else None


def leaves_day_open(interval: Interval) -> bool:
    """Whether a date is that of a month, a year or the like."""
    return interval.precision in _VAGUE


def _speeches(extraction: Extraction, speakers: Mapping[str, str]) -> Iterator[ReportedSpeech]:
    mentions = {mention.id: mention for mention in extraction.mentions}
    days = _free_days(extraction)
    words: dict[tuple[str, TimeExpression], set[str]] = defaultdict(set)
    for event in extraction.events:
        source = mentions.get(event.attribution or "")
        if source is not None and source.id in speakers:
            for time in days[event.span.sentence]:
                if _dates_the_speech(time, source, event):
                    words[speakers[source.id], time] |= content_words(event.phrase, ())
    for (speaker, time), told in words.items():
        if time.interval is not None:
            yield ReportedSpeech(speaker, time.interval, time.id, frozenset(told))


def _free_days(extraction: Extraction) -> dict[int, list[TimeExpression]]:
    """Sentence → the days in it that date no event."""
    taken = {time for event in extraction.events for time in event.times}
    days: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in extraction.times:
        if time.id not in taken and time.interval is not None and time.interval.precision == "day":
            days[time.span.sentence].append(time)
    return days


def _dates_the_speech(time: TimeExpression, speaker: Mention, content: EventMention) -> bool:
    """Whether a time stands between the speaker and what is said: "Alba said on Friday that it had sold the plant"."""
    same_sentence = speaker.span.sentence == content.span.sentence
    return same_sentence and speaker.span.end <= time.span.start < content.span.start
