"""One node per real thing: what is merged across two articles, and what is kept apart."""

import pytest

from graphbuilder.resolve import resolve

MERGED = [
    ("NATO met in Riga.", "NATO invited Finland.", "NATO", "NATO"),
    ("NATO met in Riga.", "The North Atlantic Treaty Organization met.", "NATO", "North Atlantic Treaty Organization"),
    ("The EU fined Google.", "The European Union fined Apple.", "EU", "European Union"),
    ("The UN sent help.", "The United Nations sent help.", "UN", "United Nations"),
    ("Kiev fell in 1941.", "The train reached Kyiv.", "Kiev", "Kyiv"),
    ("Ukraine applied.", "Ukrainian officials waited.", "Ukraine", "Ukrainian"),
    ("The United States agreed.", "The U.S. agreed.", "United States", "U.S."),
    ("Britain voted.", "The United Kingdom voted.", "Britain", "United Kingdom"),
    ("UKRAINE asked for help.", "Ukraine got help.", "UKRAINE", "Ukraine"),
    ("Angela Merkel left.", "Angela Merkel met Boris Johnson.", "Angela Merkel", "Angela Merkel"),
    ("Chancellor Angela Merkel left.", "Angela Merkel sang.", "Angela Merkel", "Angela Merkel"),
    (
        "Angela Merkel met Boris Johnson in Paris.",
        "Angela Merkel spoke in Paris. Merkel was tired.",
        "Angela Merkel",
        "Merkel",
    ),
    ("Toyota Motor Corp. recalled cars.", "Toyota Motor Corporation sued Honda.", "Toyota Motor Corp.",
     "Toyota Motor Corporation"),
    ("Nordhavn Shipping AB hired ten people in Oslo.", "Nordhavn Shipping AB hired twenty.", "Nordhavn Shipping AB",
     "Nordhavn Shipping AB"),
    ("Apple Inc. sued Samsung.", "Samsung sued Apple in California.", "Apple Inc.", "Apple"),
    ("Kyiv asked for tanks.", "Kyiv rejected the offer.", "Kyiv", "Kyiv"),
    ("Moscow rejected the offer.", "The Kremlin denied the report.", "Moscow", "Kremlin"),
    ("Lviv was calm.", "A train reached Lviv.", "Lviv", "Lviv"),
    ("The Danube rose.", "Ships sailed along the Danube.", "Danube", "Danube"),
    ("Snow fell on Chișinău.", "The plane landed in Chisinau.", "Chișinău", "Chisinau"),
    ("The Bank of England raised rates.", "The Bank of England cut rates.", "Bank of England", "Bank of England"),
    ("Jens Stoltenberg met Kuleba at NATO.", "Jens Stoltenberg left NATO.", "Jens Stoltenberg", "Jens Stoltenberg"),
    (
        "The International Atomic Energy Agency (IAEA) sent a team.",
        "The IAEA found nothing.",
        "International Atomic Energy Agency",
        "IAEA",
    ),
    ("The Northern Grain Council (NGC) met in Oslo.", "Norway funds the NGC.", "Northern Grain Council", "NGC"),
    ("Joe Biden flew to Paris.", "Joe R. Biden flew to Paris.", "Joe Biden", "Joe R. Biden"),
    ("German troops left.", "Germany agreed.", "German", "Germany"),
    ("Serbia and Kosovo met. Both countries agreed.", "Serbia waited.", "Serbia", "Serbia"),
    ("Russia's army left.", "Russia left.", "Russia", "Russia"),
]  # fmt: skip

