"""Names: labels, boundaries, what the model overlooks, one label for one name. Rows tell all names of a text."""

from datetime import date
from itertools import pairwise

import pytest

import graphbuilder as gb

LABELS = [
    ("A mine in Kellogg was flooded.", "Kellogg place"),
    ("The factory in Lund closed.", "Lund place"),
    ("The court in Clayton ruled against Volvo.", "Clayton place | Volvo organization"),
    ("Angela Merkel met Emmanuel Macron in Berlin.", "Angela Merkel person | Emmanuel Macron person | Berlin place"),
    ("NATO invited Finland and Sweden.", "NATO organization | Finland place | Sweden place"),
    ("Toyota opened a plant in Kentucky.", "Toyota organization | Kentucky place"),
    ("The European Union fined Google.", "European Union organization | Google organization"),
    ("Maren Tveitnes was born in Norway. Tveitnes retired.", "Maren Tveitnes person | Norway place | Tveitnes person"),
    ("Marie Curie won the prize.", "Marie Curie person"),
    ("The Danube floods every spring.", "Danube place"),
    ("The United Nations sent observers to Sudan.", "United Nations organization | Sudan place"),
    ("The Georgians protested in Tbilisi.", "Georgians group | Tbilisi place"),
    ("Georgian troops withdrew.", "Georgian place"),
    ("A Japanese carmaker bought the factory.", "Japanese place"),
    ("He was fined in March.", ""),
    ("It rained on Tuesday and the river rose.", ""),
    ("Two thirds of voters stayed at home in 2019.", ""),
    ("The talks cost 3 million euros.", ""),
    ("Thousands fled the fighting.", ""),
    ("The minister met the president.", ""),
    ("Scientists found a new virus.", ""),
    ("Prices rose by 4.5 percent last year.", ""),
    ("The company said it would appeal.", ""),
]

BOUNDARIES = [
    ("Atalanta drew with Real Madrid.", "Atalanta organization | Real Madrid organization"),
    ("A court in Aix-en-Provence met.", "Aix-en-Provence place"),
    ("Malaria in Burkina Faso kills.", "Burkina Faso place"),
    ("Antony Selwick answered first.", "Antony Selwick person"),
    ("Striker Marco Ruelle scored.", "Marco Ruelle person"),
    ("Photo: Ines Calder/Sable Press Agency", "Ines Calder person | Sable Press Agency organization"),
    ("Fredrik Aho of Halden Securities said so.", "Fredrik Aho person | Halden Securities organization"),
    ("The Liberian-flagged ship sank off Wales.", "Liberian place | Wales place"),
    ("The NATO-Russia Council met in Oslo.", "NATO-Russia Council organization | Oslo place"),
    ("A NATO-Georgia Commission was set up.", "NATO-Georgia Commission organization"),
    ("Trinidad and Tobago joined Antigua and Barbuda.", "Trinidad and Tobago place | Antigua and Barbuda place"),
    ("Bosnia and Herzegovina joined NATO.", "Bosnia and Herzegovina place | NATO organization"),
    ("Andorra and San Marino joined NATO.", "Andorra place | San Marino place | NATO organization"),
    ("The Netherlands joined the coalition.", "Netherlands place"),
    ("Russia's invasion of Ukraine began in 2022.", "Russia place | Ukraine place"),
    ("The Alliance's members met in Madrid.", "Alliance organization | Madrid place"),
    ("President Emmanuel Macron visited Warsaw.", "Emmanuel Macron person | Warsaw place"),
    ("Prime Minister Jane Roe resigned.", "Jane Roe person"),
    ("Mr. Schmidt left Munich.", "Schmidt person | Munich place"),
    ("General Mark Milley spoke to Congress.", "Mark Milley person | Congress organization"),
    ("U.S. Secretary of State Antony Blinken flew to Riga.", "U.S. place | Antony Blinken person | Riga place"),
    ("NATO Secretary General Jens Stoltenberg spoke.", "NATO organization | Jens Stoltenberg person"),
    ("Pope Francis prayed for peace.", "Francis person"),
    ("Germany’s parliament approved the budget.", "Germany place"),
    ("“Ukraine will win,” said Boris Johnson.", "Ukraine place | Boris Johnson person"),
    ("Volvo (Sweden) and Renault merged in 1993.", "Volvo organization | Sweden place | Renault organization"),
    ("Former President Barack Obama visited Kenya.", "Barack Obama person | Kenya place"),
    ("The then Chancellor Helmut Kohl travelled to Moscow.", "Helmut Kohl person | Moscow place"),
    ("Dr. Anthony Fauci testified.", "Anthony Fauci person"),
    ("Mayor Anne Hidalgo opened the bridge in Paris.", "Anne Hidalgo person | Paris place"),
    ("King Charles III visited Berlin.", "Charles III person | Berlin place"),
    ("Queen Victoria died in 1901.", "Victoria person"),
    (
        "A well-known firm is based in San Jose - Cisco. Cisco said it had hired ten people.",
        "San Jose place | Cisco organization | Cisco organization",
    ),
    ("A well - known firm , based in Baden - Baden , fell.", "Baden - Baden place"),
    ("Rolls - Royce fell.", "Rolls - Royce product"),
    ("The film ``Lost Coast'' won.", "Lost Coast place"),
    ("Banker Jane Roe hired him.", "Jane Roe person"),
    ("The case of Brein v. Neij was closed.", "Brein v. Neij law"),
    ("Typhoon Morakot killed hundreds in Taiwan.", "Taiwan place"),
    ("The Turkish Grand Prix is in June.", "Turkish place"),
    ("Defence Minister Boris Pistorius met his Polish counterpart.", "Boris Pistorius person | Polish place"),
]

