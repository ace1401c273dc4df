"""What is read in sentences of our own (sentences.yaml), as shares by layer against floors.

The reader is statistical: of one sentence nothing is asked, of all together that no less is right than was measured.
After the weights were taught again: ``python tests/events/test_sentences.py`` prints the shares that are measured now;
the floors are set three points below them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import graphbuilder as gb
from graphbuilder.graph.choice import LIKELY
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import EventMention, Extraction

#: Layer → the least share that must be right, in percent.
FLOORS = {
    "told": 94.7,
    "not told": 75.1,
    "happened: yes": 89.8,
    "happened: no": 72.2,
    "happened: planned": 78.0,
    "happened: possible": 24.5,
    "happened: demanded": 67.3,
    "agent": 79.9,
    "patient": 54.6,
    "recipient": 49.4,
    "attendee": 74.1,
    "place": 55.2,
    "says": 43.3,
    "says: nobody": 85.6,
}
ROWS = yaml.load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"), yaml.CSafeLoader)
ROLES = ("agent", "patient", "recipient", "attendee", "place")
NOBODY = "nobody"
_STATUS = {"ACTUAL": "yes", "PLANNED": "planned", "POSSIBLE": "possible", "DEMANDED": "demanded"}

#: For each layer whether each thing that was asked is right, and what to show where it is not.
Answers = dict[str, list[tuple[bool, str]]]


class Read:
    """The events that were read in one sentence, by their words."""

    def __init__(self, extraction: Extraction) -> None:
        self.events = extraction.events
        self._mentions = {one.id: one for one in extraction.mentions}

    def event(self, trigger: str) -> EventMention | None:
        """The event told by some words: that of the last of them, where they are several."""
        words = trigger.split()[-1]
        told = [one for one in self.events if one.text == trigger] or [
            one for one in self.events if words in one.text.split()
        ]
        return told[0] if told else None

    def fillers(self, event: EventMention, role: str) -> set[str]:
        if role == "place":
            return set() if event.place is None else {self._called(event.place)}
        return {self._called(one.mention) for one in event.participants if one.role == role}

    def speaker(self, event: EventMention) -> str:
        return NOBODY if event.attribution is None else self._called(event.attribution)

    def _called(self, mention: str) -> str:
        """The name of what a mention means, if its chain has one; the country for an adjective."""
        chain = [one for one in self._mentions.values() if one.chain == self._mentions[mention].chain]
        one = next((one for one in chain if one.form == "name"), self._mentions[mention])
        entry = known(one.text) if one.method == "demonym" else None
        return one.text if entry is None else entry.name


def happened(event: EventMention) -> str:
    return _STATUS[event.modality] if event.polarity == "POS" else "no"


def _last(name: str) -> str:
    """What a name or a description is compared by: its last word."""
    return name.split()[-1].casefold()


def answers(rows: Iterable[Mapping[str, Any]]) -> Answers:
    """What is asked of the rows, by layer."""
    rows = list(rows)
    documents = [gb.Document(text=row["text"], id=f"s{at}") for at, row in enumerate(rows)]
    found: Answers = defaultdict(list)
    for row, extraction in zip(rows, gb.extract(documents, batch_size=128), strict=True):
        for layer, right, shown in _judged(row, Read(extraction)):
            found[layer].append((right, f"{row['text']}  –  {shown}"))
    return found


def _judged(row: Mapping[str, Any], read: Read) -> Iterator[tuple[str, bool, str]]:
    if not row["events"]:
        likely = [one.text for one in read.events if one.score >= LIKELY]
        yield "not told", not likely, f"told: {', '.join(likely)}"
    for trigger, facts in row["events"].items():
        event = read.event(trigger)
        yield "told", event is not None, f"{trigger} not told"
        if event is not None:
            yield from _facts(trigger, facts, read, event)


def _facts(trigger: str, facts: Mapping[str, str], read: Read, event: EventMention) -> Iterator[tuple[str, bool, str]]:
    status = happened(event)
    if "happened" in facts:
        yield f"happened: {facts['happened']}", status == facts["happened"], f"{trigger}: {status}"
    if "says" in facts:
        speaker = read.speaker(event)
        layer = "says: nobody" if facts["says"] == NOBODY else "says"
        yield layer, _last(speaker) == _last(facts["says"]), f"{trigger}: {facts['says']}, not {speaker}"
    for role in ROLES if not facts.keys().isdisjoint(ROLES) else ():
        wanted = {_last(one) for one in facts.get(role, "").split(", ") if one}
        given = {_last(one) for one in read.fillers(event, role)}
        for one in sorted(wanted | given):
            yield role, one in wanted & given, f"{trigger}: {role} {one} {'missed' if one in wanted else 'is none'}"


def share(given: Iterable[tuple[bool, str]]) -> float:
    """Percent that is right."""
    right = [one for one, _ in given]
    return 100 * sum(right) / len(right)


@cache
def measured() -> Answers:
    return answers(ROWS)


@pytest.mark.parametrize("layer", FLOORS)
def test_share(layer):
    given = measured()[layer]
    wrong = [shown for right, shown in given if not right]
    assert share(given) >= FLOORS[layer], "\n".join([f"{layer}: {share(given):.1f} %", *wrong[:10]])


def test_every_layer_has_a_floor():
    assert measured().keys() == FLOORS.keys()


def test_the_table():
    """Each sentence stands once, with words of its own; as many tell nothing that happened as something that did."""
    assert len({row["text"] for row in ROWS}) == len(ROWS) <= 900
    assert [row["text"] for row in ROWS for trigger in row["events"] if trigger not in row["text"]] == []
    tell = [any(facts.get("happened") == "yes" for facts in row["events"].values()) for row in ROWS]
    assert 0.4 <= sum(tell) / len(tell) <= 0.55


if __name__ == "__main__":
    for name, given in measured().items():
        print(f"{name:20} {share(given):5.1f} % of {len(given)}")
