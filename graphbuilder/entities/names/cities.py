"""When a city of the table is meant where the model sees none ("troops left Izium") or a person ("Da Nang")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.spans import event_heads
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import ambiguous
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.parse_labels import ARGUMENTS
from graphbuilder.syntax.token_index import text_of

_INSIDE = frozenset({"in", "near", "outside"})
#: Countries where towns are called after people, also with their first names ("Emiliano Zapata", "Van Buren").
_NAMESAKES = frozenset(
    {"AR", "AU", "BO", "BR", "CA", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "NZ",
     "PA", "PE", "PH", "PR", "PY", "SV", "US", "UY", "VE"}
)  # fmt: skip


def overlooked_cities(doc: Doc, live: Sequence[bool], covered: set[int]) -> Iterator[Candidate]:
    """Names of cities that bear no label: runs of proper nouns that are in the table from end to end.

    One that is a common word or a name of people too is taken only where something is in it or near it.
    """
    for start, end in _runs(doc, live, covered):
        text = text_of(doc, start, end)
        if places.cities(text):
            head = doc[start:end].root
            if _is_inside(head) if text in ambiguous() else _is_argument(doc, head, end):
                key = places.cities(text)[0].name.casefold()
                yield Candidate(start, end, head.i, "place", "name", "city", 0.7, key=key)


def _runs(doc: Doc, live: Sequence[bool], covered: set[int]) -> Iterator[tuple[int, int]]:
    """Proper nouns side by side, without the word for an event that may end them ("the Geneva Conference")."""
    at = 0
    proper = (doc.to_array("POS") == PROPN).nonzero()[0].tolist()
    for token in proper:
        if token < at:
            continue
        at = token + 1
        while at < len(doc) and doc[at].pos == PROPN:
            at += 1
        end = at - 1 if at - token > 1 and doc[at - 1].lower_ in event_heads() else at
        free = end < at or not _labelled(doc, token, end)
        if free and live[token] and covered.isdisjoint(range(token, at)):
            yield token, end


def _labelled(doc: Doc, start: int, end: int) -> bool:
    """Whether the model calls it something else than an event, which may be named after a place."""
    return any(doc[at].ent_type_ not in ("", "EVENT") for at in range(start, end))


def _is_argument(doc: Doc, head: Token, end: int) -> bool:
    return head.dep_ in ARGUMENTS or (end < len(doc) and doc[end].lower_ in event_heads())


def _is_inside(head: Token) -> bool:
    """Whether a preposition of place shows a city: "a school in Reading". No: "Reading is fun"."""
    return head.dep_ == "pobj" and head.head.lower_ in _INSIDE


def is_city(name: str) -> bool:
    """Whether a city of the table bears this name, and it is no common word or name of people.

    >>> is_city("Kherson"), is_city("Reading")
    (True, False)
    """
    return name not in ambiguous() and bool(places.cities(name))


def is_city_of_words(doc: Doc, name: Candidate) -> str:
    """A clue: "Da Nang" or "Bien Hoa", which the model takes for a person, is the city of the table.

    Not what begins with a first name, nor in countries whose towns bear the names of people.
    """
    if name.end - name.start < 2 or is_given(doc[name.start].text):
        return ""
    found = places.cities(text_of(doc, name.start, name.end))
    return "place" if found and found[0].country not in _NAMESAKES else ""
