"""Which word of a line its date and status are of, where the line tells that word only in passing."""

import pytest

from graphbuilder.entities import Found
from graphbuilder.events.labels.clause import label
from graphbuilder.events.labels.passing import verb_above
from graphbuilder.events.triggers import Trigger
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document

PASSING = [
    # when, why, by what means, of what
    ("Max Roe appeared in Lund to launch the tour.", "launch", "appeared"),
    ("Five years after its launch, Alba passed Boreal.", "launch", "passed"),
    ("Jane Roe welcomed the support of the council for new talks.", "talks", "welcomed"),
    ("Alba, which grabbed the market last year, gave a forecast today of a heavy loss.", "grabbed", None),
    ("The council has wondered about the part that the army will play in the harbour.", "play", "wondered"),
    ("Alba closed the mill, sending two hundred people home.", "sending", "closed"),
    # what came then
    ("Alba closed the mill in May and sold the land in June.", "sold", "closed"),
    # what the line is about
    ("NASA plans to launch a probe.", "launch", None),
    ("The council held a meeting in Lund.", "meeting", None),
    ("A meeting was held in Lund.", "meeting", None),
    ("The mill was destroyed by the fire.", "fire", None),
    ("Police said that two men died.", "died", None),
    ("Alba closed the mill and sold the land.", "closed", None),
    ("Jane Roe, who died in May, ran the mill.", "died", None),
]


@pytest.mark.parametrize(("sentence", "word", "verb"), PASSING)
def test_what_a_line_tells_in_passing(sentence, word, verb):
    (one,) = parse([Document(id="a", text=sentence)])
    at = next(token.i for token in one.doc if token.text == word)
    line = label(one, Found((), (), {}), Trigger(at, at + 1, at, "other", word, "verb", 1.0), {}).tokens
    found = verb_above(one.doc[at], line, is_fact=True)
    assert (None if found is None else found.text) == verb


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        ("Jane Roe announced that the council will send tents.", "send", "announced"),
        ("Jane Roe said she was willing to skip the vote.", "skip", "said"),
        ("The council plans to send tents.", "send", None),
        ("The council will send tents.", "send", None),
    ],
)
def test_what_is_reported_is_told_in_passing_where_it_is_no_plain_fact(sentence, word, verb):
    (one,) = parse([Document(id="a", text=sentence)])
    at = next(token.i for token in one.doc if token.text == word)
    found = verb_above(one.doc[at], range(len(one.doc)), is_fact=False)
    assert (None if found is None else found.text) == verb


def test_an_event_names_the_word_only_where_it_has_a_date_or_is_no_plain_fact(nato):
    asides = [event for event in nato.events() if event.aside]
    assert len(asides) > 5
    for event in asides:
        assert event.interval is not None or (event.polarity, event.modality) != ("POS", "ACTUAL")
        assert any(event.aside in one.quote for one in event.provenance)
