"""Words and phrases are found; whatever a user types is no syntax."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb

TEXTS = {
    "grain": "Grain left the Black Sea on Friday.",
    "black": "The black ships crossed a quiet sea.",
    "cafe": "The Café of Élodie opened. It said: AND, NOT and NEAR.",
    "odd": "Rates rose 2.5% at A/S Nordhavn, a 100-year-old firm.",
}


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    with gb.Store(tmp_path_factory.mktemp("search") / "x.store") as store:
        store.add(texts=[{"text": text, "id": id, "title": f"About {id}"} for id, text in TEXTS.items()])
        yield store


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("grain", ["grain"]),
        ("GRAIN sea", ["grain"]),
        ("black sea", ["black", "grain"]),
        ('"black sea"', ["grain"]),
        ('"Black sea', ["grain"]),
        ("“black sea” friday", ["grain"]),
        ('"sea black"', []),
        ("sea -black", ["black", "grain"]),
        ("café", ["cafe"]),
        ("cafe elodie", ["cafe"]),
        ("caf", []),
        ("caf*", []),
        ("AND", ["cafe"]),
        ("grain OR ships", []),
        ("NOT NEAR(", ["cafe"]),
        ("text:grain", []),
        ("2.5%", ["odd"]),
        ("100-year-old", ["odd"]),
        ("A/S", ["odd"]),
        ("about", ["black", "cafe", "grain", "odd"]),
        ("'); DROP TABLE document; --", []),
        ("gr\0ain", []),
        ("\udcff grain", ["grain"]),
    ],
)
def test_words_find_articles(full, words, ids):
    assert sorted(hit.id for hit in full.search(words)) == ids


@pytest.mark.parametrize("words", ["", " ", '"', '""', "* -", "\0", "()", "🙂"])
def test_without_a_word_it_says_so(full, words):
    with pytest.raises(gb.InputError, match="there is no word to look for in"):
        full.search(words)


def test_hits_tell_what_they_are(full):
    [hit] = full.search('"black sea"')
    assert (hit.id, hit.title, hit.published, hit.source) == ("grain", "About grain", None, None)
    assert hit.snippet == "Grain left the [Black Sea] on Friday."
    assert len(full.search("about", limit=2)) == 2


@given(st.text(st.sampled_from("ab\"'*():^-+{}.,\0é🙂“” ANDORT\ud800")) | st.text())
@settings(max_examples=300)
def test_no_text_is_an_error_of_sqlite(full, words):
    if any(map(str.isalnum, words)):
        full.search(words)
    else:
        with pytest.raises(gb.InputError, match="there is no word to look for"):
            full.search(words)
