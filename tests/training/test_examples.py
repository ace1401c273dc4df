"""What there is to learn from an article is what its key says, in words; needs no torch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from keying.schema import Entity, Event, Key, Mention, Tie, Time, sha

from graphbuilder.reader.pairs import KINDS, TYPES
from graphbuilder.reader.reading import PLACE, RELATIONS, ROLES, SOURCE, STANDINGS, STATUSES
from training.examples import EITHER, NONE, OTHER, SAYING, WANTED, YES, examples

MILL, BID = "brief-labasa-mill", "tea-bid-cleared"
AGENT, PATIENT, RECIPIENT = (ROLES.index(role) for role in ("agent", "patient", "recipient"))


def words_at(one, first, last):
    return one.text[one.words.starts[first] : one.words.ends[last]]


@pytest.mark.parametrize("name", [MILL, BID])
def test_mentions_are_those_of_the_key(learned, name):
    one = learned[name]
    ids = [entity.id for entity in one.key.entities]
    types = {entity.id: entity.type for entity in one.key.entities}
    found = {
        (int(one.words.starts[spot.first]), int(one.words.ends[spot.last]), tuple(ids[at] for at in of), spot.kind)
        for spot, of in zip(one.spots, one.entities, strict=True)
    }
    assert found == {(m.start, m.end, m.of, KINDS.index(m.kind)) for m in one.key.mentions}
    assert [TYPES[spot.type] for spot in one.spots] == [types[ids[of[0]]] for of in one.entities]


@pytest.mark.parametrize(("name", "count"), [(MILL, 32), (BID, 25)])
def test_mentions_stand_by_their_last_words(learned, name, count):
    spots = learned[name].spots
    assert len(spots) == count
    assert list(spots) == sorted(spots, key=lambda spot: (spot.last, -spot.first))


@pytest.mark.parametrize(
    ("name", "at", "word", "label"),
    [
        (MILL, 185, "off", WANTED),
        (MILL, 181, "put", WANTED),
        (MILL, 271, "take", WANTED),
        (MILL, 322, "opened", OTHER),  # told of two events, neither of which belongs there
        (MILL, 624, "burnt", OTHER),
        (MILL, 237, "saying", SAYING),
        (MILL, 371, "said", SAYING),
        (MILL, 141, "Fiji", NONE),
        (MILL, 189, "for", NONE),
        (MILL, 642, "which", NONE),
        (BID, 50, "approved", WANTED),
        (BID, 109, "takeover", OTHER),
        (BID, 410, "shut", OTHER),
        (BID, 914, "agreed", WANTED),
        (BID, 924, "sell", WANTED),
        (BID, 231, "said", SAYING),
        (BID, 46, "has", NONE),
        (BID, 864, "which", NONE),
    ],
)
def test_labels(learned, name, at, word, label):
    one = learned[name]
    first, last = one.words.span(at, at + 1)
    assert words_at(one, first, last) == word
    assert one.labels[first] == label


def event(one, id_):
    return next(event for event in one.events if event.id == id_)


def parts(one, id_):
    ids = [entity.id for entity in one.key.entities]
    return {ids[entity]: dict(found) for entity, found in event(one, id_).parts.items()}


#: Whoever may take part too, in whatever role.
ANY = dict.fromkeys(range(len(ROLES)), EITHER)


@pytest.mark.parametrize(
    ("name", "id_", "wanted"),
    [
        (
            BID,
            "v1",
            {
                "e6": {AGENT: YES},
                "e5": {PATIENT: YES},
                "e3": {PATIENT: YES},
                "e11": ANY,
                "e1": {PLACE: EITHER},
                "e2": {PLACE: EITHER},
            },
        ),
        (BID, "v3", {"e7": {AGENT: YES}, "e6": {SOURCE: YES} | ANY, "e5": ANY, "e3": ANY}),
        (BID, "v13", {"e2": ANY, "e3": ANY, "e13": {PLACE: EITHER}}),
        (
            MILL,
            "v2",
            {
                "e4": {AGENT: YES},
                "e1": {PLACE: YES} | ANY,
                "e12": ANY,
                "e2": {PLACE: EITHER},
                "e3": {PLACE: EITHER},
            },
        ),
        (MILL, "v10", {"e13": {RECIPIENT: YES, SOURCE: YES}, "e9": {RECIPIENT: YES}, "e4": ANY, "e8": ANY}),
        (MILL, "v13", {"e17": {PATIENT: YES}, "e1": {PATIENT: YES}, "e4": ANY, "e3": {PLACE: YES}}),
    ],
)
def test_roles_are_those_of_the_key(learned, name, id_, wanted):
    assert parts(learned[name], id_) == wanted


@pytest.mark.parametrize(
    ("name", "id_", "tellings", "status", "times", "timed"),
    [
        (MILL, "v1", ["off", "put"], "happened", [], True),
        (MILL, "v2", ["take", "start", "start"], "planned", ["before June 23"], True),
        (MILL, "v3", ["opened"], "denied", ["June 2"], True),
        (MILL, "v4", ["opened"], "denied", ["June 9"], True),
        (BID, "v1", ["approved"], "happened", ["Wednesday"], True),
        (BID, "v5", ["shut"], "denied", ["end of 2022"], True),
        (BID, "v8", ["offer", "made", "offer"], "happened", ["July"], True),
        (BID, "v4", ["honour"], "demanded", [], True),
    ],
)
def test_tellings_status_and_times(learned, name, id_, tellings, status, times, timed):
    one = learned[name]
    found = event(one, id_)
    assert [words_at(one, at, at) for at in found.tellings] == tellings
    assert STATUSES[found.status] == status
    said = [words_at(one, one.times[at].first, one.times[at].last) for at in found.times]
    assert len(said) == len(times)
    assert all(some in found or found in some for some, found in zip(times, said, strict=True)), said
    assert found.timed is timed


@pytest.mark.parametrize("name", [MILL, BID])
def test_sayings_are_no_events(learned, name):
    one = learned[name]
    assert {told.id for told in one.events} == {keyed.id for keyed in one.key.events if keyed.worth}


# --- a key made for its edges -----------------------------------------------------------------------------------------

TEXT = "Ana Silva and Bo Lund were let go by the Nile Bank at breakfast, police said."


def at(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


KEY = Key(
    name="edges",
    source="own",
    text_sha=sha(TEXT),
    published="2020-05-01",
    published_sure=True,
    entities=(
        Entity("e1", "person", at("Ana Silva")),
        Entity("e2", "person", at("Bo Lund")),
        Entity("e3", "organization", at("Nile Bank")),
        Entity("e4", "group", at("police")),
    ),
    mentions=(
        Mention(*at("Ana Silva and Bo Lund"), ("e1", "e2"), "name"),
        Mention(*at("Ana Silva"), ("e1",), "name"),
        Mention(*at("Bo Lund"), ("e2",), "name"),
        Mention(*at("Nile Bank"), ("e3",), "name"),
        Mention(*at("police"), ("e4",), "description"),
    ),
    times=(Time("t1", *at("at breakfast")),),
    events=(
        Event("v1", "they are let go", (at("let go"),), roles=(("patient", "e1"), ("other", "e1")), when_words=("t1",)),
        Event("v2", "", (at("said"),), worth=0),
        Event("v3", "somebody goes", (at("go"),), worth=2, who_ok=("e9",), place_ok=(None,)),
    ),
    ties=(),
    figures=(),
)


@pytest.fixture(scope="module")
def edges(pieces):
    [one] = examples([("edges", TEXT, KEY)], pieces)
    return one


def test_a_mention_of_two_has_both(edges):
    assert edges.entities == ((0,), (1,), (0, 1), (2,), (3,))  # of two that end together the shorter is first


def test_of_a_trigger_of_two_words_the_last_one_tells(edges):
    first, last = edges.words.span(*at("let go"))
    assert edges.labels[first] == EITHER
    assert edges.labels[last] == WANTED  # and not the lesser event that is told there too
    assert set(edges.labels) == {NONE, SAYING, WANTED, EITHER}


def test_the_first_role_of_an_entity_is_kept_with_the_others(edges):
    assert dict(edges.events[0].parts[0]) == {PATIENT: YES, ROLES.index("other"): YES}


def test_words_of_time_that_are_not_found_teach_nothing(edges):
    assert edges.events[0].times == ()
    assert not edges.events[0].timed
    assert edges.events[1].timed


def test_who_is_unknown_takes_no_part(edges):
    assert edges.events[1].parts == {}


def test_a_key_without_events_has_chains_alone(pieces):
    [one] = examples([("edges", TEXT, replace(KEY, events=(), times=(), published="2020"))], pieces)
    assert one.events == ()
    assert set(one.labels) == {NONE}
    assert len(one.spots) == 5


# --- ties and links ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "word", "relation", "subject", "object_"),
    [(MILL, "in", "located", "e1", "e2"), (BID, "owns", "owns", "e11", "e3")],
)
def test_a_tie_is_told_by_the_word_that_the_others_hang_on(learned, name, word, relation, subject, object_):
    one = learned[name]
    ids = [entity.id for entity in one.key.entities]
    [tie] = one.ties
    assert words_at(one, tie.at, tie.at) == word
    assert (RELATIONS[tie.relation], STANDINGS[tie.standing]) == (relation, "true")
    assert ([ids[at] for at in tie.subjects], [ids[at] for at in tie.objects]) == ([subject], [object_])
    assert tie.at in one.said
    assert (tie.times, tie.timed) == ((), True)


def test_what_an_event_is_part_of_and_what_brought_it_about(learned):
    links = {(name, one.id): (one.whole, one.causes) for name in (MILL, BID) for one in learned[name].events}
    assert {id_: link for id_, link in links.items() if link != (None, ())} == {
        (MILL, "v1"): (None, ("v6",)), (MILL, "v5"): ("v13", ()), (BID, "v12"): (None, ("v13",)),
    }  # fmt: skip


LED = "Jane Roe, chief executive of Volvo from 2011 to 2014, and Max Poe, its chairman since 2014, left."


def led(pieces):
    """Two ties of two posts, the first over, with their terms."""

    def at(words, start=0):
        found = LED.index(words, start)
        return found, found + len(words)

    names = {"e1": "Jane Roe", "e2": "Volvo", "e3": "Max Poe"}
    key = Key(
        name="led", source="own", text_sha=sha(LED), published="2015-01-01", published_sure=True,
        entities=tuple(Entity(id_, "person", at(name)) for id_, name in names.items()),
        mentions=tuple(Mention(*at(name), (id_,), "name") for id_, name in names.items()),
        times=(Time("t1", *at("2011"), "2011"), Time("t2", *at("2014"), "2014"),
               Time("t3", *at("2014", LED.index("since")), "2014")),
        events=(),
        ties=(
            Tie("r1", "e1", "holds", "e2", (at("chief executive of"),), at("chief executive"), "2011/2014", "ended"),
            Tie("r2", "e3", "holds", "e2", (at("its chairman since"),), at("chairman"), "2014/.."),
        ),
        figures=(),
    )  # fmt: skip
    [one] = examples([("led", LED, key)], pieces)
    return one


def test_the_post_tells_the_tie_and_the_times_are_those_of_its_term(pieces):
    one = led(pieces)
    assert [words_at(one, tie.at, tie.at) for tie in one.ties] == ["executive", "chairman"]
    assert [STANDINGS[tie.standing] for tie in one.ties] == ["ended", "true"]
    told = [[words_at(one, one.times[at].first, one.times[at].last) for at in tie.times] for tie in one.ties]
    assert all(tie.timed and found for tie, found in zip(one.ties, told, strict=True))
    assert "2011" in told[0][0]
    assert "2014" in told[1][-1]
