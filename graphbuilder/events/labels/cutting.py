"""What a line that is too long leaves out: its last adjuncts, whole ones, the last first, until it is short enough.

One that would still be too long without them keeps them: "which buys troubled assets, doubtful of" is no better for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.events.labels.host import RELATIVE, is_conditional, is_saying, is_verb
from graphbuilder.syntax.tree import dependents

#: Characters of a line, at most.
LONGEST = 180
_SPARED = frozenset({"acl", "advcl", "advmod", "appos", "conj", "npadvmod", "prep", "relcl"})
#: Prepositions that mostly tell when, where and how, whatever the verb is.
_ADJUNCTS = frozenset(
    {"after", "ahead", "amid", "around", "at", "because", "before", "behind", "beside", "by", "despite", "during",
     "following", "in", "inside", "near", "outside", "since", "through", "throughout", "under", "until", "within"}
)  # fmt: skip
_NEEDED = frozenset({"according", "of", "than", "without"})
#: Words that are as superlatives: of what, is told behind the noun.
_OF_ALL = frozenset({"first", "last", "only"})
_OBJECTS = frozenset({"acomp", "attr", "ccomp", "dative", "dobj", "oprd", "prt", "xcomp"})


def length(doc: Doc, start: int, end: int) -> int:
    """The characters from one token to another (excluded)."""
    return int(doc[end - 1].idx + len(doc[end - 1]) - doc[start].idx)


def cut(doc: Doc, start: int, end: int, trigger: range) -> int:
    """The end of a line that starts at `start` and holds a trigger."""
    shortest = end
    while length(doc, start, shortest) > LONGEST:
        shorter = max(_cuts(doc, shortest, trigger), default=None)
        if shorter is None:
            return end
        shortest = shorter[1]
    return shortest


def _cuts(doc: Doc, end: int, trigger: range) -> Iterator[tuple[bool, int]]:
    """Where a line may end earlier: before what stands last in it and can be spared, at best at a mark."""
    for token in doc[trigger.stop : end]:
        first = token.left_edge.i
        if token.right_edge.i + 1 >= end and first >= trigger.stop and token.dep_ in _SPARED and not _is_needed(token):
            yield doc[first - 1].is_punct, _before_marks(doc, first, trigger)


def _before_marks(doc: Doc, at: int, trigger: range) -> int:
    """Without the marks and conjunction before it."""
    while at > trigger.stop and (doc[at - 1].is_punct or doc[at - 1].is_space or doc[at - 1].dep_ == "cc"):
        at -= 1
    return at


def _is_needed(token: Token) -> bool:
    """Whether what it hangs on says something else, or little, without it."""
    if token.dep_ == "conj" and not is_verb(token):
        return True
    if token.dep_ in RELATIVE and (token.head.pos_ in ("NUM", "PRON") or token.head.dep_ == "appos"):
        return True
    if token.dep_ in ("advcl", "relcl") or is_verb(token):
        return is_conditional(token) or is_saying(token) or _completes(token)
    if token.dep_ == "prep":
        set_off = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].is_punct
        is_needed = token.lower_ in _NEEDED or _is_of_all(token.head)
        return is_needed or not (set_off or _is_complete_without(token))
    return token.dep_ == "advmod" and (token.lower_ in ("not", "never") or token.head.pos_ not in ("VERB", "AUX"))


def _completes(clause: Token) -> bool:
    """Whether an infinitive says what a noun is: "his failure | to pay", "a plan | to leave"."""
    opening = (child for child in dependents(clause) if child.dep_ == "aux" and child.i < clause.i)
    return clause.dep_ == "acl" and any(child.lower_ == "to" for child in opening)


def _is_of_all(noun: Token) -> bool:
    """Whether a noun is the first or most of what is told behind it: "the largest decline | since 2006"."""
    return any(child.tag_ == "JJS" or child.lower_ in _OF_ALL for child in dependents(noun))


def _is_complete_without(preposition: Token) -> bool:
    """Whether a verb has another complement, and this is none: no "depends on it", "accused Alba of theft"."""
    verb = preposition.head
    if not is_verb(verb):
        return verb.pos_ in ("NOUN", "PROPN")
    if preposition.lower_ not in _ADJUNCTS:
        return False
    before = [child for child in dependents(verb) if verb.i < child.i < preposition.i and not child.is_punct]
    return any(child.dep_ in _OBJECTS or child.dep_ in ("prep", "agent") for child in before)
