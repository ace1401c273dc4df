"""What holds for every event that is read, whatever the weights: spans, roles, scores, sketches, chains, labels."""

from __future__ import annotations

import base64
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import graphbuilder as gb
from graphbuilder.reader import ROLES
from graphbuilder.records import PUBLICATION

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
#: So many articles of the corpus are read, of each part of the alphabet one.
_SAMPLE = 12
_SKETCH = 32
#: What may stand in a label beside the text's own words: a bracket for a pronoun or its owner.
_BRACKET = re.compile(r"\[[^\]]*\](?:’s|'s)?")


def sample():
    paths = sorted(ARTICLES.glob("*.txt"))
    return paths[:: len(paths) // _SAMPLE][:_SAMPLE]


@pytest.fixture(scope="module")
def read():
    """Each article and what was read in it."""
    documents = list(gb.read_documents(sample()))
    return list(zip(documents, gb.extract(documents), strict=True))


@pytest.fixture(scope="module")
def events(read):
    return [(document.text, extraction, event) for document, extraction in read for event in extraction.events]


def test_the_sample_tells_events(read):
    assert len(read) == _SAMPLE
    assert all(extraction.events for _, extraction in read)


def test_the_words_of_a_trigger_stand_at_its_span(events):
    for text, extraction, event in events:
        assert text[event.span.start : event.span.end] == event.text
        sentence = extraction.sentences[event.span.sentence]
        assert sentence.start <= event.span.start < event.span.end <= sentence.end


def test_triggers_do_not_overlap(read):
    """A word tells one event at most; and events stand in the order of the text."""
    for _, extraction in read:
        for one, other in pairwise(extraction.events):
            assert one.span.end <= other.span.start
        assert len({event.id for event in extraction.events}) == len(extraction.events)


def test_participants_place_and_speaker_are_mentions(events):
    for text, extraction, event in events:
        known = {mention.id: mention for mention in extraction.mentions}
        for one in event.participants:
            mention, told = known[one.mention], one.provenance
            assert one.role in ROLES
            assert mention.span == told.span
            assert text[told.span.start : told.span.end] == mention.text
            assert mention.text in told.quote
            assert told.quote == text[told.context.start : told.context.end]
        assert {event.place, event.attribution} <= {None, *known}


def test_a_participant_has_a_role_once(events):
    for _, extraction, event in events:
        chains = {mention.id: mention.chain for mention in extraction.mentions}
        told = Counter((one.role, chains[one.mention]) for one in event.participants)
        assert set(told.values()) <= {1}


def test_times_are_those_of_the_text_or_publication(events):
    for _, extraction, event in events:
        times = {time.id: time for time in extraction.times}
        assert bool(event.times) == ("/" in event.method)
        for one in event.times:
            assert one == PUBLICATION or times[one].interval is not None


def test_scores_are_chances_of_three_digits(events):
    for _, _, event in events:
        for score in (event.score, *(one.provenance.score for one in event.participants)):
            assert 0 <= score <= 1
            assert score == round(score, 3)


def test_a_runner_up_is_words_of_the_text_and_possible(events):
    found = 0
    for text, _, event in events:
        dated = event.times and event.method.endswith("/reader")
        assert (event.time_score is None) <= (event.time_runner_up is None)
        assert event.time_score is not None or not dated
        for second in (event.time_runner_up, *(one.runner_up for one in event.participants)):
            if second is not None:
                found += 1
                assert second.text in text
                assert 0.01 <= second.score <= 1
                assert second.score == round(second.score, 3)
    assert found


def test_a_sketch_is_signed_bytes(events):
    assert {len(base64.b64decode(event.sketch, validate=True)) for _, _, event in events} == {_SKETCH}


def test_chains_begin_with_their_first_telling(events):
    for _, extraction, event in events:
        place = {one.id: at for at, one in enumerate(extraction.events)}
        first = extraction.events[place[event.chain]]
        assert first.chain == first.id
        assert place[first.id] <= place[event.id]


def test_tellings_of_one_event_have_one_status_and_one_score(events):
    told = {}
    for _, _, event in events:
        fact = (event.polarity, event.modality, event.attribution, event.score)
        assert told.setdefault(event.chain, fact) == fact


def test_what_is_told_is_one_of_five_statuses(events):
    told = {(event.polarity, event.modality) for _, _, event in events}
    assert told <= {("NEG", "ACTUAL"), *(("POS", one) for one in ("ACTUAL", "PLANNED", "DEMANDED", "POSSIBLE"))}
    assert ("POS", "ACTUAL") in told


def test_a_label_has_the_words_of_the_text_in_their_order(events):
    """But for one bracket, and the capital that it begins with; the trigger is among them."""
    for _, extraction, event in events:
        sentence = extraction.sentences[event.span.sentence].text
        rest = iter(_words(sentence))
        assert all(word in rest for word in _words(_BRACKET.sub(" ", event.phrase))), (event.phrase, sentence)
        assert len(_BRACKET.findall(event.phrase)) <= 1
        assert event.text.casefold() in event.phrase.casefold()


def _words(text):
    return re.findall(r"\w+", text.casefold())


def test_ties_join_what_is_there(read):
    for _, extraction in read:
        known = {one.id for one in (*extraction.events, *extraction.mentions)}
        assert all({tie.source, tie.target} <= known for tie in extraction.relations)
        assert all(tie.source != tie.target for tie in extraction.relations)
