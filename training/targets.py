"""The key of an example as tensors, made once: what the scores of each layer are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from graphbuilder.reader.pairs import Spot, mention_to_mention, path_numbers, telling_to_telling, word_to_mention
from graphbuilder.reader.reading import PLACE, SOURCE
from training.examples import EITHER, YES, Example, Told
from training.network import LONGEST

#: The target of what is not to be learned from, as torch's cross entropy has it.
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Places:
    """Where some spans stand: their first and their last words."""

    firsts: Tensor
    lasts: Tensor

    def __len__(self) -> int:
        return len(self.firsts)


@dataclass(frozen=True, slots=True)
class Targets:
    """What the key says of each word, mention, telling, event, and of each two of them."""

    chains_only: bool
    """Whether the key says nothing but who is mentioned where, so that no other layer may learn from it."""
    labels: Tensor
    """[words]: what each tells."""
    kind: Tensor
    """[words]: the kind of mention that ends there and 1, or 0."""
    status: Tensor
    """[words]: the status of the event that each tells."""
    mentions: Places
    types: Tensor
    lengths: Tensor
    """[mentions]: their words but for one."""
    mention_facts: Tensor
    same: Tensor
    """[mentions, mentions + 1]: whether a mention before it is of the same entity; the last column: none is."""
    tellings: Sequence[int]
    """The words that tell an event, in their order."""
    of: Sequence[Sequence[int]]
    """For each event, which of the tellings are its."""
    telling_facts: Tensor
    again: Tensor
    """[tellings, tellings + 1]: the same for tellings of an event."""
    members: Tensor
    """[entities, mentions]: which mentions are of which entity."""
    part_facts: Tensor
    roles: Tensor
    """[events, entities]: the role and 1, 0 for none."""
    sides: Tensor
    """[2, events, entities]: whether it is the place, and whether it is the source; EITHER is ignored."""
    times: Places
    time_facts: Tensor
    when: Tensor
    """[events, times]: whether a time expression says when; EITHER is ignored."""
    ties: Tensor
    """[words]: the relation that each tells and 1, or 0."""
    tied: Sequence[int]
    """The words that tell a tie, in their order."""
    standing: Tensor
    """[tied]: whether it holds."""
    ends: Tensor
    """[tied, entities]: 1 for its subject, 2 for its object, 0 for others."""
    end_facts: Tensor
    tie_facts: Tensor
    """[tied, times, 5]"""
    held: Tensor
    """[tied, times]: whether a time expression says when it holds; EITHER is ignored."""
    link_facts: Tensor
    """[tellings, tellings, 5]"""
    links: Tensor
    """[2, events, events]: whether an event is part of another one, and whether it was brought about by it."""


def targets(example: Example, paths: Mapping[str, int], chains_only: bool = False) -> Targets:
    """The key of an example as tensors; `paths` are the numbers of the paths of the parse."""
    words, events = example.words, example.events
    tellings = sorted({at for event in events for at in event.tellings})
    place = {at: k for k, at in enumerate(tellings)}
    of = [[place[at] for at in event.tellings] for event in events]
    tied = [tie.at for tie in example.ties]
    return Targets(
        chains_only=chains_only,
        labels=torch.tensor([IGNORED if label == EITHER else label for label in example.labels]),
        kind=_at(len(words), 0, ((spot.last, spot.kind + 1) for spot in example.spots)),
        status=_at(len(words), IGNORED, ((at, event.status) for event in events for at in event.tellings)),
        mentions=_places(example.spots),
        types=_long(spot.type for spot in example.spots),
        lengths=_long(_length(spot) for spot in example.spots),
        mention_facts=torch.from_numpy(mention_to_mention(words, example.spots)).long(),
        same=antecedents([_chain(of) for of in example.entities]),
        tellings=tellings,
        of=of,
        telling_facts=torch.from_numpy(telling_to_telling(words, tellings)).long(),
        again=_again(of, len(tellings)),
        members=_members(example),
        part_facts=_facts(example, tellings, example.spots, paths),
        roles=_roles(example),
        sides=_sides(example),
        times=_places(example.times),
        time_facts=_facts(example, tellings, example.times, paths),
        when=_when(example),
        ties=_at(len(words), 0, _told_ties(example)),
        tied=tied,
        standing=_long(tie.standing for tie in example.ties),
        ends=_ends(example),
        end_facts=_facts(example, tied, example.spots, paths),
        tie_facts=_facts(example, tied, example.times, paths),
        held=_held(example),
        link_facts=_facts(example, tellings, [Spot(at, at, 0, 0) for at in tellings], paths),
        links=_links(example),
    )


def _long(numbers: Iterable[int]) -> Tensor:
    return torch.tensor(list(numbers), dtype=torch.long)


def _at(size: int, none: int, given: Iterable[tuple[int, int]]) -> Tensor:
    """A number for each word: `none`, or the last that is given for it."""
    numbers = [none] * size
    for at, number in given:
        numbers[at] = number
    return _long(numbers)


def _places(spots: Sequence[Spot]) -> Places:
    return Places(_long(spot.first for spot in spots), _long(spot.last for spot in spots))


def _length(spot: Spot) -> int:
    length = spot.last - spot.first
    return length if length < LONGEST else IGNORED


def _facts(example: Example, tellings: Sequence[int], spots: Sequence[Spot], paths: Mapping[str, int]) -> Tensor:
    """[tellings, spots, 5]: what is known of each telling and each mention, or each time."""
    near = word_to_mention(example.words, tellings, spots)
    path = path_numbers(example.words, tellings, [spot.last for spot in spots], paths)
    return torch.cat([torch.from_numpy(near), torch.from_numpy(path)[..., None]], -1).long()


def _chain(entities: tuple[int, ...]) -> int | None:
    """The entity of a mention; of one that means several nothing is learned."""
    return entities[0] if len(entities) == 1 else None


def antecedents(chains: Sequence[int | None]) -> Tensor:
    """Whether each is in the chain of one before it, the last column: in none's; all False for what has no chain."""
    n = len(chains)
    found = torch.zeros(n, n + 1, dtype=torch.bool)
    seen: dict[int, list[int]] = {}
    for at, chain in enumerate(chains):
        if chain is not None:
            before = seen.setdefault(chain, [])
            found[at, before or [n]] = True
            before.append(at)
    return found


