"""How likely two clusters are one event: what is known of the two, and the weights of it."""

from __future__ import annotations

import base64
from dataclasses import replace
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.lexicons import lexicon
from graphbuilder.resolve.compare import sketches, words
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.events import likeness as rules
from graphbuilder.resolve.match.events.pairs import Pairs, Tellings

ALWAYS = "always"
NOTHING = {"act": "meet", "who": "agent Norda", "type": "meet", "alike": 0, "score": 0.5}
OTHER = {"act": "sued", "who": "agent Veltran", "type": "sue", "alike": 1, "score": 0.5, "status": "denied"}
NOTHING_IN_COMMON = Articles({"one": ["Alba met Corin."], "other": ["Seeds are dear."], "a": (), "b": (), "c": ()})
DAY, MONTH, LATER = "2021-05-03", "2021-05", "2021-06-03"


def facts(left, right, articles=NOTHING_IN_COMMON):
    """What is known of two clusters."""
    return {name: float(value) for name, [value] in rules.facts(together(left, right), articles).items()}


def likeness(left, right):
    """How likely two clusters are one event."""
    return rules.likeness(together(left, right), NOTHING_IN_COMMON).item()


def together(left, right):
    return Pairs.of(Tellings.of([left]), Tellings.of([right]))


@pytest.fixture
def pair(cluster):
    """Two clusters by what their tellings say and what was found; without anything they have nothing in common."""

    def make(left=(), right=(), *, telling=None):
        one = cluster("one", NOTHING, **dict(left))
        return one, cluster("other", {**OTHER, **(telling or {})}, **dict(right))

    return make


def who(*parts):
    """Participants, all with names: "agent alba"."""
    split = frozenset(tuple(part.split(" ", 1)) for part in parts)
    return {"participants": split, "named_entities": frozenset(name for _, name in split)}


#: What two have in common, the facts that are more for it, and how much they are then.
MORE = [
    ({"telling": {"alike": 0}}, {"alike": 1}),
    ({"telling": {"act": "meeting", "phrase": "Veltran"}}, {"trigger": words.weight("meet")}),
    ({"left": who("agent alba"), "right": who("agent alba")}, {"in the same role": 1}),
    ({"left": {"descriptions": {"men"}}, "right": {"descriptions": {"men", "police"}}}, {"described alike": 1}),
    ({"left": {"interval": DAY}, "right": {"interval": MONTH}}, {"dates meet": 1}),
    ({"left": {"interval": MONTH}, "right": {"interval": MONTH}}, {"dates meet": 1}),
    ({"left": {"interval": DAY}, "right": {"interval": f"../{DAY}", "assumed": True}}, {"dates meet": 1}),
    ({"left": {"interval": "2021-04"}, "right": {"interval": f"../{DAY}", "assumed": True}}, {"dates meet": 1}),
]
#: What is nothing in common.
NONE = [
    {},
    {"left": who("agent alba"), "right": who("agent corin")},
    {"left": who("agent alba"), "right": who("patient alba")},
    {"left": {"interval": DAY}},
    {"left": {"interval": DAY}, "right": {"interval": LATER}},
    {"left": {"interval": DAY}, "right": {"interval": f"../{LATER}", "assumed": True}},
    {"left": {"descriptions": {"men"}}, "right": {"descriptions": {"women"}}},
    {"telling": {"alike": None}},
]
NUMBERED = [str(at) for at in range(len(MORE))]


@pytest.mark.parametrize(("said", "more"), MORE, ids=NUMBERED)
def test_what_two_have_in_common(pair, said, more):
    assert facts(*pair(**said)) == pytest.approx({**facts(*pair()), **more})


@pytest.mark.parametrize("said", NONE, ids=range(len(NONE)))
def test_what_is_nothing_in_common(pair, said):
    assert set(facts(*pair(**said)).values()) == {0.0}


@pytest.mark.parametrize(("said", "more"), MORE, ids=NUMBERED)
def test_each_fact_moves_the_likeness_the_way_of_its_weight(pair, said, more):
    weights, plain = lexicon("likeness")["weights"], facts(*pair())
    moved = sum(weights[name] * (value - plain[name]) for name, value in more.items())
    before, after = likeness(*pair()), likeness(*pair(**said))
    assert (after > before, after < before) == (moved > 0, moved < 0)


