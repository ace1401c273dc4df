"""Progress that a person can watch: how many articles are done, how fast, and how long the rest will take.

It is shown on a terminal and in Jupyter, never in a pipe or a file; and in Python only where it is asked for, since
what a library prints unasked spoils logs, and notebooks that are stored with what they show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

#: Seconds between two changes of a cell of Jupyter.
_PAUSE = 0.5
#: To be called when one more article is done, with the number of those that were counted and need no work.
Done = Callable[[int], None]
Count = Callable[[], int | None]


def _unknown() -> None:
    return None


@contextmanager
def watched(wanted: bool, work: str, count: Count = _unknown) -> Iterator[Done]:
    """Progress while the work within goes on, where it is wanted and there is somebody to see it.

    Args:
        wanted: whether it is.
        work: what is done: "reading articles".
        count: how many articles there are, None where that is not known; asked only where it is shown.
    """
    if not wanted:
        yield _unseen
        return
    from rich.console import Console

    console = Console(stderr=True)
    if console.is_jupyter:
        with _in_cell(work, count) as done:
            yield done
    elif console.is_terminal and console.file.isatty():  # FORCE_COLOR makes no terminal
        with _on_terminal(console, work, count) as done:
            yield done
    else:
        yield _unseen


def told(done: int, total: int | None, seconds: float) -> str:
    """How many articles are done, how fast, and how long the rest takes at that pace.

    >>> told(30, 120, seconds=20)
    '30 of 120 articles, 1.5 a second, 0:01:00 left'
    >>> told(5, None, seconds=20)
    '5 articles, 15 a minute'
    """
    rate = done / max(seconds, 1e-3)
    pace = f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute"
    if total is None:
        return f"{done} articles, {pace}"
    return f"{done} of {total} articles, {pace}, {timedelta(seconds=round((total - done) / rate))} left"


def _unseen(known: int) -> None:
    """Nobody looks."""


def _left(count: int | None, known: int, done: int) -> int | None:
    """How many articles there are without the known ones; None where that is not known, or more than were counted."""
    return None if count is None or count - known < done else count - known


@contextmanager
def _on_terminal(console: Console, work: str, count: Count) -> Iterator[Done]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        progress.add_task(work, total=None)
        [task], counted = progress.tasks, count()

        def done(known: int) -> None:
            task.completed += 1
            task.total = total = _left(counted, known, int(task.completed))
            task.description = told(int(task.completed), total, task.elapsed or 0)

        yield done


@contextmanager
def _in_cell(work: str, count: Count) -> Iterator[Done]:
    from IPython.display import display

    begun = shown = monotonic()
    number, counted = 0, count()
    cell = display({"text/plain": work}, raw=True, display_id=True)  # type: ignore[no-untyped-call]

    def done(known: int) -> None:
        nonlocal number, shown
        number += 1
        if (now := monotonic()) - shown >= _PAUSE:
            shown = now
            cell.update({"text/plain": told(number, _left(counted, known, number), now - begun)}, raw=True)

    yield done
    cell.update({"text/plain": f"{work}: {timedelta(seconds=round(monotonic() - begun))}"}, raw=True)
