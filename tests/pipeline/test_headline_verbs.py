"""Sentences get back the verb that the parser took for a part of a noun; phrases without a verb stay what they are."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuilder.pipeline.load import load, load_plain
from graphbuilder.pipeline.repairs.headline_verbs import mend_headlines

#: text → the verb, its subject and its object
MENDED = [
    ("Senate blocks budget bill", "blocks VBZ", "Senate", "bill"),
    ("Egypt jails activist for five years", "jails VBZ", "Egypt", "activist"),
    ("Tarn Power weakens pledge on wages", "weakens VBZ", "Power", "pledge"),
    ("The UN updated Security Council members today.", "updated VBD", "UN", "members"),
]
NOT_BEHIND_DATE = [
    "In May 2013 the old owner, Max Roe, died.",
    "In 2012 the firm closed.",
    "In May 2013 came the vote.",
    "On 14 of the 20 islands birds died.",
]
PHRASES = """\
Oil exports in March
The US led coalition in Iraq.
A Saudi backed militia in Yemen.
Savings offer for Kenyan farmers
Drugs raid in Leeds
UK sales figures for May
Budget cuts in Spain
A plan to help injured miners in Chile
The decision to free jailed activists.
Plans to sell used cars in Ghana.
Trade union leaders from Peru
Arms deals with Saudi Arabia
2007: US troop surge
Jobs report on Friday
World Cup results
Rebels and army units in Mali
Farmers market in Leeds
Soldiers and police officers in Lima.
Railway workers union in Belgium
The people killed, most of them women, and the houses burned.
The team that won the cup, and the coach, who left.
Chad, Mali and Niger border talks
""".splitlines()
#: The parser reads these rightly.
READ = [
    "Iran tests new missile",
    "Norway exports offer hope",
    "Trade unions demand a vote",
    "Chad rebels pledge to lay down arms",
    "Lufthansa pilots demand higher wages",
    "Rescuers search for survivors in Nepal",
    "The twelve miners, two of them teenagers, died in Peru.",
    "The bank that owns Corin sold it on Monday.",
]


def read(text):
    """The root of a text that is one sentence, its subject and its object."""
    (sentence,) = load()(text).sents
    return sentence.root, *(
        next((child.text for child in sentence.root.children if child.dep_ == place), "") for place in ("nsubj", "dobj")
    )


@pytest.mark.parametrize(("text", "verb", "subject", "thing"), MENDED)
def test_a_lost_verb_is_found(text, verb, subject, thing):
    root, *roles = read(text)
    assert (f"{root.text} {root.tag_}", root.pos_, *roles) == (verb, "VERB", subject, thing)
    assert sorted(token.i for token in root.subtree) == list(range(len(root.doc))), "the tree is whole"


def test_a_lost_verb_has_its_lemma_and_tense():
    root, *_ = read("Egypt jails activist for five years")
    assert (root.lemma_, root.morph.get("Tense")) == ("jail", ["Pres"])


NOT_SAID = [
    "She met Ann Lee, the minister who said it.",
    "She spoke to Max Roe, the man said to be his heir.",
    "He fled to Turin, the capital of Piedmont, said Ann Lee.",
    "He went to Paris and, Roe said, to Rome.",
    "They left Turin, the capital, when he said so.",
]


@pytest.mark.parametrize(
    ("tags", "spaces", "sentences"),
    [
        (("NNP", "NNP", "VBD"), (True, True, False), ["Ann Lee sang"]),
        (("NNP", "NNP", "VBD"), (False, True, False), ["Ann", "Lee sang"]),  # on lines of their own
        (("NN", "NNP", "VBD"), (True, True, False), ["Ann", "Lee sang"]),
    ],
)
def test_a_name_that_is_cut_in_two_is_one(tags, spaces, sentences):
    words, labels = ["Ann", "Lee", "sang"], ["ROOT", "nsubj", "ROOT"]
    doc = Doc(
        Vocab(), words=words, spaces=spaces, tags=tags, pos=["PROPN", "PROPN", "VERB"], heads=[0, 2, 2], deps=labels
    )
    assert [sentence.text.strip() for sentence in mend_headlines(doc).sents] == sentences


@pytest.fixture(scope="module")
def plain():
    """The model without the repairs."""
    return load_plain("en_core_web_md")


@pytest.mark.parametrize("text", [*PHRASES, *READ, *NOT_SAID, *NOT_BEHIND_DATE])
def test_all_else_stays_as_it_was(plain, text):
    def told(doc):
        return [(token.text, token.tag_, token.dep_, token.head.i) for token in doc]

    assert told(load()(text)) == told(plain(text))
