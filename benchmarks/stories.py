"""How well events of several articles are put together, on the running stories of the corpus.

    python benchmarks/stories.py [--part choose]

Of each story one graph is built from all of its articles. A pair is an event of the key that two articles tell: it is
put together where both tellings were found and stand in one node. Of the pairs of tellings of different articles that
stand in one node, those are right that are one event in the key. A plan and its deed are one event in the key and two
nodes by design; so the pairs of one status (both articles say that it happened, or is planned, …) are counted too.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import graphbuilder as gb

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from keying.files import Places, names
from keying.schema import Key, read_key
from keying.splits import SPLITS, part_of, stories

#: An event as an article tells it: the article, and the name of the event in the story or in the article alone.
Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of tellings of different articles: those that are one event, of these found and put together; all put
    together; of the found ones those of one status, and of these put together.
    """

    one: int = 0
    found: int = 0
    together: int = 0
    put: int = 0
    of_status: int = 0
    of_status_together: int = 0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(*(left + right for left, right in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        recall, precision = (100 * self.together / max(1, of) for of in (self.found, self.put))
        of_status = 100 * self.of_status_together / max(1, self.of_status)
        return (
            f"{self.one} pairs are one event, {self.found} of them told: {recall:.0f} % of these put together, "
            f"{of_status:.0f} % of the {self.of_status} of one status; "
            f"of {self.put} pairs put together {precision:.0f} % right"
        )


def of_part(part: str) -> dict[str, list[tuple[str, str, Key]]]:
    """The articles of each running story of a part of the corpus, with their texts and keys."""
    of_story = stories()
    found: dict[str, list[tuple[str, str, Key]]] = defaultdict(list)
    for name in names([], "keys"):
        if name in of_story and part_of(name, of_story) == part:
            place = Places(name)
            found[of_story[name]].append((name, place.text(), read_key(place.key)))
    return dict(sorted(found.items()))


def pairs(articles: Sequence[tuple[str, str, Key]]) -> Pairs:
    """The pairs of one story."""
    graph = gb.build([gb.Document(id=name, text=text, published=_day(key)) for name, text, key in articles])
    keys = {name: key for name, _, key in articles}
    nodes: dict[Told, set[str]] = defaultdict(set)
    for event in graph.events():
        for one in event.provenance:
            for told in _told(keys[one.span.document], one.span.document, one.span.start, one.span.end):
                nodes[told].add(event.id)
    in_key = {
        (name, event.story): event.status
        for name, key in keys.items()
        for event in key.events
        if event.worth and event.story
    }
    same = [pair for pair in combinations(in_key, 2) if pair[0][1] == pair[1][1] and pair[0][0] != pair[1][0]]
    both = [(left, right) for left, right in same if left in nodes and right in nodes]
    of_status = [(left, right) for left, right in both if in_key[left] == in_key[right]]
    put = [pair for pair in combinations(nodes, 2) if pair[0][0] != pair[1][0] and nodes[pair[0]] & nodes[pair[1]]]
    return Pairs(
        one=len(same),
        found=len(both),
        together=sum(left[1] == right[1] for left, right in put),
        put=len(put),
        of_status=len(of_status),
        of_status_together=sum(bool(nodes[left] & nodes[right]) for left, right in of_status),
    )


def _told(key: Key, article: str, start: int, end: int) -> Iterator[Told]:
    """The event of the key that words tell."""
    for event in key.events:
        if event.worth and any(first < end and start < last for first, last in event.triggers):
            yield article, event.story or f"{article} {event.id}"
            return


def _day(key: Key) -> date | None:
    try:
        return date.fromisoformat(key.published)
    except ValueError:
        return None


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=SPLITS, default="choose", help="which stories of the corpus")
    options = parser.parse_args()
    total = Pairs()
    for story, articles in of_part(options.part).items():
        found = pairs(articles)
        total += found
        print(f"{story}: {found}")
    print(f"all: {total}")


if __name__ == "__main__":
    main()
