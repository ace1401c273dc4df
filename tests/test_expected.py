"""The sample collections tell what was written into them: the answer keys of tests/expected, fact by fact.

After an improvement `python tests/expected/pin.py` writes the floors and the list of gaps anew.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).with_name("expected")


def load(name):
    spec = importlib.util.spec_from_file_location(f"expected_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PIN = load("pin")
FLOORS, GAPS = (yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8")) for name in ("floors", "gaps"))


@pytest.fixture(scope="module")
def facts(nato, nato_extractions, batteries, batteries_extractions):
    """Collection → name of a fact → whether it must hold, and whether it does."""
    module = PIN.checker()
    read = {"nato": (nato, nato_extractions), "batteries": (batteries, batteries_extractions)}
    keys = {name: yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8")) for name in read}
    return {name: PIN.named(module.facts(module.Reading(keys[name], *read[name]))) for name in read}


@pytest.mark.parametrize("name", PIN.COLLECTIONS)
def test_what_must_hold_holds(facts, name):
    missing = {fact for fact, one in facts[name].items() if one.must and not one.found}
    assert missing <= set(GAPS[name]), "these were found before"


@pytest.mark.parametrize(("name", "gap"), [(name, gap) for name, gaps in GAPS.items() for gap in gaps])
def test_known_gaps(facts, name, gap):
    """A gap that closes fails here, so that the list stays true: run tests/expected/pin.py."""
    found = gap in facts[name] and facts[name][gap].found
    if not found:
        pytest.xfail("a known gap")
    pytest.fail("it is found now: python tests/expected/pin.py takes it off the list")


@pytest.mark.parametrize("name", PIN.COLLECTIONS)
def test_the_share_of_all_facts_does_not_fall(facts, name):
    assert PIN.share(list(facts[name].values())) >= FLOORS[name]


@pytest.mark.parametrize("name", PIN.COLLECTIONS)
def test_the_answer_key_is_about_the_collection(name, root, request):
    """Every quote of the key stands in the article that it names, as often as the key can tell."""
    key = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    texts = {document.id: document.text for document in request.getfixturevalue(f"{name}_documents")}
    assert {row["id"] for row in key["documents"]} == set(texts)
    for row in key["events"]:
        for mention in row["mentions"]:
            assert mention["quote"] in texts[mention["document"]]
            assert mention["trigger"] in mention["quote"]


@pytest.mark.parametrize("name", PIN.COLLECTIONS)
def test_documents_are_read_as_the_key_says(name, request):
    key = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    expected = {
        row["id"]: [row["title"], _iso(row["published"]), row["source"], row["language"]] for row in key["documents"]
    }
    found = {
        one.id: [one.title, one.published and one.published.isoformat(), one.source, one.language]
        for one in request.getfixturevalue(f"{name}_documents")
    }
    assert found == expected


def _iso(value):
    return value if value is None or isinstance(value, str) else value.isoformat()
