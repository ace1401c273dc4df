"""What the record of an event holds: its words, type, participants, times, place, speaker and line."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.entities import Found
from graphbuilder.entities.names.read_names import READER
from graphbuilder.events.dating.context import Dating
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.labels.clause import label
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import EventMention, Participant, TimeExpression
from graphbuilder.syntax.parse import Parse


def event_id(document: str, start: int, end: int) -> str:
    """The id of the event mention whose trigger stands at these characters of a document.

    >>> event_id("a.txt", 5, 8)
    'a.txt@e5-8'
    """
    return f"{document}@e{start}-{end}"


class Teller:
    """Makes the records of one document."""

    def __init__(self, parse: Parse, found: Found, times: Sequence[TimeExpression]) -> None:
        self._parse = parse
        self._times = {time.id: time for time in times}
        self._found = found
        self._names = _names(found)

    def event(
        self,
        trigger: Trigger,
        roles: Sequence[Participant],
        factuality: Factuality,
        dating: Dating | None = None,
        speaker: str | None = None,
    ) -> EventMention:
        """The record of what a trigger tells; `speaker` is the mention (id) of who says so."""
        span = self._parse.span(trigger.start, trigger.end)
        time = None if dating is None else self._times.get(dating.times[0])
        places = [one.mention for one in roles if one.role == "place"]
        id_ = event_id(span.document, span.start, span.end)
        told = self._parse.document.text[span.start : span.end]
        return EventMention(
            id=id_,
            span=span,
            text=told,
            type=trigger.type,
            lemma=trigger.lemma,
            participants=tuple(one for one in roles if one.role != "place"),
            times=() if dating is None else dating.times,
            place=places[0] if places else None,
            polarity=factuality.polarity,
            modality=factuality.modality,
            tense=factuality.tense,
            attribution=speaker,
            chain=id_,
            method=READER if dating is None else f"{READER}/{dating.rule}",
            score=trigger.score,
            phrase=label(self._parse, self._found, trigger, self._names, time),
            form=trigger.form,
            sketch=trigger.sketch,
            time_score=None if dating is None else dating.score,
            time_runner_up=None if dating is None else dating.runner_up,
        )


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
