"""Which date follows from an event of the same text, by the parse: "was arrested on Friday, two days after he fled".

Yes: he fled on Wednesday; in "on 18 March, two days after a referendum" the referendum was on 16 March. The arithmetic
is that of `graphbuilder.times.deferred_offsets`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from graphbuilder.events.dating.context import COUNTED, READ, Dating, words_of
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.times import dated_from_event, event_date_by_offset, event_offset_of_clause

#: Words after "after" among which the event stands.
_WORDS = 9


def count_from_events(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: Mapping[Trigger, Factuality],
    dating: Mapping[Trigger, Dating],
) -> tuple[TimeExpression, ...]:
    """The times, with those that tell how long before or after a clause something happened counted back to the clause:
    from what its main clause tells, or from the day right before: "said on Monday, a week after it burned".
    """
    known = {time.id: time for time in times}
    events = {
        trigger.head: known[dating[trigger].times[0]]
        for trigger in reversed(triggers)
        if trigger in dating and dating[trigger].rule == READ and dating[trigger].times[0] in known
        if factuality[trigger].polarity == "POS" and factuality[trigger].modality in ("ACTUAL", "PLANNED")
    }
    return tuple(_counted(parse, time, events, day) for day, time in zip((None, *times), times, strict=False))


def _counted(
    parse: Parse, time: TimeExpression, events: Mapping[int, TimeExpression], day: TimeExpression | None
) -> TimeExpression:
    text = parse.document.text
    value = event_offset_of_clause(text, time, parse.sentences[time.span.sentence].end)
    clause = None if value is None else clause_behind(parse, time)
    if value is None or clause is None:
        return time
    above = events.get(clause.head.i)
    if above is None or above.span.sentence != time.span.sentence:
        above = day if day is not None and text[day.span.end : time.span.start] == ", " else None
    if above is None or above.interval is None:
        return time
    return dated_from_event(time, replace(value, direction=-value.direction), above.interval, above.id)


def clause_behind(parse: Parse, time: TimeExpression) -> Token | None:
    """The verb of the clause behind a length of time: "three days after they met"."""
    span = parse.doc.char_span(time.span.start, time.span.end)
    mark = parse.doc[span.end] if span is not None and span.end < len(parse.doc) else None
    if mark is None or mark.dep_ != "mark" or mark.lower_ not in ("after", "before"):
        return None
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
        after = () if length is None else parse.doc[length.end + 1 : length.end + _WORDS]
        told = next((at[token.i] for token in after if token.i in at), None)
        if told is not None:
            dating[told] = Dating(COUNTED, (time.id,))
    return tuple(found.get(time.id, time) for time in times), dating