def _again(of: Sequence[Sequence[int]], n: int) -> Tensor:
    """As `antecedents`; but a telling may be of several events."""
    found = torch.zeros(n, n + 1, dtype=torch.bool)
    for tellings in of:
        before: list[int] = []
        for k in sorted(tellings):
            found[k, before or [n]] = True
            before.append(k)
    return found


def _members(example: Example) -> Tensor:
    found = torch.zeros(len(example.key.entities), len(example.spots), dtype=torch.bool)
    for at, of in enumerate(example.entities):
        found[list(of), at] = True
    return found


def _roles(example: Example) -> Tensor:
    found = torch.zeros(len(example.events), len(example.key.entities), dtype=torch.long)
    for at, event in enumerate(example.events):
        for entity, parts in event.parts.items():
            found[at, entity] = _role(parts)
    return found


def _role(parts: Mapping[int, int]) -> int:
    """The number of the first role that is sure and 1; IGNORED where only others would be accepted, 0 for none."""
    roles = {part: sure for part, sure in parts.items() if part < PLACE}
    sure = [part for part, value in roles.items() if value == YES]
    return sure[0] + 1 if sure else IGNORED if EITHER in roles.values() else 0


def _sides(example: Example) -> Tensor:
    found = torch.zeros(2, len(example.events), len(example.key.entities))
    for at, event in enumerate(example.events):
        for entity, parts in event.parts.items():
            found[:, at, entity] = torch.tensor([float(parts.get(part, 0)) for part in (PLACE, SOURCE)])
    return found


def _when(example: Example) -> Tensor:
    rows = [_times(event, len(example.times)) for event in example.events]
    return torch.tensor(rows).reshape(len(rows), len(example.times))


def _times(event: Told, n: int) -> list[float]:
    if not event.timed:
        return [float(EITHER)] * n
    return [float(at in event.times) for at in range(n)]


def _told_ties(example: Example) -> Iterator[tuple[int, int]]:
    """What the words of ties tell; of those around the one that tells a tie nothing is learned."""
    yield from ((at, IGNORED) for at in example.said)
    yield from ((tie.at, tie.relation + 1) for tie in example.ties)


def _ends(example: Example) -> Tensor:
    found = torch.zeros(len(example.ties), len(example.key.entities), dtype=torch.long)
    for at, tie in enumerate(example.ties):
        found[at, list(tie.objects)] = 2
        found[at, list(tie.subjects)] = 1
    return found


def _held(example: Example) -> Tensor:
    n = len(example.times)
    rows = [[float(at in tie.times) if tie.timed else float(EITHER) for at in range(n)] for tie in example.ties]
    return torch.tensor(rows).reshape(len(rows), n)


def _links(example: Example) -> Tensor:
    place = {event.id: at for at, event in enumerate(example.events)}
    found = torch.zeros(2, len(place), len(place))
    for at, event in enumerate(example.events):
        if event.whole in place:
            found[0, at, place[event.whole]] = 1
        for cause in event.causes:
            if cause in place:
                found[1, at, place[cause]] = 1
    return found
