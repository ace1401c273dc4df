"""Text files written in one step, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import IO

from graphbuilder.errors import OutputError


@contextmanager
def replacing(path: str | PathLike[str]) -> Iterator[IO[str]]:
    """A stream of UTF-8 text that takes the place of the file when all is written; after an error the old one stays.

    Raises:
        OutputError: the folder is missing or not writable, the disk is full, or the name is that of a device or pipe,
            which a new file must not take the place of.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            raise OutputError(f"cannot write {str(target)!r}: it is no ordinary file; name a file in a folder")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except (OSError, ValueError) as error:
        raise _cannot(target, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        raise _cannot(target, error) from error
    finally:
        Path(name).unlink(missing_ok=True)


def write(path: str | PathLike[str], text: str) -> None:
    """Write a text file in one step: whoever looks sees the old file or the whole new one.

    Raises:
        OutputError: the file cannot be written; see `replacing`.
    """
    with replacing(path) as stream:
        stream.write(text)


def _cannot(target: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or error
    return OutputError(f"cannot write {str(target)!r}: {reason}; name a file in a folder that you may write to")


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
