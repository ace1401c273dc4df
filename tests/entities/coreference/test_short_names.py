"""Short names that a text defines in brackets: what the last mention of some words points back to ("" is nothing)."""

import pytest

TABLE = [
    ("Harlow & Pike (H&P) opened a shop in Leeds. Later H&P closed it.", "H&P", "Harlow & Pike"),
    ("Fisher & Crane Healthcare (F&CH) makes masks. Investors like F&CH.", "F&CH", "Fisher & Crane Healthcare"),
    ("The Bureau of Ships & Docks (BSD) met in Riga. The BSD lost.", "BSD", "Bureau of Ships & Docks"),
    (
        "The International Widget Federation (“IWF”) met in Graz. The IWF voted.",
        "IWF",
        "International Widget Federation",
    ),
    (
        'Solmar Energia S.A. (B3: SLM3) ("Solmar" or the "Company") grew. Solmar sold more oil.',
        "Solmar",
        "Solmar Energia S.A.",
    ),
    ('Jane Roe ("Roe") sued Fenwick Ltd (the "Employer"). The court heard Roe.', "Roe", "Jane Roe"),
    # nothing is defined, or something else is meant
    ('Harlow (a "Dickensian" town) was quiet. Toyota left. Dickensian streets remain.', "Dickensian", ""),
    ('Toyota (the "Company") sued Honda. A company in Lund waited.', "company", ""),
    ('"We won," said Toyota (in "Motor World"). Readers like Motor World.', "Motor World", "Motor World"),
    (
        "The Party for Rural Development (PRD) won in Oslo. The PRD is small.",
        "PRD",
        "Party for Rural Development",
    ),
    (
        "The Nordic Institute of Seismology (Nordseis) warned. Nordseis saw waves.",
        "Nordseis",
        "Nordic Institute of Seismology",
    ),
    (
        "The U.K. Office for Harbour Safety (UKOHS) met. Ships obey the UKOHS.",
        "UKOHS",
        "U.K. Office for Harbour Safety",
    ),
    ("The National Harbour Agency (BNPX) warned. Ships obey the BNPX.", "BNPX", "National Harbour Agency"),
    ("The National Harbour Agency (UNESCO) warned. Ships obey UNESCO.", "UNESCO", "UNESCO"),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(TABLE)


@pytest.mark.parametrize(("text", "mention", "antecedent"), TABLE)
def test_short_names(read, text, mention, antecedent):
    assert read[text].refers(mention) == antecedent


def test_the_company_is_no_name(read):
    assert not any("Company" in name for name in read[TABLE[4][0]].names())
