"""Extractions as JSON: whatever can be told comes back as it was, short, and nothing else is written or read."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.records import (
    PUBLICATION,
    Bound,
    EventMention,
    Mention,
    Participant,
    Provenance,
    RelationMention,
    RunnerUp,
    Sentence,
    Span,
    TimeExpression,
    Zone,
    read_extraction,
    write_extraction,
)

DOCUMENT = "paper/März 1.txt"
methods = st.sampled_from(["reader", "reader/story", "my tool", ""])
scores = st.floats(0, 1)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
runners_up = st.none() | st.builds(RunnerUp, words, scores)
intervals = st.none() | st.sampled_from(
    [
        *map(gb.Interval.parse, ("2022", "2022-11-29~", "2014/..", "../2022-07-18", "199X", "-0043-03-15")),
        gb.Interval(Bound(2022, 11, 28), Bound(2022, 12, 4), "week"),
        gb.Interval.at(2022, 11, 29, 8, 15, uncertain=True, zone=60),
        gb.Interval(Bound(2022, 11, 29, 8), Bound(2022, 11, 29, 9)),
    ]
)


@st.composite
def extractions(draw):
    """An Extraction that does not contradict itself."""
    sentences = []
    for index in range(draw(st.integers(1, 3))):
        start = sentences[-1].end + draw(st.integers(0, 2)) if sentences else draw(st.integers(0, 3))
        text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
        sentences.append(Sentence(index, start, start + len(text), text))

    def span():
        sentence = draw(st.sampled_from(sentences))
        start = draw(st.integers(sentence.start, sentence.end - 1))
        return Span(DOCUMENT, start, draw(st.integers(start + 1, sentence.end)), sentence.index)

    def said(span):
        """What stands there, or what was read in its place."""
        start = sentences[span.sentence].start
        return draw(words | st.just(sentences[span.sentence].text[span.start - start : span.end - start]))

    def ids(kind, spans):
        usual = [f"{DOCUMENT}@{kind}{one.start}-{one.end}" for one in spans]
        return [draw(st.sampled_from([one, f"{kind}{at}", one])) for at, one in enumerate(usual)]

    def some(of):
        return draw(st.none() | st.sampled_from(of)) if of else None

    def evidence(span):
        sentence = sentences[span.sentence]
        context = Span(DOCUMENT, sentence.start, sentence.end, sentence.index)
        return Provenance(span, context, sentence.text, draw(methods), draw(scores))

    def participant():
        at = draw(st.integers(0, len(mentions) - 1))
        where = draw(st.sampled_from([mention_spans[at], span()]))
        return Participant(draw(st.sampled_from(["agent", "hero"])), mentions[at].id, evidence(where), draw(runners_up))

    def many(make, most=3):
        return tuple(make() for _ in range(draw(st.integers(0, most))))

    mention_spans = many(span)
    mention_ids = ids("m", mention_spans)
    mentions = tuple(
        Mention(
            id,
            where,
            text := said(where),
            draw(st.sampled_from(["person", "deity"])),
            draw(st.sampled_from(["name", "nominal", "pronoun"])),
            draw(words | st.just(text.split()[-1] if text.split() else "")),
            some(mention_ids) or id,
            draw(methods),
            draw(scores),
            draw(words),
        )
        for id, where in zip(mention_ids, mention_spans, strict=True)
    )
    time_spans = many(span)
    time_ids = ids("t", time_spans)

    def time(id, where, parts):
        kind = draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"]))
        anchor = some([PUBLICATION, *time_ids])
        told = draw(words), draw(st.none() | words), draw(intervals), parts, anchor, tuple(draw(st.lists(words)))
        return TimeExpression(id, where, said(where), kind, *told, draw(methods), draw(scores))

    times = tuple(
        time(id, where, many(lambda: time(ids("t", [one := span()])[0], one, ()), 2))
        for id, where in zip(time_ids, time_spans, strict=True)
    )
    event_spans = many(span)
    event_ids = ids("e", event_spans)
    statuses = (
        st.sampled_from(["POS", "NEG"]),
        st.sampled_from(["ACTUAL", "PLANNED"]),
        st.sampled_from(["PAST", "NONE"]),
    )
    events = tuple(
        EventMention(
            id,
            where,
            said(where),
            draw(words),
            draw(words),
            many(participant) if mentions else (),
            tuple(draw(st.lists(st.sampled_from([PUBLICATION, *time_ids]), max_size=2))),
            some(mention_ids),
            *map(draw, statuses),
            some(mention_ids),
            some(event_ids) or id,
            draw(methods),
            draw(scores),
            draw(words | st.just(sentences[where.sentence].text[1:])),
            draw(st.sampled_from(["verb", "noun"])),
            draw(st.sampled_from(["", "AAAA"])),
            draw(st.none() | scores),
            draw(runners_up),
        )
        for id, where in zip(event_ids, event_spans, strict=True)
    )

    def relation():
        source, target = (draw(st.sampled_from([*mention_ids, *event_ids])) for _ in range(2))
        told = draw(words), draw(st.booleans())
        status = *map(draw, statuses), some(mention_ids)
        return RelationMention(
            source, draw(words), target, some(time_ids), span(), draw(methods), draw(scores), *status, *told
        )

    return gb.Extraction(
        DOCUMENT,
        draw(st.none() | words),
        draw(st.none() | st.just(date(2022, 11, 29)) | st.just(datetime(2022, 11, 29, 7))),
        draw(st.none() | words),
        draw(st.none() | st.just("en")),
        tuple(sentences),
        tuple(draw(st.lists(st.builds(Zone, words, st.integers(0, 9), st.integers(0, 9)), max_size=2))),
        mentions,
        times,
        events,
        many(relation) if mentions or events else (),
        url=draw(st.none() | st.just("https://fenecho.example/a")),
    )


@given(extractions())
def test_an_extraction_comes_back_and_equal_ones_have_equal_bytes(extraction):
    line = gb.to_json(extraction)
    assert gb.from_json(gb.Extraction, line) == extraction
    assert "\n" not in line
    assert gb.to_json(pickle.loads(pickle.dumps(extraction))) == line, "where the objects are does not matter"
    assert gb.to_json(gb.from_json(gb.Extraction, json.dumps(json.loads(line)))) == line, "nor how it was written"


@given(extractions())
def test_whoever_has_the_text_needs_no_sentences(extraction):
    text = ""
    for sentence in extraction.sentences:
        text = text.ljust(sentence.start) + sentence.text
    line = write_extraction(extraction, text)
    assert read_extraction(line, text) == extraction
    assert all(words == "" for _, _, words in json.loads(line)["sentences"])


def named(document, sentence, score):
    return Mention("m", Span(document, 0, 1, sentence), "a", "person", "name", "a", "m", "my tool", score)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sentences": (Sentence(5, 0, 4, "a b."),)},
        {"mentions": (named("b.txt", 0, 0.5),)},
        {"mentions": (named(DOCUMENT, 7, 0.5),)},
        {"mentions": (named(DOCUMENT, 0, float("nan")),)},
        {"mentions": (replace(named(DOCUMENT, 0, 0.5), form="noun"),)},
        {"title": "\ud800"},
        {"schema": 1},
    ],
)
def test_what_contradicts_itself_is_not_written(wrong):
    sentences, mentions = (Sentence(0, 0, 4, "a b."),), (named(DOCUMENT, 0, 0.5),)
    right = gb.Extraction(DOCUMENT, None, None, None, None, sentences, (), mentions, (), (), ())
    assert gb.from_json(gb.Extraction, gb.to_json(right)) == right
    with pytest.raises(gb.InputError, match=r"the Extraction of '.*' cannot be written \(.+\); gb.resolve says what"):
        gb.to_json(replace(right, **wrong))


def test_what_is_told_elsewhere_is_not_written(nato_extractions):
    for extraction in nato_extractions:
        line = json.loads(gb.to_json(extraction))
        events, people = line["events"], [one for event in line["events"] for one in event.get("participants", ())]
        assert {"id", "text"}.isdisjoint(key for one in (*line["mentions"], *events, *people) for key in one)
        assert all(isinstance(one["mention"], int) and "span" not in one for one in people)
        assert any(isinstance(one["phrase"], list) for one in events)
