"""Work handed out: in order, wherever joblib sends it; and workers that end with the process they work for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from dataclasses import replace
from itertools import count, islice

import joblib
import pytest
from joblib.parallel import SequentialBackend, register_parallel_backend

import graphbuilder as gb
from graphbuilder.documents.readers.unread import Unread
from graphbuilder.parallel.batches import batches
from graphbuilder.parallel.workers import mapped

DOCUMENTS = [
    gb.Document(text=f"NATO leaders met in Bucharest on {day} April 2008.", id=f"{day}.txt") for day in range(1, 8)
]


class Unknown(SequentialBackend):
    """A back end that nobody here knows."""

    def effective_n_jobs(self, n_jobs):
        return n_jobs


register_parallel_backend("unknown", Unknown)


def negative():
    """A function of batches; made here, so that it is sent as it is, not by its name."""
    return lambda batch: [-one for one in batch]


def where():
    """A function that tells for each batch which process has it."""
    return lambda _: [os.getpid()]


def batches_of(numbers, most=3):
    return batches(numbers, lambda _: 0, most)


def results(found):
    return [one for _, many in found for one in many]


def processes(workers):
    return set(results(mapped(where(), batches_of(range(9)), workers, str)))


@pytest.mark.parametrize("backend", ["loky", "multiprocessing", "threading"])
@pytest.mark.parametrize("workers", [1, 2, 99, -1])
def test_in_order_whatever_joblib_uses(backend, workers):
    with joblib.parallel_config(backend=backend):
        found = list(mapped(negative(), batches_of(range(40)), workers, str))
    assert [one for batch, _ in found for one in batch] == list(range(40))
    assert results(found) == [-one for one in range(40)]


@pytest.mark.parametrize("workers", [1, 2])
def test_without_an_end_nothing_waits_for_it(workers):
    assert results(islice(mapped(negative(), batches_of(count()), workers, str), 2)) == [0, -1, -2, -3, -4, -5]


def test_where_it_is_done():
    """Left out, the workers are those that joblib has active; with 1, or where there are none, this process does it."""
    here = os.getpid()
    assert processes(None) == {here}
    with joblib.parallel_config(backend="loky", n_jobs=2):
        assert here not in processes(None)
        assert processes(1) == {here}
    assert here not in processes(2)


def test_one_map_feeds_another():
    first = mapped(negative(), batches_of(range(100)), 2, str)
    second = mapped(negative(), batches_of((one for _, many in first for one in many), most=7), 2, str)
    assert results(second) == list(range(100))


@pytest.mark.parametrize(
    ("backend", "workers", "told"), [("loky", 0, "0 workers"), ("unknown", 2, "take loky, threading or dask")]
)
def test_what_cannot_be_is_an_error(backend, workers, told):
    with joblib.parallel_config(backend=backend), pytest.raises(gb.InputError, match=told):
        list(mapped(negative(), [[1]], workers, str))


def test_an_error_of_the_function_is_raised_here():
    def divide(batch):
        return [1 // one for one in batch]

    with pytest.raises(ZeroDivisionError):
        list(mapped(divide, [[1], [0]], 2, str))
    assert results(mapped(divide, [[1]], 2, str)) == [1]


class Here:
    """What no other process can have."""

    def __init__(self, number):
        self.number, self.lock = number, threading.Lock()

    def __neg__(self):
        return -self.number


def test_what_cannot_be_sent_is_done_here():
    numbers = [Here(one) if one == 4 else one for one in range(9)]
    assert results(mapped(negative(), batches_of(numbers), 2, str)) == [-one for one in range(9)]


def test_a_worker_that_loads_a_model_is_kept():
    """Its first batch may have needed none, so that loky takes what follows for a leak of memory."""

    def work(batch):
        if 0 not in batch:
            sys.modules[f"held-{batch}"] = b"x" * (350 * 10**6)
            time.sleep(1.1)  # loky looks once a second
        return [os.getpid()]

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(set(results(mapped(work, ([one] for one in (0, 0, 1, 2, 0, 0)), 2, str)))) <= 2


# --- workers that die ---------------------------------------------------------------------------------------------


def killing(*fatal, times=99, marks=None):
    """A function that kills its process at some numbers, each as many times as is said (counted in a folder)."""

    def work(batch):
        for one in batch:
            if one in fatal and len(list(marks.glob(f"{one}-*"))) < times:
                (marks / f"{one}-{time.monotonic_ns()}").touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return [str(one) for one in batch]

    return work


needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")


@needs_kill
@pytest.mark.parametrize(("fatal", "times"), [([7], 1), ([7], 99), ([0, 7, 8], 99), ([19], 99)])
def test_what_kills_its_worker_costs_nobody_else(tmp_path, fatal, times):
    """What dies once (somebody killed it) is done again; of what always dies each is found."""
    found = mapped(
        killing(*fatal, times=times, marks=tmp_path), batches_of(range(20), most=4), 2, lambda one: f"no {one}"
    )
    lost = fatal if times > 1 else []
    assert results(found) == [f"no {one}" if one in lost else str(one) for one in range(20)]


@needs_kill
def test_where_all_die_the_run_ends(tmp_path):
    with pytest.raises(gb.GraphBuilderError, match="take fewer workers"):
        list(mapped(killing(*range(20), marks=tmp_path), batches_of(range(20), most=4), 2, str))


# --- documents ----------------------------------------------------------------------------------------------------


class Fatal(str):
    """A text that ends the process that unpacks it, as one may for which there is no memory."""

    __slots__ = ()

    def __reduce__(self):
        return os._exit, (1,)


def test_documents_through_threads():
    with joblib.parallel_config(backend="threading", n_jobs=2):
        assert tuple(gb.extract(DOCUMENTS)) == tuple(gb.extract(DOCUMENTS, workers=1))


def test_a_document_that_kills_its_worker_is_left_out_alone(tmp_path):
    fatal, problems = gb.Document(text=Fatal("NATO met."), id="fatal.txt"), []
    with gb.Store(tmp_path / "news.store") as store:
        added = store.add([DOCUMENTS[0], fatal, DOCUMENTS[1]], workers=2, on_problem=problems.append)
        assert tuple(store.extractions()) == tuple(gb.extract(DOCUMENTS[:2]))
    assert added.added == 2
    assert [str(one) for one in problems if one.kind != "note"] == [
        "fatal.txt: the process that analyses it dies, perhaps for lack of memory; give it in parts, or report it"
    ]


@pytest.fixture
def cluster():
    """A Dask cluster of two processes, which joblib uses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own doing
        import dask
        import distributed

        options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 0}),  # else each death is waited for four times
            distributed.LocalCluster(**options) as started,
            distributed.Client(started),
            joblib.parallel_config(backend="dask"),
        ):
            yield started


