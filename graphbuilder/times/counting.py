"""Times counted from what happened, for a later stage that knows more of when it did than the words tell."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.intervals import Interval
from graphbuilder.records import TimeExpression
from graphbuilder.times.anchors.happenings import counted_from
from graphbuilder.times.finders import find_candidates
from graphbuilder.times.values import FromEvent

#: The rules for such times.
_RULES = (".from_event", ".beside_event", ".eve")


def counted_phrase(text: str, time: TimeExpression, end: int) -> FromEvent | None:
    """What a time without a date is counted from, where its words say so: "the day" before the vote.

    Args:
        text: that of the document.
        time: as `time_expressions` read it.
        end: of its sentence.
    """
    if time.interval is not None or not time.method.endswith(_RULES):
        return None
    found = find_candidates(text, time.span.start, end)
    values = (one.value for one in found if one.end == time.span.end and isinstance(one.value, FromEvent))
    return next(values, None)


def dated_by(time: TimeExpression, value: FromEvent, when: Interval, name: str) -> TimeExpression:
    """The time, counted from what happened `when`, as the time called `name` tells; if too vague, as it was."""
    reading = counted_from(value, when, name)
    if reading is None:
        return time
    return replace(
        time, type=reading.type, value=reading.value, interval=reading.interval, anchor=name, implied=reading.implied
    )
