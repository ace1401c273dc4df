"""Keyed articles as examples: the words of an article with what the key says of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from keying.files import Places, gum_documents  # noqa: E402
from keying.gum import DEV, chains_of  # noqa: E402
from keying.schema import ROLES, STATUSES, Key, read_key  # noqa: E402

from graphbuilder.pipeline.parse import parse  # noqa: E402
from graphbuilder.reader.pairs import KINDS, TYPES, Spot  # noqa: E402
from graphbuilder.reader.pieces import WordPieces  # noqa: E402
from graphbuilder.reader.words import Words, words_of  # noqa: E402
from graphbuilder.records import Document  # noqa: E402
from graphbuilder.times import time_expressions  # noqa: E402

#: What a word may be: nothing, mere saying, an event that could stand on a timeline, one that belongs there.
NONE, SAYING, OTHER, WANTED = range(4)
#: What an entity may be to an event beside its roles.
PLACE, SOURCE = len(ROLES), len(ROLES) + 1
PARTS = (*ROLES, "place", "source")
NO, YES, EITHER = 0, 1, -1


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the key in words: its tellings, and for each entity that takes part its parts."""

    id: str
    tellings: tuple[int, ...]
    worth: int
    status: int
    parts: dict[int, dict[int, int]]
    """Entity → part → YES or EITHER; an entity that is not there takes no part."""
    times: tuple[int, ...]
    """Of the time expressions that were found, those that say when."""
    timed: bool
    """Whether what the key names as words of time was found, or it names none."""


@dataclass(frozen=True, slots=True)
class Example:
    """An article and what there is to learn from it."""

    name: str
    words: Words
    spots: tuple[Spot, ...]
    entities: tuple[tuple[int, ...], ...]
    """For each mention, its entities by number."""
    events: tuple[Told, ...]
    labels: tuple[int, ...]
    """For each word what it tells: NONE, SAYING, OTHER, WANTED, or EITHER where nothing is to be learned."""
    times: tuple[Spot, ...]
    key: Key
    text: str


def examples(names: Iterable[str], pieces: WordPieces, root: Path | None = None) -> Iterator[Example]:
    """The examples of some keyed articles of the corpus, in their order."""
    places = [Places(name) for name in names]
    keyed = [(place.name, place.text(), read_key(place.key)) for place in places]
    yield from of_keys(keyed, pieces)


def of_gum(keyed: Iterable[str], pieces: WordPieces) -> Iterator[Example]:
    """GUM's documents that have no key of ours and are for learning: their chains teach, nothing else."""
    others = sorted(gum_documents().keys() - set(keyed) - DEV)  # `keyed`: of all parts
    rows = [gum_documents()[name] for name in others]
    return of_keys([(str(row["id"]), str(row["text"]), chains_of(row)) for row in rows], pieces)


def of_keys(keyed: Iterable[tuple[str, str, Key]], pieces: WordPieces) -> Iterator[Example]:
    """The examples of articles given by name, text and key."""
    keyed = list(keyed)
    documents = [Document(id=name, text=text, published=_day(key.published)) for name, text, key in keyed]
    for one, (name, text, key) in zip(parse(documents), keyed, strict=True):
        if one.document.text != text:
            continue  # offsets of the key are not those of the document that is read
        words = words_of(one, pieces)
        found = time_expressions(one.document, one.sentences, one.doc)
        spans = [words.span(item.span.start, item.span.end) for item in found]
        times = tuple(Spot(span[0], span[1], 0, 0) for span in spans if span)
        yield _example(name, text, key, words, times)


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def _example(name: str, text: str, key: Key, words: Words, times: tuple[Spot, ...]) -> Example:
    number = {entity.id: at for at, entity in enumerate(key.entities)}
    type_of = {entity.id: entity.type for entity in key.entities}
    spots: dict[tuple[int, int], tuple[Spot, tuple[int, ...]]] = {}
    for mention in key.mentions:
        span = words.span(mention.start, mention.end)
        if span and span not in spots:
            spot = Spot(*span, KINDS.index(mention.kind), TYPES.index(type_of[mention.of[0]]))
            spots[span] = (spot, tuple(number[item] for item in mention.of))
    labels = [NONE] * len(words)
    events: list[Told] = []
    for event in key.events:
        tellings = []
        for trigger in event.triggers:
            span = words.span(*trigger)
            if span:
                for at in range(span[0], span[1]):
                    labels[at] = EITHER
                tellings.append(span[1])
        for at in tellings:
            labels[at] = max(labels[at], {0: SAYING, 1: WANTED, 2: OTHER}[event.worth])
        if event.worth and tellings:
            events.append(_told(event, key, words, tuple(dict.fromkeys(tellings)), number, times))
    ordered = sorted(spots.values(), key=lambda pair: (pair[0].last, -pair[0].first))
    return Example(
        name,
        words,
        tuple(spot for spot, _ in ordered),
        tuple(of for _, of in ordered),
        tuple(events),
        tuple(labels),
        times,
        key,
        text,
    )


def _told(event, key, words, tellings, number, times) -> Told:  # type: ignore[no-untyped-def]
    parts: dict[int, dict[int, int]] = {}

    def give(entity: str | None, part: int, sure: int) -> None:
        if entity in number:
            parts.setdefault(number[entity], {}).setdefault(part, sure)

    for role, entity in event.roles:
        give(entity, ROLES.index(role), YES)
    give(event.place, PLACE, YES)
    give(event.said_by, SOURCE, YES)
    for entity in event.place_ok:
        give(entity, PLACE, EITHER)
    for entity in event.who_ok:
        for part in range(len(ROLES)):
            give(entity, part, EITHER)
    spans = {time.id: words.span(time.start, time.end) for time in key.times}
    said = [span for item in event.when_words if (span := spans.get(item))]
    when = tuple(
        at for at, spot in enumerate(times) if any(spot.first <= span[1] and span[0] <= spot.last for span in said)
    )
    return Told(
        event.id, tellings, event.worth, STATUSES.index(event.status), parts, when, bool(when) or not event.when_words
    )
