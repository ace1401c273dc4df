"""Stated causes: which event is said to have led to which. The words stand in ``lexicons/events/causes.yaml``.

| told as | the cause is |
|---|---|
| "the quake triggered a tsunami", "the raid led to protests" | the subject |
| "protests stem from the raid", "a fire caused by a blast" | what stands behind |
| "resigned because of the scandal", "… because rebels took the town" | what stands behind |
| "rebels took the town, triggering protests" | the clause before |

Only what is stated as a fact: nothing under "not", "may" or "if". What merely comes after is no effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.events.factuality.judge import Factuality, judge
from graphbuilder.events.triggers import Trigger
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import antecedent, subjects
from graphbuilder.syntax.token_index import positions
from graphbuilder.syntax.tree import conjuncts, dependents

#: Steps from a word up to the event that it hangs on.
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    leading: frozenset[tuple[str, str]]
    following: frozenset[tuple[str, str]]
    because: Mapping[str, Sequence[tuple[str, ...]]]
    """Prepositions of several words, by the longest of these."""
    clauses: frozenset[str]
    cues: frozenset[str]
    """The lemmas by which a stated cause is noticed."""


@cache
def _words() -> _Words:
    data = lexicon("causes")
    because: dict[str, list[tuple[str, ...]]] = {}
    for words in map(str.split, data["because"]):
        because.setdefault(max(words, key=len), []).append(tuple(words))
    verbs, clauses = frozenset(data["verbs"]), frozenset(data["clauses"])
    leading, following = (frozenset(map(_pair, data[kind])) for kind in ("leading", "following"))
    pairs = {verb for verb, _ in leading | following}
    return _Words(verbs, leading, following, because, clauses, verbs.union(pairs, because, clauses))


def _pair(words: str) -> tuple[str, str]:
    verb, preposition = words.split()
    return verb, preposition


def _cues(doc: Doc) -> list[Token]:
    """The words of a document that may state a cause; most documents have few."""
    return [doc[at] for at in positions(doc, _words().cues, "LEMMA")]


def find_causes(
    parse: Parse, triggers: Sequence[Trigger], factuality: Mapping[Trigger, Factuality]
) -> list[tuple[Trigger, Trigger]]:
    """Pairs of a cause and its effect, in text order of the effects."""
    case = _Case(parse, triggers, factuality)
    told = {pair for cue in _cues(parse.doc) for pair in _stated_by(case, cue) if pair[0] is not pair[1]}
    pairs = [pair for pair in told if all(_real(factuality[one]) for one in pair)]
    return sorted(pairs, key=lambda pair: (pair[1].start, pair[0].start))


class _Case:
    """The events of a document, for look-up."""

    def __init__(self, parse: Parse, triggers: Sequence[Trigger], factuality: Mapping[Trigger, Factuality]) -> None:
        self.parse, self.factuality = parse, factuality
        self.at = {one.anchor: one for one in triggers} | {one.head: one for one in triggers}

    def stated(self, verb: Token) -> bool:
        """Whether a verb that ties two events is told as a fact."""
        trigger = self.at.get(verb.i)
        told = self.factuality.get(trigger) if trigger is not None and trigger.head == verb.i else None
        if told is None:
            told = judge(self.parse, Trigger(verb.i, verb.i + 1, verb.i, verb.i, "", verb.lemma_, "verb", 0.0))
        return _real(told)

    def above(self, token: Token) -> Trigger | None:
        """The nearest event that a word hangs on."""
        for _ in range(_DEPTH):
            if token.i in self.at:
                return self.at[token.i]
            if token.head == token:
                return None
            token = token.head
        return None


def _stated_by(case: _Case, cue: Token) -> Iterator[tuple[Trigger, Trigger]]:
    words, lemma = _words(), cue.lemma_
    if cue.pos_ == "VERB":
        effects = _effects(case, cue, lemma, words)
        if effects and case.stated(cue):
            yield from ((cause, effect) for cause in _causes(case, cue) for effect in effects)
        yield from _turned_round(case, cue, lemma, words)
    elif cue.dep_ == "mark" and cue.lower_ in words.clauses:
        yield from _of_clause(case, cue)
    else:
        yield from _behind(case, cue, words)


def _effects(case: _Case, verb: Token, lemma: str, words: _Words) -> list[Trigger]:
    """The events that a verb of causing leads to."""
    found = []
    if lemma in words.verbs and not _is_passive(verb):
        found += [one for child in dependents(verb) if child.dep_ == "dobj" for one in (child, *conjuncts(child))]
    found += [noun for noun, pair in _oblique(verb, lemma) if pair in words.leading]
    return [case.at[noun.i] for noun in found if noun.i in case.at]


def _causes(case: _Case, verb: Token) -> list[Trigger]:
    """What a verb of causing has for subject; of a participle behind a comma the clause before."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return [case.at[verb.head.i]] if verb.head.i in case.at else []
    tellers = [antecedent(subject, verb) for subject, place in subjects(verb) if place == "nsubj"]
    return [case.at[noun.i] for teller in tellers for noun in (teller, *conjuncts(teller)) if noun.i in case.at]


