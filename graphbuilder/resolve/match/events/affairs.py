"""Which articles are of one affair: those whose words are alike. Only these tell events together.

Of an affair that very many tell of, each article looks at those that are most alike to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graphbuilder.resolve.index.articles import Articles

#: From which cosine articles are surely of one affair; below this share of it most are of two.
ONE_AFFAIR, _AT_LEAST = 0.2, 0.4
#: So many others an article looks at; it is compared with these, and with those that look at it.
NEAREST = 40
_DIGITS = 6


def affairs_of(documents: Iterable[str], articles: Articles) -> Mapping[str, Sequence[str]]:
    """Document → the others of its affair that it is compared with, both ways round."""
    found: dict[str, set[str]] = {document: set() for document in sorted(documents)}
    others = np.array([document in found for document in articles.documents])
    for document, compared in found.items():
        cosines = articles.cosines(document).round(_DIGITS)
        near = np.flatnonzero((cosines >= _AT_LEAST * ONE_AFFAIR) & others)
        if len(near) > NEAREST + 1:  # one of them is the document itself
            near = near[cosines[near] >= np.partition(cosines[near], -NEAREST - 1)[-NEAREST - 1]]
        nearest = [articles.documents[at] for at in near[np.argsort(-cosines[near], kind="stable")].tolist()]
        for other in [each for each in nearest if each != document][:NEAREST]:
            compared.add(other)
            found[other].add(document)
    return {document: sorted(compared) for document, compared in found.items()}
