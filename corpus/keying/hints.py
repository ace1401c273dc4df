"""What a key may lack: pronouns, names and times that are in no mark. Hints never stop a key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keying.kinds import PERSONAL, is_body
from keying.schema import Key
from keying.validate import Problem

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_TIMES = re.compile(rf"\b(?:{_DAYS}|(?:{_MONTHS})(?= \d)|(?<=\d )(?:{_MONTHS})|yesterday|tomorrow|(?:1[5-9]|20)\d\d)\b")


def hints(key: Key, text: str) -> Iterator[Problem]:
    """What a second look should be at."""
    mentions = _covered(text, ((m.start, m.end) for m in key.mentions))
    for match in re.finditer(r"[A-Za-z]+", text):
        if match[0].lower() in PERSONAL and not mentions[match.start()]:
            yield _hint(match, "in no mark: whom does it mean?")
    for name in sorted(_names(key, text), key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not mentions[match.start()]:
                yield _hint(match, "marked elsewhere, not here")
                mentions[match.start()] = True
    spans = [(t.start, t.end) for t in key.times] + [s for event in key.events for s in event.triggers]
    spans += [(f.start, f.end) for f in key.figures] + [s for tie in key.ties for s in tie.words]
    times = [a or b for a, b in zip(mentions, _covered(text, iter(spans)), strict=True)]
    for match in _TIMES.finditer(text):
        if not times[match.start()]:
            yield _hint(match, "in no {t…} mark: does it date an event?")
    yield from _unique(key, text)
    yield from _events(key)
    yield from _speakers(key, text)
    yield from _carried(key, text)


def _unique(key: Key, text: str) -> Iterator[Problem]:
    """Entities with a "!" whose words are not those of one definite office or body."""
    for entity in key.entities:
        if entity.unique and entity.name and not is_body(text[slice(*entity.name)]):
            yield Problem(entity.id, "is it one definite office or body? Else without !", True)


def _events(key: Key) -> Iterator[Problem]:
    told = {time for event in key.events for time in event.when_words}
    for time in key.times:
        if time.id not in told:
            yield Problem(time.id, "dates no event: needless, or did you forget it in a line?", True)
    for event in key.events:
        if event.worth == 1 and not event.roles:
            yield Problem(event.id, "nobody takes part in it: not even somebody without a name?", True)
        if event.when and not event.when_words and event.when == key.published and event.status != "happened":
            yield Problem(event.id, "a plan or demand of the day of publication itself: is that told?", True)


def _speakers(key: Key, text: str) -> Iterator[Problem]:
    """Events all of whose tellings stand in sentences in which somebody says something."""
    told = [(span[0], event.roles) for event in key.events if not event.worth for span in event.triggers]
    for event in key.events:
        if not event.worth or event.said_by or event.hearsay or not event.triggers:
            continue
        around = [_sentence(text, span[0]) for span in event.triggers]
        speakers = [{who for at, roles in told if start <= at < end for _, who in roles} for start, end in around]
        if all(speakers):
            who = ", ".join(sorted(set.intersection(*speakers) or speakers[0]))
            yield Problem(event.id, f"is it told only as what {who} says? Then by={who.split(',')[0]}", True)


def _carried(key: Key, text: str) -> Iterator[Problem]:
    """Events whose date or place stands in no sentence that tells them, and which do not accept to be without."""
    places = [time.start for time in key.times]
    spots: dict[str, list[int]] = {}
    for mention in key.mentions:
        for entity in mention.of:
            spots.setdefault(entity, []).append(mention.start)
    for event in key.events:
        around = [_sentence(text, span[0]) for span in event.triggers]
        told = any(start <= at < end for at in places for start, end in around)
        if event.worth and event.when and not told and None not in event.when_ok:
            yield Problem(event.id, "no sentence that tells it has words of time: is - accepted too?", True)
        here = [place for place in (event.place, *event.place_ok) if place]
        named = any(start <= at < end for place in here for at in spots.get(place, ()) for start, end in around)
        if event.worth and event.place and not named and None not in event.place_ok:
            yield Problem(event.id, "no sentence that tells it names the place: is - accepted too?", True)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around a place, quotations of several sentences with what introduces them."""
    start = max((m.end() for m in re.finditer(r"\n|[.!?][”\"’']?\s+(?=[A-Z“\"])", text[:at])), default=0)
    end = re.search(r"\n|[.!?][”\"’']?(?:\s|$)", text[at:])
    return start, at + end.end() if end else len(text)


def _names(key: Key, text: str) -> set[str]:
    return {text[m.start : m.end] for m in key.mentions if m.kind == "name" and m.end - m.start > 2}


def _covered(text: str, spans: Iterator[tuple[int, int]]) -> list[bool]:
    found = [False] * len(text)
    for start, end in spans:
        found[start:end] = [True] * (end - start)
    return found


def _hint(match: re.Match[str], message: str) -> Problem:
    return Problem(repr(match[0]), message, True, match.start())
