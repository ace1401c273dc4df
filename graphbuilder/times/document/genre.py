"""News or history: whether dates without a year follow the publication date or the story.

The choice looks at no more than what stands before the first date that depends on it, and at the opening of the text:
what a later paragraph tells of former years cannot move the dates of an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.values import PUBLICATION, AncientYear, Fixed, Offset, Partial, Step, Value, flat
from graphbuilder.times.document.sentences import quoted
from graphbuilder.times.finding import Candidate

#: The opening of a text, in characters, where news counts from its own day ("yesterday", "last September").
_OPENING = 2500
#: A history reaches this weight before its first date without a year: a bare year weighs one, a month or day of a year
#: two, a year before Christ is enough. The last two years before publication weigh nothing: news names them too.
_RUN = 3
#: The same for a text that began otherwise: from there on it is a history.
_LONG_RUN = 8
#: A verb of saying before a weekday, as in news.
SAID = re.compile(
    r"\b(?:said|says|told\s\w+|announced|added|reported)(?:\s(?:late|early|in\sa\sstatement))?(?:\son)?\s$"
)


_BARE = frozenset({"year", "decade", "century"})


def story_from(text: str, candidates: Sequence[Candidate], publication: Bound | None) -> float:
    """The offset from which dates without a year follow the story: 0 in a history, infinity in news.

    A text that begins like neither becomes a history where it has told enough. One without a date has nothing else to
    follow than its story, unless it points from its day as news does ("said on Tuesday"): nobody knows of which year
    its dates are.
    """
    if _counts_from_its_day(text, candidates, dated=publication is not None):
        return inf
    if publication is None:
        return 0
    told, decided = 0, False
    for one in candidates:
        decided = decided or _depends_on_choice(one)
        told += sum(_weight(value, publication.year - 1) for value in flat(one.value))
        if not decided and told >= _RUN:
            return 0
        if told >= _LONG_RUN:
            return one.start
    return inf


def _counts_from_its_day(text: str, candidates: Sequence[Candidate], *, dated: bool) -> bool:
    """Whether the narrator, not someone quoted, counts from publication in the opening, which is known if `dated`."""
    full_date = -1
    for one in candidates:
        if one.start >= _OPENING:
            break
        # after a full date a weekday of its paragraph may be one of its story, but for what somebody has just said
        apart = (
            full_date < 0 or "\n" in text[full_date : one.start] or SAID.search(text, max(0, one.start - 60), one.start)
        )
        pointing = any(_counts_from_publication(value, weekdays=bool(apart), dated=dated) for value in flat(one.value))
        if pointing and not quoted(text, one.start):
            return True
        if any(isinstance(value, Fixed) and value.cell.unit == "day" for value in flat(one.value)):
            full_date = one.end
    return False


def _counts_from_publication(value: Value, *, weekdays: bool, dated: bool) -> bool:
    """Whether a value is counted from publication: "yesterday", "two weeks ago", "last May".

    A bare weekday is only if `weekdays`.
    No: "today", which is often nowadays, and "this year" of a text without a date, which may be the one just told.
    """
    match value:
        case Step(unit=unit, count=count, anchor="publication"):
            return count != 0 or (dated and unit != "day")
        case Offset(amount=amount, direction=direction, anchor="publication"):
            return amount is not None and direction < 0
        case Partial(unit="weekday", anchor="publication", step=step):
            return weekdays or step is not None
        case Partial(anchor="publication", step=step):
            return step is not None
    return False


def _depends_on_choice(one: Candidate) -> bool:
    values = flat(one.value)
    return any(map(_follows_publication_or_story, values)) and not any(isinstance(value, Fixed) for value in values)


def _follows_publication_or_story(value: Value) -> bool:
    """Whether a value follows publication in news and the story in a history: "May", "this year"."""
    if isinstance(value, Step):
        return value.anchor == PUBLICATION and value.count == 0
    return isinstance(value, Partial) and value.anchor == PUBLICATION


def _weight(value: Value, last: int) -> int:
    """How much a value weighs as a sign of history, by its years before the last."""
    if isinstance(value, AncientYear):
        return 1
    if not isinstance(value, Fixed) or value.cell.start.year >= last:
        return 0
    return _RUN if value.cell.start.year < 1 else 1 if value.cell.unit in _BARE else 2
