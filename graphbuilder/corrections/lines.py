"""The YAML of a file of corrections: nodes that know their line, and values as they are written."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from graphbuilder.errors import InputError

#: A correction is a mapping in a list; the deepest pattern stands in five more.
DEPTH = 8

_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Line:
    """A node of the file, with its number for messages."""

    file: str
    node: yaml.Node

    @property
    def number(self) -> int:
        """Its number in the file, from 1."""
        return self.node.start_mark.line + 1

    def wrong(self, reason: str) -> InputError:
        """The error for this line."""
        return InputError(f"{self.file}, line {self.number}: {reason}")

    def at(self, node: yaml.Node) -> Line:
        """A part of it, which may begin on a later line."""
        return Line(self.file, node)

    def text(self) -> str:
        """The words as they are written: "No" and "2008" are names like others."""
        value = self.node.value.strip() if isinstance(self.node, yaml.ScalarNode) else ""
        if not value:
            raise self.wrong("a name or another text belongs here; put it in quotes if it has special characters")
        return str(value)

    def words(self) -> str:
        """The text on one line."""
        return " ".join(self.text().split())

    def texts(self) -> tuple[str, ...]:
        """The texts of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("a list belongs here, as in [Kyiv Post, KP]")
        return tuple(self.at(one).text() for one in self.node.value)


def lines(text: str, file: str) -> list[yaml.Node]:
    """The nodes of the lines of a file.

    Raises:
        InputError: it is not YAML, or no list.
    """
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
        raise Line(file, root).wrong("each correction is a line that begins with '- ', as in '- ignore: Reuters'")
    return list(root.value)


def _check_events(text: str, file: str) -> None:
    """Refuse what makes a small file large or slow to read: references, and deeply nested lists."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        where = f"{file}, line {event.start_mark.line + 1 if event.start_mark is not None else 1}"
        if isinstance(event, yaml.AliasEvent):
            raise InputError(f"{where}: a value that starts with * must stand in quotes")
        if depth > DEPTH:
            raise InputError(f"{where}: lists stand too deep in each other; begin each correction with '- '")


def plain(line: Line) -> object:
    """The value of a node, with numbers and true or false as such."""
    node = line.node
    if isinstance(node, yaml.SequenceNode):
        return [plain(line.at(one)) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        return {line.at(key).text(): plain(line.at(value)) for key, value in node.value}
    if node.tag.endswith(":bool"):
        return _BOOLEANS.get(node.value.casefold(), node.value)
    return int(node.value) if node.tag.endswith(":int") and node.value.isdecimal() else node.value
