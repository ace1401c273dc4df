"""The form of a key: frozen records and their JSON; all places are character offsets into the article."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENTITY_TYPES = ("person", "organization", "place", "group", "product", "work", "law", "other")
MENTION_KINDS = ("name", "description", "pronoun")
ROLES = ("agent", "patient", "recipient", "attendee", "host", "topic", "other")
STATUSES = ("happened", "denied", "planned", "demanded", "possible")
WORTHS = (0, 1, 2)
RELATIONS = ("holds", "member", "part", "owns", "works", "family", "founded", "located", "born", "died")
TIE_STATUSES = ("true", "ended", "planned", "denied", "possible")
BOUNDS = ("exactly", "least", "about", "most")
COUNTED = (
    "dead", "hurt", "sick", "missing", "arrested", "displaced", "people",
    "votes", "seats", "goals", "money", "share", "things",
)  # fmt: skip
#: Where the text of an article stands: in `corpus/articles`, or outside of the repository (GUM).
SOURCES = ("own", "gum")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that takes part; its name is the text at `name`, where a key from elsewhere has none: None.

    `unique`: without a name, but one definite office or body ("the premier"), which counts as if it were named.
    `aliases` and `descriptions` are only what no mention shows; `story` is the same in all articles of a story.
    """

    id: str
    type: str
    name: Span | None
    unique: bool = False
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    story: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one entity, or a plural that stands for several."""

    start: int
    end: int
    of: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Time:
    """Words that say when; `value` is EDTF, None where they name no time that can be counted ("recently")."""

    id: str
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens once, and every place that tells it, the best first.

    What ends in `_ok` are further answers that a fair judge accepts; `when_words` are ids of times. `hearsay`: told as
    what somebody unnamed says ("reportedly"). `story` is the same in all articles of a story.
    """

    id: str
    gist: str
    triggers: tuple[Span, ...]
    worth: int = 1
    status: str = "happened"
    status_ok: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    who_ok: tuple[str, ...] = ()
    when: str | None = None
    when_ok: tuple[str | None, ...] = ()
    when_words: tuple[str, ...] = ()
    place: str | None = None
    place_ok: tuple[str | None, ...] = ()
    said_by: str | None = None
    hearsay: bool = False
    part_of: str | None = None
    causes: tuple[str, ...] = ()
    story: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation that the text states: subject, relation, object; `title` is the post's or the kinship's words.

    The object is None where a post is told without its body.
    """

    id: str
    subject: str
    relation: str
    object: str | None
    words: tuple[Span, ...]
    title: Span | None = None
    when: str | None = None
    status: str = "true"
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: how much of what, and of which event; `most` closes a range ("between 20 and 30")."""

    start: int
    end: int
    value: float
    counted: str
    bound: str = "exactly"
    most: float | None = None
    unit: str = ""
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """All that is keyed of one article; `text_sha` tells whether the article has changed since."""

    name: str
    source: str
    text_sha: str
    published: str
    published_sure: bool
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    ties: tuple[Tie, ...]
    figures: tuple[Figure, ...]
    note: str = ""


def sha(text: str) -> str:
    """The fingerprint of an article's text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# --- JSON -----------------------------------------------------------------------------------------------------------

_PARTS: dict[str, type[Any]] = {
    "entities": Entity,
    "mentions": Mention,
    "times": Time,
    "events": Event,
    "ties": Tie,
    "figures": Figure,
}


def to_json(key: Key) -> str:
    """A key as JSON, one record a line, without what stands at its default."""
    rows = []
    for name in Key.__slots__:
        value = getattr(key, name)
        if name in _PARTS:
            inner = ",\n  ".join(_dumps(_record(item)) for item in value)
            rows.append(f' "{name}": [' + (f"\n  {inner}\n ]" if value else "]"))
        else:
            rows.append(f' "{name}": {_dumps(value)}')
    return "{\n" + ",\n".join(rows) + "\n}\n"


def from_json(text: str) -> Key:
    """The key that `to_json` wrote; raises ValueError that names the record where the form is another one."""
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("a key is one JSON object")
    parts = {name: tuple(_build(part, item) for item in data.pop(name, ())) for name, part in _PARTS.items()}
    built = _build(Key, {**data, **parts})
    assert isinstance(built, Key)
    return built


def read_key(path: Path) -> Key:
    """The key in a file."""
    return from_json(path.read_text(encoding="utf-8"))


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(item: Any) -> dict[str, Any]:
    """The fields that differ from their default."""
    defaults = {name: field.default for name, field in type(item).__dataclass_fields__.items()}
    return {name: getattr(item, name) for name in defaults if getattr(item, name) != defaults[name]}


def _build(kind: type[Any], item: Any) -> Any:
    try:
        return kind(**{name: _tuples(value) for name, value in item.items()})
    except (TypeError, AttributeError) as error:
        raise ValueError(f"{kind.__name__} {item}: {error}") from None


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
