"""Words that tell an event though no list of ours names it: a linear model decides by their place in the sentence.

The weights stand in ``lexicons/events/event_weights.yaml`` under names that can be read;
``benchmarks/train_events.py`` learns them.
What a noun usually means comes from ``lexicons/events/event_nouns.tsv``. Events found here have low scores.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.detection.triggers import OTHER, Trigger, Words, inside_name, tells_nothing
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.lexicons import lexicon, lexicon_text
from graphbuilder.syntax.light_verbs import clause_anchor
from graphbuilder.syntax.tree import dependents

#: Scores of events found here stay below this; `graphbuilder.resolve` makes no nodes of them.
CEILING = 0.05

#: From this chance on a word is no thing either.
DOUBT = 0.4

_MEANT = tuple(f"noun means {name}" for name in ("senses", "event", "communication", "thing", "state"))
#: Words whose features are kept: more than an article has.
_WORDS = 2048
_ENDING = re.compile(r"(?:tion|sion|ment|ing|al|ance|ence|ure|age|er|or|ist|ity|ness)$")
_PARTS_OF_VERB = frozenset(
    {"nsubj", "nsubjpass", "dobj", "xcomp", "ccomp", "auxpass", "prep", "prt", "agent", "acomp", "attr", "neg"}
)


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of features by name, and the least chance that makes a word an event."""

    weights: dict[str, float]
    least: float

    def chance(self, token: Token) -> float:
        """How likely it is, 0 to 1, that a verb or noun tells an event."""
        weights, names = self.weights, _plain(token)
        told = [weight for weight in map(weights.get, names) if weight is not None]
        if token.pos_ != "VERB":
            told += [weights.get(name, 0.0) * tenths / 10 for name, tenths in zip(_MEANT, meaning(token), strict=True)]
        return 1 / (1 + math.exp(-sum(told)))

    def reasons(self, token: Token) -> list[tuple[str, float]]:
        """What speaks for (above 0) and against it, the strongest reason first."""
        found = [(name, round(self.weights.get(name, 0.0) * value, 2)) for name, value in features(token)]
        return sorted((one for one in found if one[1]), key=lambda one: (-abs(one[1]), one[0]))


@cache
def model() -> Model:
    """The model of ``lexicons/events/event_weights.yaml``."""
    data = lexicon("event_weights")
    return Model(data["weights"], data["least"])


def find_likely(words: Words, found: Found, taken: Container[int]) -> tuple[list[Trigger], set[int]]:
    """The triggers among the words of a story that are not taken already, and the words in doubt (token indices)."""
    judge, triggers, doubtful = model(), [], set()
    for token in candidates(words, found, taken):
        chance = judge.chance(token)
        if chance >= judge.least:
            triggers.append(_trigger(token, round(CEILING * chance, 3)))
        elif chance >= DOUBT:
            doubtful.add(token.i)
    return triggers, doubtful


def _trigger(token: Token, score: float) -> Trigger:
    return Trigger(token.i, token.i + 1, token.i, clause_anchor(token), OTHER, token.lemma_.lower(), "model", score)


def candidates(words: Words, found: Found, taken: Container[int] = ()) -> Iterator[Token]:
    """Predicates that are no states or reports, then nouns that may tell an event."""
    for verb in words.predicates:
        particle = verb.is_lower and verb.i in found.by_token  # "Vila do Conde"
        if verb.i not in taken and not (particle or tells_nothing(verb)):
            yield verb
    for noun in words.nouns:
        if noun.i not in taken and meaning(noun) and not (inside_name(noun, found) or _acts(noun)):
            yield noun


def _acts(noun: Token) -> bool:
    """ "The opposition refused": those who do it, by a word that may tell an event elsewhere."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.lemma_.lower() in event_words().bodies


def features(token: Token) -> Iterator[tuple[str, float]]:
    """What the model sees of a word: names and values."""
    yield from ((name, 1.0) for name in _plain(token))
    if token.pos_ != "VERB":
        yield from ((name, tenths / 10) for name, tenths in zip(_MEANT, meaning(token), strict=True))


def _plain(token: Token) -> Iterable[str]:
    """The features that a word has or has not, each once."""
    kind, parts = ("verb", _of_verb(token)) if token.pos_ == "VERB" else ("noun", _of_noun(token))
    return dict.fromkeys((kind, f"{kind} as {token.dep_}", f"{kind} tag {token.tag_}", *parts))


def _of_verb(verb: Token) -> list[str]:
    told = [*_classes(verb.lemma_.lower())]
    for child in dependents(verb):
        place = child.dep_
        if place in _PARTS_OF_VERB:
            told.append(f"verb with {place}")
        if place in ("nsubj", "nsubjpass"):
            told.append(f"verb of {child.pos_}")
        elif place == "aux":
            told.append(f"verb after {child.lower_}")
    return told


@lru_cache(maxsize=_WORDS)
def _classes(lemma: str) -> tuple[str, ...]:
    words = event_words()
    classes = {"typed": words.typed, "light": words.light, "weak": words.weak, "act": words.acts}
    return tuple(f"verb is {name}" for name, members in classes.items() if lemma in members)


def _of_noun(noun: Token) -> list[str]:
    lemma, place, governor = noun.lemma_.lower(), noun.dep_, noun.head
    told = ["noun is typed"] if lemma in event_words().nouns else []
    told += _beside(noun)
    if place == "pobj":
        told.append(f"noun after {governor.lower_}")
        governor = governor.head
    if governor.pos_ == "VERB":
        told += _under(governor.lemma_.lower(), place)
    told += _ending(lemma)
    if noun.ent_type_:
        told.append(f"noun in {noun.ent_type_}")
    if noun.text[0].isupper() and not noun.is_sent_start:
        told.append("noun with capital")
    return told


def _beside(noun: Token) -> list[str]:
    told, at = [], noun.i
    for child in dependents(noun):
        place = child.dep_
        if child.i < at:
            told.append(f"noun with {place}")
            if place == "det":
                told.append(f"noun with {child.lower_}")
        elif place == "prep":
            told.append(f"noun before {child.lower_}")
        elif place in ("acl", "relcl"):
            told.append(f"noun with {place}")
        if child.ent_type_ in ("DATE", "TIME"):
            told.append("noun with date")
    return told


@lru_cache(maxsize=_WORDS)
def _ending(lemma: str) -> tuple[str, ...]:
    ending = _ENDING.search(lemma)
    return (f"noun in -{ending[0]}",) if ending else ()


@lru_cache(maxsize=_WORDS)
def _under(lemma: str, place: str) -> tuple[str, ...]:
    words = event_words()
    classes = {"light": words.light, "reporting": words.reporting, "act": words.acts}
    above = tuple(f"noun under {name} verb" for name, members in classes.items() if lemma in members)
    return (*above, f"noun {place} of typed verb") if lemma in words.typed else above


@cache
def _meanings() -> dict[str, tuple[int, ...]]:
    table = {}
    for line in lexicon_text("event_nouns.tsv").splitlines():
        if not line.startswith("#"):
            word, *tenths = line.split("\t")
            table[word] = tuple(map(int, tenths))
    return table


def meaning(noun: Token) -> tuple[int, ...]:
    """What a noun usually means, in tenths; empty if it never tells an event."""
    meanings = _meanings()
    return meanings.get(noun.lemma_.lower()) or meanings.get(noun.lower_) or ()
