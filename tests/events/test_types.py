"""Types of events: by tables of words, and a user's own without code.

The words in brackets are the triggers, as the reader gives them, and what the event was done to.
"""

import pytest

from graphbuilder.knowledge import event_words
from graphbuilder.lexicons import lexicon

#: By the word alone; "other" is what no table knows.
BY_WORD = [
    ("NATO [invited] Finland.", "invited:invite"),
    ("Germany [annexed] Austria in 1938.", "annexed:seize"),
    ("The court [sentenced] Jane Roe to four years.", "sentenced:detain"),
    ("Toyota [recalled] two million cars.", "recalled:recall"),
    ("Apple [bought] Beats in 2014.", "bought:buy"),
    ("Protesters [marched] through Minsk.", "marched:move"),
    ("The volcano [erupted] on Sunday.", "erupted:disaster"),
    ("Mozart [died] in Vienna.", "died:die"),
    ("Ministers [met] and [signed] a [treaty].", "met:meet signed:agree treaty:agree"),
    ("Parliament [elected] Jane Roe.", "elected:elect"),
    ("The bank [raised] rates.", "raised:change"),
    ("Moldova [joined] the union.", "joined:join"),
    ("The troops who [invaded] Kuwait [withdrew].", "invaded:attack withdrew:move"),
    ("Russia, [condemned] by the ministers, [withdrew].", "condemned:condemn withdrew:move"),
    ("He [pledged] to [send: planned] money.", "pledged:promise send:grant"),
    ("Two trains [collided] near Odesa.", "collided:disaster"),
    ("Jane Roe [left] Paris in May.", "left:move"),
    ("The regulator [fined] Toyota 3 million euros.", "fined:sanction"),
    ("Toyota [sent] Honda the court files.", "sent:grant"),
    ("Jane Roe [lifted] the box.", "lifted:other"),
    ("The missile [struck] a school on Monday.", "struck:attack"),
    ("The court [acquitted] Jane Roe.", "acquitted:free"),
    ("Fishermen [blockaded] the harbour.", "blockaded:protest"),
    ("She recalls how the ship [sank].", "sank:disaster"),
    ("Norway [recalled] its envoy on Monday.", "recalled:recall"),
    ("Honda and Toyota [reached] a [deal] on Monday.", "reached:agree deal:agree"),
    ("Jane Roe [reached] Lund on Monday.", "reached:move"),
    ("The bridge [collapsed] on Friday.", "collapsed:disaster"),
    ("The army was [defeated] on Monday.", "defeated:attack"),
    ("Jane Roe [handed] in her [resignation] on Monday.", "handed:resign resignation:resign"),
    ("Jane Roe [handed] in her keys on Monday.", "handed:grant"),
    ("Prices [fell] on Monday.", "fell:change"),
    ("The [war] [ended] in May.", "war:attack ended:end"),
    ("Jane Roe [married] Max Lund.", "married:marry"),
    ("Max Lund [formed] a government.", "formed:found"),
    ("Jane Roe [formed] a habit.", "formed:other"),
    ("Police [investigated] Jane Roe.", "investigated:investigate"),
    ("The Portuguese [discovered] Madeira.", "discovered:discover"),
    ("Germany [surrendered] to the Allies.", "surrendered:surrender"),
    ("A [strike] on Kyiv [killed] six people.", "strike:attack killed:attack"),
    ("A drone [strike] [shook] Kyiv.", "strike:attack shook:other"),
    ("Kodak [stopped] selling film.", "stopped:end"),
    ("Kodak [began] [selling] film.", "began:start selling:sell"),
    ("Volvo [charged] ten euros.", "charged:other"),
    ("Students [demonstrated] in Lyon.", "demonstrated:protest"),
    ("The general [ordered] an [attack: demanded].", "ordered:decide attack:attack"),
    ("Lyon [lost].", "lost:compete"),
    ("Lyon [lost] the [match].", "lost:compete match:compete"),
    ("Alba [withdrew] its troops on Monday.", "withdrew:move"),
    ("Jane Roe [received] a prize on Monday.", "received:grant"),
    ("The hospital [received] twelve patients on Monday.", "received:grant"),
    ("Jane Roe [paid] a [fine].", "paid:other fine:sanction"),
    ("Chad was [hit] by a missile in 2004.", "hit:attack"),
    ("A bomb [killed] six people in Lyon.", "killed:attack"),
    ("Volvo [gave] Scania a lorry in May.", "gave:grant"),
    ("Max Lund was [given] a suspended sentence.", "given:detain"),
    ("Prices [plunged] in May.", "plunged:change"),
    ("Shares in Volvo [closed] lower on Monday.", "closed:change"),
    ("Volvo [struck] a [deal] with Scania.", "struck:agree deal:agree"),
    ("Jane Roe [struck] a guard on Monday.", "struck:attack"),
    ("The army [entered] the town of Lima in May.", "entered:move"),
    ("Miners in Chile [returned] to Lima on Monday.", "returned:move"),
    ("The [storm] left six people dead.", "storm:disaster"),
    ("Jane Roe [appealed] to the public in May.", "appealed:demand"),
    ("The airline [started] work in 2004.", "started:start"),
    ("The Greens [won] the [election] in May.", "won:elect election:elect"),
    ("The Greens [won] the [match] in May.", "won:compete match:compete"),
    ("Volvo [lost] the case in May.", "lost:sue"),
    ("Jane Roe [ordered] a [retreat: demanded] in May.", "ordered:decide retreat:move"),
    ("Toyota [landed] in Lima in May.", "landed:move"),
    ("Alba [reported] a [theft] in May.", "reported:publish theft:steal"),
    ("Alba [provided] a ship in May.", "provided:grant"),
    ("The [annexation] of Crimea [angered] Kyiv.", "annexation:seize angered:other"),
    ("[Talks] between Serbia and Kosovo failed.", "Talks:meet"),
    ("Ministers held [talks] in Oslo.", "talks:meet"),
    ("The [summit] took place in Madrid.", "summit:meet"),
    ("A [referendum] was held on Sunday.", "referendum:elect"),
    ("Volvo made an [offer] for Scania.", "offer:announce"),
    ("Toyota made a [bid] for Honda on Monday.", "bid:announce"),
    ("Honda [offers] Jane Roe a car.", "offers:grant"),
    ("Toyota's [takeover] of Honda was [approved].", "takeover:buy approved:decide"),
    ("Toyota completed the [purchase] of Honda.", "purchase:buy"),
    ("The regulator could impose a [fine: possible].", "fine:sanction"),
    ("After the [resignation] of Jane Roe, shares [fell].", "resignation:resign fell:change"),
    ("Rebels [damaged] a pipeline in Chad.", "damaged:attack"),
    ("A bomb [destroyed] a bus in Lyon.", "destroyed:attack"),
    ("Protesters [damaged] the embassy in Lyon.", "damaged:attack"),
    ("The [outbreak] [began] in Guinea.", "outbreak:disaster began:start"),
    ("Romania hosted the [meeting].", "meeting:meet"),
    ("Police [opened] an [investigation].", "opened:start investigation:investigate"),
    ("Russia [launched] a probe to Venus.", "launched:launch"),
    ("A [hearing] was held in May.", "hearing:try"),
    ("An [explosion] occurred at the plant.", "explosion:disaster"),
    ("The [accident] happened near Lyon.", "accident:disaster"),
    ("The police carried out a [raid].", "raid:attack"),
    ("They [signed] the [agreement].", "signed:agree agreement:agree"),
    ("The [launch: planned] of the rocket was [delayed].", "launch:launch delayed:end"),
    # the same word as verb and as noun
    ("Volvo [painted] a harvest machine.", "painted:other"),
]
#: By the word and the noun or particle with it, and where these are others.
BY_PHRASE = [
    ("Columbus [sailed] from Spain.", "sailed:move"),
    ("Voters in Estonia go to the [polls] on Sunday.", "polls:elect"),
    ("Jane Roe was [found] dead on Monday.", "found:die"),
    ("The minister [left] office in May.", "left:resign"),
    ("The Supreme Court [struck] down the law.", "struck:reject"),
    ("The ferry [sank] off Lyon.", "sank:disaster"),
    ("Thousands of teachers [walked] out in Los Angeles.", "walked:protest"),
    ("Boris Johnson [stepped] down.", "stepped:resign"),
    ("The company [set] up a plant.", "set:found"),
    ("[Fighting] [broke] out in Khartoum.", "Fighting:attack broke:start"),
    ("Voters [turned] down the plan.", "turned:reject"),
    ("Leaders [called] for a [ceasefire: demanded].", "called:demand ceasefire:agree"),
    ("Finland [became] a member of NATO.", "became:join"),
    ("Rebels [took] control of Goma.", "took:seize"),
    ("Scholz [took] office in 2021.", "took:appoint"),
    ("The fleet [set] sail from Lisbon.", "set:move"),
    ("The crew [downed] tools in Oslo.", "downed:protest"),
    ("Jane Roe [pleaded] guilty.", "pleaded:try"),
    ("Jane Roe was [sworn] in on 3 May 2020.", "sworn:appoint"),
    ("Volvo [gave] up in May.", "gave:end"),
    ("Volvo [gave] its word in May.", "gave:promise"),
    ("Jane Roe [took] over in 2004.", "took:appoint"),
    ("Jane Roe [called] for calm in May.", "called:demand"),
    ("Chad [pulled] out of the [treaty] on Monday.", "pulled:move treaty:agree"),
    ("Jane Roe [walked] out of the theatre in May.", "walked:protest"),
    ("The court [handed] down a sentence in May.", "handed:decide"),
    ("Volvo [gave] Jane Roe the job in May.", "gave:appoint"),
]
#: By what it was done to.
BY_OBJECT = [
    ("Twitter [fired: patient=its chief executive] its chief executive.", "fired:dismiss"),
    ("North Korea [fired: patient=two missiles (product)] two missiles.", "fired:attack"),
    ("The army [fired: patient=artillery rounds (product)] artillery rounds.", "fired:attack"),
    ("Jane Roe was [fired: patient=Jane Roe].", "fired:dismiss"),
    ("The club [dismissed: patient=its coach] its coach.", "dismissed:dismiss"),
    ("The court [dismissed: patient=the complaint (other)] the complaint.", "dismissed:reject"),
    ("Max Lund [replaced: patient=Jane Roe] Jane Roe.", "replaced:appoint"),
    ("Toyota [replaced: patient=the battery (product)] the battery.", "replaced:other"),
    ("Troops [took: patient=Kharkiv] Kharkiv.", "took:seize"),
    ("Toyota [promoted: patient=Jane Roe] Jane Roe.", "promoted:appoint"),
    ("Jane Roe was [born: patient=Jane Roe] in Lyon.", "born:birth"),
    ("A submarine [sank: patient=the ship (product)] the ship near Lyon.", "sank:attack"),
    ("Iraqi forces [liberated: patient=Mosul] Mosul.", "liberated:seize"),
    ("Jane Roe [promoted: patient=the campaign (other)] the campaign.", "promoted:other"),
    ("Rebels [released: patient=two hostages] two hostages.", "released:free"),
    ("A man [released: patient=A man] on Monday was tired.", "released:free"),
    ("Volvo [released: patient=a van (product)] a van.", "released:launch"),
    ("Prosecutors [charged: patient=Jane Roe] Jane Roe.", "charged:accuse"),
    ("Volvo [demonstrated: patient=an engine (product)] an engine.", "demonstrated:other"),
    ("Volvo [named: patient=Jane Roe] Jane Roe as chairwoman.", "named:appoint"),
    ("Jane Roe was [stripped: patient=Jane Roe] of her medal in May.", "stripped:sanction"),
    ("Police [questioned: patient=the captain] the captain.", "questioned:investigate"),
    ("Jane Roe [questioned: patient=the plan (other)] the plan.", "questioned:other"),
    ("Toyota [lands: patient=Honda] Honda after a year.", "lands:buy"),
    ("The head of Volvo was [dismissed: patient=The head] in May.", "dismissed:dismiss"),
    ("Toyota [named: patient=the car (product)] the car after a river.", "named:other"),
    ("Alba [suspended: patient=a cardiologist] a cardiologist in May.", "suspended:sanction"),
    ("Alba [suspended: patient=its flights (other)] its flights in May.", "suspended:end"),
]
OWN = {
    "harvest": {
        "verbs": ["harvest", "mow"],
        "nouns": ["harvest"],
        "phrases": ["bring in"],
    }
}
OF_ONES_OWN = [
    ("Volvo [harvested] wheat in Kenya.", "harvested:harvest"),
    ("Volvo [brought] in wheat in Kenya.", "brought:harvest"),
    ("The [harvest] of maize [began] in Kenya.", "harvest:harvest began:start"),
    ("Volvo [painted] a harvest machine.", "painted:other"),
]


