"""Which triggers of one text tell the same event. Published on Tuesday, 29 November 2022."""

from datetime import date

import pytest

from graphbuilder.documents import read_documents
from graphbuilder.extract import read as extract_one
from graphbuilder.pipeline.parse import parse
from graphbuilder.records import Document

PUBLISHED = date(2022, 11, 29)


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


SAME = [
    (
        "NATO held a conference in Riga in 2008. Ministers are meeting in Madrid. At that gathering, NATO promised "
        "help.",
        "conference",
        "gathering",
    ),
    ("Ministers met in Oslo on Monday. The meeting lasted two days.", "met", "meeting"),
    ("Russia invaded Georgia in 2008. The invasion lasted five days.", "invaded", "invasion"),
    ("Germany annexed Austria in 1938. The annexation was condemned.", "annexed", "annexation"),
    ("A summit was held in Madrid in June. At the summit, leaders spoke.", "summit", "summit#2"),
    ("Jane Roe resigned on Friday. The resignation surprised Berlin.", "resigned", "resignation"),
    ("A bomb exploded in Kabul. The explosion killed six people.", "exploded", "explosion"),
    ("Ministers gathered in Riga. This meeting was the first.", "gathered", "meeting"),
    ("Ministers met in Oslo on Monday. They met in Oslo on 28 November 2022 for the first time.", "met", "met#2"),
    ("Apple acquired Beats in 2014. The acquisition was its largest.", "acquired", "acquisition"),
    ("Jane Roe has sued Toyota. Roe filed the suit with a court in Lyon on Monday.", "sued", "filed"),
    ("The company launched a rocket on Sunday. The launch went well.", "launched", "launch"),
    ("Turkey held an election in May. The election was close.", "election", "election#2"),
    ("An earthquake struck Turkey. The earthquake destroyed thousands of homes.", "earthquake", "earthquake#2"),
    (
        "NATO held a summit in Bucharest in 2008. Rain fell. At the Bucharest summit, NATO promised help.",
        "summit",
        "summit#2",
    ),
    ("The firm will recall the cars. The recall begins in May.", "recall", "recall#2"),
    (
        "Ministers met in Oslo on Monday. It recalled the 2008 Riga Summit. Rain fell. The gathering ended quietly.",
        "met",
        "gathering",
    ),
]
SAME += [
    ("Police in Lyon opened an investigation on Monday. The investigation ended soon.", "opened", "investigation#2"),
    ("Prosecutors launched an inquiry into Volvo.", "launched", "inquiry"),
    ("The trawler Alba ran aground off Lund on Monday. The vessel struck a reef at 9 p.m. on Monday.", "ran", "struck"),
]
HEADLINES = [
    ("Alba recalls thousands of cars\n\nAlba is recalling 38,000 cars in Norway.", "recalls", "recalling", True),
    ("Alba buys Corin\n\nAlba has bought Corin for 3 million euros.", "buys", "bought", True),
    ("Alba sues Corin\n\nAlba was sued by Corin in 1998. It fought back.", "sues", "sued", False),
    ("Alba recalls cars\n\nAlba recalled phones in 1998. Now it is cars.", "recalls", "recalled", False),
    ("Alba recalls cars\n\nCorin is recalling 38,000 cars in Norway.", "recalls", "recalling", False),
]
HEADLINES += [
    # the decision is what was just told; what is decided to be done, and the noun for it
    ("Alba closes mine\n\nAlba has closed its mine. It rained. Owners took the decision.", "closes", "decision", False),
    ("Alba closes mine\n\nAlba has closed its mine. Owners took the decision to sell it.", "closes", "decision", False),
    ("Alba closes mine\n\nAlba has closed its mine. Chad praised the decision.", "closes", "decision", False),
    ("Storm hits mine\n\nA storm has hit a mine. Owners took the decision on Monday.", "Storm", "decision", False),
    (
        "Peru hails Chadian recognition of Kosovo\n\nPeru on Monday hailed Mali's decision to recognise Kosovo.",
        "recognition",
        "decision",
        False,
    ),
    ("Volvo hikes dividend\n\nVolvo has increased its dividend to 4 euros.", "hikes", "increased", True),
    ("Volvo hikes dividend\n\nToyota has increased its dividend to 4 euros.", "hikes", "increased", False),
    ("Volvo hikes dividend\n\nVolvo has cut its dividend to 4 euros.", "hikes", "cut", False),
    ("Jane Roe quits Alba\n\nJane Roe resigned as head of Alba on Monday.", "quits", "resigned", True),
    ("Alba takes Corin to court\n\nAlba has sued Corin for 3 million euros.", "court", "sued", True),
    ("British firm recalls baby milk\n\nAlba Dairy is recalling 38,000 tins.", "recalls", "recalling", True),
    (
        "British firm recalls baby milk\n\nIt rained. Alba Dairy recalled its tins last year.",
        "recalls",
        "recalled",
        False,
    ),
    ("British firm recalls baby milk\n\nAlba Dairy recalled its tins in 1998.", "recalls", "recalled", False),
    # words for sending somebody away, or to prison
    ("Chairman sacked over loan\n\nMax Lund was dismissed on Monday as head of Alba.", "sacked", "dismissed", True),
    ("Chairman sacked over loan\n\nIt rained. Max Lund was dismissed in 1998.", "sacked", "dismissed", False),
    ("Chairman sacked over loan\n\nMax Lund resigned on Monday as head of Alba.", "sacked", "resigned", False),
    ("Council boss jailed for nine years\n\nMax Lund was sent to prison on Monday.", "jailed", "prison", True),
    ("Council boss jailed for nine years\n\nMax Lund was arrested on Monday.", "jailed", "arrested", False),
    ("Toyota lands Honda after a year\n\nIt rained. Toyota took ownership of Honda on Monday.", "lands", "took", True),
    # the same verb of the same, of whatever
    (
        "Alba condemns seizure of ships\n\nAlba has condemned Chad for the raid on Monday.",
        "condemns",
        "condemned",
        True,
    ),
    ("Alba condemns seizure of ships\n\nIt rained. Alba condemned Chad in 1998.", "condemns", "condemned", False),
    ("How Toyota was sold\n\nAlba Group has completed the purchase of Honda.", "sold", "purchase", False),
]
SAME += [
    ("Alba sued Corin in Madrid on Monday. The lawsuit is its third.", "sued", "lawsuit"),
    ("Alba denied on Monday that it had lied. The denial angered Berlin.", "denied", "denial"),
    ("A fire broke out in Lyon on Monday. The blaze destroyed a hall.", "fire", "blaze"),
    ("Jane Roe met Max Lund for talks on Monday.", "met", "talks"),
    ("On Sunday ministers gathered in Riga for a conference.", "gathered", "conference"),
]
APART = [
    ("Police opened a station in Lyon on Monday and closed an investigation.", "opened", "investigation"),
    ("Volvo opened a plant on Monday. Police began an investigation.", "opened", "investigation"),
    gap(
        "an event that another one followed is taken for it, as it points back",
        "Jane Roe met Max Lund after the summit.",
        "met",
        "summit",
    ),
    ("Jane Roe met Max Lund in Riga and later, on Monday, met Otto Weber.", "met", "met#2"),
    # another motion; another ship, or another day of it
    ("Jane Roe won a vote in Oslo on Monday. The motion was defeated by ten votes.", "won", "defeated"),
    ("Jane Roe lost a race in Oslo on Monday. The motion was defeated by ten votes.", "lost", "defeated"),
    ("The trawler Alba ran aground off Lund on Monday. A vessel struck a reef on Monday.", "ran", "struck"),
    ("The trawler Alba ran aground off Lund on Monday. The vessel struck a reef on Sunday.", "ran", "struck"),
    ("The trawler Alba ran aground off Lund on Monday. The ferry Corin struck a reef on Monday.", "ran", "struck"),
    ("Toyota made an offer for Honda on Monday. Honda launched a new offer for pupils.", "offer", "offer#2"),
    ("The board of Toyota rejected the bid. The union had turned down an offer on 12 November.", "rejected", "turned"),
    ("The board of Toyota rejected the bid. The board turned down an offer on 12 November.", "rejected", "turned"),
    ("Toyota rejected Volvo. Toyota had turned down Honda on 12 November.", "rejected", "turned"),
    ("Toyota has raised its bid for Honda. The first offer was too low.", "raised", "offer"),
    ("Alba sued Corin in Madrid on Monday. The trial of Jane Roe ended.", "sued", "trial"),
    # two things that one did on one day
    ("On Monday Apple announced a car. On Monday Apple announced a merger.", "announced", "announced#2"),
    ("Jane Roe promised Otto Weber money on Monday. On Monday she promised Max Lund a car.", "promised", "promised#2"),
    (
        "NATO held a conference in Riga in 2008. Ministers are meeting in Madrid. At that gathering, NATO promised "
        "help.",
        "meeting",
        "gathering",
    ),
    ("Ministers met in Oslo on Monday. Ministers met in Riga on Sunday.", "met", "met#2"),
    ("Ministers met in Oslo. A meeting will be held in June.", "met", "meeting"),
    ("Russia invaded Georgia in 2008. Russia invaded Ukraine in 2022.", "invaded", "invaded#2"),
    ("Germany annexed Austria in 1938. The annexation of Crimea came in 2014.", "annexed", "annexation"),
    ("NATO meets in Madrid this week. The 2008 summit was in Bucharest.", "meets", "summit"),
    ("Jane Roe resigned. John Doe did not resign.", "resigned", "resign"),
    ("Apple sued Samsung. A court sued nobody, but Samsung sued Apple.", "sued", "sued#3"),
    ("The attack on Kharkiv killed six. An attack on Odesa killed two.", "attack", "attack#2"),
    ("France won in 1998. France won in 2018.", "won", "won#2"),
    ("Toyota bought Subaru. Honda bought Acura.", "bought", "bought#2"),
    ("A fire broke out in Lyon. Police arrested a man.", "broke", "arrested"),
    ("Ministers meet in Bucharest today. At that summit in 2008 help was promised.", "meet", "summit"),
    ("Germany attacked Poland in 1939. The battle of Verdun was in 1916.", "attacked", "battle"),
    ("Ministers met in Oslo. The summit on 5 December 2022 in Oslo is next.", "met", "summit"),
    ("The summit in Madrid ended. The summit in Vilnius begins in July 2023.", "summit", "summit#2"),
]


