from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.documents import describe
from graphbuilder.records import Document

BODY = "NATO ministers met in Bucharest on Tuesday. They said that the door is open and that it will stay open."
DAY = date(2022, 11, 30)
#: text above the body, title, published, source
HEADS = [
    ("", None, None, None),
    ("Winter promises\n\n", "Winter promises", None, None),
    ("Winter promises\nBy A. Name\n", "Winter promises", None, None),
    ("Winter promises\n", "Winter promises", None, None),
    (
        "The ministers met in the palace, and they\nspoke for an hour about the winter. It was\nlate by then.\n\n",
        None,
        None,
        None,
    ),
    ("What next?\n\n", "What next?", None, None),
    ("Talks resume in the U.S.\n\n", "Talks resume in the U.S.", None, None),
    (
        "Power cuts last longer in the\nnorth of Ukraine\n\n",
        "Power cuts last longer in the north of Ukraine",
        None,
        None,
    ),
    ("Power cuts last longer\nKyiv asks for help\n\n", "Power cuts last longer", None, None),
    (
        "Source: Harbour Courier\nPublished: 2022-11-30\n\nWinter promises\n\nBy A. Name\n\n",
        "Winter promises",
        DAY,
        "Harbour Courier",
    ),
    ("Title: Winter promises\nDate: 30 November 2022\n\n", "Winter promises", DAY, None),
    ("The Lantern Post | 30 November 2022\n\nWinter promises\n\n", "Winter promises", DAY, "The Lantern Post"),
    ("Winter promises\n\nWorld | 30 November 2022 | 4 min read\n\n", "Winter promises", DAY, None),
    (
        "Winter promises\n\nPublished 30 Nov 2022 14:05 GMT\n\n",
        "Winter promises",
        datetime(2022, 11, 30, 14, 5, tzinfo=UTC),
        None,
    ),
    ("Winter promises\n\nUpdated: 1 December 2022 | Published: 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\n\nPosted on November 30, 2022 by Ilse\n\n", "Winter promises", DAY, None),
    ("Winter promises\n\nBy A. Name, 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Wednesday 30 November 2022 / The long read\n\nWinter promises\n\n", "Winter promises", DAY, None),
    (
        "Fen Echo | Wednesday November 30, 2022 | www.fenecho.example\n\nWinter promises\n\n",
        "Winter promises",
        DAY,
        "Fen Echo",
    ),
    (
        "The Fen Echo\nWednesday, November 30, 2022 - page 3\n\nWinter promises\n\n",
        "Winter promises",
        DAY,
        "The Fen Echo",
    ),
    ("Winter promises\nFiled: 30 November 2022 | letters@fenecho.example | £1.20\n\n", "Winter promises", DAY, None),
    (
        "WINTER-GRID/LVIV (UPDATE 2, adds mayor)\n30 November 2022  14:05 GMT\n\nWinter promises\n\n",
        "Winter promises",
        datetime(2022, 11, 30, 14, 5, tzinfo=UTC),
        None,
    ),
    (
        "WINTER/LVIV\nIssued: 2022-11-30 14:05 UTC\n\nWinter promises\n\n",
        "Winter promises",
        datetime(2022, 11, 30, 14, 5, tzinfo=UTC),
        None,
    ),
    ("WINTER PROMISES\n\n", "WINTER PROMISES", None, None),
    (
        "Winter promises / 30 November 2022 changed the war\n\n",
        "Winter promises / 30 November 2022 changed the war",
        None,
        None,
    ),
    ("Winter promises\nPosted by A. Name on 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Harbour Courier\n30 November 2022\n\nWinter promises\n\n", "Winter promises", DAY, "Harbour Courier"),
    ("Winter promises\n30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\n30 November 2022, The Meridian\n\n", "Winter promises", DAY, "The Meridian"),
    (
        "Winter promises\n\nThe Sunday Ledger magazine, 30 November 2022\n\n",
        "Winter promises",
        DAY,
        "The Sunday Ledger magazine",
    ),
    ("Winter promises\n\nHarbour Courier, Nov. 30, 2022\n\n", "Winter promises", DAY, "Harbour Courier"),
    ("Winter promises\nAlpine Wire\n30 November 2022\n\n", "Winter promises", DAY, "Alpine Wire"),
    ("Winter promises\n30 November 2022\nAlpine Wire\n\n", "Winter promises", DAY, "Alpine Wire"),
    ("Winter promises\n30 November 2022\nThe wire was cut.\n\n", "Winter promises", DAY, None),
    ("Winter promises\nRIGA, Nov 30, 2022 (Alpine Wire)\n\n", "Winter promises", DAY, "Alpine Wire"),
    ("Winter promises\nNov 30, 2022 (Alpine Wire)\n\n", "Winter promises", DAY, "Alpine Wire"),
    ("Winter promises\n30 November 2022, London\n\n", "Winter promises", DAY, None),
    ("Winter promises\nLondon, 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\nJane Roe, 30 November 2022\n\n", "Winter promises", DAY, None),
    ("30 November 2022, The Hague was cold.\n\n", None, None, None),
    (
        "Winter promises\n\nA summary of what was said in Bucharest\n\nBy A. Name\n30 November 2022\n\n",
        "Winter promises",
        DAY,
        None,
    ),
    ("Share\n\nAdvertisement\n\nWinter promises\n\n30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\n\nBUCHAREST, Nov. 30, 2022 (Sable Press) - ", "Winter promises", DAY, "Sable Press"),
    ("Winter promises\n\nBUCHAREST, Nov. 30 (Sable Press) - ", "Winter promises", None, "Sable Press"),
    ("What to pack\n\n- a lamp\n- a coat\n- boots\n- tea\n\n", "What to pack", None, None),
    (
        "- a lamp\n- a coat\n- boots\n- tea\n\nThe list was found on 30 November 2022 - it was long.\n\n",
        None,
        None,
        None,
    ),
    ("Winter promises\n\n03/04/2008\n\n", "Winter promises", None, None),
    ("Winter promises\n\nPosted 30 November 2022, updated 1 December 2022 at 6:10am\n\n", "Winter promises", DAY, None),
    ("Winter promises\nPublished 30 Nov 2022 (last updated 1 December)\n\n", "Winter promises", DAY, None),
    ("Winter promises\nNov 30, 2022 | Updated 6:10 AM\n\n", "Winter promises", DAY, None),
    ("Winter promises\nFrom the print edition of 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\nPublished 5 days ago on November 30, 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\nOnline since 30 November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\nWednesday 30th of November 2022\n\n", "Winter promises", DAY, None),
    ("Winter promises\nIssued on: 30/11/2022 - 14:05\n\n", "Winter promises", datetime(2022, 11, 30, 14, 5), None),
    ("Winter promises\nNov 30, 2022 / 06:10 AM EST\n\n", "Winter promises", datetime(2022, 11, 30, 6, 10), None),
    ("Winter promises\n\nThe list was updated 30 November 2022 by the ministry.\n\n", "Winter promises", None, None),
    ("Winter promises\n\nThe last edition of 30 November 2022 sold out.\n\n", "Winter promises", None, None),
    ("Winter promises\n\n03/04/2008 - 16:10\n\n", "Winter promises", None, None),
    ("Winter promises\n\nFrom the November 2022 issue of Longitude\n\n", "Winter promises", None, "Longitude"),
    ("Winter promises\n\nLongitude | November 2022\n\n", "Winter promises", None, "Longitude"),
    ("Winter promises\n\nUpdated 30 November 2022\n\n", "Winter promises", DAY, None),
    ("A full sentence begins this text.\n\n", None, None, None),
    ("Dear reader,\n\n", None, None, None),
    ("Q: When did you come?\n\n", None, None, None),
    ("Ministers met on 30 November 2022 in Bucharest and spoke.\n\n", None, None, None),
    (
        "A chronology\n\n12 May 1931\n\nThe dam was begun.\n\n3 June 1934\n\nIt was opened.\n\n",
        "A chronology",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("head", "title", "published", "source"), HEADS)
def test_heads(head, title, published, source):
    found = describe(Document(text=head + BODY))
    assert (found.title, found.published, found.source) == (title, published, source)


@pytest.mark.parametrize(("head", "title", "published", "source"), HEADS)
def test_the_body_is_never_a_header(head, title, published, source):
    document = describe(Document(text=head + BODY))
    start = document.text.index(BODY)
    assert all(zone.end <= start for zone in document.zones)


def test_what_is_known_stays():
    known = Document(text=HEADS[7][0] + BODY, id="a", title="T", published=date(2000, 1, 1), source="S", language="xx")
    found = describe(known)
    assert (found.id, found.text, found.title, found.published, found.source, found.language) == (
        "a", known.text, "T", date(2000, 1, 1), "S", "xx",
    )  # fmt: skip
    assert describe(found) == found


def test_a_year_from_metadata_completes_the_dateline():
    document = Document(text=f"BUCHAREST, Nov. 30 (Sable Press) - {BODY}")
    assert describe(document).published is None
    assert describe(document, year=2022).published == DAY


def test_a_dated_file_name_completes_the_dateline_and_does_nothing_alone():
    document = Document(id="2022-11-30-late.txt", text=f"BUCHAREST, Nov. 30 (Sable Press) - {BODY}")
    assert describe(document).published == DAY
    assert describe(Document(id="2022-11-30-late.txt", text=BODY)).published is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("LUND | Tue Apr 28, 2009 6:58 am EDT LUND (Meridian Wire) - It rained.", datetime(2009, 4, 28, 6, 58)),
        ("The mill burns again and again Sunday 10 May 2009 14.27 BST It rained.", datetime(2009, 5, 10, 14, 27)),
        ("It rained on Sunday 10 May 2009 at 14.27 BST, and then no more.", None),
        ("4 May 2009 10:40 GMT Rain. 5 May 2009 10:40 GMT Snow. 6 May 2009 10:40 GMT Hail.", None),
    ],
)
def test_a_stamp_inside_the_first_line_dates_what_nothing_else_does(text, published):
    assert describe(Document(text=text)).published == published


def test_one_line_alone_is_text_not_title():
    assert describe(Document(text="Winter promises")).title is None


@given(st.text(alphabet=st.sampled_from("aB .:|-\n12,()Published30 Nov 2022BySource"), max_size=200))
def test_describing_twice_changes_nothing(text):
    once = describe(Document(text=text))
    assert describe(once) == once
    assert once.text == text


ISSUES = [
    ("From the November 2022 issue of Longitude", "2022-11"),
    ("November 2022 issue", "2022-11"),
    ("The Meridian, November 2022", "2022-11"),
    ("Published: November 2022", "2022-11"),
    ("In the November 2022 issue of Mind they said so.", None),
    ("The November 2022 issue sold out.", None),
    ("November 2022", None),
]


@pytest.mark.parametrize(("line", "month"), ISSUES)
def test_the_month_of_an_issue_is_kept_beside(line, month):
    found = describe(Document(text=f"Winter promises\n\n{line}\n\nNATO met."))
    assert found.published is None
    assert dict(found.meta).get("issue") == month
