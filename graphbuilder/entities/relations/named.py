"""Which ties names alone tell: "Vilnius, Lithuania" lies there, "Da'esh, also known as ISIL" is another name of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from graphbuilder.entities.coreference.aliases import alias_of
from graphbuilder.entities.linking.regions import is_shared, within
from graphbuilder.entities.mentions.candidates import Candidate, candidate_id
from graphbuilder.entities.mentions.state import Story
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.records import RelationMention
from graphbuilder.syntax.parse import Parse


def named_ties(parse: Parse, story: Story) -> Iterator[RelationMention]:
    """The ties that the names of a document tell."""
    for one, type_, other, method, score in chain(_located_in(parse, story), _aliases(story)):
        told = parse.span(min(one.start, other.start), max(one.end, other.end))
        ends = candidate_id(parse, one), type_, candidate_id(parse, other)
        yield RelationMention(*ends, time=None, span=told, method=method, score=score)


def _located_in(parse: Parse, story: Story) -> Iterator[tuple[Candidate, str, Candidate, str, float]]:
    """Where a place lies, by the country or state behind its comma: "Vilnius, Lithuania", "Dayton, Ohio"."""
    doc = parse.doc
    for place, outer in pairwise(story.names):
        adjacent = outer.start == place.end + 1 and doc[place.end].text == ","
        if not adjacent or place.label != "place" or doc[outer.head].dep_ == "conj":
            continue
        entry = known(story.text(place))
        begins = doc[place.head].dep_ == "pobj" and doc[outer.head].dep_ in SUBJECTS  # "After Vilnius, Georgia counts"
        if not begins and _is_outer(story, outer, place) and (entry is None or entry.kind != "country"):
            yield place, "located_in", outer, "comma", 0.8


def _is_outer(story: Story, name: Candidate, place: Candidate) -> bool:
    """A country, state or province; one whose name is that of a city too ("Boston, Washington") only after a city in
    it.
    """
    entry = known(story.text(name))
    if entry is not None and entry.kind in ("country", "adjective"):
        return True
    regions = places.regions(story.text(name))
    return any(not is_shared(one) or within(story.text(place), one) for one in regions)


def _aliases(story: Story) -> Iterator[tuple[Candidate, str, Candidate, str, float]]:
    """Which name is another name of one before it: "Da'esh, also known as ISIL"."""
    for at, other in enumerate(story.names):
        name = alias_of(story, story.names[max(at - 2, 0) : at], other)
        if name is not None and name is not other:
            yield name, "alias", other, "also known as", 0.9
