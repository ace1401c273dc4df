"""Names, their types and who is who in `graphbuilder.entities` on public gold data, beside plain spaCy.

    python benchmarks/entities.py --gold FOLDER [--model NAME] [--errors CORPUS] [--stages] [--write DAY]

The gold folder (also from the variable GRAPHBUILDER_GOLD) holds meantime_apple.jsonl, re3d_dev.jsonl and gum_dev.jsonl;
the corpora are not part of this repository. Measured are, on the same parse of the same texts:

* names: F1 of named people, organisations and places (in MEANTIME products too). "strict" wants equal spans but for
  articles, "found" any common character, one to one, in text order.
* type: the share of found names whose type is right.
* instances: B-cubed F1 over the found names of MEANTIME, all documents together, and the share of pairs put together
  that gold keeps apart ("wrong merges"). Plain spaCy puts equal words together.
* pronouns, descriptions: of those that mean something named in the document, how many ties to a name are right, and how
  many are found.

MEANTIME's names that only modify a noun ("Apple shares") are another class there: they count against a program in
"found" (as in the scorers of others), but not in "found, modifiers aside". The figures "on their own" leave out what
the program itself takes for such a modifier (`Mention.modifies`; for spaCy by its parse), without a look at gold.

re3d and GUM also annotate descriptions; only what is written like a name is asked for. Adjectives of nationality are
neither asked for nor held against a program. `--stages` measures the time of each step of this stage as a share of
that of the bare spaCy pipeline.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Span as SpacySpan

from graphbuilder.extract import read
from graphbuilder.invisible import as_it_stands
from graphbuilder.pipeline.models import DEFAULT_MODEL
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, Mention, Span
from graphbuilder.resolve import resolve
from graphbuilder.syntax.parse import Parse

RESULTS = Path(__file__).parent / "results"
#: Least (for wrong merges: greatest) figures that the tests hold: half a point from what was measured.
FLOORS: dict[str, dict[str, float]] = {
    "meantime": {
        "strict": 71.4,
        "found": 86.6,
        "type": 91.5,
        "instances": 90.5,
        "wrong merges": 7.3,
        "found, names on their own": 91.5,
        "instances, names on their own": 91.5,
        "wrong merges, names on their own": 3.4,
        "pronouns right": 93.1,
    },
    "re3d": {"strict": 76.7, "found": 91.5, "type": 89.7},
    "gum news": {"strict": 70.0, "found": 81.8, "type": 84.2, "pronouns right": 67.9},
    "gum bio": {"strict": 65.5, "found": 82.8, "type": 87.5, "pronouns right": 86.9, "pronouns found": 83.6},
    "gum voyage": {"strict": 72.3, "found": 84.8, "type": 78.1, "pronouns right": 87.0},
}

CORPORA = ("meantime", "re3d", "gum news", "gum bio", "gum voyage")
_FILES = {"meantime": "meantime_apple.jsonl", "re3d": "re3d_dev.jsonl", "gum": "gum_dev.jsonl"}
#: Labels of the corpora, of OntoNotes and of this library → the four types that are compared.
TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PRODUCT": "PRO", "PER": "PER",
    "PRO": "PRO",
    "person": "PER", "organization": "ORG", "place": "LOC", "product": "PRO",
    "Person": "PER", "Organisation": "ORG", "Location": "LOC",
}  # fmt: skip
_ARTICLES = ("the ", "a ", "an ")
#: Small words inside names, and words that are written with a capital at the start of a sentence only.
_INNER = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "la", "von", "van", "al", "der", "du", "del", "-", "'", "."}
)
_POINTERS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "our", "his", "her", "its", "my",
     "their", "your", "all", "both", "some", "many", "who", "one", "another", "other", "no", "there", "each", "most"}
)  # fmt: skip
_PRONOUNS = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
     "themselves", "i", "me", "my", "we", "us", "our"}
)  # fmt: skip
_KINDS = {"NAM": "names", "PRO": "pronouns", "NOM": "descriptions"}


@dataclass(frozen=True)
class Name:
    """A name, of gold or system: its characters, its possible types, and what it names."""

    start: int
    end: int
    types: frozenset[str]
    instance: str | None = None
    modifies: bool = False
    """Whether it only stands before a noun: "Apple shares"."""


@dataclass(frozen=True)
class Text:
    """A gold document: what is asked for, and the spans that are not judged."""

    document: Document
    end: int
    names: tuple[Name, ...]
    neutral: tuple[Name, ...] = ()
    modifiers: tuple[Name, ...] = ()
    """Names that only modify a noun ("Apple shares"), where gold tells them apart from other names."""
    asked: frozenset[str] = frozenset({"PER", "ORG", "LOC"})
    back: tuple[tuple[str, Name], ...] = ()
    """Pronouns and descriptions of what is named in the document too, each with which of them it is."""
    instances: tuple[Name, ...] = ()
    """Every name that gold ties to an instance."""


def gold_folder(named: str | None) -> Path | None:
    """The folder that was named, or that of the environment; None where there is none."""
    name = named or os.environ.get("GRAPHBUILDER_GOLD")
    return Path(name) if name and Path(name).is_dir() else None


# --- gold -----------------------------------------------------------------------------------------------------------


def texts_of(gold: Path, corpus: str) -> list[Text]:
    """The documents of a corpus."""
    kind, _, genre = corpus.partition(" ")
    with (gold / _FILES[kind]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if kind == "meantime":
        return [_meantime(row) for row in rows]
    return [_nested(row) for row in rows if genre in row["source"].split() or kind == "re3d"]


def _meantime(row: dict[str, Any]) -> Text:
    end, asked = row.get("gold_end") or len(row["text"]), frozenset({"PER", "ORG", "LOC", "PRO"})
    named = [one for one in row["entities"] if one.get("syntactic_type") == "NAM" and one["b"] < end]
    names = {Name(one["b"], one["e"], frozenset({one["type"]}), one["inst"]) for one in named if one["type"] in asked}
    beside = [one for one in row["entities"] if one.get("syntactic_type") == "PRE.NAM"]
    modifiers = _ordered({Name(one["b"], one["e"], frozenset({one["type"]})) for one in beside})
    published = date.fromisoformat(row["dct"]) if row.get("dct") else None
    document = Document(text=row["text"], id=row["id"], published=published)
    back, known = _back(
        [(_KINDS.get(one.get("syntactic_type"), ""), one["b"], one["e"], one["inst"]) for one in row["entities"]], end
    )
    return Text(document, end, _ordered(names), (), modifiers, asked, back, known)


def _nested(row: dict[str, Any]) -> Text:
    """Of names in names the outermost is asked for and the inner are neutral; of two types either is right."""
    text = row["text"]
    types: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in row["entities"]:
        span = without_article(text, one["b"], one["e"])
        if one["type"].capitalize() in ("Person", "Organisation", "Organization", "Location", "Place") and is_name(
            text[slice(*span)]
        ):
            types[span].add(TYPES[one["type"]])
    outer = [span for span in types if not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in types)]
    neutral = {Name(one["b"], one["e"], frozenset()) for one in row["entities"] if one["type"] == "Nationality"}
    neutral |= {Name(*span, frozenset(types[span])) for span in types if span not in outer}
    names = _ordered({Name(*span, frozenset(types[span])) for span in outer})
    told = [(_kind(one["text"]), one["b"], one["e"], one.get("wiki") or "") for one in row["entities"]]
    back, known = _back(told, len(text))
    return Text(Document(text=text, id=row["id"]), len(text), names, _ordered(neutral), back=back, instances=known)


def _kind(words: str) -> str:
    if words.lower() in _PRONOUNS:
        return "pronouns"
    if words.lower().startswith("the ") and not any(word[0].isupper() for word in words.split()[1:]):
        return "descriptions"
    return "names" if is_name(words) else ""


def _back(told: list[tuple[str, int, int, str]], end: int) -> tuple[tuple[tuple[str, Name], ...], tuple[Name, ...]]:
    """What points back to something that is named, and the names."""
    within = [one for one in told if one[2] <= end and one[3]]
    names = _ordered({Name(b, e, frozenset(), instance) for kind, b, e, instance in within if kind == "names"})
    named = {one.instance for one in names}
    back = {(kind, b, e, instance) for kind, b, e, instance in within if kind[:1] in ("p", "d") and instance in named}
    return tuple((kind, Name(b, e, frozenset(), instance)) for kind, b, e, instance in sorted(back)), names


def _ordered(names: set[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda one: (one.start, one.end, sorted(one.types), one.instance or "")))


def without_article(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article and closing marks."""
    for article in _ARTICLES:
        if text[start:end].lower().startswith(article):
            start += len(article)
            break
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    return start, end


