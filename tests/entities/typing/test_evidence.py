"""What the words beside a name tell of its type; each clue with names of which it must tell nothing."""

from __future__ import annotations

import pytest

#: text, the name, its type
TYPES = [
    # the words of the name
    ("The flight left Kestrel Airport at noon.", "Kestrel Airport", "place"),
    ("They camped beside Lake Orvane.", "Lake Orvane", "place"),
    ("Traffic on the Halden Bridge stopped.", "Halden Bridge", "place"),
    ("The Ministry of Fisheries closed the port.", "Ministry of Fisheries", "organization"),
    ("The Orvane Workers Union called a strike.", "Orvane Workers Union", "organization"),
    ("Guests of the Halden Hotel were led out.", "Halden Hotel", "place"),
    ("The company unveiled the iBrella and the eScoot.", "iBrella", "product"),
    ("Microsoft released Orvix 7 in May.", "Orvix 7", "product"),
    ("The frigate HMS Kestrel left port.", "HMS Kestrel", "product"),
    # nouns beside it
    ("They met in the town of Tel Ansar in spring.", "Tel Ansar", "place"),
    ("The browser Orvix was discontinued.", "Orvix", "product"),
    ("The chipmaker Orvane cut its forecast.", "Orvane", "organization"),
    ("Orvane, a brewer in Denmark, cut its forecast.", "Orvane", "organization"),
    ("Halden, a port in Norway, was closed.", "Halden", "place"),
    ("Tulsk is a town of 900 people.", "Tulsk", "place"),
    ("Shares of Orvane fell by a tenth.", "Orvane", "organization"),
    ("Residents of Qamenas fled at night.", "Qamenas", "place"),
    ("People fled the outskirts of Qamenas.", "Qamenas", "place"),
    ("The river Orva floods northern Qamenas every year.", "Qamenas", "place"),
    ("The new version of Orvix has a camera.", "Orvix", "product"),
    ("Its rival Boeing cut its forecast.", "Boeing", "organization"),
    ("The low-cost carrier Orvane cancelled flights.", "Orvane", "organization"),
    ("The missile cruiser Orva left port. The Orva will return.", "Orva", "product"),
    ("The newspaper The Orvane Call said so.", "Orvane Call", "organization"),
    ("Brewers Orvane and Qualm will merge.", "Qualm", "organization"),
    ("The towns Qamenas and Tulsk were flooded.", "Tulsk", "place"),
    ("The singers Jane Roe and Ann Lee met.", "Ann Lee", "person"),
    ("According to an article in Trouw, she lied.", "Trouw", "organization"),
    ("The article in Paris was hers.", "Paris", "place"),
    ("A notebook that replaces the PowerMac was shown.", "PowerMac", "product"),
    ("SoftBank said so.", "SoftBank", "organization"),
    ("YouTubers met RosUkrEnergo.", "RosUkrEnergo", "organization"),
    ("MacArthur smiled.", "MacArthur", "person"),
    ("Jane Roe, Ann Lee and Petro Selwick have a boat.", "Petro Selwick", "person"),
    ("The ferry Princess Ashika sank. The Ashika was old.", "Ashika", "product"),
    ("Princess Diana smiled.", "Diana", "person"),
    ("She sailed from Dar es Salaam to Pemba.", "Dar es Salaam", "place"),
    (
        "Shares of Cadbury rose. Cadbury employees were pleased. The chocolate maker Cadbury was founded by the Quaker "
        "George Cadbury. Cadbury hired ten people.",
        "Cadbury",
        "organization",
    ),
    ("Jens Halden runs a bakery. Halden said he would grow. Halden hired ten people.", "Halden", "person"),
    ("It was run by Brandt Robotics. Brandt said so in May.", "Brandt", "organization"),
    ("It was run by Brandt Robotics. Mr Brandt said so in May.", "Brandt", "person"),
    ("Ingrid Brandt left Brandt Robotics. Brandt said so in May.", "Brandt", "person"),
    ("Leeds Robotics grew. Leeds is a city.", "Leeds", "place"),
    (
        "Marlow Shipping bought its rival. Its founder, Erik Marlow, left. Mr Marlow smiled.",
        "Marlow",
        "person",
    ),
    (
        "Erik Marlow left Marlow Shipping. Marlow sold its ports.",
        "Marlow",
        "person",
    ),
    ("It was sold by Greyfriars Capital, the activist fund.", "Greyfriars Capital", "organization"),
    ("Shares of Dundee rose. They sold it to Dundee's directors.", "Dundee", "organization"),
    ("St Olave's was founded in 1880.", "St Olave's", "place"),
    # grammar
    ("The plant in Clayton was sold.", "Clayton", "place"),
    ("Thousands fled to Qamenas on foot.", "Qamenas", "place"),
    ("Rescuers evacuated 200 tourists from Rhodes after the fire.", "Rhodes", "place"),
    ("Oslo airlifted patients from Kerrin on Sunday.", "Kerrin", "place"),
    ("Police evacuated staff from Alder Bank after the threat.", "Alder Bank", "organization"),
    ("The army rescued hostages from Halbar.", "Halbar", "organization"),
    ("Mr. Halden resigned.", "Halden", "person"),
    ("Halden, who had led the firm, resigned.", "Halden", "person"),
    ("Roe Halden, 49, runs the firm.", "Roe Halden", "person"),
    ("Halden's wife said that he was well.", "Halden", "person"),
    ("She flew to Vladikavkaz on Saturday.", "Vladikavkaz", "place"),
    ("The crowd turned to Merkel.", "Merkel", "person"),
    ("Ostbau said it had hired ten people. Ostbau said it would grow.", "Ostbau", "organization"),
    ("Angela Merkel said it had rained. Merkel said it would rain.", "Merkel", "person"),
    ("Analyst Ines Calder of Ladenburg Thalmann said so.", "Ladenburg Thalmann", "organization"),
    ("The father of Ines Calder said so.", "Ines Calder", "person"),
    ("The court of Gdynia bought Tulsk nothing.", "Gdynia", "place"),
    ("Delvaux's shareholders voted. Delvaux rose.", "Delvaux", "organization"),
    ("Delvaux's nephews voted. Delvaux rose.", "Delvaux", "person"),
    ("Jane Roe, founded in grief, wrote it. Roe's directors smiled.", "Roe", "person"),
    ("Halvorsen Air sang for an hour.", "Halvorsen Air", "organization"),
    ("Danielle Steel sang for an hour.", "Danielle Steel", "person"),
    ("Hallweg 3 days later denied it.", "Hallweg", "person"),
    # known beforehand, or the model's own label, against a weak clue
    ("Investors lost confidence in Toyota.", "Toyota", "organization"),
    ("He bought a stake in Samsung.", "Samsung", "organization"),
    ("France launched its satellite.", "France", "place"),
    ("Google released the report.", "Google", "organization"),
    ("The reporter spoke to Angela Merkel.", "Angela Merkel", "person"),
    ("The company introduced Angela Merkel to its staff.", "Angela Merkel", "person"),
    ("Its chairman Jens Halden left.", "Jens Halden", "person"),
    ("Apple's Tim Cook left.", "Tim Cook", "person"),
    ("Volvo, based near the Kestrel Airport, cut jobs.", "Volvo", "organization"),
    ("Samsung 3 days later denied it.", "Samsung", "organization"),
    ("Toyota sold 10 million cars.", "Toyota", "organization"),
    ("The king of Norway visited Germany.", "Germany", "place"),
    ("Jane Roe, whose firm makes pumps, left.", "Jane Roe", "person"),
    ("She is the mayor of Madrid.", "Madrid", "place"),
]

