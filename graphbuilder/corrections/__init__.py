"""The user's word: a YAML file of corrections, checked line by line.

In: YAML. Out: `Corrections`, for documents, extraction and resolution. `lines` reads the YAML, `verbs` decides what
each line demands, `contradictions` which lines cannot all be true; `rows` are the records. A new kind of correction is
a function in `verbs._VERBS`.

A file is a list, one correction a line, in any order. A thing is named by its name, alias or node id, or by the id of
a mention of it, as in the node attribute `mentions` ("b.txt@m40-50"; "b.txt@e60-70" is an event)::

    - same: [Kyiv Post, KP]                   # two or more names of one thing
    - different: [John Smith, b.txt@m40-50]   # two things, whatever they have in common
    - rename: [the Firm, Nordhavn Shipping]   # what it is called, what to call it
    - type: [Lund, person]
    - ignore: Advertisement                   # leave it out
    - {name: Northern Grain Council, type: organization, aliases: [NGC]}   # to be found by its exact words
    - {pattern: [{TEXT: Flight}, {IS_DIGIT: true}], type: product}         # a token pattern, as of spaCy's Matcher
    - date: [b.txt@e60-70, 2022-02-24]        # of an event, in EDTF; or none
    - happened: [b.txt@e60-70, no]            # yes, no, planned, possible, conditional or demanded
    - who: [b.txt@e60-70, agent, Ann Lee]     # her role in it; none: she has no part in it
    - place: [b.txt@e60-70, Kyiv]             # or none
    - not: [Ann Lee, member_of, NATO]         # there is no such link; its name is the key of the edge
    - {document: b.txt, published: 2022-02-25, source: Harbour Courier, title: War, url: "https://example.org/war"}
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from graphbuilder.corrections.contradictions import check_apart, check_contradictions, value_of
from graphbuilder.corrections.lines import Line, lines
from graphbuilder.corrections.rows import FACTS, NONE, AboutDocument, Correction, Corrections, OwnName
from graphbuilder.corrections.verbs import OF_EVENTS, STATUSES, TYPES, read
from graphbuilder.errors import InputError

__all__ = [
    "FACTS", "NONE", "OF_EVENTS", "STATUSES", "TYPES", "AboutDocument", "Correction", "Corrections",
    "OwnName", "check_apart", "parse_corrections", "read_corrections", "value_of",
]  # fmt: skip


def read_corrections(path: str | PathLike[str]) -> Corrections:
    """Read and check a file of corrections.

    Raises:
        InputError: there is no such file, a line cannot be understood, or two lines contradict each other; the message
            names the lines.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"the corrections {str(path)!r} cannot be read ({reason}); name a YAML file") from error
    return parse_corrections(text, Path(path).name)


def parse_corrections(text: str, file: str = "corrections") -> Corrections:
    """As `read_corrections`, from text; `file` is the name that messages give it.

    >>> parse_corrections("- same: [Kyiv Post, KP]").rows[0].things
    ('Kyiv Post', 'KP')

    Raises:
        InputError: a line cannot be understood, or two lines contradict each other.
    """
    found = [read(Line(file, node)) for node in lines(text, file)]
    rows = tuple(one for one in found if isinstance(one, Correction))
    names = tuple(one for one in found if isinstance(one, OwnName))
    documents = tuple(one for one in found if isinstance(one, AboutDocument))
    check_contradictions(rows, names, documents)
    return Corrections(rows, names, documents)
