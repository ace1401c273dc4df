"""Whether it happened: which statuses two tellings of one event, or a group of them, may have."""

from __future__ import annotations

from itertools import combinations

import pytest

from graphbuilder.resolve.match.events.status import is_cancelled, is_comparable, statuses_agree

MODALITIES = ("happened", "planned", "possible", "demanded", "if")


@pytest.mark.parametrize("status", MODALITIES)
def test_one_modality_is_comparable(cluster, status):
    assert is_comparable(cluster("one", {"status": status}), cluster("other", {"status": status}))


@pytest.mark.parametrize(("one", "other"), list(combinations(MODALITIES, 2)))
def test_of_two_modalities_only_plan_and_deed_are(cluster, one, other):
    pair = cluster("one", {"status": one}), cluster("other", {"status": other})
    assert is_comparable(*pair) == is_comparable(*reversed(pair)) == ({one, other} == {"happened", "planned"})


@pytest.mark.parametrize(
    ("words", "habit"),
    [("every week", True), ("daily", True), ("repeatedly", True), ("this week", False), ("everything", False)],
)
def test_habits(cluster, words, habit):
    again, once = cluster("one", {"words": words}), cluster("other")
    assert again.is_habitual == habit
    assert is_comparable(again, once) != habit
    assert is_comparable(again, again)


#: Statuses with days of publication.
GROUPS = [
    (["happened 1", "happened 2"], True),
    (["planned 1", "planned 2"], True),
    (["denied 1", "denied 2"], True),
    (["happened 1", "planned 2"], False),
    (["happened 1", "possible 2"], False),
    (["happened 1", "denied 2"], False),
    (["possible 1", "denied 2"], False),
    # a plan that came to nothing
    (["planned 1", "called off 2"], True),
    (["planned 1", "denied 2"], True),
    (["planned 1", "called off 2", "planned 3"], False),
    (["planned 1", "called off 2", "happened 3"], False),
]


@pytest.mark.parametrize(("statuses", "agree"), GROUPS, ids=str)
def test_groups(cluster, statuses, agree):
    told = [status.rsplit(" ", 1) for status in statuses]
    group = [cluster(f"d{day}", {"status": status}, published=int(day)) for status, day in told]
    assert statuses_agree(group) == statuses_agree(group[::-1]) == agree


@pytest.mark.parametrize(
    ("statuses", "cancelled"),
    [
        (["planned", "called off"], True),
        (["planned", "denied"], True),
        (["planned", "planned"], False),
        (["called off", "called off"], False),
        (["planned", "happened"], False),
        (["planned", "called off", "happened"], False),
    ],
    ids=str,
)
def test_cancelled(cluster, statuses, cancelled):
    group = [cluster(f"d{at}", {"status": status}) for at, status in enumerate(statuses)]
    assert is_cancelled(group) == cancelled
