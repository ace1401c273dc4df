import pytest

from graphbuilder.documents.languages import language_code, language_of

TEXTS = [
    ("The ministers said that they would meet in Bucharest and that the talks were open to all.", "en"),
    ("Les ministres se sont retrouvés à Bucarest, où ils ont parlé de la guerre et des prix du gaz.", "fr"),
    ("Die Minister haben sich am Dienstag in Brüssel getroffen, um über die Lage zu sprechen.", "de"),
    ("Los ministros se reunieron el martes en Bucarest para hablar de la guerra y de los precios del gas.", "es"),
    ("I ministri si sono incontrati martedì a Bucarest per parlare della guerra e dei prezzi del gas.", "it"),
    ("Os ministros não se encontraram em Bucareste, mas falaram da guerra e dos preços do gás.", "pt"),
    ("De ministers hebben elkaar dinsdag in Boekarest gesproken over de oorlog en het gas van Rusland.", "nl"),
    ("Ministrowie spotkali się we wtorek w Bukareszcie, żeby rozmawiać o wojnie i o cenach gazu na zimę.", "pl"),
    ("Министры иностранных дел встретились в Бухаресте, чтобы обсудить положение и новые решения.", "ru"),
    ("Міністри закордонних справ зустрілися в Бухаресті, щоб обговорити становище і нові рішення.", "uk"),  # noqa: RUF001
    ("Bucharest, Kyiv, NATO, 2008, Kuleba, Blinken, Stoltenberg, Putin, Merkel, Bush", None),
    ("Yes.", None),
    ("", None),
    ("外務大臣はブリュッセルで会談した。", None),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_language_of_text(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        ("EN", "en"),
        ("English", "en"),
        ("deu", "de"),
        ("x", None),
        ("", None),
        ("unknown", None),
    ],
)
def test_language_codes(value, code):
    assert language_code(value) == code
