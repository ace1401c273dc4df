"""Timelines for other programs and for people: JSON, CSV, text; nothing in them acts."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.export import TIMELINE_FORMATS
from graphbuilder.export.clean import for_cell, for_terminal
from graphbuilder.export.timelines.table import COLUMNS
from graphbuilder.graph.entries import TimelineEntry


def entry(**more):
    span = gb.Span("a.txt", 5, 8, 0)
    mention = gb.Provenance(span, gb.Span("a.txt", 0, 12, 0), "NATO met on.", "test", 0.9)
    facts = {
        "id": "meet", "label": "NATO met", "type": "meet", "interval": gb.Interval.parse("2008-04"), "place": None,
        "participants": (("attendee", "NATO"),), "polarity": "POS", "modality": "ACTUAL", "attribution": None,
        "sources": ("Harbour Courier",), "independent_sources": 1, "score": 0.9, "mentions": (mention,),
    }  # fmt: skip
    return TimelineEntry(**{**facts, **more})


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_json_holds_every_mention(nato):
    entries = nato.timeline()
    data = json.loads(TIMELINE_FORMATS["json"](entries))
    assert [one["id"] for one in data] == [one.id for one in entries]
    for found, one in zip(data, entries, strict=True):
        assert found["when"] == one.when
        assert len(found["mentions"]) == len(one.mentions)
        assert [(one["role"], one["name"]) for one in found["participants"]] == list(one.participants)


def test_csv_has_one_row_an_event(nato):
    entries = nato.timeline()
    table = rows(TIMELINE_FORMATS["csv"](entries))
    assert [row["id"] for row in table] == [one.id for one in entries]
    assert set(table[0]) == set(COLUMNS)
    assert all(row["quote"] and row["document"] for row in table)


def test_csv_dates_are_days_and_empty_where_open():
    found = rows(TIMELINE_FORMATS["csv"]([entry(), entry(interval=gb.Interval.parse("2014/..")), entry(interval=None)]))
    assert [(row["when"], row["earliest"], row["latest"]) for row in found] == [
        ("2008-04", "2008-04-01", "2008-04-30"),
        ("2014/..", "2014-01-01", ""),
        ("", "", ""),
    ]


@pytest.mark.parametrize("format", ["json", "csv", "text"])
def test_an_empty_timeline_is_valid(format):
    text = TIMELINE_FORMATS[format]([])
    assert text.endswith("\n")
    assert {"json": json.loads, "csv": rows, "text": str.split}[format](text) in ([], ["no", "events"])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\x00="])
def test_no_cell_is_a_formula(start):
    [row] = rows(
        TIMELINE_FORMATS["csv"]([entry(label=f"{start}HYPERLINK(1)", place=f"{start}1", attribution=f"{start}2")])
    )
    for value in row.values():
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(max_size=30))
def test_cells_and_lines_hold_no_commands(text):
    assert not for_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    shown = for_terminal(text)
    assert not any(ord(mark) < 32 or 0x7F <= ord(mark) < 0xA0 or mark in "\u202e\u2066\u200f" for mark in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("Élodie Carré – 10 %", "Élodie Carré – 10 %"),
        ("\x1b[2Jgone\x07", "[2Jgone"),
        ("\x9b31mred", "31mred"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("left\u202eright", "leftright"),
        ("a\x00b", "ab"),
    ],
)
def test_terminal_escapes_are_removed(text, shown):
    assert for_terminal(text) == shown


def test_text_escapes_article_text():
    bad = "\x1b]0;title\x07NATO"
    named = {"sources": (bad,), "participants": (("agent", bad),), "headlines": (("a.txt", f"of {bad[::-1]}"),)}
    told = entry(label=bad, place=bad, attribution=bad, **named)
    text = TIMELINE_FORMATS["text"]([told])
    assert "\x1b" not in text
    assert "\x07" not in text
    assert len(text.splitlines()) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "April 2008                  NATO met\n"),
        ({"polarity": "NEG"}, "[DID NOT HAPPEN] NATO met"),
        ({"polarity": "NEG", "label": "No talks were held"}, "  No talks were held"),
        ({"polarity": "NEG", "label": "Alba failed on Monday to join"}, "  Alba failed on Monday to join"),
        ({"polarity": "NEG", "label": "Alba hasn’t joined"}, "  Alba hasn’t joined"),
        ({"polarity": "NEG", "label": "The failed state of Alba met"}, "[DID NOT HAPPEN] The failed state of Alba met"),
        ({"polarity": "NEG", "label": "Note of November"}, "[DID NOT HAPPEN] Note of November"),
        ({"modality": "PLANNED", "label": "No vote will be held"}, "[PLANNED] No vote will be held"),
        ({"modality": "PLANNED"}, "[PLANNED] NATO met"),
        ({"attribution": "Kremlin"}, "[Kremlin says] NATO met"),
        ({"aside": "launch"}, "  [“launch”] NATO met"),
        ({"aside": "launch", "modality": "PLANNED"}, "[PLANNED: “launch”] NATO met"),
        ({"aside": "launch", "attribution": "Kremlin"}, "[“launch”, Kremlin says] NATO met"),
        (
            {"aside": "skip", "polarity": "NEG", "label": "Not ready to skip class"},
            "[DID NOT HAPPEN: “skip”] Not ready",
        ),
        ({"interval": None}, "no date"),
        ({"interval": None, "told": "2008-04-05"}, "· told on 5 April 2008 · from Harbour Courier"),
        ({"told": "2008-04-05"}, "attendee NATO · from Harbour Courier"),
        ({"place": "Bucharest"}, "in Bucharest"),
        ({"sources": ("A", "B")}, "from A, B (1 independent)"),
        ({"sources": ("A", "B"), "independent_sources": 2}, "from A, B\n"),
        ({"headlines": (("a.txt", "Spring talks"),)}, "from Harbour Courier, “Spring talks”\n"),
        ({"headlines": (("a.txt", "Why NATO met"),)}, "from Harbour Courier\n"),
        ({"headlines": (("a.txt", "Spring talks"), ("b.txt", "Talks"))}, "from Harbour Courier\n"),
    ],
)
def test_text_tells_date_status_place_and_sources(change, words):
    assert words in TIMELINE_FORMATS["text"]([entry(**change)])


def test_headlines_stand_beside_the_words_that_are_quoted():
    one = entry(headlines=(("a.txt", "=Spring talks"), ("b.txt", "Talks")))
    [row] = rows(TIMELINE_FORMATS["csv"]([one]))
    [told] = json.loads(TIMELINE_FORMATS["json"]([one]))
    assert (row["headline"], told["mentions"][0]["headline"]) == ("'=Spring talks", "=Spring talks")


def test_addresses_of_articles(samples):
    entries = samples.addressed_graph().timeline()
    [first] = [one for one in entries if one.id == "2008-no-map"]
    courier = "https://www.harbourcourier.example/2008/04/05/summit?a=1&b=2"
    assert first.addresses == (("2008-04-05-courier.txt", courier),)
    table = {row["id"]: row for row in rows(TIMELINE_FORMATS["csv"](entries))}
    assert (table[first.id]["url"], table[first.id]["urls"]) == (courier, courier)
    assert any(row["url"] == row["urls"] == "" for row in table.values())
    data = {one["id"]: one for one in json.loads(TIMELINE_FORMATS["json"](entries))}
    assert [one["url"] for one in data[first.id]["mentions"]] == [courier] * len(first.mentions)
    assert any(one["url"] is None for found in data.values() for one in found["mentions"])


def test_hostile_addresses_are_in_no_table(samples):
    graph = samples.story_graph()
    for address in samples.HOSTILE_ADDRESSES:
        for facts in graph.graph["documents"].values():
            facts["url"] = address
        entries = graph.timeline()
        assert [one.addresses for one in entries] == [()] * len(entries)
        found = rows(TIMELINE_FORMATS["csv"](entries))
        assert {(row["url"], row["urls"]) for row in found} == {("", "")}


def test_several_addresses_of_one_event_stand_once_each():
    one = entry(
        addresses=(("b.txt", "https://a.example/1"), ("a.txt", "https://a.example/2"), ("c.txt", "https://a.example/1"))
    )
    [row] = rows(TIMELINE_FORMATS["csv"]([one]))
    assert (row["url"], row["urls"]) == ("https://a.example/2", "https://a.example/1; https://a.example/2")
