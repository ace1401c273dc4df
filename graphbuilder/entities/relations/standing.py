"""Whether a tie that words state is so: what the clause says beats what the reader takes the words alone for.

Articles rarely deny a tie or leave it open, so that the reader has seen few such ties; of events it has seen many. A
tie in whose clause something is planned, denied or possible is so too: "may become a member". What the clause tells by
"be" is no event: there "not" and the modal verb say it, "is not a member", "would be president".
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from graphbuilder.entities.mentions.posts import ELECT
from graphbuilder.reader import STATUSES, Reading
from graphbuilder.syntax.tree import dependents

#: How a noun hangs on the verb by which somebody is what it says; "as" stands between in "served as".
_SAID = frozenset({"acomp", "attr", "oprd", "xcomp"})
_STANDINGS = {"denied": "denied", "planned": "planned", "demanded": "planned", "possible": "possible"}
_MODALS = {
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), "planned"),
    **dict.fromkeys(("can", "could", "may", "might", "must", "should", "would", "'d"), "possible"),
}
_NO = frozenset({"n't", "n’t", "never", "no", "not"})


def statuses_of(reading: Reading) -> Mapping[int, str]:
    """For each token that tells an event, whether it happened."""
    return {int(reading.words.tokens[at]): STATUSES[event.status] for event in reading.events for at in event.tellings}


def standing_of(word: Token, read: str, statuses: Mapping[int, str]) -> str:
    """Whether the tie that a word tells holds.

    Args:
        word: the word that tells it.
        read: what the reader says.
        statuses: whether what tokens tell happened (`statuses_of`).
    """
    if any(token.lower_ in ELECT for token in word.doc[word.i + 1 : word.i + 3]):
        return "planned"
    verb = _verb(word)
    if verb is None:
        return _by_helpers(word, word) or read
    told = statuses.get(word.i) or statuses.get(verb.i)
    return _STANDINGS.get(told or "") or _by_helpers(verb, word) or read


def _verb(word: Token) -> Token | None:
    """The verb that says a tie: "become" of "become a member", "join" of "will join"; None for a post beside a name."""
    if word.pos_ in ("VERB", "AUX"):
        return word
    above = word.head
    if word.dep_ == "pobj" and above.lower_ == "as":
        return above.head if above.head.pos_ == "VERB" else None
    return above if word.dep_ in _SAID and above.pos_ in ("VERB", "AUX") else None


def _by_helpers(verb: Token, word: Token) -> str | None:
    """By "not" and the modal verb: "is not a member", "is no longer a member", "would be president"."""
    near = {child.lower_ for one in (verb, word) for child in dependents(one)}
    if not near.isdisjoint(("longer", "anymore")):
        return "ended"
    if not near.isdisjoint(_NO):
        return "denied"
    return next((_MODALS[child.lower_] for child in dependents(verb) if child.lower_ in _MODALS), None)
