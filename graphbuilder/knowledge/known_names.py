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
    folded = fold(name)
    return {other for thing in _bearers().get(folded, ()) for other in _names()[thing]} | _governments().get(
        folded, set()
    )


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
def _names() -> Mapping[tuple[str, str], set[str]]:
    """Name and type of each thing that is known → its names and adjectives."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for name, entry in names().items():
        found[entry.name, entry.type].add(name)
    return found


@cache
def _bearers() -> Mapping[str, set[tuple[str, str]]]:
    """Name or adjective, folded → name and type of the things that are meant."""
    found = defaultdict[str, set[tuple[str, str]]](set)
    for name, entry in names().items():
        found[fold(name)].add((entry.name, entry.type))
    return found


@cache
def _governments() -> Mapping[str, set[str]]:
    """How a government is called in the graph, folded → the names of its country, capital and seat."""
    found = defaultdict[str, set[str]](set)
    for name, entry in names().items():
        if entry.country:
            found[fold(government_name(entry.country))].add(name)
    return found
