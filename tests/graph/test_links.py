"""Links between names say what the sentence says of them, on every output: none that is denied or over is a fact."""

import json
from collections import Counter
from datetime import date

import networkx as nx
import pytest

import graphbuilder as gb
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.network import to_pyvis
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.svg import graph_svg

DAY = date(2026, 1, 15)

#: Text, the tie that it tells, how (the end of the key of its edge), EDTF. Of these none is a fact that is so.
NO_FACTS = [
    ("Ukraine is not a member of NATO.", "Ukraine member_of NATO", "not", None),
    ("Ukraine would one day be a member of NATO.", "Ukraine member_of NATO", "conditional", None),
    ("Sweden may become a member of NATO in 2025.", "Sweden member_of NATO", "possible", "2025"),
    ("Jane Roe is no longer the president of Acme.", "Jane Roe holds_position Acme", "former", None),
    ("If elected, Jane Roe will be president of Brazil.", "Jane Roe holds_position Brazil", "conditional", None),
    ("Jane Roe was never a member of the Communist Party.", "Jane Roe member_of Communist Party", "not", None),
    ("Jane Roe, the former president of Brazil, died.", "Jane Roe holds_position Brazil", "former", None),
    ("Critics say that Jane Roe is president of Norway.", "Jane Roe holds_position Norway", "said", None),
    ("Jane Roe wants to be president of Brazil.", "Jane Roe holds_position Brazil", "planned", None),
    # not so
    ("Norway has yet to become a member of the European Union.", "Norway member_of European Union", "not", None),
    ("Serbia is neither a member of NATO nor neutral.", "Serbia member_of NATO", "not", None),
    ("Ireland, not a member of NATO, sent no troops.", "Ireland member_of NATO", "not", None),
    ("Bonn is not the capital of Germany.", "Bonn capital_of Germany", "not", None),
    ("Jane Roe failed to become president of Norway.", "Jane Roe holds_position Norway", "not", None),
    ("Jane Roe was almost elected president of Norway.", "Jane Roe holds_position Norway", "not", None),
    ("Jane Roe is hardly the president of Norway.", "Jane Roe holds_position Norway", "not", None),
    ("It is not true that Ann Lee is a member of NATO.", "Ann Lee member_of NATO", "not", None),
    ("Fenwick Holdings is not based in Oslo.", "Fenwick Holdings located_in Oslo", "not", None),
    ("Crimea is not part of Ukraine, said Max Poe.", "Crimea part_of Ukraine", "not:said", None),
    ("Austria, a non-member of NATO, sent nurses.", "Austria member_of NATO", "not", None),
    ("KYIV (AP) - Ukraine, not yet a NATO member, asked for help.", "Ukraine member_of NATO", "not", None),
    ("Volvo is owned not by Geely but by Toyota.", "Volvo owned_by Geely", "not", None),
    ("It is a lie that Jane Roe is president of Norway.", "Jane Roe holds_position Norway", "not", None),
    ("Ukraine is almost a member of NATO.", "Ukraine member_of NATO", "not", None),
    ("Jane Roe refused to be president of Norway.", "Jane Roe holds_position Norway", "not", None),
    ("Sweden and Chad are not members of NATO.", "Sweden member_of NATO", "not", None),
    # ahead, or not sure
    ("Were Jane Roe president of Norway, taxes would fall.", "Jane Roe holds_position Norway", "possible", None),
    ("Russia opposes Ukraine becoming a member of NATO.", "Ukraine member_of NATO", "possible", None),
    ("Either Jane Roe or Max Poe is president of Norway.", "Jane Roe holds_position Norway", "possible", None),
    ("Police doubt that Volvo is owned by Geely.", "Volvo owned_by Geely", "possible", None),
    ("Volvo, reportedly owned by Geely, grew.", "Volvo owned_by Geely", "possible", None),
    ("Aspiring NATO member Georgia sent troops.", "Georgia member_of NATO", "possible", None),
    ("Jane Roe is set to become president of Norway.", "Jane Roe holds_position Norway", "planned", None),
    ("Ann Lee, who hopes to become mayor of Madrid, left.", "Ann Lee holds_position Madrid", "planned", None),
    ("Georgia could be a member of NATO by 2030.", "Georgia member_of NATO", "possible", "../2030"),
    ("Volvo will be owned by Geely next year.", "Volvo owned_by Geely", "planned", None),
    ("Norway's next president, Jane Roe, will move in May.", "Jane Roe holds_position Norway", "planned", None),
    ("Incoming NATO chief Mark Rutte spoke.", "Mark Rutte holds_position NATO", "planned", None),
    ("President-elect Jane Roe of Brazil flew.", "Jane Roe holds_position Brazil", "planned", None),
    ("Kosovo is a potential member of NATO.", "Kosovo member_of NATO", "possible", None),
    ("Self-proclaimed president of Norway Jane Roe fled.", "Jane Roe holds_position Norway", "possible", None),
    ("Jane Roe dreams of becoming president of Norway.", "Jane Roe holds_position Norway", "possible", None),
    ("Is Sweden a member of NATO?", "Sweden member_of NATO", "possible", None),
    ("Reportedly Ann Lee is a member of the Communist Party.", "Ann Lee member_of Communist Party", "possible", None),
    ("Jane Roe should be president of Norway.", "Jane Roe holds_position Norway", "demanded", None),
    ("Jane Roe would have been president of Norway.", "Jane Roe holds_position Norway", "conditional", None),
    ("Unless she resigns, Ann Lee will remain mayor of Oslo.", "Ann Lee holds_position Oslo", "conditional", None),
    # somebody's word
    ("Jane Roe claims to be president of Norway.", "Jane Roe holds_position Norway", "possible:said", None),
    ("China says that Taiwan is part of China.", "Taiwan part_of China", "said", None),
    ("Norway said it was a member of NATO.", "Norway member_of NATO", "said", None),
    # over
    ("The late Jane Roe, president of Norway, was honoured.", "Jane Roe holds_position Norway", "former", None),
    ("Jane Roe, a past president of Norway, left.", "Jane Roe holds_position Norway", "former", None),
    ("Jane Roe had been president of Norway since 2010.", "Jane Roe holds_position Norway", "former", "2010/.."),
    ("Britain ceased to be a member of NATO.", "United Kingdom member_of NATO", "former", None),
    (
        "Jane Roe used to be chief executive of Fenwick Holdings.",
        "Jane Roe holds_position Fenwick Holdings",
        "former",
        None,
    ),
    ("Volvo is no longer owned by Geely.", "Volvo owned_by Geely", "former", None),
    ("Brazil's ex-president Jane Roe was arrested.", "Jane Roe holds_position Brazil", "former", None),
    ("Ann Lee, once the prime minister of Greece, sold it.", "Ann Lee holds_position Greece", "former", None),
    ("Jane Roe, then president of Norway, signed it.", "Jane Roe holds_position Norway", "former", None),
    ("Then-US President Barack Obama spoke.", "Barack Obama holds_position United States", "former", None),
    ("They left when Max Poe, Chile's president at the time, spoke.", "Max Poe holds_position Chile", "former", None),
    ("Max Poe, the late president of Chile, was buried.", "Max Poe holds_position Chile", "former", None),
    (
        "Fenwick Holdings, formerly owned by Arcon Systems, grew.",
        "Fenwick Holdings owned_by Arcon Systems",
        "former",
        None,
    ),
    ("Jane Roe was president of Norway from 2003 to 2010.", "Jane Roe holds_position Norway", "former", "2003/2010"),
    ("Jane Roe, president of Norway until 2014, left.", "Jane Roe holds_position Norway", "former", "../2014"),
    ("Jane Roe, until 2014 the president of Norway, left.", "Jane Roe holds_position Norway", "former", "../2014"),
    ("Ann Lee resigned as mayor of Madrid in 2014.", "Ann Lee holds_position Madrid", "former", "../2014"),
    ("Jane Roe was sacked as mayor of London.", "Jane Roe holds_position London", "former", None),
    ("“I was president of Norway,” Jane Roe said.", "Jane Roe holds_position Norway", "former:said", None),
    ("Ex-President Jane Roe of Norway spoke.", "Jane Roe holds_position Norway", "former", None),
    ("Jane Roe was replaced as mayor of London in 2014.", "Jane Roe holds_position London", "former", "../2014"),
    ("Max Poe asked Jane Roe to be president of Norway.", "Jane Roe holds_position Norway", "demanded", None),
    ("Bonn, the former capital of Germany, grew.", "Bonn capital_of Germany", "former", None),
]
#: Text, the tie that it tells as a fact that is so, EDTF, the title.
FACTS = [
    ("Sweden joined NATO in 2024.", "Sweden member_of NATO", "2024", None),
    ("Ann Lee, president of Norvia, spoke on Monday.", "Ann Lee holds_position Norvia", None, "president of Norvia"),
    ("Fenwick Holdings is a subsidiary of Arcon Systems.", "Fenwick Holdings subsidiary_of Arcon Systems", None, None),
    ("Australian Prime Minister Ann Lee came.", "Ann Lee holds_position Australia", None, "Australian Prime Minister"),
    (
        "Ann Lee, prime minister of Australia, came.",
        "Ann Lee holds_position Australia",
        None,
        "prime minister of Australia",
    ),
    (
        "Ann Lee became chief executive of Toyota in 2021.",
        "Ann Lee holds_position Toyota",
        "2021",
        "chief executive of Toyota",
    ),
    ("Poland has been a member of NATO since 1999.", "Poland member_of NATO", "1999/..", None),
    ("Romania, a NATO member since 2004, hosts troops.", "Romania member_of NATO", "2004/..", None),
    ("The Polish foreign minister, Ann Lee, left.", "Ann Lee holds_position Poland", None, "Polish foreign minister"),
    (
        "Jane Roe was elected mayor of Madrid in May 2024.",
        "Jane Roe holds_position Madrid",
        "2024-05",
        "mayor of Madrid",
    ),
    ("Jane Roe was re-elected president of Norway.", "Jane Roe holds_position Norway", None, "president of Norway"),
    (
        "Jane Roe replaced Max Poe as president of Norway.",
        "Jane Roe holds_position Norway",
        None,
        "president of Norway",
    ),
    ("Volvo, owned by Geely, sold more cars.", "Volvo owned_by Geely", None, None),
    ("Vilnius is the capital of Lithuania.", "Vilnius capital_of Lithuania", None, None),
    ("Ann Lee, a spokeswoman for Gazprom, left.", "Ann Lee spokesperson_of Gazprom", None, "spokeswoman for Gazprom"),
    ("Croatia became a member of NATO in 2009.", "Croatia member_of NATO", "2009", None),
    (
        "Max Poe, first vice-chairman of Toyota, left.",
        "Max Poe holds_position Toyota",
        None,
        "first vice-chairman of Toyota",
    ),
    ("Apple lawyer Jane Roe spoke.", "Jane Roe holds_position Apple", None, "Apple lawyer"),
    ("President Jane Roe of Norway spoke.", "Jane Roe holds_position Norway", None, "President"),
    ("Jane Roe was the founder of Toyota.", "Jane Roe holds_position Toyota", None, "founder of Toyota"),
    ("Toyota grew. The company's director, Max Poe, left.", "Max Poe holds_position Toyota", None, "director"),
    # words of doubt that are said of something else
    ("Estonia is not only a member of NATO but a friend of Finland.", "Estonia member_of NATO", None, None),
    (
        "Jane Roe, the outgoing president of Brazil, left.",
        "Jane Roe holds_position Brazil",
        None,
        "outgoing president of Brazil",
    ),
    (
        "Ann Lee will step down as mayor of Madrid in May.",
        "Ann Lee holds_position Madrid",
        "../2026-05",
        "mayor of Madrid",
    ),
    (
        "If prices rise, Ann Lee, the governor of Ohio, will act.",
        "Ann Lee holds_position Ohio",
        None,
        "governor of Ohio",
    ),
    (
        "Max Poe did not meet Ann Lee, the president of Norway.",
        "Ann Lee holds_position Norway",
        None,
        "president of Norway",
    ),
    ("Critics of Jane Roe, the mayor of London, may sue.", "Jane Roe holds_position London", None, "mayor of London"),
    ("The next day Norwegian president Jane Roe left.", "Jane Roe holds_position Norway", None, "Norwegian president"),
    (
        "Not long ago the president of Norway, Jane Roe, left.",
        "Jane Roe holds_position Norway",
        None,
        "president of Norway",
    ),
    ("Then Norwegian president Jane Roe left.", "Jane Roe holds_position Norway", None, "Norwegian president"),
    (
        "The ex-wife of Norwegian president Jane Roe left.",
        "Jane Roe holds_position Norway",
        None,
        "Norwegian president",
    ),
    ("Estonia knows that it is a member of NATO.", "Estonia member_of NATO", None, None),
    ("NATO member Turkey would not sign.", "Turkey member_of NATO", None, None),
    (
        "Critics say that Jane Roe, the mayor of London, lied.",
        "Jane Roe holds_position London",
        None,
        "mayor of London",
    ),
    (
        "Former colleagues of Jane Roe, the mayor of London, left.",
        "Jane Roe holds_position London",
        None,
        "mayor of London",
    ),
]
#: What is no tie at all.
NONE = [
    "US tennis player Ann Lee won in Paris.",
    "US ally Max Poe spoke.",
    "“Dawn” by Georgian director Nino Poe won.",
    "They saw pro-Beijing mayor Jane Roe.",
    "Jane Roe, author of Toyota, spoke.",
    "Jane Roe would be the first US president to visit Peru.",
    "Ann Lee, a candidate for mayor of Madrid, spoke.",
    "Without being in NATO, Ireland sent troops.",
]
#: How the page names what the end of a key says, the most important part first.
STANDINGS = {
    "not": "denied", "planned": "planned", "possible": "possible", "conditional": "possible", "demanded": "demanded",
    "former": "former", "said": "reported", "": "fact",
}  # fmt: skip


