"""The reader with its weights: refused with the remedy where they are not as they should be, loaded once a process."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest

import graphbuilder as gb
from graphbuilder.reader import Cuts, Reader, reader
from graphbuilder.reader.encoder import Encoder, Window
from graphbuilder.reader.weights import read_weights

#: What is known of an event (`line.facts`).
FACTS = 14
REMEDY = "pip install --force-reinstall graphbuilder"


@pytest.mark.parametrize("make", [Reader, reader])
def test_missing_weights_are_refused_with_the_remedy(make, tmp_path):
    with pytest.raises(gb.ModelNotFound, match=r"nowhere\.weights' cannot be read") as caught:
        make(tmp_path / "nowhere.weights")
    assert REMEDY in str(caught.value)


def other_tables(tensors):
    yield "one fact of words more", {**tensors, "encoder.facts.6.weight": tensors["encoder.facts.5.weight"]}
    yield "one value less", {**tensors, "encoder.facts.2.weight": tensors["encoder.facts.2.weight"][:-1]}
    yield "one fact of mentions less", {k: v for k, v in tensors.items() if k != "same.tables.9.weight"}
    yield "one path more", {**tensors, "when.tables.4.weight": np.zeros((10, 16), np.float32)}
    yield "the encoder alone", {k: v for k, v in tensors.items() if k.startswith("encoder.p.")}


@pytest.mark.parametrize("number", range(5))
def test_weights_for_other_facts_are_refused_with_the_remedy(number, tmp_path, reader_tensors, write_reader):
    name, tensors = list(other_tables(reader_tensors))[number]
    path = write_reader(tmp_path / "other.weights", tensors)
    with pytest.raises(gb.ModelNotFound, match=r"other\.weights' were taught for another version") as caught:
        Reader(path)
    assert REMEDY in str(caught.value), name


def test_weights_without_paths_are_refused(tmp_path, export, reader_tensors, vocabulary):
    export.write_weights(tmp_path / "old.weights", reader_tensors, vocabulary, 4)
    with pytest.raises(gb.ModelNotFound, match="another version"):
        Reader(tmp_path / "old.weights")


@pytest.mark.parametrize("number", [FACTS, FACTS + 2])
def test_weights_of_other_facts_of_a_line_are_refused(tmp_path, reader_tensors, write_reader, number):
    path = write_reader(tmp_path / "old.weights", reader_tensors, lines=[0.0] * number)
    with pytest.raises(gb.ModelNotFound, match="another version"):
        Reader(path)


def test_they_are_loaded_once_a_process(weights_path):
    assert reader(weights_path) is reader(weights_path)


def test_weights_bring_their_cuts(tmp_path, reader_tensors, write_reader, small, parsed):
    cuts = Cuts(mention=0.9, event=0.9, part=0.8, place=0.7, source=0.6, time=0.55)
    strict = Reader(write_reader(tmp_path / "reader.weights", reader_tensors, cuts=asdict(cuts)))
    assert (strict.cuts, small.cuts) == (cuts, Cuts())
    [(one, times)] = parsed("NATO leaders met in Bucharest on 2 April 2008, and Moscow condemned what they decided.")
    few, many = strict.read(one, times), small.read(one, times)
    assert len(few.spots) < len(many.spots)
    assert repr(small.decode(small.encode(one, times), cuts).events) == repr(few.events)


def test_weights_bring_what_makes_a_line(tmp_path, reader_tensors, write_reader, small, parsed):
    """A weight of one fact alone: the lines are in the order of that fact, and all else is as without it."""
    lines = [1.0] + [0.0] * FACTS
    by = Reader(write_reader(tmp_path / "reader.weights", reader_tensors, lines=lines))
    [(one, times)] = parsed("NATO leaders met in Bucharest on 2 April 2008, and Moscow condemned what they decided.")
    found, plain = by.read(one, times).events, small.read(one, times).events
    assert [event.line for event in found] == pytest.approx([event.wanted for event in plain], abs=1e-3)
    assert [replace(event, line=event.wanted) for event in found] == list(plain)


def test_times_in_words(small, parsed):
    text = "On 2 April 2008 they met in Kyiv; on 3 April they left."
    [(one, times)] = parsed(text)
    encoded = small.encode(one, times)
    starts, ends = encoded.words.starts, encoded.words.ends
    assert [text[starts[spot.first] : ends[spot.last]] for spot in encoded.times] == ["2 April 2008", "3 April"]
    assert small.encode(one, ()).times == ()


def test_a_word_has_the_vector_of_its_first_piece(small, weights_path, parsed, vocabulary):
    """In a text of one window: what the encoder gives for its pieces, those that open and close it around them."""
    [(one, times)] = parsed("abc met Bucharest-based abcd")
    encoded = small.encode(one, times)
    words, weights = encoded.words, read_weights(weights_path)
    pieces = [vocabulary.index("[CLS]"), *words.pieces.tolist(), vocabulary.index("[SEP]")]
    added = np.zeros((len(pieces), 128), np.float32)
    for piece, word in enumerate(words.word_of, 1):
        for fact, value in enumerate(words.facts[word]):
            added[piece] += weights.full(f"encoder.facts.{fact}.weight")[value]
    for fact in range(words.facts.shape[1]):  # what opens and closes a window: the first row of each table
        added[[0, -1]] += weights.full(f"encoder.facts.{fact}.weight")[0]
    [vectors] = Encoder(weights, "encoder.p.")([Window(np.array(pieces, np.int32), added)])
    assert words.first.tolist()[:3] == [0, 3, 4]
    assert np.abs(encoded.vectors - vectors[words.first + 1]).max() < 1e-5


def test_what_stands_in_the_last_window_is_not_seen_in_the_first(small, parsed):
    text = "They met. " * 300
    [(one, times)], [(other, more)] = parsed(text + "They won."), parsed(text + "2008 won.")
    a, b = small.encode(one, times), small.encode(other, more)
    assert len(a.words) == len(b.words) > 800
    differs = np.flatnonzero((a.vectors != b.vectors).any(axis=1))
    assert 600 < differs.min() < 850
