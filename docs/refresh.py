"""Writes what the README shows anew: the printed timeline, the output of the Python lines, and the measured figures.

    python docs/refresh.py

The tests hold the README to what the program really prints; run this when a change of the results is meant.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib.util
import io
import json
import re
import shlex
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import graphbuilder as gb
from graphbuilder.export import TIMELINE_FORMATS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COLLECTIONS = ("nato", "batteries")
#: Kinds of fact of `benchmarks/expected.py`, and what the table calls them.
FACTS = {
    "entity": "people, places, organisations and others found",
    "event mention": "tellings of an event found",
    "one node": "events whose tellings found all stand in one node",
    "event date": "events found, with exactly the expected date",
    "participant": "participants of these events",
    "place": "places of these events",
    "polarity": "these events rightly told from denied ones",
    "date": "dates in the text, read exactly",
    "all": "all expected facts",
}
#: Corpora of `benchmarks/times.py` with their two figures, and what the table calls them.
CORPORA = {
    "meantime": ("MEANTIME, business news", "relaxed", "value", "% (F1)"),
    "wikiwars": ("WikiWars, histories of wars", "relaxed", "value", "% (F1)"),
    "gum news": ("GUM, news", "found", "exact", "%"),
    "gum bio": ("GUM, biographies", "found", "exact", "%"),
}


def main() -> None:
    """Rewrite the README."""
    text = README.read_text("utf-8")
    text = _between(text, r"\$ graphbuilder timeline data/nato --about [^\n]*\n", r"```", _session)
    names: dict[str, object] = {}  # the blocks are one session
    text = re.sub(r"(?<=^```python\n).*?(?=^```$)", lambda block: _run(block[0], names), text, flags=re.M | re.S)
    text = _between(text, r"<!-- facts -->\n", r"<!-- end -->", lambda _: _facts())
    text = _between(text, r"<!-- dates -->\n", r"<!-- end -->", lambda _: _dates())
    README.write_text(text, "utf-8")


def _between(text: str, start: str, end: str, make: Callable[[str], str]) -> str:
    return re.sub(rf"({start}).*?(?={end})", lambda found: found[1] + make(found[1]), text, count=1, flags=re.S)


def _session(command: str) -> str:
    words = shlex.split(command)
    options = {name.removeprefix("--"): value for name, value in zip(words[4::2], words[5::2], strict=True)}
    return TIMELINE_FORMATS["text"](gb.build(ROOT / "data" / "nato").timeline(**options, chosen=True))


def _run(block: str, names: dict[str, object]) -> str:
    """The lines of a session with what they print now."""
    lines = []
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        (Path(folder) / "data").symlink_to(ROOT / "data")
        for example in doctest.DocTestParser().get_examples(block):
            first, *more = example.source.splitlines()
            lines += [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(example.source, "README.md", "single"), names)
            lines += printed.getvalue().splitlines()
    return "\n".join(lines) + "\n"


def _facts() -> str:
    module = _load(ROOT / "benchmarks" / "expected.py")
    expected = ROOT / "tests" / "expected"
    shares = [
        module.shares(module.facts(module.read(ROOT / "data" / name, expected / f"{name}.yaml")))
        for name in COLLECTIONS
    ]
    rows = [
        f"| {words} | {' | '.join(f'{one[kind][0]} of {one[kind][1]}' for one in shares)} |"
        for kind, words in FACTS.items()
    ]
    return "\n".join(
        [f"| expected | {' | '.join(f'`data/{name}`' for name in COLLECTIONS)} |", "|---|---|---|", *rows, ""]
    )


def _dates() -> str:
    newest = sorted((ROOT / "benchmarks" / "results").glob("times-*.json"))[-1]
    figures = json.loads(newest.read_text("utf-8"))["graphbuilder"]
    rows = [
        f"| {words} | {figures[name][found]} {unit} | {figures[name][read]} {unit} |"
        for name, (words, found, read, unit) in CORPORA.items()
    ]
    return "\n".join(["| dates in | words found | found and rightly read |", "|---|---|---|", *rows, ""])


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
