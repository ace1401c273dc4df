"""What is known of two words or mentions: the path between them, how far apart they are, how alike."""

from __future__ import annotations

import numpy as np
import pytest

from graphbuilder.reader.pairs import (
    KINDS,
    MENTIONS,
    TELLINGS,
    TYPES,
    WORD_TO_MENTION,
    Spot,
    ends,
    mention_to_mention,
    path_numbers,
    paths,
    telling_to_telling,
    word_to_mention,
)

#: Columns of what is known of two mentions, of a telling and a mention, of two tellings.
SAME_TEXT, SAME_LAST, WITHIN, INITIALS, NESTED, DISTANCE, SENTENCES, KIND_PAIR, SAME_TYPE, TYPE = range(10)
APART, SENTENCES_APART, KIND, MENTION_TYPE = range(4)
BEGINNING, BACK, SENTENCES_BACK, VERBS, PLACE = range(5)

TREE = """Leaders/nsubj/met of/prep/Leaders NATO/pobj/of met/ROOT/met in/prep/met Kyiv/pobj/in
They/nsubj/left left/ROOT/left"""


@pytest.mark.parametrize(
    ("a", "b", "path"),
    [
        ("met", "Leaders", ">nsubj"),
        ("Leaders", "met", "<nsubj"),
        ("met", "NATO", ">nsubj>prep>pobj"),
        ("NATO", "Kyiv", "<pobj<prep<nsubj>prep>pobj"),  # five steps
        ("met", "met", ""),
        ("met", "They", "none"),  # another sentence
        ("left", "They", ">nsubj"),
    ],
)
def test_paths_of_the_parse(a, b, path, plain_words):
    words = plain_words(TREE)
    at = [words.texts.index(word.lower()) for word in (a, b)]
    assert paths(words, at[:1], at[1:]) == [[path]]


@pytest.mark.parametrize(("steps", "path"), [(4, ">a" * 4), (5, ">a" * 5), (6, "far"), (9, "far")])
def test_a_path_of_more_than_five_steps_is_far(steps, path, plain_words):
    words = plain_words(" ".join(["w0/ROOT/w0", *(f"w{at}/a/w{at - 1}" for at in range(1, steps + 1))]))
    assert paths(words, [0], [steps]) == [[path]]


def test_two_sentences_under_one_number_are_far_apart(plain_words):
    """Two roots: no common head."""
    words = plain_words("met/ROOT/met left/ROOT/left")
    assert paths(words, [0], [1]) == [["far"]]


def test_numbers_of_paths(plain_words):
    words = plain_words(TREE)
    met, left = words.texts.index("met"), words.texts.index("left")
    known = {">nsubj": 7, "none": 2}
    found = path_numbers(words, [met, left], [0, 6, 2], known)
    assert found.tolist() == [[7, 2, 0], [2, 7, 2]]
    assert path_numbers(words, [], [0, 1], known).shape == (0, 2)
    assert path_numbers(words, [met], [], known).shape == (1, 0)


def line(n, sentences=None):
    """`n` words, parted into sentences after some of them."""
    words = [f"w{at}/ROOT/w{at}" for at in range(n)]
    for at in sorted(sentences or (), reverse=True):
        words[at] += "\n"
    return " ".join(words).replace("\n ", "\n")


@pytest.mark.parametrize(
    ("apart", "value"),
    [
        (0, 0),
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
        (5, 4),
        (6, 5),
        (8, 5),
        (9, 6),
        (39, 8),
        (40, 9),
        (79, 9),
        (80, 10),
        (99, 10),
    ],
)
def test_how_far_a_mention_is_from_a_telling(apart, value, plain_words):
    words = plain_words(line(200))
    spots = [Spot(100 - apart, 100 - apart, 0, 0), Spot(90 + apart, 100 + apart, 0, 0)]  # its last word counts
    before, after = word_to_mention(words, [100], spots)[0, :, APART]
    assert (before, after) == (value, value + 11 if apart else 0)


