"""Which triggers of a document are kept as events, with their participants and factuality, before they are dated."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuilder.entities import Found
from graphbuilder.events.arguments.roles import find_participants
from graphbuilder.events.arguments.unnamed import with_things
from graphbuilder.events.dating.chronologies import date_by_entry
from graphbuilder.events.dating.context import Dating
from graphbuilder.events.dating.explicit import date_by_syntax
from graphbuilder.events.detection.background import only_named, sets_scene
from graphbuilder.events.detection.classifier import find_likely
from graphbuilder.events.detection.triggers import (
    OTHER,
    OTHER_SCORE,
    Trigger,
    Words,
    find_carriers,
    find_triggers,
    words_of_story,
)
from graphbuilder.events.factuality.judge import Factuality, judge
from graphbuilder.records import Participant, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import is_simple_past

Roles = Mapping[Trigger, Sequence[Participant]]


@dataclass(frozen=True, slots=True)
class Scene:
    """Before anything is dated: all that may tell an event, and what of it is for a timeline."""

    parse: Parse
    found: Found
    known: Found
    """Things too, which are no entities."""
    words: Words
    likely: tuple[Trigger, ...]
    """What only the model finds."""
    triggers: tuple[Trigger, ...]
    """What is kept, in text order; what is `passing` only if the story tells its day."""
    passing: frozenset[Trigger]
    roles: dict[Trigger, list[Participant]]
    judged: dict[Trigger, Factuality]
    by_entry: dict[Trigger, Dating]
    """What the entries of a chronology date."""

    def carriers(self) -> list[tuple[Trigger, list[Participant], Factuality]]:
        """Light verbs, told beside the noun that they carry, for those who read every verb."""
        placed, heads = _placed(self.found), {trigger.head for trigger in self.roles}
        carriers = (one for one in find_carriers(self.words) if one.head not in heads)
        return [
            (one, find_participants(self.parse, self.known, one, placed), judge(self.parse, one)) for one in carriers
        ]


def read_scene(parse: Parse, found: Found, times: Sequence[TimeExpression]) -> Scene:
    """What a document may tell, and what of it is kept: what a list knows, what somebody with a name does, and what of
    no known type is dated by its clause or its entry.
    """
    words = words_of_story(parse)
    listed = find_triggers(words, found)
    likely, doubtful = find_likely(words, found, {trigger.head for trigger in listed if trigger.type != OTHER})
    known = with_things(parse, words, found, doubtful | {trigger.head for trigger in (*listed, *likely)})
    possible, placed = _apart(listed, likely), _placed(found)
    roles = {trigger: find_participants(parse, known, trigger, placed) for trigger in possible}
    judged = {trigger: judge(parse, trigger) for trigger in possible}
    names = {mention.id for mention in found.mentions if mention.form == "name"}
    of_known_kind = {
        one
        for one in listed
        if one.type != OTHER or one.score > OTHER_SCORE or (_named(names, roles[one]) and not sets_scene(parse, one))
    }
    of_no_kind = [one for one in possible if one not in of_known_kind and roles[one] and not sets_scene(parse, one)]
    by_entry = date_by_entry(parse, possible, times, judged)
    kept = of_known_kind | _with_own_date(parse, of_no_kind, judged, times) | {*of_no_kind} & by_entry.keys()
    passing = _passing(parse, found, (one for one in possible if one not in kept), roles)
    kept.difference_update(only_named(parse, possible))
    triggers = tuple(one for one in possible if one in kept or one in passing)
    return Scene(parse, found, known, words, tuple(likely), triggers, frozenset(passing), roles, judged, by_entry)


def _placed(found: Found) -> set[int]:
    """The sentences (indices) that name a place."""
    return {mention.span.sentence for mention in found.mentions if mention.label == "place"}


def _apart(listed: Sequence[Trigger], likely: Sequence[Trigger]) -> list[Trigger]:
    """All that may tell an event, one a token."""
    heads = {trigger.head for trigger in listed}
    return sorted([*listed, *(one for one in likely if one.head not in heads)], key=lambda one: one.start)


def _with_own_date(
    parse: Parse, asked: Iterable[Trigger], judged: Mapping[Trigger, Factuality], times: Sequence[TimeExpression]
) -> set[Trigger]:
    """Those of which the clause tells the date: what events of no known type are kept for."""
    asked = set(asked)
    sentences = {time.span.sentence for time in times} & {parse.sentence_of[one.head] for one in asked}
    near = {one: how for one, how in judged.items() if parse.sentence_of[one.head] in sentences}
    beside = [time for time in times if time.span.sentence in sentences]
    return asked & date_by_syntax(parse, list(near), beside, near).keys()


def _passing(parse: Parse, found: Found, triggers: Iterable[Trigger], roles: Roles) -> set[Trigger]:
    """What somebody who is named elsewhere did ("He talked", "she painted it"): kept if the story tells its day."""
    chains = {mention.chain for mention in found.mentions if mention.form == "name"}
    called = {mention.id for mention in found.mentions if mention.chain in chains}
    past = (one for one in triggers if is_simple_past(parse.doc[one.head]) and _named(called, roles[one]))
    return {one for one in past if not sets_scene(parse, one)}


def _named(names: Container[str], participants: Sequence[Participant]) -> bool:
    """Whether somebody or something with a name takes part: what an event of no known type is kept for."""
    return any(one.mention in names and one.role in ("agent", "patient", "recipient") for one in participants)
