"""Scores by layer: worked cases of coreference, and what makes a line wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from keying.coreference import Score, b_cubed, ceaf_e, muc, without_single
from keying.event_scores import dated
from keying.pairing import tells
from keying.schema import Entity, Event, Key, Mention, sha
from keying.scores import compare, conll, total
from keying.sides import side

#: The worked case of "Scoring coreference partitions of predicted mentions" (Pradhan and others, 2014).
_KEY = [frozenset("abc"), frozenset("defg")]
_RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("measure", "precision", "recall"),
    [
        # MUC: of the response's 1 + 1 + 3 links the key holds 1 + 0 + 1; of the key's 2 + 3 the response holds 1 + 1
        (muc, 2 / 5, 2 / 5),
        # B3: (4/2 + 1/2 + 1/2 + 4/4) over 8 mentions; (4/3 + 1/3 + 1/4 + 4/4) over 7
        (b_cubed, 4 / 8, (5 / 3 + 5 / 4) / 7),
        # CEAFe: {abc} with {ab} is worth 4/5, {defg} with {fghi} 4/8
        (ceaf_e, 1.3 / 3, 1.3 / 2),
    ],
)
def test_coreference_of_the_published_case(measure: Callable[..., Score], precision: float, recall: float) -> None:
    score = measure(_KEY, _RESPONSE)
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)


def test_coreference_at_its_ends() -> None:
    for measure in (muc, b_cubed, ceaf_e):
        assert measure(_KEY, _KEY).f1 == 1
        assert measure(_KEY, []).f1 == measure([], _KEY).f1 == measure([], []).f1 == 0
    assert without_single([{"a"}, {"b", "c"}]) == [{"b", "c"}]


@pytest.mark.parametrize(
    ("ours", "accepted", "right"),
    [
        ("2022-07", ["2022-07"], True),
        (None, ["2022-07", None], True),
        (None, ["2022-07"], False),
        ("2022-07-25", ["2022-07"], False),
        ("2022-07-25T10:00:00", ["2022-07-25"], True),
        ("../2022-07-25", [None], True),
        ("../2022-07-25", ["2022-07-23"], True),
        ("../2022-07-25", ["2022-07-20"], False),
        ("../2022-07-24", [None], False),
    ],
)
def test_dates(ours: str | None, accepted: list[str | None], right: bool) -> None:
    assert dated(ours, accepted, "2022-07-25") is right


@pytest.mark.parametrize(
    ("said", "wanted", "right"),
    [((5, 9), (7, 12), True), ((5, 7), (7, 12), False), ((0, 40), (7, 12), False), ((0, 30), (7, 12), True)],
)
def test_triggers(said: tuple[int, int], wanted: tuple[int, int], right: bool) -> None:
    assert tells(said, wanted) is right


_TEXT = "Ada Obi hired Ben Ray in Oslo. She later fired him. Police came."


def _at(words: str) -> tuple[int, int]:
    return _TEXT.index(words), _TEXT.index(words) + len(words)


def _gold() -> Key:
    names = {"e1": "Ada Obi", "e2": "Ben Ray", "e3": "Oslo", "e4": "Police"}
    said = [("Ada Obi", "e1", "name"), ("Ben Ray", "e2", "name"), ("Oslo", "e3", "name"), ("She", "e1", "pronoun"),
            ("him", "e2", "pronoun"), ("Police", "e4", "description")]  # fmt: skip
    events = (
        Event("v1", "hired", (_at("hired"),), roles=(("agent", "e1"), ("patient", "e2")), when="2021", place="e3"),
        Event("v2", "fired", (_at("fired"),), roles=(("agent", "e1"), ("patient", "e2")), place_ok=("e3",),
              status="happened", said_by="e1"),
        Event("v3", "came", (_at("came"),), roles=(("agent", "e4"),), worth=2),
    )  # fmt: skip
    entities = tuple(Entity(name, "place" if name == "e3" else "person", _at(words)) for name, words in names.items())
    mentions = tuple(Mention(*_at(words), (name,), kind) for words, name, kind in said)
    return Key("x", "own", sha(_TEXT), "2022-07-25", True, entities, mentions, (), events, (), ())


def _event(number: int, **changes: Any) -> Callable[[Key], Key]:
    def change(key: Key) -> Key:
        events = list(key.events)
        events[number] = replace(events[number], **changes)
        return replace(key, events=tuple(events))

    return change


def _mention(words: str, **changes: Any) -> Callable[[Key], Key]:
    def change(key: Key) -> Key:
        return replace(key, mentions=tuple(replace(m, **changes) if (m.start, m.end) == _at(words) else m
                                           for m in key.mentions))  # fmt: skip

    return change


@pytest.mark.parametrize(
    ("change", "layers"),
    [
        (lambda key: key, {"whole lines": 1.0, "who all right": 1.0, "pronoun → right name": 1.0, "attribution": 1.0}),
        # turned round: everybody is there, the lines are wrong
        (_event(0, roles=(("patient", "e1"), ("agent", "e2"))), {"whole lines": 0.5, "participants": 1.0,
                                                                "participants with role": 0.5}),
        (_event(0, roles=(("agent", "e1"),)), {"whole lines": 0.5, "who all right": 2 / 3}),
        # somebody named too many; the police have no name and harm nothing
        (_event(0, roles=(("agent", "e1"), ("patient", "e2"), ("other", "e3"))), {"whole lines": 1.0}),
        (_event(1, roles=(("agent", "e1"), ("patient", "e2"), ("other", "e3"))), {"whole lines": 1.0}),
        (_event(2, roles=(("agent", "e1"),)), {"who all right": 2 / 3, "participants without a name": 0.0}),
        (_event(1, roles=(("agent", "e1"), ("patient", "e2"), ("other", "e4"))), {"whole lines": 1.0}),
        (_event(0, when="2020"), {"date right": 2 / 3, "date of its own right": 0.0, "lines: event, date, who": 0.5}),
        (_event(0, place=None), {"place right": 2 / 3, "whole lines": 0.5, "lines: event, date, who": 1.0}),
        (_event(1, place="e3"), {"place right": 1.0}),
        # what somebody says happened may be given as possible, what the article says may not
        (_event(1, status="possible"), {"status right": 1.0, "whole lines": 1.0}),
        (_event(0, status="possible"), {"status right": 2 / 3, "not happened": 0.0}),
        (_event(1, said_by=None), {"attribution": 0.0}),
        # told a second time: no line of its own, and the second event is missed
        (_event(1, triggers=(_at("hired"),)), {"whole lines": 0.5, "events": 2 / 3, "triggers": 4 / 5}),
        (_event(1, worth=2), {"worth 1": 2 / 3, "events": 1.0}),
        (_event(1, worth=0), {"events": 4 / 5}),
        (_mention("She", of=("e2",)), {"pronoun → right name": 0.5, "mentions": 1.0}),
        (_mention("She", of=("e1", "e2")), {"pronoun → right name": 0.5}),
        (_mention("Ada Obi", start=4), {"mentions": 5 / 6, "mentions: pronoun": 1.0}),
    ],
)  # fmt: skip
def test_what_makes_a_layer_wrong(change: Callable[[Key], Key], layers: dict[str, float]) -> None:
    scores = compare(side(_gold(), _TEXT), side(change(_gold()), _TEXT))
    assert {layer: scores[layer].f1 for layer in layers} == pytest.approx(layers)


def test_wanted_events_in_the_first_lines() -> None:
    first, second, third = _gold().events
    others = tuple(replace(third, id=f"v{number}") for number in range(4, 8))
    system = replace(_gold(), events=(*others, second, first))
    scores = compare(side(_gold(), _TEXT), side(system, _TEXT, best_first=True))
    assert (scores["wanted told at 3 lines"].recall, scores["wanted told at 5 lines"].recall) == (0.0, 0.5)
    assert scores["wanted told at 8 lines"].recall == 1.0
    assert scores["wanted told at 3 lines"].precision == 1.0
    # a reader's events of worth 1 come first
    assert compare(side(_gold(), _TEXT), side(system, _TEXT))["wanted told at 3 lines"].recall == 1.0


def test_scores_add_up() -> None:
    one = compare(side(_gold(), _TEXT), side(_gold(), _TEXT))
    both = total([one, one])
    assert both["mentions"].wanted == 2 * one["mentions"].wanted
    assert conll(both) == 1.0
