"""The one door from the graph to what is made of it: timeline, tables, explanations, page, files.

The stages that show or write a graph read it, so they come after it; yet its users expect `graph.timeline(…)` and
`graph.save(…)`. This module alone looks forward: each name here becomes a method of `EventGraph`, whose function is
imported when it is first asked for. Everywhere else a module imports only what comes before it::

    attributes ─ elements, lookup ─ views ─ EventGraph ─ timeline, slices, explain ─ frames ─ page, export
                                      └┄┄┄┄┄┄┄ when asked for ┄┄┄┄┄┄┄┄┄┄┄┄┄┴┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┴┄┄┄┄┄┘

To add a view, write a function of the graph in its stage, its line here, once for type checkers and once for Python,
and a line in `EventGraph`.
"""

from __future__ import annotations

from importlib import import_module
from types import MethodType
from typing import TYPE_CHECKING, Any


class Later:
    """A method whose function is that of a later stage: `help(graph.timeline)` shows its options and its words.

    Args:
        module: where the function is.
        name: of the function, whose first argument is the graph.
    """

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        function = getattr(import_module(self.module), self.name)
        return function if instance is None else MethodType(function, instance)


if TYPE_CHECKING:
    from graphbuilder.export.flat import flat as flat
    from graphbuilder.export.saving import save as save
    from graphbuilder.frames import frames as frames
    from graphbuilder.frames import to_frame as to_frame
    from graphbuilder.graph.explain import explain as explain
    from graphbuilder.graph.slices import sliced as sliced
    from graphbuilder.graph.timeline import timeline as timeline
    from graphbuilder.page import mimebundle as mimebundle
    from graphbuilder.page import show as show
    from graphbuilder.page import to_html as to_html
else:
    timeline = Later("graphbuilder.graph.timeline", "timeline")
    sliced = Later("graphbuilder.graph.slices", "sliced")
    explain = Later("graphbuilder.graph.explain", "explain")
    frames = Later("graphbuilder.frames", "frames")
    to_frame = Later("graphbuilder.frames", "to_frame")  # of a timeline
    flat = Later("graphbuilder.export.flat", "flat")
    save = Later("graphbuilder.export.saving", "save")
    to_html = Later("graphbuilder.page", "to_html")
    show = Later("graphbuilder.page", "show")
    mimebundle = Later("graphbuilder.page", "mimebundle")
