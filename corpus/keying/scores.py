"""How near a key comes to another, layer by layer: a system's to a reader's, or a second reader's to the first's.

Mentions are the same where their words are, a determiner before them apart. An event of the system tells the event of
the gold whose triggers its own triggers overlap; a whole clause is no trigger. Whoever has no name and no ! is neither
asked for nor held against a system in "who all right", and counted in the roles "without a name" alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from keying.coreference import Score, b_cubed, ceaf_e, counted, muc, without_single
from keying.schema import Event, Key, Mention, Span
from keying.validate import named

_TO = frozenset(("patient", "recipient"))
LENGTHS = (3, 5, 8, 12)


@dataclass(frozen=True, slots=True)
class Side:
    """One key of an article with its text: its lines are its events of worth 1; `ranked` are all, the best first."""

    key: Key
    text: str
    ranked: tuple[Event, ...]

    @property
    def lines(self) -> tuple[Event, ...]:
        """The lines that it prints."""
        return tuple(event for event in self.ranked if event.worth == 1)


def side(key: Key, text: str, best_first: bool = False) -> Side:
    """A key as one side: a program's has its events in order, the best first; a reader's go as they are told."""
    events = [event for event in key.events if event.worth]
    if not best_first:
        events.sort(key=lambda event: (event.worth, min(event.triggers, default=(0, 0))))
    return Side(key, text, tuple(events))


def compare(gold: Side, system: Side) -> dict[str, Score]:
    """The scores of one article by layer; add them up over articles (`total`)."""
    pairing = _Pairing(gold, system)
    return {
        **_mentions(gold, system),
        **_coreference(gold, system),
        **_right_names(gold, system, pairing.entity),
        **_triggers(pairing),
        **_roles(pairing),
        **_facts(pairing),
        **_told(pairing),
        **_lines(pairing),
        **_ties(gold, system, pairing.entity),
        "figures": _equal(_figures(gold.key), _figures(system.key)),
    }


def total(articles: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The scores of many articles added up."""
    found: dict[str, Score] = {}
    for article in articles:
        for layer, score in article.items():
            found[layer] = found.get(layer, Score()) + score
    return found


def conll(scores: Mapping[str, Score]) -> float:
    """The mean F1 of MUC, B3 and CEAF over entities."""
    return sum(scores[layer].f1 for layer in ("MUC", "B3", "CEAFe")) / 3


# --- mentions and coreference -----------------------------------------------------------------------------------------


def bare(text: str, start: int, end: int) -> Span:
    """A place without a determiner before it and without a possessive ending."""
    match = re.match(r"(?:the|a|an)\s+(?=\S)", text[start:end], re.IGNORECASE)
    tail = re.search(r"['’]s?$", text[start:end])
    start += match.end() if match else 0
    return start, end - (len(tail[0]) if tail and end - len(tail[0]) > start else 0)


def _place(mention: Mention, side_: Side) -> Span:
    return bare(side_.text, mention.start, mention.end)


def _equal(gold: set[object], system: set[object]) -> Score:
    return counted(len(gold & system), len(system), len(gold))


def _mentions(gold: Side, system: Side) -> dict[str, Score]:
    """All mentions, and of each kind: which of the gold's are found, which of the system's are mentions at all."""
    ours: dict[Span, str] = {_place(mention, gold): mention.kind for mention in gold.key.mentions}
    theirs: dict[Span, str] = {_place(mention, system): mention.kind for mention in system.key.mentions}
    found = {"mentions": _equal(set(ours), set(theirs))}
    for kind in ("name", "description", "pronoun"):
        wanted = {span for span, which in ours.items() if which == kind}
        said = {span for span, which in theirs.items() if which == kind}
        found[f"mentions: {kind}"] = Score(len(said & set(ours)), len(said), len(wanted & set(theirs)), len(wanted))
    return found


def _chains(side_: Side) -> list[frozenset[Span]]:
    """Mentions of one entity each; plurals with several members stand outside of chains."""
    chains: dict[str, set[Span]] = {}
    taken: set[Span] = set()
    for mention in side_.key.mentions:
        place = _place(mention, side_)
        if len(mention.of) == 1 and place not in taken:
            taken.add(place)
            chains.setdefault(mention.of[0], set()).add(place)
    return [frozenset(chain) for chain in chains.values()]


def _coreference(gold: Side, system: Side) -> dict[str, Score]:
    ours, theirs = without_single(_chains(gold)), without_single(_chains(system))
    return {"MUC": muc(ours, theirs), "B3": b_cubed(ours, theirs), "CEAFe": ceaf_e(ours, theirs)}


