"""What there is to learn from a keyed article: its words, and what the key says of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from keying.files import Places, gum_documents
from keying.gum import DEV, chains_of
from keying.schema import Event, Key, Span, Tie, read_key

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader.pairs import KINDS, TYPES, Spot
from graphbuilder.reader.pieces import WordPieces
from graphbuilder.reader.reading import PLACE, RELATIONS, ROLES, SOURCE, STANDINGS, STATUSES
from graphbuilder.reader.words import Words, words_of
from graphbuilder.records import Document
from graphbuilder.times import time_expressions

#: What a word tells: nothing, mere saying, an event that could stand on a timeline, one that belongs there.
NONE, SAYING, OTHER, WANTED = range(4)
#: What it tells by the worth of its event in the key.
_TOLD = {0: SAYING, 1: WANTED, 2: OTHER}
#: Whether something is so; EITHER where a fair judge accepts both.
NO, YES, EITHER = 0, 1, -1

#: An article: its name, its text, its key.
Article = tuple[str, str, Key]


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the key in words: its tellings, and for each entity that takes part its parts."""

    id: str
    tellings: tuple[int, ...]
    """The last word of each trigger, the best first."""
    worth: int
    status: int
    parts: Mapping[int, Mapping[int, int]]
    """Entity → part → YES or EITHER; an entity that is not there takes no part."""
    times: tuple[int, ...]
    """Of the time expressions that were found, those that say when."""
    timed: bool
    """Whether what the key names as words of time was found, or it names none."""
    whole: str | None
    """The event (id) that it is part of."""
    causes: tuple[str, ...]
    """The events (ids) that brought it about."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The ties of the key that one word tells."""

    at: int
    relation: int
    standing: int
    subjects: frozenset[int]
    """Entities by number."""
    objects: frozenset[int]
    times: tuple[int, ...]
    """Of the time expressions that were found, those that say when it holds."""
    timed: bool
    """Whether what the key gives as its time was found, or it gives none."""


@dataclass(frozen=True, slots=True)
class Example:
    """An article and what there is to learn from it."""

    name: str
    words: Words
    spots: tuple[Spot, ...]
    """The mentions by their last words, of those that end together the shortest first."""
    entities: tuple[tuple[int, ...], ...]
    """For each mention, its entities by number."""
    events: tuple[Told, ...]
    ties: tuple[Stated, ...]
    """In the order of their words, each word once."""
    said: frozenset[int]
    """The words within what states a tie, with those that tell it."""
    labels: tuple[int, ...]
    """For each word what it tells: NONE, SAYING, OTHER, WANTED, or EITHER where nothing is to be learned."""
    times: tuple[Spot, ...]
    key: Key
    text: str


def keyed(names: Iterable[str]) -> list[Article]:
    """Articles of the corpus by name, with their keys."""
    places = [Places(name) for name in names]
    return [(place.name, place.text(), read_key(place.key)) for place in places]


def chains_alone(names: Collection[str]) -> list[Article]:
    """GUM's documents that have no key of ours and may be learned from: their chains teach, nothing else.

    `names` are those of all keys, of whatever part of the corpus.
    """
    others = sorted(gum_documents().keys() - set(names) - DEV)
    return [(name, str(gum_documents()[name]["text"]), chains_of(gum_documents()[name])) for name in others]


def examples(articles: Sequence[Article], pieces: WordPieces) -> Iterator[Example]:
    """The examples of some articles, without those whose text is changed when it is read: offsets would be off."""
    documents = [Document(id=name, text=text, published=_day(key.published)) for name, text, key in articles]
    for one, (name, text, key) in zip(parse(documents), articles, strict=True):
        if one.document.text != text:
            continue
        words = words_of(one, pieces)
        found = time_expressions(one.document, one.sentences, one.doc)
        spans = [words.span(item.span.start, item.span.end) for item in found]
        times = tuple(Spot(*span, 0, 0) for span in spans if span)
        yield example(name, text, key, words, times)


def _day(published: str) -> date | None:
    """The day of publication; GUM knows only the year of some."""
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def example(name: str, text: str, key: Key, words: Words, times: tuple[Spot, ...]) -> Example:
    """What there is to learn from the words of an article and the time expressions that were found in it."""
    mentions = _mentions(key, words)
    tellings = {event.id: _tellings(event, words) for event in key.events}
    return Example(
        name=name,
        words=words,
        spots=tuple(spot for spot, _ in mentions),
        entities=tuple(of for _, of in mentions),
        events=tuple(_told(e, key, words, tellings[e.id], times) for e in key.events if e.worth and tellings[e.id]),
        ties=tuple(_ties(key, words, times)),
        said=frozenset(at for tie in key.ties for span in tie.words for at in _within(words, span)),
        labels=tuple(_labels(key, words)),
        times=times,
        key=key,
        text=text,
    )


