"""Which parts other packages add by entry points: a group for each kind of part, sorted by name, none loaded before its
use.

[project.entry-points."graphbuilder.formats"]
pairs = "my_package:pairs"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphbuilder.errors import GraphBuilderError, InputError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def added(group: str) -> dict[str, EntryPoint]:
    """Name → entry point of a group, sorted by name; of two with one name, the one whose object sorts last."""
    from importlib.metadata import entry_points  # not for those who only ask for help

    return {one.name: one for one in sorted(entry_points(group=group), key=lambda one: (one.name, one.value))}


def load(point: EntryPoint, kind: str, error: type[GraphBuilderError] = InputError) -> Any:
    """The object that an entry point denotes.

    Args:
        point: of `added`.
        kind: what it is, for the message: "format".
        error: what is raised.

    Raises:
        GraphBuilderError: it cannot be loaded.
    """
    try:
        return point.load()
    except Exception as cause:  # whatever another package does wrong
        told = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
        raise error(f"{told_of(point, kind)} cannot be loaded: {told}; {remedy(point)}") from cause


def told_of(point: EntryPoint, kind: str) -> str:
    """An entry point in the words of a message: "the format 'pairs' of my_package:pairs"."""
    return f"the {kind} {point.name!r} of {point.value}"


def remedy(point: EntryPoint) -> str:
    """What a user can do about a part that is broken."""
    package = point.dist.name if point.dist is not None else point.module.partition(".")[0]
    return f"mend or uninstall the package {package!r}"
