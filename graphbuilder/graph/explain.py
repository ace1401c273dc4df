"""Why mentions were put together or kept apart: the judgements on a node, with the words that each is about.

In: a graph. Out: lines of text, for `graph.explain` and the command line. Why an event has its date is another
question: `Event.dated_by` names the rule (`graphbuilder.events.dating.cascade`), `graphbuilder.page.content.look` has
its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import networkx as nx

from graphbuilder.errors import UnknownName
from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.lookup import current_id
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.places import NOWHERE
from graphbuilder.records import DATE

#: How many judgements of one reason, and how many forms of a name, are shown; the others are counted.
SHOWN = 3
#: Characters of a sentence that are shown on each side of a mention.
AROUND = 60

TOGETHER = "put together"
APART = "kept apart"
UNSURE = "kept apart, but not surely"
PLANNED = "tied as a plan and its deed"
OVERRULED = "judged the same, but a stronger reason keeps them apart"
JOINED = "judged different, but put together"


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention: its node, its words, and their sentence."""

    node: str
    document: str
    words: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Judged:
    """A judgement of the graph: its outcome, its reason, and the two mentions."""

    outcome: str
    reason: str
    places: tuple[_Place, _Place]

    @property
    def nodes(self) -> tuple[str, str]:
        return self.places[0].node, self.places[1].node


def explain(graph: EventGraph, name: str, other: str | None = None) -> str:
    """Why the mentions of a node were put together and others kept apart from it; or what joins or separates two nodes.

    Args:
        graph: the graph.
        name: a name, alias or id, also of an event. Every bearer of it is explained.
        other: a second one.

    Raises:
        UnknownName: nothing bears a name; the message lists the nearest.

    >>> import graphbuilder as gb
    >>> texts = ["NATO met in Riga.", "NATO invited Finland."]
    >>> graph = gb.build([gb.Document(text=text, id=f"{at}.txt") for at, text in enumerate(texts)])
    >>> print(explain(graph, "NATO"))
    NATO (organization, id nato)
      2 mentions in 2 documents: NATO (2)
    put together
      the same name, 'nato' (0.98)
        0.txt: NATO met in Riga.
        1.txt: NATO invited Finland.
    """
    judged = list(_judgements(graph))
    if other is None:
        return "\n\n".join(_explain_one(graph, node, judged) for node in _bearers(graph, name))
    pairs = product(_bearers(graph, name), _bearers(graph, other))
    return "\n\n".join(_explain_two(graph, pair, (name, other), judged) for pair in dict.fromkeys(pairs))


def _bearers(graph: EventGraph, name: str) -> list[str]:
    """The entities that a name denotes, else the events of this id or label."""
    try:
        return [one.id for one in graph.bearers(name)]
    except UnknownName:
        events = [(node, data) for node, data in graph.nodes(data=True) if data.get("kind") == "event"]
        id_ = current_id(graph, name)
        found = [node for node, data in events if node == id_ or fold(data["label"]) == fold(name)]
        if not found:
            raise
        return found


# --- judgements and their places ----------------------------------------------------------------------------------


def _judgements(graph: EventGraph) -> Iterator[_Judged]:
    """The judgements on mentions that are in the graph; a subgraph lacks some."""
    places = _places(graph)
    for one in graph.graph["judgements"]:
        if one["left"] in places and one["right"] in places:
            pair = places[one["left"]], places[one["right"]]
            yield _Judged(_outcome(one["verdict"], pair[0].node == pair[1].node), _reason(one), pair)


def _outcome(verdict: str, together: bool) -> str:
    """What became of a verdict: whether the two mentions are of one node in the end."""
    if verdict == "same":
        return TOGETHER if together else OVERRULED
    if verdict == "tied":
        return PLANNED
    if together:
        return JOINED
    return APART if verdict == "different" else UNSURE


def _reason(judgement: Plain) -> str:
    return f"{judgement['reason']} ({'your correction' if judgement['by'] == 'user' else judgement['score']})"