#: The day of what was just told without one, and what a decision is to do.
SAME += [
    ("Norway regrets the decision of Chad. Idriss Deby announced the decision on Monday.", "decision", "decision#2"),
    ("Russia invaded Georgia in 2008. The war lasted five days.", "invaded", "war"),
    ("Jane Roe vowed to pay. Otto Weber praised her vow to pay.", "vow", "vow"),
]
SAME += [
]  # fmt: skip
#: What a disaster does is that disaster.
SAME += [
    ("The Puno earthquake struck in 2004.", "earthquake", "struck"),
    ("Lund was hit by a storm on 3 May 2021.", "hit", "storm"),
    ("A fire burns a hundred acres near Lund on 3 May 2021.", "fire", "burns"),
]
APART += [
    ("A bomb hit Lund during a storm on 3 May 2021.", "hit", "storm"),
    ("A storm killed Jane Roe in Lyon on 3 May 2021.", "killed", "storm"),
    ("A fire destroyed a mill in Lund after an explosion on 3 May 2021.", "destroyed", "explosion"),
    ("No storm hit Lund. A storm hit Malmo.", "hit", "storm#2"),
]
APART += [
    ("In two of the cases a fire started. Otto Weber spoke of the 14 March 2022 fire in Lund.", "fire", "fire#2"),
    ("Norway regrets the decision of Chad. It rained. Snow fell. Hail fell. Chad reached the decision on Monday.",
     "decision", "decision#2"),
    ("Norway regrets the decision of Chad to invade Mali.", "decision", "invade"),
    ("Chad signed a treaty on 3 May 2021. Peru signed a treaty on 3 May 2021.", "treaty", "treaty#2"),
    ("Russia attacked Georgia in 2008. The explosion lasted long.", "attacked", "explosion"),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*SAME, *APART], PUBLISHED)


