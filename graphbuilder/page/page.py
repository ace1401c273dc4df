"""The page: one HTML file that needs nothing else, requests nothing, and runs nothing but its own scripts.

The file holds a JSON island with all text (``<``, ``>`` and ``&`` written as escapes), the style, and the
scripts, packed with gzip if wished. The Content-Security-Policy names the SHA-256 of each script, so that nothing else
can run, and forbids every request.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from functools import cache
from importlib import resources
from os import PathLike
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from graphbuilder.errors import InputError, OutputError
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.page.layout.stages import stages
from graphbuilder.page.payload import payload
from graphbuilder.page.pictures.svg import pictures
from graphbuilder.parallel.garbage import collection_paused
from graphbuilder.writing import write

#: Layouts and themes that `to_html` knows.
LAYOUTS = ("force", "time")
THEMES = ("auto", "light", "dark")
#: The scripts of the page, in the order in which they are joined.
SCRIPTS = (
    "dom.js", "days.js", "data.js", "store.js", "link.js", "look.js", "boxes.js", "names.js", "backdrop.js",
    "places.js", "moving.js", "drawing.js", "graph.js", "map.js", "arrange.js", "overview.js", "lanes.js",
    "timeline.js", "key.js", "filters.js", "search.js", "collected.js", "corrections.js", "quotes.js", "dates.js",
    "ties.js", "panel.js", "reader.js", "table.js", "pictures.js", "download.js", "main.js",
)  # fmt: skip
#: Deflated, no time, packed as small as can be, on a system that is not told: which Python wrote it shows here alone.
_GZIP_HEADER = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
#: Nodes of the picture that is seen without scripts.
STILL_NODES = 40
#: Data larger than this are packed too (characters).
PACK_DATA_FROM = 200_000

_PATH = re.compile(r' d="([MLlz\d\s-]{1,200000})"')
_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"


class Script(NamedTuple):
    """A script of the page: `text` is its source, or that source gzipped in base64."""

    name: str
    text: Markup
    hash: str


def to_html(
    graph: EventGraph,
    path: str | PathLike[str] | None = None,
    *,
    title: str | None = None,
    max_nodes: int = 100,
    layout: str = "force",
    theme: str = "auto",
    compress: bool = True,
    seed: int = 0,
) -> str:
    """The graph as one interactive HTML page that works offline: graph, timeline and sources drive each other.

    The same graph and options give the same bytes.

    Args:
        graph: the graph; it is only read.
        path: where to write the page as well (UTF-8); the file appears complete or not at all.
        title: the headline; left out, the names of the most important entities.
        max_nodes: nodes in the first view, the most important ones; the reader can ask for more.
        layout: "force" (tied nodes close together) or "time" (events from left to right).
        theme: "auto" (as the reader's system), "light" or "dark".
        compress: whether to pack the scripts with gzip (0.3 instead of 0.6 MB), which browsers since 2023 can read.
        seed: another number gives another arrangement of the same picture.

    Raises:
        InputError: an option has a value that is not one of the above.
        OutputError: the file cannot be written.
    """
    _check(max_nodes, layout, theme)
    from graphbuilder.page.network import StoryNetwork  # pyvis takes half a second to load

    with collection_paused():
        data = payload(graph, title=title, max_nodes=max_nodes, seed=seed)
        network = StoryNetwork(data, layout, _environment(data, layout, theme, compress))
        text: str = network.generate_html()
    if path is not None:
        write(path, text)
    return text


def island(value: Any) -> Markup:
    """JSON text that is safe inside a script element: no character in it can end the element or begin another.

    >>> island({"name": "</script><b>"})
    Markup('{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e"}')
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def pack(text: str) -> Markup:
    """Text gzipped and in base64, the same bytes every time and with every Python."""
    packed = _GZIP_HEADER + gzip.compress(text.encode(), 9, mtime=0)[len(_GZIP_HEADER) :]
    return Markup(base64.b64encode(packed).decode("ascii"))


def _check(max_nodes: int, layout: str, theme: str) -> None:
    if layout not in LAYOUTS:
        raise InputError(f"layout {layout!r} is unknown; use one of {', '.join(LAYOUTS)}")
    if theme not in THEMES:
        raise InputError(f"theme {theme!r} is unknown; use one of {', '.join(THEMES)}")
    if max_nodes < 1:
        raise InputError(f"max_nodes must be 1 or more, not {max_nodes!r}")


def _environment(data: dict[str, Any], layout: str, theme: str, compress: bool) -> jinja2.Environment:
    """Jinja with autoescape, which pyvis leaves off, and with the values of the template that pyvis has not."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(asset), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    scripts = _scripts()
    boot = _script("boot", asset("boot.js"), packed=False)
    data_text = island(data)
    environment.globals.update(
        story=data,
        layout=layout,
        theme=theme,
        compress=compress,
        content=hashlib.sha256(data_text.encode()).hexdigest()[:16],
        data=pack(data_text) if compress and len(data_text) > PACK_DATA_FROM else data_text,
        data_packed=compress and len(data_text) > PACK_DATA_FROM,
        land=_land(compress) if any(node.get("at") for node in data["nodes"]) else None,
        still=_still(data),
        style=Markup(asset("app.css")),
        scripts=[_script(name, text, packed=compress) for name, text in scripts.items()],
        boot=boot,
        policy=_policy([boot.hash, *(_script(name, text, packed=False).hash for name, text in scripts.items())]),
        island=island,
    )
    return environment


def _still(data: dict[str, Any]) -> list[tuple[str, str]]:
    """Pictures for readers without scripts, of fewer nodes, so that their names can be read."""
    small = stages(data["nodes"], data["edges"], max_nodes=STILL_NODES, grows=False)
    return pictures({**data, "stages": small})


@cache
def _land(compress: bool) -> Markup:
    """The outline behind the map; a page without places has none."""
    text = island(outline(asset("land.svg")))
    return pack(text) if compress else text


def outline(svg: str) -> str:
    """The path of the land in the text of assets/land.svg, in units of 1/20 degree.

    >>> outline('<svg><path d="M1 2l3-4z"/></svg>')
    'M1 2l3-4z'
    """
    found = _PATH.search(svg)
    return "" if found is None else found[1]


def _policy(hashes: list[str]) -> str:
    """The Content-Security-Policy: the scripts of these hashes, inline style, pictures of the page itself, and no
    request.
    """
    allowed = " ".join(f"'sha256-{one}'" for one in hashes)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _script(name: str, text: str, packed: bool) -> Script:
    hash = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return Script(name, pack(text) if packed else Markup(text), hash)


@cache
def _scripts() -> dict[str, str]:
    """Source by name: vis-network as pyvis ships it, and ours, joined into one scope."""
    try:
        vis = (resources.files("pyvis") / _VIS_NETWORK).read_text(encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"pyvis has no {_VIS_NETWORK}; install pyvis 0.3.2 (pip install 'pyvis>=0.3.2,<0.4')"
        ) from error
    own = "\n".join(asset(name) for name in SCRIPTS)
    return {"vis-network": vis, "page": f'(() => {{\n"use strict";\n{own}\n}})();\n'}


@cache
def asset(name: str) -> str:
    """A file of the folder assets, with plain line ends."""
    return (resources.files("graphbuilder.page") / "assets" / name).read_text(encoding="utf-8").replace("\r\n", "\n")