#: text, all names of it: what the model overlooks, and what is none
OVERLOOKED = [
    (
        "The Halden Seed Trust (HST) met in Oslo. Norway funds the HST.",
        "Halden Seed Trust organization | HST organization | Oslo place | Norway place | HST organization",
    ),
    (
        "Valeska Paris was born in Bern. Paris left home at six.",
        "Valeska Paris person | Bern place | Paris person",
    ),
    ("Denzel Washington flew to Washington.", "Denzel Washington person | Washington place"),
    ("It costs 20 US dollars in Norway.", "Norway place"),
    ("Defence Secretary Jane Roe met NATO.", "Jane Roe person | NATO organization"),
    ("The Minister for Education Ann Lee left Oslo.", "Ann Lee person | Oslo place"),
    (
        "PRICES WILL FALL, SAYS MERKEL. Angela Merkel left Berlin.",
        "MERKEL person | Angela Merkel person | Berlin place",
    ),
    ("UKRAINE INVITED, TURKEY UNHAPPY", "UKRAINE place | TURKEY place"),
    ("Jared Roe moved to Texas. Jared plays the flute.", "Jared Roe person | Texas place | Jared person"),
    ("Easter Island is far. Christmas Holm sang.", "Easter Island place | Christmas Holm person"),
    # none
    ("He sang until Easter. Theirs refused to sing. Yours began.", ""),
    ("THE CITY WAS CALM.", ""),
    ("Jobs were lost in Norway.", "Norway place"),
    ("The best buy of the week was a lamp.", ""),
    ("He paid in dollars.", ""),
    ("Education matters.", ""),
    ("Writing in haste, he left.", ""),
    ("The may flies in may.", ""),
]


@pytest.fixture(scope="module")
def told(read_entities):
    return read_entities([*TYPES, *OVERLOOKED])


@pytest.mark.parametrize(("text", "name", "label"), TYPES)
def test_type_of_a_name(told, text, name, label):
    assert {one.label for one in told[text].mentions if one.text == name and one.form == "name"} == {label}


@pytest.mark.parametrize(("text", "names"), OVERLOOKED)
def test_names_that_the_model_does_not_see_and_words_that_are_none(told, text, names):
    assert " | ".join(told[text].names()) == names
