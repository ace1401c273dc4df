"""Two names of people: the same, two people, or perhaps the same.

| the names | verdict |
|---|---|
| equal, or with and without middle names, "Jr.", titles | same |
| equal but for spelling: Volodymyr Zelensky, Vladimir Zelenskyy | same |
| an initial, a short given name, a slip of one letter, surname first | same where the documents share a name |
| with one of two Spanish or Portuguese surnames: Lucia Montero Salas, Lucia Montero | same where they share a name |
| equal but for middle names, "Jr." and "Sr.", or numbers; or for one of two surnames | different |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from graphbuilder.entities.names.double_surnames import double_surname
from graphbuilder.knowledge.given_names import forms, particles, same_form
from graphbuilder.knowledge.names import fold
from graphbuilder.lexicons import lexicon
from graphbuilder.resolve import scores
from graphbuilder.resolve.compare.spelling import one_slip, slips, sound
from graphbuilder.resolve.scores import NamePair
from graphbuilder.resolve.verdicts import DIFFERENT, SAME

_ROMANS = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())  # noqa: SIM905
_NUMERAL = re.compile(rf"(?<= )(?:{'|'.join(_ROMANS)})$")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name; `suffix` is "jr", "2" (Elizabeth II) and the like. A single name is a surname."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it is more than a surname: a given name too, or a number (Elizabeth II)."""
        return bool(self.given) or self.suffix not in ("", "jr", "sr")

    @property
    def surnames(self) -> tuple[str, str] | None:
        """Both surnames of a Spanish or Portuguese name, of which `given` holds the first; None for all others."""
        return double_surname(" ".join([*self.given, self.surname]))

    @property
    def text(self) -> str:
        """The name in the form that is compared."""
        return " ".join([*self.given, self.surname, *([self.suffix] if self.suffix else [])])


@cache
def person_name(name: str) -> PersonName:
    """The parts of a name, without titles.

    >>> person_name("Dr. Martin Luther King, Jr.")
    PersonName(given=('martin', 'luther'), surname='king', suffix='jr')
    >>> person_name("Roe, Jane").text, person_name("Charles de Gaulle").surname, person_name("Ann Lee-Roe").surname
    ('jane roe', 'de gaulle', 'lee roe')
    """
    last, comma, first = fold(_NUMERAL.sub(lambda found: str(_ROMANS.index(found[0]) + 1), name)).partition(",")
    suffixed = not comma or _is_suffix(first.strip(" ."))
    words = _words(f"{last} {first}" if suffixed else f"{first} {last}")
    while len(words) > 1 and (words[0] in _titles() or " ".join(words[:2]) in _titles()):
        words = words[1:] if words[0] in _titles() else words[2:]
    suffix = words.pop() if len(words) > 1 and _is_suffix(words[-1]) else ""
    start = len(words) - (2 if len(words) > 1 and _is_double(name.partition(",")[0]) else 1)
    while start > 0 and words[start - 1] in particles():
        start -= 1
    return PersonName(tuple(words[:start]), " ".join(words[start:]), _SUFFIXES.get(suffix, suffix))


def without_article(surname: str) -> str:
    """An Arabic surname as it stands alone, which is with its article or without.

    >>> without_article("al assad"), without_article("el sisi"), without_article("alba")
    ('assad', 'sisi', 'alba')
    """
    return surname.removeprefix("al ").removeprefix("el ")


def _is_double(name: str) -> bool:
    """Whether a name ends in a hyphenated surname.

    Yes: "Sylvain Dossou-Yao".
    No: "Kim Jong-un", "Kim Jong-Un", "Jean-Luc Roe".
    """
    words = name.split() or [""]
    first, hyphen, last = words[-1].partition("-")
    capitals = first[:1].isupper() and last[:1].isupper() and last[1:2].islower()
    return bool(hyphen) and capitals and (len(words) == 1 or fold(words[0]) not in _family_first())


@cache
def _family_first() -> frozenset[str]:
    """East Asian surnames, which come before the given name."""
    return frozenset(name for row in lexicon("personal_names")["first_surnames"].values() for name in row)


