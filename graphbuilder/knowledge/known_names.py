"""By which other names a thing may go that is named: those of the tables, and a person's without the title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from graphbuilder.knowledge.gazetteer import government_name, names
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon


def known_names(name: str) -> set[str]:
    """The names of an organisation, country, capital or government that the tables know by this one; adjectives too.

    >>> sorted(known_names("kiev")), sorted(known_names("Lithuanian"))
    (['Kiev', 'Kyiv', 'Kyyiv'], ['Lithuania', 'Lithuanian'])
    >>> sorted(known_names("Government of Kenya"))
    ['Kenya', 'Kenyan', 'Nairobi']
    >>> known_names("Jane Roe")
    set()
    """
    return set(_known().get(fold(name), ()))


def without_title(folded: str) -> str:
    """A name, folded, without the titles that precede it; its last word always stays.

    >>> without_title("dame jane roe"), without_title("president")
    ('jane roe', 'president')
    """
    words = folded.split()
    while len(words) > 1 and (known := [count for count in (2, 1) if " ".join(words[:count]) in _titles()]):
        words = words[known[0] :] if len(words) > known[0] else words[1:]
    return " ".join(words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold, lexicon("nominals")["titles"]))


@cache
def _known() -> Mapping[str, set[str]]:
    """Name, adjective or government as the graph calls it, folded → the names of what is meant."""
    things, found = defaultdict[tuple[str, str], set[str]](set), defaultdict[str, set[str]](set)
    for name, entry in names().items():
        things[entry.name, entry.type].add(name)
        if entry.country:
            found[fold(government_name(entry.country))].add(name)
    for others in things.values():
        for name in others:
            found[fold(name)] |= others
    return found
