"""GraphML and GEXF, opened again by networkx and against a schema; the flat graph that both are written from."""

from __future__ import annotations

import networkx as nx
import pytest
from lxml import etree

import graphbuilder as gb
from graphbuilder.export.flat import flat
from graphbuilder.graph.event_graph import EventGraph

GEXF = "{http://www.gexf.net/1.2draft}"
READERS = {"graphml": lambda path: nx.read_graphml(path, force_multigraph=True), "gexf": nx.read_gexf}

#: What of GEXF 1.2 the files use, by its description (gexf.net/1.2draft): order, attributes, kinds of values.
SCHEMA = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
         ns="http://www.gexf.net/1.2draft">
  <start><element name="gexf"><attribute name="version"><value>1.2</value></attribute>
    <optional><attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/></optional>
    <element name="meta"><element name="creator"><text/></element></element>
    <element name="graph"><attribute name="defaultedgetype"><value>directed</value></attribute>
      <attribute name="mode"><value>dynamic</value></attribute>
      <optional><attribute name="timeformat"><value>date</value></attribute></optional>
      <zeroOrMore><element name="attributes"><attribute name="class">
        <choice><value>node</value><value>edge</value></choice></attribute>
        <attribute name="mode"><value>static</value></attribute>
        <zeroOrMore><element name="attribute"><attribute name="id"/><attribute name="title"/><attribute name="type">
          <choice><value>string</value><value>long</value><value>double</value><value>boolean</value></choice></attribute>
        </element></zeroOrMore></element></zeroOrMore>
      <element name="nodes"><zeroOrMore><element name="node"><attribute name="id"/><ref name="thing"/>
        </element></zeroOrMore></element>
      <element name="edges"><zeroOrMore><element name="edge"><attribute name="id"/><attribute name="source"/>
        <attribute name="target"/><ref name="thing"/></element></zeroOrMore></element>
    </element></element></start>
  <define name="thing"><attribute name="label"/>
    <optional><attribute name="start"><data type="date"/></attribute></optional>
    <optional><attribute name="end"><data type="date"/></attribute></optional>
    <element name="attvalues"><zeroOrMore><element name="attvalue"><attribute name="for"/><attribute name="value"/>
    </element></zeroOrMore></element></define>
