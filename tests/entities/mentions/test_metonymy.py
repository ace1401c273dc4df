"""Capitals and buildings that stand for a government, and those that are only places."""

import pytest

GOVERNMENTS = [
    ("Kyiv asked for tanks.", "Kyiv"),
    ("Moscow rejected the offer.", "Moscow"),
    ("The Kremlin said nothing had changed.", "Kremlin"),
    ("Washington pledged more aid to Israel.", "Washington"),
    ("Beijing imposed sanctions on two companies.", "Beijing"),
    ("Paris and Berlin proposed a fund.", "Paris"),
    ("Paris and Berlin proposed a fund.", "Berlin"),
    ("The plan was rejected by Tokyo.", "Tokyo"),
    ("The White House denied the report.", "White House"),
    ("Ankara has threatened to veto the bid.", "Ankara"),
    ("Ministers believe that Warsaw will agree.", "Warsaw"),
    ("Downing Street confirmed the visit.", "Downing Street"),
    ("In 1914 Vienna sent an ultimatum to Belgrade.", "Vienna"),
    ("London, which had hesitated, supported the ban.", "London"),
    ("Kyiv asked Berlin to send tanks.", "Berlin"),
    ("Moscow was accused of spying.", "Moscow"),
    ("Ties between Moscow and Washington worsened.", "Moscow"),
    ("Ties between Moscow and Washington worsened.", "Washington"),
    ("The talks with Tehran failed.", "Tehran"),
    ("A treaty between Paris and Rome was signed.", "Rome"),
    ("Western pressure on Beijing grew.", "Beijing"),
    ("Washington's refusal surprised Israel.", "Washington"),
    ("The demands of Kyiv and Moscow's response differ.", "Moscow"),
]
PLACES = [
    ("Ministers met in Kyiv.", "Kyiv"),
    ("Kyiv suffered heavy damage.", "Kyiv"),
    ("Kyiv was shelled on Monday.", "Kyiv"),
    ("A train left Moscow at noon.", "Moscow"),
    ("Paris is the capital of France.", "Paris"),
    ("Thousands marched through Tbilisi.", "Tbilisi"),
    ("The mayor of Berlin resigned.", "Berlin"),
    ("Rome celebrated the victory.", "Rome"),
    ("Bucharest hosted the summit.", "Bucharest"),
    ("Snow fell on Oslo.", "Oslo"),
    ("London has nine million inhabitants.", "London"),
    ("The troops reached Baghdad.", "Baghdad"),
    ("Tokyo grew quickly after the war.", "Tokyo"),
    ("A Kyiv court sentenced the man.", "Kyiv"),
    ("France asked for help.", "France"),
    ("Munich asked the state for money.", "Munich"),
    ("He was born in Washington.", "Washington"),
    ("She teaches in Washington state.", "Washington"),
    ("Trains between Moscow and Kyiv were cancelled.", "Moscow"),
    ("The road between Paris and Rome is long.", "Rome"),
    ("Moscow's streets were empty.", "Moscow"),
    ("Tourists love Paris.", "Paris"),
    ("The army attacked Baghdad.", "Baghdad"),
    ("Talks in Geneva and Vienna failed.", "Vienna"),
    ("The march on Rome began in Naples.", "Rome"),
    ("Berlin was bombed in 1945.", "Berlin"),
]
PEOPLE = [
    ("Paris Hilton said no.", "Paris Hilton"),
    ("Denzel Washington praised the film.", "Denzel Washington"),
    ("Denzel Washington arrived late. Washington refused to speak.", "Washington"),
    ("Reporters asked Denzel Washington to wait.", "Denzel Washington"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*GOVERNMENTS, *PLACES, *PEOPLE])


@pytest.mark.parametrize(("text", "name"), GOVERNMENTS)
def test_governments(read, text, name):
    mention = read[text].last(name)
    assert (mention.method, mention.label) == ("metonymy", "organization")


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_places(read, text, name):
    mention = read[text].last(name)
    assert mention.method != "metonymy"
    assert mention.label == "place"


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_people(read, text, name):
    assert read[text].last(name).label == "person"


def test_city_and_government_are_two_chains(read_entities):
    text = "Ministers met in Kyiv on Monday. Kyiv asked for tanks. Shells hit Kyiv."
    first, asked, last = (one for one in read_entities([(text,)])[text].mentions if one.text == "Kyiv")
    assert first.chain == last.chain == first.id
    assert asked.chain == asked.id


def test_capital_and_seat_of_one_government_are_one_chain(read_entities):
    text = "Moscow rejected the offer. The Kremlin said it was too late."
    names = [one for one in read_entities([(text,)])[text].mentions if one.form == "name"]
    assert [one.text for one in names] == ["Moscow", "Kremlin"]
    assert names[1].chain == names[0].id