@pytest.fixture(scope="module")
def extractions():
    texts = [row[0] for row in (*NO_FACTS, *FACTS)] + NONE
    documents = [gb.Document(text=text, id=f"{at}.txt", published=DAY) for at, text in enumerate(texts)]
    return dict(zip(texts, gb.extract(documents), strict=True))


@pytest.fixture(scope="module")
def graphs(extractions):
    return {text: EventGraph.from_resolution(gb.resolve([one])) for text, one in extractions.items()}


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


@pytest.mark.parametrize(("text", "tie", "told", "edtf"), NO_FACTS)
def test_what_is_no_fact_is_told_as_none(graphs, text, tie, told, edtf):
    [(key, data)] = ties(graphs[text])[tie]
    assert key == f"{data['relation']}:{told}"
    assert data.get("edtf") == edtf
    assert not is_plain(data)
    assert data["former"] == ("former" in told)
    assert (data["attribution"] is not None) == ("said" in told)
    assert (data["polarity"] == "NEG") == ("not" in told)


@pytest.mark.parametrize(("text", "tie", "edtf", "title"), FACTS)
def test_what_is_so_is_still_told(graphs, text, tie, edtf, title):
    [(key, data)] = ties(graphs[text])[tie]
    assert key == data["relation"]
    assert is_plain(data)
    assert (data.get("edtf"), data["title"]) == (edtf, title)


