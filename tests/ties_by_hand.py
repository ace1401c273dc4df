"""Articles whose ties are given by hand, so that nothing is asked of how a sentence is read.

A tie is a row: source | relation | target | standing | title | time | speaker, of which the last may be left out. Its
standing is written as in the key of an edge: nothing of a plain fact, "not", "former", "planned:said". Of each row a
plain sentence is made, "Critics saw Jane Roe, then saw Norway in 2014.", and extracted for its mentions and its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import graphbuilder as gb
from graphbuilder.records import Extraction, Mention, RelationMention, Sentence, Span

DAY = date(2026, 1, 15)
#: A word of a standing → the field of a record that says it; "said" is told by the speaker.
FIELDS: dict[str, dict[str, Any]] = {
    "not": {"polarity": "NEG"},
    "planned": {"modality": "PLANNED"},
    "possible": {"modality": "POSSIBLE"},
    "conditional": {"modality": "CONDITIONAL"},
    "demanded": {"modality": "DEMANDED"},
    "former": {"former": True},
    "said": {},
}
#: Who says so where a row names nobody.
CRITICS = "Critics"


class Row(NamedTuple):
    """One tie."""

    source: str
    relation: str
    target: str
    standing: str = ""
    title: str = ""
    time: str = ""
    speaker: str = ""

    @property
    def words(self) -> list[str]:
        return self.standing.split(":") if self.standing else []

    @property
    def sentence(self) -> str:
        return f"{self.speaker or 'Many'} saw {self.source}, then saw {self.target} {self.time}".rstrip() + "."


def row_of(told: str) -> Row:
    row = Row(*(part.strip() for part in told.split("|")))
    return row._replace(speaker=row.speaker or CRITICS) if "said" in row.words else row


def extracted(articles: Sequence[Sequence[str]]) -> list[Extraction]:
    """One Extraction for each article, whose ties are those of its rows alone; what has no "|" is a sentence."""
    told = [[row_of(row) if "|" in row else row for row in rows] for rows in articles]
    texts = [" ".join(one.sentence if isinstance(one, Row) else one for one in rows) for rows in told]
    documents = [gb.Document(text=text, id=f"{at}.txt", published=DAY) for at, text in enumerate(texts)]
    return [_tied(extraction, rows) for extraction, rows in zip(gb.extract(documents), told, strict=True)]


def _tied(extraction: Extraction, rows: Sequence[Row | str]) -> Extraction:
    assert len(extraction.sentences) == len(rows), "a row is not one sentence"
    mentions, ties = {(one.span.start, one.span.end): one for one in extraction.mentions}, []
    for sentence, row in zip(extraction.sentences, rows, strict=True):
        if isinstance(row, Row):
            ties.append(_tie(extraction, sentence, mentions, row))
    return replace(extraction, mentions=tuple(one for _, one in sorted(mentions.items())), relations=tuple(ties))


def _tie(
    extraction: Extraction, sentence: Sentence, mentions: dict[tuple[int, int], Mention], row: Row
) -> RelationMention:
    def mention(words: str) -> Mention:
        """The name that was found in these words; the critics are a description, whatever was found."""
        start = sentence.start + sentence.text.index(words)
        place = start, start + len(words)
        if words == CRITICS:
            id_, span = (
                f"{extraction.document}@m{place[0]}-{place[1]}",
                Span(extraction.document, *place, sentence.index),
            )
            mentions[place] = Mention(id_, span, words, "person", "nominal", "critics", id_, "reader", 0.9)
        assert place in mentions, f"{words!r} is no mention in {sentence.text!r}"
        assert words == CRITICS or mentions[place].form == "name", f"{words!r} is no name in {sentence.text!r}"
        return mentions[place]

    source, target = mention(row.source), mention(row.target)
    times = [one.id for one in extraction.times if one.span.sentence == sentence.index]
    assert len(times) == bool(row.time), f"{row.time!r} is not the one time in {sentence.text!r}"
    fields = {name: value for word in row.words for name, value in FIELDS[word].items()}
    return RelationMention(
        source=source.id,
        type=row.relation,
        target=target.id,
        time=times[0] if times else None,
        span=replace(source.span, end=target.span.end),
        method="reader",
        score=0.9,
        attribution=mention(row.speaker).id if row.speaker else None,
        title=row.title,
        **fields,
    )
