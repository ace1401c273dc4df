"""What the words of a document are to the reader: how they are written, where they stand, their pieces."""

from __future__ import annotations

import numpy as np
import pytest

from graphbuilder.reader.words import (
    CASE,
    CASES,
    CLASS,
    CLASSES,
    DEPENDENCIES,
    DEPENDENCY,
    NAME,
    NAMES,
    PLACE,
    QUOTED,
    SIZES,
    VERB,
)

WRITTEN = {
    "summit": "lower",
    "’s": "lower",
    "anti-war": "lower",
    "Bucharest": "capital",
    "Anti-war": "capital",
    "I": "capital",
    "A": "capital",
    "Ö": "capital",
    "NATO": "upper",
    "EU": "upper",
    "U.S.": "upper",
    "McDonald": "mixed",
    "iPhone": "mixed",
    "O’Neill": "mixed",
    "東京": "mixed",  # letters without capitals
    "2008": "digits",
    "G7": "digits",
    "30th": "digits",
    "1,500": "digits",
    "—": "mark",
    "...": "mark",
    "$": "mark",
    "\ufeff": "mark",
}


@pytest.mark.parametrize("word", WRITTEN, ids=ascii)
def test_how_a_word_is_written(word, words_from):
    [number] = words_from([word]).facts[:, CASE]
    assert CASES[number - 1] == WRITTEN[word]


def test_what_spacy_says_of_a_word(words_from):
    words = words_from(
        ["Jens", "Stoltenberg", "met", "them", "."],
        ents=["B-PERSON", "I-PERSON", "O", "O", "O"],
        pos=["PROPN", "PROPN", "VERB", "PRON", "PUNCT"],
        deps=["compound", "nsubj", "ROOT", "dobj", "punct"],
        heads=[1, 2, 2, 2, 2],
    )
    person = NAMES.index("PERSON") + 1
    assert words.facts[:, NAME].tolist() == [person, person, 0, 0, 0]
    classes = [CLASSES[number - 1] for number in words.facts[:, CLASS]]
    assert classes == ["PROPN", "PROPN", "VERB", "PRON", "PUNCT"]
    assert (words.facts[:, CLASS] == VERB).tolist() == [False, False, True, False, False]
    labels = [DEPENDENCIES[number - 1] for number in words.facts[:, DEPENDENCY]]
    assert labels == list(words.labels) == ["compound", "nsubj", "ROOT", "dobj", "punct"]
    assert words.heads.tolist() == [1, 2, 2, 2, 2]
    assert words.texts == ("jens", "stoltenberg", "met", "them", ".")


def test_what_spacy_says_and_nobody_knows_is_none_of_the_values(words_from):
    words = words_from(["Kyiv"], ents=["B-CITY"], pos=["SPACE"], deps=["obl"], heads=[0])
    assert words.facts[0, [NAME, CLASS, DEPENDENCY]].tolist() == [0, 0, 0]


def test_every_fact_has_a_value_of_its_table(parsed, small):
    [(one, times)] = parsed('NATO meets\n\n“We agreed,” he said on 2 April 2008 in O’Hare.\n\n"Yes" — G7, I, NATO\n')
    facts = small.encode(one, times).words.facts
    assert facts.shape[1] == len(SIZES)
    assert (facts >= 0).all()
    assert (facts < np.array(SIZES)).all()


LONG = " ".join(["long"] * 41)  # 204 characters
#: Texts, each with where its words stand: h in the headline, l in the lead, else the tenth of the text.
STANDING = {
    "Nato meets\nLeaders met\nThey left": "hh ll 78",
    "Nato meets\n\n\nLeaders met\n\nThey left": "hh ll 78",
    "\n Nato meets\nLeaders met": "hh ll",
    "Nato meets": "ll",  # one line alone is no headline
    "Nato meets\n\n \n": "ll",
    f"{LONG}\nThey left": "l" * 41 + " 99",  # too long for a headline
    "x\n" + "y\n" + "a " * 48: "h l " + "0" * 3 + "1" * 5 + "".join(str(tenth) * 5 for tenth in range(2, 10)),
}


@pytest.mark.parametrize("text", STANDING, ids=lambda text: ascii(text[:24]))
def test_where_a_word_stands(text, parsed, small):
    [(one, times)] = parsed(text)
    places = small.encode(one, times).words.facts[:, PLACE].tolist()
    assert "".join("hl0123456789"[place] for place in places) == STANDING[text].replace(" ", "")


