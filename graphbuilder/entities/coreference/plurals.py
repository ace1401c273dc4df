"""Which two "both countries", "the two companies" and "neither" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import GROUP_REACH, PAIR_REACH, Story
from graphbuilder.entities.mentions.titles import offices
from graphbuilder.knowledge.gazetteer import Known

#: How often two are named of whom a text tells, beside others that it only mentions.
_OFTEN = 2
#: What two do with one another, and what joins two.
_COUPLING = frozenset({"co-found", "cofound", "divorce", "elope", "marry", "separate", "wed"})
_JOINING = frozenset({"befriend", "divorce", "join", "marriage", "marry", "meet", "wed"})


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
    for name in story.recent((group.label,), 1, group):
        partner = _pair(story, name, list(story.recent((group.label,), 1, group)))
        first = story.parse.doc[partner.head] if partner is not None else None
        if partner is not None and first is not None and first.head.lower_ in ("of", "from"):
            whose = first.head.head
            return (story.chain[partner], story.chain[name]) if {whose.lower_, whose.lemma_} & offices() else ()
    return ()


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


def couple(story: Story, they: Candidate) -> tuple[Candidate, ...]:
    """The two of whom the sentence before told together: "He met Ann Lee in Oslo. They married in May"."""
    token = story.parse.doc[they.start]
    if token.lower_ != "they" or not token.is_sent_start or token.dep_ not in ("nsubj", "nsubjpass"):
        return ()
    here = story.sentence(they)
    told = list(story.salient(("person",), 1, they))
    near = [one for one in told if story.sentence(one) == here - 1]
    two = list(dict.fromkeys(story.chain[one] for one in reversed(near)))
    if len(two) != 2 or not (_is_of_couples(token.head) or _are_joined(story, near)):
        return ()
    before = story.parse.doc[near[0].start].sent
    many = any(word.tag_ == "NNS" and word.dep_ in ("nsubj", "nsubjpass", "dobj") for word in before)
    return () if many else tuple(two)


def _is_of_couples(verb: Token) -> bool:
    return verb.lemma_.lower() in _COUPLING


def _are_joined(story: Story, told: Sequence[Candidate]) -> bool:
    """ "Tom Poe and Ann Lee", "he met Ann Lee", "her marriage to Tom Poe"."""
    doc = story.parse.doc
    heads = {one.head for one in told}
    for one in told:
        head = doc[one.head]
        above = head.head.head if head.dep_ in ("pobj", "appos") and head.head.dep_ in ("prep", "pobj") else head.head
        if head.dep_ == "conj" and head.head.i in heads and len(head.conjuncts) == 1:
            return True
        if head.dep_ in ("dobj", "pobj", "appos") and above.lemma_.lower() in _JOINING:
            return True
    return False


def _is_country(entry: Known | None) -> bool:
    return entry is not None and entry.kind in ("country", "adjective")


def _pair(story: Story, name: Candidate, others: Sequence[Candidate]) -> Candidate | None:
    """The other of exactly two names joined by "and"; of three or more none is "both"."""
    head = story.parse.doc[name.head]
    if head.dep_ != "conj" or len(head.conjuncts) != 1:
        return None
    return next((other for other in others if other.start <= head.head.i < other.end), None)
