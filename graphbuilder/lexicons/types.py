"""Types of event that other packages add, in the form of `event_types.yaml`, and the check of that form.

The entry points are those of the group `graphbuilder.event_types`; each names a mapping of types, or a function without
arguments that gives one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graphbuilder.added import added, load, remedy, told_of
from graphbuilder.errors import InputError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: The group of entry points in which other packages add types.
GROUP = "graphbuilder.event_types"
#: Types of what something is done to, as keys of `of`; none where it is done to nothing.
_OBJECTS = frozenset({"person", "organization", "place", "group", "product", "work", "law", "other", "none"})
_NAME = re.compile("[a-z][a-z_]*")


def with_added(own: dict[str, Any]) -> dict[str, Any]:
    """All types: those of other packages before our own, since who installs one wants its words to count."""
    more: dict[str, Any] = {}
    for point in added(GROUP).values():
        name = told_of(point, "set of event types")
        types = _loaded(point)
        try:
            check_types(types)
        except InputError as error:
            raise InputError(f"{name} cannot be used: {error}; {remedy(point)}") from error
        for type_ in types:
            if type_ in own or type_ in more:
                raise InputError(f"{name} has the type {type_!r}, which is there already; give it another name")
        more.update(types)
    return more | own


def _loaded(point: EntryPoint) -> Any:
    types = load(point, "set of event types")
    try:
        return types() if callable(types) else types
    except Exception as error:  # whatever another package does wrong
        name = told_of(point, "set of event types")
        raise InputError(f"{name} fails ({type(error).__name__}: {error}); {remedy(point)}") from error


def check_types(types: Any) -> None:
    """InputError, with type and key, where a mapping has not the form of `event_types.yaml`."""
    if not isinstance(types, Mapping) or not types:
        raise InputError(f"types are a mapping of name and entry, not {types!r}")
    for name, row in types.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise InputError(f"the type {name!r} must be a word in small letters")
        if not isinstance(row, Mapping):
            raise InputError(f"the entry of the type {name!r} is a mapping, not {row!r}")
        for fault in _faults(row):
            raise InputError(f"type {name!r}, {fault}")


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        if key not in _CHECKS:
            yield f"{key!r} is not one of the keys {', '.join(_CHECKS)}"
        elif not _CHECKS[key](value):
            yield f"{key}: {value!r} is not of the form that the comment of event_types.yaml tells"
    if not (row.get("verbs") or row.get("nouns")):
        yield "verbs, nouns: there are none of both; give the words that tell it"


def _words(value: Any, parts: int = 1) -> bool:
    """Whether a value is a list of words, each once, or of phrases of so many."""
    return (
        isinstance(value, (list, tuple))
        and all(isinstance(one, str) and one == one.strip() and len(one.split()) == parts for one in value)
        and len(set(value)) == len(value)
    )


def _lists(value: Any, keys: frozenset[str] | None = None) -> bool:
    """Whether a value is a mapping of lists of words, under these keys."""
    return isinstance(value, Mapping) and all(
        isinstance(key, str) and (keys is None or key in keys) and _words(words) for key, words in value.items()
    )


def _roles(value: Any) -> bool:
    return _words(value) and all(_NAME.fullmatch(role) for role in value)


_CHECKS = {
    "verbs": _words,
    "nouns": _words,
    "phrases": lambda value: _words(value, 2),
    "of": lambda value: _lists(value, _OBJECTS),
    "act": lambda value: _words(value) or _lists(value),
    "beside": _lists,
    "where": _roles,
}
