"""Which place a name means: by what the text says, and by nothing else."""

from __future__ import annotations

import pytest

from graphbuilder.documents import describe
from graphbuilder.entities.linking.regions import beside
from graphbuilder.entities.linking.toponyms import bearers, decide
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document

#: text, name, and the place: ISO code of the country, with the region where it has a name.
DECIDED = [
    ("Residents of Paris, Texas, fled the storm.", "Paris", "US Texas"),
    ("President Macron spoke in Paris on Monday.", "Paris", "FR"),
    ("A fire broke out in Cambridge, Massachusetts.", "Cambridge", "US Massachusetts"),
    ("A fire broke out in Cambridge, Mass., on Monday.", "Cambridge", "US Massachusetts"),
    ("A fire broke out in Cambridge, England.", "Cambridge", "GB England"),
    ("He studied in Cambridge. Jane Roe left England in 1990.", "Cambridge", "GB England"),
    ("Police in Birmingham, Alabama, arrested two men.", "Birmingham", "US Alabama"),
    ("Police in Birmingham arrested two men, the British government said.", "Birmingham", "GB England"),
    ("The plant in Birmingham employs 300 people. Other plants are in Alabama.", "Birmingham", "US Alabama"),
    ("A concert took place in London, Ontario.", "London", "CA Ontario"),
    ("A concert took place in London.", "London", "GB England"),
    ("The Ontario city of London elected a new mayor.", "London", "CA Ontario"),
    ("The bus left for Athens, Georgia, at noon.", "Athens", "US Georgia"),
    ("The bus left for Athens at noon.", "Athens", "GR"),
    ("A court in Atlanta, Georgia, sentenced Jane Roe.", "Georgia", "US Georgia"),
    ("Georgia borders Florida and Alabama.", "Georgia", "US Georgia"),
    ("Georgia borders Russia and Armenia.", "Georgia", "GE"),
    ("Georgia asked for help. Georgian troops left for Alabama.", "Georgia", "GE"),
    ("Russian troops left Izium. Ukrainian soldiers entered it.", "Izium", "UA"),
    ("He moved to Kharkov in 1935, and to Moscow in 1940.", "Kharkov", "UA"),
    ("Floods hit Bombay on Monday.", "Bombay", "IN Maharashtra"),
    ("He was born in Saigon, Vietnam.", "Saigon", "VN"),
    ("Fighting went on in Tripoli, Libya.", "Tripoli", "LY"),
    ("Fighting went on in Tripoli. Lebanese troops moved in.", "Tripoli", "LB"),
    ("A school in Springfield, Illinois, was closed.", "Springfield", "US Illinois"),
    ("A school in Springfield, Ill., was closed.", "Springfield", "US Illinois"),
    ("A school in Reading, Pennsylvania, was closed.", "Reading", "US Pennsylvania"),
    ("He visited Valencia in Spain.", "Valencia", "ES"),
    ("He visited Valencia, Venezuela.", "Valencia", "VE"),
    ("The Spanish port of Cartagena was closed.", "Cartagena", "ES"),
    ("A bomb went off in Hyderabad. Pakistan blamed nobody.", "Hyderabad", "PK Sindh"),
    ("A bomb went off in Hyderabad. The Indian police came.", "Hyderabad", "IN Telangana"),
    ("Floods hit Newcastle in New South Wales.", "Newcastle", "AU New South Wales"),
    ("After Vilnius, Georgia counts what is left.", "Vilnius", "LT"),
    ("Texas passed a law on Monday.", "Texas", "US Texas"),
    ("Shells fell on Odessa, the Ukrainian army said, and the United States protested.", "Odessa", "UA"),
    ("Jane Roe was born in Odessa, Texas.", "Odessa", "US Texas"),
    (
        "Police came to Birmingham. Britain and the United States met. Britain is angry; Britain waits.",
        "Birmingham",
        "GB England",
    ),
    (
        "CAMBRIDGE, Mass., Nov. 29 (Meridian Wire) - Police in Cambridge closed a school.",
        "Cambridge",
        "US Massachusetts",
    ),
    ("She lives in Ontario.", "Ontario", "CA Ontario"),
]
UNDECIDED = [
    ("A school in Springfield was closed.", "Springfield"),
    ("A school in Springfield was closed, the United States said.", "Springfield"),
    ("A school in Springfield, Ontario, was closed.", "Springfield"),
    ("He was born in Paris, Ontario.", "Paris"),
    ("He was born in Moscow, Pennsylvania.", "Moscow"),
    ("He studied in Cambridge.", "Cambridge"),
    ("He studied in Cambridge. England and Massachusetts are far apart.", "Cambridge"),
    ("Police in Birmingham arrested two men.", "Birmingham"),
    ("Police in Birmingham arrested two men. Britain and the United States protested.", "Birmingham"),
    ("The plant in Birmingham employs 300 people, as many as that in France.", "Birmingham"),
    ("A storm hit Valencia.", "Valencia"),
    ("A storm hit Newcastle.", "Newcastle"),
    ("He visited Hamilton in June.", "Hamilton"),
    ("He moved to Richmond.", "Richmond"),
    ("He moved to Worcester.", "Worcester"),
    ("He moved to Hyderabad.", "Hyderabad"),
    ("He moved to Santa Fe.", "Santa Fe"),
    ("He moved to San Pedro.", "San Pedro"),
    ("He moved to Lund.", "Lund"),
    ("He moved to Ashford.", "Ashford"),
    ("He moved to Bloomington.", "Bloomington"),
    ("He moved to Georgetown.", "Georgetown, Kentucky"),
    ("He moved to Aurora.", "Aurora"),
    ("He moved to Salem.", "Salem"),
    ("He moved to Kansas City.", "Kansas City"),
    ("He moved to Columbus.", "Columbus"),
    ("He moved to Victoria.", "Victoria"),
    ("He moved to Mérida.", "Mérida"),
    ("He moved to Guadalupe.", "Guadalupe"),
    ("He moved to Alexandria, Ontario.", "Alexandria"),
    ("He moved to Florence, Oregon.", "Florence"),
    ("He moved to Columbus. Indiana and Ohio voted.", "Columbus"),
    ("Jane Roe was born in Odessa in Florida.", "Odessa"),
    ("He moved to Halifax.", "Halifax"),
    ("Russian ships left Port Arthur, and the United States protested.", "Port Arthur"),
    ("She is an actress in Durango. The United States sent help.", "Durango"),
    ("The fleet left Asia for the Philippines.", "Asia"),
    ("The river in Holland is in Michigan.", "Holland"),
    ("He moved to Halifax. England and Nova Scotia are far apart.", "Halifax"),
    ("CAMBRIDGE, Nov. 29 - Police in Cambridge closed a school.", "Cambridge"),
    ("WARSAW, Ontario, Nov. 29 - Police in Warsaw closed a school.", "Warsaw"),
    ("He moved to Middletown.", "Middletown"),
    ("He moved to Nice Street.", "Nice"),
]
BESIDE = [
    ("", ", Texas, was", "Texas"),
    ("", " (Texas)", "Texas"),
    ("", " in northern Texas", "Texas"),
    ("", ", in the United States,", "United States"),
    ("the Texas city of ", " was", "Texas"),
    ("in Ontario's ", " on Monday", "Ontario"),
    ("the port city of ", " was", ""),
    ("", ", Berlin and Rome", ""),
    ("", ", where Texas won", ""),
    ("", " and Texas", ""),
    ("", ". Texas won", ""),
    ("a Texan in ", " was", ""),
]


