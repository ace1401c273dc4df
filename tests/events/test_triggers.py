"""What tells an event, and what does not. Rows tell all triggers of a text with their types."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


VERBS = [
    ("NATO invited Finland.", "invited:invite"),
    ("Germany annexed Austria in 1938.", "annexed:seize"),
    ("The court sentenced Jane Roe to four years.", "sentenced:detain"),
    ("Toyota recalled two million cars.", "recalled:recall"),
    ("Apple bought Beats in 2014.", "bought:buy"),
    ("Protesters marched through Minsk.", "marched:move"),
    ("Columbus sailed from Spain.", "sailed:move"),
    ("The volcano erupted on Sunday.", "erupted:disaster"),
    ("Mozart died in Vienna.", "died:die"),
    ("Ministers met and signed a treaty.", "met:meet signed:agree treaty:agree"),
    ("Parliament elected Jane Roe.", "elected:elect"),
    ("The bank raised rates.", "raised:change"),
    ("Moldova joined the union.", "joined:join"),
    ("The troops who invaded Kuwait withdrew.", "invaded:attack withdrew:move"),
    ("Russia, condemned by the ministers, withdrew.", "condemned:condemn withdrew:move"),
    ("He pledged to send money.", "pledged:promise send:grant"),
    ("Two trains collided near Odesa.", "collided:disaster"),
    ("Jane Roe will leave Toyota in May.", "leave:resign"),
    ("Jane Roe left Paris in May.", "left:move"),
    ("Toyota left Russia in May.", "left:move"),
    ("The regulator fined Toyota 3 million euros.", "fined:sanction"),
    ("Toyota took Honda to court over a patent.", "court:sue"),
    ("The union went to court in Madrid on Monday.", "court:sue"),
    ("Teachers walked off the job on Monday.", "job:protest"),
    ("Students took to the streets on Monday.", "streets:protest"),
    ("Voters in Estonia go to the polls on Sunday.", "polls:elect"),
    ("He became president in 2000.", "became:appoint"),
    ("Jane Roe became a professor at Lund in 1947.", "became:appoint"),
    ("Max Roe wants to become mayor in 2030.", "become:appoint"),
    ("Toyota became the leader of the market in 2010.", ""),
    ("Jane Roe became a widow in 1950.", ""),
    ("Estonia became independent in 1991.", ""),
    ("Jane Roe was stripped of her medal in May.", "stripped:sanction"),
    ("The union called off a 12-day strike on Monday.", "called:end strike:protest"),
    ("Jane Roe was found dead on Monday.", "found:die"),
    ("Jane Roe grew up in Lund.", "grew:other"),
    ("Jane Roe went to the court in Madrid on Monday.", ""),
    ("Toyota sent Honda the court files.", "sent:grant"),
    ("The law came into force in June.", "force:start"),
    ("The police used force in June.", ""),
    ("Alba Airways filed for bankruptcy in May.", "bankruptcy:end"),
    ("Jane Roe lifted the box.", "lifted:other"),
    ("The ferry ran aground on Monday.", "ran:disaster"),
    ("The ferry struck a reef on Monday.", "struck:disaster"),
    ("The missile struck a school on Monday.", "struck:attack"),
    ("Police questioned the captain.", "questioned:investigate"),
    ("Jane Roe questioned the plan.", "questioned:other"),
    ("The court acquitted Jane Roe.", "acquitted:free"),
    ("Fishermen blockaded the harbour.", "blockaded:protest"),
    ("Jane Roe recalled the night.", ""),
    ("She recalls how the ship sank.", "sank:disaster"),
    ("Norway recalled its envoy on Monday.", "recalled:recall"),
    ("Honda and Toyota reached a deal on Monday.", "reached:agree deal:agree"),
    ("Jane Roe reached Lund on Monday.", "reached:move"),
    ("The talks collapsed on Friday.", "talks:meet collapsed:end"),
    ("The bridge collapsed on Friday.", "collapsed:disaster"),
    ("The talks broke down in May.", "talks:meet broke:end"),
    ("The bill was defeated on Monday.", "defeated:reject"),
    ("The army was defeated on Monday.", "defeated:attack"),
    ("Jane Roe handed in her resignation on Monday.", "handed:resign resignation:resign"),
    ("Jane Roe handed in her keys on Monday.", "handed:grant"),
    ("The minister left office in May.", "left:resign"),
    ("The government fell on Monday.", "fell:end"),
    ("Prices fell on Monday.", "fell:change"),
    ("Nurses ended a six-week strike in May.", "ended:end strike:protest"),
    ("The war ended in May.", "war:attack ended:end"),
    gap("who pays whom is not seen", "Google paid the fine.", "paid:grant fine:sanction"),
]

NOUNS = [
    ("The annexation of Crimea angered Kyiv.", "annexation:seize angered:other"),
    ("Talks between Serbia and Kosovo failed.", "Talks:meet"),
    ("Ministers held talks in Oslo.", "talks:meet"),
    ("The summit took place in Madrid.", "summit:meet"),
    ("A referendum was held on Sunday.", "referendum:elect"),
    ("Volvo made an offer for Scania.", "offer:announce"),
    ("Toyota made a bid for Honda on Monday.", "bid:announce"),
    ("Honda offers $3 million for a maker of lifts.", "offers:announce"),
    ("Honda offers Jane Roe a car.", "offers:grant"),
    ("Toyota's takeover of Honda was approved.", "takeover:buy approved:decide"),
    ("The storm damages claim was settled.", "settled:agree"),
    ("The military takeover in Chad was condemned.", "takeover:seize condemned:condemn"),
    ("Toyota completed the purchase of Honda.", "purchase:buy"),
    ("The regulator could impose a fine.", "fine:sanction"),
    ("After the resignation of Jane Roe, shares fell.", "resignation:resign fell:change"),
    ("The earthquake destroyed Lisbon.", "earthquake:disaster destroyed:disaster"),
    ("A crane damaged the roof of Lyon station.", "damaged:other"),
    ("The gate in Lyon was damaged by a lorry.", "damaged:other"),
    ("Rebels damaged a pipeline in Chad.", "damaged:attack"),
    ("A bomb destroyed a bus in Lyon.", "destroyed:attack"),
    ("Protesters damaged the embassy in Lyon.", "damaged:attack"),
    ("The outbreak began in Guinea.", "outbreak:disaster began:start"),
    ("Romania hosted the meeting.", "meeting:meet"),
    ("Police opened an investigation.", "opened:start investigation:investigate"),
    ("Prosecutors launched an inquiry into Volvo.", "launched:start inquiry:investigate"),
    ("Russia launched a probe to Venus.", "launched:launch"),
    ("The committee opened talks.", "talks:meet"),
    ("Jane Roe let two guests into the room on Monday.", ""),
    ("Jane Roe let three colleagues into the house on Monday.", ""),
    ("A first hearing was held in May.", "hearing:start"),
    ("A hearing was held in May.", "hearing:try"),
    ("Volvo launched a phone.", "launched:launch"),
    ("An explosion occurred at the plant.", "explosion:disaster"),
    ("The accident happened near Lyon.", "accident:disaster"),
    ("Twelve countries attended the conference.", "conference:meet"),
    ("The police carried out a raid.", "raid:attack"),
    ("They signed the agreement.", "signed:agree agreement:agree"),
    ("The launch of the rocket was delayed.", "launch:launch delayed:end"),
]

NAMED = [
    ("The 2008 Bucharest Summit was tense.", "Bucharest_Summit:meet"),
    ("Millions died in the Second World War.", "died:die Second_World_War:attack"),
    ("Her grandfather fought in World War II in France.", "fought:attack World_War_II:attack"),
    ("Hurricane Katrina struck New Orleans.", "Hurricane_Katrina:disaster struck:disaster"),
    ("The Treaty of Versailles was signed in 1919.", "Treaty_of_Versailles:agree signed:agree"),
    ("Operation Barbarossa began in June 1941.", "Operation_Barbarossa:attack began:start"),
    ("Leaders met at COP27 in Egypt.", "met:meet COP27:meet"),
    ("Harold died in the Battle of Hastings.", "died:die Battle_of_Hastings:attack"),
    ("Katrina met Harold.", "met:meet"),
    ("The War Office signed the contract.", "signed:agree"),
    ("The National Hurricane Center warned Florida.", "warned:warn"),
    ("The Operation Room closed.", "closed:end"),
    ("COP officers arrested a man.", "arrested:detain"),
    ("The Munich Agreement gave land to Germany.", "Munich_Agreement:agree gave:grant"),
    ("They met at the Munich Security Conference.", "met:meet Munich_Security_Conference:meet"),
    ("The French Revolution began in 1789.", "French_Revolution:protest began:start"),
]

PHRASES = [
    ("The Supreme Court struck down the law.", "struck:reject"),
    ("Twitter fired its chief executive.", "fired:dismiss"),
    ("North Korea fired two missiles.", "fired:attack"),
    ("The army fired artillery rounds.", "fired:attack"),
    ("Jane Roe was fired.", "fired:dismiss"),
    ("The club dismissed its coach.", "dismissed:dismiss"),
    ("The court dismissed the complaint.", "dismissed:reject"),
    ("Max Lund replaced Jane Roe.", "replaced:appoint"),
    ("Toyota replaced the battery.", "replaced:other"),
    ("Troops took Kharkiv.", "took:seize"),
    ("Toyota promoted Jane Roe.", "promoted:appoint"),
    ("Jane Roe was born in Lyon.", "born:birth"),
    ("Jane Roe married Max Lund.", "married:marry"),
    ("The ferry sank off Lyon.", "sank:disaster"),
    ("A submarine sank the ship near Lyon.", "sank:attack"),
    ("A stampede near Mecca killed dozens.", "stampede:disaster killed:die"),
    ("Iraqi forces liberated Mosul.", "liberated:seize"),
    ("Max Lund formed a government.", "formed:found"),
    ("Jane Roe formed a habit.", "formed:other"),
    ("Police investigated Jane Roe.", "investigated:investigate"),
    ("The Portuguese discovered Madeira.", "discovered:discover"),
    ("Germany surrendered to the Allies.", "surrendered:surrender"),
    ("The name bears no relation to Rome.", ""),
    ("Jane Roe promoted the campaign.", "promoted:other"),
    ("Thousands of teachers walked out in Los Angeles.", "walked:protest"),
    ("Workers at Boeing went on strike.", "strike:protest"),
    ("A strike by nurses began in Leeds.", "strike:protest began:start"),
    ("The union struck in March 2020.", "struck:protest"),
    ("A strike on Kyiv killed six people.", "strike:attack killed:attack"),
    ("A drone strike shook Kyiv.", "strike:attack shook:other"),
    ("Boris Johnson stepped down.", "stepped:resign"),
    ("The company set up a plant.", "set:found"),
    ("Fighting broke out in Khartoum.", "Fighting:attack broke:start"),
    ("The union called off the strike.", "called:end strike:attack"),
    ("Voters turned down the plan.", "turned:reject"),
    ("Leaders called for a ceasefire.", "called:demand ceasefire:agree"),
    ("Finland became a member of NATO.", "became:join"),
    ("Rebels took control of Goma.", "took:seize"),
    ("Scholz took office in 2021.", "took:appoint"),
    ("Scholz took over as head of Volvo.", "took:appoint"),
    ("Jane Roe took over Volvo in 2021.", "took:appoint"),
    ("Toyota took over Honda in 2021.", "took:buy"),
    ("Russian troops took over the town of Lyman.", "took:seize"),
    ("The fleet set sail from Lisbon.", "set:move"),
    ("Masons in Chad put down their tools.", "tools:protest"),
    ("The crew downed tools in Oslo.", "downed:protest"),
    ("Jane Roe put her tools down on the table.", ""),
    ("Jane Roe put down a mat.", ""),
    ("The trawler ran aground off Chad.", "ran:disaster"),
    ("The trawler struck an iceberg.", "struck:disaster"),
    ("The trawler hit the Alba.", "hit:attack"),
    ("The grounding of the liner near Chad cost two lives.", "grounding:disaster"),
    ("The grounding of the jets near Chad cost two billion.", ""),
]

#: What a verb tells of one object and not of another.
BY_OBJECT = [
    ("Kodak stopped selling film.", "stopped:end"),
    ("Kodak began selling film.", "began:start selling:sell"),
    ("Rebels released two hostages.", "released:free"),
    ("A man released on Monday was tired.", "released:free"),
    ("Volvo released a van.", "released:launch"),
    ("Prosecutors charged Jane Roe.", "charged:accuse"),
    ("Volvo charged ten euros.", "charged:other"),
    ("Students demonstrated in Lyon.", "demonstrated:protest"),
    ("Volvo demonstrated an engine.", "demonstrated:other"),
    ("The general ordered an attack.", "ordered:decide attack:attack"),
    ("Lyon lost.", "lost:compete"),
    ("Lyon lost the match.", "lost:compete match:compete"),
    ("Lyon lost a quarter of its trees.", "lost:other"),
    ("Jane Roe pleaded guilty.", "pleaded:try"),
    ("Jane Roe was sworn in on 3 May 2020.", "sworn:appoint"),
    ("Norway set the price.", ""),
    ("A rover named Pragyan left Lund.", "left:move"),
    ("Volvo named Jane Roe as chairwoman.", "named:appoint"),
]

BY_OBJECT += [
    ("Alba withdrew its offer on Monday.", "withdrew:end offer:announce"),
    ("Alba withdrew its troops on Monday.", "withdrew:move"),
    ("Jane Roe received Max Lund on Monday.", "received:meet"),
    ("Jane Roe received a prize on Monday.", "received:grant"),
    ("The hospital received twelve patients on Monday.", "received:grant"),
    ("Jane Roe paid a fine.", "paid:other fine:sanction"),
]
NOT_EVENTS = [
    ("Nobody who voted for Jane Roe had read the plan.", ""),
    ("No one who voted for Jane Roe had read the plan.", ""),
    ("Those who voted for Jane Roe had read the plan.", "voted:elect"),
    ("Speaking to reporters on Monday, Jane Roe said she was happy.", ""),
    ("Paris is the capital of France.", ""),
    ("The company has three plants.", ""),
    ("Scholz said nothing.", ""),
    ("Jane Roe believes that it is true.", ""),
    ("The treaty's text is long.", "treaty:agree"),
    ("War crimes are hard to prove.", ""),
    ("Peace talks are difficult.", "talks:meet"),
    ("Meeting rooms are small.", ""),
    ("The town lies near Lyon.", ""),
    ("She can speak Dutch.", ""),
    ("Kenya needs rain.", ""),
    ("The book contains maps.", ""),
    ("A heart attack drug costs a lot.", ""),
    ("Toyota might have known.", ""),
    ("He lives in a bombed house.", ""),
    ("Elected officials are proud.", ""),
    ("The law includes a clause.", ""),
    ("Analysts expect it.", ""),
    ("Scholz seems tired.", ""),
    ("According to Berlin, it is late.", ""),
    ("The river flows into the sea.", ""),
    ("It takes time.", ""),
    ("People run along the beach.", ""),
    ("The election commission has five members.", ""),
    ("The attack helicopter is old.", ""),
    ("Launch costs are high.", ""),
    ("The Ministry of Defence tweeted.", ""),
    ("Weather matters.", ""),
    ("Somebody whistled in the street.", ""),
    ("The wind turned.", ""),
    # what goes on in the background, and votes that nobody casts
    ("Max Lund was driving a lorry for Jane Roe in 2009.", ""),
    ("Max Lund drove a lorry for Jane Roe in 2009.", "drove:other"),
    ("Volvo was building a mill in 2009.", "building:build"),
    ("Jane Roe voted for the plan in 2004.", "voted:support"),
    # credits, what points back, offices, those who are left, what nobody has done yet
    ("(Reporting by Jane Roe in Lyon; editing by Max Lund)", ""),
    ("Volvo will sell the mill, which it expects to happen in May.", "sell:sell"),
    ("If the drill sticks, as it did in Lyon in May, Volvo will sue.", "sue:sue"),
    ("Jane Roe, who chairs the board of Volvo, wept in May.", "wept:other"),
    ("Jane Roe chairs the board on Friday.", "chairs:other"),
    ("Jane Roe survived the fall in May.", "survived:other"),
    ('"Ask Max Lund," said Jane Roe.', ""),
]

#: Verbs that tell something else before some clauses.
BY_CLAUSE = [
    ("Max Lund was relieved of his post.", "relieved:dismiss"),
    ("The council removed Jane Roe from office.", "removed:dismiss"),
    ("The painting was removed from the wall.", ""),
    ("Norway sent Max Lund a letter.", "sent:contact"),
    ("Volvo merged with Toyota.", "merged:buy"),
    ("The bank told Jane Roe that it would rain.", ""),
    ("The minister told Chad that it would have to pay.", ""),
    ("The club repeated its promise.", "repeated:promise promise:promise"),
    ("Jane Roe repeated the question.", "repeated:support"),
    ("The king reaffirmed his faith.", "reaffirmed:support"),
    ("Delegates voted to ban the drug.", "voted:decide ban:sanction"),
    ("Chad voted for independence.", "voted:support"),
    ("Chad voted for Jane Roe.", "voted:elect"),
    ("Chad voted for the Liberals.", "voted:elect"),
    ("Delegates from Chad voted on Monday.", "voted:elect"),
    ("The rain stopped in Lund on Monday.", "stopped:end"),
    ("Jane Roe stopped smoking in Lund.", "stopped:end"),
    ("Jane Roe stopped the train in Lund.", "stopped:end"),
    ("The league suspended Otto Weber.", "suspended:sanction"),
    ("The league suspended play on Monday.", "suspended:end"),
    ("Otto Weber called Jane Roe irresponsible.", "called:condemn"),
    ("Norway recognised Kosovo in 2008.", "recognised:decide"),
    ("Parliament amended the law in May 2021.", "amended:change"),
    ("Jane Roe wrote once that it will rain.", ""),
    ("The bank said again that it will rain.", ""),
    ("The bank said again it would be sunny.", ""),
    ("The bank said again that prices will rise.", "rise:change"),
    ("The bank repeated that it would shrink.", "repeated:support shrink:change"),
    ("The raid on Chad was long. The owners confirmed it.", "raid:attack confirmed:announce"),
    ("The owners reaffirmed what they had seen.", "reaffirmed:support"),
    ("The two firms agreed that they would become partners.", "agreed:agree"),
    ("The sides agreed that talks would resume in May.", "agreed:agree talks:meet resume:start"),
    ("Otto Weber told reporters that he wanted to retire.", "retire:resign"),
    ("Otto Weber said he wanted a quiet life.", ""),
    ("The queen joined the army in 1944.", "joined:join"),
]
#: What parties and ministers leave.
BY_CLAUSE += [
    ("The Greens left the coalition.", "left:resign"),
    ("The Greens pulled out of the government.", "pulled:resign"),
    ("Otto Weber withdrew from the cabinet.", "withdrew:resign"),
    ("The Greens walked out of the coalition.", "walked:resign"),
    ("The Greens left the government building.", "left:move"),
    ("The government withdrew its envoy from the cabinet.", "withdrew:move"),
    ("The army pulled out of Chad.", "pulled:move"),
]
# offers, offices, ways that somebody closes, evidence
BY_CLAUSE += [
    ("Volvo offered to pay for the mill.", "offered:promise pay:other"),
    ("Volvo offered Jane Roe a car.", "offered:grant"),
    ("Jane Roe was made captain in May.", "made:appoint"),
    ("Jane Roe was made happy in May.", ""),
    ("Snow blocked the road to Lund.", "blocked:reject"),
    ("Some rocks blocked the road to Lund.", "blocked:reject"),
    ("The board of Volvo blocked the bid.", "blocked:reject bid:announce"),
    ("Jane Roe gave evidence in May.", "gave:try"),
    ("The fossil gave evidence of a flood in May.", "gave:grant flood:disaster"),
]
# what only sets the scene, is asked, or is said not to be alleged
BY_CLAUSE += [
    ("Jane Roe sat at her table on 3 May and watched the rain.", ""),
    ("Jane Roe slept in the mill on 3 May.", ""),
    ("Jane Roe sat down with Max Lund on 3 May.", "sat:meet"),
    ("Asked about the mill, Jane Roe said it was shut.", "shut:end"),
    ("Jane Roe, asked whether the mill was shut, smiled.", "shut:end"),
    ("The committee asked whether the mill was shut.", "asked:demand shut:end"),
    ("A letter seen by Alba, asks whether the mill was shut.", "asks:demand shut:end"),
    ("Max Lund was accused of theft.", "accused:accuse theft:steal"),
]
#: Words by which others tell something else.
# courts and the police, couples, letters, motions, homes, schools
BY_CLAUSE += [
    ("Giving evidence in May, Jane Roe wept.", "Giving:try wept:other"),
    ("Jane Roe was found guilty of arson in May.", "found:convict"),
    ("The jury convicted Max Lund in May.", "convicted:convict"),
    ("The verdict in Lyon surprised Jane Roe.", "verdict:convict surprised:other"),
    ("Max Lund was stopped at the airport in May.", "stopped:detain"),
    ("Police stopped Max Lund in May.", "stopped:detain"),
    ("The rain stopped the match in May.", "stopped:end match:compete"),
    ("Jane Roe divorced Max Lund in May.", "divorced:divorce"),
    ("The two rockets separated in May.", ""),
    ("The lorry reached Lyon in May.", "reached:move"),
    ("The owners will vote on the plan in May.", "vote:decide"),
    ("The owners will vote on Monday.", "vote:elect"),
    ("Jane Roe settled in Lyon in May.", "settled:move"),
    ("Volvo settled with Jane Roe in May.", "settled:agree"),
    ("Jane Roe left school in May.", "left:study"),
    ("Jane Roe entered parliament in May.", "entered:elect"),
    ("Jane Roe gave no hint of it in May.", "gave:other"),
    ("Max Lund gave a sample in May.", "gave:test"),
    ("Max Lund was arrested but was then released.", "arrested:detain released:free"),
    ("Jane Roe wept at Max Lund's release in May.", "wept:other release:free"),
    ("Jane Roe wept at the release of the film in May.", "wept:other release:launch"),
    ("Her tutor, Max Lund, was cleared in May.", "cleared:free"),
    ("The club formed a choir in May.", ""),
    ("The Greens were formed by Jane Roe in May.", "formed:found"),
    ("Rebels took up arms in May.", "arms:attack"),
    ("Rebels overran Kyiv in May.", "overran:seize"),
    ("The court struck out the clause in May.", "struck:reject"),
    ("Jane Roe left Paris without a word in May.", "left:move"),
    ("The funeral of Jane Roe was held in May.", "funeral:bury"),
    ("Jane Roe was buried in Lyon in May.", "buried:bury"),
    ("Volvo put its name to the treaty in May.", "treaty:agree"),
    ("Jane Roe won the time trial in May.", "won:compete trial:compete"),
    ("The hearing at Leeds Crown Court was long. The senate sat.", "hearing:try"),
    ("She asked whether the bank would pay.", "asked:demand"),
    ("The league called on Max Lund to pay, a demand that Volvo called absurd.", "called:demand demand:demand"),
    ("Jane Roe was declared the winner in May.", "declared:elect"),
    ("Jane Roe declared a truce in May.", "declared:announce truce:agree"),
    ("Jane Roe withdrew from the race in May.", "withdrew:end race:compete"),
    ("Rebels overran a garrison in May.", "overran:seize"),
    ("Volvo saved millions of euros in May.", "saved:other"),
    ("Divers saved two in May.", "saved:aid"),
    ("The Greens hold a rally in Lyon.", "rally:protest"),
    ("Jane Roe discovered a comet.", "discovered:discover"),
    ("Born in Lyon, Jane Roe was the third of six children.", "Born:birth"),
    ("The investors of Volvo will vote for the plan.", "vote:support"),
    ("Jane Roe won a scholarship in May.", "won:grant"),
    ("The marriage of Jane Roe was told of.", "marriage:marry"),
    ("A panel chaired by Jane Roe met in May.", "met:meet"),
    ("A panel chaired by Jane Roe in May met.", "chaired:other met:meet"),
    ("The bill, which was defeated in May, angered Jane Roe.", "defeated:reject angered:other"),
    ("The army, which was defeated in May, left Paris.", "defeated:attack left:move"),
]
BY_NEIGHBOUR = [
    ("Max Lund was released from custody.", "released:free"),
    ("The third was released after questioning.", "released:free"),
    ("The agency withdrew its objection.", "withdrew:end"),
    ("The ministry renewed the licence of the mine.", ""),
    ("The ministry renewed its support for the mine.", "renewed:support"),
    ("Volvo received a subpoena.", "received:contact"),
    ("The suit names Jane Roe as a defendant.", "suit:sue names:sue"),
    ("The firm met its target in May.", ""),
    ("Jane Roe met her rival in May.", "met:meet"),
    ("A vote set off a crisis in Chad.", "vote:elect set:start"),
    ("Jane Roe set off for Lima in May.", "set:move"),
    ("Jane Roe reached the final.", "reached:compete"),
    ("Max Lund was hitting with a junior in May.", ""),
    ("The bullet hit a guard.", "hit:attack"),
    ("The guard was hit.", "hit:attack"),
    ("The contract was terminated in May.", "terminated:end"),
    ("Norway sent a shipment of blankets to Chad.", "sent:aid"),
    ("Norway sent tents to Chad.", "sent:aid"),
    ("Norway received a letter from Chad.", "received:contact"),
    ("Norway received a grant from Chad.", "received:grant grant:grant"),
    ("Norway gave the bank an answer.", "gave:other"),
    ("Norway gave Chad a helicopter.", "gave:grant"),
    ("Jane Roe posted a parcel to Chad.", "posted:other"),
    ("Jane Roe posted a video.", "posted:publish"),
    ("Jane Roe unveiled a statue.", "unveiled:other"),
    ("Volvo unveiled a lorry.", "unveiled:launch"),
    ("The ministry released figures in May.", "released:publish"),
    ("The ministry released a hostage in May.", "released:free"),
    ("The transfer was ordered by Jane Roe.", "transfer:move ordered:decide"),
    ("Norway ordered six frigates.", "ordered:buy"),
    ("Alba won a contract from Corin.", "won:agree"),
    ("Alba won the cup.", "won:compete"),
    ("Max Lund left his post in May.", "left:resign"),
    ("Max Lund left his village in May.", "left:move"),
    ("The probe hit the moon in May.", "hit:disaster"),
    ("The shell hit the school in May.", "hit:attack"),
    ("The letter got her dismissed from the museum.", "dismissed:dismiss"),
    ("The letter got the claim dismissed by the museum.", "dismissed:reject"),
    ("Jane Roe lodged a claim against Alba in May.", "lodged:sue"),
    ("Jane Roe lodged a claim with her insurer in May.", "lodged:other"),
    # by what the story is about
    ("A boiler exploded in Lund. The blast was heard in Malmo.", "exploded:disaster blast:disaster"),
    ("A bomb exploded in Lund. The blast was heard in Malmo.", "exploded:attack blast:attack"),
    ("The vaccine made patients ill. The trial was halted.", "trial:test halted:end"),
    ("The drug made patients ill. The jury wept. The trial was halted.", "trial:try halted:end"),
    ("The trial was halted.", "trial:try halted:end"),
    ("A committee of the senate sat in May. The hearing was long.", "hearing:investigate"),
    ("A committee of the senate sat in May. The hearing in court was long.", "hearing:try"),
    ("Norway sent an envoy to Chad.", "sent:grant"),
    ("The rule was written into law in 2004.", "written:change"),
    ("Otto Weber, who had called the lack of a lifeboat shameful, met the owner.", "called:condemn met:meet"),
    ("Otto Weber called the author of the illegal report.", ""),
]
BY_NEIGHBOUR += [
    ("The court threw out the lawsuit of Jane Roe.", "threw:reject lawsuit:sue"),
    ("Jane Roe threw out the chairs.", "threw:other"),
    ("Volvo appealed against the verdict.", "appealed:sue verdict:convict"),
    ("Volvo appealed for calm.", "appealed:demand"),
    ("Volvo made an appeal against the sentence.", "appeal:sue"),
    ("Nurses fought the blaze in Lund.", "fought:aid blaze:disaster"),
    ("Rebels fought the army in Lund.", "fought:attack"),
]
#: What a verb tells with its particle, and what by the sense that its object gives it.
BY_SENSE = [
    ("Chad was hit by an outbreak of measles in 2004.", "hit:disaster outbreak:disaster"),
    ("Chad was hit by a missile in 2004.", "hit:attack"),
    ("A storm killed six people in Lyon.", "storm:disaster killed:die"),
    ("A bomb killed six people in Lyon.", "killed:attack"),
    ("Artillery fire destroyed a mill in Lyon.", "fire:attack destroyed:attack"),
    ("A fire destroyed a mill in Lyon.", "fire:disaster destroyed:disaster"),
    ("Volvo gave up in May.", "gave:end"),
    ("Volvo gave up its bid for Scania in May.", "gave:end bid:announce"),
    ("Volvo gave Scania a lorry in May.", "gave:grant"),
    ("Volvo gave its word in May.", "gave:promise"),
    ("Max Lund was sent to prison for six years.", "prison:detain"),
    ("Max Lund was sent to Lima for six years.", "sent:move"),
    ("Guards put Max Lund behind bars in 2004.", "bars:detain"),
    ("Max Lund was given a suspended sentence.", "given:detain"),
    ("Max Lund was given a silver spoon.", "given:grant"),
    ("A crane fell in Lund in May.", "fell:disaster"),
    ("A bus plunged into a ravine near Lima.", "plunged:disaster"),
    ("Prices plunged in May.", "plunged:change"),
    ("Jane Roe fell ill in May.", "fell:other"),
    ("Jane Roe cut the budget in May.", "cut:change"),
    ("Shares in Volvo closed lower on Monday.", "closed:change"),
    ("The mill in Lund closed on Monday.", "closed:end"),
    ("Volvo struck a deal with Scania.", "struck:agree deal:agree"),
    ("Jane Roe struck a softer tone on Monday.", "struck:other"),
    ("Jane Roe struck a guard on Monday.", "struck:attack"),
    ("Toyota took over the Lund line in 2004.", "took:buy"),
    ("Jane Roe took over in 2004.", "took:appoint"),
    ("Max Lund was called a fool for it in May.", ""),
    ("Jane Roe called for calm in May.", "called:demand"),
    ("The law enters into force in May.", "force:start"),
    ("The army entered the town of Lima in May.", "entered:move"),
    ("Miners in Chile returned to work on Monday.", "work:start"),
    ("Miners in Chile returned to Lima on Monday.", "returned:move"),
    ("Firemen pulled Jane Roe out of a well on Monday.", "pulled:aid"),
    ("Chad pulled out of the treaty on Monday.", "pulled:move treaty:agree"),
    ("Jane Roe left out a line in May.", "left:other"),
    ("The storm left six people dead.", "storm:disaster"),
    ("Jane Roe left the town in May.", "left:move"),
    ("Jane Roe appealed in May.", "appealed:sue"),
    ("Jane Roe appealed to the public in May.", "appealed:demand"),
    ("Jane Roe walked out of the theatre in May.", "walked:protest"),
    ("The airline started work in 2004.", "started:start"),
    ("The Greens won the election in May.", "won:elect election:elect"),
    ("The Greens won the match in May.", "won:compete match:compete"),
    ("Volvo lost the case in May.", "lost:sue"),
    ("Alba handed in its findings in May.", "handed:publish"),
    ("Chad sent Volvo a list of objections in May.", "sent:contact"),
    ("Jane Roe ordered a coffee in May.", "ordered:other"),
    ("Jane Roe ordered a retreat in May.", "ordered:decide retreat:move"),
    ("Toyota lands Honda after a year.", "lands:buy"),
    ("Toyota landed in Lima in May.", "landed:move"),
    ("The court handed down a sentence in May.", "handed:decide"),
    ("An avalanche hit a village in Chad in May.", "avalanche:disaster hit:disaster"),
    ("A wagon plunged into a gorge near Lima in May.", "plunged:disaster"),
    ("Volvo boss fired after row", "fired:dismiss"),
    ("The head of Volvo was dismissed in May.", "dismissed:dismiss"),
    ("Volvo gave Jane Roe the job in May.", "gave:appoint"),
    ("Toyota named the car after a river.", "named:other"),
    ("Police took two men into custody in May.", "custody:detain"),
    ("Alba withdrew its complaint in May.", "withdrew:end"),
    ("The application of Alba was withdrawn in May.", "withdrawn:end"),
    ("Alba withdrew its guards in May.", "withdrew:move"),
    ("Chad voted against her in May.", "voted:elect"),
    ("Alba suspended a cardiologist in May.", "suspended:sanction"),
    ("Alba suspended its flights in May.", "suspended:end"),
    ("Two sailors were reported missing in May.", ""),
    ("Alba reported a theft in May.", "reported:publish theft:steal"),
    ("The ship will sail in May, provided the crew agrees.", "sail:move agrees:agree"),
    ("Alba provided a ship in May.", "provided:grant"),
]
#: Nouns that the model takes for three words.
HYPHENED = [
    ("The cease-fire in Goma held.", "cease-fire:agree"),
    ("Nurses in Lund staged a sit-in on Monday.", "sit-in:protest"),
    ("The police in Goma chose to cease; fire raged.", "chose:decide cease:end fire:disaster"),
]


@pytest.fixture(scope="module")
def read(read_events):
    return read_events(
        [*BY_CLAUSE, *BY_NEIGHBOUR, *BY_SENSE, *HYPHENED, *VERBS, *NOUNS, *NAMED, *PHRASES, *BY_OBJECT, *NOT_EVENTS]
    )


@pytest.mark.parametrize(("text", "triggers"), VERBS)
def test_verbs(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), BY_OBJECT)
def test_verbs_by_their_object(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), BY_CLAUSE)
def test_verbs_by_their_clause(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), BY_NEIGHBOUR)
def test_verbs_by_the_words_beside_them(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), BY_SENSE)
def test_verbs_by_their_sense(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), HYPHENED)
def test_nouns_with_hyphens(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), NOUNS)
def test_nouns_and_light_verbs(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), NAMED)
def test_named_events(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), PHRASES)
def test_verbs_with_particles_and_nouns(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(("text", "triggers"), NOT_EVENTS)
def test_states_reporting_and_modifiers_are_no_events(read, text, triggers):
    assert read[text].triggers() == triggers


@pytest.mark.parametrize(
    ("text", "beside"), [("NATO held talks.", "held"), ("Kodak stopped selling film.", "selling"), ("NATO met.", "")]
)
def test_verbs_beside_their_event(read_events, text, beside):
    assert read_events([(text,)])[text].likely() == beside


def test_offsets_are_those_of_the_text(read):
    for text, view in read.items():
        for event in view.events:
            assert text[event.span.start : event.span.end] == event.text
