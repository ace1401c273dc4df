"""Which triggers of a document tell the same event: "met … the two-day meeting … the gathering".

What is told as done, planned, possible, demanded or a condition is never one event with what is told otherwise; a noun
that says nothing of it ("the meeting") goes with either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graphbuilder.events.coreference.content_words import SINGULAR, alike, content_words
from graphbuilder.events.dating.headlines import MOTIONS
from graphbuilder.events.dating.shared import TRUCES
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.event_words import event_words
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
#: How many sentences before that must be.
NEAR = 4
#: The pointer of what was told to be changed: "the new bid".
CHANGED = "new"
#: The pointer of what a decision is to do, where both tell one thing: "the decision to recognise it".
CONTENT = "to"
#: The pointer of what is begun by the word before: "opened an investigation".
BEGUN = "begun"
#: The pointer of a decision that is taken: "took the decision on Monday".
TAKEN = "taken"
#: The pointers of what becomes of a motion ("lost a vote … the motion was defeated") and of a thing told before.
MOTION, THING = "motion", "thing"
#: What it is called where a motion fails.
_FAILING = frozenset({"defeat", "lose", "reject"})
#: Types of which no decision was taken.
_UNDECIDED = frozenset({"die", "disaster", "injure", "meet", "other"})
#: Sentences between "a decision" and "the decision" of a day, at most.
_NEXT = 3
#: Sentences within which "the vessel" is the ship that was told of.
_SOON = 2
_WORD = re.compile(r"\w+")
#: Types that tell one act of two sides.
_CONVERSE = frozenset({"buy", "sell"})
#: Types of an investigation that is opened.
_BEGINNING = frozenset({"investigate", "start"})
#: Pointers to what is of another type, too.
_APART = frozenset({CHANGED, CONTENT, BACK, BEGUN, MOTION, TAKEN})


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
        if chain is not None and reading.pointer == CONTENT:
            for other in same:  # "Recognition of Kosovo … the decision to recognise it": both are one
                if other.first.id in top.headline and other is not chain and other.doers & chain.doers:
                    open_chains.remove(chain)
                    chained |= {one.event.id: other.first.id for one in chain.readings}
                    chain = _joined(other, chain)
                    break
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
    """What it can be told again: of another type only where it points to that, or tells the other side of it."""
    type_ = reading.event.type
    if reading.pointer in _APART:
        return chains
    others = _CONVERSE if type_ in _CONVERSE else ()
    return [one for one in chains if type_ in one.types or one.first.type in others]


def _is_same(reading: _Reading, chain: _Chain, today: Interval | None, top: Top) -> bool:
    type_ = reading.event.type
    if reading.pointer is not None:
        if reading.pointer == BEGUN:
            return {type_, chain.first.type} == _BEGINNING and chain.first.span.sentence == reading.event.span.sentence
        if reading.pointer == MOTION and type_ not in chain.types:
            return _on_motion(reading, chain)
        if reading.pointer == TAKEN and chain.first.type != "decide":
            return _decided(reading, chain, top)
    again = _told_again(reading, chain, top, today) or _told_at_once(reading, chain)
    return again or _same(reading, chain, today)


def _decided(reading: _Reading, chain: _Chain, top: Top) -> bool:
    """ "Alba will close its plant … It took the decision on Monday": what the headline and the sentence before tell."""
    first = chain.first
    news = first.id in top.headline and reading.event.span.sentence - chain.sentence <= 1
    done = first.polarity == "POS" and first.type not in _UNDECIDED and bool(chain.doers)
    return news and done and first.method.startswith(("verb", "phrase"))


def _on_motion(reading: _Reading, chain: _Chain) -> bool:
    """ "The mayor lost a vote. The motion was defeated on Monday": what the sentence before tells."""
    event, first = reading.event, chain.first
    near = event.span.sentence - chain.sentence <= 1 and event.polarity == first.polarity
    fails = {event.lemma, first.lemma} <= _FAILING and not MOTIONS.isdisjoint(_WORD.findall(first.phrase.lower()))
    then = reading.interval is None or chain.interval is None or reading.interval.agrees(chain.interval)
    return near and fails and then


def _same(reading: _Reading, chain: _Chain, today: Interval | None) -> bool:
    """A later mention agrees in type, word and polarity, contradicts neither date nor place, and points back."""
    event, first = reading.event, chain.first
    if event.polarity != first.polarity:
        return False
    if reading.pointer == CHANGED:
        return _outcome(reading, chain)
    if reading.pointer == CONTENT:
        return _content(reading, chain)
    if reading.pointer == BACK:
        return _looks_back(reading, chain)
    if _in_full(reading, chain):
        return True
    if event.type not in chain.types:
        return False
    if not one_act(event.type, [event.lemma], chain.lemmas) or (
        reading.place and chain.place and reading.place.contradicts(chain.place)
    ):
        return False
    if reading.pointer == THING and (event.span.sentence - chain.sentence > _SOON or None in _days(reading, chain)):
        return False
    if reading.interval is not None and chain.interval is not None:
        if not reading.interval.overlaps(chain.interval):
            return False
        same_place = reading.place is not None and chain.place is not None
        alike = bool(reading.who & chain.who) and _alike(reading, chain)
        alike = alike or (event.lemma in TRUCES and not chain.lemmas.isdisjoint(TRUCES))  # there is one on a day
        return reading.pointer is not None or same_place or alike
    if reading.interval is not None:
        return _told_before(reading, chain) or _of_a_day(reading, chain)
    return reading.pointer is not None and not (reading.pointer == "that" and _current(chain, today))


def _days(reading: _Reading, chain: _Chain) -> tuple[Interval | None, Interval | None]:
    return reading.interval, chain.interval


def _content(reading: _Reading, chain: _Chain) -> bool:
    """ "Its decision to recognise them": the last decision told in the sentence."""
    last = chain.readings[-1].event
    return last.span.sentence == reading.event.span.sentence and last.type == reading.event.type


def _of_a_day(reading: _Reading, chain: _Chain) -> bool:
    """ "Condemned the decision. Roe announced the decision on Monday": the day of what was just told without one."""
    day = reading.interval is not None and reading.interval.precision in ("day", "hour", "minute")
    near = reading.event.span.sentence - chain.sentence <= _NEXT
    own = reading.event.type != "meet" or reading.event.lemma in chain.lemmas  # any word tells a meeting
    return day and near and own and reading.pointer is not None and bool(chain.who)


def _in_full(reading: _Reading, chain: _Chain) -> bool:
    """ "Roe had asked for something else. He told reporters on Monday that he wanted …": what he had asked for."""
    event, first = reading.event, chain.first
    vague = chain.readings[-1].pointer == BACK and "something" in first.phrase.lower().split()
    return (
        vague
        and event.type == first.type
        and bool(reading.doers & chain.doers)
        and event.span.sentence - chain.sentence == 1
        and reading.interval is not None
        and chain.interval is None
    )


def _outcome(reading: _Reading, chain: _Chain) -> bool:
    """ "Alba raised its bid for Corin. The new bid": what was changed, as it is then."""
    words = _WORD.findall(chain.first.phrase.lower())
    return chain.first.type == "change" and one_act(reading.event.type, [reading.event.lemma], words)


def _looks_back(reading: _Reading, chain: _Chain) -> bool:
    """ "The board rejected the bid … It had turned it down on Sept. 12": a news story goes back to what it has told."""
    event, first = reading.event, chain.first
    act = event.type == first.type != "other" and one_act(event.type, [event.lemma], chain.lemmas)
    near = event.span.sentence - chain.sentence <= NEAR and first.tense == "PAST"
    if not (act and near and reading.doers & chain.doers):
        return False
    dated = reading.interval is not None and (chain.interval is None or reading.interval.agrees(chain.interval))
    return dated and not (reading.objects and chain.objects and not reading.objects & chain.objects)


def _told_again(reading: _Reading, chain: _Chain, top: Top, today: Interval | None) -> bool:
    """ "Alba recalls cars … Alba is recalling 38,000 cars": what the headline tells, in the same word of the same.

    Of a headline that names nobody ("British firm recalls cars") that is what the lead tells.
    """
    event, first = reading.event, chain.first
    if first.id not in top.headline or event.polarity != first.polarity:
        return False
    if {event.type, first.type} == _CONVERSE:
        return event.id in top.lead and bool(reading.objects & chain.objects)
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
    again = not {"anew", "will"}.isdisjoint(event_words().of_clause.get(first.lemma, ()))  # "repeated its promise"
    return event.type == first.type != "other" and event.polarity == first.polarity and not again


def _alike(reading: _Reading, chain: _Chain) -> bool:
    """Whether nothing shows two things: "announced a car … announced a merger"."""
    if reading.event.type in SINGULAR:
        return True
    if reading.objects & chain.objects or any(alike(reading.words, one.words) for one in chain.readings):
        return True
    return not ((reading.objects or reading.words) and (chain.objects or any(one.words for one in chain.readings)))


def _told_before(reading: _Reading, chain: _Chain) -> bool:
    """ "Before leaders gather in Romania … The summit on April 2-4 in Bucharest": a date follows what was ahead."""
    ahead = chain.first.tense != "PAST" and reading.event.type == "meet"
    return ahead and reading.place is not None and chain.place is not None


def _in_reach(sentences: int, chain: _Chain, today: Interval | None, top: Top) -> bool:
    """Whether a chain that was told so many sentences ago, more than any can be, is that of the news."""
    return sentences <= NEWS_REACH and (chain.first.id in top.headline or _current(chain, today))


def _former(chain: _Chain, today: Interval | None) -> bool:
    return today is not None and chain.interval is not None and chain.interval.before(today)


def _distance(reading: _Reading, chain: _Chain, today: Interval | None) -> tuple[bool, bool, bool]:
    """ "The gathering" in a news story is that of the news, before one of former years."""
    return reading.event.lemma not in chain.lemmas, _former(chain, today), not (reading.place and chain.place)


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


def _joined(chain: _Chain, other: _Chain) -> _Chain:
    """A chain with all that another one tells."""
    for reading in other.readings:
        _extend(chain, reading)
    return chain


def _narrow(known: Interval | None, told: Interval | None) -> Interval | None:
    if known is None or told is None:
        return known or told
    return known.merge(told) or known
