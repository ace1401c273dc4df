"""When and where: are two event clusters of one time and place, or do dates or places show that they are two events?

Each rule on a `When` is of two clusters, or of many pairs at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from graphbuilder.intervals import PRECISIONS, Interval
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.cluster.when import Number, When, ordinal

#: Days by which the day of publication may differ between places.
_TIME_ZONES = 1
#: Days by which the day of a news story may follow the event: Thursday's resignation is news on Saturday.
STORY_DAYS = 3
#: Days within which two articles tell news of one time.
NEWS_DAYS = 14
_WEEK = PRECISIONS.index("week")


def may_be_of_one_time(left: When, right: When) -> Number:
    """Whether neither the dates contradict each other, nor one is told before the date of the other.

    Dates do not contradict each other where one is unknown, where they overlap, with the days around an approximate
    one, and where one is that of a news story, and the other one of the days before: a resignation of Thursday, news on
    Saturday.
    """
    rough = _overlap(left.rough_start, left.rough_end, right.rough_start, right.rough_end)
    agree = _overlap(left.start, left.end, right.start, right.end) | ((left.rough != right.rough) & rough)
    is_news = (left.is_news & _is_just_before(right, left)) | (right.is_news & _is_just_before(left, right))
    is_foretold = is_reported_before(left, right) | is_reported_before(right, left)
    return (agree | is_news) > is_foretold


def is_reported_before(left: When, right: When) -> Number:
    """Whether an article older than the right one's date tells the left one as done, without a date."""
    return left.reported + _TIME_ZONES < right.stated


def _overlap(start: Number, end: Number, other_start: Number, other_end: Number) -> Number:
    return (start <= other_end) & (other_start <= end)


def _is_just_before(dated: When, story: When) -> Number:
    return (dated.closes <= story.opens) & (story.opens <= dated.closes + STORY_DAYS)


def dates_meet(left: When, right: When) -> Number:
    """Whether both are dated, and may be of one time."""
    return left.dated & right.dated & may_be_of_one_time(left, right)


def are_near(left: When, right: When) -> Number:
    """Whether both are dated, or else of the same days; of an article without a day nothing is known.

    What has no date is taken for news of the days of its article.
    """
    of_one_news = (left.first <= right.last + NEWS_DAYS) & (right.first <= left.last + NEWS_DAYS)
    return (left.dated & right.dated) | of_one_news


def is_precise(interval: Interval) -> bool:
    """Whether an interval has both ends and is not vaguer than a week."""
    is_closed = interval.start is not None and interval.end is not None
    return is_closed and PRECISIONS.index(interval.precision) <= _WEEK


def is_calendar_week(interval: Interval) -> bool:
    """Whether it is a week from Monday to Sunday, as "last week" is: no event is said to have taken that long."""
    if interval.precision == "week" or interval.start is None or interval.end is None:
        return interval.precision == "week"
    first, last = ordinal(interval.start.first_parts), ordinal(interval.end.first_parts)
    return last - first == 6 and date.fromordinal(int(first)).weekday() == 0


def days_between_publications(left: EventCluster, right: EventCluster) -> int:
    """Days between the publication of two documents; 0 where one is unknown, since both may be of one day."""
    if left.published is None or right.published is None:
        return 0
    return abs(left.published - right.published)


#: Whether a place (entity id) is another one, or lies in it.
Within = Callable[[str, str], bool]


def places_conflict(left: EventCluster, right: EventCluster, is_within: Within) -> bool:
    """Whether both places are known by name, and neither lies in the other."""
    if left.place is None or right.place is None or left.nameless or right.nameless:
        return False
    return not (is_within(left.place, right.place) or is_within(right.place, left.place))


def contradicts(left: EventCluster, right: EventCluster, is_within: Within) -> bool:
    """Whether dates or places show that two clusters are two events."""
    return not may_be_of_one_time(left.when, right.when) or places_conflict(left, right, is_within)
