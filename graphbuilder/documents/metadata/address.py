"""Outlet and day of publication by the web address of an article: the host, and days in its path.

A day is read where outlets write the day of publication: in folders of the path ("/2022/07/26/") and at the start or
end of a name ("2022-07-26-talks"). Whatever may be a number of an article, or a day that the article is about, is none.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from graphbuilder.addresses import web_address
from graphbuilder.documents.metadata.dates import day_of, parse_date

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
#: Days in a path: "/2022/07/26/talks" (one digit alone may be a page), "/2022-07-26-talks", "/20220726-talks";
#: "/202207/26/talks", "/2022/0726/talks"; "talks-2022-07-26"; "/26-07-2022/talks".
_DAYS = re.compile(
    rf"/(?P<y>{_YEAR})(?P<sign>[-_./])(?P<m>\d\d?|[a-z]{{3,9}})(?P=sign)(?P<d>\d\d(?:(?![^/])|(?<!/\d\d)(?=[-_]))|\d(?=/))"
    rf"|/(?P<y2>{_YEAR})[-/]?(?P<m2>\d\d)/?(?P<d2>\d\d)(?:(?=/)|(?<=\d{{4}})(?=[-_]))"
    rf"|(?P<word>[a-z]+)[-_](?P<y3>{_YEAR})(?P<sign3>[-_])(?P<m3>\d\d)(?P=sign3)(?P<d3>\d\d)(?![^/])"
    rf"|/(?P<last>\d\d[-_./]\d\d[-_./]{_YEAR})(?![^-_/])"
)
#: Words before a day that is a part of a title: "what-happened-on-2022-02-24".
_OF_A_TITLE = frozenset({
    "on", "of", "since", "until", "till", "to", "from", "by", "for", "before", "after", "between", "and", "in",
})  # fmt: skip
#: The end of a folder that holds numbers of articles, one of which may look like a day.
_NUMBERED = re.compile(
    r"/(?:articles?|stor(?:y|ies)|id|items?|docs?|documents?|contents?|posts?|nodes?|pages?|views?|a|p)$"
)


class Address(NamedTuple):
    """What an address says; None is unknown. A home page gives the outlet, and is no address of an article."""

    url: str | None = None
    outlet: str | None = None
    day: date | None = None


def read_address(text: str) -> Address | None:
    """Outlet and day by a text that is a web address and nothing else; None where it is none.

    What looks like an address and is none that may be followed (`graphbuilder.addresses`) says nothing.

    >>> read_address("https://www.fenecho.example/world/2022/jul/26/talks").outlet
    'fenecho.example'
    >>> read_address("https://fenecho.example/news/2022/07/26/talks?page=2").day
    datetime.date(2022, 7, 26)
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
    return Address(url, _outlet(host), _day(path))


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


def _day(path: str) -> date | None:
    """The one day of the folders, else of the end of the name; None where there is none, or several."""
    ends: dict[bool, set[date]] = {False: set(), True: set()}
    for match in _DAYS.finditer(_EXTENSION.sub("", path.rstrip("/"))):
        if day := _day_of(match):
            ends[match["word"] is not None].add(day)
    days = ends[False] or ends[True]
    return days.pop() if len(days) == 1 else None


def _day_of(match: re.Match[str]) -> date | None:
    """The day of a match; None where it is part of a title, a number, or no day on which the web can tell anything."""
    number = match[0][1:].isdigit() and _NUMBERED.search(match.string[: match.start()])
    if number or match["word"] in _OF_A_TITLE:
        return None
    if match["last"]:
        day = parse_date(re.sub("[-_.]", "/", match["last"]))
    else:
        year, month, of_month = (match[part] or match[f"{part}2"] or match[f"{part}3"] for part in "ymd")
        day = day_of(year, month, of_month)
    return day if day is not None and _FIRST <= day <= _LAST else None