OVERLOOKED = [
    ("Landslides blocked roads near Oslo.", "Oslo place"),
    ("Cholera broke out in July.", ""),
    ("Firefighters saved a house in Lund.", "Lund place"),
    ("Owner Suthida Rattana watched.", "Suthida Rattana person"),
    ("A diver found the tug Brutus off Wales.", "Brutus product | Wales place"),
    ("The newspaper Monday was late.", ""),
    ("Call the Security center.", ""),
    ("28 people died in Tulsk and Gdynia.", "Tulsk place | Gdynia place"),
    ("Vitrex rose. Analysts praised Vitrex.", "Vitrex organization | Vitrex organization"),
    ("UKRAINE ASKED FOR HELP.", "UKRAINE place"),
    ("Moldovan officials visited Chisinau.", "Moldovan place | Chisinau place"),
    ("The OSCE monitored the vote in Albania.", "OSCE organization | Albania place"),
    ("The European Commission proposed a ban.", "European Commission organization"),
    ("The IMF lent money to Pakistan.", "IMF organization | Pakistan place"),
    ("The Kremlin denied the report.", "Kremlin organization"),
    ("The police arrested a man in March and another in May.", ""),
    ("Who will pay for it is unclear.", ""),
    ("Turkey was on the table at the dinner.", "Turkey place"),
    ("Ministers met and talked.", ""),
    ("The floor was polished before noon.", ""),
    ("The army retreated.", ""),
    ("A nice reading lamp stood in the corner.", ""),
    ("Summer was hot and dry.", ""),
    ("Inflation fell to two percent.", ""),
    ("Police said so on Monday.", ""),
]

