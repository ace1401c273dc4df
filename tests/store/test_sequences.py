"""After any adding, replacing and removing a store is what a fresh build of its articles would be, but for its ids."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import graphbuilder as gb
from graphbuilder.build import resolved
from graphbuilder.corrections import parse_corrections
from graphbuilder.ids.given import Given
from graphbuilder.ids.lasting import Lasting
from graphbuilder.ids.renamed import with_lasting_ids

TEXTS = (
    "NATO leaders met in Bucharest, Romania, on 2 April 2008.",
    "In Bucharest the leaders of NATO met on 2 April 2008, Jane Roe said.",
    "Ukraine asked NATO for help on 3 May 2010. Roe left Acme Inc. on Tuesday.",
    "Jane Roe did not leave Acme in 2010.",
    "",
)
IDS = ("a.txt", "b.txt", "sub/a.txt", "june/sub/a.txt")
CORRECTIONS = ("[]", "- rename: [NATO, The Pact]", "- {name: Acme Inc., type: place}", "- {document: a.txt, source: X}")

documents = st.dictionaries(st.sampled_from(IDS), st.sampled_from(TEXTS), min_size=1, max_size=3).map(
    lambda given: [gb.Document(text=text, id=id) for id, text in sorted(given.items())]
)


def is_twin(one, other):
    return f"/{one}".endswith(f"/{other}") or f"/{other}".endswith(f"/{one}")


class Sequences(RuleBasedStateMachine):
    """A store beside a dict that holds what it should."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = gb.Store(Path(self.folder.name) / "x.store")
        self.wanted = {}
        self.corrections = gb.Corrections()
        self.held = {}  # id → its mentions in the last build, each with the text of its article

    @initialize(given=documents)
    def begin(self, given):
        self.add(given)

    @rule(given=documents)
    def add(self, given):
        before, seen = dict(self.wanted), set()
        for one in gb.read_documents(given):
            seen.add(one.id)
            twins = [id for id in before.keys() - seen if before[id].text == one.text and is_twin(id, one.id)]
            if not twins:
                self.wanted.setdefault(one.id, one)
        added = self.store.add(given, on_problem=lambda _: None)
        assert added.added == len(self.wanted) - len(before)

    @rule(given=documents)
    def replace(self, given):
        self.wanted.update((one.id, one) for one in gb.read_documents(given) if one.id in self.wanted)
        self.store.replace(given, on_problem=lambda _: None)

    @precondition(lambda self: self.wanted)
    @rule(data=st.data())
    def remove(self, data):
        id = data.draw(st.sampled_from(sorted(self.wanted)))
        del self.wanted[id]
        self.store.remove(id)

    @rule(lines=st.sampled_from(CORRECTIONS))
    def correct(self, lines):
        self.corrections = parse_corrections(lines)
        self.store.add(corrections=self.corrections)

    @rule()
    def open_again(self):
        self.store.close()

    @invariant()
    def is_a_fresh_build(self):
        if self.store.path.exists():
            fresh = READ(self.wanted.values(), model="en_core_web_md", corrections=self.corrections)
            wanted, found = (
                gb.resolve(read, corrections=self.corrections) for read in (fresh, self.store.extractions())
            )
            assert gb.to_json(found) == gb.to_json(wanted)
            if self.wanted:
                self.has_lasting_ids(wanted)
            assert self.store.corrections() == self.corrections
            assert self.store.check() == self.store.stale() == []

    def has_lasting_ids(self, wanted):
        """Ids stay, and nothing but ids differs from a fresh build."""
        found, again = (resolved(self.store.path, {"on_problem": lambda _: None}) for _ in range(2))
        assert again == found  # it was kept
        things = [*found.entities, *found.events]
        id_of = {mention: one.id for one in things for mention in one.mentions}
        fresh = {one.id: id_of[one.mentions[0]] for one in (*wanted.entities, *wanted.events)}
        former = dict(found.former_ids)
        assert gb.to_json(with_lasting_ids(wanted, Lasting(fresh, former, Given()))) == gb.to_json(found)
        held = {
            one.id: {(mention, self.wanted[mention.rpartition("@")[0]].text) for mention in one.mentions}
            for one in things
        }
        assert len(held) == len(things)
        for id, had in self.held.items():
            here = [one for one, has in held.items() if had <= has]
            assert here in ([], [former.get(id, id)])
        self.held = held

    def teardown(self):
        self.store.close()
        self.folder.cleanup()


READ = None


def test_any_sequence(cheap, monkeypatch):
    monkeypatch.setitem(globals(), "READ", cheap)
    run_state_machine_as_test(Sequences, settings=settings(max_examples=25, stateful_step_count=12))
