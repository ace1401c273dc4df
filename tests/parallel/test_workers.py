"""Work handed out: in order, wherever joblib sends it; and workers that end with the process they work for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import warnings
from itertools import count, islice
from operator import neg

import joblib
import pytest
from joblib.parallel import ThreadingBackend, register_parallel_backend

import graphbuilder as gb
from graphbuilder.parallel.batches import batches
from graphbuilder.parallel.workers import mapped

DOCUMENTS = [
    gb.Document(text=f"NATO leaders met in Bucharest on {day} April 2008.", id=f"{day}.txt") for day in range(1, 8)
]


class AllAtOnce(ThreadingBackend):
    """A back end that gives its results only when all are there."""

    supports_return_generator = False


register_parallel_backend("all_at_once", AllAtOnce)


def where():
    """A function that tells which process it runs in; made here, so that it is sent as it is, not by its name."""
    return lambda _: os.getpid()


@pytest.mark.parametrize("backend", ["loky", "threading", "all_at_once"])
@pytest.mark.parametrize("workers", [1, 2, 99])
def test_in_order_whatever_joblib_uses(backend, workers):
    with joblib.parallel_config(backend=backend):
        assert list(mapped(neg, range(40), workers)) == [(one, -one) for one in range(40)]


@pytest.mark.filterwarnings("ignore:.*tasks have been successfully executed:UserWarning")  # joblib's, when one stops
@pytest.mark.parametrize("backend", ["threading", "all_at_once"])
def test_without_an_end_nothing_waits_for_it(backend):
    with joblib.parallel_config(backend=backend, n_jobs=2):
        assert list(islice(mapped(neg, count(), None), 5)) == [(one, -one) for one in range(5)]


def test_where_it_is_done():
    """Left out, the workers are those that joblib has active; with 1, or where there are none, this process does it."""
    here = os.getpid()
    assert {result for _, result in mapped(where(), range(4), None)} == {here}
    with joblib.parallel_config(backend="loky", n_jobs=2):
        assert here not in {result for _, result in mapped(where(), range(4), None)}
        assert {result for _, result in mapped(where(), range(4), 1)} == {here}
    assert here not in {result for _, result in mapped(where(), range(4), 2)}


@pytest.mark.parametrize("backend", ["threading", "all_at_once"])
def test_documents_through_any_back_end(backend):
    with joblib.parallel_config(backend=backend, n_jobs=2):
        assert tuple(gb.extract(DOCUMENTS)) == tuple(gb.extract(DOCUMENTS, workers=1))


def test_documents_through_dask():
    """On a cluster of two processes, which is used without being asked for with `workers`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own doing
        import distributed

        cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        with cluster, distributed.Client(cluster), joblib.parallel_config(backend="dask"):
            pids = {result for _, result in mapped(where(), range(4), None)}
            found = tuple(gb.extract(DOCUMENTS))
    assert os.getpid() not in pids
    assert found == tuple(gb.extract(DOCUMENTS))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_workers_end_when_the_process_they_work_for_is_killed(tmp_path):
    code = (
        "import os, time, joblib; from graphbuilder.parallel.workers import mapped\n"
        "def work(seconds):\n"
        "    os.write(1, b'%d\\n' % os.getpid()); time.sleep(seconds)\n"  # a line at once, not mixed with the other's
        "list(mapped(work, [60, 60], 2))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as giver:
        pids = [int(giver.stdout.readline()) for _ in range(2)]
        giver.kill()
    assert len({giver.pid, *pids}) == 3
    end = time.monotonic() + 20
    while any(is_running(pid) for pid in pids):
        assert time.monotonic() < end, "a worker is still there"
        time.sleep(0.1)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return not state.startswith("Z")  # one that has ended and that nobody has asked about


@pytest.mark.parametrize(
    ("lengths", "most", "characters", "expected"),
    [
        ([], 2, 10, []),
        ([1, 1, 1], 2, 10, [[1, 1], [1]]),
        ([4, 4, 4], 9, 8, [[4, 4], [4]]),
        ([4, 4, 4], 9, 7, [[4], [4], [4]]),
        ([99, 1, 99], 9, 10, [[99], [1], [99]]),
        ([0, 0, 0], 2, 0, [[0, 0], [0]]),
    ],
)
def test_batches_are_bounded_in_number_and_in_characters(lengths, most, characters, expected):
    assert list(batches(lengths, int, most, characters)) == expected


def test_batches_take_no_more_than_they_need():
    numbers = iter(range(1, 100))
    assert next(batches(numbers, int, 3, 1000)) == [1, 2, 3]
    assert next(numbers) <= 5
