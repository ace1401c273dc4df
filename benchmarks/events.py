"""Accuracy of the events that graphbuilder reads, on public gold data, beside simple programs.

    python benchmarks/events.py --gold FOLDER [--errors] [--write DAY]

The gold folder (also from the variable GRAPHBUILDER_GOLD) holds meantime_apple.jsonl (NewsReader MEANTIME, Minard et
al., 2016); the corpus is not part of this repository. Two spans match when they overlap, one to one, in text order. Its
classes SPEECH_COGNITIVE (said, plans) and GRAMMATICAL (is, begins, took place) are neutral: neither asked for nor held
against a system, so that it makes no difference that reporting verbs stand in our records as attribution and not as
events. Polarity is compared, and future (ours: tense FUTURE, or a modality that is ahead: PLANNED, DEMANDED), over the
events found; roles are pairs of an event and an entity mention, whatever the name of the role.

Nothing is learned from this corpus. The column beside ours: every verb with its subject and objects.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meantime import Counts, Gold, Span, gold_folder, overlap, read_gold

from graphbuilder.extract import read
from graphbuilder.pipeline.parse import parse
from graphbuilder.syntax.parse import Parse

RESULTS = Path(__file__).parent / "results"
#: Least figures that the tests hold: half a point below what was measured, for room to change.
FLOORS = {"events": {"F1": 81.7}, "roles": {"F1": 71.6}, "future": {"right": 93.9}}


@dataclass(frozen=True)
class Told:
    """An event as a system tells it; `fillers` are the spans of those who take part."""

    span: Span
    negative: bool = False
    future: bool = False
    fillers: frozenset[Span] = frozenset()


# --- scores -------------------------------------------------------------------------------------------------------


def pairs(gold: Sequence[Span], system: Sequence[Span]) -> list[tuple[int, int]]:
    """Gold and system spans that overlap, each used once, in text order."""
    found: list[tuple[int, int]] = []
    for at, span in enumerate(gold):
        used = {other for _, other in found}
        match = next((i for i, one in enumerate(system) if i not in used and overlap(span, one)), None)
        if match is not None:
            found.append((at, match))
    return found


def score(documents: Sequence[tuple[Gold, list[Told]]]) -> dict[str, Any]:
    """Event mentions, roles, future and negation of one system over documents."""
    mentions, roles, negation, future = Counts(), Counts(), Counts(), Counts()
    for gold, system in documents:
        spans = [(one["b"], one["e"]) for one in gold.events]
        told = sorted((one for one in system if _counts(one.span, gold, spans)), key=lambda one: one.span)
        matched = pairs(spans, [one.span for one in told])
        _add(mentions, len(matched), len(told), len(spans))
        _list_errors(mentions, gold, spans, [one.span for one in told])
        for at, other in matched:
            _judge(gold.events[at], told[other], negation, future)
        _roles(gold, system, roles)
    return {
        "events": {"P": mentions.precision, "R": mentions.recall, "F1": mentions.f1},
        "roles": {"P": roles.precision, "R": roles.recall, "F1": roles.f1},
        "future": {"right": future.precision},
        "negation": {"F1": negation.f1, "cases": negation.expected},
        "errors": mentions.listed + roles.listed,
    }


def _counts(span: Span, gold: Gold, asked: list[Span]) -> bool:
    """Whether a span lies in the annotated part and is not of a neutral class only."""
    if span[0] >= gold.end:
        return False
    return any(overlap(span, one) for one in asked) or not any(overlap(span, one) for one in gold.neutral)


def _add(counts: Counts, right: int, told: int, expected: int) -> None:
    counts.right, counts.told, counts.expected = counts.right + right, counts.told + told, counts.expected + expected


def _judge(gold: dict[str, Any], told: Told, negation: Counts, future: Counts) -> None:
    if gold.get("polarity") in ("POS", "NEG"):
        negative = gold["polarity"] == "NEG"
        _add(negation, negative and told.negative, told.negative, negative)
    if gold.get("time") in ("FUTURE", "NON_FUTURE"):
        _add(future, told.future == (gold["time"] == "FUTURE"), 1, 1)


def _roles(gold: Gold, system: list[Told], counts: Counts) -> None:
    """Each filler that belongs to an event of gold's counts once; those of neutral events do not count."""
    asked = {one["id"] for one in gold.events}
    known = {one["id"] for one in gold.entities}
    expected = {pair for pair in gold.roles if pair[0] in asked and pair[1] in known}
    got: set[tuple[str, str]] = set()
    told = 0
    for event in system:
        if event.span[0] >= gold.end or any(overlap(event.span, one) for one in gold.neutral):
            continue
        events = [one["id"] for one in gold.events if overlap(event.span, (one["b"], one["e"]))]
        for filler in sorted(event.fillers):
            entities = [one["id"] for one in gold.entities if overlap(filler, (one["b"], one["e"]))]
            hits = [
                (one, two) for one in events for two in entities if (one, two) in expected and (one, two) not in got
            ]
            got.update(hits[:1])
            told += 1
            if not hits:
                counts.listed.append(f"ROLE not in gold\t{_words(gold, event.span)} ← {_words(gold, filler)}")
    _add(counts, len(got), told, len(expected))
    spans = {one["id"]: (one["b"], one["e"]) for one in (*gold.events, *gold.entities)}
    for source, target in sorted(expected - got):
        counts.listed.append(f"ROLE missed\t{_words(gold, spans[source])} ← {_words(gold, spans[target])}")


