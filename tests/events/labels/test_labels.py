"""The line of an event: the words of its sentence from the subject to the end of the complements."""

import pytest

from graphbuilder.documents import read_documents
from graphbuilder.entities import Found
from graphbuilder.events.labels.clause import label
from graphbuilder.events.labels.cutting import LONGEST
from graphbuilder.events.triggers import Trigger
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document, Mention, Span

NOBODY = Found((), (), {})

LINES = [
    # from the subject to the end of the complements
    ("On Monday, Alba sold its last mill to Corin for $3 million.", "sold",
     "Alba sold its last mill to Corin for $3 million"),
    ("However, NATO foreign ministers met in Bucharest.", "met", "NATO foreign ministers met in Bucharest"),
    ("Neither Ukraine nor Georgia was invited.", "invited", "Neither Ukraine nor Georgia was invited"),
    ("There were two explosions in the harbour.", "explosions", "There were two explosions in the harbour"),
    ("Sergei Lavrov accused NATO, on Thursday, of taking part in the war.", "taking",
     "Sergei Lavrov accused NATO, on Thursday, of taking part in the war"),
    ("Volvo sold its plant in Lund, which it had opened in 1964.", "sold", "Volvo sold its plant in Lund"),
    ("Volvo sold its plant in Lund, which it had opened in 1964.", "opened", "Lund, which it had opened in 1964"),
    ("Alba will close the plant that it opened in 1964.", "close", "Alba will close the plant that it opened in 1964"),
    ("The Greens will vote against.", "vote", "The Greens will vote against"),
    ("Russian missiles destroyed or damaged a third of Ukraine's plants.", "destroyed",
     "Russian missiles destroyed or damaged a third of Ukraine's plants"),
    ("The rebels crossed the river; the army fell back.", "crossed", "The rebels crossed the river"),
    ("TORONTO — The directors of Boreal Metals have turned down a bid by Carrick.", "turned",
     "The directors of Boreal Metals have turned down a bid by Carrick"),
    # with the clause that lends the subject, or the noun that a clause tells about
    ("Germany pledged to send tanks to Ukraine.", "send", "Germany pledged to send tanks to Ukraine"),
    ("Apple bought Beats and sold Claris.", "sold", "Apple bought Beats and sold Claris"),
    ("Apple bought Beats and sold Claris.", "bought", "Apple bought Beats"),
    ("The boat sank off Lampedusa, killing 17 people.", "killing", "The boat sank off Lampedusa, killing 17 people"),
    ("The boat sank off Lampedusa, killing 17 people.", "sank", "The boat sank off Lampedusa"),
    ("Born in Lund in 1950, Max Roe was a painter.", "Born", "Born in Lund in 1950, Max Roe was a painter"),
    ("Jane Roe, who founded Acme, retired in May.", "founded", "Jane Roe, who founded Acme"),
    ("Jane Roe, who founded Acme, retired in May.", "retired", "Jane Roe, who founded Acme, retired in May"),
    ("Lund, which Volvo left in 1964, was founded by monks.", "left", "Lund, which Volvo left in 1964"),
    ("A letter signed by Jane Roe was found in Lund.", "signed", "A letter signed by Jane Roe was found in Lund"),
    ("Police said that the law, which was passed in May, had failed.", "passed",
     "Police said that the law, which was passed in May, had failed"),
    ("Hanne M. Brekke (May 3, 1914 – June 5, 2001) was a painter.", "painter",
     "Hanne M. Brekke (May 3, 1914 – June 5, 2001) was a painter"),
    ("Operation Long Harvest (Arabic: Al Hasad) was a raid in May 2005.", "raid",
     "Operation Long Harvest (Arabic: Al Hasad) was a raid in May 2005"),
    ("The fine (for two trucks) is what Alba paid.", "paid", "The fine (for two trucks) is what Alba paid"),
    ("Max Roe (1914 – 1994), a Swede (by birth), painted mills.", "painted",
     "Max Roe (1914 – 1994), a Swede (by birth), painted mills"),
    ("The treaty of Abuja, which gave the continent 34 years, was praised.", "gave",
     "The treaty of Abuja, which gave the continent 34 years"),
    # no more than the sentence says
    ("It is not thought that the stoppage will spread to other mills.", "spread",
     "It is not thought that the stoppage will spread to other mills"),
    ("Max Roe denied killing a guard in May.", "killing", "Max Roe denied killing a guard in May"),
    ("The minister did not say whether the army had crossed the border.", "crossed",
     "The minister did not say whether the army had crossed the border"),
    ("Alba could be forced to sell Corin.", "sell", "Alba could be forced to sell Corin"),
    ("Alba is in talks to buy Corin.", "buy", "Alba is in talks to buy Corin"),
    ("Rebels threatened to blow up the bridge.", "blow", "Rebels threatened to blow up the bridge"),
    ("Max Roe was accused of stealing the cup.", "stealing", "Max Roe was accused of stealing the cup"),
    ("Germany's plan to send tanks angered Moscow.", "send", "Germany's plan to send tanks angered Moscow"),
    ("Police said that two people had died in the fire.", "died", "Police said that two people had died in the fire"),
    ("Two people died in the fire, police said.", "died", "Two people died in the fire, police said"),
    ("According to police, two people died in the fire.", "died", "According to police, two people died in the fire"),
    ("Reportedly, two people died in the fire.", "died", "Reportedly, two people died in the fire"),
    ("If the court agrees, Volvo will pay the fine.", "pay", "If the court agrees, Volvo will pay the fine"),
    ("If the court agrees, Volvo will pay the fine.", "agrees", "If the court agrees, Volvo will pay the fine"),
    ("Volvo will pay the fine only if the court agrees.", "pay", "Volvo will pay the fine only if the court agrees"),
    ("He will apply for bail as soon as charges are read out.", "read",
     "He will apply for bail as soon as charges are read out"),
    ("The dam burst after rain fell on Lund.", "fell", "Rain fell on Lund"),
    ("Kyiv rejected a report that its troops had fled the town.", "fled",
     "Kyiv rejected a report that its troops had fled the town"),
    ("Any driver who crossed the bridge would be fined.", "crossed",
     "Any driver who crossed the bridge would be fined"),
    ("Any Volvo driver who crossed the bridge would be fined.", "crossed",
     "Any Volvo driver who crossed the bridge would be fined"),
    ("Did the minister sign the order?", "sign", "Did the minister sign the order?"),
    ("The union ruled out a strike over pay.", "strike", "The union ruled out a strike over pay"),
    ("The mayor called for the release of Jane Roe.", "release", "The mayor called for the release of Jane Roe"),
    ("It is not the first time that the two sides have met.", "met",
     "It is not the first time that the two sides have met"),
    ("The mayor called for the removal of Jane Roe, whom he accused of theft.", "accused",
     "Jane Roe, whom he accused of theft"),
    # a noun with its clause, unless it is surely so and says who or what
    ("Max Roe has lived in Lund since the invasion of Georgia.", "invasion", "The invasion of Georgia"),
    ("Max Roe has lived in Lund since the invasion.", "invasion", "Max Roe has lived in Lund since the invasion"),
    ("The failure of Alba was announced on Monday.", "failure", "The failure of Alba was announced on Monday"),
    ("A fire destroyed a hall in Lund.", "fire", "A fire destroyed a hall in Lund"),
    ("A capsule carrying the crew of the expedition has landed in Kazakhstan.", "expedition",
     "A capsule carrying the crew of the expedition has landed in Kazakhstan"),
    ("The new phone will come pre-loaded with maps.", "come", "The new phone will come pre-loaded with maps"),
    # what is no sentence stays whole; a quotation keeps its marks
    ("Alba to buy Corin as shares fall", "fall", "Alba to buy Corin as shares fall"),
    ("“We are glad of it,” Jane Roe said.", "glad", "“We are glad of it,” Jane Roe said"),
    ('"We sold the mill," Jane Roe said.', "sold", '"We sold the mill," Jane Roe said'),
    ('The mill closed in May. "We sold it," Jane Roe said.', "sold", '"We sold it," Jane Roe said'),
    ('Alba lost a million in "rare deals."', "lost", 'Alba lost a million in "rare deals."'),
    ('The "old mill" burned down in Lund.', "burned", 'The "old mill" burned down in Lund'),
]  # fmt: skip


