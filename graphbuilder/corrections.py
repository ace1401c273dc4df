"""The user's word: a YAML file of corrections, checked line by line.

A list, one correction a line, in any order. A thing is told by its name, alias or node id, or by the id of a mention
of it, as in the node attribute `mentions` ("b.txt@m40-50")::

    - same: [Kyiv Post, KP]                   # two or more names of one thing
    - different: [John Smith, b.txt@m40-50]   # two things, whatever they have in common
    - rename: [the Firm, Nordhavn Shipping]   # what it is called, what to call it
    - type: [Lund, person]
    - ignore: Advertisement                   # leave it out
    - {name: Northern Grain Council, type: organization, aliases: [NGC]}   # to be found by its exact words
    - {pattern: [{TEXT: Flight}, {IS_DIGIT: true}], type: product}         # a token pattern, as of spaCy's Matcher
"""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import yaml

from graphbuilder.errors import InputError
from graphbuilder.names import fold

#: The types that the library itself gives; others are free, unless they look like a slip of one of these.
TYPES = ("person", "organization", "place", "group", "product", "law", "work")

#: A correction is a mapping in a list; the deepest pattern stands in five more.
DEPTH = 8

_TYPE = re.compile(r"[a-z][a-z _-]{0,40}")
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Correction:
    """One line about things that are in the graph: `verb` is same, different, rename, type or ignore.

    `value` is the new name or type; empty for the other verbs.
    """

    verb: str
    things: tuple[str, ...]
    value: str
    file: str
    line: int

    @property
    def where(self) -> str:
        """The line, as messages name it."""
        return f"{self.file}, line {self.line}"

    def __str__(self) -> str:
        said = ", ".join([*self.things, self.value] if self.value else self.things)
        return f"{self.verb}: {said} ({self.where})"


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name that the user adds, found by exact words (`aliases`) or by a token pattern (JSON text)."""

    name: str
    type: str
    aliases: tuple[str, ...]
    pattern: str
    file: str
    line: int

    @property
    def where(self) -> str:
        """The line, as messages name it."""
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says."""

    rows: tuple[Correction, ...] = ()
    names: tuple[OwnName, ...] = ()


def read_corrections(path: str | PathLike[str]) -> Corrections:
    """Read and check a file of corrections.

    Raises:
        InputError: there is no such file, a line cannot be understood, or two lines contradict each other; the message
            names the lines.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"the corrections {str(path)!r} cannot be read ({reason}); name a YAML file") from error
    return parse_corrections(text, Path(path).name)


def parse_corrections(text: str, file: str = "corrections") -> Corrections:
    """As `read_corrections`, from text; `file` is the name that messages give it.

    >>> parse_corrections("- same: [Kyiv Post, KP]").rows[0].things
    ('Kyiv Post', 'KP')

    Raises:
        InputError: a line cannot be understood, or two lines contradict each other.
    """
    found = [_read(_Line(file, node)) for node in _lines(text, file)]
    rows = tuple(one for one in found if isinstance(one, Correction))
    names = tuple(one for one in found if isinstance(one, OwnName))
    _check_values(rows, names)
    _check_ignored(rows)
    check_apart((row, [{fold(thing)} for thing in row.things]) for row in rows)
    return Corrections(rows, names)


# --- the YAML of a line -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A node of the file, for messages."""

    file: str
    node: yaml.Node

    @property
    def number(self) -> int:
        return self.node.start_mark.line + 1

    def wrong(self, reason: str) -> InputError:
        return InputError(f"{self.file}, line {self.number}: {reason}")

    def at(self, node: yaml.Node) -> _Line:
        return _Line(self.file, node)

    def text(self) -> str:
        """The words as they stand there: "No" and "2008" are names like others."""
        value = self.node.value.strip() if isinstance(self.node, yaml.ScalarNode) else ""
        if not value:
            raise self.wrong("a name or another text belongs here; put it in quotes if it has special characters")
        return str(value)

    def texts(self) -> tuple[str, ...]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("a list belongs here, as in [Kyiv Post, KP]")
        return tuple(self.at(one).text() for one in self.node.value)


def _lines(text: str, file: str) -> list[yaml.Node]:
    try:
        _check_events(text, file)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise InputError(f"{file}{line}: this is not YAML ({problem}); put names in quotes") from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise _Line(file, root).wrong("each correction is a line that begins with '- ', as in '- ignore: Reuters'")
    return list(root.value)


