"""Which words an id of the graph denotes: characters of a document, or the name of a node."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graphbuilder.graph.attributes import Plain
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.records import PUBLICATION

#: An id of something at given characters of a document: "folder/article.txt@t120-134".
_PLACED_ID = re.compile(r"(?P<document>.*)@[a-z]*(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)


class Words:
    """The words that ids denote, looked up in the documents of a page, which have numbers there.

    Args:
        graph: the graph.
        number: the page's number of a document, by its id.
        documents: the page's documents, with their sentences.
    """

    def __init__(self, graph: EventGraph, number: Mapping[str, int], documents: Sequence[Plain]) -> None:
        self._graph = graph
        self._number = number
        self._documents = documents

    def of(self, id: str) -> Plain:
        """The words of an id, the number of their document and their place in it; of a node only its name."""
        if id == PUBLICATION:
            return {"words": "", "document": None}
        match = _PLACED_ID.fullmatch(id)
        number = None if match is None else self._number.get(match["document"])
        if match is None or number is None:
            name = self._graph.nodes[id].get("label", id) if id in self._graph else id
            return {"words": name, "document": None}
        start, end = int(match["start"]), int(match["end"])
        sentences = self._documents[number]["sentences"]
        sentence = next((index for index, one in enumerate(sentences) if one[0] <= start < one[1]), None)
        if sentence is None:
            return {"words": "", "document": number}
        left, _, text = sentences[sentence]
        return {
            "words": text[start - left : end - left],
            "document": number,
            "source": [number, sentence, start, end, None],
        }
