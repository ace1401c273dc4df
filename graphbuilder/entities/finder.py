"""Which names a document has, and of which type: what spaCy's model labels, what is known, and what both overlooked.

Find (here and in `names`), trim (`mentions.spans`), elect the type (`typing.vote`, from `typing.clues`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import after_title, is_currency
from graphbuilder.entities.names.acronyms import with_acronyms
from graphbuilder.entities.names.joined_names import with_joined
from graphbuilder.entities.names.missed_names import brands, repeated
from graphbuilder.entities.names.model_names import known_name, labelled_names, modifies
from graphbuilder.entities.names.products import with_models, with_numbers, with_versions
from graphbuilder.entities.names.user_names import own_names
from graphbuilder.entities.typing.vote import elect
from graphbuilder.knowledge.gazetteer import Known, known, longest_name, names
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import positions, text_of


def find_names(parse: Parse) -> list[Candidate]:
    """The names of the story, in text order, none inside another and none over the end of a sentence."""
    live = live_tokens(parse)
    own = [one for one in own_names(parse.doc) if live[one.start]]
    taken = _covered(own)
    labelled = [
        one for one in labelled_names(parse.doc) if live[one.start] and taken.isdisjoint(range(one.start, one.end))
    ]
    found = with_acronyms(parse.doc, live, [*own, *labelled])
    found += _gazetted(parse, live, _covered(found))
    found = _surnames(parse.doc, found)
    found += repeated(parse.doc, live, _covered(found), found)
    found += brands(parse.doc, live, _covered(found))
    found = list(with_joined(parse.doc, sorted(found, key=lambda one: one.start)))
    found = with_models(parse.doc, found)
    elected = elect(parse.doc, with_numbers(parse.doc, found))
    found = with_versions(parse.doc, [_without_title(parse.doc, one) for one in elected])
    return [one for one in found if parse.sentence_of[one.start] == parse.sentence_of[one.end - 1]]


def _surnames(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names; those of cities that are also the surname of somebody named before are put to the vote."""
    bearers: dict[str, int] = {}
    for one in found:
        if one.method == "ner" and one.label == "person" and one.end - one.start > 1:
            bearers.setdefault(doc[one.end - 1].text, one.start)
    return [_as_surname(doc, one) if bearers.get(doc[one.start].text, len(doc)) < one.start else one for one in found]


def _as_surname(doc: Doc, name: Candidate) -> Candidate:
    text = text_of(doc, name.start, name.end)
    entry = known(text)
    if name.method != "gazetteer" or entry is None or entry.kind != "capital" or " " in text:
        return name
    return replace(name, label="person", method="ner", score=0.8, key=name_key(text))


def _without_title(doc: Doc, name: Candidate) -> Candidate:
    """A person's name without a title that it was found with, when the model took it for something else."""
    start = after_title(doc, name.start, name.end) if name.label == "person" else name.start
    return replace(name, start=start, key=name_key(text_of(doc, start, name.end))) if start > name.start else name


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


# --- what is known beforehand -------------------------------------------------------------------------------------


def _gazetted(parse: Parse, live: list[bool], covered: set[int]) -> Iterator[Candidate]:
    """Known names where the model saw none: the longest that begins at each capitalised token."""
    doc, longest = parse.doc, longest_name()
    end = 0
    for token in positions(doc, _first_words()):
        if token < end or not live[token] or token in covered:
            continue
        found = _longest(doc, token, longest, covered)
        if found is not None:
            end, entry = found
            yield known_name(doc, token, end, entry)


def _longest(doc: Doc, start: int, longest: int, covered: set[int]) -> tuple[int, Known] | None:
    """The end of the longest known name from `start`, and what is known of it, if it can be meant there."""
    pieces = [token.text_with_ws for token in doc[start : start + longest + 2]]
    for end in range(start + len(pieces), start, -1):
        entry = known("".join(pieces[: end - start]).rstrip(" "))
        if entry is None or not covered.isdisjoint(range(start, end)):
            continue
        if entry.kind == "adjective" and not modifies(doc[end - 1]):
            continue
        if is_currency(doc, end):
            continue
        # a city of that name, unlike a country, may be anything that the model did not take for a place
        if entry.kind == "capital" and doc[end - 1].pos_ != "PROPN":
            continue
        return end, entry
    return None


@cache
def _first_words() -> frozenset[str]:
    """As they are written in running text, and in headlines all in capitals."""
    words = {name.split()[0].rstrip(",") for name in names()}
    return frozenset(words | {word.upper() for word in words if len(word) > 3})
