"""One self-contained interactive HTML page from an EventGraph, its static pictures, and its face in notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphbuilder.page.jupyter import mimebundle, show
from graphbuilder.page.page import to_html

if TYPE_CHECKING:
    from pyvis.network import Network

    from graphbuilder.graph.event_graph import EventGraph

__all__ = ["mimebundle", "show", "to_html", "to_pyvis"]


def to_pyvis(graph: EventGraph, **options: Any) -> Network:
    """The graph as a `pyvis.network.Network`, to style it yourself; see `graphbuilder.page.network.to_pyvis`."""
    from graphbuilder.page.network import to_pyvis  # pyvis takes half a second to load

    return to_pyvis(graph, **options)
