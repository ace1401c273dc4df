"""Whether two names of companies, authorities, ships, products … are the same, two, or perhaps the same.

The words stand in ``lexicons/names/body_names.yaml``: a new legal form ("GmbH") is a word of its list `legal`, for this
module and for those that match and type names in a document.

| the names | verdict |
|---|---|
| equal, but for the legal form or the spelling of a word: Toyota Motor Corp., Toyota Motor | same |
| portfolio before or after: Ministry of Defence, Defense Ministry | same |
| equal but for letters that not every keyboard has: Solvåg, Solvaag | same |
| a slip of one letter in a long word | same where the documents share a name |
| equal but for a number: 6th Fleet, 7th Fleet | different |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon
from graphbuilder.resolve import scores
from graphbuilder.resolve.compare.spelling import SHORT, one_slip, slips
from graphbuilder.resolve.scores import NamePair
from graphbuilder.resolve.verdicts import DIFFERENT, SAME

#: Letters that a word must have for a slip of one letter: where it is the whole name, and beside other words.
LONG, LONG_BESIDE = 7, 5

#: Letters that no text explains are an acronym only if there are so many.
LETTERS = 3
_NUMBER = re.compile(r"\d")


@cache
def body_name(name: str) -> str:
    """The name in the form that is compared: without legal form, words in one spelling, the portfolio behind.

    >>> body_name("Toyota Motor Corp."), body_name("the Defence Ministry"), body_name("Seventh Fleet")
    ('toyota motor', 'ministry of defense', '7th fleet')
    """
    words = _words(name)
    while len(words) > 1 and words[-1] in _listed("legal"):
        words.pop()
    if words[-1:] == ["and"]:
        words.pop()  # "Roe & Co."
    return _turned(" ".join(words)) or fold(name)


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the legal form of a company.

    >>> has_legal_form("Toyota Motor Corp."), has_legal_form("Toyota Motor")
    (True, False)
    """
    words = _words(name)
    return len(words) > 1 and words[-1] in _listed("legal")


def without_kind(name: str) -> str:
    """A name (as `body_name` gives it) without its last words for a kind of body; empty if it has none.

    >>> without_kind("arla foods"), without_kind("bank of england")
    ('arla', '')
    """
    words = name.split()
    while words and words[-1] in _listed("kinds"):
        words.pop()
    return " ".join(words) if len(words) < len(name.split()) else ""


def _words(name: str) -> list[str]:
    return [_spelled(word) for word in fold(name).replace("’", "'").replace(",", " ").replace("-", " ").split()]


def _spelled(word: str) -> str:
    return _table("words").get(word, word.replace("'", ""))


def _turned(name: str) -> str:
    """A name with its portfolio behind the office: "ministry of defense" of "defense ministry"."""
    words = name.split()
    if len(words) > 1 and words[-1] in _listed("offices"):
        return f"{words[-1]} of {_portfolio(words[:-1])}"
    if len(words) > 2 and words[0] in _listed("offices") and words[1] in ("of", "for"):
        return f"{words[0]} of {_portfolio(words[2:])}"
    return name


def _portfolio(words: Sequence[str]) -> str:
    text = " ".join(words).removeprefix("the ")
    return _table("portfolios").get(text, text)


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(_lexicon()[section])


@cache
def _table(section: str) -> dict[str, str]:
    """Form → the first one of its row."""
    return {form: row[0] for row in _lexicon()[section] for form in row}


def _lexicon() -> dict[str, Any]:
    data: dict[str, Any] = lexicon("body_names")
    return data


def country_in(name: str) -> tuple[str, str]:
    """The ISO code of the country that a name begins with, empty if with none, and the rest of the name.

    >>> country_in("Ukrainian Ministry of Defence"), country_in("Ministry of Defence")
    (('UA', 'Ministry of Defence'), ('', 'Ministry of Defence'))
    """
    words = name.split()
    for length in (3, 2, 1):
        entry = known(" ".join(words[:length])) if len(words) > length else None
        if entry is not None and entry.kind in ("country", "adjective"):
            return entry.country, " ".join(words[length:])
    return "", name


