"""Where the clause of a verb begins and ends: from its subject to its last complement.

What stands before the subject is left out unless the clause is not true without it, or the trigger stands there;
behind the verb asides and further clauses are.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.events.labels.host import (
    RELATIVE,
    SUBJECTS,
    has_subject,
    is_conditional,
    is_saying,
    is_spliced,
    is_verb,
)
from graphbuilder.syntax.subjects import antecedent
from graphbuilder.syntax.tree import dependents, sentence_start

#: Words before the subject without which a clause says more than the text.
_HEDGES = frozenset(
    {"allegedly", "apparently", "barely", "hardly", "maybe", "neither", "never", "nor", "not", "only", "ostensibly",
     "perhaps", "possibly", "presumably", "probably", "purportedly", "rarely", "reportedly", "seemingly", "supposedly"}
)  # fmt: skip
#: What is no part of a clause though it hangs on its verb.
_LOOSE = frozenset({"dep", "intj", "meta", "parataxis", "relcl"})
_JOINING = frozenset({"cc", "preconj"})
_UNTOLD = _JOINING | {"dep", "intj", "meta"}
#: Adjuncts: behind a comma they are asides.
_ADJUNCTS = frozenset({"advcl", "advmod", "npadvmod", "prep"})
_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "--", "("})
#: What spaCy calls the names of places.
_PLACES = frozenset({"FAC", "GPE", "LOC"})
_DASHES = frozenset({"–", "—", "-", "--", ":"})
_STOPS = frozenset({";", ":"})
_BRACKETS = frozenset({"(", ")"})
_RELATIVE_PLACES = frozenset({"acl", "advcl", "parataxis", "relcl"})


def extent(verb: Token, trigger: range) -> tuple[int, int]:
    """The first token and the end (excluded) of the clause of a verb with a trigger in it."""
    start, end = min(_start(verb, trigger), trigger.start), max(_end(verb, trigger), trigger.stop)
    return start, _without_tail(verb.doc, start, end, trigger)


def holds(word: Token, trigger: range) -> bool:
    """Whether a trigger stands in what hangs on a word."""
    return word.left_edge.i <= trigger.start <= word.right_edge.i


def is_set_off(word: Token) -> bool:
    """Whether a phrase begins behind a mark."""
    first = word.left_edge.i
    if first > 0 and word.doc[first - 1].dep_ == "cc":
        first -= 1
    return first > 0 and word.doc[first - 1].text in _BREAKS


def _start(verb: Token, trigger: range) -> int:
    if verb.dep_ in RELATIVE and verb.head.i < verb.i and not _stands_alone(verb):
        return int(_antecedent(verb.head, verb).left_edge.i)
    before = [child for child in dependents(verb) if child.i < verb.i and not _is_skipped(child)]
    subject = min((child.left_edge.i for child in before if child.dep_ in SUBJECTS), default=None)
    if subject is not None:
        subject = _before_bracket(verb.doc, _past_dateline(verb.doc, subject, verb.i), verb.i)
    if subject is None or any(child.dep_ in ("aux", "auxpass") and child.i < subject for child in before):
        needed = [child for child in before if child.dep_ != "mark" or child.lower_ in ("if", "whether")]
        return min([verb.i, *(_opening(child, trigger) for child in needed)])
    needed = [child for child in before if _is_needed_before(child, trigger)]
    return min([subject, *(_opening(child, trigger) for child in needed)])


def _antecedent(noun: Token, clause: Token) -> Token:
    """The noun with which the one before a relative clause begins: the clause may tell about either.

    Yes: "the treaty of Abuja, which", "a firm based in Lund that", "a trader from Lund who". No: "in favour of".
    """
    who = next((child for child in dependents(clause) if child.lower_ == "who" and child.dep_ in SUBJECTS), None)
    noun = noun if who is None else antecedent(who, clause)
    while (
        noun.dep_ == "pobj" and noun.ent_type_ != "PERSON" and (noun.ent_type_ in _PLACES or noun.head.lower_ == "of")
    ):
        outer = noun.head.head
        if outer.dep_ == "acl":
            outer = outer.head
        ties = noun.ent_type_ in _PLACES or noun.head.lower_ == "of"
        if not ties or outer.pos_ not in ("NOUN", "PROPN") or outer.left_edge == outer:
            break
        noun = outer
    return noun


def _past_dateline(doc: Doc, start: int, verb: int) -> int:
    """Where a subject begins that is read with a dateline: "TORONTO — The directors"; an aside has two dashes."""
    dashes = [at for at in range(start + 1, verb) if doc[at].text in _DASHES and doc[at].whitespace_]
    dashes = [at for at in dashes if doc[at - 1].whitespace_ or doc[at].text == ":"]
    return dashes[0] + 1 if len(dashes) == 1 else start


def _before_bracket(doc: Doc, start: int, verb: int) -> int:
    """Where a subject begins that is read from within brackets: "Jane Roe (1914 – 2011) was"."""
    first = sentence_start(doc[verb])
    marks = [at for at in range(first, verb) if doc[at].text in _BRACKETS]
    opening = next((at for at in reversed(marks) if doc[at].text == "("), start)
    return int(doc[opening - 1].left_edge.i) if first < opening < start <= marks[-1] else start


def _stands_alone(clause: Token) -> bool:
    """Whether a clause behind a noun can be told without that: "in May, when Roe left"; no "the raid in which"."""
    adverbs = [child.lower_ for child in dependents(clause) if child.tag_ == "WRB" and child.i < clause.i]
    return has_subject(clause) and (clause.dep_ == "acl" or adverbs == ["when"])


def _opening(child: Token, trigger: range) -> int:
    """Where what stands before a verb begins: a clause with its subject, anything else at its first word."""
    return _start(child, trigger) if child.dep_ == "ccomp" and is_verb(child) else int(child.left_edge.i)


def _is_skipped(child: Token) -> bool:
    return child.is_punct or child.is_space or child.dep_ in _UNTOLD or is_spliced(child)


def _is_needed_before(child: Token, trigger: range) -> bool:
    """Whether a clause cannot be told without what stands before its subject."""
    if holds(child, trigger) or child.dep_ == "ccomp" or child.lower_ == "according":
        return True
    hedged = child.dep_ == "neg" or child.lower_ in _HEDGES
    return hedged or (child.dep_ == "advcl" and is_conditional(child))


def _end(verb: Token, trigger: range) -> int:
    """Behind the last complement."""
    if not is_verb(verb):
        return int(verb.right_edge.i) + 1
    end, resumed = verb.i + 1, False
    for child in dependents(verb):
        if child.i < verb.i or child.is_punct or child.is_space or child.dep_ in _JOINING:
            continue
        if _is_kept(child, trigger, resumed=resumed, bare=end == verb.i + 1):
            joined = child.dep_ in ("conj", *_LOOSE) and is_verb(child)
            end = max(end, _end(child, trigger) if joined else child.right_edge.i + 1)
            resumed = False
        else:
            resumed = child.dep_ in _ADJUNCTS and child.nbor(-1).text != ";"
    return end


def _is_kept(child: Token, trigger: range, *, resumed: bool, bare: bool) -> bool:
    """Whether what stands behind a verb is told; `resumed`: an aside stands before it; `bare`: nothing else does."""
    if holds(child, trigger):
        return True
    if child.doc[child.left_edge.i - 1].text in _STOPS:
        return False
    if child.dep_ == "conj":
        return bare and not has_subject(child)
    if child.dep_ == "parataxis":
        return is_saying(child)
    if child.dep_ in _LOOSE:
        return False
    if child.dep_ not in _ADJUNCTS or not is_set_off(child):
        return True
    conditional = child.dep_ == "advcl" and is_conditional(child)
    return conditional or child.lower_ == "according" or (resumed and child.dep_ == "prep")


def _without_tail(doc: Doc, start: int, end: int, trigger: range) -> int:
    """Without clauses set off by a mark that stand at the end: ", which called it a sham"."""
    while (tail := next(_tails(doc, start, end, trigger), None)) is not None:
        end = tail
    return end


def _tails(doc: Doc, start: int, end: int, trigger: range) -> Iterator[int]:
    for token in doc[max(start + 1, trigger.stop) : end]:
        ends = token.right_edge.i + 1 >= end and token.left_edge.i > max(trigger.stop, start + 1)
        if ends and token.dep_ in _RELATIVE_PLACES and is_set_off(token) and not _is_frame(token):
            yield token.left_edge.i - 1


def _is_frame(clause: Token) -> bool:
    """Whether a clause says on what condition, or who says so."""
    return is_conditional(clause) or (clause.dep_ == "parataxis" and is_saying(clause))