def _right_names(gold: Side, system: Side, entity: Mapping[str, str]) -> dict[str, Score]:
    """Pronouns and descriptions that stand for somebody named: whether the system says so."""
    has_name = named(gold.key)
    theirs = {_place(mention, system): mention for mention in system.key.mentions}
    ours = {_place(mention, gold): mention for mention in gold.key.mentions}
    found = {}
    for kind in ("pronoun", "description"):
        wanted = {span: m for span, m in ours.items() if m.kind == kind and has_name & set(m.of)}
        said = [
            (span, {entity[item] for item in m.of if item in entity} & has_name)
            for span, m in theirs.items()
            if m.kind == kind or span in wanted
        ]
        said = [(span, means) for span, means in said if means]
        right = sum(span in wanted and means == set(wanted[span].of) & has_name for span, means in said)
        found[f"{kind} → right name"] = counted(right, len(said), len(wanted))
    return found


def _same_entities(gold: Side, system: Side) -> dict[str, str]:
    """Which entity of the gold each of the system's is: by the mentions that both have, names first, else by name."""
    ours: dict[Span, Mention] = {_place(mention, gold): mention for mention in gold.key.mentions}
    shared: Counter[tuple[str, str]] = Counter()
    for mention in system.key.mentions:
        same = ours.get(_place(mention, system))
        if same and len(mention.of) == 1 and len(same.of) == 1:
            weight = 1000 if mention.kind == "name" == same.kind else 10 if mention.kind == "description" else 1
            shared[mention.of[0], same.of[0]] += weight
    found: dict[str, str] = {}
    for (theirs, our), _ in shared.most_common():
        found.setdefault(theirs, our)
    our_names = _names(gold)
    for theirs, said in _names(system).items():
        if theirs not in found:
            alike = (our for our, names in our_names.items() if any(_alike(one, two) for one in said for two in names))
            first = next(alike, None)
            if first:
                found[theirs] = first
    return found


def _names(side_: Side) -> dict[str, set[tuple[str, ...]]]:
    """The names of each entity as words in small letters."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for mention in side_.key.mentions:
        if mention.kind == "name" and len(mention.of) == 1:
            found.setdefault(mention.of[0], set()).add(_words(side_.text[mention.start : mention.end]))
    for entity in side_.key.entities:
        found.setdefault(entity.id, set()).update(map(_words, entity.aliases))
    return {item: {name for name in names if name} for item, names in found.items()}


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    found = re.findall(r"\w+", re.sub(r"['’]s\b", "", plain.lower()))
    return tuple(word for word in found if word not in ("the", "of", "and", "a", "an", "for", "in", "de"))


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names have the same words, or the longer one begins with the shorter."""
    short, long = sorted((one, two), key=len)
    return set(one) == set(two) or (max(map(len, short)) > 2 and long[: len(short)] == short)


# --- events -----------------------------------------------------------------------------------------------------------


def tells(said: Span, wanted: Span) -> bool:
    """Whether the words of a system's trigger are the gold's; a whole clause is no trigger."""
    overlap = said[0] < wanted[1] and wanted[0] < said[1]
    return overlap and said[1] - said[0] <= max(30, wanted[1] - wanted[0] + 15)


def _told_by(event: Event, events: Iterable[Event]) -> list[Event]:
    """The events that a system's event tells."""
    return [other for other in events if any(tells(said, span) for said in event.triggers for span in other.triggers)]


