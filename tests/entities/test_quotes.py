"""One speaker for a run of quoted paragraphs: "I", "we" and "my" are that speaker, never a name inside the quotes."""

from __future__ import annotations

import pytest

MILL = (
    "“I came to this town in 1990,” said Anna Holm, the owner of the mill.\n\n“Peter Vik sold me the house. {}\n\n"
    "“Then I met Maya Lund, who told Tom Berg that she knew my brother.”\n\nThe mill closed in May."
)
HARD = "Anna Holm has run the mill since 1990.\n\n“Maya Lund lent me money,” she said.\n\n“Tom Berg told us to sell.”"

#: A text, a word in it, the how-manieth it is, and the name of whom it means; "" where nobody is meant.
CASES = [
    # paragraphs that go on, with a mark at the end or none
    (MILL.format("We paid in cash.”"), "me", 1, "Anna Holm"),
    (MILL.format("We paid in cash.”"), "We", 1, "Anna Holm"),
    (MILL.format("We paid in cash.”"), "my", 1, "Anna Holm"),
    (MILL.format("We paid in cash."), "me", 1, "Anna Holm"),
    (MILL.format("We paid in cash."), "We", 1, "Anna Holm"),
    (MILL.format("We paid in cash."), "I", 2, "Anna Holm"),
    (MILL.format("We paid in cash.").replace("“", '"').replace("”", '"'), "me", 1, "Anna Holm"),
    (MILL.format("We paid in cash.").replace("“", '"').replace("”", '"'), "my", 1, "Anna Holm"),
    (HARD, "me", 1, "Anna Holm"),
    (HARD, "us", 1, "Anna Holm"),
    (HARD, "she", 1, "Anna Holm"),
    # who speaks is told in the midst of it, or right before
    ("“Maya Lund lied to me.”\n\n“I trusted her,” Anna Holm said.", "me", 1, "Anna Holm"),
    ("The mill closed in May, Anna Holm said.\n\n“I told Tom Berg. He said I was wrong.”", "I", 1, "Anna Holm"),
    ("The mill closed in May, Anna Holm said.\n\n“I told Tom Berg. He said I was wrong.”", "I", 2, "Anna Holm"),
    ("Anna Holm was proud.\n\n“Maya Lund told me she would win.”\n\n“I believed her,” she said.", "me", 1, "Anna Holm"),
    (
        "Anna Holm was proud.\n\n“Maya Lund told me she would win.”\n\n“I believed her,” she said.",
        "she",
        2,
        "Anna Holm",
    ),
    ("“Tom,” she said, “told me that Maya Lund said so.” Anna Holm left.", "me", 1, ""),
    # each has a speaker of its own
    ("“Tom Berg lied to me,” Anna Holm said.\n\n“My family left,” added Maya Lund.", "me", 1, "Anna Holm"),
    ("“Tom Berg lied to me,” Anna Holm said.\n\n“My family left,” added Maya Lund.", "My", 1, "Maya Lund"),
    # another has come in between
    ("“Tom Berg lied,” Anna Holm said.\n\nMaya Lund was angry.\n\n“He lied to me.”", "me", 1, "Maya Lund"),
    ("“Tom Berg lied,” Anna Holm said.\n\nThe mill closed in May.\n\n“He lied to me.”", "me", 1, ""),
    ("“Tom Berg lied,” Anna Holm said. The mill closed in May. “He lied to me.”", "me", 1, "Anna Holm"),
    # nobody is named
    ("“Maya Lund told us to go,” a guard said. Anna Holm came later.", "us", 1, ""),
    ("“Tom Berg told me to go.”\n\nAnna Holm came later.", "me", 1, ""),
    ("“We lost,” the paper wrote.\n\nThe mill closed. It was sold.\n\n“Tom Berg told me.”", "me", 1, ""),
]


@pytest.fixture(scope="module")
def read(read_entities):
    return read_entities(CASES)


@pytest.mark.parametrize(("text", "word", "number", "name"), CASES)
def test_who_speaks(read, text, word, number, name):
    view = read[text]
    told = [one for one in view.mentions if one.text == word][number - 1]
    chain = [one.text for one in view.mentions if one.chain == told.chain and one.form == "name"]
    assert (chain[0] if chain else "") == name
