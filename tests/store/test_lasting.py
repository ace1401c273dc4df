"""The ids that builds of a store have given stay, whatever is added, replaced, removed and corrected."""

from __future__ import annotations

import sqlite3

import pytest

import graphbuilder as gb
from graphbuilder.corrections import parse_corrections
from graphbuilder.records import content_hash
from graphbuilder.store import database as files
from graphbuilder.store import lasting
from graphbuilder.store.schema import MIGRATIONS

MET = "NATO leaders met in Bucharest, Romania, on 2 April 2008."
ANN = "Ann Lee opened the congress in Lund on 3 May 2010."
BO = "Bo Roe closed the congress in Lund on 6 May 2010."
FILES = {"a.txt": MET, "b.txt": ANN, "c.txt": BO}
PLACE = {"a.txt": "The ministers met in Sofia, Bulgaria."}
NAMESAKES = {"b.txt": "Sofia Roe left. Sofia smiled.", "c.txt": "Minister Sofia Lee left Oslo. Sofia wept."}


@pytest.fixture
def built(store):
    """Puts articles (id → text) and lines of corrections into the store, and builds it."""

    def build(articles=None, lines=None, **options):
        documents = [gb.Document(text=text, id=id) for id, text in (articles or {}).items()]
        if documents:
            store.add(documents, on_problem=lambda _: None)
            store.replace(documents)
        if lines is not None:
            store.add(corrections=parse_corrections(lines))
        return gb.build(store.path, **options)

    return build


def things(graph):
    return [*graph.entities(unnamed=True), *graph.events()]


def ids(graph):
    return sorted(one.id for one in things(graph))


def names(graph):
    return {one.id: one.name for one in graph.entities()}


# --- growth -------------------------------------------------------------------------------------------------------

ORDERS = {"by day": str, "backwards": lambda id: [-ord(sign) for sign in id], "by chance": content_hash}


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("order", ORDERS)
def test_every_id_stays_while_a_store_grows(store, nato_documents, batteries_documents, order):
    documents = sorted((*nato_documents, *batteries_documents), key=lambda one: ORDERS[order](one.id))
    store.add(documents[:4])
    graph, stayed = gb.build(store.path), 0
    for end in (9, len(documents)):
        store.add(documents[:end])
        before, graph = graph, gb.build(store.path)
        former, now = (
            graph.graph.get("former_ids", {}),
            {one: each.id for each in things(graph) for one in each.mentions},
        )
        for thing in things(before):
            here = {now[mention] for mention in thing.mentions}
            assert len(here) > 1 or here == {former.get(thing.id, thing.id)}
            stayed += here == {thing.id}
    assert stayed > 100
    by_content = gb.EventGraph.from_resolution(gb.resolve(store.extractions()))
    assert ids(by_content) != ids(graph)  # else nothing was tried


@pytest.mark.usefixtures("remembered")
def test_the_first_build_is_a_fresh_one_and_the_next_the_same(store, nato_documents, nato):
    store.add(nato_documents)
    first = gb.build(store.path).to_html()
    assert first == nato.to_html()
    content = store.path.read_bytes()
    assert gb.build(store.path).to_html() == first
    assert store.path.read_bytes() == content  # nothing new, nothing written


def test_a_namesake_takes_no_id(built):
    assert "sofia" in built(PLACE)
    graph = built(NAMESAKES)
    assert names(graph).items() >= {"sofia": "Sofia", "sofia-person": "Sofia"}.items()
    assert graph.entity("sofia").type == "place"


# --- removed, replaced, given anew --------------------------------------------------------------------------------


def test_ids_come_back_with_their_articles(built, store):
    first = ids(built(FILES))
    store.remove("a.txt", "b.txt")
    assert set(ids(built())) < set(first)
    assert ids(built(FILES)) == first


def test_another_article_under_the_same_id_gets_none_of_them(built, store):
    first = ids(built({"a.txt": MET, "b.txt": ANN}))
    store.remove("a.txt")
    left = ids(built())
    new = set(ids(built({"a.txt": "NATO judges ate in Budapest, Hungary, on 9 April 2012."}))) - set(left)
    assert "nato-organization" in new
    assert new.isdisjoint(first)


