"""What a document states of a thing beside its name, by which namesakes are distinguished.

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
#: An apposition or predicate noun right behind a name.
_APPOSITION = re.compile(
    r"(?:,? (?:who )?(?:is|was|became)| ?,| ?\() ?(?:an?|the|then|his|her|their)? ?([^,.;:()]{3,90})"
)
#: The two words right before a name.
_BEFORE = re.compile(r"((?:\S{1,30} )?\S{1,30}) $")
_FROM = re.compile(rf" (?:of|from) ({_CAPITAL})")
#: "The Supreme Court of Romania", "Romania's Supreme Court": an owner behind the name, and before it.
_OWNER_BEHIND = re.compile(rf"(?:’s|'s)? (?:of|in) (?:the )?({_CAPITAL}(?: {_CAPITAL}){{0,2}})")
_OWNER_BEFORE = re.compile(rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})(?:’s|'s|’|')? $")
_NAME = re.compile(_CAPITAL)
#: What is trimmed of a word before it is looked up.
_QUOTES = "'’\"“”"
#: Kinds of known names that belong to a country.
_NATIONAL = frozenset({"country", "adjective", "capital"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is stated beside a name; each is empty where nothing is."""

    sex: str = ""
    callings: frozenset[str] = frozenset()
    """Fields that somebody works in (``personal_names.yaml``)."""
    origins: frozenset[str] = frozenset()
    """Capitalised words beside somebody's name: where from, of which firm or club."""
    owner: str = ""
    """ISO code of the country whose body it is."""


#: Nothing is stated.
NO_TRAITS = Traits()


def traits(extraction: Extraction, mentions: Sequence[Mention], type_: str) -> Traits:
    """What the sentences of a document state of a thing beside its name."""
    named = [mention for mention in mentions if mention.form == "name"]
    around = [_around(extraction, mention) for mention in named]
    if type_ == "person":
        beside = [words for before, after in around for words in _beside(before, after)]
        return Traits(
            _sex(beside), _callings(beside), frozenset(name for words in beside for name in _NAME.findall(words))
        )
    owners = [owner for mention, sides in zip(named, around, strict=True) for owner in _owners(mention.text, *sides)]
    return Traits(owner=min(owners, key=lambda code: (-owners.count(code), code), default=""))


def _around(extraction: Extraction, mention: Mention) -> tuple[str, str]:
    """What stands before and behind a mention in its sentence."""
    sentence = extraction.sentences[mention.span.sentence]
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    return sentence.text[max(start - AROUND, 0) : max(start, 0)], sentence.text[end : end + AROUND]


# --- people -------------------------------------------------------------------------------------------------------


def _beside(before: str, after: str) -> Iterator[str]:
    """What stands next to a person's name: the two words before it, and the apposition behind it."""
    close = _BEFORE.search(before)
    if close is not None:
        yield close.group(1)
    behind = _APPOSITION.match(after) or _FROM.match(after)
    if behind is not None:
        yield behind.group(1)


def _sex(beside: Iterable[str]) -> str:
    """The sex that titles and nouns imply; empty where they contradict each other."""
    found = {sex for words in beside for word in words.split() if (sex := _sexes().get(word.casefold(), ""))}
    return found.pop() if len(found) == 1 else ""


def _callings(beside: Iterable[str]) -> frozenset[str]:
    """The fields of the callings."""
    words = {word.strip(_QUOTES).casefold() for phrase in beside for word in phrase.split()}
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
    """The countries (ISO codes) that a body is said to belong to, in its name or else beside it."""
    code, _ = country_in(name)
    if code:
        yield code
        return
    owner_before, owner_behind = _OWNER_BEFORE.search(before), _OWNER_BEHIND.match(after)
    if owner_before is not None:  # the longest country that the words end with: RO for "On Friday Romania"
        words = owner_before.group(1).split()
        yield from _country(words[start:] for start in range(len(words)))
    if owner_behind is not None:  # the longest that they begin with
        words = owner_behind.group(1).split()
        yield from _country(words[:end] for end in range(len(words), 0, -1))


def _country(candidates: Iterable[Sequence[str]]) -> Iterator[str]:
    for words in candidates:
        entry = known(" ".join(words).removesuffix("'s").removesuffix("’s"))
        if entry is not None and entry.kind in _NATIONAL:
            yield entry.country
            return
