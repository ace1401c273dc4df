"""The options that several commands share: what is read and how, and where the result goes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders or globs: .txt .md .html .json .jsonl .csv .tsv; stores; what extract wrote; "
        "- is standard input.",
        show_default=False,
    ),
]
StoreFile = Annotated[
    Path, typer.Option("--store", metavar="FILE", help="The file that keeps what was read.", show_default=False)
]
Model = Annotated[str | None, typer.Option(help="A spaCy pipeline by name, or a folder.", rich_help_panel="Reading")]
Workers = Annotated[int, typer.Option(min=1, help="Processes to read with.", rich_help_panel="Reading")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="For tables and JSON: which column holds text, title, published, source, language, id or url.",
        rich_help_panel="Reading",
    ),
]
Encoding = Annotated[
    str | None, typer.Option(help="Encoding of the files; recognised if left out.", rich_help_panel="Reading")
]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="A YAML file of what is wrong with names, events, links and articles, and of new names.",
        rich_help_panel="Reading",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="When articles came out that tell no day and whose address tells none: 2022-07-26.",
        rich_help_panel="Reading",
    ),
]
SourceName = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help="The outlet of articles that name none and have no address.",
        rich_help_panel="Reading",
    ),
]
AboutFiles = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A CSV table about text files with columns file, published, source, title, url. "
        "It comes before what the files say of themselves.",
        rich_help_panel="Reading",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop at the first input that cannot be used.", rich_help_panel="Reading")
]
About = Annotated[str | None, typer.Option(help="Only events of this person, place or organisation.")]
Start = Annotated[str | None, typer.Option(help="Leave out what was over before: 2008, 2008-04, 2008-04-02.")]
End = Annotated[str | None, typer.Option(help="Leave out what began after.")]
Top = Annotated[
    int | None,
    typer.Option(min=1, help="Only so many lines: what most outlets tell, of each day one before two."),
]
Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write; - is standard output.")]
#: The output where none is named.
STANDARD_OUTPUT = Path("-")
