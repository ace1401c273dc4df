"""What the tests of this folder share: short texts read in one batch, and views of the events that they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from graphbuilder.events import CEILING
from graphbuilder.extract import read
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, EventMention, Extraction


class EventView:
    """The events of one text, looked up by the words of their trigger; "talks#2" is the second of these words."""

    def __init__(self, extraction: Extraction):
        self.extraction = extraction
        self.events = extraction.events
        self._mentions = {one.id: one for one in extraction.mentions}
        self._times = {one.id: one for one in extraction.times}

    def triggers(self) -> str:
        """What is for a timeline."""
        told = (one for one in self.events if one.score >= CEILING)
        return " ".join(f"{one.text.replace(' ', '_')}:{one.type}" for one in told)

    def likely(self) -> str:
        """What happens beside it."""
        return " ".join(one.text for one in self.events if one.score < CEILING)

    def event(self, trigger: str) -> EventMention:
        text, _, number = trigger.partition("#")
        told = [one for one in self.events if one.text == text]
        assert told, f"no event is told by {text!r}, but by {[one.text for one in self.events]}"
        return told[int(number or 1) - 1]

    def roles(self, trigger: str) -> str:
        """Roles and their fillers, as "agent: Russia; patient: Georgia, Ukraine", in alphabetical order."""
        found = defaultdict(set)
        for one in self.event(trigger).participants:
            found[one.role].add(self._called(one.mention))
        place = self.event(trigger).place
        if place is not None:
            found["place"].add(self._called(place))
        return "; ".join(f"{role}: {', '.join(sorted(found[role]))}" for role in sorted(found))

    def _called(self, mention: str) -> str:
        """The name of what a mention means, if its chain has one; the country for an adjective."""
        chain = [one for one in self._mentions.values() if one.chain == self._mentions[mention].chain]
        one = next((one for one in chain if one.form == "name"), self._mentions[mention])
        entry = known(one.text) if one.method == "demonym" else None
        return one.text if entry is None else entry.name

    def speaker(self, trigger: str) -> str:
        mention = self.event(trigger).attribution
        return "" if mention is None else self._called(mention)

    def when(self, trigger: str) -> str:
        """The date and the rule that gave it, as "2022-11-29 syntax"; "" without a date."""
        event = self.event(trigger)
        rule = event.method.partition("/")[2]
        if not event.times:
            assert not rule
            return ""
        if event.times[0] == "publication":
            return f"{self.extraction.published.isoformat()} {rule}"
        return f"{self._times[event.times[0]].interval.edtf} {rule}"

    def same(self, left: str, right: str) -> bool:
        return self.event(left).chain == self.event(right).chain


@pytest.fixture(scope="session")
def read_events():
    """Reads the texts of a table (its first column) in one batch; returns their views by text."""

    def read_all(table: Iterable, published: date | None = None) -> dict[str, EventView]:
        texts = dict.fromkeys(getattr(row, "values", row)[0] for row in table)
        documents = [Document(text=text, id=f"d{at}", published=published) for at, text in enumerate(texts)]
        return {one.document.text: EventView(read(one)) for one in parse(documents, batch_size=128)}

    return read_all