def is_name(words: str) -> bool:
    """Whether words are written like a name: capitals but for small words inside.

    >>> is_name("Bank of England"), is_name("Assad’s brutal regime"), is_name("We")
    (True, False, False)
    """
    parts = words.replace("-", " ").split()
    inner = [part for part in parts if part not in _INNER and any(mark.isalnum() for mark in part)]
    written = all(part[0].isupper() or part[0].isdigit() for part in inner)
    return bool(inner) and written and inner[0][0].isupper() and parts[0].lower() not in _POINTERS


# --- systems --------------------------------------------------------------------------------------------------------


def plain(parses: Sequence[Parse]) -> dict[str, list[Name]]:
    """What spaCy labels; equal words are one thing."""
    return {
        one.document.id: [
            Name(place.start, place.end, frozenset({TYPES.get(ent.label_, "")}), ent.text, _modifies(ent))
            for ent in one.doc.ents
            for place in [as_it_stands(Span(one.document.id, ent.start_char, ent.end_char, 0), one.given)]
        ]
        for one in parses
    }


def _modifies(name: SpacySpan) -> bool:
    root = name.root
    return root.dep_ in ("compound", "nmod", "amod") and not name.start <= root.head.i < name.end


def ours(parses: Sequence[Parse]) -> dict[str, list[Name]]:
    """The names that this library finds, and the entities that it makes of them."""
    extractions = [read(one) for one in parses]
    entity = {mention: one.id for one in resolve(extractions).entities for mention in one.mentions}
    return {
        one.document: [
            Name(
                mention.span.start,
                mention.span.end,
                frozenset({TYPES.get(mention.label, "")}),
                entity.get(mention.id),
                bool(mention.modifies),
            )
            for mention in one.mentions
            if mention.form == "name" and mention.method != "demonym"
        ]
        for one in extractions
    }


