"""The public names are a contract: sorted, complete, light to import, and the same whatever was imported before."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest

import graphbuilder as gb

#: The contract: adding a name is a decision, and so is taking one away.
NAMES = [
    "AmbiguousName", "Bound", "Corrections", "Document", "Entity", "Event", "EventGraph", "EventMention", "Extraction",
    "GraphBuilderError", "InputError", "Interval", "Judgement", "Mention", "ModelNotFound", "OutputError",
    "Participant", "Pipeline", "Problem", "Provenance", "Relation", "RelationMention", "Resolution", "Sentence",
    "Source", "Span", "Store", "TimeExpression", "TimelineEntry", "UnknownName", "Zone", "build", "extract",
    "find_times", "from_json", "open", "read_corrections", "read_documents", "read_jsonl", "resolve", "to_json",
    "write_jsonl",
]  # fmt: skip

OPTIONS = {
    "build": [
        "model",
        "workers",
        "columns",
        "encoding",
        "strict",
        "corrections",
        "on_problem",
        "on_file",
        "on_document",
        "published",
        "source",
        "about_files",
        "texts",
        "progress",
        "about",
        "start",
        "end",
        "top",
    ],
    "extract": ["model", "workers", "batch_size", "strict", "corrections", "on_problem"],
    "resolve": ["corrections", "on_problem"],
    "read_documents": [
        "columns", "encoding", "strict", "on_problem", "on_file", "published", "source", "about_files", "corrections",
        "texts", "workers",
    ],
}  # fmt: skip


def python(code, **environment):
    """What a fresh Python prints."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=environment or None,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_all_is_the_contract():
    assert gb.__all__ == NAMES == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_public_names_load_and_are_documented(name):
    value = getattr(gb, name)
    assert inspect.getdoc(value)
    assert name in dir(gb)


def test_no_public_name_is_hidden():
    """Whatever is imported for type checkers is in `__all__`, and nothing else is public."""
    public = {name for name, value in vars(gb).items() if not name.startswith("_") and not inspect.ismodule(value)}
    assert public - {"annotations", "TYPE_CHECKING", "Any", "ModuleType", "import_module"} <= set(gb.__all__)


def test_completion_shows_public_names_only():
    assert dir(gb) == sorted([*NAMES, "__version__"])


def test_unknown_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="'graphbuilder' has no attribute 'biuld'"):
        gb.biuld  # noqa: B018 - the access is what is tested


@pytest.mark.parametrize(
    "heavy", ["spacy", "pyvis", "networkx", "joblib", "trafilatura", "dateparser", "pandas", "py3langid"]
)
def test_import_is_light(heavy):
    assert python(f"import sys, graphbuilder; print({heavy!r} in sys.modules)") == "False"


def test_times_need_no_spacy():
    code = "import sys, graphbuilder as gb; gb.find_times('in May 2008'); print('spacy' in sys.modules)"
    assert python(code) == "False"


def test_the_graph_alone_needs_neither_spacy_nor_pyvis():
    code = "import sys, graphbuilder as gb; gb.EventGraph().timeline(); print({'spacy', 'pyvis'} & set(sys.modules))"
    assert python(code) == "set()"


def test_functions_win_over_modules_of_the_same_name():
    modules = [
        one.name for one in pkgutil.walk_packages(gb.__path__, "graphbuilder.") if not one.name.endswith("main__")
    ]
    for module in modules:
        importlib.import_module(module)
    names = ["build", "extract", "resolve"]
    assert [name for name in names if not inspect.isfunction(getattr(gb, name))] == []
    code = f"import graphbuilder as gb, {', '.join(f'graphbuilder.{name} as m' for name in names)}\n"
    assert python(f"{code}print({{type(getattr(gb, name)).__name__ for name in {names}}})") == "{'function'}"


@pytest.mark.parametrize(("name", "options"), OPTIONS.items())
def test_options_are_keyword_only(name, options):
    first, *rest = inspect.signature(getattr(gb, name)).parameters.values()
    assert first.kind is first.POSITIONAL_OR_KEYWORD
    assert [one.name for one in rest] == options
    assert {one.kind for one in rest} == {inspect.Parameter.KEYWORD_ONLY}


def test_find_times_takes_the_publication_date_second():
    assert list(inspect.signature(gb.find_times).parameters)[:2] == ["text", "published"]


def test_errors_have_one_base():
    errors = [
        value for name in gb.__all__ if inspect.isclass(value := getattr(gb, name)) and issubclass(value, Exception)
    ]
    assert len(errors) == 6
    assert all(issubclass(error, gb.GraphBuilderError) for error in errors)


def test_version_is_that_of_the_package():
    assert importlib.import_module("importlib.metadata").version("graphbuilder") == gb.__version__
