"""Graphs that every format is tried on."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

import graphbuilder as gb
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval

#: Ties that are no plain facts, and the word of each.
TOLD = {
    "not": {"polarity": "NEG"},
    "planned": {"modality": "PLANNED"},
    "possible": {"modality": "POSSIBLE"},
    "conditional": {"modality": "CONDITIONAL"},
    "demanded": {"modality": "DEMANDED"},
    "former": {"former": True, "title": "president of Norway", "interval": Interval.parse("2014/2018")},
    "said": {"attribution": ("nato",)},
}


@pytest.fixture
def story(samples):
    """The small story by hand: events of every status and kind of date, places, four articles, one undated."""
    return samples.story_graph()


@pytest.fixture
def statuses(samples):
    """The story with a tie of every status; a tie between events that is denied; a day by which something happened;
    former ids.
    """
    told = samples.story()
    first = told.entities[0].provenance[:1]
    ties = [
        gb.Relation("finland", "member_of", "nato", **{"interval": None, "provenance": first, **how})
        for how in TOLD.values()
    ]
    ties.append(gb.Relation("2008-promise", "causes", "2008-invasion", None, first, polarity="NEG"))
    events = tuple(
        replace(one, interval=Interval.parse("../2022-07-18"), dated_by=("publication", ""))
        if one.id == "2022-pledge"
        else one
        for one in told.events
    )
    former_ids = (("the-alliance", "nato"), ("2022-promise", "2022-pledge"))
    told = replace(told, relations=(*told.relations, *ties), events=events, former_ids=former_ids)
    graph = EventGraph.from_resolution(told)
    for node, (latitude, longitude, kind, rule) in samples.PLACES.items():
        graph.nodes[node].update(latitude=latitude, longitude=longitude, place_of=kind, place_rule=rule)
    return graph


@pytest.fixture
def hostile(samples):
    """Texts that try to run, turn or break, in every field; degrees are numbers or texts."""
    graph = samples.hostile_graph()
    for _, data in graph.nodes(data=True):
        for name in ("latitude", "longitude"):
            if isinstance(data.get(name), float) and not abs(data[name]) < 1e6:
                data[name] = None
    return graph


@pytest.fixture
def notes():
    """What a format said; `notes.append` is told."""
    return []


@pytest.fixture
def written(tmp_path, notes):
    """Write a graph and give the file or folder."""

    def written(graph, format, name="out"):
        graph.save(tmp_path / name, format, notes.append)
        return tmp_path / name

    return written


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium."""
    chromium, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("needs Chromium and its driver: apt-get install chromium chromium-driver")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"):
        options.add_argument(switch)
    found = webdriver.Chrome(options=options, service=Service(driver))
    yield found
    found.quit()
