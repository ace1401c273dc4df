"""Dates at the head of the entries of a chronology, and what hangs on them. Published on Tuesday, 29 November 2022.

Rows: what it shows, the text, and the times in it that have an interval, with what they hang on.
"""

from datetime import date

import pytest

from graphbuilder.times import find_times
from graphbuilder.times.document.chronology_entries import entries_of

PUBLISHED = date(2022, 11, 29)

ENTRIES = [
    ("a year goes on", "3 March 1998. The dam leaks.\n\n9 April. It bursts.\n\n2 May. The mayor resigns.",
     "1998-03-03; 1998-04-09 < 3 March 1998; 1998-05-02 < 9 April"),
    ("past the end of it",
     "3 November 1998\nThe dam leaks.\n\n9 December\nIt bursts.\n\n2 February\nThe mayor resigns.",
     "1998-11-03; 1998-12-09 < 3 November 1998; 1999-02-02 < 9 December"),
    ("the newest first", "June 2, 2010: The mine reopens.\n\nMay 30: Miners vote.\n\nMay 1: They strike.",
     "2010-06-02; 2010-05-30 < June 2, 2010; 2010-05-01 < May 30"),
    ("in bold, now lost", "3 March 1998 The dam leaks.\n\n9 April It bursts.\n\n2 May The mayor resigns.",
     "1998-03-03; 1998-04-09 < 3 March 1998; 1998-05-02 < 9 April"),
    ("in a list", "* 2004 – The bank fails.\n* June – Savers sue it.\n* 2006 – A court clears it.",
     "2004; 2004-06 < 2004; 2006"),
    ("what follows an entry",
     "2 May 1998. It rains.\n\n3 May. The dam bursts. Two days later the mayor resigns.\n\n9 May. He "
     "returns.", "1998-05-02; 1998-05-03 < 2 May 1998; 1998-05-05 < 3 May; 1998-05-09 < 3 May"),
    ("of a year", "1994\nThe bank opens.\n\n1996\nIt fails in the spring.\n\n1999\nIt is sold in May.",
     "1994; 1996; 1996-21 < 1996; 1999; 1999-05 < 1999"),
    ("below the date",
     "2 May 1998\n\nIt rains.\n\n3 May\n\nThe dam bursts on the 4th of May.\n\n9 May\n\nHe returns.",
     "1998-05-02; 1998-05-03 < 2 May 1998; 1998-05-04 < 3 May; 1998-05-09 < 3 May"),
    ("round bullets", "● 5 May 1998: It rains.\n\n● 11 May: They rest.\n\n● 2 June: It ends.",
     "1998-05-05; 1998-05-11 < 5 May 1998; 1998-06-02 < 11 May"),
    ("days of an entry",
     "5-9 May 1998. It rains.\n\n11 May. They rest. On the second day they work.\n\n19 May. It ends.",
     "1998-05-05/1998-05-09; 1998-05-11 < 5-9 May 1998; 1998-05-19 < 11 May"),
    ("what is to come",
     "Tomorrow: it rains.\n\n17 December: the court sits.\n\n1 January: the deal lapses. Peru said this morning that "
     "it is glad.",
     "2022-11-30 < publication; 2022-12-17 < Tomorrow; 2023-01-01 < 17 December; 2022-11-29 < publication"),
    ("what was, and is to come", "3 November: it rains.\n\n17 November: it snows.\n\n1 January: the deal lapsed.",
     "2022-11-03 < publication; 2022-11-17 < 3 November; 2022-01-01 < 17 November"),
    ("behind the last one",
     "2 May 1998. It rains.\n\n3 May. The dam bursts.\n\n9 May. It is mended.\n\nA trial began on 7 "
     "November.", "1998-05-02; 1998-05-03 < 2 May 1998; 1998-05-09 < 3 May; 2022-11-07 < publication"),
]  # fmt: skip
NO_ENTRIES = [
    ("two are no chronology", "3 March 1998. The dam leaks.\n\n9 April. It bursts.",
     "1998-03-03; 2022-04-09 < publication"),
    ("dates in sentences", "The dam leaked on 3 March 1998.\n\nIt burst on 9 April.\n\nOn 2 May the mayor left.",
     "1998-03-03; 2022-04-09 < publication; 2022-05-02 < publication"),
    ("two in bold are none, nor are sentences",
     "3 March 1998 The dam leaks.\n\n9 April It bursts.\n\n1998 was wet.\n\n2001 saw a fire.",
     "1998-03-03; 2022-04-09 < publication; 1998; 2001"),
    ("days of nothing", "On the second day they left. She stopped on the 26th floor, and won on the 3rd try.", ""),
    ("since then", "Since 1998 it leaks.\n\nSince 1999 it rains.\n\nSince 2001 it is closed.",
     "1998/..; 1999/..; 2001/.."),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "text", "expected"), ENTRIES + NO_ENTRIES, ids=lambda one: one[:40])
def test_dates_of_entries(shows, text, expected):
    times = find_times(text, PUBLISHED)
    words = {one.id: one.text for one in times}
    told = [(one.interval.edtf, words.get(one.anchor, one.anchor)) for one in times if one.interval is not None]
    assert "; ".join(edtf if anchor is None else f"{edtf} < {anchor}" for edtf, anchor in told) == expected


@pytest.mark.parametrize(("shows", "text", "expected"), ENTRIES[:-1], ids=lambda one: one[:40])
def test_the_end_of_an_entry_is_that_of_its_paragraph(shows, text, expected):
    entries = entries_of(text, [(one.span.start, one.span.end) for one in find_times(text, PUBLISHED)])
    assert len(entries) == 3
    assert all("\n\n" not in text[one.told : one.end].strip() for one in entries)
    assert text[entries[-1].told : entries[-1].end].endswith(text[-8:])
