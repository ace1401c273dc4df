"""How long something lasted, where a text tells its start or its end.

| rule | the date is | score |
|---|---|---|
| onset | the start: "closed since May, when a wall fell" | 0.9 |
| turn | the end, of what ended something: "led it until May 2015, when she joined Alba" | 0.9 |
| owned | the whole time, of what it belongs to: "closed since last year's fire", of the fire | 0.9 |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.events.dating.context import ONSET, OWNED, TURN, Dating
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import is_simple_past
from graphbuilder.syntax.tree import dependents

Dated = Mapping[Trigger, Dating]


def date_by_onset(parse: Parse, times: Sequence[TimeExpression], dated: Dated) -> dict[Trigger, Dating]:
    """The dating of what began a state that lasts: "closed since May, when a wall fell", of the fall."""
    if "ince " not in parse.document.text:
        return {}
    open_ = {one.id: one.interval for one in times if one.interval is not None and one.interval.end is None}
    found = {}
    for trigger, dating in dated.items() if open_ else ():
        interval, verb = open_.get(dating.times[0]), parse.doc[trigger.head]
        if interval is None or interval.start is None:
            continue
        if is_simple_past(verb) and any(child.lower_ == "when" for child in dependents(verb)):
            found[trigger] = Dating(ONSET, dating.times)
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


def date_by_owned_time(parse: Parse, times: Sequence[TimeExpression], dated: Dated) -> dict[Trigger, Dating]:
    """The dating of what owns a time that is open at one end for something else: "closed since last year's fire"."""
    half = {one.id: one.span for one in times if one.interval and None in (one.interval.start, one.interval.end)}
    found = {}
    for trigger, dating in dated.items() if half else ():
        span, noun = half.get(dating.times[0]), parse.doc[trigger.head]
        if span is None or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        if noun.left_edge.idx <= span.start and span.end <= noun.idx:
            found[trigger] = Dating(OWNED, dating.times)
    return found
