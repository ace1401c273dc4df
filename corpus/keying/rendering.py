"""The marked text from which a key compiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keying import tables
from keying.kinds import kind
from keying.marks import Mark, put_together
from keying.schema import Entity, Event, Key, Mention, Span

_LETTER_OF = {"name": "n", "description": "d", "pronoun": "p"}


def render(key: Key, article: str, remarks: Sequence[str] = ()) -> str:
    """The marked text from which a key compiles; raises ValueError where two of its marks cross."""
    times = {time.id: time for time in key.times}
    names = {entity.id: _name(entity, article) for entity in key.entities}
    rows = [f"published {key.published}{'' if key.published_sure else '?'}"]
    rows += [f"note {key.note}"] if key.note else []
    rows += [f"# {remark}" for remark in remarks]
    rows += ["=== text", put_together(article.rstrip(), _marks(key, article, names)), "=== entities"]
    rows += [
        tables.write_entity(tables.EntityLine(item.id, item.type, item.unique, names[item.id], item.story))
        for item in key.entities
    ]
    rows += ["=== events", *(tables.write_event(event, times) for event in key.events if not _bare(event))]
    rows += ["=== ties", *(tables.write_tie(tie, article) for tie in key.ties)]
    return "\n".join(rows) + "\n"


def _name(entity: Entity, article: str) -> str:
    return article[entity.name[0] : entity.name[1]] if entity.name else "?"


def _bare(event: Event) -> bool:
    """Whether a mark <0:e1 …> says all of an event."""
    speakers = tuple(role for role in event.roles if role[0] == "agent")
    return event == Event(event.id, "", event.triggers[:1], worth=0, roles=speakers)


def _marks(key: Key, article: str, names: Mapping[str, str]) -> list[Mark]:
    found = [Mark("[", _mention_head(m, article, names), m.start, m.end) for m in key.mentions]
    found += [Mark("{", t.id + (f"={t.value}" if t.value else ""), t.start, t.end) for t in key.times]
    found += [Mark("{", tie.id, *span) for tie in key.ties for span in tie.words]
    found += [Mark("{", tables.write_figure(figure), figure.start, figure.end) for figure in key.figures]
    heads: dict[Span, list[str]] = {}
    for event in key.events:
        first = min(event.triggers, default=None)
        for number, span in enumerate(event.triggers):
            star = "*" if number == 0 and span != first else ""
            speakers = "+".join(name for _, name in event.roles)
            saying = f"0:{speakers}" if speakers else "0"
            heads.setdefault(span, []).append(saying if _bare(event) else event.id + star)
    for span, names_ in heads.items():
        spoken = [Mark("<", name, *span) for name in names_ if name[0] == "0"]
        told = "+".join(name for name in names_ if name[0] != "0")
        found += ([Mark("<", told, *span)] if told else []) + spoken
    return found


def _mention_head(mention: Mention, article: str, names: Mapping[str, str]) -> str:
    guess = kind(article[mention.start : mention.end], names.get(mention.of[0], ""), len(mention.of))
    return "+".join(mention.of) + ("" if guess == mention.kind else f".{_LETTER_OF[mention.kind]}")
