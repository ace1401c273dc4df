"""Scores of events: words that tell them, who takes part, when, where, whether it happened, who says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from keying.coreference import Score, b_cubed, counted
from keying.pairing import Pairing, asked, loose, real, tells
from keying.schema import Event, Span
from keying.sides import equal

_TO = frozenset(("patient", "recipient"))


def triggers(pairing: Pairing) -> dict[str, Score]:
    """Words that tell an event of worth 1 or 2; events as a whole; and whether worth is the same."""
    ours = {span for event in real(pairing.gold.key) for span in event.triggers}
    theirs = {span for event in real(pairing.system.key) for span in event.triggers}
    right_said = sum(any(tells(said, span) for span in ours) for said in theirs)
    right_wanted = sum(any(tells(said, span) for said in theirs) for span in ours)
    told = _told_words(pairing)
    return {
        "triggers": Score(right_said, len(theirs), right_wanted, len(ours)),
        "events": counted(len(pairing.pairs), len(real(pairing.system.key)), len(real(pairing.gold.key))),
        "tellings put together (B3)": b_cubed(*told),
        "worth 1": counted(
            sum(one.worth == two.worth == 1 for one, two in pairing.pairs),
            sum(event.worth == 1 for event in pairing.system.key.events),
            sum(event.worth == 1 for event in pairing.gold.key.events),
        ),
    }


def _told_words(pairing: Pairing) -> tuple[list[frozenset[Span]], list[frozenset[Span]]]:
    """The triggers that both sides have, as each side puts them together."""
    ours = [span for event in real(pairing.gold.key) for span in event.triggers]

    def place(span: Span) -> Span | None:
        return next((our for our in ours if tells(span, our)), None)

    both = {place(span) for event in real(pairing.system.key) for span in event.triggers} - {None}
    gold: dict[Span, str] = {}
    system: dict[Span, str] = {}
    for event in real(pairing.gold.key):
        for span in event.triggers:
            if span in both:
                gold.setdefault(span, event.id)
    for event in real(pairing.system.key):
        for span in event.triggers:
            found = place(span)
            if found is not None:
                system.setdefault(found, event.id)
    return _groups(gold), _groups(system)


def _groups(of: Mapping[Span, str]) -> list[frozenset[Span]]:
    groups: dict[str, set[Span]] = {}
    for span, name in of.items():
        groups.setdefault(name, set()).add(span)
    return [frozenset(group) for group in groups.values()]


def roles(pairing: Pairing) -> dict[str, Score]:
    """Who takes part in the events that both tell: pairs of event and participant, with and without the role."""
    known = asked(pairing.gold.key)
    named_ = {"participants": Score(), "participants with role": Score(), "participants without a name": Score()}
    for gold, system in pairing.pairs:
        loose_roles = [(role, item) for role, item in gold.roles if item not in known]
        ours = {(role, item) for role, item in gold.roles if item in known}
        free = {*gold.who_ok, *(item for _, item in loose_roles), gold.place, *gold.place_ok}
        theirs = {(role, str(pairing.means(item))) for role, item in system.roles}
        wanted = {item for _, item in ours}
        counts = {(role, item) for role, item in theirs if item in wanted or not (item in free or loose(item, pairing))}
        named_["participants"] += equal(set(wanted), {item for _, item in counts})
        named_["participants with role"] += equal(set(ours), set(counts))
        said = {item for _, item in theirs if item in {x for _, x in loose_roles} or loose(item, pairing)}
        named_["participants without a name"] += equal({item for _, item in loose_roles}, set(said))
    return named_


def who_right(gold: Event, system: Event, pairing: Pairing) -> bool:
    """Whether everybody asked for takes part, nobody else, and doer and done-to are not turned round."""
    known = asked(pairing.gold.key)
    wanted = [(role, item) for role, item in gold.roles if item in known]
    theirs = [(role, str(pairing.means(item))) for role, item in system.roles]
    free = {*(item for _, item in gold.roles), *gold.who_ok, gold.place, *gold.place_ok}
    there = {item for _, item in theirs}
    sides = {role for role, _ in wanted}
    if not {item for _, item in wanted} <= there:
        return False
    if any(item not in free and not loose(item, pairing) for item in there):
        return False
    return not ("agent" in sides and sides & _TO) or not any(
        _turned({ours for ours, who in theirs if who == item}, role) for role, item in wanted
    )


def _turned(roles: set[str], role: str) -> bool:
    return bool(roles) and ((role == "agent" and roles <= _TO) or (role in _TO and roles == {"agent"}))


def _day(value: str | None) -> str | None:
    return re.sub(r"T.*", "", value) if value else None


def dated(ours: str | None, accepted: Iterable[str | None], published: str) -> bool:
    """Whether a date is one of the accepted; "by the day of publication" is right for the three days before it too."""
    value, right = _day(ours), {_day(item) for item in accepted}
    if value in right:
        return True
    if value != f"../{published}":
        return False
    last = date.fromisoformat(published)
    days = (date.fromisoformat(item) for item in right if item and re.fullmatch(r"\d{4}-\d\d-\d\d", item))
    return None in right or any(0 <= (last - day).days <= 3 for day in days)


def date_right(gold: Event, system: Event, published: str) -> bool:
    """Whether the date is one that the gold accepts."""
    return dated(system.when, (gold.when, *gold.when_ok), published)


def status_right(gold: Event, system: Event) -> bool:
    """Whether the status is; what somebody says happened may be given as possible."""
    claimed = gold.status == "happened" and bool(gold.said_by or gold.hearsay) and system.status == "possible"
    return system.status in (gold.status, *gold.status_ok) or claimed


def place_right(gold: Event, system: Event, pairing: Pairing) -> bool:
    """Whether the place is, none included."""
    return pairing.means(system.place) in (gold.place, *gold.place_ok)


def facts(pairing: Pairing) -> dict[str, Score]:
    """Of the events that both tell: dates, place, status, who says so, part of, and who takes part altogether."""
    published = pairing.gold.key.published
    rights: dict[str, Callable[[Event, Event], bool]] = {
        "who all right": lambda gold, system: who_right(gold, system, pairing),
        "date right": lambda gold, system: date_right(gold, system, published),
        "place right": lambda gold, system: place_right(gold, system, pairing),
        "status right": status_right,
    }
    found = {
        layer: counted(sum(right(*pair) for pair in pairing.pairs), len(pairing.pairs), len(pairing.pairs))
        for layer, right in rights.items()
    }
    own = [pair for pair in pairing.pairs if not dated(f"../{published}", (pair[0].when, *pair[0].when_ok), published)]
    found["date of its own right"] = counted(sum(date_right(*pair, published) for pair in own), len(own), len(own))
    found["not happened"] = _both(pairing, lambda event: event.status != "happened", status_right)
    found["attribution"] = _both(
        pairing, lambda event: bool(event.said_by), lambda one, two: pairing.means(two.said_by) == one.said_by
    )
    partner = {two.id: one.id for one, two in pairing.pairs}
    found["part of"] = _both(
        pairing, lambda event: bool(event.part_of), lambda one, two: partner.get(two.part_of or "") == one.part_of
    )
    found["brought about by"] = _causes(pairing, partner)
    return found


def _causes(pairing: Pairing, partner: Mapping[str, str]) -> Score:
    """Pairs of an event and what brought it about, of the events that both tell."""
    ours = {(one.id, cause) for one, _ in pairing.pairs for cause in one.causes}
    theirs = {(one.id, partner.get(cause, f"? {cause}")) for one, two in pairing.pairs for cause in two.causes}
    return equal(set[object](ours), set[object](theirs))


def _both(pairing: Pairing, has: Callable[[Event], bool], same: Callable[[Event, Event], bool]) -> Score:
    """Of the events that both tell, those of which each side says something, and those in which they agree."""
    said = [pair for pair in pairing.pairs if has(pair[1])]
    wanted = [pair for pair in pairing.pairs if has(pair[0])]
    right = sum(has(pair[0]) and same(*pair) for pair in said)
    return counted(right, len(said), len(wanted))
