"""Events that are part of others, and the date and place that these give them."""

from dataclasses import replace

import pytest

from graphbuilder.intervals import Interval
from graphbuilder.records import Event, Provenance, RelationMention, Span
from graphbuilder.resolve import resolve
from graphbuilder.resolve.merge.wholes import wholes_of, with_whole


def event(id_, type_, when=None, place=None, who=(), polarity="POS"):
    return Event(
        id=id_, type=type_, name=id_, interval=when and Interval.parse(when),
        dated_by=("reader", "t") if when else None,
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
    by_id = {one.id: one for one in events}
    ids = wholes_of(by_id, said or {}, within)
    return {id_: with_whole(replace(one, part_of=ids[id_]), by_id) for id_, one in by_id.items()}


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


MARCH = event("summit", "protest", "2022-11-29/2022-11-30", "bucharest", ("nato",))


@pytest.mark.parametrize(
    ("whole", "part", "when", "place"),
    [
        (SUMMIT, event("pledge", "promise", None, None, ("ukraine",)), "2022-11-29/2022-11-30", "bucharest"),
        (SUMMIT, event("pledge", "promise", "2022-11-30", None, ("ukraine",)), "2022-11-30", "bucharest"),
        (SUMMIT, event("pledge", "promise", "2022-11-30", "palace", ("nato",)), "2022-11-30", "palace"),
        (SUMMIT, event("pledge", "promise", None, "oslo", ("nato",)), "2022-11-29/2022-11-30", "oslo"),
        # what is no gathering lends no date
        (MARCH, event("pledge", "promise", None, None, ("ukraine",)), None, None),
        (MARCH, event("pledge", "promise", "2022-11-30", None, ("ukraine",)), "2022-11-30", "bucharest"),
    ],
    ids=range(6),
)
def test_what_a_part_that_was_said_has_of_its_whole(whole, part, when, place):
    found = wholes(whole, part, said={"pledge": ("summit",)})["pledge"]
    assert found.part_of == ("summit",)
    assert (found.interval and found.interval.edtf, found.place) == (when, place)
    assert (found.dated_by == ("event", "t")) == (part.interval is None and when is not None)


# in the story of a gathering


def told(id_, type_, when, sentence, method="reader/story", document="a", place=None):
    span = Span(document, sentence * 10, sentence * 10 + 5, sentence)
    evidence = Provenance(span, span, "words", method, 0.8)
    rule = method.rpartition("/")[2]
    return replace(event(id_, type_, when, place), provenance=(evidence,), dated_by=(rule, "t"))


MEETING = told("meeting", "meet", "2022-11-28/2022-11-29", 3, "reader/reader", place="lund")
STORY = [
    (told("asked", "demand", "2022-11-29", 4), True),
    (told("asked", "demand", "2022-11-29", 1), True),  # as a lead says first what was decided
    (told("asked", "demand", "2022-11-29", 0), False),
    (told("asked", "demand", "2022-11-30", 4), False),
    (told("asked", "demand", "2022-11-29", 4, place="oslo"), False),
    (told("asked", "demand", "2022-11-29", 4, document="b"), False),
    (told("asked", "demand", "2022-11-29", 4, "reader/reader"), False),
    (told("asked", "demand", "2022-11-29", 4, "reader/publication"), False),
    # another gathering
    (told("session", "meet", "2022-11-29", 4, "reader/reader"), False),
]


@pytest.mark.parametrize(("part", "is_part"), STORY, ids=range(len(STORY)))
def test_what_the_story_of_a_meeting_tells_of_its_days(part, is_part):
    found = wholes(MEETING, part)[part.id]
    assert found.part_of == (("meeting",) if is_part else ())
    assert found.place == ("lund" if is_part else part.place)


def test_a_text_says_that_it_is_a_part(written):
    """By a relation between the two mentions."""
    [one] = written(
        [{"act": "met", "type": "meet", "when": "2008-04", "place": "Oslo"}, {"act": "promised", "alike": 1}]
    )
    meeting, promise = (mention.id for mention in one.events)
    tie = RelationMention(promise, "part_of", meeting, None, one.events[1].span, "syntax", 0.7)
    found = {event.mentions[0]: event for event in resolve([replace(one, relations=(tie,))]).events}
    assert found[promise].part_of == (found[meeting].id,)
    assert all(event.part_of == () for event in resolve([one]).events)
