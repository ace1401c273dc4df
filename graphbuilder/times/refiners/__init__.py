"""What is done to the candidates of a sentence before they are anchored: they compete, join, and take words in.

In: all readings of one sentence, in any order. Out: candidates in text order that share no characters, each a whole
expression with its mod and bound. Each step takes and gives such a list.

The steps, and why each stands where it does:

overlaps     first, so that the others meet one reading for the same words: the longest
vetoes       drop what only looks like a time, before it could join a neighbour
composing    neighbours that name one time become one: "Monday" + "9 a.m.", "the third quarter" of "2021"
modifiers    "early", "about", "since" belong to whole expressions, so they come behind composing
ranges       "from March" "to May 2020": both ends have their modifiers by now

To add: a pair that joins in `composing.JOINS`, a word that changes a time in `modifiers`, a false friend in
`vetoes.VETOES`. What a parse vetoes (`vetoes.is_vetoed_by_parse`) goes later, where there is one.
"""

from __future__ import annotations

from graphbuilder.times.finding import Candidate
from graphbuilder.times.refiners.composing import compose
from graphbuilder.times.refiners.modifiers import modify
from graphbuilder.times.refiners.overlaps import keep_longest
from graphbuilder.times.refiners.ranges import join_ranges
from graphbuilder.times.refiners.vetoes import drop_vetoed

STEPS = (keep_longest, drop_vetoed, compose, modify, join_ranges)


def refine(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of one sentence after all steps."""
    for step in STEPS:
        if not candidates:
            break
        candidates = step(text, candidates)
    return candidates