def _check_events(text: str, file: str) -> None:
    """Refuse what makes a small file large or slow to read: references, and lists deep in each other."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        where = f"{file}, line {event.start_mark.line + 1 if event.start_mark is not None else 1}"
        if isinstance(event, yaml.AliasEvent):
            raise InputError(f"{where}: a value that starts with * must stand in quotes")
        if depth > DEPTH:
            raise InputError(f"{where}: lists stand too deep in each other; begin each correction with '- '")


def _read(line: _Line) -> Correction | OwnName:
    if not isinstance(line.node, yaml.MappingNode):
        raise line.wrong(f"a correction is one of {_known()} with a colon after it, as in '- ignore: Reuters'")
    fields: dict[str, _Line] = {}
    for key, value in line.node.value:
        if fields.setdefault(line.at(key).text(), line.at(value)) != line.at(value):
            raise line.at(key).wrong(f"{key.value!r} stands twice in one correction; begin a new line with '- '")
    if "name" in fields or "pattern" in fields:
        return _own_name(line, fields)
    if len(fields) != 1:
        raise line.wrong(f"one correction a line, but there are {', '.join(fields)}; begin each with '- '")
    [(verb, value)] = fields.items()
    if verb not in _VERBS:
        near = difflib.get_close_matches(verb, [*_VERBS, "name", "pattern"], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise line.wrong(f"{verb!r} is not one of {_known()}{hint}")
    things, result = _VERBS[verb](value)
    return Correction(verb, things, result, line.file, line.number)


def _same(value: _Line) -> tuple[tuple[str, ...], str]:
    things = value.texts()
    if len({fold(one) for one in things}) < 2:
        raise value.wrong("'same' needs two names or more, as in [Kyiv Post, KP]")
    return things, ""


def _different(value: _Line) -> tuple[tuple[str, ...], str]:
    things = value.texts()
    if len(things) != 2 or fold(things[0]) == fold(things[1]):
        raise value.wrong(
            "'different' needs two names, as in [Georgia, Georgia State]; where both have one name, tell a mention "
            "by its id, as in [John Smith, b.txt@m40-50]"
        )
    return things, ""


def _rename(value: _Line) -> tuple[tuple[str, ...], str]:
    old, new = _pair(value, "'rename' needs the old and the new name, as in [the Firm, Nordhavn Shipping]")
    return (old,), new


def _type(value: _Line) -> tuple[tuple[str, ...], str]:
    thing, _ = _pair(value, "'type' needs a name and a type, as in [Lund, person]")
    return (thing,), _type_name(value.at(value.node.value[1]))


def _ignore(value: _Line) -> tuple[tuple[str, ...], str]:
    return (value.text(),), ""


def _pair(value: _Line, reason: str) -> tuple[str, str]:
    if not isinstance(value.node, yaml.SequenceNode) or len(value.node.value) != 2:
        raise value.wrong(reason)
    first, second = value.texts()
    return first, second


_VERBS: dict[str, Callable[[_Line], tuple[tuple[str, ...], str]]] = {
    "same": _same,
    "different": _different,
    "rename": _rename,
    "type": _type,
    "ignore": _ignore,
}


def _known() -> str:
    return ", ".join([*_VERBS, "name", "pattern"])


def _type_name(line: _Line) -> str:
    type_ = line.text()
    near = difflib.get_close_matches(type_.casefold(), TYPES, n=1, cutoff=0.8)
    if type_ not in TYPES and (near or not _TYPE.fullmatch(type_)):
        hint = f"did you mean {near[0]!r}?" if near else f"types are words such as {', '.join(TYPES)}"
        raise line.wrong(f"{type_!r} is no type; {hint}")
    return type_


def _own_name(line: _Line, fields: dict[str, _Line]) -> OwnName:
    strange = sorted(fields.keys() - {"name", "type", "aliases", "pattern"})
    if strange:
        raise line.wrong(f"a new name has name, type, aliases and pattern, but no {strange[0]!r}")
    if "type" not in fields:
        raise line.wrong(f"a new name needs a type, such as {', '.join(TYPES[:3])}")
    name = fields["name"].text() if "name" in fields else ""
    aliases = fields["aliases"].texts() if "aliases" in fields else ()
    pattern = json.dumps(_plain(fields["pattern"])) if "pattern" in fields else ""
    return OwnName(name, _type_name(fields["type"]), aliases, pattern, line.file, line.number)


def _plain(line: _Line) -> object:
    """The value of a node, with numbers and true or false as such."""
    node = line.node
    if isinstance(node, yaml.SequenceNode):
        return [_plain(line.at(one)) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        return {line.at(key).text(): _plain(line.at(value)) for key, value in node.value}
    if node.tag.endswith(":bool"):
        return _BOOLEANS.get(node.value.casefold(), node.value)
    return int(node.value) if node.tag.endswith(":int") and node.value.isdecimal() else node.value


# --- contradictions -----------------------------------------------------------------------------------------------


def _check_values(rows: Iterable[Correction], names: Iterable[OwnName]) -> None:
    """One new name and one type for one thing, and one bearer for each new name."""
    told: dict[tuple[str, str], tuple[str, str]] = {}
    for what, thing, value, where in _told(rows, names):
        known, line = told.setdefault((what, fold(thing)), (value, where))
        if known != value:
            raise InputError(f"{where} says {thing!r} is {value!r}, but {line} says {known!r}; remove one of them")


def _told(rows: Iterable[Correction], names: Iterable[OwnName]) -> Iterator[tuple[str, str, str, str]]:
    for row in rows:
        if row.value:
            yield row.verb, row.things[0], row.value, row.where
    for own in names:
        for name in (own.name, *own.aliases):
            if name:
                yield "type", name, own.type, own.where
                yield "name", name, own.name, own.where


def _check_ignored(rows: Iterable[Correction]) -> None:
    ignored = {fold(row.things[0]): row for row in rows if row.verb == "ignore"}
    for row in rows:
        for thing in row.things:
            other = ignored.get(fold(thing))
            if other is not None and row.verb in ("same", "rename", "type"):
                raise InputError(f"{row.where} corrects {thing!r}, but {other.where} leaves it out; remove one of them")


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
