"""What a time expression can hang on: publication, the reference time of the story, speech time, and its own clause.

Reference time and speech time are those of Reichenbach. The reference time of a history is the most valuable single
rule for it: a date without a year takes the year of the last full date before it, not that of publication.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graphbuilder.intervals import Bound
from graphbuilder.records import Document, Sentence
from graphbuilder.times.calendar.cells import AGES, UNITS, Cell
from graphbuilder.times.calendar.values import PUBLICATION, STORY, Reference
from graphbuilder.times.document.surroundings import Surroundings
from graphbuilder.times.finding import Candidate
from graphbuilder.times.options import TimeOptions

#: How many times are remembered as possible reference times.
_MEMORY = 40

#: How many paragraphs back, in news, the time may be that "the following day" is counted from.
NEARBY_PARAGRAPHS = 6
#: Before the first expression is read.
_NOWHERE = Surroundings(
    Document(text="", id=""), Candidate(0, 0, Reference("PRESENT_REF"), ""), Sentence(0, 0, 0, ""), paragraph=0
)


class PriorTime(NamedTuple):
    """A time that was read before, which later ones may be counted from."""

    #: its paragraph, counted by line ends
    paragraph: int
    cell: Cell
    #: the id of its record
    name: str
    #: whether it is background (a plan, a bracket), at which the story has not arrived
    in_passing: bool = False
    sentence: int = 0
    #: whether a date without a year may take its year: it is no aside and not counted from publication
    own: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Context:
    """Where the reader stands in one document: what it knows of the whole, what it has read, what surrounds the next.

    The reader replaces `here` and `narrative` for each expression, and notes what was read behind it (`remember`). The
    anchors only read it.
    """

    options: TimeOptions
    publication: Bound | None
    #: whether dates without a year follow the story (a history), not publication (news)
    narrative: bool
    #: whether the day comes before the month in figures; None where nothing settles it
    day_first: bool | None
    #: whether the text names years before 1000
    ancient: bool = False
    #: offset from which the story is followed: 0 in a history, infinity in news
    story_from: float = 0
    #: what surrounds the expression that is being anchored
    here: Surroundings = _NOWHERE
    #: times read so far, newest last
    prior: list[PriorTime] = field(default_factory=list)
    #: in an entry of a chronology its day, and the id of that
    entry_day: tuple[Bound, str] | None = None
    #: in a quotation when it was said, where a clause of saying beside it dates that, and the id of that time
    said: tuple[Cell, str] | None = None

    @property
    def tense(self) -> int:
        """The tense of the clause, as `Surroundings.tense` numbers it."""
        return self.here.tense

    def remember(self, cell: Cell, name: str, *, in_passing: bool, own: bool) -> None:
        """Add the time that was just read to the prior ones; a decade or century is no reference time."""
        if cell.unit not in AGES:
            here = self.here
            index = here.sentence.index
            self.prior.append(PriorTime(here.paragraph, cell, name, in_passing, index, own, here.quoted))
            del self.prior[:-_MEMORY]

    @property
    def _published(self) -> tuple[Bound, str] | None:
        return None if self.publication is None else (self.publication, PUBLICATION)

    def publication_serves(self, unit: str) -> bool:
        """Whether publication is known as finely as a unit needs: "next year" its month, "last week" its day."""
        published = self.publication
        return published is not None and (published.day is not None or UNITS.index(unit) > UNITS.index("month"))

    def speech_time(self, unit: str = "day") -> tuple[Bound, str] | None:
        """When the words were said, and what says so: at publication, but for quotations and entries of a chronology.

        A quotation was said on the day that its sentence names before it ("On Thursday they said: “Today …”"), or in a
        history at the reference time; the words of an entry on its day. Where only the year of saying is told, nobody
        knows what "yesterday" was.
        """
        if self.said is not None:
            cell, name = self.said
            return (cell.start, name) if UNITS.index(cell.unit) <= UNITS.index(unit) else None
        before = self._day_before_quotation()
        if before is not None:
            return before.cell.start, before.name
        if self.entry_day is not None:
            return self.entry_day
        if self.narrative and self.here.quoted:
            return self.reference_time(unit)
        return self._published if self.publication_serves(unit) else None

    def _day_before_quotation(self) -> PriorTime | None:
        """The day that the sentence of a quotation names before it."""
        time = self.prior[-1] if self.here.quoted and self.prior else None
        if time is None or time.quoted or time.sentence != self.here.sentence.index or time.cell.unit != "day":
            return None
        return time

    @property
    def narrative_time(self) -> PriorTime | None:
        """The newest prior time at which the story has arrived."""
        return next((time for time in reversed(self.prior) if not time.in_passing), None)

    def reference_time(
        self, unit: str, *, passing: bool = True, near: int = NEARBY_PARAGRAPHS
    ) -> tuple[Bound, str] | None:
        """The newest prior time that is fine enough for the unit, and its id; in news publication serves too.

        None where the newest is too coarse: after "the same year" nobody knows which day "the following day" follows.
        Background times count if `passing`; in news, none that is told more than `near` paragraphs back.
        """
        rank = UNITS.index(unit)
        for time in reversed(self.prior):
            if not self.narrative and time.paragraph < self.here.paragraph - near:
                break
            if time.in_passing and not passing:
                continue
            if UNITS.index(time.cell.unit) <= rank or time.cell.unit in ("day", "daypart"):
                return time.cell.start, time.name
            if not time.in_passing and (self.narrative or time.own):
                return None
        if self.publication_serves(unit) and not self.narrative:
            return self._published
        return None

    def weekday_origin(self, anchor: str, *, pointing: bool = False) -> tuple[Bound, str] | None:
        """What a weekday is counted from: the story of a history, but not "last Friday" (`pointing`); else
        publication.
        """
        if self.said is not None or self.entry_day is not None:
            return self.speech_time() if self.said is not None else self.entry_day
        by_story = self.narrative and not (pointing and not self.here.quoted)
        if anchor == STORY or by_story or (self.narrative and self.publication is None):
            return self.reference_time("day")
        return self._published if self.publication_serves("day") else None
