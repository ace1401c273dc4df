"""What a mention stands for by the user's own coreference component, whose word comes before the reader's.

`pipeline.user_chains` leaves its chains in span groups of the Doc, one a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.pipeline.user_chains import CHAINS


def chained(doc: Doc, at: Mapping[int, Candidate]) -> dict[Candidate, Candidate]:
    """Mention → the first name in the user's chain that it stands in, or the first mention where none is named.

    Args:
        at: mentions by their tokens: names by each, others by that of their head.
    """
    found: dict[Candidate, Candidate] = {}
    for key in sorted(key for key in doc.spans if key.startswith(CHAINS)):
        mentions = list(_mentions(doc, key, at))
        first = next((one for one in mentions if one.form == "name"), mentions[0] if mentions else None)
        if first is not None:
            found |= {one: first for one in mentions if one is not first}
    return found


def _mentions(doc: Doc, key: str, at: Mapping[int, Candidate]) -> Iterator[Candidate]:
    for span in sorted(doc.spans[key], key=lambda one: (one.start, one.end)):
        if span.root.i in at:
            yield at[span.root.i]
