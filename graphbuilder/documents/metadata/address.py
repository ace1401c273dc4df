"""Outlet and day of publication by the web address of an article: the host, and days in its path.

A day is read where outlets write the day of publication: in folders of the path ("/2022/07/26/") and at the start or
end of a name ("2022-07-26-talks"). Whatever may be a number of an article, or a day that the article is about, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from graphbuilder.addresses import web_address
from graphbuilder.documents.metadata.dates import parse_date

#: A line that is an address and nothing else, or would be one. Without a scheme it needs "www." or a folder.
_WHOLE = re.compile(
    r"<?(?P<address>(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://|www\.)\S+?|(?P<bare>[A-Za-z0-9.-]+\.[a-z]{2,24}/\S+?))>?"
)
#: Names in front of a host that tell in which form an outlet shows its pages, and not which outlet it is.
_FORMS = frozenset({"www", "www1", "www2", "www3", "m", "mobile", "amp", "edition", "wap"})
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|mp[34]|m4[av]|webm)$")
_EXTENSION = re.compile(r"\.[a-z]{2,6}\d?$")
#: An address within another: that of the page of which an archive keeps a copy.
_WITHIN = re.compile(r"/(?P<scheme>https?):/{1,2}(?P<rest>[^/].*)")

#: The web is no older.
_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)
_YEAR = r"(?:19|20)\d\d"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
#: Month by what a folder may call it.
_NUMBER = {
    **{str(number): number for number in range(1, 13)},
    **{f"{number:02}": number for number in range(1, 13)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    **{name: number for number, name in enumerate(_MONTHS, start=1)},
    "sept": 9,
}
_WHOLE_DAY = re.compile(rf"(?P<y>{_YEAR})(?P<sign>[-_.])(?P<m>\d\d?|[a-z]{{3,9}})(?P=sign)(?P<d>\d\d?)")
_WHOLE_DAY_LAST = re.compile(rf"(?P<d>\d\d?)(?P<sign>[-_.])(?P<m>\d\d?|[a-z]{{3,9}})(?P=sign)(?P<y>{_YEAR})")
_COMPACT = re.compile(rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)")
_MONTH_AND_YEAR = re.compile(rf"(?P<y>{_YEAR})[-_.]?(?P<m>\d\d)")
#: At the start or the end of the name of a page, whose other words have letters.
_STARTS = re.compile(
    rf"(?:(?P<iso>{_YEAR}([-_])\d\d\2\d\d)|(?P<last>\d\d([-_])\d\d\4{_YEAR})|(?P<compact>{_YEAR}\d{{4}}))[-_]"
)
_ENDS = re.compile(rf"(?P<before>.*?)[-_](?:(?P<iso>{_YEAR}([-_])\d\d\3\d\d)|(?P<last>\d\d([-_])\d\d\5{_YEAR}))")
_ENDS_IN_MONTH = re.compile(rf".*[a-z].*-(?P<y>{_YEAR})-(?P<m>\d\d?)")
#: Words before a day that is a part of a title: "what-happened-on-2022-02-24".
_OF_A_TITLE = frozenset({
    "on", "of", "since", "until", "till", "to", "from", "by", "for", "before", "after", "between", "and", "in",
})  # fmt: skip
#: Folders that hold numbers of articles, one of which may look like a day.
_NUMBERED = re.compile(
    r"(?:articles?|stor(?:y|ies)|id|items?|docs?|documents?|contents?|posts?|nodes?|pages?|views?|a|p)"
)


class Address(NamedTuple):
    """What an address says; None is unknown. A home page gives the outlet, and is no address of an article."""

    url: str | None = None
    outlet: str | None = None
    day: date | None = None
    #: year and month, as "2022-07", where no day is told; nothing is dated by it
    month: str | None = None


def read_address(text: str) -> Address | None:
    """Outlet and day by a text that is a web address and nothing else; None where it is none.

    What looks like an address and is none that may be followed (`graphbuilder.addresses`) says nothing.

    >>> read_address("https://www.fenecho.example/world/2022/jul/26/talks").outlet
    'fenecho.example'
    >>> read_address("https://fenecho.example/news/2022/07/talks?page=2").month
    '2022-07'
    >>> read_address("See https://fenecho.example/talks") is None
    True
    """
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        return None
    written = match["address"]
    url = web_address(written if "://" in written else f"https://{written}")
    if url is None:
        return None if match["bare"] else Address()
    return read_url(url)


def read_url(url: str) -> Address:
    """Outlet and day by a web address (as `web_address` writes it); nothing by that of a picture."""
    host, path = _host_and_path(url)
    if _PICTURE.search(path):
        return Address()
    if not path.strip("/") and "?" not in url:
        return Address(outlet=_outlet(host))
    day = _day(path)
    return Address(url, _outlet(host), day, None if day else _month(path))


def _host_and_path(url: str) -> tuple[str, str]:
    """Host and path in small letters; those of the page itself where an archive keeps a copy of it."""
    _, _, rest = url.partition("://")
    inner = _WITHIN.search(rest)
    address = web_address(f"{inner['scheme']}://{inner['rest']}") if inner else None
    if address is not None:
        return _host_and_path(address)
    place, slash, path = re.split(r"[?#]", rest, maxsplit=1)[0].partition("/")
    return place.partition(":")[0], f"{slash}{path}".lower()


def _outlet(host: str) -> str:
    """The host without the names in front that denote a form of the page: "m.", "www."."""
    labels = host.split(".")
    forms = len(list(takewhile(_FORMS.__contains__, labels[:-2])))
    return ".".join(labels[forms:])


# --- days and months ----------------------------------------------------------------------------------------------


def _day(path: str) -> date | None:
    """The one day of the folders, else the one of the names, if it lies in the month of the folders."""
    parts = _segments(path)
    days = set(_plausible(_days_in_folders(parts)))
    if not days:
        months = set(_plausible(_months_in_path(parts)))
        days = set(_plausible(_days_in_names(parts)))
        if months and {day.replace(day=1) for day in days} != months:
            return None
    return days.pop() if len(days) == 1 else None


def _month(path: str) -> str | None:
    """The one month of the path as "2022-07", where no folder has a day."""
    parts = _segments(path)
    if any(_days_in_folders(parts)):
        return None  # days that contradict each other, or are still to come
    months = set(_plausible(_months_in_path(parts)))
    return f"{months.pop():%Y-%m}" if len(months) == 1 else None


def _segments(path: str) -> list[str]:
    *folders, name = path.strip("/").split("/")
    return [*filter(None, folders), _EXTENSION.sub("", name)]


def _days_in_folders(parts: Sequence[str]) -> Iterator[date | None]:
    """Days written as folders of the path.

    Yes: "/2022/07/26/talks"; "/2022/0726/talks"; "/202207/26/"; "/26/07/2022/".
    No: "/2022/07/5", which may be the fifth page of a month; "/articles/20220726/", a number.
    """
    for at, (part, one, two) in enumerate(zip(parts, [*parts[1:], ""], [*parts[2:], "", ""], strict=False)):
        more = len(parts) - at
        if re.fullmatch(_YEAR, part):
            if more > 3 or len(two) == 2:  # /2022/07/26/talks; /2022/07/5 may be the fifth page of a month
                yield _date(part, one, two)
            if more > 2 and re.fullmatch(r"\d{4}", one):  # /2022/0726/talks
                yield _date(part, one[:2], one[2:])
        if (match := _MONTH_AND_YEAR.fullmatch(part)) and re.fullmatch(r"\d\d", one):  # /202207/26/, /2022-07/26/
            yield _date(match["y"], match["m"], one)
        if re.fullmatch(_YEAR, two) and re.fullmatch(r"\d\d", part):  # /26/07/2022/
            yield _only_reading(part, one, two)
        if match := _WHOLE_DAY.fullmatch(part):
            yield _date(match["y"], match["m"], match["d"])
        elif match := _WHOLE_DAY_LAST.fullmatch(part):
            yield _only_reading(match["d"], match["m"], match["y"])
        elif (match := _COMPACT.fullmatch(part)) and more > 1 and not (at and _NUMBERED.fullmatch(parts[at - 1])):
            yield _date(match["y"], match["m"], match["d"])


def _days_in_names(parts: Sequence[str]) -> Iterator[date | None]:
    """Days at the start or the end of the name of a page.

    Yes: "2022-07-26-talks"; "talks-2022-07-26".
    No: "what-happened-on-2022-02-24", where the day belongs to the title.
    """
    for at, part in enumerate(parts):
        match = _STARTS.match(part)
        if match and not (match["compact"] and at and _NUMBERED.fullmatch(parts[at - 1])):
            yield _day_as_written(match["iso"] or match["compact"] or match["last"])
        match = _ENDS.fullmatch(part)
        if match and re.search("[a-z]", match["before"]):
            words = re.split("[-_]", match["before"])
            if words[-1] not in _OF_A_TITLE:
                yield _day_as_written(match["iso"] or match["last"])


def _months_in_path(parts: Sequence[str]) -> Iterator[date | None]:
    """Months, as their first days, of folders and of names that end in one."""
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if re.fullmatch(_YEAR, part):
            yield _date(part, following, "1")
        elif match := _MONTH_AND_YEAR.fullmatch(part) or _ENDS_IN_MONTH.fullmatch(part):
            yield _date(match["y"], match["m"], "1")


def _day_as_written(words: str) -> date | None:
    """The day of "2022-07-26", "20220726" or "26-07-2022"; None where the order of day and month is open."""
    return parse_date(words.replace("_", "-"))


def _only_reading(first: str, second: str, year: str) -> date | None:
    """The only day that two numbers, or a number and a month's name, can denote in a year; None where there are two."""
    if not second.isdigit():
        return _date(year, second, first)
    return parse_date(f"{first}/{second}/{year}")


def _date(year: str, month: str, day: str) -> date | None:
    number = _NUMBER.get(month)
    if number is None or re.fullmatch(r"\d\d?", day) is None:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _plausible(days: Iterable[date | None]) -> Iterator[date]:
    """The days on which something can have been published on the web; a month counts by its first day."""
    return (day for day in days if day is not None and _FIRST <= day <= _LAST)
