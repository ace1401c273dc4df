"""How a file is written: in one step, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from io import TextIOWrapper
from os import PathLike
from pathlib import Path
from typing import IO

from graphbuilder.errors import OutputError

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_NB, flock

#: Whether files are locked while they are written. On Windows a file that is open cannot be removed anyway.
_LOCKS = sys.platform != "win32"

#: The end of the name of a file that is being written.
_PART = ".graphbuilder.part"


@contextmanager
def replacing(path: str | PathLike[str]) -> Iterator[IO[str]]:
    """A stream of UTF-8 text that replaces the file when all is written; after an error the old one stays.

    What writers of the same file left behind when they were killed is taken away.

    Raises:
        OutputError: the folder is missing or not writable, the disk is full, or the name is that of a device or pipe,
            which a new file must not take the place of.
    """
    with _replacing_bytes(Path(path)) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        yield text
        text.detach()  # flushed, and left open for its owner


@contextmanager
def _replacing_bytes(target: Path, swept: bool = False) -> Iterator[IO[bytes]]:
    try:
        if target.exists() and not target.is_file():
            raise OutputError(f"cannot write {str(target)!r}: it is no ordinary file; name a file in a folder")
        if not swept:
            _sweep(target.parent, f"{escape(_prefix(target))}*")
        handle, name = _begun(target)
    except (OSError, ValueError) as error:
        raise _cannot(target, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            if _LOCKS:  # while it is locked
                _put(name, target)
        if not _LOCKS:  # Windows moves no file that is open
            _put(name, target)
    except OSError as error:
        raise _cannot(target, error) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _put(name: str, target: Path) -> None:
    Path(name).chmod(_mode(target))
    Path(name).replace(target)


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}."


def _begun(target: Path) -> tuple[int, str]:
    """A new file beside the target, locked for as long as it is open."""
    while True:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=_PART)
        if sys.platform == "win32":
            return handle, name
        with suppress(OSError):  # some network drives know no locks; what is left there stays
            flock(handle, LOCK_EX)
        if os.fstat(handle).st_nlink:  # else another writer swept it away before the lock
            return handle, name
        os.close(handle)


def sweep(folder: Path) -> None:
    """Take away what writers of any file in this folder left behind when they were killed."""
    _sweep(folder, ".*")


def _sweep(folder: Path, names: str) -> None:
    for part in folder.glob(f"{names}{_PART}"):
        with suppress(OSError):
            _remove_unless_open(part)


def _remove_unless_open(part: Path) -> None:
    """Remove what a killed writer left. One that still writes holds the lock, which ends with its process.

    Raises:
        OSError: it is still being written, or may not be removed.
    """
    with part.open("rb") as stream:
        if sys.platform != "win32":
            flock(stream, LOCK_EX | LOCK_NB)
            part.unlink()
            return
    part.unlink()


def write(path: str | PathLike[str], content: str | bytes, *, swept: bool = False) -> None:
    """Write a file (text in UTF-8) in one step: whoever looks sees the old file or the whole new one.

    Args:
        path: the file.
        content: all that it will hold.
        swept: its folder has just been swept; of many files in one folder this saves looking through it for each.

    Raises:
        OutputError: the file cannot be written; see `replacing`.
    """
    with _replacing_bytes(Path(path), swept) as stream:
        stream.write(content.encode("utf-8") if isinstance(content, str) else content)


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
