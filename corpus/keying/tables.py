"""The tables under a marked text: one line an entity, an event, a tie; read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from keying import schema
from keying.schema import Event, Figure, Tie, Time

_SHORT = {"org": "organization"}
_ROLE_SHORT = {
    "a": "agent", "p": "patient", "r": "recipient", "at": "attendee", "h": "host", "t": "topic", "o": "other",
}  # fmt: skip
_LETTER = {role: letter for letter, role in _ROLE_SHORT.items()}
_EVENT_FIELDS = "a= p= r= at= h= t= o= ok= @ in= by= of= cause= as="


class LineError(ValueError):
    """A line of a table that cannot be read."""


@dataclass(frozen=True, slots=True)
class EntityLine:
    """What the line of an entity says."""

    id: str
    type: str
    unique: bool
    name: str
    story: str


def read_entity(line: str) -> EntityLine:
    """``e1 person Maria Lund``; ! after the type: one definite office or body without a name."""
    match = re.fullmatch(r"(e\d+) +(\w+)(!?) +(.+?)(?: +as=(\S+))?", line)
    if not match:
        raise LineError(f"{line!r}: an entity is written as: e1 person Maria Lund")
    kind = _SHORT.get(match[2], match[2])
    if kind not in schema.ENTITY_TYPES:
        raise LineError(f"{match[1]}: type {match[2]!r} is none of {', '.join(schema.ENTITY_TYPES)} (or org)")
    return EntityLine(match[1], kind, bool(match[3]), match[4], match[5] or "")


def write_entity(line: EntityLine) -> str:
    """The line that `read_entity` reads."""
    kind = next((short for short, long in _SHORT.items() if long == line.type), line.type)
    return f"{line.id} {kind}{'!' if line.unique else ''} {line.name}" + (f" as={line.story}" if line.story else "")


# --- events -----------------------------------------------------------------------------------------------------------


def read_event(line: str, triggers: tuple[schema.Span, ...], times: Mapping[str, Time]) -> Event:
    """``v1 2 planned a=e1 p=e2 @t1,2022-08 in=e4 by=e1 | what happens``; all but the gist may be left out."""
    front, _, gist = line.partition("|")
    name, *tokens = front.split()
    values: dict[str, list[str]] = {}
    roles: list[tuple[str, str]] = []
    for token in tokens:
        field, items = _event_token(name, token)
        if field in schema.ROLES:
            roles.extend((field, item) for item in items)
        elif field in values:
            raise LineError(f"{name}: {token!r}: {field} stands there already; put further answers after a comma")
        else:
            values[field] = items
    when, when_ok, words = _when(name, values.get("@", []), times)
    place, *place_ok = [_none(item) for item in values.get("in", ["-"])]
    by = values.get("by", ["-"])
    status, *status_ok = values.get("status", ["happened"])
    return Event(
        id=name, gist=gist.strip(), triggers=triggers, worth=int(values.get("worth", ["1"])[0]), status=status,
        status_ok=tuple(status_ok), roles=tuple(roles), who_ok=tuple(values.get("ok", ())), when=when,
        when_ok=when_ok, when_words=words, place=place, place_ok=tuple(place_ok),
        said_by=None if by[0] in "-?" else by[0], hearsay=by[0] == "?", part_of=_none(values.get("of", ["-"])[0]),
        causes=tuple(values.get("cause", ())), story=values.get("as", [""])[0],
    )  # fmt: skip


def _event_token(event: str, token: str) -> tuple[str, list[str]]:
    """The field that a token fills and its items; roles by their full name."""
    if token in ("0", "1", "2"):
        return "worth", [token]
    if token.startswith("@"):
        return "@", token[1:].split(",")
    field, equals, items = token.partition("=")
    if equals and (field in _ROLE_SHORT or field in schema.ROLES):
        return _ROLE_SHORT.get(field, field), _ids(event, token, items, "e")
    if equals and field in ("ok", "in", "by", "of", "cause", "as"):
        letter = {"of": "v", "cause": "v"}.get(field, "e")
        found = items.split(",") if field == "as" else _ids(event, token, items, letter)
        if field in ("by", "of", "as") and len(found) > 1:
            raise LineError(f"{event}: {token!r}: only one is possible here")
        return field, found
    if not equals and all(status in schema.STATUSES for status in token.split(",")):
        return "status", token.split(",")
    raise LineError(
        f"{event}: {token!r} is none of 0 1 2, a status ({', '.join(schema.STATUSES)}), {_EVENT_FIELDS}; "
        "the gist comes after |"
    )


def _ids(event: str, token: str, items: str, letter: str) -> list[str]:
    found = items.split(",")
    for item in found:
        if not re.fullmatch(rf"{letter}\d+|-|\?", item):
            raise LineError(f"{event}: {token!r}: write ids such as {letter}1,{letter}2")
    return found


def _none(item: str) -> str | None:
    return None if item == "-" else item


def _when(
    where: str, items: list[str], times: Mapping[str, Time]
) -> tuple[str | None, tuple[str | None, ...], tuple[str, ...]]:
    """The date, further dates that are right, and the ids of the words: from ``t1+t2``, ``2022-07:t1``, ``-``."""
    values: list[str | None] = []
    words: tuple[str, ...] = ()
    for number, item in enumerate(items):
        value, _, ids = item.partition(":")
        if re.fullmatch(r"t\d+(\+t\d+)*", value):
            value, ids = "", value
        found = tuple(ids.split("+")) if ids else ()
        if missing := [name for name in found if name not in times]:
            raise LineError(f"{where}: there is no time {missing[0]}: mark its words as {{{missing[0]}=2022-07 …}}")
        values.append(_none(value) if value else times[found[0]].value if found else None)
        words = found if number == 0 else words
    return (values[0] if values else None), tuple(values[1:]), words


def write_event(event: Event, times: Mapping[str, Time]) -> str:
    """The line that `read_event` reads, without what stands at its default."""
    tokens = [event.id]
    tokens += [str(event.worth)] if event.worth != 1 else []
    if event.status != "happened" or event.status_ok:
        tokens.append(",".join((event.status, *event.status_ok)))
    tokens += _write_roles(event.roles)
    tokens += [f"ok={','.join(event.who_ok)}"] if event.who_ok else []
    if event.when or event.when_ok or event.when_words:
        tokens.append("@" + ",".join((_write_when(event, times), *(value or "-" for value in event.when_ok))))
    if event.place or event.place_ok:
        tokens.append("in=" + ",".join(item or "-" for item in (event.place, *event.place_ok)))
    tokens += [f"by={event.said_by or '?'}"] if event.said_by or event.hearsay else []
    tokens += [f"of={event.part_of}"] if event.part_of else []
    tokens += [f"cause={','.join(event.causes)}"] if event.causes else []
    tokens += [f"as={event.story}"] if event.story else []
    return " ".join(tokens) + (f" | {event.gist}" if event.gist else "")


def _write_roles(roles: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Roles in their order, neighbours of one role together."""
    groups: list[tuple[str, list[str]]] = []
    for role, item in roles:
        if not groups or groups[-1][0] != role:
            groups.append((role, []))
        groups[-1][1].append(item)
    return (f"{_LETTER[role]}={','.join(items)}" for role, items in groups)


