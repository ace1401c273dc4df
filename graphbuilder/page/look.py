"""How each kind of node looks: one table for the page, the pictures and the legend.

The colours are told apart with the common forms of colour blindness, and every kind has a shape of its own besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Look:
    """Words, shape (a name of vis-network) and colours (on light and dark ground) of one kind of node."""

    singular: str
    plural: str
    shape: str
    light: str
    dark: str


LOOKS = {
    "event": Look("Event", "Events", "diamond", "#bf4b34", "#e98a73"),
    "person": Look("Person", "People", "dot", "#d29a2a", "#e7bb5e"),
    "organization": Look("Organisation", "Organisations", "square", "#2c6591", "#74b0dc"),
    "place": Look("Place", "Places", "triangle", "#2f8a7d", "#6cc3b4"),
    "group": Look("Group", "Groups", "hexagon", "#8d6295", "#c49bcb"),
    "law": Look("Law or document", "Laws and documents", "triangleDown", "#6b7280", "#a8b0bd"),
    "product": Look("Product", "Products", "star", "#4c9bb5", "#8fcbe0"),
    "other": Look("Other", "Others", "dot", "#8a8f98", "#9aa1ab"),
}

#: Entity types that are drawn like another one.
LIKE = {
    "organisation": "organization", "org": "organization", "company": "organization", "government": "organization",
    "gpe": "place", "location": "place", "loc": "place", "facility": "place", "country": "place", "city": "place",
    "norp": "group", "nationality": "group", "people": "group",
    "work": "law", "document": "law", "treaty": "law", "work_of_art": "law",
    "vehicle": "product", "weapon": "product",
}  # fmt: skip

#: Whether an event is said to have happened, and the words for it.
FACTUALITY = {
    "fact": "Told as fact",
    "reported": "Said by someone",
    "planned": "Planned",
    "possible": "Possible or conditional",
    "demanded": "Demanded",
    "denied": "Denied or did not happen",
}

#: Links from an event to what takes part in it, in words; the names of other links speak for themselves.
RELATIONS = {
    "agent": "done by",
    "patient": "affects",
    "recipient": "directed at",
    "attendee": "attended by",
    "host": "hosted by",
    "place": "took place in",
    "topic": "about",
    "instrument": "by means of",
    "attributed_to": "according to",
}

_BY_MODALITY = {"PLANNED": "planned", "POSSIBLE": "possible", "CONDITIONAL": "possible", "DEMANDED": "demanded"}


def kind_of(data: dict[str, Any]) -> str:
    """The key of `LOOKS` for a node.

    >>> kind_of({"kind": "event"}), kind_of({"kind": "entity", "type": "gpe"}), kind_of({"type": "colour"})
    ('event', 'place', 'other')
    """
    if data.get("kind") == "event":
        return "event"
    type = str(data.get("type", "")).casefold()
    type = LIKE.get(type, type)
    return type if type in LOOKS and type != "event" else "other"


def factuality_of(data: dict[str, Any]) -> str:
    """The key of `FACTUALITY` for an event's node.

    >>> factuality_of({"polarity": "NEG", "modality": "PLANNED"}), factuality_of({"attributions": ["nato"]})
    ('denied', 'reported')
    """
    if data.get("polarity") == "NEG":
        return "denied"
    modality = _BY_MODALITY.get(str(data.get("modality")))
    return modality or ("reported" if data.get("attributions") else "fact")
