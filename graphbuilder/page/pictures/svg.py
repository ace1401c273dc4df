"""Graph and timeline as small SVG texts, drawn without a browser: for notebooks, print and pages without scripts."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from graphbuilder.graph.attributes import Plain
from graphbuilder.page.content.days import ticks
from graphbuilder.page.content.look import is_shown
from graphbuilder.page.pictures.clean import in_lines, one_line

INK, SOFT, LINE, PAPER, DENIED = "#1d2430", "#5b6472", "#c3c8d0", "#ffffff", "#b3261e"
_FONT = "font-family=\"'Helvetica Neue',Arial,'Liberation Sans',sans-serif\""
_MARGIN = 16
#: The timeline: height of a row, ends of the axis, middle of the first row, half width of a diamond, and what makes a
#: mark pale.
_ROW, _LEFT, _RIGHT, _TOP, _DIAMOND, _PALE = 19, 180, 480, 34, 6, ' fill-opacity="0.3"'
#: Of what is only known to have happened by some day: to the left of that day.
_TAIL = 16
#: Names stand in lines of about so many characters, which are so wide and so far apart in pixels.
_NAME, _CHARACTER, _LINE = 17, 6.4, 14
#: Corner angles in degrees by shape; None is a circle.
_CORNERS: dict[str, Sequence[float] | None] = {
    "dot": None,
    "diamond": (0, 90, 180, 270),
    "square": (45, 135, 225, 315),
    "triangle": (-90, 30, 150),
    "triangleDown": (90, 210, 330),
    "hexagon": (0, 60, 120, 180, 240, 300),
    "star": tuple(range(-90, 270, 36)),
}


def graph_svg(payload: Plain) -> str:
    """The first picture of the page as SVG: nodes, ties and names."""
    stage: Plain = payload["stages"][0] if payload["stages"] else {"count": 0}
    numbers = [number for number in range(stage["count"]) if is_shown(payload["nodes"][number])]
    if not numbers:
        return _svg(320, 60, [_text(20, 36, "Nothing to show", SOFT)], "Empty graph")
    nodes = [payload["nodes"][number] for number in numbers]
    places, sizes = ([stage[key][number] for number in numbers] for key in ("force", "sizes"))
    left = min(x - max(size, 60) for (x, _), size in zip(places, sizes, strict=True)) - _MARGIN
    top = min(y - size for (_, y), size in zip(places, sizes, strict=True)) - _MARGIN
    width = max(x + max(size, 60) for (x, _), size in zip(places, sizes, strict=True)) + _MARGIN - left
    height = max(y + size for (_, y), size in zip(places, sizes, strict=True)) + 3 * _LINE + _MARGIN - top
    places = [(x - left, y - top) for x, y in places]
    at = dict(zip(numbers, places, strict=True))
    lines = [
        f'<path d="M{at[a][0]} {at[a][1]}L{at[b][0]} {at[b][1]}"{_line_style(told)}/>'
        for (a, b), told in _pairs(payload["edges"])
        if a in at and b in at and a != b
    ]
    parts = [f'<g stroke="{LINE}">', *lines, "</g>"]
    for node, (x, y), size in zip(nodes, places, sizes, strict=True):
        look = payload["looks"][node["kind"]]
        parts.append(shape(look["shape"], x, y, size, look["light"], hollow=_hollow(node), dashed=_dashed(node)))
        if _hollow(node) and not _dashed(node):
            parts.append(_strike(x, y, size, look["light"]))
    parts += _names(nodes, places, sizes)
    kinds = {node["kind"] for node in nodes}
    legend, wide = _legend([look for kind, look in payload["looks"].items() if kind in kinds], height + 6)
    return _svg(max(width, wide), height + 24, parts + legend, f"Graph: {payload['title']}")


def _pairs(edges: Sequence[Plain]) -> list[tuple[tuple[int, int], set[str]]]:
    """The pairs of nodes with an edge, each with the standings of its edges."""
    found: dict[tuple[int, int], set[str]] = {}
    for one in edges:
        found.setdefault((one["source"], one["target"]), set()).add(one.get("standing", "fact"))
    return sorted(found.items(), key=lambda pair: pair[0])


def _line_style(told: set[str]) -> str:
    """How a line is drawn: dashed where no edge on it is a plain fact, and red where all are denied."""
    if "fact" in told:
        return ""
    colour = f' stroke="{DENIED}"' if told == {"denied"} else ""
    return f' stroke-dasharray="4 3"{colour}'


def _legend(looks: Sequence[Plain], y: float) -> tuple[list[str], float]:
    """The shapes with their words, side by side, and how wide they are together."""
    x, parts = 20.0, []
    for look in looks:
        parts += [shape(look["shape"], x, y, 6, look["light"]), _text(x + 11, y + 4, look["plural"], SOFT)]
        x += 32 + _CHARACTER * len(look["plural"])
    return ['<g class="legend">', *parts, "</g>"], x


def _names(nodes: Sequence[Plain], places: Sequence[tuple[float, float]], sizes: Sequence[int]) -> list[str]:
    """Names below their nodes, the most important first, none over another."""
    taken: list[tuple[float, float, float, float]] = []
    parts = []
    for node, (x, y), size in zip(nodes, places, sizes, strict=True):
        lines = in_lines(node["label"], _NAME, 3 if node["kind"] == "event" else 2)
        half, top = max(map(len, lines)) * _CHARACTER / 2, y + size + 3
        box = (x - half, top, x + half, top + _LINE * len(lines))
        if any(
            box[0] < right and left < box[2] and box[1] < below and above < box[3]
            for left, above, right, below in taken
        ):
            continue
        taken.append(box)
        colour = SOFT if node["kind"] == "event" else INK
        parts += [
            _text(x, top + 10 + _LINE * row, line, colour, anchor="middle", halo=True) for row, line in enumerate(lines)
        ]
    return parts


def timeline_svg(payload: Plain, most: int = 24) -> str:
    """The most important dated events in order, one a row: date, mark on the axis, and beside it the name."""
    dated = [node for node in payload["nodes"] if node["kind"] == "event" and node["when"] and is_shown(node)][:most]
    if not dated:
        return _svg(320, 60, [_text(20, 36, "No dated events", SOFT)], "Timeline without dated events")
    dated.sort(key=lambda node: (_first(node), _last(node), node["id"]))
    low, high = min(map(_first, dated)), max(map(_last, dated))
    scale = (_RIGHT - _LEFT) / max(high - low, 1)
    height = _TOP + _ROW * len(dated)
    parts = []
    for day, words in ticks(low, high):
        x = _LEFT + (day - low) * scale
        parts.append(f'<path d="M{x:.1f} 20V{height - 8}" stroke="#e6e9ed"/>')
        parts.append(_text(round(x, 1), 14, words, SOFT, anchor="middle"))
    for row, node in enumerate(dated):
        end = _RIGHT if node["to"] is None else _LEFT + (_last(node) - low) * scale
        start = end - _TAIL if node["from"] is None else _LEFT + (_first(node) - low) * scale
        parts += _row(node, _TOP + _ROW * row, start, max(end, start + 5), payload["looks"]["event"])
    return _svg(_RIGHT + 410, height, parts, f"Timeline: {payload['title']}")


def _row(node: Plain, y: int, start: float, end: float, look: Plain) -> list[str]:
    """A row of the timeline: a diamond for a short time, a bar for a longer one; pale where vague or open, hollow where
    no fact.
    """
    colour, hollow = look["light"], _hollow(node)
    vague = node["approximate"] or node["uncertain"]
    open_ = None in (node["from"], node["to"])
    pale = vague or open_
    parts = [_text(_LEFT - 14, y + 4, one_line(node["when"], 30), SOFT, anchor="end")]
    if end - start < 2 * _DIAMOND and not open_:
        middle = (start + end) / 2
        start, end = middle - _DIAMOND, middle + _DIAMOND
        dashed = vague or _dashed(node)
        parts.append(shape(look["shape"], middle, y, _DIAMOND - 1, colour, hollow=hollow, dashed=dashed, pale=pale))
    else:
        extra = ' stroke-dasharray="3 2"' if vague or _dashed(node) else ""
        extra += _PALE if pale else ""
        parts.append(
            f'<rect x="{start:.1f}" y="{y - 4}" width="{end - start:.1f}" height="8" rx="2" '
            f'fill="{PAPER if hollow else colour}" stroke="{colour}"{extra}/>'
        )
    if hollow and not _dashed(node):
        parts.append(_strike((start + end) / 2, y, 6, colour))
    return [*parts, _text(round(end + 7, 1), y + 4, one_line(node["label"], 60), INK)]


def pictures(payload: Plain) -> list[tuple[str, str]]:
    """Graph and timeline as data URLs with their names; as pictures they can hold no script, whatever is in them."""
    return [
        (name, f"data:image/svg+xml;base64,{base64.b64encode(svg.encode('utf-8', 'replace')).decode('ascii')}")
        for name, svg in (("Graph", graph_svg(payload)), ("Timeline", timeline_svg(payload)))
    ]


def shape(
    name: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    hollow: bool = False,
    dashed: bool = False,
    pale: bool = False,
) -> str:
    """One node as an SVG element."""
    paint = f'fill="{PAPER if hollow else colour}" stroke="{colour}" stroke-width="1.5"'
    paint += ' stroke-dasharray="4 2.5"' if dashed else ""
    paint += _PALE if pale else ""
    corners = _CORNERS.get(name)
    if corners is None:
        return f'<circle cx="{x}" cy="{y}" r="{size}" {paint}/>'
    reach = size * (1.25 if name in ("square", "diamond") else 1.1)
    points = (
        (x + r * math.cos(math.radians(angle)), y + r * math.sin(math.radians(angle)))
        for index, angle in enumerate(corners)
        for r in (reach * (0.45 if name == "star" and index % 2 else 1),)
    )
    return f'<polygon points="{_points(points)}" {paint}/>'


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _hollow(node: Plain) -> bool:
    """Whether an event is drawn hollow: it is no fact, nor reported as one."""
    return node["kind"] == "event" and node["factuality"] not in ("fact", "reported")


def _dashed(node: Plain) -> bool:
    """Whether an event is drawn dashed: planned, possible or demanded; a denied one is struck through instead."""
    return _hollow(node) and bool(node["factuality"] != "denied")


def _strike(x: float, y: float, reach: float, colour: str) -> str:
    line = f"M{x - reach:.1f} {y + reach:.1f}L{x + reach:.1f} {y - reach:.1f}"
    return f'<path d="{line}" stroke="{colour}" stroke-width="2"/>'


def _first(node: Plain) -> float:
    day: float = node["to"] - 1 if node["from"] is None else node["from"]
    return day


def _last(node: Plain) -> float:
    day: float = _first(node) + 1 if node["to"] is None else node["to"]
    return day


def _text(x: float, y: float, text: str, colour: str, *, anchor: str = "start", halo: bool = False) -> str:
    extra = f' stroke="{PAPER}" stroke-width="3" paint-order="stroke"' if halo else ""
    return f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}"{extra}>{_xml(text)}</text>'


def _svg(width: float, height: float, parts: Sequence[str], title: str) -> str:
    name = one_line(title, 120)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-label={quoteattr(_storable(name))} {_FONT} font-size="12">'
        f"<title>{_xml(name)}</title>"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )


def _xml(text: str) -> str:
    return escape(_storable(text))


def _storable(text: str) -> str:
    """Without the characters that XML 1.0 forbids."""
    return "".join(mark for mark in text if mark >= " " and mark not in "\ufffe\uffff")
