"""Which sentences prove an entry, each once, with outlet, headline, day and address of its article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphbuilder.addresses import shown_address
from graphbuilder.export.clean import for_terminal
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval
from graphbuilder.records import Provenance


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of an article: its words, who published it, when ("" where unknown), and the address or None."""

    document: str
    sentence: int
    text: str
    outlet: str
    title: str
    published: str
    url: str | None

    @property
    def origin(self) -> str:
        """The outlet (else the name of the document), the headline and the day, as far as they are known."""
        named = f"{self.outlet}, “{self.title}”" if self.title else self.outlet
        return f"{named}, {self.published}" if self.published else named


def quotes(graph: EventGraph, provenance: tuple[Provenance, ...]) -> list[Quote]:
    """The sentences of provenance, in its order, without control characters, each on a line."""
    found = {(one.span.document, one.context.sentence): one for one in provenance}
    return [_quote(graph.graph["documents"][document], one) for (document, _), one in found.items()]


def _quote(facts: dict[str, Any], one: Provenance) -> Quote:
    return Quote(
        document=one.span.document,
        sentence=one.context.sentence,
        text=for_terminal(one.quote),
        outlet=for_terminal(facts["source"] or one.span.document),
        title=for_terminal(facts["title"] or ""),
        published=_day(facts["published"]),
        url=shown_address(facts.get("url")),
    )


def _day(published: str | None) -> str:
    return "" if published is None else Interval.of_day(date.fromisoformat(published[:10])).readable


def as_json(data: Any) -> str:
    """JSON text for people to read, safe also within a page."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
