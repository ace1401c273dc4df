"""An event in a few of the text's own words."""

import re

import pytest

from graphbuilder.documents import read_documents
from graphbuilder.extract import read as extract_one
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


PHRASES = [
    ("Max Lund, then in command of a ship, was dismissed.", "dismissed", "Max Lund was dismissed"),
    ("Max Lund has died aged 81 in Lima.", "died", "Max Lund has died aged 81 in Lima"),
    ("Volvo won a promise that no plant would be shut.", "promise", "Volvo won a promise that no plant would be shut"),
    ("ESA said the probe would not be ready to leave Guiana.", "leave", "the probe would not be ready to leave Guiana"),
    ("Rescuers tried to enter the mine.", "enter", "Rescuers tried to enter the mine"),
    ("Max Lund denies being one of those who fired on Lund.", "denies",
     "Max Lund denies being one of those who fired on Lund"),
    ("Bought by Volvo in 1997, the mill was shut.", "Bought", "the mill, bought by Volvo in 1997"),
    ("Having sold the mill, Volvo bought a yard.", "sold", "Volvo, having sold the mill"),
    ("Born in Lund in 1950, Max Lund was a painter.", "Born", "Max Lund, born in Lund in 1950"),
    ("NATO foreign ministers met in Bucharest.", "met", "NATO foreign ministers met in Bucharest"),
    ("On Monday, Russia attacked Georgia.", "attacked", "Russia attacked Georgia"),
    ("Ukraine was not invited.", "invited", "Ukraine was not invited"),
    ("Russia's annexation of Crimea angered many.", "annexation", "Russia's annexation of Crimea"),
    ("Germany pledged to send tanks to Ukraine.", "pledged", "Germany pledged to send tanks to Ukraine"),
    ("Apple bought Beats and sold Claris.", "sold", "Apple sold Claris"),
    ("Jane Roe, who founded Acme, retired.", "founded", "Jane Roe founded Acme"),
    ("Jane Roe, who founded Acme, retired.", "retired", "Jane Roe retired"),
    ("The company announced that it had recalled two million cars.", "recalled", "it had recalled two million cars"),
    ("Toyota said it would recall cars.", "recall", "[Toyota] would recall cars"),
    ("NATO met in Riga. It invited Finland.", "invited", "[NATO] invited Finland"),
    ("Jane Roe resigned because they attacked her.", "attacked", "they attacked [Jane Roe]"),
    ("Prime Minister Semi Navakula left on Monday.", "left", "Prime Minister Semi Navakula left"),
    ("Max Roe died the day after the town was cleared.", "died", "Max Roe died"),
    ("Jane Roe is ill. She pulled out a week before.", "pulled", "[Jane Roe] pulled out"),
    ("Max Roe left two days after the vote.", "left", "Max Roe left two days after the vote"),
    ("Max Roe left in June, when it fell.", "left", "Max Roe left in June"),
    ("Max Roe ruled out a strike for the time being.", "ruled", "Max Roe ruled out a strike for the time being"),
    ("Volvo sold its plant.", "sold", "Volvo sold its plant"),
    ("The summit in Madrid was long.", "summit", "The summit in Madrid"),
    ("In 2019, the French president, who was ill, met Angela Merkel in Berlin.", "met",
     "the French president met Angela Merkel in Berlin"),
    ("Max Roe, from Lund, joined in 2016 and left in May.", "left", "Max Roe left in May"),
    ("Max Roe from Lund left in May.", "left", "Max Roe from Lund left in May"),
    # a gerund is told with the verb before it, which may deny it
    ("Max Lund denied killing Ann Roe in May 2016.", "killing", "Max Lund denied killing Ann Roe in May 2016"),
    ("Toyota will start selling cars in Norway.", "selling", "Toyota will start selling cars in Norway"),
    ("Max Lund left without paying Ann Roe.", "paying", "Max Lund left without paying Ann Roe"),
    ("After leaving Lund, Max Roe bought Toyota.", "leaving", "leaving Lund, Max Roe"),
    ("Toyota bought Mazda in May, ending a long row.", "ending", "Toyota ending a long row"),
    gap("no rule: not seen in public text", "On 2 June Tor Hauge resigned.", "resigned", "Tor Hauge resigned"),
    ("Boris Johnson stepped down.", "stepped", "Boris Johnson stepped down"),
    ("The 2008 Bucharest Summit was tense.", "Bucharest Summit", "The 2008 Bucharest Summit"),
    ("Volvo was bought by Geely in 2010.", "bought", "Volvo was bought by Geely in 2010"),
    ("Prices rose sharply, the bank said.", "rose", "Prices rose sharply"),
    ("A well-known actor died.", "died", "A well-known actor died"),
    # who acts is told by the name beside him; what was drawn together is told in full
    ("Her deputy, Jane Roe, promised to pay Volvo and to sell the mill in May.", "sell",
     "Jane Roe to sell the mill in May"),
    ("Her deputy, Jane Roe, promised to pay Volvo.", "promised", "Her deputy, Jane Roe, promised to pay Volvo"),
    ("Jane Roe wept. She said she’d resign in May.", "resign", "[Jane Roe would] resign in May"),
    ("Jane Roe wept. On Monday she'd resigned.", "resigned", "[Jane Roe had] resigned"),
    ("Jane Roe wept. She'll sue Volvo.", "sue", "[Jane Roe will] sue Volvo"),
    ("Max Lund wept. Jane Roe's car hit Volvo's gate.", "hit", "Jane Roe's car hit Volvo's gate"),
    # a noun before its clause keeps its preposition; the content of a report is told without it
    ("At the trial, Jane Roe spoke for two days.", "trial", "At the trial, Jane Roe spoke for two days"),
    ("The trial was long.", "trial", "The trial was long"),
    ("Volvo rejected a report that its owner had sold Scania in May.", "sold",
     "[Volvo]’s owner had sold Scania in May"),
    ("The deal that Volvo signed in May angered Scania.", "signed", "The deal that Volvo signed in May"),
    ("The league elects either Jane Roe, its former lawyer, or Max Weber, a judge.", "elects",
     "The league elects either Jane Roe or Max Weber"),
    ("Lund elects either Jane Roe, its former lawyer, or Max Weber, a judge.", "elects",
     "Lund elects either Jane Roe or Max Weber"),
    ("The league sued Jane Roe, a lawyer and judge.", "sued", "The league sued Jane Roe"),
    ("Jane Roe sued Alba, a firm founded days after the raid of 18 July.", "raid",
     "a firm founded days after the raid of 18 July"),
    # lists stay whole, with their marks
    ("Russia annexed Donetsk, Luhansk and Kherson.", "annexed", "Russia annexed Donetsk, Luhansk and Kherson"),
    ("Neither Ukraine nor Georgia was invited.", "invited", "Neither Ukraine nor Georgia was invited"),
    # what is said under a verb belongs to it; asides and dates that point from the article do not
    ("NATO pledged to help Ukraine repair a grid that missiles ruined.", "pledged",
     "NATO pledged to help Ukraine repair a grid"),
    ("Sergei Lavrov accused NATO on Thursday of taking part in the war.", "accused",
     "Sergei Lavrov accused NATO of taking part in the war"),
    ("Shares of Volvo fell 9% on Tuesday.", "fell", "Shares of Volvo fell 9%"),
    ("Last week Romania sent trucks to Ukraine.", "sent", "Romania sent trucks to Ukraine"),
    ("Russia invaded Georgia four months later.", "invaded", "Russia invaded Georgia"),
    ("In April, when Russia massed troops near Kharkiv, snow fell.", "massed", "Russia massed troops near Kharkiv"),
    ("Russian missiles destroyed or damaged a third of Ukraine's plants.", "destroyed",
     "Russian missiles destroyed or damaged a third of Ukraine's plants"),
    # a noun that says little alone is told with its verb, one that names somebody is not
    ("A fire destroyed a hall in Lund.", "fire", "A fire destroyed a hall in Lund"),
    ("Georgia was at war with its neighbour.", "war", "Georgia was at war with its neighbour"),
    ("Alba made an offer to Corin.", "offer", "Alba made an offer to Corin"),
    ("The war began late on 7 August 2008.", "war", "The war began late on 7 August 2008"),
    ("The annexation of Crimea angered Kyiv.", "annexation", "The annexation of Crimea"),
    # who does it, wherever it is said
    ("A letter signed by Jane Roe was found.", "signed", "A letter signed by Jane Roe"),
    ("It is a law that Alba had endorsed.", "endorsed", "a law that Alba had endorsed"),
    ("Jane Roe asked Max Weber to resign.", "resign", "Max Weber to resign"),
    # how sure it is, and on what condition
    ("The pumps were to have been shipped to Lund in May.", "shipped",
     "The pumps were to have been shipped to Lund in May"),
    ("Jane Roe is to meet Max Lund in May.", "meet", "Jane Roe is to meet Max Lund in May"),
    ("Toyota is expected to recall cars.", "recall", "Toyota to recall cars"),
    ("Max Lund is said to have sold the mill.", "sold", "Max Lund is said to have sold the mill"),
    ("Volvo will pay only if the court agrees.", "pay", "Volvo will pay only if the court agrees"),
    ("Volvo will pay, if the court which sits in Lund agrees with all that the banks and the union told it.", "pay",
     "Volvo will pay"),
    ("Jane Roe must be jailed or freed.", "jailed", "Jane Roe must be jailed or freed"),
    ("Volvo sued Scania on the grounds that it had lied.", "sued", "Volvo sued Scania on the grounds that it had lied"),
    ("Max Lund said that Volvo had shelled and accused Scania.", "shelled", "Volvo had shelled"),
    ("Jane Roe would seek an order barring Max Lund from Lyon in May.", "barring",
     "an order barring Max Lund from Lyon in May"),
    # nothing is cut off in the middle
    ("The Greens will vote against.", "vote", "The Greens will vote against"),
    ("Peru and Chile could not agree on where the border should be.", "agree",
     "Peru and Chile could not agree on where the border should be"),
    ("A nurse, 23-year-old Jane Roe, broke a leg in Lund in May.", "broke",
     "A nurse, 23-year-old Jane Roe, broke a leg in Lund in May"),
    ("Fighting would go on in Lyon through Saturday at least.", "Fighting",
     "Fighting would go on in Lyon through Saturday at least"),
    ("Jane Roe set off to join Max Lund in Lyon.", "set", "Jane Roe set off to join Max Lund in Lyon"),
    ("Jane Roe left to avoid a row.", "left", "Jane Roe left to avoid a row"),
    ("Jane Roe left Lyon to avoid a row.", "left", "Jane Roe left Lyon"),
    ("Volvo, whose chair, Jane Roe, met Max Lund in Lyon, lost money.", "met",
     "chair, Jane Roe, met Max Lund in Lyon"),
    ("The league urged Max Lund to pay, a demand that Volvo rejected.", "urged", "The league urged Max Lund to pay"),
    ("The league called for talks, a demand that Max Lund dismissed as absurd.", "dismissed",
     "a demand that Max Lund dismissed as absurd"),
    ("Volvo failed to pay Scania.", "pay", "Volvo failed to pay Scania"),
    ("Volvo could be forced to sell Scania.", "sell", "Volvo could be forced to sell Scania"),
    ("Volvo is expected to sell Scania.", "sell", "Volvo to sell Scania"),
    ("What saved Jane Roe was the arrival of a boat.", "saved", "What saved Jane Roe was the arrival of a boat"),
    ("Jane Roe built a fortune in Lund and then nearly lost the cup.", "lost", "Jane Roe nearly lost the cup"),
    ("A letter, dated 1976 and apparently signed by Jane Roe, was found.", "signed",
     "A letter apparently signed by Jane Roe"),
    ("Jane Roe has asked for the sample to be opened.", "asked", "Jane Roe has asked for the sample to be opened"),
    ("The fall seemed to have killed Jane Roe.", "killed", "The fall seemed to have killed Jane Roe"),
    ("Max Lund sued Jane Roe as recently as May 2016.", "sued", "Max Lund sued Jane Roe as recently as May 2016"),
    ("In May 1990 Jane Roe left St John's.", "left", "Jane Roe left St John's"),
]  # fmt: skip
LONG = [
    "The ministers of finance, trade, labour, health, defence, energy, transport, justice, culture, sport and "
    "education of twenty-seven European countries met in a small town near the northern border of Portugal.",
    "Companies from Sweden, Norway, Finland, Denmark, Iceland, Estonia, Latvia, Lithuania, Poland and Germany sued "
    "Google, Apple, Amazon, Meta, Microsoft, Netflix, Nvidia, Intel, Oracle and Adobe in a court in Luxembourg.",
    "Hrvatskaelektroprivredatransmissionsystemoperators met Elektroprivredabosneihercegovinetransmissionoperators in "
    "Bosanskohercegovačkapodrinjskakantonalnazajednica.",
]
_BRACKETS = re.compile(r"\[[^\]]*\](’s)?")


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*PHRASES, *((text,) for text in LONG)])