APART = [
    ("Angela Merkel left.", "Angela Davis left.", "Angela Merkel", "Angela Davis"),
    ("George Bush spoke.", "Barbara Bush spoke.", "George Bush", "Barbara Bush"),
    ("George Bush spoke to Congress.", "Barbara Bush sang. Bush laughed.", "George Bush", "Bush"),
    ("Ministers met in Kyiv.", "Kyiv asked for tanks.", "Kyiv", "Kyiv"),
    ("Ukraine waited.", "Kyiv asked for tanks.", "Ukraine", "Kyiv"),
    ("North Korea protested.", "South Korea protested.", "North Korea", "South Korea"),
    ("The Bank of England waited.", "The Bank of Japan waited.", "Bank of England", "Bank of Japan"),
    ("Air France cut flights.", "France waited.", "Air France", "France"),
    ("Henrik Lund sang.", "A fire broke out in Lund.", "Henrik Lund", "Lund"),
    ("Mr. Lund sang.", "A fire broke out in Lund.", "Lund", "Lund"),
    ("Jordan Peters signed.", "Jordan closed its border.", "Jordan Peters", "Jordan"),
    ("The EU met.", "The UN met.", "EU", "UN"),
    ("Austria voted.", "Australia voted.", "Austria", "Australia"),
    ("Niger voted.", "Nigeria voted.", "Niger", "Nigeria"),
    ("Slovakia voted.", "Slovenia voted.", "Slovakia", "Slovenia"),
    ("Iran waited.", "Iraq waited.", "Iran", "Iraq"),
    ("The mayor of New York left.", "The mayor of York left.", "New York", "York"),
    ("Deutsche Bank hired staff.", "Deutsche Telekom hired staff.", "Deutsche Bank", "Deutsche Telekom"),
    ("Toyota grew.", "Toyota City grew.", "Toyota", "Toyota City"),
    ("The Kremlin denied it.", "Russia denied it.", "Kremlin", "Russia"),
    ("Moscow rejected it.", "Snow fell in Moscow.", "Moscow", "Moscow"),
    ("Paris Hilton sang.", "The mayor of Paris left.", "Paris Hilton", "Paris"),
    ("Samsung Electronics sued Apple.", "Sony Electronics sued Apple.", "Samsung Electronics", "Sony Electronics"),
    ("Jane Roe, a singer from Texas, sang. Roe left.", "Richard Roe paid. Roe left.", "Roe", "Roe"),
    ("Congo voted.", "The Democratic Republic of the Congo voted.", "Congo", "Democratic Republic of the Congo"),
    ("Washington rejected the plan.", "Denzel Washington sang.", "Washington", "Denzel Washington"),
    ("The White House denied it.", "Downing Street denied it.", "White House", "Downing Street"),
    ("Guinea voted.", "Equatorial Guinea voted.", "Guinea", "Equatorial Guinea"),
    ("Apple sued Samsung.", "Snapple sued Samsung.", "Apple", "Snapple"),
    ("Sweden won.", "Swedes sang. Swiss voters left.", "Sweden", "Swiss"),
    ("Georgia borders Russia and Armenia. Tbilisi is its capital.",
     "Georgia borders Florida and Alabama. Atlanta is its capital.", "Georgia", "Georgia"),
    ("John Smith, a surgeon from Leeds, died in 1920.", "John Smith, a striker of Chelsea, scored in 2021.",
     "John Smith", "John Smith"),
]  # fmt: skip


@pytest.fixture(scope="module")
def views(read_collections):
    rows = [row[:2] for row in (*MERGED, *APART)]
    return dict(zip(rows, read_collections(rows, "2022-11-29"), strict=True))


@pytest.mark.parametrize(("left", "right", "one", "other"), MERGED)
def test_merged(views, left, right, one, other):
    view = views[left, right]
    assert view.entity(0, one) is not None
    assert view.entity(0, one) == view.entity(1, other)


@pytest.mark.parametrize(("left", "right", "one", "other"), APART)
def test_kept_apart(views, left, right, one, other):
    view = views[left, right]
    assert view.entity(0, one) is not None
    assert view.entity(1, other) is not None
    assert view.entity(0, one) != view.entity(1, other)


def test_every_merge_across_articles_has_its_judgement(views):
    for view in views.values():
        judged = [one for one in view.resolution.judgements if one.verdict == "same"]
        for entity in view.resolution.entities:
            documents = {one.span.document for one in entity.provenance}
            if len(documents) > 1:
                assert any({one.left, one.right} <= set(entity.mentions) and one.reason for one in judged)


def test_order_of_the_articles_does_not_show(views):
    for view in views.values():
        assert resolve(reversed(view.extractions)) == view.resolution


def test_a_surname_alone_in_another_article(read_collections):
    articles = ["Jens Stoltenberg of NATO met Kuleba.", "NATO waited while Mr. Stoltenberg spoke in Paris."]
    strangers = ["Jens Stoltenberg of NATO met Kuleba.", "Mr. Stoltenberg won a chess game in Lima."]
    near, far = read_collections([articles, strangers])
    assert near.entity(0, "Jens Stoltenberg") == near.entity(1, "Stoltenberg")
    assert far.entity(0, "Jens Stoltenberg") != far.entity(1, "Stoltenberg")
