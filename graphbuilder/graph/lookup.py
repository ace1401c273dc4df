"""Which entity a name denotes, and which event an id: the only place that searches the graph by words.

`bearers` takes an id, also a former one, for the node that has it. Else it tries the ways of bearing a name in the
order of `_WAYS` and stops at the first that somebody bears it in; who is only described ("police") bears none. To add
one, write a function of the same arguments and give it its place there.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graphbuilder.errors import InputError, UnknownName
from graphbuilder.graph.attributes import Plain, is_named
from graphbuilder.knowledge.known_names import without_title
from graphbuilder.knowledge.names import fold

if TYPE_CHECKING:
    import networkx as nx

#: How many names are listed where one is not known.
_SHOWN = 8


def bearers(graph: nx.MultiDiGraph[str], name: str, type: str | None = None) -> list[str]:
    """The nodes of the entities that a name denotes, at least one; letter case and accents do not matter.

    Raises:
        UnknownName: no entity bears the name; the message lists the nearest.
        InputError: the name is no string.
    """
    if not isinstance(name, str):
        raise InputError(f"an entity is looked up by its name, alias or id as a string, such as 'NATO', not {name!r}")
    name = current_id(graph, name)
    candidates = [
        (node, data)
        for node, data in graph.nodes(data=True)
        if data.get("kind") == "entity" and type in (None, data["type"]) and (is_named(data) or node == name)
    ]
    if any(node == name for node, _ in candidates):
        return [name]
    wanted = fold(name)
    for bears in _WAYS:
        found = [node for node, data in candidates if bears(data, wanted)]
        if found:
            return found
    raise UnknownName(_unknown(name, type, [data for _, data in candidates]))


def current_id(graph: nx.MultiDiGraph[str], id: str) -> str:
    """The id that took the place of a former one, as the graph of a store knows them; else the same."""
    current: str = graph.graph.get("former_ids", {}).get(id, id)
    return current


def event_node(graph: nx.MultiDiGraph[str], id: str) -> str:
    """The node of the event with this id.

    Raises:
        UnknownName: no event has the id; the message lists the nearest, or those with this label.
        InputError: the id is no string.
    """
    if not isinstance(id, str):
        raise InputError(f"an event is looked up by its id as a string, as graph.timeline() has it, not {id!r}")
    id = current_id(graph, id)
    if id not in graph or graph.nodes[id].get("kind") != "event":
        raise UnknownName(_no_event(graph, id))
    return id


# --- ways of bearing a name ---------------------------------------------------------------------------------------


def _has_name(data: Plain, folded: str) -> bool:
    return fold(data["label"]) == folded


def _has_alias(data: Plain, folded: str) -> bool:
    return folded in map(fold, data["aliases"])


def _has_surname(data: Plain, folded: str) -> bool:
    return data["type"] == "person" and fold(data["label"]).split()[-1:] == [folded]


def _has_name_without_title(data: Plain, folded: str) -> bool:
    """Whether a person's name or surname is the one given once its title is taken off.

    Yes: "Dame Jane Roe" and "President Roe" for Jane Roe.
    """
    bare = without_title(folded)
    if data["type"] != "person" or bare == folded:
        return False
    names = [fold(one).split() for one in (data["label"], *data["aliases"])]
    return any(bare == " ".join(words) or words[-1:] == [bare] for words in names)


#: The surest first. The best-known name is less often shared than an alias; a surname is a guess, and a title before
#: the name is taken off only where nothing bears it with the title.
_WAYS: tuple[Callable[[Plain, str], bool], ...] = (_has_name, _has_alias, _has_surname, _has_name_without_title)


# --- what is said of a name that nothing bears --------------------------------------------------------------------


def _unknown(name: str, type: str | None, candidates: Sequence[Plain]) -> str:
    known = {fold(one): one for data in candidates for one in (data["label"], *data["aliases"])}
    near = [known[key] for key in difflib.get_close_matches(fold(name), sorted(known), n=5, cutoff=0.6)]
    kind = "" if type is None else f" of type {type!r}"
    hint = f"nearest: {', '.join(near)}" if near else _best_known(candidates)
    return f"no entity{kind} is named {name!r}; {hint}"


def _best_known(candidates: Sequence[Plain]) -> str:
    """The names with the most mentions, for a name that resembles none of them."""
    labels = [data["label"] for data in sorted(candidates, key=lambda data: (-len(data["mentions"]), data["label"]))]
    more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
    return f"there are {', '.join(labels[:_SHOWN])}{more}" if labels else "there are none in the graph"


def _no_event(graph: nx.MultiDiGraph[str], id: str) -> str:
    """The message for an id that no event has."""
    if id in graph and graph.nodes[id].get("kind") == "entity":
        return f"{id!r} is the id of an entity, not of an event; graph.entity({id!r}) gives it"
    labels = {node: data["label"] for node, data in graph.nodes(data=True) if data.get("kind") == "event"}
    named = [node for node, label in labels.items() if fold(label) == fold(id)]
    near = named or difflib.get_close_matches(id, sorted(labels), n=3, cutoff=0.6)
    hint = f"those of that label: {', '.join(named)}" if named else f"nearest: {', '.join(near)}"
    return f"no event has the id {id!r}; {hint if near else 'graph.timeline() lists the events with their ids'}"
