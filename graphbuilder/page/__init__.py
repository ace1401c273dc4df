"""EventGraph → one self-contained interactive HTML page, static pictures, and what a notebook shows.

In: a graph. Out: HTML, SVG, a pyvis network. In the order in which they read each other:

    content     what the page says: documents, nodes and edges as plain values
    layout      where its nodes are put
    payload     both as one JSON value
    pictures    SVG of a payload
    network     a payload as a pyvis network
    page        the HTML file
    jupyter     the summary and the frame of a notebook

What is shown and how it behaves in the browser is in `assets`: a new script there belongs in `SCRIPTS` of `page`.
"""

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
