"""Which clause a line must tell, for it to say no more than the text does.

A clause that something else wonders about, denies, plans, demands or reports is told with what does so: "planned to
leave" and "did not say that it fell" from "planned" and "did" on. One that borrows its subject is told with the clause
that lends it; a relative one from the noun that it tells about.
"""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.tree import dependents

SUBJECTS = frozenset({"csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})
RELATIVE = frozenset({"acl", "relcl"})
#: Words that make of a clause a condition or a question.
CONDITIONS = frozenset({"if", "lest", "provided", "providing", "unless", "whether"})
#: Auxiliaries that open a condition: "had it burst".
_INVERTED = frozenset({"had", "should", "were"})
#: Verbs by which somebody says so without doubt or dispute: what a long line can do without.
_PLAIN = frozenset(
    {"acknowledge", "add", "admit", "confirm", "explain", "note", "recall", "remark", "report", "say", "state", "tell",
     "write"}
)  # fmt: skip
_VERBAL = frozenset({"AUX", "VERB"})
#: With one of these a noun names nobody of whom the clause behind it is so.
_ANYBODY = frozenset({"any", "every", "no", "whatever", "whichever"})


def is_verb(word: Token) -> bool:
    """Whether a word can be the verb of a clause."""
    return word.pos_ in _VERBAL


def host(word: Token) -> Token:
    """The verb whose clause tells a word; the root of its sentence where no verb does."""
    noun = not is_verb(word)
    while (above := _above(word, noun=noun)) is not None:
        word = above
    return word


def unreported(word: Token) -> Token:
    """Like `host`, but a clause that is plainly reported stands without who says so: "Two died, police said"."""
    while (above := _above(word, noun=False)) is not None and not _is_plainly_said(word):
        word = above
    return word


def is_conditional(clause: Token) -> bool:
    """Whether a clause is what another one hangs on: "if they agree", "had it burst"."""
    opening = {child.lower_ for child in dependents(clause) if child.dep_ in ("aux", "mark") and child.i < clause.i}
    if not CONDITIONS.isdisjoint({*opening, clause.lower_}):
        return True
    first = clause.left_edge
    return bool(clause.dep_ == "advcl" and first.dep_ in ("aux", "auxpass") and first.lower_ in _INVERTED)


def _above(word: Token, *, noun: bool) -> Token | None:
    """What a word must be told with; None for the verb of a clause that stands alone.

    A `noun` in a participle is told with the clause around that: "the capsule carrying the crew landed".
    """
    if word.head == word:
        return None
    if not is_verb(word):
        return word.head
    first = _first_joined(word)
    if not has_subject(word):
        if (word.dep_ == "relcl" or (word.dep_ == "acl" and not noun)) and _can_open(word):
            return None
        return word.head
    return first.head if first.head != first and _is_governed(first) else None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, and no relative or asking pronoun ties it to another clause."""
    if not any(child.dep_ in SUBJECTS for child in dependents(verb)):
        return False
    return verb.dep_ == "ROOT" or not any(_is_tie(token, verb) for token in verb.doc[verb.left_edge.i : verb.i])


def _is_tie(token: Token, verb: Token) -> bool:
    """Whether a word is a relative or asking pronoun of a verb itself: "as a result of which the road was shut"."""
    if token.tag_ not in ("WDT", "WP"):
        return False
    while not is_verb(token):
        token = token.head
    return bool(token == verb)


def _first_joined(verb: Token) -> Token:
    """The first of the verbs that a verb is joined to."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb


def _is_governed(verb: Token) -> bool:
    """Whether it depends on what is above whether a clause is so."""
    if verb.dep_ == "parataxis" or is_spliced(verb):
        return False
    when = any(child.lower_ == "when" and child.i < verb.i for child in dependents(verb))
    if verb.dep_ == "relcl" and not when:
        return not _can_open(verb)
    if verb.dep_ in ("advcl", "relcl"):
        ahead = any(child.tag_ == "MD" for child in dependents(verb.head))
        return ahead or is_conditional(verb) or not _is_past(verb)
    return True


def is_spliced(clause: Token) -> bool:
    """Whether a clause only stands beside another one: "The rebels crossed; the army fell back"."""
    between = clause.doc[clause.i : clause.head.i]
    return clause.dep_ == "ccomp" and any(token.text in (";", ":") for token in between)


def _is_past(verb: Token) -> bool:
    """Whether a clause tells in the past what was so: "fell", "had fallen"; not "falls", "would fall"."""
    helpers = [child for child in dependents(verb) if child.dep_ in ("aux", "auxpass")]
    return bool((helpers[0].tag_ if helpers else verb.tag_) == "VBD")


def _can_open(clause: Token) -> bool:
    """Whether a noun and the clause behind it can be told alone: "the Abuja that she left"; no "plan to leave"."""
    noun = clause.head
    if noun.i > clause.i or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.dep_ == "attr":
        return False  # "it is not the first time that they met"
    marks = {child.lower_ for child in dependents(clause) if child.dep_ in ("aux", "mark")}
    if "to" in marks or "that" in marks or not CONDITIONS.isdisjoint(marks):
        return False
    words = noun.doc[noun.left_edge.i : clause.left_edge.i]
    return any(token.pos_ == "PROPN" for token in words) and not any(token.lower_ in _ANYBODY for token in words)


def is_saying(verb: Token) -> bool:
    """Whether a verb only says who says so."""
    return verb.lemma_.lower() in event_words().reporting


def _is_plainly_said(clause: Token) -> bool:
    """Whether who says so leaves it at that: no "did not say", "may report", "asked whether"."""
    first = _first_joined(clause)
    saying = first.head
    if first.dep_ != "ccomp" or not (has_subject(clause) and saying.lemma_ in _PLAIN) or is_conditional(first):
        return False
    return not any(child.dep_ == "neg" or child.tag_ == "MD" for child in dependents(saying)) and saying.tag_ != "VB"
