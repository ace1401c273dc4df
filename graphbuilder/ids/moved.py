"""Where the mentions of a text stand in the next version of it, so that a replaced article does not lose its ids."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher

#: The end of the id of a mention: a letter for its kind, and its characters.
_PLACE = re.compile(r"([a-z])(\d+)-(\d+)")
_WORD = re.compile(r"\S+")
#: So many words in a row are the same passage; fewer stand anywhere.
_PASSAGE = 5
#: Texts of more words are not compared: that could take minutes.
_LONGEST = 20_000


def moved(places: Iterable[str], old: str, new: str) -> dict[str, str]:
    """Places in a text → those of the same words in another; one whose passage is not there is left out.

    >>> moved(["m0-4", "e5-8", "m23-28"], "NATO met on 3 April in Sofia.", "Late: NATO met on 3 April in Riga.")
    {'m0-4': 'm6-10', 'e5-8': 'e11-14'}
    """
    words, others = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    if max(len(words), len(others)) > _LONGEST:
        return {}
    same = SequenceMatcher(None, [word[0] for word in words], [word[0] for word in others]).get_matching_blocks()
    passages = [passage for passage in same if passage.size >= _PASSAGE]
    partner = {one.a + at: one.b + at for one in passages for at in range(one.size)}
    starts, found = [word.start() for word in words], {}
    for kind, start, stop in (match.groups() for match in map(_PLACE.fullmatch, places) if match is not None):
        first, last = (bisect_right(starts, int(one)) - 1 for one in (start, int(stop) - 1))
        if first in partner and partner.get(last) == partner[first] + last - first:
            by = others[partner[first]].start() - starts[first], others[partner[last]].start() - starts[last]
            found[f"{kind}{start}-{stop}"] = f"{kind}{int(start) + by[0]}-{int(stop) + by[1]}"
    return found
