"""Times counted from an event whose own date only the parse tells: "They voted on Friday. The day before the vote …".

What the words alone settle is done in `graphbuilder.times`; here a noun may also point to a verb of the same stem, and
a clause may tell what was told before ("two days after they voted") or be told by its main clause ("was arrested on
Friday, two days after he fled": he fled on Wednesday).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from graphbuilder.events.dating.context import DAYS, Case, Dating, words_of
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.factuality.judge import Factuality
from graphbuilder.intervals import Interval
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tense import lead_verb, perfect, simple_past
from graphbuilder.syntax.tree import dependents
from graphbuilder.times import dated_from_event, event_date_by_offset, event_offset_of_clause, event_offset_of_noun
from graphbuilder.times.calendar.cells import number_of
from graphbuilder.times.calendar.values import EventOffset

#: What a noun that names the kind of what happened may stand for, as types of event: "a week after the tragedy".
_HARM = frozenset({"attack", "die", "disaster", "injure"})
_COUP = frozenset({"seize"})
_KINDS = {
    **dict.fromkeys(("accident", "catastrophe", "collapse", "crash", "disaster", "incident", "tragedy"), _HARM),
    **dict.fromkeys(("assault", "attack", "killing", "massacre", "murder", "shooting"), frozenset({"attack", "die"})),
    **dict.fromkeys(("coup", "takeover"), _COUP),
}
#: By what power is seized.
_SEIZING = frozenset({"attack", "detain", "seize"})
#: Rules for times that are counted from what was told right before: "the next day", "two days later".
_ONWARD = frozenset({"times.away", "times.pointed_part", "times.pointed_unit"})
#: Days within which what is told is one such happening.
_ONE = 2
#: Letters that a verb and its noun have in common: vote–voted, invade–invasion.
_STEM = 4
#: Words after "after" among which the event stands, and those that end them.
_WORDS = 9
_ENDS = frozenset({",", ".", ";", "after", "and", "before", "when"})
#: How many sentences back a noun may point.
_REACH = 12
#: Rules that date an event by its own words.
_OWN = frozenset({"syntax", "shared"})


def count_from_events(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: Mapping[Trigger, Factuality],
    dating: Mapping[Trigger, Dating],
) -> tuple[TimeExpression, ...]:
    """The times, with those that could not be dated by words counted from the nearest such event told before."""
    known = {time.id: time for time in times}
    events = [
        (trigger, known[dating[trigger].times[0]])
        for trigger in triggers
        if trigger in dating and dating[trigger].rule in _OWN and dating[trigger].times[0] in known
        if factuality[trigger].polarity == "POS" and factuality[trigger].modality in ("ACTUAL", "PLANNED")
    ]
    return tuple(_counted(parse, time, events, day) for day, time in zip((None, *times), times, strict=False))


def _counted(
    parse: Parse,
    time: TimeExpression,
    events: Sequence[tuple[Trigger, TimeExpression]],
    day: TimeExpression | None,
) -> TimeExpression:
    text, sentence = parse.document.text, parse.sentences[time.span.sentence]
    beside = event_offset_of_clause(text, time, sentence.end)
    clause = None if beside is None else clause_behind(parse, time)
    if beside is not None and clause is not None:
        return _beside_clause(parse, time, clause, beside, events, day)
    value = event_offset_of_noun(text, time, sentence.end)
    if value is None or not value.phrase.known:
        return time
    noun = value.phrase.noun
    for trigger, date in reversed(events):
        before = parse.sentence_of[trigger.head] < time.span.sentence and date.id != time.id
        near = parse.sentence_of[trigger.head] >= time.span.sentence - _REACH
        if before and near and trigger.lemma[:_STEM] == noun[:_STEM] and date.interval is not None:
            return dated_from_event(time, value, date.interval, date.id)
    meant = _of_kind(parse, time, events, _KINDS[noun]) if noun in _KINDS and not value.phrase.names else None
    return time if meant is None or meant.interval is None else dated_from_event(time, value, meant.interval, meant.id)


def _of_kind(
    parse: Parse, time: TimeExpression, events: Sequence[tuple[Trigger, TimeExpression]], types: frozenset[str]
) -> TimeExpression | None:
    """The first day of what was told before of these types, where all is of one day or the next: a crash, a death."""
    low, high = time.span.sentence - _REACH, time.span.sentence
    before = [(one, date) for one, date in events if low <= parse.sentence_of[one.head] < high]
    dates = [date for one, date in before if one.type in types]
    if types == _COUP and dates:
        dates = _days_of_week(dates, [date for one, date in before if one.type in _SEIZING]) or dates
    days = [(_day_of(date.interval), date) for date in dates]
    known = sorted((day, date.id, date) for day, date in days if day is not None)
    if not known or len(known) < len(days) or known[-1][0] - known[0][0] > _ONE:
        return None
    return known[0][2]


def _days_of_week(weeks: Sequence[TimeExpression], told: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Seized power last week … held the president on Oct. 9": the days told within the one week that is told."""
    week = weeks[0].interval
    if week is None or week.precision != "week" or any(one.interval != week for one in weeks):
        return []
    return [one for one in told if one.interval is not None and one.interval != week and week.contains(one.interval)]


