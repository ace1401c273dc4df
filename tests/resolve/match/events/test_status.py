"""Merging never makes truth: what was only demanded, possible, planned, a condition or denied, and what took place."""

from datetime import date

import pytest

import graphbuilder as gb
from graphbuilder.knowledge.relations import LINKS
from graphbuilder.page.content.look import INVERSES

DAY = "2021-05-10"

#: Articles, the trigger of what did not (yet) take place, that of what did.
APART = [
    # a condition
    (["Alder Bank will pay a fine if Jane Roe leaves Norda.", "Jane Roe left Norda on 3 May 2021."], "leaves", "left"),
    (["Norda would recover if Alder Bank bought Corin.", "Alder Bank bought Corin."], "bought", "bought"),
    # a demand
    (
        ["Chad demanded that Mali withdraw from Lutu on 3 May 2021.", "Mali withdrew from Lutu on 3 May 2021."],
        "withdraw",
        "withdrew",
    ),
    (["Opponents called on Jane Roe to resign.", "Jane Roe resigned on 3 May 2021."], "resign", "resigned"),
    # a possibility
    (["Alder Bank may have bought Corin.", "Alder Bank bought Corin."], "bought", "bought"),
    (["Jane Roe could resign.", "Jane Roe resigned."], "resign", "resigned"),
    # a denial
    (["Jane Roe did not resign.", "Jane Roe resigned on 3 May 2021."], "resign", "resigned"),
    (
        ["Russia denied that it attacked Lutu on 3 May 2021.", "Russia attacked Lutu on 3 May 2021."],
        "attacked",
        "attacked",
    ),
    # a plan
    (["Jane Roe plans to resign.", "Jane Roe resigned on 9 May 2021."], "resign", "resigned"),
    (["Alder Bank will buy Corin.", "Alder Bank bought Corin on 9 May 2021."], "buy", "bought"),
]
#: In one text: the text, and two triggers.
IN_ONE_TEXT = [
    ("Jane Roe will meet Max Lund in Oslo on 4 May 2021. Jane Roe met Max Lund in Oslo on 4 May 2021.", "meet", "met"),
    ("Opponents demanded that Jane Roe resign. Jane Roe resigned on Monday.", "resign", "resigned"),
    ("If Alder Bank buys Corin, it will be sued. Alder Bank bought Corin on Monday.", "buys", "bought"),
]
#: In one text, as a noun that goes with what it points to: the text, two triggers, the status of both.
POINTING = [
    ("Ministers will meet in Oslo on 4 June. The meeting is their third.", "meet", "meeting", "PLANNED"),
    ("Ministers met in Oslo on 4 May. The meeting is their third.", "met", "meeting", "ACTUAL"),
    ("Ministers may meet in Oslo on 4 June. The meeting would be their third.", "meet", "meeting", "POSSIBLE"),
]
#: Tellings of one status still are one event: articles, the triggers.
TOGETHER = [
    (["Jane Roe resigned on 3 May 2021.", "Jane Roe of Norda resigned on 3 May 2021."], "resigned", "resigned"),
    (["Jane Roe will resign on 3 June 2021.", "Jane Roe is to resign on 3 June 2021."], "resign", "resign"),
    (["NATO did not invite Chad in 2008.", "Ministers met. NATO had not invited Chad in 2008."], "invite", "invited"),
]


@pytest.fixture(scope="module")
def read(read_collections):
    rows = [*(row[0] for row in (*APART, *TOGETHER)), *([row[0]] for row in (*IN_ONE_TEXT, *POINTING))]
    return dict(zip(map(str, rows), read_collections(rows, published=DAY), strict=True))


@pytest.mark.parametrize(("articles", "one", "other"), APART)
def test_what_did_not_take_place_is_no_telling_of_what_did(read, articles, one, other):
    view = read[str(articles)]
    told, done = view.event(0, one), view.event(1, other)
    assert told is None or (told.polarity, told.modality) != ("POS", "ACTUAL")
    assert (done.polarity, done.modality) == ("POS", "ACTUAL")
    assert {mention.span.document for mention in done.provenance} == {view.extractions[1].document}
    assert done.independent_sources == 1


@pytest.mark.parametrize(("text", "one", "other"), IN_ONE_TEXT)
def test_the_same_in_one_text(read, text, one, other):
    view = read[str([text])]
    told, done = view.event(0, one), view.event(0, other)
    assert told is not None
    assert told != done
    assert (told.modality == "ACTUAL", done.modality) == (False, "ACTUAL")
    ties = [(one.source, one.target) for one in view.resolution.relations if one.type == "fulfils"]
    assert ties == ([(done.id, told.id)] if told.modality == "PLANNED" else [])


@pytest.mark.parametrize(("text", "one", "other", "status"), POINTING)
def test_a_noun_is_as_what_it_points_to(read, text, one, other, status):
    view = read[str([text])]
    assert view.event(0, one) == view.event(0, other)
    assert view.event(0, one).modality == status


@pytest.mark.parametrize(("articles", "one", "other"), TOGETHER)
def test_of_one_status(read, articles, one, other):
    view = read[str(articles)]
    assert view.event(0, one) is not None
    assert view.event(0, one) == view.event(1, other)


def test_the_tie_of_plan_and_deed_is_an_edge_with_words():
    plan = gb.Document(
        text="Jane Roe will meet Max Lund in Oslo on 4 May 2021.", id="a.txt", published=date(2021, 5, 1)
    )
    deed = gb.Document(text="Jane Roe met Max Lund in Oslo on 4 May 2021.", id="b.txt", published=date(2021, 5, 5))
    graph = gb.build([plan, deed])
    (edge,) = [(one, other) for one, other, data in graph.edges(data=True) if data["relation"] == "fulfils"]
    assert [graph.nodes[one]["modality"] for one in edge] == ["ACTUAL", "PLANNED"]
    assert LINKS["fulfils"]
    assert INVERSES["fulfils"]


@pytest.mark.parametrize(
    ("plan", "deed", "labels"),
    [
        ("Alder Bank will buy Corin Foods.", "Alder Bank bought Corin Foods on 9 May 2021.", {"ACTUAL"}),
        ("Alder Bank will buy Corin Foods on 9 May.", "Alder Bank bought Corin Foods on 9 May 2021.", {"ACTUAL"}),
        ("Alder Bank will buy Corin Foods.", "Alder Bank bought Norda Foods on 9 May 2021.", {"ACTUAL", "PLANNED"}),
        (
            "Alder Bank will buy Corin Foods.",
            "Alder Bank did not buy Corin Foods in 2021.",
            {"ACTUAL"},
        ),  # the plan is off
    ],
)
def test_a_plan_has_no_line_beside_what_carried_it_out(plan, deed, labels):
    days = (date(2021, 5, 2), date(2021, 5, 10))
    texts = zip((plan, deed), days, strict=True)
    graph = gb.build([gb.Document(text=text, id=f"{day}", published=day) for text, day in texts])
    assert {one.modality for one in graph.timeline(type="buy")} == labels
    assert len(graph.timeline(type="buy", retold=True)) >= len(labels)
