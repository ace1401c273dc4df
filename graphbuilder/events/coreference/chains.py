"""Which triggers of a document tell the same event: "met … the two-day meeting … the gathering".

What is told as done, planned, possible, demanded or a condition is never one event with what is told otherwise; a noun
that says nothing of it ("the meeting") goes with either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graphbuilder.events.coreference.content_words import SINGULAR, alike, content_words
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.records import EventMention, Mention, TimeExpression

#: Roles of those who act.
_DOERS = frozenset({"agent", "attendee", "host", "partner", "source"})
#: How many sentences back a mention may point.
REACH = 12
#: The same for the event that a news story is about.
NEWS_REACH = 40
#: An event within so many days of publication is the one that the article is about.
CURRENT = 7


#: The pointer of what is told to have been before: "had turned it down".
BACK = "had"
#: The pointer of what was told to be changed: "the new bid".
CHANGED = "new"
#: The pointer of what is begun by the word before: "opened an investigation".
BEGUN = "begun"
#: Sentences between "a decision" and "the decision" of a day, at most.
_NEXT = 3
#: Types of an investigation that is opened.
_BEGINNING = frozenset({"investigate", "start"})
#: Pointers to what is of another type, too.
_APART = frozenset({CHANGED, BACK, BEGUN})


@dataclass(frozen=True, slots=True)
class Top:
    """The event mentions (ids) of a story's headline and of its first sentence."""

    headline: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where: a chain of mentions, and the country if it is a known one or its capital."""

    chain: str
    country: str
    is_country: bool

    def contradicts(self, other: _Place) -> bool:
        """Whether the two are different places; Bucharest and Romania are not."""
        inside = self.country and self.country == other.country and (self.is_country or other.is_country)
        return self.chain != other.chain and not inside


@dataclass(slots=True)
class _Chain:
    """An event as told so far."""

    first: EventMention
    sentence: int
    interval: Interval | None = None
    place: _Place | None = None
    going_on: bool = False
    who: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    readings: list[_Reading] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    status: str = ""
    """The modality of what tells it, "" as long as only nouns do."""


@dataclass(frozen=True)
class _Reading:
    """One mention of an event, its references looked up."""

    event: EventMention
    pointer: str | None
    interval: Interval | None
    place: _Place | None
    who: frozenset[str]
    doers: frozenset[str]
    objects: frozenset[str]
    names: tuple[str, ...]
    status: str = ""
    """Its modality, "" of a noun that tells none."""

    @cached_property
    def words(self) -> frozenset[str]:
        """What it tells beside the names of those who take part."""
        return content_words(self.event.phrase, (self.event.text, *self.names))


def chain_events(
    events: Sequence[EventMention],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    pointers: dict[str, str],
    published: date | None,
    top: Top = Top(),
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Event mention id → id of the first mention of the same event, for events in text order; and the pairs of what
    was done and the plan for it, which would be one if both were told as done.

    Who takes part without being one of `mentions`, a mere thing, tells nothing of who is who.
    `pointers` are the mentions that point back, with the word that does: the, this or that; what the `top` of the story
    tells in its headline, the text tells again.
    """
    look = _Lookup(times, mentions, published)
    today = None if published is None else Interval.around(published, CURRENT)
    open_chains: list[_Chain] = []
    chained: dict[str, str] = {}
    carried_out: list[tuple[_Chain, _Chain]] = []
    for event in events:
        reading = look.read(event, pointers.get(event.id))
        here = event.span.sentence
        open_chains = [
            one
            for one in open_chains
            if here - one.sentence <= REACH or _in_reach(here - one.sentence, one, today, top)
        ]
        told = [one for one in _of_its_type(reading, open_chains) if _is_same(reading, one, today, top)]
        same = [one for one in told if "" in (one.status, reading.status) or one.status == reading.status]
        # the last one told is the first to be meant, unless the word or the place points to another
        chain = min(same, key=lambda one: _distance(reading, one, today), default=None)
        if chain is None:
            chain = _Chain(event, event.span.sentence)
        else:
            open_chains.remove(chain)
        open_chains.insert(0, chain)
        _extend(chain, reading)
        chained[event.id] = chain.first.id
        others = [one for one in told if one is not chain]
        if others:
            carried_out.append((chain, min(others, key=lambda one: _distance(reading, one, today))))
    return chained, _plans(carried_out, chained)


