"""Whoever is only described belongs to its article, under what it is called there; extractions are made by hand."""

from __future__ import annotations

import re

import pytest

import graphbuilder as gb
from graphbuilder.corrections import parse_corrections
from graphbuilder.records import EventMention, Extraction, Mention, Participant, Provenance, Sentence, Span
from graphbuilder.resolve import resolve


def reading(document, text, names="", described="", event="", roles=""):
    """What was read in a text; names and descriptions are given as "Anna Holm; Oslo", roles as "agent police; …"."""
    found = list(re.finditer(r"[^.]+\.", text))
    sentences = [Sentence(at, *_trimmed(one), one.group().strip()) for at, one in enumerate(found)]

    def span(words):
        start = text.index(words)
        at = next(one.index for one in sentences if one.start <= start < one.end)
        return Span(document, start, start + len(words), at)

    def mention(words, form):
        where = span(words)
        id_ = f"{document}@m{where.start}-{where.end}"
        return Mention(id_, where, words, "group" if form == "nominal" else "person", form, words, id_, "made", 0.9)

    made = {one: mention(one, "name") for one in names.split("; ") if one}
    made |= {one: mention(one, "nominal") for one in described.split("; ") if one}
    events = []
    if event:
        where = span(event)
        context = Span(document, sentences[where.sentence].start, sentences[where.sentence].end, where.sentence)
        parts = [one.partition(" ") for one in roles.split("; ")]
        told = [
            Participant(
                role, made[who].id, Provenance(made[who].span, context, sentences[where.sentence].text, "made", 0.9)
            )
            for role, _, who in parts
        ]
        id_ = f"{document}@e{where.start}-{where.end}"
        told_as = ("POS", "ACTUAL", "PAST", None, id_, "made", 0.9, sentences[where.sentence].text)
        events = [EventMention(id_, where, event, "attack", event, tuple(told), (), None, *told_as)]
    mentions = sorted(made.values(), key=lambda one: one.span.start)
    return Extraction(
        document, None, None, document, "en", tuple(sentences), (), tuple(mentions), (), tuple(events), ()
    )


def _trimmed(match):
    return match.start() + len(match.group()) - len(match.group().lstrip()), match.end()


def concluded(*extractions, lines="", notes=None):
    words = parse_corrections(lines, "mine.yaml")
    return resolve(extractions, corrections=words, on_problem=(notes if notes is not None else []).append)


#: Text, its names, a description in it, and what that is called.
CALLED = [
    ("Police shot at a car.", "", "Police", "police"),
    ("“Two men fled.", "", "Two men", "two men"),
    ("On Monday the police came.", "", "the police", "the police"),
    ("Rain fell. A man drowned.", "", "A man", "a man"),
    ("NATO leaders met.", "", "NATO leaders", "NATO leaders"),
    ("Georgian soldiers fell back.", "", "Georgian soldiers", "Georgian soldiers"),
    ("Holm's aides resigned.", "Holm", "Holm's aides", "Holm's aides"),
    ("There the Police of the town came.", "", "Police of the town", "Police of the town"),
]


@pytest.mark.parametrize(("text", "names", "described", "called"), CALLED)
def test_it_is_called_as_in_the_text(text, names, described, called):
    [one] = [one for one in concluded(reading("a.txt", text, names, described)).entities if not one.named]
    assert (one.name, one.aliases, one.external_ids) == (called, (), ())


POLICE = "Police shot two men."
SHOT = reading("a.txt", POLICE, "", "Police; two men", "shot", "agent Police; patient two men")


def test_the_police_of_two_articles_are_two():
    both = concluded(SHOT, reading("b.txt", "Police came.", "", "Police")).entities
    police = [one for one in both if one.name == "police"]
    assert len({one.id for one in police}) == 2
    assert not any(one.named for one in both)


def test_its_id_is_the_same_whatever_else_is_read():
    [alone] = [one.id for one in concluded(SHOT).entities if one.name == "police"]
    more = concluded(reading("b.txt", "Police came.", "", "Police"), SHOT).entities
    assert alone in [one.id for one in more]
    assert re.fullmatch("police-[0-9a-f]{6}", alone)


def test_a_name_keeps_its_id_beside_a_description_of_the_same_words():
    found = concluded(
        reading("a.txt", "Then Alliance sued.", "Alliance"), reading("b.txt", "The alliance met.", "", "alliance")
    ).entities
    assert [one.id for one in found if one.named] == ["alliance"]


def test_an_event_has_its_words_in_the_id_but_for_a_name():
    assert [one.id for one in concluded(SHOT).events] == ["police-shot-two-men"]
    beside = reading(
        "a.txt", "Police and Anna Holm hit two men.", "Anna Holm", "Police; two men", "hit",
        "agent Police; agent Anna Holm; patient two men",
    )  # fmt: skip
    assert [one.id for one in concluded(beside).events] == ["anna-holm-hit-two-men"]


def test_an_event_of_two_articles_shows_the_same_once():
    other = reading(
        "b.txt", "The police shot two of the men.", "", "The police; two of the men", "shot",
        "agent The police; patient two of the men",
    )  # fmt: skip
    found = concluded(SHOT, other, lines=f"- same: [{SHOT.events[0].id}, {other.events[0].id}]")
    [event] = found.events
    names = {one.id: one.name for one in found.entities}
    assert [(role, names[one]) for role, one in event.participants] == [
        ("agent", "the police"),
        ("patient", "two of the men"),
    ]


# --- the user's corrections -------------------------------------------------------------------------------------------

WOMAN = reading("a.txt", "Anna Holm left. The tall young woman fell.", "Anna Holm", "The tall young woman")


def test_what_is_said_to_be_somebody_with_a_name_has_the_name():
    lines = "- same: [the tall young woman, Anna Holm]"
    [one] = concluded(WOMAN, lines=lines).entities
    assert (one.id, one.name, one.aliases, one.named, len(one.mentions)) == ("anna-holm", "Anna Holm", (), True, 2)


def test_what_gets_a_name_has_one():
    found = concluded(WOMAN, lines="- rename: [The tall young woman, Berit Lund]").entities
    assert {one.id: (one.name, one.aliases, one.named) for one in found} == {
        "anna-holm": ("Anna Holm", (), True),
        "berit-lund": ("Berit Lund", (), True),
    }


def test_two_descriptions_said_to_be_one_have_no_name_yet():
    other = reading("b.txt", "A man fell.", "", "A man")
    lines = f"- same: [{SHOT.mentions[0].id}, {other.mentions[0].id}]"
    found = concluded(SHOT, other, lines=lines).entities
    assert not any(one.named for one in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("police", "may be any of"),  # of two articles
        ("the polices", "nothing here is named"),  # and no description is offered
    ],
)
def test_a_description_in_a_line_must_be_clear(words, note):
    notes = []
    concluded(SHOT, reading("b.txt", "Police came.", "", "Police"), lines=f"- rename: [{words}, X]", notes=notes)
    assert note in str(notes[0])
    assert "nearest" not in str(notes[0])


def test_a_line_means_the_name_before_a_description():
    named = reading("b.txt", "Then Police sang.", "Police")
    found = concluded(SHOT, named, lines="- rename: [Police, The Police]").entities
    assert {one.name for one in found} == {"police", "two men", "The Police"}


def test_a_graph_of_it_stores_that():
    graph = gb.EventGraph.from_resolution(concluded(SHOT))
    assert graph.entities() == []
    assert [line.participants for line in graph.timeline()] == [(("agent", "police"), ("patient", "two men"))]
