"""What a document tells of a thing beside its name, by which bearers of one name are told apart.

People: title and calling ("John Smith, a surgeon from Leeds"). Bodies that every country has: whose they are
("Romania's Supreme Court").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graphbuilder.knowledge.gazetteer import known
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Extraction, Mention
from graphbuilder.resolve.compare.organization_names import country_in

#: Characters read on each side of a mention.
AROUND = 120

_CAPITAL = r"[A-Z][\w.’'-]{0,30}"
_APPOSITION = re.compile(
    r"(?:,? (?:who )?(?:is|was|became)| ?,| ?\() ?(?:an?|the|then|his|her|their)? ?([^,.;:()]{3,90})"
)
_BEFORE = re.compile(r"((?:\S{1,30} )?\S{1,30}) $")
_FROM = re.compile(rf" (?:of|from) ({_CAPITAL})")
_OF = re.compile(rf"(?:’s|'s)? (?:of|in) (?:the )?({_CAPITAL}(?: {_CAPITAL}){{0,2}})")
_OWNER = re.compile(rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})(?:’s|'s|’|')? $")
_NAME = re.compile(_CAPITAL)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is told beside a name; each is empty where nothing is told."""

    sex: str = ""
    callings: frozenset[str] = frozenset()
    """Fields that somebody works in (``personal_names.yaml``)."""
    at: frozenset[str] = frozenset()
    """Capitalised words said of somebody: where from, of which firm or club."""
    owner: str = ""
    """ISO code of the country whose body it is."""


#: Nothing is told.
NOTHING = Traits()


def traits(extraction: Extraction, mentions: Sequence[Mention], type_: str) -> Traits:
    """What the sentences of a document tell of a thing beside its name."""
    named = [one for one in mentions if one.form == "name"]
    around = [_around(extraction, one) for one in named]
    if type_ == "person":
        said = [words for before, after in around for words in _said(before, after)]
        return Traits(_sex(said), _callings(said), frozenset(name for words in said for name in _NAME.findall(words)))
    owners = [owner for one, sides in zip(named, around, strict=True) for owner in _owners(one.text, *sides)]
    return Traits(owner=min(owners, key=lambda code: (-owners.count(code), code), default=""))


def _around(extraction: Extraction, mention: Mention) -> tuple[str, str]:
    sentence = extraction.sentences[mention.span.sentence]
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    return sentence.text[max(start - AROUND, 0) : max(start, 0)], sentence.text[end : end + AROUND]


# --- people -------------------------------------------------------------------------------------------------------


def _said(before: str, after: str) -> Iterator[str]:
    """What is said of somebody: the two words before the name, and what is said of them after it."""
    close = _BEFORE.search(before)
    if close is not None:
        yield close.group(1)
    beside = _APPOSITION.match(after) or _FROM.match(after)
    if beside is not None:
        yield beside.group(1)


def _sex(said: Iterable[str]) -> str:
    found = {sex for words in said for word in words.split() if (sex := _sexes().get(word.casefold(), ""))}
    return found.pop() if len(found) == 1 else ""


def _callings(said: Iterable[str]) -> frozenset[str]:
    words = {word.strip("'’\"“”").casefold() for told in said for word in told.split()}
    return frozenset(field for word in words for field in _fields().get(word, ()))


@cache
def _sexes() -> dict[str, str]:
    return {word: sex for sex, words in lexicon("personal_names")["sexes"].items() for word in words}


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for field, words in lexicon("personal_names")["callings"].items():
        for word in words:
            found[word] = (*found.get(word, ()), field)
    return found


# --- bodies -------------------------------------------------------------------------------------------------------


def _owners(name: str, before: str, after: str) -> Iterator[str]:
    """The countries whose body it is said to be, in its name or beside it."""
    code, _ = country_in(name)
    if code:
        yield code
        return
    owner, of = _OWNER.search(before), _OF.match(after)
    if owner is not None:
        yield from _last_country(owner.group(1))
    if of is not None:
        yield from _first_country(of.group(1))


def _last_country(words: str) -> Iterator[str]:
    """ "On Friday Romania" → RO: the longest country that the words end with."""
    parts = words.split()
    yield from _country(" ".join(parts[start:]) for start in range(len(parts)))


def _first_country(words: str) -> Iterator[str]:
    parts = words.split()
    yield from _country(" ".join(parts[:end]) for end in range(len(parts), 0, -1))


def _country(candidates: Iterable[str]) -> Iterator[str]:
    for words in candidates:
        entry = known(words.removesuffix("'s").removesuffix("’s"))
        if entry is not None and entry.kind in ("country", "adjective", "capital"):
            yield entry.country
            return
