"""Whether two words denote the same act: "annexed" and "annexation", "sued" and "took to court"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphbuilder.knowledge.event_words import event_words

#: Letters that a verb and its nominalisation share: annex–annexation, invade–invasion, explode–explosion.
STEM = 4
#: Types whose words all denote the same act.
_ANY_WORD = frozenset({"meet"})


def one_act(type_: str, left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether lemmas of two mentions of one event type denote the same act: one word, as verb or noun, or a synonym.

    >>> one_act("deny", ["deny"], ["denial"]), one_act("sue", ["sue"], ["lawsuit"]), one_act("sue", ["sue"], ["trial"])
    (True, True, False)
    """
    if type_ in _ANY_WORD:
        return True
    words = event_words().acts_of.get(type_, {})
    return not _signs(left, words).isdisjoint(_signs(right, words))


def _signs(lemmas: Iterable[str], acts: Mapping[str, str]) -> set[str]:
    """The stems of words, and a sign for each act that they denote."""
    told = list(lemmas)
    return {_stem(lemma) for lemma in told} | {f"={acts[lemma]}" for lemma in told if lemma in acts}


def _stem(lemma: str) -> str:
    """The letters that a verb and its nominalisation share, "y" as "i": "deny" and "denial", "bury" and "burial"."""
    return lemma[: STEM - 1] + lemma[STEM - 1 : STEM].replace("y", "i")
