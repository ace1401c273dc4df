"""The graph as a pyvis network: ours, which draws the page, and a plain one for users of pyvis itself.

Of pyvis's Network we keep the data model and `generate_html`; template, escaping and file writing are our own, because
those of pyvis 0.3.2 load scripts from the network, run markup found in titles, headings and options, and need a file
name in the working folder. Measured there as well: `add_node` and `add_edge` search lists, so we append instead.
"""

from __future__ import annotations

from typing import Any

import jinja2
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graphbuilder.graph.attributes import Plain, is_named
from graphbuilder.graph.elements import BACK, in_order
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.content.look import LOOKS, STANDINGS, is_shown, kind_of, standing_of
from graphbuilder.page.pictures.clean import one_line

#: How vis-network draws our page: nothing moves by itself, names are drawn by the page.
OPTIONS: Plain = {
    "autoResize": True,
    "layout": {"improvedLayout": False},
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "tooltipDelay": 1000000},
    "nodes": {"font": {"size": 0}, "borderWidth": 1.5, "labelHighlightBold": False, "chosen": False},
    "edges": {
        "smooth": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "chosen": False,
        "selfReference": {"size": 16, "angle": 0.7},
        "width": 1,
    },
}


class StoryNetwork(Network):  # type: ignore[misc]
    """A pyvis Network that renders the page of this package.

    Args:
        payload: what `graphbuilder.page.payload.payload` made of a graph.
        layout: the layout that is seen first, "force" or "time".
        environment: with the template "page.html" and its globals; autoescaping.
    """

    def __init__(self, payload: Plain, layout: str, environment: jinja2.Environment) -> None:
        super().__init__(height="100%", directed=True, cdn_resources="in_line")
        self.heading = payload["title"]
        self.options = OPTIONS
        self.path = "page.html"
        self.templateEnv = environment
        environment.globals["drawing_options"] = OPTIONS
        self._add_nodes(payload, layout)
        self._add_edges(payload)

    def _add_nodes(self, payload: Plain, layout: str) -> None:
        """Add every node that some stage draws; those that the first does not draw are hidden."""
        if not payload["stages"]:
            return
        first, last = payload["stages"][0], payload["stages"][-1]
        for number, node in enumerate(payload["nodes"][: last["count"]]):
            stage = first if number < first["count"] else last
            x, y = stage[layout][number]
            look = LOOKS[node["kind"]]
            options = Node(number, look.shape, label="", x=x, y=y, size=stage["sizes"][number]).options
            options["hidden"] = number >= first["count"] or not is_shown(node)
            self.nodes.append(options)
            self.node_ids.append(number)
            self.node_map[number] = options

    def _add_edges(self, payload: Plain) -> None:
        """Add every edge between nodes that are drawn; parallel ones are bent apart."""
        drawn = len(self.nodes)
        seen: dict[tuple[int, int], int] = {}
        for number, edge in enumerate(payload["edges"]):
            source, target = edge["source"], edge["target"]
            if source >= drawn or target >= drawn:
                continue
            pair = min(source, target), max(source, target)
            options = Edge(source, target, directed=True, id=number).options
            options |= curve(seen.get(pair, 0), turned=source > target)
            seen[pair] = seen.get(pair, 0) + 1
            self.edges.append(options)


def curve(number: int, *, turned: bool) -> Plain:
    """The bend of the number-th edge between two nodes: the first is straight, the others lie on both sides of it."""
    if number == 0:
        return {}
    side = (number % 2 == 1) != turned
    roundness = round(0.06 + 0.12 * ((number + 1) // 2), 2)
    return {"smooth": {"enabled": True, "type": "curvedCW" if side else "curvedCCW", "roundness": roundness}}


def to_pyvis(graph: EventGraph, *, documents: bool = False, unnamed: bool = False, **options: Any) -> Network:
    """The graph as a `pyvis.network.Network` of your own, to style and show with pyvis.

    The graph itself is left as it is. The network is directed, keeps parallel edges apart, and its titles are plain
    text even where pyvis would read them as HTML. What pyvis writes is not offline (it loads Bootstrap from the
    network) and not safe in every option; `graphbuilder.page.to_html` is.

    Args:
        graph: the graph.
        documents: whether documents become nodes as well.
        unnamed: whether who has no name ("police") becomes one.
        options: arguments of `pyvis.network.Network`, such as ``height="900px"``.

    >>> to_pyvis(EventGraph()).num_nodes()
    0
    """
    network = Network(**{"directed": True, "cdn_resources": "in_line"} | options)
    network.templateEnv.autoescape = True
    shown = graph.subgraph(
        node
        for node, data in graph.nodes(data=True)
        if (documents or data.get("kind") != "document") and (unnamed or is_named(data))
    )
    for node, data in in_order(shown.nodes(data=True)):
        network.add_node(_inert(str(node)), **_pyvis_node(str(node), data))
    seen: dict[frozenset[str], int] = {}
    for source, target, key, data in in_order(shown.edges(keys=True, data=True)):
        if key == BACK:
            continue
        pair = frozenset((str(source), str(target)))
        number = seen[pair] = seen.get(pair, -1) + 1
        standing = standing_of(data)
        told = STANDINGS.get(standing), str(data.get("relation", key)), data.get("title"), data.get("edtf")
        title = _inert(" · ".join(str(one) for one in (*told, data.get("attribution")) if one))
        extra = {} if standing == "fact" else {"dashes": True}
        extra |= curve(number, turned=str(source) > str(target))
        network.edges.append(
            Edge(_inert(str(source)), _inert(str(target)), directed=True, title=title, id=len(network.edges)).options
            | extra
        )
    return network


def _pyvis_node(node: str, data: Plain) -> Plain:
    look = LOOKS[kind_of(data)]
    label = str(data.get("label") or node)
    facts = (label, look.singular, data.get("type"), data.get("edtf"), f"{len(data.get('provenance', ()))} mentions")
    return {
        "label": _inert(one_line(label, 40)),
        "title": _inert("\n".join(one_line(str(fact), 200) for fact in facts if fact)),
        "shape": look.shape,
        "color": look.light,
        "size": 10 + min(20, 2 * len(data.get("provenance", ()))),
    }


def _inert(text: str) -> str:
    """Text without the characters that begin a tag: pyvis's own pop-up reads titles as HTML."""
    return text.replace("<", "\u2039").replace(">", "\u203a")
