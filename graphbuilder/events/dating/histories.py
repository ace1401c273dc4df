"""When an event happened that a history tells without a date: in the year or month that its neighbours fall in.

| rule | the date is | score |
|---|---|---|
| course | the year or month, told before, that the last dated event and the next one both fall in | 0.3 |

"In May 1565 the fleet arrived. The Turks attacked the fort. It fell on 23 June": they attacked it in 1565.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import timedelta

from graphbuilder.events.dating.context import OWN, Dating, dates
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import Trigger
from graphbuilder.intervals import Interval
from graphbuilder.records import TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import is_main_clause, is_simple_past, looks_back

#: What a course is told in.
_SPANS = frozenset({"month", "season", "quarter", "year"})
#: News is told by its day, and so is what led to it.
_NEWS = timedelta(days=60)


def date_by_course(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: Mapping[Trigger, Factuality],
    dated: Mapping[Trigger, Dating],
) -> dict[Trigger, Dating]:
    """The dating of the events, in text order, that only the course of the narrative dates."""
    intervals = {time.id: time.interval for time in times if dates(time) and time.interval is not None}
    spans = [time for time in times if time.id in intervals and _is_span(intervals[time.id])]
    if not spans:
        return {}
    first_date: dict[int, int] = {}
    for time in times:
        if time.id in intervals:
            first_date.setdefault(time.span.sentence, time.span.start)
    news = _news(parse)
    course = [one for one in triggers if _narrates(parse, one, factuality[one])]
    told = [one for one in course if one in dated and dated[one].rule in OWN and dated[one].times[0] in intervals]
    heads = [one.head for one in told]
    found = {}
    for trigger in course:
        at = bisect_left(heads, trigger.head)
        if trigger in dated or not 0 < at < len(told):
            continue
        sentence, offset = parse.sentence_of[trigger.head], parse.doc[trigger.head].idx
        ahead = offset < first_date.get(sentence, offset) and parse.sentence_of[told[at].head] == sentence
        if sentence in first_date and not ahead:
            continue  # but "they met, and in May 1565 he left": the date is of what follows
        before, after = (intervals[dated[one].times[0]] for one in told[at - 1 : at + 1])
        if not after.before(before) and not (news is not None and before.overlaps(news)):
            whole = _span_of(spans, before, after, offset)
            if whole is not None:
                found[trigger] = Dating("course", (whole,))
    return found


def _is_span(interval: Interval) -> bool:
    """Whether a course can run through it: "since 2004" has no end that would hold it."""
    return interval.precision in _SPANS and interval.start is not None and interval.end is not None


def _news(parse: Parse) -> Interval | None:
    published = parse.document.published
    return None if published is None else Interval.around(published, _NEWS.days)


def _narrates(parse: Parse, trigger: Trigger, told: Factuality) -> bool:
    verb = parse.doc[trigger.head]
    return told.modality == "ACTUAL" and is_main_clause(verb) and is_simple_past(verb) and not looks_back(verb)


def _span_of(spans: Sequence[TimeExpression], before: Interval, after: Interval, offset: int) -> str | None:
    """The id of the narrowest span told before a character that both dates fall in."""
    whole: TimeExpression | None = None
    for time in spans:
        interval = time.interval
        if interval is not None and time.span.start < offset and interval.contains(before) and interval.contains(after):
            narrower = whole is None or whole.interval is None or whole.interval.contains(interval)
            whole = time if narrower else whole
    return None if whole is None else whole.id
