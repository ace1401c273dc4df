"""To and from the older form of keys, that of `gold/lines_dev`: words with their number in the text for offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from keying.kinds import names_something
from keying.schema import Entity, Event, Key, Mention, Span, sha
from keying.validate import named


def to_lines(key: Key, text: str) -> dict[str, Any]:
    """A key in the form of lines_dev: worth 1 and 2 alone; whoever has no name and no ! is a permitted participant."""
    known = named(key) | {entity.id for entity in key.entities if entity.unique}
    return {
        "id": key.name,
        "published": key.published,
        "published_sure": key.published_sure,
        "entities": [_entity(entity, key, text) for entity in key.entities],
        "events": [_event(event, known, text) for event in key.events if event.worth],
        **({"not_events_note": key.note} if key.note else {}),
    }


def _entity(entity: Entity, key: Key, text: str) -> dict[str, Any]:
    name = entity_name(entity, text)
    forms: dict[str, dict[str, None]] = {"name": {}, "description": {}}
    for mention in key.mentions:
        if mention.of == (entity.id,) and mention.kind in forms:
            forms[mention.kind][text[mention.start : mention.end]] = None
    for kind, more in (("name", entity.aliases), ("description", entity.descriptions)):
        forms[kind].update(dict.fromkeys(more))
    return {
        "id": entity.id,
        "name": name,
        "type": entity.type,
        "aliases": [form for form in forms["name"] if form != name],
        "descriptions": [form for form in forms["description"] if form != name],
    }


def entity_name(entity: Entity, text: str) -> str:
    """The name of an entity: where the text does not give it, the first of its aliases."""
    return text[slice(*entity.name)] if entity.name else next(iter(entity.aliases), entity.id)


def _event(event: Event, known: set[str], text: str) -> dict[str, Any]:
    loose = [item for _, item in event.roles if item not in known and item not in event.who_ok]
    return {
        "id": event.id,
        "gist": event.gist,
        "triggers": [word for span in event.triggers if (word := numbered(text, span))],
        "when": event.when,
        "when_ok": list(event.when_ok),
        "who": [[role, item] for role, item in event.roles if item in known],
        "who_ok": [*event.who_ok, *dict.fromkeys(loose)],
        "place": event.place,
        "place_ok": list(event.place_ok),
        "status": event.status,
        "status_ok": list(event.status_ok),
        "said_by": event.said_by,
        "worth": event.worth,
    }


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + re.escape(word) + r"(?!\w)")


def numbered(text: str, span: Span) -> list[Any] | None:
    """A place as its words and how often they stand before it; None where they are a part of a longer word."""
    word = text[slice(*span)]
    starts = [match.start() for match in _whole(word).finditer(text)]
    return [word, starts.index(span[0])] if span[0] in starts else None


def from_lines(data: Mapping[str, Any], text: str) -> Key:
    """A key of ours from one of lines_dev: names and descriptions are looked for in the text; pronouns are lacking."""
    taken = {item for event in data["events"] for _, item in event["who"]}
    mentions = list(_mentions(data["entities"], text))
    shown = {(item, m.kind, text[m.start : m.end]) for m in mentions for item in m.of}
    return Key(
        name=data["id"],
        source="own",
        text_sha=sha(text),
        published=data["published"],
        published_sure=data["published_sure"],
        entities=tuple(_from_entity(entity, shown, taken, text) for entity in data["entities"]),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end))),
        times=(),
        events=tuple(_from_event(event, text) for event in data["events"]),
        ties=(),
        figures=(),
        note=data.get("not_events_note", ""),
    )


def _from_entity(entity: Mapping[str, Any], shown: set[tuple[str, str, str]], taken: set[str], text: str) -> Entity:
    number, name, aliases = entity["id"], entity["name"], entity["aliases"]
    place = _whole(name).search(text)
    unseen = tuple(form for form in aliases if (number, "name", form) not in shown)
    has_name = any(item == number and kind == "name" for item, kind, _ in shown) or unseen or not place
    return Entity(
        id=number,
        type=entity["type"],
        name=place.span() if place else None,
        unique=not has_name and number in taken,
        aliases=unseen if place else (name, *unseen),
        descriptions=tuple(
            form for form in entity.get("descriptions", ()) if (number, "description", form) not in shown
        ),
    )


def _mentions(entities: Iterable[Mapping[str, Any]], text: str) -> Iterator[Mention]:
    """Places of names and descriptions, longer ones first; a shorter one counts inside of a description of another."""
    forms = [form for entity in entities for form in _forms(entity)]
    forms.sort(key=lambda form: -len(form[0]))
    found: list[Mention] = []
    for words, kind, entity in forms:
        for match in _whole(words).finditer(text):
            start, end = match.span()
            around = [other for other in found if other.start < end and start < other.end]
            if all(_holds(other, start, end) and other.kind != "name" and other.of != (entity,) for other in around):
                found.append(Mention(start, end, (entity,), kind))
    marked = {mention.of[0] for mention in found}
    for words, kind, entity in forms:
        for match in () if entity in marked else _whole(words).finditer(text):
            around = [other for other in found if other.start < match.end() and match.start() < other.end]
            if entity not in marked and all(_holds(other, *match.span()) for other in around):
                found.append(Mention(*match.span(), (entity,), kind))
                marked.add(entity)
    yield from found


def _holds(other: Mention, start: int, end: int) -> bool:
    return other.start <= start and end <= other.end and other.end - other.start > end - start


def _forms(entity: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    plain = "name" if names_something(entity["name"]) or entity["aliases"] else "description"
    yield entity["name"], plain, entity["id"]
    yield from ((form, "name", entity["id"]) for form in entity["aliases"])
    yield from ((form, "description", entity["id"]) for form in entity.get("descriptions", ()))


def _from_event(event: Mapping[str, Any], text: str) -> Event:
    spans = (_place(text, word, number) for word, number in event["triggers"])
    return Event(
        id=event["id"],
        gist=event["gist"],
        triggers=tuple(span for span in spans if span),
        worth=event["worth"],
        status=event["status"],
        status_ok=tuple(event.get("status_ok", ())),
        roles=tuple((role, item) for role, item in event["who"]),
        who_ok=tuple(event.get("who_ok", ())),
        when=event["when"],
        when_ok=tuple(event.get("when_ok", ())),
        place=event.get("place"),
        place_ok=tuple(event.get("place_ok", ())),
        said_by=event.get("said_by"),
    )


def _place(text: str, word: str, number: int) -> Span | None:
    found = [match.span() for match in _whole(word).finditer(text)]
    return found[number] if number < len(found) else None
