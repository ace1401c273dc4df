"""What the record of an event holds: its words, type, participants, times, place, speaker and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.entities import Found
from graphbuilder.entities.names.read_names import READER
from graphbuilder.events.dating.context import Dating
from graphbuilder.events.factuality import FACT
from graphbuilder.events.labels.clause import label
from graphbuilder.events.labels.passing import verb_above
from graphbuilder.events.reading import Scene
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import EventMention, TimeExpression


def event_id(document: str, start: int, end: int) -> str:
    """The id of the event mention whose trigger stands at these characters of a document.

    >>> event_id("a.txt", 5, 8)
    'a.txt@e5-8'
    """
    return f"{document}@e{start}-{end}"


class Teller:
    """Makes the records of one document, of its scene and its dates."""

    def __init__(self, scene: Scene, dating: Mapping[Trigger, Dating], times: Sequence[TimeExpression]) -> None:
        self._scene, self._dating = scene, dating
        self._times = {time.id: time for time in times}
        self._names = _names(scene.found)
        self._by_head = {trigger.head: trigger for trigger in scene.triggers}

    def event(self, trigger: Trigger) -> EventMention:
        """The record of what a trigger tells."""
        parse, dating = self._scene.parse, self._dating.get(trigger)
        roles, factuality = self._scene.roles[trigger], self._scene.judged[trigger]
        span = parse.span(trigger.start, trigger.end)
        time = None if dating is None else self._times.get(dating.times[0])
        line = label(parse, self._scene.found, trigger, self._names, time)
        places = [one.mention for one in roles if one.role == "place"]
        id_ = event_id(span.document, span.start, span.end)
        return EventMention(
            id=id_,
            span=span,
            text=parse.document.text[span.start : span.end],
            type=trigger.type,
            lemma=trigger.lemma,
            participants=tuple(one for one in roles if one.role != "place"),
            times=() if dating is None else dating.times,
            place=places[0] if places else None,
            polarity=factuality.polarity,
            modality=factuality.modality,
            tense=factuality.tense,
            attribution=self._scene.sources.get(trigger),
            chain=id_,
            method=READER if dating is None else f"{READER}/{dating.rule}",
            score=trigger.score,
            phrase=line.text,
            form=trigger.form,
            sketch=trigger.sketch,
            time_score=None if dating is None else dating.score,
            time_runner_up=None if dating is None else dating.runner_up,
            aside=self._is_aside(trigger, line.tokens),
        )

    def _is_aside(self, trigger: Trigger, line: range) -> bool:
        """Whether a line tells a trigger in passing, and first something of another time or status, or no event."""
        is_fact = self._scene.judged[trigger].way == FACT
        verb = verb_above(self._scene.parse.doc[trigger.head], line, is_fact=is_fact)
        other = None if verb is None else self._by_head.get(verb.i)
        return verb is not None and (other is None or self._standing(trigger) != self._standing(other))

    def _standing(self, trigger: Trigger) -> tuple[tuple[str, str], Sequence[str]]:
        """The status and the times of a trigger."""
        dating = self._dating.get(trigger)
        return self._scene.judged[trigger].way, () if dating is None else dating.times


def _names(found: Found) -> dict[str, str]:
    """Chain → what to call it: its fullest name that is no adjective, what an adjective is known to mean, or a
    description.
    """
    names: dict[str, str] = {}
    for mention in found.mentions:
        if mention.form == "name" and mention.method != "demonym":
            names[mention.chain] = max(names.get(mention.chain, mention.text), mention.text, key=_fullness)
    for mention in found.mentions:
        entry = known(mention.text) if mention.method == "demonym" else None
        if entry is not None:
            names.setdefault(mention.chain, entry.name)
    for mention in found.mentions:
        if mention.form == "nominal":
            names.setdefault(mention.chain, mention.text)
    return names


def _fullness(name: str) -> tuple[bool, int]:
    """The more words, the fuller; one in capitals ("JUBA", "UN") only where there is no other."""
    return not name.isupper(), len(name.split())
