"""How likely an event is a line: what is known of it, and what weights make of that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.reader import STATUSES, Event, Part, Spot, When
from graphbuilder.reader.decoding.line import facts, with_lines
from graphbuilder.reader.words import FIRST_TENTH

TREE = "NATO/nsubj/met met/ROOT/met Monday/npadvmod/met\nThey/nsubj/left left/ROOT/left"
SPOTS, CHAINS = (Spot(0, 0, 0, 0), Spot(3, 3, 2, 0)), ((0,), (1,))
NAMED = {0}
CERTAIN = (1.0, *[0.0] * (len(STATUSES) - 1))
EVENT = Event((1,), (bytes(32),), wanted=0.5, event=0.5, status=0, statuses=CERTAIN)
#: The places of the facts.
WANTED, IS_EVENT, TELLINGS, STANDS = 0, 1, 2, 3
DATED, SURELY_DATED, BEST, MEAN, MANY, NOT_HAPPENED, UNSURE, PLACE, HAS_NAME = range(3 + FIRST_TENTH, 12 + FIRST_TENTH)
FACTS = HAS_NAME + 1
FIRST, SECOND = Part(0, 0, 0.9, 0), Part(1, 1, 0.6, 1)
UNCERTAIN = (0.4, 0.1, 0.3, 0.1, 0.1)


@pytest.fixture(scope="module")
def words(plain_words):
    return plain_words(TREE, places=[0, 0, 0, FIRST_TENTH, FIRST_TENTH])


#: An event, the facts by which it differs from EVENT, and whether they are more.
KNOWN = [
    (replace(EVENT, wanted=0.9), WANTED, True),
    (replace(EVENT, wanted=0.1), WANTED, False),
    (replace(EVENT, event=0.9), IS_EVENT, True),
    (replace(EVENT, tellings=(1, 4), sketches=(bytes(32),) * 2), TELLINGS, True),
    (replace(EVENT, tellings=(4,)), STANDS, False),
    (replace(EVENT, time=When(0, 0.7)), DATED, True),
    (replace(EVENT, time=When(0, 0.7)), SURELY_DATED, True),
    (replace(EVENT, parts=(SECOND,)), BEST, True),
    (replace(EVENT, parts=(SECOND,)), MEAN, True),
    (replace(EVENT, parts=(SECOND,)), MANY, True),
    (replace(EVENT, parts=(FIRST,)), HAS_NAME, True),
    (replace(EVENT, status=2), NOT_HAPPENED, True),
    (replace(EVENT, statuses=UNCERTAIN), UNSURE, True),
]


@pytest.mark.parametrize(("event", "fact", "more"), KNOWN)
def test_what_is_known(words, event, fact, more):
    plain, known = facts(EVENT, words, 0.0, NAMED), facts(event, words, 0.0, NAMED)
    assert len(plain) == len(known) == FACTS
    assert (known[fact] > plain[fact]) if more else (known[fact] < plain[fact])


@pytest.mark.parametrize(("event", "fact", "more"), KNOWN)
@pytest.mark.parametrize("weight", [2.0, -2.0])
def test_a_weight_moves_the_line_the_way_of_its_sign(words, event, fact, more, weight):
    weights = [0.0] * (FACTS + 1)
    weights[fact] = weight
    known, plain = (with_lines([one], words, SPOTS, CHAINS, weights)[0].line for one in (event, EVENT))
    assert (known > plain) == (more == (weight > 0))
    assert known != plain


def test_what_is_not_known_says_nothing(words):
    assert facts(EVENT, words, 0.0, NAMED)[DATED:] == pytest.approx([0.0] * (FACTS - DATED), abs=1e-3)
    assert facts(replace(EVENT, parts=(SECOND,)), words, 0.0, NAMED)[HAS_NAME] == 0


def test_where_it_stands_first(words):
    """Two tellings: the earlier place counts."""
    both = facts(replace(EVENT, tellings=(4, 1), sketches=(bytes(32),) * 2), words, 0.0, NAMED)
    assert both[STANDS : STANDS + FIRST_TENTH] == [1.0, *[0.0] * (FIRST_TENTH - 1)]
    assert facts(replace(EVENT, tellings=(4,)), words, 0.0, NAMED)[STANDS : STANDS + FIRST_TENTH] == [0.0] * FIRST_TENTH


def test_many_participants_say_no_more_than_some(words):
    some, many = (replace(EVENT, parts=(replace(SECOND, chance=0.5),) * number) for number in (5, 50))
    assert facts(some, words, 0.0, set()) == facts(many, words, 0.0, set())


def test_the_place_is_that_among_the_events_of_the_document(words):
    """The one that most belongs on a timeline is at 0, in whatever order they are given."""
    events = [replace(EVENT, tellings=(at,), wanted=wanted) for at, wanted in ((0, 0.2), (1, 0.9), (4, 0.5))]
    weights = [0.0] * (FACTS + 1)
    weights[PLACE] = 1.0
    for order in (events, events[::-1]):
        lines = {one.tellings: one.line for one in with_lines(order, words, SPOTS, CHAINS, weights)}
        assert lines[1,] == 0.5
        assert lines[1,] < lines[4,] < lines[0,]


def test_without_weights_it_is_how_much_it_is_wanted(words):
    events = [replace(EVENT, wanted=wanted) for wanted in (0.1, 0.7, 0.4)]
    found = with_lines(events, words, SPOTS, CHAINS, ())
    assert [one.line for one in found] == [0.1, 0.7, 0.4]
    assert [replace(one, line=0.0) for one in found] == events


def test_the_last_weight_is_of_what_always_is_so(words):
    always = [*[0.0] * FACTS, 1.0]
    [found] = with_lines([EVENT], words, SPOTS, CHAINS, always)
    assert found.line == pytest.approx(0.7311, abs=1e-4)


@given(st.lists(st.floats(-1e6, 1e6), min_size=FACTS + 1, max_size=FACTS + 1), st.floats(0, 1), st.floats(0, 1))
def test_it_is_a_probability(words, weights, wanted, event):
    given_ = replace(EVENT, wanted=wanted, event=event, time=When(0, 1.0), parts=(FIRST, SECOND), statuses=UNCERTAIN)
    [found] = with_lines([given_], words, SPOTS, CHAINS, weights)
    assert 0 <= found.line <= 1
    assert replace(found, line=0.0) == given_


def test_no_events_have_no_lines(words):
    assert with_lines([], words, SPOTS, CHAINS, [0.0] * (FACTS + 1)) == []
