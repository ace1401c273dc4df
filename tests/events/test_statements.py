"""Who says what the paragraphs of a statement tell."""

import pytest

import graphbuilder as gb

FIRE = "A fire destroyed the harbour of Lund on 3 May."
INQUIRY = "The council opened an inquiry into the fire."
TENTS = "The army sent tents to Lund."

#: Paragraphs, each with who says what it tells.
STATEMENTS = [
    # without marks: to the end
    ([(FIRE, ""), ("Minister Jane Roe said:", ""), (INQUIRY, "Jane Roe"), (TENTS, "Jane Roe")]),
    ([(FIRE, ""), ("The foreign minister, Jane Roe, said:", ""), (INQUIRY, "Jane Roe")]),
    # to the next who speaks, a heading, or what names the person
    ([("Jane Roe said:", ""), (INQUIRY, "Jane Roe"), ("Max Holm said:", ""), (TENTS, "Max Holm")]),
    ([("Jane Roe said:", ""), (INQUIRY, "Jane Roe"), ("Notes to editors", ""), (TENTS, "")]),
    ([("Jane Roe said:", ""), (INQUIRY, "Jane Roe"), ("Jane Roe visited the harbour on Monday.", ""), (TENTS, "")]),
    # with marks: as long as paragraphs open with one
    ([("Jane Roe said:", ""), (f"“{INQUIRY}", "Jane Roe"), (f"“{TENTS}”", "Jane Roe"), (FIRE, "")]),
    # no statement
    ([("Jane Roe visited three towns:", ""), (FIRE, "")]),
    ([("The following was said:", ""), (FIRE, "")]),
    ([("Jane Roe said on Monday that she was glad.", ""), (FIRE, "")]),
]


@pytest.mark.parametrize("paragraphs", STATEMENTS)
def test_who_says_so(paragraphs):
    [one] = gb.extract(gb.Document(text="\n\n".join(text for text, _ in paragraphs), id="a"))
    names = {mention.id: mention.text for mention in one.mentions}
    told = {}
    for event in one.events:
        words = one.sentences[event.span.sentence].text.strip("“”")
        told.setdefault(words, set()).add(names.get(event.attribution, ""))
    for paragraph, speaker in paragraphs:
        for text in {FIRE, INQUIRY, TENTS} & {paragraph.strip("“”")}:
            assert told[text] == {speaker}
