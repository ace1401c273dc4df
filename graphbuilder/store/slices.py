"""Which articles of some stores bear on a question, so that no others are loaded: those that name a thing, of a period.

In: the stores, and what is asked. Out: the numbers of the articles of each store. A thing is named by what the user
calls it, by its other names in the tables and in the corrections, and by those that the articles found so far give it,
as far as most articles that have such a name are among them.

Yes: "Geithner" for Timothy Geithner. No: "White" for Paul White, where most articles with that name are of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from graphbuilder.corrections import Corrections
from graphbuilder.errors import InputError, UnknownName
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.known_names import known_names, without_title
from graphbuilder.knowledge.names import fold
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.records import Extraction
from graphbuilder.store.store import Store

#: A name that articles give the thing is followed if at least this share of all articles that have it are found.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of stores: of which thing, by any name, and of which period; None is all."""

    about: str | None = None
    period: Interval | None = None

    def __bool__(self) -> bool:
        return self.about is not None or self.period is not None


@collection_paused()
def articles_of(stores: Sequence[Store], question: Question, corrections: Corrections) -> list[set[int]]:
    """The numbers of the articles of each store that bear on a question.

    Where no article of the period calls the thing as it is asked for, one of another time that does is among them: so
    it is known by that name, even if nothing is told of it then.
    """
    if question.about is None:
        return _within(stores, [store.numbers() for store in stores], question.period)
    asked, names, found = _named(stores, question.about, corrections)
    within = _within(stores, found, question.period)
    called = _chained(_read(stores, within), names)
    folded = set(map(fold, names))
    others = {name for name in called if fold(name) not in folded}
    bearing = _within(stores, _followed(stores, found, others), question.period)
    if question.period is None or fold(asked) in map(fold, called):
        return bearing
    return _with_one(stores, found, bearing, {asked} if called else names)


def unknown(stores: Sequence[Store], about: str) -> UnknownName:
    """What is said where no article of some stores has the name that is asked about."""
    near = dict.fromkeys(word for store in stores for word in store.near(about))
    hint = f"nearest: {', '.join(near)}" if near else "graphbuilder search finds articles by their words"
    return UnknownName(f"no article of {files_of(stores)} has the name {about!r}; {hint}")


def files_of(stores: Sequence[Store]) -> str:
    """The names of the files of some stores."""
    return ", ".join(store.path.name for store in stores)


def _within(stores: Sequence[Store], found: Sequence[set[int]], period: Interval | None) -> list[set[int]]:
    """Those of the articles that bear on the period."""
    pairs = zip(stores, found, strict=True)
    return [numbers if period is None else store.within(numbers, period) for store, numbers in pairs]


def _named(stores: Sequence[Store], about: str, corrections: Corrections) -> tuple[str, set[str], list[set[int]]]:
    """The name that is asked for, it and others of the same thing, and the articles of each store that have one."""
    if not isinstance(about, str):
        raise InputError(f"an entity is looked up by its name as a string, such as 'NATO', not {about!r}")
    for name in _readings(about):
        names = _other_names(name, corrections)
        found = [store.naming(names) for store in stores]
        if any(found):
            break
    return name, names, found


def _readings(about: str) -> Iterator[str]:
    """What is asked about; else, of an id, the words that it begins with: "georgia" of "georgia-country"."""
    yield about
    words = about.split("-")
    yield from (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1) if about == about.casefold())


def _other_names(about: str, corrections: Corrections) -> set[str]:
    """A name and the others of the same thing, by tables and corrections."""
    folded = fold(about)
    names = {about, *(one for one in (without_title(folded), about.replace("-", " ")) if fold(one) != folded)}
    same = [(*row.things, row.value) for row in corrections.rows if row.verb in ("same", "rename")]
    same += [(one.name, *one.aliases) for one in corrections.names]
    for row in same:
        if not set(map(fold, names)).isdisjoint(map(fold, row)):
            names |= set(filter(None, row))
    return names.union(*map(known_names, names))


def _followed(stores: Sequence[Store], found: Sequence[set[int]], names: Iterable[str]) -> list[set[int]]:
    """The articles that are found, and those that have one of these names, if most of them are found already."""
    followed = [set(numbers) for numbers in found]
    for name in names:
        having = [store.naming([name]) for store in stores]
        known = sum(len(old & new) for old, new in zip(found, having, strict=True))
        if known >= _SHARE * sum(map(len, having)):
            for numbers, new in zip(followed, having, strict=True):
                numbers |= new
    return followed


def _with_one(
    stores: Sequence[Store], found: Sequence[set[int]], within: Sequence[set[int]], names: set[str]
) -> list[set[int]]:
    """Articles of a period, and the first of all that are found in which one of these names is one."""
    added = [set(numbers) for numbers in within]
    for store, numbers, kept in zip(stores, found, added, strict=True):
        for number in sorted(numbers):
            if _chained(store.extractions([number]), names):
                kept.add(number)
                return added
    return added


def _read(stores: Sequence[Store], numbers: Sequence[set[int]]) -> Iterator[Extraction]:
    """What was read in these articles."""
    return chain.from_iterable(store.extractions(some) for store, some in zip(stores, numbers, strict=True))


def _chained(extractions: Iterable[Extraction], names: Iterable[str]) -> set[str]:
    """The names that articles give what they call by one of these names, and those among them."""
    folded = set(map(fold, names))
    found = set[str]()
    for extraction in extractions:
        chains = defaultdict[str, set[str]](set)
        for mention in extraction.mentions:
            if mention.form == "name":
                chains[mention.chain].add(mention.text)
        found = found.union(*(called for called in chains.values() if not folded.isdisjoint(map(fold, called))))
    return found