def _turned_round(case: _Case, verb: Token, lemma: str, words: _Words) -> Iterator[tuple[Trigger, Trigger]]:
    """ "A fire caused by a blast", "the strike was triggered by the dismissal", "the protests stem from the raid"."""
    behind = [noun for noun, pair in _oblique(verb, lemma) if pair in words.following]
    if lemma in words.verbs and (_is_passive(verb) or verb.dep_ == "acl"):
        agents = (child for child in dependents(verb) if child.dep_ == "agent" or child.lower_ == "by")
        behind += [noun for agent in agents for noun in dependents(agent) if noun.dep_ == "pobj"]
    causes = [case.at[noun.i] for noun in behind if noun.i in case.at]
    if not causes or not case.stated(verb):
        return
    told = [verb.head] if verb.dep_ == "acl" else [antecedent(subject, verb) for subject, _ in subjects(verb)]
    yield from ((cause, case.at[noun.i]) for noun in told if noun.i in case.at for cause in causes)


def _behind(case: _Case, cue: Token, words: _Words) -> Iterator[tuple[Trigger, Trigger]]:
    """ "Resigned because of the scandal", "died as a result of the attack"."""
    preposition = _preposition(cue, words)
    nouns = [noun for word in preposition for noun in dependents(word) if noun.dep_ == "pobj"]
    causes = [case.at[noun.i] for noun in nouns if noun.i in case.at]
    effect = case.above(preposition[0].head) if causes else None
    if effect is not None and effect not in causes:
        yield from ((cause, effect) for cause in causes)


def _preposition(cue: Token, words: _Words) -> Sequence[Token]:
    """All words of a preposition, which may be several: "as a result of"."""
    for told in words.because.get(cue.lower_, ()):
        start = cue.i - told.index(cue.lower_)
        span = list(cue.doc[start : start + len(told)]) if start >= 0 else []
        if tuple(token.lower_ for token in span) == told:
            return span
    return ()


def _of_clause(case: _Case, mark: Token) -> Iterator[tuple[Trigger, Trigger]]:
    """ "Fled because rebels took the town"."""
    cause = case.at.get(mark.head.i)
    effect = case.above(mark.head.head) if mark.head.head != mark.head else None
    if cause is not None and effect is not None:
        yield cause, effect


def _oblique(verb: Token, lemma: str) -> Iterator[tuple[Token, tuple[str, str]]]:
    """What the prepositions of a verb take, with the verb and the preposition."""
    for preposition in dependents(verb):
        if preposition.dep_ == "prep":
            for noun in dependents(preposition):
                if noun.dep_ == "pobj":
                    yield from ((one, (lemma, preposition.lower_)) for one in (noun, *conjuncts(noun)))


def _real(told: Factuality) -> bool:
    return told.polarity == "POS" and told.modality == "ACTUAL"


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in dependents(verb))