def _write_when(event: Event, times: Mapping[str, Time]) -> str:
    words = "+".join(event.when_words)
    if words and times[event.when_words[0]].value == event.when:
        return words
    return f"{event.when or '-'}" + (f":{words}" if words else "")


# --- ties and figures -------------------------------------------------------------------------------------------------


def read_tie(line: str, words: tuple[schema.Span, ...], text: str, times: Mapping[str, Time]) -> Tie:
    """``r1 e1 holds e2 "mayor" ended @2014/.. by=e3``; - where the body of a post is not told."""
    match = re.fullmatch(r'(r\d+) +(e\d+) +(\w+) +(e\d+|-)((?: +(?:"[^"]*"|\S+))*)', line)
    if not match:
        raise LineError(f'{line!r}: a tie is written as: r1 e1 holds e2 "mayor"')
    title: schema.Span | None = None
    status, when, by = "true", None, None
    for token in re.findall(r'"[^"]*"|\S+', match[5]):
        if token.startswith('"'):
            title = _title(match[1], token[1:-1], words, text)
        elif token.startswith("@"):
            when = _when(match[1], [token[1:]], times)[0]
        elif token.startswith("by="):
            by = token[3:]
        elif token in schema.TIE_STATUSES:
            status = token
        else:
            known = ", ".join(schema.TIE_STATUSES)
            raise LineError(f'{match[1]}: {token!r} is none of "title", @date, by=e1, {known}')
    return Tie(match[1], match[2], match[3], _none(match[4]), words, title, when, status, by)


