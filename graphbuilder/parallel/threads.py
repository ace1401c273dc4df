"""How many threads multiply matrices: one, because on some processors the last digits depend on their number.

A matrix product that is shared out is summed in another order. With one thread the bytes are the same in the main
process and in workers, which have fewer threads. Several processors are used by workers, as everywhere in graphbuilder.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

import numpy as np  # noqa: F401 - its library must be there before the libraries are looked for
from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """While it is open, numpy multiplies matrices with one thread; for all that the reader computes."""
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that multiply matrices in this process, looked for once."""
    return ThreadpoolController()