LONG = (
    # without the last adjunct
    ("The National Assembly agreed on a number of measures to remove difficulties for the airline in the first half "
     "of the year, after the union of the pilots had called upon its members in May to stay at home for two weeks.",
     "agreed"),
    ("The directors closed the two oldest mines in the district of Lund in May, three weeks before the council was to "
     "vote on a plan that would have kept them open until the end of the decade at the cost of the province.",
     "closed"),
)  # fmt: skip


def told(sentence, word, found=NOBODY, names=None):
    (one,) = parse([Document(id="a", text=sentence)])
    at = next(token.i for token in one.doc if token.text == word)
    return label(one, found, Trigger(at, at + 1, at, "other", word, "verb", 1.0), names or {}).text


@pytest.mark.parametrize(("sentence", "trigger", "line"), LINES)
def test_lines(sentence, trigger, line):
    assert told(sentence, trigger) == line


@pytest.mark.parametrize(("sentence", "trigger"), LONG)
def test_a_long_line_loses_whole_adjuncts(sentence, trigger):
    line = told(sentence, trigger)
    assert trigger in line
    assert len(line) <= LONGEST
    following = sentence[len(line) :].lstrip(" ,")
    assert sentence.startswith(line)
    assert following.startswith(("in the first", "after the", "three weeks", "in May"))


