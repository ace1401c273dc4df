"""Times counted from an event whose own date only the parse tells: "They voted on Friday. The day before the vote …".

What the words alone settle is done in `graphbuilder.times`; here a noun may also point to a verb of the same stem.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.events.dates import Dating
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import Trigger
from graphbuilder.language import Parse
from graphbuilder.records import TimeExpression
from graphbuilder.times import counted_phrase, dated_by

#: Letters that a verb and its noun have in common: vote–voted, invade–invasion.
_STEM = 4
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
    return tuple(_counted(parse, time, events) for time in times)


def _counted(parse: Parse, time: TimeExpression, events: Sequence[tuple[Trigger, TimeExpression]]) -> TimeExpression:
    text, sentence = parse.document.text, parse.sentences[time.span.sentence]
    value = counted_phrase(text, time, sentence.end)
    if value is None or not value.phrase.known:
        return time
    noun = value.phrase.noun
    for trigger, date in reversed(events):
        before = parse.sentence_of[trigger.head] < time.span.sentence and date.id != time.id
        near = parse.sentence_of[trigger.head] >= time.span.sentence - _REACH
        if before and near and trigger.lemma[:_STEM] == noun[:_STEM] and date.interval is not None:
            return dated_by(time, value, date.interval, date.id)
    return time
