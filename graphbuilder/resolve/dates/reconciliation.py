"""What two dates of one event say together."""

from __future__ import annotations

from graphbuilder.intervals import Interval
from graphbuilder.knowledge.event_words import LASTING


def reconcile(left: Interval, right: Interval, type_: str = "meet") -> Interval | None:
    """The date of an event that has two; None where they contradict each other.

    The finer one prevails, and of two of the same precision the one that is not approximate. Where one of these
    contains the other, a lasting event has the longer one, and any other the shorter.

    Yes: "April 2–4" of "April"; "Sept. 12" of "a week later"; "Nov. 29–30" of that and "Tuesday", for a meeting.
    No: a promise of Tuesday did not last until Wednesday.
    """
    if left.precision == right.precision:
        exact = [each for each in (left, right) if not each.approximate]
        if len(exact) == 1 and left.agrees(right):
            return exact[0]
        for wide, narrow in ((left, right), (right, left)):
            if wide.contains(narrow) and wide.start is not None and wide.end is not None:
                is_equal = narrow.contains(wide)
                return narrow if is_equal or type_ not in LASTING else wide
    return left.merge(right)
