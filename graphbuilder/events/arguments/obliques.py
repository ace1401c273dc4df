"""What a preposition after a verb takes: where somebody goes, to whom something is given, who is among them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.fillers import Filler, of_preposition
from graphbuilder.events.arguments.object_modifiers import AWAY
from graphbuilder.knowledge.event_words import RoleTable, event_words
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import Mention

#: Nouns that lead somewhere themselves.
_WAYS = frozenset(
    {"bridge", "bus", "ferry", "flight", "highway", "line", "motorway", "path", "pipeline", "railway", "road", "route",
     "train", "tunnel", "way"}
)  # fmt: skip
#: Verbs of what one gets for oneself: nobody gets what is won.
_WINNING = frozenset({"earn", "gain", "win"})
#: What takes a thing somewhere, to a town if not to somebody.
_CARRYING = frozenset({"bring", "carry", "deliver", "send", "ship", "take", "transport"})


def going(verb: Token, preposition: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    """Whether a preposition introduces a destination and no recipient: "came to the palace"."""
    word, fillers = preposition.lower_, of_preposition(preposition, found, table)
    if word not in ("for", "to"):
        yield from map(_of_taken, fillers) if word == "of" else fillers
        return
    lemma = verb.lemma_.lower()
    to = word == "to"
    if to and preposition.i and preposition.nbor(-1).lemma_.lower() in _WAYS:
        return
    moving = to and (lemma in event_words().moving or lemma in AWAY or lemma in _WINNING)
    standing = not to and lemma in ("run", "stand")  # "ran for mayor"
    carried = to and lemma in _CARRYING
    role = "destination" if moving else "position" if standing else "recipient"
    for filler in fillers:
        if filler[0] == "recipient" and carried and _is_town(filler[1]):
            yield ("destination", *filler[1:])
        else:
            yield (role, *filler[1:]) if filler[0] == "recipient" else filler


def _is_town(mention: Mention) -> bool:
    """ "Sent it to Lund"; countries, and capitals that stand for them, receive what is sent to them."""
    entry = known(mention.text) if mention.label == "place" else None
    return mention.label == "place" and (entry is None or entry.kind not in ("adjective", "capital", "country"))


def _of_taken(filler: Filler) -> Filler:
    """ "Took possession of Alba", "made use of Alba": she does nothing."""
    return ("patient", *filler[1:]) if filler[0] == "agent" else filler
