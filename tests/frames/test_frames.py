"""Tables of a graph: a row each, typed, with dates and quotes; with pandas and without it."""

from __future__ import annotations

import inspect
import json
import re
import sys
from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pytest

import graphbuilder as gb
from graphbuilder.frames import times
from graphbuilder.frames.tables import TABLES
from graphbuilder.graph.entries import Timeline
from graphbuilder.page import show, to_html

NAMES = ["events", "participants", "entities", "mentions", "links", "sentences", "documents", "judgements"]
DTYPES = {"string", "Int64", "float64", "boolean", "datetime64[s]"}


@pytest.fixture(scope="module")
def story(samples):
    return samples.story_graph()


@pytest.fixture(scope="module")
def frames(story):
    return story.frames()


def dated(samples, *dates):
    """A graph of one event for each EDTF date."""
    documents = samples.sources(samples.ARTICLES[:1])
    found = samples.spots(documents, ["Bucharest"])
    events = [samples.event(f"e{at}", f"Event {at}", found, edtf=edtf) for at, edtf in enumerate(dates)]
    return gb.EventGraph.from_resolution(gb.Resolution(documents, (), tuple(events), (), ()))


def test_the_tables_are_attributes_and_keys(frames):
    assert [*frames] == NAMES == list(TABLES) == list(frames.keys())
    assert len(frames) == len(NAMES)
    assert "events" in frames
    assert "evnts" not in frames
    assert all(getattr(frames, name) is frames[name] for name in NAMES)
    assert set(dict(frames)) == set(NAMES)
    with pytest.raises(gb.InputError, match="no table 'evnts'; the tables are events, participants"):
        frames["evnts"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("graph", ["story", "hostile", "single", "addressed", "empty"])
def test_every_table_is_typed_and_flat(samples, graph, name):
    graph = gb.EventGraph() if graph == "empty" else getattr(samples, f"{graph}_graph")()
    frame = graph.frames()[name]
    assert {str(kind) for kind in frame.dtypes} <= DTYPES
    assert frame.index.equals(pd.RangeIndex(len(frame)))
    assert list(frame) == list(graph.frames().columns(name))
    assert not {"object", "category"} & {str(kind) for kind in frame.dtypes}
    assert frame.to_html().count("<script") == 0
    assert len(repr(frame)) > 0
    assert json.loads(frame.to_json(orient="records", date_format="iso")) is not None


def test_every_column_is_explained(root, frames, story):
    section = (root / "docs" / "records.md").read_text("utf-8").partition("## As tables")[2]
    rows = {
        cells[1].strip(" `"): re.findall(r"`(\w+)`", cells[3])
        for row in section.splitlines()
        if len(cells := row.split("|")) > 4
    }
    assert rows["timeline"] == list(story.timeline().to_frame())
    rows["events"] = rows["timeline"] + rows["events"]
    for name in NAMES:
        listed = [column for column in rows[name] if column in frames[name]]
        assert listed == list(frames[name]), name


def test_one_row_for_each(story, frames):
    kinds = list(dict(story.nodes(data="kind")).values())
    assert len(frames.events) == kinds.count("event")
    assert len(frames.entities) == kinds.count("entity")
    assert len(frames.documents) == kinds.count("document")
    assert len(frames.judgements) == len(story.graph["judgements"])
    assert len(frames.sentences) == sum(len(one["sentences"]) for one in story.graph["documents"].values())
    assert len(frames.mentions) == sum(
        len(data["provenance"]) for _, data in story.nodes(data=True) if data["kind"] != "document"
    )
    for name in ("events", "entities", "documents"):
        assert frames[name]["id"].is_unique


def test_events_and_their_dates(frames):
    events = frames.events.set_index("id")
    summit = events[events.label == "2008 Bucharest Summit"].iloc[0]
    assert (summit.when, summit.earliest, summit.latest) == (
        "2008-04-02/2008-04-04", pd.Timestamp("2008-04-02"), pd.Timestamp("2008-04-04"),
    )  # fmt: skip
    assert summit.year == 2008
    assert summit.happened == "happened"
    assert "ummit" in summit.quote
    undated = events[events.when.isna()]
    assert len(undated) > 0
    assert undated.earliest.isna().all()
    assert undated.year.isna().all()
    assert list(events.when.isna()) == sorted(events.when.isna())  # last
    assert events.earliest.dropna().is_monotonic_increasing


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "year"),
    [
        ("2008-04", "2008-04-01", "2008-04-30", 2008),
        ("2024-02", "2024-02-01", "2024-02-29", 2024),
        ("2014/..", "2014-01-01", None, 2014),
        ("../2022-07-18", None, "2022-07-18", 2022),
        ("199X", "1990-01-01", "1999-12-31", 1990),
        ("0800", "0800-01-01", "0800-12-31", 800),
        ("9999", "9999-01-01", "9999-12-31", 9999),
        # beyond the years that dates have in Python: `when` and `year` still tell them
        ("-0043-03-15", None, None, -43),
        ("-0043/0010", None, "0010-12-31", -43),
        ("Y12000", None, None, 12000),
        ("Y-170000000", None, None, -170_000_000),
    ],
)
def test_dates_of_every_age(samples, edtf, earliest, latest, year):
    [row] = dated(samples, edtf).frames().events.to_dict("records")
    days = [None if pd.isna(row[end]) else row[end].date().isoformat() for end in ("earliest", "latest")]
    assert (row["when"], *days, row["year"]) == (edtf, earliest, latest, year)


