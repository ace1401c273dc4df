"""Data goes one way: a module imports only what stands before it, at its top, and nothing in a circle."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from graphbuilder.graph import views

PACKAGE = Path(__file__).parents[1] / "graphbuilder"

#: The order of the flow (docs/design.md). What stands in one layer knows nothing of each other.
LAYERS = (
    ("errors", "addresses", "progress"),
    ("added", "parallel", "writing", "intervals"),
    ("records", "lexicons"),
    ("invisible", "knowledge"),
    ("corrections", "ids", "syntax"),
    ("documents",),
    ("pipeline",),
    ("times", "reader"),
    ("entities",),
    ("events",),
    ("extract",),
    ("store",),
    ("resolve",),
    ("graph", "sources"),
    ("frames", "page", "export"),
    ("build",),
    ("cli",),
    ("__main__",),
)

#: The one module that looks forward: its names, which are methods of EventGraph, are functions of the stages after it.
DOOR = "graph.views"
#: Imports inside functions elsewhere: what is heavy, and what is optional.
LOCAL_IMPORTS = {
    ("cli.reading", "graphbuilder.build"),  # spaCy, once the options are known to be right
    ("cli.reading", "graphbuilder.records"),  # pydantic
    ("cli.reading", "graphbuilder.sources"),  # spaCy
    ("cli.commands", "graphbuilder.records"),
    ("cli.commands", "graphbuilder.export.folder"),
    ("cli.commands", "graphbuilder.export.saving"),
    ("cli.storing", "graphbuilder.store"),
    ("cli.output", "rich.console"),
    ("progress", "IPython.display"),  # where it runs in a notebook
    ("progress", "rich.console"),  # where progress is shown
    ("progress", "rich.progress"),
    ("cli.output", "rich.text"),
    ("documents.metadata.languages", "py3langid.langid"),
    ("documents.readers.tables", "pandas.api.interchange"),  # for tables of libraries that nobody knows
    ("documents.readers.webpage", "trafilatura"),
    ("documents.storage", "fsspec"),  # an extra
    ("added", "importlib.metadata"),
    ("export.opening", "graphbuilder.export.graphs.parquet"),  # pyarrow, an extra
    ("export.opening", "graphbuilder.export.linked_data.rdf_reading"),  # rdflib, an extra
    ("frames.cells", "pandas"),  # an extra
    ("page", "graphbuilder.page.network"),
    ("page.page", "graphbuilder.page.network"),
    ("store.store", "graphbuilder.store.adding"),  # spaCy, where something is read
    ("store.store", "graphbuilder.store.made"),
    ("times.calendar.absolute", "dateparser.date"),
    ("times.api", "graphbuilder.pipeline.parse"),  # spaCy, for those who name a model
}


def module_name(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
STAGES = [name for name in MODULES if name]  # all but the package's own first file, which loads lazily


def top(name):
    """The folder, or the module beside the folders, that a module belongs to."""
    return name.split(".")[0]


def layer(name):
    [number] = (number for number, parts in enumerate(LAYERS) if top(name) in parts)
    return number


def is_earlier(one, name):
    """Whether a module may import another: one of its own folder, or of an earlier layer."""
    return top(one) == top(name) or layer(one) < layer(name)


def is_for_types(node):
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(tree, *, inside_functions):
    """The modules that a file imports at its top, or only inside its functions; imports for types alone left out."""

    def walk(node, inside):
        if is_for_types(node):
            return
        if isinstance(node, ast.Import) and inside == inside_functions:
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and inside == inside_functions:
            yield from targets(node)
        inner = inside or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inner)

    return set(walk(tree, False))


def targets(node):
    """The modules that an import names: a name that is a module below the package, else the package itself."""
    for alias in node.names:
        inner = f"{node.module}.{alias.name}"
        yield inner if inner.removeprefix("graphbuilder.") in MODULES else node.module


def own(names):
    return {name.removeprefix("graphbuilder.") for name in names if name.startswith("graphbuilder.")}


#: Module → what it imports at its top, and inside its functions.
AT_TOP = {name: imports(tree, inside_functions=False) for name, tree in MODULES.items()}
INSIDE = {name: imports(tree, inside_functions=True) for name, tree in MODULES.items()}


def test_every_module_has_a_layer():
    assert sorted({top(name) for name in STAGES}) == sorted(one for parts in LAYERS for one in parts)


def test_the_layers_are_few():
    assert len(LAYERS) <= 20


@pytest.mark.parametrize("name", STAGES)
def test_modules_import_only_earlier_ones(name):
    later = [one for one in own(AT_TOP[name]) if not is_earlier(one, name)]
    assert not later, f"{name} imports {later}, which stand in its layer or a later one"


@pytest.mark.parametrize("name", STAGES)
def test_imports_are_absolute_and_at_the_top(name):
    relative = [ast.unparse(node) for node in ast.walk(MODULES[name]) if getattr(node, "level", 0)]
    assert not relative
    local = {(name, one) for one in INSIDE[name]}
    assert local <= LOCAL_IMPORTS, "import at the top of the file, or say in LOCAL_IMPORTS why not"


def test_every_local_import_that_is_allowed_is_used():
    used = {(name, one) for name in STAGES for one in INSIDE[name]}
    assert used == LOCAL_IMPORTS


@pytest.mark.parametrize("package", ["cli", "documents", "export", "frames", "graph", "page", "records"])
def test_the_folders_of_a_package_read_each_other_one_way(package):
    """Modules and folders right in a package; its first file, which only gathers them, left out."""
    parts = {name: name.split(".")[1] for name in STAGES if name.startswith(f"{package}.")}
    edges = {
        (parts[name], parts[one])
        for name in parts
        for one in own(AT_TOP[name])
        if one in parts and parts[one] != parts[name]
    }
    left = set(parts.values())
    while free := {part for part in left if not any(a == part and b in left for a, b in edges)}:
        left -= free
    assert not left, f"a circle among {sorted(left)}"


def test_one_door_leads_forward():
    """What the door opens reads the graph, and nobody else imports a later module inside a function."""
    opened = {one.module.removeprefix("graphbuilder.") for one in vars(views).values() if isinstance(one, views.Later)}
    assert opened <= readers("graph.event_graph")
    assert opened == for_types(MODULES[DOOR])
    local = {(name, one) for name, target in LOCAL_IMPORTS for one in own([target])}
    assert {(name, one) for name, one in local if not is_earlier(one, name)} == set()


def for_types(tree):
    """The modules of our own that a file imports for types alone."""
    found = (node.module for one in ast.walk(tree) if is_for_types(one) for node in one.body)
    return own(found)


def readers(name):
    """The modules that import this one at their top, and those that import these."""
    top = {one: own(AT_TOP[one]) for one in STAGES}
    found = {name}
    while more := {one for one, read in top.items() if read & found} - found:
        found |= more
    return found


def test_nothing_is_imported_in_a_circle():
    edges = {name: own(AT_TOP[name]) - {name} for name in STAGES}
    done, doing = set(), []

    def visit(name):
        if name in done:
            return
        assert name not in doing, f"a circle: {' → '.join([*doing[doing.index(name) :], name])}"
        doing.append(name)
        for other in sorted(edges.get(name, ())):
            visit(other)
        done.add(doing.pop())

    for name in sorted(edges):
        visit(name)
    assert done >= set(edges)


@pytest.mark.parametrize("heavy", ["spacy", "pyvis", "dateparser", "trafilatura", "pandas", "typer"])
def test_heavy_packages_have_few_doors(heavy):
    doors = {
        "spacy": {
            "pipeline",
            "syntax",
            "entities",
            "events",
            "times.component",
        },
        "pyvis": {"page.network"},
        "dateparser": {"times.calendar.absolute"},
        "trafilatura": {"documents.readers.webpage"},
        "pandas": {"frames", "documents.readers.tables"},
        "typer": {"cli"},
    }[heavy]
    for name in MODULES:
        if any(one.split(".")[0] == heavy for one in AT_TOP[name] | INSIDE[name]):
            assert name in doors or name.split(".")[0] in doors, f"{name} imports {heavy}"


def functions():
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield f"{name}.{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_short():
    lengths = [length for _, length in functions()]
    assert median(lengths) <= 8
    assert quantiles(lengths, n=10)[-1] <= 30
    assert [name for name, length in functions() if length > 100] == []


@pytest.mark.parametrize("word", ["print", "eval", "exec"])
def test_the_library_never_calls(word):
    allowed = {("cli.commands", "print")}  # the program's own door
    calls = {
        (name, node.func.id)
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == word
    }
    assert calls <= allowed


def test_folders_are_small():
    """Fifteen modules beside the package's own file: what one look takes in."""
    sizes = {path: len([one for one in path.glob("*.py") if one.name != "__init__.py"]) for path in PACKAGE.rglob("*/")}
    assert {path.name: size for path, size in sizes.items() if size > 15} == {}


def test_tests_are_in_the_folders_of_what_they_test():
    """A folder of tests is one of the package, but for those of what stands beside it."""
    tests = PACKAGE.parent / "tests"
    beside = {"benchmarks", "corpus", "training", "page/browser"}
    folders = {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")}
    assert {folder for folder in folders - beside if not (PACKAGE / folder).is_dir()} == set()
    sizes = {folder: len([*(tests / folder).glob("*.py")]) for folder in folders}
    assert {folder: size for folder, size in sizes.items() if size > 15} == {}


def test_nothing_is_remembered_of_a_document():
    """What is known of a parse is kept with its Doc (`once_a_doc`): no cache is keyed by one, no global is set."""
    parsed = {"Doc", "Parse", "Token"}
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            assert not isinstance(node, ast.Global) or name == "parallel.garbage", f"{name} sets a global"
            if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(one) for one in node.decorator_list):
                taken = {ast.unparse(one.annotation) for one in node.args.args if one.annotation is not None}
                assert not taken & parsed, f"{name}.{node.name} is cached by a Doc"
