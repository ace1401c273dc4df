"""What an expression can hang on: the publication date, the time the story has reached, quotes, tense, options.

The narrative reference time is the most valuable single rule for histories: a date without a year takes the year of
the last full date before it, not that of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from graphbuilder.errors import InputError
from graphbuilder.intervals import Bound
from graphbuilder.times.calendar.cells import AGES, UNITS, Cell, number_of
from graphbuilder.times.calendar.values import PUBLICATION, STORY
from graphbuilder.times.document.happenings import Happening, Phrase
from graphbuilder.times.document.tense import BEFORE

#: Cells that a date without a year may take its year from.
_DATED = frozenset({"year", "half", "quarter", "season", "month", "week", "day", "daypart", "hour", "minute", "second"})
_ZONE = re.compile(r"[+-](?:0[0-9]|1[0-4]):[0-5][0-9]")
#: How many times are remembered as possible reference times.
_MEMORY = 40
#: A history has come up to its publication date when it tells of this many days before it.
_RECENT = 60
#: So many times of old, and none of late, are no news so far.
_SEVERAL = 3
#: News that looks back further, in years, is no story of its own.
_LIFETIME = 80
#: Paragraphs are counted by line ends, of which two stand between them.
_BREAK = 2
#: Units up to this one tell the day.
_DAY = UNITS.index("day")
#: In news a time told so many paragraphs ago is no longer what "the following day" is counted from.
NEAR = 6


@dataclass(frozen=True, slots=True)
class TimeOptions:
    """Choices where a text does not decide.

    Args:
        day_first: whether 03/04/2008 is 3 April; None looks for a date in the same text that decides (29/11/2022), and
            takes the month first where there is none, marked as uncertain.
        southern: whether seasons are those of the southern hemisphere; "the austral summer" is so anyhow.
        fiscal_start: first month of the fiscal year, which is named after the year it ends in (October: the United
            States' government; April: the United Kingdom, India, Japan); 1 is the calendar year.
        narrative: whether dates without a year follow the story (histories) or the publication date (news); None
            decides by the years that the text itself names.
        zones: what abbreviations of zones mean: ``{"IST": "+02:00"}``. Left out, one with several meanings (IST, BST,
            CST) is taken for the commonest, marked as uncertain.

    Raises:
        InputError: `fiscal_start` is not a month, or a zone is not written as +02:00.
    """

    day_first: bool | None = None
    southern: bool = False
    fiscal_start: int = 10
    narrative: bool | None = None
    zones: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, zone in self.zones.items():
            if not _ZONE.fullmatch(zone):
                raise InputError(f"the zone of {name} must be written as +02:00 or -05:30, not {zone!r}")
        if self.fiscal_start not in range(1, 13):
            raise InputError(f"fiscal_start must be a month from 1 to 12, not {self.fiscal_start!r}")


class Told(NamedTuple):
    """A time that was told: its paragraph, cell and id, whether it was only mentioned in passing, its sentence.

    `own` is whether a date without a year may take its year: it is no aside and does not hang on publication. `last` is
    the last year of a range, `chained` whether it was itself counted from what was told: "nine weeks later", `current`
    whether from publication, and in a clause of the story: "last autumn".
    """

    paragraph: int
    cell: Cell
    name: str
    in_passing: bool = False
    sentence: int = 0
    own: bool = False
    last: int | None = None
    quoted: bool = False
    fronted: bool = False
    chained: bool = False
    current: bool = False


@dataclass(slots=True)
class Context:
    """Where the reader stands in one document."""

    options: TimeOptions
    publication: Bound | None
    narrative: bool
    day_first: bool | None
    #: whether the text tells of years before 1000
    ancient: bool = False
    #: offset from which the story is followed: 0 in a history, infinity in news
    story_from: float = 0
    #: times told so far, newest last
    told: list[Told] = field(default_factory=list)
    #: the decade or century that was told last, with nothing finer since
    age: Told | None = None
    paragraph: int = 0
    sentence: int = 0
    #: finds what was told with its date before; id of the time at two offsets
    happened: Callable[[Phrase], Happening | None] = lambda _phrase: None
    name_of: Callable[[int, int], str] = lambda _start, _end: ""
    #: asks for the tense around the expression that is being anchored; most of them never need it
    clause: Callable[[], int] = lambda: 0
    #: asks whether the clause leaves the story: "when I met her in May", "Roe, whose report came out in May"
    apart: Callable[[], bool] = lambda: False
    #: whether the text is an obituary, which is a history but for the death
    of_life: bool = False
    #: asks whether somebody said something then: "said on Tuesday"
    said: Callable[[], bool] = lambda: False
    quoted: bool = False
    #: whether the expression opens its sentence or clause: "In March, …", "…, and in March he left"
    fronted: bool = False
    #: whether this is the first sentence
    opening: bool = True
    #: asks whether the words before tell what somebody said: "told them on Monday that he had left at nine"
    reported: Callable[[], bool] = lambda: False
    #: whether it stands behind "by": "by 2 p.m. it had lost 3%"
    by_then: bool = False
    #: asks whether the words behind name another day: "at 5 p.m. on the day of the voyage"
    of_unnamed_day: Callable[[], bool] = lambda: False
    #: asks whether it is told when polling stations open or close
    polling: Callable[[], bool] = lambda: False
    #: the quarter that "the three months ended Sept. 30" told of
    quarter: Cell | None = None
    #: the day of a ballot that was told last, and the id of that
    ballot: tuple[Bound, str] | None = None
    #: the paragraph that has come to a day that is not named, and told no other day since
    adrift: int | None = None
    #: in an entry of a chronology its day, and the id of that
    entry: tuple[Bound, str] | None = None
    #: the last day of such an entry, if it is of several days
    entry_end: Bound | None = None

    @property
    def tense(self) -> int:
        """-1 past, `BEFORE` before what is told, 1 future, 0 unknown."""
        return self.clause()

    def remember(
        self, cell: Cell, name: str, *, in_passing: bool, own: bool, last: int | None = None, anchor: str | None = None
    ) -> None:
        """The story has reached this time, or mentions it in passing; `anchor` is what it was counted from."""
        today = self.publication
        past = today is not None and number_of(cell.start) <= number_of(today)
        current = anchor == PUBLICATION and past and not self.apart()
        counted = {"chained": anchor is not None and anchor != PUBLICATION, "current": current}
        told = Told(
            self.paragraph, cell, name, in_passing, self.sentence, own, last, self.quoted, self.fronted, **counted
        )
        self.age = told if cell.unit in AGES else None
        if UNITS.index(cell.unit) <= _DAY:
            self.adrift = None
        if self.age is None:
            self.told.append(told)
            del self.told[:-_MEMORY]

    @property
    def is_adrift(self) -> bool:
        """Whether the story has come to a day that is not named: "half an hour later", "the next morning" have none."""
        return self.adrift is not None and self.adrift >= self.paragraph - _BREAK

    def story(
        self, unit: str, *, passing: bool = True, near: int = NEAR, goes_on: bool = False
    ) -> tuple[Bound, str] | None:
        """The newest time told, and its id, if it is fine enough for the unit; in news publication serves too.

        What was told in passing counts unless `passing` is False; where the story `goes_on` ("a week later"; not "that
        year") it counts in news behind what was told right before it. In news nothing counts that was told more than
        `near` paragraphs ago.

        After "the same year" nobody knows which day "the following day" follows.
        """
        rank = UNITS.index(unit)
        if rank <= _DAY and self.is_adrift:
            return None
        for told in self._led() if goes_on and not self.narrative else reversed(self.told):
            if not self.narrative and told.paragraph < self.paragraph - near:
                break
            if told.in_passing and not passing:
                continue
            if UNITS.index(told.cell.unit) <= rank or told.cell.unit in ("day", "daypart"):
                return told.cell.start, told.name
            if not told.in_passing and (self.narrative or told.own or (goes_on and self._just_before(told))):
                return None
        if self.knows(unit) and not self.narrative and not self._before_another:
            return self._published
        return None

    @property
    def _published(self) -> tuple[Bound, str] | None:
        return None if self.publication is None else (self.publication, PUBLICATION)

    def knows(self, unit: str) -> bool:
        """Whether the day of publication is known, or its month is enough: for "next year", not for "last week"."""
        published = self.publication
        return published is not None and (published.day is not None or UNITS.index(unit) > UNITS.index("month"))

    @property
    def _before_another(self) -> bool:
        """ "She had left the day before": before what the paragraph has told, of which the day is not known."""
        told = self.told[-1] if self.told else None
        return told is not None and told.paragraph == self.paragraph and self.tense == BEFORE

    def _just_before(self, told: Told) -> bool:
        """ "Was to get it in May. A week before …": a month told in this sentence or the one before."""
        return told.cell.unit in ("month", "season") and told.sentence >= self.sentence - 1

    def _led(self) -> list[Told]:
        """The times told, the newest first; one told in passing behind that of its sentence or the one before."""
        led = self.told[::-1]
        for at in range(len(led) - 1):
            aside, before = led[at : at + 2]
            if aside.sentence == self.sentence:
                continue  # "had been told on Friday, and left the next day"
            if aside.in_passing and not before.in_passing and before.sentence >= aside.sentence - 1:
                led[at : at + 2] = before, aside
        return led

    def speech(self, unit: str = "day") -> tuple[Bound, str] | None:
        """When the words were said: at publication; a quotation on the day that its sentence names before it, or in a
        history at the time of the story, in an entry of a chronology on its day.
        "On Thursday they said: “Today …”" tells of Thursday.
        """
        before = self._told_before_quotation()
        if before is not None:
            return before.cell.start, before.name
        if self.entry is not None:
            return self.entry
        if self.narrative and self.quoted:
            return self.story(unit)
        return self._published if self.knows(unit) else None

    def _told_before_quotation(self) -> Told | None:
        told = self.told[-1] if self.quoted and self.told else None
        if told is None or told.quoted or told.sentence != self.sentence or told.cell.unit != "day":
            return None
        return told

    def base(self, anchor: str, *, pointing: bool = False) -> tuple[Bound, str] | None:
        """The moment that a weekday is counted from: that of the story, or in news the publication date.

        A history too has its own day in mind where it is `pointing`: "last Saturday".
        """
        if self.entry is not None:
            return self.entry
        of_story = self.narrative and not (pointing and not self.quoted) and not self._up_to_date
        if anchor == STORY or of_story or (self.narrative and self.publication is None):
            return self.story("day")
        return self._published if self.knows("day") else None

    @property
    def _up_to_date(self) -> bool:
        """Whether the story has come close to publication, and the paragraph has named no date of its own."""
        reached = self.reached
        if reached is None or self.publication is None:
            return reached is None
        return self.recent(reached) and all(told.paragraph < self.paragraph for told in self.told)

    def recent(self, told: Told) -> bool:
        """Whether a time lies shortly before publication."""
        gap = -1 if self.publication is None else number_of(self.publication) - number_of(told.cell.start)
        return 0 <= gap <= _RECENT

    @property
    def of_old(self) -> bool:
        """Whether the paragraph tells, with a date of its own, of what is no news any more."""
        told, today = self.told[-1] if self.told else None, self.publication
        if told is None or today is None or not told.own or told.paragraph != self.paragraph:
            return False
        return number_of(today) - number_of(told.cell.start) > _RECENT

    @property
    def only_old(self) -> bool:
        """Whether the text has told several times so far, and none of late."""
        return len(self.told) >= _SEVERAL and not any(told.current for told in self.told)

    def story_year(self) -> tuple[int, str] | None:
        """The year that a date without one belongs to, in a narrative."""
        told = self.reached
        return told and (told.cell.start.year, told.name)

    def just_told(self) -> Told | None:
        """In news, the full date of this sentence or, in its paragraph, the one before; a year of this sentence,
        and one that opens the sentence before, for what opens this. What had been is told with any of its paragraph.
        """
        told = self.told[-1] if self.told else None
        if told is None or not told.own or told.cell.unit not in _DATED:
            return None
        before = told.cell.unit != "year" or self._goes_on(told)
        if told.paragraph != self.paragraph:
            return None
        near = told.sentence >= self.sentence - before
        return told if near or (before and self.tense == BEFORE) else None

    def tale(self) -> Told | None:
        """In news, where a tale of old days has come to: step by step, in this paragraph or, for what opens its
        clause, the one before. What was told since with a date counted from publication ends it.
        """
        told = next((told for told in reversed(self.told) if (told.own or told.current) and not told.in_passing), None)
        if told is None or told.current or not told.chained or told.cell.unit not in _DATED:
            return None
        if told.quoted or self.quoted:
            return None
        near = told.paragraph >= self.paragraph - (_BREAK if self.fronted else 0)
        return told if near and self.tense == -1 and not self.apart() else None

    def _goes_on(self, told: Told) -> bool:
        """ "In 2014, it opened. In March, it closed": months that follow a year gone by, each told at the head."""
        ago = 0 if self.publication is None else self.publication.year - told.cell.start.year
        return 1 < ago <= _LIFETIME and told.fronted and self.fronted and self.tense < 0

    @property
    def reached(self) -> Told | None:
        """Where the story is: the newest time that was not told in passing."""
        return next((told for told in reversed(self.told) if not told.in_passing), None)


def bound_of(published: date | None) -> Bound | None:
    """The publication date as a bound; a midnight without seconds is no clock time."""
    if published is None:
        return None
    parts = [published.year, published.month, published.day]
    if isinstance(published, datetime) and (published.hour, published.minute) != (0, 0):
        parts += [published.hour, published.minute, published.second]
    return Bound(*parts)
