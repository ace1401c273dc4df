"""When Python's collector of cyclic garbage is paused: where a stage makes many records and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_inside = 0
_was_on = False


@contextmanager
def collection_paused() -> Iterator[None]:
    """A pause of collection, within or around a function: each would look through every record there is.

    Any number of threads may be within; when the last one leaves, all is as the first one found it.
    """
    global _inside, _was_on
    with _lock:
        if not _inside:
            _was_on = gc.isenabled()
            gc.disable()
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside and _was_on:
                gc.enable()