#: Texts, each with its words that stand within quotation marks; a mark counts from where it opens to before it closes.
QUOTES = {
    "He said “we won” and left": "“ we won",
    "He said “we won": "“ we won",
    "He said “we\nwon and left": "“ we",  # not over paragraphs
    'He said " we won " and left': '" we won',
    'He said " we won " and " left': '" we won " left',
    "« we » left": "« we",
    "„ we ” left": "„ we",
    "we ” left": "",
    "the ’ we won ’ they": "",  # single ones are apostrophes as often
    "It isn’t theirs": "",
}


@pytest.mark.parametrize("text", QUOTES)
def test_what_stands_within_quotation_marks(text, parsed, small):
    [(one, times)] = parsed(text)
    words = small.encode(one, times).words
    inside = [text[a:b] for a, b, fact in zip(words.starts, words.ends, words.facts, strict=True) if fact[QUOTED]]
    assert " ".join(inside) == QUOTES[text]


def test_pieces_and_the_words_that_they_are_of(words_from, vocabulary):
    words = words_from(["abc", "\u200b", "Bucharest-based", "abcdabcdabcd"])
    pieces = " ".join(vocabulary[number] for number in words.pieces)
    assert pieces == "a ##b ##c [UNK] bucharest - based a ##b ##c ##d ##a ##b ##c ##d"  # of a long word eight
    assert words.first.tolist() == [0, 3, 4, 7]
    assert words.word_of.tolist() == [0] * 3 + [1] + [2] * 3 + [3] * 8


def test_blanks_are_no_words(words_from):
    words = words_from(["Nato", "\n\n", "met", " "], spaces=[False, False, True, False], heads=[2, 0, 2, 2])
    assert words.texts == ("nato", "met")
    assert words.tokens.tolist() == [0, 2]
    assert (words.starts.tolist(), words.ends.tolist()) == ([0, 6], [4, 9])
    assert words.heads.tolist() == [1, 1]


def test_a_word_that_hangs_on_a_blank_hangs_on_itself(words_from):
    assert words_from(["\n", "met"], heads=[0, 0]).heads.tolist() == [0]


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 4, (0, 0)),
        (0, 16, (0, 2)),
        (2, 3, (0, 0)),  # within a word
        (2, 7, (0, 1)),
        (5, 13, (1, 1)),  # with the blank after it
        (4, 5, None),  # a blank
        (16, 16, None),
        (16, 40, None),
    ],
)
def test_words_of_characters(start, end, span, words_from):
    words = words_from(["NATO", "leaders", "met"])  # 0-4, 5-12, 13-16
    assert words.span(start, end) == span


def test_no_words_have_no_characters(words_from):
    assert words_from([]).span(0, 10) is None


def test_a_part_is_what_it_is_in_the_whole(parsed, small):
    text = "Nato meets\n\nLeaders met in Bucharest-based offices. They left early.\n\nNobody stayed."
    [(one, times)] = parsed(text)
    words = small.encode(one, times).words
    low = words.texts.index("they")
    part = words.part(low, len(words) - 1)
    assert part.texts == ("they", "left", "early", ".", "nobody", "stayed")
    assert [text[a:b] for a, b in zip(part.starts, part.ends, strict=True)][:2] == ["They", "left"]
    assert np.array_equal(part.facts, words.facts[low:-1])
    assert np.array_equal(part.heads, words.heads[low:-1] - low)
    assert part.first[0] == 0
    assert np.array_equal(part.pieces, words.pieces[words.first[low] : words.first[-1]])
    assert np.array_equal(part.word_of, words.word_of[words.first[low] : words.first[-1]] - low)


def test_the_whole_is_a_part(words_from):
    words = words_from(["abc", "met"], heads=[1, 1])
    part = words.part(0, 2)
    assert all(np.array_equal(getattr(part, name), getattr(words, name)) for name in type(words).__slots__)


def test_a_head_outside_of_a_part_is_cut_off(words_from):
    words = words_from(["Leaders", "met", "in", "Kyiv"], heads=[1, 1, 1, 2])
    assert words.part(0, 1).heads.tolist() == [0]
    assert words.part(2, 4).heads.tolist() == [0, 0]
