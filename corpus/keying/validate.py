"""What is wrong with a key: offsets, ids, dates, roles, each with its remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from keying import schema
from keying.dates import first_day, parts, wrong_date, wrong_day
from keying.schema import Entity, Event, Figure, Key, Span, Tie


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or, where `hint`, that only may be; `where` is an id or a place, `at` an offset."""

    where: str
    message: str
    hint: bool = False
    at: int | None = None


def problems(key: Key, text: str) -> list[Problem]:
    """All that is wrong with a key, and what may be; empty where nothing is."""
    return [
        *_head(key, text),
        *_ids(key),
        *_spans(key, text),
        *_mentions(key),
        *(p for entity in key.entities for p in _entity(entity, key)),
        *(p for event in key.events for p in _event(event, key)),
        *(p for tie in key.ties for p in _tie(tie, key)),
        *(p for figure in key.figures for p in _figure(figure, key)),
        *_circles(key),
    ]


def _head(key: Key, text: str) -> Iterator[Problem]:
    if wrong := wrong_day(key.published):
        yield Problem("published", wrong)
    if key.source not in schema.SOURCES:
        yield Problem("source", f"{key.source!r} is none of {', '.join(schema.SOURCES)}")
    if key.text_sha != schema.sha(text):
        yield Problem("text_sha", "the article has changed since it was keyed: compile its marked form again")
    for time in key.times:
        if time.value and (wrong := wrong_date(time.value)):
            yield Problem(time.id, wrong)


def _ids(key: Key) -> Iterator[Problem]:
    for part, letter in (("entities", "e"), ("times", "t"), ("events", "v"), ("ties", "r")):
        for name, number in Counter(item.id for item in getattr(key, part)).items():
            if not (name[:1] == letter and name[1:].isdigit()):
                yield Problem(name, f"ids of {part} are {letter}1, {letter}2 …")
            if number > 1:
                yield Problem(name, f"is given {number} times: one id, one line")


def places(key: Key) -> Iterator[tuple[str, Span]]:
    """Every place of the article that a key names, with what names it."""
    yield from ((entity.id, entity.name) for entity in key.entities if entity.name)
    yield from (("+".join(item.of), (item.start, item.end)) for item in key.mentions)
    yield from ((time.id, (time.start, time.end)) for time in key.times)
    yield from ((event.id, span) for event in key.events for span in event.triggers)
    yield from ((tie.id, span) for tie in key.ties for span in (*tie.words, *([tie.title] if tie.title else [])))
    yield from (("figure", (figure.start, figure.end)) for figure in key.figures)


def _spans(key: Key, text: str) -> Iterator[Problem]:
    for where, (start, end) in places(key):
        if not 0 <= start < end <= len(text):
            yield Problem(where, f"{start}–{end} is no place of the article (0–{len(text)})")
            continue
        words = text[start:end]
        if words != words.strip():
            yield Problem(where, f"{words!r}: leave the space outside of the mark", at=start)
        if _inside(text, start) or _inside(text, end):
            yield Problem(where, f"{words!r} ends inside of a word: mark whole words", at=start)


def _inside(text: str, at: int) -> bool:
    """Whether an offset cuts a word of letters in two."""
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()


def _known(where: str, ids: Sequence[str | None], known: set[str], what: str) -> Iterator[Problem]:
    for item in ids:
        if item is not None and item not in known:
            yield Problem(where, f"there is no {what} {item}: add its line, or mend the id")


def _entities(key: Key) -> set[str]:
    return {entity.id for entity in key.entities}


def _mentions(key: Key) -> Iterator[Problem]:
    known = _entities(key)
    for mention in key.mentions:
        where = "+".join(mention.of)
        yield from _known(where, mention.of, known, "entity")
        if mention.kind not in schema.MENTION_KINDS:
            yield Problem(where, f"kind {mention.kind!r} is none of {', '.join(schema.MENTION_KINDS)}")
        if not mention.of or len(set(mention.of)) < len(mention.of):
            yield Problem(where, "a mention stands for one entity, or for several different ones")
    for span, number in Counter((m.start, m.end) for m in key.mentions).items():
        if number > 1:
            yield Problem("mention", f"is marked {number} times: write one mark, [e1+e2 …]", at=span[0])


def used(key: Key) -> set[str]:
    """The entities that take part in something: an event, its place, a saying or a tie."""
    found: set[str | None] = set()
    for event in key.events:
        found.update((*(item for _, item in event.roles), *event.who_ok, event.place, *event.place_ok, event.said_by))
    for tie in key.ties:
        found.update((tie.subject, tie.object, tie.said_by))
    return {item for item in found if item}


def named(key: Key) -> set[str]:
    """The entities that the article names."""
    return {item for mention in key.mentions if mention.kind == "name" for item in mention.of} | {
        entity.id for entity in key.entities if entity.aliases
    }


