"""In which order a document is read from the vectors of its words: who, what happened, who in it, where, when; ties.

A very long document is decoded in sections of whole sentences, so that time and memory do not grow with the square of
its length: no chain, event or participant reaches from one section into another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphbuilder.reader.decoding.events import find_events
from graphbuilder.reader.decoding.line import with_lines
from graphbuilder.reader.decoding.links import find_links
from graphbuilder.reader.decoding.mentions import chains_of, find_mentions
from graphbuilder.reader.decoding.participants import find_participants, find_times
from graphbuilder.reader.decoding.ties import find_ties
from graphbuilder.reader.heads import Heads
from graphbuilder.reader.pairs import Spot
from graphbuilder.reader.reading import Cuts, End, Event, Link, Part, Reading, Second, Tie, When
from graphbuilder.reader.weights import Floats
from graphbuilder.reader.windows import sections
from graphbuilder.reader.words import Words


def decode(
    words: Words,
    times: Sequence[Spot | None],
    h: Floats,
    heads: Heads,
    cuts: Cuts,
    lines: Sequence[float] = (),
) -> Reading:
    """The reading of a document.

    Args:
        words: its words.
        times: its time expressions in words; None for one without a word, which dates nothing.
        h: a vector for each word.
        heads: the layers on these vectors.
        cuts: from which probability something counts.
        lines: the weights by which an event is a line (`line`).
    """
    whole = Reading(words, (), (), (), ())
    for low, high in sections(words):
        numbers = [at for at, time in enumerate(times) if time and low <= time.first < high]
        inside = [_within(time, low, high) for time in times if time and low <= time.first < high]
        found = _section(words.part(low, high), inside, h[low:high], heads, cuts, lines)
        whole = _appended(whole, found, low, numbers)
    return _ranked(whole)


def _section(
    words: Words, times: Sequence[Spot], h: Floats, heads: Heads, cuts: Cuts, lines: Sequence[float]
) -> Reading:
    """The reading of words that are decoded together."""
    spots = find_mentions(h, heads, cuts.mention)
    chains, sure = chains_of(words, h, heads, spots)
    events = find_events(words, h, heads, cuts.event)
    takings = find_participants(words, h, heads, cuts, spots, chains, events)
    whens = find_times(words, h, heads, cuts.time, times, events)
    full = [
        replace(event, parts=taking.parts, place=taking.place, source=taking.source, time=when)
        for event, taking, when in zip(events, takings, whens, strict=True)
    ]
    wholes, causes = find_links(words, h, heads, cuts.link, events)
    return Reading(
        words,
        spots,
        chains,
        sure,
        tuple(with_lines(full, words, spots, chains, lines)),
        find_ties(words, h, heads, cuts, spots, chains, times),
        wholes,
        causes,
    )


def _within(spot: Spot, low: int, high: int) -> Spot:
    return replace(spot, first=spot.first - low, last=min(spot.last, high - 1) - low)


def _appended(whole: Reading, section: Reading, word: int, times: Sequence[int]) -> Reading:
    """A reading with that of its next section, whose first word is `word` and whose times have these numbers."""
    spot, chain, told = len(whole.spots), len(whole.chains), len(whole.events)

    def moved(part: Part) -> Part:
        second = part.second and Second(part.second.at + spot, part.second.chance)
        return replace(part, chain=part.chain + chain, spot=part.spot + spot, second=second)

    def of_document(event: Event) -> Event:
        return replace(
            event,
            tellings=tuple(at + word for at in event.tellings),
            parts=tuple(map(moved, event.parts)),
            place=moved(event.place) if event.place else None,
            source=moved(event.source) if event.source else None,
            time=dated(event.time),
        )

    def dated(time: When | None) -> When | None:
        second = time and time.second and Second(times[time.second.at], time.second.chance)
        return When(times[time.time], time.chance, second) if time else None

    def end(one: End) -> End:
        return End(one.chain + chain, one.spot + spot, one.chance)

    def tie(one: Tie) -> Tie:
        return replace(
            one, word=one.word + word, subject=end(one.subject), object=end(one.object), time=dated(one.time)
        )

    def link(one: Link) -> Link:
        return Link(one.one + told, one.other + told, one.chance)

    return Reading(
        whole.words,
        whole.spots + tuple(replace(one, first=one.first + word, last=one.last + word) for one in section.spots),
        whole.chains + tuple(tuple(at + spot for at in one) for one in section.chains),
        whole.sure + section.sure,
        whole.events + tuple(map(of_document, section.events)),
        whole.ties + tuple(map(tie, section.ties)),
        whole.wholes + tuple(map(link, section.wholes)),
        whole.causes + tuple(map(link, section.causes)),
    )


def _ranked(reading: Reading) -> Reading:
    """The same with the events by rank."""
    order = sorted(range(len(reading.events)), key=lambda at: reading.events[at].rank())
    place = {at: new for new, at in enumerate(order)}

    def ranked(links: Sequence[Link]) -> tuple[Link, ...]:
        return tuple(sorted(Link(place[link.one], place[link.other], link.chance) for link in links))

    events = tuple(reading.events[at] for at in order)
    return replace(reading, events=events, wholes=ranked(reading.wholes), causes=ranked(reading.causes))
