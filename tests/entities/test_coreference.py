"""Which mentions mean the same: rows tell what the last mention of some words points back to ("" is nothing)."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


NAMES = [
    ("General Motors cut jobs. GM will close plants.", "GM", "General Motors"),
    ("AIG cut jobs. American International Group fell.", "American International Group", "AIG"),
    ("General Mills met General Motors. GM fell.", "GM", ""),
    ("General Motors Corp. owns GMC.", "GMC", ""),
    ("Vietnam is large. Vietnam Airlines cut jobs.", "Vietnam Airlines", ""),
    ("Lehman fell. Lehman Brothers is a bank.", "Lehman Brothers", "Lehman"),
    ("Siemens Energy fell. Siemens AG rose.", "Siemens AG", ""),
    ("Nordhavn Shipping AB fell. Nordhavn Energy AB rose.", "Nordhavn Energy AB", ""),
    ("Kim Jong Un smiled. Kim waved.", "Kim", "Kim Jong Un"),
    ("President Xi Jinping smiled. Xi waved.", "Xi", "Xi Jinping"),
    ("NATO met in Riga. On Friday NATO met again.", "NATO", "NATO"),
    ("Ukraine applied. Russia objected. UKRAINE insisted.", "UKRAINE", "Ukraine"),
    (
        "The International Atomic Energy Agency (IAEA) sent a team. The IAEA found nothing.",
        "IAEA",
        "International Atomic Energy Agency",
    ),
    ("Her Coastal Alliance party (CA) won. In May the CA lost.", "CA", "Coastal Alliance party"),
    ("The Prime Minister (PM) left. BP has a new PM.", "BP", ""),
    (
        "The Global Seed Bank Alliance (GSBA) was founded in Oslo. Norway funds the GSBA.",
        "GSBA",
        "Global Seed Bank Alliance",
    ),
    ("Jens Stoltenberg spoke in Oslo. Stoltenberg promised help.", "Stoltenberg", "Jens Stoltenberg"),
    ("Olaf Scholz flew to Paris. Later Mr. Scholz met reporters.", "Scholz", "Olaf Scholz"),
    (
        "Nordhavn Shipping AB opened an office in Oslo. Later Nordhavn hired ten people.",
        "Nordhavn",
        "Nordhavn Shipping AB",
    ),
    ("Apple Inc. sued Samsung. Apple won.", "Apple", "Apple Inc."),
    ("The European Union fined the firm. The EU has done so before.", "EU", "European Union"),
    ("Kiev fell in 1941. Kyiv was freed in 1943.", "Kyiv", "Kiev"),
    ("France voted. French ministers were pleased.", "French", "France"),
    ("Toyota Motor raised its forecast. Toyota sold more cars.", "Toyota", "Toyota Motor"),
    ("Ada King Lovelace wrote letters. Ada Lovelace never married.", "Ada Lovelace", "Ada King Lovelace"),
    ("Valeska Paris was born in Bern. Paris left home at six.", "Paris", "Valeska Paris"),
    ("Jared Roe moved to Texas. Jared plays the flute.", "Jared", "Jared Roe"),
    ("Merkel resigns. Angela Merkel left Berlin.", "Angela Merkel", "Merkel"),
    (
        "Erik Holm resigned as head of it. Anna Holm, his sister, succeeded him. Holm said that she would go on.",
        "Holm",
        "Anna Holm",
    ),
    ("Erik Holm founded it. Holm sold it. His son Lars Holm had left. Holm died.", "Holm", "Erik Holm"),
    ("Erik Holm met Anna Holm in Oslo. Mrs. Holm was late.", "Holm", "Anna Holm"),
    # one surname, two who bear it: the title, who was called so, who was named last, whose story it is
    (
        "Samuel Holm has ruled since May. Rebels shot at his sister-in-law, Grace Holm. In Oslo Mr. Holm was calm.",
        "Holm",
        "Samuel Holm",
    ),
    ("Grace Holm sang. Samuel Holm danced. Rain fell. It snowed. Snow fell. Ms. Holm left.", "Holm", "Grace Holm"),
    (
        "Mr. Holm said he would stay. Erik Holm chairs the union. He is ill. Max Holm, a nephew of his, was charged. "
        "He denies it. Rain fell. Snow fell. On Monday Mr. Holm met the mayor.",
        "Holm",
        "Holm",
    ),
    ("The baker Erik Holm spoke. The banker Max Holm sang. Rain fell. It snowed. Snow fell. Holm left.", "Holm", ""),
    (
        "The baker Erik Holm sang. His cousin, Max Holm, sued him. Rain fell. It snowed. Snow fell. Mrs. Holm left.",
        "Holm",
        "",
    ),
    ("Kevin De Bruyn plays in Ghent. De Bruyn has signed a contract.", "De Bruyn", "Kevin De Bruyn"),
    ("The manager, Louis van Gaal, was angry. Van Gaal left on Monday.", "Van Gaal", "Louis van Gaal"),
    (
        "Kristin Wells spoke in Oslo. Kristen Wells is a potter. Kristen Wells sang. Rain fell. It snowed. Snow "
        "fell. Wells left.",
        "Wells",
        "Kristen Wells",
    ),
    # apart
    ("Erik Holm sold the farm. Mrs. Holm was angry.", "Holm", ""),
    ("Louis van Gaal met Anna van Gaal in Ghent. Van Gaal left on Monday.", "Van Gaal", ""),
    ("Merkel resigns. Angela Merkel left Berlin. Ulrich Merkel stayed.", "Ulrich Merkel", ""),
    ("Jared Roe met Jared Poe. Jared plays the flute.", "Jared", ""),
    ("General Motors cut jobs. General Electric did not.", "General Electric", ""),
    ("The Ford Foundation gave money. Ford sold cars.", "Ford", ""),
    ("George Walker Bush met George Herbert Bush.", "George Herbert Bush", ""),
    ("Ivan Petrov met Olga Petrova. Ivan Petrov and Boris Petrov left. Petrov smiled.", "Petrov", ""),
    ("George Bush spoke to Barbara Bush. Bush laughed.", "Bush", ""),
    ("A fire broke out in Lund. Henrik Lund saw it.", "Henrik Lund", ""),
    ("France won. Germany lost.", "Germany", ""),
    ("Deutsche Bank cut jobs. Commerzbank did not.", "Commerzbank", ""),
    ("The Bank of England raised rates. The Bank of Japan waited.", "Bank of Japan", ""),
    ("Angela Merkel met Vladimir Putin.", "Vladimir Putin", ""),
    ("South Korea protested. North Korea denied it.", "North Korea", ""),
    ("The United Nations (UN) met. The World Bank did too.", "World Bank", ""),
    ("Washington Irving was a writer. He lived near Washington.", "Washington", ""),
    ("Air France cut flights. France regretted that.", "France", ""),
]

DESCRIPTIONS = [
    ("The U.S. Food and Drug Administration met. The FDA was split.", "FDA", "U.S. Food and Drug Administration"),
    ("Latvian skater Didzis Kalns came second. Officials banned the Latvian.", "the Latvian", "Didzis Kalns"),
    ("Anna Lund, a Dane, won. The Dane smiled.", "The Dane", "Anna Lund"),
    ("Anna Lund of Leeds met Eva Holm in Oslo. The Dane smiled.", "The Dane", ""),
    ("Anna Lund met Eva Holm in Oslo. The Finn who won in 2015 smiled.", "The Finn", ""),
    ("Estonian skater Rein Saar fell. The Latvian won.", "The Latvian", ""),
    ("Latvian skater Didzis Kalns fell. A Latvian was held.", "A Latvian", ""),
    ("NATO met in Riga. The alliance issued a statement.", "The alliance", "NATO"),
    ("NATO and the European Union met in Brussels. The alliance was divided.", "The alliance", "NATO"),
    ("NATO and the European Union met in Brussels. The bloc was divided.", "The bloc", "European Union"),
    ("Toyota recalled cars. The company apologised.", "The company", "Toyota"),
    ("Apple sued Samsung in 2011. The company won.", "The company", "Samsung"),
    ("A row broke out between Apple and Samsung. The company won.", "The company", ""),
    ("A row broke out at Samsung. The company won.", "The company", "Samsung"),
    ("The British firm Volvo met Toyota. The Leeds-based company won.", "The Leeds-based company", "Volvo"),
    (
        "Toyota fell. Toyota met Samsung. Volvo, which owns half of Samsung, said that the company was too small.",
        "the company",
        "Samsung",
    ),
    ("Toyota fell. Samsung bought a ship. Volvo said that the company was too small.", "the company", "Volvo"),
    ("A row between Apple and Samsung began after the company lost money.", "the company", ""),
    ("Bucharest is calm. The summit begins in the Romanian capital today.", "the Romanian capital", "Bucharest"),
    ("Ministers met in Lyon. The city was calm.", "The city", "Lyon"),
    ("Moldova applied in 2022. The country is small.", "The country", "Moldova"),
    ("The International Monetary Fund lent money. The fund wants reforms.", "The fund", "International Monetary Fund"),
    (
        "NATO Secretary General Jens Stoltenberg arrived. The secretary general spoke.",
        "The secretary general",
        "Jens Stoltenberg",
    ),
    ("Jane Roe, the vice-president, met Ann Lee. The president smiled.", "The president", ""),
    ("The vice president, Jane Roe, met Ann Lee. The vice president smiled.", "The vice president", "Jane Roe"),
    ("President Emmanuel Macron met Olaf Scholz. The president smiled.", "The president", "Emmanuel Macron"),
    ("Chancellor Olaf Scholz met President Emmanuel Macron. The chancellor left.", "The chancellor", "Olaf Scholz"),
    ("Kuleba met Prime Minister Jane Roe. The prime minister agreed.", "The prime minister", "Jane Roe"),
    ("Toyota opened a plant. The Japan-based company is old.", "The Japan-based company", "Toyota"),
    ("The cruise ship Freewinds sank. Divers reached the ship.", "the ship", "Freewinds"),
    ("The High Court ruled. Critics said that the court was slow.", "the court", "High Court"),
    ("President Ann Lee sang for Tom Poe. The Danish president smiled.", "The Danish president", ""),
    ("Danish President Ann Lee sang for Tom Poe. The Danish president smiled.", "The Danish president", "Ann Lee"),
    ("President Ann Lee sang. The Danish president smiled.", "The Danish president", "Ann Lee"),
    ("Gdynia is a port in Poland. Few ships reach the port.", "the port", "Gdynia"),
    ("Austria protested. A mill run by Austria's Halden Rail fell. The Austrians left.", "Austrians", ""),
    ("A mill run by Austria's Halden Rail fell. The Belgians protested.", "Belgians", ""),
    ("Norway's parliament met. Ann Lee said parliament would vote.", "parliament", "Norway"),
    ("Norway's parliament met. In Finland, Ann Lee said parliament would vote.", "parliament", ""),
    ("A woman from Oslo was jailed on Friday.\n\nJane Roe, 44, denied theft.", "A woman", "Jane Roe"),
    # nothing to point to, or something else
    ("Toyota opened a plant. The ship sank.", "The ship", ""),
    ("The cruise ship Freewinds sank. The captain of the ship of a rival laughed.", "the ship", ""),
    ("The High Court ruled. The lower court had been slow.", "The lower court", ""),
    ("Apple unveiled the iPhone 4. The glass maker expects growth in Oslo.", "Oslo", ""),
    ("The Supreme Court of Norway met. The tribunal waited.", "The tribunal", ""),
    ("Toyota recalled cars. The city was calm.", "The city", ""),
    ("The alliance was founded long ago.", "The alliance", ""),
    ("A woman from Oslo won on Friday.\n\nJane Roe, the mayor, congratulated her.", "Jane Roe", ""),
    ("A letter was found on Friday.\n\nMax Lund, 51, congratulated her.", "Max Lund", ""),
    gap(
        "a city that the model takes for an organisation becomes the company",
        "Lyon is old. The company grew.",
        "The company",
        "",
    ),
    ("NATO met. The alliance of farmers protested.", "The alliance", ""),
    ("Toyota lost money. A company in Lyon gained.", "Lyon", ""),
    ("Jane Roe sang. The minister left.", "The minister", ""),
    ("France won. The region celebrated.", "The region", ""),
    ("Berlin was calm. The Romanian capital was not.", "The Romanian capital", ""),
    ("The European Union met. The alliance did not.", "The alliance", ""),
    # what is named right beside it is meant
    ("Volvo grew. The Korean company Sunhae might join it.", "The Korean company", "Sunhae"),
    ("Toyota met the mayor, Jane Roe.", "the mayor", "Jane Roe"),
    ("Oslo was calm. Fighting went on in the Ukrainian capital, Kyiv.", "the Ukrainian capital", "Kyiv"),
    # the nation that is told
    (
        "The Dutch retailer Havik sued its Swedish supplier Elvor. The Swedish company grew.",
        "The Swedish company",
        "Elvor",
    ),
    ("The Dutch retailer Havik sued Elvor. The Swedish company denied it.", "The Swedish company", "Elvor"),
    ("French President Ann Lee met Tom Poe. The American president smiled.", "The American president", ""),
    ("French President Ann Lee met Tom Poe. The French president smiled.", "The French president", "Ann Lee"),
    # somebody else's, and bodies that are no companies
    ("Volvo sued its supplier.", "its supplier", ""),
    ("Jane Roe left Norway. She praised his country.", "his country", ""),
    ("The Food Safety Authority fined Volvo. The company paid.", "The company", "Volvo"),
    ("The Food Safety Authority warned. The company paid.", "The company", ""),
    ("The Food Safety Authority (FSA) warned. The FSA got a letter. The company paid.", "The company", ""),
    # who acts does it to another
    ("Halden grew. Orvane Robotics said it was not in talks to buy the company.", "the company", ""),
    ("Orvane Motors sold the company.", "the company", ""),
    ("Orvane Motors said the regulator had fined the company.", "the company", "Orvane Motors"),
    ("Halden Motors sued Orvane Motors. The firm paid.", "The firm", "Orvane Motors"),
    ("Fighting went on in Oslo. They drove to the capital in Kabul.", "the capital", ""),
    ("Party leader Ann Lee lost. Tom Poe said he would resign as party leader.", "party leader", ""),
    # areas
    ("Italy took Sicily. The treaty gave Italy the island.", "the island", "Sicily"),
    ("Sicily is warm. Jane Roe lives in Palermo. The island was calm.", "The island", "Sicily"),
    ("Jane Roe lives in Palermo. The island was calm.", "The island", ""),
    ("Jane Roe lives in Italy. The peninsula was calm.", "The peninsula", ""),
]

#: A text of which every sentence tells of one man.
LIFE = (
    "Max Lund was born in Oslo. He went to school in Bergen. In 1960 he moved to Leeds. He wrote three books. He sang. "
    "In 1970 he was elected. He was ill for a year. He wrote a play. He sold his house. "
)

PRONOUNS = [
    ("Otto Weber spoke. Max Lund's road was long. In 2018 he left for Oslo.", "he", "Max Lund"),
    gap(
        "somebody's driver is not known to be he",
        "Otto Weber spoke. Max Lund's driver was ill. In 2018 he left for Oslo.",
        "he",
        "",
    ),
    ("Judith Lund left. A nurse, Nicola Roe, called the police. She had come from Oslo.", "She", "Nicola Roe"),
    ("Judith Lund left. The case began when a nurse, Nicola Roe, called. She had been ill.", "She", "Nicola Roe"),
    ("NATO met in Riga. It issued a statement.", "It", "NATO"),
    ("Jane Roe resigned. She will leave in May.", "She", "Jane Roe"),
    ("The MV Santa Lucia II met a tanker. It capsized in May.", "It", ""),
    ("The MV Santa Lucia II sank. Jane Roe swam. She capsized in 2001, too.", "She", "Jane Roe"),
    ("Boris Johnson called Emmanuel Macron. He was angry.", "He", "Boris Johnson"),
    ("Volvo sold its factory.", "its", "Volvo"),
    ("Jane Roe blamed her party.", "her", "Jane Roe"),
    ("Olaf Scholz arrived. Reporters surrounded him.", "him", "Olaf Scholz"),
    ("Toyota apologised. Customers sued it all the same.", "it", "Toyota"),
    gap("the model takes 'forgave' for its own lemma", "Toyota apologised. Customers forgave it.", "it", "Toyota"),
    ("Russia attacked Ukraine after its annexation of Crimea.", "its", "Russia"),
    ("Apple have released a phone. In May they announced another.", "they", "Apple"),
    ("Jane Roe met Ann Lee. Ann Lee thanked her.", "her", "Jane Roe"),
    ("Mrs. Lee met Mr. Roe. She smiled.", "She", "Lee"),
    ("Mr. Roe met Mrs. Lee. She smiled.", "She", "Lee"),
    ("Toyota sued Honda and will keep its name.", "its", "Toyota"),
    ("Ann Lee was born in Oslo. She grew up there. At six she moved. In May she died.", "she", "Ann Lee"),
    ("“We will appeal,” said Toyota.", "We", "Toyota"),
    ("Jane Roe said: “I will resign.”", "I", "Jane Roe"),
    ("“Nobody asked me,” Ann Lee told reporters in Oslo.", "me", "Ann Lee"),
    ('Tim Cook said: "We love Norway. It has been painful for us."', "us", "Tim Cook"),
    ("Toyota opened a plant in Leeds. In May it hired ten people.", "it", "Toyota"),
    ("Norway is rich. It sold its gold.", "It", "Norway"),
    ("Toyota spent 4 million euros on a mill. It opened a shop in May.", "It", "Toyota"),
    ("Toyota said that Volvo had lost money. It hired ten people.", "It", "Toyota"),
    ("Toyota asked whether Volvo had lost money. Rain fell. Volvo said no. It hired ten people.", "It", "Volvo"),
    ("Tom Poe met Ann Lee. She thanked him.", "She", "Ann Lee"),
    ("Tom Poe called Ann Lee after she lost her job.", "she", "Ann Lee"),
    ("Leeds is old. It lies in Yorkshire.", "It", "Leeds"),
    ("Toyota praised a law in May. It takes effect in June.", "It", ""),
    ("Toyota praised a law in May. It came into force in June.", "It", ""),
    ("Toyota praised a law in May. It went into a store in June.", "It", "Toyota"),
    ("Toyota wants a merger. It was announced in June.", "It", ""),
    ("Toyota wants a merger. It was fined in June.", "It", "Toyota"),
    ("Toyota will stay even if rules change. They will get a permit in May.", "They", ""),
    ("Toyota will pay more. They will get a permit in May.", "They", "Toyota"),
    ("Leeds is calm. It announced a profit.", "It", ""),
    ("Leeds is calm. In May it hired ten people.", "it", ""),
    ("Thomas Poe resigned. She was angry.", "She", ""),
    ("Elizabeth Lee resigned. He was angry.", "He", ""),
    ("Inês Prado resigned. He was angry.", "He", ""),
    ("Kwabena Oru resigned. She was angry.", "She", ""),
    ("Tran Thi Lan resigned. He was angry.", "He", ""),
    # ships are "she" too
    ("Ann Lee bought a yacht. In May she lost her crew.", "her", "Ann Lee"),
    ("Ann Lee lost her ship in the storm.", "her", "Ann Lee"),
    ("Ann Lee wept. The ferry had left with her sister.", "her", "Ann Lee"),
    ("Roe resigns. Sigrid Roe met Gonçalo Prado in Oslo. Prado thanked Roe. He was pleased.", "He", "Gonçalo Prado"),
    # not a thing, not a person, the speaker, the subject of the same verb, or too far
    ("Jane Roe said: “He is wrong.”", "He", ""),
    ("“She is wrong,” said Jane Roe.", "She", ""),
    ("Toyota recalled it.", "it", ""),
    ("Toyota wants to support it.", "it", ""),
    ("Jane Roe called on her.", "her", ""),
    ("It is clear that Toyota grew.", "It", ""),
    ("Toyota grew, but customers left. They were angry.", "They", ""),
    ("Someone shouted: “We will win!”", "We", ""),
    ("Mr. Roe left Oslo. She stayed.", "She", ""),
    ("Jane Roe resigned. It rained.", "It", ""),
    ("Her lawyer, Ida Holm, spoke. Chad's finance minister, Max Lund, said it was late. He left.", "He", "Max Lund"),
    ("NATO met. She left.", "She", ""),
    ("Toyota grew. He laughed.", "He", ""),
    ("It snowed in Oslo.", "It", ""),
    ("Toyota grew. Prices rose. Wages fell. Rain came. Snow fell. It was cold.", "It", ""),
    ("He left. Jane Roe stayed.", "He", ""),
    ("They left before NATO met.", "They", ""),
    ("She said that Paris was nice.", "She", ""),
    # a common noun is as likely to be meant, or an event
    ("Toyota grew. The deal was signed in May. It pleased investors.", "It", ""),
    ("Toyota grew because the deal kept its promise.", "its", ""),
    ("Armenia fought Georgia. It ended in May.", "It", ""),
    ("Toyota won. Jane Roe called it a triumph.", "it", ""),
    ("The Senate saved the probe. Toyota wanted to cancel it.", "it", ""),
    ("Norway closed the border. Turkey was ready to reopen it.", "it", ""),
    ("Jane Roe said her brother had lost his job.", "his", ""),
    ("Olaf Scholz left after the driver lost his way.", "his", ""),
    ("NATO met. The ministers left after they had agreed.", "they", ""),
    ("Toyota asked a judge to stop it. The court refused. It said the strike was lawful.", "It", ""),
    ("Norway, which has paid for it, grew.", "it", ""),
    ("Toyota and Honda said they would grow.", "they", ""),
    ("Tom Poe lost. In May his own son had him shot.", "him", "Tom Poe"),
    # one who was called so in the same sentence
    ("Ann Lee studied law. Her professor, Pat Poe, praised her for her wit.", "her", "Ann Lee"),
    ("Tom Poe studied law. His father Max Lund said he was glad.", "he", "Max Lund"),
    # somebody without a name was told of since
    ("Max Lund spoke in Oslo. A 40-year-old man from Leeds was held at the port. He was released.", "He", ""),
    ("Max Lund spoke in Oslo. A woman from Leeds was held at the port. He was released.", "He", "Max Lund"),
    ("Max Lund chairs the club. Police stopped a driver on the bridge. He was fined.", "He", ""),
    ("Max Lund spoke. The driver was fined. He has appealed.", "He", ""),
    ("Jane Roe runs the school. A teacher was dismissed in May. She has appealed.", "She", ""),
    ("Max Lund sang in Leeds. Anna Holm said her husband was ill. He died in May.", "He", ""),
    ("A man who had stabbed Max Lund was jailed. He was freed in May.", "He", ""),
    ("Max Lund spoke. A guard stopped him. He was angry.", "He", "Max Lund"),
    ("Max Lund hired a driver. He resigned in May.", "He", "Max Lund"),
    ("Max Lund worked as a driver. He resigned in May.", "He", "Max Lund"),
    ("Max Lund was a teacher. He resigned in May.", "He", "Max Lund"),
    ("A former engineer, Max Lund, spoke. He resigned in May.", "He", "Max Lund"),
    ("Max Lund was stabbed by a student. He died in May.", "He", "Max Lund"),
    ("Max Lund spoke. The minister left. He was angry.", "He", "Max Lund"),
    ("Ann Lee wrote to Max Lund. His secretary answered. She was angry.", "She", "Ann Lee"),
    ("Ann Lee spoke. A letter to a teacher was lost. She was angry.", "She", "Ann Lee"),
    # somebody else has begun to act since
    ("Max Lund wants ten of his men freed; the chief of staff said he would not agree.", "he", ""),
    ("Max Lund wants ten of his men freed, and on Monday he wrote to the court.", "he", "Max Lund"),
    ("Max Lund sang. A labourer broke his leg.", "his", ""),
    ("Max Lund sang. The foreman's barrister said his client was ill.", "his", ""),
    ("Max Lund sang. A storm broke his window.", "his", "Max Lund"),
    # what is said ahead of the one who acts, and of whom several are told
    ("Ann Lee sang. Four years later, now a member of the Reform party, she was elected.", "she", "Ann Lee"),
    ("Ann Lee sang. A former nurse, she was elected in May.", "she", "Ann Lee"),
    ("Max Lund was held. Lawyers for Tom Poe said he had been ill.", "he", "Tom Poe"),
    ("Max Lund was held. Tom Poe's friends said he had been ill.", "he", "Tom Poe"),
    ("Max Lund was held. The parents of Tom Poe wept. His mother was led out.", "His", "Tom Poe"),
    ("Max Lund was held. The books of Tom Poe sold well. He has appealed.", "He", "Max Lund"),
    ("Max Lund was held. Tom Poe's lawyer said he had been ill.", "he", ""),
    # the sentence goes on about whom the one before is about
    ("Max Lund had broken away after Tom Poe had fallen. He led at the line.", "He", "Max Lund"),
    ("Max Lund said that Tom Poe had fallen. He was led away.", "He", "Tom Poe"),
    ("After Max Lund had left, Tom Poe fell. He was led away.", "He", "Tom Poe"),
    # whose life a text tells
    (LIFE + "In 1990 Tom Poe wrote to apologise. He declined a seat in the senate.", "He", "Max Lund"),
    (LIFE + "Its leader, Tom Poe, gave him a post. Within a year he had left.", "he", "Max Lund"),
    (LIFE + "In 1990 Tom Poe said that the book was poor. He added that it was short.", "He", "Tom Poe"),
    (LIFE + "In 1990 Tom Poe left. Poe went to Rome. Poe was ill. He died in 1992.", "He", "Tom Poe"),
    ("Max Lund was born in Oslo. In 1990 Tom Poe wrote to apologise. He declined a seat.", "He", "Tom Poe"),
    # no person is meant who is none
    ("Max Lund closed St Mary's, the school in Leeds. In May he left.", "he", "Max Lund"),
    ("St Ann's was shut in May. Nurses were pleased by her bill.", "her", ""),
    # it may not
    ("Toyota grew. The deal was signed in May. It hired ten people.", "It", "Toyota"),
    ("Toyota grew. Norway sued it.", "it", "Toyota"),
    ("The court forced Toyota to lower its prices.", "its", "Toyota"),
    ("Ann Lee called Tom Poe to congratulate him.", "him", "Tom Poe"),
    ("The army fled after its commander, Colonel Poe, was shot by his men.", "his", "Poe"),
    # one of several and one who is told
    ("Owners told Toyota that it would be sued.", "it", "Toyota"),
    ("Owners told Toyota on Monday that it would be a partner, as they had told it in May.", "it", "Toyota"),
    ("Owners told Toyota that it was clear that they would sue.", "it", ""),
    ("Owners told Toyota that it had broken the law, as they had said.", "they", ""),
    ("Owners vowed to help Toyota, and they wrote that it will recover.", "it", "Toyota"),
    ("Owners vowed to help Toyota and Honda, and they wrote that it will recover.", "it", ""),
    # whose "his" and "he" are in one sentence, and who a "who" is
    (LIFE + "Roe dismissed him for lateness. His chance came in June.", "His", "Max Lund"),
    ("Max Lund left. His chance came in June when he sang in Leeds.", "he", "Max Lund"),
    ("Max Lund left. His father fell when he sang in Leeds.", "he", ""),
    ("Max Lund sang. Within a week his wish came true, and Tom Poe again led his troops.", "his", "Tom Poe"),
    ("“Max Lund lied and we told him,” said Tom Poe, a clerk, who sold his car.", "his", "Tom Poe"),
    ("Max Lund spoke to Tom Poe, who had said he would help.", "he", "Tom Poe"),
    ("Max Lund wrote of a clerk who had lost his job.", "his", ""),
    ("Max Lund spoke. Nobody was pleased. The party's leader, Anna Holm, demanded his resignation.", "his", "Max Lund"),
    ("Max Lund spoke. Nobody was pleased. The party's leader demanded his resignation.", "his", ""),
    ("Max Lund sang. A young clerk called by the police was hurt. He lost an eye.", "He", ""),
    (LIFE + "His brother Jan Lund taught in Bergen and asked Max to help. In May he moved.", "he", "Max Lund"),
    ("Tom Poe was hurt. “They held him for a year,” says Max Lund. “It changed me.” He left.", "He", "Max Lund"),
    ("Tom Poe was hurt. “They held him for a year,” says Anna Lund. “It changed me.” He left.", "He", "Tom Poe"),
]

GROUPS = [
    ("Ukraine and Georgia want to join. Both countries were invited.", "Both countries", "Georgia, Ukraine"),
    ("Leaders met in Spain. Ukraine and Georgia asked to join. Neither was invited.", "Neither", "Georgia, Ukraine"),
    ("Sweden and Finland applied. The two countries have waited long.", "The two countries", "Finland, Sweden"),
    ("Apple and Samsung settled. Both companies were relieved.", "Both companies", "Apple, Samsung"),
    ("Armenia attacked. Azerbaijan answered. Both countries claim the land.", "Both countries", "Armenia, Azerbaijan"),
    ("Sweden and Finland applied. The two countries waited. Neither joined.", "Neither", "Finland, Sweden"),
    ("NATO foreign ministers met.", "NATO foreign ministers", "NATO"),
    ("The EU lifted its ban. Ministers in Oslo were glad.", "Ministers", ""),
    ("Toyota lifted its ban. Foreign ministers were glad.", "Foreign ministers", ""),
    ("The EU lifted its ban. Police were glad.", "Police", ""),
    ("Russian troops entered Georgia.", "Russian troops", "Russian"),
    ("Leaders of Poland and Estonia spoke.", "Leaders", "Estonia, Poland"),
    ("Former officials from NATO spoke.", "Former officials", ""),
    ("Retired NATO officers founded a party.", "Retired NATO officers", ""),
    ("Officials from NATO spoke.", "Officials", "NATO"),
    ("NATO foreign ministers met in Oslo. The ministers discussed Ukraine.", "The ministers", "NATO"),
    ("The French and German governments agreed.", "The French and German governments", "French, German"),
    ("The kings of Spain and Norway met. Their countries signed a pact.", "Their countries", "Norway, Spain"),
    ("French ministers told Toyota that it had lied, as they had told it before.", "they", "French"),
    ("French ministers met in Riga on Monday. They agreed on a tax.", "They", "French"),
    (
        "Chad armed the rebels. Sudan protested. Chad denied it, and Sudan closed the road to Egypt. "
        "Both countries lost trade.",
        "Both countries",
        "Chad, Sudan",
    ),
    # many in one word
    ("The Russian army attacked Lund on Monday. They killed nine people.", "They", "Russian"),
    ("French police said they had shot a man in Ghent.", "they", "French"),
    ("The Swedish navy rescued nine sailors. They had left Bari in May.", "They", ""),
    ("French ministers arrested two students. They were freed on Friday.", "They", ""),
    ("The French factory burned. They killed nine people.", "They", ""),
    # two who are told of together
    ("Tom Poe sued Ann Lee in Oslo. They lost in May.", "They", ""),
    ("Tom Poe met Ann Lee and Max Lund in Oslo. They left in May.", "They", ""),
    ("Tom Poe and Ann Lee freed two hostages in Oslo. They left in May.", "They", ""),
    ("Tom Poe left Oslo. They married in May.", "They", ""),
    # no two to point to
    ("The rivers of Spain and Norway are cold. Their countries signed a pact.", "Their countries", ""),
    ("Norway is calm. In Lund, the opposition blamed the government.", "the government", ""),
    ("Norway is calm. In Oslo, the opposition blamed the local government.", "the local government", ""),
    ("In Oslo, the opposition blamed the government.", "the government", ""),
    ("The kings of Spain, Chad and Norway met. Their countries signed a pact.", "Their countries", ""),
    ("French ministers met in Riga. Farmers protested. They were angry.", "They", ""),
    ("Chad armed rebels. Sudan protested. Chad denied it to Egypt. Both countries lost trade.", "Both countries", ""),
    ("France won. Both countries celebrated.", "Both countries", ""),
    ("Both countries were invited.", "Both countries", ""),
    ("Apple and Samsung settled. Both countries celebrated.", "Both countries", ""),
    ("Neither was invited.", "Neither", ""),
    ("France, Spain and Italy met. Both companies waited.", "Both companies", ""),
    ("Ministers met in Oslo.", "Ministers", ""),
    ("Troops marched through the village.", "Troops", ""),
    ("Poland won. Police were calm.", "Police", ""),
]

#: Words that mean nobody who is named.
NOBODY = [
    ("Max Lund won. After he had sung, the cyclist thanked him.", "the cyclist"),
    ("It was the money Halden lost in May. The money came back.", "The money"),
    ("Halden left, and Orvane, whose money Halden's board declined, stayed. The money was lent.", "The money"),
    ("Jane Roe won. Hers is a quiet office, and hers had refused.", "hers"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*NAMES, *DESCRIPTIONS, *PRONOUNS, *GROUPS, *NOBODY])


@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_words_that_mean_nobody(read, text, word):
    assert read[text].last(word) is None


@pytest.mark.parametrize(("text", "mention", "antecedent"), NAMES)
def test_names(read, text, mention, antecedent):
    assert read[text].last(mention) is not None
    assert read[text].refers(mention) == antecedent


@pytest.mark.parametrize(("text", "mention", "antecedent"), DESCRIPTIONS)
def test_descriptions(read, text, mention, antecedent):
    assert read[text].last(mention) is not None
    assert read[text].refers(mention) == antecedent


@pytest.mark.parametrize(("text", "mention", "antecedent"), PRONOUNS)
def test_pronouns(read, text, mention, antecedent):
    assert read[text].last(mention) is not None
    assert read[text].refers(mention) == antecedent


@pytest.mark.parametrize(("text", "mention", "antecedents"), GROUPS)
def test_groups_and_representatives(read, text, mention, antecedents):
    assert read[text].last(mention) is not None
    assert read[text].refers(mention) == antecedents


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The police said they had shot a man in Ghent.", "The police"),
        ("Police in Lyon arrested two students. They were freed on Friday.", "They"),
        ("The mayor rejected the offer. They will strike in May, Jane Roe said.", "They"),
    ],
)
def test_many_without_a_name(read_entities, text, meant):
    view = read_entities([(text,)])[text]
    they = view.last("They") or view.last("they")
    assert next(one.text for one in view.mentions if one.id == they.chain) == meant


def test_we_and_i_outside_quotation_marks_are_no_mentions(read_entities):
    text = "We met Jane Roe in Oslo, and I asked her."
    assert [one.text for one in read_entities([(text,)])[text].mentions if one.form == "pronoun"] == ["her"]


def test_the_first_mention_heads_its_chain(read):
    for view in read.values():
        place = {one.id: at for at, one in enumerate(view.mentions)}
        for one in view.mentions:
            first = view.mentions[place[one.chain]]
            assert first.chain == first.id
            assert place[first.id] <= place[one.id]
