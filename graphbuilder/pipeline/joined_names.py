"""Which sentences are only the beginning of the name that follows: "Jane | Roe answered first" is two to the parser."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

NAME = "graphbuilder_joined_names"
_NAMES = frozenset({"NNP", "NNPS"})


@Language.component(NAME, assigns=["token.head", "token.dep"], requires=["token.head", "token.tag"])
def join_names(doc: Doc) -> Doc:
    """Join each sentence of one name, without an end, to the name that follows it on the line."""
    if doc.has_annotation("DEP") and doc.has_annotation("TAG"):
        roots = np.flatnonzero(doc.to_array("HEAD") == 0).tolist()
        for first in (doc[at] for at in roots if at + 1 < len(doc)):
            after = first.nbor()
            if {first.tag_, after.tag_} <= _NAMES and first.whitespace_ == " " and len(first.sent) == 1:
                first.head, first.dep_ = after, "compound"
    return doc
