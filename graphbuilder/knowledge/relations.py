"""Which links the graph has, and the words for them: what an event is tied to, and what names are to each other."""

from __future__ import annotations

from graphbuilder.records import Relation

#: Who or what takes part in an event, by role, in words.
ROLES = {
    "agent": "done by",
    "patient": "affects",
    "recipient": "directed at",
    "attendee": "attended by",
    "host": "hosted by",
    "topic": "about",
    "other": "involves",
    "instrument": "by means of",
    "partner": "together with",
    "origin": "from",
    "source": "from",
    "destination": "to",
    "path": "by way of",
    "position": "as",
    "site": "on",
    "whose": "of",
}

#: Where an event took place, and who says so.
PLACE, SPEAKER = "place", "attributed_to"

#: The link from what was done to the plan that it carried out.
FULFILS = "fulfils"

#: All links in words.
LINKS = {
    **ROLES,
    PLACE: "took place in",
    SPEAKER: "according to",
    "part_of": "part of",
    "refers_to": "refers to",
    "causes": "led to",
    FULFILS: "carried out the plan",
    "capital_of": "capital of",
    "born_in": "born in",
    "died_in": "died in",
    "family_of": "family of",
    "founded_by": "founded by",
    "government_of": "government of",
    "holds_position": "holds position",
    "located_in": "located in",
    "member_of": "member of",
    "owned_by": "owned by",
    "seated_in": "seated in",
    "spokesperson_of": "spokesperson of",
    "subsidiary_of": "subsidiary of",
    "works_for": "works for",
}

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
