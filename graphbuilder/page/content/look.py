"""Which shape, colours and words each kind of node, status and dating has: one table for page, pictures and legend.

The table is `assets/words.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from graphbuilder.graph.choice import LIKELY


@dataclass(frozen=True, slots=True)
class Look:
    """Words, shape (a name of vis-network) and colours (on light and dark ground) of one kind of node."""

    singular: str
    plural: str
    shape: str
    light: str
    dark: str


_WORDS = yaml.safe_load((files("graphbuilder.page") / "assets" / "words.yaml").read_text(encoding="utf-8"))
LOOKS = {kind: Look(**row) for kind, row in _WORDS["looks"].items()}
#: Entity types that are drawn like another one.
LIKE = {type: kind for kind, types in _WORDS["like"].items() for type in types}
#: Key → words: whether an event happened, how the texts tell a link, a link from its other end, how a date was found.
FACTUALITY, STANDINGS, INVERSES, DATINGS = (_WORDS[name] for name in ("factuality", "standings", "inverses", "datings"))

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
