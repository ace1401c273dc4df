"""Whether two words are spellings of one: transliterations, and slips of one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA

#: Words of fewer letters are compared as they are: one letter makes another name of them.
SHORT = 5

#: What transliterations write in several ways, and the form that is compared; applied one after the other.
_SOUNDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("oe", "o"), ("ae", "a"),
        ("ue", "u"), ("ph", "f"), ("kh", "h"), ("dh", "d"), ("zh", "j"), ("tch", "ch"), ("ou", "u"), ("x", "ks"),
        ("(ow|off|ov)$", "ov"), ("(ew|eff|yev|iev|jev|ev)$", "ev"), ("^[ji](?=[aeou])", "y"), (r"(.)\1+", r"\1"),
        ("(?<=[^aeou])[iyj]+$", "y"), ("(?<=[aeou])[iyj]+$", "i"),
    )
)  # fmt: skip


@cache
def sound(word: str) -> str:
    """The form that spellings of one word have in common; a short word is its own.

    >>> sound("zelenskyy") == sound("zelenski"), sound("mueller") == sound("muller"), sound("lee") == sound("li")
    (True, True, False)
    """
    if len(word) < SHORT:
        return word
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter left out, added or changed, or by two exchanged; never words with digits.

    >>> one_slip("saakashvili", "saakashvilli"), one_slip("asr1603", "asr1605"), one_slip("lee", "lea")
    (True, False, False)
    """
    if min(len(one), len(other)) < SHORT or any(map(str.isdigit, one + other)):
        return False
    return bool(OSA.distance(one, other, score_cutoff=1) == 1)


def slips(word: str) -> Iterator[str]:
    """The blocking keys for slips: the word, and the word without each of its letters."""
    yield word
    if len(word) >= SHORT:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
