"""From a pile of articles to a dated, sourced event timeline and knowledge graph.

    import graphbuilder as gb

    graph = gb.build("articles")            # a networkx graph of events, people, organisations, places and documents
    graph.timeline(about="Georgia")         # events in order, each with the sentences that it comes from
    graph.to_html("story.html")             # one interactive page that works offline
    graph.save("story.json")                # for gb.open("story.json"), and other formats for other programs

Names are loaded on first use: spaCy and pyvis only when they are needed.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuilder.build import build
    from graphbuilder.corrections import Corrections, read_corrections
    from graphbuilder.documents import Problem, read_documents
    from graphbuilder.errors import (
        AmbiguousName,
        GraphBuilderError,
        InputError,
        ModelNotFound,
        OutputError,
        UnknownName,
    )
    from graphbuilder.export.opening import open
    from graphbuilder.extract import Pipeline, extract
    from graphbuilder.graph.entries import TimelineEntry
    from graphbuilder.graph.event_graph import EventGraph
    from graphbuilder.intervals import Bound, Interval
    from graphbuilder.records import (
        Document,
        Entity,
        Event,
        EventMention,
        Extraction,
        Judgement,
        Mention,
        Participant,
        Provenance,
        Relation,
        RelationMention,
        Resolution,
        Sentence,
        Source,
        Span,
        TimeExpression,
        Zone,
        from_json,
        read_jsonl,
        to_json,
        write_jsonl,
    )
    from graphbuilder.resolve import resolve
    from graphbuilder.store import Store
    from graphbuilder.times import find_times

__version__ = "0.1.0"

_MODULES = {
    "build": ("build",),
    "corrections": ("Corrections", "read_corrections"),
    "documents": ("Problem", "read_documents"),
    "errors": ("AmbiguousName", "GraphBuilderError", "InputError", "ModelNotFound", "OutputError", "UnknownName"),
    "export.opening": ("open",),
    "extract": ("Pipeline", "extract"),
    "graph.event_graph": ("EventGraph",),
    "intervals": ("Bound", "Interval"),
    "records": (
        "Document", "Entity", "Event", "EventMention", "Extraction", "Judgement", "Mention", "Participant",
        "Provenance", "Relation", "RelationMention", "Resolution", "Sentence", "Source", "Span", "TimeExpression",
        "Zone", "from_json", "read_jsonl", "to_json", "write_jsonl",
    ),
    "resolve": ("resolve",),
    "store": ("Store",),
    "graph.entries": ("TimelineEntry",),
    "times": ("find_times",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AmbiguousName", "Bound", "Corrections", "Document", "Entity", "Event", "EventGraph", "EventMention", "Extraction",
    "GraphBuilderError", "InputError", "Interval", "Judgement", "Mention", "ModelNotFound", "OutputError",
    "Participant", "Pipeline", "Problem", "Provenance", "Relation", "RelationMention", "Resolution", "Sentence",
    "Source", "Span", "Store", "TimeExpression", "TimelineEntry", "UnknownName", "Zone", "build", "extract",
    "find_times", "from_json", "open", "read_corrections", "read_documents", "read_jsonl", "resolve", "to_json",
    "write_jsonl",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    """Public names only: what completion shows."""
    return sorted([*__all__, "__version__"])


class _Package(ModuleType):
    """Keeps `graphbuilder.resolve` the function when the import system would put the module of that name there."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _MODULE_OF):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
