"""Events that are part of others, and the date and place that these give them."""

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.records import Event
from graphbuilder.resolve.merge.subevents import with_wholes


def event(id_, type_, when=None, place=None, who=(), polarity="POS"):
    return Event(
        id=id_, type=type_, name=id_, interval=when and Interval.parse(when),
        dated_by=("syntax", "t") if when else None,
        alternatives=(), place=place, participants=tuple(("agent", one) for one in who), polarity=polarity,
        modality="ACTUAL", attributions=(), sources=(), part_of=(), mentions=(id_,), independent_sources=1, score=0.5,
        provenance=(),
    )  # fmt: skip


SUMMIT = event("summit", "meet", "2022-11-29/2022-11-30", "bucharest", ("nato",))
INSIDE = {("palace", "bucharest"), ("bucharest", "romania")}

PARTS = [
    event("pledge", "promise", "2022-11-29", None, ("nato",)),
    event("pledge", "promise", "2022-11-30", "bucharest", ("nato", "ukraine")),
    event("pledge", "promise", "2022-11-29", "palace", ("nato",)),
    event("pledge", "condemn", "2022-11", "bucharest", ("nato",)),
]
NO_PARTS = [
    event("pledge", "promise", "2022-12-02", None, ("nato",)),
    event("pledge", "promise", "2022-11-29", None, ("iran",)),
    event("pledge", "promise", "2022-11-29", "kyiv", ("nato",)),
    event("pledge", "promise", None, None, ("nato",)),
    event("talks", "meet", "2022-11-29", "bucharest", ("nato",)),
    event("pledge", "promise", "2021-11-29", "bucharest", ("nato",)),
    event("pledge", "promise", "2022", None, ("nato",)),
    event("pledge", "promise", "2022-11-29", None, ()),
]


def within(inner, outer):
    return inner == outer or (inner, outer) in INSIDE


def wholes(*events, said=None):
    return with_wholes({one.id: one for one in events}, said or {}, within)


@pytest.mark.parametrize("part", PARTS, ids=repr)
def test_parts_by_days_place_and_people(part):
    found = wholes(SUMMIT, part)
    assert found["pledge"].part_of == ("summit",)
    assert found["summit"].part_of == ()


@pytest.mark.parametrize("part", NO_PARTS, ids=repr)
def test_no_parts(part):
    assert wholes(SUMMIT, part)[part.id].part_of == ()


@pytest.mark.parametrize(
    "whole",
    [
        event("summit", "meet", "2022", "bucharest", ("nato",)),
        event("summit", "meet", "2022-11-29", None, ("nato",)),
        event("summit", "meet", None, "bucharest", ("nato",)),
        event("summit", "meet", "2022-11-29", "bucharest", ("nato",), polarity="NEG"),
        event("summit", "attack", "2022-11-29", "bucharest", ("nato",)),
    ],
    ids=repr,
)
def test_what_is_no_whole_by_itself(whole):
    assert wholes(whole, PARTS[0])["pledge"].part_of == ()


def test_a_part_that_was_said_has_date_and_place_of_its_whole():
    part = event("pledge", "promise", None, None, ("ukraine",))
    found = wholes(SUMMIT, part, said={"pledge": ("summit",)})["pledge"]
    assert found.part_of == ("summit",)
    assert found.interval == SUMMIT.interval
    assert found.place == "bucharest"
    assert found.dated_by == ("event", "t")


def test_a_part_keeps_its_own_date_and_place():
    part = event("pledge", "promise", "2022-11-30", "palace", ("nato",))
    found = wholes(SUMMIT, part, said={"pledge": ("summit",)})["pledge"]
    assert found.interval == part.interval
    assert found.place == "palace"


def test_said_in_a_text(read_collections):
    (view,) = read_collections([["At the summit in Bucharest in April 2008, NATO promised Georgia membership."]])
    promise, summit = view.event(0, "promised"), view.event(0, "summit")
    assert promise.part_of == (summit.id,)
    assert promise.interval.edtf == summit.interval.edtf == "2008-04"
    assert promise.place == summit.place == "bucharest"


def test_after_is_not_at(read_collections):
    (view,) = read_collections([["After the summit in Bucharest in April 2008, Russia attacked Georgia."]])
    assert view.event(0, "attacked").part_of == ()


STORY = "Ministers met in Lund on Monday and Tuesday. Rain fell. "


@pytest.fixture(scope="module")
def stories(read_collections):
    texts = {
        "speaks": STORY + "Norway asked for help.",
        "elsewhere": STORY + "Norway asked for help in Oslo.",
        "dated": STORY + "On Tuesday Norway asked for help.",
        "denies": STORY + "Norway denied that it was late.",
        "session": STORY + "The fisheries council met on Tuesday for the first time.",
        "other session": STORY + "The fisheries council met on Sunday for the first time.",
        "news": "Farmers in Norway have voted to extend their strike, rejecting an offer.\n\nAt a mass meeting in Lund "
        "on Wednesday morning, members of the union voted against it.\n\nThe union condemned the attack.",
        "before": "Norway asked for help. Rain fell. Snow fell. Hail fell. " + STORY,
    }
    return dict(zip(texts, read_collections([[text] for text in texts.values()], "2022-11-30"), strict=True))


@pytest.mark.parametrize(
    ("story", "trigger", "place"),
    [
        ("speaks", "asked", "lund"),
        ("elsewhere", "asked", "oslo"),
        ("dated", "asked", None),
        ("denies", "denied", None),
        ("session", "met#2", "lund"),
        ("other session", "met#2", None),
        ("news", "condemned", None),
        ("before", "asked", None),
    ],
)
def test_what_a_story_tells_of_its_day_is_told_of_its_place(stories, story, trigger, place):
    assert stories[story].event(0, trigger).place == place


def test_what_a_meeting_does_is_of_all_its_days(read_collections):
    text = (
        "Jane Roe went home on Friday after a long week. Delegates met in Lund on 23-25 November. Rain fell. "
        "Snow fell. The meeting invited Norway."
    )
    (view,) = read_collections([[text]], "2022-11-26")
    invited = view.event(0, "invited")
    assert invited.interval.edtf == "2022-11-23/2022-11-25"
    assert invited.place == "lund"
    assert invited.part_of == (view.event(0, "met").id,)