def _plans(pairs: Iterable[tuple[_Chain, _Chain]], chained: Mapping[str, str]) -> list[tuple[str, str]]:
    """Of pairs of chains those of a deed and its plan, in that order, by their first mentions."""
    found: dict[tuple[str, str], None] = {}
    for pair in pairs:
        told = {one.status: chained[one.first.id] for one in pair}
        if told.keys() == {"ACTUAL", "PLANNED"} and {one.first.polarity for one in pair} == {"POS"}:
            found[told["ACTUAL"], told["PLANNED"]] = None
    return list(found)


class _Lookup:
    """Looks up what event mentions refer to by id."""

    def __init__(self, times: Sequence[TimeExpression], mentions: Sequence[Mention], published: date | None) -> None:
        self._published = None if published is None else Interval.of_day(published)
        self._intervals = {time.id: time.interval and time.interval.mark for time in times}
        self._chains = {mention.id: mention.chain for mention in mentions}
        self._named = {mention.chain for mention in mentions if mention.form == "name"}
        self._texts = {mention.id: mention.text for mention in mentions}

    def read(self, event: EventMention, pointer: str | None) -> _Reading:
        """The references of an event mention, looked up; a place without a name tells nothing."""
        chains = self._chains
        told = [(one.role, chains[one.mention]) for one in event.participants if one.mention in chains]
        who = frozenset(chain for _, chain in told)
        objects = frozenset(chain for role, chain in told if role not in _DOERS)
        doers = frozenset(chain for role, chain in told if role == "agent")
        names = tuple(self._texts[one.mention] for one in event.participants if one.mention in chains)
        interval = self._intervals.get(event.times[0]) if event.times else None
        place = self._place(event.place)
        named, status = who & self._named, self._status(event, interval, pointer)
        return _Reading(event, pointer, interval, place, named, doers, objects, names, status)

    def _status(self, event: EventMention, interval: Interval | None, pointer: str | None) -> str:
        """Its modality; "they meet on Friday" is ahead, and a noun says of itself neither that nor that it was."""
        if leaves_open(event, again=pointer is not None):
            return ""
        if event.modality != "ACTUAL" or event.tense not in ("NONE", "PRESENT"):
            return event.modality
        if interval is not None and self._published is not None and interval.after(self._published):
            return "PLANNED"
        return event.modality

    def _place(self, mention: str | None) -> _Place | None:
        chain = None if mention is None else self._chains[mention]
        if chain is None or chain not in self._named:
            return None
        entry = known(self._texts[chain])
        return _Place(chain, entry.country if entry else "", entry is not None and entry.kind != "capital")


def leaves_open(event: EventMention, *, again: bool) -> bool:
    """Whether a telling does not show if it is of a plan or a deed: "talks in Lund", "leaders gather soon".

    So does one that only points to what was told before (`again`): "the talks", "its decision to recognise them".
    """
    if again and event.tense == "NONE" and not event.times:
        return True
    noun = event.tense == "NONE" and event.method.startswith(("noun", "name"))
    return event.modality == "ACTUAL" and (noun or (event.tense == "PRESENT" and not event.times))


def _of_its_type(reading: _Reading, chains: Iterable[_Chain]) -> Iterable[_Chain]:
    """What it can be told again: of another type only where it points to that."""
    return chains if reading.pointer in _APART else [one for one in chains if reading.event.type in one.types]


def _is_same(reading: _Reading, chain: _Chain, today: Interval | None, top: Top) -> bool:
    if reading.pointer == BEGUN:
        types = {reading.event.type, chain.first.type}
        return types == _BEGINNING and chain.first.span.sentence == reading.event.span.sentence
    again = _told_again(reading, chain, top, today) or _told_at_once(reading, chain)
    return again or _same(reading, chain, today)


