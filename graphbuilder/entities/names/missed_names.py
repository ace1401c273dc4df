"""Which names the model overlooked that their letters give away: those said again, surnames, brands ("iCloud")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.spans import whole_end
from graphbuilder.entities.typing.name_clues import camel
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import head_of, positions, text_of

_SPREAD = frozenset({"person", "organization", "place", "product"})


# --- said again ---------------------------------------------------------------------------------------------------


def repeated(doc: Doc, live: Sequence[bool], covered: set[int], labelled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names of the document where they stand unlabelled: the same words, the surname alone, the acronym in brackets."""
    told = _told(doc, labelled)
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
            if label is not None and covered.isdisjoint(range(at, stop)) and _may_repeat(doc, at, stop):
                name = _again(doc, at, stop, label)
                yield name
                end = name.end
                break


def _told(doc: Doc, labelled: Sequence[Candidate]) -> dict[tuple[str, ...], str]:
    """The runs of words that name something in this document, and its type."""
    runs: dict[tuple[str, ...], str] = {}
    for one in labelled:
        if one.method != "ner" or one.label not in _SPREAD:
            continue
        words = _words(doc, one.start, one.end)
        runs.setdefault(words, one.label)
        if one.label == "person" and len(words) > 1 and doc[one.end - 1].pos_ == "PROPN":
            runs.setdefault(words[-1:], "person")
    for run, label in list(runs.items()):
        if len("".join(run)) > 3:
            runs.setdefault(tuple(word.upper() for word in run), label)  # in a headline all in capitals
    return {run: label for run, label in runs.items() if len("".join(run)) > 2}


def _words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple([doc[at].text for at in range(start, min(end, len(doc)))])


def _may_repeat(doc: Doc, start: int, end: int) -> bool:
    """Whether words that are a name elsewhere are one here: several of a sentence, or one written like a name.

    Yes: "Jobs said". No: "Jobs were lost".
    """
    if any(token.ent_type_ for token in doc[start:end]) or any(token.is_sent_start for token in doc[start + 1 : end]):
        return False
    token = doc[start]
    if end - start > 1 or token.pos_ == "PROPN":
        return True
    if not token.is_sent_start:
        return token.pos_ == "NOUN" and end < len(doc) and doc[end].is_lower
    verb = token.head.lemma_.lower()
    return token.dep_ == "nsubj" and (verb in listed("speaking") or words("subjects").get(verb) == "person")


def _again(doc: Doc, start: int, end: int, label: str) -> Candidate:
    end = whole_end(doc, start, end) if label != "person" or end - start == 1 else end
    text = text_of(doc, start, end)
    return Candidate(start, end, head_of(doc, start, end), label, "name", "repeat", 0.7, key=name_key(text))


# --- brands -------------------------------------------------------------------------------------------------------


def brands(doc: Doc, live: Sequence[bool], covered: set[int]) -> Iterator[Candidate]:
    """ "iCloud", which the tagger takes for a common noun or a number."""
    with_capitals = (doc.to_array("ORTH") != doc.to_array("LOWER")).nonzero()[0].tolist()
    for at in with_capitals:
        text = doc[at].text
        if camel(text) and live[at] and at not in covered:
            yield Candidate(at, at + 1, at, "product", "name", "proper", 0.5, key=name_key(text))
