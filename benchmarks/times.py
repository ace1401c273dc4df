"""Accuracy and speed of `graphbuilder.times` on public gold data, beside other programs.

    python benchmarks/times.py --gold FOLDER [--errors CORPUS] [--recognizers] [--write DAY] [--beside NAME=FOLDER]
                               [--model NAME] [--system FOLDER]

The gold folder (also from the variable GRAPHBUILDER_GOLD) holds meantime_apple.jsonl, wikiwars_dev.jsonl,
gum_dates_dev.jsonl and recognizers_datetime_dev.jsonl; the corpora are not part of this repository. Scores are those of
TempEval-3, task A (UzZaman et al., 2013: strict and relaxed spans, type and value over the relaxed matches), and for
GUM the share of gold dates whose interval of days is met exactly. `--beside` scores another program by the same code;
its folder holds files named like the gold, with lines {"doc": id, "timexes": [[start, end, type, value], …]};
`--system` writes such files with what this program finds (and its first and last day), for other scorers. `--model`
measures the time of this stage as a share of that of the bare spaCy pipeline.
"""

from __future__ import annotations

import argparse
import calendar
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from graphbuilder.intervals import Interval
from graphbuilder.records import Document, TimeExpression
from graphbuilder.times import TimeOptions, find_times, time_expressions

RESULTS = Path(__file__).parent / "results"
#: Least figures that the tests hold: half a point below what was measured, for room to change.
FLOORS = {
    "meantime": {"strict": 93.6, "relaxed": 96.3, "type": 92.7, "value": 87.2},
    "wikiwars": {"strict": 88.0, "relaxed": 93.8, "type": 93.2, "value": 87.0},
    "gum news": {"found": 98.2, "exact": 91.1},
    "gum bio": {"found": 97.1, "exact": 92.7},
}


@dataclass(frozen=True)
class Mark:
    """One TIMEX3, of gold or system."""

    start: int
    end: int
    type: str
    value: str
    text: str = ""
    days: tuple[str, str] | None = None


def gold_folder(named: str | None) -> Path | None:
    """The folder that was named, or that of the environment; None where there is none."""
    name = named or os.environ.get("GRAPHBUILDER_GOLD")
    return Path(name) if name and Path(name).is_dir() else None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def flat(expressions: Sequence[TimeExpression]) -> list[Mark]:
    """One mark for each TIMEX3: a range counts as its parts."""
    marks = []
    for whole in expressions:
        marks += [
            Mark(one.span.start, one.span.end, one.type, one.value, one.text, days_of(one.interval))
            for one in whole.parts or (whole,)
        ]
    return marks


def days_of(interval: Interval | None) -> tuple[str, str] | None:
    """First and last day of a closed interval; one that is only approximate claims no days (its value stands then)."""
    if interval is None or interval.approximate or interval.earliest is None or interval.latest is None:
        return None
    return interval.earliest.iso_day, interval.latest.iso_day


def published(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["dct"]) if row.get("dct") else None


# --- TempEval-3 -----------------------------------------------------------------------------------------------------


def pairs(text: str, gold: Sequence[Mark], system: Sequence[Mark]) -> list[tuple[int, int]]:
    """Gold and system marks that share a token, each used once, left to right."""
    found: list[tuple[int, int]] = []
    for token in re.finditer(r"\w+|[^\w\s]", text):
        sides = [
            next((i for i, mark in enumerate(marks) if mark.start < token.end() and token.start() < mark.end), None)
            for marks in (gold, system)
        ]
        left, right = sides
        if left is None or right is None or any(left == a or right == b for a, b in found):
            continue
        found.append((left, right))
    return found


