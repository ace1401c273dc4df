"""One node per real event: what two articles tell of the same, and what not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuilder as gb
from graphbuilder.resolve import resolve


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


def at(day, text):
    return text, day


SAME = [
    # the same day and place, or participants
    ("Ministers met in Oslo on 3 March 2021.", "On 3 March 2021 leaders held a meeting in Oslo.", "met", "meeting"),
    ("Russia bombed Kharkiv on 5 May 2022.", "On 5 May 2022 Kharkiv was bombed.", "bombed", "bombed"),
    ("Apple sued Samsung on 15 April 2011.", "On April 15, 2011, Apple sued Samsung.", "sued", "sued"),
    ("Germany annexed Austria on 12 March 1938.", "Austria was annexed by Germany in March 1938.", "annexed",
     "annexed"),
    ("Olaf Scholz met Emmanuel Macron on 2 June 2022.", "Emmanuel Macron met Olaf Scholz in Paris on 2 June 2022.",
     "met", "met"),
    (at("2022-11-29", "NATO condemned Russia on Tuesday."), at("2022-11-30", "NATO condemned Russia yesterday."),
     "condemned", "condemned"),
    ("Ministers met in Bucharest on 3 April 2008.", "NATO held a summit in Romania on 3 April 2008.", "met", "summit"),
    # vaguer dates
    ("Russia annexed Crimea in March 2014.", "Russia's annexation of Crimea in 2014 was condemned.", "annexed",
     "annexation"),
    ("NATO held a summit in Bucharest in 2008.", "The April 2008 summit in Bucharest was tense.", "summit", "summit"),
    ("Volvo was founded in Sweden in 1927.", "Volvo was founded in 1927 in Sweden.", "founded", "founded"),
    # a day told roughly; a number that few things share
    (at("2022-09-27", "Jane Roe leads Volvo. Volvo turned down an offer on 12 September 2022."),
     at("2022-10-11", "Jane Roe resigned on Monday, four weeks after Volvo turned down an offer."), "turned", "turned"),
    (at("2022-05-19", "Toyota is recalling 41,500 vans in Norway."),
     at("2022-06-20", "Jane Roe has sued a garage, a month after 41,500 vans had to be recalled."), "recalling",
     "recalled"),
    (at("2022-09-28", "Jane Roe leads Volvo. The board of Volvo accepted an offer on 27 September 2022."),
     at("2023-02-10", "Jane Roe quit Volvo in May. The board accepted a better one in September 2022."), "accepted",
     "accepted"),
    # the month of what another tells the day of
    (at("2022-06-28", "Jane Roe leads Fenwick. Jane Roe sued Toyota in Lyon on Monday."),
     at("2023-02-01", "Jane Roe, once a driver for Toyota, went to court in June 2022."), "sued", "court"),
    # names
    ("The 2008 Bucharest Summit was tense.", "At the 2008 Bucharest Summit, NATO promised help.", "Bucharest Summit",
     "Bucharest Summit"),
    # reprints
    (at("2022-11-29", "Officials in three towns said floods destroyed the old bridge near Lyon."),
     at("2022-11-30", "Officials in three towns said floods destroyed the old bridge near Lyon."), "destroyed",
     "destroyed"),
    (at("2022-11-29", "The city is old. Berlin had asked Kyiv for help."),
     at("2022-11-30", "The town is old. Berlin had asked Kyiv for help."), "asked", "asked"),
    # once-only types without a date
    ("Germany annexed Austria in 1938.", "Germany annexed Austria.", "annexed", "annexed"),
    ("Google bought Motorola in 2012.", "The factory is old. Google, which bought Motorola, is rich.", "bought",
     "bought"),
    ("NATO did not invite Ukraine in 2008.", "NATO did not invite Ukraine.", "invite", "invite"),
    # news of several outlets
    (at("2024-04-14", "Iran launched missiles at Israel on 13 April 2024."),
     at("2024-04-14", "Israel said Iran launched more than 300 drones and missiles on Saturday night."), "launched",
     "launched"),
    ("Apple unveiled the iPhone in San Francisco on 9 January 2007.", "In January 2007 Apple unveiled the iPhone.",
     "unveiled", "unveiled"),
    (at("2024-08-05", "France beat Germany in Lyon on 4 August 2024."),
     at("2024-08-06", "France beat Germany 3-2 on Sunday."), "beat", "beat"),
    # news of one event on several days
    (at("2022-07-08", "Boris Johnson resigned on 7 July 2022."),
     at("2022-07-09", "Boris Johnson resigned after a scandal."), "resigned", "resigned"),
    (at("2014-05-28", "Apple bought Motorola on Wednesday."), at("2014-05-30", "Apple bought Motorola for 3 billion."),
     "bought", "bought"),
    (at("2022-07-08", "Boris Johnson resigned."), at("2022-07-10", "Boris Johnson resigned after a scandal."),
     "resigned", "resigned"),
    # other words for the same act
    ("Russia annexed Crimea in March 2014.", "Russia seized Crimea in 2014.", "annexed", "seized"),
    ("Russia's annexation of Crimea in 2014 was condemned.", "Russia seized Crimea in 2014.", "annexation", "seized"),
    ("Germany occupied Denmark in April 1940.", "Germany's seizure of Denmark in 1940 was swift.", "occupied",
     "seizure"),
    ("Germany pledged tanks to Ukraine on 29 November 2022.", "Germany promised tanks to Ukraine on 29 November 2022.",
     "pledged", "promised"),
    ("Nokia took Apple to court in June 2011.", "Apple was sued by Nokia in June 2011.", "court", "sued"),
    # a company is bought once; "the takeover" is that of the bid
    ("Google made an offer for Motorola. The takeover needs consent.", "Google bought Motorola in 2012.", "takeover",
     "bought"),
    ("The purchase of Motorola by Google was approved in 2012.", "Motorola was bought.", "purchase", "bought"),
    # a bid and its announcement
    (at("2012-05-08", "Google made an offer on Monday to buy Motorola for 3 billion."),
     at("2012-06-30", "Google announced its offer on 7 May. The city is old."), "offer", "announced"),
    # what a follow-up points to
    (at("2022-03-15", "A fire destroyed a hall of Volvo in Lund on 14 March 2022. Jane Roe of Volvo was unhurt."),
     at("2022-10-11", "Jane Roe left Volvo on Monday. The fire had worn her out."), "fire", "fire"),
    (at("2022-09-27", "Jane Roe leads Volvo. Volvo turned down an offer on 12 September 2022."),
     at("2022-10-11", "Jane Roe quit Volvo in May. The board rejected it on 12 September."), "turned", "rejected"),
    # told in the same words of one day, though nobody is named
    ("A fire destroyed a storage hall in Lund on 14 March 2022.", "A fire destroyed a hall on 14 March 2022.", "fire",
     "fire"),
]  # fmt: skip

#: A plan and what came of it: two events, tied.
PLANS = [
    # where and what, told of nobody with a name
    (at("2022-03-15", "The mayor said that lessons in Lyon would stop for a week."),
     at("2022-09-01", "A storm in March killed two people in Lyon and stopped lessons there."), "stop", "stopped"),
    (at("2022-05-01", "Olaf Scholz will meet Emmanuel Macron in Paris on 2 June 2022."),
     "Emmanuel Macron met Olaf Scholz in Paris on 2 June 2022.", "meet", "met"),
    (at("2022-05-01", "NATO plans a summit in Madrid on 28 June 2022."),
     "NATO held a summit in Madrid on 28 June 2022.",
     "summit", "summit"),
    # who joins those who meet, in other words
    (at("2022-05-01", "The ministers will be joined by colleagues from Chad and Mali on 5 May."),
     at("2022-05-06", "Two colleagues from Chad and Mali were let into the room on 5 May."), "joined", "let"),
    # in one text
    (at("2022-06-03", "Olaf Scholz was to meet Emmanuel Macron in Paris on 2 June 2022."),
     at("2022-06-03", "Olaf Scholz met Emmanuel Macron in Paris on 2 June 2022."), "meet", "met"),
]  # fmt: skip

APART = [
    # other days
    ("Ministers met in Oslo on 3 March 2021.", "Ministers met in Oslo on 5 March 2021.", "met", "met"),
    ("Russia bombed Kharkiv on 5 May 2022.", "Russia bombed Kharkiv on 6 May 2022.", "bombed", "bombed"),
    ("Germany annexed Austria in 1938.", "Germany annexed Austria in 1940.", "annexed", "annexed"),
    ("Olaf Scholz met Emmanuel Macron in June 2022.", "Olaf Scholz met Emmanuel Macron in July 2022.", "met", "met"),
    ("The 2008 Bucharest Summit was tense.", "The 2012 Chicago Summit was tense.", "Bucharest Summit",
     "Chicago Summit"),
    # other places
    ("Ministers met in Oslo on 3 March 2021.", "Ministers met in Riga on 3 March 2021.", "met", "met"),
    ("Russia bombed Kharkiv on 5 May 2022.", "Russia bombed Odesa on 5 May 2022.",
        "bombed", "bombed"),
    ("France and Spain met in Paris in 2010.", "France and Spain met in Madrid in 2010.", "met", "met"),
    # others take part
    ("Apple sued Samsung on 15 April 2011.", "Nokia sued Ericsson on 15 April 2011.", "sued", "sued"),
    ("Olaf Scholz met Emmanuel Macron on 2 June 2022.", "Angela Merkel met Barack Obama on 2 June 2022.", "met", "met"),
    ("Germany annexed Austria in 1938.", "Italy annexed Albania in 1938.", "annexed", "annexed"),
    # other words
    ("Russia bombed Kharkiv on 5 May 2022.", "Russia invaded Kharkiv on 5 May 2022.", "bombed", "invaded"),
    ("Apple bought Motorola in 2012.", "Apple sold Motorola in 2012.", "bought", "sold"),
    # what did not happen, or only may
    ("NATO invited Ukraine on 3 May 2022.", "NATO did not invite Ukraine on 3 May 2022.", "invited", "invite"),
    ("Russia attacked Georgia on 8 August 2008.", "Russia may have attacked Georgia on 8 August 2008.", "attacked",
     "attacked"),
    ("Russia attacked Georgia in August 2008.", "If Russia attacked Georgia in August 2008, it lied.", "attacked",
     "attacked"),
    ("Russia withdrew from Georgia on 8 May 2009.", "NATO demanded that Russia withdraw from Georgia on 8 May 2009.",
     "withdrew", "withdraw"),
    # again and again
    (at("2014-03-20", "NATO condemned Russia."), at("2022-11-29", "NATO condemned Russia."), "condemned", "condemned"),
    (at("2014-03-20", "The firm is old. Apple sues Samsung often."), at("2022-11-29", "Apple sued Samsung."), "sues",
     "sued"),
    (at("2010-05-04", "Olaf Scholz met Emmanuel Macron."),
     at("2020-05-04", "Olaf Scholz met Emmanuel Macron."), "met", "met"),
    (at("2010-05-04", "The city is old. Angry crowds had attacked Google in Lyon."),
     at("2020-05-04", "The city is old. Angry crowds had attacked Google in Lyon."), "attacked", "attacked"),
    (at("2022-11-03", "The Fed raised rates on Wednesday."), at("2022-12-15", "The Fed raised rates on Wednesday."),
     "raised", "raised"),
    ("Iran attacked Israel on 13 April 2024.", "Iran attacked Israel again on 1 October 2024.", "attacked", "attacked"),
    ("Apple unveiled the iPhone in San Francisco on 9 January 2007.",
     "Apple unveiled the iPad in San Francisco in 2010.",
     "unveiled", "unveiled"),
    ("Boris Johnson resigned on 7 July 2022.", "Liz Truss resigned on 20 October 2022.", "resigned", "resigned"),
    ("France won medals in Paris on 3 August 2024.", "France beat Germany in Lyon on 4 August 2024.", "won", "beat"),
    ("A fire broke out in Lagos in 2019.", "A fire broke out in Lagos in June 2023.", "broke", "broke"),
    (at("2020-05-04", "Iran will attack Iraq."), at("2022-05-04", "Iran attacked Iraq."), "attack", "attacked"),
    # news of other days
    (at("2022-07-08", "Boris Johnson resigned on 1 June 2022."),
     at("2022-07-09", "Boris Johnson resigned after a scandal."), "resigned", "resigned"),
    (at("2022-05-05", "Russia shelled Kharkiv."), at("2022-05-06", "Russia shelled Kharkiv."), "shelled", "shelled"),
    (at("2022-05-05", "Arsenal beat Chelsea on Wednesday."), at("2022-05-06", "Arsenal beat Chelsea."), "beat", "beat"),
    (at("2022-05-05", "The city is old. Berlin had asked Kyiv for help."),
     at("2022-06-16", "The city is old. Berlin had asked Kyiv for help."), "asked", "asked"),
    # two things of one day
    (at("2022-05-05", "Apple announced a car on Monday."), at("2022-05-05", "Apple announced a merger on Monday."),
     "announced", "announced"),
    (at("2022-05-05", "Antony Blinken announced sanctions on Wednesday."),
     at("2022-05-05", "Antony Blinken announced a visit on Wednesday."), "announced", "announced"),
    (at("2022-05-04", "Apple launched a phone on Wednesday."), at("2022-05-06", "Apple launched a car."), "launched",
     "launched"),
    # other acts on the same
    ("Russia shelled Kharkiv in May 2022.", "Russia invaded Kharkiv in May 2022.", "shelled", "invaded"),
    ("Russia seized Crimea in 2014.", "Russia seized Kherson in 2014.", "seized", "seized"),
    ("Alba offered to buy Corin in 2014.", "Alba ordered Corin in 2014.", "offered", "ordered"),
    # bought twice, or by another
    ("Google bought Motorola in 2012.", "Nokia bought Motorola.", "bought", "bought"),
    ("Google bought phones from Motorola in 2012.", "Google bought Motorola.", "bought", "bought"),
    ("Google made an offer for Motorola. The takeover needs consent.", "Google bought Nokia in 2012.", "takeover",
     "bought"),
    (at("2022-09-27", "Jane Roe leads Volvo. Volvo turned down an offer on 12 September 2022."),
     at("2022-10-11", "Max Lund quit Scania in May. The board rejected it on 12 September."), "turned", "rejected"),
    (at("2022-09-27", "Jane Roe leads Volvo. Volvo turned down an offer on 12 September 2022."),
     at("2022-10-11", "Jane Roe quit Volvo in May. The board rejected it on 14 September."), "turned", "rejected"),
    # another day, another number
    (at("2022-09-27", "Jane Roe leads Volvo. Volvo turned down an offer on 4 September 2022."),
     at("2022-10-11", "Jane Roe resigned on Monday, four weeks after Volvo turned down an offer."), "turned", "turned"),
    (at("2022-05-19", "Toyota is recalling 41,500 vans in Norway."),
     at("2022-06-20", "Jane Roe has sued a garage, a month after 39,200 vans had to be recalled."), "recalling",
     "recalled"),
    # in that month, but not by the same; or of two suits of the month
    (at("2022-06-28", "Jane Roe leads Fenwick. Jane Roe sued Toyota in Lyon on Monday."),
     at("2023-02-01", "Max Lund, who knows Jane Roe, went to court in June 2022."), "sued",
     "court"),
    (at("2022-06-28", "Jane Roe leads Fenwick. Jane Roe sued Toyota in Lyon on Monday."),
     at("2023-02-01", "Jane Roe, once a driver for Toyota, went to court in May 2022."), "sued", "court"),
    # told of nobody with a name in one place
    (at("2022-03-15", "The mayor said that lessons in Lyon would stop for a week."),
     at("2022-09-01", "A storm in March killed two people in Lyon and stopped trams there."), "stop", "stopped"),
    (at("2022-03-15", "The mayor said that lessons in Lyon would stop for a week."),
     at("2022-09-01", "A storm in July killed two people in Lyon and stopped lessons there."), "stop", "stopped"),
    # a hearing of another, and another day
    (at("2022-06-28", "Toyota sued Honda in May. A first hearing is planned for 6 October."),
     at("2022-10-11", "The court case brought by Volvo began in Lyon last Thursday."), "hearing", "began"),
    (at("2022-06-28", "Toyota sued Honda in May. A first hearing is planned for 6 October."),
     at("2022-10-11", "The court case brought by Toyota began in Lyon last Wednesday."), "hearing", "began"),
    # what a plan tells of, and something else of its day
    (at("2022-06-28", "Toyota plans to open a museum in Lyon on 6 October."),
     at("2022-10-11", "Toyota opened a factory in Riga on 6 October."), "open", "opened"),
    # two fires of one day
    ("A fire destroyed a school on 14 March 2022.", "A fire damaged a ship on 14 March 2022.", "fire", "fire"),
    # roles turned round
    ("Apple sued Samsung.", "Samsung sued Apple.", "sued", "sued"),
    ("Iran attacked Iraq.", "Iraq attacked Iran.", "attacked", "attacked"),
    ("Apple sued Samsung on 15 April 2011.",
        "Samsung sued Apple on 15 April 2011.", "sued", "sued"),
]  # fmt: skip

SAME += [
    # what "the recall" is, in an article about the same
    ("Norway recalled its envoy from Chad on 3 May 2021. Ann Lee of Volvo and Max Poe of Scania wept.",
     "After the recall of the envoy in May 2021 Ann Lee of Volvo and Max Poe of Scania left.", "recalled", "recall"),
    # the same two in one act of many words
    ("In August 2008 Russia went to war with Georgia.", "Russia invaded Georgia in 2008.", "war", "invaded"),
    # two words for it
    ("Alba halted the work in Lund on 3 May 2021.", "Alba stopped work in Lund in May 2021.", "halted", "stopped"),
    (at("2021-05-08", "Alba sacked Jane Roe on 3 May 2021."), "Jane Roe was dismissed in May 2021.", "sacked",
     "dismissed"),
    ("On 3 May 2021 Max Lund was jailed for six years.", "Max Lund was sent to prison on 3 May 2021.", "jailed",
     "prison"),
    # without who did it
    ("On 3 May 2021 Alba appointed Jane Roe.", "Jane Roe was named head of Alba on 3 May 2021.", "appointed", "named"),
    # the only one of its kind and days
    ("A fire destroyed a hall of Volvo in Lund on 14 March 2022.",
     "Jane Roe of Volvo resigned on 14 October 2022, seven months after the fire.", "fire", "fire"),
]  # fmt: skip
APART += [
    ("Alba halted the work in Lund on 3 May 2021.", "Alba stopped its buses in Oslo in May 2021.", "halted", "stopped"),
    ("Alba halted the work in Lund on 3 May 2021.", "Alba ended its strike in Lund in June 2021.", "halted", "ended"),
    ("Alba sacked Jane Roe on 3 May 2021.", "Jane Roe resigned from the board in June 2021.", "sacked", "resigned"),
    ("Alba sacked Jane Roe on 3 May 2021.", "Alba sacked Max Lund on 3 May 2021.", "sacked", "sacked"),
    ("On 3 May 2021 Max Lund was jailed for six years.", "On 3 May 2021 Ann Lee was sent to prison.", "jailed",
     "prison"),
    ("In August 2008 Russia went to war with Georgia.", "In August 2008 Russia shelled Georgia.", "war", "shelled"),
    ("In August 2008 Russia went to war with Georgia.", "Russia invaded Ukraine in 2008.", "war", "invaded"),
    ("On 3 May 2021 Alba appointed Jane Roe.", "Jane Roe was named head of Alba on 5 May 2021.", "appointed",
     "named"),
    ("A fire destroyed a hall in Lund on 14 March 2022.", "A fire injured two on 14 March 2022.", "fire", "fire"),
    ("A fire destroyed a hall of Volvo in Lund on 14 March 2022.",
     "Jane Roe of Volvo resigned on 14 December 2022, seven months after the fire.", "fire", "fire"),
    ("A fire destroyed a hall in Lund on 14 March 2022.",
     "Jane Roe resigned on 14 October 2022, seven months after the fire.", "fire", "fire"),
]  # fmt: skip


SAME += [
    # a country is in one war at a time; the attack of a month is that war
    ("Peru went to war with Chile in June 2004.", "In June 2004 Peru was at war.", "war", "war"),
    ("Peru went to war with Chile in June 2004.", "In June 2004 Peru attacked Chile.", "war", "attacked"),
    # what was taken, in other words in news of the same days; and when, told of nobody
    (at("2022-03-01", "Norway condemned Chile's annexation of four regions."),
     at("2022-03-05", "Peru condemned Chile's annexation of the Puno and Tacna regions, which Idriss Roe proclaimed on "
        "25 February 2022."), "annexation", "annexation"),
    (at("2022-03-05", "Ann Lee of Volvo condemned Chile's annexation of Puno, which Max Poe proclaimed a week ago."),
     at("2022-03-08", "Ann Lee of Volvo left. Max Poe announced their annexation on 26 February 2022."), "annexation",
     "annexation"),
    # a barrage by somebody, and one of that day somewhere
    (at("2022-03-05", "Ann Lee of Volvo wept. Power was out after Chile's barrage on 3 March 2022."),
     at("2022-03-05", "On 3 March 2022 a barrage of shells cut the power in Lund, said Ann Lee of Volvo."), "barrage",
     "barrage"),
    # they met there and then
    ("Meeting in Lund on 3-4 May 2021, owners dropped the fee.", "Owners who met in Lund on 3-4 May 2021 waived it.",
     "dropped", "waived"),
]  # fmt: skip
APART += [
    ("Peru went to war with Chile in June 2004.", "In June 2004 Peru was at war with Bolivia.", "war", "war"),
    ("Peru went to war with Chile in June 2004.", "On 5 June 2004 Peru attacked Chile.", "war", "attacked"),
    ("Peru went to war with Chile in June 2004.", "In June 2004 Peru attacked Bolivia.", "war", "attacked"),
    (at("2022-03-01", "Norway condemned Chile's annexation of four regions."),
     at("2022-09-05", "Peru condemned Chile's annexation of the Puno and Tacna regions, which Idriss Roe proclaimed on "
        "25 February 2022."), "annexation", "annexation"),
    (at("2022-03-05", "Ann Lee of Volvo wept. Power was out after Chile's barrage in Oslo on 3 March 2022."),
     at("2022-03-05", "On 3 March 2022 a barrage of shells cut the power in Lund, said Ann Lee of Volvo."), "barrage",
     "barrage"),
    ("Meeting in Lund on 3-4 May 2021, owners dropped the fee.", "Owners who met in Oslo on 3-4 May 2021 waived it.",
     "dropped", "waived"),
]  # fmt: skip


#: What is told of nobody, in articles about the same.
COMPANY = "Ann Lee of Volvo knows Max Poe of Scania. Jane Roe of Fenwick knows Otto Weber. "
SAME += [
    (at("2022-03-05", COMPANY + "Some 90 welders walked out on 1 March 2022."),
     at("2022-03-09", COMPANY + "The night shift in Lund put down its tools on 1 March 2022."), "walked", "tools"),
    (at("2022-03-05", COMPANY + "The miners struck on 1 March 2022."),
     at("2022-03-09", COMPANY + "In Lund miners downed tools on 1 March 2022."), "struck", "downed"),
    (at("2022-03-05", COMPANY + "Welders blocked the bridge on 1 March 2022."),
     at("2022-03-09", COMPANY + "On 1 March 2022 they blocked the bridge."), "blocked", "blocked"),
    # a month and a day in it, by the same, in the same words
    ("Volvo stored 90 old vans in a hall in May 2022.", "Volvo stored old vans in a hall on 3 May 2022.", "stored",
     "stored"),
]  # fmt: skip
APART += [
    (at("2022-03-05", COMPANY + "Some 90 welders walked out on 1 March 2022."),
     at("2022-03-09", COMPANY + "The night shift in Lund put down its tools on 2 March 2022."), "walked", "tools"),
    (at("2022-03-05", "Ann Lee knows Max Poe. Some 90 welders walked out on 1 March 2022."),
     at("2022-03-09", "Ann Lee knows Max Poe. The nurses in Lund put down their tools on 1 March 2022."), "walked",
     "tools"),
    (at("2022-03-05", COMPANY + "The talks ended on 1 March 2022."),
     at("2022-03-09", COMPANY + "The lessons in Lund ended on 1 March 2022."), "ended", "ended"),
    (at("2022-03-05", COMPANY + "Welders blocked the bridge on 1 March 2022."),
     at("2022-03-09", COMPANY + "On 1 March 2022 they blocked a merger."), "blocked", "blocked"),
    ("Volvo stored 90 old vans in a hall in May 2022.", "Volvo stored new bolts in a shed on 3 May 2022.", "stored",
     "stored"),
]  # fmt: skip


FIRE = at("2022-03-15", "A fire destroyed a hall of Volvo in Lund on 14 March 2022. Jane Roe of Volvo was unhurt.")
#: Follow-ups that do not point to the fire of Volvo, with what else was told.
NO_FOLLOW_UPS = [
    (FIRE, at("2022-10-11", "Max Lund left Scania on Monday. The fire had worn him out.")),
    (FIRE, at("2022-10-11", "Jane Roe left Volvo on Monday. A fire had worn her out.")),
    (FIRE, at("2022-01-11", "Jane Roe left Volvo on Monday. The fire had worn her out.")),
    (FIRE, at("2025-01-11", "Jane Roe left Volvo on Monday. The fire had worn her out.")),
    (FIRE, at("2022-10-11", "Jane Roe left Volvo on Monday. Her deputy, who fought the fire back in 2019, wept.")),
    (FIRE, at("2022-06-06", "A fire destroyed an office of Volvo in Oslo on 5 June 2022. Jane Roe wept."),
     at("2022-10-11", "Jane Roe left Volvo on Monday. The fire had worn her out.")),
]  # fmt: skip


@pytest.mark.parametrize("told", ["the fire back in 2022", "the fire"])
def test_a_follow_up_of_the_same_year_points_to_it(read_collections, told):
    after = f"Jane Roe left Volvo on Monday. Her deputy, who fought {told}, wept."
    (view,) = read_collections([(FIRE, at("2022-10-11", after))])
    assert view.event(1, "fire") == view.event(0, "fire")


@pytest.mark.parametrize("articles", NO_FOLLOW_UPS)
def test_a_follow_up_that_may_mean_another_points_to_none(read_collections, articles):
    (view,) = read_collections([articles])
    assert view.event(len(articles) - 1, "fire") is None


@pytest.fixture(scope="module")
def views(read_collections):
    rows = [tuple(getattr(row, "values", row))[:2] for row in [*SAME, *PLANS, *APART]]
    return dict(zip(rows, read_collections(rows), strict=True))


@pytest.mark.parametrize(("left", "right", "one", "other"), SAME)
def test_same(views, left, right, one, other):
    view = views[left, right]
    assert view.event(0, one) is not None
    assert view.event(0, one) == view.event(1, other)


@pytest.mark.parametrize(("left", "right", "one", "other"), APART)
def test_apart(views, left, right, one, other):
    view = views[left, right]
    assert view.event(0, one) is not None
    assert view.event(1, other) is not None
    assert view.event(0, one) != view.event(1, other)


def test_every_merge_across_articles_has_its_judgement(views):
    for view in views.values():
        judged = {frozenset((one.left, one.right)): one for one in view.resolution.judgements if one.verdict == "same"}
        for event in view.resolution.events:
            if len({one.span.document for one in event.provenance}) > 1:
                assert any(pair <= set(event.mentions) and judged[pair].reason for pair in judged)


@pytest.mark.parametrize(("left", "right", "plan", "deed"), PLANS)
def test_a_plan_and_its_deed_are_tied_and_stay_two(views, left, right, plan, deed):
    view = views[left, right]
    planned, done = view.event(0, plan), view.event(1, deed)
    assert (planned.modality, done.modality) == ("PLANNED", "ACTUAL")
    (tie,) = [one for one in view.resolution.relations if one.type == "fulfils"]
    assert (tie.source, tie.target) == (done.id, planned.id)
    assert {one.span.document for one in tie.provenance} == {one.document for one in view.extractions}
    assert any(one.verdict == "tied" and "plan and fulfilment" in one.reason for one in view.resolution.judgements)


def test_order_of_the_articles_does_not_show(views):
    for view in views.values():
        assert resolve(reversed(view.extractions)) == view.resolution


@given(st.randoms(use_true_random=False))
@settings(max_examples=5)
def test_order_of_many_articles_does_not_show(views, random):
    extractions = [one for view in views.values() for one in view.extractions]
    expected = resolve(extractions)
    random.shuffle(extractions)
    assert resolve(extractions) == expected


def meetings(*texts):
    documents = [gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(texts)]
    return [event.interval.edtf for event in gb.resolve(gb.extract(documents)).events if event.type == "meet"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_days_told_apart_are_of_one_meeting_only_where_it_is_told_of_both(order):
    days = ("Ministers met in Oslo on 3 March 2021.", "Ministers met in Oslo on 4 March 2021.")
    texts = (*days, "Ministers met in Oslo on 3-4 March 2021.")
    assert meetings(*(texts[at] for at in order)) == ["2021-03-03/2021-03-04"]
    assert sorted(meetings(*days)) == ["2021-03-03", "2021-03-04"]
