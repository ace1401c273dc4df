"""What a notebook shows: a light summary with a static picture, and on request the whole page in a frame.

Notebooks that are not trusted, GitHub's viewer and PDF exports drop scripts and frames but keep tables and pictures in
data URLs; so the summary is made of these alone.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from graphbuilder.errors import InputError
from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.content.look import is_shown
from graphbuilder.page.page import to_html
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.clean import one_line
from graphbuilder.page.pictures.svg import pictures

#: Nodes of the static picture, and rows of the list under it.
PICTURE_NODES, LISTED = 24, 8


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a graph as a notebook shows it."""

    summary: str
    frame: str

    def _repr_html_(self) -> str:
        return f"{self.summary}\n{self.frame}"

    def __repr__(self) -> str:
        return "graphbuilder page (shown in notebooks; to_html() writes it to a file)"


def show(
    graph: EventGraph,
    *,
    height: int = 720,
    title: str | None = None,
    max_nodes: int = 100,
    layout: str = "force",
    theme: str = "auto",
    compress: bool = True,
    seed: int = 0,
) -> Page:
    """The whole page for a notebook cell, `height` pixels high, in a frame that can reach nothing outside of it.

    The other options are those of `to_html`.

    Raises:
        InputError: the height or an option is not usable.
    """
    if not 100 <= height <= 10_000:
        raise InputError(f"height must be between 100 and 10000 pixels, not {height!r}")
    text = to_html(graph, title=title, max_nodes=max_nodes, layout=layout, theme=theme, compress=compress, seed=seed)
    page = html.escape(text, quote=True)
    frame = (
        f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-downloads allow-popups" width="100%" '
        f'height="{height}" style="border:1px solid #d5d9df" title="Interactive graph and timeline"></iframe>'
    )
    return Page(summary=f"<details><summary>{graph!r}</summary>{_picture(_small(graph))}</details>", frame=frame)


def mimebundle(graph: EventGraph, include: Any = None, exclude: Any = None) -> dict[str, str]:
    """What a notebook shows for a graph that ends a cell: counts, picture, main names and events; no scripts."""
    data = _small(graph)
    rows = "".join(
        f"<tr><td>{_cell(one['when'] or '–')}</td><td>{_cell(one['label'])}</td></tr>" for one in _events(data)
    )
    table = f"<table><thead><tr><th>When</th><th>What</th></tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    left_out = f"<p>{_left_out(data)}</p>" if _left_out(data) else ""
    return {"text/plain": _plain(graph, data), "text/html": f"<p>{graph!r}</p>{_picture(data)}{table}{left_out}"}


def _small(graph: EventGraph) -> Plain:
    return payload(graph, max_nodes=PICTURE_NODES, grows=False)


def _picture(data: Plain) -> str:
    return "".join(
        f'<p><img alt="{name}" style="max-width:100%;height:auto" src="{picture}"></p>'
        for name, picture in pictures(data)
    )


def _events(data: Plain) -> list[Plain]:
    """The most important events, in order of date, those without one last; no less likely ones."""
    events = [node for node in data["nodes"] if node["kind"] == "event" and is_shown(node)][:LISTED]
    return sorted(events, key=lambda one: (one["from"] is None, one["from"] or 0, one["id"]))


def _left_out(data: Plain) -> str:
    """How many events are not shown at all, and what has them."""
    count = data["summary"]["less_likely"]
    return f"{count:,} less likely {'event' if count == 1 else 'events'}: graph.timeline(retold=True)" if count else ""


def _cell(text: str) -> str:
    return html.escape(one_line(text, 80))


def _plain(graph: EventGraph, data: Plain) -> str:
    names = ", ".join(one_line(node["label"], 40) for node in data["nodes"] if node["kind"] != "event")
    lines = [f"  {one_line(one['when'] or 'undated', 30)}: {one_line(one['label'], 80)}" for one in _events(data)]
    more = [f"  {_left_out(data)}"] if _left_out(data) else []
    return "\n".join([repr(graph), *([f"  {one_line(names, 200)}"] if names else []), *lines, *more])