def score_timex(
    documents: Sequence[tuple[str, list[Mark], list[Mark]]], errors: list[str] | None = None
) -> dict[str, float]:
    """Strict, relaxed, type and value F1 over documents (text, gold, system)."""
    gold_count = system_count = relaxed = strict = types = values = 0
    for text, gold, system in documents:
        matched = pairs(text, gold, system)
        gold_count, system_count, relaxed = gold_count + len(gold), system_count + len(system), relaxed + len(matched)
        for a, b in matched:
            strict += text[gold[a].start : gold[a].end] == text[system[b].start : system[b].end]
            types += gold[a].type == system[b].type
            values += gold[a].value == system[b].value
        if errors is not None:
            errors += list(_errors(text, gold, system, matched))
    total = gold_count + system_count
    return {
        name: round(200 * count / total, 1) if total else 0.0
        for name, count in (("strict", strict), ("relaxed", relaxed), ("type", types), ("value", values))
    }


def _errors(text: str, gold: list[Mark], system: list[Mark], matched: list[tuple[int, int]]) -> Iterator[str]:
    for a, b in matched:
        left, right = gold[a], system[b]
        if left.value != right.value or left.type != right.type:
            kind = "VALUE" if left.value != right.value else "TYPE"
            sides = (f"{one.text!r} {one.type} {one.value}" for one in (left, right))
            yield "\t".join([kind, *sides, _around(text, left)])
    for a in set(range(len(gold))) - {a for a, _ in matched}:
        yield f"MISS\t{gold[a].text!r} {gold[a].type} {gold[a].value}\t\t{_around(text, gold[a])}"
    for b in set(range(len(system))) - {b for _, b in matched}:
        yield f"SPURIOUS\t\t{system[b].text!r} {system[b].type} {system[b].value}\t{_around(text, system[b])}"


def _around(text: str, mark: Mark) -> str:
    return text[max(0, mark.start - 60) : mark.end + 40].replace("\n", " ⏎ ")


def marks_of(
    row: dict[str, Any], other: dict[str, list[Mark]] | None, options: TimeOptions | None = None
) -> list[Mark]:
    """Ours, or those of another program."""
    if other is not None:
        return other.get(row.get("id") or row["doc"], [])
    return flat(find_times(row["text"], published(row), options=options or TimeOptions()))


def beside(folder: Path | None, name: str) -> dict[str, list[Mark]] | None:
    """The marks of another program, by document."""
    if folder is None:
        return None
    return {row["doc"]: [Mark(*one) for one in row["timexes"]] for row in rows(folder / name)}


def timex_documents(
    path: Path, options: TimeOptions, other: Path | None = None
) -> list[tuple[str, list[Mark], list[Mark]]]:
    documents, theirs = [], beside(other, path.name)
    for row in rows(path):
        text, end = row["text"], row.get("gold_end") or len(row["text"])
        gold = [
            Mark(one["b"], one["e"], one["type"], one["value"] or "", text[one["b"] : one["e"]])
            for one in row["timexes"]
            if one["b"] < one["e"] <= end and one.get("tid") != "t0"
        ]
        system = [mark for mark in marks_of(row, theirs, options) if mark.end <= end]
        documents.append((text[:end], sorted(gold, key=lambda mark: (mark.start, mark.end)), system))
    return documents


# --- GUM ------------------------------------------------------------------------------------------------------------


def score_days(path: Path, genre: str, errors: list[str] | None = None, other: Path | None = None) -> dict[str, float]:
    """Found and exactly met intervals of days."""
    total = found = exact = 0
    theirs = beside(other, path.name)
    for row in rows(path):
        if row["genre"] != genre:
            continue
        system = marks_of(row, theirs)
        for start, end, attributes, words in row["dates"]:
            gold = _gold_days(attributes)
            if gold is None:
                continue
            total += 1
            over = [mark for mark in system if mark.start < end and start < mark.end]
            found += bool(over)
            spans = [mark.days or timex_days(mark.value) for mark in over]
            known = [span for span in spans if span]
            hull = known and (min(a for a, _ in known), max(b for _, b in known))
            right = gold in known or hull == gold
            exact += right
            if errors is not None and not right:
                mark = Mark(start, end, "", "", words)
                kind, read = "VALUE" if over else "MISS", [(one.text, one.value, one.days) for one in over]
                errors.append(f"{kind}\t{words!r} {gold}\t{read}\t{_around(row['text'], mark)}")
    return {"found": round(100 * found / total, 1), "exact": round(100 * exact / total, 1)}


