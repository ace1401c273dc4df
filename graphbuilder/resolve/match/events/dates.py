"""When: do the dates of two event clusters agree, and how much does an interval say?"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from graphbuilder.intervals import PRECISIONS, Bound, Interval
from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: Days by which the day of publication may differ between places.
_TIME_ZONES = 1
#: Days by which the day of a news story may follow the event: Thursday's resignation is news on Saturday.
STORY_DAYS = 3
#: Days within which two articles tell news of one time.
NEWS_DAYS = 14
_WEEK = PRECISIONS.index("week")


def dates_agree(left: EventCluster, right: EventCluster) -> bool:
    """Whether the dates overlap, or one is unknown."""
    return left.day is None or right.day is None or left.day.agrees(right.day)


def is_reported_before(left: EventCluster, right: EventCluster) -> bool:
    """Whether a document older than the right one's date reports the left one as done, without a date."""
    if left.interval is not None or left.published is None or right.interval is None:
        return False
    if (left.polarity, left.modality) != ("POS", "ACTUAL"):
        return False
    first = first_day(right.interval)
    return first is not None and left.published + _TIME_ZONES < first


def is_news_of_days_before(left: EventCluster, right: EventCluster) -> bool:
    """Whether one is dated only by its news story, and the other to one of the days before: a resignation of Thursday,
    news on Saturday.
    """
    return any(
        assumed.assumed and _is_just_before(dated.day, assumed.day) for assumed, dated in ((left, right), (right, left))
    )


def _is_just_before(interval: Interval | None, story: Interval | None) -> bool:
    if interval is None or story is None or interval.end is None or story.start is None:
        return False
    last, day = _ordinal(interval.end.last), _ordinal(story.start.first)
    return last is not None and day is not None and 0 <= day - last <= STORY_DAYS


def is_precise(interval: Interval) -> bool:
    """Whether an interval has both ends and is not vaguer than a week."""
    is_closed = interval.start is not None and interval.end is not None
    return is_closed and PRECISIONS.index(interval.precision) <= _WEEK


def is_calendar_week(interval: Interval) -> bool:
    """Whether it is a week from Monday to Sunday, as "last week" is: no event is said to have taken that long."""
    first = first_day(interval)
    last = None if interval.end is None else first_day(Interval(interval.end, interval.end))
    if interval.precision == "week":
        return True
    return first is not None and last is not None and last - first == 6 and date.fromordinal(first).weekday() == 0


def first_day(interval: Interval) -> int | None:
    """The first day, as `date.toordinal` counts; None for what `datetime` cannot hold."""
    return None if interval.start is None else _ordinal(interval.start.first)


def first_and_last(interval: Interval) -> list[int]:
    """The first and the last day, as far as they are known and `datetime` can hold them."""
    bounds = [bound for bound in (interval.start, interval.end) if bound is not None]
    days = (_ordinal(bound.first) for bound in bounds[:1]), (_ordinal(bound.last) for bound in bounds[-1:])
    return [day for some in days for day in some if day is not None]


def _ordinal(bound: Bound) -> int | None:
    return date.fromisoformat(bound.iso_day).toordinal() if MINYEAR <= bound.year <= MAXYEAR else None


def are_of_one_time(left: EventCluster, right: EventCluster) -> bool:
    """Whether dates that agree, or news of the same days, say that two clusters are of one time.

    What has no date is taken for news of the days of its article; of an article without a day nothing is known.
    """
    if left.day is not None and right.day is not None:
        return dates_agree(left, right) or is_news_of_days_before(left, right)
    ours, theirs = _days(left), _days(right)
    return bool(ours and theirs) and max(min(ours), min(theirs)) - min(max(ours), max(theirs)) <= NEWS_DAYS


def _days(cluster: EventCluster) -> list[int]:
    if cluster.day is not None:
        return first_and_last(cluster.day)
    return [] if cluster.published is None else [cluster.published]


def days_between_publications(left: EventCluster, right: EventCluster) -> int:
    """Days between the publication of two documents; 0 where one is unknown, since both may be of one day."""
    if left.published is None or right.published is None:
        return 0
    return abs(left.published - right.published)
