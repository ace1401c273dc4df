"""Whom a surname means that several bear who are told of: "Mr Holm", after Erik Holm and his niece, Anna Holm.

What one did must never go to the other: where nothing tells who is meant, neither is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Story
from graphbuilder.entities.mentions.titles import words_before
from graphbuilder.knowledge.given_names import given_gender
from graphbuilder.lexicons import lexicon

_GENDERS: dict[str, str] = {word: gender for gender, row in lexicon("nominals")["genders"].items() for word in row}
#: So many sentences after somebody was named in full the bare surname still means them.
_NEAR = 2


def gender_of(words: Iterable[str]) -> str:
    """The gender that titles and nouns said of a person tell: "he", "she" or "".

    >>> gender_of(["mrs."]), gender_of(["minister"])
    ('she', '')
    """
    return next((_GENDERS[word] for word in words if word in _GENDERS), "")


def bearers_of(story: Story, surname: str) -> set[Candidate]:
    """Those who bear a surname and were told of by their full name."""
    bearers = {one for one in story.surnames.get(surname, ()) if one in story.full}
    return (
        bearers
        if len(bearers) < 2
        else {one for one in bearers if not any(_is_misprint(story, one, other) for other in bearers)}
    )


def _is_misprint(story: Story, one: Candidate, other: Candidate) -> bool:
    """Whether a full name is a slip for another that is told more often: "Kristin Roe" for "Kristen Roe"."""
    pair = story.full[one], story.full[other]
    if one is other or len(pair[0]) != len(pair[1]) or pair[0][0] != pair[1][0]:
        return False
    apart = sum(left != right for left, right in zip(*pair, strict=True))
    return apart == 1 and given_gender(pair[0]) == given_gender(pair[1]) and _rank(story, one) < _rank(story, other)


def _rank(story: Story, one: Candidate) -> tuple[int, int]:
    return story.times[one], -one.start


def namesake(story: Story, name: Candidate, bearers: Collection[Candidate]) -> Candidate | None:
    """Who of those named in full is meant: by the title, by who was called so before, by who was named last; else none
    of them.
    """
    title = _title(story, name)
    possible = {one for one in bearers if _may_be(story, one, gender_of([title]))}
    if len(possible) < 2:
        return next(iter(possible), None)
    before = [one for one in story.names if one.key == name.key and story.chain[one] in possible]
    called = {story.chain[one] for one in before if _title(story, one) == title} or {story.chain[one] for one in before}
    if called:
        return next(iter(called)) if len(called) == 1 else None
    return _named_last(story, name, possible) or _left_open(story, name)


def _left_open(story: Story, name: Candidate) -> Candidate | None:
    """Who was called so before and may be none of those named in full."""
    first = story.firsts.get((name.key, True))
    return first if first not in story.full else None


def _title(story: Story, name: Candidate) -> str:
    """ "mr" of "Mr. Holm"; "" for the bare surname."""
    word = next(iter(words_before(story.parse, name)), "").rstrip(".")
    return word if word in _titles() else ""


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.lower().rstrip(".") for title in lexicon("nominals")["titles"])


def _may_be(story: Story, person: Candidate, gender: str) -> bool:
    known = story.genders.get(person) or given_gender(story.full[person])
    return not gender or not known or gender == known


def _named_last(story: Story, name: Candidate, possible: set[Candidate]) -> Candidate | None:
    """Who was named in full just before; nobody where one sentence named two."""
    here = story.sentence(name)
    near = [one for one in story.names if story.chain[one] in possible and here - story.sentence(one) <= _NEAR]
    latest = {story.chain[one] for one in near if story.sentence(one) == story.sentence(near[-1])}
    return next(iter(latest)) if len(latest) == 1 else None