def _gold_days(attributes: dict[str, str]) -> tuple[str, str] | None:
    if "when" in attributes:
        return timex_days(attributes["when"])
    if "from" in attributes and "to" in attributes:
        first, last = timex_days(attributes["from"]), timex_days(attributes["to"])
        return (first[0], last[1]) if first and last else None
    return None


def timex_days(value: str) -> tuple[str, str] | None:
    """The days that a TIMEX3 or ISO value covers."""
    value = value.split("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        year, month = map(int, value.split("-"))
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}"
    if re.fullmatch(r"\d{2,4}", value):
        return f"{value:0<4}-01-01", f"{value:9<4}-12-31"
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA)", value)
    if season:
        first, last = {"SP": ("03-01", "05-31"), "SU": ("06-01", "08-31"), "FA": ("09-01", "11-30")}[season[2]]
        return f"{season[1]}-{first}", f"{season[1]}-{last}"
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return (monday + timedelta(5 if week[3] else 0)).isoformat(), (monday + timedelta(6)).isoformat()
    return None


# --- Recognizers ----------------------------------------------------------------------------------------------------


def score_recognizers(path: Path) -> dict[str, Any]:
    """Share of cases whose spans agree, and of those with a TIMEX whose value agrees too, by suite."""
    by_suite: dict[str, list[int]] = {}
    for row in rows(path):
        suite = by_suite.setdefault(row["suite"], [0, 0, 0, 0])
        reference = datetime.fromisoformat(row["ref"]) if row["ref"] else datetime(2016, 11, 7)
        found = find_times(row["input"], reference)
        spans = {(one.span.start, one.span.end) for one in found}
        expected = [one for one in row["expected"] if one.get("b") is not None]
        suite[0] += 1
        suite[1] += len(found) == len(expected) and all(
            any(start < one["e"] and one["b"] < end for start, end in spans) for one in expected
        )
        timexes = [one["timex"] or _first_timex(one) for one in expected]
        if all(timexes) and timexes:
            suite[2] += 1
            suite[3] += sorted(one.value for one in found) == sorted(map(str, timexes))
    return {
        name: dict(zip(("cases", "spans", "with timex", "timex"), counts, strict=True))
        for name, counts in sorted(by_suite.items())
    }


def _first_timex(expected: dict[str, Any]) -> str | None:
    values = expected.get("values") or []
    return values[0].get("timex") if values else None


# --- all ------------------------------------------------------------------------------------------------------------


def measure(gold: Path, errors: str | None = None) -> dict[str, Any]:
    """All figures; `errors` names a corpus whose errors are printed."""
    result: dict[str, Any] = {}
    listed: list[str] = []
    for name, file in (("meantime", "meantime_apple.jsonl"), ("wikiwars", "wikiwars_dev.jsonl")):
        log = listed if errors == name else None
        result[name] = score_timex(timex_documents(gold / file, TimeOptions()), log)
    for genre in sorted({row["genre"] for row in rows(gold / "gum_dates_dev.jsonl")}):
        log = listed if errors == f"gum {genre}" else None
        result[f"gum {genre}"] = score_days(gold / "gum_dates_dev.jsonl", genre, log)
    result["speed"] = {"characters per second": speed(gold)}
    print(*listed, sep="\n")
    return result


def measure_beside(gold: Path, other: Path) -> dict[str, Any]:
    """The same figures of another program, for the corpora that its folder has."""
    result: dict[str, Any] = {}
    for name, file in (("meantime", "meantime_apple.jsonl"), ("wikiwars", "wikiwars_dev.jsonl")):
        if (other / file).is_file():
            result[name] = score_timex(timex_documents(gold / file, TimeOptions(), other))
    for genre in ("news", "bio"):
        if (other / "gum_dates_dev.jsonl").is_file():
            result[f"gum {genre}"] = score_days(gold / "gum_dates_dev.jsonl", genre, None, other)
    return result


