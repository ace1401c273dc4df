"""How often does each yes/no rule say yes?

    python benchmarks/firing.py FOLDER… [--never] [--under events]
    python benchmarks/firing.py FOLDER… --resolve [--never]

A rule is a function of `graphbuilder` that is annotated ``-> bool``, or ``-> … | None``, which says yes by giving
something. Each is counted over the documents of the folders
and files (as `graphbuilder build` takes them; GOLD files in JSON lines with a `text` work as well): asked, yes, and in
how many documents. `--never` lists only those that never say yes: what fires on no public text earns no place, unless
a second real sentence shows its use. With `--resolve` the rules of resolution are counted instead, each folder or file
being a collection of its own. About four times slower than without counting.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import graphbuilder as gb

PACKAGE = Path(gb.__file__).parent
#: A rule by its place: file below the package, and line of its first statement's function.
Place = tuple[str, int]


def rules(under: str) -> dict[Place, str]:
    """The rules below a folder of the package, by where their code begins."""
    return {
        (str(path), _start(node)): f"{path.relative_to(PACKAGE).with_suffix('')}:{node.name}"
        for path in sorted((PACKAGE / under).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.returns is not None and _is_rule(ast.unparse(node.returns))
    }


def _is_rule(returns: str) -> bool:
    return returns == "bool" or returns.endswith("| None")


def _start(node: ast.FunctionDef) -> int:
    """The first line of a function; of a decorated one, as a property is, that of its first decorator."""
    return min(one.lineno for one in (node, *node.decorator_list))


class Counts:
    """Asked, yes, and documents with a yes, of each place; a profiler while it is on."""

    def __init__(self, places: dict[Place, str]) -> None:
        self.places, self.asked, self.yes, self.documents = places, Counter[str](), Counter[str](), Counter[str]()
        self._of_code: dict[CodeType, str] = {}
        self._here: set[str] = set()

    def __call__(self, frame: FrameType, event: str, value: Any) -> None:
        if event != "return":
            return
        code = frame.f_code
        name = self._of_code.get(code)
        if name is None:
            name = self._of_code[code] = self.places.get((code.co_filename, _first_line(code)), "")
        if name:
            self.asked[name] += 1
            if value:
                self.yes[name] += 1
                self._here.add(name)

    def end_document(self) -> None:
        """Count the document that was just read."""
        self.documents.update(self._here)
        self._here.clear()


def _first_line(code: CodeType) -> int:
    """The line of ``def``; that of a decorated function's code is its first decorator's."""
    lines = [line for _, _, line in code.co_lines() if line]
    return min(lines) if lines else code.co_firstlineno


def read(paths: list[str]) -> Iterator[gb.Document]:
    """The documents of files and folders, each once."""
    yield from gb.read_documents(paths)


def count_extraction(paths: list[str], counts: Counts) -> int:
    """Count while the documents are read; how many there are."""
    documents, pipeline = list(read(paths)), gb.Pipeline()
    for document in documents:
        sys.setprofile(counts)
        for _ in pipeline([document]):
            counts.end_document()
        sys.setprofile(None)
    return len(documents)


def count_resolution(paths: list[str], counts: Counts) -> int:
    """Count while each collection is resolved, which counts as one document; how many documents there are."""
    number = 0
    for path in paths:
        extractions = list(gb.extract(read([path])))
        number += len(extractions)
        sys.setprofile(counts)
        gb.resolve(extractions)
        sys.setprofile(None)
        counts.end_document()
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--under", default="", help="only rules below this folder of the package, such as events")
    parser.add_argument("--resolve", action="store_true", help="count the rules of resolution, a collection each path")
    parser.add_argument("--never", action="store_true", help="list only the rules that never say yes")
    options = parser.parse_args()
    places = rules(options.under or ("resolve" if options.resolve else ""))
    counts = Counts(places)
    number = (count_resolution if options.resolve else count_extraction)(options.paths, counts)
    for name in sorted(places.values()):
        if not options.never or not counts.yes[name]:
            print(f"{name}\t{counts.asked[name]}\t{counts.yes[name]}\t{counts.documents[name]}")
    never = sum(not counts.yes[name] for name in places.values())
    print(f"{number} documents: {never} of {len(places)} rules never say yes", file=sys.stderr)


if __name__ == "__main__":
    main()