@pytest.mark.parametrize(("apart", "value"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (8, 5), (13, 5), (14, 6)])
def test_how_many_sentences_a_mention_is_from_a_telling(apart, value, plain_words):
    words = plain_words(line(41, range(40)))
    spots = [Spot(20 - apart, 20 - apart, 0, 0), Spot(20 + apart, 20 + apart, 0, 0)]
    before, after = word_to_mention(words, [20], spots)[0, :, SENTENCES_APART]
    assert (before, after) == (value, value + 7 if apart else 0)


def test_kind_and_type_of_a_mention(plain_words):
    spots = [Spot(0, 0, KINDS.index("pronoun"), TYPES.index("law")), Spot(1, 1, 0, TYPES.index("place"))]
    found = word_to_mention(plain_words(line(4)), [2, 3], spots)
    assert found[..., KIND].tolist() == [[2, 0], [2, 0]]
    assert found[..., MENTION_TYPE].tolist() == [[6, 2], [6, 2]]


def mentions(*texts):
    """A tree of these mentions, one after the other, and their spots."""
    words = [text.split() for text in texts]
    spots, at = [], 0
    for text in words:
        spots.append(Spot(at, at + len(text) - 1, 0, 0))
        at += len(text)
    return " ".join(f"{word}/dep/{word}" for text in words for word in text), spots


def likeness(plain_words, *texts):
    tree, spots = mentions(*texts)
    return mention_to_mention(plain_words(tree), spots)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("NATO", "NATO", True),
        ("NATO", "the NATO", True),
        ("The Alliance", "the alliance", True),
        ("Bank of England", "Bank England ’s", True),
        ("NATO", "EU", False),
        ("Jens Stoltenberg", "Stoltenberg", False),
        ("the", "a", False),  # nothing is left of either
        ("the", "the", False),
    ],
)
def test_the_same_text(a, b, same, plain_words):
    found = likeness(plain_words, a, b)[..., SAME_TEXT]
    assert found[0, 1] == found[1, 0] == same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Jens Stoltenberg", "Stoltenberg", True),
        ("the summit", "a summit", True),
        ("the Summit", "summit", True),
        ("Jens Stoltenberg", "Jens", False),
        ("NATO ’s", "the EU ’s", True),  # the last word as it stands
    ],
)
def test_the_same_last_word(a, b, same, plain_words):
    found = likeness(plain_words, a, b)[..., SAME_LAST]
    assert found[0, 1] == found[1, 0] == same


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        ("Stoltenberg", "Jens Stoltenberg", 2),
        ("Jens Stoltenberg", "Stoltenberg", 1),
        ("the Bank", "Bank of England", 2),
        ("England Bank", "Bank of England", 0),  # neither has more
        ("NATO", "NATO", 0),
        ("Kyiv", "Jens Stoltenberg", 0),
        ("Jens Kyiv", "Jens Peter Stoltenberg", 0),
        ("the", "the Bank", 0),
    ],
)
def test_one_within_the_other_by_words(a, b, value, plain_words):
    found = likeness(plain_words, a, b)[..., WITHIN]
    assert (found[0, 1], found[1, 0]) == (value, {2: 1, 1: 2, 0: 0}[value])


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        ("EU", "the European Union", True),
        ("U.S.", "United States", True),
        ("UN", "the United Nations", True),
        ("UAE", "the United Arab Emirates", True),
        ("WTO", "World 2 Trade Organization", True),  # what begins with no letter is passed over
        ("EU", "the Union", False),
        ("E", "Europe", False),  # one letter is no initials
        ("the EU", "the European Union", True),
        ("EU members", "European Union", False),
        ("UE", "European Union", False),
        ("NATO", "NATO", False),
    ],
)
def test_initials(a, b, value, plain_words):
    found = likeness(plain_words, a, b)[..., INITIALS]
    assert found[0, 1] == found[1, 0] == value


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        ((0, 4), (2, 2), True),
        ((0, 4), (4, 4), True),
        ((0, 2), (2, 4), True),
        ((0, 1), (2, 3), False),
        ((0, 0), (1, 1), False),
    ],
)
def test_nested_mentions(a, b, value, plain_words):
    found = mention_to_mention(plain_words(line(6)), [Spot(*a, 0, 0), Spot(*b, 0, 0)])[..., NESTED]
    assert found[0, 1] == found[1, 0] == value