def write_system(gold: Path, folder: Path) -> None:
    """What is found in each corpus, in the form that `--beside` reads, with the first and last day where known."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("meantime_apple.jsonl", "wikiwars_dev.jsonl", "gum_dates_dev.jsonl"):
        with (folder / name).open("w", encoding="utf-8") as file:
            for row in rows(gold / name):
                timexes = [[one.start, one.end, one.type, one.value, *(one.days or ())] for one in marks_of(row, None)]
                file.write(json.dumps({"doc": row.get("id") or row["doc"], "timexes": timexes}) + "\n")


def table(columns: dict[str, dict[str, Any]]) -> str:
    """A Markdown table: one row a figure, one column a program."""
    figures = [(corpus, name) for corpus, found in columns["graphbuilder"].items() for name in found]
    lines = ["| corpus | figure | " + " | ".join(columns) + " |", "|---|---" + "|---" * len(columns) + "|"]
    for corpus, name in figures:
        values = [str(found.get(corpus, {}).get(name, "–")) for found in columns.values()]
        lines.append(f"| {corpus} | {name} | " + " | ".join(values) + " |")
    return "\n".join(lines) + "\n"


def speed(gold: Path) -> int:
    """Characters per second on the news texts, second run, one process."""
    texts = [(row["text"], published(row)) for row in rows(gold / "meantime_apple.jsonl")]
    for _ in range(2):
        start = time.process_time()
        for text, day in texts:
            find_times(text, day)
        taken = time.process_time() - start
    return round(sum(len(text) for text, _ in texts) / taken / 1000) * 1000


def share_of(model: str, gold: Path) -> float:
    """Percent of the bare pipeline's time that this stage takes on the news texts; the fastest of some rounds each."""
    from graphbuilder.pipeline.load import load_plain  # spaCy takes a second to load, and only this needs it
    from graphbuilder.pipeline.parse import parse

    documents = [
        Document(text=row["text"], id=str(at), published=published(row))
        for at, row in enumerate(rows(gold / "meantime_apple.jsonl"))
    ]
    texts, nlp, parsed = [one.text for one in documents], load_plain(model), list(parse(documents, model))
    pairs = list(zip(documents, parsed, strict=True))
    bare = min(_seconds(lambda: list(nlp.pipe(texts, batch_size=32))) for _ in range(4))
    stage = min(
        _seconds(lambda: [time_expressions(document, one.sentences, one.doc) for document, one in pairs])
        for _ in range(8)
    )
    return round(100 * stage / bare, 2)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data (default: $GRAPHBUILDER_GOLD)")
    parser.add_argument("--errors", help="print the errors on this corpus: meantime, wikiwars, 'gum news' …")
    parser.add_argument("--recognizers", action="store_true", help="also compare with the Recognizers cases")
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    parser.add_argument(
        "--beside", action="append", default=[], metavar="NAME=FOLDER", help="score another program too"
    )
    parser.add_argument("--model", help="also measure the share of this spaCy pipeline's time")
    parser.add_argument("--system", type=Path, metavar="FOLDER", help="write what is found, for other scorers")
    arguments = parser.parse_args()
    gold = gold_folder(arguments.gold)
    if gold is None:
        print("skipped: no gold data; name its folder with --gold or GRAPHBUILDER_GOLD")
        return 0
    if arguments.system:
        write_system(gold, arguments.system)
    columns = {"graphbuilder": measure(gold, arguments.errors)}
    if arguments.model:
        columns["graphbuilder"]["speed"][f"% of {arguments.model}"] = share_of(arguments.model, gold)
    for name, _, folder in (one.partition("=") for one in arguments.beside):
        columns[name] = measure_beside(gold, Path(folder))
    result: dict[str, Any] = dict(columns)
    if arguments.recognizers:
        result["recognizers"] = score_recognizers(gold / "recognizers_datetime_dev.jsonl")
    print(json.dumps(result, indent=1))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"times-{arguments.write}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "times.md").write_text(f"As of {arguments.write}.\n\n{table(columns)}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
