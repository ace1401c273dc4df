"""What a news story implies about its days, and where it implies nothing. Published on Tuesday, 29 November 2022.

The words in brackets are the triggers, as the reader gives them, and pronouns with whom they stand for.
"""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)

HEADLINE = [
    ("Alba [buys] Corin\n\nAlba said on Monday that [it=Alba] [bought] Corin.", "buys", "2022-11-28 story"),
    ("Minister [resigns]\n\nJane Roe, the minister, [resigned@Sunday] on Sunday after a [quarrel].",
     "resigns", "2022-11-27 story"),
    ("Minister [resigns]\n\nJane Roe, the minister, [resigned] after a [quarrel].",
     "resigns", "2022-11-29 publication"),
    ("Rain [stops] [play]\n\nThe [match] in Leeds was [stopped@Monday] by rain on Monday.",
     "stops", "2022-11-28 story"),
    # the lead's date is not that of its main clause
    ("Norway [sends] doctors to Jarvik\n\nNorway [helped] the victims of the [quake] that [struck@Sunday] Jarvik on "
     "Sunday.", "sends", "2022-11-29 publication"),
    # an old date is not the day of the news
    ("Alba [buys] Corin\n\nAlba, [founded@1910] in Lund in 1910, is [growing].", "buys", "2022-11-29 publication"),
    # the lead is about today, and says what the headline tells of another clause or of the next sentence
    ("Minister [resigns] after [fire] in hall\n\nJane Roe, the minister, [resigned@Monday] on Monday after a [fire] "
     "in a hall, [which=a hall] Max Lund [opened@Sunday] on Sunday.", "resigns", "2022-11-28 story"),
    # the lead says it in the same word, in a clause whose day is told beside
    ("Mill [trial]: Roe [pleads] guilty\n\nJane Roe [pleaded@Monday] guilty to [fraud] as the [trial] of five bankers "
     "[began@Monday] in Lund on Monday.", "pleads", "2022-11-28 story"),
    ("Mill [trial]: Roe [weeps] in court\n\nJane Roe [pleaded] guilty to [fraud] as the [trial] of five "
     "bankers [began@Monday] in Lund on Monday.", "weeps", "2022-11-29 publication"),
    # what only opens a story is not its lead
    ("Roe [wins] the [race]\n\nIt is over for Max Lund and [his=Max Lund] friends in Oslo. On Sunday [he=Max Lund] "
     "[flew@Sunday] home.", "wins", "2022-11-29 publication"),
    # not on the day of what is only planned
    ("[Strike] [ends]\n\nFerries will [sail@Thursday: planned] again on Thursday after Alba and the union [signed] a "
     "[deal].", "ends", "2022-11-29 publication"),
    ("Two [killed] in Lund\n\nA bomb [exploded@Sunday] in Lund on Sunday.", "killed", "2022-11-27 story"),
    ("Boss [sacked] after mill [burns]\n\nThe head of Alba was [dismissed@Monday] on Monday. Its mill [burned@Sunday] "
     "on Sunday.", "sacked", "2022-11-28 story"),
    ("Alba [cuts] prices as Corin [sells] plant\n\nRain [fell@Monday] in Lund on Monday.", "sells", "2022-11-28 story"),
]  # fmt: skip
HEADLINE_NOT = [
    ("Alba to buy Corin\n\nAlba said on Monday that [it=Alba] would [buy: planned] Corin.", "buy", ""),
    ("Alba may [buy: possible] Corin\n\nAlba [opened@Monday] [its=Alba] books on Monday.", "buy", ""),
    ("Alba [cuts] prices after Corin [sells] plant\n\nRain [fell@Monday] in Lund on Monday.", "sells", ""),
]
PERFECT = [
    ("Norway has [lifted] the [ban]. Ministers [took@Monday] the [decision@Monday] on Monday.",
     "lifted", "2022-11-28 story"),
    ("Norway has [opened] a port. Norway [closed@Monday] another on Monday.", "opened", "2022-11-28 story"),
    ("Norway has [lifted] the [ban]. Ministers are glad.", "lifted", "2022-11-29 publication"),
    ("Norway has [opened] a port. Alba [closed@Monday] a mill on Monday.", "opened", "2022-11-29 publication"),
    ("Norway has [lifted] the [ban]. Ministers [imposed@1998] it in 1998.", "lifted", "2022-11-29 publication"),
    ("Norway [lifted] the [ban]. Ministers [met@Monday] on Monday.", "lifted", "2022-11-29 publication"),
    # the next sentence tells the same with its day
    ("Jane Roe [lost] a [vote] in Oslo. A motion of the mayor was [defeated@Monday] on Monday.",
     "lost", "2022-11-29 publication"),
    ("Jane Roe [lost] a [race] in Oslo. The motion was [defeated@Monday] on Monday.", "lost", "2022-11-29 publication"),
    ("Jane Roe [lost] a [vote] in Oslo. The motion was [defeated@2014] in 2014.", "lost", "2022-11-29 publication"),
]  # fmt: skip
GOES_ON = [
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. [She=Jane Roe] [unveiled] a new engine.",
     "unveiled", "2022-11-28 story"),
    ("Alba [launched@Sunday] a car on Sunday. Cars are large. Alba also [appointed] Max Lund.",
     "appointed", "2022-11-27 story"),
    ("Alba [launched@Sunday] a car on Sunday. Alba manager Jane Roe [unveiled] it in Lund.",
     "unveiled", "2022-11-27 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. [She=Jane Roe] [kissed] Max Lund. Then [she=Jane Roe] "
     "[tasted] the cake of Lund.", "kissed", "2022-11-28 story"),
    # the occasion of the news
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. Trees [grow] there. During the [ceremony], Otto "
     "Weber [unveiled] a car.", "unveiled", "2022-11-28 story"),
    ("Alba [launched@Sunday] a car on Sunday. Cars are large. At the [event], Max Weber [kissed] Otto Lund.",
     "kissed", "2022-11-27 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow]. While [meeting] Max Lund at the [fair], at "
     "the [ceremony], Otto Weber [unveiled] a car.", "unveiled", "2022-11-28 story"),
    # what is quoted says nothing of the day on which it was said
    ("Alba today [unveiled@today] a van that costs little. Jane Roe, its chief, [announced] it at a fair, where "
     '[she=Jane Roe] [praised] [it=Alba], saying, "just one year after [launching] it, [we=Jane Roe] [begin] again".',
     "announced", "2022-11-29 story"),
    # What had been goes on in the simple past.
    ("Alba [sold@Monday] a hall on Monday. Trees [grow] there. Otto Weber had [come] early.\n\nAlba [hired] Jane Roe.",
     "hired", "2022-11-28 story"),
    ("Alba [sold@Monday] a hall on Monday. Otto Weber said [he=Otto Weber] had [come] early. Alba [hired] [him=Otto "
     "Weber].", "hired", "2022-11-28 story"),
    ("Alba [sold@Monday] a hall on Monday. “[It=Alba] was late,” Otto Weber said. Norway [warned] Alba.",
     "warned", "2022-11-28 story"),
]  # fmt: skip
GOES_ON_NOT = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. During the [war], Otto Weber "
     "[unveiled] a car.", "unveiled", ""),
    # somebody else
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. The trees are tall. Max Weber [unveiled] an "
     "engine.", "unveiled", ""),
    # back in time
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. [She=Jane Roe] first [unveiled] an "
     "engine as a girl.", "unveiled", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. [She=Jane Roe] had [unveiled] an "
     "engine.", "unveiled", ""),
    # after an older date
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. In 1998 [she=Jane Roe] [left@1998] Lund. Trees [grow]. "
     "[She=Jane Roe] [unveiled] an engine.", "unveiled", ""),
    # a life
    ("Jane Roe [died@Monday] on Monday. Trees [grow] on [her=Jane Roe] street. [She=Jane Roe] [unveiled] many engines.",
     "unveiled", ""),
    # nothing of the day
    ("Jane Roe [opened@1998] the [fair@1998] in 1998. Trees [grow] there. [She=Jane Roe] [unveiled] a new engine.",
     "unveiled", ""),
    ("Jane Roe likes the [fair]. [She=Jane Roe] [unveiled] a new engine.", "unveiled", ""),
    # no act of one day
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. Trees [grow] there. [She=Jane Roe] [built] a "
     "house.", "built", ""),
    ("Alba today [unveiled@today] a van that costs little. Jane Roe, its chief, [announced] it at a fair one year "
     "after the [tragedy].", "announced", ""),
    ("Alba [sold@Monday] a hall on Monday. Trees [grow] there. Otto Weber had [come] early. Alba [hired] Jane Roe.",
     "hired", ""),
    # what somebody says
    ("Alba [sold@Monday] a hall on Monday. Rain [fell]. “It was late. [We=Otto Weber] [warned] Alba,” Otto Weber said.",
     "warned", ""),
    ("Hall [sold]\n\nBy Ada Holm\n\nAlba [sold@Monday] a hall on Monday. Trees [grow]. Otto Weber had [come] early. "
     "Alba [hired] Jane Roe.", "hired", ""),
    ("Alba [sold@Monday: agent=Alba; patient=a hall] a hall on Monday. Trees [grow: patient=Trees] there. Otto Weber "
     "had [come: agent=Otto Weber] early.\n\nAlba [hired: agent=Alba; patient=Otto Weber] Otto Weber.", "hired", ""),
]  # fmt: skip
ASIDE = [
    ("Jane Roe [resigned@Monday] on Monday, [blaming] Max Weber.", "blaming", "2022-11-28 aside"),
    ("Jane Roe [opened@3 May 2019] the [fair@3 May 2019] on 3 May 2019 by [releasing] Otto Weber.",
     "releasing", "2019-05-03 aside"),
    ("Jane Roe [announced@Monday] the [launch] on Monday at a [meeting@Monday], where [she=Jane Roe] [attacked] Max "
     "Weber.", "attacked", "2022-11-28 aside"),
    ("Jane Roe [presented@Monday] the plan on Monday at a [conference@Monday], where [she=Jane Roe] [attacked] Max "
     "Weber.", "attacked", "2022-11-28 aside"),
    ("Jane Roe [flew@Monday] to Lund on Monday to [sign: planned] the [treaty: planned].", "sign", "2022-11-28 aside"),
    ("Jane Roe [made@May 2020] an [appearance@May 2020] in May 2020 to [unveil: planned] the car.",
     "unveil", "2020-05 aside"),
]  # fmt: skip
ASIDE_NOT = [
    ("Jane Roe [resigned@Monday] on Monday in Lund, where [she=Jane Roe] [attacked] Max Weber.", "attacked", ""),
    ("Jane Roe [resigned@Monday] on Monday after [attacking] Max Weber.", "attacking", ""),
    ("Jane Roe [resigned@Monday] on Monday, having [attacked] Max Weber.", "attacked", ""),
    ("Jane Roe [resigned@Monday] on Monday, and is known for [attacking] Max Weber.", "attacking", ""),
    ("Jane Roe, [attacking] Max Weber, is tall.", "attacking", ""),
    ("Jane Roe [raised@Monday] money on Monday to [sign: planned] the [treaty: planned].", "sign", ""),
    ("Jane Roe will [fly@Sunday: planned] to Lund on Sunday to [sign: planned] the [treaty: planned].", "sign", ""),
    ("Jane Roe [resigned@Monday] on Monday, later [blaming] Max Weber.", "blaming", ""),
]
LEAD = [
    ("Minister [resigns]\n\nBBC News\n\nJane Roe has [resigned] after a [quarrel].",
     "resigned", "2022-11-29 publication"),
    # What stands between headline and story, and a scene that opens it, are not the news of the day.
    ("Otto Weber [resigned]. On Friday [he=Otto Weber] had [sold@Friday] Alba.", "resigned", "2022-11-29 publication"),
    ("Otto Weber [resigned]. In May [he=Otto Weber] [sold@May] Alba.", "resigned", "2022-11-29 publication"),
    ("Otto Weber [resigned]. [He=Otto Weber] [sold@Friday] Alba on Friday.", "resigned", "2022-11-29 publication"),
    ("Otto Weber [resigned].\n\nA boat on the lake. Photo: Ada Holm/Lake Press", "resigned", "2022-11-29 publication"),
]  # fmt: skip
LEAD_NOT = [
    ("Alba said on Monday [it=Alba] had [ordered] ten planes from Corin.", "ordered", ""),
    ("Alba [grows]. Corin said on Monday [it=Alba] has [ordered] ten planes from Alba.", "ordered", ""),
    ("How it was [lost]\n\nHow a town of weavers [sold] its mill for a song\n\nBy Ada Holm\n\nThe mill is old. "
     "Trees [grow] there.", "sold", ""),
    ("The [fall] of Alba\n\nIn Lund they [sold] their mill. Now Jane Roe wants to explain\n\nBy Ada Holm\n\nThe "
     "mill is old. Trees [grow] there.", "sold", ""),
]  # fmt: skip
#: Who speaks on the day of the story is back from former days.
SAID = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. In 1998 [she=Jane Roe] [left@1998] Lund. Roe said that it "
     "[rained]. [She=Jane Roe] [kissed] Max Lund.", "kissed", "2022-11-28 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow]. Rain [fell]. Max Weber said [he=Max Weber] "
     "was glad. [He=Max Weber] [kissed] Otto Lund.", "kissed", "2022-11-28 story"),
]  # fmt: skip
SAID_NOT = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. In 1998 [she=Jane Roe] [left@1998] Lund. Otto Weber said "
     "that it [rained]. [She=Jane Roe] [kissed] Max Lund.", "kissed", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. In 1998 [she=Jane Roe] [left@1998] Lund. Roe said in 2003 "
     "that it [rained]. [She=Jane Roe] [kissed] Max Lund.", "kissed", ""),
]  # fmt: skip
#: What is news on the day of a lead of its kind.
OF_STORY = [
    ("Shares [fell@Monday] in Oslo on Monday. Rain is rare there. Oil [rose] by a tenth.", "rose", "2022-11-28 story"),
    ("A bomb [killed@Sunday] six people in Kabul on Sunday. Rain [fell]. Norway [sent] doctors.",
     "sent", "2022-11-27 story"),
    ("Jane Roe [resigned@Monday] on Monday. Rain [fell]. The board [appointed] Max Lund as her successor.",
     "appointed", "2022-11-28 story"),
    # a price moves every day, whatever was told before
    ("Jane Roe was [jailed@Monday] for [fraud] on Monday. Rain [fell]. Alba was [fined] 3 million crowns.",
     "fined", "2022-11-28 story"),
]  # fmt: skip
OF_STORY_NOT = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. [She=Jane Roe] [left@1998] Lund in 1998. Shares in Alba "
     "[rose] 4%.", "rose", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday.\n\nRain [fell].\n\nThe number of shares in Alba [rose] 4%.",
     "rose", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday.\n\nRain [fell].\n\nShares in Alba [rose].", "rose", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Rain [fell]. Alba was [fined] 3 million crowns.",
     "fined", ""),
    ("Jane Roe [sang@Monday] on Monday. Rain [fell]. The board of Alba [appointed] Max Lund.", "appointed", ""),
    ("Jane Roe [resigned@Monday] on Monday. In 1998 [she=Jane Roe] [left@1998] Lund. The board had [appointed] Max "
     "Lund.", "appointed", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Rain is rare there. Oil [rose] by a tenth.", "rose", ""),
    ("Shares [fell@Monday] in Oslo on Monday. In 1998 the price of oil was [cut@1998]. Oil [rose] by a tenth.",
     "rose", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Rain [fell]. Norway [sent] doctors.", "sent", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. In 1957 [she=Jane Roe] [drew@1957] a map. Many geologists "
     "[rejected] it.", "rejected", ""),
    # who was then what they no longer are
    ("Jane Roe was [jailed@Monday] for [fraud] on Monday. Rain [fell]. Alba, then a young firm, was [fined] 3 million "
     "crowns.", "fined", ""),
    ("Jane Roe was [jailed@Monday] for [fraud] on Monday. Rain [fell]. Alba, then the largest firm, was [fined] 3 "
     "million crowns.", "fined", ""),
]  # fmt: skip
#: Words that tell little, and verbs of no known type with a pronoun before them: only what the story tells the day of.
PASSING = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. [She=Jane Roe] [painted] a wall.",
     "painted", "2022-11-28 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. [She=Jane Roe] [called] the fair a feast.",
     "called", "2022-11-28 story"),
]  # fmt: skip
#: What is told beside an occasion has not its day.
OCCASION_NOT = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Max Lund had [wept] during [his=Max Lund] [speech].",
     "speech", ""),
    ("Jane Roe likes the [fair]. During [her=Jane Roe] [speech] [she=Jane Roe] said that Max Lund was late.",
     "speech", ""),
]  # fmt: skip
PASSING_NOT = [
    ("Jane Roe likes the [fair]. [She=Jane Roe] [painted] a wall.", "painted", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. [She=Jane Roe] is [going] to [make: planned] it larger.",
     "going", ""),
]  # fmt: skip
#: A day of former times, or of a clause beside, is not that of what follows.
BEFORE = [
    # What is told of the dead is of their life.
    ("Rain is rare. Jane Roe [died@Monday] on Monday. Max Lund [blamed] Alba.", "blamed", "2022-11-28 story"),
]
BEFORE_NOT = [
    ("Rain is rare. The weather is calm in May. Otto Lund [left] Bergen.", "left", ""),
    ("Rain is rare. The weather was calm on 4 May 2012. Otto Lund had [left] Bergen.", "left", ""),
    ("Rain is rare. It was calm on 4 May and 9 May 2012. Otto Lund [left] Bergen.", "left", ""),
    ("Rain is rare. Shops [shut@the weekend] over the weekend. Max Weber [kissed] Otto Lund.", "kissed", ""),
    ("Rain is rare. The rocket had [left@Friday] Lund on Friday. Max Weber [blamed] an engine.", "blamed", ""),
    ("Rain is rare. Max Weber [slept] after Otto Lund [left@Friday] Lund on Friday. Jane Roe [unveiled] an engine.",
     "unveiled", ""),
]  # fmt: skip
#: A history that has come to a year lends it to nothing.
COURSE_NOT = [
    ("In May 1565 the fleet [left@May 1565] Cairo. The Turks [attacked] Elmo. Malta [fell@1570] in 1570.",
     "attacked", ""),
    ("In 1565 it [rained@1565]. In May 1565 the fleet [left@May 1565] Cairo. The Turks had [attacked] Elmo. Elmo "
     "[fell@23 June 1565] on 23 June 1565.", "attacked", ""),
    ("In 1565 it [rained@1565]. In May 1565 the fleet [left@May 1565] Cairo. The Turks [attacked] Elmo.",
     "attacked", ""),
    ("It was a hard year, 2022. Alba [left@October 2022] Lund in October 2022. The Turks [attacked] Elmo. Elmo "
     "[fell@November 2022] in November 2022.", "attacked", ""),
]  # fmt: skip
#: What somebody else says is news of the day; what somebody denies or is accused of may be old.
SPOKEN = [
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Norway [warned] Chad.",
     "warned", "2022-11-28 story"),
    # other dates in the sentence, of a noun or the same
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Otto Weber [praised] the [fair@1998] "
     "of 1998.", "praised", "2022-11-28 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Norway [urged] Chad to [sign: "
     "demanded] the 1998 [treaty@1998: demanded].", "urged", "2022-11-28 story"),
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. Trees [grow]. Otto Weber, who had [come@Monday#2] "
     "on Monday, [warned] Norway.", "warned", "2022-11-28 story"),
    # what else a court decides on the day of a verdict, and what is done outside it
    ("Jane Roe was [jailed@Monday] on Monday. Trees [grow] there. Otto Weber was [acquitted].",
     "acquitted", "2022-11-28 story"),
    ("Jane Roe was [found@Monday] guilty of [fraud] on Monday. Trees [grow] there. [Her=Jane Roe] firm, Corin, was "
     "[convicted] of [theft].", "convicted", "2022-11-28 story"),
    ("Jane Roe was [jailed@Monday] on Monday. Trees [grow] there. Outside court, Otto Weber [praised] the jury.",
     "praised", "2022-11-28 story"),
]  # fmt: skip
SPOKEN_NOT = [
    ("Alba [beat@Monday] Corin 2-1 on Monday. Trees [grow] there. Jane Roe [scored] as a teenager.", "scored", ""),
    ("Alba [sold@Monday] Corin on Monday. Trees [grow] there. Jane Roe [scored] in the tenth minute.", "scored", ""),
    ("Jane Roe was [jailed@Monday] on Monday. Trees [grow] there. Otto Weber was [arrested].", "arrested", ""),
    ("Jane Roe was [jailed@Monday] on Monday. Trees [grow] there. Otto Weber had been [acquitted].", "acquitted", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Otto Weber was [acquitted].",
     "acquitted", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Outside court, Otto Weber [read] a "
     "letter.", "read", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Norway [denied] that [it=Norway] was "
     "late.", "denied", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Roe [denied] that [she=Jane Roe] was "
     "late.", "denied", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Norway [accused] Chad of [theft: "
     "possible].", "accused", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] on Monday. Trees [grow] there. Norway [rejected] the [treaty].",
     "rejected", ""),
    ("Jane Roe [opened@Monday] the [fair@Monday] in Lund on Monday. Trees [grow]. Otto Weber, who [came@1998] in "
     "1998, [warned] Norway.", "warned", ""),
]  # fmt: skip
#: A meeting has not the day of what it does.
MEETING_NOT = [
    ("Jane Roe [opened@Monday] a hall on Monday. Trees [grow] there. The [congress] in Lund is large.", "congress", ""),
]
RULES = [
    *BEFORE,
    *SPOKEN,
    *HEADLINE,
    *PERFECT,
    *LEAD,
    *GOES_ON,
    *SAID,
    *OF_STORY,
    *PASSING,
    *ASIDE,
]
NOTHING = [
    *SPOKEN_NOT,
    *MEETING_NOT,
    *HEADLINE_NOT,
    *LEAD_NOT,
    *GOES_ON_NOT,
    *SAID_NOT,
    *OF_STORY_NOT,
    *PASSING_NOT,
    *OCCASION_NOT,
    *COURSE_NOT,
    *BEFORE_NOT,
    *ASIDE_NOT,
]


@pytest.fixture(scope="module")
def stories(read_marked):
    return read_marked([*RULES, *NOTHING], PUBLISHED, as_files=True)


@pytest.mark.parametrize(("text", "trigger", "when"), RULES)
def test_story_dates(stories, text, trigger, when):
    assert stories[text].when(trigger) == when


@pytest.mark.parametrize(("text", "trigger", "when"), NOTHING)
def test_story_says_nothing(stories, text, trigger, when):
    assert stories[text].when(trigger) == when


def test_what_happened_before_our_era_is_no_news(read_marked):
    text = "Rebels [took] Sardis in 499 BC. Athens [agreed] to send ships."
    assert read_marked([(text,)], PUBLISHED)[text].when("agreed") == ""
