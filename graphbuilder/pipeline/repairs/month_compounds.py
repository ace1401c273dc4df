"""A month and the name right behind it: "At the end of March Volvo sold the plant" tells of no March Volvo.

Where no comma parts the two, the parser takes the month for the first part of the name, and who acts is lost.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
#: Parts of a month.
_PARTS = frozenset({"beginning", "day", "days", "end", "half", "middle", "start", "week", "weekend", "weeks"})
#: Prepositions of days and months.
_DATING = frozenset({"after", "before", "by", "from", "in", "on", "since", "until"})
_SUBJECTS = ("csubj", "expl", "nsubj", "nsubjpass")


@cache
def _months() -> list[int]:
    return [get_string_id(month) for month in _MONTHS]


def mend_periods(doc: Doc) -> None:
    """Part months from the names behind them."""
    for at in np.flatnonzero(np.isin(doc.to_array("LOWER"), _months())).tolist():
        if _begins_name(doc[at]):
            _part(doc[at])
        elif doc[at].dep_ == "compound":
            _part_from_day(doc[at])


def _begins_name(month: Token) -> bool:
    """ "The last week of January Madrid": behind "of" and a part of a month, to the parser the first part of a name."""
    if month.dep_ != "compound" or month.i < 2 or month.head.pos_ != "PROPN" or month.head.i <= month.i:
        return False
    of, part = month.nbor(-1), month.nbor(-2)
    return of.lower_ == "of" and of.head == part and part.lower_ in _PARTS and part.dep_ == "pobj"


def _part_from_day(month: Token) -> None:
    """ "On 2 June Max Lund resigned", "in June Max Lund resigned": to the parser a June Max Lund, at times "on" him."""
    name, before = month.head, month.nbor(-1) if month.i else month
    day = before if before.tag_ == "CD" and before.head == name and before.i else None
    preposition = day.nbor(-1) if day is not None else before
    if preposition.dep_ != "prep" or preposition.lower_ not in _DATING or name.i < month.i:
        return
    if name.tag_ != "NNP" and (day is None or name.pos_ != "NOUN"):
        return
    inside = day is not None and list(preposition.children) == [name] and _is_free(preposition.head, name)
    if inside:
        _make_subject(name, preposition.head)
    if not any(preposition.children):
        month.head, month.dep_ = preposition, "pobj"
        if day is not None:
            day.head = month


def _is_free(verb: Token, name: Token) -> bool:
    """Whether a verb behind a name has lost its subject."""
    return verb.pos_ in ("AUX", "VERB") and verb.i > name.i and all(one.dep_ not in _SUBJECTS for one in verb.children)


def _make_subject(name: Token, verb: Token) -> None:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _part(month: Token) -> None:
    of, name = month.nbor(-1), month.head
    verb = of.head.head.head
    inside = name.head == of
    if inside and not _is_free(verb, name):
        return
    month.head, month.dep_ = of, "pobj"
    if inside:
        _make_subject(name, verb)
