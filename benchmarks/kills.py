"""Whether a store survives kills: a process that adds, replaces and removes articles is killed at random moments.

    python benchmarks/kills.py [--kills 200] [--seed 1]

After each kill the store must be whole (`check`), everything that was acknowledged must be there, and an article of the
change that was under way must be as it was before or as it was to be. The moments differ from run to run, as kills do.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import graphbuilder as gb
from graphbuilder.store import adding

TEXTS = (
    "NATO leaders met in Bucharest, Romania, on 2 April 2008.",
    "Ukraine asked NATO for help on 3 May 2010.",
)
IDS = [f"{number}.txt" for number in range(24)]
#: Articles of a batch: few, so that a change has several.
BATCH = 5
#: Seconds within which a process is killed.
LONGEST = 0.25

State = dict[str, str]


def changes(seed: int) -> Iterator[tuple[str, State]]:
    """Endless changes: a verb of `Store`, and the texts by id that it is about."""
    chance = random.Random(seed)
    while True:
        verb = chance.choice(["add", "add", "replace", "remove"])
        yield verb, {id: chance.choice(TEXTS) for id in sorted(chance.sample(IDS, chance.randint(1, len(IDS))))}


def after(state: State, verb: str, about: State) -> State:
    """The texts of a store after a change."""
    if verb == "add":
        return about | state
    if verb == "replace":
        return state | {id: text for id, text in about.items() if id in state}
    return {id: text for id, text in state.items() if id not in about}


def work(store: gb.Store, verb: str, about: State, state: State) -> None:
    """Make a change; without articles there is nothing to replace or remove, and there may be no store yet."""
    if not state and verb != "add":
        return
    if verb == "remove":
        store.remove(*(id for id in about if id in state))
    else:
        documents = [gb.Document(text=text, id=id) for id, text in about.items()]
        getattr(store, verb)(documents, on_problem=lambda _: None)


def texts(store: gb.Store) -> State:
    """What is in a store, by what was read there."""
    return {one.document: "\n".join(sentence.text for sentence in one.sentences) for one in store.extractions()}


def quick() -> None:
    """Let stores take what was read in the texts once from memory: what is tried here is the writing."""
    documents = [gb.Document(text=text, id=id) for id in IDS for text in TEXTS]
    read = {(one.id, one.text): next(gb.extract(one)) for one in documents}

    def extracted(given: Any, made: Any, **_: Any) -> Iterator[adding.Kept]:
        return (made(read[one.id, one.text], one) for one in given)

    adding.extracted = extracted  # type: ignore[attr-defined, assignment]
    adding.CHUNK = BATCH  # type: ignore[attr-defined, misc]


def run_until_killed(path: Path, seed: int, state: State, chance: random.Random) -> tuple[State, State]:
    """The texts that were acknowledged, and those that are to be when the change under way is done."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            store = gb.Store(path)
            for verb, about in changes(seed):
                work(store, verb, about, state)
                state = after(state, verb, about)
                os.write(write, b".")
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(write)
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    _, end = os.waitpid(child, 0)
    if not os.WIFSIGNALED(end):
        raise SystemExit("the process that was to be killed ended by itself")
    with os.fdopen(read, "rb") as stream:
        done = len(stream.read())
    planned = changes(seed)
    for _ in range(done):
        state = after(state, *next(planned))
    return state, after(state, *next(planned))


def wrong(path: Path, before: State, later: State) -> list[str]:
    """What is wrong with a store after a kill."""
    if not path.exists() or not path.stat().st_size:
        return [f"{len(before)} articles are lost"] if before else []
    with gb.Store(path) as store:
        found, ids = texts(store), [one.id for one in store.documents()]
        faults = [str(fault) for fault in store.check()]
    allowed = {id: {before.get(id), later.get(id)} for id in IDS}
    faults += [f"{id}: {found.get(id)!r} is none of {allowed[id]}" for id in IDS if found.get(id) not in allowed[id]]
    return faults + ([] if ids == sorted(found) else ["an article is there twice"])


def main(arguments: list[str] | None = None) -> int:
    """Kill, look, go on; the number of kills after which something was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    quick()
    chance, bad, state, acknowledged = random.Random(options.seed), 0, State(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.store"
        for number in range(options.kills):
            before, later = run_until_killed(path, options.seed + number, state, chance)
            faults = wrong(path, before, later)
            bad += bool(faults)
            acknowledged += before != state
            for fault in faults:
                print(f"kill {number}: {fault}")
            state = {}
            if path.exists() and path.stat().st_size:
                with gb.Store(path) as store:
                    state = texts(store)
    print(f"{options.kills} kills, {acknowledged} of them after acknowledged changes; wrong after {bad}")
    return bad


if __name__ == "__main__":
    raise SystemExit(1 if main() else 0)