def is_shared(name: str) -> bool:
    """Whether every country has a body of this name (as `body_name` gives it), so that it alone does not tell which."""
    first = name.partition(" of ")[0]
    return name in _listed("shared") or first in ("ministry", "department")


def shortens(short: str, long: str) -> bool:
    """Whether a name is an acronym of another one, of some of its words, or some of its words in their order.

    >>> shortens("IAEA", "International Atomic Energy Agency"), shortens("Nordhavn", "Nordhavn Shipping AB")
    (True, True)
    >>> shortens("CDC", "US Centers for Disease Control and Prevention"), shortens("CDC", "Central Data Office")
    (True, False)
    """
    letters = short.replace(".", "").replace("&", "")
    if short.isupper() and len(short) > 1 and letters in (initials(long), initials(_without_form(long))):
        return True
    if short.isupper() and len(letters) >= LETTERS and _are_in_order(letters, initials(long)):
        return True
    rest = iter(body_name(long).split())
    words = body_name(short).split()
    return len(words) < len(body_name(long).split()) and all(word in rest for word in words)


def _are_in_order(letters: str, others: str) -> bool:
    rest = iter(others)
    return all(letter in rest for letter in letters)


def but_for_number(short: str, long: str) -> bool:
    """Whether a name is another one without its number: elsewhere it may refer to any model of the line.

    >>> but_for_number("Lumia", "Lumia 920"), but_for_number("Lumia", "Nokia Lumia")
    (True, False)
    """
    words = body_name(long).split()
    kept = [word for word in words if not _NUMBER.search(word)]
    return 0 < len(kept) < len(words) and body_name(short).split() == kept


def _without_form(name: str) -> str:
    """A name as it is written, without its legal form: "General Motors" of "General Motors Corp."."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold().rstrip(",") in _listed("legal"):
        words.pop()
    return " ".join(words)


def initials(name: str) -> str:
    """The initials of the words with a capital letter; of a single word, all its capitals.

    >>> initials("Food and Drug Administration"), initials("GlaxoSmithKline")
    ('FDA', 'GSK')
    """
    if " " not in name and not name.isupper():
        return "".join(letter for letter in name if letter.isupper())
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def keyboard_form(name: str) -> str:
    """A name with one letter for each of å, ä, æ, ø, ö and ü that is written with two.

    >>> keyboard_form("solvaag"), keyboard_form("solvag"), keyboard_form("moere")
    ('solvag', 'solvag', 'more')
    """
    for two, letter in (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
        name = name.replace(two, letter)
    return name


def blocking_keys(name: str) -> Iterator[tuple[str, ...]]:
    """The blocking keys of a name (as `body_name` gives it): two names that may be of one thing have one in common."""
    words = name.split()
    yield "plain", keyboard_form(name)
    if _NUMBER.search(name):
        yield ("number", *("#" if _NUMBER.search(word) else word for word in words))
    for at, word in enumerate(words):
        if len(word) >= (LONG if len(words) == 1 else LONG_BESIDE):
            rest = " ".join([*words[:at], "?", *words[at + 1 :]])
            yield from (("slip", rest, slip) for slip in slips(word))


def compare(one: str, other: str) -> NamePair | None:
    """What two different names (as `body_name` gives them) say of their bearers; None where they have too little in
    common.
    """
    if len(one) >= SHORT and keyboard_form(one) == keyboard_form(other):
        return NamePair(SAME, scores.KEYBOARD, f"two spellings of one name, {one!r} and {other!r}")
    pairs = [(left, right) for left, right in zip(one.split(), other.split(), strict=False) if left != right]
    if len(one.split()) != len(other.split()) or not pairs:
        return None
    if all(_NUMBER.search(word) for pair in pairs for word in pair):
        numbers = ", ".join(word for pair in pairs for word in pair)
        return NamePair(DIFFERENT, scores.NUMBERS, f"the numbers differ: {numbers}")
    [(left, right), *more] = pairs
    if more or not one_slip(left, right) or any(known(word.title()) for word in (left, right)):
        return None
    return NamePair(SAME, scores.BODY_SLIP, f"a slip of one letter, {left!r} and {right!r}", needs_support=True)
