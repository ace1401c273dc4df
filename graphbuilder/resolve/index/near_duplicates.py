"""Near-duplicate documents: reprints share most runs of words, and count as one independent source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from graphbuilder.documents.zones import covers
from graphbuilder.invisible import without_invisible
from graphbuilder.records import MUTED_ZONES, Extraction

#: Words of a shingle; two articles on one event share few runs of eight words, unless one was copied.
SHINGLE = 8
#: The share of the shorter document's shingles that two near-duplicates have in common.
SHARE = 0.5
#: One of so many shingles is kept, the same ones everywhere, so that long documents stay cheap.
SAMPLE = 4


def near_duplicate_groups(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Document → the first document (by id) of its group of near-duplicates, itself if it has none."""
    shingles = {extraction.document: _shingles(extraction) for extraction in extractions}
    group = {document: document for document in shingles}
    for (first, second), count in sorted(_shared(shingles).items()):
        if count >= SHARE * min(len(shingles[first]), len(shingles[second])):
            group[second] = min(group[first], group[second])
    return group


def _shared(shingles: Mapping[str, frozenset[int]]) -> Mapping[tuple[str, str], int]:
    """How many shingles the first holder of each has in common with the others: linear in the number of copies."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(shingles):
        for shingle in shingles[document]:
            holders[shingle].append(document)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for documents in holders.values():
        for document in documents[1:]:
            shared[documents[0], document] += 1
    return shared


def _shingles(extraction: Extraction) -> frozenset[int]:
    """The sampled hashes of all runs of words outside muted zones."""
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
