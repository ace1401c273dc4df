"""FollowTheMoney JSON lines, opened again by followthemoney."""

from __future__ import annotations

import json

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

from graphbuilder.graph.event_graph import EventGraph


def proxies(path):
    """What followthemoney makes of each line, and the line; nothing of a line may be lost."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        data = json.loads(line)
        proxy = EntityProxy.from_dict(data, cleaned=False)
        assert proxy.schema.name == data["schema"]
        found.append((proxy, data))
    return found


def by_name(path):
    return {proxy.caption: proxy for proxy, _ in proxies(path)}


def test_followthemoney_takes_every_value(written, statuses):
    lines = proxies(written(statuses, "ftm"))
    for proxy, data in lines:
        told = {name: sorted(values) for name, values in data["properties"].items()}
        assert {name: sorted(proxy.get(name)) for name in told} == told
        model.get(proxy.schema.name).validate(data)
    named = {proxy.id for proxy, _ in lines}
    for proxy, _ in lines:
        for _, value in ((prop, value) for prop, value in proxy.itervalues() if prop.type.name == "entity"):
            assert value in named


def test_events_have_dates_as_told_and_their_status_in_front(written, statuses):
    found = by_name(written(statuses, "ftm"))
    assert found["2008 Bucharest Summit"].get("startDate") == ["2008-04-02"]
    assert found["2008 Bucharest Summit"].get("endDate") == ["2008-04-04"]
    assert found["Romania joins NATO"].get("date") == ["2004"]
    missing = found["[did not happen] Membership Action Plan not given"]
    assert (missing.get("date"), missing.get("keywords")) == (["2008-04"], ["give", "did not happen"])
    pledge = found["Pledge to repair the power grid"]
    assert (pledge.get("date"), pledge.get("startDate"), pledge.get("endDate")) == ([], [], ["2022-07-18"])
    assert pledge.get("description") == ["by 18 July 2022 (../2022-07-18), happened"]
    assert found["Talks of unknown date"].get("description") == ["no date (undated), happened"]
    assert "[Jens Stoltenberg says] Russia has no veto, says Stoltenberg" in found


def test_only_plain_ties_are_written_and_the_others_counted(written, statuses, notes):
    lines = proxies(written(statuses, "ftm"))
    name = {proxy.id: proxy.caption for proxy, _ in lines}
    ties = [
        (name[proxy.first("subject")], proxy.first("role"), name[proxy.first("object")])
        for proxy, _ in lines
        if proxy.schema.name == "UnknownLink"
    ]
    assert ("Romania", "member of", "NATO") in ties
    assert not any(source == "Finland" for source, _, _ in ties)
    assert "FollowTheMoney: 7 ties that no text tells as a fact that is so are left out" in notes


@pytest.mark.parametrize("day", ["-0043-03-15", "0990-05-01"])
def test_far_dates_stand_in_words_alone(written, statuses, day):
    statuses.nodes["talks"].update(edtf=day, precision="day")
    event = by_name(written(statuses, "ftm"))["Talks of unknown date"]
    assert event.get("date") == []
    assert day in event.first("description")


def test_hostile_text_breaks_no_line(written, hostile):
    lines = proxies(written(hostile, "ftm"))
    assert len(lines) == len({proxy.id for proxy, _ in lines})
    assert sum(proxy.schema.name == "Event" for proxy, _ in lines) == len(hostile.timeline(retold=True))
    addresses = [value for proxy, _ in lines for value in proxy.get("sourceUrl", quiet=True)]
    assert all(value.startswith(("https://", "http://")) for value in addresses)


def test_the_same_graph_gives_the_same_bytes(written, statuses):
    assert written(statuses, "ftm", "a").read_bytes() == written(EventGraph(statuses), "ftm", "b").read_bytes()
