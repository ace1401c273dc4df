"""How long it lasted: starts and ends. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

import graphbuilder as gb

PUBLISHED = date(2022, 11, 29)

#: text, trigger → since when, what bounds it, and the rule
SINCE = [
    ("Ada Holm had [run@2016] the bank since 2016.", "run", "2016/.. reader"),
    ("Jane Roe has [led@2015] the club since 2015.", "led", "2015/.. reader"),
    ("Jane Roe, who had [led@2015] the club in 2015, [resigned@Monday] on Monday.", "led", "2015 reader"),
    ("The pool has been [shut] since May, when a wall [collapsed@May].", "collapsed", "2022-05/.. onset"),
    ("The pool was [shut@May] in May, when a wall [collapsed@May].", "collapsed", "2022-05 reader"),
    ("Jane Roe [led@2015] the club until 2015, when she [joined@2015] Alba.", "joined", "../2015 turn"),
    ("Jane Roe [led@2015] the club until 2015, when she [joined@2015] Alba.", "led", "../2015 reader"),
    ("Jane Roe [led@2015] the club until 2015 and [joined@2015] Alba.", "joined", "../2015 reader"),
    # the event that a time belongs to was then, and not since then
    ("The mill has been [shut@last year] since last year's [fire@last year] in Alba.", "fire", "2021/.. owned"),
    ("The mill has been [shut@last year] since last year's [fire@last year] in Alba.", "shut", "2021/.. reader"),
    ("The mill stays [shut@next week] until next week's [summit@next week].", "summit", "../2022-12-11 owned"),
    ("The mill was [shut@last month] by last month's [flood@last month] in Alba.", "flood", "2022-10 reader"),
    ("The mill must [close@Friday] by Friday.", "close", "../2022-12-02 reader"),
]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked(SINCE, PUBLISHED)


@pytest.mark.parametrize(("text", "trigger", "expected"), SINCE)
def test_what_had_lasted_ends(read, text, trigger, expected):
    event = read[text].event(trigger)
    told = [one if one == "publication" else read[text].times[one].interval.edtf for one in event.times]
    assert " ".join((*told, event.method.partition("/")[2])) == expected


@pytest.mark.parametrize(
    ("start", "whole"),
    [
        ("2016/.. reader", "2016/.."),
        ("2022-05/.. onset", "2022-05"),
        ("2021/.. owned", "2021"),
        ("../2022-12-11 owned", "2022-12-05/2022-12-11"),
    ],
)
def test_the_interval_of_what_had_lasted(read, start, whole):
    (text, trigger) = next((text, trigger) for text, trigger, rule in SINCE if rule == start)
    graph = gb.EventGraph.from_resolution(gb.resolve([read[text].extraction]))
    assert whole in {entry.when for entry in graph.timeline() if trigger in entry.label}
