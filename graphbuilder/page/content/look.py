"""Which shape, colours and words each kind of node, status and dating has: one table for page, pictures and legend.

The colours differ in the common forms of colour blindness, and every kind has a shape of its own besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphbuilder.graph.choice import LIKELY


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

#: What is not shown at first: a key of `LIKELIHOODS`.
LESS_LIKELY = "less"
#: Whether an event is among the chosen ones (`graphbuilder.graph.choice`): the words for it, and what they mean.
LIKELIHOODS = {
    "likely": {
        "text": "Likely",
        "title": f"Worth a line of the timeline: at least {LIKELY * 100:.0f} % likely to be wanted and right in every "
        "way; and of each article the three surest events and that of its headline or lead",
    },
    LESS_LIKELY: {
        "text": "Less likely",
        "title": "Less likely to be wanted on a timeline, as details and background are, or to be right in every way",
    },
}

#: How the texts tell a link between two names, where that is no plain fact, and the words before it: "not – member of".
STANDINGS = {
    "reported": "said",
    "planned": "planned",
    "possible": "possible",
    "demanded": "demanded",
    "denied": "not",
    "former": "former",
}

#: The links of `graphbuilder.knowledge.relations` as the other end sees them: what a name has to do with an event, and
#: what two names are to each other.
INVERSES = {
    "agent": "did it",
    "patient": "affected",
    "recipient": "addressed",
    "attendee": "took part",
    "host": "host",
    "place": "place",
    "topic": "subject",
    "other": "involved",
    "instrument": "means",
    "attributed_to": "said so",
    "partner": "took part",
    "origin": "origin",
    "source": "source",
    "destination": "destination",
    "path": "way",
    "position": "position",
    "site": "site",
    "whose": "whose it is",
    "part_of": "parts of it",
    "refers_to": "referred to by",
    "causes": "because of",
    "fulfils": "carried out as",
    "located_in": "places in it",
    "capital_of": "its capital",
    "government_of": "its government",
    "seated_in": "has its seat here",
    "holds_position": "people with a position in it",
    "spokesperson_of": "speaks for it",
    "member_of": "its members",
    "subsidiary_of": "its subsidiaries",
    "owned_by": "owns",
    "works_for": "people who work for it",
    "family_of": "family",
    "founded_by": "founded",
    "born_in": "people born there",
    "died_in": "people who died there",
}

#: How an event got its date, by the rules of `graphbuilder.events`, in words.
DATINGS = {
    "user": "Your correction",
    "reader": "A model that has learned from articles ties it to the event",
    "aside": "It is the date of what the event is told beside",
    "publication": "No text tells its day: an article of this day tells that it had happened",
    "story": "Not in the text: the date of what the article is about",
    "entry": "The date at the head of the entry of a chronology",
    "since": "The text says since when it had lasted, and what ended it",
    "onset": "The text says when what lasts began",
    "until": "The text says until when it lasted",
    "turn": "The text says until when something lasted that it ended",
}

_BY_MODALITY = {"PLANNED": "planned", "POSSIBLE": "possible", "CONDITIONAL": "possible", "DEMANDED": "demanded"}


def kind_of(data: dict[str, Any]) -> str:
    """Which kind of `LOOKS` a node is drawn as.

    >>> kind_of({"kind": "event"}), kind_of({"kind": "entity", "type": "gpe"}), kind_of({"type": "colour"})
    ('event', 'place', 'other')
    """
    if data.get("kind") == "event":
        return "event"
    type = str(data.get("type", "")).casefold()
    type = LIKE.get(type, type)
    return type if type in LOOKS and type != "event" else "other"


def is_shown(node: dict[str, Any]) -> bool:
    """Whether a node of a payload is seen at first: all but less likely events are.

    >>> is_shown({"kind": "place"}), is_shown({"kind": "event", "likelihood": "less"})
    (True, False)
    """
    return node.get("likelihood") != LESS_LIKELY


def factuality_of(data: dict[str, Any]) -> str:
    """Which key of `FACTUALITY` an event has: a denial comes before its modality, that before who says so.

    >>> factuality_of({"polarity": "NEG", "modality": "PLANNED"}), factuality_of({"attributions": ["nato"]})
    ('denied', 'reported')
    """
    if data.get("polarity") == "NEG":
        return "denied"
    modality = _BY_MODALITY.get(str(data.get("modality")))
    return modality or ("reported" if data.get("attributions") or data.get("speakers") else "fact")


def standing_of(data: dict[str, Any]) -> str:
    """Which key of `STANDINGS` a link between two names has, or "fact".

    >>> standing_of({"modality": "PLANNED"}), standing_of({"former": True}), standing_of({"relation": "member_of"})
    ('planned', 'former', 'fact')
    """
    told = factuality_of({"polarity": data.get("polarity"), "modality": data.get("modality")})
    if told != "fact":
        return told
    return "former" if data.get("former") else "reported" if data.get("attribution") else "fact"