@pytest.mark.parametrize(
    ("decline", "is_kept"), [("the largest decline", True), ("the first decline", True), ("a large decline", False)]
)
def test_a_long_line_keeps_what_something_is_the_first_or_largest_of(decline, is_kept):
    line = told(
        "The ministry in Lund reported in its newest survey of the trade of all the provinces of the north that orders "
        f"for the goods of the old mills in the valley saw {decline} since the war of 1906.",
        "saw",
    )
    assert line.endswith("since the war of 1906") == is_kept


@pytest.mark.parametrize(
    ("matter", "end"), [("his failure to pay his taxes", "council of Lund"), ("his letters from a firm", "from a firm")]
)
def test_a_long_line_is_not_cut_behind_a_noun_that_says_nothing_alone(matter, end):
    line = told(
        "The former minister of the province also faced the questions of the members of the council of Lund about the "
        f"sale of the three old mines in the north and {matter} in the year before the last vote of the old house.",
        "faced",
    )
    assert line.endswith(end)


MINES = (
    "the two oldest mines in the northern district of the province, the railway and the old harbour of Lund had been "
    "sold"
)


@pytest.mark.parametrize(
    ("saying", "is_told"), [("said", False), ("claimed", True), ("did not say", True), ("may have said", True)]
)
def test_a_long_line_goes_without_who_says_so_only_where_that_is_plain(saying, is_told):
    line = told(f"The head of the union of the miners of the north {saying} on Monday that {MINES}.", "sold")
    assert line.startswith("The head of the union") == is_told
    assert "the two oldest mines" in line.casefold()


PRONOUNS = [
    # sure enough
    ("She resigned in May.", "resigned", 0.999, "[Jane Roe] resigned in May"),
    ("In May she resigned.", "May", 0.999, "In May [Jane Roe] resigned"),
    ("Lund, where she resigned in May, is old.", "resigned", 0.999, "Lund, where [Jane Roe] resigned in May"),
    # not sure, not in the third person, not the subject, not alone
    ("In May she resigned.", "May", 0.85, "In May she resigned"),
    ("In May they fired her.", "fired", 0.999, "They fired her"),
    ("She resigned in May.", "resigned", 0.85, "She resigned in May"),
    ("We resigned in May.", "resigned", 0.999, "We resigned in May"),
    ("Her deputy resigned in May.", "resigned", 0.999, "Her deputy resigned in May"),
    ("She and Max Roe resigned in May.", "resigned", 0.999, "She and Max Roe resigned in May"),
]


@pytest.mark.parametrize(("sentence", "trigger", "score", "line"), PRONOUNS)
def test_only_a_lone_pronoun_gives_way_to_what_it_surely_stands_for(sentence, trigger, score, line):
    words = sentence.rstrip(".").replace(",", " ,").split()
    at = next(at for at, word in enumerate(words) if word.casefold() in ("she", "we", "her"))
    one = Mention("m", Span("a", 0, len(words[at]), 0), words[at], "person", "pronoun", words[at], "m", "reader", score)
    assert told(sentence, trigger, Found((one,), (), {at: one}), {"m": "Jane Roe"}) == line


