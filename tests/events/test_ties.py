"""Ties between events: what is part of what, what is about what, and what is said to have led to what."""

import pytest

CAUSES = [
    ("The earthquake triggered a tsunami in Chile.", "earthquake > tsunami"),
    ("The raid led to protests in Lyon.", "raid > protests"),
    ("A fire caused by an explosion destroyed the hall in Lund.", "explosion > fire"),
    ("The accident, caused by a storm, killed Jane Roe.", "storm > accident"),
    ("Jane Roe resigned because of the attack.", "attack > resigned"),
    ("Flights were cancelled due to the storm.", "storm > cancelled"),
    ("Thousands fled because rebels took Goma.", "took > fled"),
    ("Jane Roe was arrested because she attacked Max Lund.", "attacked > arrested"),
    ("Rebels seized Goma, triggering protests in Kinshasa.", "seized > protests"),
    ("The protests stem from the raid.", "raid > protests"),
    ("The protests were triggered by the dismissal of Jane Roe.", "dismissal > protests"),
    ("Twelve people died as a result of the bombing in Kabul.", "bombing > died"),
    ("Germany expelled two diplomats in response to the attack on Jane Roe.", "attack > expelled"),
]
NO_CAUSES = [
    ("The raid did not lead to protests.", ""),
    ("The raid may lead to protests in Lyon.", ""),
    ("If the raid leads to protests, Jane Roe will resign.", ""),
    ("Jane Roe would resign because of the attack if she could.", ""),
    ("Jane Roe resigned after the attack.", ""),
    ("Jane Roe resigned and protests followed.", ""),
    ("Jane Roe brought a lawsuit against Toyota.", ""),
    ("The deal brought Max Lund home.", ""),
    ("Rebels seized Goma, ending protests in Kinshasa.", ""),
    ("The talks, led by Jane Roe, failed to end the war.", ""),
    ("Jane Roe spoke because it was late.", ""),
    ("A fire destroyed the hall by night after the protests.", ""),
    ("Max Lund came from the summit.", ""),
]
PARTS = [
    ("At the 2008 summit, leaders promised help.", "promised < summit"),
    ("During the talks Serbia signed a treaty.", "signed < talks"),
    ("After the summit leaders promised help.", ""),
    ("At noon leaders promised help.", ""),
    ("The congress elected Jane Roe.", "elected < congress"),
    ("The congress ended in Lund.", ""),
    ("Delegates met in Lund and demanded more pay.", ""),
    ("Delegates met in Lund with the woman who demanded more pay.", ""),
    ("The war promised misery.", ""),
    ("Owners who meet in Lund waived the fee.", ""),
    ("Owners waived the fee after they met in Lund.", ""),
    ("Owners met in Lund. The communique of Chad urged Mali to pay.", ""),
    ("A summit was held in Lund. The delegates of Chad promised help.", ""),
    ("A summit was held in Lund. The delegates promised help in 2004.", ""),
    ("The congress elected Jane Roe. Chad blocked the budget in 2004.", "elected < congress"),
    ("The congress elected Jane Roe. Chad had blocked the budget.", "elected < congress"),
    ("The congress elected Jane Roe. Chad wept.", "elected < congress"),
    ("The congress elected Jane Roe.\n\nChad blocked the budget.", "elected < congress"),
    ("Chad elected Jane Roe. Mali blocked the budget.", ""),
    ("After meeting in Lund, ministers promised help.", ""),
]
REFERENCES = [
    ("NATO condemned the annexation of Crimea.", "condemned : annexation"),
    ("Ukraine called for talks.", "called : talks"),
    ("NATO praised Finland.", ""),
    ("NATO praised the decision of the summit in Riga.", "praised : decision praised : summit decision : summit"),
    ("Sweden published its report on the fire in Lund.", "published : fire"),
    ("Sweden published its report after the fire in Lund.", ""),
    ("NATO met after the annexation of Crimea.", ""),
]
MEANT = [
    ("The mine was flooded on Monday. The owner rejected it.", ""),
    ("Toyota made an offer for Honda. The board accepted a better one.", ""),
    ("Jane Roe left. It rained. Toyota denied that.", ""),
    ("Jane Roe sued Toyota in May. A hearing is planned for June.", "hearing : sued"),
    ("Jane Roe sued Toyota in May. A first hearing is planned for June.", "hearing : sued"),
    ("Jane Roe sued Toyota in May. They settled in June.", "settled : sued"),
    ("Jane Roe sued Toyota in May. Max Lund sued Honda. A hearing is planned for June.", ""),
    ("Jane Roe sued Toyota in May. The trial of Max Lund ended in June.", ""),
    ("Jane Roe sued Toyota in May. Max Lund was freed in June after a long trial.", ""),
    ("Jane Roe sued Toyota in May. She was heard in June at the trial.", "trial : sued"),
    ("Toyota made an offer for Honda on Monday. Volvo made an offer for Subaru. The takeover needs consent.", ""),
    ("Toyota made an offer of help on Monday. The takeover needs consent.", ""),
]

OWNED = [
    ("Toyota bought Honda in 1999.", "Honda of Toyota"),
    ("Honda was acquired by Toyota in 1999.", "Honda of Toyota"),
    ("Toyota has bought the German truck maker Scania for 9 billion euros.", "Scania of Toyota"),
    ("Toyota wants to buy Honda.", ""),
    ("Toyota did not buy Honda.", ""),
    ("Toyota has ordered ten planes from Boeing.", ""),
    ("Toyota bought shares of Honda in 1999.", ""),
    ("Toyota bought a stake in Honda in 1999.", ""),
    ("Toyota bought Honda's mines in 1999.", ""),
    ("Toyota buys its tyres from Michelin.", ""),
    ("Max Lund bought Honda in 1999.", ""),
]


def ties(view, kind, sign):
    text = {event.id: event.text for event in view.extraction.events}
    told = [one for one in view.extraction.relations if one.type == kind]
    return " ".join(f"{text[one.source]} {sign} {text[one.target]}" for one in told)


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*CAUSES, *NO_CAUSES, *PARTS, *REFERENCES, *MEANT, *OWNED])


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_who_bought_whom(read, text, expected):
    name = {mention.id: mention.text for mention in read[text].extraction.mentions}
    told = [one for one in read[text].extraction.relations if one.type == "subsidiary_of"]
    assert " ".join(f"{name[one.source]} of {name[one.target]}" for one in told) == expected


@pytest.mark.parametrize(("text", "expected"), [*CAUSES, *NO_CAUSES])
def test_stated_causes(read, text, expected):
    assert ties(read[text], "causes", ">") == expected


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(read, text, expected):
    assert ties(read[text], "part_of", "<") == expected


@pytest.mark.parametrize(("text", "expected"), [*REFERENCES, *MEANT])
def test_references(read, text, expected):
    assert ties(read[text], "refers_to", ":") == expected
