"""The one door from the graph to what is made of it: timeline, tables, explanations, page, files.

The stages that show or write a graph read it, so they come after it; yet its users expect `graph.timeline(…)` and
`graph.save(…)`. This module alone looks forward: each function here becomes a method of `EventGraph`, and imports the
later stage when it is called. Everywhere else a module imports only what comes before it::

    attributes ─ elements, lookup ─ views ─ EventGraph ─ timeline, explain ─ frames ─ page, export
                                      └┄┄┄┄┄ inside functions ┄┄┄┄┄┄┄┄┄┄┄┄┄┴┄┄┄┄┄┄┄┄┄┴┄┄┄┄┄┘

To add a view, write the function in its stage, a function here that calls it, and a line in `EventGraph`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from os import PathLike
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    import networkx as nx
    import pandas

    from graphbuilder.frames import Frames
    from graphbuilder.graph.entries import Timeline, TimelineEntry
    from graphbuilder.graph.event_graph import EventGraph
    from graphbuilder.page.jupyter import Page
    from graphbuilder.records import Entity

Options = ParamSpec("Options")
Answer = TypeVar("Answer")


def _by_name(method: Callable[Options, Answer]) -> Callable[Options, Answer]:
    """A method whose options are given by name, and which says so to a call such as ``timeline("NATO")``."""

    @wraps(method)
    def checked(*given: Options.args, **options: Options.kwargs) -> Answer:
        if len(given) > 1:
            raise TypeError(f"{method.__name__}() takes its options by name: timeline(about={given[1]!r})")
        return method(*given, **options)

    return checked


@_by_name
def timeline(
    self: EventGraph,
    *,
    about: str | Entity | None = None,
    start: str | int | date | None = None,
    end: str | int | date | None = None,
    type: str | None = None,
    min_score: float = 0.0,
    retold: bool = False,
    chosen: bool = False,
) -> Timeline:
    """The events in order, undated ones last, as a list. See `graphbuilder.graph.timeline.timeline`.

    Args:
        about: a name, alias or id, or an Entity.
        start: EDTF date ("2008-04"), year (2008) or date.
        end: as `start`.
        type: only events of this type.
        min_score: only events of at least this score, 0 to 1.
        retold: also events that the line of another one tells.
        chosen: only what a reader would want: likely events, and the surest of each article.
    """
    from graphbuilder.graph.timeline import timeline

    return timeline(
        self, about=about, start=start, end=end, type=type, min_score=min_score, retold=retold, chosen=chosen
    )


def frames(self: EventGraph) -> Frames:
    """The events, participants, entities, mentions, links, sentences, documents and judgements as DataFrames of
    pandas: ``graph.frames().events``. See `graphbuilder.frames.Frames`.
    """
    from graphbuilder.frames import Frames

    return Frames(self)


def explain(self: EventGraph, name: str, other: str | None = None) -> str:
    """Why mentions were put together or kept apart, in words. See `graphbuilder.graph.explain.explain`."""
    from graphbuilder.graph.explain import explain

    return explain(self, name, other)


def to_html(
    self: EventGraph,
    path: str | PathLike[str] | None = None,
    *,
    title: str | None = None,
    max_nodes: int = 100,
    layout: str = "force",
    theme: str = "auto",
    compress: bool = True,
    seed: int = 0,
) -> str:
    """Write the graph as one interactive page that works offline. See `graphbuilder.page.to_html`."""
    from graphbuilder.page import to_html

    return to_html(
        self, path, title=title, max_nodes=max_nodes, layout=layout, theme=theme, compress=compress, seed=seed
    )


def show(
    self: EventGraph,
    *,
    height: int = 720,
    title: str | None = None,
    max_nodes: int = 100,
    layout: str = "force",
    theme: str = "auto",
    compress: bool = True,
    seed: int = 0,
) -> Page:
    """Show the whole page in a notebook cell, `height` pixels high. See `graphbuilder.page.show`."""
    from graphbuilder.page import show

    return show(
        self,
        height=height,
        title=title,
        max_nodes=max_nodes,
        layout=layout,
        theme=theme,
        compress=compress,
        seed=seed,
    )


def mimebundle(self: EventGraph, include: Any = None, exclude: Any = None) -> dict[str, str]:
    """What a notebook shows for a cell that ends in the graph. See `graphbuilder.page.mimebundle`."""
    from graphbuilder.page import mimebundle

    return mimebundle(self)


def save(
    self: EventGraph,
    path: str | PathLike[str],
    format: str | None = None,
    on_note: Callable[[str], None] | None = None,
) -> None:
    """Write the graph to a file or folder, which other programs read. See `graphbuilder.export.saving.save`."""
    from graphbuilder.export.saving import save

    save(self, path, format, on_note)


def flat(self: EventGraph) -> nx.MultiDiGraph[str]:
    """A plain networkx graph with flat attributes, for networkx's writers. See `graphbuilder.export.flat.flat`."""
    from graphbuilder.export.flat import flat

    return flat(self)


def frame_of(entries: Iterable[TimelineEntry]) -> pandas.DataFrame:
    """The entries of a timeline as a DataFrame of pandas, for `Timeline.to_frame`.

    Raises:
        InputError: pandas is not installed.
    """
    from graphbuilder.frames import entries as table

    return table(entries).to_frame()
