"""How good probabilities of lines are, and what is learned of tellings of one event; needs no torch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from training import likeness
from training.calibrate import calibration_error, ranking
from training.likeness import ALWAYS, Pair


@pytest.mark.parametrize(
    ("chances", "right", "share"),
    [
        ([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0.0),
        ([0.1, 0.8, 0.2, 0.9], [0, 0, 1, 1], 0.75),
        ([0.3, 0.6], [1, 0], 0.0),
    ],
)
def test_ranking(chances, right, share):
    assert ranking(np.array(chances), np.array(right, bool)) == pytest.approx(share)


def test_calibration_of_what_is_as_likely_as_it_says():
    rng = np.random.default_rng(4)
    chances = rng.random(20000)
    right = rng.random(20000) < chances
    assert calibration_error(chances, right) < 0.02
    assert calibration_error(chances, ~right) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize(("chance", "error"), [(0.5, 0.0), (0.9, 0.4), (0.1, 0.4)])
def test_how_far_a_constant_is_from_one_half(chance, error):
    """All but constant: so that the order of the bins is that of the cases."""
    chances = chance + np.arange(1000) * 1e-9
    assert calibration_error(chances, np.tile([True, False], 500)) == pytest.approx(error, abs=1e-5)


# tellings of one event


def test_what_is_learned_goes_into_the_lexicon_with_its_head(tmp_path, monkeypatch, capsys):
    """The fact that tells them apart has the highest weight."""
    rng = np.random.default_rng(5)
    given = [
        Pair(story, (float(same) + rng.normal(0, 0.3), rng.normal()), bool(same))
        for story in ("a", "b")
        for same in (0, 1) * 40
    ]
    lexicon = tmp_path / "likeness.yaml"
    lexicon.write_text("# What this is.\n# And more.\nweights:\n  old: 1\n", encoding="utf-8")
    monkeypatch.setattr(likeness, "LEXICON", lexicon)
    monkeypatch.setattr(likeness, "pairs", lambda part: (["alike", "noise"], given))
    monkeypatch.setattr("sys.argv", ["likeness"])
    likeness.main()
    assert "old: 1" in lexicon.read_text("utf-8")
    assert "160 pairs, 80 of one event" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["likeness", "--write"])
    likeness.main()
    head, more, key, *rows = lexicon.read_text("utf-8").splitlines()
    assert (head, more, key) == ("# What this is.", "# And more.", "weights:")
    weights = {name: float(value) for name, value in (row.strip().split(": ") for row in rows)}
    assert list(weights) == ["alike", "noise", ALWAYS]
    assert weights["alike"] > 1 > abs(weights["noise"])


@pytest.fixture
def keyed_event(articles):
    """The key of an article and the event of it that is told first."""
    _, _, key = articles["tea-bid-cleared"]
    return key, min((one for one in key.events if one.triggers), key=lambda one: one.triggers[0])


def test_the_event_of_the_key_is_that_of_most_mentions(keyed_event):
    key, event = keyed_event

    class Told:
        def __init__(self, *spans):
            self.document = "d"
            self.mentions = [type("Mention", (), {"span": type("Span", (), {"start": a, "end": b})}) for a, b in spans]

    name = event.story or f"d {event.id}"
    start, end = event.triggers[0]
    assert likeness._event_of(Told((start, end)), key) == name
    assert likeness._event_of(Told((10**6, 10**6 + 1)), key) is None
    assert likeness._event_of(Told((10**6, 10**6 + 1), (start, end)), key) == name
    other = replace(key, events=())
    assert likeness._event_of(Told((start, end)), other) is None
