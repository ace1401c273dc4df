"""The collector of garbage: off within, and afterwards as it was found, whatever happens."""

from __future__ import annotations

import gc
from threading import Barrier, Thread

import pytest

import graphbuilder as gb
from graphbuilder.parallel.garbage import collection_paused


@pytest.fixture(params=[True, False])
def was_on(request):
    """The state before, which is put back after the test."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_off_within_and_as_before_afterwards(was_on):
    with collection_paused():
        assert not gc.isenabled()
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() == was_on


def test_as_before_after_an_error(was_on):
    with pytest.raises(ZeroDivisionError), collection_paused():
        raise ZeroDivisionError
    assert gc.isenabled() == was_on


def test_of_several_threads_the_last_one_out_puts_it_back(was_on):
    inside, first_is_out = Barrier(2), Barrier(2)
    seen = []

    def first():
        with collection_paused():
            inside.wait()
        first_is_out.wait()

    def second():
        with collection_paused():
            inside.wait()
            first_is_out.wait()
            seen.append(gc.isenabled())

    threads = [Thread(target=first), Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False]
    assert gc.isenabled() == was_on


def test_what_is_handed_to_resolve_is_made_with_the_collector_on():
    """An iterator may be reading articles just then, which does leave garbage."""
    seen = []

    def read():
        for one in gb.extract(gb.Document(text="NATO met in Riga on 2 April 2008.", id="a")):
            seen.append(gc.isenabled())
            yield one

    graph = gb.EventGraph.from_resolution(gb.resolve(read()))
    assert graph.timeline()
    assert seen == [True]
    assert gc.isenabled()
