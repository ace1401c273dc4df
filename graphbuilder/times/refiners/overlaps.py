"""Which of overlapping candidates stays: the longest; of two as long the surer; of two as sure the earlier rule's."""

from __future__ import annotations

from bisect import bisect_left, insort

from graphbuilder.times.finding import Candidate


def keep_longest(_text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that stay, in text order; they share no characters."""
    if len(candidates) < 2:
        return candidates
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: (one.start - one.end, -one.score, one.start)):
        if _free(one, kept):
            insort(kept, one, key=lambda other: other.start)
    return kept


def _free(one: Candidate, kept: list[Candidate]) -> bool:
    """Whether a candidate shares no characters with those kept, of which only the neighbours can."""
    place = bisect_left(kept, one.start, key=lambda other: other.start)
    before_ok = place == 0 or kept[place - 1].end <= one.start
    return before_ok and (place == len(kept) or one.end <= kept[place].start)
