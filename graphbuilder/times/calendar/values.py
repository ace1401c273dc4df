"""What a finder reads: underspecified values, which say what is known and what the rest hangs on.

`anchors` turns each into a `Reading` (TIMEX3 type and value, interval).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

from graphbuilder.times.calendar.cells import Cell

#: What a value is counted from: publication (the document creation time) or the reference time of the story.
PUBLICATION = "publication"
STORY = "story"
#: The story, in news only as far as the paragraph goes: "earlier in the day".
SCENE = "scene"


@final
@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that is completely known: "April 2, 2008", "the 1990s", "490 BC"."""

    cell: Cell


@final
@dataclass(frozen=True, slots=True)
class Partial:
    """A cell that recurs: "April" (unit month), "April 2" (day), "Tuesday" (weekday), "summer" (season).

    `number` is the month, the weekday, the first month of the season, the quarter or the half; `day` the day of the
    month. `step` says which one: -1 last, 0 this, 1 next, None whichever the context implies, or with no `anchor` none:
    "a Friday in May".
    """

    unit: str
    number: int | None = None
    day: int | None = None
    step: int | None = None
    anchor: str = PUBLICATION
    #: whether the words say that the season is a southern one
    south: bool = False


@final
@dataclass(frozen=True, slots=True)
class Numeric:
    """Two numbers and a year, where the text does not say which is the month: "03/04/2008"."""

    first: int
    second: int
    year: int
    #: year of two digits
    short: bool = False
    #: between stops, where the day comes first unless the text has it otherwise
    dotted: bool = False


@final
@dataclass(frozen=True, slots=True)
class ShortYear:
    """The last two digits of a year, or of the first year of a decade: "'08", "the '90s"."""

    digits: int
    unit: str = "year"


@final
@dataclass(frozen=True, slots=True)
class AncientYear:
    """Three digits that are a year only in a text that names such years; before Christ, if the story is there."""

    number: int


@final
@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The fiscal year that is called after this year: "FY2023"."""

    year: int


@final
@dataclass(frozen=True, slots=True)
class Named:
    """A named day, by its key in the lexicon: "Christmas", "Ramadan"."""

    key: str
    step: int | None = None


@final
@dataclass(frozen=True, slots=True)
class Step:
    """The cell so many cells from the anchor's own: "yesterday" (day, -1), "this week" (week, 0)."""

    unit: str
    count: int
    anchor: str = PUBLICATION


@final
@dataclass(frozen=True, slots=True)
class Offset:
    """A time so long before or after its anchor or `of` another time, None if vague: "two weeks ago", "days later"."""

    amount: float | None
    unit: str
    direction: int
    anchor: str = PUBLICATION
    of: Value | None = None
    #: whether the words name a cell ("in two weeks") or may just as well be a length
    doubtful: bool = False
    #: whether it is as precise as what it is counted from: "a year ago today" is a day
    kept: bool = False
    #: whether figures are compared: "up from a year earlier" is the same quarter or month of the year before, and the
    #: story does not go on from there
    compared: bool = False


@final
@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, which needs a day: hour to second as far as known, or the TIMEX3 code of a part of the day."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str = ""
    #: whether it names no day and asks for none: "in the evening", "at noon"
    generic: bool = False
    #: whether it is the night that has just passed, unless the story has named its day
    overnight: bool = False
    zone: str = ""
    #: whether nothing says in which half of the day it is: "at nine o'clock"
    of_either_half: bool = False


@final
@dataclass(frozen=True, slots=True)
class Ordinal:
    """The n-th cell inside another: "the first week" (of May); -1 is the last."""

    number: int
    unit: str


@final
@dataclass(frozen=True, slots=True)
class Stretch:
    """The first (or, below 0, last) so many units of something longer: "the first nine months" (of 2013).

    Where it is not `inside`, it may begin before what it ends with: "the year" (to March).
    """

    count: int
    unit: str
    inside: bool = True


@final
@dataclass(frozen=True, slots=True)
class Within:
    """A part of a whole: "the spring" of "1862", "9 a.m." on "Monday", "the end" of "the year"."""

    part: Value
    whole: Value


@final
@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts by unit, None where vague; `side` is -1 if it ends at the anchor ("the past two
    years"), 1 if it begins there ("the next two years", "within 30 days"), 0 if it floats.
    """

    amounts: tuple[tuple[float | None, str], ...]
    side: int = 0
    anchor: str = PUBLICATION


@final
@dataclass(frozen=True, slots=True)
class Every:
    """A time that recurs (TIMEX3 type SET); `value` is the TIMEX3 value: "P1D", "XXXX-WXX-2"."""

    value: str
    clock: Clock | None = None


@final
@dataclass(frozen=True, slots=True)
class Reference:
    """Past, present or future as such (PAST_REF and the like); `tensed` if only in the future tense ("soon")."""

    value: str
    tensed: bool = False


@final
@dataclass(frozen=True, slots=True)
class Several:
    """A range ("from March to May") or a list ("Monday and Tuesday"): parts with their places in the text."""

    parts: tuple[tuple[int, int, Value], ...]
    #: TIMEX3 mod of each part, where any has one
    mods: tuple[str | None, ...] = ()


Value = (
    Fixed | Partial | Numeric | ShortYear | AncientYear | FiscalYear | Named | Step | Offset | Clock
    | Ordinal | Stretch | Within | Duration | Every | Reference | Several
)  # fmt: skip


def flat(value: Value) -> list[Value]:
    """The innermost values of a value: the parts of a range, part and whole."""
    match value:
        case Several(parts=parts):
            return [inner for _start, _end, part in parts for inner in flat(part)]
        case Within(part=part, whole=whole):
            return [*flat(part), *flat(whole)]
    return [value]
