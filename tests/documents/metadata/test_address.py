"""What the web addresses of articles tell: outlet and day."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from graphbuilder.documents import describe
from graphbuilder.documents.metadata.address import read_address
from graphbuilder.documents.readers.rows import document_of_row
from graphbuilder.documents.readers.webpage import document_of_page
from graphbuilder.documents.remarks import with_remarks
from graphbuilder.records import Document, to_json

STORY = "Fishermen in the north blocked a harbour on Tuesday. They want to be paid for the nets that they lost."
DAY, NOTHING = "2022-07-26", None

#: First lines in the forms that outlets give to their addresses: the lines, the outlet, and the day told.
FIRST_LINES = [
    # the day in folders
    ("https://www.aljazeera.com/news/2022/7/26/nets-and-harbours\n\n", "aljazeera.com", DAY),
    ("https://www.nytimes.com/2022/07/26/world/europe/nets-harbours.html\n\n", "nytimes.com", DAY),
    ("https://edition.cnn.com/2022/07/26/europe/nets-harbours-intl/index.html\n", "cnn.com", DAY),
    ("https://www.theguardian.com/world/2022/jul/26/nets-and-harbours\n\n", "theguardian.com", DAY),
    ("https://www.lemonde.fr/en/international/article/2022/07/26/nets_5991234_4.html\n\n", "lemonde.fr", DAY),
    ("https://www.pravda.com.ua/eng/news/2022/07/26/7360123/\n\n", "pravda.com.ua", DAY),
    ("https://en.mercopress.com/2022/07/26/nets-and-harbours\n\n", "en.mercopress.com", DAY),
    ("https://www.haaretz.com/israel-news/2022-07-26/ty-article/.premium/nets/00000182-3a\n\n", "haaretz.com", DAY),
    ("https://www.bloomberg.com/news/articles/2022-07-26/nets-and-harbours\n\n", "bloomberg.com", DAY),
    ("https://english.elpais.com/international/2022-07-26/nets-and-harbours.html\n\n", "english.elpais.com", DAY),
    ("https://www.abc.net.au/news/2022-07-26/nets-and-harbours/101269012\n\n", "abc.net.au", DAY),
    ("http://www.xinhuanet.com/english/2022-07/26/c_1310646123.htm\n\n", "xinhuanet.com", DAY),
    ("https://english.news.cn/20220726/8f8a0c1d2e/c.html\n\n", "english.news.cn", DAY),
    ("https://www.chinadaily.com.cn/a/202207/26/WS62df3b1ea310fd2b29e6e1a2.html\n\n", "chinadaily.com.cn", DAY),
    ("https://www.rte.ie/news/world/2022/0726/1312345-nets/\n\n", "rte.ie", DAY),
    # the day at an end of the name
    ("https://www.reuters.com/world/europe/nets-and-harbours-2022-07-26/\n\n", "reuters.com", DAY),
    ("https://www.france24.com/en/europe/20220726-nets-and-harbours\n\n", "france24.com", DAY),
    ("https://www3.nhk.or.jp/nhkworld/en/news/20220726_12/\n\n", "nhk.or.jp", DAY),
    ("https://www.cbsnews.com/news/2022-07-26-nets-harbours/\n\n", "cbsnews.com", DAY),
    ("https://www.maltatoday.com.mt/world/26-07-2022/nets_harbours\n\n", "maltatoday.com.mt", DAY),
    # without a scheme, below the headline, as a field, in brackets, of an archive
    ("www.dailymaverick.co.za/article/2022-07-26-nets-and-harbours/\n\n", "dailymaverick.co.za", DAY),
    ("Nets and harbours\nhttps://m.timesofindia.com/2022/07/26/nets/98765.cms\n\n", "timesofindia.com", DAY),
    ("Nets and harbours\n\nhttps://amp.politico.example/news/2022/07/26/nets-00048123\n\n", "politico.example", DAY),
    ("URL: https://www.thejakartapost.com/world/2022/07/26/nets.html\nTitle: Nets\n\n", "thejakartapost.com", DAY),
    ("<https://kyivindependent.com/2022/07/26/nets>\n\n", "kyivindependent.com", DAY),
    ("https://web.archive.org/web/20240101103000/https://www.tasnimnews.com/en/news/2022/07/26/2748123/nets\n\n",
     "tasnimnews.com", DAY),
    # year and month alone tell no day
    ("https://www1.folha.uol.com.br/internacional/en/2022/07/nets-and-harbours.shtml\n\n", "folha.uol.com.br", NOTHING),
    ("https://www.globaltimes.cn/page/202207/1271450.shtml\n\n", "globaltimes.cn", NOTHING),
    ("https://www.vaticannews.va/en/world/news/2022-07/nets-and-harbours.html\n\n", "vaticannews.va", NOTHING),
    ("https://www.businessinsider.com/nets-and-harbours-2022-7\n\n", "businessinsider.com", NOTHING),
    ("https://theintercept.com/2022/07/12-boats-in-the-harbour/\n\n", "theintercept.com", NOTHING),
    # numbers that are no days
    ("https://www.bbc.com/news/world-europe-20120726\n\n", "bbc.com", NOTHING),
    ("https://www.dailymail.co.uk/news/article-20220726/Nets-harbours.html\n\n", "dailymail.co.uk", NOTHING),
    ("https://en.yna.co.kr/view/AEN20220726001000320\n\n", "en.yna.co.kr", NOTHING),
    ("https://www.dawn.com/news/20220726\n\n", "dawn.com", NOTHING),
    ("https://www.thehindu.com/news/international/nets/article65678901.ece\n\n", "thehindu.com", NOTHING),
    # a day elsewhere than in the path, of the story, in two orders, or none of the calendar
    ("https://gulfnews.com/world/nets?published=2022-07-26\n\n", "gulfnews.com", NOTHING),
    ("https://www.smh.com.au/world/what-happened-on-2022-07-26\n\n", "smh.com.au", NOTHING),
    ("https://www.irishtimes.com/03-04-2022/nets\n\n", "irishtimes.com", NOTHING),
    ("https://apnews.com/article/0f2b4d6e8a0c1e3f5a7b9d1c3e5f7a9b\n\n", "apnews.com", NOTHING),
]  # fmt: skip


def test_first_lines_tell_outlet_and_day():
    assert len({outlet for _, outlet, _ in FIRST_LINES}) == 40


@pytest.mark.parametrize(("above", "outlet", "told"), FIRST_LINES)
def test_first_lines(above, outlet, told):
    found = describe(Document(text=f"{above}{STORY}", id="a.txt"))
    assert found.source == outlet
    assert (found.published and found.published.isoformat()) == told
    assert found.title in (None, "Nets", "Nets and harbours")
    muted = {found.text[zone.start : zone.end] for zone in found.zones if zone.kind == "furniture"}
    assert muted == {line for line in above.split("\n") if "/" in line}


OUTLET_ONLY = [
    ("https://www.fenecho.example/\n\n", None),
    ("www.fenecho.example\nNets and harbours\n\n", "Nets and harbours"),
]


@pytest.mark.parametrize(("above", "title"), OUTLET_ONLY)
def test_a_home_page_tells_the_outlet_and_is_no_address_of_an_article(above, title):
    found = describe(Document(text=above + STORY))
    assert (found.source, found.url, found.title) == ("fenecho.example", None, title)


#: Texts with an address that is not that of the article, or is none.
NOT_OF_THE_ARTICLE = [
    f"{STORY}\n\nhttps://fenecho.example/2022/07/26/nets\n\n{STORY} Again.",
    f"{STORY}\nhttps://fenecho.example/2022/07/26/nets\nThey went home.",
    f"{STORY}\n\nhttps://fenecho.example/2022/07/26/nets",
    f"Nets and harbours\n\n{STORY}\n\nURL: https://fenecho.example/2022/07/26/nets\n\nThey went home.",
    f"Nets: see https://fenecho.example/2022/07/26/nets\n\n{STORY}",
    f"Nets and harbours\n\nMore is on https://fenecho.example/2022/07/26/nets today.\n\n{STORY}",
    f"https://fenecho.example/2022/07/26/nets\nhttps://lanternpost.example/2022/07/25/boats\n\n{STORY}",
    f"https://img.fenecho.example/2022/07/26/nets.jpg\n\n{STORY}",
    f"ftp://fenecho.example/2022/07/26/nets\n\n{STORY}",
    f"javascript:alert(1)//2022/07/26/\n\n{STORY}",
    f"data:text/html,2022/07/26/\n\n{STORY}",
    f"https://user:secret@fenecho.example/2022/07/26/nets\n\n{STORY}",
    f'https://fenecho.example/2022/07/26/"onclick="alert(1)\n\n{STORY}',
    f"https://fenecho.example/2022/07/26/\u202estne\n\n{STORY}",
    f"https://fenecho.example/2022/07/26/{'a' * 3000}\n\n{STORY}",
    f"AC/DC\n\n{STORY}",
    f"and/or\n\n{STORY}",
    f"2022/07/26\n\n{STORY}",
]


@pytest.mark.parametrize("text", NOT_OF_THE_ARTICLE)
def test_other_addresses_tell_nothing(text):
    found = describe(Document(text=text, id="a.txt"))
    assert found.url is None
    assert found.source is None
    if not text.startswith("2022"):
        assert found.published is None


#: What stands below an address of 26 July 2022: the day that counts.
STATED = [
    ("Nets and harbours\n\nBy A. Name | 24 July 2022\n\n", date(2022, 7, 24)),
    ("Nets and harbours\n\nPublished: 2022-07-25T14:05\n\n", datetime(2022, 7, 25, 14, 5)),
    ("RIGA, July 25, 2022 (Alpine Wire) - ", date(2022, 7, 25)),
    ("RIGA, July 25 (Alpine Wire) - ", date(2022, 7, 25)),
    ("RIGA, July 26 (Alpine Wire) - ", date(2022, 7, 26)),
    ("RIGA (Alpine Wire) - ", date(2022, 7, 26)),
    ("RIGA, March 3 (Alpine Wire) - ", None),
    ("", date(2022, 7, 26)),
]


@pytest.mark.parametrize(("below", "day"), STATED)
def test_a_day_that_the_text_states_comes_before_that_of_the_address(below, day):
    found = describe(Document(text=f"https://www.fenecho.example/2022/07/26/nets\n\n{below}{STORY}"))
    assert found.published == day
    assert found.source == "fenecho.example"


def test_an_outlet_that_the_text_names_comes_before_the_host():
    text = f"https://www.fenecho.example/2022/07/26/nets\nSource: The Fen Echo\n\n{STORY}"
    assert describe(Document(text=text)).source == "The Fen Echo"


def test_an_agency_is_the_outlet_where_there_is_no_address():
    assert describe(Document(text=f"RIGA (Alpine Wire) - {STORY}")).source == "Alpine Wire"


def test_what_is_known_stays_and_a_known_address_tells_the_rest():
    document = Document(
        text=f"https://lanternpost.example/a\n\n{STORY}", url="https://www.fenecho.example/2022/07/26/nets"
    )
    found = describe(document)
    assert (found.url, found.source, found.published) == (document.url, "fenecho.example", date(2022, 7, 26))
    known = describe(Document(text=STORY, url=document.url, source="The Echo", published=date(2022, 7, 1)))
    assert (known.source, known.published) == ("The Echo", date(2022, 7, 1))


DAYS = [
    ("/2022_07_26/nets", DAY), ("/2022.07.26/nets", DAY), ("/26/07/2022/nets", DAY), ("/2022/07/26", DAY),
    ("/2022/07/26.html", DAY), ("/2022/07/5", None), ("/2022/july/nets", None), ("/2022/13/26/nets", None),
    ("/2022/07/nets-2022-07-26", DAY), ("/2022/07/26/the-diary-2022-02-24", DAY), ("/en/20220726/nets", DAY),
    ("/2022/02/30/nets", None), ("/1989/07/26/nets", None), ("/2999/07/26/nets", None),
    ("/2022/07/26/2022-07-25/nets", None),
    ("/article/20220726/nets", None), ("/nets-20220726", None), ("/nets-20220726-p5b4nz", None),
    ("/120220726/nets", None),
    ("/202207261/nets", None), ("/nets-since-2022-07-26", None), ("/07-04-2022/nets", None), ("/2022/0726", None),
    ("/nets-12022-07-26", None), ("/2022/07/126/nets", None), ("/0726/nets", None), ("/2022/nets", None),
    ("/nets/?/2022/07/26/", None), ("/nets#/2022/07/26/", None), ("/v2022-07-26/nets", None),
]  # fmt: skip


@pytest.mark.parametrize(("path", "day"), DAYS)
def test_days_of_paths(path, day):
    found = read_address(f"https://fenecho.example{path}").day
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(("year", "told"), [(1989, False), (1990, True), (2099, True), (2100, False)])
def test_a_day_is_of_the_years_of_the_web(year, told):
    found = read_address(f"https://fenecho.example/{year}/07/26/nets")
    assert (found.day == date(year, 7, 26)) is told
    assert found.outlet == "fenecho.example"


OUTLETS = [
    ("www.fenecho.example", "fenecho.example"), ("amp.fenecho.example", "fenecho.example"),
    ("m.fenecho.example", "fenecho.example"), ("www.m.fenecho.example", "fenecho.example"),
    ("edition.fenecho.example", "fenecho.example"), ("fenecho.example:8080", "fenecho.example"),
    ("FenEcho.Example", "fenecho.example"), ("en.fenecho.example", "en.fenecho.example"),
    ("letters.sub.example", "letters.sub.example"), ("m.example", "m.example"), ("www.co.example", "co.example"),
    ("wwwfenecho.example", "wwwfenecho.example"), ("bücher.example", "xn--bcher-kva.example"),
]  # fmt: skip


@pytest.mark.parametrize(("host", "outlet"), OUTLETS)
def test_outlets(host, outlet):
    assert read_address(f"https://{host}/a").outlet == outlet


# --- tables and web pages -----------------------------------------------------------------------------------------

ADDRESS = "https://www.fenecho.example/2022/07/26/nets"

ROWS = [
    # row, url, id, source, published
    ({"url": ADDRESS}, ADDRESS, ADDRESS, "fenecho.example", DAY),
    ({"link": ADDRESS, "id": 7}, ADDRESS, "7", "fenecho.example", DAY),
    ({"link": ADDRESS, "id": 7, "outlet": "The Echo", "date": "2022-07-20"}, ADDRESS, "7", "The Echo", "2022-07-20"),
    ({"url": ADDRESS, "date": "03/04/2022"}, ADDRESS, ADDRESS, "fenecho.example", None),
    ({"url": "javascript:alert(1)"}, None, "javascript:alert(1)", None, None),
    ({"url": "https://a@fenecho.example/2022/07/26/n", "id": "x"}, None, "x", None, None),
    ({"url": "7"}, None, "7", None, None),
    ({"url": None, "id": "x"}, None, "x", None, None),
]


@pytest.mark.parametrize(("row", "url", "id", "source", "published"), ROWS)
def test_addresses_of_rows(row, url, id, source, published):
    found = document_of_row({"text": STORY, **row}, None)
    assert (found.url, found.id, found.source) == (url, id, source)
    assert (found.published and found.published.isoformat()) == published
    assert ("url" in dict(found.meta)) is (url is None and row["url"] is not None)


def test_a_column_may_be_named_for_the_address():
    row = {"text": STORY, "url": "https://lanternpost.example/a", "where": ADDRESS}
    found = document_of_row(row, {"url": "where"})
    assert (found.url, found.id) == (ADDRESS, row["url"])


def test_wrong_addresses_of_a_table_are_one_note():
    found = [document_of_row({"text": STORY, "url": url, "id": url}, None) for url in ("a", "b", ADDRESS, "c", "d")]
    *documents, note = with_remarks(found, "t.csv")
    assert documents == found
    assert note.kind == "note"
    assert str(note) == (
        "t.csv: kept, but with no web address, for it is none that begins with http:// or https:// and can be "
        "followed: 'a' (a), 'b' (b), 'c' (c) and 1 more"
    )


def test_records_of_an_earlier_version_are_read():
    document = Document(text=STORY, id="a.txt", title="Nets", meta=(("rank", "3"),))
    row = json.loads(to_json(document))
    del row["url"]
    assert document_of_row(row, None) == document


PAGES = [
    (f'<link rel="canonical" href="{ADDRESS}">', ADDRESS),
    (f'<meta property="og:url" content="{ADDRESS}">', ADDRESS),
    (f'<link rel="canonical" href="/2022/07/26/nets"><meta property="og:url" content="{ADDRESS}">', ADDRESS),
    (
        f'<link rel="canonical" href="https://www.fenecho.example/"><meta property="og:url" content="{ADDRESS}">',
        ADDRESS,
    ),
    ('<base href="https://www.fenecho.example/2022/07/26/nets">', None),
    ('<link rel="canonical" href="javascript:alert(1)">', None),
    ('<link rel="canonical" href="https://user:secret@fenecho.example/a">', None),
    ("<link rel='canonical' href='https://fenecho.example/\"onclick=\"alert(1)'>", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "url"), PAGES)
def test_addresses_of_pages(head, url):
    page = f"<html><head>{head}<title>Nets</title></head><body><article><p>{STORY}</p></article></body></html>"
    found = document_of_page(page.encode(), "a.html", None)
    assert found.url == url
    assert found.published == (date(2022, 7, 26) if url else None)


def test_the_address_that_a_browser_wrote_into_a_page():
    page = f"<!DOCTYPE html>\n<!-- saved from url=(0043){ADDRESS} -->\n<html><body><p>{STORY}</p></body></html>"
    assert document_of_page(page.encode(), "a.html", None).url == ADDRESS
    forged = page.replace(ADDRESS, "javascript:alert(1)")
    assert document_of_page(forged.encode(), "a.html", None).url is None