def _list_errors(counts: Counts, gold: Gold, asked: list[Span], told: list[Span]) -> None:
    for kind, spans, others in (("EVENT missed", asked, told), ("EVENT not in gold", told, asked)):
        for span in spans:
            if not any(overlap(span, other) for other in others):
                counts.listed.append(f"{kind}\t{_words(gold, span)}\t{_around(gold, span)}")


def _words(gold: Gold, span: Span) -> str:
    return repr(gold.document.text[span[0] : span[1]])


def _around(gold: Gold, span: Span) -> str:
    return gold.document.text[max(0, span[0] - 60) : span[1] + 40].replace("\n", " ⏎ ")


# --- systems ------------------------------------------------------------------------------------------------------

_AHEAD = ("PLANNED", "DEMANDED")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative")


def ours(one: Parse) -> list[Told]:
    """What graphbuilder reads."""
    told = read(one)
    spans = {mention.id: (mention.span.start, mention.span.end) for mention in told.mentions}
    return [
        Told(
            (event.span.start, event.span.end),
            event.polarity == "NEG",
            event.tense == "FUTURE" or event.modality in _AHEAD,
            frozenset(spans[who] for who in [*(role.mention for role in event.participants), event.place] if who),
        )
        for event in told.events
    ]


def verbs(one: Parse) -> list[Told]:
    """Every verb; its subject, objects and the objects of its prepositions take part."""
    return [_of_verb(token) for token in one.doc if token.pos_ == "VERB"]


def _of_verb(verb: Any) -> Told:
    children = list(verb.children)
    fillers = [child for child in children if child.dep_ in _ARGUMENTS]
    fillers += [inner for child in children if child.dep_ in ("prep", "agent") for inner in child.children]
    return Told(
        _span(verb),
        any(child.dep_ == "neg" for child in children),
        any(child.dep_ == "aux" and child.lower_ in ("will", "shall", "'ll") for child in children),
        frozenset(_span(one) for one in fillers if one.pos_ in ("NOUN", "PROPN", "PRON")),
    )


def _span(token: Any) -> Span:
    return token.idx, token.idx + len(token)


def systems(folder: Path) -> Iterator[tuple[str, list[tuple[Gold, list[Told]]]]]:
    gold = read_gold(folder)
    parsed = list(parse([one.document for one in gold]))
    for name, system in (("verbs only", verbs), ("graphbuilder", ours)):
        yield name, [(one, system(read)) for one, read in zip(gold, parsed, strict=True)]


def measure(folder: Path, errors: bool = False) -> dict[str, Any]:
    """All figures by system; with `errors` ours are printed."""
    result = {name: score(documents) for name, documents in systems(folder)}
    listed = {name: found.pop("errors") for name, found in result.items()}
    if errors:
        print(*listed["graphbuilder"], sep="\n")
    return result


def table(result: dict[str, Any]) -> str:
    """A Markdown table: one row a figure, one column a system."""
    lines = ["| figure | " + " | ".join(result) + " |", "|---" + "|---" * len(result) + "|"]
    for measured, figures in result["graphbuilder"].items():
        for name in figures:
            values = [str(found.get(measured, {}).get(name, "–")) for found in result.values()]
            lines.append(f"| {measured} {name} | " + " | ".join(values) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data (default: $GRAPHBUILDER_GOLD)")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    arguments = parser.parse_args()
    folder = gold_folder(arguments.gold)
    if folder is None:
        print("skipped: no gold data; name its folder with --gold or GRAPHBUILDER_GOLD")
        return 0
    result = measure(folder, arguments.errors)
    print(table(result))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"events-{arguments.write}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        text = f"As of {arguments.write}.\n\n{table(result)}"
        (RESULTS / "events.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
