"""The command line: thin, the same verbs as the library.

Results go to standard output or the file named, everything else to standard error: progress bars on a terminal, and one
line for each input that was left out or needs a note. Exit code 0 is success, 1 bad input, 2 wrong usage.

What needs spaCy or networkx is loaded when a command begins to read: help, the version and whatever is wrong with the
options are told at once. `options` are those that all commands share, `output` is where results and messages go,
`reading` makes the graph, `stopping` is Ctrl-C, `commands` are the commands, `storing` those that work on a store.
"""

from __future__ import annotations

import io
import sys

from graphbuilder.cli.commands import app
from graphbuilder.cli.output import tell
from graphbuilder.cli.stopping import end_workers
from graphbuilder.cli.storing import commands
from graphbuilder.errors import GraphBuilderError
from graphbuilder.export.clean import for_terminal

__all__ = ["app", "main"]

app.add_typer(commands)


def main() -> None:
    """Run the program; a user's mistake is one line on standard error, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None where the caller has closed it
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SystemExit as end:
        if end.code:
            end_workers()
        raise
    except (GraphBuilderError, OSError) as error:
        tell(for_terminal(str(error)), "error", "red")
        end_workers()
        sys.exit(1)
