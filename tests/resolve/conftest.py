"""What the tests of this folder share: small collections read in one batch, and views of what they resolve to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest

from graphbuilder.extract import read
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, Entity, Event, Extraction, Resolution
from graphbuilder.resolve import resolve

#: A text, or a text with its day of publication.
Article = str | tuple[str, str]


class ResolvedView:
    """What a few articles resolve to. They are numbered from 0."""

    def __init__(self, extractions: Sequence[Extraction]):
        self.extractions = extractions
        self.resolution: Resolution = resolve(extractions)

    def entity(self, article: int, text: str) -> Entity | None:
        """What the last mention of these words in an article is a mention of."""
        told = [one for one in self.extractions[article].mentions if one.text == text]
        assert told, f"{text!r} is no mention, but {[one.text for one in self.extractions[article].mentions]}"
        return next((one for one in self.resolution.entities if told[-1].id in one.mentions), None)

    def event(self, article: int, trigger: str) -> Event | None:
        """The event that a trigger tells; "met#2" is the second one of these words in the article."""
        text, _, number = trigger.partition("#")
        told = [one for one in self.extractions[article].events if one.text == text]
        assert told, f"{text!r} tells no event, but {[one.text for one in self.extractions[article].events]}"
        mention = told[int(number or 1) - 1].id
        return next((one for one in self.resolution.events if mention in one.mentions), None)


@pytest.fixture(scope="session")
def read_collections():
    """Reads collections of articles in one batch; the view of each. Outlets differ from article to article."""

    def read_all(collections: Iterable[Sequence[Article]], published: str | None = None) -> list[ResolvedView]:
        rows = [[_article(one, published) for one in articles] for articles in collections]
        documents = [
            Document(text=text, id=f"{row}/{at}", published=day, source=f"Outlet {at}")
            for row, articles in enumerate(rows)
            for at, (text, day) in enumerate(articles)
        ]
        made = iter([read(one) for one in parse(documents, batch_size=128)])
        return [ResolvedView([next(made) for _ in articles]) for articles in rows]

    return read_all


def _article(article: Article, published: str | None) -> tuple[str, date | None]:
    text, day = (article, published) if isinstance(article, str) else article
    return text, None if day is None else date.fromisoformat(day)
