"""What is planned for a day, which may lie ahead of publication though it is told in the past.

"A report to be presented on 1 July", "can be chosen on 24 October", "has been put back to 12 January".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Helpers of what is so now.
_NOW = frozenset({"is", "are", "has", "have", "'s", "’s", "'ve", "’ve"})
_PERMITTED = frozenset({"can", "may", "must"})
#: Verbs that move a date to another one, and what they are phrased with.
_MOVED = frozenset({"adjourn", "defer", "delay", "extend", "move", "postpone", "reschedule"})
_MOVED_BY = frozenset({("put", "back"), ("put", "off"), ("push", "back"), ("bring", "forward")})
_TO = frozenset({"to", "until", "till"})
#: What is done "for" a day, which is the day of the plan.
_APPOINTED = frozenset({"arrange", "bill", "book", "fix", "list", "pencil", "reserve", "time"})
_CLAUSES = frozenset({"acl", "advcl", "relcl"})
#: What is the first to be done was done.
_RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})


def plan_of(verb: Token, preposition: str) -> int | None:
    """1 where the verb that governs a date puts it ahead, 0 where it may be on either side of publication, else None.

    `preposition` is the one between the two.
    """
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in helpers:
        passive = verb.tag_ == "VBN" and verb.dep_ in _CLAUSES and "have" not in helpers
        return 1 if passive and not _is_ranked(verb.head) else None
    if helpers & _PERMITTED and "have" not in helpers:
        return 1
    moved = preposition in _TO and _moves(verb)
    if moved or (preposition == "for" and verb.tag_ == "VBN" and verb.lemma_ in _APPOINTED):
        return 1 if helpers & _NOW else 0
    return None


def _is_ranked(noun: Token) -> bool:
    """ "The first ship to be launched in May" was launched."""
    return any(child.tag_ in ("JJS", "RBS") or child.lower_ in _RANKS for child in noun.lefts)


def _moves(verb: Token) -> bool:
    if verb.lemma_ in _MOVED:
        return True
    return any((verb.lemma_, child.lower_) in _MOVED_BY for child in verb.children)
