from contextlib import suppress
from io import BufferedReader, BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents.readers.encoding import decode, text_lines
from graphbuilder.errors import InputError

ENGLISH = "NATO’s door is open, he said – “no veto” over who walks through it. The café was full and it was late."
FRENCH = "Les ministres des affaires étrangères se sont retrouvés à Bucarest, où l’Élysée avait annoncé une réunion."
SPANISH = "El señor Muñoz llegó mañana a la reunión de ministros en Bucarest. ¿Qué pasó? Hablarán después."
CZECH = "Ministři zahraničí se sešli v Bukurešti, aby jednali o příští schůzce. Řekl, že žádné rozhodnutí nepadlo."
POLISH = "Ministrowie spraw zagranicznych spotkali się w Brukseli, żeby rozmawiać o sytuacji, ponieważ śnieg padał."
RUSSIAN = "Министры иностранных дел встретились в Брюсселе, чтобы обсудить положение на границе."
JAPANESE = "外務大臣はブリュッセルで会談した。ロシアの攻撃を非難した。冬が近づいている。"
ENCODINGS = [
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),
    (ENGLISH, "cp1252"),
    (ENGLISH, "utf-16"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (FRENCH, "cp1252"),
    (SPANISH, "cp1252"),
    (SPANISH, "latin-1"),
    (CZECH, "cp1250"),
    (POLISH, "cp1250"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (JAPANESE, "shift-jis"),
    (JAPANESE, "euc-jp"),
    (RUSSIAN, "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_encodings_are_recognised(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_the_caller_knows_better():
    assert decode("Ωμέγα".encode("cp1253"), encoding="cp1253") == "Ωμέγα"


def test_a_wrong_encoding_is_told():
    with pytest.raises(InputError, match=r"not utf-8.* at byte 3"):
        decode("café".encode("cp1252"), encoding="utf-8")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">', "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso-8859-5"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # what is valid UTF-8 beyond ASCII is UTF-8
    ],
)
def test_pages_declare_their_encoding(head, encoding):
    assert decode((head + RUSSIAN[:20]).encode(encoding), declares=True).endswith(RUSSIAN[:20])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "an image"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04" + bytes(20), "unpack"),
        (b"\x1f\x8b\x08" + bytes(20), "unpack"),
        (bytes(range(256)) * 20, "binary data"),
        (bytes(1000), "binary data"),
    ],
)
def test_binary_data_is_no_text(data, words):
    with pytest.raises(InputError, match=words):
        decode(data)


def test_a_stray_nul_is_text():
    assert decode(b"NATO ministers met in\0Bucharest on Tuesday and spoke for an hour.")[21] == "\0"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_told(data):
    with suppress(InputError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back(text):
    if not text.startswith(("%PDF-", "{\\rtf")):
        assert decode(text.encode()).removeprefix("\ufeff") == text.removeprefix("\ufeff")


def test_lines_are_repaired_one_by_one():
    data = b"plain\n" * 20_000 + "café noir\n".encode("cp1252") + "café\n".encode()
    lines = list(text_lines(BufferedReader(BytesIO(data), 65536)))
    assert lines[-2:] == ["café noir\n", "café\n"]
    assert len(lines) == 20_002
