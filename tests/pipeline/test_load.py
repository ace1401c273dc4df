"""Pipelines by name, and texts cut and parsed without loss."""

from __future__ import annotations

import subprocess
import sys
import warnings
from time import process_time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.pipeline import load as module
from graphbuilder.pipeline import parts as cutting
from graphbuilder.pipeline.load import installed_models, load
from graphbuilder.pipeline.models import DEFAULT_MODEL, INSTALL, MODULES
from graphbuilder.pipeline.parse import parse
from graphbuilder.pipeline.parts import pieces
from graphbuilder.pipeline.sentence_starts import sentence_starts


def sentences(text, zones=(), model=DEFAULT_MODEL):
    [one] = parse([gb.Document(text=text, id="a", zones=zones)], model)
    return [sentence.text for sentence in one.sentences]


def test_the_default_model_is_installed():
    assert DEFAULT_MODEL in installed_models()
    assert {"tagger", "parser", "ner"} <= set(load().pipe_names)


def test_models_are_loaded_once():
    assert load(DEFAULT_MODEL) is load(DEFAULT_MODEL)


@pytest.mark.parametrize("name", MODULES)
def test_the_official_package_comes_first_and_others_are_installable(name):
    assert MODULES[name][0] == name
    assert INSTALL[name].startswith("pip install ")
    assert "==" in INSTALL[name]


def test_the_default_model_loads_without_warning():
    """W095 is expected of exactly this pair, so it is not shown."""
    code = "import graphbuilder.pipeline.load as one; one.load()"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_warnings_about_other_models_are_shown(monkeypatch):
    def warn(name):
        warnings.warn("[W095] Model 'own_model' (1.0) was trained with another version", stacklevel=1)
        return spacy.blank("en")

    monkeypatch.setattr(module, "_load", warn)
    with pytest.warns(UserWarning, match="own_model"):
        load.__wrapped__("own_model")


@pytest.mark.parametrize("name", ["en_core_web_xl", "", "graphbuilder.pipeline.load", "../nowhere", "a\x00b"])
def test_a_missing_model_lists_what_is_there(name):
    with pytest.raises(gb.ModelNotFound) as told:
        load(name)
    assert repr(name) in str(told.value)
    assert DEFAULT_MODEL in str(told.value)
    assert "pip install" in str(told.value)


def test_a_folder_that_is_no_model(tmp_path, monkeypatch):
    (tmp_path / "graphbuilder").mkdir()  # the name of a package that can be imported
    monkeypatch.chdir(tmp_path)
    for name in (str(tmp_path), "graphbuilder"):
        with pytest.raises(gb.ModelNotFound, match="cannot be loaded"):
            load(name)


def test_a_pipeline_of_ones_own_in_a_folder(tmp_path, caplog):
    """Without a parser sentences still end, and what is missing is told."""
    spacy.blank("en").to_disk(tmp_path / "own")
    assert sentences("NATO met. It ended.", model=str(tmp_path / "own")) == ["NATO met.", "It ended."]
    assert "has no tagger, parser, ner" in caplog.text


def test_the_component_of_times_is_found_by_its_entry_point():
    steps = ("import spacy", "nlp = spacy.blank('en')", "nlp.add_pipe('graphbuilder_times')")
    code = "; ".join((*steps, "print(nlp('In 2008.')._.times[0].value)"))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "2008"), run.stderr


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NATO met in Bucharest\n\nUkraine asked for help", ["NATO met in Bucharest", "Ukraine asked for help"]),
        ("NATO met in Bucharest\n \t \nUkraine asked for help", ["NATO met in Bucharest", "Ukraine asked for help"]),
        ("NATO met in Bucharest.\nUkraine asked.", ["NATO met in Bucharest.", "Ukraine asked."]),
        ("NATO met\nin Bucharest.", ["NATO met\nin Bucharest."]),  # a wrapped line is no paragraph
        ("  NATO met.  ", ["NATO met."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_break_at_paragraphs(text, found):
    assert sentences(text) == found


LONG = "Ministers met in Oslo on Monday, and " * 4 + "they left."


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Volvo opens plant\n", ["Volvo opens plant", LONG]),  # where lines are long, none was wrapped
        ("Volvo opens plant\nBy Jane Roe\n", ["Volvo opens plant", "By Jane Roe", LONG]),
        ("Volvo opens\nplant in Lund.\n", ["Volvo opens\nplant in Lund.", LONG]),
    ],
)
def test_sentences_break_at_lines_of_text_that_is_not_wrapped(head, found):
    assert sentences(head + LONG) == found


