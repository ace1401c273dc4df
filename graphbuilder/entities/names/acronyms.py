"""Whether letters in brackets are the acronym of the name before them: "United Party for National Development (UPND)".

The name must hold the letters in their order: Schwartz and Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (2003).
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import text_of

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


def _is_foreign(doc: Doc, name: Candidate, short: int) -> bool:
    """Whether capitals in brackets are of a body's name in another language: "Labour Fund (WBF)"."""
    text = doc[short].text
    fits = name.label == "organization" and name.end - name.start > 1 and not own_name(name.method)
    return fits and text.isalpha() and text.isupper() and len(text) in _CAPITALS and known(text) is None


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


def introduces(doc: Doc, name: Candidate, short: Candidate) -> bool:
    """Whether a name is followed by its own acronym in brackets."""
    if short.start != name.end + 1 or short.end != short.start + 1 or doc[name.end].text not in _OPEN:
        return False
    if short.end < len(doc) and doc[short.end].text in _CLOSE and _is_foreign(doc, name, short.start):
        return True
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