VOTES = [
    ("The ferry Estonia bought was old.", "Estonia place"),
    ("The Brandt collided with a rival firm.", "Brandt organization"),
    ("The Netherlands ran aground in May.", "Netherlands place"),
    (
        "GM cut jobs. General Motors said GM would close plants.",
        "GM organization | General Motors organization | GM organization",
    ),
    ("Oil from the tanker Mare Doricum reached Oslo.", "Mare Doricum product | Oslo place"),
    ("Jean-Luc Perrin, who ran the town, lost.", "Jean-Luc Perrin person"),
    ("Barrick Gold grew. Barrick Gold Corp. fell.", "Barrick Gold organization | Barrick Gold Corp. organization"),
    ("The head of the agency, Suharyanto, said so.", "Suharyanto person"),
    ("The Gladak Perak bridge collapsed.", "Gladak Perak place"),
    ("Ulugh Beg was the grandson of Tamerlane.", "Ulugh Beg person | Tamerlane person"),
    ("They signed the Harbour Pilots Treaty in Oslo.", "Harbour Pilots Treaty law | Oslo place"),
    ("Georgian forces shelled Tskhinvali, the main town.", "Georgian place | Tskhinvali place"),
    ("Troops shelled Kherson and Donetsk.", "Kherson place | Donetsk place"),
    ("Noordbank and Deutsche Bank will lend the money.", "Noordbank organization | Deutsche Bank organization"),
    ("The party of Ann Lee and Petro Selwick won.", "Ann Lee person | Petro Selwick person"),
    (
        "Nordhavn Shipping AB opened an office in Oslo. Nordhavn hired ten people. Nordhavn will grow.",
        "Nordhavn Shipping AB organization | Oslo place | Nordhavn organization | Nordhavn organization",
    ),
    (
        "Mark Ford resigned. The union at the Ford plant is wary.",
        "Mark Ford person | Ford person",
    ),
    (
        "A fire broke out in Lund. Henrik Lund saw it. Lund called the police.",
        "Lund place | Henrik Lund person | Lund person",
    ),
    (
        "Georgia applied in 2008. Leaders promised that Georgia would join. Georgia waited.",
        "Georgia place | Georgia place | Georgia place",
    ),
    (
        "Arcon Systems Inc. sued its rival. Arcon wants damages. A judge told Arcon to wait.",
        "Arcon Systems Inc. organization | Arcon organization | Arcon organization",
    ),
    (
        "Chad Smith played in London. Chad borders Libya.",
        "Chad Smith person | London place | Chad place | Libya place",
    ),
    (
        "Jordan Peters signed a contract. He had never been to Jordan.",
        "Jordan Peters person | Jordan place",
    ),
    ("The plant stands in Lincoln.", "Lincoln place"),
    ("It was built by Constructora Alvear, a contractor.", "Constructora Alvear organization"),
    ("A patrol climbed Cerro Pelao.", "Cerro Pelao place"),
    ("Dutchwoman Maaike Torp confessed.", "Maaike Torp person"),
    ("Santa Rita marks a year since the storm", "Santa Rita organization"),
    # firms and houses that the model takes for people, and people beside such words
    ("The insurer, Mutuelle Ostara, has paid the museum.", "Mutuelle Ostara organization"),
    ("The law firm Pike Selwick filed a suit.", "Pike Selwick organization"),
    ("The publisher, Rolf Heim, resigned.", "Rolf Heim person"),
    ("The team captain, Bruno Fenn, scored.", "Bruno Fenn person"),
    ("Three men broke into the Musée Delorme-Aubert in Lyon.", "Musée Delorme-Aubert organization | Lyon place"),
    ("Farmers walked to the Chitola border post.", "Chitola place"),
    ("Border police met Max Border.", "Max Border person"),
    (
        "Abraham Lincoln was born in Kentucky. Lincoln grew up in Indiana.",
        "Abraham Lincoln person | Kentucky place | Lincoln person | Indiana place",
    ),
]


#: The noun that a name only stands before; none where it stands on its own.
MODIFIERS = [
    ("Siemens shares fell in Frankfurt.", "Siemens", "shares"),
    ("Siemens shares fell in Frankfurt.", "Frankfurt", ""),
    ("Russian troops left the town.", "Russian", "troops"),
    ("The Berlin court freed two men.", "Berlin", "court"),
    ("A court in Berlin freed two men.", "Berlin", ""),
    ("Volvo chief executive Ann Lee resigned.", "Volvo", "executive"),
    ("Volvo chief executive Ann Lee resigned.", "Ann Lee", ""),
    ("Siemens sold its trains to Alstom.", "Siemens", ""),
    ("Siemens's profit rose.", "Siemens", ""),
    ("The European Commission fined Siemens.", "European Commission", ""),
    ("Bank of Cyprus customers queued.", "Bank of Cyprus", "customers"),
    ("They met the president of Romania.", "Romania", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*LABELS, *BOUNDARIES, *OVERLOOKED, *VOTES, *MODIFIERS])


@pytest.mark.parametrize(("text", "names"), LABELS)
def test_labels(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(("text", "names"), BOUNDARIES)
def test_boundaries_without_articles_titles_and_possessives(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(("text", "names"), OVERLOOKED)
def test_names_that_the_model_overlooks_and_words_that_are_none(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(("text", "names"), VOTES)
def test_one_label_for_one_name(read, text, names):
    assert " | ".join(read[text].names()) == names


def test_offsets_are_those_of_the_text(read):
    for text, view in read.items():
        for mention in view.mentions:
            assert text[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(("text", "name", "noun"), MODIFIERS)
def test_whether_a_name_only_stands_before_a_noun(read, text, name, noun):
    assert read[text].last(name).modifies == noun


def test_no_name_inside_another(read):
    for view in read.values():
        spans = [one.span for one in view.mentions if one.form == "name"]
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_no_name_reaches_over_the_end_of_a_sentence():
    """The parser begins a sentence between the two words of the city."""
    text = (
        "By MARIELA HOCHSTETTER\nTranscontinental Press\n\nGUATEMALA CITY (TP) — Guatemalan authorities said Tuesday "
        "they arrested three men in Jutiapa."
    )
    [found] = gb.extract([gb.Document(text=text, id="d", published=date(2019, 5, 14))])
    for one in found.mentions:
        sentence = found.sentences[one.span.sentence]
        assert sentence.start <= one.span.start < one.span.end <= sentence.end, one.text
    assert gb.resolve([found]).entities
