"""Of which type a name is, one in a document: by the model, by the words beside it, and by what is known beforehand.

The model may call a name a place here and an organisation there; in one document a name has one type. Names known
beforehand are not put to the vote, and decide for their equals. So does the full name of a company for the short one.
Surnames of people who were named in full stand apart: a text may tell of Lund and of Henrik Lund.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, pairwise

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.acronyms import introduces, is_short_form, short_forms
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.entities.typing.clues import Evidence, evidence, votes
from graphbuilder.knowledge.given_names import with_particles
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import text_of

#: What the model's labels of one name weigh together, and a mere guess. Full names of people are seldom wrong.
_MODEL, _FULL_NAME, _GUESS = 20, 40, 4
#: What the words beside its names say of a firm that bears the surname of somebody in the text.
_BODY = 50
_OWN, _KNOWN, _COMPANY = 5000, 1000, 500
#: The same for a name that goes on with words of trade: "Brandt" of "Brandt Robotics", to the model a man.
_TRADE = 45
#: How often the model must take the name of a city for somebody for each time that it takes it for a place.
_FEW = 4
#: Labels that are not put to the vote: the model knows peoples by their form.
_SETTLED = frozenset({"group", "law", "work"})


@dataclass(frozen=True, slots=True)
class Poll:
    """The votes of a document."""

    count: dict[str, Counter[str]]
    """Key → type → weight."""
    own: dict[Candidate, Evidence]
    """Name → what the words beside it say."""
    told: dict[str, Counter[str]]
    """Key → type → weight of what the words beside all of its names say."""
    surnames: frozenset[str]
    """The last words of the full names of people, also with the small words before them."""
    given: frozenset[str]
    """The first words of the full names of people."""


def elect(doc: Doc, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, each with the type that its key won in the document."""
    poll = _poll(doc, found)
    labels = ((one, _label(poll, one)) for one in found)
    return [one if label == one.label else replace(one, label=label) for one, label in labels]


def _poll(doc: Doc, found: Sequence[Candidate]) -> Poll:
    own = {one: evidence(doc, one) for one in found if not _is_known(one)}
    count: dict[str, Counter[str]] = defaultdict(Counter)
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for keys, told in _by_name(doc, found).items():
        said = votes(own.get(one, ()) for one in told)
        for key in keys:
            count[key] += _prior(told) + said
            beside[key] += said
    for one in found:
        words = one.key.split()
        if one.label == "organization" and len(words) > 1 and words[-1] in company_words():
            for short in {words[0], " ".join(words[:-1])}:
                count[short]["organization"] += _COMPANY
    people = [one for one in found if " " in one.key and _winner(count[one.key]) == "person"]
    firsts = (one.key.partition(" ")[0] for one in people)
    lasts = (one.key.rpartition(" ")[2] for one in people)
    for one in found:
        short = trade_start(one.key) if one.label == "organization" and " " in one.key else ""
        if short in count and one.key.rpartition(" ")[2] not in company_words():
            alone = count[short]
            if alone["place"] * _FEW <= alone["person"]:
                alone["organization"] += _TRADE
    whole = (with_particles(one.key) for one in people if one.key.count(" ") > 1)
    return Poll(count, own, beside, frozenset([*lasts, *whole]), frozenset(firsts))


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
    """The share of each label among the model's, times what the model weighs."""
    sure = Counter({one.label: _OWN if own_name(one.method) else _KNOWN for one in told if _is_known(one)})
    if sure:
        return sure
    labels = Counter(one.label for one in told if one.method == "ner")
    if not labels:
        return Counter({told[0].label: _GUESS})
    total = sum(labels.values())
    return Counter({label: _weight(label, told[0]) * often // total for label, often in labels.items()})


def _weight(label: str, name: Candidate) -> int:
    return _FULL_NAME if label == "person" and " " in name.key else _MODEL


def _label(poll: Poll, name: Candidate) -> str:
    own = votes([poll.own.get(name, ())])
    if name.label in _SETTLED and not own:
        return name.label
    if _is_surname(poll, name) or (name.key in poll.given and name.label in ("organization", "product")):
        return _bearer(poll, name, own)
    return _winner(poll.count[name.key])


def _bearer(poll: Poll, name: Candidate, own: Counter[str]) -> str:
    """What a surname names here: a place or firm may bear it too, "Shares of Cadbury" beside John Cadbury."""
    if own["place"] > own["person"]:
        return "place"
    told = poll.told[name.key]
    return "organization" if told["organization"] - told["person"] >= _BODY else "person"


def _is_surname(poll: Poll, name: Candidate) -> bool:
    """Whether a single name is that of somebody named in full, and not of a country or a company of the text."""
    if name.key not in poll.surnames or _is_known(name):
        return False
    return poll.count[name.key]["organization"] < _COMPANY


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