@pytest.mark.parametrize("said", [*NONE, *(row[0] for row in MORE)], ids=range(len(NONE) + len(MORE)))
def test_it_is_the_logistic_sum_of_weights(pair, said):
    weights, clusters = lexicon("likeness")["weights"], pair(**said)
    total = weights[ALWAYS] + sum(weights[name] * value for name, value in facts(*clusters).items())
    assert likeness(*clusters) == pytest.approx(1 / (1 + exp(-total)))
    assert 0 < likeness(*clusters) < 1


@pytest.mark.parametrize("said", [row[0] for row in MORE], ids=NUMBERED)
def test_left_and_right_are_alike(pair, said):
    left, right = pair(**said)
    assert facts(left, right) == facts(right, left)
    assert likeness(left, right) == likeness(right, left)


def test_the_lexicon_has_a_weight_for_each_fact_and_no_other(pair):
    assert set(lexicon("likeness")["weights"]) == {*facts(*pair()), ALWAYS}


def test_more_in_common_than_a_few_says_no_more(pair):
    few, many = (who(*(f"agent name{at}" for at in range(number))) for number in (3, 30))
    assert facts(*pair(few, few)) == facts(*pair(many, many))


def test_the_words_of_the_articles_count(pair):
    articles = Articles({"one": ["Alba met Corin."], "other": ["Corin will meet Alba."]})
    assert facts(*pair(), articles) == {**facts(*pair()), "articles": 1}


def test_the_words_of_the_tellings_count(cluster):
    """The rarer ones more: both pairs have two words of four in common."""
    one, other, third = (
        cluster(name, {"phrase": phrase})
        for name, phrase in (("a", "sonar hull in May"), ("b", "sonar hull for June"), ("c", "dam wall in May"))
    )
    assert 1 > facts(one, other)["words"] > facts(one, third)["words"] > 0


# sketches


def with_sketches(cluster, document, *numbers):
    one = cluster(document)
    mentions = [
        replace(cluster(document, {"alike": number}).mentions[0], id=f"{document} {at}", score=0.9 - at / 100)
        for at, number in enumerate(numbers)
    ]
    return replace(one, mentions=tuple(mentions))


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ([0], [0], [1]),
        ([0], [1], [0]),
        ([0, 1], [0], [1, 0]),
        ([0, 1], [2, 1], [0, 0, 0, 1]),
        ([0, None], [0], [1]),
        ([None], [0], []),
        ([None], [None], []),
    ],
)
def test_the_two_tellings_that_are_most_alike(cluster, left, right, alike):
    one, other = (with_sketches(cluster, name, *numbers) for name, numbers in (("one", left), ("other", right)))
    assert facts(one, other)["alike"] == pytest.approx(max(alike, default=0))


def test_only_the_surest_tellings_are_compared(cluster):
    """Those that come after six surer ones say nothing."""
    long = with_sketches(cluster, "one", *[0] * 6, *[1] * 50)
    assert facts(long, with_sketches(cluster, "other", 1))["alike"] == pytest.approx(0)


SIGNED = st.lists(st.integers(-127, 127), min_size=32, max_size=32)


@given(SIGNED, SIGNED)
def test_a_likeness_is_a_cosine(cluster, left, right):
    numbers = [base64.b64encode(np.array(numbers, np.int8).tobytes()).decode() for numbers in (left, right)]
    one, other = (
        replace(made, mentions=(replace(made.mentions[0], sketch=sketch),))
        for made, sketch in zip((cluster("one"), cluster("other")), numbers, strict=True)
    )
    found = sketches.alike(one.mentions[0], other.mentions[0])
    lengths = np.linalg.norm(left) * np.linalg.norm(right)
    assert found == pytest.approx(np.dot(left, right) / lengths if lengths else 0, abs=1e-5)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("bucharest summit", "bucharest summit", True), ("bucharest summit", "wales summit", False), ("", "", False)],
)
def test_events_of_one_name(pair, left, right, one):
    named = pair({"named": left}, {"named": right})
    assert (likeness(*named) > 0.9) == one
    assert likeness(*named) >= likeness(*pair())
