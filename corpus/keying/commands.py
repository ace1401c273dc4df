"""Commands for articles and their keys."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from keying import gum, reports
from keying.compiling import Compiled, compile_key
from keying.files import CORPUS, Places, gum_documents, names
from keying.hints import hints
from keying.rendering import render
from keying.reports import within_reach
from keying.schema import Key, read_key, to_json
from keying.show import page
from keying.splits import SPLITS
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
    command.set_defaults(run=reports.convert)
    command = commands.add_parser("stats", help="counts by kind, and how texts are made, beside lines_dev")
    command.add_argument("names", nargs="*")
    command.add_argument("--gold", default=os.environ.get("GRAPHBUILDER_GOLD"), help="folder that holds lines_dev")
    command.add_argument("--no-nouns", action="store_true", help="without spaCy's tags")
    command.set_defaults(run=reports.stats)
    command = commands.add_parser("agree", help="agreement of two readers' keys, by layer")
    command.add_argument("first", type=Path, help="a key or a folder of keys")
    command.add_argument("second", type=Path)
    command.set_defaults(run=reports.agree)
    command = commands.add_parser("split", help="which articles are for learning, choosing and testing")
    command.add_argument("names", nargs="*")
    command.set_defaults(run=reports.split)
    command = commands.add_parser("story", help="the events and entities of a story that are one in its articles (as=)")
    command.add_argument("stories", nargs="*", help="all where none is named")
    command.set_defaults(run=reports.story)
    command = commands.add_parser("telling", help="what tells our texts from those of lines_dev: habits to mend")
    command.add_argument("--gold", default=os.environ.get("GRAPHBUILDER_GOLD"), help="folder that holds lines_dev")
    command.set_defaults(run=reports.telling)
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


def _check(options: argparse.Namespace) -> int:
    wrong = 0
    for places in within_reach(names(options.names, "keys")):
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
