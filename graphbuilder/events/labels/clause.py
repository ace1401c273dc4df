"""Which words of its sentence are the line of an event: its clause from the subject to the end of the complements, as
it stands in the text.

A verb that borrows its subject ("voted to leave", "sank, killing 17") is told from that subject on; a noun that says
little alone, with the clause that it stands in. Nothing is left out in between, and nothing is put together: only a
lone pronoun for a subject gives way to what it stands for, in brackets. Where no clause can be told, or it would be too
long, the sentence is.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from graphbuilder.entities import Found
from graphbuilder.events.triggers import Trigger
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

#: Characters of a line, at most.
_LONGEST = 180
#: What ends a clause though it hangs on its verb: another clause, an aside.
_APART = frozenset({"advcl", "cc", "conj", "dep", "intj", "mark", "meta", "parataxis", "punct", "relcl"})
_SUBJECTS = frozenset({"csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "you"})
#: A phrase of a noun that has one of these tells what it is about.
_TELLING = frozenset({"acl", "compound", "nmod", "nummod", "poss", "prep"})
_STEPS = 12
#: From which probability a pronoun gives way to what it stands for.
_SURE = 0.8


def label(parse: Parse, found: Found, trigger: Trigger, names: Mapping[str, str]) -> str:
    """The line of an event in the text's own words; `names` gives what a chain (id) is called."""
    doc = parse.doc
    span = _clause(doc, trigger) or _sentence(doc[trigger.head])
    start, end = _trimmed(doc, *span, trigger)
    if doc[end - 1].idx + len(doc[end - 1]) - doc[start].idx > _LONGEST:
        start, end = _shorter(doc, start, end, trigger)
    text = " ".join(parse.document.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])].split())
    return _opened(_named(doc[start], found, names, text))


def _clause(doc: Doc, trigger: Trigger) -> tuple[int, int] | None:
    """The first token and the end of the clause of a trigger."""
    token = doc[trigger.anchor] if doc[trigger.head].pos_ not in ("VERB", "AUX") else doc[trigger.head]
    if token.pos_ not in ("VERB", "AUX"):
        if any(child.dep_ in _TELLING for child in dependents(token)):
            return min(token.left_edge.i, trigger.start), max(_end(token), trigger.end)
        verb = _verb_above(token)
        if verb is None:
            return None
        token = verb
    start, end = min(_start(token), trigger.start), max(_end(token), trigger.end)
    return start, end


def _verb_above(noun: Token) -> Token | None:
    for _ in range(_STEPS):
        if noun.pos_ in ("VERB", "AUX"):
            return noun
        if noun.head == noun:
            return None
        noun = noun.head
    return None


def _start(verb: Token) -> int:
    """Where the subject begins, also a borrowed one before the verb, or the noun that it tells about; else the verb with what belongs before it."""
    if verb.dep_ in ("acl", "relcl") and verb.head.i < verb.i:
        return verb.head.left_edge.i
    own = [child.left_edge.i for child in dependents(verb) if child.dep_ in _SUBJECTS and child.i < verb.i]
    if own:
        return min(own)
    borrowed = [subject.left_edge.i for subject, _ in subjects(verb) if verb.sent.start <= subject.i < verb.i]
    if borrowed:
        return max(borrowed)
    before = [child.left_edge.i for child in dependents(verb) if child.i < verb.i and child.dep_ not in _APART]
    return min([verb.i, *before])


def _end(word: Token) -> int:
    """Behind the last complement: up to the first clause, aside or comma after the word that ends it."""
    end = word.i + 1
    for child in dependents(word):
        if child.i < word.i:
            continue
        if child.dep_ in _APART and not (child.dep_ == "punct" and child.text in "“”\"'’-–"):
            if child.dep_ == "cc" and _joins_nouns(child):
                continue
            break
        end = max(end, child.right_edge.i + 1)
    return end


def _joins_nouns(conjunction: Token) -> bool:
    return conjunction.head.pos_ in ("NOUN", "PROPN")


def _sentence(token: Token) -> tuple[int, int]:
    return token.sent.start, token.sent.end


def _trimmed(doc: Doc, start: int, end: int, trigger: Trigger) -> tuple[int, int]:
    """Without blanks and marks at either end."""
    while start < trigger.start and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in '“"‘(')):
        start += 1
    while end > trigger.end and (doc[end - 1].is_space or doc[end - 1].text in ".,;:–—-"):
        end -= 1
    return start, end


def _shorter(doc: Doc, start: int, end: int, trigger: Trigger) -> tuple[int, int]:
    """As many whole words around the trigger as a line may have, from the start where that is near."""

    def length(a: int, b: int) -> int:
        return doc[b - 1].idx + len(doc[b - 1]) - doc[a].idx

    if length(start, trigger.end) > _LONGEST:
        start = trigger.start
    while end > trigger.end and length(start, end) > _LONGEST:
        end -= 1
    return start, end


def _named(first: Token, found: Found, names: Mapping[str, str], text: str) -> str:
    """The line with what a lone pronoun for its subject stands for."""
    if first.lower_ not in _PRONOUNS or first.dep_ not in _SUBJECTS:
        return text
    mention = found.by_token.get(first.i)
    sure = mention is not None and mention.form == "pronoun" and mention.score >= _SURE
    name = names.get(mention.chain) if mention is not None and sure else None
    return f"[{name}]{text[len(first.text) :]}" if name else text


def _opened(text: str) -> str:
    """With a capital."""
    return text[:1].upper() + text[1:]