def _same(reading: _Reading, chain: _Chain, today: Interval | None) -> bool:
    """A later mention agrees in type, word and polarity, contradicts neither date nor place, and points back."""
    event, first = reading.event, chain.first
    if event.polarity != first.polarity:
        return False
    if reading.pointer in (BACK, CHANGED) or event.type not in chain.types:
        return False
    if not one_act(event.type, [event.lemma], chain.lemmas) or (
        reading.place and chain.place and reading.place.contradicts(chain.place)
    ):
        return False
    if reading.interval is not None and chain.interval is not None:
        if not reading.interval.overlaps(chain.interval):
            return False
        same_place = reading.place is not None and chain.place is not None
        alike = bool(reading.who & chain.who) and _alike(reading, chain)
        return reading.pointer is not None or same_place or alike
    if reading.interval is not None:
        return _of_a_day(reading, chain)
    return reading.pointer is not None and not (reading.pointer == "that" and _current(chain, today))


def _of_a_day(reading: _Reading, chain: _Chain) -> bool:
    """ "Condemned the decision. Roe announced the decision on Monday": the day of what was just told without one."""
    day = reading.interval is not None and reading.interval.precision in ("day", "hour", "minute")
    near = reading.event.span.sentence - chain.sentence <= _NEXT
    own = reading.event.type != "meet" or reading.event.lemma in chain.lemmas  # any word tells a meeting
    return day and near and own and reading.pointer is not None and bool(chain.who)


def _told_again(reading: _Reading, chain: _Chain, top: Top, today: Interval | None) -> bool:
    """ "Alba recalls cars … Alba is recalling 38,000 cars": what the headline tells, in the same word of the same.

    Of a headline that names nobody ("British firm recalls cars") that is what the lead tells.
    """
    event, first = reading.event, chain.first
    if first.id not in top.headline or event.polarity != first.polarity:
        return False
    news = (chain.interval or today) if reading.interval is not None else None
    if news is not None and reading.interval is not None and not reading.interval.overlaps(news):
        return False
    if event.type != first.type or not one_act(event.type, [event.lemma], [first.lemma]):
        return False
    if not chain.who:
        return event.id in top.lead and event.type != "other"
    return bool(reading.who & chain.who) and (event.id in top.lead or _alike(reading, chain))


def _told_at_once(reading: _Reading, chain: _Chain) -> bool:
    """ "Jane Roe met Max Lund for talks": verb and noun of one clause, in whose words both are told."""
    event, first = reading.event, chain.first
    clause = event.span.sentence == first.span.sentence and event.phrase == first.phrase != ""
    if not clause or event.type == "disaster":  # "a fire ruined it after a blast"
        return False
    return event.type == first.type != "other" and event.polarity == first.polarity


def _alike(reading: _Reading, chain: _Chain) -> bool:
    """Whether nothing shows two things: "announced a car … announced a merger"."""
    if reading.event.type in SINGULAR:
        return True
    return bool(reading.objects & chain.objects) or any(alike(reading.words, one.words) for one in chain.readings)


def _in_reach(sentences: int, chain: _Chain, today: Interval | None, top: Top) -> bool:
    """Whether a chain that was told so many sentences ago, more than any can be, is that of the news."""
    return sentences <= NEWS_REACH and (chain.first.id in top.headline or _current(chain, today))


def _distance(reading: _Reading, chain: _Chain, today: Interval | None) -> tuple[bool, bool, bool]:
    """ "The gathering" in a news story is that of the news, before one of former years."""
    former = today is not None and chain.interval is not None and chain.interval.before(today)
    return reading.event.lemma not in chain.lemmas, former, not (reading.place and chain.place)


def _current(chain: _Chain, today: Interval | None) -> bool:
    """ "That summit" is not the one going on."""
    return chain.going_on or (today is not None and chain.interval is not None and chain.interval.overlaps(today))


def _extend(chain: _Chain, reading: _Reading) -> None:
    chain.sentence = reading.event.span.sentence
    chain.interval = _narrow(chain.interval, reading.interval)
    chain.place = chain.place or reading.place
    chain.going_on = chain.going_on or reading.event.tense == "PRESENT"
    chain.who |= reading.who
    chain.doers |= reading.doers
    chain.objects |= reading.objects
    chain.readings.append(reading)
    chain.lemmas.add(reading.event.lemma)
    chain.types.add(reading.event.type)
    chain.status = chain.status or reading.status


def _narrow(known: Interval | None, told: Interval | None) -> Interval | None:
    if known is None or told is None:
        return known or told
    return known.merge(told) or known
