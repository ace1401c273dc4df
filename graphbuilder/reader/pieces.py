"""Into which pieces of the encoder's vocabulary a word falls: WordPiece, as BERT without capitals has it.

A word is written in small letters without accents and parted at marks; of what is left the longest piece that the
vocabulary has is taken, again and again. What it has no pieces for is unknown.

    Yes: "Bucharest-based" → bucharest - based;  "Zürich" → zurich;  "annexed" → annexe ##d
    No:  "\\ufeff", which nobody sees → nothing
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category, normalize

UNKNOWN, OPENING, CLOSING = "[UNK]", "[CLS]", "[SEP]"
#: A part of a word that is longer is unknown.
_LONGEST = 100
#: Words whose pieces are kept: most words of a text were met before.
_KEPT = 65536
#: Letters that are words of their own: Chinese, as BERT counts them.
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPieces:
    """The pieces of words by their numbers in a vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._number = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary))
        self.unknown = self._number[UNKNOWN]
        self.opening, self.closing = self._number[OPENING], self._number[CLOSING]
        self._of = lru_cache(_KEPT)(self._pieces)

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of a word; none if there is nothing to see in it."""
        return self._of(word)

    def _pieces(self, word: str) -> tuple[int, ...]:
        return tuple(number for part in _parts(word) for number in self._part(part))

    def _part(self, part: str) -> list[int]:
        """The longest pieces from left to right; the whole part is unknown if one is missing."""
        if len(part) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                number = self._number.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def _parts(word: str) -> Iterator[str]:
    """A word in small letters without accents, parted at blanks, marks and ideographs."""
    seen = "".join(" " if letter.isspace() else letter for letter in word if _is_seen(letter))
    plain = "".join(letter for letter in normalize("NFD", seen) if category(letter) != "Mn").lower()
    part = ""
    for letter in plain:
        if letter == " " or _is_alone(letter):
            if part:
                yield part
            part = ""
            if letter != " ":
                yield letter
        else:
            part += letter
    if part:
        yield part


def _is_seen(letter: str) -> bool:
    return letter in "\t\n\r" or (letter != "\ufffd" and category(letter) not in {"Cc", "Cf", "Cs", "Co"})


def _is_alone(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum()
    return category(letter)[0] == "P" or any(low <= ord(letter) <= high for low, high in _IDEOGRAPHS)
