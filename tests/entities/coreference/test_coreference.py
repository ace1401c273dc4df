"""Which names mean the same: rows tell what the last mention of a name points back to ("" is nothing)."""

import pytest

NAMES = [
    ("The U.S. Food and Drug Administration met. The FDA was split.", "FDA", "U.S. Food and Drug Administration"),
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


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(NAMES)


@pytest.mark.parametrize(("text", "mention", "antecedent"), NAMES)
def test_names(read, text, mention, antecedent):
    assert read[text].last(mention) is not None
    assert read[text].refers(mention) == antecedent


#: Text, its names as the reader might have read them, with their types, and one that has no antecedent.
APART = [
    (
        "Austria protested. A mill run by Austria's Halden Rail fell. The Austrians left.",
        (("Austria", "place", 1), ("Austria", "place", 2), ("Halden Rail", "organization"), ("Austrians", "group")),
        "Austrians",
    ),
    (
        "A mill run by Austria's Halden Rail fell. The Belgians protested.",
        (("Austria", "place"), ("Halden Rail", "organization"), ("Belgians", "group")),
        "Belgians",
    ),
]


@pytest.mark.parametrize(("text", "names", "mention"), APART)
def test_names_told_by_hand_that_stand_alone(read_by_hand, text, names, mention):
    view = read_by_hand(text, *([(name, "name", *rest)] for name, *rest in names))
    assert view.last(mention) is not None
    assert view.refers(mention) == ""


def test_the_first_mention_heads_its_chain(read):
    for view in read.values():
        place = {one.id: at for at, one in enumerate(view.mentions)}
        for one in view.mentions:
            first = view.mentions[place[one.chain]]
            assert first.chain == first.id
            assert place[first.id] <= place[one.id]