@pytest.mark.parametrize("text", NONE)
def test_what_ties_nothing(graphs, text):
    assert ties(graphs[text]) == {}


@pytest.mark.parametrize("text", [row[0] for row in NO_FACTS])
def test_none_of_these_texts_states_a_fact_between_names(graphs, text):
    stated = [data for told in ties(graphs[text]).values() for _, data in told]
    assert stated
    assert not any(map(is_plain, stated))


@pytest.mark.parametrize(("text", "told"), [row[::2] for row in NO_FACTS])
def test_every_output_tells_it_in_the_same_way(extractions, graphs, text, told):
    graph, standing = graphs[text], STANDINGS[told.partition(":")[0]]
    # the records, stored and read again
    resolution = gb.resolve([gb.from_json(gb.Extraction, gb.to_json(extractions[text]))])
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
    assert any(one.get("dashes") for one in to_pyvis(graph).edges)


@pytest.mark.parametrize("text", [row[0] for row in FACTS])
def test_no_output_doubts_what_is_so(graphs, text):
    shown = payload(graphs[text])
    assert all("standing" not in one for one in shown["edges"])
    assert not any(one.get("dashes") for one in to_pyvis(graphs[text]).edges)


def test_one_tie_told_in_two_ways_is_two_edges():
    texts = ["Sweden may become a member of NATO.", "Sweden is a member of NATO.", "Sweden joined NATO in 2024."]
    graph = gb.build([gb.Document(text=text, id=text, published=DAY) for text in texts])
    assert [key for key, _ in ties(graph)["Sweden member_of NATO"]] == ["member_of", "member_of:possible"]
    assert [len(data["provenance"]) for _, data in ties(graph)["Sweden member_of NATO"]] == [2, 1]


