from datetime import date

import pytest

from graphbuilder.documents.metadata.datelines import (
    read_dateline,
    year_from_name,
    year_from_notice,
    year_from_sign_off,
    year_from_text,
)
from graphbuilder.documents.text.lines import split_lines

DATELINES = [
    (
        "LONDON, Nov. 29 (Meridian Wire) - Ministers met.",
        "LONDON, Nov. 29 (Meridian Wire) -",
        "Meridian Wire",
        "Nov. 29",
        None,
    ),
    ("KYIV, Ukraine (Agency) — The", "KYIV, Ukraine (Agency) —", "Agency", None, None),
    ("BRUSSELS - With a month to go", "BRUSSELS -", None, None, None),
    ("WASHINGTON—The", "WASHINGTON—", None, None, None),
    (
        "SANTA CLARA, Calif., July 29, 2021 /NewsLine/ -- Acme",
        "SANTA CLARA, Calif., July 29, 2021 /NewsLine/ --",
        "NewsLine",
        "July 29, 2021",
        date(2021, 7, 29),
    ),
    (
        "Bucharest, 29 November 2022 (Sable Press) – Ministers",
        "Bucharest, 29 November 2022 (Sable Press) –",
        "Sable Press",
        "29 November 2022",
        date(2022, 11, 29),
    ),
    ("PARIS/BERLIN, 3 March - The", "PARIS/BERLIN, 3 March -", None, "3 March", None),
    ("NEW YORK (AP) _ Stocks", "NEW YORK (AP) _", "AP", None, None),
    ("ZAPORIZHZHIA, Ukraine, Oct 9 - A", "ZAPORIZHZHIA, Ukraine, Oct 9 -", None, "Oct 9", None),
    ("(Northlight News) - Rates", "(Northlight News) -", "Northlight News", None, None),
    (
        "RECIFE--(TRADE LINE)--March 8, 2021--Acme",
        "RECIFE--(TRADE LINE)--March 8, 2021--",
        "TRADE LINE",
        "March 8, 2021",
        date(2021, 3, 8),
    ),
    ("SAN JOSE, Calif.--(TRADE LINE)--Acme", "SAN JOSE, Calif.--(TRADE LINE)--", "TRADE LINE", None, None),
    ("MÁLAGA, Spain — A", "MÁLAGA, Spain —", None, None, None),
]
NO_DATELINES = [
    "NATO - the alliance - met in Bucharest.",
    "UPDATE 2 - Ministers met",
    "Ministers met in Bucharest - at last.",
    "The minister (Labour) - who resigned - left.",
    "EXCLUSIVE: Kuleba arrives",
    "LONDON is a city - and more.",
    "Kuleba - the minister - arrived.",
    "London (UK) - a city",
    "EU — Russia relations",
    "He said so - twice.",
    "",
    "-",
    "A - B",
    "I - and many others - left.",
    "PHOTO - Snow",
    "The port--(once the largest)--closed.",
]
#: The dateline's day, the name of the file, and the date that they make together.
DATED_NAMES = [
    ("Sept 19", "wire/2024-09-19-lusaka.txt", date(2024, 9, 19)),
    ("Sept. 19", "2024_09_20 lusaka.txt", date(2024, 9, 19)),
    ("Dec. 30", "2024-01-02.txt", date(2023, 12, 30)),
    ("19 September", "notes 2024-09-25.csv#12", date(2024, 9, 19)),
    ("Sept 19", "2024-09-01-lusaka.txt", None),
    ("Sept 19", "2024-12-19-lusaka.txt", None),
    ("Sept 19", "2024-09-19/lusaka.txt", None),
    ("Sept 19", "lusaka-2024.txt", None),
    ("Feb. 29", "2023-03-01.txt", None),
    ("Sept 19", "", None),
]


@pytest.mark.parametrize(("text", "words", "agency", "day", "published"), DATELINES)
def test_datelines(text, words, agency, day, published):
    found = read_dateline(text, first=True)
    assert found is not None
    assert (text[: found.length].strip(), found.agency, found.day, found.published) == (words, agency, day, published)


@pytest.mark.parametrize(("day", "name", "published"), DATED_NAMES)
def test_a_dated_file_name_completes_the_dateline(day, name, published):
    assert year_from_name(day, name) == published


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_datelines(text):
    assert read_dateline(text, first=True) is None


def test_a_place_alone_is_a_dateline_only_at_the_start():
    assert read_dateline("BRUSSELS - With", first=False) is None
    assert read_dateline("BRUSSELS (AP) - With", first=False) is not None


@pytest.mark.parametrize(
    ("day", "text", "published"),
    [
        ("Aug. 27", "NATO on Wednesday condemned it. The war began on Aug. 7, 2008.", date(2008, 8, 27)),
        ("Aug. 27", "NATO condemned it. The war began on Aug. 7, 2008.", None),  # no weekday
        ("Aug. 27", "NATO on Friday condemned it. The war began on Aug. 7, 2008.", None),  # not that weekday
        ("Aug. 27", "NATO on Wednesday condemned it. The war began on May 7, 2008.", None),  # too long before
        ("Aug. 27", "NATO on Wednesday condemned it. The war began in 2008.", None),
        ("Feb. 30", "NATO on Wednesday condemned it. The war began on Feb. 7, 2008.", None),
    ],
)
def test_year_from_text(day, text, published):
    assert year_from_text(day, split_lines(text)) == published


@pytest.mark.parametrize(
    ("last", "published"),
    [
        ("(Alpine Wire, 17.04.2013. Reporting by Jo Roe)", date(2013, 4, 17)),
        ("Reporting by Jo Roe, April 17, 2013", date(2013, 4, 17)),
        ("Last updated 18 April 2013 at 00:10", date(2013, 4, 17)),
        ("They will meet again on 19 April 2013.", None),
        ("It began on 17 May 2013.", None),
        ("Read more: the summit of April 17, 2013\n\nApril 17, 2012: a history", None),
        ("It began on 17 April 2013.\n\nMore soon.\n\nStay with us.", None),  # too far up
    ],
)
def test_the_sign_off_completes_the_dateline(last, published):
    lines = list(split_lines(f"They met on Tuesday.\n\n{last}"))
    assert year_from_sign_off("April 17", lines) == published


@pytest.mark.parametrize(
    ("notice", "published"),
    [
        ("(c) 2013 Alpine Wire", date(2013, 4, 17)),
        ("© 2013 Alpine Wire. All rights reserved.", date(2013, 4, 17)),
        ("Copyright (C) 2013 by Alpine Wire", date(2013, 4, 17)),
        ("© 2024 The Lantern Post", None),  # the site that shows it
        ("(c) Alpine Wire", None),
        ("Alpine Wire 2013", None),
        ("In 2013 Alpine Wire reported it.", None),
        ("(c) 2013 Alpine Wire\n\n(c) 2014 Alpine Wire", None),
    ],
)
def test_the_notice_of_the_agency_completes_the_dateline(notice, published):
    lines = list(split_lines(f"They met on Tuesday.\n\n{notice}"))
    assert year_from_notice("April 17", "Alpine Wire", lines) == published
