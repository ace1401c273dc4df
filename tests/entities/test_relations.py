"""Ties that the text states. Rows tell all of a text; names as they are known."""

from datetime import date

import pytest

import graphbuilder as gb
from graphbuilder.entities.relations.tenures import LASTING


def _capital(city, country):
    return f"{city} capital_of {country} | {city} located_in {country}"


RELATIONS = [
    ("They met in Bucharest, the Romanian capital.", _capital("Bucharest", "Romania")),
    ("Kyiv is the capital of Ukraine.", _capital("Kyiv", "Ukraine")),
    ("Leaders met in Georgia's capital Tbilisi.", _capital("Tbilisi", "Georgia")),
    ("Ottawa, the capital of Canada, was snowed in.", _capital("Ottawa", "Canada")),
    ("A court in Vilnius, Lithuania, ruled in favour of the firm.", "Vilnius located_in Lithuania"),
    ("The plant is in Lund, Sweden.", "Lund located_in Sweden"),
    ("The plant is in Dayton, Ohio, and was closed.", "Dayton located_in Ohio"),
    ("The plant is in Buffalo, New York, and was closed.", "Buffalo located_in New York"),
    ("Gdynia, a port in Poland, was closed.", "Gdynia located_in Poland"),
    ("Lviv, a city in Ukraine, was hit.", "Lviv located_in Ukraine"),
    ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg holds_position NATO"),
    ("NASA Administrator Dale Whitcomb spoke.", "Dale Whitcomb holds_position NASA"),
    ("Emmanuel Macron, the president of France, resigned.", "Emmanuel Macron holds_position France"),
    ("Ukraine's president, Volodymyr Zelensky, asked for help.", "Volodymyr Zelensky holds_position Ukraine"),
    ("German Chancellor Olaf Scholz arrived.", "Olaf Scholz holds_position Germany"),
    ("Tim Cook, chief executive of Apple, sold shares.", "Tim Cook holds_position Apple"),
    ("U.S. Secretary of State Antony Blinken agreed.", "Antony Blinken holds_position United States"),
    ("Kremlin spokesman Dmitry Peskov denied it.", "Dmitry Peskov spokesperson_of Kremlin"),
    ("NATO spokeswoman Oana Lungescu confirmed it.", "Oana Lungescu spokesperson_of NATO"),
    ("Maria Zakharova, a spokeswoman for Gazprom, said no.", "Maria Zakharova spokesperson_of Gazprom"),
    ("Instagram, a subsidiary of Meta, was fined.", "Instagram subsidiary_of Meta"),
    ("YouTube is a unit of Google.", "YouTube subsidiary_of Google"),
    ("Estonia is a member of NATO.", "Estonia member_of NATO"),
    ("Turkey, a member of NATO, objected.", "Turkey member_of NATO"),
    ("Crimea is part of Ukraine.", "Crimea part_of Ukraine"),
    ("NATO member Turkey objected.", "Turkey member_of NATO"),
    ("Finland and Sweden are members of NATO.", "Finland member_of NATO | Sweden member_of NATO"),
    ("Poland asked Latvia and Estonia, members of NATO, for help.", "Latvia member_of NATO | Estonia member_of NATO"),
    ("Meta's subsidiary Instagram was fined.", "Instagram subsidiary_of Meta"),
    ("Jane Roe was president of Norway.", "Jane Roe holds_position Norway"),
    ("In 1990 John Major became prime minister of Britain.", "John Major holds_position United Kingdom"),
    ("Ann Lee, who served as finance minister of Greece, died.", "Ann Lee holds_position Greece"),
    ("Jane Roe was elected mayor of Madrid.", "Jane Roe holds_position Madrid"),
    ("Fenwick Holdings, based in Oslo, makes pumps.", "Fenwick Holdings located_in Oslo"),
    ("Toyota is headquartered in Japan.", "Toyota located_in Japan"),
    ("Volvo is owned by Geely.", "Volvo owned_by Geely"),
    ("Romania joined NATO in 2004.", "Romania member_of NATO"),
    ("Armenia joined the Eurasian Economic Union in 2015.", "Armenia member_of Eurasian Economic Union"),
    ("Fenwick Holdings, an Oslo-based maker of pumps, grew.", "Fenwick Holdings located_in Oslo"),
    ("Fenwick Holdings, a company owned by Kevin Tuohy, grew.", "Fenwick Holdings owned_by Kevin Tuohy"),
    (
        "The Elm Street Hospital, which is part of Harvard University, burned.",
        "Elm Street Hospital part_of Harvard University",
    ),
    ("The North Atlantic Council, NATO's main body, met.", "North Atlantic Council part_of NATO"),
    ("Vigan, the capital of Ilocos Sur, was hit.", _capital("Vigan", "Ilocos Sur")),
    ("Roads between Bangued and Vigan, the capital of Ilocos Sur, were shut.", _capital("Vigan", "Ilocos Sur")),
    ("Troops shelled Tskhinvali, the main town of South Ossetia.", "Tskhinvali located_in South Ossetia"),
    ("Analysts were surprised, said Ada Holm of Morgan Stanley.", "Ada Holm member_of Morgan Stanley"),
    ("Jane Roe of the University of Oslo won.", "Jane Roe member_of University of Oslo"),
    ("It began on 7 May, when rebels took Goma, the main town of Kivu.", "Goma located_in Kivu"),
]
#: The same where the other end is told by a description or pronoun: text, what it means, tie.
DESCRIBED = [
    (
        "NATO met in Riga. Romania, which joined the alliance in 2004, was there.",
        [("NATO", "name", "organization"), ("the alliance", "description", "organization")],
        "Romania member_of NATO",
    ),
    (
        "Toyota grew. The company's director, Max Poe, smiled.",
        [("Toyota", "name", "organization"), ("The company", "description", "organization")],
        "Max Poe holds_position Toyota",
    ),
    (
        "Volvo denied it. Its general counsel, Oskar Renberg, was calm.",
        [("Volvo", "name", "organization"), ("Its", "pronoun", "organization")],
        "Oskar Renberg holds_position Volvo",
    ),
]
NONE = [
    "Bucharest hosted the summit of NATO.",
    "Ministers from Paris, Berlin and Rome met.",
    "France, Germany and Italy agreed.",
    "Trains run to Boston, New York and Albany.",
    "They flew to Boston, Washington and Rome.",
    "A rescue team from Tromsø searched the fjord.",
    "Troops from Leeds left.",
    "Ann Lee, a student leader from Oslo, won.",
    "Romania wants to join NATO.",
    "Ann Lee is the only Arab member.",
    "Jane Roe of Oslo won.",
    "Toyota and Volvo grew. Cars sold. Rain fell. Snow melted. Birds sang. It was May. The company's director smiled.",
    "Jane Roe sold the shares of Morgan Stanley.",
    "Fenwick Holdings is a Dutch unit.",
    "Romania would have joined NATO in 2004.",
    "Romania never joined NATO.",
    "Romania joined the talks in Oslo.",
    "Jane Roe joined NATO in 2004.",
    "After Vilnius, Georgia counts what is left.",
    "Jane Roe criticised France.",
    "The capital of the company fell.",
    "Emmanuel Macron met Olaf Scholz in Berlin.",
    "The president of the club left Madrid.",
    "Apple sued Samsung.",
    "Kyiv asked Germany for tanks.",
    "Part of France was flooded.",
    "Russia attacked Ukraine in 2022.",
    "Members of the jury left.",
    "Members of NATO met in Poland.",
    "Poland and other members of NATO met.",
    "The city of dreams is far away.",
    "In Poland, Olaf Scholz spoke.",
    "Toyota and Honda share a market.",
    "NATO welcomed Finland.",
    "On Monday, Finland joined.",
    "Angela Merkel praised the president of France.",
    "He moved from Oslo, where he was born, to Sweden.",
    "Capital flowed from London to China.",
    "Norway tennis player Jane Roe won in Paris.",
    "Jane Roe, a historian of Norway, won.",
    "Jane Roe met the prime minister of Britain in 1990.",
    "The claim was based in part on letters from Norway.",
    "Fenwick Holdings is based on an idea from Oslo.",
    "The house is owned by a man from Madrid.",
    "Toyota praised its members in Japan.",
    "Jane Roe, also a critic of Norway, left.",
    "Critics of Volvo called for a member of Geely.",
    "The African Union is old. The European Union is old. Morocco joined on 4 April 2017.",
    "The African Union is old. Morocco joined a race in 2017.",
    "The African Union is old. Jane Roe joined in 2017.",
]
ALIASES = [
    ("Daesh, also known as ISIL, fled.", "ISIL", "Daesh"),
    ("Fenwick Holdings, formerly Arcon Systems, was sold.", "Arcon Systems", "Fenwick Holdings"),
    ("The company Meta, formerly known as Facebook, was fined.", "Facebook", "Meta"),
    # two things
    ("Fenwick Holdings, like Arcon Systems, was sold.", "Arcon Systems", ""),
    ("Jane Roe, formerly of Norway, left.", "Norway", ""),
    ("Fenwick Holdings knows Arcon Systems.", "Arcon Systems", ""),
]
TERMS = [
    ("Jane Roe was president of Norway from 2010 to 2014.", "2010/2014"),
    ("Jane Roe, president of Norway from 2010 to 2014, died on Monday.", "2010/2014"),
    ("Ann Lee, who was prime minister of Greece until 2009, met Ada Poe in 2012.", "../2009"),
    ("Anna Poe has been chief executive of Toyota since 2011.", "2011/.."),
    ("Estonia has been a member of NATO since 2004.", "2004/.."),
    ("Jane Roe was elected mayor of London in May 2016.", "2016-05"),
    ("Romania joined NATO in 2004.", "2004"),
    ("Romania, which joined NATO in 2004, hosted the talks.", "2004"),
    ("Fenwick Holdings, based in Oslo since 1937, makes pumps.", "1937/.."),
    # said of something else
    ("The plant was in Lund, Sweden until 2004.", None),
    ("Jane Roe, the president of Norway, died in 2015.", None),
    ("NATO Secretary General Jens Stoltenberg spoke in 2014.", None),
    ("Ann Lee, president of Norway, in 2010 met Ada Poe.", None),
    ("In 2010 Jane Roe, the mayor of Madrid, met bankers.", None),
    ("Toyota chief executive Anna Poe joined the firm in 1999.", None),
    ("Jane Roe, minister of Norway, spoke on 5 May 2010.", None),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*RELATIONS, *((text,) for text in NONE if isinstance(text, str)), *ALIASES])


