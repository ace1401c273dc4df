"""Commands over many keys: the older form, counts, agreement, parts, stories, what tells our texts."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from keying.files import CORPUS, GUM_FILE, Places, names
from keying.lines import entity_name, from_lines, to_lines
from keying.rendering import render
from keying.schema import read_key
from keying.scores import compare, conll, total
from keying.sides import side
from keying.splits import part_of, stories
from keying.stats import noun_judge, of_keys, of_texts, table
from keying.telling import told_apart


def within_reach(chosen: Sequence[str]) -> list[Places]:
    """The articles whose text can be read here: GUM's only where its file is named."""
    found = [Places(name) for name in chosen]
    if os.environ.get(GUM_FILE):
        return found
    if left := sum(places.source == "gum" for places in found):
        print(f"{left} keys of GUM left out: set {GUM_FILE} to gum_coref.jsonl.gz")
    return [places for places in found if places.source == "own"]


def convert(options: argparse.Namespace) -> int:
    """Keys to the older form, or back."""
    if options.back:
        return _back(options.folder)
    of_story = stories()
    chosen = options.names or sorted(path.stem for path in options.keys.glob("*.json"))
    for places in within_reach(chosen):
        name = places.name
        if options.split and part_of(name, of_story) != options.split:
            continue
        text = places.text()
        _write(options.folder / "texts" / f"{name}.txt", text)
        lines = to_lines(read_key(options.keys / f"{name}.json"), text)
        _write(options.folder / "keys" / f"{name}.json", json.dumps(lines, ensure_ascii=False, indent=1))
    return 0


def _back(folder: Path) -> int:
    for path in sorted((folder / "keys").glob("*.json")):
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        key = from_lines(json.loads(path.read_text(encoding="utf-8")), text)
        _write(folder / "marked" / f"{path.stem}.txt", render(key, text))
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def stats(options: argparse.Namespace) -> int:
    """Prints counts by kind beside lines_dev."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))]
    keyed = [(places, read_key(places.key)) for places in within_reach(names(options.names, "keys"))]
    groups = {
        "own": [(places.text(), key) for places, key in keyed if places.source == "own"],
        "GUM": [(places.text(), key) for places, key in keyed if places.source == "gum"],
    }
    if options.gold:
        folder = Path(options.gold) / "lines_dev"
        groups["lines_dev"] = [
            (text := (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8"),
             from_lines(json.loads(path.read_text(encoding="utf-8")), text))
            for path in sorted((folder / "keys").glob("*.json"))
        ]  # fmt: skip
    groups = {name: group for name, group in groups.items() if group}
    judge = None if options.no_nouns else noun_judge()
    made = {"own, all texts": of_texts(texts)} if texts and not options.names else {}
    print(table({**made, **{name: of_texts([text for text, _ in group]) for name, group in groups.items()}}))
    print()
    print(table({name: of_keys(group, judge) for name, group in groups.items()}))
    return 0


def agree(options: argparse.Namespace) -> int:
    """Prints by layer how far two readers' keys agree."""
    pairs = [(options.first, options.second)]
    if options.second.is_dir():
        both = sorted({path.name for path in options.second.glob("*.json")})
        pairs = [(options.first / name, options.second / name) for name in both if (options.first / name).exists()]
    if not pairs:
        raise SystemExit("no article has a key in both folders")
    articles = []
    for first, second in pairs:
        one, two = read_key(first), read_key(second)
        text = Places(one.name).text()
        articles.append(compare(side(one, text), side(two, text)))
    scores = total(articles)
    print(f"{len(pairs)} articles keyed twice; the first as the key, the second as the answer\n")
    print("| layer | precision | recall | F1 | of |\n|---|---|---|---|---|")
    for layer, score in scores.items():
        print(
            f"| {layer} | {100 * score.precision:.1f} | {100 * score.recall:.1f} | {100 * score.f1:.1f} "
            f"| {score.wanted:.0f} |"
        )
    print(f"| CoNLL | | | {100 * conll(scores):.1f} | |")
    return 0


def split(options: argparse.Namespace) -> int:
    """Prints the part of each article."""
    of_story = stories()
    chosen = options.names or sorted({*names([], "articles"), *names([], "keys")})
    parts = {name: part_of(name, of_story) for name in chosen}
    for name, part in parts.items():
        print(f"{name}\t{of_story.get(name, '-')}\t{part}")
    print("\t".join(f"{part}: {number}" for part, number in Counter(parts.values()).items()))
    return 0


def story(options: argparse.Namespace) -> int:
    """Prints what is one in the articles of a story."""
    told: dict[tuple[str, str], list[str]] = {}
    for name, story in sorted(stories().items()):
        places = Places(name)
        if places.key.exists() and (not options.stories or story in options.stories):
            key, text = read_key(places.key), places.text()
            for event in key.events:
                if event.story:
                    what = f"{name} {event.id} {event.when or '-'} {event.status}: {event.gist}"
                    told.setdefault((story, event.story), []).append(what)
            for entity in key.entities:
                if entity.story:
                    told.setdefault((story, entity.story), []).append(
                        f"{name} {entity.id}: {entity_name(entity, text)}"
                    )
    for (story, label), rows in sorted(told.items()):
        print(f"{story} {label}" + (" (in one article only)" if len(rows) == 1 else ""))
        for row in rows:
            print(f"    {row}")
    return 0


def telling(options: argparse.Namespace) -> int:
    """Prints what tells our texts from real ones."""
    if not options.gold:
        raise SystemExit("name the folder that holds lines_dev: --gold FOLDER, or GRAPHBUILDER_GOLD")
    folders = (CORPUS / "articles", Path(options.gold) / "lines_dev" / "texts")
    ours, others = ([path.read_text(encoding="utf-8") for path in sorted(f.glob("*.txt"))] for f in folders)
    right, for_ours, for_others = told_apart(ours, others)
    print(f"told apart, held back: {right:.0f} % of {len(ours)} + {len(others)}")
    print("ours: " + " · ".join(for_ours))
    print("theirs: " + " · ".join(for_others))
    return 0
