"""When somebody was born and died, told in brackets behind a name: "Maren Tveit (3 April 1881 – 19 November 1957)".

It dates what the text says of it without a date: "She was born at Odda", "she died in Bergen".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphbuilder.entities import Found
from graphbuilder.events.dating.context import DEMISE, ONSET, Dating
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.records import Participant, TimeExpression
from graphbuilder.syntax.parse import Parse

#: Types of what is at the ends of a life, and the rules that take that end.
_ENDS = {"birth": ONSET, "die": DEMISE}
#: Nouns of what comes after a death.
_AFTER = frozenset({"burial", "funeral"})
#: How many years nobody outlives: a longer range in brackets is none of a life.
_LONGEST = 115


def date_by_lives(
    lives: Mapping[str, TimeExpression],
    found: Found,
    triggers: Sequence[Trigger],
    roles: Mapping[Trigger, Sequence[Participant]],
) -> dict[Trigger, Dating]:
    """The births and deaths among events that the lives of those who take part date."""
    if not lives:
        return {}
    chains = {mention.id: mention.chain for mention in found.mentions}
    dated = {}
    for trigger in triggers:
        rule = None if trigger.lemma in _AFTER else _ENDS.get(trigger.type)
        whose = {chains.get(one.mention, "") for one in roles[trigger] if one.role == "patient"} if rule else set()
        told = [lives[chain] for chain in whose if chain in lives]
        if rule is not None and len(told) == len(whose) == 1:
            dated[trigger] = Dating(rule, (told[0].id,))
    return dated


def read_lives(parse: Parse, found: Found, times: Sequence[TimeExpression]) -> dict[str, TimeExpression]:
    """Chain of a person → the time in brackets right behind a name of it, which is of nothing else that is told."""
    text = parse.document.text
    ranges = {time.span.start: time for time in times if text[time.span.start - 1 :][:1] == "(" and _is_life(time)}
    if not ranges:
        return {}
    names = (one for one in found.mentions if one.form == "name" and one.label == "person")
    behind = ((one.chain, one.span.end + 2) for one in names if text[one.span.end : one.span.end + 2] == " (")
    return {chain: ranges[start] for chain, start in behind if start in ranges}


def _is_life(time: TimeExpression) -> bool:
    """ "1901–1975"; not "2019-20", "March 3-5" or a range that is open."""
    interval = time.interval
    if interval is None or interval.start is None or interval.end is None or len(time.parts) != 2:
        return False
    first, last = interval.start.year, interval.end.year
    return first is not None and last is not None and 0 < last - first <= _LONGEST