def test_the_order_of_the_articles_does_not_show():
    texts = ["Critics say Jane Roe is president of Norway.", "Jane Roe is president of Norway.",
             "Ann Lee says Jane Roe is president of Norway.", "Jane Roe was president of Norway."]  # fmt: skip
    documents = [gb.Document(text=text, id=text, published=DAY) for text in texts]
    one, other = gb.build(documents), gb.build(documents[::-1])
    assert nx.node_link_data(one, edges="edges") == nx.node_link_data(other, edges="edges")
    told = {key: data["attribution"] for key, data in ties(one)["Jane Roe holds_position Norway"]}
    assert told == {
        "holds_position": None, "holds_position:former": None, "holds_position:said": "Ann Lee, critics",
    }  # fmt: skip


def test_dates_of_a_tie_have_days_as_those_of_events(graphs):
    [(_, data)] = ties(graphs["Jane Roe was president of Norway from 2003 to 2010."])["Jane Roe holds_position Norway"]
    assert (data["start"], data["end"]) == ("2003-01-01", "2010-12-31")


def test_no_place_is_held_to_lie_where_it_does_not():
    texts = ["Bonn is not part of Norway. The bridge in Bonn fell.", "Talks on Norway began."]
    graph = gb.build([gb.Document(text=text, id=text, published=DAY) for text in texts])
    assert [key for key, _ in ties(graph)["Bonn part_of Norway"]] == ["part_of:not"]
    assert "Bonn located_in Norway" not in ties(graph, stated=False)