def _words(text: str) -> list[str]:
    """The words of a name, parted at points and hyphens: j, k, rowling; kim, jong, un. Of marks alone, the marks."""
    words = text
    for mark in ".-\u2010\u2013,":
        words = words.replace(mark, " ")
    return words.replace("'", "").replace("’", "").replace("`", "").split() or [text.strip()]


@cache
def _titles() -> frozenset[str]:
    titles = (title.casefold().replace(".", "").replace("-", " ") for title in lexicon("nominals")["titles"])
    return frozenset([*titles, *lexicon("personal_names")["honours"]])


def _is_suffix(word: str) -> bool:
    return word in _SUFFIXES or word.isdecimal()


def is_common(name: PersonName) -> bool:
    """Whether many people bear a given name and a surname: John Smith."""
    common = lexicon("personal_names")["common"]
    return bool(name.given) and name.given[0] in common["given"] and name.surname in common["surnames"]


def blocking_keys(name: PersonName) -> Iterator[tuple[str, ...]]:
    """The blocking keys of a name: two names that may be of one person have one in common."""
    if not name.given:
        return
    surname, first = name.surname, name.given[0]
    yield "sound", sound(surname), *_letters(first)
    for given in name.given:
        yield "given", surname, given[0]
    for one in name.surnames or ():
        yield "given", one, first[0]
    for row in _rows(surname, "spellings"):
        yield "spelling", row, *_letters(first)
    for form in _rows(first, "short") | _rows(first, "spellings"):
        yield "form", surname, form
    for slip in slips(surname):
        yield "slip", slip, first
    for slip in slips(first):
        yield "given slip", surname, slip
    yield ("turned", *sorted([*name.given, surname]))


def _letters(given: str) -> Iterator[str]:
    yield sound(given)[0]


def _rows(form: str, section: str) -> frozenset[str]:
    return frozenset(f"{section} {number}" for number in forms(section).get(form, ()))


# --- comparing ----------------------------------------------------------------------------------------------------


def compare(one: PersonName, other: PersonName) -> NamePair | None:
    """What two different full names say of their bearers; None where they have too little in common."""
    if not (one.given and other.given):
        return None
    if sorted([*one.given, one.surname]) == sorted([*other.given, other.surname]) and one.surname != other.surname:
        return NamePair(SAME, scores.TURNED, "the same words in another order", needs_support=True)
    return _numbered(one, other) or _with_two_surnames(one, other) or _spelled(one, other)


def _with_two_surnames(one: PersonName, other: PersonName) -> NamePair | None:
    """Whether names of which at least one has two surnames are of one person.

    Yes, with support: Lucia Montero Salas and Lucia Montero, or Lucia Salas.
    No: Lucia Montero Salas and Lucia Montero Vidal.
    Open: Elena Salas Ruiz and Elena Salas de Montero, which may be her name after a marriage.
    """
    long, short = (one, other) if one.surnames else (other, one)
    if long.surnames is None or long.given[0] != short.given[0]:
        return None
    if short.surnames is None:
        has_one = short.surname in long.surnames and len(short.given) == 1
        reason = "with one and with both surnames"
        return NamePair(SAME, scores.ONE_SURNAME, reason, needs_support=True) if has_one else None
    may_be_married = any(" " in name.surname for name in (one, other))
    if long.surnames == short.surnames or may_be_married or long.surnames[0] != short.surnames[0]:
        return None
    pair = " and ".join(repr(" ".join(name.surnames or ())) for name in (one, other))
    return NamePair(DIFFERENT, scores.SURNAMES, f"surnames tell them apart, {pair}")


def _numbered(one: PersonName, other: PersonName) -> NamePair | None:
    """Whether a suffix tells two people apart; "Jr." or "Sr." may be left out of a name, a number may not.

    Yes: Elizabeth I and Elizabeth II; King Jr. and King Sr.
    No: King Jr. and King.
    """
    if one.suffix == other.suffix or one.surname != other.surname or one.given[0] != other.given[0]:
        return None
    suffixes = sorted({one.suffix, other.suffix} - {""})
    if suffixes in (["jr"], ["sr"]):
        return None
    return NamePair(DIFFERENT, scores.NUMBERS, f"{' and '.join(suffixes)} tell them apart")