def test_sentences_break_at_zones():
    text = "Winter promises NATO met in Bucharest."
    assert sentences(text, (gb.Zone("headline", 0, 15),)) == ["Winter promises", "NATO met in Bucharest."]


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Mill fire: Police arrest owner", ["Mill fire:", "Police arrest owner"]),
        ("The Lund bank trial: Roe pleads guilty", ["The Lund bank trial:", "Roe pleads guilty"]),
        ("Jane Roe: Lund must pay", ["Jane Roe: Lund must pay"]),
        ("Nobody in the old town knew it: The mill burns", ["Nobody in the old town knew it: The mill burns"]),
    ],
)
def test_a_headline_breaks_behind_its_topic(headline, found):
    text = f"{headline} Rain fell in Lund."
    zones = (gb.Zone("headline", 0, len(headline)),)
    assert sentences(text, zones) == [*found, "Rain fell in Lund."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The fire broke out at 2 a.m. About 40 people left.",
            ["The fire broke out at 2 a.m.", "About 40 people left."],
        ),
        ("The train left at 9 p.m. It never arrived.", ["The train left at 9 p.m.", "It never arrived."]),
        ("They met at 5 p.m. Monday in Oslo.", ["They met at 5 p.m. Monday in Oslo."]),
        ("The match began at 8 p.m. London time.", ["The match began at 8 p.m. London time."]),
    ],
)
def test_sentences_end_at_an_hour_where_the_next_begins(text, found):
    assert sentences(text) == found


@pytest.mark.parametrize(
    "marked",
    [
        # Captions and headings that lost their stop on the way from the page.
        "Boats leave the old harbour |The storm had closed it for a week.",
        "Divers search the lake near Lund |A boy was found alive.",
        "Aid reaches the old harbour |But many boats are still at sea.",
        "4 May 2011 Last updated at 10:12 GMT Help |The mayor resigned.",
        "Rain falls on Lund in 2011 |The dam held.",
        "The mill on fire (Jane Roe – Lund Press) |Two men were held.",
        "The mill on fire. Photograph: Jane Roe/Reuters |Police held a man.",
        "The mill on fire. Photograph: Jane Roe/AFP/Getty Images |Lund mourns.",
        # Names, titles and letters that only look so.
        "He watched it on BBC Two series and slept.",
        "She sang Sign In the dark and went.",
        "He wrote A God With a file number.",
        "The Committee of Nine members met.",
        "Why Some men stayed is not known.",
        "An outbreak of hepatitis A sickened 60 guests.",
        "Cases of influenza A in pigs rose.",
        "She played for the regional A team in May.",
        "A cloud called Cepheus A should flare again.",
        "Tran Binh An goes home.",
        "He went to His own house.",
        "In 2008 The New York Times printed it.",
        "Pictures/Reuters images were sold.",
    ],
)
def test_sentences_begin_behind_a_caption_without_a_stop(marked):
    before, mark, _ = marked.partition("|")
    starts = [start for start in sentence_starts(gb.Document(text=marked.replace("|", ""), id="a")) if start]
    assert starts == ([len(before)] if mark else [])


