"""Parts that other packages add by entry points: packages made here, found on the path as installed ones are."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

import graphbuilder as gb
from graphbuilder.added import added
from graphbuilder.documents.readers import formats as readers
from graphbuilder.lexicons import types
from graphbuilder.times import finders

READERS = """
import graphbuilder as gb
def memo(data, id):
    return gb.Document(text=data.decode().upper(), id=id, title="A memo")
def cards(data, id):
    for number, text in enumerate(data.decode().split("|"), start=1):
        yield gb.Document(text=text, id=f"{id}#{number}")
def wrong(data, id): return ["NATO met."]
def nothing(data, id): return None
def broken(data, id): return 1 / 0
def empty(data, id): return []
def refuses(data, id): raise gb.InputError("it is locked; unlock it")
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes a package of some code with entry points, and puts it on the path; its folder."""

    def package(group, code, **points):
        folder = tmp_path / "packages"
        facts = folder / "own_parts-1.0.dist-info"
        facts.mkdir(parents=True)
        (folder / "own_parts.py").write_text(code, "utf-8")
        (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: own-parts\nVersion: 1.0\n", "utf-8")
        rows = [f"{name.replace('__', '.')} = {target}" for name, target in points.items()]
        (facts / "entry_points.txt").write_text("\n".join([f"[graphbuilder.{group}]", *rows, ""]), "utf-8")
        monkeypatch.syspath_prepend(folder)
        return folder

    caches = [readers._added, finders._added, finders._rules_for]
    for cached in caches:
        cached.cache_clear()
    yield package
    sys.modules.pop("own_parts", None)
    for cached in caches:
        cached.cache_clear()


def run(folder, code):
    """What a new process prints as JSON, in which the package is installed."""
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    env = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_names_are_in_order_and_nothing_is_loaded(package):
    package("formats", "raise SystemExit", b="own_parts:b", a="own_parts:a")
    assert [name for name in added("graphbuilder.formats") if name in "ab"] == ["a", "b"]
    assert "own_parts" not in sys.modules


def test_importing_the_library_looks_for_nothing(tmp_path):
    code = (
        "import importlib.metadata as m; m.entry_points = None\n"
        "import graphbuilder.documents, graphbuilder.export.formats, graphbuilder.lexicons, graphbuilder.times\n"
        "graphbuilder.export.formats.format_named('json'); graphbuilder.lexicons.lexicon('countries'); print('[]')"
    )
    assert run(tmp_path, code) == []


# --- readers


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def read(folder):
    problems = []
    return list(gb.read_documents(folder, on_problem=problems.append)), [str(one) for one in problems]


def test_a_package_may_read_other_files(package, articles):
    (articles / "a.memo").write_text("nato met in bucharest on 2 april 2008.", "utf-8")
    (articles / "b.CARDS").write_text("Volvo sued Scania.|Norway met Sweden.", "utf-8")
    (articles / "c.txt").write_text("Norway met Sweden in Oslo.", "utf-8")
    (articles / "d.other").write_text("Nothing.", "utf-8")
    documents, [problem] = read(articles)
    assert [one.id for one in documents] == ["c.txt"]
    package("readers", READERS, memo="own_parts:memo", __cards="own_parts:cards", txt="own_parts:memo")
    readers._added.cache_clear()
    documents, [problem] = read(articles)
    assert [one.id for one in documents] == ["a.memo", "b.CARDS#1", "b.CARDS#2", "c.txt"]
    assert documents[0].text == "NATO MET IN BUCHAREST ON 2 APRIL 2008."
    assert documents[0].title == "A memo"
    assert documents[3].text == "Norway met Sweden in Oslo.", "the readers of graphbuilder stay its own"
    assert "d.other" in problem
    assert ".memo" in problem


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone", "the reader 'own' of own_parts:gone cannot be loaded: AttributeError: .*; mend or uninstall"),
        ("wrong", "the reader 'own' of own_parts:wrong gives str, not a Document; .* the package 'own-parts'"),
        ("nothing", "the reader 'own' of own_parts:nothing gives NoneType, not a Document"),
        ("broken", r"the reader 'own' of own_parts:broken fails \(ZeroDivisionError: division by zero\); mend or"),
        ("refuses", "a.own: it is locked; unlock it"),
        ("empty", "a.own: there is no text in it"),
    ],
)  # fmt: skip
def test_a_broken_reader_is_named_and_costs_only_its_files(package, articles, name, told):
    package("readers", READERS, own=f"own_parts:{name}")
    (articles / "a.own").write_text("NATO met.", "utf-8")
    (articles / "b.txt").write_text("Norway met Sweden.", "utf-8")
    documents, [problem] = read(articles)
    assert [one.id for one in documents] == ["b.txt"]
    assert re.search(told, problem), problem


# --- types of event

TYPES = """
TYPES = {"harvest": {"verbs": ["harvest", "mow"], "nouns": ["harvest"]}}
MEET = {"meet": {"verbs": ["mow"]}}
def given(): return {"greet": {"verbs": ["meet"]}}
def broken(): return 1 / 0
"""
READ = """
import json, sys, graphbuilder as gb, graphbuilder.extract
if __name__ == "__main__":
    sys.modules["graphbuilder.extract"].CHUNK = 1  # to each worker one
    texts = ["Volvo mowed wheat in Kenya on 3 May 2011.", "Norway met Sweden in Oslo on 4 May 2011."]
    documents = [gb.Document(text=text, id=str(at), published="2011-05-05") for at, text in enumerate(texts)]
    read = [one for workers in (1, 2) for one in gb.extract(documents, workers=workers)]
    print(json.dumps([[event.type for event in one.events] for one in read]))
