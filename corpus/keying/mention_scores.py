"""Scores of mentions and of what they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from keying.coreference import Score, b_cubed, ceaf_e, counted, muc, without_single
from keying.schema import Span
from keying.sides import Side, equal, place_of
from keying.validate import named


def mentions(gold: Side, system: Side) -> dict[str, Score]:
    """All mentions, and of each kind: which of the gold's are found, which of the system's are mentions at all."""
    ours: dict[Span, str] = {place_of(mention, gold): mention.kind for mention in gold.key.mentions}
    theirs: dict[Span, str] = {place_of(mention, system): mention.kind for mention in system.key.mentions}
    found = {"mentions": equal(set(ours), set(theirs))}
    for kind in ("name", "description", "pronoun"):
        wanted = {span for span, which in ours.items() if which == kind}
        said = {span for span, which in theirs.items() if which == kind}
        found[f"mentions: {kind}"] = Score(len(said & set(ours)), len(said), len(wanted & set(theirs)), len(wanted))
    return found


def _chains(side_: Side) -> list[frozenset[Span]]:
    """Mentions of one entity each; plurals with several members stand outside of chains."""
    chains: dict[str, set[Span]] = {}
    taken: set[Span] = set()
    for mention in side_.key.mentions:
        place = place_of(mention, side_)
        if len(mention.of) == 1 and place not in taken:
            taken.add(place)
            chains.setdefault(mention.of[0], set()).add(place)
    return [frozenset(chain) for chain in chains.values()]


def coreference(gold: Side, system: Side) -> dict[str, Score]:
    """The three measures that the CoNLL mean is made of."""
    ours, theirs = without_single(_chains(gold)), without_single(_chains(system))
    return {"MUC": muc(ours, theirs), "B3": b_cubed(ours, theirs), "CEAFe": ceaf_e(ours, theirs)}


def right_names(gold: Side, system: Side, entity: Mapping[str, str]) -> dict[str, Score]:
    """Pronouns and descriptions that stand for somebody named: whether the system says so."""
    has_name = named(gold.key)
    theirs = {place_of(mention, system): mention for mention in system.key.mentions}
    ours = {place_of(mention, gold): mention for mention in gold.key.mentions}
    found = {}
    for kind in ("pronoun", "description"):
        wanted = {span: m for span, m in ours.items() if m.kind == kind and has_name & set(m.of)}
        said = [
            (span, {entity[item] for item in m.of if item in entity} & has_name)
            for span, m in theirs.items()
            if m.kind == kind or span in wanted
        ]
        said = [(span, means) for span, means in said if means]
        right = sum(span in wanted and means == set(wanted[span].of) & has_name for span, means in said)
        found[f"{kind} → right name"] = counted(right, len(said), len(wanted))
    return found
