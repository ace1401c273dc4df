"""Links between names tell how they are stated, on every output: none that is denied or over is a fact.

What the reader finds is asked in tests/entities/relations/test_ties.py; here all ties are given by hand
(tests/ties_by_hand.py).
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import replace
from itertools import product

import networkx as nx
import pytest
import rdflib

import graphbuilder as gb
from graphbuilder.export.linked_data.terms import PREFIXES
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.network import to_pyvis
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.svg import graph_svg
from graphbuilder.resolve.index.entity_index import EntityIndex

#: Ties that are no facts, and their EDTF. How each stands is the end of the key of its edge.
NO_FACTS = [
    # not so
    ("Ukraine | member_of | NATO | not", None),
    ("Ann Lee | member_of | Communist Party | not", None),
    ("Bonn | capital_of | Germany | not", None),
    ("Jane Roe | holds_position | Norway | not | president of Norway", None),
    ("Fenwick Holdings | located_in | Oslo | not", None),
    ("Crimea | part_of | Ukraine | not:said | | | Max Poe", None),
    ("Volvo | owned_by | Geely | not", None),
    ("Jane Roe | holds_position | Norway | not:former | president of Norway", None),
    ("Ukraine | member_of | NATO | not:planned", None),
    # ahead, or not sure
    ("Sweden | member_of | NATO | possible | | in 2025", "2025"),
    ("Volvo | owned_by | Geely | possible", None),
    ("Jane Roe | holds_position | Norway | possible:said | president of Norway", None),
    ("Georgia | member_of | NATO | possible | | by 2030", "../2030"),
    ("Jane Roe | holds_position | Brazil | planned | president of Brazil", None),
    ("Ann Lee | holds_position | Madrid | planned | mayor of Madrid | in May 2026", "2026-05"),
    ("Volvo | owned_by | Geely | planned:said | | next year", "2027"),
    ("Mark Rutte | holds_position | NATO | planned | NATO chief", None),
    ("Jane Roe | holds_position | Norway | demanded | president of Norway", None),
    ("Ann Lee | spokesperson_of | Gazprom | demanded:said | spokeswoman for Gazprom", None),
    ("Jane Roe | holds_position | Norway | conditional | president of Norway", None),
    ("Ukraine | member_of | NATO | conditional", None),
    # somebody's word
    ("Jane Roe | holds_position | Norway | said | president of Norway", None),
    ("Taiwan | part_of | China | said | | | Ann Lee", None),
    ("Poland | member_of | NATO | said | | since 1999", "1999/.."),
    # over
    ("Jane Roe | holds_position | Norway | former | president of Norway", None),
    ("Barack Obama | holds_position | United States | former | US President", None),
    ("Fenwick Holdings | owned_by | Arcon Systems | former", None),
    ("Jane Roe | holds_position | Norway | former | president of Norway | from 2003 to 2010", "2003/2010"),
    ("Jane Roe | holds_position | Norway | former | president of Norway | since 2010", "2010/.."),
    ("Jane Roe | holds_position | Norway | former | president of Norway | until 2014", "../2014"),
    ("Ann Lee | holds_position | Madrid | former | mayor of Madrid | in 2014", "../2014"),
    ("Jane Roe | holds_position | Norway | former:said | president of Norway | | Max Poe", None),
    ("Bonn | capital_of | Germany | former", None),
]
#: Ties that are so, and their EDTF.
FACTS = [
    ("Sweden | member_of | NATO | | | in 2024", "2024/.."),
    ("Poland | member_of | NATO | | | since 1999", "1999/.."),
    ("Ann Lee | holds_position | Norvia | | president of Norvia", None),
    ("Fenwick Holdings | part_of | Arcon Systems", None),
    ("Ann Lee | holds_position | Australia | | Australian Prime Minister", None),
    ("Ann Lee | holds_position | Toyota | | chief executive of Toyota | in 2021", "2021/.."),
    ("Jane Roe | holds_position | Madrid | | mayor of Madrid | in May 2024", "2024-05/.."),
    ("Ann Lee | holds_position | Madrid | | mayor of Madrid | until May 2026", "../2026-05"),
    ("Max Poe | holds_position | Chile | | president of Chile | from 2010 to 2014", "2010/2014"),
    ("Volvo | owned_by | Geely", None),
    ("Vilnius | capital_of | Lithuania", None),
    ("Ann Lee | spokesperson_of | Gazprom | | spokeswoman for Gazprom", None),
    ("Jane Roe | holds_position | Norway | | President", None),
    ("Max Poe | works_for | Toyota", None),
    ("Ann Lee | family_of | Max Poe | | sister", None),
    # what happened once did so on that day, and not from it on
    ("Toyota | founded_by | Max Poe | | | in 1937", "1937"),
    ("Ann Lee | born_in | Oslo | | | in 1950", "1950"),
    ("Ann Lee | died_in | Oslo | | | on 5 May 2020", "2020-05-05"),
]
#: Every way to stand but that of a plain fact, in words: "not", "not:planned", "former:said".
STANDINGS = [
    ":".join(filter(None, words))
    for words in product(
        ("", "not"), ("", "planned", "possible", "conditional", "demanded"), ("", "former"), ("", "said")
    )
    if any(words)
]
#: How the page names a standing, by its first word.
PAGE = {
    "not": "denied", "planned": "planned", "possible": "possible", "conditional": "possible", "demanded": "demanded",
    "former": "former", "said": "reported",
}  # fmt: skip
#: The word before a link on the page.
BEFORE = {
    "denied": "not", "planned": "planned", "possible": "possible", "demanded": "demanded", "former": "former",
    "reported": "said",
}  # fmt: skip
TIE = "Jane Roe holds_position Norway"


@pytest.fixture(scope="module")
def extractions(tied):
    rows = [row for row, _ in (*NO_FACTS, *FACTS)] + list(map(standing_row, ["", *STANDINGS]))
    return dict(zip(rows, tied([[row] for row in rows]), strict=True))


@pytest.fixture(scope="module")
def graphs(extractions):
    return {row: graph_of([one]) for row, one in extractions.items()}


def standing_row(standing):
    return f"Jane Roe | holds_position | Norway | {standing} | mayor of Norway"


def parts(row):
    """The tie of a row, how it stands, and its title."""
    source, relation, target, standing, title, *_ = [*map(str.strip, row.split("|")), "", ""]
    return f"{source} {relation} {target}", standing, title or None


def graph_of(extractions):
    return EventGraph.from_resolution(gb.resolve(extractions))


def ties(graph, *, stated=True):
    """The edges between entities that a sentence states: "source relation target" → [(key, data)]."""
    found = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = [graph.nodes[one] for one in (source, target)]
        methods = {one["method"] for one in data["provenance"]}
        if all(one["kind"] == "entity" for one in ends) and not (stated and methods <= {"geonames", "metonymy"}):
            name = f"{ends[0]['label']} {data['relation']} {ends[1]['label']}"
            found.setdefault(name, []).append((key, data))
    return found


def is_plain(data):
    return (data["polarity"], data["modality"], data["former"], data["attribution"]) == ("POS", "ACTUAL", False, None)


def says(standing):
    """What the record of a tie must say: polarity, modality, whether it is over, whether somebody says so."""
    words = standing.split(":")
    [modality] = {"planned", "possible", "conditional", "demanded"} & set(words) or {"actual"}
    return "NEG" if "not" in words else "POS", modality.upper(), "former" in words, "said" in words


@pytest.mark.parametrize(("row", "edtf"), NO_FACTS)
def test_what_is_no_fact_is_told_as_none(graphs, row, edtf):
    tie, standing, title = parts(row)
    [(key, data)] = ties(graphs[row])[tie]
    assert key == f"{data['relation']}:{standing}"
    assert (data.get("edtf"), data["title"]) == (edtf, title)
    assert not is_plain(data)
    assert (data["polarity"], data["modality"], data["former"], data["attribution"] is not None) == says(standing)


@pytest.mark.parametrize(("row", "edtf"), FACTS)
def test_what_is_so_is_still_told(graphs, row, edtf):
    tie, _, title = parts(row)
    [(key, data)] = ties(graphs[row])[tie]
    assert key == data["relation"]
    assert is_plain(data)
    assert (data.get("edtf"), data["title"]) == (edtf, title)


@pytest.mark.parametrize("standing", STANDINGS)
def test_every_standing_has_a_key_and_says_what_it_means(graphs, standing):
    [(key, data)] = ties(graphs[standing_row(standing)])[TIE]
    assert key == f"holds_position:{standing}"
    assert (data["polarity"], data["modality"], data["former"], data["attribution"] is not None) == says(standing)
    assert data["attribution"] == ("critics" if "said" in standing else None)


@pytest.mark.parametrize("row", [row for row, _ in NO_FACTS])
def test_nothing_makes_a_fact_of_what_is_none(graphs, row):
    told = ties(graphs[row])
    assert list(told) == [parts(row)[0]]
    assert not any(is_plain(data) for edges in told.values() for _, data in edges)


def test_all_standings_of_one_pair_are_as_many_edges(tied):
    graph = graph_of(tied([[standing_row(one)] for one in ["", *STANDINGS]]))
    keys = {key: len(data["provenance"]) for key, data in ties(graph)[TIE]}
    assert keys == {"holds_position": 1, **{f"holds_position:{one}": 1 for one in STANDINGS}}


@pytest.mark.parametrize("row", [*(row for row, _ in NO_FACTS), *map(standing_row, STANDINGS)])
def test_every_output_tells_it_in_the_same_way(extractions, graphs, row):
    graph, standing = graphs[row], PAGE[parts(row)[1].partition(":")[0]]
    # the records, stored and read again
    resolution = gb.resolve([gb.from_json(gb.Extraction, gb.to_json(extractions[row]))])
    assert resolution == gb.from_json(gb.Resolution, gb.to_json(resolution))
    assert EventGraph.from_resolution(resolution).edges == graph.edges
    # node-link JSON
    data = json.loads(json.dumps(nx.node_link_data(graph, edges="edges"), allow_nan=False))
    assert ties(EventGraph(nx.node_link_graph(data, edges="edges"))) == ties(graph)
    # the page, with its picture, and pyvis
    shown = payload(graph)
    entities = [number for number, node in enumerate(shown["nodes"]) if node["kind"] != "event"]
    edges = [one for one in shown["edges"] if {one["source"], one["target"]} <= {*entities} and not one["by_table"]]
    assert {one["standing"] for one in edges} == {standing}
    tabled = any(one["by_table"] for one in shown["edges"])  # that Bonn lies in Germany is known without the text
    assert tabled or 'stroke-dasharray="4 3"' in graph_svg(shown)
    [dashed] = [one for one in to_pyvis(graph).edges if one.get("dashes")]
    assert dashed["title"].startswith(f"{BEFORE[standing]} · ")


@pytest.mark.parametrize("standing", STANDINGS)
def test_every_file_tells_it_in_the_same_words(graphs, standing, tmp_path):
    graph, words = graphs[standing_row(standing)], standing.replace(":", ", ")
    key, label = f"holds_position:{standing}", f"holds_position ({words})"
    for format in ("csv", "graphml", "gexf", "json", "turtle", "obsidian"):
        graph.save(tmp_path / format, format)
    with (tmp_path / "csv" / "edges.csv").open(encoding="utf-8", newline="") as file:
        [row] = [one for one in csv.DictReader(file) if one["relation"] == "holds_position"]
    assert (row["key"], row["label"], row["status"], row["title"]) == (key, label, words, "mayor of Norway")
    assert row[":TYPE"] == f"HOLDS_POSITION_{standing.replace(':', '_').upper()}"
    for read in (nx.read_graphml, nx.read_gexf):
        edges = read(tmp_path / read.__name__.removeprefix("read_")).edges(data=True)
        [data] = [data for *ends, data in edges if data.get("relation") == "holds_position"]
        assert (data["label"], data["status"], data["title"]) == (label, words, "mayor of Norway")
    store = rdflib.Graph().parse(tmp_path / "turtle", format="turtle")
    found = store.query("SELECT ?status ?title WHERE {?tie gb:status ?status; gb:title ?title}", initNs=PREFIXES)
    assert [tuple(map(str, one)) for one in found] == [(words, "mayor of Norway")]
    for format in ("json", "turtle"):
        assert ties(gb.open(tmp_path / format)) == ties(graph)
    [note] = (tmp_path / "obsidian").rglob("Jane Roe.md")
    assert f"({words})" in note.read_text("utf-8")


@pytest.mark.parametrize("standing", ["", *STANDINGS])
def test_frames_tell_it_in_columns(graphs, standing):
    links = graphs[standing_row(standing)].frames().links
    [row] = links[links.kind == "entity"].to_dict("records")
    assert (row["source_name"], row["relation"], row["target_name"]) == ("Jane Roe", "holds_position", "Norway")
    assert (row["polarity"], row["modality"], row["former"], row["attribution"] == "critics") == says(standing)
    assert row["title"] == "mayor of Norway"
    assert row["quote"].endswith(" saw Jane Roe, then saw Norway.")


@pytest.mark.parametrize(("row", "_edtf"), [*NO_FACTS, *FACTS])
def test_a_tie_is_no_event_and_dates_none(extractions, graphs, row, _edtf):
    untied = replace(extractions[row], relations=())
    assert graphs[row].timeline(retold=True) == graph_of([untied]).timeline(retold=True)


@pytest.mark.parametrize("row", [row for row, _ in FACTS])
def test_no_output_doubts_what_is_so(graphs, row):
    shown = payload(graphs[row])
    assert shown["edges"]
    assert all("standing" not in one for one in shown["edges"])
    assert not any(one.get("dashes") for one in to_pyvis(graphs[row]).edges)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("former | | until 2014", "until 2014"),
        ("former | | from 2003 to 2010", "2003–2010"),
        ("former:said | | since 2010", "since 2010"),
        (" | | until May 2026", "until May 2026"),
        (" | | in 2024", "since 2024"),
        # what is not so yet has no duration
        ("planned | | by 2030", "by 2030"),
        ("possible | | by 2030", "by 2030"),
        ("planned | | in 2030", "2030"),
        ("demanded:said | | by 2030", "by 2030"),
        ("former", None),
        ("", None),
    ],
)
def test_the_page_says_until_when_it_held_or_by_when_it_may(tied, how, words):
    shown = payload(graph_of(tied([[f"Jane Roe | holds_position | Norway | {how}"]])))
    assert [one["when"] for one in shown["edges"] if one["relation"] == "holds_position"] == [words]


def test_one_tie_told_in_two_ways_is_two_edges(tied):
    articles = [["Sweden | member_of | NATO | possible"], ["Sweden | member_of | NATO"], ["Sweden | member_of | NATO"]]
    graph = graph_of(tied(articles))
    assert [key for key, _ in ties(graph)["Sweden member_of NATO"]] == ["member_of", "member_of:possible"]
    assert [len(data["provenance"]) for _, data in ties(graph)["Sweden member_of NATO"]] == [2, 1]


def test_the_order_of_the_articles_does_not_show(tied):
    found = tied([
        ["Jane Roe | holds_position | Norway | said"], ["Jane Roe | holds_position | Norway"],
        ["Jane Roe | holds_position | Norway | said | | | Ann Lee"], ["Jane Roe | holds_position | Norway | former"],
    ])  # fmt: skip
    one, other = graph_of(found), graph_of(found[::-1])
    assert nx.node_link_data(one, edges="edges") == nx.node_link_data(other, edges="edges")
    told = {key: data["attribution"] for key, data in ties(one)[TIE]}
    assert told == {
        "holds_position": None, "holds_position:former": None, "holds_position:said": "Ann Lee, critics",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("times", "edtf"),
    [
        (["from 2003 to 2010", "from 2003 to 2010"], "2003/2010"),
        (["until 2014", ""], "../2014"),
        (["until 2014", "until 2015"], None),  # they disagree, so that none is known
        (["", ""], None),
    ],
)
def test_a_tie_has_a_date_only_if_its_articles_agree(tied, times, edtf):
    graph = graph_of(tied([[f"Jane Roe | holds_position | Norway | former | | {time}"] for time in times]))
    [(_, data)] = ties(graph)[TIE]
    assert (data.get("edtf"), len(data["provenance"])) == (edtf, 2)


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        # one office in other words
        (["President", "Norwegian president", "Norwegian president"], {"holds_position": ("Norwegian president", 3)}),
        (["minister", "", "foreign minister"], {"holds_position": ("foreign minister", 3)}),
        (["", ""], {"holds_position": (None, 2)}),
        # two
        (
            ["president", "prime minister", "prime minister"],
            {"holds_position": ("prime minister", 2), "holds_position:president": ("president", 1)},
        ),
    ],
)
def test_each_office_is_an_edge(tied, titles, told):
    graph = graph_of(tied([[f"Jane Roe | holds_position | Norway | | {title}"] for title in titles]))
    assert {key: (data["title"], len(data["provenance"])) for key, data in ties(graph)[TIE]} == told


def test_a_tie_shows_the_sentence_that_states_it(tied):
    rows = ["Jane Roe | holds_position | Norway | former", "Ann Lee | holds_position | Norway", "Rain fell."]
    graph = graph_of(tied([rows]))
    [document] = graph.graph["documents"].values()
    for tie, sentence in ((TIE, "Many saw Jane Roe, then saw Norway."),
                          ("Ann Lee holds_position Norway", "Many saw Ann Lee, then saw Norway.")):  # fmt: skip
        [(_, data)] = ties(graph)[tie]
        [source] = data["provenance"]
        assert document["sentences"][source["sentence"]][2] == sentence


def test_dates_of_a_tie_have_days_as_those_of_events(graphs):
    [(_, data)] = ties(graphs[next(row for row, edtf in NO_FACTS if edtf == "2003/2010")])[TIE]
    assert (data["start"], data["end"]) == ("2003-01-01", "2010-12-31")


@pytest.mark.parametrize("standing", ["", *STANDINGS])
@pytest.mark.parametrize("relation", ["part_of", "located_in", "capital_of"])
def test_a_place_lies_only_where_it_is_plainly_said_to_lie(tied, relation, standing):
    found = tied([[f"Bonn | {relation} | Norway | {standing}"]])
    resolution = gb.resolve(found)
    ids = {one.name: one.id for one in resolution.entities}
    index = EntityIndex(found, {one.id: one for one in resolution.entities})
    assert index.is_within(ids["Bonn"], ids["Norway"]) == (standing == "")
    edges = {tie: [key for key, _ in told] for tie, told in ties(EventGraph.from_resolution(resolution)).items()}
    assert edges == {f"Bonn {relation} Norway": [f"{relation}:{standing}".rstrip(":")]}


def test_what_a_text_denies_the_tables_still_know(tied):
    graph = graph_of(tied([["Kyiv | capital_of | Ukraine | not:said | | | Max Poe"]]))
    keys = Counter(key for told in ties(graph, stated=False).values() for key, _ in told)
    assert keys["capital_of"] == keys["capital_of:not:said"] == 1


def test_records_stored_before_ties_had_a_standing_are_read(tied):
    [extraction] = tied([["Estonia | member_of | NATO | not:planned:former:said | member"]])
    data = json.loads(gb.to_json(extraction))
    for tie in data["relations"]:
        for field in ("polarity", "modality", "tense", "attribution", "title", "former"):
            tie.pop(field, None)
    [tie] = gb.from_json(gb.Extraction, json.dumps(data)).relations
    assert (tie.polarity, tie.modality, tie.former, tie.attribution) == ("POS", "ACTUAL", False, None)
    assert (tie.tense, tie.title) == ("NONE", "")


def test_in_the_sample_story_keys_say_what_the_attributes_say(nato):
    told = [pair for edges in ties(nato).values() for pair in edges]
    assert told
    for key, data in told:
        words = key.removeprefix(data["relation"]).split(":")
        assert (data["polarity"], data["modality"], data["former"], data["attribution"] is not None) == says(
            ":".join(words)
        )
