"""Which place a name means, where several bear it: Paris in France or in Texas, Georgia the country or the state.

Each rule is a function over what a document says of one name; it yields decisions, and the first one counts. Where no
rule decides, nothing is guessed. To add one, write it and put it in `RULES`. The outlet's own country is no reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graphbuilder.entities.linking.regions import Area, beside, is_shared, named_areas, within
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import ambiguous, known
from graphbuilder.knowledge.places import Place
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Extraction, Mention

#: A city is meant where nothing else decides if it has so many people, and so many times those of any other so named.
MANY, DOMINANT = 100_000, 8
#: Of several in the area that the text names the largest is meant if it has so many times the people of the others.
LARGER = 4
#: In these countries towns with fewer people are told with their state; that the text names the country is not enough.
TOLD_WITH_STATE = frozenset({"AU", "CA", "US"})
#: Of several areas that hold a city of the name that is meant which is named so many times as often as the next.
OFTEN = 3

_INSIDE = re.compile(r"\b(?:in|near|outside) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """The place that a name means in a document, how sure that is, and why; no place where nothing decides."""

    place: Place | None
    score: float
    reason: str
    elsewhere: str = ""
    """Code of the region that the text puts it in, where the tables have no city of this name."""

    plain: bool = False
    """Whether no other place bears the name."""

    @property
    def key(self) -> str:
        """What tells two places of one name apart; empty where nothing decides."""
        return ":".join(self.place.ids[0]) if self.place is not None else self.elsewhere


@dataclass(frozen=True, slots=True)
class Naming:
    """One name in a document: the places that bear it, the text around each mention, and what else is named."""

    name: str
    candidates: tuple[Place, ...]
    around: tuple[tuple[str, str], ...]
    """What stands before and after each mention in its sentence."""
    near: tuple[Place, ...]
    """Countries and regions named in the same sentences, as often as they are."""
    told: tuple[Place, ...]
    """Countries and regions named in the document."""


Rule = Callable[[Naming], Iterator[Decision]]


def decide(extraction: Extraction) -> dict[str, Decision]:
    """Chain → the place that it means, for each name of a place in a document that the tables know."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.form == "name" and mention.label == "place" and mention.method != "metonymy":
            chains[mention.chain].append(mention)
    areas = list(named_areas(extraction.mentions))
    found = {chain: _naming(extraction, mentions, areas) for chain, mentions in chains.items()}
    return {chain: _decision(naming) for chain, naming in found.items() if naming.candidates}


def _decision(naming: Naming) -> Decision:
    return next((decision for rule in RULES for decision in rule(naming)), _undecided(naming))


def _undecided(naming: Naming) -> Decision:
    count = len(naming.candidates)
    if count == 1:
        return Decision(None, 0.0, "a small town bears the name, and the text does not name where it lies")
    return Decision(None, 0.0, f"{count} places bear the name, and the text does not say which is meant")


def _naming(extraction: Extraction, mentions: Sequence[Mention], areas: Sequence[Area]) -> Naming:
    names = dict.fromkeys(mention.text for mention in mentions)
    name = next((one for one in names if bearers(one)), "")
    others = [area for area in areas if area.words != name]
    here = {mention.span.sentence for mention in mentions}
    return Naming(
        name=name,
        candidates=bearers(name),
        around=(*(_around(extraction, mention) for mention in mentions), *_datelines(extraction, name)),
        near=tuple(area.place for area in others if area.sentence in here),
        told=tuple(area.place for area in others),
    )


def _around(extraction: Extraction, mention: Mention) -> tuple[str, str]:
    sentence = extraction.sentences[mention.span.sentence]
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    return sentence.text[: max(start, 0)], sentence.text[end:]


def _datelines(extraction: Extraction, name: str) -> Iterator[tuple[str, str]]:
    """What stands after the name where a report is dated from there: "CAMBRIDGE, Mass., Nov. 29 -"."""
    for zone in extraction.zones:
        if zone.kind == "dateline":
            sentence = next((one for one in extraction.sentences if one.start <= zone.start < one.end), None)
            if sentence is not None and sentence.text.casefold().startswith(f"{name.casefold()},"):
                yield "", sentence.text[len(name) :]


def bearers(name: str) -> tuple[Place, ...]:
    """The places that bear a name: a country (before regions of its name), else a region, else cities, largest first.

    >>> [one.kind for one in bearers("Georgia")], [one.country for one in bearers("Paris")]
    (['country', 'region'], ['FR', 'US'])
    """
    entry, regions = known(name), places.regions(name)
    if entry is not None and entry.kind == "adjective":
        return (places.country(entry.country),)
    if entry is not None and entry.kind == "country":
        return places.country(entry.country), *regions
    if name in lexicon("city_words")["elsewhere"]:
        return ()
    return tuple(one for one in regions if not is_shared(one)) or places.cities(name)


# --- rules ----------------------------------------------------------------------------------------------------------


