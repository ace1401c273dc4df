"""Near-duplicate documents: reprints share most of their words in their order, and count as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from graphbuilder.documents.zones import covers
from graphbuilder.invisible import without_invisible
from graphbuilder.records import MUTED_ZONES, Extraction

#: Words of a shingle; two articles on one event share few runs of eight words, unless one was copied.
SHINGLE = 8
#: Of how many shingles of the shorter text the longer one must hold, to be the same text.
SHARE = 0.5
#: One of so many shingles is kept (the same ones everywhere), so that long texts stay cheap.
SAMPLE = 4


def group_sources(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Document → the first document (by id) of its group of near-duplicates."""
    shingles = {one.document: _shingles(one) for one in extractions}
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(shingles):
        for shingle in shingles[document]:
            holders[shingle].append(document)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for documents in holders.values():
        for document in documents[1:]:
            shared[documents[0], document] += 1  # against the first holder only: linear in the number of copies
    group = {document: document for document in shingles}
    for (first, second), count in sorted(shared.items()):
        shorter = min(len(shingles[first]), len(shingles[second]))
        if count >= SHARE * shorter:
            group[second] = min(group[first], group[second])
    return group


def _shingles(extraction: Extraction) -> frozenset[int]:
    muted = covers(extraction.zones, MUTED_ZONES)
    words = [
        word
        for sentence in extraction.sentences
        if not muted(sentence.start)
        for word in without_invisible(sentence.text).casefold().split()
    ]
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 0)))
    hashes = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return frozenset(value for value in hashes if value % SAMPLE == 0)