def types(view):
    return " ".join(f"{one.text}:{one.type}" for one in view.events)


@pytest.fixture(scope="module")
def read(read_marked):
    return read_marked([*BY_WORD, *BY_PHRASE, *BY_OBJECT])


@pytest.mark.parametrize(("text", "expected"), BY_WORD)
def test_by_the_word(read, text, expected):
    assert types(read[text]) == expected


@pytest.mark.parametrize(("text", "expected"), BY_PHRASE)
def test_by_the_words_beside_it(read, text, expected):
    assert types(read[text]) == expected


@pytest.mark.parametrize(("text", "expected"), BY_OBJECT)
def test_by_what_it_was_done_to(read, text, expected):
    assert types(read[text]) == expected


@pytest.fixture
def own_types(monkeypatch):
    """The word lists with a type that a user has added to event_types.yaml."""
    shipped = lexicon("event_types")
    monkeypatch.setattr(event_words, "lexicon", lambda name: shipped | OWN if name == "event_types" else lexicon(name))
    event_words.event_words.cache_clear()
    yield
    event_words.event_words.cache_clear()


@pytest.mark.usefixtures("own_types")
@pytest.mark.parametrize(("text", "expected"), OF_ONES_OWN)
def test_a_type_of_ones_own(read_marked, text, expected):
    assert types(read_marked([(text,)])[text]) == expected
