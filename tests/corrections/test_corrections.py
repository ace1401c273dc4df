"""The user's corrections: what a file may say, what is wrong with a file, and that the user's word is final."""

from __future__ import annotations

import logging
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.corrections import TYPES, parse_corrections
from graphbuilder.resolve import resolve

ARTICLES = {
    "a.txt": "John Smith met Angela Merkel in Paris. The Kyiv Post reported it. Henrik Lund sang in Oslo.",
    "b.txt": "John Smith scored for Chelsea. The Kyiv Post printed it. KX is read in Oslo.",
    "c.txt": "Greta Lindqvist praised John Smith in Oslo on 3 May 2021. Greta Lindqvist and Henrik Lund left Oslo.",
    "d.txt": "The Northern Grain Council paid on 4 May 2021. Flight 77 reached Oslo. The NGC waited.",
}
DOCUMENTS = [gb.Document(id=name, text=text) for name, text in ARTICLES.items()]


@pytest.fixture(scope="module")
def extractions():
    return tuple(gb.extract(DOCUMENTS))


@pytest.fixture
def corrected(extractions):
    """The graph of the articles with these corrections, and the notes that were given."""

    def correct(*lines):
        notes = []
        word = parse_corrections("\n".join(lines), "mine.yaml")
        read = extractions if not word.names else tuple(gb.extract(DOCUMENTS, corrections=word))
        graph = gb.EventGraph.from_resolution(resolve(read, corrections=word, on_problem=notes.append))
        return graph, [str(one) for one in notes]

    return correct


def named(graph, name):
    return [one for one in graph.entities() if one.name == name]


def mention(graph, name, document):
    """The id of the first mention of an entity in a document."""
    return next(
        mention
        for one in graph.entities()
        if one.name == name
        for mention in one.mentions
        if mention.startswith(f"{document}@")
    )


# --- what the lines do --------------------------------------------------------------------------------------------


def test_no_corrections_change_nothing(extractions, corrected):
    graph, notes = corrected("# nothing yet")
    assert not notes
    assert dict(graph.nodes(data=True)) == dict(gb.EventGraph.from_resolution(resolve(extractions)).nodes(data=True))
    assert all(data.get("corrections", []) == [] for _, data in graph.nodes(data=True))


def test_same(corrected):
    graph, notes = corrected("- same: [Kyiv Post, KX]")
    [post] = named(graph, "Kyiv Post")
    assert not notes
    assert not named(graph, "KX")
    assert "KX" in post.aliases
    assert post.corrections == ("same: Kyiv Post, KX (mine.yaml, line 1)",)
    [judged] = [one for one in graph.graph["judgements"] if one["by"] == "user"]
    assert (judged["verdict"], judged["score"], judged["reason"]) == ("same", 1.0, post.corrections[0])


def test_same_is_stronger_than_every_rule(corrected):
    """A person and a place, of other names, in other documents: if the user says so."""
    graph, _ = corrected("- same: [Angela Merkel, Chelsea, Henrik Lund]")
    assert graph.entity("Angela Merkel") == graph.entity("Chelsea") == graph.entity("Henrik Lund")


def test_different_parts_what_one_name_joins(corrected):
    graph, _ = corrected()
    [one] = named(graph, "John Smith")
    there = mention(graph, "John Smith", "b.txt")
    graph, notes = corrected(f"- different: [John Smith, {there}]")
    first, second = sorted(named(graph, "John Smith"), key=lambda one: len(one.mentions))
    assert not notes
    assert [name.partition("@")[0] for name in first.mentions] == ["b.txt"]
    assert set(first.mentions) | set(second.mentions) == set(one.mentions)
    assert first.corrections == second.corrections != ()


