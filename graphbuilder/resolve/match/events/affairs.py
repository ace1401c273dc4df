"""Which articles are of one affair: those whose words are alike. Only these tell events together.

What two articles have in common is counted along the words, from each to those that have it, and not pair by pair. Of
an affair that very many tell of, each article looks at those that are most alike to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graphbuilder.resolve.cluster.event_clusters import EventCluster

#: From which cosine articles are surely of one affair; below this share of it most are of two.
ONE_AFFAIR, _AT_LEAST = 0.2, 0.4
#: So many others an article looks at; it is compared with these, and with those that look at it.
NEAREST = 40
_DIGITS = 6


def affairs_of(clusters: Iterable[EventCluster]) -> Mapping[str, Sequence[str]]:
    """Document → the other documents of its affair that it is compared with, both ways round."""
    articles = {cluster.document: cluster.article for cluster in clusters}
    documents = sorted(articles)
    vectors = [articles[document] for document in documents]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for stem in vector:
            holders[stem].append(at)
    numbers = {stem: np.array(at) for stem, at in holders.items() if len(at) > 1}
    values = {stem: np.array([vectors[at][stem] for at in numbers[stem]]) for stem in numbers}
    found: dict[str, set[str]] = {document: set() for document in documents}
    for at, (document, vector) in enumerate(zip(documents, vectors, strict=True)):
        shared = [stem for stem in vector if stem in numbers]
        if not shared:
            continue
        others = np.concatenate([numbers[stem] for stem in shared])
        products = np.concatenate([values[stem] * vector[stem] for stem in shared])
        cosines = np.bincount(others, products, len(documents)).round(_DIGITS)
        cosines[at] = 0.0
        near = np.flatnonzero(cosines >= _AT_LEAST * ONE_AFFAIR)
        for other in near[np.argsort(-cosines[near], kind="stable")][:NEAREST].tolist():
            found[document].add(documents[other])
            found[documents[other]].add(document)
    return {document: sorted(others) for document, others in found.items()}