@pytest.mark.parametrize(("text", "trigger", "phrase"), PHRASES)
def test_phrases(read, text, trigger, phrase):
    assert read[text].event(trigger).phrase == phrase


@pytest.mark.parametrize("text", LONG)
def test_long_ones_are_cut_and_keep_the_trigger(read, text):
    assert read[text].events
    for event in read[text].events:
        assert len(event.phrase) <= 110
        assert len(event.phrase.split()) <= 20
    first = next(one for one in read[text].events if one.phrase)
    assert first.text in first.phrase


def test_only_words_of_the_text_in_their_order(read):
    for text, view in read.items():
        for event in view.events:
            subject, comma, told = event.phrase.partition(", ")
            lines = (event.phrase, f"{told} {subject}") if comma else (event.phrase,)  # "the mill, bought in 1997"
            assert any(_in_order(line, text) for line in lines), event.phrase


def _in_order(line, text):
    words, rest = (re.findall(r"\w+", one.casefold()) for one in (_BRACKETS.sub("", line), text))
    rest = iter(rest)
    return all(word in rest for word in words)


def test_a_dateline_is_no_part_of_what_it_stands_before():
    text = "Floods in Peru\n\nLIMA, May 6 (Harbour Wire) - Heavy rain killed nine people in Peru."
    (document,) = read_documents([Document(text=text, id="a")])
    (extraction,) = (extract_one(one) for one in parse([document]))
    assert [one.phrase for one in extraction.events if one.text == "killed"] == [
        "Heavy rain killed nine people in Peru"
    ]