@pytest.mark.parametrize(("text", "left", "right"), SAME)
def test_same(read, text, left, right):
    assert read[text].same(left, right)


@pytest.mark.parametrize(("text", "left", "right", "same"), HEADLINES)
def test_the_text_tells_what_the_headline_tells(text, left, right, same):
    document = next(iter(read_documents([Document(text=text, id="h", published=PUBLISHED)])))
    (extraction,) = (extract_one(one) for one in parse([document]))
    chains = {one.text: one.chain for one in extraction.events}
    assert (chains[left] == chains[right]) == same


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Alba turns a profit\n\nAlba said on Monday it had made a profit of 3 million euros in the first quarter.", 1),
        ("Alba turns a profit\n\nAlba shut a mill on Monday. It had made a profit of 3 million euros in 2016.", 2),
        ("Toyota turns a profit\n\nHonda said on Monday that it had made a profit in 2016.", 2),
    ],
)
def test_the_profit_of_a_headline_is_that_of_the_lead(text, chains):
    document = next(iter(read_documents([Document(text=text, id="h", published=PUBLISHED)])))
    (extraction,) = (extract_one(one) for one in parse([document]))
    assert len({one.chain for one in extraction.events if one.text == "profit"}) == chains


@pytest.mark.parametrize(("text", "left", "right"), APART)
def test_apart(read, text, left, right):
    assert not read[text].same(left, right)


def test_the_first_mention_heads_its_chain(read):
    for view in read.values():
        place = {one.id: at for at, one in enumerate(view.events)}
        for one in view.events:
            first = view.events[place[one.chain]]
            assert first.chain == first.id
            assert place[first.id] <= place[one.id]
