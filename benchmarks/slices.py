"""What a slice of a store costs, and how much of it is what the whole store says.

    python benchmarks/slices.py news.store [--things 20]      against the graph of the whole store
    python benchmarks/slices.py --articles 20000              on a store that is made up, without its whole graph

Things are asked about by the words by which they are called most often: of people, places and organisations those with
the most events, and others from a fixed seed; each with all periods, and with the quarter in which it has most lines. A
line is equal if it has the same date, words and status; a share is of the lines of the whole that the slice has, and of
those of the slice that the whole has. Seconds are of the processor, from the call to the page, with all loaded before.

The articles that are made up (`resolve.py`) have some seven sentences with two names each, few names often and most
once or twice; they came out on days spread over the years. What was read in them is made up too.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from resolve import collection

import graphbuilder as gb
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.store import adding

SEED = 2022
TYPES = ("person", "place", "organization")
#: Lines of the page.
TOP = 100
_FIRST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question."""

    about: str
    start: str | None = None
    end: str | None = None

    @property
    def options(self) -> dict[str, Any]:
        """It as arguments of `build` and `timeline`."""
        return {"about": self.about, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a slice costs: articles put together, seconds to the graph and to the page, bytes of the page."""

    articles: int
    graph: float
    page: float
    size: int


# --- questions ----------------------------------------------------------------------------------------------------


def things(graph: gb.EventGraph, number: int) -> Iterator[str]:
    """The names of so many things: of each type the one with most events, then others of at least three."""
    with collection_paused():
        entities = {one.id: one for one in graph.entities() if one.type in TYPES}
    counts = Counter(one for one, _, key in graph.edges(keys=True) if one in entities and key == "involved_in")
    ranked = sorted((one for one in counts if counts[one] >= 3), key=lambda one: (-counts[one], one))
    first = [next(one for one in ranked if entities[one].type == kind) for kind in TYPES]
    rest = [one for one in ranked if one not in first]
    Random(SEED).shuffle(rest)
    by_type = {kind: [one for one in rest if entities[one].type == kind] for kind in TYPES}
    mixed = [one for some in zip(*by_type.values(), strict=False) for one in some]
    return (_called(entities[one]) for one in [*first, *mixed][:number])


def _called(entity: gb.Entity) -> str:
    """The name by which an entity is called most often."""
    words = Counter(
        one.quote[one.span.start - one.context.start : one.span.end - one.context.start] for one in entity.provenance
    )
    words = Counter({name: words[name] for name in (entity.name, *entity.aliases)})
    return min(words, key=lambda one: (-words[one], one))


def quarter(lines: Sequence[gb.TimelineEntry]) -> tuple[str, str]:
    """The first and last month of the quarter that most lines are of."""
    days = Counter(
        (mark.start.year, (mark.start.month - 1) // 3)
        for line in lines
        if line.interval is not None and (mark := line.interval.mark).start is not None and mark.start.month is not None
    )
    year, number = min(days, key=lambda one: (-days[one], one), default=(2000, 0))
    return f"{year:04}-{number * 3 + 1:02}", f"{year:04}-{number * 3 + 3:02}"


# --- measuring ----------------------------------------------------------------------------------------------------


def cost(path: Path, asked: Asked) -> tuple[Cost, gb.EventGraph]:
    """What the slice of the page costs, and the graph that it is of."""
    told: list[gb.Problem] = []
    start = time.process_time()
    graph = gb.build(path, **asked.options, on_problem=told.append)
    built = time.process_time()
    page = graph.slice(top=TOP).to_html()
    end = time.process_time()
    articles = next(int(one.reason.split()[0].replace(",", "")) for one in told if "bear on" in one.reason)
    return Cost(articles, built - start, end - start, len(page.encode())), graph


def shares(whole: Sequence[gb.TimelineEntry], ours: Sequence[gb.TimelineEntry]) -> tuple[int, int, int]:
    """Lines of the whole, of the slice, and of both."""
    theirs, found = (Counter((one.when, one.label, one.happened) for one in lines) for lines in (whole, ours))
    return len(whole), len(ours), (theirs & found).total()


def compare(path: Path, number: int) -> None:
    """Print what each slice of a store costs, and how much of it is what the whole says."""
    start = time.process_time()
    whole = gb.build(path)
    print(f"the whole: {whole!r}, {time.process_time() - start:.1f} s")
    rows = []
    for name in list(things(whole, number)):
        for period in (None, quarter(whole.timeline(name, chosen=True))):
            asked = Asked(name, *(period or ()))
            lines = whole.timeline(**asked.options, chosen=True)
            paid, graph = cost(path, asked)
            rows.append((paid, shares(lines, graph.timeline(chosen=True))))
            _print(asked, paid, "of {} lines {} {}".format(*rows[-1][1]))
    for title, some in (("without period", rows[::2]), ("with period", rows[1::2])):
        of_whole, of_slice, both = (sum(one[1][part] for one in some) for part in range(3))
        print(f"{title}: {both / of_whole:.1%} of the lines of the whole, {both / of_slice:.1%} of those of the slices")
        _summary([paid for paid, _ in some])


def _print(asked: Asked, paid: Cost, more: str) -> None:
    when = "" if asked.start is None else f"{asked.start} to {asked.end}"
    figures = f"{paid.articles:6} articles {paid.graph:6.2f} s, page {paid.page:6.2f} s {paid.size / 1e6:5.2f} MB"
    print(f"{asked.about[:32]:32} {when:19} {figures}  {more}", flush=True)


def _summary(paid: Sequence[Cost]) -> None:
    within = sum(one.page <= 2 for one in paid), sum(one.size <= 1_000_000 for one in paid)
    print(f"  pages in 2 s: {within[0]} of {len(paid)}; of at most 1 MB: {within[1]}")


# --- a store that is made up --------------------------------------------------------------------------------------


def made_up(path: Path, size: int) -> list[str]:
    """Make a store of so many articles; the names in it, those of most articles first."""
    random = Random(SEED)
    read, documents, names = {}, [], Counter[str]()
    for one in collection(size):
        day = _FIRST + timedelta(days=random.randrange(12_000))
        text = " ".join(sentence.text for sentence in one.sentences)
        read[one.document] = replace(one, published=day)
        documents.append(gb.Document(text=text, id=one.document, published=day, source=one.source, language="en"))
        names.update({mention.text for mention in one.mentions})

    def extracted(given: Any, made: Any, **_: Any) -> Iterator[adding.Kept]:
        return (made(read[one.id], one) for one in given)

    adding.extracted = extracted  # type: ignore[attr-defined, assignment]
    with gb.Store(path) as store:
        store.add(documents)
    return sorted(names, key=lambda name: (-names[name], name))


def grow(path: Path, size: int) -> None:
    """Print what slices of a store of so many articles cost, for names of all frequencies."""
    names = made_up(path, size)
    print(f"{size} articles, {path.stat().st_size / 1e6:.0f} MB")
    paid = []
    for rank in (100, 300, 1000, 3000, 10_000, 30_000):
        for period in ((), ("2008", "2009")):
            if rank < len(names):
                asked = Asked(names[rank], *period)
                paid.append(cost(path, asked)[0])
                _print(asked, paid[-1], f"name {rank} by frequency")
    _summary(paid)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path, nargs="?")
    parser.add_argument("--things", type=int, default=20)
    parser.add_argument("--articles", type=int, default=20_000)
    arguments = parser.parse_args()
    if arguments.store is not None:
        compare(arguments.store, arguments.things)
        return
    with tempfile.TemporaryDirectory() as folder:
        grow(Path(folder) / "news.store", arguments.articles)


if __name__ == "__main__":
    main()
