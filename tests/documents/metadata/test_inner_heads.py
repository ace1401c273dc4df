import pytest

from graphbuilder.documents.metadata.inner_heads import inner_heads
from graphbuilder.documents.text.lines import split_lines

HEADS = [
    (
        "Mill burns again LUND | Tue Apr 28, 2009 6:58 am EDT LUND (Meridian Wire) - The mill burned on Monday.",
        ["LUND | Tue Apr 28, 2009 6:58 am EDT", "LUND (Meridian Wire) -"],
    ),
    (
        "NOVA GORICA, Slovenia | Mon May 4, 2009 12:48 pm EDT NOVA GORICA, Slovenia (Reuters) - It rained.",
        ["NOVA GORICA, Slovenia | Mon May 4, 2009 12:48 pm EDT", "NOVA GORICA, Slovenia (Reuters) -"],
    ),
    ("Sat Apr 25, 2009 12:51 am BST (Sable Press) - It rained.", ["Sat Apr 25, 2009 12:51 am BST", "(Sable Press) -"]),
    ("Zoo closes over fears Wednesday 6 May 2009 15.16 BST The gates are shut.", ["Wednesday 6 May 2009 15.16 BST"]),
    (
        "Page last updated at 14:47 GMT, Wednesday, 28 September 2011 15:47 UK The trial began.",
        ["Page last updated at 14:47 GMT, Wednesday, 28 September 2011 15:47 UK"],
    ),
    ("Last updated: 14 January, 2010 - 17:26 GMT The road is open.", ["Last updated: 14 January, 2010 - 17:26 GMT"]),
    ("Voters wait in line. (By Ana Roe – Sable Press) LUND, Oct. 6 – The polls opened.", ["LUND, Oct. 6 –"]),
    ("Adds details) LUND, Nov. 29 (Sable Press) - The polls opened.", ["LUND, Nov. 29 (Sable Press) -"]),
]
NO_HEADS = [
    "The mill burned on Sunday 10 May 2009 at 14.27 BST, police said.",
    "It was seen at 14:47 GMT, Wednesday, 28 September 2011 by two sailors.",
    "On Sunday 10 May 2009, 14.27 BST by the clock of the tower, it fell.",
    "The polls close on Sunday 10 May 2009 14.27 BST or earlier.",
    "The World Health Organization (WHO) - which met on Monday - said so.",
    "Earlier the UN's Health Organization (UNHO) - Geneva's largest - said so.",
    "He joined the RAF (Leeds) - as his father had.",
    "They met in LUND, Oct. 6 – and left.",
    "The report of Oct. 6 – The Long Road – won.",
    "Sunday 10 May 2009 was warm.",
    "It opens at 10.30 GMT The gates are shut.",
]


def heads_of(text: str) -> list[str]:
    return [
        text[one.start : one.end] for one in sorted(inner_heads(list(split_lines(text))), key=lambda one: one.start)
    ]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_stamps_and_datelines_inside_a_line(text: str, heads: list[str]) -> None:
    assert heads_of(text) == heads


@pytest.mark.parametrize("text", NO_HEADS)
def test_times_and_dashes_in_sentences(text: str) -> None:
    assert heads_of(text) == []


def test_the_stamps_of_a_log_date_its_entries() -> None:
    log = "\n".join(f"{day} May 2009 10:40 GMT Pump {day} stops." for day in (4, 5, 6))
    assert heads_of(log) == []


def test_many_stamps_cost_no_more_than_their_length() -> None:
    text = "Sat Apr 25, 2009 12:51 am BST (Sable Press) - It rained. " * 3_000
    assert len(heads_of(text)) == 3_000
