"""What is done to candidates before they are anchored, in this order; each step takes and gives a list in text order.

overlaps    the longest reading of the same words stays
vetoes      words that only look like a time are dropped
composing   neighbours that tell one time become one: "Monday" + "9 a.m.", "the third quarter" of "2021"
modifiers   "early", "the end of", "about", "since" … are put to the time that they stand before
ranges      "from March" "to May 2020" become one, and share what only one of them says
phrases     "two weeks after the summit" of "4 April 2008" is counted from that date
"""

from __future__ import annotations

from graphbuilder.times.finding import Candidate
from graphbuilder.times.refiners.composing import compose
from graphbuilder.times.refiners.modifiers import modify
from graphbuilder.times.refiners.overlaps import keep_longest
from graphbuilder.times.refiners.own_dates import date_phrases
from graphbuilder.times.refiners.ranges import join_ranges
from graphbuilder.times.refiners.vetoes import drop_vetoed

STEPS = (keep_longest, drop_vetoed, compose, modify, join_ranges, date_phrases)


def refine(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Take the candidates of one sentence through all steps."""
    for step in STEPS:
        if not candidates:
            break
        candidates = step(text, candidates)
    return candidates
