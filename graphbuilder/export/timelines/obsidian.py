"""A folder for Obsidian: a note for each event and each name, with EDTF in its front matter and the quotes in the
note. Who has no name ("police") stands in the notes of its events.

The status of an event is a part of the name of its note, so that it shows wherever the note is linked.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graphbuilder.export.clean import for_markdown, for_terminal, numbered
from graphbuilder.export.folder import is_file_name
from graphbuilder.export.formats import Note
from graphbuilder.export.quotes import quotes
from graphbuilder.export.status import edge_status, entry_marks
from graphbuilder.graph.entries import TimelineEntry
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.timeline import name_of
from graphbuilder.records import Entity, Provenance

#: What no name of a file or of a link may have.
_UNFIT = re.compile(r'[\\/:*?"<>|#^\[\]%]+')
#: Bytes of a name, without its ending and number.
_LONGEST = 150


def obsidian(graph: EventGraph, note: Note) -> dict[str, str]:
    """The notes by their file's name."""
    note("Obsidian: positions of quotes, judgements and sentences that nothing comes from are left out")
    return _Vault(graph).notes()


class _Vault:
    """The notes of a graph; every link leads to one of them."""

    def __init__(self, graph: EventGraph) -> None:
        self.graph = graph
        self.entries = graph.timeline(retold=True)
        self.entities = graph.entities()
        self.files: dict[str, str] = {}
        taken: set[str] = set()

        def free(text: str) -> str:
            """The name of a note that no other has; file systems may take letter cases for the same."""
            name = next(one for one in numbered(stem(text), " ") if one.casefold() not in taken)
            taken.add(name.casefold())
            return name

        for entity in self.entities:
            self.files[entity.id] = f"Names/{free(entity.name)}"
        for entry in self.entries:
            marks = entry_marks(entry).replace("[", "(").replace("]", ")")
            self.files[entry.id] = f"Events/{free(f'{marks}{entry.label}')}"
        self.events: dict[str, list[tuple[str, TimelineEntry]]] = defaultdict(list)
        for entry in self.entries:
            for role, node in self._ties(entry):
                self.events[node].append((role, entry))

    def notes(self) -> dict[str, str]:
        """Name of a file → its text."""
        told = {f"{self.files[one.id]}.md": "\n".join(self._entity(one)) + "\n" for one in self.entities}
        return told | {f"{self.files[one.id]}.md": "\n".join(self._event(one)) + "\n" for one in self.entries}

    def _ties(self, entry: TimelineEntry) -> Iterator[tuple[str, str]]:
        data = self.graph.nodes[entry.id]
        yield from ((role, entity) for role, entity in data["participants"])
        yield from (("place", one) for one in (data["place"],) if one is not None)
        yield from (("says so", one) for one in data["attributions"])

    def _link(self, node: str) -> str:
        """A link with the note's own name, which has the status; the mere words for who has no name, and the id of a
        node that a subgraph has left out.
        """
        file = self.files.get(node)
        if file is None:
            return for_markdown(name_of(self.graph, node))
        return f"[[{file}|{file.partition('/')[2]}]]"

    def _event(self, entry: TimelineEntry) -> Iterator[str]:
        yield from _front(
            id=entry.id,
            kind="event",
            type=entry.type,
            edtf=entry.when,
            when=entry.readable,
            happened=entry.happened,
            attribution=entry.attribution,
            dated_by=entry.dated_by,
            place=entry.place,
            sources=list(entry.sources),
            independent_sources=entry.independent_sources,
            score=entry.score,
        )
        yield f"**{for_markdown(entry.readable)}** – {for_markdown(f'{entry_marks(entry)}{entry.label}')}"
        yield ""
        yield from (f"- {for_markdown(role)}: {self._link(entity)}" for role, entity in self._ties(entry))
        yield from self._quotes(entry.mentions)

    def _entity(self, entity: Entity) -> Iterator[str]:
        aliases = [for_terminal(one) for one in entity.aliases]
        yield from _front(id=entity.id, kind="name", type=entity.type, aliases=[for_terminal(entity.name), *aliases])
        yield f"**{for_markdown(entity.name)}** – {for_markdown(entity.type)}"
        yield ""
        yield from self._relations(entity.id)
        for role, entry in self.events[entity.id]:
            yield f"- {for_markdown(entry.readable)} – {self._link(entry.id)} ({for_markdown(role)})"
        yield from self._quotes(entity.provenance)

    def _relations(self, node: str) -> Iterator[str]:
        for source, target, key, data in self.graph.out_edges(node, keys=True, data=True):
            if self.graph.nodes[target].get("kind") == "entity" and "relation" in data:
                status = edge_status(self.graph, source, target, key, data)
                relation = str(data["relation"]).replace("_", " ")
                words = f"{relation} ({status})" if status else relation
                yield f"- {for_markdown(words)}: {self._link(target)}{_more(data)}"

    def _quotes(self, provenance: tuple[Provenance, ...]) -> Iterator[str]:
        for one in quotes(self.graph, provenance):
            address = f" <{one.url}>" if one.url else ""
            yield ""
            yield f"> “{for_markdown(one.text)}” – {for_markdown(one.origin)}{address}"


def _more(data: dict[str, Any]) -> str:
    """The title of a post, who says so, and the time of a relation."""
    told = [for_markdown(str(data[name])) for name in ("title", "attribution", "edtf") if data.get(name)]
    return f" – {', '.join(told)}" if told else ""


def _front(**facts: Any) -> Iterator[str]:
    """Front matter; every text is a string in quotes, which YAML reads as JSON does."""
    yield "---"
    for name, value in facts.items():
        if value is not None and value != []:
            yield f"{name}: {json.dumps(_plain(value), ensure_ascii=False)}"
    yield "---"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return for_terminal(value) if isinstance(value, str) else value


def stem(text: str) -> str:
    """The name of a note for a text: nothing that a file's name or a link may not have, and not too long.

    >>> stem("../../etc/passwd"), stem("AC/DC: live?"), stem("CON"), stem("...")
    ('etc passwd', 'AC DC live', 'note CON', 'note')
    """
    words = " ".join(_UNFIT.sub(" ", for_terminal(text)).split())
    cut = words.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")[:100].strip(". ")
    return cut if is_file_name(f"{cut}.md") else f"note {cut}".strip()
