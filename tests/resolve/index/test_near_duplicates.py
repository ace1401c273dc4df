"""Reprints are one source; two reports of one event are two."""

from datetime import date

import pytest

from graphbuilder.extract import Pipeline
from graphbuilder.records import Document, Zone
from graphbuilder.resolve import resolve
from graphbuilder.resolve.index.printed_again import near_duplicate_groups

STORY = """\
Thousands of farmers drove their tractors into the centre of Lyon on Monday to protest against a plan to cut
subsidies for diesel fuel. The police closed two bridges over the river and asked commuters to stay at home. A
speaker for the farmers said that the blockade would last until the government withdrew the plan. On 27 November
2022, Claire Morel had met Paul Arnaud in Paris to talk about diesel. Shops in the old town stayed open, but several
schools closed early. By the evening the queue of tractors was eleven kilometres long, and traffic on the ring road
had come to a halt."""

OTHER = """\
Tractors blocked the roads of Lyon on Monday, as farmers from the whole region came to the city to show their anger
about the price of diesel. Many had left home before dawn. Buses did not run, and the bridges were closed by the
police. Claire Morel met Paul Arnaud in Paris on 27 November 2022; until then, one of their leaders told the crowd,
nobody will leave. In the evening some people brought soup and bread to the drivers, who had lit fires along the
river. Last year a similar blockade ended after three days, when parts of the plan were changed."""

FURNITURE = " Sign up for our newsletter and get the best of the week in your inbox every Saturday morning for free."


def document(id_, text, source=None, zones=()):
    return Document(text=text.replace("\n", " "), id=id_, source=source, published=date(2022, 11, 29), zones=zones)


@pytest.fixture(scope="module")
def read():
    words = STORY.split()
    documents = [
        document("story", STORY, "Wire"),
        document("reprint", STORY, "Courier"),
        document("edited", " ".join([*words[:60], "so", "far", *words[60:]]), "Herald"),
        document("shortened", " ".join(words[:70]), "Post"),
        document("longer", STORY + " " + OTHER, "Digest"),
        document("other", OTHER, "Tribune"),
        document("rewritten", " ".join([*words[:85], *OTHER.split()[:30]]), "Gazette"),
        document("quoting", " ".join([*OTHER.split()[:60], *words[80:105], *OTHER.split()[60:]]), "Times"),
        document("muted", STORY + FURNITURE, "Mail", (Zone("furniture", len(STORY), len(STORY + FURNITURE)),)),
        document("capitals", STORY.upper(), "Shouter"),
    ]
    return {one.document: one for one in Pipeline()(documents)}


def grouped(read, *ids):
    return near_duplicate_groups([read[id_] for id_ in ids])


@pytest.mark.parametrize("copy", ["reprint", "edited", "shortened", "longer", "rewritten", "muted", "capitals"])
def test_copies(read, copy):
    groups = grouped(read, "story", copy)
    assert groups["story"] == groups[copy] == min("story", copy)


def test_two_reports_of_one_event_are_no_copies(read):
    assert grouped(read, "story", "other") == {"story": "story", "other": "other"}


def test_a_long_quotation_is_no_copy(read):
    assert grouped(read, "story", "quoting") == {"story": "story", "quoting": "quoting"}


def test_furniture_in_common_is_no_copy():
    texts = {"a": "Farmers blocked Lyon." + FURNITURE, "b": "Snow fell on Oslo in the night." + FURNITURE}
    documents = [
        document(id_, text, None, (Zone("furniture", len(text) - len(FURNITURE) + 1, len(text)),))
        for id_, text in texts.items()
    ]
    assert near_duplicate_groups(list(Pipeline()(documents))) == {"a": "a", "b": "b"}


def test_order_does_not_show(read):
    forwards = near_duplicate_groups(list(read.values()))
    assert near_duplicate_groups(list(reversed(read.values()))) == forwards


def test_empty_and_short_texts():
    documents = [document("a", ""), document("b", "It rained."), document("c", "It rained.")]
    assert set(near_duplicate_groups(list(Pipeline()(documents)))) == {"a", "b", "c"}
    assert near_duplicate_groups([]) == {}


def test_an_event_counts_independent_sources(read):
    def counted(*ids):
        events = resolve(read[id_] for id_ in ids).events
        told = [one for one in events if one.type == "meet" and len(one.provenance) >= len(ids)]
        assert len(told) == 1
        return told[0].independent_sources, told[0].sources

    assert counted("story", "reprint") == (1, ("Courier", "Wire"))
    assert counted("story", "reprint", "other") == (2, ("Courier", "Tribune", "Wire"))


def test_reprint_only_counts_once(read):
    resolution = resolve([read["story"], read["reprint"]])
    assert {one.group for one in resolution.documents} == {"reprint"}
    assert all(one.independent_sources == 1 for one in resolution.events)
