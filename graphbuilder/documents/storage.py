"""Files at an address (``s3://…``, ``https://…``): which there are, and their bytes, through fsspec.

fsspec, and what it takes for a kind of storage, is loaded only where the user names such an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any, BinaryIO, TypeVar, cast
from urllib.parse import urlsplit

from graphbuilder.errors import InputError
from graphbuilder.records import content_hash

Result = TypeVar("Result")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB = ("http", "https")
_HERE = ("memory", "file", "local")


def is_address(name: str) -> bool:
    """Whether a name is an address and no path.

    >>> is_address("s3://bucket/a.txt"), is_address("C:/a.txt")
    (True, False)
    """
    return _ADDRESS.match(name) is not None


def is_web(address: str) -> bool:
    """Whether an address is one of the web, where there are no folders."""
    return urlsplit(address).scheme.lower() in _WEB


def is_here(address: str) -> bool:
    """Whether what lies at an address can be had by this process, or this machine, alone."""
    return urlsplit(address).scheme.lower() in _HERE


def path_of(address: str) -> PurePosixPath:
    """Where an address lies, without what is nobody else's business: user, password and query.

    >>> str(path_of("https://ann:secret@example.org/news/a.html"))
    '/example.org/news/a.html'
    """
    parts = urlsplit(address)
    path = PurePosixPath("/", parts.netloc.rpartition("@")[2], parts.path.lstrip("/"))
    return path.with_stem(f"{path.stem}~{content_hash(parts.query)}") if parts.query else path


def addresses(address: str) -> dict[str, str]:
    """The files at an address, by id: of a folder or of a pattern, all below it; InputError where there are none."""
    if is_web(address):
        return {path_of(address).name: address}
    return _told(address, lambda: _listed(address))


@contextmanager
def opened(address: str) -> Iterator[BinaryIO]:
    """The bytes of the file at an address; InputError where they cannot be had."""
    with _told(address, lambda: _fsspec().open(address, "rb").open()) as stream:
        yield cast("BinaryIO", stream)


def _listed(address: str) -> dict[str, str]:
    system, path = _fsspec().url_to_fs(address)
    whole = re.split(r"[*?\[]", path)[0]
    if whole != path:
        base, found = whole.rpartition("/")[0], system.glob(path)
        found = [one for one in found if not system.isdir(one)]
    elif system.isdir(path):
        base, found = path.rstrip("/"), system.find(path)
    else:
        base, found = path.rpartition("/")[0], [path] if system.exists(path) else []
    if not found:
        raise InputError(f"there is nothing at {address!r}")
    return {one.removeprefix(base).lstrip("/"): system.unstrip_protocol(one) for one in sorted(found)}


def _told(address: str, work: Callable[[], Result]) -> Result:
    """What something gives; whatever goes wrong there is told with its address."""
    try:
        return work()
    except InputError:
        raise
    except ImportError as error:
        kind = urlsplit(address).scheme
        raise InputError(
            f"{kind}:// addresses need a package that is not installed: {error}; pip install it"
        ) from error
    except Exception as error:  # each kind of storage has errors of its own
        told = f"{type(error).__name__}: {error}"
        raise InputError(f"{address!r} cannot be read ({told}); look at the address, or name a local copy") from error


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise InputError('addresses are read with fsspec: pip install "graphbuilder[storage]"') from error
    return fsspec