def _places(graph: EventGraph) -> dict[str, _Place]:
    """Mention id → its mention."""
    return {
        mention: _place(graph, node, evidence)
        for node, data in graph.nodes(data=True)
        for mention, evidence in zip(data.get("mentions", ()), data["provenance"], strict=False)
    }


def _place(graph: EventGraph, node: str, evidence: Plain) -> _Place:
    start, _, text = graph.graph["documents"][evidence["document"]]["sentences"][evidence["sentence"]]
    first, last = evidence["start"] - start, evidence["end"] - start
    shown = " ".join(text[max(first - AROUND, 0) : last + AROUND].split())
    before, after = ("…" if first > AROUND else ""), ("…" if last + AROUND < len(text) else "")
    return _Place(
        node,
        evidence["document"],
        " ".join(text[first:last].split()),
        f"{evidence['document']}: {before}{shown}{after}",
    )


# --- one thing ----------------------------------------------------------------------------------------------------


def _explain_one(graph: EventGraph, node: str, judged: Iterable[_Judged]) -> str:
    """The judgements on a node by outcome and reason, the most frequent reason first."""
    sections: dict[str, dict[str, list[_Judged]]] = {
        outcome: defaultdict(list) for outcome in (TOGETHER, JOINED, APART, PLANNED, UNSURE, OVERRULED)
    }
    for one in judged:
        if node in one.nodes:
            left, right = one.nodes
            away = "" if left == right else f"from {_title(graph, right if left == node else left)}: "
            sections[one.outcome][away + one.reason].append(one)
    lines = list(_heading(graph, node))
    for outcome, reasons in sections.items():
        lines += [outcome] if reasons else []
        for reason in sorted(reasons, key=lambda words: (-len(reasons[words]), words)):
            lines += _reason_lines(reason, reasons[reason])
    return "\n".join(lines if any(sections.values()) else [*lines, "nothing else was compared with it"])


def _heading(graph: EventGraph, node: str) -> Iterator[str]:
    """Name, number of mentions, forms of the name, place on the map, and the user's corrections of a node."""
    data = graph.nodes[node]
    yield _title(graph, node)
    forms = Counter(_place(graph, node, one).words for one in data["provenance"])
    documents = {one["document"] for one in data["provenance"]}
    listed = sorted(forms, key=lambda form: (-forms[form], form))
    more = f" and {len(listed) - 2 * SHOWN} more" if len(listed) > 2 * SHOWN else ""
    shown = ", ".join(f"{form} ({forms[form]})" for form in listed[: 2 * SHOWN])
    yield f"  {_count(sum(forms.values()), 'mention')} in {_count(len(documents), 'document')}: {shown}{more}"
    yield from _on_the_map(graph, data)
    yield from _as_read(graph, node, data)
    yield from (f"  your correction: {one}" for one in data.get("corrections", ()))


def _on_the_map(graph: EventGraph, data: Plain) -> Iterator[str]:
    """Which place of its name a node was identified as, and why; or why as none."""
    if "place_rule" in data:
        area = ", ".join(dict.fromkeys(one for one in (data.get("region"), data["iso"]) if one))
        yield f"  on the map: the {data['place_of']} in {area}: {data['place_rule']} ({data['place_score']})"
    elif data.get("type") == "place":
        mentions = set(data["mentions"])
        reasons = {
            one["reason"] for one in graph.graph["judgements"] if one["right"] == NOWHERE and one["left"] in mentions
        }
        yield from (f"  not on the map: {reason}" for reason in sorted(reasons))


def _as_read(graph: EventGraph, node: str, data: Plain) -> Iterator[str]:
    """How likely an event is a line that is right, by what it has its date, and how surely each takes part in it."""
    if data.get("kind") != "event":
        return
    yield f"  likely right and wanted: {data['score']}"
    chosen = {(role, one): _chosen(score, second) for role, one, score, second in data.get("choices", ())}
    if data["dated_by"]:
        rule, time = data["dated_by"]
        yield f"  date {data['edtf']} by the rule {rule!r}{chosen.get((DATE, time), '')}"
    for _, other, edge in sorted(graph.out_edges(node, data=True), key=lambda one: (one[2]["relation"], one[1])):
        if graph.nodes[other].get("kind") == "entity":
            role = edge["relation"]
            yield f"  {role} {graph.nodes[other]['label']}{chosen.get((role, other), '')}"


