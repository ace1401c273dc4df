"""How near a key comes to another, layer by layer: a system's to a reader's, or a second reader's to the first's.

Mentions are the same where their words are, a determiner before them apart. An event of the system tells the event of
the gold whose triggers its own triggers overlap; a whole clause is no trigger. Whoever has no name and no ! is neither
asked for nor held against a system in "who all right", and counted in the roles "without a name" alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from keying.coreference import Score
from keying.event_scores import facts, roles, triggers
from keying.line_scores import figures, lines, ties, told
from keying.mention_scores import coreference, mentions, right_names
from keying.pairing import Pairing
from keying.sides import Side, equal


def compare(gold: Side, system: Side) -> dict[str, Score]:
    """The scores of one article by layer; add them up over articles (`total`)."""
    pairing = Pairing(gold, system)
    return {
        **mentions(gold, system),
        **coreference(gold, system),
        **right_names(gold, system, pairing.entity),
        **triggers(pairing),
        **roles(pairing),
        **facts(pairing),
        **told(pairing),
        **lines(pairing),
        **ties(gold, system, pairing.entity),
        "figures": equal(figures(gold.key), figures(system.key)),
    }


def total(articles: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The scores of many articles added up."""
    found: dict[str, Score] = {}
    for article in articles:
        for layer, score in article.items():
            found[layer] = found.get(layer, Score()) + score
    return found


def conll(scores: Mapping[str, Score]) -> float:
    """The mean F1 of MUC, B3 and CEAF over entities."""
    return sum(scores[layer].f1 for layer in ("MUC", "B3", "CEAFe")) / 3
