"""Commands for articles and their keys."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from keying import gum
from keying.compiling import Compiled, compile_key, render
from keying.files import CORPUS, GUM_FILE, Places, gum_documents, names
from keying.hints import hints
from keying.lines import entity_name, from_lines, to_lines
from keying.schema import Key, read_key, to_json
from keying.scores import compare, conll, side, total
from keying.show import page
from keying.splits import SPLITS, part_of, stories
from keying.stats import noun_judge, of_keys, of_texts, table
from keying.telling import telling
from keying.validate import Problem, problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 1 where something is wrong."""
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="key.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("compile", help="marked texts to keys, with all that is wrong")
    command.add_argument("names", nargs="*", help="articles; all of corpus/marked where none is named")
    command.add_argument("--mend", action="store_true", help="put the article's own spaces and quotes first")
    command.add_argument("--no-hints", action="store_true", help="only what is wrong")
    command.add_argument(
        "--marked", type=Path, help="another file or folder of marked texts, such as a second reader's"
    )
    command.add_argument("--keys", type=Path, help="another folder for the keys")
    command.set_defaults(run=_compile)
    command = commands.add_parser("check", help="whether keys and articles fit")
    command.add_argument("names", nargs="*")
    command.set_defaults(run=_check)
    command = commands.add_parser("mark", help="the marked text of a key")
    command.add_argument("name")
    command.set_defaults(run=_mark)
    command = commands.add_parser("gum", help="GUM's documents as marked texts to key, outside of the repository")
    command.add_argument("names", nargs="*", help="all of news, bio, interview and court where none is named")
    command.set_defaults(run=_gum)
    command = commands.add_parser("show", help="an HTML page of an article with its key")
    command.add_argument("names", nargs="+")
    command.add_argument("--to", type=Path, default=Path(), help="the folder of the pages")
    command.set_defaults(run=_show)
    command = commands.add_parser("convert", help="keys to the form of lines_dev: FOLDER/texts and FOLDER/keys")
    command.add_argument("folder", type=Path)
    command.add_argument("names", nargs="*", help="all keys where none is named")
    command.add_argument(
        "--keys", type=Path, default=CORPUS / "keys", help="another folder of keys, such as second ones"
    )
    command.add_argument("--split", choices=SPLITS, help="only the articles of one part")
    command.add_argument("--back", action="store_true", help="from FOLDER/texts and FOLDER/keys to FOLDER/marked")
    command.set_defaults(run=_convert)
    command = commands.add_parser("stats", help="counts by kind, and how texts are made, beside lines_dev")
    command.add_argument("names", nargs="*")
    command.add_argument("--gold", default=os.environ.get("GRAPHBUILDER_GOLD"), help="folder that holds lines_dev")
    command.add_argument("--no-nouns", action="store_true", help="without spaCy's tags")
    command.set_defaults(run=_stats)
    command = commands.add_parser("agree", help="agreement of two readers' keys, by layer")
    command.add_argument("first", type=Path, help="a key or a folder of keys")
    command.add_argument("second", type=Path)
    command.set_defaults(run=_agree)
    command = commands.add_parser("split", help="which articles are for learning, choosing and testing")
    command.add_argument("names", nargs="*")
    command.set_defaults(run=_split)
    command = commands.add_parser("story", help="the events and entities of a story that are one in its articles (as=)")
    command.add_argument("stories", nargs="*", help="all where none is named")
    command.set_defaults(run=_story)
    command = commands.add_parser("telling", help="what tells our texts from those of lines_dev: habits to mend")
    command.add_argument("--gold", default=os.environ.get("GRAPHBUILDER_GOLD"), help="folder that holds lines_dev")
    command.set_defaults(run=_telling)
    return parser


# --- keys -------------------------------------------------------------------------------------------------------------


def _print(name: str, found: Sequence[Problem], hints: bool = True) -> int:
    """Prints problems, then hints; the number of problems."""
    wrong = [problem for problem in found if not problem.hint]
    for problem in wrong:
        print(f"{name}: {problem.where}: {problem.message}")
    for problem in found if hints else ():
        if problem.hint:
            print(f"{name}: hint: {problem.where}: {problem.message}")
    return len(wrong)


def _compile(options: argparse.Namespace) -> int:
    folder: Path | None = options.marked if options.marked and options.marked.is_dir() else None
    chosen = options.names or (sorted(path.stem for path in folder.glob("*.txt")) if folder else [])
    wrong = 0
    for name in names(chosen, "marked"):
        marked = folder / f"{name}.txt" if folder else options.marked or Places(name).marked
        wrong += _compile_one(name, marked, options)
    return int(wrong > 0)


