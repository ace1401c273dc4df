"""The reader: which words name somebody, which tell an event, who takes part in it, when; taught by `training/`.

In: a parsed document and its time expressions. Out: a `Reading`: mentions, chains of them, events with their
participants, places, speakers and times, ties between entities and links between events, each with a probability. The
steps, in this order:

1. `words`         the words of the document as numbers: word `pieces`, capitals, what spaCy says of each
2. `encoder`       one vector a word, from `windows` of word pieces
3. `heads`         small layers on these vectors: a word alone, or two words with what is known of the two (`pairs`)
4. `decoding`      mentions and chains of them, events, who takes part, where, who says so, when, ties and links

`model` puts the steps together, `weights` opens the file of what was taught, `reading` holds what comes out. One more
fact goes into `words` or `pairs`, one more layer into `training/network.py`; then the weights must be taught again.
"""

from __future__ import annotations

from graphbuilder.reader.model import Encoded, Reader, reader
from graphbuilder.reader.pairs import KINDS, TYPES, Spot
from graphbuilder.reader.reading import (
    PLACE,
    RELATIONS,
    ROLES,
    SOURCE,
    STANDINGS,
    STATUSES,
    Cuts,
    End,
    Event,
    Link,
    Part,
    Reading,
    Second,
    Tie,
    When,
)

__all__ = [
    "KINDS",
    "PLACE",
    "RELATIONS",
    "ROLES",
    "SOURCE",
    "STANDINGS",
    "STATUSES",
    "TYPES",
    "Cuts",
    "Encoded",
    "End",
    "Event",
    "Link",
    "Part",
    "Reader",
    "Reading",
    "Second",
    "Spot",
    "Tie",
    "When",
    "reader",
]
