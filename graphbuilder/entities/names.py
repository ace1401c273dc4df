"""Names: what spaCy's model labels, mended with what is known beforehand and by majority within the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.gazetteer import Known, known, longest_name, names
from graphbuilder.entities.nominals import nouns
from graphbuilder.language import Parse
from graphbuilder.lexicons import lexicon

#: OntoNotes label → our type. EVENT is left to the events stage, dates and numbers to their own.
TYPES = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group", "PRODUCT": "product", "LAW": "law", "WORK_OF_ART": "work",
}  # fmt: skip

_LEFT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "'s", "’s", "former", "then"})
_RIGHT = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset("\"'`“”‘’«»()[]{}.,;:-–—")


def find_names(parse: Parse) -> list[Candidate]:
    """The names of the story, in text order, none inside another."""
    live = _live_tokens(parse)
    labelled = [one for one in _labelled(parse.doc) if live[one.start]]
    covered = {token for one in labelled for token in range(one.start, one.end)}
    gazetted = list(_gazetted(parse, live, covered))
    covered |= {token for one in gazetted for token in range(one.start, one.end)}
    overlooked = _overlooked(parse.doc, live, covered)
    return _vote(sorted([*labelled, *gazetted, *overlooked], key=lambda one: one.start))


def _live_tokens(parse: Parse) -> list[bool]:
    live = [False] * len(parse.doc)
    for sentence in parse.live:
        live[sentence.start : sentence.end] = [True] * len(sentence)
    for zone in parse.document.zones:
        if zone.kind == "dateline":
            span = parse.doc.char_span(zone.start, zone.end, alignment_mode="contract")
            for token in span or ():
                live[token.i] = False
    return live


def _labelled(doc: Doc) -> Iterator[Candidate]:
    for ent in doc.ents:
        label = TYPES.get(ent.label_)
        if label is None:
            continue
        if label == "person" and len(ent) == 1 and _located(ent.root):
            label = "place"
        for start, end in _lines(doc, ent.start, ent.end):
            start, end = _trim(doc, start, end, label)
            if end - start > 1 and doc[end - 1].lower_ in _event_heads():
                continue  # the places and people in it are found by the gazetteer
            if start < end and _is_name(doc, start, end):
                yield _name(doc, start, end, label, "ner", 0.8)


def _located(token: Token) -> bool:
    """ "In Lund": a single name after "in" is a place, though it may be a surname elsewhere."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "near")


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Not a mere mark, and not the end of a title ("Secretary of State X")."""
    if not any(token.text[0].isalnum() for token in doc[start:end]):
        return False
    return not any(doc[max(start - before, 0) : end].text in _titles() for before in (1, 2))


def _lines(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name does not go over the end of a line of its own: parts between line breaks are names apart."""
    for token in range(start, end):
        if "\n" in doc[token].text:
            yield start, token
            start = token + 1
    yield start, end


def _trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without articles, possessive endings, quotation marks and, for people, titles."""
    while start < end and (doc[start].lower_ in _LEFT or doc[start].text in _QUOTES or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _RIGHT or _loose_mark(doc, end - 1) or doc[end - 1].is_space):
        end -= 1
    return (_after_title(doc, start, end), end) if label == "person" else (start, end)


def _loose_mark(doc: Doc, token: int) -> bool:
    return doc[token].text in _QUOTES and doc[token].text not in (")", "]", ".")


def _after_title(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins: "Prime Minister Jane Roe" → Jane. A title alone is left as it is."""
    titles = _titles()
    for length in (3, 2, 1):
        if start + length < end and doc[start : start + length].text in titles:
            return _after_title(doc, start + length, end)
    return start


@cache
def _company_words() -> frozenset[str]:
    return frozenset(lexicon("nominals")["company_words"])