#: Text, its places as the reader might have read them, and the region of the last, "" where that is left open.
BY_HAND = [
    ("A school in Reading was closed, the British minister said.", ("British", "Reading"), "GB England"),
    ("The Texas oil company opened an office in Paris.", ("Texas", "Paris"), ""),
]


@pytest.mark.parametrize(("text", "places", "decided"), BY_HAND)
def test_decided_of_names_told_by_hand(names_alone, hand_reading, text, places, decided):
    (one,) = parse([describe(Document(text=text, id="d", source="Texas Herald, London"))])
    read = names_alone(one, hand_reading(one, *([(place, "name", "place")] for place in places)))
    chain = next(mention.chain for mention in read.mentions if mention.text == places[-1])
    found = decide(read)[chain].place
    assert (f"{found.country} {found.region_name}".strip() if found else "") == decided


@pytest.fixture(scope="module")
def decisions(names_alone):
    texts = [text for text, *_ in (*DECIDED, *UNDECIDED)]
    documents = [
        describe(Document(text=text, id=f"d{at}", source="Texas Herald, London")) for at, text in enumerate(texts)
    ]
    found = {}
    for text, one in zip(texts, map(names_alone, parse(documents, batch_size=128)), strict=True):
        names = {mention.chain: mention.text for mention in reversed(one.mentions)}
        found[text] = {names[chain]: decision for chain, decision in decide(one).items()}
    return found


@pytest.mark.parametrize(("text", "name", "place"), DECIDED)
def test_decided(decisions, text, name, place):
    found = decisions[text][name].place
    assert found is not None, decisions[text][name].reason
    assert f"{found.country} {found.region_name}".strip() == place


@pytest.mark.parametrize(("text", "name"), UNDECIDED)
def test_undecided(decisions, text, name):
    found = decisions[text].get(name.split(",")[0])
    assert found is None or found.place is None, found.reason


@pytest.mark.parametrize(("before", "after", "area"), BESIDE)
def test_beside(before, after, area):
    assert [place.name for _, place in beside(before, after)][:1] == ([area] if area else [])


def test_as_many_negatives_as_positives():
    assert len(UNDECIDED) >= len(DECIDED)


@pytest.mark.parametrize("name", ["Ruritania", "", "the", "march", "NATO", "Jane Roe"])
def test_nothing_bears_what_is_no_place(name):
    assert bearers(name) == ()


def test_every_decision_says_why(decisions):
    for found in decisions.values():
        for decision in found.values():
            assert decision.reason
            assert (decision.score > 0) == (decision.place is not None)
