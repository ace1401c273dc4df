"""Whether it is said to have happened: polarity with its traps, modality, tense."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


NEGATED = [
    ("NATO did not invite Ukraine.", "invite"),
    ("Jane Roe did not stay until Monday.", "stay"),
    ("The shop will not open until May.", "open"),
    ("Ukraine was not invited.", "invited"),
    ("Russia never attacked Finland.", "attacked"),
    ("Neither country was invited.", "invited"),
    ("Nobody died in the fire.", "died"),
    ("No agreement was signed.", "signed"),
    ("No agreement was signed.", "agreement"),
    ("None of the countries signed the treaty.", "signed"),
    ("The company hasn't signed the deal.", "signed"),
    ("Germany won't send tanks.", "send"),
    ("Germany refused to send tanks.", "send"),
    ("The two sides failed to reach an agreement.", "agreement"),
    ("Toyota failed to recall the cars.", "recall"),
    ("The minister denied that troops attacked the village.", "attacked"),
    ("Russia denied attacking the convoy.", "attacking"),
    ("She declined to resign.", "resign"),
    ("Apple avoided paying the fine.", "paying"),
    ("The troops withdrew without firing a shot.", "firing"),
    ("The summit is not expected to bring an invitation.", "invitation"),
    ("There was no attack.", "attack"),
    ("They held no talks.", "talks"),
    ("The cancelled summit angered Spain.", "summit"),
    ("The talks did not lead to a ceasefire.", "ceasefire"),
    ("Spain cannot join the club.", "join"),
    ("Nothing was sold.", "sold"),
    ("Rwanda has repeatedly denied backing the M23 rebels.", "backing"),
    ("Police prevented an attack on the embassy.", "attack"),
    ("It is not true that Apple bought Tesla.", "bought"),
    ("Few expected it, and it was never built.", "built"),
    ("Turkey has not yet ratified the treaty.", "ratified"),
    ("Neither Serbia nor Kosovo signed the deal.", "signed"),
    ("The army no longer occupies the town.", "occupies"),
    ("Nor did Sweden join the alliance.", "join"),
    ("The vote was not held.", "vote"),
    ("The talks were not held.", "talks"),
    ("The talks did not take place.", "talks"),
    ("The sides did not reach an agreement.", "agreement"),
    ("The summit was cancelled.", "summit"),
    ("The planned merger was abandoned.", "merger"),
    ("Germany has ruled out sending troops.", "sending"),
    ("Sweden did not want to join the union.", "join"),
    ("Volvo no longer sells trucks.", "sells"),
    ("The bill did not result in a strike.", "strike"),
    ("The sides were unable to agree and failed to sign the treaty.", "sign"),
    ("A court barred the firm from selling the drug.", "selling"),
    ("Guards stopped protesters from entering the palace.", "entering"),
    ("The company called off the merger.", "merger"),
    ("An attack on the embassy was foiled.", "attack"),
    ("The minister ruled out a referendum.", "referendum"),
    ("They left without signing the agreement.", "signing"),
    ("There is no evidence that Iran tested a bomb.", "tested"),
    ("Kenya never ratified the treaty.", "ratified"),
    ("Nobody was arrested.", "arrested"),
    ("A truce was not possible, Jane Roe said.", "truce"),
    ("A ceasefire is impossible.", "ceasefire"),
    ("The vaccine was not approved by regulators.", "approved"),
    ("The government has yet to approve the plan and did not sign it.", "sign"),
    # called off, put off
    ("The match had been fixed for 3 May but was called off.", "match"),
    ("The match had been fixed for 3 May, but it was put off after a fire.", "match"),
    ("The launch planned for 6 June was postponed.", "launch"),
    ("The fair was to have opened on 3 March.", "opened"),
    ("The ferry had hoped to sail on Monday but never did.", "sail"),
    ("Volvo had planned to shut the foundry in May. The board scrapped the plan on Tuesday.", "shut"),
    ("Max Lund was to visit Chile in July, but called off the trip.", "visit"),
    ("Max Lund was to visit Chile in July. It was put off on Monday.", "visit"),
]
TRAPS = [
    ("“I make this pledge to you: I will not rest,” Jane Roe told the crowd.", "pledge"),
    ("NATO not only invited Finland but also Sweden.", "invited"),
    ("There is no doubt that Russia attacked Georgia.", "attacked"),
    ("Moscow did not deny that it attacked the convoy.", "attacked"),
    ("No fewer than nine people died.", "died"),
    ("No sooner had they met than the talks ended.", "met"),
    ("It was no wonder that she resigned.", "resigned"),
    ("The army did not fail to attack.", "attack"),
    ("He did not hide that the company sold the plant.", "sold"),
    ("Without a word, the minister resigned.", "resigned"),
    ("The company, not the state, signed the deal.", "signed"),
    ("Sweden joined NATO, not the union.", "joined"),
    ("The president, who was not there, signed the law.", "signed"),
    ("Although nobody believed it, France won.", "won"),
    ("Germany attacked Poland because it did not fear Britain.", "attacked"),
    ("The unpopular minister resigned.", "resigned"),
    ("Not long after the war, Japan joined the club.", "joined"),
    ("No matter what they say, Russia invaded Ukraine.", "invaded"),
    ("Nevertheless, Spain won.", "won"),
    ("The no-fly zone was approved.", "approved"),
    ("Scholz did not speak, but Macron met Jane Roe.", "met"),
    ("Apple bought the firm for no more than a million.", "bought"),
    ("Troops without helmets attacked the village.", "attacked"),
    ("The treaty, signed not in Paris but in Rome, held.", "signed"),
    ("The non-profit launched a site.", "launched"),
    ("Not surprisingly, Italy won.", "won"),
    ("Macron, unlike Scholz, resigned.", "resigned"),
    ("It was not until 1991 that Ukraine declared independence.", "declared"),
    ("Jane Roe left Lund and did not return until 2013.", "return"),
    ("Max Lund was not freed until Monday.", "freed"),
    ("He could not prevent that the bank failed and was sold.", "sold"),
    ("Russia denied the report and attacked again.", "attacked"),
    ("She refused the offer.", "refused"),
    ("Parliament rejected the plan.", "rejected"),
    ("Moscow denied the attack.", "denied"),
    ("Toyota stopped the production.", "stopped"),
    ("The firm announced nothing but sold two plants.", "sold"),
    ("The siege lasted longer than the army had planned, and the town was captured.", "captured"),
    ("Germany stopped the train from Prague and arrested two men.", "arrested"),
    ("The board did not call off the merger.", "merger"),
    ("Talks were not only possible but planned.", "Talks"),
    ("Nobody could prevent the attack.", "attack"),
    ("They reached an agreement after they had failed to meet.", "agreement"),
    ("The talks led to a ceasefire that did not last.", "ceasefire"),
    ("Not one but two rockets were launched.", "launched"),
    ("The strike, which the union never wanted, began on Monday.", "strike"),
    ("Scholz, who failed to attend, was elected.", "elected"),
    ("He left not because he was sacked.", "left"),
    ("Nothing but snow stopped the army, which captured the town.", "captured"),
    ("The ministers signed the treaty without delay.", "signed"),
    # not called off
    ("The vote was planned for Monday, but the strike was called off.", "vote"),
    ("The match had been fixed for 3 May but was not put off.", "match"),
    ("The wedding, planned for June, drew a crowd.", "wedding"),
    ("The release, expected for May, may be delayed.", "release"),
    ("Volvo had planned to shut the foundry in May. The board scrapped the canteen on Tuesday.", "shut"),
    ("Max Lund was to visit Chile in July, but cancelled his subscription.", "visit"),
    ("The explosion should have been avoided, Max Lund said.", "explosion"),
    ("An earthquake would have prevented the landing.", "landing"),
    ("Jane Roe asked whether the attack could have been averted.", "attack"),
]

MODALITY = [
    ("A neighbour killed Max Roe, a trial was told.", "killed", "POSSIBLE"),
    ("The inquest heard that Max Roe fell on Monday.", "fell", "POSSIBLE"),
    ("Max Roe heard that prices fell.", "fell", "ACTUAL"),
    ("NATO will invite Finland.", "invite", "PLANNED"),
    ("France plans to buy drones.", "buy", "PLANNED"),
    ("The summit is scheduled to take place in May.", "summit", "PLANNED"),
    ("NATO to meet in Riga", "meet", "PLANNED"),
    ("Apple agreed to buy Beats.", "buy", "PLANNED"),
    ("The planned merger worries unions.", "merger", "PLANNED"),
    ("Germany promised to send tanks.", "send", "PLANNED"),
    ("She said that France would send troops.", "send", "PLANNED"),
    ("Next week's summit in Oslo was announced.", "summit", "PLANNED"),
    ("A summit is planned for May.", "summit", "PLANNED"),
    ("An election is expected in June.", "election", "PLANNED"),
    ("Talks are due to be held in May.", "Talks", "PLANNED"),
    ("The summit will be held in Oslo.", "summit", "PLANNED"),
    gap(
        "a noun beside a verb in the present, with a day ahead, is told as having happened",
        "The summit begins tomorrow.",
        "summit",
        "PLANNED",
    ),
    ("Ministers are going to meet in Oslo.", "meet", "PLANNED"),
    ("An attack is feared.", "attack", "POSSIBLE"),
    ("Kyiv accused Moscow of bombing the port.", "bombing", "POSSIBLE"),
    ("Volvo intends to sell Polestar.", "sell", "PLANNED"),
    ("Workers at Boeing voted to strike.", "strike", "PLANNED"),
    ("Toyota decided to close the plant.", "close", "PLANNED"),
    ("Finland's parliament is expected to approve a bill to join NATO in March.", "approve", "PLANNED"),
    ("Microsoft announced plans to invest $10 billion in the firm.", "invest", "PLANNED"),
    ("Turkey blocked Sweden's bid to join NATO.", "join", "PLANNED"),
    ("Russia may attack Moldova.", "attack", "POSSIBLE"),
    ("The firm could sell the plant.", "sell", "POSSIBLE"),
    ("The alleged attack was filmed.", "attack", "POSSIBLE"),
    ("Ministers discussed sending troops.", "sending", "POSSIBLE"),
    ("Analysts fear a war.", "war", "POSSIBLE"),
    ("A possible strike was discussed.", "strike", "POSSIBLE"),
    ("Russia threatened to attack the convoy.", "attack", "POSSIBLE"),
    ("He is likely to resign.", "resign", "POSSIBLE"),
    ("The company tried to sell the plant.", "sell", "POSSIBLE"),
    ("If Russia attacks Estonia, NATO will respond.", "attacks", "CONDITIONAL"),
    ("Volvo said it would sue Scania if talks failed.", "sue", "CONDITIONAL"),
    ("Jane Roe said the union would strike unless Volvo paid more.", "strike", "CONDITIONAL"),
    ("Max Lund said he would resign as long as he got a pension.", "resign", "CONDITIONAL"),
    ("Max Lund said he would resign even if he won.", "resign", "PLANNED"),
    ("Volvo said it would open a plant as soon as the snow melted.", "open", "PLANNED"),
    ("A truce is likely if Chad frees the hostages.", "truce", "POSSIBLE"),
    ("A general election was possible, Jane Roe said.", "election", "POSSIBLE"),
    ("The truce is good, Jane Roe said.", "truce", "ACTUAL"),
    ("France would leave unless the treaty changed.", "leave", "CONDITIONAL"),
    ("Sweden would join the club.", "join", "CONDITIONAL"),
    ("Nobody knows whether Iran tested a bomb.", "tested", "CONDITIONAL"),
    ("Kyiv asked Germany to send troops.", "send", "DEMANDED"),
    ("The union demanded that the boss resign.", "resign", "DEMANDED"),
    ("Ministers called for a ceasefire.", "ceasefire", "DEMANDED"),
    ("Russia must withdraw from Georgia.", "withdraw", "DEMANDED"),
    ("The court ordered the firm to close the plant.", "close", "DEMANDED"),
    ("She urged Spain to sign the treaty.", "sign", "DEMANDED"),
    # what happened
    ("Kyiv asked Germany to send troops.", "asked", "ACTUAL"),
    ("Germany promised to send tanks.", "promised", "ACTUAL"),
    ("Troops managed to capture the town.", "capture", "ACTUAL"),
    ("Fighting continued after the truce.", "Fighting", "ACTUAL"),
    ("The company began to sell cars.", "sell", "ACTUAL"),
    ("Apple said it had bought Beats.", "bought", "ACTUAL"),
    ("The will of the people prevailed, and France won.", "won", "ACTUAL"),
    ("In May, Spain joined the club.", "joined", "ACTUAL"),
    ("The minister who wanted peace resigned.", "resigned", "ACTUAL"),
    ("As expected, Russia attacked Georgia.", "attacked", "ACTUAL"),
    ("Theresa May met Angela Merkel.", "met", "ACTUAL"),
    ("The attack that many feared came in May.", "attack", "ACTUAL"),
    ("NATO welcomed the plan and met Kuleba.", "met", "ACTUAL"),
    ("Even if it rained, the army attacked.", "attacked", "ACTUAL"),
    # under a verb that hands on how it is told itself
    ("The law will allow farmers to sell land.", "sell", "PLANNED"),
    ("The law allowed farmers to sell land.", "sell", "ACTUAL"),
    ("NATO may continue to arm Ukraine and send troops.", "send", "POSSIBLE"),
    ("Volvo plans to close the plant and sell the site.", "sell", "PLANNED"),
    ("Volvo closed the plant and sold the site.", "sold", "ACTUAL"),
    # a noun, by the verb that says that it takes place
    ("The trial is set to begin in May.", "trial", "PLANNED"),
    ("The trial began in May.", "trial", "ACTUAL"),
    ("The talks will resume in Oslo.", "talks", "PLANNED"),
    ("An election could take place in spring.", "election", "POSSIBLE"),
    ("The company announced a summit to be held in Oslo.", "summit", "PLANNED"),
    ("The company praised a summit held in Oslo.", "summit", "ACTUAL"),
    ("Kenya's next election worries banks.", "election", "PLANNED"),
    ("Kenya's last election worried banks.", "election", "ACTUAL"),
    # what somebody is accused of, or discusses
    ("Police arrested Max Roe for stealing a car.", "stealing", "POSSIBLE"),
    ("Jane Roe sued Toyota for selling a car.", "selling", "POSSIBLE"),
    ("A court jailed Max Roe for stealing a car.", "stealing", "ACTUAL"),
    ("The man in charge of building the road sang.", "building", "ACTUAL"),
    ("Prosecutors accused him of fraud and murder.", "murder", "POSSIBLE"),
    ("The mayor was convicted of murder.", "murder", "ACTUAL"),
    ("The board considered selling the plant.", "selling", "POSSIBLE"),
    ("The board stopped selling cars.", "stopped", "ACTUAL"),
    ("She told Germany to send tanks.", "send", "DEMANDED"),
    ("She told Germany that France sent tanks.", "sent", "ACTUAL"),
    ("Two days before NATO meets in Oslo, Sweden applied.", "meets", "PLANNED"),
    ("Two days before NATO met in Oslo, Sweden applied.", "met", "ACTUAL"),
    ("The agreement was that France would send troops.", "send", "PLANNED"),
    ("He was forced to resign.", "resign", "ACTUAL"),
    ("On Monday she'd sold the mill.", "sold", "ACTUAL"),
    ("She'd sell the mill if it rained.", "sell", "CONDITIONAL"),
    # known not to have happened, and no plan any more; planned for a day
    ("The fair was to have opened on 3 March.", "opened", "ACTUAL"),
    ("The match had been fixed for 3 May but was called off.", "match", "ACTUAL"),
    ("The match was fixed for 3 May.", "match", "PLANNED"),
    ("The launch, planned for 6 June, was put back by a year.", "launch", "PLANNED"),
    ("The launch, planned for 6 June, drew a crowd.", "launch", "ACTUAL"),
    ("The match was set on fire.", "match", "ACTUAL"),
    ("Volvo had planned to shut the foundry in May.", "shut", "PLANNED"),
    ("The union said that it would meet on Monday and would vote on Tuesday.", "vote", "PLANNED"),
    ("Jane Roe will resign if she loses the vote.", "resign", "CONDITIONAL"),
    ("Jane Roe will resign even if she wins.", "resign", "PLANNED"),
    ("Jane Roe leads the club until a chair can be elected.", "elected", "PLANNED"),
    ("A chair can be elected.", "elected", "POSSIBLE"),
    ("A chair will be elected at a congress in Lund.", "congress", "PLANNED"),
    ("A chair was elected at a congress in Lund.", "congress", "ACTUAL"),
    # what somebody goes somewhere for, and does
    ("Jane Roe had come from Lima to join the choir in 2014.", "join", "ACTUAL"),
    ("Max Lund went to Oslo to study law in 1999.", "study", "ACTUAL"),
    ("Max Lund hopes to go to Oslo to study law in 1999.", "study", "PLANNED"),
    ("Max Lund came to Alba to buy a boat.", "buy", "PLANNED"),
    ("Max Lund did not go to Oslo to join the choir.", "join", "PLANNED"),
]

MODALITY += [
    # what did not come about, and what is due
    ("Had it rained in May, Max Lund would have sold the farm.", "sold", "CONDITIONAL"),
    ("Had Chad insisted on a vote, she conceded, “we would have left”.", "insisted", "CONDITIONAL"),
    ("Chad had insisted on a vote, she conceded.", "insisted", "ACTUAL"),
    ("The bridge should have been shut in 2004.", "shut", "CONDITIONAL"),
    ("The bridge should be shut in May.", "shut", "DEMANDED"),
    ("The bridge would have been shut by the police.", "shut", "CONDITIONAL"),
    ("Max Lund said the road would have been finished by May.", "finished", "PLANNED"),
    ("Work should begin in September.", "begin", "PLANNED"),
    ("Chad should begin talks in September.", "begin", "DEMANDED"),
    ("The sale should close in May.", "close", "PLANNED"),
    ("The mill should close in May.", "close", "DEMANDED"),
    ("The members of the club will be asked to vote on 4 June.", "vote", "PLANNED"),
    ("Norway will ask Chad to approve the treaty.", "approve", "DEMANDED"),
]
#: What is itself the condition, or did not come about, and what it is the condition of.
SUPPOSED = [
    ("If Chad attacks Mali in May, Norway will send help.", "attacks"),
    ("Had Chad attacked Mali in May, Norway would have sent help.", "attacked"),
    ("The bridge in Lund should have been shut in May.", "shut"),
    ("Jane Roe asked whether Chad had attacked Mali in May.", "attacked"),
]
TOLD = [
    ("Norway will send help in May if Chad attacks Mali.", "send"),
    ("Norway would send help in May.", "send"),
    ("The bridge in Lund should be shut in May.", "shut"),
    ("Jane Roe said Chad had attacked Mali in May.", "attacked"),
]
TENSE = [
    ("Russia attacked Georgia.", "attacked", "PAST"),
    ("Russia has attacked Georgia.", "attacked", "PAST"),
    ("Russia had attacked Georgia.", "attacked", "PAST"),
    ("Georgia was attacked.", "attacked", "PAST"),
    ("Ministers were meeting in Oslo.", "meeting", "PAST"),
    ("Russia attacks Georgia.", "attacks", "PRESENT"),
    ("Ministers are meeting in Oslo.", "meeting", "PRESENT"),
    ("Russia will attack Georgia.", "attack", "FUTURE"),
    ("Russia won't attack Georgia.", "attack", "FUTURE"),
    ("Ministers will have met by then.", "met", "FUTURE"),
    ("Ministers held talks.", "talks", "PAST"),
    ("A summit will be held in Oslo.", "summit", "FUTURE"),
    ("The annexation of Crimea is a fact.", "annexation", "NONE"),
    ("Volvo wants to sell the plant.", "sell", "NONE"),
    ("Ministers are going to meet in Oslo.", "meet", "FUTURE"),
    ("Spain hosts the summit.", "summit", "PRESENT"),
    ("Farmers will be able to sell land.", "sell", "FUTURE"),
    ("Farmers are able to sell land.", "sell", "NONE"),
]


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*NEGATED, *TRAPS, *MODALITY, *TENSE, *SUPPOSED, *TOLD])


@pytest.mark.parametrize(("text", "trigger"), NEGATED)
def test_negated(read, text, trigger):
    assert read[text].event(trigger).polarity == "NEG"


@pytest.mark.parametrize(("text", "trigger"), TRAPS)
def test_not_negated(read, text, trigger):
    assert read[text].event(trigger).polarity == "POS"


@pytest.mark.parametrize(("text", "trigger", "modality"), MODALITY)
def test_modality(read, text, trigger, modality):
    assert read[text].event(trigger).modality == modality


@pytest.mark.parametrize(("text", "trigger"), SUPPOSED)
def test_what_is_only_supposed_counts_less(read, text, trigger):
    assert read[text].event(trigger).score < 0.5


@pytest.mark.parametrize(("text", "trigger"), TOLD)
def test_what_hangs_on_it_counts(read, text, trigger):
    assert read[text].event(trigger).score > 0.7


@pytest.mark.parametrize(("text", "trigger", "tense"), TENSE)
def test_tense(read, text, trigger, tense):
    assert read[text].event(trigger).tense == tense
