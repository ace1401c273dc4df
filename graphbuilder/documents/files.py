"""Which files the user's paths, folders and globs denote, each with the id of its document."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path, PurePath
from unicodedata import normalize

from graphbuilder.documents.problem import Problem
from graphbuilder.documents.readers.formats import can_be_read, extensions
from graphbuilder.documents.remarks import listed, shortened
from graphbuilder.documents.storage import addresses, is_address, is_web, path_of
from graphbuilder.errors import InputError
from graphbuilder.records import content_hash

#: Standard input, as a path and as an id.
STDIN = "-"
STDIN_ID = "stdin"
#: Folders that hold the folders of users; their names go into no id.
_HOMES = frozenset({"home", "Users"})
#: From so many characters on, or with a line break, what names nothing is taken for a text in the wrong place.
_TEXT = 300
_WILDCARDS = ("*", "?", "[")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: the id of its document and its path, "-" or that of an address without user and query."""

    id: str
    path: PurePath
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Skipped:
    """A file of a kind that has no reader, by its path below the folder that was named."""

    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files, sorted by id, and the folders in which nothing, or not everything, can be read."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]


def list_sources(names: Iterable[str | Path]) -> Listing:
    """The files that paths, folders and globs denote, each once, sorted by id; InputError where none is there."""
    ids: dict[PurePath, set[str]] = {}
    remote: dict[PurePath, str] = {}
    problems: set[Problem] = set()
    for found in chain.from_iterable(_expand(str(name)) for name in names):
        if isinstance(found, Problem):
            problems.add(found)
        else:
            ids.setdefault(found.path, set()).add(normalize("NFC", found.id))
            remote[found.path] = found.address
    chosen = {path: max(candidates, key=lambda id: (id.count("/"), id)) for path, candidates in ids.items()}
    files = sorted(
        (File(id, path, remote[path]) for path, id in _with_distinct_ids(chosen).items()),
        key=lambda file: (file.id, file.path),
    )
    return Listing(tuple(files), tuple(sorted(problems, key=str)))


def origin(file: File) -> str:
    """Where a file lies, as far as others may know: its id with one more of the folders above it."""
    return STDIN_ID if file.path == Path(STDIN) else "/".join(_public_parts(file.path)[-file.id.count("/") - 2 :])


def _expand(name: str) -> Iterator[File | Problem]:
    """The files that one name denotes, with their ids under this name, and what cannot be read there."""
    if name == STDIN:
        yield File(STDIN_ID, Path(STDIN))
        return
    path = _from_home(name)
    if (len(name) >= _TEXT or "\n" in name.strip()) and not _exists(path):
        raise InputError(
            f"there is no file or folder {shortened(name)!r}; it looks like a text, and those are given as texts=[...] "
            "in Python, and as standard input (-) on the command line"
        )
    if is_address(name):
        yield from _at_address(name)
    elif name and _exists(path):
        yield from _files_at(path, "")
    elif any(sign in name for sign in _WILDCARDS):
        yield from _matching(path)
    else:
        raise _nothing_at(name)


def _files_at(path: Path, prefix: str) -> Iterator[File | Problem]:
    """The one file at a path, or those below a folder, with a note on what was left out there."""
    real = Path(os.path.realpath(path))
    if not path.is_dir():
        yield File(prefix + path.name, real)
        return
    skipped: list[str] = []
    empty = True
    for found in _walk(real, prefix):
        if isinstance(found, _Skipped):
            skipped.append(found.name)
            continue
        empty = empty and isinstance(found, Problem)
        yield found
    name = prefix.rstrip("/") or real.name
    if empty:
        yield Problem(name, _nothing_in(skipped))
    elif skipped:
        yield Problem(name, _not_read(skipped), kind="note")


def _walk(top: Path, prefix: str) -> Iterator[File | _Skipped | Problem]:
    """What lies below a folder, hidden files left out; links to folders are followed once."""
    seen: set[Path] = set()
    waiting = [(top, prefix)]
    while waiting:
        folder, path = waiting.pop()
        if folder in seen:
            continue
        seen.add(folder)
        try:
            entries = _entries(folder)
        except OSError as error:
            yield Problem(path.rstrip("/") or folder.name, f"the folder cannot be read ({error.strerror})")
            continue
        for entry in entries:
            if _is_folder(entry):
                waiting.append((Path(os.path.realpath(entry.path)), f"{path}{entry.name}/"))
            elif can_be_read(_suffix(entry.name)):
                yield File(path + entry.name, Path(os.path.realpath(entry.path) if entry.is_symlink() else entry.path))
            else:
                yield _Skipped(path + entry.name)


