"""Whether a name is that of a city of the table, of which the model may make a person ("Da Nang")."""

from __future__ import annotations

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import ambiguous
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.syntax.token_index import text_of

#: Countries where towns are called after people, also with their first names ("Emiliano Zapata", "Van Buren").
_NAMESAKES = frozenset(
    {"AR", "AU", "BO", "BR", "CA", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "NZ",
     "PA", "PE", "PH", "PR", "PY", "SV", "US", "UY", "VE"}
)  # fmt: skip


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