def test_how_far_back_an_antecedent_is(plain_words):
    """Counted in mentions and in sentences; 0 for what comes after."""
    words = plain_words(line(100, range(0, 100, 2)))
    found = mention_to_mention(words, [Spot(at, at, 0, 0) for at in range(100)])
    assert found[90, [90, 89, 88, 87, 86, 85, 84, 81, 50, 49, 10, 0], DISTANCE].tolist() == [
        0,
        1,
        2,
        3,
        4,
        4,
        5,
        6,
        9,
        9,
        10,
        10,
    ]
    assert found[90, 91:, DISTANCE].tolist() == [0] * 9
    assert found[90, [90, 89, 88, 86, 84, 80, 60], SENTENCES].tolist() == [0, 0, 1, 2, 3, 4, 6]
    assert found[90, 91:, SENTENCES].tolist() == [0] * 9


def test_kinds_and_types_of_two_mentions(plain_words):
    spots = [Spot(0, 0, 0, 2), Spot(1, 1, 2, 5), Spot(2, 2, 1, 5)]
    found = mention_to_mention(plain_words(line(3)), spots)
    assert found[..., KIND_PAIR].tolist() == [[0, 2, 1], [6, 8, 7], [3, 5, 4]]
    assert found[..., SAME_TYPE].tolist() == [[1, 0, 0], [0, 1, 1], [0, 1, 1]]
    assert found[..., TYPE].tolist() == [[2] * 3, [5] * 3, [5] * 3]  # of the one that looks for an antecedent


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("annexed", "annexation", False),  # anne, annexat: of each all but three letters
        ("annexing", "annexes", False),
        ("meeting", "meets", True),  # meet, meet
        ("elected", "elects", True),
        ("attacks", "attackers", False),
        ("attacks", "attacked", False),
        ("war", "warn", False),  # of a short word all
        ("Talks", "talk", True),
    ],
)
def test_tellings_that_begin_alike(a, b, same, plain_words):
    found = telling_to_telling(plain_words(f"{a}/dep/{a} {b}/dep/{b}"), [0, 1])[..., BEGINNING]
    assert found[0, 1] == found[1, 0] == same
    assert found[0, 0] == found[1, 1] == 1


def test_what_else_is_known_of_two_tellings(plain_words):
    words = plain_words("met/ROOT/met\nsummit/dobj/summit\nleft/ROOT/left", places=[0, 1, 9])
    found = telling_to_telling(words, [0, 1, 2])
    assert found[2, :, BACK].tolist() == [2, 1, 0]
    assert found[0, :, BACK].tolist() == [0, 0, 0]
    assert found[2, :, SENTENCES_BACK].tolist() == [2, 1, 0]
    assert found[..., VERBS].tolist() == [[3, 2, 3], [1, 0, 1], [3, 2, 3]]
    assert found[..., PLACE].tolist() == [[0, 1, 2]] * 3  # of the earlier one: headline, lead, elsewhere


@pytest.mark.parametrize("n", [0, 1, 60])
def test_every_value_has_a_row_of_its_table(n, plain_words):
    words = plain_words(line(max(n, 1), range(0, n, 3)))
    rng = np.random.default_rng(4)
    spots = [Spot(at - at % 2, at, int(rng.integers(3)), int(rng.integers(8))) for at in range(n)]
    for found, sizes in (
        (mention_to_mention(words, spots), MENTIONS),
        (telling_to_telling(words, range(n)), TELLINGS),
        (word_to_mention(words, range(n), spots), WORD_TO_MENTION),
    ):
        assert found.shape == (n, n, len(sizes))
        assert (found >= 0).all()
        assert (found < np.array(sizes)).all()


def test_first_and_last_words():
    firsts, lasts = ends([Spot(1, 3, 0, 0), Spot(5, 5, 0, 0)])
    assert (firsts.tolist(), lasts.tolist()) == ([1, 5], [3, 5])
    assert [one.dtype for one in ends([])] == [np.int32, np.int32]
