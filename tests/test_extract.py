"""The map: in order, one document at a time, bad ones reported; names and numbers only."""

from __future__ import annotations

import pickle
import sys
from dataclasses import fields
from datetime import date

import pytest

import graphbuilder as gb
from graphbuilder import extract as function
from graphbuilder.pipeline.models import DEFAULT_MODEL

module = sys.modules["graphbuilder.extract"]  # `graphbuilder.extract` is the function

TEXTS = [f"NATO leaders met in Bucharest on {day} April 2008." for day in range(1, 8)]
DOCUMENTS = [gb.Document(text=text, id=f"{number}.txt") for number, text in enumerate(TEXTS)]


def ids(extractions):
    return [one.document for one in extractions]


def test_in_the_order_of_the_documents_and_lazily():
    found = gb.extract(iter(DOCUMENTS))
    assert iter(found) is found
    assert ids(found) == [one.id for one in DOCUMENTS]


def test_one_document_needs_no_list():
    document = gb.Document(text="NATO met in Oslo.", id="a")
    assert list(gb.extract(document)) == list(gb.extract([document]))


def test_facts_of_the_document_are_kept():
    document = gb.Document(
        text="NATO met.", id="a", title="News", published=date(2022, 1, 2), source="Wire", language="en",
        zones=(gb.Zone("headline", 0, 4),),
    )  # fmt: skip
    [found] = gb.extract([document])
    assert (found.document, found.title, found.published) == ("a", "News", date(2022, 1, 2))
    assert (found.source, found.language, found.zones) == ("Wire", "en", document.zones)


@pytest.mark.parametrize(("workers", "batch_size"), [(1, 1), (1, 3), (None, 2), (2, 2)])
def test_workers_and_batches_change_nothing(workers, batch_size):
    assert tuple(gb.extract(DOCUMENTS, workers=workers, batch_size=batch_size)) == tuple(gb.extract(DOCUMENTS))


def test_a_document_that_comes_again_is_read_once():
    problems = []
    again = gb.Document(text=DOCUMENTS[0].text, id=DOCUMENTS[0].id)
    assert len(list(gb.extract([*DOCUMENTS, again], on_problem=problems.append))) == len(DOCUMENTS)
    assert problems == []


def test_another_document_with_the_same_id_is_reported():
    problems = []
    other = gb.Document(text="Ukraine asked.", id=DOCUMENTS[0].id)
    assert ids(gb.extract([DOCUMENTS[0], other], on_problem=problems.append)) == [DOCUMENTS[0].id]
    assert [one.name for one in problems] == [other.id]
    with pytest.raises(gb.InputError, match="same id"):
        list(gb.extract([DOCUMENTS[0], other], strict=True))


@pytest.mark.parametrize("strict", [False, True])
def test_a_document_that_breaks_a_rule_costs_only_itself(monkeypatch, caplog, strict):
    read = module.read

    def broken(one):
        if one.document.id == "3.txt":
            raise ZeroDivisionError("a fault")
        return read(one)

    monkeypatch.setattr(module, "read", broken)
    if strict:
        with pytest.raises(gb.InputError, match=r"3\.txt: it cannot be analysed \(ZeroDivisionError: a fault\)"):
            list(gb.extract(DOCUMENTS, strict=True))
        return
    assert ids(gb.extract(DOCUMENTS)) == [one.id for one in DOCUMENTS if one.id != "3.txt"]
    assert "3.txt" in caplog.text


def test_what_is_wrong_with_the_installation_is_no_fault_of_a_document(monkeypatch):
    def damaged(one):
        raise gb.ModelNotFound("the weights cannot be read")

    monkeypatch.setattr(module, "read", damaged)
    with pytest.raises(gb.ModelNotFound, match="the weights cannot be read"):
        list(gb.extract(DOCUMENTS, on_problem=pytest.fail))


@pytest.mark.parametrize("documents", [["text"], [None], [b"x"]])
def test_other_things_are_refused(documents):
    with pytest.raises(gb.InputError, match="a Document is needed"):
        list(gb.extract(documents))


def test_an_unknown_model_is_told_before_reading():
    def documents():
        pytest.fail("a document was asked for")
        yield

    with pytest.raises(gb.ModelNotFound):
        next(function(documents(), model="en_core_web_xl"))


def test_a_pipeline_is_names_and_numbers():
    pipeline = gb.Pipeline()
    assert pipeline.model == DEFAULT_MODEL
    assert all(isinstance(getattr(pipeline, field.name), (str, int, tuple)) for field in fields(pipeline))
    assert pickle.loads(pickle.dumps(pipeline)) == pipeline
    assert tuple(pipeline(DOCUMENTS)) == tuple(gb.extract(DOCUMENTS))


def test_nothing_of_spacy_leaves_the_map(nato_extractions):
    """Records can be sent, stored and compared: there is no Doc, Span or Token in them."""
    assert b"spacy" not in pickle.dumps(nato_extractions)
