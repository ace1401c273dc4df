"""Which links the graph has, and the words for them: what an event is tied to, and what names are to each other."""

from __future__ import annotations

from graphbuilder.lexicons import lexicon
from graphbuilder.records import Relation

#: Who or what takes part in an event, by role, in words.
ROLES: dict[str, str] = lexicon("links")["roles"]

#: Where an event took place, and who says so.
PLACE, SPEAKER = "place", "attributed_to"

#: The link from what was done to the plan that it carried out.
FULFILS = "fulfils"

#: All links in words.
LINKS: dict[str, str] = ROLES | lexicon("links")["links"]

#: Polarity or modality → the word of it in the key of an edge.
IN_KEY = {
    "NEG": "not", "PLANNED": "planned", "POSSIBLE": "possible", "CONDITIONAL": "conditional", "DEMANDED": "demanded",
}  # fmt: skip
#: What may follow the name of a link in the key of an edge, in this order.
MANNERS = (*IN_KEY.values(), "former", "said")


def tie_key(tie: Relation) -> str:
    """The key of the edge of a tie: its type, and its factuality where it is no plain fact.

    >>> tie_key(Relation("sweden", "member_of", "nato", None, (), modality="PLANNED"))
    'member_of:planned'
    """
    told = [IN_KEY[one] for one in (tie.polarity, tie.modality) if one in IN_KEY]
    told += ["former"] if tie.former else []
    told += ["said"] if tie.attribution else []
    return ":".join([tie.type, *told])
