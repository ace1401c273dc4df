"""Names of things that go on with a word in lower case, a number or a code. Rows tell all names of a text."""

import pytest

MODELS = [
    ("Nokia unveiled the Corvo nano, a tiny camera.", "Nokia organization | Corvo nano product"),
    ("The PlayStation mini sold out in Japan.", "PlayStation mini product | Japan place"),
    (
        "Nokia showed the Corvo touch. The Corvo Touch costs $300.",
        "Nokia organization | Corvo touch product | Corvo Touch product",
    ),
    (
        "The Halvorsen Museum opened. Visitors left the Halvorsen museum at noon.",
        "Halvorsen Museum organization | Halvorsen museum organization",
    ),
    ("The iPhone owners sued Apple.", "iPhone product | Apple organization"),
    ("The iTunes store sold ten songs.", "iTunes product"),
    ("The Corsa engine is a machine.", "Corsa product"),
    ("The PlayStation network was down.", "PlayStation product"),
    ("The PlayStation controller is a black box.", "PlayStation product"),
    ("The Obama mini break was cancelled.", "Obama person"),
    ("The Toyota plant in Kentucky closed.", "Toyota organization | Kentucky place"),
    (
        "The Essex Sheriff lost. The Essex sheriff was late.",
        "Essex Sheriff organization | Essex place",
    ),
]

NUMBERS = [
    ("The Airbus A380 is large, Airbus said.", "Airbus A380 product | Airbus organization"),
    ("The Boeing 787 Dreamliner flew to Oslo.", "Boeing 787 Dreamliner product | Oslo place"),
    ("A Boeing 737-800 crashed in Lagos.", "Boeing 737-800 product | Lagos place"),
    ("The airline bought 20 Boeing 777-300ER jets.", "Boeing 777-300ER product"),
    ("The Boeing 737 MAX 8 was grounded.", "Boeing 737 MAX 8 product"),
    ("A Saab 340 crashed, but Saab made a profit.", "Saab 340 product | Saab organization"),
    ("The new iPhone 3G that he bought broke.", "iPhone 3G product"),
    ("The Saab 340 million loss shocked Sweden.", "Saab organization | Sweden place"),
    (
        "The rocket maker SpaceX plans the first flight of the Falcon 9 this year.",
        "SpaceX organization | Falcon 9 product",
    ),
    ("She left Public School 4 in May.", "Public School 4 organization"),
    ("Apple 3 days later fell.", "Apple organization"),
    ("The recall covers the PowerDrill 40, made in Osaka.", "PowerDrill 40 product | Osaka place"),
    ("She took the ScotRail 40 times.", ""),
    ("Toyota sold 340 cars in Norway.", "Toyota organization | Norway place"),
]

CHAINS = [
    ("The Airbus A380 was late. The A380 is large.", "A380", "Airbus A380"),
    ("The Boeing 787 Dreamliner flew. The 787 Dreamliner is new.", "787 Dreamliner", "Boeing 787 Dreamliner"),
    ("Nokia showed the Corvo nano. The Corvo Nano is tiny.", "Corvo Nano", "Corvo nano"),
    ("The Boeing 747 is old. The Boeing 787 is new.", "Boeing 787", ""),
    ("The Airbus A380 is large, Airbus said.", "Airbus", ""),
    ("The iPod nano is smaller than the iPod.", "iPod", ""),
    ("Nokia showed the Lumia 920. The Lumia costs $449, Nokia said.", "Lumia", "Lumia 920"),
    ("SpaceX launched the Falcon 9 from Florida. The Falcon landed at noon.", "Falcon", "Falcon 9"),
    ("Samsung showed the Galaxy S10. The Galaxy costs $900.", "Galaxy", "Galaxy S10"),
    ("Apple launched the iPhone 3G on Monday. The 3G iPhone is fast.", "3G iPhone", "iPhone 3G"),
    ("Apple showed the iPhone 4 and the iPhone 3GS. The iPhone sells well.", "iPhone", ""),
    ("The iPhone 4 is thinner than the iPhone.", "iPhone", ""),
    ("Apple showed the iPhone 4. Every iPhone sells well.", "iPhone", ""),
    ("Apple showed the iPhone 4. The iPhone owners cheered.", "iPhone", ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities([*MODELS, *NUMBERS, *CHAINS])


@pytest.mark.parametrize(("text", "names"), MODELS)
def test_models_with_a_word_in_lower_case(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(("text", "names"), NUMBERS)
def test_models_with_a_number_or_code(read, text, names):
    assert " | ".join(read[text].names()) == names


@pytest.mark.parametrize(("text", "mention", "first"), CHAINS)
def test_models_apart_from_each_other_and_from_their_makers(read, text, mention, first):
    assert read[text].refers(mention) == first
