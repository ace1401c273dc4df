"""What the words of a name tell of its type: "Lake Geneva", "Kingfisher Airport", "Ministry of Defence", "iMac".

The words stand in ``lexicons/names/evidence.yaml``, each with the type that it tells. What stands beside a name is the
reader's to weigh, but for two nouns (`beside`): of 36 clues from there, tried on seven sets of articles, the others
added nothing to what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.type_words import words

#: What each word weighs beside the reader's 20 (`vote`).
_LAST, _FIRST, _BRAND = 30, 25, 25
#: Small words inside a name: what stands before the first of them is what is named.
_SMALL = frozenset({"of", "for", "in", "on", "at", "and", "to"})
_CAMEL = re.compile(r"[a-z]{1,3}[A-Z](?:[a-z][A-Za-z]*|S)")


def told_by_words(doc: Doc, name: Candidate) -> Iterator[tuple[str, int]]:
    """The types that the words of a name tell, with their weights."""
    if name.end - name.start > 1:
        small = next((at for at in range(name.start + 1, name.end) if doc[at].lower_ in _SMALL), name.end)
        for section, at, weight in (("last", small - 1, _LAST), ("first", name.start, _FIRST)):
            label = words(section).get(doc[at].lower_)
            if label:
                yield label, weight
    if any(_CAMEL.fullmatch(doc[at].text) for at in range(name.start, name.end)):
        yield "product", _BRAND