def test_ids_follow_the_words_of_a_replaced_article(built):
    first = ids(built({"a.txt": f"{MET} {ANN}"}))
    assert "2008-04-02-nato-meet-bucharest" in first
    graph = built({"a.txt": f"Put right: the day.\n\n{MET} {ANN}".replace("2 April", "3 April")})
    assert graph.event("2008-04-02-nato-meet-bucharest").interval.edtf == "2008-04-03"
    assert set(first) <= set(ids(graph))


def test_fresh_ids(built, store):
    built(PLACE)
    assert "sofia" in built(NAMESAKES)
    store.add(fresh_ids=True)
    assert store.given_ids([]).ids == {}
    fresh = gb.build([gb.Document(text=text, id=id) for id, text in {**PLACE, **NAMESAKES}.items()])
    assert built().to_html() == fresh.to_html()
    assert "sofia" not in fresh


# --- former ids, and ids in corrections ---------------------------------------------------------------------------

EVENTS = "2010-05-03-ann-lee-open-the-congress", "2010-05-06-bo-roe-close-the-congress"


@pytest.mark.parametrize("elder", ["ann-lee", "bo-roe"])
def test_of_two_that_become_one_both_ids_are_understood(built, elder):
    built({"b.txt": ANN} if elder == "ann-lee" else {"c.txt": BO})
    assert {"ann-lee", "bo-roe"} <= set(built(FILES))
    [former] = {"ann-lee", "bo-roe"} - {elder}
    problems = []
    for lines in ("- same: [bo-roe, ann-lee]", None):  # the second time both are ids of one
        graph = built(lines=lines, on_problem=problems.append)
        assert graph.graph["former_ids"] == {former: elder}
    assert problems == []
    assert graph.entity(former) == graph.entity(elder) == graph.entity("Bo Roe")
    assert graph[former] == graph[elder]
    assert graph.timeline(former) == graph.timeline(elder) != []
    assert graph.explain(former) == graph.explain(elder)
    with pytest.raises(KeyError):
        graph["nobody"]
    assert {"ann-lee", "bo-roe"} <= set(built(lines="[]"))


def test_of_two_events_that_become_one_both_ids_are_understood(built):
    assert set(EVENTS) <= set(built(FILES))
    graph = built(lines=f"- same: [{', '.join(EVENTS)}]\n- date: [{EVENTS[1]}, 2010-05-07]")
    assert graph.graph["former_ids"] == {EVENTS[1]: EVENTS[0]}
    assert graph.event(EVENTS[1]) == graph.event(EVENTS[0])
    assert graph.event(EVENTS[1]).interval.edtf == "2010-05-07"
    assert graph.explain(EVENTS[1]) == graph.explain(EVENTS[0])


#: A line, and the name of an entity that it changes; all others stay.
LINES = [
    ("- rename: [sofia, Serdica]", {"sofia": "Serdica"}),
    ("- rename: [sofia-person, Sophie]", {"sofia-person": "Sophie"}),
    ("- ignore: sofia", {"sofia": None}),
    ("- ignore: sofia-person", {"sofia-person": None}),
]


@pytest.mark.parametrize(("line", "changed"), LINES, ids=[line for line, _ in LINES])
def test_a_line_means_what_had_the_id_in_the_last_page(built, line, changed):
    """By content alone "sofia" is "sofia-place"."""
    built(PLACE)
    before, problems = names(built(NAMESAKES)), []
    after = names(built(lines=line, on_problem=problems.append))
    assert {id: name for id, name in {**before, **changed}.items() if name} == after
    assert problems == []
    assert names(built(lines="[]")) == before


def test_notes_name_ids_of_the_last_page(built):
    built(PLACE)
    [event] = [one.id for one in built(NAMESAKES).events() if one.name == "Sofia wept"]
    problems = []
    built(lines=f"- rename: [Sofia, Serdica]\n- not: [{event}, place, sofia]", on_problem=problems.append)
    [unclear, unused] = map(str, problems)
    assert "may be any of: sofia-person (Sofia, person); sofia (Sofia, place); name one by its id" in unclear
    assert f"there is no place from {event} to sofia; there is agent from {event} to sofia" in unused


