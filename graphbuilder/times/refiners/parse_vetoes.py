"""Candidates that spaCy's parse sees as names or verbs: "May" the person, "march" the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuilder.times.finding import Candidate

if TYPE_CHECKING:
    import spacy.tokens

_VERBS = frozenset({"may", "march", "marched", "sat", "wed", "fall", "spring"})


def is_vetoed_by_parse(doc: spacy.tokens.Doc, one: Candidate) -> bool:
    """Whether the parse has a name, verb or quantity in these words; only months, weekdays, seasons and years ask."""
    if one.rule not in ("month", "weekday", "season", "year"):
        return False
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None:
        return False
    if one.rule == "year":
        return any(token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") for token in span)
    if any(token.lower_ in _VERBS and token.pos_ in ("VERB", "AUX") for token in span):
        return True
    return any(token.ent_type_ == "PERSON" for token in span)