def _compile_one(name: str, marked: Path, options: argparse.Namespace) -> int:
    places = Places(name)
    text = places.text()
    result = _compiled(places, marked, text)
    if result.mended and options.mend:
        marked.write_text(result.mended, encoding="utf-8")
        result = _compiled(places, marked, text)
    wrong = _print(name, result.problems, not options.no_hints)
    if result.key and not wrong:
        path = options.keys / f"{name}.json" if options.keys else places.key
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(to_json(result.key), encoding="utf-8")
        print(f"{name}: key written: {_summary(result.key)}")
    elif wrong:
        print(f"{name}: NO key written: {wrong} to mend")
    return wrong


def _compiled(places: Places, marked: Path, text: str) -> Compiled:
    if not marked.exists():
        raise SystemExit(f"there is no file {marked}")
    return compile_key(marked.read_text(encoding="utf-8"), text, places.name, places.source)


def _summary(key: Key) -> str:
    worths = Counter(event.worth for event in key.events)
    return (
        f"{len(key.entities)} entities, {len(key.mentions)} mentions, events of worth 1/2/0: "
        f"{worths[1]}/{worths[2]}/{worths[0]}, {len(key.ties)} ties, {len(key.figures)} figures"
    )


def _within_reach(chosen: Sequence[str]) -> list[Places]:
    """The articles whose text can be read here: GUM's only where its file is named."""
    found = [Places(name) for name in chosen]
    if os.environ.get(GUM_FILE):
        return found
    if left := sum(places.source == "gum" for places in found):
        print(f"{left} keys of GUM left out: set {GUM_FILE} to gum_coref.jsonl.gz")
    return [places for places in found if places.source == "own"]


def _check(options: argparse.Namespace) -> int:
    wrong = 0
    for places in _within_reach(names(options.names, "keys")):
        name = places.name
        wrong += _print(name, problems(read_key(places.key), places.text()), hints=False)
    return int(wrong > 0)


def _mark(options: argparse.Namespace) -> int:
    places = Places(options.name)
    print(render(read_key(places.key), places.text()), end="")
    return 0


def _gum(options: argparse.Namespace) -> int:
    chosen = options.names or [name for name in gum_documents() if name.split("_")[1] in gum.GENRES]
    for name in chosen:
        places = Places(name)
        if places.marked.exists():
            print(f"{name}: {places.marked} is there already; delete it to begin anew")
            continue
        places.text()
        places.marked.parent.mkdir(parents=True, exist_ok=True)
        places.marked.write_text(gum.start_of(gum_documents()[name]), encoding="utf-8")
        print(places.marked)
    return 0


def _show(options: argparse.Namespace) -> int:
    options.to.mkdir(parents=True, exist_ok=True)
    for name in names(options.names, "keys"):
        places = Places(name)
        key, text = read_key(places.key), places.text()
        path = options.to / f"{name}.html"
        path.write_text(page(key, text, [*problems(key, text), *hints(key, text)]), encoding="utf-8")
        print(path)
    return 0


# --- many keys --------------------------------------------------------------------------------------------------------


def _convert(options: argparse.Namespace) -> int:
    if options.back:
        return _back(options.folder)
    of_story = stories()
    chosen = options.names or sorted(path.stem for path in options.keys.glob("*.json"))
    for places in _within_reach(chosen):
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


def _stats(options: argparse.Namespace) -> int:
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))]
    keyed = [(places, read_key(places.key)) for places in _within_reach(names(options.names, "keys"))]
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


def _agree(options: argparse.Namespace) -> int:
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


def _split(options: argparse.Namespace) -> int:
    of_story = stories()
    chosen = options.names or sorted({*names([], "articles"), *names([], "keys")})
    parts = {name: part_of(name, of_story) for name in chosen}
    for name, part in parts.items():
        print(f"{name}\t{of_story.get(name, '-')}\t{part}")
    print("\t".join(f"{part}: {number}" for part, number in Counter(parts.values()).items()))
    return 0


def _story(options: argparse.Namespace) -> int:
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


def _telling(options: argparse.Namespace) -> int:
    if not options.gold:
        raise SystemExit("name the folder that holds lines_dev: --gold FOLDER, or GRAPHBUILDER_GOLD")
    folders = (CORPUS / "articles", Path(options.gold) / "lines_dev" / "texts")
    ours, others = ([path.read_text(encoding="utf-8") for path in sorted(f.glob("*.txt"))] for f in folders)
    right, for_ours, for_others = telling(ours, others)
    print(f"told apart, held back: {right:.0f} % of {len(ours)} + {len(others)}")
    print("ours: " + " · ".join(for_ours))
    print("theirs: " + " · ".join(for_others))
    return 0
