"""Of candidates that share characters the longest stays; of two as long the surer, of two as sure the earlier."""

from __future__ import annotations

from bisect import bisect_left, insort

from graphbuilder.times.finding import Candidate


def keep_longest(_text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that share no characters, in text order."""
    if len(candidates) < 2:
        return candidates
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda one: (one.start - one.end, -one.score, one.start)):
        if _free(one, kept):
            _insert(one, kept)
    return kept


def _free(one: Candidate, kept: list[Candidate]) -> bool:
    """`kept` is in text order: only the neighbours can touch."""
    place = bisect_left(kept, one.start, key=lambda other: other.start)
    before_ok = place == 0 or kept[place - 1].end <= one.start
    return before_ok and (place == len(kept) or one.end <= kept[place].start)


def _insert(one: Candidate, kept: list[Candidate]) -> None:
    insort(kept, one, key=lambda other: other.start)
