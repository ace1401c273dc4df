"""Who takes part in an event: what its mentions and its articles say together.

Each article is read with mistakes of its own. Of an event that many tell, those are taken that more than one of them
names (`supported`), and where no two agree, those that the article of the line names, so that they fit its words
(`of_line`). Who is on two sides of one event ("Russia invaded Georgia", "Georgia's war") gets the more frequent one
(`one_side_each`). Of those without a name, "foreign ministers" of one article and "NATO's foreign ministers" of another
have the same part in the same event: it keeps the longer description (`shown_once`). Two of one article stay two, since
that article tells them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from graphbuilder.knowledge.names import fold
from graphbuilder.records import EventMention
from graphbuilder.resolve.merge.labels import POINTING
from graphbuilder.resolve.merge.ordering import MANY

#: Whoever so many times as many articles name in a role outweighs who else has it.
_TIMES = 10
#: Of an event that very many articles tell, more than one in so many must name whom the article of the line does not.
_FEW = 4


def supported(articles: Mapping[Part, Set[str]], named: Set[str], count: int) -> set[Part]:
    """The participants of an event, without whom one article alone names beside others with that role, or hardly any
    of very many.

    Args:
        articles: participant → the articles that give it this role.
        named: the entities that have a name; whoever has none is known in one article only, and stays where nobody with
            a name has the role: "the town's mayor" here is the one whom another article names.
        count: how many articles tell the event.

    >>> articles = {("agent", "nato"): {"a", "b"}, ("agent", "alba"): {"c"}, ("host", "oslo"): {"d"}}
    >>> sorted(supported(articles, {"nato", "alba", "oslo"}, 4))
    [('agent', 'nato'), ('host', 'oslo')]
    """
    found = set(articles)
    if count < MANY:
        return found - _described(articles, named)
    most: dict[str, int] = defaultdict(int)
    for (role, entity), some in articles.items():
        most[role] = max(most[role], len(some)) if entity in named else most[role]
    sure = {
        (role, entity)
        for role, entity in found
        if entity in named and len(articles[role, entity]) > max(1, most[role] // _TIMES)
    }
    settled = {role for role, _ in sure}
    return sure | {part for part in found if part[0] not in settled}


def _described(articles: Mapping[Part, Set[str]], named: Set[str]) -> set[Part]:
    """Whom an article only describes that names nobody in the role, where another one does."""
    naming: dict[str, set[str]] = defaultdict(set)
    for (role, entity), some in articles.items():
        naming[role] |= some if entity in named else set()
    return {
        (role, entity)
        for (role, entity), some in articles.items()
        if entity not in named and naming[role] and naming[role].isdisjoint(some)
    }


def of_line(parts: Set[Part], articles: Mapping[Part, Set[str]], named: Set[str], line: str, count: int) -> set[Part]:
    """Those whom several articles name, of very many more than a quarter, or the one whose words are the event's line.

    Of an event that few articles tell, also those with a name, and whoever has a role that is empty in the line:
    "11 peacekeepers" here are the "four Brazilians" of another article.

    Args:
        parts: participants that are supported.
        articles: as of `supported`.
        named: as of `supported`.
        line: the article of the line.
        count: how many articles tell the event.

    >>> articles = {("host", "oslo"): {"d"}, ("host", "riga"): {"e"}}
    >>> of_line(set(articles), articles, {"oslo", "riga"}, "d", 4)
    {('host', 'oslo')}
    >>> of_line(set(articles), articles, {"riga"}, "e", 2)
    {('host', 'riga')}
    """
    filled = {role for role, entity in parts if line in articles[role, entity]}
    return {
        (role, entity)
        for role, entity in parts
        if line in articles[role, entity]
        or len(articles[role, entity]) > max(1, count // _FEW)
        or (count < MANY and (entity in named or role not in filled))
    }


#: Roles that exclude each other.
_SIDES = frozenset({"agent", "partner", "patient", "recipient"})
#: A role and an entity.
Part = tuple[str, str]


def one_side_each(
    parts: Collection[Part], mentions: Sequence[EventMention], entities: Mapping[str, str]
) -> tuple[Part, ...]:
    """The participants of an event, sorted, nobody on two sides unless both are equally frequent."""
    sides: dict[str, set[str]] = defaultdict(set)
    for role, entity in parts:
        if role in _SIDES:
            sides[entity].add(role)
    contested = {entity for entity, roles in sides.items() if len(roles) > 1}
    if not contested:
        return tuple(sorted(parts))
    counts = Counter(part for mention in mentions for part in _sides(mention, entities) if part[1] in contested)
    most = {entity: max(counts[role, entity] for role in sides[entity]) for entity in contested}
    kept = (
        (role, entity)
        for role, entity in parts
        if entity not in contested or role not in _SIDES or counts[role, entity] == most[entity]
    )
    return tuple(sorted(kept))


def _sides(mention: EventMention, entities: Mapping[str, str]) -> Iterable[Part]:
    """The sides that one mention gives; the agent of "Russia withdrew its troops" is not also its patient."""
    found: dict[str, set[str]] = defaultdict(set)
    for participant in mention.participants:
        if participant.role in _SIDES and participant.mention in entities:
            found[entities[participant.mention]].add(participant.role)
    for entity, roles in found.items():
        yield from ((role, entity) for role in roles if role == "agent" or "agent" not in roles)


#: Who did it and who took part in it are one side of what is done together: "met", "a meeting of".
_ACTING, _PRESENT = "agent", "attendee"


def shown_once(
    parts: Iterable[Part], articles: Mapping[str, Set[str]], described: Mapping[str, str]
) -> tuple[Part, ...]:
    """The participants of an event, sorted, nobody both agent and attendee, of each description told anew the longest.

    Args:
        parts: the participants.
        articles: entity → the articles that tell of it as a participant.
        described: entity without a name → what it is called.

    >>> parts = [("agent", "m1"), ("attendee", "m2"), ("attendee", "nato")]
    >>> shown_once(parts, {"m1": {"a"}, "m2": {"b"}}, {"m1": "ministers", "m2": "NATO ministers"})
    (('agent', 'm2'), ('attendee', 'nato'))
    """
    found = set(parts)
    once = found - {(_PRESENT, entity) for role, entity in found if role == _ACTING}
    named = {part for part in once if part[1] not in described}
    alike: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for role, entity in once - named:
        side = _ACTING if role == _PRESENT else role
        alike[side, fold(described[entity]).split()[-1]].append((role, entity))
    longest = (part for group in alike.values() for part in _longest(group, articles, described))
    return tuple(sorted(named.union(longest)))


def _longest(group: Iterable[Part], articles: Mapping[str, Set[str]], described: Mapping[str, str]) -> Iterable[Part]:
    """Of descriptions that may be of the same, the longest; each stands for one of every other article at most.

    One that points ("their ministers") comes after those that can be read alone.
    """
    kept: list[tuple[str, set[str], set[str]]] = []
    for role, entity in sorted(group, key=lambda part: (*_rank(described[part[1]]), part)):
        here = articles[entity]
        for _, seen, roles in kept:
            if seen.isdisjoint(here):
                seen |= here
                roles.add(role)
                break
        else:
            kept.append((entity, set(here), {role}))
    return [(min(roles), entity) for entity, _, roles in kept]


def _rank(description: str) -> tuple[bool, int, str]:
    return not POINTING.isdisjoint(fold(description).split()), -len(description), description
