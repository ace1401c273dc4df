"""Events that are told beside others: parts of another event, and retellings of it.

Which event is part of another one a text says, or time, place and participants do. A part without date and place has
those of a gathering. Other wholes last longer than their parts, and lend no date.

A retelling is an event whose every mention is part of a mention of another event, as "Russian strikes" is of "Russian
strikes have damaged the plant". It stays in the graph, and counts less, since a reader of a timeline wants one line of
the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.records import PUBLICATION, Event, EventMention, Provenance

#: The rule of `Event.dated_by` for a date that the whole gives.
BY_WHOLE = "event"
#: Types of event that others can be part of although no text says so.
_GATHERINGS = frozenset({"meet"})
_DAY = PRECISIONS.index("day")
#: Sentences of a headline and lead.
_LEAD = 2

Within = Callable[[str, str], bool]


def wholes_of(
    events: Mapping[str, Event], stated: Mapping[str, tuple[str, ...]], is_within: Within
) -> dict[str, tuple[str, ...]]:
    """Event → the events that it is part of, as a text says, else by time, place and participants."""
    gatherings = _gatherings_by_year(events)
    return {id_: stated.get(id_) or tuple(_implied(event, gatherings, is_within))[:1] for id_, event in events.items()}


def with_whole(part: Event, events: Mapping[str, Event]) -> Event:
    """The event with the date of the gathering that it is part of, and, where it is dated, with the place of its whole,
    if it has none of its own.
    """
    for whole in (events[id_] for id_ in part.part_of):
        if part.interval is None and whole.type in _GATHERINGS and whole.interval is not None and whole.dated_by:
            part = replace(part, interval=whole.interval, dated_by=(BY_WHOLE, whole.dated_by[1]))
        if part.place is None and part.interval is not None:
            part = replace(part, place=whole.place)
    return part


def _day(event: Event) -> Interval | None:
    """The date of an event; if that is publication, the day of the news."""
    is_news = event.dated_by is not None and event.dated_by[0] == PUBLICATION
    return event.interval.mark if is_news and event.interval is not None else event.interval


def _gatherings_by_year(events: Mapping[str, Event]) -> dict[int, list[Event]]:
    """Year → the gatherings of known days and place."""
    found: dict[int, list[Event]] = defaultdict(list)
    for event in events.values():
        interval = event.interval
        if event.type not in _GATHERINGS or event.place is None or event.polarity != "POS":
            continue
        if interval is not None and interval.start is not None and PRECISIONS.index(interval.precision) <= _DAY:
            found[interval.start.year].append(event)
    return found


def _implied(event: Event, gatherings: Mapping[int, Sequence[Event]], is_within: Within) -> Iterator[str]:
    """The gatherings that an event is part of although no text says so."""
    day = _day(event)
    if day is None or day.start is None:
        return
    for whole in gatherings.get(day.start.year, ()):
        if whole.id != event.id and _is_part(event, day, whole, is_within):
            yield whole.id


def _is_part(event: Event, day: Interval, whole: Event, is_within: Within) -> bool:
    """Whether an event is part of a gathering by its days, its place if it has one, and its participants or story.

    Yes: what participants do on its days at its place; what its story dates to its day. No: another gathering.
    """
    assert whole.interval is not None
    assert whole.place is not None
    is_there = event.place is not None and is_within(event.place, whole.place)
    if event.type in _GATHERINGS or (event.place is not None and not is_there):
        return False
    is_then = whole.interval.contains(day) or (is_there and day.overlaps(whole.interval))
    ours, theirs = ({entity for _, entity in each.participants} for each in (event, whole))
    return is_then and (not ours.isdisjoint(theirs) or _is_in_story_of(event, whole))


def _is_in_story_of(event: Event, whole: Event) -> bool:
    """Whether the story of the gathering dates the event to its day.

    No: what is only dated by publication, since not all news of that day is of the gathering.
    """
    if event.dated_by is not None and event.dated_by[0] == PUBLICATION:
        return False
    return any(evidence.method.endswith("/story") and _follows(evidence, whole) for evidence in event.provenance)


def _follows(evidence: Provenance, whole: Event) -> bool:
    """Whether a document mentions the gathering before, or right after, as a lead says first what it decided."""
    in_document = (each.span for each in whole.provenance if each.span.document == evidence.span.document)
    return any(span.sentence <= evidence.span.sentence + _LEAD for span in in_document)


#: What is left of the score of a retelling.
_RETOLD = 0.5
Sentence = tuple[str, int]
#: What an event is told by in each sentence: the lines, and their words.
Lines = Mapping[Sentence, Mapping[str, frozenset[str]]]


def with_retellings(events: Mapping[str, Event], mentions: Mapping[str, EventMention]) -> dict[str, Event]:
    """The events, retellings with a lower score."""
    told = {id_: _told(mentions[one] for one in event.mentions) for id_, event in events.items()}
    by_sentence: dict[Sentence, list[str]] = defaultdict(list)
    for id_, lines in told.items():
        for sentence in lines:
            by_sentence[sentence].append(id_)
    found = {}
    for id_, event in events.items():
        first = _sentence(mentions[event.mentions[0]])
        neighbours = (events[other] for other in by_sentence[first] if other != id_)
        is_retelling = any(_retells(event, other, told) for other in neighbours)
        found[id_] = replace(event, score=round(event.score * _RETOLD, 3)) if is_retelling else event
    return found


def _told(mentions: Iterable[EventMention]) -> Lines:
    """What some mentions say."""
    lines: dict[Sentence, set[str]] = defaultdict(set)
    for mention in mentions:
        lines[_sentence(mention)].add(mention.phrase or mention.text)
    return {sentence: {line: frozenset(fold(line).split()) for line in some} for sentence, some in lines.items()}


def _retells(event: Event, other: Event, told: Mapping[str, Lines]) -> bool:
    """Whether an event says nothing that the other does not; of two that say the same, the surer one stays.

    It has the date of the other, or none; where every line is the same, one of two dates is wrong.
    """
    ours, theirs = told[event.id], told[other.id]
    if event.interval not in (None, other.interval) and ours != theirs:
        return False
    if not _are_within(ours, theirs):
        return False
    return not _are_within(theirs, ours) or _surer_first(other) < _surer_first(event)


def _are_within(ours: Lines, theirs: Lines) -> bool:
    """Whether the words of each line are among those of another one in its sentence."""
    return all(
        any(words <= others for others in theirs.get(sentence, {}).values())
        for sentence, lines in ours.items()
        for words in lines.values()
    )


def _surer_first(event: Event) -> tuple[bool, float, str]:
    """What happened before what did not, as the barring in "barred her from leaving"; then by score."""
    return event.polarity == "NEG", -event.score, event.id


def _sentence(mention: EventMention) -> Sentence:
    return mention.span.document, mention.span.sentence