</grammar>
"""


def is_gexf(path):
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    return schema.validate(etree.parse(str(path))), str(schema.error_log)


def spells(path):
    """Node → its first and last day in a GEXF file."""
    return {node.get("id"): (node.get("start"), node.get("end")) for node in etree.parse(str(path)).iter(f"{GEXF}node")}


@pytest.mark.parametrize("format", READERS)
def test_networkx_reads_every_node_and_edge(written, statuses, format):
    found = READERS[format](written(statuses, format))
    assert set(found) == set(statuses)
    edges = {(source, target, key) for source, target, key in statuses.edges(keys=True)}
    assert set(found.edges(keys=True)) == edges


@pytest.mark.parametrize("format", READERS)
def test_names_dates_and_quotes_are_there(written, statuses, format):
    found = READERS[format](written(statuses, format))
    summit = found.nodes["2008-bucharest-summit"]
    assert (summit["label"], summit["edtf"], summit["happened"]) == (
        "2008 Bucharest Summit", "2008-04-02/2008-04-04", "happened",
    )  # fmt: skip
    assert summit["quote"] == "The Bucharest Summit of NATO ended on Friday with a promise to Ukraine and Georgia."
    assert summit["participants"].startswith("host: nato; attendee: vladimir-putin")
    assert found.nodes["nato"]["aliases"] == "North Atlantic Treaty Organization; the alliance; The Alliance"
    assert found.nodes["bucharest"]["latitude"] == 44.43225


@pytest.mark.parametrize("format", READERS)
def test_what_is_no_fact_says_so_wherever_it_is_shown(written, statuses, format):
    found = READERS[format](written(statuses, format))
    ties = {data["label"] for _, _, data in found.edges(data=True) if data["relation"] == "member_of"}
    words = ("not", "planned", "possible", "conditional", "demanded", "former", "said")
    assert ties == {"member_of", *(f"member_of ({word})" for word in words)}
    assert found.edges["romania", "nato", "member_of"].get("status", "") == ""
    assert found.edges["2008-promise", "2008-invasion", "causes:not"]["label"] == "causes (not)"
    assert found.nodes["2008-no-map"]["label"] == "[did not happen] Membership Action Plan not given"
    assert found.edges["ukraine", "2008-no-map", "involved_in"]["label"] == "involved_in (did not happen)"
    assert found.nodes["2023-vilnius"]["label"] == "[planned] Summit in Vilnius"
    assert found.nodes["2022-veto"]["label"] == "[Jens Stoltenberg says] Russia has no veto, says Stoltenberg"
    assert found.edges["finland", "finland-joins", "involved_in"]["status"] == "possible"
    assert found.edges["russia", "2008-invasion", "involved_in"].get("status", "") == ""


def test_gexf_is_a_dynamic_graph_open_where_the_dates_are(written, statuses):
    path = written(statuses, "gexf")
    assert is_gexf(path) == (True, "")
    assert etree.parse(str(path)).find(f"{GEXF}graph").get("mode") == "dynamic"
    days = spells(path)
    assert days["2008-bucharest-summit"] == ("2008-04-02", "2008-04-04")
    assert days["2004-romania"] == ("2004-01-01", "2004-12-31")
    assert days["2022-pledge"] == (None, "2022-07-18")
    assert days["2022-strikes"] == ("2022-10-10", None)
    assert days["talks"] == days["nato"] == (None, None)


def test_gexf_leaves_out_days_that_gephi_cannot_read(written, statuses, notes):
    statuses.nodes["talks"].update(edtf="-0043-03-15", start="-0043-03-15", end="-0043-03-15")
    path = written(statuses, "gexf")
    assert is_gexf(path) == (True, "")
    assert spells(path)["talks"] == (None, None)
    assert nx.read_gexf(path).nodes["talks"]["edtf"] == "-0043-03-15"
    assert any(one.startswith("GEXF: 1 dates before the year 0") for one in notes)


@pytest.mark.parametrize("format", READERS)
def test_the_same_graph_gives_the_same_bytes(written, statuses, format):
    again = gb.EventGraph(statuses)
    assert written(statuses, format, "a").read_bytes() == written(again, format, "b").read_bytes()


@pytest.mark.parametrize("format", READERS)
def test_what_is_lost_is_said(written, statuses, notes, format):
    written(statuses, format)
    assert any("lists are joined" in one and "judgements" in one for one in notes)


@pytest.mark.parametrize("format", READERS)
def test_hostile_text_breaks_nothing(written, hostile, format):
    path = written(hostile, format)
    found = READERS[format](path)
    assert (len(found), found.number_of_edges()) == (len(hostile), hostile.number_of_edges())
    assert not {"\x00", "\x07", "\x1b"} & set(path.read_text("utf-8"))
    script = "</script><script>window.__pwned=1</script>"
    assert found.nodes[script]["label"] == script
    assert format != "gexf" or is_gexf(path)[0]


@pytest.mark.parametrize("format", READERS)
def test_an_empty_graph_is_a_valid_file(written, format):
    path = written(EventGraph(), format)
    assert len(READERS[format](path)) == 0
    assert format != "gexf" or is_gexf(path) == (True, "")


def test_one_line_of_networkx_writes_the_flat_graph(statuses, tmp_path):
    nx.write_gexf(statuses.flat(), tmp_path / "a.gexf")
    nx.write_graphml(statuses.flat(), tmp_path / "a.graphml")
    for format, read in READERS.items():
        assert set(read(tmp_path / f"a.{format}")) == set(statuses)


def test_ids_that_would_become_one_stay_two():
    graph = EventGraph()
    for node in ("a", "a\x00", "a~2", 1, "1"):
        graph.add_node(node, kind="entity", type="person", label="A", aliases=[])
    graph.add_edge("a", "a\x00", key="k\x01", relation="r")
    graph.add_edge("a", "a\x00", key="k", relation="r")
    plain = flat(graph)
    assert list(plain) == ["a", "a~2", "a~2~2", "1", "1~2"]
    assert set(plain.edges(keys=True)) == {("a", "a~2", "k"), ("a", "a~2", "k~")}


@pytest.mark.parametrize(
    ("value", "flattened"),
    [
        (None, {}),
        ([], {}),
        ("", {"x": ""}),
        (0, {"x": 0}),
        (False, {"x": False}),
        (["a", "b"], {"x": "a; b"}),
        ([["a", "b"], ["c", "d"]], {"x": "a: b; c: d"}),
        ([1, 2], {"x": "[1, 2]"}),
        ({"a": [None]}, {"x": '{"a": [null]}'}),
        ("a\x00b", {"x": "ab"}),
    ],
)
def test_values_made_flat(value, flattened):
    graph = EventGraph()
    graph.add_node("n", x=value)
    assert flat(graph).nodes["n"] == flattened


def test_attributes_of_your_own_stay_beside_those_of_gexf(tmp_path):
    graph = EventGraph()
    graph.add_node("n", id="other", pid="p", viz="v", spells="s")
    nx.write_gexf(graph.flat(), tmp_path / "a.gexf")
    found = nx.read_gexf(tmp_path / "a.gexf").nodes["n"]
    assert {name: found[name] for name in ("id_", "pid_", "viz_", "spells_")} == {
        "id_": "other", "pid_": "p", "viz_": "v", "spells_": "s",
    }  # fmt: skip
