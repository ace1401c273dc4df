"""Supported participants: of an event that many articles tell, those that more than one of them names.

Each article is read with mistakes of its own; what several say of who took part outweighs what one alone seems to say.
Where no two agree, those are taken that the article of the line names, so that they fit its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set

from graphbuilder.resolve.merge.role_conflicts import Part

#: From so many articles on that tell an event.
_MANY = 4
#: Whoever so many times as many articles name in a role outweighs who else has it.
_TIMES = 10


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
    if count < _MANY:
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
    """Those whom several articles name, or the one whose words are the line of the event.

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
        or len(articles[role, entity]) > 1
        or (count < _MANY and (entity in named or role not in filled))
    }