@pytest.mark.parametrize("document", ["a.txt", "b.txt", "c.txt"])
def test_what_is_left_when_a_mention_is_told_apart_stays_one(corrected, document):
    """Whichever document it is in: the first is the one with which all others were compared."""
    graph, _ = corrected()
    there = mention(graph, "John Smith", document)
    graph, notes = corrected(f"- different: [John Smith, {there}]")
    apart, rest = sorted(named(graph, "John Smith"), key=lambda one: len(one.mentions))
    assert not notes
    assert apart.mentions == (there,)
    assert {one.partition("@")[0] for one in rest.mentions} == {"a.txt", "b.txt", "c.txt"} - {document}


def test_two_mentions_told_apart_leave_the_rest_one(corrected):
    graph, _ = corrected()
    lines = [f"- different: [John Smith, {mention(graph, 'John Smith', one)}]" for one in ("a.txt", "b.txt")]
    graph, _ = corrected(*lines)
    assert len(named(graph, "John Smith")) == 3


def test_different_parts_names_that_one_document_joins(corrected):
    graph, _ = corrected("- same: [Kyiv Post, KX]", "- same: [Angela Merkel, Greta Lindqvist]")
    assert graph.entity("KX") == graph.entity("Kyiv Post")
    for pair in ("[Northern Grain Council, NGC]", "[NGC, Northern Grain Council]"):
        graph, notes = corrected(f"- different: {pair}")
        assert not notes
        assert graph.entity("NGC") != graph.entity("Northern Grain Council")


def test_different_cuts_a_chain_at_a_mention(corrected):
    graph, _ = corrected()
    first, second = (one for one in graph.entity("Greta Lindqvist").mentions if one.startswith("c.txt"))
    graph, _ = corrected(f"- different: [{first}, {second}]")
    assert len(named(graph, "Greta Lindqvist")) == 2
    graph, _ = corrected(f"- different: [{second}, {first}]")
    assert len(named(graph, "Greta Lindqvist")) == 2


def test_rename(corrected):
    graph, _ = corrected("- rename: [Paris, Parigi]", "- same: [Parigi, Oslo]")
    entity = graph.entity("Parigi")
    assert (entity.id, entity.name) == ("parigi", "Parigi")
    assert {"Paris", "Oslo"} <= set(entity.aliases)
    assert entity == graph.entity("oslo")
    assert len(entity.corrections) == 2


def test_type(corrected):
    graph, _ = corrected("- type: [Chelsea, organization]", "- type: [Angela Merkel, stateswoman]")
    assert graph.entity("Chelsea").type == "organization"
    assert graph.entity("Angela Merkel").type == "stateswoman"


def test_ignore(corrected):
    graph, _ = corrected("- ignore: Paris", "- ignore: the kyiv post", "- ignore: Merkel")
    for name in ("Paris", "Kyiv Post", "Angela Merkel"):
        with pytest.raises(gb.UnknownName):
            graph.entity(name)
    left = {place for event in graph.events() for place in (event.place, *(who for _, who in event.participants))}
    assert not left & {"paris", "kyiv-post", "angela-merkel"}


def test_new_names(corrected):
    graph, _ = corrected(
        "- {name: Northern Grain Council, type: organization, aliases: [NGC]}",
        "- {pattern: [{TEXT: Flight}, {IS_DIGIT: true}], type: product}",
        "- {pattern: [{LOWER: greta}, {}], type: group, name: The Lindqvists}",
    )
    council = graph.entity("NGC")
    assert (council.name, council.type, len(council.mentions)) == ("Northern Grain Council", "organization", 2)
    assert council.corrections == ("name: Northern Grain Council",)
    assert (graph.entity("Flight 77").type, graph.entity("Flight 77").mentions) == ("product", ("d.txt@m47-56",))
    lindqvists = graph.entity("The Lindqvists")
    assert (lindqvists.type, lindqvists.aliases, len(lindqvists.mentions)) == ("group", ("Greta Lindqvist",), 2)


def test_new_names_are_the_same_in_every_process():
    word = parse_corrections("- {name: Flight 77, type: product}")
    assert list(gb.extract(DOCUMENTS, corrections=word, workers=2)) == list(gb.extract(DOCUMENTS, corrections=word))


