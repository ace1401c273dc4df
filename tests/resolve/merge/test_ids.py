"""Ids that can be read and typed, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.records import Entity
from graphbuilder.resolve.merge.ordering import unique_ids

IDS = [
    (["NATO met in Riga."], "NATO", "nato"),
    (["The North Atlantic Treaty Organization met."], "North Atlantic Treaty Organization", "nato"),
    (["Ministers met in Bucharest."], "Bucharest", "bucharest"),
    (["Georgia applied."], "Georgia", "georgia-country"),
    (["Georgian troops left."], "Georgian", "georgia-country"),
    (["Romania agreed."], "Romania", "romania"),
    (["Angela Merkel left."], "Angela Merkel", "angela-merkel"),
    (["The U.S. agreed."], "U.S.", "united-states"),
    (["Kyiv asked for tanks."], "Kyiv", "government-of-ukraine"),
    (["The plane landed in Chișinău."], "Chișinău", "chisinau"),
]
#: A telling and the id of its event.
EVENT_IDS = [
    ({"form": "name", "act": "Bucharest Summit", "when": "2008-04"}, "2008-bucharest-summit"),
    ({"form": "noun", "act": "meeting", "place": "Oslo", "when": "2008-04"}, "2008-oslo-meeting"),
    ({"form": "noun", "act": "meeting", "place": "Oslo", "when": "2008-04", "status": "planned"},
     "2008-oslo-meeting-planned"),
    ({"act": "sued", "lemma": "sue", "when": "2011-04-15"}, "2011-04-15-alba-sue-corin"),
    ({"act": "annexed", "lemma": "annex", "when": "1938"}, "1938-alba-annex-corin"),
    ({"act": "sues", "lemma": "sue"}, "alba-sue-corin"),
    ({"act": "sues", "lemma": "sue", "status": "planned"}, "alba-sue-corin-planned"),
    ({"act": "came", "lemma": "come", "who": "patient Corin"}, "come-corin"),
]  # fmt: skip


def entity(wish, type_="person", mention="a@m0-1"):
    return Entity(wish, type_, wish.title(), (), (mention,), (), ())


@pytest.fixture(scope="module")
def views(read_collections):
    return read_collections([articles for articles, _, _ in IDS])


@pytest.mark.parametrize("row", range(len(IDS)), ids=[id_ for _, _, id_ in IDS])
def test_entities(views, row):
    _, text, id_ = IDS[row]
    assert views[row].entity(0, text).id == id_


@pytest.mark.parametrize(("telling", "id_"), EVENT_IDS, ids=[id_ for _, id_ in EVENT_IDS])
def test_events(told, telling, id_):
    [event] = told(telling).resolution.events
    assert event.id == id_


def test_the_type_tells_equal_wishes_apart():
    found = unique_ids([entity("sofia", "person"), entity("sofia", "place"), entity("nato", "organization")])
    assert sorted(found) == ["nato", "sofia-person", "sofia-place"]


def test_a_hash_of_the_content_where_the_type_does_not():
    found = unique_ids([entity("jane-roe", mention="a@m0-1"), entity("jane-roe", mention="b@m0-1")])
    assert len(found) == 2
    assert all(id_.startswith("jane-roe-") and len(id_) == len("jane-roe-") + 6 for id_ in found)


def test_an_id_that_is_taken():
    found = unique_ids([entity("nato", "organization")], frozenset({"nato"}))
    assert list(found) == ["nato-organization"]
    found = unique_ids([entity("nato", "organization")], frozenset({"nato", "nato-organization"}))
    assert next(iter(found)).startswith("nato-")
    assert not {"nato", "nato-organization"} & set(found)


def test_no_wish():
    assert list(unique_ids([entity("", "person")])) == ["person"]


WISHES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "a-person", ""]), st.sampled_from(["person", "place"])), max_size=8
)


@given(WISHES, st.randoms(use_true_random=False))
def test_each_once_and_independent_of_order(wishes, random):
    things = [entity(wish, type_, f"d@m{at}-{at + 1}") for at, (wish, type_) in enumerate(wishes)]
    found = unique_ids(things)
    assert len(found) == len(things)
    assert all(thing.id == id_ for id_, thing in found.items())
    random.shuffle(things)
    assert unique_ids(things) == found
