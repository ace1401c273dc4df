"""From scores to a reading: what layers wired by hand decide, and what every reading of random ones holds to."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.reader import PLACE, RELATIONS, ROLES, SOURCE, STANDINGS, STATUSES, Cuts, Spot
from graphbuilder.reader import windows as windows_module
from graphbuilder.reader.decoding.decode import decode
from graphbuilder.reader.decoding.mentions import joined
from graphbuilder.reader.heads import Heads

# wired by hand: a vector says what its word is

WIDTH = 8
NAME, PRONOUN, WANTED, OTHER, SAYING, DENIED, TELLS = range(7)
TREE = """NATO/nsubj/met met/ROOT/met Monday/npadvmod/met in/prep/met Kyiv/pobj/in
NATO/nsubj/denied denied/ROOT/denied it/dobj/denied
Moscow/nsubj/said said/ROOT/said it/nsubj/left left/ccomp/said"""
WHAT = {
    0: [NAME], 1: [WANTED], 4: [NAME], 5: [NAME], 6: [OTHER, DENIED], 7: [PRONOUN], 8: [NAME], 9: [SAYING],
    10: [PRONOUN], 11: [OTHER],
}  # fmt: skip
MONDAY = Spot(2, 2, 0, 0)
CUTS = Cuts()


@pytest.fixture
def wired(blank_heads, paths):
    """Mentions and events are what vectors say; the same text is the same entity; subjects are agents, and so on."""
    tensors = blank_heads(WIDTH)
    for name in ("kind", "worth", "status"):
        tensors[f"{name}.first.weight"][:WIDTH] = np.eye(WIDTH)
        tensors[f"{name}.second.bias"][0] = 5
    tensors["kind.second.weight"][[1, 3], [NAME, PRONOUN]] = 1
    tensors["worth.second.weight"][[1, 2, 3], [SAYING, OTHER, WANTED]] = 1
    tensors["status.second.weight"][STATUSES.index("denied"), DENIED] = 1
    tensors["length"][0] = 1
    for name in ("alone", "new"):
        tensors[f"{name}.second.bias"][0] = 5
    for name, fact in (("same", 0), ("again", 0)):
        tensors[f"{name}.tables.{fact}.weight"][1, 0] = 10
        tensors[f"{name}.out.weight"][0, 0] = 1
    for path, role in {
        ">nsubj": ROLES.index("agent"),
        ">dobj": ROLES.index("patient"),
        ">prep>pobj": PLACE,
    }.items():
        tensors["part.tables.4.weight"][paths[path], role] = 10
    tensors["part.out.weight"][: len(ROLES) + 2, : len(ROLES) + 2] = np.eye(len(ROLES) + 2)
    tensors["when.tables.4.weight"][paths[">npadvmod"], 0] = 10
    tensors["when.out.weight"][0, 0] = 1
    for name in ("part", "when"):
        tensors[f"{name}.out.bias"][:] = -5
    return Heads(tensors, paths)


@pytest.fixture
def read(wired, plain_words):
    def decoded(tree=TREE, what=WHAT, times=(MONDAY,), cuts=CUTS):
        words = plain_words(tree)
        h = np.zeros((len(words), WIDTH), np.float32)
        for word, dimensions in what.items():
            h[word, dimensions] = 10
        return decode(words, times, h, wired, cuts)

    return decoded


def told(reading):
    """The events by their words in the order of the text, each with who takes part."""
    text = reading.words.texts
    return {
        text[event.tellings[0]]: [(ROLES[part.role], text[reading.spots[part.spot].last]) for part in event.parts]
        for event in sorted(reading.events, key=lambda event: event.tellings)
    }


def test_mentions_and_their_chains(read):
    reading = read()
    assert [(reading.words.texts[spot.last], spot.kind) for spot in reading.spots] == [
        ("nato", 0), ("kyiv", 0), ("nato", 0), ("it", 2), ("moscow", 0), ("it", 2),
    ]  # fmt: skip
    assert reading.chains == ((0, 2), (1,), (3, 5), (4,))


def test_events_and_who_takes_part(read):
    """Saying is no event; what is not by the parse subject or object takes no part."""
    assert told(read()) == {
        "met": [("agent", "nato")],
        "denied": [("agent", "nato"), ("patient", "it")],
        "left": [("agent", "it")],
    }


def test_where_when_and_whether(read):
    events = {reading_event.tellings: reading_event for reading_event in read().events}
    met, denied, left = events[(1,)], events[(6,)], events[(11,)]
    assert met.wanted > 0.98 > 0.02 > max(denied.wanted, left.wanted)
    assert min(met.event, denied.event, left.event) > 0.98
    assert (met.place.chain, met.place.role, met.place.spot) == (1, PLACE, 1)
    assert (met.time.time, met.time.chance > 0.98) == (0, True)
    assert [STATUSES[event.status] for event in (met, denied, left)] == ["happened", "denied", "happened"]
    assert (denied.place, denied.time, denied.source) == (None, None, None)


def test_the_most_wanted_event_comes_first(read):
    assert [event.tellings for event in read().events] == [(1,), (6,), (11,)]
    later = read(what={**WHAT, 1: [OTHER], 11: [WANTED]})
    assert [event.tellings for event in later.events] == [(11,), (1,), (6,)]


def test_two_tellings_are_one_event(read):
    """The most wanted telling comes first; who takes part in either takes part."""
    tree = "NATO/nsubj/met met/ROOT/met\nThey/nsubj/met met/ROOT/met in/prep/met Kyiv/pobj/in"
    reading = read(tree, {0: [NAME], 1: [OTHER], 2: [PRONOUN], 3: [WANTED], 5: [NAME]}, [None])
    [event] = reading.events
    assert event.tellings == (3, 1)
    assert {reading.chains[part.chain] for part in event.parts} == {(0,), (1,)}
    assert event.place.chain == 2
    assert event.wanted > 0.98


def test_a_role_is_told_by_the_best_mention_of_a_chain(read):
    tree = "NATO/nsubj/left left/ROOT/left\nNATO/nsubj/met met/ROOT/met\nNATO/nsubj/won won/ROOT/won"
    reading = read(tree, {at: [NAME] if at % 2 == 0 else [WANTED] for at in range(6)}, [])
    assert reading.chains == ((0, 1, 2),)
    assert [(event.tellings, event.parts[0].spot) for event in reading.events] == [((1,), 0), ((3,), 1), ((5,), 2)]


@pytest.mark.parametrize(
    ("cut", "lost"),
    [("mention", "spots"), ("event", "events"), ("part", "parts"), ("place", "place"), ("time", "time")],
)
def test_nothing_is_as_sure_as_a_cut_of_more_than_one(read, cut, lost):
    with_cut = read(cuts=replace(CUTS, **{cut: 1.01}))
    met = read().events[0]
    if lost in ("spots", "events"):
        assert getattr(read(), lost)
        assert getattr(with_cut, lost) == ()
    else:
        assert getattr(met, lost)
        assert not getattr(with_cut.events[0], lost)


def test_what_was_likeliest_after_what_was_chosen(read):
    """Of those who take no part the likeliest for the role; of the other times the likeliest; of one there is none."""
    met, denied, left = read(times=(MONDAY, Spot(9, 9, 0, 0))).events
    assert [part.second.at for part in (*met.parts, *denied.parts, *left.parts)] == [1, 1, 1, 0]
    assert all(part.second.chance < 0.01 for part in met.parts)
    assert (met.time.second.at, met.time.second.chance < 0.01) == (1, True)
    assert read().events[0].time.second is None
    alone = read("NATO/nsubj/met met/ROOT/met", {0: [NAME], 1: [WANTED]}, [None])
    assert [part.second for part in alone.events[0].parts] == [None]


def test_who_says_so(read):
    """Every other layer is below the cut of sources; with none everybody is one, the first the best."""
    reading = read(cuts=replace(CUTS, source=0))
    assert [(event.source.role, event.source.chain) for event in reading.events] == [(SOURCE, 0)] * 3
    assert read().events[0].source is None


def test_a_document_without_times_dates_nothing(read):
    assert [event.time for event in read(times=()).events] == [None] * 3
    assert replace_times(read()) == replace_times(read(times=()))


def replace_times(reading):
    return [replace(event, time=None) for event in reading.events]


def test_a_time_without_a_word_dates_nothing_and_keeps_its_number(read):
    assert read(times=(None,)).events[0].time is None
    assert read(times=(None, MONDAY, None)).events[0].time.time == 1


def test_events_without_mentions(read):
    reading = read(what={1: [WANTED]})
    assert (reading.spots, reading.chains) == ((), ())
    assert [(event.parts, event.place, event.source) for event in reading.events] == [((), None, None)]
    assert reading.events[0].time.time == 0


def test_mentions_without_events(read):
    reading = read(what={0: [NAME]})
    assert (len(reading.spots), reading.events) == (1, ())


def test_a_document_of_which_nothing_is_known(read):
    reading = read(what={})
    assert (reading.spots, reading.chains, reading.events) == ((), (), ())


# ties and links

LEADS = """Roe/nsubj/led led/ROOT/led Norway/dobj/led Monday/npadvmod/led
Poe/nsubj/left left/ROOT/left"""
PEOPLE = {0: [NAME], 2: [NAME], 4: [NAME]}


@pytest.fixture
def tied(wired, read):
    """Who leads what: a tie that the parse tells, over, on Monday."""
    tensors = wired.tensors
    tensors["tie.first.weight"][:WIDTH] = tensors["standing.first.weight"][:WIDTH] = np.eye(WIDTH)
    tensors["tie.second.bias"][0] = 5
    tensors["tie.second.weight"][1 + RELATIONS.index("holds"), TELLS] = 1
    tensors["standing.second.weight"][STANDINGS.index("ended"), TELLS] = 1
    for path, side in {">nsubj": 0, ">dobj": 1}.items():
        tensors["ends.tables.4.weight"][wired.paths[path], side] = 10
    tensors["ends.out.weight"][:2, :2] = np.eye(2)
    tensors["ends.out.bias"][:] = -5
    return read


def test_who_is_what_to_whom(tied):
    reading = tied(LEADS, {**PEOPLE, 1: [TELLS]}, [Spot(3, 3, 0, 0)])
    [tie] = reading.ties
    assert (tie.word, RELATIONS[tie.relation], STANDINGS[tie.standing]) == (1, "holds", "ended")
    assert [reading.words.texts[reading.spots[end.spot].last] for end in (tie.subject, tie.object)] == ["roe", "norway"]
    assert tie.time.time == 0
    assert min(tie.chance, tie.subject.chance, tie.object.chance) > 0.98


@pytest.mark.parametrize(
    ("what", "cuts"),
    [
        (PEOPLE, CUTS),  # no word tells one
        ({0: [NAME], 1: [TELLS]}, CUTS),  # of nobody
        ({1: [TELLS], 2: [NAME]}, CUTS),  # nobody is it
        ({1: [TELLS]}, CUTS),
        ({**PEOPLE, 1: [TELLS]}, replace(CUTS, tie=1.01)),
        ({**PEOPLE, 1: [TELLS]}, replace(CUTS, end=1.01)),
    ],
)
def test_a_tie_needs_a_word_and_both_ends(tied, what, cuts):
    assert tied(LEADS, what, (), cuts).ties == ()


def test_what_is_part_of_what_and_what_it_was_brought_about_by(wired, read):
    """An event is part of its object, and brought about by it."""
    wired.tensors["link.tables.4.weight"][wired.paths[">dobj"], [0, 1]] = 10
    wired.tensors["link.out.weight"][:2, :2] = np.eye(2)
    wired.tensors["link.out.bias"][:] = -5
    tree = "NATO/nsubj/held held/ROOT/held talks/dobj/held"
    reading = read(tree, {0: [NAME], 1: [OTHER], 2: [WANTED]}, [])
    assert [event.tellings for event in reading.events] == [(2,), (1,)]
    assert [(link.one, link.other) for link in reading.wholes] == [(1, 0)]
    assert [(link.one, link.other) for link in reading.causes] == [(1, 0)]
    assert read(tree, {0: [NAME], 1: [OTHER]}, []).wholes == ()
    assert read(tree, {0: [NAME], 1: [OTHER], 2: [WANTED]}, [], replace(CUTS, link=1.01)).causes == ()


# chains

SCORES = st.integers(0, 12).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.integers(-3, 3), min_size=n, max_size=n), min_size=n, max_size=n),
        st.lists(st.integers(-3, 3), min_size=n, max_size=n),
    )
)


@given(SCORES)
def test_each_goes_with_its_best_antecedent_or_begins_a_chain(scores):
    alone = np.array(scores[1], np.float32)
    before = np.array(scores[0], np.float32).reshape(len(alone), len(alone))
    chains, sure = joined(before, alone)
    assert len(sure) == len(alone)
    assert sorted(at for chain in chains for at in chain) == list(range(len(alone)))
    assert all(list(chain) == sorted(chain) for chain in chains)
    chain_of = {at: number for number, chain in enumerate(chains) for at in chain}
    for at in range(len(alone)):
        best = max(range(at), key=lambda k: (before[at, k], -k), default=None)
        if best is not None and before[at, best] > alone[at]:
            assert chain_of[at] == chain_of[best]
            assert 0 < sure[at] <= 1.000001
        else:
            assert chains[chain_of[at]][0] == at
            assert sure[at] == 1


def test_what_comes_after_is_no_antecedent():
    later = np.array([[9, 9, 9], [0, 9, 9], [0, 0, 9]], np.float32)
    assert joined(later, np.ones(3, np.float32)) == (((0,), (1,), (2,)), (1.0, 1.0, 1.0))


def test_a_tie_begins_a_chain():
    assert joined(np.zeros((2, 2), np.float32), np.zeros(2, np.float32)) == (((0,), (1,)), (1.0, 1.0))


@pytest.mark.parametrize(
    ("row", "alone", "sure"),
    [
        ([math.log(3), 0], 0, 3 / 5),  # one of its chain, one of another, none: 3, 1, 1
        ([math.log(3), math.log(5)], 0, 5 / 9),
        ([math.log(3), 0], -100, 3 / 4),
        ([50, -50], -50, 1),
    ],
)
def test_how_sure_an_antecedent_is(row, alone, sure):
    """The two before it are chains of their own."""
    before = np.array([[0, 0, 0], [-9, 0, 0], [*row, 0]], np.float32)
    chains, found = joined(before, np.array([0, 0, alone], np.float32))
    best = int(np.argmax(row))
    assert chains[best] == (best, 2)
    assert found[:2] == (1.0, 1.0)
    assert found[2] == pytest.approx(sure, abs=1e-5)


def test_all_of_a_chain_speak_for_it():
    """Of two that are one, each with the same score: nobody else is likely."""
    before = np.array([[0, 0, 0], [9, 0, 0], [2, 2, 0]], np.float32)
    chains, sure = joined(before, np.array([0, 0, 1], np.float32))
    assert chains == ((0, 1, 2),)
    both = 2 * math.exp(2)
    assert sure[2] == pytest.approx(both / (both + math.exp(1)), abs=1e-5)


# random weights on real texts

TEXTS = [
    "NATO meets in Bucharest\n\nBUCHAREST, Nov. 29 – Leaders of the Alliance met on Tuesday. “Ukraine will join,” Jens "
    "Stoltenberg said. In 2008 they promised the same to Georgia.\n\nMoscow annexed Crimea in 2014, and condemned it.",
    "The bank raised rates on 3 May. It did not say whether it would do so again in June.",
    "Police arrested a gunman. Three people died; nobody claimed the attack.\n" * 12,
]
SPECIAL = {
    "empty": "",
    "blank": " \n\n ",
    "word": "NATO",
    "mark": "—",
    "unseen": "\u200b",
    "no times": "They met. It failed.",
}


@pytest.fixture(scope="module")
def documents(parsed):
    return parsed(*TEXTS, *SPECIAL.values())


@pytest.fixture(scope="module")
def readings(small, documents):
    return [small.read(one, times) for one, times in documents]


def facts(reading):
    """All that a reading holds, but for the words."""
    return tuple(getattr(reading, field.name) for field in fields(reading) if field.name != "words")


def check(reading, times):
    words, spots, chains = len(reading.words), reading.spots, reading.chains
    assert all(0 <= spot.first <= spot.last < words for spot in spots)
    assert [spot.last for spot in spots] == sorted({spot.last for spot in spots})
    assert sorted(at for chain in chains for at in chain) == list(range(len(spots)))
    assert all(list(chain) == sorted(chain) for chain in chains)
    assert len(reading.sure) == len(spots)
    assert all(0 < sure <= 1.000001 for sure in reading.sure)
    assert all(reading.sure[chain[0]] == 1 for chain in chains)
    tellings = [at for event in reading.events for at in event.tellings]
    assert len(set(tellings)) == len(tellings)
    assert all(0 <= at < words for at in tellings)
    wanted = [event.wanted for event in reading.events]
    assert wanted == sorted(wanted, reverse=True)
    for event in reading.events:
        check_event(event, chains, times)
    for tie in reading.ties:
        check_tie(tie, words, chains, times)
    for link in (*reading.wholes, *reading.causes):
        assert link.one != link.other
        assert max(link.one, link.other) < len(reading.events)
        assert 0.5 <= link.chance <= 1
    parts = [link.one for link in reading.wholes]
    assert len(parts) == len(set(parts))


def check_tie(tie, words, chains, times):
    assert 0 <= tie.word < words
    assert 0 <= tie.relation < len(RELATIONS)
    assert 0 <= tie.standing < len(STANDINGS)
    assert tie.subject.chain != tie.object.chain
    assert all(end.spot in chains[end.chain] and 0.5 <= end.chance <= 1 for end in (tie.subject, tie.object))
    assert tie.time is None or (0 <= tie.time.time < times and 0.5 <= tie.time.chance <= 1)
    assert 0 < tie.chance <= 1


def check_event(event, chains, times):
    assert 0 <= event.wanted <= event.event <= 1.000001
    assert event.line == event.wanted  # weights without lines
    assert len(event.sketches) == len(event.tellings)
    assert {len(sketch) for sketch in event.sketches} == {32}
    assert len(event.statuses) == len(STATUSES)
    assert sum(event.statuses) == pytest.approx(1, abs=1e-5)
    assert event.statuses[event.status] == max(event.statuses)
    of = [part.chain for part in event.parts]
    assert len(of) == len(set(of))
    assert [part.chance for part in event.parts] == sorted((part.chance for part in event.parts), reverse=True)
    assert all(part.role < len(ROLES) for part in event.parts)
    for part in (*event.parts, event.place, event.source):
        assert part is None or (part.spot in chains[part.chain] and 0.5 <= part.chance <= 1)
    assert event.time is None or (0 <= event.time.time < times and 0.5 <= event.time.chance <= 1)
    taking = {spot for part in event.parts for spot in chains[part.chain]}
    for part in event.parts:
        check_second(part.second, part.chance, taking)
    for part in (event.place, event.source):
        if part is not None:
            check_second(part.second, part.chance, set(chains[part.chain]))
    if event.time and event.time.second:
        check_second(event.time.second, event.time.chance, {event.time.time})
        assert event.time.second.at < times


def check_second(second, chance, taken):
    assert second is None or (second.at not in taken and 0 <= second.chance <= chance)


@pytest.mark.parametrize("at", range(len(TEXTS) + len(SPECIAL)), ids=[*map(str, range(len(TEXTS))), *SPECIAL])
def test_what_every_reading_holds_to(readings, documents, at):
    check(readings[at], len(documents[at][1]))


def test_random_weights_read_something_of_each_kind(readings):
    """Otherwise the test before this one would say nothing."""
    events = [event for reading in readings for event in reading.events]
    assert any(len(chain) > 1 for reading in readings for chain in reading.chains)
    assert any(len(chain) == 1 for reading in readings for chain in reading.chains)
    assert any(spot.last > spot.first for reading in readings for spot in reading.spots)
    assert any(len(event.tellings) > 1 for event in events)
    for name in ("parts", "place", "source", "time"):
        assert any(getattr(event, name) for event in events), name
        assert not all(getattr(event, name) for event in events), name
    assert len({part.role for event in events for part in event.parts}) > 2
    assert len({sketch for event in events for sketch in event.sketches}) > 2
    assert any(sure < 1 for reading in readings for sure in reading.sure)
    for name in ("ties", "wholes", "causes"):
        assert any(getattr(reading, name) for reading in readings), name
    assert any(tie.time for reading in readings for tie in reading.ties)


@pytest.mark.parametrize("name", ["empty", "blank"])
def test_a_document_without_words_tells_nothing(readings, name):
    reading = readings[len(TEXTS) + list(SPECIAL).index(name)]
    assert (len(reading.words), facts(reading)) == (0, ((),) * 7)


@pytest.mark.parametrize("name", ["word", "mark", "no times"])
def test_what_a_document_without_times_tells_has_none(readings, documents, name):
    at = len(TEXTS) + list(SPECIAL).index(name)
    assert not documents[at][1]
    assert [event.time for event in readings[at].events] == [None] * len(readings[at].events)


def test_a_second_reading_is_the_same(small, documents, readings):
    for (one, times), first in zip(documents, readings, strict=True):
        encoded = small.encode(one, times)
        assert repr(facts(small.decode(encoded))) == repr(facts(first))
        assert small.encode(one, times).vectors.tobytes() == encoded.vectors.tobytes()


def test_the_order_of_documents_is_irrelevant(small, documents, readings):
    backwards = [small.read(one, times) for one, times in reversed(documents)]
    assert [repr(facts(reading)) for reading in reversed(backwards)] == [repr(facts(reading)) for reading in readings]


def test_what_stands_beside_a_document_is_irrelevant(small, parsed, readings):
    for text, reading in zip(TEXTS, readings, strict=False):
        [(one, times)] = parsed(text)
        assert repr(facts(small.read(one, times))) == repr(facts(reading))


# very long documents


@pytest.mark.parametrize("section", [12, 40, 100])
def test_a_very_long_document_is_decoded_in_sections(small, documents, readings, monkeypatch, section):
    for (one, times), whole in zip(documents, readings, strict=True):
        encoded = small.encode(one, times)
        with monkeypatch.context() as patch:
            patch.setattr(windows_module, "SECTION", section)
            bounds = [low for low, _ in windows_module.sections(encoded.words)]
            reading = small.decode(encoded)
        check(reading, len(times))
        assert {spot.last for spot in reading.spots} == {spot.last for spot in whole.spots}
        assert tellings_of(reading) == tellings_of(whole)
        for number, chain in enumerate(reading.chains):
            assert len(sections_of(bounds, (reading.spots[at].last for at in chain))) == 1, number
        for event in reading.events:
            mentions = [reading.spots[part.spot].last for part in (*event.parts, event.place, event.source) if part]
            assert len(sections_of(bounds, (*event.tellings, *mentions))) == 1
            if event.time:
                span = encoded.times[event.time.time]
                assert sections_of(bounds, [span.first]) == sections_of(bounds, event.tellings)


def tellings_of(reading):
    return sorted(at for event in reading.events for at in event.tellings)


def sections_of(bounds, words):
    return {int(np.searchsorted(bounds, word, side="right")) for word in words}


def test_a_section_is_read_as_it_is_alone(wired, plain_words, monkeypatch):
    """Two sentences of which each is a section give what each gives, one after the other."""
    rng = np.random.default_rng(9)
    h = rng.choice([0, 10], (12, WIDTH), p=[0.7, 0.3]).astype(np.float32)
    times = (MONDAY, Spot(4, 6, 0, 0), Spot(9, 10, 0, 0))  # the second reaches into the next section
    words = plain_words(TREE)
    monkeypatch.setattr(windows_module, "SECTION", 5)
    reading = decode(words, times, h, wired, CUTS)
    first = decode(words.part(0, 5), (MONDAY, Spot(4, 4, 0, 0)), h[:5], wired, CUTS)
    assert facts(first)[0] == tuple(spot for spot in reading.spots if spot.last < 5)
    assert first.chains == reading.chains[: len(first.chains)]
    assert set(first.events) == {event for event in reading.events if event.tellings[0] < 5}