def test_what_a_text_denies_the_tables_still_know():
    graph = gb.build([gb.Document(text="Kyiv is not the capital of Ukraine, said Max Poe.", published=DAY)])
    keys = Counter(key for told in ties(graph, stated=False).values() for key, _ in told)
    assert keys["capital_of"] == keys["capital_of:not:said"] == 1


def test_records_stored_before_ties_had_a_standing_are_read():
    [extraction] = gb.extract([gb.Document(text="Estonia is a member of NATO.", id="a.txt")])
    data = json.loads(gb.to_json(extraction))
    for tie in data["relations"]:
        for field in ("polarity", "modality", "tense", "attribution", "title", "former"):
            del tie[field]
    tie, *_ = gb.from_json(gb.Extraction, json.dumps(data)).relations
    assert (tie.polarity, tie.modality, tie.former, tie.attribution) == ("POS", "ACTUAL", False, None)


def test_the_sample_story_does_not_make_a_promised_member_a_member():
    graph = gb.build("data/nato")
    for country in ("Ukraine", "Georgia"):
        assert "member_of" not in dict(ties(graph).get(f"{country} member_of NATO", ()))
    quotes = [one for _, data in ties(graph)["Finland member_of NATO"] for one in data["provenance"]]
    sentences = [graph.graph["documents"][one["document"]]["sentences"][one["sentence"]][2] for one in quotes]
    assert all("Finland" in one for one in sentences)
    members = {name for name, told in ties(graph).items() if ("member_of" in dict(told)) and name.endswith("NATO")}
    assert members == {"Romania member_of NATO", "Finland member_of NATO"}
