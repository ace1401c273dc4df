"""Which two "both countries", "the two companies" and "neither" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import GROUP_REACH, PAIR_REACH, Story
from graphbuilder.entities.mentions.titles import offices
from graphbuilder.knowledge.gazetteer import Known

#: How often two are named of whom a text tells, beside others that it only mentions.
_OFTEN = 2


def members(story: Story, group: Candidate) -> tuple[Candidate, ...]:
    """The last two named as a pair, else the only two there are or that are told of twice; empty where not clear."""
    if group.label == "any":
        return _last_group(story, group)
    if story.parse.doc[group.start].lower_ == "their":
        return _of_officials(story, group)
    recent = list(story.recent((group.label,), PAIR_REACH, group))
    if "countr" in story.parse.doc[group.head].lower_:
        recent = [name for name in recent if _is_country(story.known(name))]
    pair = _last_pair(story, recent)
    if pair:
        return pair
    here = story.sentence(group)
    near = [name for name in reversed(recent) if here - story.sentence(name) <= GROUP_REACH]
    told = Counter(story.chain[name] for name in near)
    often = [one for one, times in told.items() if times >= _OFTEN]
    return tuple(next((pair for pair in (list(told), often) if len(pair) == 2), ()))


def _of_officials(story: Story, group: Candidate) -> tuple[Candidate, ...]:
    """ "The kings of Spain and Norway … their countries"."""
    near = list(story.recent((group.label,), 1, group))
    pair = _last_pair(story, near)
    noun = next((story.parse.doc[one.head].head for one in reversed(near) if story.chain[one] in pair[:1]), None)
    whose = noun.head if noun is not None and noun.lower_ in ("of", "from") else None
    return pair if whose is not None and not offices().isdisjoint((whose.lower_, whose.lemma_)) else ()


def _last_pair(story: Story, recent: Sequence[Candidate]) -> tuple[Candidate, ...]:
    for name in recent:
        partner = _pair(story, name, recent)
        if partner is not None:
            return story.chain[partner], story.chain[name]
    return ()


def _last_group(story: Story, group: Candidate) -> tuple[Candidate, ...]:
    """ "Neither", after "the two countries": the same two; else the last two named as a pair just before."""
    here = story.sentence(group)
    near = (one for one in reversed(story.groups) if here - story.sentence(one) <= 1)
    last = next((story.groups[one] for one in near), ())
    return last or _last_pair(story, list(story.recent(("place", "organization", "person"), 1, group)))


def _is_country(entry: Known | None) -> bool:
    return entry is not None and entry.kind in ("country", "adjective")


def _pair(story: Story, name: Candidate, others: Sequence[Candidate]) -> Candidate | None:
    """The other of exactly two names joined by "and"; of three or more none is "both"."""
    head = story.parse.doc[name.head]
    if head.dep_ != "conj" or len(head.conjuncts) != 1:
        return None
    return next((other for other in others if other.start <= head.head.i < other.end), None)