def _spelled(one: PersonName, other: PersonName) -> NamePair | None:
    """Whether surname and given names are the same but for their spelling; a doubt in both is too much."""
    surname = _same_word(one.surname, other.surname)
    given = _same_given(one, other)
    if surname is None or given is None:
        return None
    if given.verdict == DIFFERENT:
        return given if surname.score == scores.EQUAL else None
    weaker = min(surname, given, key=lambda pair: pair.score)
    if surname.needs_support and given.needs_support:
        return None
    score = round(scores.AT_MOST * surname.score * given.score, 2)
    return NamePair(SAME, score, weaker.reason, surname.needs_support or given.needs_support)


def _same_word(one: str, other: str) -> NamePair | None:
    """Whether two words are one, but for spelling or a slip of one letter."""
    if one == other:
        return NamePair(SAME, scores.EQUAL, "the same name, but for titles or small words")
    if sound(one) == sound(other) or same_form("spellings", one, other):
        return NamePair(SAME, scores.SPELLINGS, f"two spellings of one name, {one!r} and {other!r}")
    if one_slip(one, other):
        return NamePair(SAME, scores.SLIP, f"a slip of one letter, {one!r} and {other!r}", needs_support=True)
    return None


def _same_given(one: PersonName, other: PersonName) -> NamePair | None:
    """Whether the given names are the same, or their middle names tell two people apart."""
    first = _same_word(one.given[0], other.given[0]) or _shortened(one.given[0], other.given[0])
    if first is None:
        return _without_first(one, other)
    middle = _middle(one.given[1:], other.given[1:])
    return first if middle is None else _both(first, middle)


def _both(first: NamePair, middle: NamePair) -> NamePair:
    """The verdict of middle names if they differ, else that both parts are the same."""
    if middle.verdict == DIFFERENT:
        return middle
    weaker = min(first, middle, key=lambda pair: pair.score)
    return NamePair(SAME, first.score * middle.score, weaker.reason, first.needs_support or middle.needs_support)


def _shortened(one: str, other: str) -> NamePair | None:
    """Whether one given name is an initial or a short form of the other."""
    if one[0] == other[0] and 1 in (len(one), len(other)):
        initial, name = sorted((one, other), key=len)
        return NamePair(SAME, scores.INITIAL, f"an initial, {initial!r} for {name!r}", needs_support=True)
    if same_form("short", one, other):
        reason = f"a short form of a given name, {one!r} and {other!r}"
        return NamePair(SAME, scores.SHORT_GIVEN, reason, needs_support=True)
    return None


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> NamePair | None:
    """Whether middle names are the same (equal, left out, or initials of each other), or tell two people apart."""
    if not one or not other:
        return None if one == other else NamePair(SAME, scores.MIDDLE_NAMES, "with and without middle names")
    pairs = list(zip(one, other, strict=False))
    if len(one) == len(other):
        if all(left.startswith(right) or right.startswith(left) for left, right in pairs):
            return NamePair(SAME, scores.MIDDLE_INITIALS, "middle names and their initials")
        if all(_same_word(left, right) for left, right in pairs):
            return NamePair(SAME, scores.MIDDLE_NAMES, "spellings of middle names")
    apart = f"{' '.join(one)!r} and {' '.join(other)!r}"
    return NamePair(DIFFERENT, scores.MIDDLE_APART, f"middle names tell them apart, {apart}")


def _without_first(one: PersonName, other: PersonName) -> NamePair | None:
    """Whether one name leaves out the first of several given names: "Scott Fitzgerald" for F. Scott Fitzgerald."""
    for long, short in product((one.given, other.given), repeat=2):
        if len(long) > len(short) and long[-len(short) :] == short and len(short[0]) > 1:
            return NamePair(SAME, scores.SHORT_GIVEN, "with and without a first given name", needs_support=True)
    return None
