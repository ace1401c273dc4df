"""Ties between events: what is part of what, what is about what, and what is said to have led to what.

The words in brackets are the triggers, as the reader gives them.
"""

import pytest

CAUSES = [
    ("The [earthquake] [triggered] a [tsunami] in Chile.", "earthquake > tsunami"),
    ("The [raid] [led] to [protests] in Lyon.", "raid > protests"),
    ("A [fire] [caused] by an [explosion] [destroyed] the hall in Lund.", "explosion > fire"),
    ("The [accident], [caused] by a [storm], [killed] Jane Roe.", "storm > accident"),
    ("Jane Roe [resigned] because of the [attack].", "attack > resigned"),
    ("Flights were [cancelled] due to the [storm].", "storm > cancelled"),
    ("Thousands [fled] because rebels [took] Goma.", "took > fled"),
    ("Jane Roe was [arrested] because she [attacked] Max Lund.", "attacked > arrested"),
    ("Rebels [seized] Goma, [triggering] [protests] in Kinshasa.", "seized > protests"),
    ("The [protests] stem from the [raid].", "raid > protests"),
    ("The [protests] were [triggered] by the [dismissal] of Jane Roe.", "dismissal > protests"),
    ("Twelve people [died] as a result of the [bombing] in Kabul.", "bombing > died"),
    ("Germany [expelled] two diplomats in response to the [attack] on Jane Roe.", "attack > expelled"),
]
NO_CAUSES = [
    ("The [raid] did not [lead: denied] to [protests: denied].", ""),
    ("The [raid: possible] may [lead: possible] to [protests] in Lyon.", ""),
    ("If the [raid: possible] [leads: possible] to [protests], Jane Roe will [resign: possible].", ""),
    ("Jane Roe would [resign: possible] because of the [attack] if she could.", ""),
    ("Jane Roe [resigned] after the [attack].", ""),
    ("Jane Roe [resigned] and [protests] [followed].", ""),
    ("Jane Roe [brought] a [lawsuit] against Toyota.", ""),
    ("The [deal] [brought] Max Lund home.", ""),
    ("Rebels [seized] Goma, [ending] [protests] in Kinshasa.", ""),
    ("The [talks], [led] by Jane Roe, [failed] to [end: denied] the [war].", ""),
    ("Jane Roe [spoke] because it was late.", ""),
    ("A [fire] [destroyed] the hall by night after the [protests].", ""),
    ("Max Lund [came] from the [summit].", ""),
]
PARTS = [
    ("At the 2008 [summit], leaders [promised] help.", "promised < summit"),
    ("During the [talks] Serbia [signed] a [treaty].", "signed < talks"),
    ("After the [summit] leaders [promised] help.", ""),
    ("At noon leaders [promised] help.", ""),
    ("The [congress] [elected] Jane Roe.", "elected < congress"),
    ("The [congress] [ended] in Lund.", ""),
    ("Delegates [met] in Lund and [demanded] more pay.", ""),
    ("Delegates [met] in Lund with the woman who [demanded] more pay.", ""),
    ("The [war] [promised] misery.", ""),
    ("Owners who [meet] in Lund [waived] the fee.", ""),
    ("Owners [waived] the fee after they [met] in Lund.", ""),
    ("Owners [met] in Lund. The communique of Chad [urged] Mali to [pay: demanded].", ""),
    ("A [summit] was [held] in Lund. The delegates of Chad [promised] help.", ""),
    ("A [summit] was [held] in Lund. The delegates [promised] help in 2004.", ""),
    ("The [congress] [elected] Jane Roe. Chad [blocked] the budget in 2004.", "elected < congress"),
    ("The [congress] [elected] Jane Roe. Chad had [blocked] the budget.", "elected < congress"),
    ("The [congress] [elected] Jane Roe. Chad [wept].", "elected < congress"),
    ("The [congress] [elected] Jane Roe.\n\nChad [blocked] the budget.", "elected < congress"),
    ("Chad [elected] Jane Roe. Mali [blocked] the budget.", ""),
    ("After [meeting] in Lund, ministers [promised] help.", ""),
]
REFERENCES = [
    ("NATO [condemned] the [annexation] of Crimea.", "condemned : annexation"),
    ("Ukraine [called] for [talks: demanded].", "called : talks"),
    ("NATO [praised] Finland.", ""),
    ("NATO [praised] the [decision] of the [summit] in Riga.", "praised : decision praised : summit decision : summit"),
    ("Sweden [published] its report on the [fire] in Lund.", "published : fire"),
    ("Sweden [published] its report after the [fire] in Lund.", ""),
    ("NATO [met] after the [annexation] of Crimea.", ""),
]
OWNED = [
    ("Toyota [bought: agent=Toyota; patient=Honda] Honda in 1999.", "Honda of Toyota"),
    ("Honda was [acquired: patient=Honda; agent=Toyota] by Toyota in 1999.", "Honda of Toyota"),
    ("Toyota has [bought: agent=Toyota; patient=Scania] the German truck maker Scania for 9 billion euros.",
     "Scania of Toyota"),
    ("Toyota wants to [buy: planned; agent=Toyota; patient=Honda] Honda.", ""),
    ("Toyota did not [buy: denied; agent=Toyota; patient=Honda] Honda.", ""),
    ("Toyota has [ordered: agent=Toyota; patient=Boeing] ten planes from Boeing.", ""),
    ("Toyota [bought: agent=Toyota; patient=shares] shares of Honda in 1999.", ""),
    ("Toyota [bought: agent=Toyota; patient=a stake] a stake in Honda in 1999.", ""),
    ("Toyota [bought: agent=Toyota; patient=mines] Honda's mines in 1999.", ""),
    ("Toyota [buys: agent=Toyota; patient=Michelin] its tyres from Michelin.", ""),
    ("Toyota, Volvo and Scania [bought: agent=Toyota] Honda in 1999.", ""),
    ("Max Lund [bought: agent=Max Lund; patient=Honda] Honda in 1999.", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*CAUSES, *NO_CAUSES, *PARTS, *REFERENCES, *OWNED])


@pytest.mark.parametrize(("text", "expected"), [*CAUSES, *NO_CAUSES])
def test_stated_causes(read, text, expected):
    assert read[text].ties("causes", ">") == expected


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(read, text, expected):
    assert read[text].ties("part_of", "<") == expected


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references(read, text, expected):
    assert read[text].ties("refers_to", ":") == expected


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_who_bought_whom(read, text, expected):
    assert read[text].ties("subsidiary_of", "of") == expected
