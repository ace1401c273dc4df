from datetime import date

import pytest

from graphbuilder.documents.metadata.datelines import (
    read_dateline,
    year_from_name,
)

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
