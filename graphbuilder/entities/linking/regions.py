"""Which countries and regions a text names: anywhere, or right beside a city ("Paris, Texas", "Ontario's London")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.places import Place
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Mention

#: What may stand between a city and the area it lies in: "Paris, Texas", "Paris (Texas)", "Paris in northern Texas".
_TO_AREA = re.compile(r"(?:,? in|,| \()(?: the| (?:north|south|east|west|central)[a-z-]{0,8})? ?")
#: "The Texas city of Paris", "Ontario's London", "the French city of Nice".
_FROM_AREA = re.compile(
    r"((?:[\w.-]+ ){0,2}[\w.-]+)"
    r"(?:['’]s (?:[\w-]+ )?| (?:[\w-]+ )?(?:city|town|port|capital|suburb|resort)(?: city| town)? of )$"
)
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Area:
    """A country or region that a document names: the words, and the sentence they stand in."""

    place: Place
    words: str
    sentence: int


def named_areas(mentions: Iterable[Mention]) -> Iterator[Area]:
    """The countries and regions that a document names; a capital, or an adjective, names its country too."""
    for mention in mentions:
        if mention.form == "name" and mention.label != "person":
            for place in areas_of(mention.text):
                if place.kind == "country" or not is_shared(place):
                    yield Area(place, mention.text, mention.span.sentence)


def areas_of(name: str) -> tuple[Place, ...]:
    """The regions of this name, and the country that it names or whose adjective or capital it is.

    >>> [one.ids[0][1] for one in areas_of("Georgia")], [one.name for one in areas_of("French")]
    (['US-GA', 'GE'], ['France'])
    """
    entry = known(name)
    countries = (places.country(entry.country),) if entry is not None and entry.country else ()
    return (*places.regions(name), *countries)


def is_shared(region: Place) -> bool:
    """Whether the name of a region is as well that of a city or country, so that alone it means the other."""
    return "shared" in lexicon("regions")[region.ids[0][1]]


def within(name: str, area: Place) -> bool:
    """Whether a city of this name lies in an area.

    >>> within("Buffalo", areas_of("N.Y.")[0]), within("Boston", areas_of("N.Y.")[0])
    (True, False)
    """
    return any(city.lies_in(area) for city in places.cities(name))


def beside(before: str, after: str) -> Iterator[tuple[str, Place]]:
    """The areas that stand right beside a name, with their words; `before` and `after` are the text around it.

    >>> [(words, area.ids[0][1]) for words, area in beside("She was born in ", ", Tex., in 1990.")]
    [('Tex.', 'US-TX')]
    >>> [(words, area.name) for words, area in beside("in the French city of ", " on Monday")]
    [('French', 'France')]
    """
    follows = _TO_AREA.match(after)
    if follows:
        yield from _first(_starts(after[follows.end() :][:60]))
    precedes = _FROM_AREA.search(before[-60:])
    if precedes:
        yield from _first(_ends(precedes[1]))


def _first(runs: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """The areas of the first run of words that names any."""
    for run in runs:
        found = [area for area in areas_of(run) if not _is_capital(run)]
        if found:
            yield from ((run, area) for area in found)
            return


def _is_capital(name: str) -> bool:
    """ "Paris, London and Rome": a capital after a comma is a place of its own."""
    entry = known(name)
    return entry is not None and entry.kind not in ("country", "adjective") and not places.regions(name)


def _starts(text: str) -> Iterator[str]:
    words = text.split(" ")[:_LONGEST]
    for count in range(len(words), 0, -1):
        run = " ".join(words[:count]).rstrip(",;:!?)'’\"”")
        yield run
        yield run.rstrip(".")


def _ends(text: str) -> Iterator[str]:
    words = text.split(" ")
    for start in range(len(words)):
        yield " ".join(words[start:])
