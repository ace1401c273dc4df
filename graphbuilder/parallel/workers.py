"""One function over batches of items, in this process or in workers, with the results in order.

joblib says where: in processes (loky), in threads, or on the cluster of the Dask client that is there. Each of them is
used as an executor of `concurrent.futures`, so that the results of one map may be the items of another. What dies with
its worker is done again, in halves, until the one item is found of which workers die.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from typing import Generic, TypeVar

import joblib
from joblib.externals.loky import get_reusable_executor, process_executor
from joblib.externals.loky.process_executor import ProcessPoolExecutor, ShutdownExecutorError, TerminatedWorkerError
from joblib.parallel import ThreadingBackend, get_active_backend

from graphbuilder.errors import GraphBuilderError, InputError

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Batches on their way, for each worker: enough that none waits while this process is busy with results.
AHEAD = 3
#: Seconds after which a process without work ends; until then it keeps the model.
IDLE = 300
#: Seconds between two looks whether the process that gave the work is still there.
LOOK = 1.0
#: Bytes by which a process may grow after its first batch, for which it may not have needed the model; loky, which has
#: less patience, ends one that grows more, and starts another.
GROWTH = 2 * 10**9
#: How often an item must kill its worker while no other is on its way; an outsider may have killed it once.
DEATHS = 2
#: How many items may kill their workers before anything else was done at all.
MOST_LOST = 3
_DEATHS = (TerminatedWorkerError, ShutdownExecutorError)
_PROCESSES = ("LokyBackend", "MultiprocessingBackend")
#: Of each process: there are as many as processors.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

_watching = threading.Lock()


def how_many(workers: int | None) -> int:
    """How many workers there are; 1 is this process.

    Args:
        workers: as the user says it. None is what joblib has active (``joblib.parallel_config``), and this process
            where that is nothing.

    Raises:
        InputError: there cannot be so many.

    >>> how_many(None)
    1
    """
    backend, active = get_active_backend()
    jobs = workers if workers is not None else active if active is not None else backend.default_n_jobs
    if jobs == 0:
        raise InputError("0 workers read nothing; 1 is this process, and -1 are as many as there are processors")
    # more processes than processors only cost memory: each holds the model
    return 1 if jobs == 1 else int(backend.effective_n_jobs(min(jobs, joblib.cpu_count())))


def mapped(
    function: Callable[[list[Item]], list[Result]],
    batches: Iterable[list[Item]],
    workers: int | None,
    lost: Callable[[Item], Result],
) -> Iterator[tuple[list[Item], list[Result]]]:
    """Each batch with what the function makes of it, in order.

    Args:
        function: from a batch to as many results; it and they can be pickled, unless all stays in this process.
        batches: they are taken as they are needed.
        workers: as of `how_many`.
        lost: the result of an item that kills the process that has it.

    Raises:
        InputError: joblib's back end is none of those above.
        GraphBuilderError: workers die whatever they are given.

    >>> list(mapped(sorted, [[2, 1], [3]], workers=None, lost=int))
    [([2, 1], [1, 2]), ([3], [3])]
    """
    jobs = how_many(workers)
    if jobs == 1:
        yield from ((batch, function(batch)) for batch in batches)
        return
    given = _Given(function, _executor(jobs), lost)
    try:
        for batch in batches:
            given.add(batch)
            if len(given.waiting) >= AHEAD * jobs:
                yield given.first()
        while given.waiting:
            yield given.first()
    finally:
        given.stop()


class _Given(Generic[Item, Result]):
    """The batches that were given to workers and whose results are still to come.

    Args:
        function: as of `mapped`.
        executor: gives the executor: a new one where the last one is broken.
        lost: as of `mapped`.
    """

    def __init__(
        self,
        function: Callable[[list[Item]], list[Result]],
        executor: Callable[[], Executor],
        lost: Callable[[Item], Result],
    ) -> None:
        self.waiting: deque[tuple[list[Item], Future[bytes]]] = deque()
        self._function, self._executor, self._lost = function, executor, lost
        self._any_done, self._all_lost = False, 0

    def add(self, batch: list[Item]) -> None:
        """Give one more batch to the workers."""
        self.waiting.append((batch, self._submitted(batch)))

    def first(self) -> tuple[list[Item], list[Result]]:
        """The batch that was given first, with its results."""
        batch, future = self.waiting.popleft()
        results = self._results(future)
        if results is None:
            wait([other for _, other in self.waiting])
            results = self._again(batch)
        return batch, results

    def stop(self) -> None:
        """Let nobody go on with what is not wanted any more."""
        for _, future in self.waiting:
            future.cancel()
        if self.waiting and isinstance(executor := self._executor(), ProcessPoolExecutor):
            with _silent_threads():  # loky's own may find a process gone that it is about to kill
                executor.shutdown(kill_workers=True)  # another map that uses it gets a new one

    def _submitted(self, batch: list[Item]) -> Future[bytes]:
        # pickled here: loky's own pickling is slower by far, and the scheduler of Dask would unpickle what it gets
        future: Future[bytes] = Future()
        try:
            packed = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        except Exception:  # the user's own objects may be such that cannot be sent
            future.set_result(pickle.dumps(self._function(batch), pickle.HIGHEST_PROTOCOL))
            return future
        try:
            return self._executor().submit(_work, self._function, packed)
        except _DEATHS as error:  # a worker has died just now
            future.set_exception(error)
            return future

    def _results(self, future: Future[bytes]) -> list[Result] | None:
        """The results of a batch; None where its worker died."""
        try:
            results: list[Result] = pickle.loads(future.result())
        except Exception as error:
            if isinstance(error, _DEATHS) or type(error).__name__ == "KilledWorker":  # of Dask
                return None
            raise
        self._any_done = True
        return results

    def _again(self, batch: list[Item]) -> list[Result]:
        """The results of a batch that is done with no other on its way; where its worker dies, each half alone."""
        for _ in range(1 if len(batch) > 1 else DEATHS):
            results = self._results(self._submitted(batch))
            if results is not None:
                return results
        if len(batch) > 1:
            middle = len(batch) // 2
            return self._again(batch[:middle]) + self._again(batch[middle:])
        self._all_lost += 1
        if self._all_lost >= MOST_LOST and not self._any_done:
            raise GraphBuilderError(
                f"{MOST_LOST} processes have died before they had done anything, perhaps for lack of memory; "
                "take fewer workers"
            )
        return [self._lost(batch[0])]


@contextmanager
def _silent_threads() -> Iterator[None]:
    """Nothing is printed of a thread that fails meanwhile."""
    hook = threading.excepthook
    threading.excepthook = lambda _: None
    try:
        yield
    finally:
        threading.excepthook = hook


def _work(function: Callable[[list[Item]], list[Result]], batch: bytes) -> bytes:
    return pickle.dumps(function(pickle.loads(batch)), pickle.HIGHEST_PROTOCOL)


def _executor(jobs: int) -> Callable[[], Executor]:
    """What gives the executor of the back end that joblib has active.

    Raises:
        InputError: there is none for it.
    """
    backend, _ = get_active_backend()
    if hasattr(backend, "client"):  # Dask
        executor: Executor = backend.client.get_executor(pure=False)
    elif isinstance(backend, ThreadingBackend):
        executor = ThreadPoolExecutor(jobs)
    elif type(backend).__name__ in _PROCESSES:
        start = {"initializer": _watch, "initargs": (os.getpid(),), "env": _ONE_THREAD}
        return partial(get_reusable_executor, jobs, timeout=IDLE, **start)
    else:
        raise InputError(f"articles cannot be read with the joblib back end {backend!r}; take loky, threading or dask")
    return lambda: executor


def _watch(process: int) -> None:
    """Let this worker end with the process that it works for, for nobody else would end it, and not by Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    process_executor._MAX_MEMORY_LEAK_SIZE = GROWTH
    if os.getppid() == process and _watching.acquire(blocking=False):  # never given back: one thread a process
        threading.Thread(target=_end_without, args=(process,), daemon=True).start()


def _end_without(process: int) -> None:
    while os.getppid() == process:
        time.sleep(LOOK)
    os._exit(1)
