"""Where a name that the reader found elsewhere is said again and was overlooked: the same words, or a surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.names.read_names import READER
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import head_of, positions, text_of

_SPREAD = frozenset({"person", "organization", "place", "product"})


def repeated_names(
    doc: Doc, live: Sequence[bool], covered: Set[int], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The names that were found, where they stand once more in words that no name covers."""
    told = _told(doc, found)
    lengths: dict[str, set[int]] = defaultdict(set)
    for run in told:
        lengths[run[0]].add(len(run))
    end = 0
    for at in positions(doc, frozenset(lengths)):
        if at < end or not live[at]:
            continue
        for length in sorted(lengths[doc[at].text], reverse=True):
            stop = at + length
            label = told.get(_words(doc, at, stop))
            if label is not None and covered.isdisjoint(range(at, stop)) and _may_repeat(doc, at, stop, label):
                key = name_key(text_of(doc, at, stop))
                yield Candidate(at, stop, head_of(doc, at, stop), label, "name", "repeat", 0.7, key=key)
                end = stop
                break


def _told(doc: Doc, found: Sequence[Candidate]) -> dict[tuple[str, ...], str]:
    """The runs of words that name something in this document, and its type."""
    runs: dict[tuple[str, ...], str] = {}
    for one in found:
        if one.method != READER or one.label not in _SPREAD:
            continue
        said = _words(doc, one.start, one.end)
        runs.setdefault(said, one.label)
        if one.label == "person" and len(said) > 1 and doc[one.end - 1].pos_ == "PROPN":
            runs.setdefault(said[-1:], "person")
    for run, label in list(runs.items()):
        if len("".join(run)) > 3:
            runs.setdefault(tuple(word.upper() for word in run), label)  # in a headline all in capitals
    return {run: label for run, label in runs.items() if len("".join(run)) > 2}


def _words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple([doc[at].text for at in range(start, min(end, len(doc)))])


def _may_repeat(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether words that are a name elsewhere are one here: several of a sentence, or one written like a name.

    Yes: "Jobs said". No: "Jobs were lost".
    """
    if any(token.is_sent_start for token in doc[start + 1 : end]):
        return False
    token = doc[start]
    if label == "person" and token.ent_type_ not in ("", "PERSON"):
        return False
    if end - start > 1 or token.pos_ == "PROPN":
        return True
    if not token.is_sent_start:
        return token.pos_ == "NOUN" and end < len(doc) and doc[end].is_lower
    verb = token.head.lemma_.lower()
    return token.dep_ == "nsubj" and (verb in listed("speaking") or words("subjects").get(verb) == "person")
