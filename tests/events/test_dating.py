"""When: each rule by name, with texts where it must not answer. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)

SYNTAX = [
    ("Ministers [met] in Oslo on 3 March 2021.", "met", "2021-03-03 syntax"),
    ("On Monday, Russia [attacked] the port.", "attacked", "2022-11-28 syntax"),
    ("The 2008 [summit] in Bucharest was tense.", "summit", "2008 syntax"),
    ("Jane Roe plans to [meet: planned] Max Lund before May 2023.", "meet", "../2023-04 syntax"),
    ("Jane Roe wants to [meet: planned] Max Lund in May 2023.", "meet", "2023-05 syntax"),
    ("Germany [annexed] Austria in March 1938.", "annexed", "1938-03 syntax"),
    ("The [fair: planned] was to have [opened: planned] in May 2023, but was [put] off.", "opened", "2023-05 syntax"),
    ("Russia's [annexation] of Crimea in 2014 was [condemned].", "annexation", "2014 syntax"),
    ("Ministers held [talks] in Oslo on Sunday.", "talks", "2022-11-27 syntax"),
    ("A [summit: planned] will be held in Vilnius in July 2023.", "summit", "2023-07 syntax"),
    ("Apple [bought] Beats in 2014 and Shazam later.", "bought", "2014 syntax"),
    ("Mozart [died] in Vienna on December 5, 1791.", "died", "1791-12-05 syntax"),
    ("The [treaty], [signed] in 1648, [ended] the [war].", "signed", "1648 syntax"),
    ("[Talks] took place last week.", "Talks", "2022-11-21/2022-11-27 syntax"),
    ("Volvo, which was [founded] in 1927, [sold] the plant.", "founded", "1927 syntax"),
    ("They continued to [fight] in 1813.", "fight", "1813 syntax"),
    ("In 1813, they continued to [fight].", "fight", "1813 syntax"),
    ("The April 2-4, 2008 [meeting] was [held] in Bucharest.", "meeting", "2008-04-02/2008-04-04 syntax"),
    ("The firm said in May that it [sold] the plant in April 2020.", "sold", "2020-04 syntax"),
    ("Napoleon was [defeated] at Waterloo in June 1815 and [exiled] to Saint Helena, where he [died] in 1821.",
     "died", "1821 syntax"),
    ("Ethiopia's government and Tigrayan forces [signed] a [truce] in Pretoria on 2 November 2022.",
     "signed", "2022-11-02 syntax"),
    ("Amazon's [acquisition] of Whole Foods was completed in August 2017.", "acquisition", "2017-08 syntax"),
    ("Elon Musk completed his [takeover] of Twitter in October 2022.", "takeover", "2022-10 syntax"),
    ("Jane Roe [resigned] yesterday.", "resigned", "2022-11-28 syntax"),
    ("Ada Holm, on Monday, [sold] the plant.", "sold", "2022-11-28 syntax"),
    ("Google on Monday [sold] the plant.", "sold", "2022-11-28 syntax"),
    ("Norway kept the [promise] made in 2019 to Chad.", "promise", "2019 syntax"),
    ("[Talks] that were held in Oslo in May 2021 [failed].", "Talks", "2021-05 syntax"),
    ("An [attack] carried out by rebels on Monday [shut] the port.", "attack", "2022-11-28 syntax"),
    ("The law dates back to a [war] in 1914.", "war", "1914 syntax"),
    ("Ada Holm [lost] the [elections] on November 7, in which Jane Roe was [re-elected].",
     "re-elected", "2022-11-07 syntax"),
    ("Alba must [close: demanded] the plant by 24 January.", "close", "../2023-01-24 syntax"),
    ("Alba [promised] to [close: planned] the plant by the end of March.", "close", "../2023-03 syntax"),
    ("Shares [tumbled] on Wall Street Thursday, a day after the bank [raised] its rate.",
     "tumbled", "2022-11-24 syntax"),
    ("Shares [tumbled] on Wall Street Thursday, a day after the bank [raised] its rate.",
     "raised", "2022-11-23 syntax"),
    ("India [signed] the [accords] during a [visit] to Lima in June 2021.", "signed", "2021-06 event"),
    # the date of the clause that it ends, of both that "when" joins, of the first time, of a text
    ("Corin [complained] to the court, which [rejected] it that May.", "rejected", "2022-05 syntax"),
    ("[Talks] [collapsed] in May 2018, when Norway [resigned].", "collapsed", "2018-05 syntax"),
    ("[Talks] [collapsed] in May 2018, when Norway [resigned].", "resigned", "2018-05 syntax"),
    ("The mill [burned] in May 2018, and again last December.", "burned", "2018-05 syntax"),
    # What is done while something else is, of a day.
    ("Standing beside Otto Weber at the harbour on Monday, Jane Roe [threatened] Norway.",
     "threatened", "2022-11-28 syntax"),
    # Dates of what is put off or called, of a thing, and of a clause that is told with another.
    ("The union [called] a [strike: demanded] for 3 May 2023.", "strike", "2023-05-03 syntax"),
    ("The [summit: planned] was [postponed] to 3 May 2023.", "summit", "2023-05-03 syntax"),
    ("Rain [fell]. The shop did not [close] until 2019.", "close", "2019 syntax"),
    ("Rain [fell]. The league will be [suspended: planned] until May 2023.", "suspended", "../2023-05 syntax"),
    ("Rain [fell]. The garrison [fought] until 1945.", "fought", "../1945 syntax"),
    ("Rain [fell]. The firm [delayed] the [launch: planned] on Monday.", "delayed", "2022-11-28 syntax"),
    ("Rain [fell]. Jane Roe, the mayor of Lund since 2019, [sold] the hall on Monday.", "sold", "2022-11-28 syntax"),
    ("Rain [fell]. Norway [met] Jane Roe, the mayor of Lund, on Monday.", "met", "2022-11-28 syntax"),
    ("A pier in Lund [fell] in August 2012 during a winter [fair].", "fell", "2012-08 syntax"),
    ("Rain [fell]. The hall [opened] in May 2021, a year later than planned.", "opened", "2021-05 syntax"),
    ("Ada Holm [resigned] on Saturday, ten days after a mob [wrecked] a hall.", "resigned", "2022-11-26 syntax"),
    ("Alba has been [accused] of [selling: possible] arms in 2019.", "selling", "2019 syntax"),
    ("Alba [promised] a ship before June.", "promised", "../2022-05 syntax"),
    ("Rain [fell]. That summer Alba [closed] a mill.", "closed", "2022-22 syntax"),
    ("Rain [fell]. Winter Palace guards [closed] a mill in May.", "closed", "2022-05 syntax"),
    ("The [trial] was put back to 3 May 2023.", "trial", "2023-05-03 syntax"),
    ("Rain [fell]. Shares [slid] from Monday to Tuesday.", "slid", "2022-11-28/2022-11-29 syntax"),
    ("Rain [fell]. [Delays] [led] to a [strike] this May.", "strike", "2022-05 syntax"),
    ("Rain [fell]. Unions [threatened] a [boycott: possible] last week.", "threatened", "2022-11-21/2022-11-27 syntax"),
    ("[Sales] [rose] from 5 million in 2005 to 9 million in 2010.", "rose", "2010 syntax"),
    ("Rain [fell]. Ada Holm [asked] Jane Roe to [sing: demanded] on 3 May 2023.", "sing", "2023-05-03 syntax"),
    # What is told of a length with its end; a coup of last week, with the day that tells how.
    ("Rain [fell]. Alba [lost] $4 million in the three months [ended] Sept. 30.",
     "lost", "2022-07-01/2022-09-30 syntax"),
    ("Rain [fell]. The [war] [ended] on May 3.", "ended", "2022-05-03 syntax"),
]  # fmt: skip
SYNTAX_NOT = [
    ("Rain [fell]. After her exile in early 2021, Ada Holm [condemned] the [raid].", "condemned", ""),
    ("Rain [fell]. The king told Chad to [sign: demanded] the [pact: demanded] in a [speech] in May 2021.", "sign", ""),
    ("Rain [fell]. Ada Holm [won] the [vote] on 7 May 2021, after which Jane Roe was [re-elected].", "re-elected", ""),
    ("Corin [sued] the court, which [rejected] it, in May 2019.", "sued", "2019-05 syntax"),
    ("Jane Roe [quoted] a 2018 report that it was weak.", "quoted", ""),
    ("Jane Roe was [warned] in a 2018 car that it was weak.", "warned", ""),
    ("Jane Roe [set] 3 May as the deadline for [bids].", "bids", ""),
    ("Rain [fell]. Norway will [pay: planned] more than the price of Friday.", "pay", ""),
    ("Rain [fell]. Norway has [given] Chad a million to [fight: planned] malaria since 2018.", "fight", ""),
    ("Rain [fell]. Shares [tumbled] on Wall Street Thursday, long after the bank [raised] its rate.", "raised", ""),
    ("Rain [fell]. Shares [tumbled] on Wall Street Thursday, days after the bank [raised] its rate.", "raised", ""),
    ("Ministers [withdrew] on Monday from a [summit] in Oslo.", "summit", ""),
    ("Norway [made] it clear on Monday that the [promise] was [kept].", "promise", ""),
    # when the last one was
    ("Rain [fell]. Shares [closed] below nine euros for the first time since 2020.", "closed", ""),
    ("Rain [fell]. Norway [saw] the sharpest [rise] since 1994.", "rise", ""),
    ("Crews [worked] all of Thursday after a [landslide] near Pasto.", "landslide", ""),
    ("[Talks] [stalled] on Monday despite an [attack] near Lviv.", "attack", ""),
    ("Volvo, which was [founded] in 1927, [bought] a plant. It later [sold] the plant.", "sold", ""),
    ("The firm [makes] cars in 2014 colours. Ministers [met] there before.", "met", ""),
    ("Winter [closes] in. Russia had [attacked] the port.", "attacked", ""),
    ("The company [grew]. Ministers of 1998 are old. They had [met] often.", "met", ""),
    ("Rain [fell]. Ministers [meet] every Tuesday.", "meet", ""),
    ("Rain [fell]. Ministers had [met] for two days.", "met", ""),
    ("Rain is rare. The union [called] a [strike: demanded] for 3 May 2023.", "called", ""),
    ("Rain [fell]. If the ship has not [left: denied], last year's law will [apply: possible].", "left", ""),
    ("Rain [fell]. The [tour] has been [put] off until March.", "put", ""),
    ("Rain [fell]. Alba has [promised] a ship before the end of the year.", "promised", ""),
    ("Rain [fell]. The ship was [withdrawn] until May.", "withdrawn", ""),
    ("Rain [fell]. The [summit: planned] was [postponed] from May to June.", "summit", ""),
    ("Rain [fell]. The firm [put] the wharf in its plan for 2016.", "put", ""),
    ("Rain [fell]. Jane Roe, the mayor of Lund since 2019, [sold] the hall.", "sold", ""),
    ("Rain [fell]. Alba has been [accused] of [selling: possible] arms in 2019.", "accused", ""),
    ("Rain [fell]. Alba now [promises] savings from 2030.", "promises", ""),
    ("Rain [fell]. Unions [threatened] a [boycott: possible] next week.", "threatened", ""),
    ("Jane Roe, who has [died], was one of the singers whose songs [remake] Lund in the years around 1960.",
     "died", ""),
    ("Alba [lost] $4 million in the three months [ended] Sept. 30. Jane Roe [led] it.", "led", ""),
    ("Norway's army [seized] power last week. The union [suspended] Norway two days after the [coup].",
     "suspended", ""),
    ("Norway's army [seized] power last week. Officers [stormed] the palace on 3 May. The union [suspended] Norway "
     "two days after the [coup].", "suspended", ""),
]  # fmt: skip
SHARED = [
    ("At least 40 people were [killed] when two trains [crashed] into each other near Odesa on Friday.",
     "killed", "2022-11-25 shared"),
    ("They [met] on Monday and [signed] a [treaty].", "signed", "2022-11-28 shared"),
    ("They [met] on Monday and the draft was [signed].", "signed", "2022-11-28 shared"),
    ("The mayor [closed] the bridge in 2019 and would [build: possible] a tunnel.", "build", ""),
    ("The mayor [closed] the bridge on Monday and may [sell: possible] the ferry.", "sell", ""),
    ("In 1939 Germany [invaded] Poland and Britain [declared] [war].", "declared", "1939 shared"),
    ("On 5 May 2020 Apple [bought] a firm, [sold] a plant and hired staff.", "sold", "2020-05-05 shared"),
    ("Two workers [died] when a [fire] [broke] out on Monday.", "died", "2022-11-28 shared"),
    ("The mayor [recalled] the [storm] that [hit] Lund on 14 March 2022.", "storm", "2022-03-14 shared"),
    ("A [fire] [destroyed] a hall in Lund on 14 March 2022.", "fire", "2022-03-14 shared"),
    ("A [fire] [tore] through a hall in Lund on 14 March 2022.", "fire", "2022-03-14 shared"),
    ("In a [declaration] [issued] on 3 March 2021 ministers [promised] help to Moldova.",
     "promised", "2021-03-03 shared"),
    ("Six people were [killed] by a [bombing] on Monday.", "bombing", "2022-11-28 syntax"),
    ("Norway [banned] the drug, two weeks after nine towns had to be [evacuated].", "evacuated", ""),
    ("The mayor said on Sunday that Norway had [backed] the plan.", "backed", ""),
    ("A [storm] in May [cut] the power and [halted] trains in Peru.", "halted", "2022-05 shared"),
    ("The [storm] of May 2021 [led] Peru to [halt] trains.", "halt", ""),
    ("Thousands [fled] on Monday as a [fire] [reached] Lund.", "reached", "2022-11-28 shared"),
    ("Kodak [stopped] [making] film in May 2009.", "stopped", "2009-05 syntax"),
    ("The [offer] was made on Monday.", "offer", "2022-11-28 syntax"),
    # of the clause around it
    ("When Norway [joined] the [pact] in March 1973, Otto Weber [praised] it.", "praised", "1973-03 shared"),
    ("[Speaking] in Oslo on Monday, Jane Roe [accused] Alba of [fraud: possible] and [promised] an [inquiry: "
     "planned].", "promised", "2022-11-28 shared"),
    ("[Meeting] in Lima on 3 and 4 May 2021, delegates of the union [elected] Jane Roe and [rejected] the budget.",
     "rejected", "2021-05-03/2021-05-04 shared"),
    # What a verb brings about, and what it is only about.
    ("Sweden [negotiated] a [truce] on Sunday.", "truce", "2022-11-27 shared"),
    ("Alba [began] its [takeover] of Corin on 3 May 2021.", "takeover", "2021-05-03 shared"),
    ("Norway [sent] a [request] to Denmark last month.", "request", "2022-10 shared"),
    ("Jane Roe [announced] her [resignation] on Monday.", "resignation", "2022-11-28 shared"),
    # So long before or after a day that is told.
    ("Peru [voted] for the ship that [sank] in October 2021.", "voted", "2022-11-29 publication"),
    ("Norway [condemned] the [annexation] of Puno and Tacna, which Otto Weber [left] on 18 March 2022.",
     "annexation", ""),
    ("Otto Weber [signed] the [treaty] on 18 March 2022, two days after a [referendum] in Lund.",
     "referendum", "2022-03-16 shared"),
    ("Jane Roe [sold] the plant on 4 May 2021, three days after a [fire] [destroyed] its roof.",
     "destroyed", "2021-05-01 syntax"),
    ("On 4 May 2021, just two days before the [election] in Chad, Jane Roe [resigned].",
     "election", "2021-05-06 shared"),
    ("Jane Roe [resigned] on Monday, seven months after the [fire] in the town and two days after Alba [accepted] "
     "the [bid].", "fire", "2022-04~ shared"),
    ("Jane Roe [resigned] on Monday, seven months after the [fire] in the town and two days after Alba [accepted] "
     "the [bid].", "accepted", "2022-11-26 syntax"),
    ("On Saturday, a week before her team was to [choose: planned] a captain, Ada Holm [left] Lund.",
     "choose", "2022-12-03~ shared"),
    ("On Sunday, two days before the [wedding], the church was full.", "wedding", "2022-11-29 shared"),
    ("Alba [began] [building] a dock in May 2019.", "began", "2019-05 shared"),
    ("Alba [promised] on Monday to [sell: planned] ten ships by 2030 and to [begin: planned] [building: planned] a "
     "dock in May 2023.", "begin", "2023-05 shared"),
    ("Rain [fell]. The officer was [dismissed] on Monday and [fled] to Chad.", "fled", "2022-11-28 shared"),
    ("Rain [fell]. Ada Holm was [held] in May and [released] after a [trial].", "released", "2022-05 shared"),
]  # fmt: skip
SHARED_NOT = [
    ("When Norway [joined] the [pact] in March 1973, Otto Weber had [praised] it.", "praised", ""),
    ("It was [saved] after a [meeting] in New York on 9 April, when Otto Weber [resigned].", "meeting", ""),
    ("Jane Roe was in Oslo in 1965 and [lost] by ten [votes].", "lost", ""),
    ("Rain [fell]. Norway [agreed] in March to [talk: planned] but has [refused] to [pay: denied].", "refused", ""),
    ("Rain [fell]. Norway [agreed] in 2019 as a [fire] [reached] Lund.", "reached", ""),
    ("Rain [fell]. Norway [agreed] on Monday because a [fire] had [reached] Lund.", "reached", ""),
    ("Rain [fell]. The army [retreated] and [sailed] home in 1565.", "retreated", ""),
    ("Rain [fell]. The army [retreated] into the hills and [sailed] home on 11 May 1565.", "retreated", ""),
    ("Rain [fell]. Jane Roe [returned] to Lund in 1996 and soon after [joined] Alba.", "joined", ""),
    ("Rain [fell]. Jane Roe [left] Lund in 1996 and later [joined] Alba.", "joined", ""),
    ("Rain [fell]. The [war] [angered] Kyiv in 2015.", "war", ""),
    ("Rain [fell]. The [summit], [announced] on Monday, is in Lund.", "summit", ""),
    ("Jane Roe [left] Oslo in May 2021, before the year was known as the hottest.", "left", "2021-05 syntax"),
    ("Rain [fell]. The [annexation] [killed] the [talks] in 2015.", "annexation", ""),
    ("Rain [fell]. They had [signed] a [treaty] and [met] on Monday.", "signed", ""),
    ("Rain [fell]. Two workers [died] before a [fire] [broke] out in 1990.", "died", ""),
    ("Rain [fell]. Spain [won] the cup in 2010 and will [launch: planned] a league.", "launch", ""),
    # what is told with a limit or a date of its own, and what follows two dates
    ("Rain [fell]. A wall [fell] this week, police said on Monday, as the mayor [resigned].", "resigned", ""),
    ("Rain [fell]. Having [left] Oslo in 2019, Jane Roe had [sued] Alba.", "sued", ""),
    ("Rain [fell]. [Living] in Oslo since 2019, Jane Roe has [sued] Alba.", "sued", ""),
    ("Norway [condemned] the [attack] on Monday.", "attack", ""),
    ("Norway [postponed] the [summit: planned] on Monday.", "summit", ""),
    ("Jane Roe [announced] a [summit] on Monday.", "summit", ""),
    ("The [war] [cut] exports in May 2021.", "war", ""),
    ("Jane Roe [sold] the plant in 2021, three years after the [fire].", "fire", ""),
    ("Jane Roe [met] Otto Weber on Monday and two days after the [vote] [resigned].", "vote", ""),
    ("Jane Roe [resigned] on Monday, two days late, after the [fire].", "fire", ""),
    ("On Monday the town [buried] Jane Roe, who [founded] a school.", "founded", ""),
    ("On Monday delegates [met] the man who [warned] them.", "warned", ""),
    ("Jane Roe, who [warned] them, [met] delegates on Monday.", "warned", ""),
    # what will not happen has no date
    # nor is it of today
    ("The city [opened] the pool on Sunday and [closed] it after a boy was [hurt].", "closed", ""),
    ("Rain [fell]. In 1960 the owners [asked] that it be [guarded: demanded] until the heirs [left].", "left", ""),
    ("Rain [fell]. Norway [recalled] the [flood] of May 2019, which Chad [attacked].", "attacked", ""),
    ("Rain [fell]. Norway [recalled] the [flood] of May 2019, after which a dam was [built].", "built", ""),
    ("Norway has [opened] an [inquiry] into the [flood], in which two boys [drowned], and [bombed] a mill.",
     "bombed", ""),
    ("Rain [fell]. It was clear at a [fair] [held] by the town in 2011 that Ada Holm [met] Jane Roe.", "met", ""),
    ("Rain [fell]. The officer was [dismissed] on Monday and [faces] a [trial: possible].", "trial", ""),
]  # fmt: skip
WHOLE = [
    ("At the 2008 [summit], leaders [promised] help.", "promised", "2008 event"),
    ("At a [summit] in Bucharest in April 2008, NATO [promised] membership.", "promised", "2008-04 event"),
    ("During the 1995 [talks] Serbia [signed] a [treaty].", "signed", "1995 event"),
    ("Leaders had [promised] help at the 2008 [summit].", "promised", "2008 event"),
    # What a meeting does.
    ("The climate [conference] [adopted] a fund for islands on Sunday.", "conference", "2022-11-27 event"),
    ("The 2019 [congress] [elected] Jane Roe.", "elected", "2019 event"),
]
WHOLE_NOT = [
    ("Rain [fell]. After the 2008 [summit], leaders [promised] help.", "promised", ""),
    ("Rain [fell]. At the summit leaders had [promised] help.", "promised", ""),
    ("Rain [fell]. In the factory [built] in 1998 workers had [protested].", "protested", ""),
    ("Rain [fell]. The 2019 [war] [worried] Jane Roe.", "worried", ""),
    ("Rain [fell]. A critic of the 2019 [congress] had [urged] Norway to [pay: demanded].", "urged", ""),
]
PUBLICATION = [
    ("Ministers [met] in Oslo.", "met", "2022-11-29 publication"),
    ("Russia [attacked] the port and [captured] the town.", "captured", "2022-11-29 publication"),
    ("Ministers [held] [talks] in Oslo.", "talks", "2022-11-29 publication"),
    ("A bomb [killed] six people in Kabul.", "killed", "2022-11-29 publication"),
]
PUBLICATION_NOT = [
    ("A wall had been [built] along the quay.", "built", ""),
    ("The firm had [opened] a plant.", "opened", ""),
    ("Ministers will [meet: planned] in Oslo.", "meet", ""),
    ("Ministers [meet] in Oslo.", "meet", ""),
    ("Ministers may have [met: possible] in Oslo.", "met", ""),
    ("The plant is old. Workers [built] a road.", "built", ""),
    ("Volvo, which had [bought] Scania, is Swedish.", "bought", ""),
    ("The [annexation] of Crimea angers many.", "annexation", ""),
    ("Ministers are to [meet: planned] in Oslo.", "meet", ""),
    ("Russia wants to [attack: planned] the port.", "attack", ""),
    ("Ministers [met] in Oslo in 1998.", "met", "1998 syntax"),
    ("Two people were [killed], the mayor of Lyon said of the events of 3 May 2019.", "killed", ""),
    ("Two years after she [announced] her [retirement], Ada Holm is back in Lund.", "announced", ""),
]
STORY = [
    ("Ministers [met] in Oslo. They [promised] help to Moldova.", "promised", "2022-11-29 story"),
    ("Ministers [met] in Oslo on Monday. They [condemned] Iran.", "condemned", "2022-11-28 story"),
    ("A bomb [killed] six people in Kabul on Sunday. The mayor [blamed] rebels.", "blamed", "2022-11-27 story"),
]
STORY_NOT = [
    ("Ministers [met] in Oslo. They had [promised] help to Moldova.", "promised", ""),
    ("Ministers [met] in Oslo in 1998. They [promised] help to Moldova.", "promised", ""),
    ("Ministers [met] in Oslo. They [built] a road.", "built", ""),
    ("Ministers [met] in Oslo. They will [condemn: planned] Iran.", "condemn", ""),
    ("Ministers will [meet: planned] in Oslo. They [promised] help.", "promised", ""),
]
TENSE = [
    ("Harald V [opened] an institute that [bears] her name in 2003.", "opened", "2003 tense"),
    ("Alba [won] a contract to [build: planned] two schools in July 2012.", "won", "2012-07 tense"),
    ("Ministers are [meeting] in Bucharest, where NATO [promised] help in 2008.", "promised", "2008 syntax"),
    ("It is late. Olaf Scholz [hosts] the ministers, who are [meeting] in Berlin.",
     "meeting", "2022-11-29 publication"),
    ("They were [praised], and last May, when Spain [hosted] the [summit], they were [praised] again.",
     "summit", "2022-05 shared"),
    ("Ministers are [meeting] in Bucharest, where NATO [promised] help in 2008.", "meeting", "2022-11-29 publication"),
]  # fmt: skip
SENTENCE = [
    ("Rain [fell]. On 4 May 1980, after days of worry, the family that owned it [lost] the farm.",
     "lost", "1980-05-04 syntax"),
    ("Rain [fell]. In 1960 it was clear that Belgium had [left] the Congo.", "left", "1960 sentence"),
    ("Rain [fell]. The [breach] [came] on 3 May 1980, when shots were [fired].", "fired", "1980-05-03 syntax"),
    ("Rain [fell]. It was in May 1980 that the family [left] the farm.", "left", "1980-05 syntax"),
]  # fmt: skip
SENTENCE_NOT = [
    ("Rain [fell]. Last week was an [event] [called] Alba, which [travels] the country.", "travels", ""),
    ("Rain [fell]. By Monday it was clear that Belgium had [closed] the road.", "closed", ""),
    ("Rain [fell]. On Monday Jane Roe said that 90 had been [found] since the [flood].", "flood", ""),
    ("Rain [fell]. She [published] the 2014 report.", "published", ""),
    ("Rain [fell]. She [published] a 19th-century diary.", "published", ""),
    ("Rain [fell]. It was clear in 1960 and 1961 that Belgium would [leave: planned].", "leave", ""),
    ("Rain [fell]. In 1960 it was clear that Belgium would [leave: planned] the Congo.", "leave", ""),
    ("Rain [fell]. On Monday, Jane Roe told him: “It is clear that Belgium [attacked] us.”", "attacked", ""),
    ("Rain [fell]. That Belgium had [left] the Congo was clear in 1960.", "left", ""),
]
UNPUBLISHED = [
    ("Ministers [met] in Oslo.", "met", ""),
    ("Ministers [met] in Oslo on Monday.", "met", ""),
    ("Ministers [met] in Oslo. They [promised] help to Moldova.", "promised", ""),
    ("Ministers [met] in Oslo on 3 March 2021.", "met", "2021-03-03 syntax"),
    ("At the 2008 [summit], leaders [promised] help.", "promised", "2008 event"),
]

ANSWERED = [*SYNTAX, *SHARED, *WHOLE, *PUBLICATION, *STORY, *TENSE, *SENTENCE]
NOT_ANSWERED = [*SYNTAX_NOT, *SHARED_NOT, *WHOLE_NOT, *PUBLICATION_NOT, *STORY_NOT, *SENTENCE_NOT]


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*ANSWERED, *NOT_ANSWERED], PUBLISHED)


@pytest.fixture(scope="module")
def read_unpublished(read_marked):
    return read_marked(UNPUBLISHED)


@pytest.mark.parametrize(("text", "trigger", "when"), ANSWERED)
def test_rules(read, text, trigger, when):
    assert read[text].when(trigger) == when


@pytest.mark.parametrize(("text", "trigger", "when"), NOT_ANSWERED)
def test_no_date_rather_than_a_guess(read, text, trigger, when):
    assert read[text].when(trigger) == when


@pytest.mark.parametrize(("text", "trigger", "when"), UNPUBLISHED)
def test_nothing_is_dated_by_an_unknown_publication(read_unpublished, text, trigger, when):
    assert read_unpublished[text].when(trigger) == when