def test_participants_can_be_joined(story, frames):
    joined = frames.participants.merge(frames.entities, left_on="entity", right_on="id", suffixes=("", "_entity"))
    assert len(joined) == len(frames.participants)
    assert (joined.name == joined.name_entity).all()
    ties = {(event.id, role, one) for event in story.events() for role, one in event.participants}
    rows = set(frames.participants[["event", "role", "entity"]].itertuples(index=False, name=None))
    assert ties <= rows
    assert {role for _, role, _ in rows - ties} <= {"place", "attributed_to"}
    assert set(frames.participants.event) <= set(frames.events.id)


def test_mentions_and_quotes_are_the_very_words(story, frames):
    texts = frames.sentences.set_index(["document", "sentence"])
    for row in frames.mentions.itertuples():
        sentence = texts.loc[row.document, row.sentence]
        assert row.quote == sentence.text
        assert row.text == sentence.text[row.start - sentence.start : row.end - sentence.start]
        assert row.text
    assert set(frames.mentions.kind) == {"entity", "event"}


def test_links_say_how_they_are_told(samples):
    links = samples.ties_graph().frames().links
    assert set(links.polarity.dropna()) == {"POS", "NEG"}
    assert links.former.dtype == "boolean"
    assert links.former.any()
    assert set(links.kind) <= {"entity", "event"}
    assert not set(links.relation) & {"mentioned_in", "involved_in", "agent", "place"}


def test_addresses_are_looked_at_again(samples):
    urls = set(samples.hostile_graph().frames().documents.url.dropna())
    assert all(url.startswith(("http://", "https://")) for url in urls)
    addressed = samples.addressed_graph().frames()
    assert addressed.documents.url.notna().any()
    assert addressed.events.url.notna().any()
    assert addressed.mentions.url.notna().any()


def test_the_words_that_a_date_was_read_from(samples):
    graph = gb.EventGraph.from_resolution(samples.story())
    events = graph.frames().events
    read = events[events.dated_words.notna()]
    assert len(read) > 0
    assert all(row.dated_words in " ".join(graph.frames().sentences.text) for row in read.itertuples())
    graph.nodes[read.id.iloc[0]]["dated_by"] = ["user", "no such place@t3-9"]
    assert pd.isna(graph.frames().events.set_index("id").dated_words[read.id.iloc[0]])


def test_what_a_stored_graph_holds_of_another_kind_is_missing(samples):
    graph = samples.single_graph()
    [node] = [node for node, kind in graph.nodes(data="kind") if kind == "entity"]
    graph.nodes[node].update(latitude="north", longitude=True, region=7, label="a\ud800b")
    [row] = graph.frames().entities.to_dict("records")
    assert pd.isna(row["latitude"])
    assert pd.isna(row["region"])
    assert row["name"] == "a\ufffdb"


def test_parts_copies_and_restored_graphs_have_tables(story):
    stored = nx.node_link_graph(nx.node_link_data(story, edges="edges"), edges="edges")
    for name in NAMES:
        pd.testing.assert_frame_equal(gb.EventGraph(stored).frames()[name], story.frames()[name])
    events = [event.id for event in story.events()][:3]
    part = story.subgraph(events).frames()
    assert sorted(part.events.id) == sorted(events)
    assert len(part.participants) == len(part.entities) == 0
    assert len(part.sentences) == len(story.frames().sentences)


def test_the_order_of_nodes_and_edges_does_not_matter(story):
    other = gb.EventGraph()
    other.graph.update(story.graph)
    other.add_nodes_from(reversed(list(story.nodes(data=True))))
    other.add_edges_from(reversed(list(story.edges(keys=True, data=True))))
    for name in NAMES:
        pd.testing.assert_frame_equal(other.frames()[name], story.frames()[name])


def test_tables_go_on_to_other_libraries(frames):
    for name in NAMES:
        plain = pl.DataFrame(frames.columns(name), strict=False, infer_schema_length=None)
        assert plain.shape == frames[name].shape
    assert pl.DataFrame(frames.columns("events")).schema["earliest"] == pl.Date


