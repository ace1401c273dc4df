"""An event in a few of the text's own words: "NATO foreign ministers met in Bucharest".

Words are only left out, never changed; a pronoun is followed by what it points to, in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.triggers import Trigger
from graphbuilder.language import Parse

#: Words of a phrase, and characters, at most.
WORDS = 16
LENGTH = 110

_ASIDE = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis", "punct"})
_MODIFIERS = frozenset({"det", "nummod", "quantmod", "compound", "amod", "poss", "nmod", "case", "neg", "predet"})
_DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PUNCT", "PART"})
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that"})
_KEPT_OF_VERB = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "dobj", "dative", "prt", "attr", "oprd", "agent", "acomp", "xcomp"}
)
_KEPT_PREPOSITIONS = frozenset({"in", "at", "with", "to", "from", "against", "by", "for", "into", "on", "over", "off"})


def phrase(parse: Parse, found: Found, trigger: Trigger, names: dict[str, str]) -> str:
    """The event of a trigger in the text's own words. `names` gives the name of a chain by its id."""
    token = parse.doc[trigger.head]
    told = _of_verb(token) if token.pos_ == "VERB" else _of_noun(token)
    ordered = _cut(sorted({*range(trigger.start, trigger.end), *told}), trigger)
    if parse.doc[ordered[0]].lower_ == "to":
        ordered = ordered[1:]  # "to buy equipment", of whom nothing is said, reads better without
    ordered = _with_marks(parse, ordered)
    while ordered[-1] >= trigger.end and parse.doc[ordered[-1]].pos_ in _DANGLING:
        ordered = ordered[:-1]
    return _clip(_join(parse, [parse.doc[index] for index in ordered], found, names))


def _with_marks(parse: Parse, kept: list[int]) -> list[int]:
    """With the marks inside dates and amounts: "April 2-4, 2008", "11.2 billion"."""
    marks = [
        at
        for at in (one + 1 for one in kept[:-1])
        if at + 1 in kept and at not in kept and parse.doc[at].is_punct and parse.doc[at + 1].like_num
    ]
    return sorted([*kept, *marks])


def _of_verb(verb: Token, depth: int = 2) -> Iterator[int]:
    yield verb.i
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS and child.lower_ not in _RELATIVES]
    if not subjects and verb.dep_ in ("conj", "xcomp", "relcl", "acl") and depth == 2:
        yield from _borrowed_subject(verb)
    if not any(child.dep_ in ("xcomp", "attr") for child in verb.children) and depth == 2:
        yield from _content(verb)
    for child in verb.children:
        if child.dep_ == "xcomp" and depth:
            yield from _of_verb(child, depth - 1)
        elif child.dep_ in _SUBJECTS and child not in subjects:
            continue
        elif child.dep_ in _KEPT_OF_VERB or _kept_preposition(child, verb):
            yield from _of_noun(child)


def _content(verb: Token) -> Iterator[int]:
    """What is denied, announced or agreed in a clause: "denied that it was helping"."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            yield from (token.i for token in child.subtree if not token.is_space)


def _kept_preposition(child: Token, verb: Token) -> bool:
    return child.dep_ == "prep" and child.lower_ in _KEPT_PREPOSITIONS and child.i > verb.i


def _borrowed_subject(verb: Token) -> Iterator[int]:
    governor = verb.head
    if verb.dep_ in ("relcl", "acl"):
        yield from _of_noun(governor, depth=3)
        return
    for child in governor.children:
        if child.dep_ in _SUBJECTS:
            yield from _of_noun(child)


def _of_noun(token: Token, depth: int = 4) -> Iterator[int]:
    """A noun (or preposition) with its modifiers, without asides."""
    if token.lower_ in _RELATIVES and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return
    yield token.i
    for child in token.children:
        if child.dep_ in _MODIFIERS:
            yield from _of_noun(child, depth)
        elif _named_beside(child):
            yield from _of_noun(child, 0)
        elif child.dep_ == "punct":
            if child.text in ("-", "–", "/"):
                yield child.i
        elif depth and child.dep_ not in _ASIDE and not child.is_space and not _far(child, depth):
            yield from _of_noun(child, depth - 1)


def _far(child: Token, depth: int) -> bool:
    return child.dep_ == "prep" and depth < 3 and child.lower_ != "of"


def _named_beside(child: Token) -> bool:
    """ "The chief executive, Jane Roe": the name is the point."""
    return child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "NOUN"


def _cut(kept: list[int], trigger: Trigger) -> list[int]:
    """At most `WORDS` words, the trigger among them."""
    if len(kept) <= WORDS:
        return kept
    at = kept.index(trigger.head)
    first = max(0, min(at - WORDS // 2, len(kept) - WORDS))
    return kept[first : first + WORDS]


def _join(parse: Parse, tokens: list[Token], found: Found, names: dict[str, str]) -> str:
    words: list[str] = []
    named = (found.by_token.get(token.i) for token in tokens)
    told = {mention.chain for mention in named if mention is not None and mention.form != "pronoun"}
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.is_space:
            continue
        mention = found.by_token.get(token.i)
        word = token.text
        if mention is not None and mention.form == "pronoun":
            name = names.get(mention.chain, "")
            word = f"{word} [{name}]" if name and mention.chain not in told else word
        adjacent = following is not None and following.i == token.i + 1
        words.append(word + (token.whitespace_ if adjacent else " "))
    return " ".join("".join(words).split())


def _clip(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rstrip() + "…"