def test_events(corrected):
    graph, _ = corrected()
    praised = next(one for one in graph.events() if "praised" in one.name)
    paid = next(one for one in graph.events() if "paid" in one.name)
    graph, notes = corrected(f"- same: [{praised.mentions[0]}, {paid.id}]", f"- rename: [{paid.mentions[0]}, The deal]")
    [deal] = [one for one in graph.events() if one.name == "The deal"]
    assert not notes
    assert set(deal.mentions) == {*praised.mentions, *paid.mentions}
    assert len(deal.corrections) == 2
    graph, _ = corrected(f'- ignore: "{praised.name}"', f"- ignore: {paid.id}")
    assert not {praised.name, paid.name} & {one.name for one in graph.events()}


def test_lines_that_mean_nothing_are_told(corrected):
    _, notes = corrected("- ignore: Kyiv Posst", "- same: [Oslo, Nowhere]", "- rename: [b.txt@m900-910, X]")
    assert notes == [
        "mine.yaml, line 1: 'ignore' changes nothing: nothing here is named 'Kyiv Posst'; nearest: kyiv post",
        "mine.yaml, line 2: 'same' changes nothing: nothing here is named 'Nowhere'",
        "mine.yaml, line 3: 'rename' changes nothing: nothing here is named 'b.txt@m900-910'",
    ]


def test_names_of_several_are_told(corrected):
    graph, _ = corrected()
    there = mention(graph, "John Smith", "b.txt")
    lines = [f"- different: [John Smith, {there}]", f"- ignore: {there}"]
    graph, notes = corrected(*lines)
    assert not notes
    assert len(named(graph, "John Smith")) == 1


def test_notes_go_to_the_log(extractions, caplog):
    with caplog.at_level(logging.WARNING):
        resolve(extractions, corrections=parse_corrections("- ignore: Nobody", "mine.yaml"))
    assert "note: mine.yaml, line 1: 'ignore' changes nothing" in caplog.text


def test_lines_that_contradict_in_this_collection_are_an_error(corrected):
    """The file alone does not show it: both names are of one entity."""
    with pytest.raises(gb.InputError, match=r"mine.yaml, line 2 .* different, .* same by mine.yaml, line 1"):
        corrected("- same: [Kyiv Post, KX]", "- different: [kyiv-post, kx]")


def test_the_order_of_the_documents_does_not_show(extractions, corrected):
    graph, _ = corrected()
    there = mention(graph, "John Smith", "b.txt")
    text = f"- same: [Kyiv Post, KX]\n- different: [John Smith, {there}]\n- type: [Lund, person]\n- ignore: Chelsea"
    word = parse_corrections(text)
    assert resolve(reversed(extractions), corrections=word) == resolve(extractions, corrections=word)


def test_build_takes_a_file(tmp_path):
    (tmp_path / "mine.yaml").write_text("- {name: NGC, type: organization}\n- ignore: Oslo\n", "utf-8")
    graph = gb.build(DOCUMENTS, corrections=tmp_path / "mine.yaml")
    assert graph.entity("NGC").type == "organization"
    assert not named(graph, "Oslo")
    assert graph.entity("NGC") == gb.build(DOCUMENTS, corrections=gb.read_corrections(tmp_path / "mine.yaml")).entity(
        "NGC"
    )
    restored = gb.EventGraph(graph)
    assert restored.entity("NGC").corrections == ("name: NGC",)


# --- what a file may say ------------------------------------------------------------------------------------------

