"""Why mentions were put together or kept apart: what is told of one thing, and of two."""

from __future__ import annotations

import pytest

import graphbuilder as gb
from graphbuilder.corrections import parse_corrections
from graphbuilder.graph.explain import SHOWN, explain

ARTICLES = {
    "a.txt": "Sergei Lavrov met Angela Merkel in Kiev on 3 May 2021.",
    "b.txt": "Angela Merkel and Sergey Lavrov left Kyiv. The Northern Grain Council (NGC) paid Tarn Power.",
    "c.txt": "The NGC paid Angela Merkel. George W. Bush waited in Oslo. George H. W. Bush waited in Lima.",
    "d.txt": "John Smith, a surgeon from Leeds, died.",
    "e.txt": "John Smith, a striker of Chelsea, scored.",
    "f.txt": "Jane Roe sang.",
    "g.txt": "Mr. Roe slept.",
}


@pytest.fixture(scope="module")
def graph():
    word = parse_corrections("- same: [Tarn Power, Oslo]\n- ignore: Leeds", "mine.yaml")
    return gb.build([gb.Document(id=name, text=text) for name, text in ARTICLES.items()], corrections=word)


def test_one_thing_that_was_put_together(graph):
    told = graph.explain("Lavrov").splitlines()
    assert told[0].startswith(("Sergei Lavrov (person, id ", "Sergey Lavrov (person, id "))
    assert told[1] == "  2 mentions in 2 documents: Sergei Lavrov (1), Sergey Lavrov (1)"
    assert told[2:] == [
        "put together",
        "  two spellings of one name, 'sergei' and 'sergey' (0.89)",
        "    a.txt: Sergei Lavrov met Angela Merkel in Kiev on 3 May 2021.",
        "    b.txt: Angela Merkel and Sergey Lavrov left Kyiv.",
    ]


def test_one_name_of_two(graph):
    told = graph.explain("John Smith")
    assert told.count("kept apart\n  from John Smith (person, id john-smith-") == 2
    assert "callings of different kinds (medicine, sport), and nobody in common (0.9)" in told
    assert "    d.txt: John Smith, a surgeon from Leeds, died." in told


def test_near_misses_are_told(graph):
    told = graph.explain("Roe")
    assert "kept apart, but not surely" in told
    assert "perhaps 'jane roe', but with nobody in common" in told


def test_what_tells_apart_is_told(graph):
    assert "middle names tell them apart, 'h w' and 'w'" in graph.explain("George W. Bush")


def test_corrections_are_told(graph):
    told = graph.explain("Oslo")
    assert "  your correction: same: Tarn Power, Oslo (mine.yaml, line 1)" in told
    assert "  same: Tarn Power, Oslo (mine.yaml, line 1) (your correction)" in told


def test_two_names_of_one_thing(graph):
    assert graph.explain("Kiev", "Kyiv").splitlines()[0] == "Kiev and Kyiv are Kyiv (place, id kyiv)"
    assert "the same name, 'kyiv' (0.98)" in graph.explain("Kiev", "Kyiv")
    assert "told as one in 1 document" in graph.explain("NGC", "Northern Grain Council")
    assert "your correction" in graph.explain("Tarn Power", "Oslo")


def test_two_things(graph):
    told = graph.explain("George W. Bush", "George H. W. Bush").splitlines()
    assert told[0].endswith(" are two")
    assert told[1:3] == ["kept apart", "  middle names tell them apart, 'h w' and 'w' (0.85)"]
    told = graph.explain("Lima", "Merkel").splitlines()
    assert told[0] == "Lima (place, id lima) and Angela Merkel (person, id angela-merkel) are two"
    assert told[1] == "no rule found anything in their names that could make them one"


def test_what_nothing_was_compared_with(graph):
    assert graph.explain("Chelsea").splitlines()[-1] == "nothing else was compared with it"


def test_events(graph, nato):
    event = next(one for one in nato.events() if len({source.span.document for source in one.provenance}) > SHOWN)
    by_id, by_label = explain(nato, event.id), explain(nato, event.name)
    assert by_id.startswith(f"{event.name} ({event.type}, id {event.id})")
    assert "put together" in by_id
    assert by_id in by_label


def test_how_sure_a_choice_was_and_what_came_next():
    text = "Premier Vera Holt met the miners in Salford on 3 May 2021, two days before the vote of 5 May 2021."
    graph = gb.build([gb.Document(id="a.txt", text=text)])
    [event] = [one for one in graph.events() if one.interval.edtf == "2021-05-03"]
    chances = {one.role: one for one in event.choices}
    told = graph.explain(event.id).splitlines()
    for line, role in (("  agent Vera Holt", "agent"), (f"  date {event.interval.edtf} by the rule 'reader'", "date")):
        choice = chances[role]
        second = f"; next {choice.runner_up.text!r}, {choice.runner_up.score}" if choice.runner_up else ""
        assert f"{line} ({choice.score}{second})" in told
        assert 0.5 <= choice.score <= 1
    assert chances["date"].runner_up.text == "5 May 2021"


def test_long_lists_are_cut(nato):
    told = explain(nato, "NATO")
    assert "    and " in told
    assert max(map(len, told.splitlines())) < 300


def test_unknown_names(graph):
    for names in (("Lavrow",), ("Kyiv", "Nowhere"), ("Leeds",)):
        with pytest.raises(gb.UnknownName):
            graph.explain(*names)


def test_copies_and_subgraphs_explain(graph):
    part = graph.subgraph(["kyiv", "angela-merkel"])
    assert "the same name, 'kyiv'" in part.explain("Kyiv")
    assert graph.copy().explain("Kyiv") == graph.explain("Kyiv")


def test_every_judgement_on_what_is_in_the_graph_can_be_told(nato):
    mentions = {one: node for node, data in nato.nodes(data=True) for one in data.get("mentions", ())}
    for judgement in nato.graph["judgements"]:
        if judgement["left"] in mentions and judgement["right"] in mentions:
            assert judgement["reason"] in explain(nato, mentions[judgement["left"]])
