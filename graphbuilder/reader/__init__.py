"""The reader: which words name somebody, which tell an event, who takes part in it, when; taught by `training/`.

In: a parsed document and its time expressions. Out: a `Reading`: mentions, chains, events with their participants, places,
speakers and times, each with a probability. The steps, in this order:

1. `words`      the words of the document as numbers: word pieces, capitals, what spaCy says of each
2. `encoder`    one vector a word, from windows of word pieces
3. `heads`      small layers on these vectors: a word alone, or two words with what stands between them (`pairs`)
4. `decode`     mentions, then chains of them, then events, then who, where, when
"""

from __future__ import annotations

from graphbuilder.reader.decode import ROLES, STATUSES, Cuts, Event, Part, Reading
from graphbuilder.reader.model import Reader, reader

__all__ = ["ROLES", "STATUSES", "Cuts", "Event", "Part", "Reader", "Reading", "reader"]
