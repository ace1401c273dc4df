"""Which rules date events, how sure each is, and which words of time say when something is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from spacy.tokens import Doc, Span, Token

from graphbuilder.intervals import Interval
from graphbuilder.records import PUBLICATION, UNTIL, RunnerUp, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import once_a_doc

#: The rule that takes the start of a time that has no end.
ONSET = "onset"
#: The rule that takes the end of a time, of what ended what lasted until then: "led it until May 2015, when she left".
TURN = "turn"
#: The rule that takes the whole of a time that has no start or no end: "open since last year's fair", of the fair.
OWNED = "owned"
#: The rule by which the reader ties words of time to an event.
READ = "reader"
SCORES = {
    READ: 0.9,
    ONSET: 0.9,
    TURN: 0.9,
    OWNED: 0.9,
    UNTIL: 0.9,
    "entry": 0.7,
    "aside": 0.5,
    PUBLICATION: 0.4,
    "story": 0.3,
}
DAYS = frozenset({"second", "minute", "hour", "day", "week"})
#: A lead about a day not further from publication than this is news of that day.
NEWS_DAYS = 3
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Dating:
    """The times of an event (ids) and the rule that gave them.

    Where the reader did: how likely it is that the first of them says when, and what was likeliest after it.
    """

    rule: str
    times: tuple[str, ...]
    score: float | None = None
    runner_up: RunnerUp | None = None


def dates(time: TimeExpression) -> bool:
    """Whether a time expression says when something is."""
    return time.interval is not None and time.type in ("DATE", "TIME")


def within_days(interval: Interval | None, today: Interval) -> bool:
    """Whether it is a day of the week that ends with publication: dates of the lead in what is called news."""
    if interval is None or interval.start is None or interval.end is None or today.start is None:
        return False
    if not MINYEAR <= interval.start.year <= MAXYEAR:
        return False
    first, last = (bound.first.iso_day for bound in (interval.start, today.start))
    near = abs((date.fromisoformat(last) - date.fromisoformat(first)).days) <= NEWS_DAYS
    return near and interval.precision in DAYS


def words_of(parse: Parse, time: TimeExpression) -> Span | None:
    """The words of a time expression, whole ones."""
    known, place = _words_found(parse.doc), (time.span.start, time.span.end)
    if place not in known:
        known[place] = parse.doc.char_span(*place, alignment_mode="expand")
    return known[place]


@once_a_doc
def _words_found(doc: Doc) -> dict[tuple[int, int], Span | None]:
    """The words at each place that was looked for: many rules ask for those of a date."""
    return {}


def clause_of(parse: Parse, time: TimeExpression) -> Token | None:
    """The verb of the clause that a time expression stands in."""
    span = words_of(parse, time)
    token = None if span is None else span.root
    for _ in range(_DEPTH):
        if token is None or token.pos_ in ("VERB", "AUX"):
            return token
        token = None if token.head == token else token.head
    return None
