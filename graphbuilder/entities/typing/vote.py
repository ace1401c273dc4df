"""Of which type a name is, one in a document: by the reader, by the words of the name, and by what is known beforehand.

The reader may call a name a place here and an organisation there; in one document a name has one type. Names known
beforehand are not put to the vote, and decide for their equals. So does the full name of a company for the short one.
Surnames of people who were named in full stand apart: a text may tell of Lund and of Henrik Lund.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, pairwise

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.acronyms import introduces, is_short_form, short_forms
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.entities.typing.beside import told_beside
from graphbuilder.entities.typing.name_words import told_by_words
from graphbuilder.knowledge import places
from graphbuilder.knowledge.given_names import is_given, with_particles
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import text_of

#: What the reader's types of one name weigh together; full names of people are seldom wrong.
_READER, _FULL_NAME = 20, 40
_OWN, _KNOWN, _COMPANY = 5000, 1000, 500
#: Labels that are not put to the vote.
_SETTLED = frozenset({"group", "law", "work"})
#: Key → type → weight.
_Count = dict[str, Counter[str]]


def elect(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, each with the type that its key won in the document."""
    count = _count(doc, found)
    surnames = _surnames(found, count)
    people = Counter(one.key if one.label == "person" else "" for one in found)
    labels = ((one, _label(doc, one, count[one.key], surnames, people)) for one in found)
    return [one if label == one.label else replace(one, label=label) for one, label in labels]


def _label(doc: Doc, name: Candidate, count: Counter[str], surnames: frozenset[str], people: Mapping[str, int]) -> str:
    if name.label in _SETTLED:
        return name.label
    if name.key in surnames and not _is_known(name) and count["organization"] < _COMPANY:
        is_place = name.label == "place" and bool(places.cities(text_of(doc, name.start, name.end)))
        return "place" if is_place and (_is_where(doc, name) or not people[name.key]) else "person"
    return _winner(count)


def _is_where(doc: Doc, name: Candidate) -> bool:
    """Whether something is said to be there: "in Lund", unlike "Lund's house" and "the Lund family"."""
    return name.start > 0 and doc[name.start - 1].pos_ == "ADP" and doc[name.head].dep_ == "pobj"


def _count(doc: Doc, found: Sequence[Candidate]) -> _Count:
    count: _Count = defaultdict(Counter)
    for keys, told in _by_name(doc, found).items():
        votes = _prior(told)
        unknown = [one for one in told if not _is_known(one)]
        clues = [*chain.from_iterable(told_by_words(doc, one) for one in told[:1] if one in unknown)]
        clues += {clue for one in unknown for clue in told_beside(doc, one)}
        for label, weight in clues:
            votes[label] += weight
        for key in keys:
            count[key] += votes
    alone = {one.key for one in found if one.label == "person" and " " not in one.key}
    for one in found:
        words = one.key.split()
        if len(words) == 2 and words[1] in alone and is_given(doc[one.start].text):
            count[one.key]["person"] += _FULL_NAME
        if one.label == "organization" and len(words) > 1 and words[-1] in company_words():
            for short in {words[0], " ".join(words[:-1])}:
                count[short]["organization"] += _COMPANY
    return count


def _surnames(found: Sequence[Candidate], count: _Count) -> frozenset[str]:
    """The last words of the full names of people, also with the small words before them."""
    people = [one.key for one in found if " " in one.key and _winner(count[one.key]) == "person"]
    whole = (with_particles(key) for key in people if key.count(" ") > 1)
    return frozenset([*(key.rpartition(" ")[2] for key in people), *whole])


def _by_name(doc: Doc, found: Sequence[Candidate]) -> dict[tuple[str, ...], list[Candidate]]:
    """The names with one key; an acronym is put together with its name."""
    keys: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        keys[one.key].append(one)
    long = _undefined(doc, found)
    pairs = chain(pairwise(found), zip(found, found[2:], strict=False))
    long |= {short.key: name.key for name, short in pairs if introduces(doc, name, short)}
    joined: dict[tuple[str, ...], list[Candidate]] = {(key,): told for key, told in keys.items()}
    for short, name in sorted(long.items()):
        if (short,) in joined and (name,) in joined and short != name:
            joined[name, short] = joined.pop((name,)) + joined.pop((short,))
    return joined


def _undefined(doc: Doc, found: Sequence[Candidate]) -> dict[str, str]:
    """The acronyms that are told nowhere, each with the key of the only body it may stand for: "GM", General Motors."""
    shorts = {one.key for one in found if one.end - one.start == 1 and is_short_form(doc[one.start].text)}
    bodies: dict[str, set[str]] = defaultdict(set)
    for one in found if shorts else ():
        if one.label == "organization" and one.end - one.start > 1:
            for form in short_forms(text_of(doc, one.start, one.end)):
                bodies[form.lower()].add(one.key)
    return {short: min(bodies[short], key=lambda key: (len(key), key)) for short in shorts if _is_one(bodies[short])}


def _is_one(keys: set[str]) -> bool:
    """Whether all are one name, with and without legal forms."""
    return len({" ".join(key.split()[:2]) for key in keys}) == 1


def _is_known(name: Candidate) -> bool:
    return name.method in ("gazetteer", "demonym") or bool(own_name(name.method))


def _prior(told: Sequence[Candidate]) -> Counter[str]:
    """What is known of a name; else the share of each type among the reader's, times what the reader weighs."""
    sure = Counter({one.label: _OWN if own_name(one.method) else _KNOWN for one in told if _is_known(one)})
    if sure:
        return sure
    labels = Counter(one.label for one in told)
    return Counter({label: _weight(label, told[0]) * often // len(told) for label, often in labels.items()})


def _weight(label: str, name: Candidate) -> int:
    return _FULL_NAME if label == "person" and " " in name.key else _READER


def _winner(votes: Counter[str]) -> str:
    return min(votes, key=lambda label: (-votes[label], label))


@cache
def company_words() -> frozenset[str]:
    """Words that end the full name of a company."""
    return frozenset(lexicon("nominals")["company_words"]) | frozenset(lexicon("body_names")["legal"])


@cache
def _trades() -> frozenset[str]:
    """Words of trade that the short name of a company leaves out; the first word alone may be another's."""
    return frozenset(lexicon("nominals")["trades"])


def trade_start(key: str) -> str:
    """The first word of a company's name that goes on with words of trade alone; "" for other names.

    >>> trade_start("toyota motor"), trade_start("ford foundation")
    ('toyota', '')
    """
    first, *rest = key.split()
    return first if rest and all(word in _trades() or word in company_words() for word in rest) else ""
