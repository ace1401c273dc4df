"""Short and full names: which names a cluster is blocked by, and what a short name may stand for in this collection.

A short name is an acronym, a surname alone, a company's first word, or a name without legal form and kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.names import fold
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.compare.organization_names import (
    LETTERS,
    body_name,
    but_for_number,
    country_in,
    has_legal_form,
    initials,
    is_shared,
    shortens,
    without_kind,
)
from graphbuilder.resolve.compare.person_names import person_name, without_article

#: Whether it is a person's, and the short name in the form that is compared.
ShortName = tuple[bool, str]
#: Full name → the clusters of it.
Bearers = dict[str, list[EntityCluster]]


@dataclass(slots=True)
class Expansions:
    """The full names that a short name may stand for."""

    stated: Bearers = field(default_factory=lambda: defaultdict(list))
    """A document has both names, or the short one is a surname."""
    possible: Bearers = field(default_factory=lambda: defaultdict(list))
    """The short one would be its initials or first word; no document says so."""


def blocking_names(cluster: EntityCluster) -> set[str]:
    """The names that block a cluster, in the form that is compared; a short one only if it has no other."""
    if cluster.government_of:
        return {fold(cluster.name)}
    if cluster.type == "person" and not cluster.user_name:
        full = {name.text for name in map(person_name, cluster.names) if name.is_full}
        return full or {person_name(cluster.name).text}
    short = {_compared(cluster, name) for name in short_names(cluster)}
    return {_compared(cluster, name) for name in (cluster.name, *cluster.names)} - short


def short_names(cluster: EntityCluster) -> set[str]:
    """The names of a thing that shorten another one of its names; none of what the gazetteer or the user names."""
    if cluster.known is not None or cluster.user_name or len(cluster.names) < 2:
        return set()
    return {name for name in cluster.names if any(shortens(name, other) for other in cluster.names if other != name)}


def _compared(cluster: EntityCluster, name: str) -> str:
    """A name in the form that is compared; a body that every country has is compared without the country."""
    if cluster.type == "place" or cluster.known is not None:
        return fold(name)
    _, rest = country_in(name)
    return body_name(rest) if is_shared(body_name(rest)) else body_name(name)


def expansions(clusters: Sequence[EntityCluster]) -> Mapping[ShortName, Expansions]:
    """Short name → the full names that it may stand for in this collection."""
    table: dict[ShortName, Expansions] = defaultdict(Expansions)
    in_document = {(cluster.document, body_name(name)) for cluster in clusters for name in cluster.names}
    for cluster in clusters:
        for short, full, is_stated in _expanded(cluster, in_document):
            entry = table[short]
            (entry.stated if is_stated else entry.possible)[full].append(cluster)
    return table


def _expanded(cluster: EntityCluster, in_document: set[tuple[str, str]]) -> Iterator[tuple[ShortName, str, bool]]:
    """Each short name that a cluster gives, its full name, and whether a text states that."""
    if cluster.type == "person":
        for name in map(person_name, cluster.names):
            for surname in {name.surname, *(name.surnames or ())} if name.given else ():
                yield (True, without_article(surname)), name.text, True
    elif cluster.known is None and (cluster.type != "place" or _is_body(cluster)):
        yield from _expanded_body(cluster, in_document)


def _is_body(place: EntityCluster) -> bool:
    """Whether a place is also a body, which people run: a hospital, a stadium."""
    return any(without_kind(body_name(name)) for name in place.names)


def _expanded_body(cluster: EntityCluster, in_document: set[tuple[str, str]]) -> Iterator[tuple[ShortName, str, bool]]:
    short = short_names(cluster)
    stated = {name for name in short if not any(but_for_number(name, other) for other in cluster.names)}
    for full in sorted(blocking_names(cluster)):
        for name in stated:
            yield (False, body_name(name)), full, True
    acronyms = {body_name(name) for name in stated if name.isupper()}
    for name in cluster.names:
        if name in stated:
            continue
        full = body_name(name)
        for guess in _guesses(name):
            # of General Motors Corporation, called GM, GMC is no acronym
            if guess != initials(name).casefold() or not acronyms - {guess}:
                yield (False, guess), full, (cluster.document, guess) in in_document
        bare = without_kind(full)
        if bare and " " not in bare:  # the model takes it for a surname: "Brandt" of Brandt Shipping
            yield (True, bare), full, False


def _guesses(name: str) -> Iterator[str]:
    """The short names that a body may have elsewhere.

    Its initials; its first word, if it has a legal form; its name without legal form and kind, if more than one word is
    left, since Apple Records is not Apple.
    """
    core = body_name(name)
    if len(initials(name)) >= LETTERS and initials(name).casefold() != core:
        yield initials(name).casefold()
    first = core.partition(" ")[0]
    if has_legal_form(name) and first != core and len(first) > LETTERS and known(first.title()) is None:
        yield first
    bare = without_kind(core)
    if " " in bare and known(bare.title()) is None:
        yield bare


def short_name_of(cluster: EntityCluster, table: Mapping[ShortName, Expansions]) -> ShortName | None:
    """The short name of a cluster that has no full name; None for all others."""
    if cluster.government_of or cluster.known is not None or cluster.user_name:
        return None
    if cluster.type == "person":
        names = {person_name(name) for name in cluster.names}
        if any(name.is_full for name in names):
            return None
        surname = min(without_article(name.surname) for name in names)
        is_body = (True, surname) not in table and (False, surname) in table
        return not is_body, surname
    bodies = {(False, body_name(name)) for name in cluster.names}
    return next((short for short in sorted(bodies) if short in table), None) if len(bodies) == 1 else None
