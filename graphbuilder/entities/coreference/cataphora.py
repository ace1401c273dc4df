"""Cataphora: somebody whom the lead leaves unnamed is the one whom the next sentence names with an age.

Yes: "A baker was jailed on Monday. Max Lund, 51, of Mill Road, …": the baker is Max Lund.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from graphbuilder.entities.coreference.unnamed_people import is_person
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.parse import Parse

#: The method of such a mention.
LEAD = "lead"
#: How many sentences of a story are looked at, its headline among them, and how many names.
_SENTENCES, _NAMES = 4, 12
_ARTICLES = frozenset({"a", "an"})


def find_lead(parse: Parse, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The mention of somebody in the lead who is named right after it."""
    starts = {one.start: one for one in names[:_NAMES] if one.label == "person"}
    for lead, following in pairwise(parse.live[:_SENTENCES]) if starts else ():
        name = starts.get(following.start)
        if name is not None and lead.end == name.start and _is_aged(parse.doc, name):
            noun = next((one for one in lead.root.lefts if one.dep_ in SUBJECTS), None)
            if noun is not None and is_person(noun) and any(child.lower_ in _ARTICLES for child in noun.lefts):
                yield Candidate(noun.left_edge.i, noun.i + 1, noun.i, "person", "nominal", LEAD, 0.5)
            return


def _is_aged(doc: Doc, name: Candidate) -> bool:
    """ "Max Lund, 51,"."""
    words = [token.text for token in doc[name.end : name.end + 3]]
    return " " in name.key and words[::2] == [",", ","] and words[1].isdigit()
