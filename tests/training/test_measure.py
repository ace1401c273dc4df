"""A reading as a key, and which cuts are chosen; needs no torch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from keying.scores import compare
from keying.sides import side

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import PLACE, SOURCE, Cuts, Event, Part, Reading, When
from graphbuilder.records import Document
from graphbuilder.times import time_expressions
from training.choose import LAYERS, best, choose
from training.measure import as_key

BID = "tea-bid-cleared"


@pytest.fixture(scope="module")
def times(articles):
    _, text, key = articles[BID]
    [one] = parse([Document(id=BID, text=text, published=date.fromisoformat(key.published))])
    return time_expressions(one.document, one.sentences, one.doc)


@pytest.fixture(scope="module")
def reading(learned):
    """What a perfect reader would read: no mention of this article is of several entities."""
    one = learned[BID]
    entities = [of for (of,) in one.entities]
    chains = tuple(
        tuple(at for at, of in enumerate(entities) if of == number) for number in range(len(one.key.entities))
    )
    events = tuple(event(told, chains) for told in one.events)
    return Reading(one.words, one.spots, chains, (1.0,) * len(one.spots), events)


def event(told, chains):
    def part(role):
        found = [entity for entity, parts in told.parts.items() if parts.get(role) == 1]
        return tuple(Part(entity, role, 1.0, chains[entity][0]) for entity in found)

    statuses = tuple(float(at == told.status) for at in range(5))
    return Event(
        tellings=told.tellings,
        sketches=(bytes(32),) * len(told.tellings),
        wanted=float(told.worth == 1),
        event=1.0,
        status=told.status,
        statuses=statuses,
        parts=tuple(one for role in range(PLACE) for one in part(role)),
        place=next(iter(part(PLACE)), None),
        source=next(iter(part(SOURCE)), None),
        time=When(told.times[0], 1.0) if told.times else None,
    )


def scores(articles, found):
    _, text, key = articles[BID]
    return compare(side(key, text), side(found, text, best_first=True))


def test_what_the_key_says_scores_all_there_is(articles, reading, times):
    name, text, key = articles[BID]
    found = scores(articles, as_key(name, text, key, times, reading))
    layers = (
        "mentions", "MUC", "B3", "CEAFe", "triggers", "events", "participants with role", "who all right",
        "status right", "place right", "attribution", "date of its own right",
    )  # fmt: skip
    assert {layer: found[layer].f1 for layer in layers if found[layer].f1 < 1} == {}


@pytest.mark.parametrize(
    ("change", "layer"),
    [
        ({"status": 1}, "status right"),
        ({"parts": ()}, "participants with role"),
        ({"source": Part(0, SOURCE, 1.0, 0)}, "attribution"),
        ({"time": None}, "date of its own right"),
    ],
)
def test_what_is_read_wrong_is_wrong_in_the_key(articles, reading, times, change, layer):
    name, text, key = articles[BID]
    wrong = replace(reading, events=tuple(replace(event, **change) for event in reading.events))
    assert scores(articles, as_key(name, text, key, times, wrong))[layer].f1 < 0.7


@pytest.mark.parametrize(("printed", "lines"), [(0.0, 14), (0.5, 3), (1.0, 3), (1.1, 0)])
def test_lines_are_what_is_likely_enough_to_be_wanted(articles, reading, times, printed, lines):
    name, text, key = articles[BID]
    found = as_key(name, text, key, times, reading, printed)
    assert sum(event.worth == 1 for event in found.events) == lines


def test_the_name_of_an_entity_is_its_longest(articles, reading, times):
    name, text, key = articles[BID]
    names = [text[slice(*entity.name)] for entity in as_key(name, text, key, times, reading).entities]
    assert names[4:7] == ["Meddegama Holdings", "Competition Authority of Kenya", "the merged entity"]


# --- cuts -------------------------------------------------------------------------------------------------------------


def test_each_cut_is_set_where_its_layers_are_best():
    wanted = Cuts(mention=0.15, event=0.3, part=0.7, place=0.45, source=0.5, time=0.25, tie=0.3, end=0.4, link=0.2)

    def measure(cuts):
        apart = {name: abs(getattr(cuts, name) - getattr(wanted, name)) for name in LAYERS}
        of = {
            layer: [name for name in LAYERS if layer in LAYERS[name]] for layers in LAYERS.values() for layer in layers
        }
        return {layer: 100 - 100 * sum(apart[name] for name in names) for layer, names in of.items()}

    assert choose(measure) == wanted


@pytest.mark.parametrize(
    ("found", "value"),
    [
        ({0.2: (50, 10), 0.3: (40, 30), 0.4: (60, 5)}, 0.3),  # by the sum
        ({0.2: (50, 10), 0.3: (10, 50), 0.4: (60, 0)}, 0.2),  # of equal ones the lowest
        ({0.4: (1, 1)}, 0.4),
    ],
)
def test_the_best_cut(found, value, capsys):
    tried = {cut: {"a": a, "b": b, "other": 100 * cut} for cut, (a, b) in found.items()}
    assert best("event", ("a", "b"), tried) == value
    assert len(capsys.readouterr().out.splitlines()) == len(found)


def test_every_cut_is_chosen():
    assert set(LAYERS) == set(Cuts.__dataclass_fields__)
