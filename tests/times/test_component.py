"""The spaCy component, on blank pipelines and on Docs made by hand."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from graphbuilder.errors import InputError
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, Sentence
from graphbuilder.times import time_expressions
from graphbuilder.times.component import make_times

TUESDAY = date(2022, 11, 29)
WORDS = ["Theresa", "May", "met", "them", "in", "May", "."]


def test_component_is_made_by_its_name() -> None:
    assert make_times is not None
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuilder_times", config={"published": "2022-11-29"})
    doc = nlp("They met on Monday and in April 2008.")
    assert [one.value for one in doc._.times] == ["2022-11-28", "2008-04"]
    assert [(span.text, span.label_) for span in doc.spans["times"]] == [("Monday", "DATE"), ("April 2008", "DATE")]


def test_date_of_the_doc_goes_first() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuilder_times", config={"published": "2022-11-29"})
    doc = nlp.make_doc("They met yesterday.")
    doc._.published = date(2008, 4, 2)
    assert [one.value for one in nlp(doc)._.times] == ["2008-04-01"]


def test_bad_date_is_refused() -> None:
    with pytest.raises(InputError, match="2022-13-01"):
        spacy.blank("en").add_pipe("graphbuilder_times", config={"published": "2022-13-01"})


def parsed(words: list[str], pos: list[str], heads: list[int], deps: list[str], **more: object) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words, pos=pos, heads=heads, deps=deps, **more)  # type: ignore[arg-type]


def values_of(doc: Doc) -> list[str]:
    document = Document(text=doc.text, id="a", published=TUESDAY)
    sentences = [Sentence(0, 0, len(doc.text), doc.text)]
    return [one.value for one in time_expressions(document, sentences, doc)]


def test_person_is_no_month() -> None:
    words = ["In", "April", "spoke", "again", "."]
    pos, heads, deps = (
        ["ADP", "PROPN", "VERB", "ADV", "PUNCT"],
        [2, 0, 2, 2, 2],
        ["prep", "pobj", "ROOT", "advmod", "punct"],
    )
    assert values_of(parsed(words, pos, heads, deps)) == ["2022-04"]
    assert values_of(parsed(words, pos, heads, deps, ents=["O", "B-PERSON", "O", "O", "O"])) == []


@pytest.mark.parametrize(("helper", "tag", "value"), [("will", "VB", "2022-12-02"), ("had", "VBN", "2022-11-25")])
def test_tense_of_the_parse(helper: str, tag: str, value: str) -> None:
    doc = parsed(
        ["They", helper, "come", "Friday"], ["PRON", "AUX", "VERB", "PROPN"], [2, 2, 2, 2], ["nsubj", "aux", "ROOT",
        "npadvmod"],
        tags=["PRP", "MD", tag, "NNP"],
    )  # fmt: skip
    assert values_of(doc) == [value]


PLANS = [
    ("would", "go", "VB", "2022-12-02"),
    ("is", "planned", "VBN", "2022-12-02"),
    ("was", "planned", "VBN", "2022-11-25"),
    ("now", "meet", "VBP", "2022-12-02"),
    ("now", "met", "VBD", "2022-11-25"),
    ("now", "like", "VBP", "2022-11-25"),
]


@pytest.mark.parametrize(("helper", "verb", "tag", "value"), PLANS)
def test_plans_lie_ahead(helper: str, verb: str, tag: str, value: str) -> None:
    doc = parsed(
        ["They", helper, verb, "Friday"], ["PRON", "AUX", "VERB", "PROPN"], [2, 2, 2, 2], ["nsubj", "aux", "ROOT",
        "npadvmod"],
        tags=["PRP", "MD", tag, "NNP"],
        lemmas=["they", helper, {"planned": "plan", "met": "meet"}.get(verb, verb), "Friday"],
    )  # fmt: skip
    assert [value for value in values_of(doc) if value != "PRESENT_REF"] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The winter storms killed two people in 2020.", ["XXXX-WI", "2020"]),
        ("The summer talks failed in 2020.", ["XXXX-SU", "2020"]),
    ],
)
def test_the_season_of_an_event_is_a_time(text, values):
    one = next(iter(parse([Document(text=text, id="a")])))
    assert [time.value for time in time_expressions(one.document, one.sentences, one.doc)] == values


#: What the parse tells of a time without year or week: whether it is ahead, had been, or may be of either.
AHEAD = [
    ("A second truck was expected from Lund on Friday.", ["2022-12-02"]),
    ("A second truck came from Lund on Friday.", ["2022-11-25"]),
    ("The show was scheduled for Friday.", ["2022-12-02"]),
    ("The show was scheduled for May.", ["2022-05"]),
    ("The show had been scheduled for Friday.", ["2022-11-25"]),
    ("The trial was to open on Friday.", ["2022-12-02"]),
    ("The trial opened on Friday.", ["2022-11-25"]),
    ("The lease would have run out on 31 December.", ["2022-12-31"]),
    ("The lease ran out on 31 December.", ["2021-12-31"]),
    ("Backers had been expected to pay for the film in July.", ["2022-07"]),
    ("Backers are expected to pay for the film in July.", ["2023-07"]),
    ("The fair in Lund, set for 2 May, will be large.", ["2023-05-02"]),
    ("The attack on Friday is the worst yet.", ["2022-11-25"]),
    ("She favoured tea on 15 December.", ["2021-12-15"]),
    ("The union called off the stoppage on Friday.", ["2022-11-25"]),
    ("He had booked the hall for May.", ["2022-05"]),
    ("Sales for March rose.", ["2022-03"]),
    ("There is a report on Thursday's talks.", ["2022-11-24"]),
    ("There were talks on Thursday.", ["2022-11-24"]),
    ("They were summoned to appear in court on 11 January.", ["2023-01-11"]),
    ("They were told to leave Lund on 11 May.", ["2022-05-11"]),
    ("Alba vowed on Monday to sell ten ships and to begin building a dock in May.", ["2022-11-28", "2023-05"]),
    ("On Thursday, Mohamed and his father are to travel to Lund.", ["2022-12-01"]),
    ("On Thursday, Mohamed travelled to Lund.", ["2022-11-24"]),
    # what had been before what is told
    ("A man fell ill on Sunday. He had arrived the day before.", ["2022-11-27", "2022-11-26"]),
    ("A man fell ill. He had arrived the day before.", ["2022-11-28"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def ahead():
    documents = [Document(text=text, id=str(at), published=TUESDAY) for at, (text, _) in enumerate(AHEAD)]
    return {one.document.text: one for one in parse(documents, batch_size=64)}


@pytest.mark.parametrize(("text", "values"), AHEAD)
def test_the_parse_tells_what_is_ahead(ahead, text, values):
    one = ahead[text]
    assert [time.value for time in time_expressions(one.document, one.sentences, one.doc)] == values
