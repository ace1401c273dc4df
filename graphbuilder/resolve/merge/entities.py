"""The entity of a group of clusters: its canonical name, aliases, type and id.

What only describes it ("the company") is its name where nothing else is; a group has it beside a name only where the
user says that the two are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from graphbuilder.entities.linking.toponyms import bearers
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import country_name, shares_name
from graphbuilder.knowledge.names import fold, slug
from graphbuilder.knowledge.places import Place
from graphbuilder.records import Entity, Mention, Provenance, Span, content_hash
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.compare.organization_names import body_name, is_shared
from graphbuilder.resolve.merge.ordering import majority, position

#: Digits of the hash in the id of who has no name.
_DIGITS = 6
#: So many times as many documents have the most frequent full name of a person as have the one that is taken, at most:
#: "Henry M. Paulson Jr." of many, and not a slip of one that holds another's name too.
_TIMES = 5
#: So many times as often may an unknown name be taken for a place as for a product, and be a product's.
_PLACES = 3
#: Makes the provenance of a span, method and score.
Quote = Callable[[Span, str, float], Provenance]


def merge_entity(clusters: Sequence[EntityCluster], quote: Quote) -> Entity:
    """The entity of a group; its `id` is a wish that `ids` makes unique."""
    named = [cluster for cluster in clusters if cluster.is_named] or clusters
    name = _canonical_name(named)
    mentions = sorted(
        (mention for cluster in clusters for mention in cluster.mentions), key=lambda mention: position(mention.span)
    )
    return Entity(
        id=_id(name, named) if named[0].is_named else _id_of_described(name, mentions),
        type=_type(named),
        name=name,
        aliases=_aliases(name, named),
        mentions=tuple(mention.id for mention in mentions),
        external_ids=tuple(sorted({pair for place in _places(clusters) for pair in place.ids})),
        provenance=tuple(quote(mention.span, mention.method, mention.score) for mention in mentions),
        corrections=tuple(f"name: {name}" for name in _user_names(clusters)),
        named=named[0].is_named,
    )


def _type(clusters: Sequence[EntityCluster]) -> str:
    """What most mentions are; a product where they are of a place that no table knows, and of a product too: a drug."""
    counts = Counter(cluster.type for cluster in clusters for _ in cluster.mentions)
    found = majority(counts.elements())
    doubtful = found == "place" and not _places(clusters) and counts["product"] * _PLACES >= counts["place"]
    return "product" if doubtful else found


def _user_names(clusters: Sequence[EntityCluster]) -> list[str]:
    return sorted({cluster.user_name for cluster in clusters if cluster.user_name})


def _canonical_name(clusters: Sequence[EntityCluster]) -> str:
    """The user's name or the known one, else the fullest usual one of a person, or the most frequent of another."""
    known = {cluster.name for cluster in clusters if cluster.known is not None or cluster.government_of}
    names = _user_names(clusters) or sorted(known)
    if names:
        return names[0]
    counts = Counter(name for cluster in clusters for name in cluster.names)
    if majority(cluster.type for cluster in clusters) == "person":
        usual = max((count for name, count in counts.items() if " " in name), default=0)
        full = [name for name, count in counts.items() if " " in name and count * _TIMES >= usual]
        return min(full or counts, key=lambda name: (-name.count(" "), -counts[name], -len(name), name))
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _aliases(name: str, clusters: Sequence[EntityCluster]) -> tuple[str, ...]:
    """All other names, each in one letter case; the names of a government's city are the city's own."""
    forms = {form for each in clusters if not each.government_of for form in (*each.names, *each.nicknames)}
    forms |= {cluster.name for cluster in clusters}
    distinct = {fold(form): form for form in sorted(forms, reverse=True)}
    distinct.pop(fold(name), None)
    return tuple(sorted(distinct.values()))


def _places(clusters: Sequence[EntityCluster]) -> list[Place]:
    """The places that were decided on, and the country that the name is known for."""
    decided = {cluster.where.place for cluster in clusters if cluster.where is not None and cluster.where.place}
    entries = {cluster.known for cluster in clusters if cluster.known is not None}
    named = {places.country(entry.country) for entry in entries if entry.kind in ("country", "adjective")}
    return sorted(decided | named, key=lambda place: place.ids)


def _id_of_described(name: str, mentions: Sequence[Mention]) -> str:
    """What it is called and where: the police of an article are no others', and take no name's id."""
    return f"{slug(name)}-{content_hash(*(mention.id for mention in mentions), digits=_DIGITS)}"


def _id(name: str, clusters: Sequence[EntityCluster]) -> str:
    """The name as an id, with what tells it apart from others of the name.

    Of places that share a name the first alone has the name: "georgia-country", "paris", "paris-texas". A body that
    every country has gets its country, where texts say whose it is: "supreme-court-poland".
    """
    for place in _places(clusters):
        if place.kind == "country" and shares_name(place.country):
            return f"{slug(name)}-country"
        if place.kind == "region" and len(bearers(name)) > 1:
            return f"{slug(name)}-region"
        if place.kind in ("capital", "city") and place not in bearers(name)[:1]:
            return slug(f"{name} {place.region_name or country_name(place.country)}")
    owners = {cluster.traits.owner for cluster in clusters} - {""}
    if len(owners) == 1 and is_shared(body_name(name)):
        return slug(f"{name} {country_name(owners.pop())}")
    return slug(name)
