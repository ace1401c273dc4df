from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuilder.documents.readers.webpage import document_of_page
from graphbuilder.errors import InputError

BODY = (
    "<article><h1>Bridge opens in Split</h1><p>The bridge in Split was opened on Thursday by the prime minister. "
    "It cost 90 million euros and took four years to build.</p><p>Trucks may use it from <b>Monday</b>, the harbour\n"
    "office said. It was about time, said Ante Kovac, a driver from the islands.</p></article>"
)
SUMMER = timezone(timedelta(hours=2))


def page(head="", body=BODY, attributes='lang="en"'):
    top = f"<!DOCTYPE html><html {attributes}><head><title>Bridge opens in Split</title>{head}</head>"
    html = f"{top}<body>{body}</body></html>"
    return document_of_page(html.encode(), "a.html", None)


DATES = [
    (
        '<meta property="article:published_time" content="2021-03-04T11:30:00+02:00">',
        datetime(2021, 3, 4, 11, 30, tzinfo=SUMMER),
    ),
    ('<meta name="date" content="2021-03-04">', date(2021, 3, 4)),
    ('<meta name="date" content="03/04/2021">', None),
    ('<script type="application/ld+json">{"datePublished": "2021-03-04T11:30"}</script>', datetime(2021, 3, 4, 11, 30)),
    ('<script type="application/ld+json">[{"@graph": [{"datePublished": "2021-03-04"}]}]</script>', date(2021, 3, 4)),
    ('<script type="application/ld+json">{"dateModified": "2021-03-04"}</script>', None),
    ('<script type="application/ld+json">{broken</script>', None),
    ('<meta property="article:modified_time" content="2021-03-04">', None),
    ("", None),
]
SHOWN = [
    ('<p class="byline">By Iva Maric, 4 March 2021 11:30</p>', datetime(2021, 3, 4, 11, 30)),
    ('<time datetime="2021-03-04">Thursday</time>', date(2021, 3, 4)),
    ('<span itemprop="datePublished" content="2021-03-04"></span>', date(2021, 3, 4)),
    ('<div class="date">Updated 4 March 2021</div>', None),
    ('<p>It opens on <time datetime="2021-03-04">4 March 2021</time>.</p>', None),
    ('<p><time datetime="2021-03-04T11:30">4 March 2021</time></p>', datetime(2021, 3, 4, 11, 30)),
    ('<p>By Ann Lee, Oslo. <time datetime="2021-03-04">4 March 2021</time></p>', date(2021, 3, 4)),
    ('<p class="byline"><time datetime="2021-03-04T11:30">Thursday</time></p>', datetime(2021, 3, 4, 11, 30)),
    ("<footer>© 2021 Adria Post</footer>", None),
    ("<p>The 4 March 2021 decision stands.</p>", None),
]


@pytest.mark.parametrize(("head", "published"), DATES)
def test_date_of_the_head(head, published):
    assert page(head).published == published


@pytest.mark.parametrize(("element", "published"), SHOWN)
def test_date_that_is_shown(element, published):
    assert page(body=element + BODY).published == published


def test_text_of_a_page():
    found = page(body=f"<nav>Home | News</nav>{BODY}<footer>© 2021 Adria Post</footer>")
    assert found.text == (
        "Bridge opens in Split\n\nThe bridge in Split was opened on Thursday by the prime minister. It cost 90 million "
        "euros and took four years to build.\n\nTrucks may use it from Monday, the harbour office said. It was about "
        "time, said Ante Kovac, a driver from the islands."
    )
    assert found.title == "Bridge opens in Split"
    assert [zone.kind for zone in found.zones] == ["headline"]


def test_source_and_language():
    head = '<meta property="og:site_name" content="Adria Post"><meta name="author" content="Iva Maric">'
    found = page(head, attributes='lang="en-GB"')
    assert (found.source, found.language, dict(found.meta)) == ("Adria Post", "en", {"author": "Iva Maric"})


def test_short_pages_keep_all_their_text():
    assert (
        document_of_page(b"<p>NATO met.</p><script>x()</script><p>In Kyiv.", "a", None).text == "NATO met.\n\nIn Kyiv."
    )


def test_declared_charset():
    html = '<meta charset="windows-1252"><p>L’Élysée</p>'
    assert document_of_page(html.encode("cp1252"), "a", None).text == "L’Élysée"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<script>x</script>", b"   ", b"<!-- x -->"])
def test_pages_without_text(data):
    with pytest.raises(InputError, match="no text"):
        document_of_page(data, "a", None)


TAGS = [
    "<html>",
    "<head>",
    "<title>",
    "</title>",
    "<p>",
    "</p>",
    "words of a text",
    "<a href='http://[::1'>",
    "<svg>",
    "<math>",
    "<?php ?>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&#0;",
    "&#xD800;",
    "\0",
    "<table>",
    "<td>",
    "<frameset>",
    "<time datetime=x>",
    "<meta name=date content=x>",
    "<meta property='og:url' content='http://a b/'>",
    "<body>",
    "\ufffe",
    "1 May 2020",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=30).map("".join))
def test_any_page_is_read_or_told(html):
    with suppress(InputError):
        assert document_of_page(html.encode(), "a", None).text.strip()


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "x-frame", "font color='red'"])
@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("depth", [2100, 20_000])
def test_pages_are_read_to_their_end_however_deep_they_are_nested(tag, closed, depth):
    names = [one.split()[0] for one in tag.split("><")]
    shut = "".join(f"</{name}>" for name in reversed(names)) if closed else ""
    deep = f"<{tag}>" * depth + "<p>Ships of more than 300 tons still have to wait.</p>" + shut * depth
    document = page('<meta name="date" content="2021-03-04">', body=BODY + deep + "<p>Nobody signed the treaty.</p>")
    assert document.published == date(2021, 3, 4)
    assert document.title == "Bridge opens in Split"
    for told in ("opened on Thursday", "Trucks may use it from Monday, the harbour office said.", "more than 300 tons"):
        assert told in document.text
    assert "Nobody signed the treaty." in document.text
    assert "<" not in document.text


def test_deep_pages_keep_their_paragraphs_and_hide_scripts():
    deep = "<div>" * 3000 + "<p>One.</p><script>var two = '<div>';</script>Three.<div>Fo<b>u</b>r." + BODY
    text = page(body=deep).text
    assert text.startswith("One.\n\nThree.\n\nFour.\n\nBridge opens in Split\n\nThe bridge in Split")
    assert "two" not in text


def test_a_deep_page_without_text_is_refused_for_that():
    with pytest.raises(InputError, match="no text"):
        document_of_page(("<div>" * 3000).encode(), "a.html", None)
