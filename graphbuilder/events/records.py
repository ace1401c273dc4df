"""The records of the events of one document."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuilder.entities import Found
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.events.attribution.speakers import find_speaker
from graphbuilder.events.dating.context import SCORES, Dating
from graphbuilder.events.detection.classifier import CEILING
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.factuality.judge import Factuality
from graphbuilder.events.labels.selection import phrase
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.records import EventMention, Mention, Participant
from graphbuilder.syntax.parse import Parse


def event_id(document: str, start: int, end: int) -> str:
    """The id of the event mention whose trigger stands at these characters of a document.

    >>> event_id("a.txt", 5, 8)
    'a.txt@e5-8'
    """
    return f"{document}@e{start}-{end}"


class Teller:
    """Makes the records of one document."""

    def __init__(self, parse: Parse, found: Found, things: Found) -> None:
        self._parse = parse
        self._found = found
        self._things = things
        self._names = _names(found)
        self.voices: dict[str, Mention] = {}
        """Those without a name who say something: by id."""

    def event(
        self, trigger: Trigger, roles: Sequence[Participant], factuality: Factuality, dating: Dating | None = None
    ) -> EventMention:
        """The record of what a trigger tells."""
        span = self._parse.span(trigger.start, trigger.end)
        speaker = find_speaker(self._parse, self._found, self._things, trigger)
        if speaker is not None and speaker.method == ARGUMENT:
            self.voices[speaker.id] = speaker
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
            attribution=None if speaker is None else speaker.id,
            chain=id_,
            method=trigger.method if dating is None else f"{trigger.method}/{dating.rule}",
            score=trigger.score if dating is None else round(trigger.score * (0.5 + SCORES[dating.rule] / 2), 3),
            phrase=phrase(self._parse, self._found, trigger, self._names)
            if _labelled(trigger, roles, dating)
            else told,
        )


def _labelled(trigger: Trigger, roles: Sequence[Participant], dating: Dating | None) -> bool:
    """Whether somebody reads the label: no verb told with neither who nor when, nothing kept beside."""
    bare = trigger.method == "verb" and not roles and dating is None
    return trigger.score >= CEILING and not bare


def _names(found: Found) -> dict[str, str]:
    """Chain → what to call it: its first name that is no adjective, what that is known to mean, or a description."""
    names: dict[str, str] = {}
    for mention in found.mentions:
        if mention.form == "name" and mention.method != "demonym":
            names.setdefault(mention.chain, mention.text)
    for mention in found.mentions:
        entry = known(mention.text) if mention.method == "demonym" else None
        if entry is not None:
            names.setdefault(mention.chain, entry.name)
    for mention in found.mentions:
        if mention.form == "nominal":
            names.setdefault(mention.chain, mention.text)
    return names