def _mentions(key: Key, words: Words) -> list[tuple[Spot, tuple[int, ...]]]:
    """The mentions in words with their entities; of two with the same words only the first."""
    number = _numbers(key)
    type_of = {entity.id: TYPES.index(entity.type) for entity in key.entities}
    found: dict[tuple[int, int], tuple[Spot, tuple[int, ...]]] = {}
    for mention in key.mentions:
        span = words.span(mention.start, mention.end)
        if span and span not in found:
            spot = Spot(*span, KINDS.index(mention.kind), type_of[mention.of[0]])
            found[span] = (spot, tuple(number[item] for item in mention.of))
    return sorted(found.values(), key=lambda pair: (pair[0].last, -pair[0].first))


def _numbers(key: Key) -> dict[str, int]:
    return {entity.id: at for at, entity in enumerate(key.entities)}


def _tellings(event: Event, words: Words) -> tuple[int, ...]:
    """The last word of each trigger, each word once."""
    spans = [words.span(*trigger) for trigger in event.triggers]
    return tuple(dict.fromkeys(span[1] for span in spans if span))


def _labels(key: Key, words: Words) -> list[int]:
    """What each word tells; of a trigger of several words the last one does, and the others may say so too."""
    labels = [NONE] * len(words)
    for event in key.events:
        for span in [words.span(*trigger) for trigger in event.triggers]:
            if span:
                labels[span[0] : span[1] + 1] = [EITHER] * (span[1] + 1 - span[0])
    for event in key.events:
        for at in _tellings(event, words):
            labels[at] = max(labels[at], _TOLD[event.worth])
    return labels


def _told(event: Event, key: Key, words: Words, tellings: tuple[int, ...], times: Sequence[Spot]) -> Told:
    spans = {time.id: words.span(time.start, time.end) for time in key.times}
    said = [span for item in event.when_words if (span := spans.get(item))]
    when = tuple(at for at, spot in enumerate(times) if any(spot.first <= b and a <= spot.last for a, b in said))
    return Told(
        id=event.id,
        tellings=tellings,
        worth=event.worth,
        status=STATUSES.index(event.status),
        parts=_parts(event, _numbers(key)),
        times=when,
        timed=bool(when) or not event.when_words,
        whole=event.part_of,
        causes=event.causes,
    )


def _ties(key: Key, words: Words, times: Sequence[Spot]) -> Iterator[Stated]:
    """The ties by the words that tell them; of a word that tells two relations the first stays."""
    number, at_word = _numbers(key), dict[int, list[Tie]]()
    for tie in key.ties:
        for span in tie.words:
            at = _telling(words, span, tie.title)
            if at is not None:
                at_word.setdefault(at, []).append(tie)
    for at, told in sorted(at_word.items()):
        first = told[0]
        same = [tie for tie in told if (tie.relation, tie.status) == (first.relation, first.status)]
        when = _when(first, key, words, times)
        yield Stated(
            at=at,
            relation=RELATIONS.index(first.relation),
            standing=STANDINGS.index(first.status),
            subjects=frozenset(number[tie.subject] for tie in same),
            objects=frozenset(number[tie.object] for tie in same if tie.object is not None),
            times=when,
            timed=bool(when) or first.when is None,
        )


def _telling(words: Words, span: Span, title: Span | None) -> int | None:
    """The word that the others hang on: of a post or kinship that is named within the span, else of the whole span."""
    inside = title is not None and span[0] <= title[0] and title[1] <= span[1]
    found = list(_within(words, title if inside and title is not None else span))
    apart = (at for at in found if words.heads[at] == at or not found[0] <= words.heads[at] <= found[-1])
    return next(apart, None)


def _within(words: Words, span: Span) -> range:
    """The words of a span of characters."""
    found = words.span(*span)
    return range(found[0], found[1] + 1) if found else range(0)


def _when(tie: Tie, key: Key, words: Words, times: Sequence[Spot]) -> tuple[int, ...]:
    """The time expressions whose date, as the key has it, is that of a tie or one of its ends."""
    dates = {one for one in (tie.when or "").split("/") if one not in ("", "..")} | {tie.when}
    spans = [words.span(time.start, time.end) for time in key.times if time.value is not None and time.value in dates]
    return tuple(
        at for at, spot in enumerate(times) if any(s and spot.first <= s[1] and s[0] <= spot.last for s in spans)
    )


def _parts(event: Event, number: Mapping[str, int]) -> dict[int, dict[int, int]]:
    """Entity → part → YES, or EITHER where a fair judge accepts both; what was said first of a part stays."""
    given: list[tuple[str | None, int, int]] = []
    given += [(entity, ROLES.index(role), YES) for role, entity in event.roles]
    given += [(event.place, PLACE, YES), (event.said_by, SOURCE, YES)]
    given += [(entity, PLACE, EITHER) for entity in event.place_ok]
    given += [(entity, part, EITHER) for entity in event.who_ok for part in range(len(ROLES))]
    parts: dict[int, dict[int, int]] = {}
    for entity, part, sure in given:
        if entity is not None and entity in number:
            parts.setdefault(number[entity], {}).setdefault(part, sure)
    return parts
