"""How long what lasts lasted, where a text tells a day and how many there were, or its start and its end.

| rule | the date is | score |
|---|---|---|
| shared | all days: "on Monday, the first day of a two-day fair", "the two-day fair, which ends on Monday" | 0.7 |
| span | from the start to the end: "The war began on 7 May … A truce ended the fighting on 12 May" | 0.7 |
| since | from the start to what was then told: "Roe, who had led it since 2015, resigned on Monday" | 0.9 |
| onset | the start: "closed since May, when a wall fell" | 0.9 |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from graphbuilder.events.dating.context import ONSET, SINCE, SPAN, TURN, Dating, tokens
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import pluperfect, simple_past
from graphbuilder.syntax.tree import dependents

#: Types of what goes on for days, and is told to have a start and an end.
LASTING = frozenset({"attack", "compete", "elect", "meet", "protest", "sue", "try"})
_LENGTH = re.compile(r"P(\d{1,2})D")
_ORDINALS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LAST = frozenset({"closing", "final", "last"})
#: Tokens between a date and "the first day".
_NEAR = 8
#: Types of what tells a start or an end, and verbs of no such type.
_STARTING, _ENDING = frozenset({"begin", "commence", "open", "start"}), frozenset({"close", "conclude", "end"})
_OWN = frozenset({"syntax", "shared"})
_LENGTHS = frozenset({"day", "hour", "month", "week"})
#: Sentences between the start and the end of what is told.
_REACH = 12

Dated = Mapping[Trigger, Dating]


# --- a day and a length -------------------------------------------------------------------------------------------


def count_days(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression], dated: Dated
) -> tuple[tuple[TimeExpression, ...], dict[Trigger, Dating]]:
    """The times, with lengths of which a day is told as the days that they are; and what lasted so long."""
    lengths = {time.id: int(match[1]) for time in times if (match := _LENGTH.fullmatch(time.value)) is not None}
    if not lengths:
        return tuple(times), {}
    at = {trigger.head: trigger for trigger in triggers}
    known = {time.id: time for time in times}
    found: dict[str, TimeExpression] = {}
    dating = {}
    for id_, length in lengths.items():
        time = known[id_]
        event = next((at[noun.i] for noun in _measured(parse, time) if noun.i in at), None)
        if event is None or time.interval is not None or event.type not in LASTING:
            continue
        for number, day in _days(parse, event, known, dated, length):
            interval = _spread(known[day].interval, number, length)
            if interval is not None:
                found[id_] = replace(time, interval=interval, anchor=day)
                dating[event] = Dating("shared", (id_,))
                break
    return tuple(found.get(time.id, time) for time in times), dating


def _measured(parse: Parse, time: TimeExpression) -> Iterator[Token]:
    """The noun that a length stands before: "a two-day meeting"."""
    here = tokens(parse, time)
    for at in here:
        word = parse.doc[at]
        if word.head.i not in here and word.head.i > at and word.head.pos_ in ("NOUN", "PROPN"):
            yield word.head


def _days(
    parse: Parse, event: Trigger, known: Mapping[str, TimeExpression], dated: Dated, length: int
) -> Iterator[tuple[int, str]]:
    """Which of its days is told, and its time: the second of three, the last."""
    noun = parse.doc[event.head]
    day = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if day.lemma_ == "day":
        number = _number(day, length)
        before = (time for time in known.values() if time.interval is not None and time.type == "DATE")
        near = [one for one in before if 0 < day.i - tokens(parse, one).stop <= _NEAR]
        if number and near:
            yield number, max(near, key=lambda one: one.span.start).id
    verbs = [child for child in noun.rights if child.dep_ == "relcl"]
    verbs += [noun.head] if noun.dep_ == "nsubj" else []
    for trigger, dating in dated.items():
        verb = parse.doc[trigger.head]
        if verb in verbs and dating.rule == "syntax" and dating.times[0] in known:
            number = 1 if verb.lemma_ in _STARTING else length if verb.lemma_ in _ENDING else 0
            if number:
                yield number, dating.times[0]


def _number(day: Token, length: int) -> int:
    """ "The first day", "the second and last day"; 0 where it is not told."""
    words = [inner.lower_ for child in day.lefts for inner in child.subtree]
    if not _LAST.isdisjoint(words):
        return length
    return next((_ORDINALS[word] for word in words if word in _ORDINALS), 0)


def _spread(interval: Interval | None, number: int, length: int) -> Interval | None:
    """All days of what lasts so many days, of which the day with this number is known."""
    if interval is None or interval.precision != "day" or interval.start is None or interval.start != interval.end:
        return None
    if not 1 <= number <= length:
        return None
    try:
        first = date.fromisoformat(interval.start.iso_day) - timedelta(days=number - 1)
        last = first + timedelta(days=length - 1)
    except (OverflowError, ValueError):  # years that `date` does not know
        return None
    start, end = (Interval.at(day.year, day.month, day.day) for day in (first, last))
    return Interval(start.start, end.end)


# --- a start and an end -------------------------------------------------------------------------------------------


def date_by_ends(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression], dated: Dated
) -> dict[Trigger, Dating]:
    """The dating of what is told to have begun on one day and ended on another."""
    known = {time.id: time for time in times}
    at = {trigger.head: trigger for trigger in triggers}
    ends = {type_: list(_ends(parse, at, known, dated, type_)) for type_ in ("start", "end")}
    pairs = [
        (first, start, last, end)
        for first, start in ends["start"]
        for last, end in ends["end"]
        if _goes_on(parse, first, last) and _after(start, end)
    ]
    told = Counter(event for first, _, last, _ in pairs for event in (first, last))
    spans = {
        (first, last): Dating(SPAN, (start.id, _told_day(times, end).id))
        for first, start, last, end in pairs
        if told[first] == told[last] == 1
    }
    return {event: span for both, span in spans.items() for event in both}


def bound_open(parse: Parse, times: Sequence[TimeExpression], dated: Dated) -> dict[Trigger, Dating]:
    """The dating of what is told with "since", and is no longer so: "had led it since 2015" until what was then told.

    That is the event of the clause it stands in, else the day of publication.
    """
    if "ince " not in parse.document.text:
        return {}
    open_ = {one.id: one.interval for one in times if one.interval is not None and one.interval.end is None}
    found = {}
    for trigger, dating in dated.items() if open_ else ():
        interval, verb = open_.get(dating.times[0]), parse.doc[trigger.anchor]
        if interval is None or interval.start is None or len(dating.times) > 1:
            continue
        if simple_past(verb) and any(child.lower_ == "when" for child in dependents(verb)):
            found[trigger] = Dating(ONSET, dating.times)
        elif pluperfect(verb):
            last = _told_above(parse, verb, dated)
            found[trigger] = Dating(SINCE, (*dating.times, *last))
    return found


def date_by_turn(parse: Parse, times: Sequence[TimeExpression], dated: Dated) -> dict[Trigger, Dating]:
    """The dating of what ended something else: "led it until May 2015, when she joined Alba": joined in May 2015."""
    bounds = {one.id: one for one in times if one.interval is not None and one.interval.is_bound}
    found = {}
    for trigger, dating in dated.items() if bounds else ():
        time = bounds.get(dating.times[0])
        if time is None or parse.doc[trigger.head].idx < time.span.end:
            continue
        if parse.document.text.startswith((", when ", " when "), time.span.end):
            found[trigger] = Dating(TURN, dating.times)
    return found


def _told_above(parse: Parse, verb: Token, dated: Dated) -> tuple[str, ...]:
    """The date of what the clause around that of a verb tells; else publication, if that is known."""
    above = next((one for one in verb.ancestors if one.pos_ in ("VERB", "AUX")), None)
    trigger = None if above is None else next((one for one in dated if one.anchor == above.i), None)
    if trigger is not None and dated[trigger].rule in _OWN | {PUBLICATION}:
        return dated[trigger].times[-1:]
    return () if parse.document.published is None else (PUBLICATION,)


def _ends(
    parse: Parse, at: Mapping[int, Trigger], known: Mapping[str, TimeExpression], dated: Dated, type_: str
) -> Iterator[tuple[Trigger, TimeExpression]]:
    """What is told to begin or to end, and when."""
    for trigger, dating in dated.items():
        time = known.get(dating.times[0])
        if trigger.type != type_ or dating.rule not in _OWN or time is None or time.interval is None:
            continue
        verb = parse.doc[trigger.head]
        objects = [child for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass")]
        things = objects or [child for child in dependents(verb) if child.dep_ == "nsubj"]
        events = (at.get(noun.i) for thing in things for noun in (thing, *_of_days(thing)))
        event = next((one for one in events if one is not None and one.type in LASTING), None)
        if event is not None and time.interval.precision == "day":
            yield event, time


def _of_days(noun: Token) -> Iterator[Token]:
    """ "Halted five days of fighting"."""
    if noun.lemma_ in _LENGTHS:
        yield from (inner for of in noun.rights if of.lower_ == "of" for inner in dependents(of))


def _goes_on(parse: Parse, start: Trigger, end: Trigger) -> bool:
    """Whether what ends is what began: of one type and act, told nearby."""
    near = abs(parse.sentence_of[start.head] - parse.sentence_of[end.head]) <= _REACH
    same = start.type == end.type and one_act(start.type, [start.lemma], [end.lemma])
    return near and same and any(_bare(parse.doc[one.head]) for one in (start, end))


def _bare(noun: Token) -> bool:
    """ "The trial", and not "the trial of Jane Roe": it may be any that was told before."""
    return all(child.dep_ == "det" for child in dependents(noun))


def _after(start: TimeExpression, end: TimeExpression) -> bool:
    return start.interval is not None and end.interval is not None and start.interval.before(end.interval)


def _told_day(times: Sequence[TimeExpression], about: TimeExpression) -> TimeExpression:
    """The time in which a text tells the day that another one only counts: "Aug. 12" for "two weeks before"."""
    interval = about.interval
    if interval is None or not interval.approximate:
        return about
    same = (one for one in times if one.type == "DATE" and one.interval is not None and one is not about)
    exact = (one for one in same if one.interval is not None and not one.interval.approximate)
    return next((one for one in exact if one.interval is not None and interval.contains(one.interval)), about)
