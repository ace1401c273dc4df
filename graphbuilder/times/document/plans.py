"""Plans: what is planned for a day may lie ahead of publication though the clause is in the past.

"A report to be presented on 1 July", "can be chosen on 24 October", "has been put back to 12 January".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Auxiliaries of the present.
_NOW = frozenset({"is", "are", "has", "have", "'s", "’s", "'ve", "’ve"})
_PERMITTED = frozenset({"can", "may", "must"})
#: Verbs that move a date to another one, alone and with their particle.
_MOVED = frozenset({"adjourn", "defer", "delay", "extend", "move", "postpone", "reschedule"})
_MOVED_BY = frozenset({("put", "back"), ("put", "off"), ("push", "back"), ("bring", "forward")})
_TO = frozenset({"to", "until", "till"})
#: Verbs of appointing, whose "for" takes the day of the plan.
_APPOINTED = frozenset({"arrange", "bill", "book", "fix", "list", "pencil", "reserve", "time"})
_CLAUSES = frozenset({"acl", "advcl", "relcl"})
#: Words that rank a noun: the first to be launched was launched.
_RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})


def tense_of_plan(verb: Token, preposition: str) -> int | None:
    """The tense of a verb that governs a date, by the plan that it denotes: 1 ahead, 0 on either side, None for none.

    `preposition` is the one between the two.
    """
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in auxiliaries:
        passive = verb.tag_ == "VBN" and verb.dep_ in _CLAUSES and "have" not in auxiliaries
        return 1 if passive and not _is_ranked(verb.head) else None
    if auxiliaries & _PERMITTED and "have" not in auxiliaries:
        return 1
    moved = preposition in _TO and _reschedules(verb)
    if moved or (preposition == "for" and verb.tag_ == "VBN" and verb.lemma_ in _APPOINTED):
        return 1 if auxiliaries & _NOW else 0
    return None


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is ranked, so that its infinitive was done: "The first ship to be launched in May"."""
    return any(child.tag_ in ("JJS", "RBS") or child.lower_ in _RANKS for child in noun.lefts)


def _reschedules(verb: Token) -> bool:
    """Whether a verb, alone or with its particle, moves a date to another one: "postpone", "put off"."""
    if verb.lemma_ in _MOVED:
        return True
    return any((verb.lemma_, child.lower_) in _MOVED_BY for child in verb.children)