def test_a_line_has_one_bracket():
    sentence = "She said he resigned in May."
    pronouns = ((0, "She", "m"), (2, "he", "n"))
    found = {
        at: Mention(id, Span("a", 0, 3, 0), word, "person", "pronoun", word, id, "reader", 1.0)
        for at, word, id in pronouns
    }
    line = told(sentence, "said", Found((), (), found), {"m": "Jane Roe", "n": "Max Roe"})
    assert line == "[Jane Roe] said he resigned in May"


def it_and_antecedent(type_, sentences=1, score=1.0):
    """The word "it", and what it stands for, so many sentences before it."""
    it = Mention("m", Span("a", 300, 302, 3), "it", type_, "pronoun", "it", "m", "reader", score)
    return it, Mention("m", Span("a", 0, 8, 3 - sentences), "the mill", type_, "nominal", "mill", "m", "reader", 1.0)


NAMED_BESIDE = [
    ("The Commission said it would meet in May.", "said", "European Commission", False),
    ("It told the Commission in May.", "told", "European Commission", True),
    ("The mayor said it would meet in May.", "said", "European Commission", True),
    ("The City Council said it would meet in May.", "said", "Council of Lund", True),
]


@pytest.mark.parametrize(("sentence", "trigger", "full", "is_told"), NAMED_BESIDE)
def test_a_pronoun_behind_a_shorter_form_of_its_name_stays(sentence, trigger, full, is_told):
    words = sentence.split()
    at = next(at for at, word in enumerate(words) if word.casefold() == "it")
    it, body = it_and_antecedent("organization")
    found = {at: it}
    for name in ("Commission", "City Council"):
        if name in sentence:
            other = Mention("n", Span("a", 4, 9, 0), name, "organization", "name", name, "n", "ner", 1.0)
            found |= {words.index(word): other for word in name.split()}
    assert (f"[{full}]" in told(sentence, trigger, Found((body, it), (), found), {"m": full})) == is_told


@pytest.mark.parametrize(
    ("sentences", "score", "is_told"), [(1, 1.0, True), (0, 1.0, True), (2, 1.0, False), (1, 0.98, False)]
)
def test_it_stands_for_what_the_sentence_before_told_at_the_earliest(sentences, score, is_told):
    it, mill = it_and_antecedent("other", sentences, score)
    line = told("It burned down.", "burned", Found((mill, it), (), {0: it}), {"m": "the mill"})
    assert line == ("[The mill] burned down" if is_told else "It burned down")


@pytest.fixture(scope="module")
def lines(root):
    """Sentence, word and line of every verb and noun of some articles."""
    paths = sorted((root / "corpus" / "articles").glob("*.txt"))[::20]
    documents = [document for path in paths for document in read_documents(path)]
    return [line for one in parse(documents) for line in _lines(one)]


def _lines(one):
    for token in (token for sentence in one.live for token in sentence):
        if token.pos_ in ("VERB", "NOUN"):
            trigger = Trigger(token.i, token.i + 1, token.i, "other", token.lemma_, "verb", 1.0)
            yield one.sentences[one.sentence_of[token.i]].text, token.text, label(one, NOBODY, trigger, {}).text


def test_every_line_is_of_its_sentence_and_holds_the_trigger(lines):
    assert len(lines) > 1000
    for sentence, word, line in lines:
        words = " ".join(sentence.split())
        assert line in words or line[0].lower() + line[1:] in words, (line, words)
        assert word.casefold() in line.casefold(), (word, line)


#: A noun with a date of its own, which is not that of its clause; the trigger in brackets with its words of time.
DATED = [
    ("No vote was held after a [coup@1999] in 1999.", "coup", "A coup in 1999"),
    ("The firm is an heir of the [merger@2004] of 2004.", "merger", "The merger of 2004"),
    ("No vote was held in 2001 after a [coup@2001].", "coup", "No vote was held in 2001 after a coup"),
    ("They met at the [fair@1999] of 1999.", "fair", "They met at the fair of 1999"),
    ("Jane Roe left after her [trial@2013] in 2013.", "trial", "Her trial in 2013"),
]


@pytest.mark.parametrize(("text", "trigger", "line"), DATED)
def test_a_noun_with_a_date_of_its_own_tells_alone(dated, text, trigger, line):
    assert dated[text].event(trigger).phrase == line


@pytest.fixture(scope="module")
def dated(read_marked):
    return read_marked(DATED)
