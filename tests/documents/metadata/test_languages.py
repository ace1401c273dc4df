import tempfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from graphbuilder.documents.metadata import languages as module
from graphbuilder.documents.metadata.languages import language_code, language_of

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
    ("Bakanlar savaşı ve gaz fiyatlarını konuşmak üzere salı günü Bükreş'te bir araya geldi.", "tr"),  # noqa: RUF001
    ("Politiet har anholdt tre mænd efter branden på havnen i Aarhus natten til søndag.", "da"),
    ("Politiet har pågrepet tre menn etter brannen på havna i Ålesund natt til søndag.", "no"),
    ("Polisen har gripit tre män efter branden i hamnen i Gävle natten till söndagen.", "sv"),
    ("Poliisi otti kiinni kolme miestä sataman tulipalon jälkeen sunnuntain vastaisena yönä.", "fi"),
    ("Polisi menangkap tiga orang setelah kebakaran di pelabuhan Surabaya pada Minggu malam.", "id"),
    ("Policie zadržela tři muže po požáru v přístavu v Děčíně v noci na neděli.", "cs"),
    ("Poliția a reținut trei bărbați după incendiul din port în noaptea de duminică.", "ro"),
    ("A rendőrség három férfit fogott el a kikötői tűz után vasárnapra virradó éjjel.", "hu"),
    ("اعتقلت الشرطة ثلاثة رجال بعد حريق في ميناء المدينة ليلة الأحد.", "ar"),
    ("پلیس پس از آتش‌سوزی در بندر شهر سه مرد را در شب یکشنبه بازداشت کرد.", "fa"),
    ("警方周日晚在港口火灾后逮捕了三名男子,市长对此表示感谢。", "zh"),
    ("警察は日曜日の夜、港での火災の後に三人の男を逮捕した。", "ja"),
    ("경찰은 일요일 밤 항구에서 일어난 화재 뒤에 남자 세 명을 체포했다.", "ko"),
    ("Η αστυνομία συνέλαβε τρεις άνδρες μετά τη φωτιά στο λιμάνι το βράδυ της Κυριακής.", "el"),  # noqa: RUF001
    ("Police hold three men after the fire in the harbour", "en"),
    # near relatives, and names of which any text may be full
    ("Policija je uhitila tri muškarca nakon požara u luci u Rijeci u noći na nedjelju.", None),
    ("Pemerintah akan menambah anggaran rumah sakit, kata presiden kepada wartawan.", None),
    ("João Silva, Antonio Pérez, Giulia Rossi, Jean Dupont, Hans Müller, Jan de Vries, Ola Nordmann", None),
    ("Beijing, Shanghai, Guangzhou, Shenzhen, Chongqing, Tianjin, Wuhan, Chengdu, Nanjing", None),
    ("Sheikh Hamad bin Saif Al Thani received Sheikh Khalid bin Omar Al Maktoum in Doha.", None),
    ("12.30 14.45 16.10 0-1 2-2 3-0 1.85 6.1 % 4,711 815 x y z" * 20, None),
    ("NATO ministers met in Riga", None),
    ("部长们在里加会面", None),
    ("Bucharest, Kyiv, NATO, 2008, Kuleba, Blinken, Stoltenberg, Putin, Merkel, Bush", None),
    ("Yes.", None),
    ("", None),
    ("\ud800" * 50, None),
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


def test_a_text_of_many_names_is_of_the_language_of_its_words(root):
    for path in sorted((root / "data").rglob("*.txt")):
        assert language_of(path.read_text("utf-8")) == "en", path


def test_the_same_from_many_threads():
    texts = [text for text, _ in TEXTS] * 8
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(language_of, texts)) == [language for _, language in TEXTS] * 8


def test_without_room_for_the_model_languages_stay_unknown(monkeypatch, caplog):
    def full(**options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    module._identifier.cache_clear()
    try:
        assert [language_of(TEXTS[0][0]) for _ in range(3)] == [None] * 3
        assert [one.levelname for one in caplog.records] == ["WARNING"]
    finally:
        module._identifier.cache_clear()