def on_their_own(system: dict[str, list[Name]]) -> dict[str, list[Name]]:
    """The names without those that only modify a noun."""
    return {document: [name for name in names if not name.modifies] for document, names in system.items()}


# --- scores ---------------------------------------------------------------------------------------------------------


def pairs(gold: Sequence[Name], system: Sequence[Name]) -> list[tuple[int, int]]:
    """Names that share a character, each used once, in text order."""
    found, used = [], set()
    for i, left in enumerate(gold):
        for j, right in enumerate(system):
            if j not in used and right.start < left.end and left.start < right.end:
                used.add(j)
                found.append((i, j))
                break
    return found


def score(texts: Sequence[Text], system: dict[str, list[Name]], errors: list[str] | None = None) -> dict[str, float]:
    """Names, types, and, where gold tells them, instances."""
    found = strict = typed = gold_count = system_count = modifiers = 0
    keys: dict[tuple[str, int], str] = {}
    clusters: dict[tuple[str, int], str] = {}
    for text in texts:
        named = [one for one in system[text.document.id] if one.start < text.end]
        matched = pairs(text.names, named)
        claimed = {j for j, one in enumerate(named) if one.types & text.asked} | {j for _, j in matched}
        taken = {j for _, j in matched}
        claimed -= {j for j in claimed - taken if pairs(text.neutral, [named[j]])}
        modifiers += sum(bool(pairs(text.modifiers, [named[j]])) for j in claimed - taken)
        found, gold_count, system_count = (
            found + len(matched),
            gold_count + len(text.names),
            system_count + len(claimed),
        )
        for i, j in matched:
            left, right = text.names[i], named[j]
            spans = [without_article(text.document.text, one.start, one.end) for one in (left, right)]
            strict += spans[0] == spans[1]
            typed += bool(left.types & right.types)
            if left.instance:
                keys[text.document.id, i] = left.instance
                clusters[text.document.id, i] = right.instance or f"alone {text.document.id} {i}"
        if errors is not None:
            errors += _errors(text, named, matched, claimed)
    scores = {
        "strict": _f1(strict, system_count, gold_count),
        "found": _f1(found, system_count, gold_count),
        "type": round(100 * typed / max(1, found), 1),
    }
    if keys:
        scores["found, modifiers aside"] = _f1(found, system_count - modifiers, gold_count)
    return scores | (instances(keys, clusters) if keys else {})


def _f1(right: int, system: int, gold: int) -> float:
    return round(200 * right / max(1, system + gold), 1)


def instances(gold: dict[tuple[str, int], str], system: dict[tuple[str, int], str]) -> dict[str, float]:
    """B-cubed F1 (Bagga and Baldwin, 1998), and the percentage of pairs wrongly put together."""
    together: dict[str, dict[str, set[tuple[str, int]]]] = {"gold": defaultdict(set), "system": defaultdict(set)}
    for mention in gold:
        together["gold"][gold[mention]].add(mention)
        together["system"][system[mention]].add(mention)
    common = {one: len(together["gold"][gold[one]] & together["system"][system[one]]) for one in gold}
    precision = sum(common[one] / len(together["system"][system[one]]) for one in gold) / len(gold)
    recall = sum(common[one] / len(together["gold"][gold[one]]) for one in gold) / len(gold)
    all_pairs = sum(len(one) * (len(one) - 1) for one in together["system"].values())
    right_pairs = sum(common[one] - 1 for one in gold)
    return {
        "instances": round(200 * precision * recall / (precision + recall), 1),
        "wrong merges": round(100 * (1 - right_pairs / all_pairs), 1) if all_pairs else 0.0,
    }