def _is_folder(entry: os.DirEntry[str] | Path) -> bool:
    """Whether an entry is a folder; a link to itself is none, and its reader reports it."""
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; the reader tells what is wrong with it
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _matching(pattern: Path) -> Iterator[File | Problem]:
    """The files that a glob matches; ids are counted from the last folder before the first wildcard."""
    fixed = next(at for at, part in enumerate(pattern.parts) if any(sign in part for sign in _WILDCARDS))
    base, rest = Path(*pattern.parts[:fixed]), "/".join(pattern.parts[fixed:])
    try:
        found = sorted(path for path in base.glob(rest) if not _is_hidden(path.relative_to(base)))
    except ValueError as error:
        raise InputError(f"{shortened(str(pattern))!r} is no pattern that can be used: {error}") from error
    if not found:
        raise InputError(f"nothing matches {shortened(str(pattern))!r}; look at what is in {shortened(str(base))!r}")
    for path in found:
        id = path.relative_to(base).as_posix()
        if not path.is_dir():
            if "**" not in rest or can_be_read(path.suffix.lower()):
                yield File(id, Path(os.path.realpath(path)))
        elif "**" not in rest:
            yield from _files_at(path, f"{id}/")


def _with_distinct_ids(ids: dict[PurePath, str]) -> dict[PurePath, str]:
    """Ids that no two files share: those of one name get as many of the folders above them as it takes."""
    by_id: dict[str, list[PurePath]] = {}
    for path, id in ids.items():
        by_id.setdefault(id, []).append(path)
    apart: dict[PurePath, str] = {}
    for id, paths in by_id.items():
        apart.update(zip(paths, _with_folders(id, paths) if len(paths) > 1 else [id], strict=True))
    return apart


def _with_folders(id: str, paths: Sequence[PurePath]) -> list[str]:
    """Ids of files of one name, with the fewest folders in front that make them differ."""
    depth = id.count("/") + 1
    folders = [_public_parts(path)[:-depth] for path in paths]
    for count in range(1, max(map(len, folders)) + 1):
        longer = ["/".join((*parts[-count:], id)) for parts in folders]
        if len(set(longer)) == len(longer):
            return longer
    return [f"{content_hash(str(path))}/{id}" for path in paths]


def _public_parts(path: PurePath) -> list[str]:
    """The parts of a real path without its root; the name of a user is replaced by a hash."""
    parts = [normalize("NFC", part) for part in path.parts[1:]]
    if len(parts) > 2 and parts[0] in _HOMES:
        parts[1] = content_hash(parts[1], digits=6)
    return parts


def _at_address(name: str) -> Iterator[File | Problem]:
    """The files at an address, hidden ones left out, with a note on what cannot be read."""
    skipped = []
    for id, address in addresses(name).items():
        if is_web(name) or can_be_read(_suffix(id)):
            if not _is_hidden(PurePath(id)):
                yield File(id, path_of(address), address)
        else:
            skipped.append(id)
    if skipped:
        yield Problem(path_of(name).name, _not_read(skipped), kind="note")


def _from_home(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such user
        return Path(name)


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL character
        return False


def _is_hidden(path: PurePath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _nothing_at(name: str) -> InputError:
    """The error for a name that denotes no file, with names in that folder that resemble it."""
    path = Path(name)
    try:
        near = get_close_matches(path.name, sorted(entry.name for entry in path.parent.iterdir()), n=3)
    except (OSError, ValueError):
        near = []
    hint = f"; did you mean {' or '.join(near)}? " if near else ". "
    return InputError(
        f"there is no file or folder {shortened(name)!r}{hint}Text itself is given as standard input "
        "(- on the command line), or as texts=[...] in Python"
    )


def _kinds() -> str:
    return f"files that are read end in {', '.join(extensions())}"


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _not_read(skipped: Sequence[str]) -> str:
    what = "1 file of a kind" if len(skipped) == 1 else f"{len(skipped)} files of kinds"
    return f"{what} that cannot be read: {listed(sorted(skipped), len(skipped))}; {_kinds()}"


def _nothing_in(skipped: Sequence[str]) -> str:
    counts = Counter(_suffix(name) or "without extension" for name in skipped)
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
    found = f"there are only other files ({kinds})" if kinds else "it is empty"
    return f"nothing to read in this folder: {found}; {_kinds()}"
