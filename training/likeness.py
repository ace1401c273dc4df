"""Learns when two tellings of different articles are one event: python -m training.likeness [--write]

From the running stories of the learning part, as graphbuilder reads them with the weights in the package, all as one
collection: every pair of event clusters that resolution would judge, of which the key knows whether they are one event.
So most pairs are of two stories, and the weights learn to keep these apart. A logistic regression with a penalty
(ridge) gives the weights of `graphbuilder.resolve.match.events.likeness`; each story is judged by weights that never
saw it, which gives the figures that are printed. With --write they go into the lexicon.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import numpy as np
from keying.schema import Key
from keying.splits import SPLITS, stories

import graphbuilder
from graphbuilder.extract import read
from graphbuilder.records import Extraction
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.entities import resolve_entities
from graphbuilder.resolve.events import Indexes
from graphbuilder.resolve.index.printed_again import RepeatedSentences, near_duplicate_groups
from graphbuilder.resolve.index.sentences import Sentences
from graphbuilder.resolve.match.events.likely import comparable_pairs
from graphbuilder.resolve.match.events.likeness import facts
from training.logistic import judged_unseen, learned
from training.measure import articles_of, parsed

LEXICON = Path(graphbuilder.__file__).parent / "lexicons" / "events" / "likeness.yaml"
ALWAYS = "always"
#: How much a weight of one costs, in pairs.
_RIDGE = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clusters of a story: what is known of them, and whether the key has them as one event."""

    story: str
    facts: tuple[float, ...]
    same: bool


def pairs(part: str) -> tuple[list[str], list[Pair]]:
    """The names of the facts, and all pairs of the running stories of a part of the corpus."""
    of_story = stories()
    articles = [article for article in articles_of(part) if article[0] in of_story]
    told = [(read(one), key) for (_, _, key), one, _ in parsed(articles)]
    judged = list(_judged(told))
    return judged[0][0], [pair for _, some in judged for pair in some]


def _judged(told: Sequence[tuple[Extraction, Key]]) -> Iterator[tuple[list[str], list[Pair]]]:
    """The names of the facts, and some pairs of clusters that resolution judges and that both are events of the key."""
    extractions = sorted((extraction for extraction, _ in told), key=attrgetter("document"))
    sentences = Sentences(extractions)
    repeated = RepeatedSentences(extractions, near_duplicate_groups(extractions))
    entities = resolve_entities(extractions, sentences.quote, []).entities
    indexes = Indexes.of(extractions, sentences, repeated, entities)
    keys, of_story = {extraction.document: key for extraction, key in told}, stories()
    clusters = [cluster for extraction in extractions for cluster in indexes.builder.clusters(extraction)]
    events = {
        cluster.id: f"{of_story[cluster.document]} {event}"
        for cluster in clusters
        if (event := _event_of(cluster, keys[cluster.document])) is not None
    }
    for pairs in comparable_pairs(clusters, indexes.evidence):
        both = pairs.where(np.array([left.id in events and right.id in events for left, right in pairs], bool))
        known = facts(both, indexes.articles)
        rows = zip(both, np.array([*known.values()]).T.tolist(), strict=True)
        yield (
            list(known),
            [
                Pair(of_story[one.document], tuple(row), events[one.id] == events[other.id])
                for (one, other), row in rows
            ],
        )


def _event_of(cluster: EventCluster, key: Key) -> str | None:
    """The event of the key that most mentions of a cluster tell, by its name in the story."""
    found = Counter(
        event.story or f"{cluster.document} {event.id}"
        for mention in cluster.mentions
        for event in key.events
        if any(start < mention.span.end and mention.span.start < end for start, end in event.triggers)
    )
    return found.most_common(1)[0][0] if found else None


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="keep the weights in the lexicon")
    options = parser.parse_args()
    names, given = pairs(SPLITS[0])
    known, same = np.array([pair.facts for pair in given]), np.array([pair.same for pair in given])
    chance = judged_unseen(known, same.astype(float), _RIDGE, [pair.story for pair in given])
    print(f"{len(given)} pairs, {same.sum()} of one event")
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        put = chance >= cut
        found, right = 100 * (put & same).sum() / same.sum(), 100 * same[put].mean()
        print(f"from {cut}: {found:.0f} % put together, {right:.0f} % of these right")
    weights = dict(zip([*names, ALWAYS], learned(known, same.astype(float), _RIDGE).round(2).tolist(), strict=True))
    print(weights)
    if options.write:
        head = [line for line in LEXICON.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        lines = [f"  {name}: {weight}" for name, weight in weights.items()]
        LEXICON.write_text("\n".join([*head, "weights:", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
