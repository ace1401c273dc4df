"""Where a name begins that its acronym follows in brackets: "United Party for National Development (UPND)".

The letters tell where the name begins, which the model often misses: Schwartz and Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (2003).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.spans import event_heads
from graphbuilder.entities.names.model_names import name_of
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import positions, text_of

_OPEN = frozenset({"(", "["})
_CLOSE = frozenset({")", "]", ",", ";"})
#: An acronym has so many letters.
_LETTERS = range(3, 11)
#: Of one with fewer, its name must tell each.
_TWO = 2
#: One that is written like a word has more.
_WORD = 5
#: One that its name does not tell.
_CAPITALS = range(3, 7)
#: What may stand inside a name beside words with a capital.
_SMALL = frozenset({"and", "&", "at", "de", "for", "in", "la", "of", "on", "the", "to", "-", "'s", "’s", "."})
#: Legal forms give no letter; "Group" does: "American International Group".
_LEGAL = frozenset(lexicon("body_names")["legal"]) - {"group", "holding", "holdings"}


@dataclass(frozen=True, slots=True)
class Definition:
    """Tokens `start` to `end` (excluded) are the name, token `short` its acronym."""

    start: int
    end: int
    short: int


def with_acronyms(doc: Doc, live: Sequence[bool], found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those with an acronym in brackets from end to end, and the acronyms."""
    defined = [one for one in definitions(doc) if live[one.start]]
    shorts = {one.short for one in defined}
    defined += [one for name in found if (one := _foreign(doc, name)) is not None and one.short not in shorts]
    if not defined:
        return list(found)
    names = list(found)
    for one in defined:
        names = _with_definition(doc, names, one)
    return sorted(names, key=lambda one: one.start)


def definitions(doc: Doc) -> Iterator[Definition]:
    """The names with an acronym in brackets, in text order."""
    for bracket in positions(doc, _OPEN):
        short = bracket + 1
        if bracket == 0 or short + 1 >= len(doc) or doc[short + 1].text not in _CLOSE:
            continue
        text = doc[short].text
        start = _start(doc, bracket, text) if _is_short(text) else _start_of_two(doc, bracket, text)
        if start is not None and doc[bracket - 1].lower_ not in event_heads():
            yield Definition(start, bracket, short)


def _foreign(doc: Doc, name: Candidate) -> Definition | None:
    """The name of a body with capitals that are of its name in another language: "Labour Fund (WBF)"."""
    at = name.end + 1
    if at + 1 >= len(doc) or doc[name.end].text not in _OPEN or doc[at + 1].text not in _CLOSE:
        return None
    text = doc[at].text
    fits = name.label == "organization" and name.end - name.start > 1 and not own_name(name.method)
    capitals = text.isalpha() and text.isupper() and len(text) in _CAPITALS and known(text) is None
    return Definition(name.start, name.end, at) if fits and capitals else None


def _is_short(text: str) -> bool:
    if len(text) not in _LETTERS or not text[0].isupper() or not text.replace("&", "").isalnum() or is_given(text):
        return False
    return text[1:] != text[1:].lower() or len(text) >= _WORD  # "Phivolcs"


def _start(doc: Doc, end: int, short: str) -> int | None:
    """Where the name begins: at the nearest word with which it holds all letters in their order."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    first = max(doc[end - 1].sent.start, end - min(len(letters) + 5, 2 * len(letters)) - 1)
    for at in range(end - 1, first - 1, -1):
        word = doc[at]
        if not (word.text[0].isupper() or word.lower_ in _SMALL or doc[at - 1].text == "-"):
            return None
        if word.text[0].isupper() and end - at > 1 and _holds(doc, at, end, letters):
            return at
    return None


def _start_of_two(doc: Doc, end: int, short: str) -> int | None:
    """Where a name of two capitals begins, which are those of its last words, in any order for they may be of a name in
    another language: "Civic Renewal party (RC)"; not "Utah (UT)".
    """
    if len(short) != _TWO or not short.isalpha() or not short.isupper():
        return None
    last = end - 1 if doc[end - 1].is_title else end - 2  # behind it, what it is
    if last <= doc[end - 1].sent.start:
        return None
    return last - 1 if sorted(doc[at].text[0] for at in (last - 1, last)) == sorted(short) else None


def _holds(doc: Doc, start: int, end: int, letters: Sequence[str]) -> bool:
    """Whether the words hold the letters in their order, the first at the start, and each capital is asked for."""
    words = [doc[at].lower_ for at in range(start, end)]
    if words[0][0] != letters[0]:
        return False
    capitals = [word[0] for word, at in zip(words, range(start, end), strict=True) if doc[at].text[0].isupper()]
    rest = iter("".join(words))
    return all(letter in rest for letter in letters) and _in_order(capitals, letters)


def _in_order(capitals: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether most words that are written with a capital give a letter."""
    rest, given = iter(letters), 0
    for capital in capitals:
        given += capital in rest
    return given >= min(2, len(capitals)) and given * 3 >= min(len(capitals), len(letters)) * 2


def _with_definition(doc: Doc, names: Sequence[Candidate], one: Definition) -> list[Candidate]:
    inside = [name for name in names if name.start < one.end and one.start < name.end]
    if any(name.start < one.start or own_name(name.method) or name.end > one.short + 2 for name in inside):
        return list(names)
    label = _label(inside, one)
    long = name_of(doc, one.start, one.end, label)
    kept = [name for name in names if name not in inside and one.short not in range(name.start, name.end)]
    whole = next((name for name in inside if (name.start, name.end) == (one.start, one.end)), long)
    return [*kept, whole, name_of(doc, one.short, one.short + 1, label)]


def _label(inside: Sequence[Candidate], one: Definition) -> str:
    """The type of the part that goes to the end of the name; a body where there is none."""
    labels = [name.label for name in inside if name.end >= one.end and name.label not in ("person", "group")]
    return labels[-1] if labels else "organization"


def introduces(doc: Doc, name: Candidate, short: Candidate) -> bool:
    """Whether a name is followed by its own acronym in brackets."""
    foreign = _foreign(doc, name)
    if foreign is not None and short.end == short.start + 1:
        return foreign.short == short.start
    if short.start != name.end + 1 or short.end != short.start + 1 or doc[name.end].text not in _OPEN:
        return False
    text = doc[short.start].text
    if not _is_short(text):
        return len(text) == _TWO and initials(text_of(doc, name.start, name.end)).endswith(text)
    start = _start(doc, name.end, text)
    return start is not None and start >= name.start


def initials(name: str) -> str:
    """The capitals that begin the words of a name.

    >>> initials("Organization for Security and Co-operation in Europe")
    'OSCE'
    """
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def short_forms(name: str) -> set[str]:
    """The acronyms that a text may use for the name of a body without telling so, legal forms aside, and its country.

    >>> sorted(short_forms("General Motors Corp.")), sorted(short_forms("Orvane"))
    (['GM'], [])
    >>> sorted(short_forms("U.S. Food and Drug Administration"))
    ['FDA', 'UFDA']
    """
    words = name.split()
    while len(words) > 2 and words[-1].lower() in _LEGAL:
        words.pop()
    if len(words) < 2 or not words[0][0].isupper():
        return set()
    whose = known(words[0])
    of_country = whose is not None and whose.country and len(words) > 3
    return {initials(" ".join(words)), *([initials(" ".join(words[1:]))] if of_country else [])}


def is_short_form(text: str) -> bool:
    """Whether a name may be such an acronym."""
    return text.isalpha() and text.isupper() and 1 < len(text) < _WORD and known(text) is None
