"""One function over many items, in this process or in joblib's workers, with the results in order.

joblib distributes. Its own back ends (loky, which is processes, and threading) and Dask are tested. A back end that
cannot hand over results one by one, such as "multiprocessing", is given the items in rounds.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, TypeVar

import joblib
from joblib.parallel import get_active_backend

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Items in a round, for each worker: enough that few of them wait for the last of the round.
ROUND = 4
#: Seconds between two looks whether the process that gave the work is still there.
LOOK = 1.0

_watching = threading.Lock()


def mapped(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None
) -> Iterator[tuple[Item, Result]]:
    """Each item with what the function makes of it, in order.

    Args:
        function: it and its results can be pickled, unless all stays in this process.
        items: they are taken as they are needed.
        workers: how many; 1 is this process. None is what joblib has active (``joblib.parallel_config``), and this
            process where that is nothing.

    >>> list(mapped(str, [1, 2], workers=None))
    [(1, '1'), (2, '2')]
    """
    backend, active = get_active_backend()
    jobs = workers if workers is not None else active if active is not None else backend.default_n_jobs
    if jobs == 1:
        yield from ((item, function(item)) for item in items)
        return
    # more processes than processors only cost memory: each holds the model
    jobs = min(jobs, joblib.cpu_count())
    given = _Remembered(items)
    calls = (joblib.delayed(_work)(_Giver(os.getpid()), function, item) for item in given)
    for result in _results(calls, jobs, one_by_one=backend.supports_return_generator):
        yield given.waiting.popleft(), result


class _Remembered(Generic[Item]):
    """Items that are kept, in the order in which they were taken, until their results are there.

    They are taken in threads of joblib: `itertools.tee` would not do.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self.waiting: deque[Item] = deque()

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.waiting.append(item)
            yield item


def _results(calls: Iterator[Any], jobs: int, *, one_by_one: bool) -> Iterator[Any]:
    if one_by_one:
        yield from joblib.Parallel(n_jobs=jobs, return_as="generator")(calls)
        return
    with joblib.Parallel(n_jobs=jobs) as parallel:
        while calls_of_round := list(islice(calls, ROUND * joblib.effective_n_jobs(jobs))):
            yield from parallel(calls_of_round)


def _work(_: _Giver, function: Callable[[Item], Result], item: Item) -> Result:
    return function(item)


class _Giver:
    """The process that gives work; a worker that receives this ends with it, for nobody else would end it.

    It precedes what is sent with it, so that the worker watches out while it loads what the work needs.
    """

    def __init__(self, process: int) -> None:
        self.process = process

    def __reduce__(self) -> tuple[Callable[[int], _Giver], tuple[int]]:
        return _watched, (self.process,)


def _watched(process: int) -> _Giver:
    if os.getppid() == process and _watching.acquire(blocking=False):  # never given back: one thread a process
        threading.Thread(target=_end_without, args=(process,), daemon=True).start()
    return _Giver(process)


def _end_without(process: int) -> None:
    while os.getppid() == process:
        time.sleep(LOOK)
    os._exit(1)