@cache
def _event_heads() -> frozenset[str]:
    return frozenset(lexicon("nominals")["event_heads"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon("nominals")["titles"])


def _name(doc: Doc, start: int, end: int, label: str, method: str, score: float) -> Candidate:
    text = doc[start:end].text
    entry = known(text)
    if entry is not None and _bears(entry, label, doc[end - 1]):
        return _known_name(doc, start, end, entry)
    return Candidate(start, end, _head(doc, start, end), label, "name", method, score, key=_key(text))


def _bears(entry: Known, label: str, last: Token) -> bool:
    """Whether a known name may be meant. A person called Chad, or a people ("the Georgians"), is not the country."""
    if entry.kind == "adjective":
        return _modifies(last)
    return label not in ("product", "work", "law") and (label != "person" or entry.kind == "organization")


def _known_name(doc: Doc, start: int, end: int, entry: Known) -> Candidate:
    method, score = ("demonym", 0.7) if entry.kind == "adjective" else ("gazetteer", 0.95)
    return Candidate(start, end, _head(doc, start, end), entry.type, "name", method, score, key=_key(entry.name))


def _modifies(token: Token) -> bool:
    """Whether an adjective of nationality stands before a noun: "Georgian troops", not "the Georgians"."""
    return token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i


def _head(doc: Doc, start: int, end: int) -> int:
    return doc[start:end].root.i


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


# --- what the model overlooked -------------------------------------------------------------------------------------


def _gazetted(parse: Parse, live: list[bool], covered: set[int]) -> Iterator[Candidate]:
    """Known names where the model saw none: the longest that begins at each capitalised token."""
    doc, first, longest = parse.doc, _first_words(), longest_name()
    token = 0
    while token < len(doc):
        end = 0
        if live[token] and token not in covered and doc[token].text in first:
            end = _longest(doc, token, longest, covered)
        if end:
            entry = names()[doc[token:end].text]
            yield _known_name(doc, token, end, entry)
        token = max(end, token + 1)


def _longest(doc: Doc, start: int, longest: int, covered: set[int]) -> int:
    """The end of the longest known name from `start`, 0 if there is none that can be meant there."""
    for end in range(min(start + longest + 2, len(doc)), start, -1):
        entry = names().get(doc[start:end].text)
        if entry is None or any(token in covered for token in range(start, end)):
            continue
        if entry.kind == "adjective" and not _modifies(doc[end - 1]):
            continue
        # a city of that name, unlike a country, may be anything that the model did not take for a place
        if entry.kind == "capital" and doc[end - 1].pos_ != "PROPN":
            continue
        return end
    return 0


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0].rstrip(",") for name in names())


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj"})


def _overlooked(doc: Doc, live: list[bool], covered: set[int]) -> Iterator[Candidate]:
    """Proper nouns that the model gave no label: subjects, and names of several words. Most are organisations."""
    for token in doc:
        if token.pos_ != "PROPN" or token.dep_ not in _ARGUMENTS or not live[token.i] or token.ent_type_:
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].dep_ == "compound":
            start -= 1
        if start == token.i and token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        words = doc[start : token.i + 1]
        free = not covered.intersection(range(start, token.i + 1)) and not any(word.ent_type_ for word in words)
        if free and all(word.text[0].isupper() for word in words) and _may_be_name(token):
            start = _after_title(doc, start, token.i + 1)
            label = "person" if start > words.start else "organization"
            key = _key(doc[start : token.i + 1].text)
            yield Candidate(start, token.i + 1, token.i, label, "name", "proper", 0.5, key=key)


def _may_be_name(token: Token) -> bool:
    """Not a title, nor a word that only points ("Parliament", "Ministers")."""
    words = nouns()
    word = token.lower_
    common = word in words.kinds or word in words.groups or word in words.representatives or word in _event_heads()
    return not common and token.text not in _titles() and len(word) > 2 and token.is_alpha


# --- one label for one name ----------------------------------------------------------------------------------------


def _vote(found: list[Candidate]) -> list[Candidate]:
    """The model may call a name a place here and an organisation there: in one document the majority decides.

    Names known beforehand are not put to the vote, and decide for their equals; so does the full name of a company for
    the short one, which the model often takes for a person's. A mere guess has no vote against a label. People are
    not outvoted otherwise: a text may tell of Lund and of Henrik Lund. The surname of somebody named in full is no
    organisation.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        votes[one.key][one.label] += {"gazetteer": 1000, "proper": 1}.get(one.method, 10)
        words = one.key.split()
        if one.label == "organization" and len(words) > 1 and words[-1] in _company_words():
            votes[words[0]]["organization"] += 500
    surnames = {one.key.split()[-1] for one in found if one.label == "person" and " " in one.key}
    return [replace(one, label=_elected(one, votes[one.key], surnames)) for one in _apart(found)]


def _elected(name: Candidate, votes: Counter[str], surnames: set[str]) -> str:
    sure = max(votes.values()) >= 500
    if name.label == "person" or (name.key in surnames and name.label in ("organization", "product", "work")):
        return _winner(votes) if sure else "person"
    things = Counter({label: count for label, count in votes.items() if label != "person"})
    return _winner(things)


def _winner(count: Counter[str]) -> str:
    return min(count, key=lambda label: (-count[label], label))


def _apart(found: Iterable[Candidate]) -> Iterator[Candidate]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end