def _chosen(score: float, second: tuple[str, float] | None) -> str:
    """How likely a choice is, and which other one was the likeliest after it: " (0.93; next 'Georgia', 0.41)"."""
    return f" ({score})" if second is None else f" ({score}; next {' '.join(second[0].split())!r}, {second[1]})"


def _reason_lines(reason: str, found: Sequence[_Judged]) -> Iterator[str]:
    """A reason and a few of the sentences that it is about."""
    quotes = list(dict.fromkeys(place.quote for one in found for place in one.places))
    yield f"  {reason}"
    yield from (f"    {quote}" for quote in quotes[:SHOWN])
    if len(quotes) > SHOWN:
        yield f"    and {len(quotes) - SHOWN} more"


def _title(graph: EventGraph, node: str) -> str:
    data = graph.nodes[node]
    return f"{data['label']} ({data['type']}, id {node})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# --- two things ---------------------------------------------------------------------------------------------------


def _explain_two(graph: EventGraph, pair: tuple[str, str], names: tuple[str, str], judged: Sequence[_Judged]) -> str:
    """Which judgements join or separate two nodes; for one node with two names, what connects the names."""
    left, right = pair
    if left == right:
        return "\n".join([f"{names[0]} and {names[1]} are {_title(graph, left)}", *_path(graph, left, names, judged)])
    between = [one for one in judged if set(one.nodes) == {left, right}]
    lines = [f"{_title(graph, left)} and {_title(graph, right)} are two", *_shared_corrections(graph, left, right)]
    for one in sorted(between, key=lambda one: (one.outcome, one.reason)):
        lines += [one.outcome, *_reason_lines(one.reason, [one])]
    return "\n".join(lines if between else [*lines, "no rule found anything in their names that could make them one"])


def _shared_corrections(graph: EventGraph, left: str, right: str) -> list[str]:
    """The user's corrections that both nodes have: of a link between them that is not so."""
    other = graph.nodes[right].get("corrections", ())
    return [f"  your correction: {one}" for one in graph.nodes[left].get("corrections", ()) if one in other]


def _path(graph: EventGraph, node: str, names: tuple[str, str], judged: Sequence[_Judged]) -> Iterator[str]:
    """The documents that use both names; else the fewest judgements that lead from one name to the other."""
    told = _sentences_by_name(graph, node)
    both = sorted(told[fold(names[0])].keys() & told[fold(names[1])].keys())
    if both:
        yield f"  told as one in {_count(len(both), 'document')}"
        yield from (f"    {quote}" for name in names for quote in [told[fold(name)][both[0]]])
        return
    steps: nx.Graph[str | int] = nx.Graph()
    for one in judged:
        if one.nodes == (node, node):
            steps.add_edge(*(place.document for place in one.places), judged=one)
    steps.add_edges_from((end, document) for end, name in enumerate(names) for document in told[fold(name)])
    if not (0 in steps and 1 in steps and nx.has_path(steps, 0, 1)):
        yield "  the texts do not use both names; one of them is its id, its surname or what the tables know it by"
    else:
        for left, right in pairwise(nx.shortest_path(steps, 0, 1)[1:-1]):
            one = steps.edges[left, right]["judged"]
            yield from _reason_lines(one.reason, [one])


def _sentences_by_name(graph: EventGraph, node: str) -> dict[str, dict[str, str]]:
    """Name → document → the first sentence that uses this name of the node."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for evidence in graph.nodes[node]["provenance"]:
        place = _place(graph, node, evidence)
        told[fold(place.words)].setdefault(place.document, place.quote)
    return told