def _title(where: str, title: str, words: tuple[schema.Span, ...], text: str) -> schema.Span:
    for start, end in words:
        found = re.compile(r"\s+".join(map(re.escape, title.split())), re.IGNORECASE).search(text, start, end)
        if found and title:
            return found.span()
    raise LineError(f'{where}: "{title}" is not in the words marked {{{where} …}}: write it as the text does')


def write_tie(tie: Tie, text: str) -> str:
    """The line that `read_tie` reads."""
    tokens = [tie.id, tie.subject, tie.relation, tie.object or "-"]
    tokens += [f'"{text[tie.title[0] : tie.title[1]]}"'] if tie.title else []
    tokens += [tie.status] if tie.status != "true" else []
    tokens += [f"@{tie.when}"] if tie.when else []
    tokens += [f"by={tie.said_by}"] if tie.said_by else []
    return " ".join(tokens)


_NUMBER = r"-?\d+(?:\.\d+)?"
_TIMES = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
_FIGURE = re.compile(
    rf"#(?P<about>~)?(?P<value>{_NUMBER})(?P<size>k|m|bn|tn)?(?P<bound>[+-])?"
    rf"(?:\.\.(?P<most>{_NUMBER})(?P<size2>k|m|bn|tn)?)?:(?P<counted>[a-z]+)(?:/(?P<unit>[^:]+))?(?::(?P<event>v\d+))?"
)


def read_figure(head: str, start: int, end: int) -> Figure:
    """``#3:dead:v1``, ``#~140:people``, ``#3+`` at least, ``#9-`` at most, ``#20..30``, ``#2.3m:money/USD:v4``."""
    match = _FIGURE.fullmatch(head)
    if not match:
        raise LineError(f"{{{head} …}}: a figure is written as {{#3:dead:v1 three}}, {{#~140:people:v2 about 140}}")
    bound = "about" if match["about"] else {"+": "least", "-": "most", None: "exactly"}[match["bound"]]
    return Figure(
        start=start, end=end, value=_scaled(match["value"], match["size"]), counted=match["counted"], bound=bound,
        most=_scaled(match["most"], match["size2"]) if match["most"] else None, unit=match["unit"] or "",
        event=match["event"],
    )  # fmt: skip


def _scaled(number: str, size: str | None) -> float:
    return round(float(number) * _TIMES[size or ""], 6)


def write_figure(figure: Figure) -> str:
    """The head of the mark that `read_figure` reads."""
    mark = {"about": ("~", ""), "least": ("", "+"), "most": ("", "-"), "exactly": ("", "")}[figure.bound]
    number = mark[0] + _plain(figure.value) + mark[1]
    number += f"..{_plain(figure.most)}" if figure.most is not None else ""
    return (
        f"#{number}:{figure.counted}"
        + (f"/{figure.unit}" if figure.unit else "")
        + (f":{figure.event}" if figure.event else "")
    )


def _plain(number: float) -> str:
    for size in ("tn", "bn", "m"):
        short = f"{number / _TIMES[size]:.6f}".rstrip("0").rstrip(".")
        if abs(number) >= _TIMES[size] and _scaled(short, size) == number:
            return short + size
    return str(int(number)) if number == int(number) else f"{number:.6f}".rstrip("0")
