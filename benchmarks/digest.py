"""A pile of articles told in few lines: are these of the days that a journalist chose?

    python benchmarks/digest.py --gold FOLDER [--show]

The gold folder (also from the variable GRAPHBUILDER_GOLD) holds t17_dev: four topics of T17 (Binh Tran et al., 2013),
each with its articles, and timelines that journalists wrote of it; it is not part of this repository. For each of these
the graph is asked for the lines of its period, as many as it has days (`graph.timeline(chosen=True, top=…)`). Beside it
stands what needs no reading: the days of which most articles came out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from times import gold_folder, rows

import graphbuilder as gb
from graphbuilder.graph.entries import Timeline, TimelineEntry


@dataclass(frozen=True)
class Figures:
    """Of one timeline: the share of our lines that are of its days, and of its days that have a line of ours; and the
    share of its days among those of which most articles came out.
    """

    lines: float
    days: float
    counted: float

    def __str__(self) -> str:
        """All three, in hundredths."""
        return "  ".join(f"{100 * one:5.1f}" for one in (self.lines, self.days, self.counted))


def topics(gold: Path) -> Iterator[tuple[str, list[gb.Document], list[set[str]]]]:
    """Name, articles, and the days of each timeline."""
    for path in sorted(gold.glob("*.timelines.json")):
        name = path.name.partition(".")[0]
        articles = [
            gb.Document(text=row["text"], id=row["id"], published=date.fromisoformat(row["published"]))
            for row in rows(gold / f"{name}.jsonl")
        ]
        yield name, articles, [set(days) for days in json.loads(path.read_text(encoding="utf-8")).values()]


def measured(lines: Timeline, articles: Collection[gb.Document], wanted: set[str]) -> Figures:
    """The figures of one timeline with these days."""
    told = [day_of(line) for line in lines]
    published = Counter(one.published.isoformat() for one in articles if one.published is not None)
    within = {day: count for day, count in published.items() if min(wanted) <= day <= max(wanted)}
    most = sorted(within, key=lambda day: (-within[day], day))[: len(wanted)]
    right = sum(day in wanted for day in told)
    return Figures(
        right / max(1, len(told)), len(wanted.intersection(told)) / len(wanted), len(wanted & {*most}) / len(wanted)
    )


def day_of(line: TimelineEntry) -> str:
    """The day of a line, by the last day where only that is known; empty where it is vaguer."""
    time = None if line.interval is None else line.interval.mark
    if time is None or time.start is None or time.end is None or time.start.parts[:3] != time.end.parts[:3]:
        return ""
    return time.start.iso_day


def main() -> None:
    """Measure all topics, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data; by default that of GRAPHBUILDER_GOLD")
    parser.add_argument("--show", action="store_true", help="print the lines too")
    args = parser.parse_args()
    gold = gold_folder(args.gold)
    if gold is None or not (gold / "t17_dev").is_dir():
        sys.exit("no folder t17_dev: name its folder by --gold FOLDER or GRAPHBUILDER_GOLD")
    found: list[Figures] = []
    print("topic    days  lines of its days  days with a line  days of most articles")
    for name, articles, timelines in topics(gold / "t17_dev"):
        graph = gb.build(articles)
        for wanted in timelines:
            lines = graph.timeline(chosen=True, start=min(wanted), end=max(wanted), top=len(wanted))
            found.append(measured(lines, articles, wanted))
            print(f"{name:8} {len(wanted):4}  {found[-1]}", flush=True)
            if args.show:
                print(*(f"  {day_of(line):10} {line.when} {line.label}" for line in lines), sep="\n")
    mean = Figures(*(sum(getattr(one, name) for one in found) / len(found) for name in ("lines", "days", "counted")))
    print(f"mean           {mean}")


if __name__ == "__main__":
    main()
