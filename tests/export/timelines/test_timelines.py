"""Markdown, TimelineJS, ICS and GeoJSON: opened again, no date finer than it is told, what is no fact says so."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
import time
from datetime import date

import geojson
import jsonschema
import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from graphbuilder.export.clean import for_markdown
from graphbuilder.export.timelines.ics import folded
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval

FORMATS = ("markdown", "timelinejs", "ics", "geojson")
#: What is told of events in words, wherever one line tells them.
TOLD = {
    "2008-no-map": "[did not happen] Membership Action Plan not given",
    "2023-vilnius": "[planned] Summit in Vilnius",
    "finland-joins": "[possible] Finland joins NATO",
    "2022-call": "[demanded] Kuleba calls for Patriot batteries",
    "2022-veto": "[Jens Stoltenberg says] Russia has no veto, says Stoltenberg",
}


def dated(graph, edtf):
    """The graph with another date for the talks, which have none."""
    interval = Interval.parse(edtf)
    days = {name: bound and bound.iso_day for name, bound in (("start", interval.earliest), ("end", interval.latest))}
    graph.nodes["talks"].update(edtf=interval.edtf, precision=interval.precision, **days)
    return graph


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes(written, statuses, format):
    assert written(statuses, format, "a").read_bytes() == written(EventGraph(statuses), format, "b").read_bytes()


# --- Markdown -----------------------------------------------------------------------------------------------------


#: Reads HTML, tables, bare addresses and footnotes.
READER = MarkdownIt("gfm-like", {"html": True}).use(footnote_plugin)


def rendered(path):
    """What a reader of Markdown makes of it."""
    return READER.parse(path.read_text("utf-8"))


def inline(tokens):
    for token in tokens:
        yield token
        yield from inline(token.children or ())


def words(tokens):
    return "".join(token.content if token.type == "text" else "\n" for token in inline(tokens))


def test_markdown_has_a_line_for_each_event_and_its_footnotes(written, statuses):
    tokens = rendered(written(statuses, "markdown"))
    shown = words(tokens)
    for told in TOLD.values():
        assert told in shown
    entries = statuses.timeline()
    assert sum(token.type == "list_item_open" for token in tokens) == len(entries)
    notes = {one.quote for entry in entries for one in entry.mentions}
    assert sum(token.type == "footnote_open" for token in tokens) == len(notes)
    for quote in notes:
        assert f"“{quote}” – " in shown
    assert "Harbour Courier, “Summit ends with a promise and no date”, 5 April 2008" in shown
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings == ["Timeline", "2004", "2008", "2022", "2023", "No date"]


def test_markdown_tells_dates_as_they_are_told(written, statuses):
    shown = words(rendered(written(statuses, "markdown")))
    for told in ("by 18 July 2022", "about 2004", "since 10 October 2022", "2–4 April 2008", "spring 2023"):
        assert told in shown
    assert "day of publication, no other told" in shown


def test_markdown_links_addresses_alone(written, samples):
    tokens = list(inline(rendered(written(samples.addressed_graph(), "markdown"))))
    links = sorted(token.attrs["href"] for token in tokens if token.type == "link_open")
    assert links[0] == "https://www.harbourcourier.example/2008/04/05/summit?a=1&b=2"
    assert links[-1].startswith("https://xn--")
    assert len(set(links)) == 2


def test_hostile_text_is_shown_and_does_nothing_in_markdown(written, hostile):
    tokens = list(inline(rendered(written(hostile, "markdown"))))
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "html_inline",
        "html_block",
        "image",
        "link_open",
        "code_inline",
        "fence",
        "code_block",
        "table_open",
    }
    assert sum(token.type == "list_item_open" for token in tokens) == len(hostile.timeline())
    assert "</script><script>window.__pwned=1</script> said." in words(tokens)


@pytest.mark.parametrize(
    "text",
    ["[a](http://b)", "![a](b)", "<b>", "`a`", "*a* _b_ **c** ~~d~~", "[^1]", "# a", "- a", "+ a", "&lt; &#60;",
     "a | b", "http://a.example www.a.example a@b.example", "$x$ $$y$$",
     "[[note]]", "{{x}}", "^a^ ==b==", "\\[a\\](b)", "---"],
)  # fmt: skip
def test_marks_of_markdown_are_shown_as_they_are(text):
    for before in ("", "x "):
        tokens = list(inline(READER.parse(f"{before}{for_markdown(text)}\n\n[^1]: note")))
        assert "".join(token.content for token in tokens if token.type.startswith("text")) == before + text
        assert {token.type for token in tokens} <= {
            "paragraph_open",
            "inline",
            "text",
            "text_special",
            "paragraph_close",
        }


# --- ICS ----------------------------------------------------------------------------------------------------------


def entries(path):
    content = path.read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    calendar = Calendar.from_ical(content)
    return {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT")}


def days(entry):
    return entry["DTSTART"].dt, entry["DTEND"].dt


def test_told_days_are_entries_of_whole_days(written, statuses):
    found = entries(written(statuses, "ics"))
    assert days(found["2008 Bucharest Summit"]) == (date(2008, 4, 2), date(2008, 4, 5))
    assert days(found["NATO promises membership to Ukraine and Georgia"]) == (date(2008, 4, 3), date(2008, 4, 4))
    summit = found["2008 Bucharest Summit"]
    assert summit["LOCATION"] == "Bucharest"
    assert (
        "“The Bucharest Summit of NATO ended on Friday with a promise to Ukraine and Georgia.”" in summit["DESCRIPTION"]
    )
    assert summit["TRANSP"] == "TRANSPARENT"
    assert found["[planned] Summit in Vilnius"]["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("edtf", "front", "first", "after"),
    [
        ("2008-04", "April 2008: ", date(2008, 4, 1), date(2008, 5, 1)),
        ("2008", "2008: ", date(2008, 1, 1), date(2009, 1, 1)),
        ("2022-10-10/..", "since 10 October 2022: ", date(2022, 10, 10), date(2022, 10, 11)),
        ("2014/..", "since 2014: ", date(2014, 1, 1), date(2015, 1, 1)),
        ("2022-09-13~", "about 13 September 2022: ", date(2022, 9, 13), date(2022, 9, 14)),
        ("2022-09-13?", "perhaps 13 September 2022: ", date(2022, 9, 13), date(2022, 9, 14)),
        ("0990-05-01", "", date(990, 5, 1), date(990, 5, 2)),
        ("2008-02-28/2008-02-29", "", date(2008, 2, 28), date(2008, 3, 1)),
        ("199X", "1990s: ", date(1990, 1, 1), date(2000, 1, 1)),
    ],
)
def test_coarser_dates_are_spans_that_say_so(written, statuses, edtf, front, first, after):
    found = entries(written(dated(statuses, edtf), "ics"))
    entry = found[f"{front}Talks of unknown date"]
    assert days(entry) == (first, after)
    assert edtf in entry["DESCRIPTION"]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("../2022-07-18", "ICS: 2 events of which only the last possible day is known are left out"),
        ("-0043-03-15", "ICS: 1 events of far years are left out"),
        ("9999-12-31", "ICS: 1 events of far years are left out"),
    ],
)
def test_what_has_no_first_day_has_no_entry_and_is_counted(written, statuses, notes, edtf, told):
    found = entries(written(dated(statuses, edtf), "ics"))
    assert not any("Talks of unknown date" in summary or "Pledge" in summary for summary in found)
    assert told in notes
    assert "ICS: 1 events without a date are left out" in notes


def test_statuses_stand_in_front_in_a_calendar(written, statuses):
    found = set(entries(written(statuses, "ics")))
    assert {"April 2008: [did not happen] Membership Action Plan not given", TOLD["2022-veto"]} <= found


def test_hostile_text_is_no_line_of_a_calendar(written, hostile):
    path = written(hostile, "ics")
    assert len(entries(path)) == len(hostile.timeline())
    assert all(
        "javascript" not in str(one.get("URL", "")) for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    )


@pytest.mark.parametrize("line", ["", "a" * 75, "a" * 76, "é" * 200, "👩‍👩‍👧‍👦" * 40])
def test_long_lines_are_folded_between_characters(line):
    pieces = folded(line).encode("utf-8").split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode("utf-8") is not None for piece in pieces)
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode("utf-8") == line


# --- GeoJSON ------------------------------------------------------------------------------------------------------


def features(path):
    data = geojson.loads(path.read_text("utf-8"))
    assert data.is_valid
    return {one.id: one for one in data.features}


def test_events_and_places_are_points(written, statuses, notes):
    found = features(written(statuses, "geojson"))
    summit = found["2008-bucharest-summit"]
    assert summit.geometry.coordinates == [26.10626, 44.43225]
    told = {name: summit.properties[name] for name in ("name", "when", "edtf", "start", "end", "place", "happened")}
    assert told == {
        "name": "2008 Bucharest Summit", "when": "2–4 April 2008", "edtf": "2008-04-02/2008-04-04",
        "start": "2008-04-02", "end": "2008-04-04", "place": "Bucharest", "happened": "happened",
    }  # fmt: skip
    assert found["2023-vilnius"].properties["name"] == "[planned] Summit in Vilnius"
    assert found["place:ukraine"].properties["place_of"] == "country"
    assert "GeoJSON: 12 events without a place on the map are left out" in notes


def test_open_dates_stay_open_on_the_map(written, statuses):
    statuses.nodes["2022-pledge"]["place"] = "kyiv"
    facts = features(written(statuses, "geojson"))["2022-pledge"].properties
    assert (facts["when"], facts["edtf"], facts["start"], facts["end"]) == (
        "by 18 July 2022", "../2022-07-18", None, "2022-07-18",
    )  # fmt: skip


def test_only_degrees_are_points(written, hostile):
    path = written(hostile, "geojson")
    found = features(path)
    assert found
    assert "<" not in path.read_text("utf-8")
    for one in found.values():
        east, north = one.geometry.coordinates
        assert abs(east) <= 180
        assert abs(north) <= 90


# --- TimelineJS ---------------------------------------------------------------------------------------------------

DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {"year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12},
                   "day": {"type": "integer", "minimum": 1, "maximum": 31}},
}  # fmt: skip
#: What TimelineJS reads (timeline.knightlab.com/docs/json-format.html), as far as the files use it.
SLIDES = {
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {"events": {"type": "array", "items": {
        "type": "object", "additionalProperties": False,
        "required": ["start_date", "display_date", "text", "unique_id"],
        "properties": {
            "start_date": DATE, "end_date": DATE, "display_date": {"type": "string"},
            "unique_id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "text": {"type": "object", "required": ["headline", "text"], "additionalProperties": False,
                     "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}},
        }}}},
}  # fmt: skip


def slides(path):
    data = json.loads(path.read_text("utf-8"))
    jsonschema.validate(data, SLIDES)
    return {one["text"]["headline"]: one for one in data["events"]}


def test_slides_tell_dates_in_the_words_of_the_text(written, statuses, notes):
    found = slides(written(statuses, "timelinejs"))
    pledge = found["Pledge to repair the power grid"]
    assert (pledge["display_date"], pledge["start_date"]) == ("by 18 July 2022", {"year": 2022, "month": 7, "day": 18})
    assert found["2008 Bucharest Summit"]["end_date"] == {"year": 2008, "month": 4, "day": 4}
    assert found["Romania joins NATO"]["start_date"] == {"year": 2004}
    assert found["Strikes on power stations"]["display_date"] == "since 10 October 2022"
    assert set(TOLD.values()) <= set(found)
    assert "TimelineJS: 2 events without a date are left out" in notes


def test_hostile_text_is_escaped_in_slides(written, hostile):
    path = written(hostile, "timelinejs")
    found = slides(path)
    assert len(found) == len(hostile.timeline())
    assert all("<" not in headline for headline in found)
    assert "<" not in path.read_text("utf-8")


@pytest.fixture(scope="session")
def timelinejs(tmp_path_factory):
    """The folder of TimelineJS from npm."""
    folder = tmp_path_factory.mktemp("timelinejs")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm, to fetch @knight-lab/timelinejs")
    command = [npm, "pack", "@knight-lab/timelinejs@3.9.11"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("@knight-lab/timelinejs did not come from npm within a minute")
    packed = next(folder.glob("*.tgz"), None)
    if done.returncode or packed is None:
        pytest.skip("@knight-lab/timelinejs cannot be had from npm here")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "dist"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["statuses", "hostile"])
def test_timelinejs_shows_every_slide(browser, timelinejs, written, request, name, tmp_path):
    graph = request.getfixturevalue(name)
    path = written(graph, "timelinejs")
    (tmp_path / "page.html").write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><script src="{(timelinejs / "js" / "timeline.js").as_uri()}"></script>'
        '<div id="here" style="width: 1200px; height: 700px"></div><script>'
        f'window.timeline = new TL.Timeline("here", {path.read_text("utf-8")})</script>',
        "utf-8",
    )
    browser.get((tmp_path / "page.html").as_uri())
    script = "return [...document.querySelectorAll('.tl-slide .tl-headline')].map(one => one.textContent)"
    wanted = [one for one in graph.timeline() if one.interval is not None]
    until = time.monotonic() + 30
    while len(shown := browser.execute_script(script)) < len(wanted) and time.monotonic() < until:
        time.sleep(0.2)
    assert len(shown) == len(wanted)
    assert name == "hostile" or set(TOLD.values()) <= set(shown)
    assert browser.execute_script("return window.__pwned") is None
