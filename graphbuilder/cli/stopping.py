"""Ctrl-C: one line on what is safe, and exit code 130."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from graphbuilder.cli.output import tell
from graphbuilder.export.clean import for_terminal

_REMEDY = "graphbuilder add PATH --store FILE keeps what it has read, whenever it is stopped"
NOTHING_WRITTEN = f"nothing was written, and what was read is lost; {_REMEDY}"
LINES_WRITTEN = f"each line that was written is whole; {_REMEDY}"


@contextmanager
def stoppable(safe: str | Callable[[], str]) -> Iterator[None]:
    """Within, or in a function that this decorates, Ctrl-C ends the program and tells what is `safe`."""
    try:
        yield
    except KeyboardInterrupt:
        tell(for_terminal(safe if isinstance(safe, str) else safe()), "stopped", "yellow")
        raise typer.Exit(130) from None


def end_workers() -> None:
    """End the processes that read: a program that ends early would wait for ever for what they want to hand over."""
    for worker in multiprocessing.active_children():
        worker.terminate()  # a worker of loky has no kill
