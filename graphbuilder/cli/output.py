"""Where results and messages go: standard output or a file, and standard error, whatever characters they have."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuilder.errors import OutputError
from graphbuilder.writing import replacing, write

if TYPE_CHECKING:
    from rich.console import Console


def check_output(output: Path, read: Iterable[str]) -> None:
    """Refuse a file that cannot be written, or is one of those that are read, before the reading, which may take hours.

    Raises:
        OutputError: it cannot.
    """
    if str(output) == "-":
        return
    if any(path != "-" and output.exists() and Path(path).exists() and output.samefile(path) for path in read):
        raise OutputError(f"{str(output)!r} is one of the files to read, and would be replaced; name another one")
    if output.is_dir():
        raise OutputError(f"{str(output)!r} is a folder; name a file in it")
    if not output.parent.is_dir():
        raise OutputError(f"the folder {str(output.parent)!r} does not exist; make it, or name another one")
    if output.exists() and not output.is_file():
        raise OutputError(f"{str(output)!r} is a device or a pipe, which would be replaced; - is standard output")


def number_of(count: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> number_of(1, "article"), number_of(3, "article"), number_of(2, "entity", "entities")
    ('1 article', '3 articles', '2 entities')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"


def put_lines(output: Path, lines: Generator[str]) -> None:
    """Write lines to standard output as they come, or to a file, which is replaced when all are there.

    Raises:
        OutputError: they cannot be written.
    """
    with closing(lines):
        if str(output) != "-":
            with replacing(output) as stream:
                stream.writelines(lines)
        else:
            all(put(output, line) for line in lines)  # as long as somebody reads them


def put(output: Path, content: str | bytes) -> bool:
    """Write a result to its file, or to standard output; whether there is still somebody who reads it.

    Raises:
        OutputError: it cannot be written.
    """
    if str(output) != "-":
        write(output, content)
        return True
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
            sys.stdout.flush()
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader of the pipe, such as head, has seen enough; what is left goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error
    return True


def tell(message: str, kind: str = "", colour: str = "") -> None:
    """Write one line to standard error, with its characters as they are, and no markup."""
    from rich.text import Text

    line = Text(message)
    console().print(Text(f"{kind}: ", colour) + line if kind else line, highlight=False, soft_wrap=True)


def console() -> Console:
    """Standard error, as rich sees it."""
    from rich.console import Console

    return Console(stderr=True)
