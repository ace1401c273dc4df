"""Short names: acronyms, surnames alone, a company's first word. They name what a full name stands for elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.names import fold
from graphbuilder.records import Judgement
from graphbuilder.resolve.cluster.clusters import EntityCluster, judgement
from graphbuilder.resolve.compare.organization_names import (
    body_name,
    but_for_number,
    country_in,
    has_legal_form,
    initials,
    is_shared,
    shortens,
    without_kind,
)
from graphbuilder.resolve.compare.person_names import person_name
from graphbuilder.resolve.match.context import Company

#: Initials that no text explains are taken for a name only if there are so many.
LETTERS = 3

#: Whether it is a person's, and the short name as it is compared.
Key = tuple[bool, str]


@dataclass(slots=True)
class Full:
    """The things that a short name may stand for: full name → clusters of it."""

    said: dict[str, list[EntityCluster]] = field(default_factory=lambda: defaultdict(list))
    """A document uses both names, or the short one is a surname."""
    possible: dict[str, list[EntityCluster]] = field(default_factory=lambda: defaultdict(list))
    """The short one would be its initials, or its first word."""


def long_names(cluster: EntityCluster) -> set[str]:
    """The names that a cluster can be found by in other documents, as they are compared; short ones only if alone."""
    if cluster.government_of:
        return {fold(cluster.name)}
    if cluster.type == "person" and not cluster.own:
        full = {name.text for name in map(person_name, cluster.names) if name.full}
        return full or {person_name(cluster.name).text}
    names = {cluster.name, *cluster.names}
    return {_compared(cluster, name) for name in names} - {_compared(cluster, name) for name in short_names(cluster)}


def short_names(cluster: EntityCluster) -> set[str]:
    """The names of a thing that shorten another one of its names; none of what is known beforehand."""
    if cluster.known is not None or cluster.own or len(cluster.names) < 2:
        return set()
    return {one for one in cluster.names if any(shortens(one, other) for other in cluster.names if other != one)}


def _compared(cluster: EntityCluster, name: str) -> str:
    if cluster.type == "place" or cluster.known is not None:
        return fold(name)
    _, rest = country_in(name)
    return body_name(rest) if is_shared(body_name(rest)) else body_name(name)


# --- what short names may stand for -------------------------------------------------------------------------------


def full_names(clusters: Sequence[EntityCluster]) -> dict[Key, Full]:
    """Short name → what it may stand for in this collection."""
    table: dict[Key, Full] = defaultdict(Full)
    told = {(cluster.document, body_name(name)) for cluster in clusters for name in cluster.names}
    for cluster in clusters:
        if cluster.type == "person":
            for name in map(person_name, cluster.names):
                for surname in {name.surname, *(name.surnames or ())} if name.given else ():
                    table[True, surname].said[name.text].append(cluster)
        elif cluster.known is None and (cluster.type != "place" or _is_body(cluster)):
            _add_thing(table, cluster, told)
    return table


def _is_body(place: EntityCluster) -> bool:
    """Whether a place is what people run: a hospital, a stadium."""
    return any(without_kind(body_name(name)) for name in place.names)


def _add_thing(table: dict[Key, Full], cluster: EntityCluster, told: set[tuple[str, str]]) -> None:
    short = {one for one in short_names(cluster) if not any(but_for_number(one, other) for other in cluster.names)}
    for full in sorted(long_names(cluster)):
        for name in short:
            table[False, body_name(name)].said[full].append(cluster)
    acronyms = {body_name(name) for name in short if name.isupper()}
    for name in cluster.names:
        if name not in short:
            for guess in _guesses(name):
                if acronyms - {guess} and guess == initials(name).casefold():
                    continue  # of General Motors Corporation, called GM, GMC is no acronym
                entry = table[False, guess]
                (entry.said if (cluster.document, guess) in told else entry.possible)[body_name(name)].append(cluster)
            bare = without_kind(body_name(name))
            if bare and " " not in bare:  # what the model takes for a surname: "Brandt" of Brandt Shipping
                table[True, bare].possible[body_name(name)].append(cluster)


def _guesses(name: str) -> Iterator[str]:
    """What a body may be called elsewhere: initials; without legal form and kind; if it has a form, its first word."""
    core = body_name(name)
    if len(initials(name)) >= LETTERS and initials(name).casefold() != core:
        yield initials(name).casefold()
    first = core.partition(" ")[0]
    if has_legal_form(name) and first != core and len(first) > LETTERS and known(first.title()) is None:
        yield first
    bare = without_kind(core)  # of one word it may be another firm: Apple Records is not Apple
    if " " in bare and known(bare.title()) is None:
        yield bare


def short_key(cluster: EntityCluster, table: Mapping[Key, Full]) -> Key | None:
    """What a cluster that has a short name only is looked up by; None for all others."""
    if cluster.government_of or cluster.known is not None or cluster.own:
        return None
    if cluster.type == "person":
        names = {person_name(name) for name in cluster.names}
        if any(name.full for name in names):
            return None
        key = True, min(name.surname for name in names)
        return (False, key[1]) if key not in table and (False, key[1]) in table else key
    keys = {(False, body_name(name)) for name in cluster.names}
    return next((key for key in sorted(keys) if key in table), None) if len(keys) == 1 else None


# --- judging ------------------------------------------------------------------------------------------------------


def judge_short(clusters: Sequence[EntityCluster], company: Company) -> tuple[list[Judgement], set[str]]:
    """The judgements on clusters with a short name only, and the ids of those that their name alone does not tie.

    A surname needs somebody whom both documents tell of; so does a short name that may stand for several things.
    """
    table = full_names(clusters)
    short: dict[Key, list[EntityCluster]] = defaultdict(list)
    for cluster in clusters:
        key = short_key(cluster, table)
        if key is not None:
            short[key].append(cluster)
    found: list[Judgement] = []
    alone: set[str] = set()
    for key in sorted(short):
        full, person = table.get(key, Full()), key[0]
        told = list(_attached(short[key], full, person, company))
        found += told
        if person or len(full.said) > 1:
            alone |= {one.id for one in short[key]}
            tied = {name for one in told if one.verdict == "same" for name in (one.left, one.right)}
            found += _in_company([one for one in short[key] if one.id not in tied], key[1], company)
    return found, alone


def _attached(short: Sequence[EntityCluster], full: Full, person: bool, company: Company) -> Iterator[Judgement]:
    """Each to what it stands for: the only thing there is, or the only one that is told of with the same others."""
    bearers = full.said or full.possible
    near = {name: _first_with(bearers[name], company) for name in sorted(bearers)}
    for cluster in short:
        others = company.of(cluster)
        common = {name: others & near[name].keys() - {name} for name in near}
        told = [name for name in near if common[name]]
        if len(bearers) == 1 and full.said and not person:
            [(name, named)] = bearers.items()
            yield judgement(named[0], cluster, "same", 0.85, f"short for {name!r}, as {named[0].document} has it")
        elif len(told) == 1:
            with_ = company.rarest(common[told[0]])
            reason = (
                f"{'the surname of' if person and full.said else 'short for'} {told[0]!r}; both told with {with_!r}"
            )
            yield judgement(near[told[0]][with_], cluster, "same", 0.7 if len(bearers) == 1 else 0.65, reason)
        else:
            for name in (told or list(near))[:2]:
                reason = f"perhaps {name!r}, but {'told with others too' if told else 'with nobody in common'}"
                yield judgement(bearers[name][0], cluster, "unsure", 0.35, reason)


def _first_with(clusters: Sequence[EntityCluster], company: Company) -> dict[str, EntityCluster]:
    """Name → the first cluster whose document has it too."""
    found: dict[str, EntityCluster] = {}
    for cluster in clusters:
        for name in company.of(cluster):
            found.setdefault(name, cluster)
    return found


def _in_company(clusters: Sequence[EntityCluster], name: str, company: Company) -> Iterator[Judgement]:
    """Those of whom no full name is known are one where they are told of with the same others."""
    first: dict[str, EntityCluster] = {}
    for cluster in clusters:
        others = sorted(company.of(cluster))
        ties = {first[other].id: (first[other], other) for other in reversed(others) if other in first}
        for one, other in ties.values():
            yield judgement(one, cluster, "same", 0.8, f"the same name, {name!r}; both told with {other!r}")
        if not ties and clusters[0] is not cluster:
            yield judgement(clusters[0], cluster, "unsure", 0.4, f"the same name, {name!r}, but with nobody in common")
        for other in others:
            first.setdefault(other, cluster)
