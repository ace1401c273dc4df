"""An id is given once: which one a thing keeps, which one a new thing gets, and what is remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ids.given import Given, kept_ids
from graphbuilder.ids.lasting import lasting_ids
from graphbuilder.records import Entity
from graphbuilder.resolve.merge.ordering import unique_ids


def thing(id_, mentions, type_="person"):
    """An entity; "a1 b2" are its mentions in the documents a and b."""
    return Entity(id_, type_, id_.title(), (), tuple(f"{one[0]}@m{one[1:]}-9" for one in mentions.split()), (), ())


def after(*states):
    """The ids of the last of several states of a collection, one built after the other."""
    given = Given()
    for state in states:
        found = lasting_ids([thing(*row) for row in state], given)
        given = found.given
    return found


#: What is done, the states of the collection, and the ids of the last by those of content, with former ones.
GROWTH = [
    ("nothing was given: ids are those of content", [[("sofia", "a1"), ("nato", "b1")]],
     {"sofia": "sofia", "nato": "nato"}, {}),
    ("a namesake comes", [[("sofia", "a1", "place")], [("sofia-place", "a1", "place"), ("sofia-person", "b1")]],
     {"sofia-place": "sofia", "sofia-person": "sofia-person"}, {}),
    ("another name is better", [[("al-roe", "a1")], [("alan-roe", "a1 b1 c1")]],
     {"alan-roe": "al-roe"}, {}),
    ("two become one: the elder stays", [[("bob", "b1")], [("bob", "b1"), ("al", "a1")], [("alan", "a1 b1")]],
     {"alan": "bob"}, {"al": "bob"}),
    ("and are two again", [[("bob", "b1"), ("al", "a1")], [("alan", "a1 b1")], [("alan", "a1"), ("rob", "b1")]],
     {"alan": "al", "rob": "bob"}, {}),
    ("one falls apart: the eldest mention has it", [[("al", "a1 b1 c1")], [("al-roe", "b1 c1"), ("al-lee", "a1")]],
     {"al-lee": "al", "al-roe": "al-roe"}, {}),
    ("a part that takes the name gets another", [[("al", "a1 b1")], [("al", "b1"), ("al-lee", "a1")]],
     {"al-lee": "al", "al": "al-person"}, {}),
    ("all articles of it go", [[("al", "a1")], [("bob", "b1")], [("al", "c1"), ("bob", "b1")]],
     {"al": "al-person", "bob": "bob"}, {}),
    ("and come back", [[("al", "a1")], [("al", "c1")], [("al", "a1"), ("al-c", "c1")]],
     {"al": "al", "al-c": "al-person"}, {}),
    ("the article goes in which it was first", [[("al", "a1")], [("al", "a1 b1")], [("alan", "b1")]],
     {"alan": "al"}, {}),
    ("names are exchanged", [[("x", "a1"), ("y", "b1")], [("y", "a1"), ("x", "b1")]],
     {"y": "x", "x": "y"}, {}),
    ("a new one wishes for what another new one is told apart by",
     [[("al", "a1")], [("al-lee", "a1"), ("al", "b1"), ("al-person", "c1")]],
     {"al-lee": "al", "al": "al-002cc6", "al-person": "al-person"}, {}),
    ("two new ones would be told apart in the same way",
     [[("a", "a1"), ("a-b", "b1")], [("a", "c1", "b-c"), ("a-b", "d1", "c")]],
     {"a": "a-b-c", "a-b": "a-b-869810"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("states", "ids", "former"), [row[1:] for row in GROWTH], ids=[row[0] for row in GROWTH])
def test_growth(states, ids, former):
    found = after(*states)
    assert (found.ids, found.former) == (ids, former)


def test_a_thing_is_known_by_a_mention_of_each_article():
    found = after([("al", "a1 a2 b1")], [("al", "a1 a2 b1 c1 c2")])
    assert found.given.anchors == {"a@m1-9": "al", "b@m1-9": "al", "c@m1-9": "al"}


def test_what_the_user_leaves_out_for_a_while_is_not_forgotten():
    whole = [("al", "a1 b1 c1"), ("bob", "d1")]
    assert after(whole, [("bob", "d1")], whole).ids == {"al": "al", "bob": "bob"}


def test_some_articles_move_no_anchor():
    """There a thing may fall apart that is one by the others; what is new there gets an id."""
    given = Given({"al": 1, "bob": 7}, {"c@m1-9": "al", "d@m1-9": "al"})  # "bob" is the last one that was given
    things = [thing("alan", "c1 e1"), thing("al", "d1"), thing("bo", "d2 e2")]
    found = lasting_ids(things, given, whole=False)
    assert found.ids == {"alan": "al", "al": "al-person", "bo": "bo"}
    assert found.given == Given({**given.ids, "bo": 8}, {**given.anchors, "d@m2-9": "bo", "e@m2-9": "bo"})


def test_a_mention_that_is_read_no_more_is_replaced():
    found = after([("al", "a1 b1")], [("al", "a1 b2")])
    assert found.given.anchors == {"a@m1-9": "al", "b@m2-9": "al"}


# --- any growth ---------------------------------------------------------------------------------------------------

MENTIONS = [f"{document}{place}" for document in "abcd" for place in "12"]
#: Which mention belongs to which thing; -1: its article is gone, or it is read no more.
STATES = st.lists(
    st.lists(st.integers(-1, 3), min_size=len(MENTIONS), max_size=len(MENTIONS)), min_size=1, max_size=5
)  # fmt: skip


def things_of(state):
    groups = {}
    for mention, group in zip(MENTIONS, state, strict=True):
        groups.setdefault(group, []).append(mention)
    groups.pop(-1, None)
    wished = [thing("ab"[group % 2], " ".join(mentions), "xy"[group // 2]) for group, mentions in groups.items()]
    return list(unique_ids(wished).values())


@given(STATES, st.randoms(use_true_random=False))
def test_any_growth(states, random):
    before, were = Given(), {}
    for state in states:
        things = things_of(state)
        found = lasting_ids(things, before)
        mentions = {found.ids[one.id]: set(one.mentions) for one in things}
        assert len(mentions) == len(things) == len(found.ids)
        random.shuffle(things)
        assert lasting_ids(things, before) == found
        again = lasting_ids(things, found.given)
        assert (again.ids, again.former, again.given) == found
        for id_, had in were.items():  # kept, or tied to what took its place
            here = [one for one, has in mentions.items() if had <= has]
            assert [found.former.get(id_, id_)] == here or not here
        holders = {id_: id_ for id_ in mentions} | found.former
        for id_ in holders.keys() & before.ids.keys():  # never that of another thing
            assert any(before.anchors.get(one) == id_ for one in mentions[holders[id_]])
        assert found.given.ids.items() >= before.ids.items()
        assert found.given.ids.keys() == before.ids.keys() | mentions.keys()
        assert sorted(found.given.ids.values()) == list(range(1, len(found.given.ids) + 1))
        for id_, has in mentions.items():
            known_by = [one[0] for one, of in found.given.anchors.items() if of == id_ and one in has]
            assert 1 <= len(known_by) == len(set(known_by))
        before, were = found.given, mentions


@given(STATES, st.sampled_from("abcd"))
def test_any_one_article_may_go(states, gone):
    before = Given()
    for state in states:
        things = things_of(state)
        before = lasting_ids(things, before).given
    had = kept_ids(things, before)
    left = [thing(one.id, " ".join(f"{m[0]}{m[3]}" for m in one.mentions if m[0] != gone)) for one in things]
    left = [one for one in left if one.mentions]
    anchors = {mention: id_ for mention, id_ in before.anchors.items() if mention[0] != gone}
    kept = kept_ids(left, Given(before.ids, anchors))
    for one in left:
        assert kept[one.id][0] in had[one.id]