def _entity(entity: Entity, key: Key) -> Iterator[Problem]:
    if entity.type not in schema.ENTITY_TYPES:
        yield Problem(entity.id, f"type {entity.type!r} is none of {', '.join(schema.ENTITY_TYPES)}")
    if not any(entity.id in mention.of for mention in key.mentions) and not (entity.aliases or entity.descriptions):
        yield Problem(entity.id, f"is nowhere marked in the text: mark it as [{entity.id} …], or delete its line")
    elif entity.id not in named(key) | used(key):
        yield Problem(entity.id, "has no name and takes part in nothing: delete it, or say in what it takes part", True)
    if entity.unique and entity.id in named(key):
        yield Problem(entity.id, "has a name, so that the ! is not needed", True)


def _event(event: Event, key: Key) -> Iterator[Problem]:
    known, where = _entities(key), event.id
    if not event.triggers:
        yield Problem(where, f"no word of the text tells it: mark one as <{where} …>, or delete its line")
    if event.worth not in schema.WORTHS:
        yield Problem(where, f"worth {event.worth} is none of 0, 1, 2")
    for status in (event.status, *event.status_ok):
        if status not in schema.STATUSES:
            yield Problem(where, f"status {status!r} is none of {', '.join(schema.STATUSES)}")
    for role, _ in event.roles:
        if role not in schema.ROLES:
            yield Problem(where, f"role {role!r} is none of {', '.join(schema.ROLES)}")
    if len(set(event.roles)) < len(event.roles):
        yield Problem(where, "names somebody twice in one role")
    yield from _known(where, [item for _, item in event.roles], known, "entity")
    yield from _known(where, (*event.who_ok, event.place, *event.place_ok, event.said_by), known, "entity")
    yield from _known(where, event.when_words, {time.id for time in key.times}, "time")
    yield from _known(where, (event.part_of, *event.causes), {other.id for other in key.events}, "event")
    for value in (event.when, *event.when_ok):
        if value and (wrong := wrong_date(value)):
            yield Problem(where, wrong)
    if event.hearsay and event.said_by:
        yield Problem(where, "is told by somebody named and by hearsay: leave one of both")
    if event.worth and not event.gist:
        yield Problem(where, "has no gist: write one line of your own after |")
    yield from _late(event, key)


def _late(event: Event, key: Key) -> Iterator[Problem]:
    """An event that happened, dated wholly after the article's day."""
    if event.status != "happened" or not event.when or wrong_date(event.when) or wrong_day(key.published):
        return
    start = first_day(event.when)
    if start and start > parts(key.published):
        yield Problem(event.id, f"happened on {event.when}, after the article's day {key.published}: planned?", True)


def _tie(tie: Tie, key: Key) -> Iterator[Problem]:
    if tie.relation not in schema.RELATIONS:
        yield Problem(tie.id, f"relation {tie.relation!r} is none of {', '.join(schema.RELATIONS)}")
    if tie.status not in schema.TIE_STATUSES:
        yield Problem(tie.id, f"status {tie.status!r} is none of {', '.join(schema.TIE_STATUSES)}")
    yield from _known(tie.id, (tie.subject, tie.object, tie.said_by), _entities(key), "entity")
    if not tie.words:
        yield Problem(tie.id, f"no words of the text state it: mark them as {{{tie.id} …}}, or delete its line")
    if tie.object is None and tie.relation != "holds":
        yield Problem(tie.id, f"{tie.relation} needs two ends: only a post (holds) can be told without its body")
    if tie.relation == "holds" and tie.title is None:
        yield Problem(tie.id, 'a post needs its title, as in: r1 e1 holds e2 "mayor"')
    if tie.subject == tie.object:
        yield Problem(tie.id, "ties an entity to itself")
    if tie.when and (wrong := wrong_date(tie.when)):
        yield Problem(tie.id, wrong)


def _figure(figure: Figure, key: Key) -> Iterator[Problem]:
    where = f"figure at {figure.start}"
    if figure.counted not in schema.COUNTED:
        yield Problem(where, f"{figure.counted!r} is none of {', '.join(schema.COUNTED)}", at=figure.start)
    if figure.bound not in schema.BOUNDS:
        yield Problem(where, f"{figure.bound!r} is none of {', '.join(schema.BOUNDS)}", at=figure.start)
    if figure.most is not None and figure.most < figure.value:
        yield Problem(where, "the range ends below its start", at=figure.start)
    yield from _known(where, (figure.event,), {event.id for event in key.events}, "event")


def _circles(key: Key) -> Iterator[Problem]:
    """Events that are a part or a cause of themselves, over any number of steps."""
    for what, above in (
        ("a part of", {event.id: {event.part_of} - {None} for event in key.events}),
        ("caused by", {event.id: set(event.causes) for event in key.events}),
    ):
        for event in above:
            reached: set[str | None] = set()
            rest = list(above[event])
            while rest:
                step = rest.pop()
                if step not in reached:
                    reached.add(step)
                    rest.extend(above.get(step or "", ()))
            if event in reached:
                yield Problem(event, f"is {what} itself")
