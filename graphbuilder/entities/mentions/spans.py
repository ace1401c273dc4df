"""Where a name begins and ends: without articles, titles, possessive endings and loose marks."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from graphbuilder.knowledge.given_names import is_given
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import text_of

_LEFT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "'s", "’s", "former", "then"})
_RIGHT = frozenset({"'s", "’s", "'", "’", "&", "and", "for", "in", "of", "on", "the", "to", "with"})
#: Words that end the names of things, and are borne as surnames.
_SURNAMES = frozenset(
    {"bridge", "castle", "court", "forest", "hall", "hill", "hills", "lake", "park", "post", "street", "temple"}
)
#: In how many tokens, at most, the tokenizer cuts off the front of a word.
_CUTS = 8
_QUOTES = frozenset({*"\"'`“”‘’«»()[]{}.,;:-–—", "``", "''"})


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without articles, possessive endings, quotation marks, dangling small words and, for people, titles."""
    while start < end and (doc[start].lower_ in _LEFT or doc[start].text in _QUOTES):
        start += 1
    while start < end and (
        (doc[end - 1].text in _RIGHT and not _is_own(doc, end - 1))
        or doc[end - 1].text in _QUOTES - {")", "]"}
        or (end - start > 1 and doc[end - 1].text.islower() and doc[end - 1].tag_ in ("VBZ", "VBP"))
    ):
        end -= 1  # "San Ambrosio marks a year": the verb of a headline
    if start < end:
        start = _glued(doc, start)
    return (after_title(doc, start, end), end) if label == "person" else (start, end)


def _is_own(doc: Doc, token: int) -> bool:
    """Whether a possessive ending belongs to the name: "McDonald's fell"."""
    return doc[token].tag_ == "POS" and token + 1 < len(doc) and doc[token + 1].pos_ in ("VERB", "AUX")


def _glued(doc: Doc, start: int) -> int:
    """The start of a word that the tokenizer cut: "3G iPhone" is "3", "G", "iPhone".

    It is looked for no further than `_CUTS` back: a run of a million letters is cut as well, and is no word.
    """
    first = max(start - _CUTS, 0)
    while start > first and not doc[start - 1].whitespace_ and all(doc[at].text.isalnum() for at in (start - 1, start)):
        start -= 1
    return start


def after_title(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins: "Prime Minister Jane Roe" → Jane. A title alone is left as it is, and so is that in
    the name of a thing ("Sheikh Lotf Mosque"), but not in that of somebody called Hill or Park.
    """
    first = _after_title(doc, start, end)
    thing = end - first > 1 and doc[end - 1].lower_ in _thing_words()
    person = thing and doc[end - 1].lower_ in _SURNAMES and any(is_given(word.text) for word in doc[first : end - 1])
    return start if thing and not person else first


def _after_title(doc: Doc, start: int, end: int) -> int:
    for length in (3, 2, 1):
        if start + length < end and text_of(doc, start, start + length) in titles():
            return _after_title(doc, start + length, end)
    return start


def is_currency(doc: Doc, end: int) -> bool:
    """Whether what ends here only tells whose money it is: "US dollars", "NZ $ 26 million"."""
    money = end < len(doc) and (doc[end].tag_ == "$" or doc[end].lower_ in ("dollar", "dollars"))
    return money and doc[end - 1].dep_ not in ("dative", "dobj")  # "offered Chad $ 2 million"


@cache
def _thing_words() -> frozenset[str]:
    """Words that end the names of places, bodies and products."""
    return frozenset(word for row in lexicon("evidence")["last"].values() for word in row)


@cache
@cache
def titles() -> frozenset[str]:
    """Words of office that stand before a name."""
    return frozenset(lexicon("nominals")["titles"])


@cache
def event_heads() -> frozenset[str]:
    """Nouns that end the name of an event."""
    return frozenset(lexicon("nominals")["event_heads"])
