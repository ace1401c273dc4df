"""In which tense an event is told, by the forms of its verb; whether it is only planned is the reader's to say.

That is decided in `reader/decoding/events.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.syntax.tree import dependents

#: Polarity and modality of what is simply so.
FACT = ("POS", "ACTUAL")
#: Finite forms (Penn tags) and their tense, "" where they have none ("must").
_FINITE = {"MD": "", "VBD": "Past", "VBP": "Pres", "VBZ": "Pres"}
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """POS or NEG; ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED; PAST, PRESENT, FUTURE or NONE."""

    polarity: str
    modality: str
    tense: str

    @property
    def way(self) -> tuple[str, str]:
        """Polarity and modality."""
        return self.polarity, self.modality


def tense(verb: Token) -> str:
    """PAST, PRESENT or FUTURE by the forms of a verb and its auxiliaries; NONE where these tell no tense."""
    if verb.pos_ not in ("VERB", "AUX"):
        return "NONE"
    words = [verb, *(child for child in dependents(verb) if child.dep_ in ("aux", "auxpass"))]
    if _is_going_to(verb) or not _FUTURE.isdisjoint([word.lower_ for word in words]):
        return "FUTURE"
    tenses = [tense for word in words if (tense := _FINITE.get(word.tag_)) is not None]
    if "Past" in tenses or _perfect(verb):
        return "PAST"
    if not tenses and _under_future(verb):
        return "FUTURE"
    return "PRESENT" if tenses else "NONE"


def _is_going_to(verb: Token) -> bool:
    """Whether "going to" puts a verb into the future: "are going to meet"; but "went to war" is past."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"


def _under_future(verb: Token, depth: int = 3) -> bool:
    """Whether an infinitive, or what is joined to it, stands under a verb in the future: "will be able to sell"."""
    governor = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "conj") or verb.tag_ != "VB" or not depth:
        return False
    governor = governor.head if governor.pos_ == "ADJ" else governor
    own = any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in dependents(governor))
    return own or _under_future(governor, depth - 1)


def _perfect(verb: Token) -> bool:
    """Whether a verb is in the perfect, which tells what is over: "has promised"."""
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == "have" for child in dependents(verb))
