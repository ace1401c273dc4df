"""Runs the notebooks and stores what they show with them, so that it can be seen without running anything.

    python notebooks/store.py

`tests/test_docs.py` runs them as well, and holds them to what is stored: the same code, and outputs of the same kinds
for each cell. Run this when a notebook has changed, or what it shows.
"""

from __future__ import annotations

import hashlib
import re
from itertools import groupby
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
NAMES = ("01_quickstart", "02_timeline", "03_extend", "04_many_documents")
#: The whole page is half a megabyte of scripts, which viewers of stored notebooks leave out; its picture stays.
_FRAME = re.compile(r"<iframe\b.*?</iframe>", re.DOTALL)
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def read(name: str) -> nbformat.NotebookNode:
    """A notebook as it is stored."""
    return nbformat.read(HERE / f"{name}.ipynb", as_version=4)


def run(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with what its cells give now, without scripts and without what no two runs share."""
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(HERE)}})
    client.execute()
    for cell in notebook.cells:
        cell.metadata.clear()
        for output in cell.get("outputs", ()):
            for kind, text in output.get("data", {}).items():
                output.data[kind] = _ADDRESS.sub("", _FRAME.sub("", text))
    notebook.metadata.language_info = {"name": "python"}
    notebook.metadata.graphbuilder = {"code": fingerprint(notebook)}
    return notebook


def fingerprint(notebook: nbformat.NotebookNode) -> str:
    """A hash of the code of a notebook: what is stored with it was made by this and no other code."""
    code = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    return hashlib.sha256(code.encode()).hexdigest()[:16]


def kinds(notebook: nbformat.NotebookNode) -> list[list[str]]:
    """Of which kinds the outputs of each cell are; what one cell prints may come in pieces, which count as one."""
    return [
        [kind for kind, _ in groupby(" ".join(sorted(one.get("data", {}))) or one.output_type for one in outputs)]
        for outputs in (cell.get("outputs", ()) for cell in notebook.cells)
    ]


def main() -> None:
    """Run and store all of them."""
    for name in NAMES:
        text = nbformat.writes(run(read(name)), indent=1, ensure_ascii=False)
        (HERE / f"{name}.ipynb").write_text(text.rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
