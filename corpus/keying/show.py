"""One HTML page of an article with its key, for the eye of whoever checks it; needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from keying.lines import entity_name
from keying.schema import Event, Key, Span
from keying.validate import Problem, named

_STYLE = """
body{font:15px/1.6 system-ui,sans-serif;margin:0;color:#222;background:#fff;display:grid;grid-template-columns:1fr 1fr}
main,aside{padding:1rem 1.5rem;height:100vh;overflow:auto;box-sizing:border-box}
aside{border-left:1px solid #ccc;font-size:13px;line-height:1.4}
.text{white-space:pre-wrap;font-size:16px;line-height:2}
.e{border-bottom:2px solid #4a7ab5}.e.description{border-bottom-style:dashed}.e.pronoun{border-bottom-style:dotted}
.v{background:#ffe3a3;border-radius:3px;padding:0 2px}.v.w2{background:#fff4d6}.v.w0{background:#eee}
.v.no{text-decoration:line-through #b33}
.t{color:#0a6b3d;font-weight:600}.r{background:#e6f2e6}.f{color:#a0327a;font-weight:600}
sup{font-size:10px;color:#666;font-weight:400;margin-left:1px}.on{outline:2px solid #d33}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ddd;padding:3px 6px;
text-align:left;vertical-align:top}tr[data-id]{cursor:pointer}.w1 td:first-child{font-weight:700}.w2{color:#555}
.hint{color:#777}.wrong{color:#b00}h2{font-size:15px;margin:1rem 0 0}
@media(max-width:900px){body{display:block}main,aside{height:auto}}
"""
_SCRIPT = """
document.addEventListener('click',function(e){var r=e.target.closest('[data-id]');
document.querySelectorAll('.on').forEach(function(x){x.classList.remove('on')});if(!r)return;
var ids=r.dataset.id.split(' ');document.querySelectorAll('main [data-id]').forEach(function(x){
if(x.dataset.id.split(' ').some(function(i){return ids.indexOf(i)>=0}))x.classList.add('on')});
if(r.closest('aside')){var f=document.querySelector('main .on');if(f)f.scrollIntoView({block:'center'})}});
"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One mark on the page."""

    start: int
    end: int
    ids: str
    classes: str
    title: str
    label: str


def page(key: Key, text: str, problems: Sequence[Problem] = ()) -> str:
    """The page of one key."""
    names = {entity.id: entity_name(entity, text) for entity in key.entities}
    body = _marked(text, sorted(_pieces(key, names), key=lambda piece: (piece.start, -piece.end)))
    said = "".join(
        f'<p class="{"hint" if problem.hint else "wrong"}">{escape(problem.where)}: {escape(problem.message)}</p>'
        for problem in problems
    )
    day = f"{key.published}{'' if key.published_sure else '?'}"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(key.name)}</title>'
        f"<style>{_STYLE}</style><main><h1>{escape(key.name)}</h1><p>published {escape(day)} {escape(key.note)}</p>"
        f'<div class="text">{body}</div></main><aside>{_tables(key, text, names)}<h2>To look at</h2>{said}</aside>'
        f"<script>{_SCRIPT}</script></html>\n"
    )


def _pieces(key: Key, names: dict[str, str]) -> Iterable[_Piece]:
    for mention in key.mentions:
        who = " + ".join(names.get(item, item) for item in mention.of)
        ids, label = " ".join(mention.of), "+".join(mention.of)
        yield _Piece(mention.start, mention.end, ids, f"e {mention.kind}", f"{who} ({mention.kind})", label)
    for time in key.times:
        yield _Piece(time.start, time.end, time.id, "t", time.value or "no date", time.id)
    for event in key.events:
        state = " no" if event.status == "denied" else ""
        for span in event.triggers:
            yield _Piece(*span, event.id, f"v w{event.worth}{state}", event.gist or "saying", event.id)
    for tie in key.ties:
        for span in tie.words:
            yield _Piece(
                *span, tie.id, "r", f"{names.get(tie.subject)} {tie.relation} {names.get(tie.object or '')}", tie.id
            )
    for figure in key.figures:
        title = f"{figure.bound} {figure.value:g} {figure.counted} {figure.unit} {figure.event or ''}"
        yield _Piece(figure.start, figure.end, figure.event or "figure", "f", title, "#")


def _marked(text: str, pieces: Sequence[_Piece]) -> str:
    """The text with nested spans; one that would cross is closed and opened again."""
    opens: dict[int, list[_Piece]] = {}
    for piece in pieces:
        opens.setdefault(piece.start, []).append(piece)
    edges = sorted({0, len(text), *opens, *(piece.end for piece in pieces)})
    stack: list[_Piece] = []
    found: list[str] = []
    for here, there in zip(edges, [*edges[1:], len(text)], strict=True):
        again: list[_Piece] = []
        while any(piece.end <= here for piece in stack):
            last = stack.pop()
            found.append(_close(last, here))
            again += [last] if last.end > here else []
        for piece in (*reversed(again), *opens.get(here, ())):
            stack.append(piece)
            found.append(f'<span class="{piece.classes}" data-id="{piece.ids}" title="{escape(piece.title)}">')
        found.append(escape(text[here:there]))
    found += [_close(piece, len(text)) for piece in reversed(stack)]
    return "".join(found)


def _close(piece: _Piece, here: int) -> str:
    return (f"<sup>{escape(piece.label)}</sup>" if piece.end <= here else "") + "</span>"


# --- tables -----------------------------------------------------------------------------------------------------------


def _tables(key: Key, text: str, names: dict[str, str]) -> str:
    events = sorted((e for e in key.events if e.worth), key=lambda e: (e.when is None, (e.when or "").lstrip("./")))
    rows = [_event(event, key, text, names) for event in events]
    known = named(key)
    entities = [
        _row(entity.id, "", entity.id, entity.type, names[entity.id], _standing(entity.id in known, entity.unique))
        for entity in key.entities
    ]
    ties = [
        _row(
            f"{tie.id} {tie.subject} {tie.object or ''}", "", tie.id, names.get(tie.subject, "?"), tie.relation,
            text[slice(*tie.title)] if tie.title else "", names.get(tie.object or "", "–"),
            f"{tie.status} {tie.when or ''}",
        )
        for tie in key.ties
    ]  # fmt: skip
    return (
        "<h2>Timeline</h2>" + _table(["event", "when", "what", "who", "where", "status"], rows)
        + "<h2>Ties</h2>" + _table(["tie", "who", "how", "title", "whom", "when"], ties)
        + "<h2>Entities</h2>" + _table(["id", "type", "name", "name?"], entities)
    )  # fmt: skip


def _standing(has_name: bool, unique: bool) -> str:
    return "" if has_name else "one office or body" if unique else "no name"


def _event(event: Event, key: Key, text: str, names: dict[str, str]) -> str:
    who = "; ".join(f"{role}: {names.get(item, item)}" for role, item in event.roles)
    who += " (also " + ", ".join(names.get(item, item) for item in event.who_ok) + ")" if event.who_ok else ""
    told = ", ".join(dict.fromkeys(text[slice(*span)] for span in event.triggers))
    when = _answers(event.when, event.when_ok) + "".join(f" “{text[slice(*_time(key, t))]}”" for t in event.when_words)
    place = _answers(names.get(event.place or ""), [names.get(item or "") for item in event.place_ok])
    by = f" by {names.get(event.said_by, '')}" if event.said_by else " by hearsay" if event.hearsay else ""
    more = f" part of {event.part_of}" if event.part_of else ""
    more += f" because of {', '.join(event.causes)}" if event.causes else ""
    status = "/".join((event.status, *event.status_ok)) + by + more
    ids = " ".join([event.id, *(item for _, item in event.roles)])
    return _row(ids, f"w{event.worth}", event.id, when, f"{event.gist} [{told}]", who, place, status)


def _time(key: Key, name: str) -> Span:
    return next(((time.start, time.end) for time in key.times if time.id == name), (0, 0))


def _answers(first: str | None, others: Iterable[str | None]) -> str:
    return (first or "–") + "".join(f" / {other or '–'}" for other in others)


def _row(ids: str, classes: str, *cells: str) -> str:
    inner = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr data-id="{escape(ids)}" class="{classes}">{inner}</tr>'


def _table(heads: Sequence[str], rows: Sequence[str]) -> str:
    return "<table><tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>" + "".join(rows) + "</table>"
