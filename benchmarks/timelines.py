"""Timelines of one person, company or product from raw articles, beside a simple program.

    python benchmarks/timelines.py --gold FOLDER [--errors] [--write DAY] [--system FILE] [--model NAME]

The gold folder (also from the variable GRAPHBUILDER_GOLD) holds timelines_apple.jsonl and timelines_apple_docs.jsonl:
the trial topic of SemEval-2015 task 4, "TimeLine: Cross-Document Event Ordering" (Minard et al., 2015); it is not part
of this repository. The measure is the task's own, temporal awareness: a timeline is turned into links (an event at its
date, events at one time, events before others); precision is the share of the system's links, without those that follow
from others, that the gold timeline implies, recall the reverse. An event is matched by its words; gold events that
nobody can date (rank 0) count neither way. The simple program takes each verb of a sentence that has the target's name
in it, and the first date of that sentence as dateparser reads it, else the day of publication.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import dateparser
from times import gold_folder, rows

import graphbuilder as gb
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.pipeline.load import load

RESULTS = Path(__file__).parent / "results"
#: Least figures that the tests hold: a point below what was measured, for room to change.
FLOORS = {"awareness": 31.0, "dates right": 76.0}
#: Best figure of a system that read raw text, on the task's test topics (Minard et al., 2015, track A).
PUBLISHED = 7.85

#: Document, first character, end.
Words = tuple[str, int, int]
Link = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """An event of a timeline: its place in the order (gold only; 0 is none), its date, and the words that tell it."""

    rank: int
    when: str
    words: tuple[Words, ...]

    def tells(self, other: Told) -> bool:
        return any(a == b and s < f and t < e for a, s, e in self.words for b, t, f in other.words)


@dataclass
class Counts:
    """What is added up over all targets."""

    right: int = 0
    claimed: int = 0
    recalled: int = 0
    expected: int = 0
    found: int = 0
    events: int = 0
    wanted: int = 0
    dated: int = 0
    errors: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, float]:
        precision, recall = _percent(self.right, self.claimed), _percent(self.recalled, self.expected)
        return {
            "awareness": _f1(precision, recall),
            "precision": precision,
            "recall": recall,
            "events found": _percent(self.found, self.wanted),
            "of events told": _percent(self.found, self.events),
            "dates right": _percent(self.dated, self.found),
        }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


# --- gold ---------------------------------------------------------------------------------------------------------


def documents(gold: Path) -> list[gb.Document]:
    return [
        gb.Document(text=row["text"], id=row["id"], published=date.fromisoformat(row["dct"]))
        for row in rows(gold / "timelines_apple_docs.jsonl")
    ]


def timelines(gold: Path) -> dict[str, list[Told]]:
    """Target → its events; words that cannot be found again in the texts are left out."""
    texts = {row["id"].partition("_")[0]: row for row in rows(gold / "timelines_apple_docs.jsonl")}
    found = {}
    for row in rows(gold / "timelines_apple.jsonl"):
        told = [
            (event, tuple(filter(None, (_place(texts, one) for one in event["mentions"])))) for event in row["events"]
        ]
        found[row["entity"]] = [
            Told(int(event["rank"]), _known(event["time"]), words) for event, words in told if words
        ]
    return found


def _known(value: str) -> str:
    """The part of a date that is known: "2008-03" of "2008-03-XX", nothing of "XXXX-XX-XX"."""
    return re.sub(r"-?X+(-XX)*$", "", value)


def _place(texts: dict[str, Any], mention: dict[str, str]) -> Words | None:
    """Where the words stand; the gold counts sentences from 0 or from 1."""
    row = texts.get(mention["doc"])
    if row is None:
        return None
    for number in (int(mention["sent"]), int(mention["sent"]) - 1):
        if number in row["sent_ids"]:
            start, end = row["sentences"][row["sent_ids"].index(number)]
            words = re.escape(mention["text"].replace("_", " "))
            match = re.search(rf"\b{words}\b", row["text"][start:end], re.IGNORECASE)
            if match:
                return row["id"], start + match.start(), start + match.end()
    return None


# --- systems ------------------------------------------------------------------------------------------------------


def ours(graph: gb.EventGraph, target: str) -> list[Told]:
    """The timeline about a target; none where no such name was read."""
    try:
        entries = graph.timeline(about=target, retold=True)  # the gold lists every word that tells something
    except gb.UnknownName:
        return []
    spans = [[one.span for one in entry.mentions] for entry in entries]
    return [
        Told(0, _day(entry), tuple((one.document, one.start, one.end) for one in words))
        for entry, words in zip(entries, spans, strict=True)
    ]


def _day(entry: TimelineEntry) -> str:
    """The date of an entry without marks of doubt; of what is only known to have happened by some day, that day."""
    return "" if entry.interval is None else re.sub("[?~%]", "", entry.interval.mark.edtf)


def simple(texts: Sequence[gb.Document], target: str, model: str) -> list[Told]:
    """Verbs beside the name, dated by dateparser."""
    found = []
    for document, doc in zip(texts, load(model).pipe(one.text for one in texts), strict=True):
        assert document.published is not None
        for sentence in doc.sents:
            if target.casefold() not in sentence.text.casefold():
                continue
            when = _first_date([one.text for one in sentence.ents if one.label_ == "DATE"], document.published)
            verbs = (token for token in sentence if token.pos_ == "VERB")
            found += [Told(0, when, ((document.id, one.idx, one.idx + len(one)),)) for one in verbs]
    return sorted(found, key=lambda one: one.when)


def _first_date(texts: list[str], published: date) -> str:
    settings: Any = {"RELATIVE_BASE": datetime(published.year, published.month, published.day)}
    read = (dateparser.parse(text, languages=["en"], settings=settings) for text in texts)
    moment = next((one for one in read if one is not None), None)
    return (moment or published).isoformat()[:10]


# --- temporal awareness -------------------------------------------------------------------------------------------


def add(counts: Counts, target: str, gold: Sequence[Told], system: Sequence[Told]) -> None:
    """Score one target."""
    ranked = [(f"g{at}", one) for at, one in enumerate(gold) if one.rank]
    free = dict(ranked)
    named: list[tuple[str, str]] = []
    for at, told in enumerate(system):
        match = next((name for name, one in free.items() if told.tells(one)), None)
        if match is None and any(told.tells(one) for one in gold if not one.rank):
            continue
        counts.events += 1
        if match is not None:
            one = free.pop(match)
            counts.found += 1
            counts.dated += told.when == one.when
            counts.errors += (
                [] if told.when == one.when else [f"DATE\t{target}\t{one.when}, not {told.when}\t{one.words}"]
            )
        else:
            counts.errors.append(f"EXTRA\t{target}\t{told.when}\t{told.words}")
        if told.when:
            named.append((match or f"s{at}", told.when))
    counts.wanted += len(ranked)
    counts.errors += [f"MISSED\t{target}\t{one.when}\t{one.words}" for one in free.values()]
    gold_links, gold_all = links(_by_rank(ranked))
    links_, all_ = links(_by_date(named))
    counts.right += len(links_ & gold_all)
    counts.claimed += len(links_)
    counts.recalled += len(gold_links & all_)
    counts.expected += len(gold_links)


def _by_rank(ranked: Sequence[tuple[str, Told]]) -> list[list[tuple[str, str]]]:
    ranks = sorted({one.rank for _, one in ranked})
    return [[(name, one.when) for name, one in ranked if one.rank == rank] for rank in ranks]


def _by_date(named: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    groups: list[list[tuple[str, str]]] = []
    for name, when in named:
        if groups and groups[-1][-1][1] == when:
            groups[-1].append((name, when))
        else:
            groups.append([(name, when)])
    return groups


def links(groups: Sequence[Sequence[tuple[str, str]]]) -> tuple[set[Link], set[Link]]:
    """The links of a timeline, given as events at one time in order: those that tell it, and all that follow."""
    dates = {(name, "at", when) for name, when in chain.from_iterable(groups) if when}
    names = [[name for name, _ in group] for group in groups if group]
    told = {(a, "with", b) for group in names for a, b in pairwise(group)}
    told |= {(before[-1], "before", after[0]) for before, after in pairwise(names)}
    implied = {(a, "with", b) for group in names for a in group for b in group if a != b}
    implied |= {
        (a, "before", b) for at, group in enumerate(names) for a in chain.from_iterable(names[:at]) for b in group
    }
    return dates | told, dates | implied


# --- the table ----------------------------------------------------------------------------------------------------


def measure(gold: Path, model: str, beside: bool = False) -> tuple[dict[str, dict[str, float]], Counts]:
    """Scores by program, and what graphbuilder got wrong."""
    texts, targets = documents(gold), timelines(gold)
    graph = gb.build(texts, model=model)
    counts, result = Counts(), {}
    for target, told in targets.items():
        add(counts, target, told, ours(graph, target))
    result["graphbuilder"] = counts.scores()
    if beside:
        plain = Counts()
        for target, told in targets.items():
            add(plain, target, told, simple(texts, target, model))
        result["verbs beside the name"] = plain.scores()
    return result, counts


def table(result: dict[str, dict[str, float]]) -> str:
    """A Markdown table: one row a figure, one column a program."""
    lines = ["| figure | " + " | ".join(result) + " |", "|---" + "|---" * len(result) + "|"]
    for name in result["graphbuilder"]:
        values = " | ".join(str(found[name]) for found in result.values())
        lines += [f"| {name} | {values} |"]
    return "\n".join(lines) + "\n"


def _quoted(errors: Iterable[str], texts: Sequence[gb.Document]) -> Iterator[str]:
    """The errors with the words around each event."""
    known = {one.id: one.text for one in texts}
    for line in errors:
        document, start, end = re.findall(r"'([^']+)', (\d+), (\d+)", line)[0]
        text = known[document]
        around = f"{text[max(int(start) - 50, 0) : int(start)]}[{text[int(start) : int(end)]}]{text[int(end) :][:60]}"
        yield f"{line.rpartition(chr(9))[0]}\t{document[:20]}\t{' '.join(around.split())}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data (default: $GRAPHBUILDER_GOLD)")
    parser.add_argument("--errors", action="store_true", help="print what was missed, wrongly dated or not wanted")
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    parser.add_argument("--system", type=Path, metavar="FILE", help="write the timelines, for other scorers")
    parser.add_argument("--model", default="en_core_web_md", help="the spaCy pipeline")
    arguments = parser.parse_args()
    gold = gold_folder(arguments.gold)
    if gold is None:
        print("skipped: no gold data; name its folder with --gold or GRAPHBUILDER_GOLD")
        return 0
    if arguments.system:
        graph = gb.build(documents(gold), model=arguments.model)
        told = {target: ours(graph, target) for target in timelines(gold)}
        written = {
            target: [{"when": one.when or None, "mentions": one.words} for one in all_] for target, all_ in told.items()
        }
        arguments.system.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    result, counts = measure(gold, arguments.model, beside=True)
    print(table(result), f"best published on the task's test topics: {PUBLISHED}", sep="\n")
    if arguments.errors:
        print(*_quoted(counts.errors, documents(gold)), sep="\n")
    if arguments.write:
        name = RESULTS / f"timelines-{arguments.write}.json"
        name.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "timelines.md").write_text(f"As of {arguments.write}.\n\n{table(result)}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
