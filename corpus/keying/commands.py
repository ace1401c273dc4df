"""The command line of the corpus."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from keying import gum
from keying.compiling import Compiled, compile_key, render
from keying.files import Places, gum_documents, names
from keying.schema import read_key, to_json
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
    return parser


def _print(name: str, found: Sequence[Problem], hints: bool = True) -> int:
    """Prints problems, then hints; the number of problems."""
    wrong = [problem for problem in found if not problem.hint]
    for problem in wrong:
        print(f"{name}: {problem.where}: {problem.message}")
    if hints:
        for problem in found:
            if problem.hint:
                print(f"{name}: hint: {problem.where}: {problem.message}")
    return len(wrong)


def _compile(options: argparse.Namespace) -> int:
    return int(sum(_compile_one(name, options) for name in names(options.names, "marked")) > 0)


def _compile_one(name: str, options: argparse.Namespace) -> int:
    places = Places(name)
    text = places.text()
    result = _compiled(places, text)
    if result.mended and options.mend:
        places.marked.write_text(result.mended, encoding="utf-8")
        result = _compiled(places, text)
    wrong = _print(name, result.problems, not options.no_hints)
    if result.key and not wrong:
        places.key.parent.mkdir(exist_ok=True)
        places.key.write_text(to_json(result.key), encoding="utf-8")
        events = [event.worth for event in result.key.events]
        print(
            f"{name}: key written: {len(result.key.entities)} entities, {len(result.key.mentions)} mentions, "
            f"events of worth 1/2/0: {events.count(1)}/{events.count(2)}/{events.count(0)}, "
            f"{len(result.key.ties)} ties, {len(result.key.figures)} figures"
        )
    return wrong


def _compiled(places: Places, text: str) -> Compiled:
    return compile_key(places.marked_text(), text, places.name, places.source)


def _check(options: argparse.Namespace) -> int:
    wrong = 0
    for name in names(options.names, "keys"):
        places = Places(name)
        wrong += _print(name, problems(read_key(places.key), places.text()), hints=False)
    return int(wrong > 0)


def _mark(options: argparse.Namespace) -> int:
    places = Places(options.name)
    print(render(read_key(Path(places.key)), places.text()), end="")
    return 0


def _gum(options: argparse.Namespace) -> int:
    chosen = options.names or [name for name in gum_documents() if name.split("_")[1] in gum.GENRES]
    for name in chosen:
        places = Places(name)
        if places.marked.exists():
            print(f"{name}: {places.marked} is there already; delete it to begin anew")
            continue
        places.marked.parent.mkdir(parents=True, exist_ok=True)
        places.marked.write_text(gum.start_of(gum_documents()[name]), encoding="utf-8")
        print(places.marked)
    return 0
