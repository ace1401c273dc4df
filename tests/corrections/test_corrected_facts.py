"""What the user says of an event's date, status, people and place, of links and of articles is final, and told so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

import graphbuilder as gb
from graphbuilder import reader
from graphbuilder.corrections import STATUSES, Corrections, parse_corrections
from graphbuilder.knowledge.relations import LINKS, ROLES
from graphbuilder.records import RelationMention
from graphbuilder.resolve import resolve

ARTICLES = {
    "a.txt": "Ukraine is a member of NATO. Greta Lindqvist met Henrik Lund in Oslo on 3 May 2021. "
    "Sweden may become a member of NATO in 2025.",
    "b.txt": "Prosecutors said Greta Lindqvist attacked Henrik Lund in Bergen in 2020. Peru sent aid to Chad "
    "on Tuesday.",
    "c.txt": "NATO leaders met in Bucharest, Romania, on 2-4 April 2008. At the summit, they promised Chad membership.",
}
DOCUMENTS = [gb.Document(id=name, text=text) for name, text in ARTICLES.items()]
SUMMIT = "c.txt@e13-16"


@pytest.fixture(scope="module")
def extractions():
    """What was read, with what is not tested by hand: that Sweden may become a member, and that the promise is part of
    the summit, and dated by nothing else.
    """
    return tuple(map(_by_hand, gb.extract(DOCUMENTS)))


def _by_hand(read):
    may = [replace(one, modality="POSSIBLE") if one.modality == "PLANNED" else one for one in read.relations]
    undated = [replace(one, times=(), method="reader") if one.text == "promised" else one for one in read.events]
    whole = [one.id for one in undated if one.id == SUMMIT]
    parts = [one for one in undated if one.text == "promised"]
    within = [RelationMention(one.id, "part_of", whole[0], None, one.span, "reader", 0.7) for one in parts]
    others = [one for one in may if one.type != "part_of"]
    return replace(read, relations=(*others, *within), events=tuple(undated))


@pytest.fixture(scope="module")
def mention(extractions):
    """The id of the mention whose trigger is a word."""

    def of(word):
        return next(one.id for each in extractions for one in each.events if one.text == word)

    return of


@pytest.fixture
def corrected(extractions):
    """The graph of the articles with these lines, and the notes that were given."""

    def correct(*lines):
        notes = []
        word = parse_corrections("\n".join(lines), "mine.yaml")
        read = tuple(map(_by_hand, gb.extract(DOCUMENTS, corrections=word))) if word.documents else extractions
        graph = gb.EventGraph.from_resolution(resolve(read, corrections=word, on_problem=notes.append))
        return graph, [str(one) for one in notes]

    return correct


def event(graph, mention):
    return next(one for one in graph.events() if mention in one.mentions)


def line(graph, mention):
    return next(one for one in graph.timeline(retold=True) if one.id == event(graph, mention).id)


# --- dates --------------------------------------------------------------------------------------------------------

DATES = ["2021-05-04", "2021", "2021-05", "2019-12-30/2020-01-02", "../2021-05-01", "2021-05-03/..", "202X", "2021~"]


@pytest.mark.parametrize("when", DATES)
def test_a_date_beats_what_the_text_tells(corrected, mention, when):
    graph, notes = corrected(f"- date: [{mention('met')}, {when}]")
    found = event(graph, mention("met"))
    assert not notes
    assert found.interval == gb.Interval.parse(when)
    assert found.dated_by == ("user", "mine.yaml, line 1")
    [(told, source)] = found.alternatives
    assert (told.edtf, "on 3 May 2021" in source.quote) == ("2021-05-03", True)
    assert found.corrections == (f"date: {mention('met')}, {when} (mine.yaml, line 1)",)
    assert line(graph, mention("met")).dated_by == "user"


def test_the_date_that_is_told_comes_from_who_told_it():
    texts = [
        "Greta Lindqvist met Henrik Lund in Oslo in May 2021.",
        "Greta Lindqvist met Henrik Lund in Oslo on 3 May 2021.",
    ]
    read = tuple(gb.extract(gb.Document(id=f"{at}.txt", text=text) for at, text in enumerate(texts)))
    [one] = resolve(read).events
    assert (one.interval.edtf, len(one.mentions)) == ("2021-05-03", 2)
    [one] = resolve(read, corrections=parse_corrections(f"- date: [{one.mentions[0]}, 2021-05-05]")).events
    assert [(told.edtf, source.quote) for told, source in one.alternatives] == [("2021-05-03", texts[1])]


def test_the_date_that_the_text_tells_is_no_other_one(corrected, mention):
    graph, _ = corrected(f"- date: [{mention('met')}, 2021-05-03]")
    assert event(graph, mention("met")).alternatives == ()


def test_a_date_for_what_has_none_puts_it_on_the_timeline(corrected, mention):
    before, _ = corrected()
    graph, _ = corrected(f"- date: [{mention('sent')}, 2022-02-22]")
    there, then = event(before, mention("sent")), event(graph, mention("sent"))
    assert (there.interval, then.interval.edtf, then.alternatives) == (None, "2022-02-22", ())
    assert [one.id for one in graph.timeline(start=2022, end=2022)] == [then.id]


def test_no_date(corrected, mention):
    graph, _ = corrected(f"- date: [{mention('met')}, none]")
    found = event(graph, mention("met"))
    assert (found.interval, found.dated_by) == (None, ("user", "mine.yaml, line 1"))
    assert [told.edtf for told, _ in found.alternatives] == ["2021-05-03"]
    assert line(graph, mention("met")).when is None
    assert found.id not in {one.id for one in graph.timeline(start=2021, end=2021)}


def test_ids_stay_when_a_date_changes(corrected, mention):
    """A line with the id of the node, copied from the page that was built with the first line, still finds it."""
    before, _ = corrected()
    id_ = event(before, mention("met")).id
    graph, notes = corrected(f"- date: [{id_}, 1999]", f"- place: [{id_}, Bergen]")
    assert not notes
    assert (graph.nodes[id_]["edtf"], graph.nodes[id_]["place"]) == ("1999", "bergen")


def test_a_part_follows_its_whole_unless_the_user_says_otherwise(corrected, mention):
    """ "At the summit, they promised": the promise has the days and the place of the summit."""
    summit, promise = SUMMIT, mention("promised")
    graph, _ = corrected()
    assert event(graph, promise).interval == event(graph, summit).interval
    graph, notes = corrected(f"- date: [{summit}, 2008-04-03]", f"- place: [{summit}, Oslo]")
    assert not notes
    assert event(graph, promise).interval.edtf == "2008-04-03"
    assert event(graph, promise).place == "oslo"
    for own in ("2008", "2008-04", "2009-01-01"):
        graph, _ = corrected(f"- date: [{promise}, {own}]", f"- place: [{promise}, none]")
        assert (event(graph, promise).interval.edtf, event(graph, promise).place) == (own, None)
        assert event(graph, summit).interval.edtf == "2008-04-02/2008-04-04"
    graph, _ = corrected(f"- date: [{promise}, none]")
    assert event(graph, promise).interval is None


def test_a_date_for_one_of_two_that_were_taken_for_one():
    texts = {
        "a.txt": "Greta Lindqvist met Henrik Lund in Oslo on 3 May 2021.",
        "b.txt": "Greta Lindqvist met Henrik Lund in Oslo on 3 May 2021. It was warm.",
    }
    read = tuple(gb.extract(gb.Document(id=name, text=text) for name, text in texts.items()))
    [one] = resolve(read).events
    first, second = one.mentions
    apart = [f"- different: [{first}, {second}]", f"- date: [{second}, 2021-05-04]"]
    for lines in (apart, apart[::-1]):
        found = resolve(read, corrections=parse_corrections("\n".join(lines))).events
        assert {event.mentions: event.interval.edtf for event in found} == {
            (first,): "2021-05-03",
            (second,): "2021-05-04",
        }
    lines = [f"- same: [{first}, {second}]", f"- date: [{first}, 2021]", f"- date: [{second}, 2022]"]
    with pytest.raises(gb.InputError, match=r"line 3 says date '2022' of .* line 2 says '2021'"):
        resolve(read, corrections=parse_corrections("\n".join(lines)))


# --- status, people, places ---------------------------------------------------------------------------------------

SAID = [
    ("yes", "happened"), ("no", "did not happen"), ("No", "did not happen"), ("happened", "happened"),
    ("did not happen", "did not happen"), ("planned", "planned"), ("possible", "possible"),
    ("conditional", "conditional"), ("demanded", "demanded"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "happened"), SAID)
def test_whether_it_happened(corrected, mention, word, happened):
    graph, notes = corrected(f"- happened: [{mention('attacked')}, {word}]")
    assert not notes
    assert line(graph, mention("attacked")).happened == happened
    assert line(graph, mention("met")).happened == "happened"


def test_what_happened_by_the_users_word_is_nobody_elses(corrected, mention):
    before, _ = corrected()
    [prosecutors] = event(before, mention("attacked")).attributions
    for word, said in (("yes", ()), ("planned", (prosecutors,))):
        graph, _ = corrected(f"- happened: [{mention('attacked')}, {word}]")
        assert event(graph, mention("attacked")).attributions == said


#: What is said, who has no part any more but that, and the new part.
WHO = [
    ("host, Henrik Lund", "henrik-lund", {("host", "henrik-lund")}),
    ("hosted by, Lund", "henrik-lund", {("host", "henrik-lund")}),
    ("none, Henrik Lund", "henrik-lund", set()),
    ("agent, Peru", None, {("agent", "peru")}),
    ("attendee, Henrik Lund", "henrik-lund", {("attendee", "henrik-lund")}),
    ("attributed_to, Peru", None, set()),
]


@pytest.mark.parametrize(("said", "moved", "new"), WHO)
def test_who(corrected, mention, said, moved, new):
    before, _ = corrected()
    told = set(event(before, mention("met")).participants)
    assert {one for _, one in told} == {"greta-lindqvist", "henrik-lund"}
    parts = {part for part in told if part[1] != moved} | new
    graph, notes = corrected(f"- who: [{mention('met')}, {said}]")
    found = event(graph, mention("met"))
    assert not notes
    assert set(found.participants) == parts
    assert found.attributions == (("peru",) if said.startswith("attributed_to") else ())
    edges = {(key, target) for _, target, key in graph.out_edges(found.id, keys=True)}
    assert {edge for edge in edges if edge[0] in ROLES} == parts


def test_who_goes_by_any_of_its_names(corrected, mention):
    graph, _ = corrected()
    lund = graph.entity("Henrik Lund").mentions[0]
    for name in ("henrik-lund", "lund", lund, "The Baritone"):
        lines = [f"- who: [{mention('met')}, none, {name}]", "- rename: [Henrik Lund, The Baritone]"]
        graph, notes = corrected(*lines[: 2 if name == "The Baritone" else 1])
        assert not notes
        assert [one for _, one in event(graph, mention("met")).participants] == ["greta-lindqvist"]


def test_where(corrected, mention):
    for said, place in (("Bergen", "bergen"), ("none", None)):
        graph, notes = corrected(f"- place: [{mention('met')}, {said}]")
        found = event(graph, mention("met"))
        assert not notes
        assert found.place == place
        places = [target for _, target, key in graph.out_edges(found.id, keys=True) if key == "place"]
        assert places == [place] * (place is not None)


# --- links --------------------------------------------------------------------------------------------------------


def links(graph):
    return {(a, key, b) for a, b, key in graph.edges(keys=True) if key not in ("mentioned_in", "involved_in")}


NOT = [
    ("Ukraine, member_of, NATO", ("ukraine", "member_of", "nato")),
    ("Ukraine, member of, NATO", ("ukraine", "member_of", "nato")),
    ("ukraine, member_of, nato", ("ukraine", "member_of", "nato")),
    ("Sweden, member_of:possible, NATO", ("sweden", "member_of:possible", "nato")),
]


@pytest.mark.parametrize(("said", "gone"), NOT)
def test_a_link_that_is_not_so(corrected, said, gone):
    before, _ = corrected()
    graph, notes = corrected(f"- not: [{said}]")
    assert not notes
    assert links(before) - links(graph) == {gone}
    for end in (gone[0], gone[2]):
        assert graph.nodes[end]["corrections"] == [f"not: {said.replace('member of', 'member_of')} (mine.yaml, line 1)"]
        assert "your correction: not: " in graph.explain(end)
    assert "your correction: not: " in graph.explain(gone[0], gone[2])
    assert "your correction" not in graph.explain("Oslo", gone[2])


def test_a_link_of_an_event(corrected, mention):
    before, _ = corrected()
    summit, promise = SUMMIT, mention("promised")
    ids = {word: event(before, word).id for word in (mention("met"), summit, promise)}
    [role] = {role for role, one in event(before, mention("met")).participants if one == "henrik-lund"}
    for said, gone in (
        (f"{mention('met')}, {role}, Henrik Lund", (ids[mention("met")], role, "henrik-lund")),
        (f"{mention('met')}, took place in, Oslo", (ids[mention("met")], "place", "oslo")),
        (f"{promise}, part of, {summit}", (ids[promise], "part_of", ids[summit])),
    ):
        graph, notes = corrected(f"- not: [{said}]")
        assert not notes
        assert gone in links(before) - links(graph)
    assert event(graph, promise).interval is None  # which was only lent by the whole


def test_every_link_and_every_date_can_be_corrected(extractions, corrected):
    """All at once, each told by mentions; nothing is left, and no line changes nothing."""
    before, _ = corrected()
    told = {one.id: one.mentions[0] for one in (*before.events(), *before.entities(unnamed=True))}
    graph, notes = corrected(*(f"- not: [{told[a]}, '{key}', {told[b]}]" for a, key, b in sorted(links(before))))
    assert (links(graph), notes) == (set(), [])
    events = [one.mentions[0] for one in before.events()]
    graph, notes = corrected(*(f"- date: [{one}, 1999-01-0{at}]" for at, one in enumerate(events, start=1)))
    assert not notes
    assert [event(graph, one).interval.edtf for one in events] == [f"1999-01-0{at + 1}" for at in range(len(events))]


UNUSED = [
    ("not: [NATO, member_of, Ukraine]", "there is no member_of from nato to ukraine; there is member_of from ukraine"),
    ("not: [Sweden, member_of, NATO]", "there is no member_of from sweden to nato; there is member_of:possible from"),
    ("not: [Sweden, member_of, Norway]", "nothing here is named 'Norway'"),
    ("date: [Nothing, 2021]", "nothing here is named 'Nothing'"),
    ("date: [Oslo, 2021]", "nothing here is named 'Oslo'"),
    ("place: [a.txt@e900-903, Oslo]", "nothing here is named 'a.txt@e900-903'"),
    ("{document: A.txt, source: X}", "no article here has the id 'A.txt'; nearest: "),
]


@pytest.mark.parametrize(("said", "reason"), UNUSED)
def test_lines_that_change_nothing_are_told(corrected, said, reason):
    before, _ = corrected()
    graph, [note] = corrected(f"- {said}")
    verb = "document" if "document" in said else said.partition(":")[0]
    assert note.startswith(f"mine.yaml, line 1: {verb!r} changes nothing: {reason}")
    assert dict(graph.nodes(data=True)) == dict(before.nodes(data=True))
    assert links(graph) == links(before)


def test_a_name_that_is_not_here_changes_nothing(corrected, mention):
    _, notes = corrected(f"- who: [{mention('met')}, agent, Nobody]", f"- place: [{mention('met')}, Osslo]")
    assert notes == [
        "mine.yaml, line 1: 'who' changes nothing: nothing here is named 'Nobody'",
        "mine.yaml, line 2: 'place' changes nothing: nothing here is named 'Osslo'; nearest: oslo",
    ]


CONTRADICT = [
    ("date: [{id}, 2021]", "date: [{mention}, 2022]", "line 2 says date '2022' of .* line 1 says '2021'"),
    ("happened: [{id}, no]", "happened: [{mention}, yes]", "line 2 says happened 'happened' of"),
    ("who: [{id}, host, Lund]", "who: [{mention}, agent, Henrik Lund]", "line 2 says who 'agent' of"),
    ("place: [{id}, none]", "place: [{id}, Oslo]", "line 2 says '.*' is 'Oslo', but mine.yaml, line 1 says 'none'"),
    ("who: [{id}, host, Lund]", "not: [{mention}, host, Henrik Lund]", "line 2 says that what mine.yaml, line 1 says"),
]


@pytest.mark.parametrize(("one", "other", "message"), CONTRADICT)
def test_lines_that_contradict_in_this_collection_are_an_error(corrected, mention, one, other, message):
    """The file alone does not show it: its words are two for one event."""
    before, _ = corrected()
    words = {"id": event(before, mention("met")).id, "mention": mention("met")}
    with pytest.raises(gb.InputError, match=message):
        corrected(f"- {one.format(**words)}", f"- {other.format(**words)}")
    _, notes = corrected(f"- {one.format(**words)}", f"- {one.format(**words)}")
    assert not notes


# --- articles -----------------------------------------------------------------------------------------------------


def test_a_document_is_read_as_the_user_says(corrected, mention):
    """ "On Tuesday" is of the week before the day that the user tells."""
    told = "- {document: b.txt, published: 2022-02-24, source: Harbour Courier, title: Help for Chad}"
    graph, notes = corrected(told, "- {document: b.txt, url: 'HTTPS://Example.org/aid'}")
    assert not notes
    facts = graph.graph["documents"]["b.txt"]
    assert (facts["published"], facts["source"], facts["title"], facts["url"]) == (
        "2022-02-24", "Harbour Courier", "Help for Chad", "https://example.org/aid",
    )  # fmt: skip
    assert len(facts["corrections"]) == 2
    assert graph.nodes["document:b.txt"]["corrections"] == facts["corrections"]
    sent = event(graph, mention("sent"))
    assert (sent.interval.edtf, sent.dated_by[0], sent.sources) == ("2022-02-22", "reader", ("Harbour Courier",))
    assert graph.graph["documents"]["a.txt"]["corrections"] == []


HEAD = "Help for Chad\n\nBERGEN, Feb. 25, 2022 (Meridian Wire) - Peru sent aid to Chad on Tuesday. It was late."
PUBLISHED = [
    ("2022-02-24", "2022-02-22"),  # although the text's own line is only a slip away
    ("2021-03-05", "2021-03-02"),
    ("none", None),
]


@pytest.mark.parametrize(("day", "tuesday"), PUBLISHED)
def test_the_day_that_the_user_tells_beats_that_of_the_text(tmp_path, day, tuesday):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "b.txt").write_text(HEAD, "utf-8")
    (tmp_path / "about.csv").write_text("file,published\nb.txt,2020-01-15\n", "utf-8")
    (tmp_path / "mine.yaml").write_text(f"- {{document: b.txt, published: {day}}}\n", "utf-8")
    for about in (None, tmp_path / "about.csv"):
        graph = gb.build(
            tmp_path / "articles", corrections=tmp_path / "mine.yaml", about_files=about, published="2019-01-01"
        )
        assert graph.graph["documents"]["b.txt"]["published"] == (None if day == "none" else day)
        [sent] = [one for one in graph.timeline() if "aid" in one.label]
        assert sent.when == tuesday


def test_an_address_that_tells_day_and_outlet(tmp_path):
    text = "https://old.example.com/2021/03/05/aid\n\nPeru sent aid to Chad on Tuesday. It was late."
    (tmp_path / "b.txt").write_text(text, "utf-8")
    told = {}
    for line in (
        "",
        "- {document: b.txt, url: 'https://new.example.org/2022/02/24/aid'}",
        "- {document: b.txt, url: none}",
    ):
        graph = gb.build(tmp_path / "b.txt", corrections=parse_corrections(line))
        facts = graph.graph["documents"]["b.txt"]
        told[line[-10:]] = facts["published"], facts["source"], facts["url"]
    assert list(told.values()) == [
        ("2021-03-05", "old.example.com", "https://old.example.com/2021/03/05/aid"),
        ("2022-02-24", "new.example.org", "https://new.example.org/2022/02/24/aid"),
        ("2021-03-05", "old.example.com", None),
    ]


def test_articles_that_were_read_before_the_line_was_written_are_told(extractions):
    notes = []
    word = parse_corrections("- {document: a.txt, published: 2021-05-05}", "mine.yaml")
    resolve(extractions, corrections=word, on_problem=notes.append)
    assert "read without it; give the corrections to `extract`, too" in str(notes[0])


# --- all together -------------------------------------------------------------------------------------------------


def test_neither_the_order_of_lines_nor_of_documents_shows(extractions, mention):
    met = mention("met")
    lines = [f"date: [{met}, 1999]", f"who: [{met}, host, Lund]", f"who: [{met}, none, Greta Lindqvist]",
             "not: [Ukraine, member_of, NATO]", f"place: [{met}, Bergen]"]  # fmt: skip
    results = set()
    for at, order in enumerate(permutations(lines)):
        rows = parse_corrections("\n".join(f"- {one}" for one in order)).rows
        same = tuple(sorted((_without_line(row) for row in rows), key=str))
        assert {row.things for row in same} == {row.things for row in rows}
        if at % 24 == 0:
            found = resolve(reversed(extractions), corrections=Corrections(rows))
            results.add((_facts(found), found.relations))
    assert len(results) == 1


def _without_line(row):
    return type(row)(row.verb, row.things, row.value, row.file, 1)


def _facts(found):
    return tuple((one.id, one.interval, one.participants, one.place, one.score, one.name) for one in found.events)


def test_everything_is_stored_with_the_graph(corrected, mention):
    graph, _ = corrected(f"- date: [{mention('met')}, none]", "- {document: a.txt, published: 2021-05-04}")
    restored = gb.EventGraph(graph)
    assert event(restored, mention("met")) == event(graph, mention("met"))
    record = gb.resolve(gb.extract(DOCUMENTS), corrections=parse_corrections(f"- date: [{mention('met')}, 1999]"))
    assert gb.from_json(gb.Resolution, gb.to_json(record)) == record


def test_every_role_and_status_has_its_word():
    """What a file may say is what the graph has."""
    assert set(reader.ROLES) <= set(ROLES)
    assert set(ROLES) <= set(LINKS)
    assert len(set(STATUSES.values())) == len(STATUSES)
    assert date(2022, 2, 24) == parse_corrections("- {document: x, published: 2022-02-24}").documents[0].published