def test_of_one_that_is_two_by_your_word_each_has_its_id(built):
    [jane] = names(built({"b.txt": "Jane Roe, a judge, ruled in Oslo.", "c.txt": "Jane Roe ate in Lund."})).keys() - {
        "oslo",
        "lund",
    }
    apart = "- different: [Jane Roe, c.txt@m0-8]"
    [other] = names(built(lines=apart)).keys() - {jane, "oslo", "lund"}
    found = names(built(lines=f"{apart}\n- rename: [{other}, June Roe]"))
    assert (found[jane], found[other]) == ("Jane Roe", "June Roe")
    found = names(built(lines=f"- different: [{other}, {jane}]\n- rename: [{jane}, June Roe]"))
    assert (found[jane], found[other]) == ("June Roe", "Jane Roe")


# --- what is kept -------------------------------------------------------------------------------------------------


def test_nothing_is_kept_of_a_build_of_other_articles_too(built, store, tmp_path):
    built(PLACE)
    before = store.given_ids(["a.txt"])
    others = [gb.Document(text=text, id=id) for id, text in NAMESAKES.items()]
    assert names(gb.build([store.path, *others])).items() >= {"sofia": "Sofia", "sofia-person": "Sofia"}.items()
    with gb.Store(tmp_path / "other.store") as other:
        other.add(others)
        assert "sofia" in gb.build([store, other])
        assert (store.given_ids(["a.txt"]), other.given_ids([]).ids) == (before, {})
        assert "sofia-person" in gb.build(other)
        assert "sofia" in gb.build([store, other])


def test_a_store_that_cannot_be_written_gives_the_ids_it_has(built, store, monkeypatch):
    built(PLACE)
    store.add([gb.Document(text=text, id=id) for id, text in NAMESAKES.items()])
    monkeypatch.setattr(files, "WAIT", 0.01)
    writer, problems = sqlite3.connect(store.path, isolation_level=None), []
    writer.execute("BEGIN IMMEDIATE")
    locked = names(gb.build(store.path, on_problem=problems.append))
    writer.close()
    assert [one.kind for one in problems] == ["note"]
    assert problems[0].reason.startswith("new ids of entities and events are not kept: the store")
    assert "another program has been writing to it" in problems[0].reason
    assert locked == names(built())


def test_what_was_changed_meanwhile_is_not_kept(built, store, monkeypatch):
    """The mentions are those of a text that the article has no more."""
    store.add(gb.Document(text=MET, id="a.txt"))
    give = lasting.give

    def late(database, things, read):
        with gb.Store(store.path) as other:
            other.replace(gb.Document(text=ANN, id="a.txt"))
        return give(database, things, read)

    monkeypatch.setattr("graphbuilder.store.store.give", late)
    assert "nato" in built()
    assert store.given_ids([]).ids == {}


def test_two_builds_at_once_give_one_id_to_one_thing(built, store, monkeypatch):
    store.add([gb.Document(text=text, id=id) for id, text in FILES.items()])
    find, builds = lasting.lasting_ids, []

    def meanwhile(*given, **how):
        found = find(*given, **how)
        if not builds:
            builds.append(None)
            builds[0] = ids(gb.build(store.path))
        return found

    monkeypatch.setattr(lasting, "lasting_ids", meanwhile)
    assert ids(built()) == builds[0]
    assert sorted(store.given_ids([]).ids) == builds[0]


def test_a_store_of_the_first_version_is_brought_to_this_one(built, store, tmp_path):
    whole = ids(built(FILES))
    store.close()
    old = sqlite3.connect(store.path)
    for table in ("anchor", "edition", "given", "together", "part"):
        old.execute(f"DROP TABLE {table}")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    assert store.given_ids([]).ids == {}
    assert (ids(built()), store.check()) == (whole, [])
    assert len(MIGRATIONS) == 3