def test_no_sentence_begins_in_lower_case_right_behind_a_word():
    text = (
        "September 23\nBrandt and her Chadian counterpart, Max Lund, sign the accord.\n\niPhones sell well. eBay grows."
    )
    assert sentences(text) == [
        "September 23",
        "Brandt and her Chadian counterpart, Max Lund, sign the accord.",
        "iPhones sell well.",
        "eBay grows.",
    ]


def test_only_headlines_break_at_a_colon():
    assert sentences("Mill fire: Police arrest owner.") == ["Mill fire: Police arrest owner."]


def test_furniture_and_bylines_tell_no_story():
    text = "NATO met.\n\nFollow us.\n\nIt ended."
    [one] = parse([gb.Document(text=text, id="a", zones=(gb.Zone("furniture", 11, 21),))])
    assert [span.text.strip() for span in one.live] == ["NATO met.", "It ended."]
    assert [sentence.text for sentence in one.sentences] == ["NATO met.", "Follow us.", "It ended."]


def test_sentences_are_verbatim(nato_documents):
    for one in parse(nato_documents):
        for number, sentence in enumerate(one.sentences):
            assert sentence.index == number
            assert one.document.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        for token in one.doc:
            if not token.is_space:
                sentence = one.sentences[one.sentence_of[token.i]]
                assert sentence.start <= token.idx < sentence.end


@given(st.text(max_size=300), st.integers(1, 40), st.integers(1, 20))
def test_pieces_lose_nothing_and_are_never_too_long(text, size, run):
    found = list(pieces(text, size, run))
    assert "".join(found) == text
    assert all(0 < len(piece) <= size for piece in found)


@pytest.mark.parametrize(
    ("text", "size", "run", "found"),
    [
        ("one two three", 8, 99, ["one two ", "three"]),
        ("onetwothree", 4, 99, ["onet", "woth", "ree"]),
        ("(((((((((", 100, 4, ["((((", "((((", "("]),
        ("", 5, 5, []),
    ],
)
def test_pieces_end_at_white_space(text, size, run, found):
    assert list(pieces(text, size, run)) == found


def test_long_texts_are_parsed_in_pieces(monkeypatch):
    text = "NATO leaders met in Bucharest on 2 April 2008. " * 40
    whole = sentences(text)
    monkeypatch.setattr(cutting, "pieces", lambda text: pieces(text, size=300))
    monkeypatch.setattr(cutting, "PIECE", 300)
    assert sentences(text) == whole


@pytest.mark.parametrize("mark", ["(", "a", "!", "\u3042", "\U0001f600"])
def test_a_run_without_spaces_is_cut(mark):
    text = f"NATO met. {mark * 5_000} It ended."
    [one] = parse([gb.Document(text=text, id="a")])
    assert one.doc.text == text


@pytest.mark.parametrize(
    ("text", "joint"),
    [("NATO met in Oslo on 3 May 2021, he said. ", "said. "), ("He met Mr. Lund in the U.S. and left. ", "left. "),
     ("and so on ", " "), ("x", "x")],
)  # fmt: skip
def test_a_long_paragraph_is_parsed_in_parts_that_end_with_a_sentence_or_a_word(text, joint):
    whole = text * (3 * cutting.PART // len(text))
    parts = [whole[start:end] for start, end in cutting._blocks(whole, [])]
    assert "".join(parts) == whole
    assert len(parts) > 2
    assert all(part.endswith(joint) for part in parts)
    assert max(map(len, parts)) <= cutting.PART


@pytest.mark.parametrize("unit", ["NATO met ", "a.b ", "x\t", " \n", "A\n  ", "...", "(", "Word. "])
def test_the_breaks_of_a_document_cost_no_more_than_its_length(unit):
    def seconds(times):
        text = "x" + unit * times
        started = process_time()
        sentence_starts(gb.Document(text=text, id="a"))
        return process_time() - started

    seconds(1_000)
    short, long = (min(seconds(times) for _ in range(3)) for times in (10_000, 80_000))
    assert long < 32 * short  # eight times the text; a cost that grows with the square would be 64 times