@dataclass(slots=True)
class _Pairing:
    """Which event of the gold each event of the system tells, and which entities are the same."""

    gold: Side
    system: Side
    entity: dict[str, str] = field(init=False)
    pairs: list[tuple[Event, Event]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.entity = _same_entities(self.gold, self.system)
        used: set[str] = set()
        ordered = sorted((e for e in self.system.key.events if e.worth), key=lambda event: event.worth)
        for event in ordered:
            hits = [hit for hit in _told_by(event, self.gold.key.events) if hit.worth]
            hits.sort(key=lambda hit: (hit.id in used, -_shared(event, hit), hit.worth))
            if hits and hits[0].id not in used:
                used.add(hits[0].id)
                self.pairs.append((hits[0], event))

    def means(self, item: str | None) -> str | None:
        """The gold's entity for one of the system's; a name of its own where the gold has none."""
        return None if item is None else self.entity.get(item, f"? {item}")


def _shared(event: Event, other: Event) -> int:
    return sum(any(tells(said, span) for said in event.triggers) for span in other.triggers)


def _real(key: Key) -> list[Event]:
    return [event for event in key.events if event.worth]


def _triggers(pairing: _Pairing) -> dict[str, Score]:
    """Words that tell an event of worth 1 or 2; events as a whole; and whether worth is the same."""
    ours = {span for event in _real(pairing.gold.key) for span in event.triggers}
    theirs = {span for event in _real(pairing.system.key) for span in event.triggers}
    right_said = sum(any(tells(said, span) for span in ours) for said in theirs)
    right_wanted = sum(any(tells(said, span) for said in theirs) for span in ours)
    told = _told_words(pairing)
    return {
        "triggers": Score(right_said, len(theirs), right_wanted, len(ours)),
        "events": counted(len(pairing.pairs), len(_real(pairing.system.key)), len(_real(pairing.gold.key))),
        "tellings put together (B3)": b_cubed(*told),
        "worth 1": counted(
            sum(one.worth == two.worth == 1 for one, two in pairing.pairs),
            sum(event.worth == 1 for event in pairing.system.key.events),
            sum(event.worth == 1 for event in pairing.gold.key.events),
        ),
    }


def _told_words(pairing: _Pairing) -> tuple[list[frozenset[Span]], list[frozenset[Span]]]:
    """The triggers that both sides have, as each side puts them together."""
    ours = [span for event in _real(pairing.gold.key) for span in event.triggers]

    def place(span: Span) -> Span | None:
        return next((our for our in ours if tells(span, our)), None)

    both = {place(span) for event in _real(pairing.system.key) for span in event.triggers} - {None}
    gold: dict[Span, str] = {}
    system: dict[Span, str] = {}
    for event in _real(pairing.gold.key):
        for span in event.triggers:
            if span in both:
                gold.setdefault(span, event.id)
    for event in _real(pairing.system.key):
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


def _roles(pairing: _Pairing) -> dict[str, Score]:
    """Who takes part in the events that both tell: pairs of event and participant, with and without the role."""
    asked = _asked(pairing.gold.key)
    named_ = {"participants": Score(), "participants with role": Score(), "participants without a name": Score()}
    for gold, system in pairing.pairs:
        loose_roles = [(role, item) for role, item in gold.roles if item not in asked]
        ours = {(role, item) for role, item in gold.roles if item in asked}
        free = {*gold.who_ok, *(item for _, item in loose_roles), gold.place, *gold.place_ok}
        theirs = {(role, str(pairing.means(item))) for role, item in system.roles}
        wanted = {item for _, item in ours}
        counts = {
            (role, item) for role, item in theirs if item in wanted or not (item in free or _loose(item, pairing))
        }
        named_["participants"] += _equal(set(wanted), {item for _, item in counts})
        named_["participants with role"] += _equal(set(ours), set(counts))
        said = {item for _, item in theirs if item in {x for _, x in loose_roles} or _loose(item, pairing)}
        named_["participants without a name"] += _equal({item for _, item in loose_roles}, set(said))
    return named_


def _asked(key: Key) -> set[str]:
    """Who is asked for: whoever has a name, or is one definite office or body."""
    return named(key) | {entity.id for entity in key.entities if entity.unique}


def _loose(item: str, pairing: _Pairing) -> bool:
    """Whether a participant has no name: by the gold, or by the system where the gold does not have it."""
    if item.startswith("? "):
        return item[2:] not in _asked(pairing.system.key)
    return item not in _asked(pairing.gold.key)


def _who(gold: Event, system: Event, pairing: _Pairing) -> bool:
    """Whether everybody asked for takes part, nobody else, and doer and done-to are not turned round."""
    asked = _asked(pairing.gold.key)
    wanted = [(role, item) for role, item in gold.roles if item in asked]
    theirs = [(role, str(pairing.means(item))) for role, item in system.roles]
    free = {*(item for _, item in gold.roles), *gold.who_ok, gold.place, *gold.place_ok}
    there = {item for _, item in theirs}
    sides = {role for role, _ in wanted}
    if not {item for _, item in wanted} <= there:
        return False
    if any(item not in free and not _loose(item, pairing) for item in there):
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


def _date(gold: Event, system: Event, published: str) -> bool:
    return dated(system.when, (gold.when, *gold.when_ok), published)


def _status(gold: Event, system: Event) -> bool:
    claimed = gold.status == "happened" and bool(gold.said_by or gold.hearsay) and system.status == "possible"
    return system.status in (gold.status, *gold.status_ok) or claimed


def _where(gold: Event, system: Event, pairing: _Pairing) -> bool:
    return pairing.means(system.place) in (gold.place, *gold.place_ok)


def _facts(pairing: _Pairing) -> dict[str, Score]:
    """Of the events that both tell: dates, place, status, who says so, part of, and who takes part altogether."""
    published = pairing.gold.key.published
    rights: dict[str, Callable[[Event, Event], bool]] = {
        "who all right": lambda gold, system: _who(gold, system, pairing),
        "date right": lambda gold, system: _date(gold, system, published),
        "place right": lambda gold, system: _where(gold, system, pairing),
        "status right": _status,
    }
    found = {
        layer: counted(sum(right(*pair) for pair in pairing.pairs), len(pairing.pairs), len(pairing.pairs))
        for layer, right in rights.items()
    }
    own = [pair for pair in pairing.pairs if not dated(f"../{published}", (pair[0].when, *pair[0].when_ok), published)]
    found["date of its own right"] = counted(sum(_date(*pair, published) for pair in own), len(own), len(own))
    found["not happened"] = _both(pairing, lambda event: event.status != "happened", lambda one, two: _status(one, two))
    found["attribution"] = _both(
        pairing, lambda event: bool(event.said_by), lambda one, two: pairing.means(two.said_by) == one.said_by
    )
    partner = {two.id: one.id for one, two in pairing.pairs}
    found["part of"] = _both(
        pairing, lambda event: bool(event.part_of), lambda one, two: partner.get(two.part_of or "") == one.part_of
    )
    return found


def _both(pairing: _Pairing, has: Callable[[Event], bool], same: Callable[[Event, Event], bool]) -> Score:
    """Of the events that both tell, those of which each side says something, and those in which they agree."""
    said = [pair for pair in pairing.pairs if has(pair[1])]
    wanted = [pair for pair in pairing.pairs if has(pair[0])]
    right = sum(has(pair[0]) and same(*pair) for pair in said)
    return counted(right, len(said), len(wanted))


# --- lines ------------------------------------------------------------------------------------------------------------


def _told(pairing: _Pairing) -> dict[str, Score]:
    """How many of the wanted events the first n lines tell, and how many of these lines tell any event at all."""
    gold = pairing.gold.key.events
    wanted = {event.id for event in gold if event.worth == 1}
    found = {}
    for length in LENGTHS:
        lines = pairing.system.ranked[:length]
        hits = [[hit for hit in _told_by(line, gold) if hit.worth] for line in lines]
        told = {hit.id for row in hits for hit in row} & wanted
        found[f"wanted told at {length} lines"] = Score(sum(map(bool, hits)), len(lines), len(told), len(wanted))
    return found


def _lines(pairing: _Pairing) -> dict[str, Score]:
    """Whole lines: told, not a second time, with date, who, place and status right; and event, date and who alone."""
    published = pairing.gold.key.published
    used: dict[str, tuple[bool, bool]] = {}
    right = [0, 0]
    for line in pairing.system.lines:
        hits = [hit for hit in _told_by(line, pairing.gold.key.events) if hit.worth]
        hits.sort(key=lambda hit: (hit.id in used, hit.worth))
        if not hits or hits[0].id in used:
            continue
        gold = hits[0]
        three = _date(gold, line, published) and _who(gold, line, pairing)
        whole = three and _where(gold, line, pairing) and _status(gold, line)
        used[gold.id] = (whole, three)
        right = [right[0] + whole, right[1] + three]
    wanted = [event.id for event in pairing.gold.key.events if event.worth == 1]
    lines = len(pairing.system.lines)
    return {
        layer: Score(right[at], lines, sum(used.get(name, (False, False))[at] for name in wanted), len(wanted))
        for at, layer in enumerate(("whole lines", "lines: event, date, who"))
    }


# --- ties and figures -------------------------------------------------------------------------------------------------


def _ties(gold: Side, system: Side, entity: Mapping[str, str]) -> dict[str, Score]:
    def means(item: str | None) -> str | None:
        return None if item is None else entity.get(item, f"? {item}")

    ours: set[object] = {(tie.subject, tie.relation, tie.object) for tie in gold.key.ties}
    theirs: set[object] = {(means(tie.subject), tie.relation, means(tie.object)) for tie in system.key.ties}
    return {"ties": _equal(ours, theirs)}


def _figures(key: Key) -> set[object]:
    """Figures as what they say, at the place of their last word."""
    return {(figure.end, figure.value, figure.most, figure.bound, figure.counted) for figure in key.figures}
