"""Who says that an event happened; "" where the text itself says so."""

import pytest


def gap(reason, *row):
    """A row that should pass and does not yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))


ATTRIBUTED = [
    gap(
        "no rule: not seen in public text",
        "Jane Roe studied in Oslo, where, the magazine Insight reported in May, she met Max Lund.",
        "met",
        "Insight",
    ),
    gap(
        "no rule: not seen in public text",
        "Max Lund worked in Lima, where, Ada Holm wrote on Monday, he sold the car.",
        "sold",
        "Ada Holm",
    ),
    ("Jane Roe questioned why Max Lund had met Ada Holm in Oslo.", "met", "Jane Roe"),
    gap(
        "no rule: not seen in public text",
        "Alba filed a complaint in May. The suit says that Jane Roe sold shares.",
        "sold",
        "Alba",
    ),
    ("Max Roe shot a guard, a jury has heard.", "shot", "a jury"),
    gap(
        "no rule: not seen in public text",
        "A house was searched on Monday, the court was told.",
        "searched",
        "the court",
    ),
    ("Jane Roe resigned, Toyota said, and left Japan on Monday.", "resigned", "Toyota"),
    ("Jane Roe resigned, Toyota said, and left Japan on Monday.", "left", "Toyota"),
    ("Germany said that Russia attacked the convoy.", "attacked", "Germany"),
    ("Germany said Russia attacked the convoy.", "attacked", "Germany"),
    ("Russia attacked the convoy, Germany said.", "attacked", "Germany"),
    ("According to Germany, Russia attacked the convoy.", "attacked", "Germany"),
    ("Russia attacked the convoy, according to Germany.", "attacked", "Germany"),
    ("“Russia attacked the convoy,” said Jane Roe.", "attacked", "Jane Roe"),
    ("Jane Roe told reporters that Apple bought Beats.", "bought", "Jane Roe"),
    ("Toyota announced that it recalled the cars.", "recalled", "Toyota"),
    ("The ministry claims that troops captured the town.", "captured", "The ministry"),
    ("Jane Roe warned that prices would rise.", "rise", "Jane Roe"),
    ("France believes Iran tested a missile.", "tested", "France"),
    ("Jane Roe said Germany thinks that Iran tested a missile.", "tested", "Germany"),
    ("A Russian statement said troops withdrew.", "withdrew", "Russia"),
    ("Kyiv accused Moscow of bombing the port.", "bombing", "Kyiv"),
    ("NATO met in Riga. It said that Russia attacked the convoy.", "attacked", "NATO"),
    ("The BBC reported that the minister resigned.", "resigned", "BBC"),
    ("NATO pledged to send help.", "send", "NATO"),
    ("Germany denied that it sold tanks.", "sold", "Germany"),
    ("Police said on Monday that two men were arrested.", "arrested", "Police"),
]
ATTRIBUTED += [
    ("Alba said that it met the minister who resigned in May.", "resigned", "Alba"),
    # a writing speaks for its author
    gap(
        "no rule: not seen in public text",
        "NATO issued a statement on Monday. The statement said troops withdrew.",
        "withdrew",
        "NATO",
    ),
    gap(
        "no rule: not seen in public text",
        "A statement was signed by France. It rained. The statement said troops withdrew.",
        "withdrew",
        "France",
    ),
    gap(
        "no rule: not seen in public text",
        "Alba said so in a letter. The letter added that Corin sold a plant.",
        "sold",
        "Alba",
    ),
    ("A report by Oxfam said that troops withdrew.", "withdrew", "Oxfam"),
    ("According to a study by Oxfam, troops withdrew.", "withdrew", "Oxfam"),
    ("A spokeswoman for Toyota said that Alba sold a plant.", "sold", "Toyota"),
    ("France suspected Iran of testing a missile.", "testing", "France"),
]
ATTRIBUTED += [
    # those who have no name
    ("Prosecutors said Roe bribed two ministers.", "bribed", "Prosecutors"),
    ("Troops withdrew, two residents told Alba.", "withdrew", "two residents"),
    ("Germany said witnesses claimed that Roe fled.", "fled", "witnesses"),
    ("The bridge collapsed in Lyon, said local engineers.", "collapsed", "local engineers"),
    ("According to survivors, troops attacked Lund.", "attacked", "survivors"),
]
# who has a name is told by it; who is told or accused says nothing
ATTRIBUTED += [
    ("Her deputy, Jane Roe, promised to sell the plant.", "sell", "Jane Roe"),
    ("Her deputy said that Volvo sold the plant.", "sold", "Her deputy"),
    ("Max Lund was told by Jane Roe that Volvo sold the plant.", "sold", "Jane Roe"),
    ("Max Lund was told that Volvo sold the plant.", "sold", ""),
    ("Max Lund is accused of burning files after Volvo shut the plant.", "shut", ""),
    ("Max Lund was quoted as saying that Volvo sold the plant.", "sold", "Max Lund"),
]
ATTRIBUTED += [
    # who vouches for it is who tells what another is said to have said
    ("According to a friend of the family, Max Lund said that Volvo sold the plant.", "sold", "a friend of the family"),
    ("Max Lund said that, according to Alba, Volvo sold the plant.", "sold", "Max Lund"),
    ("People briefed on the talks said that Volvo sold the plant.", "sold", "People briefed on the talks"),
    ("A nurse with two jobs said that Volvo sold the plant.", "sold", "A nurse with two jobs"),
    ("A nurse, who had two jobs, said that Volvo sold the plant.", "sold", "A nurse"),
    ("A court in Lyon found that Max Lund forged the letter.", "forged", "A court"),
    ("Analysts expect Volvo to sell the plant.", "sell", "Analysts"),
    ("Jane Roe denied reports that Volvo had sold the plant.", "sold", "Jane Roe"),
    ("Their MP, Jane Roe, said that Volvo sold the plant.", "sold", "Jane Roe"),
    # a mill denies nothing
    ("Jane Roe said the plant was safe, and denied that Volvo had sold it.", "sold", "Jane Roe"),
    gap(
        "no rule: not seen in public text",
        "Jane Roe said the plant was losing money and denied that Volvo had sold it.",
        "sold",
        "Jane Roe",
    ),
]
NOT_ATTRIBUTED = [
    ("Alba filed a complaint in May. The book says that Jane Roe sold shares.", "sold", "The book"),
    ("Volvo sold the plant; Max Lund said that nobody was told.", "sold", ""),
    ("Workers rejected the offer: Max Lund said that nobody was told.", "rejected", ""),
    ("Max Lund found the letter that Jane Roe forged.", "forged", ""),
    ("Volvo is expected to sell the plant.", "sell", ""),
    ("It is unfair to expect Volvo to sell the plant.", "sell", ""),
    ("Alba said that it met Jane Roe, who resigned in May.", "resigned", ""),
    ("Germany read a report. The report said that troops withdrew.", "withdrew", ""),
    ("Jane Roe wrote a letter. The report said that troops withdrew.", "withdrew", ""),
    ("The report said that troops withdrew.", "withdrew", ""),
    ("Germany convicted Max Lund of attacking Jane Roe.", "attacking", ""),
    ("Russia attacked the convoy.", "attacked", ""),
    ("Germany asked Russia to withdraw.", "asked", ""),
    ("Jane Roe spoke and Russia attacked the convoy.", "attacked", ""),
    ("Germany said nothing when Russia attacked the convoy.", "attacked", ""),
    ("Jane Roe, who said little, resigned.", "resigned", ""),
    ("Toyota announced a recall.", "announced", ""),
    ("Germany condemned the attack on Kharkiv.", "attack", ""),
    ("Germany attacked Poland, as Jane Roe wrote.", "attacked", ""),
    ("After Scholz said goodbye, Macron met Jane Roe.", "met", ""),
    ("The troops withdrew according to plan.", "withdrew", ""),
    ("The report said to exist was sold.", "sold", ""),
    ("No witness said that Roe fled.", "fled", ""),
    ("Troops attacked Lund according to schedule.", "attacked", ""),
    ("Prosecutors charged Roe and Lund fled.", "fled", ""),
    ("Somebody said that Roe fled.", "fled", ""),
    ("Apple announced a plan and bought Beats.", "bought", ""),
    ("Scholz met Macron and said that it was late.", "met", ""),
]


@pytest.fixture(scope="module")
def read(read_events):
    return read_events([*ATTRIBUTED, *NOT_ATTRIBUTED])


@pytest.mark.parametrize(("text", "trigger", "speaker"), ATTRIBUTED)
def test_attributed(read, text, trigger, speaker):
    assert read[text].speaker(trigger) == speaker


@pytest.mark.parametrize(("text", "trigger", "speaker"), NOT_ATTRIBUTED)
def test_not_attributed(read, text, trigger, speaker):
    assert read[text].speaker(trigger) == speaker
