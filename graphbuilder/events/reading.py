"""What the reader found in a document, as the triggers, participants and factuality of its events.

The types of events are by the tables of ``lexicons/events``: they are names for readers, and decide nothing here.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from graphbuilder.entities import Found
from graphbuilder.entities.names.read_names import READER
from graphbuilder.events.dating.context import READ, Dating
from graphbuilder.events.factuality import FACT, Factuality, tense
from graphbuilder.events.statements import speakers
from graphbuilder.events.triggers import Trigger, trigger_at
from graphbuilder.reader import ROLES, STATUSES, Event, Link, Part, Reading, Second, When
from graphbuilder.records import Mention, Participant, Provenance, RunnerUp, TimeExpression
from graphbuilder.syntax.parse import Parse

_FACTUALITY = {
    "happened": FACT,
    "denied": ("NEG", "ACTUAL"),
    "planned": ("POS", "PLANNED"),
    "demanded": ("POS", "DEMANDED"),
    "possible": ("POS", "POSSIBLE"),
}
#: A runner-up that is less likely is not kept.
_POSSIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Scene:
    """The events of a document before they are dated."""

    parse: Parse
    found: Found
    triggers: tuple[Trigger, ...]
    """In text order."""
    roles: dict[Trigger, list[Participant]]
    judged: dict[Trigger, Factuality]
    first: dict[Trigger, Trigger]
    """Each telling → the first telling of the same event."""
    told: dict[Trigger, Dating]
    """Telling → the time that the reader ties its event to."""
    sources: dict[Trigger, str]
    """Telling → the mention (id) of who says so."""
    wholes: tuple[tuple[Trigger, Trigger], ...] = ()
    """An event and that of which it is part, each by the telling that stands nearest to one of the other."""
    causes: tuple[tuple[Trigger, Trigger], ...] = ()
    """An event and what it brought about, told so too."""


def read_scene(parse: Parse, found: Found, times: Sequence[TimeExpression], reading: Reading) -> Scene:
    """The events that the reader found, in the terms of the parse."""
    mentions = _Mentions(parse, found, reading)
    live = {token.i for sentence in parse.live for token in sentence}
    spoken = speakers(parse, found)
    scene = Scene(parse, found, (), {}, {}, {}, {}, {})
    told: list[list[Trigger]] = []
    for event in reading.events:
        tokens = [int(reading.words.tokens[at]) for at in event.tellings]
        patient = mentions.label_of(event, "patient")
        triggers = [
            trigger_at(parse.doc[token], patient, round(event.line, 3), base64.b64encode(sketch).decode("ascii"))
            for token, sketch in zip(tokens, event.sketches, strict=True)
            if token in live
        ]
        known = {other.head for other in scene.roles}
        triggers = [one for one in triggers if one.head not in known]
        told.append(triggers)
        for one in triggers:
            scene.roles[one] = list(mentions.participants(event, one, whole=one is triggers[0]))
            scene.judged[one] = Factuality(*_FACTUALITY[STATUSES[event.status]], tense(parse.doc[one.head]))
            scene.first[one] = min(triggers, key=lambda other: other.start)
            if event.time is not None:
                scene.told[one] = _dating(event.time, times)
            sentence = parse.sentence_of[one.head]
            source = None if event.source is None else mentions.mention(event.source)
            if source is not None and (sentence not in spoken or source.span.sentence == sentence):
                scene.sources[one] = source.id
            elif sentence in spoken:
                scene.sources[one] = spoken[sentence]
    return replace(
        scene,
        triggers=tuple(sorted(scene.roles, key=lambda one: one.start)),
        wholes=tuple(_nearest(told, reading.wholes)),
        causes=tuple((cause, effect) for effect, cause in _nearest(told, reading.causes)),
    )


def _dating(when: When, times: Sequence[TimeExpression]) -> Dating:
    second = when.second and _runner_up(times[when.second.at].text, when.second.chance)
    return Dating(READ, (times[when.time].id,), round(when.chance, 3), second)


def _runner_up(text: str, chance: float) -> RunnerUp | None:
    """What was likeliest after what was chosen; None where that is next to impossible."""
    return RunnerUp(text, round(chance, 3)) if chance >= _POSSIBLE else None


def _nearest(told: Sequence[Sequence[Trigger]], links: Sequence[Link]) -> Iterator[tuple[Trigger, Trigger]]:
    """Of each two events that are linked the tellings that stand nearest to each other, in text order of the first."""

    def apart(pair: tuple[Trigger, Trigger]) -> tuple[int, int]:
        return abs(pair[0].head - pair[1].head), pair[0].head

    both = (product(told[link.one], told[link.other]) for link in links if told[link.one] and told[link.other])
    pairs = [min(tellings, key=apart) for tellings in both]
    yield from sorted(pairs, key=lambda pair: (pair[0].start, pair[1].start))


class _Mentions:
    """The mentions of a document for what the reader found."""

    def __init__(self, parse: Parse, found: Found, reading: Reading) -> None:
        self._parse, self._found, self._reading = parse, found, reading
        self._names = {one.id: one.text for one in found.mentions}

    def participants(self, event: Event, telling: Trigger, *, whole: bool) -> Iterator[Participant]:
        """Who takes part in an event, and where it happened (role "place"), each once a role.

        Each by a mention in the sentence of the telling; whoever is told elsewhere belongs to the telling that has the
        `whole`.
        """
        parts = [(ROLES[part.role], part) for part in event.parts]
        if event.place is not None:
            parts.append(("place", event.place))
        seen: set[tuple[str, str]] = set()
        for role, part in parts:
            mention = self._beside(part, telling) or (self.mention(part) if whole else None)
            if mention is not None and (role, mention.chain) not in seen:
                seen.add((role, mention.chain))
                at = mention.span.sentence
                quote = self._parse.sentences[at].text
                provenance = Provenance(mention.span, self._parse.contexts[at], quote, READER, round(part.chance, 3))
                yield Participant(role, mention.id, provenance, part.second and self._runner_up(part.second))

    def _runner_up(self, second: Second) -> RunnerUp | None:
        """Who was likeliest after a participant, by name where the text has one."""
        spot = self._reading.spots[second.at]
        first, last = (int(self._reading.words.tokens[at]) for at in (spot.first, spot.last))
        mention = self._found.by_token.get(last)
        text = self._names[mention.chain] if mention is not None else self._parse.doc[first : last + 1].text
        return _runner_up(text, second.chance)

    def _beside(self, part: Part, telling: Trigger) -> Mention | None:
        """The mention of a chain in the sentence of a telling: the one that tells the part best, or the nearest."""
        sentence, best = self._parse.sentence_of[telling.head], self.mention(part)
        if best is not None and best.span.sentence == sentence:
            return best
        lasts = (
            int(self._reading.words.tokens[self._reading.spots[at].last]) for at in self._reading.chains[part.chain]
        )
        near = [last for last in lasts if self._parse.sentence_of[last] == sentence and last in self._found.by_token]
        return self._found.by_token[min(near, key=lambda last: (abs(last - telling.head), last))] if near else None

    def label_of(self, event: Event, role: str) -> str:
        """The type of the first who has a role in an event; "" where nobody has."""
        found = (self.mention(part) for part in event.parts if ROLES[part.role] == role)
        return next((mention.label for mention in found if mention is not None), "")

    def mention(self, part: Part) -> Mention | None:
        """The mention at the words of a part; None where it stands outside of the story."""
        return self._found.by_token.get(int(self._reading.words.tokens[self._reading.spots[part.spot].last]))