def _day_of(interval: Interval | None) -> int | None:
    if interval is None or interval.start is None or interval.end is None or interval.precision not in DAYS - {"week"}:
        return None
    return number_of(interval.start)


def _beside_clause(
    parse: Parse,
    time: TimeExpression,
    clause: Token,
    value: EventOffset,
    events: Sequence[tuple[Trigger, TimeExpression]],
    day: TimeExpression | None,
) -> TimeExpression:
    """Counted from what the clause tells, if that was told before; else back to it from what the main clause tells, or
    from the `day` right before: "said on Monday, a week after it burned".
    """
    above = next((trigger for trigger, _ in events if trigger.anchor == clause.head.i), None)
    for trigger, date in reversed(events):
        before = time.span.sentence - parse.sentence_of[trigger.head]
        again = trigger.lemma == clause.lemma_.lower() and _same_doer(parse.doc[trigger.anchor], clause)
        if again and 0 < before <= _REACH and date.interval is not None:
            return dated_from_event(time, value, date.interval, date.id)
        if trigger is above and date.span.sentence == time.span.sentence and date.interval is not None:
            return dated_from_event(time, replace(value, direction=-value.direction), date.interval, date.id)
    if day is not None and day.interval is not None and parse.document.text[day.span.end : time.span.start] == ", ":
        return dated_from_event(time, replace(value, direction=-value.direction), day.interval, day.id)
    published = parse.document.published
    if above is None and published is not None and clause.head == lead_verb(parse) and perfect(clause.head):
        today = Interval.of_day(published)
        return dated_from_event(time, replace(value, direction=-value.direction), today, PUBLICATION)
    return time


def _same_doer(verb: Token, clause: Token) -> bool:
    """Whether no two names show that somebody else did it."""
    left, right = ([one for one, _ in subjects(each) if one.pos_ == "PROPN"] for each in (verb, clause))
    return not (left and right) or left[0].text == right[0].text


def clause_behind(parse: Parse, time: TimeExpression) -> Token | None:
    """The verb of the clause behind a length of time: "three days after they met"."""
    span = parse.doc.char_span(time.span.start, time.span.end)
    mark = parse.doc[span.end] if span is not None and span.end < len(parse.doc) else None
    if mark is None or mark.dep_ != "mark" or mark.lower_ not in ("after", "before"):
        return None
    if any(word.lower_ in ("after", "before") for word in parse.doc[mark.i + 1 : mark.head.i]):
        return None  # "after the fire and a week after they met"
    return mark.head if mark.head.pos_ in ("VERB", "AUX") and mark.head.dep_ == "advcl" else None


def count_back(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression]
) -> tuple[tuple[TimeExpression, ...], dict[Trigger, Dating]]:
    """The times, with those that tell how long before or after a day something happened; and when that was.

    "On 18 March, two days after a referendum": on the 16th.
    """
    text, found = parse.document.text, dict[str, TimeExpression]()
    day = None
    for before, time in pairwise(times):
        more = before if before.id in found else None
        day = before if day is None or more is None else day
        noun = time.type == "DURATION" and clause_behind(parse, time) is None
        counted = event_date_by_offset(text, time, day, more) if noun else None
        if counted is not None:
            found[time.id] = counted
    at = {trigger.head: trigger for trigger in triggers} if found else {}
    dating = {}
    for time in found.values():
        length = words_of(parse, time)
        for token in () if length is None else _told_after(parse.doc[length.end :], at):
            dating[at[token.i]] = Dating("shared", (time.id,))
    return tuple(found.get(time.id, time) for time in times), dating


def _told_after(words: Span, at: Container[int]) -> Iterator[Token]:
    """What follows "after": the first word that tells an event; of a noun also what it does ("a fire destroyed it").

    Read by the words, since the parser is often lost there: "after the fire in the town and a week after they voted".
    """
    for word in words[1:_WORDS]:
        if word.lower_ in _ENDS:
            return
        if word.i in at:
            yield word
            if word.dep_ in ("nsubj", "nsubjpass") and word.head.i in at:
                yield word.head
            return


def before_next(case: Case, trigger: Trigger) -> Dating | None:
    """ "The mill burnt on 3 May. He was taken to hospital but died the next day": he was taken there on 3 May."""
    for time in case.by_sentence.get(case.parse.sentence_of[trigger.head], ()):
        if time.method in _ONWARD:
            return _before_time(case, case.anchor(trigger))
    return None


def _before_time(case: Case, verb: Token) -> Dating | None:
    """The same, in a sentence that has such a time."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "conj":
        return None
    for child in dependents(verb):
        told = case.by_anchor.get(child.i) if child.dep_ == "conj" and child.i > verb.i else None
        if told is not None and case.dated[told].rule == "syntax":
            timed = any(at in case.time_at for at in range(verb.left_edge.i, child.i))
            return None if timed or not simple_past(verb) else _day_before(case, case.times[case.dated[told].times[0]])
    return None


def _day_before(case: Case, time: TimeExpression) -> Dating | None:
    """The day from which "the next day" and "two days later" are counted, if the text tells it."""
    day = case.times.get(time.anchor or "") if time.method in _ONWARD else None
    if day is None or day.interval is None or time.interval is None or not day.interval.before(time.interval):
        return None
    dating = Dating("shared", (day.id,))
    return dating if case.precise(dating) else None