"""


def test_a_package_may_add_types(package):
    """With one worker and with two."""
    folder = package("event_types", TYPES, farming="own_parts:TYPES", greeting="own_parts:given")
    program = folder / "read.py"
    program.write_text(READ, "utf-8")
    assert (
        run(folder, f"import runpy; runpy.run_path({str(program)!r}, run_name='__main__')")
        == [
            ["harvest"],
            ["greet"],
        ]
        * 2
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone", "the set of event types 'own' of own_parts:gone cannot be loaded: .* the package 'own-parts'"),
        ("MEET", "has the type 'meet', which is there already; give it another name"),
        ("broken", "own_parts:broken fails .ZeroDivisionError"),
        ("__name__", "cannot be used: types are a mapping of name and entry, not 'own_parts'; mend or uninstall"),
    ],
)
def test_broken_types_are_named(package, name, told):
    package("event_types", TYPES, own=f"own_parts:{name}")
    with pytest.raises(gb.InputError, match=told):
        types.with_added({"meet": {}})


def test_types_are_in_the_order_of_names_before_those_of_graphbuilder(package):
    package("event_types", TYPES, b="own_parts:TYPES", a="own_parts:given")
    assert list(types.with_added({"meet": {}})) == ["greet", "harvest", "meet"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"verbs": ["mow"], "where": ["patient"], "act": {"a": ["mow"]}, "beside": {"cut": ["hay"]}}, None),
        ({"nouns": ["harvest"], "of": {"product": ["mow"], "none": ["reap"]}, "phrases": ["bring in"]}, None),
        ({}, "verbs, nouns: there are none of both"),
        ({"verb": ["mow"]}, "'verb' is not one of the keys verbs, nouns"),
        ({"verbs": "mow"}, "verbs: 'mow' is not of the form"),
        ({"verbs": [True]}, "verbs: .True. is not of the form"),
        ({"verbs": ["mow", "mow"]}, "is not of the form"),
        ({"verbs": ["mow"], "phrases": ["bring"]}, "phrases: "),
        ({"verbs": ["bring in"]}, "verbs: "),
        ({"verbs": ["mow"], "of": {"god": ["mow"]}}, "of: "),
        ({"verbs": ["mow"], "where": "patient"}, "where: 'patient' is not of the form"),
        ({"verbs": ["mow"], "where": ["a patient"]}, "where: "),
        ({"verbs": ["mow"], "roles": {"dobj": "crop"}}, "'roles' is not one of the keys verbs, nouns, .*, where$"),
        ({"verbs": ["mow"], "bare": True}, "type 'mow', 'bare' is not one of the keys verbs, nouns, "),
        (["mow"], "the entry of the type 'mow' is a mapping"),
    ],
)
def test_forms_of_types(row, told):
    if told is None:
        return types.check_types({"mow": row})
    with pytest.raises(gb.InputError, match=told):
        types.check_types({"mow": row})


# --- finders of dates

FINDERS = """
import graphbuilder as gb
from graphbuilder.times.calendar.cells import Cell
from graphbuilder.times.finding import rule
from graphbuilder.times.calendar.values import Fixed
@rule(r"Founders Day (?P<year>[0-9]{4})", needs="year")
def founders(match):
    return Fixed(Cell("day", gb.Bound(int(match["year"]), 9, 29)))
@rule(r"the great frost", needs="")
def frost(match):
    return Fixed(Cell("year", gb.Bound(1709)))
@rule(r"a", needs="moon+year")
def moon(match):
    return None
@rule(r"(", needs="year")
def odd(match):
    return None
both = [founders, frost]
text = "month"
"""


def found(text):
    return [(one.text, one.interval.edtf, one.method) for one in gb.find_times(text, "2022-11-29")]


def test_a_package_may_find_dates(package):
    text = "They met at Founders Day 2011, and not in the great frost or at a fair."
    assert found(text) == [("2011", "2011", "times.year")]
    package("finders", FINDERS, terms="own_parts:both")
    finders._added.cache_clear()
    finders._rules_for.cache_clear()
    assert found(text) == [
        ("Founders Day 2011", "2011-09-29", "times.founders"),
        ("the great frost", "1709", "times.frost"),
    ]


def test_what_a_package_finds_dates_what_happens(package):
    folder = package("finders", FINDERS, terms="own_parts:founders")
    code = (
        "import json, graphbuilder as gb\n"
        "graph = gb.build(gb.Document(text='NATO met in Oslo at Founders Day 2011.', id='a'))\n"
        "print(json.dumps([entry.when for entry in graph.timeline()]))"
    )
    assert run(folder, code) == ["2011-09-29"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone", "the finder 'own' of own_parts:gone cannot be loaded"),
        ("odd", "own_parts:odd has a pattern that is none: missing .*; mend or uninstall the package 'own-parts'"),
        ("text", "own_parts:text is no Rule but 'm'; mend or uninstall the package 'own-parts'"),
        ("moon", "own_parts:moon needs words of the classes moon, which are none of century, clock"),
    ],
)
def test_broken_finders_are_named(package, name, told):
    package("finders", FINDERS, own=f"own_parts:{name}")
    with pytest.raises(gb.InputError, match=told):
        gb.find_times("In 2011.")
