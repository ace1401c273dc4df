"""Ids that can be read and typed, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.records import Entity
from graphbuilder.resolve.merge.ids import unique_ids

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
EVENT_IDS = [
    ("The 2008 Bucharest Summit was tense.", "Bucharest Summit", "2008-bucharest-summit"),
    ("NATO held a summit in Bucharest in April 2008.", "summit", "2008-bucharest-summit"),
    ("On 15 April 2011, Apple sued Samsung.", "sued", "2011-04-15-apple-sue-samsung"),
    ("Germany annexed Austria in 1938.", "annexed", "1938-germany-annex-austria"),
    ("An old firm stands there. Apple, which sues Samsung, is rich.", "sues", "apple-sue-samsung"),
]


def entity(wish, type_="person", mention="a@m0-1"):
    return Entity(wish, type_, wish.title(), (), (mention,), (), ())


@pytest.fixture(scope="module")
def views(read_collections):
    return read_collections([*(articles for articles, _, _ in IDS), *([text] for text, _, _ in EVENT_IDS)])


@pytest.mark.parametrize("row", range(len(IDS)), ids=[id_ for _, _, id_ in IDS])
def test_entities(views, row):
    _, text, id_ = IDS[row]
    assert views[row].entity(0, text).id == id_


@pytest.mark.parametrize("row", range(len(EVENT_IDS)), ids=[id_ for _, _, id_ in EVENT_IDS])
def test_events(views, row):
    _, trigger, id_ = EVENT_IDS[row]
    assert views[len(IDS) + row].event(0, trigger).id == id_


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