def test_documents_are_made_by_a_cluster(cluster, tmp_path, monkeypatch):
    for one in DOCUMENTS:
        (tmp_path / one.id).write_text(one.text, "utf-8")
    with joblib.parallel_config(backend="loky", n_jobs=1):
        alone = list(gb.read_documents(tmp_path))
    monkeypatch.setattr(Unread, "found", lambda _: pytest.fail("made here"))
    assert list(gb.read_documents(tmp_path)) == alone


def test_a_cluster_is_used_without_being_asked_for(cluster):
    assert os.getpid() not in processes(None)


@needs_kill
def test_what_kills_the_workers_of_a_cluster_costs_nobody_else(cluster, tmp_path):
    found = mapped(killing(7, marks=tmp_path), batches_of(range(20), most=4), None, lambda one: f"no {one}")
    assert results(found) == ["no 7" if one == 7 else str(one) for one in range(20)]


@needs_kill
def test_documents_through_a_cluster_that_loses_a_worker(cluster, monkeypatch):
    """The same as here, although one of its processes is killed meanwhile."""
    monkeypatch.setattr(sys.modules[gb.extract.__module__], "CHUNK", 1)
    pids = sorted(processes(None))
    documents = [replace(one, id=f"{number}/{one.id}") for number in range(4) for one in DOCUMENTS]

    def given():
        for number, one in enumerate(documents):
            if number == len(documents) // 2:
                os.kill(pids[0], signal.SIGKILL)
            yield one

    assert tuple(gb.extract(given())) == tuple(gb.extract(documents, workers=1))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_workers_end_when_the_process_they_work_for_is_killed(tmp_path):
    code = (
        "import os, time, joblib; from graphbuilder.parallel.workers import mapped\n"
        "def work(_):\n"
        "    os.write(1, b'%d\\n' % os.getpid()); time.sleep(60)\n"  # a line at once, not mixed with the other's
        "list(mapped(work, [[], []], 2, str))"
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
