"""Whether lines of a file of corrections contradict each other, and which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphbuilder.corrections.rows import NONE, AboutDocument, Correction, OwnName
from graphbuilder.errors import InputError
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import PLACE


def check_contradictions(
    rows: Sequence[Correction], names: Sequence[OwnName], documents: Sequence[AboutDocument]
) -> None:
    """Refuse lines that cannot all be true, by their words alone.

    Raises:
        InputError: two lines contradict each other; the message names them.
    """
    _check_values(_values_given(rows, names, documents))
    _check_ignored(rows)
    _check_links(rows)
    check_apart((row, [{fold(thing)} for thing in row.things]) for row in rows)


def _check_values(told: Iterable[tuple[tuple[str, ...], str, str, str]]) -> None:
    """Refuse two names, types, dates … for one thing, and two bearers of one new name."""
    known: dict[tuple[str, ...], tuple[str, str]] = {}
    for key, thing, value, where in told:
        other, line = known.setdefault(key, (value, where))
        if other != value:
            raise InputError(f"{where} says {thing!r} is {value!r}, but {line} says {other!r}; remove one of them")


def _values_given(
    rows: Iterable[Correction], names: Iterable[OwnName], documents: Iterable[AboutDocument]
) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    """The value that each line gives: its key, the words for messages, the value, and the line."""
    for row in rows:
        value = value_of(row)
        if value:
            words = row.things if row.verb == "who" else row.things[:1]
            yield (row.verb, *map(fold, words)), " in ".join(reversed(words)), value, row.where
    for own in names:
        for name in (own.name, *own.aliases):
            if name:
                yield ("type", fold(name)), name, own.type, own.where
                yield ("name", fold(name)), name, own.name, own.where
    for about in documents:
        for fact, value in about.told.items():
            yield ("document", about.document, fact), f"{fact} of {about.document}", value, about.where


def value_of(row: Correction) -> str:
    """The value that a line gives its first thing (with "who", the second in it); empty where others may differ."""
    if row.verb == "not":
        return ""
    return row.things[1] if row.verb == "place" and not row.value else row.value


def _check_ignored(rows: Iterable[Correction]) -> None:
    """Refuse a correction of something that another line leaves out."""
    ignored = {fold(row.things[0]): row for row in rows if row.verb == "ignore"}
    for row in rows:
        if row.verb in ("different", "ignore", "not"):
            continue
        for thing in row.things[:1] if row.value == NONE else row.things:
            other = ignored.get(fold(thing))
            if other is not None:
                raise InputError(f"{row.where} corrects {thing!r}, but {other.where} leaves it out; remove one of them")


def _check_links(rows: Iterable[Correction]) -> None:
    """Refuse a participant by one line who has no such part by another."""
    said = {
        (fold(row.things[0]), link, fold(row.things[1])): row
        for row in rows
        if row.verb in ("who", "place") and len(row.things) > 1 and (link := row.value or PLACE) != NONE
    }
    for row in rows:
        other = said.get((fold(row.things[0]), row.value, fold(row.things[-1]))) if row.verb == "not" else None
        if other is not None:
            raise InputError(f"{row.where} says that what {other.where} says is not so; remove one of them")


def check_apart(rows: Iterable[tuple[Correction, Sequence[set[str]]]]) -> None:
    """Refuse things that are the same by some lines and different by another.

    Args:
        rows: the lines, each with what its things are known by; things that share a key are one.

    Raises:
        InputError: they contradict each other; the message names the lines.
    """
    rows = list(rows)
    group_of: dict[str, set[str]] = {}
    lines: dict[str, list[Correction]] = defaultdict(list)
    for row, things in rows:
        if row.verb == "same":
            members = set().union(*things)
            joined = members.union(*(group_of.get(key, ()) for key in members))
            for key in sorted(joined):
                group_of[key] = joined
                lines[key].append(row)
    for row, things in rows:
        if row.verb == "different":
            left, right = (thing.union(*(group_of.get(key, ()) for key in thing)) for thing in things)
            for key in sorted(left & right)[:1]:
                said = " and ".join(dict.fromkeys(one.where for one in lines[key]))
                raise InputError(
                    f"{row.where} says that {row.things[0]!r} and {row.things[1]!r} are different, but they are the "
                    f"same by {said}; remove one of them"
                )