READABLE = [
    ("", []),
    ("# only a comment\n", []),
    ("- same: [a, b, c]", ["same: a, b, c (f, line 1)"]),
    ("\n\n- ignore: 2008\n- ignore: No", ["ignore: 2008 (f, line 3)", "ignore: No (f, line 4)"]),
    ('- same: ["Kyiv Post", "KX"]  # seen on page 3', ["same: Kyiv Post, KX (f, line 1)"]),
    ('- different: ["John Smith", "b.txt@m40-50"]', ["different: John Smith, b.txt@m40-50 (f, line 1)"]),
    ("- rename:\n  - the Firm\n  - Nordhavn", ["rename: the Firm, Nordhavn (f, line 1)"]),
    ("- type: [Lund, person]", ["type: Lund, person (f, line 1)"]),
    ("- type: [Lund, river valley]", ["type: Lund, river valley (f, line 1)"]),
    ("\ufeff- ignore: x".lstrip("\ufeff"), ["ignore: x (f, line 1)"]),
    ("- ignore: x\n- ignore: x", ["ignore: x (f, line 1)", "ignore: x (f, line 2)"]),
    ("- date: [b.txt@e40-50, 2022-02-24]", ["date: b.txt@e40-50, 2022-02-24 (f, line 1)"]),
    ("- date: [The summit, 2008-04-02/2008-04-04]", ["date: The summit, 2008-04-02/2008-04-04 (f, line 1)"]),
    ("- date: [x, 199X]\n- date: [y, None]", ["date: x, 199X (f, line 1)", "date: y, none (f, line 2)"]),
    ("- happened: [x, no]\n- happened: [y, Yes]",
     ["happened: x, did not happen (f, line 1)", "happened: y, happened (f, line 2)"]),
    ("- happened: [x, planned]\n- happened: [x, planned]",
     ["happened: x, planned (f, line 1)", "happened: x, planned (f, line 2)"]),
    ("- who: [x, agent, Ann Lee]", ["who: x, agent, Ann Lee (f, line 1)"]),
    ("- who: [x, done by, Ann]\n- who: [x, None, Bob]",
     ["who: x, agent, Ann (f, line 1)", "who: x, none, Bob (f, line 2)"]),
    ("- who: [x, host, Ann]\n- who: [y, agent, Ann]",
     ["who: x, host, Ann (f, line 1)", "who: y, agent, Ann (f, line 2)"]),
    ("- place: [x, Kyiv]\n- place: [y, none]", ["place: x, Kyiv (f, line 1)", "place: y, none (f, line 2)"]),
    ("- not: [Ann, member of, NATO]", ["not: Ann, member_of, NATO (f, line 1)"]),
    ("- not: [a, 'member_of:said:planned', b]", ["not: a, member_of:planned:said, b (f, line 1)"]),
    ("- not: [a, led to, b]\n- who: [a, none, b]", ["not: a, causes, b (f, line 1)", "who: a, none, b (f, line 2)"]),
    ("- ignore: Ann\n- who: [x, none, Ann]", ["ignore: Ann (f, line 1)", "who: x, none, Ann (f, line 2)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), READABLE)
def test_readable_files(text, rows):
    assert [str(one) for one in parse_corrections(text, "f").rows] == rows


WRONG = [
    ("- smae: [a, b]", 1, "'smae' is not one of", "did you mean 'same'"),
    ("- ignore: a\n- frobnicate: b", 2, "'frobnicate' is not one of", "pattern"),
    ("- same: [a]", 1, "two names or more", "Kyiv Post"),
    ("- same: [a, A]", 1, "two names or more", ""),
    ("- same: a", 1, "a list belongs here", ""),
    ("- same: [a, [b]]", 1, "a name or another text", "quotes"),
    ("- same: [a, ]\n- ignore:", 1, "two names", ""),
    ("- ignore:", 1, "a name or another text", ""),
    ("- ignore: [a]", 1, "a name or another text", ""),
    ("- different: [a, b, c]", 1, "two names", "mention"),
    ("- different: [a, the a]", 1, "two names", "mention"),
    ("- rename: [a]", 1, "the old and the new name", ""),
    ("- rename: {a: b}", 1, "the old and the new name", ""),
    ("- type: [Lund, persn]", 1, "'persn' is no type", "did you mean 'person'"),
    ("- type: [Lund, organisation]", 1, "'organisation' is no type", "'organization'"),
    ("- type: [Lund, Rivers!]", 1, "is no type", "person"),
    ("- ignore: a\n  same: [b, c]", 1, "one correction a line", "begin each with '- '"),
    ("- ignore: a\n  ignore: b", 2, "stands twice", "begin a new line"),
    ("- just words", 1, "a colon after it", "- ignore: Reuters"),
    ("same: [a, b]", 1, "a line that begins with '- '", ""),
    ("just words", 1, "a line that begins with '- '", ""),
    ("- ignore: a\n- same: [a", 2, "not YAML", ""),
    ("- ignore: a\n\n- {x: y: z}", 3, "not YAML", "quotes"),
    ("- ignore: &x a\n- ignore: *x", 2, "starts with * must stand in quotes", ""),
    ("- {name: a}", 1, "needs a type", "person"),
    ("- {name: a, type: person, kind: b}", 1, "no 'kind'", ""),
    ("- {name: a, type: person, aliases: b}", 1, "a list belongs here", ""),
    ("[" * 50_000, 1, "too deep", ""),
    ("- ignore: a\n- same: [a, b]", 2, "line 1 leaves it out", "remove one"),
    ("- rename: [a, b]\n- rename: [A, c]", 2, "line 1 says 'b'", "remove one"),
    ("- type: [a, person]\n- type: [a, place]", 2, "line 1 says 'person'", "remove one"),
    ("- {name: a, type: person}\n- type: [a, place]", 1, "", "remove one"),
    ("- {name: a, type: person, aliases: [x]}\n- {name: b, type: person, aliases: [x]}", 2, "'x' is 'b'", "remove one"),
    ("- same: [a, b]\n- different: [b, a]", 2, "the same by f, line 1", "remove one"),
    ("- different: [a, c]\n- same: [a, b]\n- ignore: x\n- same: [b, c]", 1, "f, line 2 and f, line 4", "remove one"),
    ("- date: x", 1, "'date' needs an event and its date", "[a.txt@e40-50, 2022-02-24]"),
    ("- date: [x, 24 February 2022]", 1, "'24 February 2022' is not an EDTF date", "or none"),
    ("- date: [x, 2022-02-30]", 1, "2022-02-30", "or none"),
    ("- date: [x, 2022/2021]", 1, "ends before it starts", "or none"),
    ("- date: [x, ../..]", 1, "open at both ends", "write none"),
    ("- happened: [x]", 1, "whether it did", "[a.txt@e40-50, no]"),
    (
        "- happened: [x, maybe]",
        1,
        "'maybe' does not say whether it happened",
        "yes, no, planned, possible, conditional",
    ),
    ("- happened: [x, planed]", 1, "'planed' does not say", "did you mean 'planned'?"),
    ("- who: [x, Ann]", 1, "an event, a role and a name", "[a.txt@e40-50, agent, Ann Lee]"),
    ("- who: [x, agnet, Ann]", 1, "'agnet' is no role", "did you mean 'agent'?"),
    ("- who: [x, member_of, Ann]", 1, "'member_of' is no role", "or none for who has no part"),
    ("- who: [x, from, Ann]", 1, "'from' may be origin or source", "name one of them"),
    ("- who: [Ann, agent, ann]", 1, "stands there twice", ""),
    ("- place: [x]", 1, "where it was", "or none"),
    ("- not: [a, b]", 1, "a link between two things", "[Ann Lee, member_of, NATO]"),
    ("- not: [a, membr_of, b]", 1, "'membr_of' is no link", "did you mean 'member_of'?"),
    ("- not: [a, 'member_of:maybe', b]", 1, "'maybe' is no way to tell a link", "former or said"),
    ("- not: [a, member_of, A]", 1, "nothing is tied to itself", ""),
    ("- {document: a.txt}", 1, "corrects nothing", "add published, source, title or url"),
    ("- {document: a.txt, publishd: 2022-02-24}", 1, "no 'publishd'", "did you mean 'published'?"),
    ("- {document: a.txt, date: 2022-02-24}", 1, "no 'date'", "published, source, title or url"),
    ("- document: [a.txt]", 1, "corrects nothing", ""),
    ("- ignore: x\n- {document: a.txt,\n   published: 02/24/2022}", 3, "no certain day", "write it as in 2022-02-24"),
    ("- {document: a.txt, published: 2022-02}", 1, "no certain day", "or none"),
    ("- {document: a.txt, published: 2022-02-30}", 1, "no certain day", "or none"),
    ("- {document: a.txt, url: 'javascript:alert(1)'}", 1, "no web address", "http:// or https://"),
    ("- {document: a.txt, source: }", 1, "a name or another text", ""),
    ("- {document: a.txt, source: X}\n- {document: a.txt, source: Y}", 2, "source of a.txt", "line 1 says 'X'"),
    ("- date: [x, 2022]\n- date: [X, none]", 2, "line 1 says '2022'", "remove one"),
    ("- happened: [x, yes]\n- happened: [x, no]", 2, "line 1 says 'happened'", "remove one"),
    ("- who: [x, agent, Ann]\n- who: [x, none, ann]", 2, "'ann in x' is 'none'", "remove one"),
    ("- place: [x, Oslo]\n- place: [x, none]", 2, "line 1 says 'Oslo'", "remove one"),
    ("- ignore: x\n- date: [x, 2022]", 2, "line 1 leaves it out", "remove one"),
    ("- who: [x, agent, Ann]\n- ignore: ann", 1, "corrects 'Ann', but f, line 2", "remove one"),
    ("- who: [x, agent, Ann]\n- not: [x, agent, Ann]", 2, "f, line 1 says is not so", "remove one"),
    ("- not: [x, place, Oslo]\n- place: [x, oslo]", 1, "f, line 2 says is not so", "remove one"),
]


@pytest.mark.parametrize(("text", "line", "reason", "remedy"), WRONG)
def test_wrong_files(text, line, reason, remedy):
    with pytest.raises(gb.InputError) as error:
        parse_corrections(text, "f")
    message = str(error.value)
    assert message.startswith(f"f, line {line}")
    assert reason in message
    assert remedy in message


PATTERNS = ["[]", "x", "[{FOO: 1}]", "[{TEXT: 1}]", '[{TEXT: {REGEX: "("}}]', "[{_: {unknown: 1}}]", "{TEXT: x}"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_wrong_patterns(pattern):
    word = parse_corrections(f"- ignore: x\n- {{pattern: {pattern}, type: product}}", "f")
    with pytest.raises(gb.InputError, match=r"^f, line 2: this is no token pattern of spaCy's Matcher"):
        next(gb.extract(DOCUMENTS, corrections=word))


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "latin.yaml").write_bytes(b"- ignore: caf\xe9\n")
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "latin.yaml"):
        with pytest.raises(gb.InputError, match="name a YAML file"):
            gb.read_corrections(path)


def test_files_of_windows(tmp_path):
    (tmp_path / "w.yaml").write_bytes("\ufeff- ignore: x\r\n- same: [Œuvre, b]\r\n".encode())
    assert [one.line for one in gb.read_corrections(tmp_path / "w.yaml").rows] == [1, 2]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(gb.InputError):
        parse_corrections(text, "f")


@given(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=2, unique=True), st.permutations("abcdef"))
def test_contradictions_are_found_through_any_chain(pair, chain):
    lines = [f"- same: [{left}, {right}]" for left, right in pairwise(chain)]
    with pytest.raises(gb.InputError, match="different"):
        parse_corrections("\n".join([*lines, f"- different: [{pair[0]}, {pair[1]}]"]))


def test_every_type_of_the_library_is_one(nato):
    assert {one.type for one in nato.entities()} <= set(TYPES)
