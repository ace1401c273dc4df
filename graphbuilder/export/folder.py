"""When a folder may be written: only where it is empty or ours, and never a file outside it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from graphbuilder.errors import OutputError
from graphbuilder.writing import sweep, write

#: The file that says that a folder is ours, and which files in it are.
MARKER = ".graphbuilder.json"
#: A part of a name of a file that means the same everywhere: no separator, nothing hidden, no device of Windows.
_PART = re.compile(
    r"(?!\.)(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\x00-\x1f\x7f/\\:*?\"<>|]{1,120}(?<![. ])", re.I
)


def check_folder(folder: Path) -> None:
    """Refuse a folder that may not be written.

    Raises:
        OutputError: it is there and neither empty nor ours, or it is no folder, or cannot be made.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputError(f"{str(folder)!r} is no folder, and this format needs one; name another")
    if not folder.exists():
        if not folder.parent.is_dir():
            raise OutputError(f"the folder {str(folder.parent)!r} does not exist; make it, or name another one")
        return
    if any(folder.iterdir()) and _listed(folder) is None:
        raise OutputError(
            f"the folder {str(folder)!r} is not empty and was not written by graphbuilder; name a new one"
        )


def put_folder(folder: Path, files: Mapping[str, str | bytes], name: str) -> None:
    """Write the files of a folder, and remove those that an earlier call wrote there and this one does not.

    Raises:
        OutputError: it is not ours, a name is no name of a file, or somebody else's file is in the way.
    """
    check_folder(folder)
    for file in files:
        if not is_file_name(file):
            raise OutputError(f"{file!r} cannot be the name of a file in a folder")
    try:
        old = _listed(folder) or set()
        _check_free(folder, files, old)
        folder.mkdir(exist_ok=True)
        _mark(folder, old | set(files), name)
        for inner in sorted({(folder / file).parent for file in files}):
            inner.mkdir(exist_ok=True, parents=True)
            sweep(inner)
        for file, content in files.items():
            write(folder / file, content, swept=True)
        for file in sorted(old - set(files)):
            (folder / file).unlink(missing_ok=True)
        _mark(folder, files.keys(), name)
    except OSError as error:
        raise OutputError(f"cannot write the folder {str(folder)!r}: {error.strerror or error}") from error


def _check_free(folder: Path, files: Collection[str], old: Collection[str]) -> None:
    """Refuse to replace files that somebody else has put between ours, and links that lead out of the folder."""
    for file in files:
        target = folder / file
        outside = [one for one in target.parents if folder in one.parents and one.is_symlink()]
        if outside or (file not in old and (target.is_symlink() or target.exists())):
            raise OutputError(
                f"{str(outside[0] if outside else target)!r} was not written by graphbuilder; move it away"
            )


def is_file_name(file: str) -> bool:
    """Whether this can be the name of a file in a folder on every system; "/" parts the folders in it."""
    return all(_PART.fullmatch(part) for part in file.split("/"))


def _mark(folder: Path, files: Collection[str], name: str) -> None:
    told = {"format": name, "files": sorted(files)}
    write(folder / MARKER, json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _listed(folder: Path) -> set[str] | None:
    """The files of ours in a folder; None where it is not ours. The list is believed of nothing outside the folder."""
    marker = folder / MARKER
    try:
        if marker.is_symlink():
            return None
        files = json.loads(marker.read_text("utf-8"))["files"]
        return {one for one in files if isinstance(one, str) and is_file_name(one) and _is_inside(folder, one)}
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _is_inside(folder: Path, file: str) -> bool:
    return not any(one.is_symlink() for one in (folder / file).parents if folder in one.parents)