def _only(naming: Naming) -> Iterator[Decision]:
    """A country or region whose name no other bears."""
    first, *others = naming.candidates
    if first.kind in ("country", "region") and not others:
        yield Decision(first, 1.0 if first.kind == "country" else 0.95, f"the name of a {first.kind}", plain=True)


def _state(naming: Naming) -> Iterator[Decision]:
    """ "Georgia" is the state after one of its cities, or among other states; else the country."""
    nation, *states = naming.candidates
    if nation.kind != "country":
        return
    for state in states:
        if any(_after_city(before, state) for before, _ in naming.around):
            yield Decision(state, 0.95, "one of its cities stands before it")
        kin = [one for one in naming.told if one.country == state.country and one.kind == "region"]
        if kin and nation not in naming.told:
            yield Decision(state, 0.75, f"the text names {kin[0].name}, and nothing else of the country of this name")
    yield Decision(nation, 0.9, "the text says nothing of the state of this name")


def _after_city(before: str, state: Place) -> bool:
    """Whether "Atlanta, " stands before "Georgia"."""
    words = before.removesuffix(", ").split(" ") if before.endswith(", ") else []
    return any(within(" ".join(words[-count:]), state) for count in (1, 2, 3))


def _beside(naming: Naming) -> Iterator[Decision]:
    """ "Paris, Texas": what stands right beside it decides, even that it is a city too small for the table."""
    for before, after in naming.around:
        for words, area in beside(before, after):
            fits = _within(naming.candidates, [area])
            if fits:
                yield Decision(fits[0], 0.95, f"the text says {words!r} beside it")
            elif area.kind == "region" and area.name != naming.name and not is_shared(area):
                yield Decision(None, 0.0, f"the text says {words!r} beside it; no city there is known", area.ids[0][1])


def _word(naming: Naming) -> Iterator[Decision]:
    """A common word or the name of a person is a city only where something is in it, near it or from it."""
    if naming.name in ambiguous() and not any(_INSIDE.search(before[-12:]) for before, _ in naming.around):
        yield Decision(None, 0.0, "the name is a common word or that of a person too")


def _sentence(naming: Naming) -> Iterator[Decision]:
    """What its own sentences name. A state that holds another city of the name puts even a capital in doubt."""
    yield from _by_area(naming, naming.near, 0.85, "its sentence names")


def _dominant(naming: Naming) -> Iterator[Decision]:
    """The largest of its name, where it is large and has eight times the people of any other."""
    first = _dominating(naming)
    if first is not None:
        yield _unless_told(naming, first, "by far the largest city of this name")


def _capital(naming: Naming) -> Iterator[Decision]:
    """A capital, if it has four times the people of any other of its name, and none of their countries is named."""
    first = naming.candidates[0]
    rivals = _within(naming.candidates, [area for area in naming.told if not first.lies_in(area)])
    if first.kind == "capital" and not rivals and _stands_out(naming.candidates, LARGER):
        yield _unless_told(naming, first, "a capital, and the largest city of this name")


def _unless_told(naming: Naming, city: Place, reason: str) -> Decision:
    told = [area.name for area in naming.told if city.lies_in(area)]
    if told:
        return Decision(city, 0.8, f"{reason}; the text names {told[0]}")
    return Decision(city, 0.6, f"{reason}; the text itself does not say which is meant")


def _document(naming: Naming) -> Iterator[Decision]:
    """What the document names elsewhere."""
    yield from _by_area(naming, naming.told, 0.7, "the text names")


RULES: tuple[Rule, ...] = (_only, _state, _beside, _word, _sentence, _dominant, _capital, _document)


def _by_area(naming: Naming, told: Sequence[Place], score: float, how: str) -> Iterator[Decision]:
    """The city in the one region, else in the one country, of those named that hold a city of this name."""
    dominant = _dominating(naming)
    for kind in ("region", "country"):
        areas = Counter(area for area in told if area.kind == kind and _within(naming.candidates, [area]))
        if not areas:
            continue
        (area, times), *others = areas.most_common()
        if dominant is not None and dominant not in _within(naming.candidates, list(areas)):
            if kind == "region":
                yield Decision(None, 0.0, f"{how} {area.name}, but the largest city of this name is not there")
            continue
        fits = _within(naming.candidates, [area])
        if kind == "country" and area.country in TOLD_WITH_STATE and fits[0].people < MANY:
            continue
        if (not others or times >= OFTEN * others[0][1]) and _stands_out(fits, LARGER):
            yield Decision(fits[0], score, f"{how} {area.name}{' most often' if others else ''}")
        return


def _within(candidates: Sequence[Place], areas: Sequence[Place]) -> list[Place]:
    return [one for one in candidates if any(one.lies_in(area) for area in areas)]


def _dominating(naming: Naming) -> Place | None:
    first = naming.candidates[0]
    return first if first.people >= MANY and _stands_out(naming.candidates, DOMINANT) else None


def _stands_out(cities: Sequence[Place], times: int) -> bool:
    return len(cities) == 1 or cities[0].people >= times * cities[1].people
