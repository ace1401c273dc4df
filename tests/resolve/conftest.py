"""What the tests of this folder share: views of what articles resolve to, articles by hand and some that are read."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from graphbuilder.extract import read
from graphbuilder.intervals import Interval
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import (
    PUBLICATION,
    Document,
    Entity,
    Event,
    EventMention,
    Extraction,
    Mention,
    Participant,
    Provenance,
    Resolution,
    Sentence,
    Span,
    TimeExpression,
)
from graphbuilder.resolve import resolve
from graphbuilder.resolve.cluster.event_clusters import EventCluster

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


# articles by hand: what the reader would decide is said

PEOPLE = ("Jane Roe", "Max Lund", "Ann Lee")
PLACES = ("Oslo", "Lund", "Norway", "Lima", "Sweden")
#: Polarity and modality.
STATUSES = {
    "happened": ("POS", "ACTUAL"),
    "denied": ("NEG", "ACTUAL"),
    "planned": ("POS", "PLANNED"),
    "called off": ("NEG", "PLANNED"),
    "possible": ("POS", "POSSIBLE"),
    "demanded": ("POS", "DEMANDED"),
    "if": ("POS", "CONDITIONAL"),
}
#: What is told where nothing else is said: `alike` counts sketches, `chain` the events of the article.
PLAIN: Mapping[str, Any] = {
    "act": "bought", "lemma": None, "type": "buy", "who": "agent Alba; patient Corin", "when": None, "rule": "reader",
    "place": None, "alike": 0, "status": "happened", "tense": "PAST", "form": "verb", "score": 0.8, "words": None,
    "says": None, "chain": None, "phrase": None, "aside": False,
}  # fmt: skip


def sketch(number: int | None) -> str:
    """Sketches of one number are equal, those of two numbers at right angles; None is no sketch."""
    if number is None:
        return ""
    return base64.b64encode((np.eye(32)[number] * 127).astype(np.int8).tobytes()).decode()


class Sentences:
    """The sentences of an article, each of which tells one event."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.sentences: list[Sentence] = []
        self.mentions: dict[str, Mention] = {}
        self.times: list[TimeExpression] = []
        self.events: list[EventMention] = []
        self._first: dict[str, str] = {}
        self._chains: dict[int, str] = {}
        self._at = 0

    def tell(self, **given: Any) -> None:
        """A sentence: who says so, who takes part, what, where, some words, when. `words` are none of other articles
        unless they are given.
        """
        told = {**PLAIN, **given}
        who = [part.split(" ", 1) for part in told["who"].split("; ") if part]
        words = self.document if told["words"] is None else told["words"]
        parts = [told["says"], *(name for _, name in who), told["act"], told["place"], words, told["when"]]
        text = " ".join(filter(None, parts)) + "."
        sentence = Sentence(len(self.sentences), self._at, self._at + len(text), text)
        self.sentences.append(sentence)
        self._at += len(text) + 1
        names = {
            name: self._mention(sentence, name) for name in (*(n for _, n in who), told["place"], told["says"]) if name
        }
        start, end = self._span(sentence, told["act"])
        id_ = f"{self.document}@e{start}-{end}"
        polarity, modality = STATUSES[told["status"]]
        rule, times = self._dated(sentence, told)
        self.events.append(
            EventMention(
                id=id_,
                span=Span(self.document, start, end, sentence.index),
                text=told["act"],
                type=told["type"],
                lemma=told["lemma"] or told["act"],
                participants=tuple(self._part(sentence, role, names[name]) for role, name in who),
                times=times,
                place=names[told["place"]].id if told["place"] else None,
                polarity=polarity,
                modality=modality,
                tense=told["tense"],
                attribution=names[told["says"]].id if told["says"] else None,
                chain=id_ if told["chain"] is None else self._chains.setdefault(told["chain"], id_),
                method=f"reader{rule}",
                score=told["score"],
                phrase=told["phrase"] or " ".join(filter(None, [*(n for _, n in who), told["act"], words])),
                form=told["form"],
                sketch=sketch(told["alike"]),
                aside=told["aside"],
            )
        )

    def _span(self, sentence: Sentence, words: str) -> tuple[int, int]:
        start = sentence.start + sentence.text.index(words)
        return start, start + len(words)

    def _mention(self, sentence: Sentence, name: str) -> Mention:
        """Small letters name nobody: "police"."""
        start, end = self._span(sentence, name)
        id_ = f"{self.document}@m{start}-{end}"
        label = "person" if name in PEOPLE or name[0].islower() else "place" if name in PLACES else "organization"
        form = "nominal" if name[0].islower() else "name"
        chain = self._first.setdefault(name, id_)
        span = Span(self.document, start, end, sentence.index)
        found = Mention(id_, span, name, label, form, name.split()[-1], chain, "ner", 0.8)
        return self.mentions.setdefault(id_, found)

    def _part(self, sentence: Sentence, role: str, mention: Mention) -> Participant:
        context = Span(self.document, sentence.start, sentence.end, sentence.index)
        return Participant(role, mention.id, Provenance(mention.span, context, sentence.text, "reader", 0.8))

    def _dated(self, sentence: Sentence, told: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
        """The end of the method, and the times."""
        if told["rule"] == PUBLICATION:
            return f"/{PUBLICATION}", (PUBLICATION,)
        if told["when"] is None:
            return "", ()
        start, end = self._span(sentence, told["when"])
        span, id_ = Span(self.document, start, end, sentence.index), f"{self.document}@t{start}-{end}"
        interval = Interval.parse(told["when"])
        self.times.append(
            TimeExpression(id_, span, told["when"], "DATE", told["when"], None, interval, (), None, (), "iso", 1.0)
        )
        return f"/{told['rule']}", (id_,)


def by_hand(
    document: str, tellings: Sequence[Mapping[str, Any]], published: str | None = None, source: str | None = None
) -> Extraction:
    """An article that tells these events, one in each sentence."""
    made = Sentences(document)
    for told in tellings:
        made.tell(**told)
    day = None if published is None else date.fromisoformat(published)
    mentions = sorted(made.mentions.values(), key=lambda one: one.span.start)
    return Extraction(
        document, None, day, source or f"Outlet of {document}", "en", tuple(made.sentences), (), tuple(mentions),
        tuple(made.times), tuple(made.events), (),
    )  # fmt: skip


@pytest.fixture(scope="session")
def written():
    """Articles by hand: each a telling, or a list of tellings; the first may say when it was published."""

    def write(*articles: Any) -> list[Extraction]:
        made = []
        for at, article in enumerate(articles):
            tellings = [article] if isinstance(article, Mapping) else list(article)
            published = tellings[0].get("published")
            plain = [{key: value for key, value in one.items() if key != "published"} for one in tellings]
            made.append(by_hand(f"article{at}", plain, published))
        return made

    return write


@pytest.fixture(scope="session")
def told(written):
    """What articles by hand resolve to."""
    return lambda *articles: ResolvedView(written(*articles))


@pytest.fixture(scope="session")
def cluster():
    """An event cluster of one mention, by hand: what a telling says, and what resolution found for it."""

    def make(document: str = "one", telling: Mapping[str, Any] | None = None, **found: Any) -> EventCluster:
        [event] = by_hand(document, [telling or {}]).events
        told: dict[str, Any] = {
            "id": event.id, "document": document, "type": event.type, "polarity": event.polarity,
            "modality": event.modality, "interval": None, "place": None, "participants": frozenset(),
            "lemmas": frozenset({event.lemma}), "named": "", "mentions": (event,), "published": None,
            "words": frozenset(),
        }  # fmt: skip
        if isinstance(found.get("interval"), str):
            found["interval"] = Interval.parse(found["interval"])
        return EventCluster(**{**told, **found})

    return make