def test_without_pandas(story, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    for table in (lambda: story.frames().events, lambda: story.timeline().to_frame()):
        with pytest.raises(gb.InputError, match=r'pip install "graphbuilder\[pandas\]"'):
            table()
    columns = story.frames().columns("events")
    assert date(2008, 4, 2) in columns["earliest"]
    assert "events" in repr(story.frames())


def test_a_timeline_is_a_list_and_a_table(story):
    line = story.timeline()
    assert isinstance(line, list)
    assert line == list(line)
    frame = line.to_frame()
    assert list(frame.id) == [entry.id for entry in line]
    assert list(frame.label) == [entry.label for entry in line]
    assert [None if pd.isna(one) else one for one in frame.when] == [entry.when for entry in line]
    assert list(frame.dtypes[["earliest", "latest"]]) == [np.dtype("datetime64[s]")] * 2
    assert isinstance(line[:2], Timeline)
    assert len(line[:2].to_frame()) == 2
    assert line[0] is next(iter(line))
    assert len(gb.EventGraph().timeline().to_frame()) == 0


def test_times_are_a_table():
    frame = times(
        gb.find_times("Talks began in March 2014, ended on Tuesday and resume every year.", "2022-11-30")
    ).to_frame()
    assert list(frame.text) == ["March 2014", "Tuesday", "every year"]
    assert list(frame.when)[:2] == ["2014-03", "2022-11-29"]
    assert list(frame.earliest)[:2] == [pd.Timestamp("2014-03-01"), pd.Timestamp("2022-11-29")]
    assert frame.iloc[1].implied
    assert frame.iloc[2][["when", "earliest", "latest", "readable"]].isna().all()
    assert len(times([]).to_frame()) == 0


def test_what_a_timeline_looks_like(story, samples):
    line = story.timeline()
    first, *rows, last = repr(line).splitlines()
    assert first == f"Timeline: {len(line)} entries"
    assert len(rows) == 10
    assert last == f"  … and {len(line) - 10} more"
    assert "2008-04-02/2008-04-04" in repr(line)
    assert repr(line[:1]).splitlines()[0] == "Timeline: 1 entry"
    assert repr(gb.EventGraph().timeline()) == "Timeline: 0 entries"
    hostile = repr(samples.hostile_graph().timeline())
    assert not set("\x00\x1b\u202e\r") & set(hostile)
    assert len(hostile.splitlines()) <= 12


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (["2008-04", "2022"], "EventGraph: 1 document, 2 events, 0 entities, 2008–2022"),
        (["2008-04", "2008-05"], "EventGraph: 1 document, 2 events, 0 entities, 2008"),
        (["../2022-07-18"], "EventGraph: 1 document, 1 event, 0 entities, 2022"),
        (["-0043-03-15", "2014/.."], "EventGraph: 1 document, 2 events, 0 entities, 44 BC–2014"),
        ([None], "EventGraph: 1 document, 1 event, 0 entities"),
        ([], "EventGraph: 1 document, 0 events, 0 entities"),
    ],
)
def test_what_a_graph_looks_like(samples, dates, shown):
    assert repr(dated(samples, *dates)) == shown


def test_a_graph_of_anything_has_a_repr():
    graph = gb.EventGraph([(1, 2)])
    graph.add_node(3, kind=None, start=7, end="soon")
    assert repr(graph) == "EventGraph: 0 documents, 0 events, 0 entities"


def test_an_event_by_its_id(story):
    for event in story.events():
        assert story.event(event.id) == event


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("nato", r"'nato' is the id of an entity, not of an event; graph\.entity\('nato'\)"),
        ("2008 Bucharest Summit", "no event has the id '2008 Bucharest Summit'; those of that label: "),
        ("qqqq", r"no event has the id 'qqqq'; graph\.timeline\(\) lists the events"),
        ("document:2008-04-05-courier.txt", "no event has the id 'document:"),
    ],
)
def test_other_ids_are_told(story, id, message):
    with pytest.raises(gb.UnknownName, match=message):
        story.event(id)


def test_a_slip_in_an_id_is_told(story):
    [first, *_] = story.events()
    with pytest.raises(gb.UnknownName, match=f"nearest: .*{first.id}"):
        story.event(first.id[:-1])


@pytest.mark.parametrize("id", [None, 3, b"nato", ["nato"]])
def test_an_id_is_a_string(story, id):
    with pytest.raises(gb.InputError, match="by its id as a string"):
        story.event(id)


def test_options_are_named_where_they_are_looked_for(story):
    named = inspect.signature(to_html).parameters
    assert list(inspect.signature(story.to_html).parameters) == list(named)[1:]
    assert gb.EventGraph.to_html is to_html
    shown = dict(inspect.signature(story.show).parameters)
    assert shown.pop("height").default == inspect.signature(show).parameters["height"].default
    assert list(shown) == list(named)[2:]
    assert [one.default for one in shown.values()] == [one.default for one in named.values()][2:]
    assert next(iter(inspect.signature(story.timeline).parameters)) == "about"


def test_a_name_needs_no_option(story):
    assert story.timeline("NATO") == story.timeline(about="NATO") != []