@pytest.mark.parametrize(("text", "ties"), RELATIONS)
def test_relations(read, text, ties):
    assert read[text].ties() == set(ties.split(" | "))


@pytest.mark.parametrize(("text", "chain", "tie"), DESCRIBED)
def test_relations_of_what_is_described(read_by_hand, text, chain, tie):
    assert read_by_hand(text, chain).ties() == {tie}


@pytest.mark.parametrize("text", [text for text, _, _ in DESCRIBED])
def test_none_of_what_a_description_does_not_mean(read_entities, text):
    assert read_entities([(text,)])[text].ties() == set()


@pytest.mark.parametrize("text", NONE)
def test_none(read, text):
    assert read[text].ties() == set()


@pytest.mark.parametrize(("text", "name", "other"), ALIASES)
def test_what_is_also_known_as(read, text, name, other):
    assert read[text].refers(name) == other
    assert any(tie.type == "alias" for tie in read[text].relations) == bool(other)


@pytest.mark.parametrize(("text", "edtf"), TERMS)
def test_when_a_tie_held(text, edtf):
    (found,) = gb.extract([gb.Document(text=text, published=date(2022, 11, 29))])
    when = {time.id: time.interval.edtf for time in found.times if time.interval is not None}
    assert {when.get(tie.time) for tie in found.relations if tie.type in LASTING} == {edtf}


def test_the_interval_of_a_tie_reaches_the_graph():
    text = "Jane Roe was president of Norway from 2010 to 2014. She left Oslo."
    graph = gb.build([gb.Document(text=text)])
    edges = [data for _, _, data in graph.edges(data=True) if data["relation"] == "holds_position"]
    assert [edge["edtf"] for edge in edges] == ["2010/2014"]


def test_every_tie_stands_in_the_text(read):
    for text, view in read.items():
        for tie in view.relations:
            assert 0 <= tie.span.start < tie.span.end <= len(text)
            assert 0 < tie.score <= 1
