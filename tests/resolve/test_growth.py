"""Any order and any partition of the documents resolve to the same; the work grows no faster than n log n."""

from __future__ import annotations

import importlib.util
import math
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.records import Extraction, Judgement, read_jsonl, write_jsonl
from graphbuilder.resolve import resolve
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster, entity_clusters
from graphbuilder.resolve.compare import organization_names, person_names
from graphbuilder.resolve.index.articles import Articles
from graphbuilder.resolve.match.entities import judge_entities
from graphbuilder.resolve.match.entities.context import Context
from graphbuilder.resolve.match.events import judge_events
from graphbuilder.resolve.match.events.evidence import Evidence
from graphbuilder.resolve.match.events.likely import NEAREST, affairs_of

PATH = Path(__file__).parents[2] / "benchmarks" / "resolve.py"


def load_benchmark():
    spec = importlib.util.spec_from_file_location("benchmark_of_resolution", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCHMARK = load_benchmark()
#: Few enough for many tries, with all rules at work.
COUNT = 40


@pytest.fixture(scope="module")
def read():
    return BENCHMARK.collection(COUNT)


@pytest.fixture(scope="module")
def expected(read):
    return resolve(read)


def test_the_collection_puts_the_rules_to_work(expected):
    reasons = " ".join(one.reason for one in expected.judgements)
    for words in ("the same name", "a slip of one letter", "short for", "surname", "numbers differ", "middle names"):
        assert words in reasons
    assert {one.verdict for one in expected.judgements} == {"same", "different", "unsure"}


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(COUNT)))
def test_any_order(read, expected, order):
    assert resolve(read[at] for at in order) == expected


@settings(max_examples=10, deadline=None)
@given(part_of=st.lists(st.integers(0, 4), min_size=COUNT, max_size=COUNT))
def test_any_partition(tmp_path_factory, read, expected, part_of):
    """Read in parts, each kept in a file of its own, and put together in the order of the files."""
    folder = tmp_path_factory.mktemp("parts")
    for part in range(5):
        here = [one for one, number in zip(read, part_of, strict=True) if number == part]
        write_jsonl(here, folder / f"{part}.jsonl")
    parts = [one for part in range(5) for one in read_jsonl(Extraction, folder / f"{part}.jsonl")]
    assert resolve(parts) == expected


def cluster(document, name):
    return EntityCluster(f"{document} {name}", document, "person", (name,), (), None, "", ())


def work(size, monkeypatch):
    """Judgements, and names compared, for so many documents."""
    compared = 0

    def counting(compare):
        def counted(*names):
            nonlocal compared
            compared += 1
            return compare(*names)

        return counted

    with monkeypatch.context() as patch:
        for module in (person_names, organization_names):
            patch.setattr(module, "compare", counting(module.compare))
        found = [one for read in BENCHMARK.collection(size, events=False) for one in entity_clusters(read)]
        return len(judge_entities(found)), compared


def test_work_grows_with_n_log_n(monkeypatch):
    small, large = 200, 1600
    allowed = large * math.log(large) / (small * math.log(small))
    for few, many in zip(work(small, monkeypatch), work(large, monkeypatch), strict=True):
        assert 0 < few < many <= few * allowed


def test_the_same_thing_in_every_document_costs_one_judgement_each():
    """What all documents tell of is not compared pair by pair."""
    copies = [cluster(f"{at:04}", "Ada Holm") for at in range(300)]
    judged = judge_entities(copies)
    assert len(judged) == len(copies) - 1
    assert all(isinstance(one, Judgement) and one.verdict == "same" for one in judged)


def told(cluster, number, **found):
    """So many articles on one thing, each in its own words."""
    one = {"participants": frozenset({("agent", "alba")}), "named_entities": frozenset({"alba"}), **found}
    return [cluster(f"{at:05}", published=at + 1, words=frozenset({f"word{at}"}), **one) for at in range(number)]


def test_articles_that_are_compared_grow_with_their_number():
    """Of an affair that all articles tell of, each looks at those that are most alike to it."""
    for size in (100, 300):
        affair = {f"{at:05}": ("Alba bought Corin",) for at in range(size)}
        compared = sum(map(len, affairs_of(affair, Articles(affair)).values()))
        assert 0 < compared <= 2 * NEAREST * size


def test_a_thousand_reports_of_one_event_cost_a_judgement_each(cluster):
    copies = [replace(one, words=frozenset()) for one in told(cluster, 1000, interval="2021-05-03")]
    articles = Articles({one.document: () for one in copies})
    judged = judge_events(copies, Evidence(articles, is_within=lambda *_: False, first=lambda mention: mention))
    assert len(judged) == len(copies) - 1
    assert {one.verdict for one in judged} == {"same"}


def test_exponent():
    sizes = [10, 100, 1000]
    assert BENCHMARK.exponent(sizes, [7 * size for size in sizes]) == pytest.approx(1)
    assert BENCHMARK.exponent(sizes, [size**2 for size in sizes]) == pytest.approx(2)


def test_names_that_most_documents_have_support_nothing():
    everywhere = [cluster(f"{at:02}", "Ada Holm") for at in range(20)]
    told = [
        cluster("00", "Jane Roe"),
        cluster("01", "Jane Row"),
        cluster("00", "Olaf Berg"),
        cluster("01", "Olaf Berg"),
    ]
    context = Context([*everywhere, *told])
    assert context.of(told[0]) == context.of(told[1]) == {"olaf berg"}


@pytest.mark.parametrize("prefix", ["!", "z"])
def test_old_judgements_stay_wherever_the_id_of_a_new_article_sorts(prefix):
    """Of twenty bearers of a name one stands for all; one more seldom takes its place, and never by its id's place."""
    old = [cluster(f"m{at:02}", "Jane Roe") for at in range(20)]
    before = set(judge_entities(old))
    after = [{*judge_entities([*old, cluster(f"{prefix}{at:02}", "Jane Roe")])} for at in range(60)]
    assert len(before) == 19
    assert all(len(judged) == 20 for judged in after)
    assert sum(not before <= judged for judged in after) <= 60 / 20 * 2