def _errors(text: Text, named: list[Name], matched: list[tuple[int, int]], claimed: set[int]) -> Iterator[str]:
    words = text.document.text
    for i, j in matched:
        left, right = text.names[i], named[j]
        sides = [words[slice(*without_article(words, one.start, one.end))] for one in (left, right)]
        if not left.types & right.types:
            yield "\t".join(["TYPE", *map(_told, (left, right), sides), _around(words, left)])
        if sides[0] != sides[1]:
            yield "\t".join(["SPAN", *map(_told, (left, right), sides), _around(words, left)])
    for i in sorted(set(range(len(text.names))) - {i for i, _ in matched}):
        one = text.names[i]
        yield f"MISS\t{_told(one, words[one.start : one.end])}\t\t{_around(words, one)}"
    for j in sorted(claimed - {j for _, j in matched}):
        yield f"SPURIOUS\t\t{_told(named[j], words[named[j].start : named[j].end])}\t{_around(words, named[j])}"


def _told(name: Name, words: str) -> str:
    return f"{words!r} {'/'.join(sorted(name.types))}"


def _around(text: str, name: Name) -> str:
    return text[max(0, name.start - 60) : name.end + 40].replace("\n", " ⏎ ")


def back_references(texts: Sequence[Text], parses: Sequence[Parse]) -> dict[str, float]:
    """Of pronouns and descriptions of what is named: the share of ties to a name that are right, and of those found."""
    told: Counter[tuple[str, str]] = Counter()
    for text, one in zip(texts, parses, strict=True):
        mentions = read(one).mentions
        chains: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if mention.form == "name":
                chains[mention.chain].append(mention)
        for kind, gold in text.back:
            told[kind, "gold"] += 1
            found = _pointing(mentions, gold)
            names = chains[found.chain] if found is not None else []
            told[kind, "tied"] += bool(names)
            told[kind, "right"] += any(
                name.instance == gold.instance and one.span.start < name.end and name.start < one.span.end
                for one in names
                for name in text.instances
            )
    return {
        f"{kind} {name}": round(100 * told[kind, "right"] / max(1, told[kind, of]), 1)
        for kind in ("pronouns", "descriptions")
        if told[kind, "gold"] >= 10
        for name, of in (("right", "tied"), ("found", "gold"))
    }


def _pointing(mentions: Sequence[Mention], gold: Name) -> Mention | None:
    """The pronoun or description that ends or begins where gold's does."""
    spans = [one for one in mentions if one.form != "name" and one.span.start < gold.end and gold.start < one.span.end]
    return next((one for one in spans if one.span.end == gold.end or one.span.start == gold.start), None)


# --- all ------------------------------------------------------------------------------------------------------------


def measure(
    gold: Path, model: str = DEFAULT_MODEL, errors: str | None = None
) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of both programs; `errors` names a corpus whose errors are printed."""
    result: dict[str, dict[str, dict[str, float]]] = {"spaCy": {}, "graphbuilder": {}}
    for corpus in CORPORA:
        texts = texts_of(gold, corpus)
        parses = list(parse([one.document for one in texts], model))
        listed: list[str] | None = [] if errors == corpus else None
        systems = {"spaCy": plain(parses), "graphbuilder": ours(parses)}
        for program, system in systems.items():
            result[program][corpus] = score(texts, system, listed if program == "graphbuilder" else None)
            if corpus == "meantime":
                result[program][corpus] |= _on_their_own(texts, on_their_own(system))
        result["graphbuilder"][corpus] |= back_references(texts, parses)
        for line in listed or ():
            print(line)
    return result


def _on_their_own(texts: Sequence[Text], system: dict[str, list[Name]]) -> dict[str, float]:
    told = score(texts, system)
    return {f"{name}, names on their own": told[name] for name in ("found", "instances", "wrong merges")}


def table(result: dict[str, dict[str, dict[str, float]]]) -> str:
    """A Markdown table: one row a figure, one column a program."""
    lines = ["| corpus | figure | " + " | ".join(result) + " |", "|---|---" + "|---" * len(result) + "|"]
    for corpus, figures in result["graphbuilder"].items():
        for name in figures:
            values = [str(columns.get(corpus, {}).get(name, "–")) for columns in result.values()]
            lines.append(f"| {corpus} | {name} | " + " | ".join(values) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="folder of the gold data (default: $GRAPHBUILDER_GOLD)")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="spaCy pipeline (default: %(default)s)")
    parser.add_argument("--errors", choices=CORPORA, help="print the errors on this corpus")
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    arguments = parser.parse_args()
    gold = gold_folder(arguments.gold)
    if gold is None:
        print("skipped: no gold data; name its folder with --gold or GRAPHBUILDER_GOLD")
        return 0
    result = measure(gold, arguments.model, arguments.errors)
    print(table(result))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"entities-{arguments.write}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "entities.md").write_text(f"As of {arguments.write}.\n\n{table(result)}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
