"""Which texts are web addresses that may be stored and shown as links."""

from __future__ import annotations

import string
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.addresses import web_address

ADDRESSES = [
    ("https://fenecho.example/2022/07/26/talks", "https://fenecho.example/2022/07/26/talks"),
    ("http://www.fenecho.example/news?id=7&page=2", "http://www.fenecho.example/news?id=7&page=2"),
    ("  HTTPS://WWW.FenEcho.Example/News ", "https://www.fenecho.example/News"),
    ("https://fenecho.example:8443/a(b)_c,d;e=f", "https://fenecho.example:8443/a(b)_c,d;e=f"),
    ("https://fenecho.example./a", "https://fenecho.example/a"),
    ("https://fenecho.example/a#part-2", "https://fenecho.example/a#part-2"),
    ("https://fenecho.example/новини/1", "https://fenecho.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1"),
    ("https://fenecho.example/a%20b|{c}", "https://fenecho.example/a%20b%7C%7Bc%7D"),
    ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://fеnecho.example/a", "https://xn--fnecho-3of.example/a"),  # noqa: RUF001 - a Cyrillic letter
]

HOSTILE = [
    "", "fenecho.example", "//fenecho.example/a", "https:fenecho.example/a", "https:///a", "https://",
    "javascript:alert(1)", "JavaScript://fenecho.example/%0aalert(1)", "java\nscript:alert(1)", "vbscript:x",
    "data:text/html,<b>x</b>", "data:text/html;base64,PGI+", "file:///etc/passwd", "ftp://fenecho.example/a",
    "mailto:a@fenecho.example", "blob:https://fenecho.example/a", "view-source:https://fenecho.example/a",
    "about:blank", "tel:110", "x-app://fenecho.example/a",
    "https://user@fenecho.example/a", "https://user:secret@fenecho.example/a", "https://bank.example@evil.example/",
    "https://bank.example\\@evil.example/", "https://bank.example%40evil.example@evil.example/",
    "https://fenecho.example/a b", "https://fen echo.example/", "https://fenecho.example/a\tb",
    "https://fenecho.example/a\nb", "https://fenecho.example/\x00", "https://fenecho.example/\x1b[31m",
    "https://fenecho.example/\x85", "https://fenecho.example/a\u00a0b", "https://fenecho.example/\u2028",
    "https://fenecho.example/\u202egpj.exe", "https://fenecho.example/\u2066a", "https://fen\u200becho.example/",
    "https://fenecho.example/\u200fa", "https://fenecho.example/\ud800",
    'https://fenecho.example/"onmouseover="alert(1)', "https://fenecho.example/'onmouseover='alert(1)",
    "https://fenecho.example/<script>alert(1)</script>", "https://fenecho.example/`x`", "https://fenecho.example/a\\b",
    "https://fenecho.example:99999/", "https://fenecho.example:x/", "https://[::1]/", "https://[::1", "http://127.0.0.1/",
    "http://2130706433/", "https://localhost/a", "https://fenecho..example/", "https://-fenecho.example/",
    "https://fen_echo.example/", "https://.example/", "https://fenecho.e/", "https://fenecho.123/",
    "https://straße.example/", "https://fenecho。example/", "https://Ⅷ.example/", "https://xn--a.example/",
    "https://fenecho.example/" + "a" * 2000, "https://" + "a" * 64 + ".example/", "https://" + "a." * 140 + "example/",
]  # fmt: skip


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_web_addresses(text, address):
    assert web_address(text) == address
    assert web_address(address) == address


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_web_address(text):
    assert web_address(text) is None


@given(
    st.one_of(st.text(), st.text("/:@?#.%&=\\\"'<>`[]()abc019 é\u202e", max_size=40).map("https://a.example".__add__))
)
def test_an_address_is_plain_ascii_that_ends_nothing(text):
    address = web_address(text)
    if address is not None:
        assert address.startswith(("http://", "https://"))
        assert set(address) <= set(string.ascii_letters + string.digits + "-._~:/?#@!$&()*+,;=%")
        assert "@" not in urlsplit(address).netloc
        assert web_address(address) == address
