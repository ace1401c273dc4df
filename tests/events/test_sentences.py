"""All that a sentence tells: which events, whether they happened, who says so and who takes part (sentences.yaml)."""

from pathlib import Path

import pytest
import yaml

from graphbuilder.events import CEILING

ROWS = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))


def _row(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["gap"])] if "gap" in row else []
    return pytest.param(row["text"], row["events"], id=row["text"], marks=marks)


def _happened(event):
    if event.modality == "ACTUAL":
        return "yes" if event.polarity == "POS" else "no"
    return event.modality.casefold() if event.polarity == "POS" else f"not {event.modality.casefold()}"


def _told(view):
    """The events for a timeline, as the table tells them."""
    told = {}
    for event in view.events:
        if event.score >= CEILING:
            roles = dict(part.split(": ", 1) for part in filter(None, view.roles(event.text).split("; ")))
            says = view.speaker(event.text)
            told[event.text] = {"happened": _happened(event), **roles, **({"says": says} if says else {})}
    return told


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([(row["text"],) for row in ROWS])


@pytest.mark.parametrize(("text", "events"), [_row(row) for row in ROWS])
def test_sentences(read, text, events):
    assert _told(read[text]) == events


def test_each_sentence_stands_once():
    assert len({row["text"] for row in ROWS}) == len(ROWS)
