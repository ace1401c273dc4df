"""Which names a document has, and of which type: the user's own, the reader's, and those that are known beforehand.

Found in `names`, put to the vote in `typing.vote`, since in one document a name has one type.
"""

from __future__ import annotations

from collections.abc import Iterable

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.known_names import known_names
from graphbuilder.entities.names.read_names import read_names
from graphbuilder.entities.names.repeated_names import repeated_names
from graphbuilder.entities.names.user_names import own_names
from graphbuilder.entities.typing.vote import elect
from graphbuilder.reader import Reading
from graphbuilder.syntax.parse import Parse


def find_names(parse: Parse, reading: Reading) -> list[Candidate]:
    """The names of the story, in text order, none inside another and none over the end of a sentence."""
    live = live_tokens(parse)
    found = [one for one in own_names(parse.doc) if live[one.start]]
    found += read_names(parse, reading, live, _covered(found))
    found += known_names(parse, live, _covered(found))
    found += repeated_names(parse.doc, live, _covered(found), found)
    names = elect(parse.doc, sorted(found, key=lambda one: one.start))
    return [one for one in names if parse.sentence_of[one.start] == parse.sentence_of[one.end - 1]]


def _covered(found: Iterable[Candidate]) -> set[int]:
    return {token for one in found for token in range(one.start, one.end)}


def live_tokens(parse: Parse) -> list[bool]:
    """For each token whether it tells the story: none of furniture, and none of a dateline."""
    live = [False] * len(parse.doc)
    for sentence in parse.live:
        live[sentence.start : sentence.end] = [True] * len(sentence)
    for zone in parse.document.zones:
        if zone.kind == "dateline":
            span = parse.doc.char_span(zone.start, zone.end, alignment_mode="contract")
            for token in span or ():
                live[token.i] = False
    return live
